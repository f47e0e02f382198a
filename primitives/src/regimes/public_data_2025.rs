//! `public-data-2025`: the Interim Measures for Registration of Public Data Resources, 发改数据规〔2025〕26号. It registers
//! resources, products and their operation, gives a query code and creates no rights (NG 15).

use super::{bounded, default_effects};
use crate::{
    clock::Day,
    regime::{
        Act, ActForm, ActRow, Basis, Bilingual, Completion, Labels, Limit, NumberForm, PeriodUnit, Regime,
        RegimeId, TimeLimits, UpheldObjection,
    },
};

/// Version 1 of the regime for public data.
pub const PUBLIC_DATA_2025: RegimeId = RegimeId {
    system: 3,
    version: 1,
};

const EFFECT_ZH: &str = "本登记记载公共数据资源及其授权运营情况，以登记结果查询码供查询；不创设数据产权。";
const EFFECT_EN: &str =
    "This registration records a public data resource and its authorised operation, to be looked up \
by its query code. It creates no property right.";

/// The regime for public data, version 1.
pub fn public_data_2025() -> Regime {
    // PD 24: in force from 2025-03-01 for five years.
    let first_day = Day::from_date(2025, 3, 1).unwrap_or_default();
    Regime {
        id: PUBLIC_DATA_2025,
        name: Bilingual::new(
            "公共数据资源登记管理暂行办法",
            "Interim measures for registration of public data resources, 2025",
        ),
        effective_from: first_day.start(),
        effective_until: Some(first_day.plus_years(5).start()),
        limits: limits(),
        acts: bounded(acts()),
        claimable: bounded(alloc::vec![]),
        number_form: NumberForm::QueryCode,
        completion: Completion::Local,
        report_required: false,
        public_match_refused: true,
        creates_rights: false,
        upheld_objection: UpheldObjection::Terminated,
        objection_after_entry: false,
        notice_may_be_withheld: false,
        effects: default_effects(),
        labels: Labels {
            holding: Bilingual::new("数据持有权", "right to hold data"),
            processing_use: Bilingual::new("数据使用权", "right to process and use data"),
            operating: Bilingual::new("数据经营权", "right to operate data"),
        },
        effect_text: Bilingual::new(EFFECT_ZH, EFFECT_EN),
    }
}

fn limits() -> TimeLimits {
    TimeLimits {
        acceptance_working_days: Limit::article(3, 10),
        // PD 10 knows no deemed acceptance.
        silence_is_acceptance: false,
        completion_working_days_max: Limit::assumed(20),
        review_working_days: Limit::article(20, 11),
        // PD 11 knows no extension: an overrun is explained.
        extension_working_days_max: Limit::article(0, 11),
        notice_working_days: Limit::article(10, 12),
        objection_working_days: Limit::assumed(10),
        appeal_working_days: Limit::assumed(15),
        validity_years_max: Limit::article(3, 15),
        renewal_window: Limit::article(60, 15),
        renewal_window_unit: PeriodUnit::Days,
        retention_years: Limit::assumed(20),
        supplement_working_days_max: Limit::assumed(20),
        objection_notice_working_days: Limit::assumed(5),
        court_proof_days: Limit::assumed(15),
        hold_days_max: Limit::assumed(180),
        conflict_working_days: Limit::assumed(20),
        bad_faith_bar_days: Limit::assumed(0),
    }
}

/// PD 9: first, change with correction, cancellation; PD 12 objection; PD 15 renewal.
fn acts() -> alloc::vec::Vec<ActRow> {
    let row = |act, form, article| ActRow {
        act,
        form,
        needs_operating_right: false,
        review_working_days: None,
        basis: Basis::Article(article),
    };
    let cancellation = ActRow {
        // PD 9(4): a cancellation is decided sooner than the rest.
        review_working_days: Some(Limit::article(10, 9)),
        ..row(Act::Cancellation, ActForm::Registration, 9)
    };
    alloc::vec![
        row(Act::First, ActForm::Registration, 9),
        row(Act::Change, ActForm::Registration, 9),
        row(Act::Renewal, ActForm::Registration, 15),
        cancellation,
        row(Act::Objection, ActForm::Procedure, 12),
    ]
}
