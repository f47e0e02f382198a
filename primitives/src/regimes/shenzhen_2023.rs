//! `shenzhen-2023`: the Shenzhen Interim Measures on data property rights registration. Its day counts were not
//! readable in any copy: they are assumptions, marked as such.

use super::{bounded, default_effects};
use crate::{
    clock::Moment,
    object::{
        ObjectKind::{Product, Resource},
        SourceKind,
    },
    regime::{
        Act, ActForm, ActRow, Basis, Bilingual, ClaimableRow, Completion, Labels, Limit, NumberForm,
        PeriodUnit, Regime, RegimeId, TimeLimits, UpheldObjection,
    },
    rights::RightKinds,
};

/// Version 1 of the Shenzhen regime.
pub const SHENZHEN_2023: RegimeId = RegimeId {
    system: 2,
    version: 1,
};

/// 2023-07-01 in China.
const FROM: Moment = Moment(1_688_140_800_000);

const EFFECT_ZH: &str =
    "本登记记载数据资源或数据产品的权利归属情况；登记机构依第三方服务机构的实质审查报告办理。\
本系统记载的质押仅作公示与锁定，优先顺序以法定登记系统（中登网）为准。";
const EFFECT_EN: &str = "This registration records the attribution of rights in a data resource or data product, on a \
service institution's report of substantive review. A pledge recorded here is notice and lock only; statutory rank follows \
the statutory register.";

/// The Shenzhen regime, version 1.
pub fn shenzhen_2023() -> Regime {
    Regime {
        id: SHENZHEN_2023,
        name: Bilingual::new(
            "深圳市数据产权登记管理暂行办法",
            "Shenzhen interim measures on data property rights registration, 2023",
        ),
        effective_from: FROM,
        effective_until: None,
        limits: TimeLimits {
            acceptance_working_days: Limit::assumed(5),
            silence_is_acceptance: false,
            completion_working_days_max: Limit::assumed(20),
            review_working_days: Limit::assumed(10),
            extension_working_days_max: Limit::assumed(10),
            notice_working_days: Limit::assumed(10),
            objection_working_days: Limit::assumed(10),
            appeal_working_days: Limit::assumed(15),
            validity_years_max: Limit::assumed(3),
            renewal_window: Limit::assumed(6),
            renewal_window_unit: PeriodUnit::Months,
            // Confirmed, but the number of the article is not: originals are kept at least 30 years.
            retention_years: Limit::assumed(30),
            supplement_working_days_max: Limit::assumed(20),
            objection_notice_working_days: Limit::assumed(5),
            court_proof_days: Limit::assumed(15),
            hold_days_max: Limit::assumed(180),
            conflict_working_days: Limit::assumed(20),
            bad_faith_bar_days: Limit::assumed(0),
        },
        acts: bounded(acts()),
        claimable: bounded(claimable()),
        number_form: NumberForm::NationalAnnex6,
        completion: Completion::Local,
        report_required: true,
        public_match_refused: true,
        creates_rights: true,
        upheld_objection: UpheldObjection::Refused,
        objection_after_entry: true,
        notice_may_be_withheld: true,
        effects: default_effects(),
        labels: Labels {
            holding: Bilingual::new("数据资源持有权", "data-resource holding right"),
            processing_use: Bilingual::new("数据加工使用权", "data processing-use right"),
            operating: Bilingual::new("数据产品经营权", "data-product operating right"),
        },
        effect_text: Bilingual::new(EFFECT_ZH, EFFECT_EN),
    }
}

/// The six registration types, confirmed but without the number of the article. Renewal is none of them: it is offered
/// as a procedure, since certificates have a term.
fn acts() -> alloc::vec::Vec<ActRow> {
    [
        Act::First,
        Act::Licence,
        Act::Transfer,
        Act::Change,
        Act::Renewal,
        Act::Cancellation,
        Act::Objection,
        Act::Pledge,
    ]
    .into_iter()
    .map(|act| ActRow {
        act,
        form: if [Act::Renewal, Act::Pledge].contains(&act) {
            ActForm::Procedure
        } else {
            ActForm::Registration
        },
        needs_operating_right: false,
        review_working_days: None,
        basis: Basis::Assumption,
    })
    .collect()
}

/// Holding from a resource, operating from a product, processing-use by licence only (S010, S011).
fn claimable() -> alloc::vec::Vec<ClaimableRow> {
    let sources = [
        SourceKind::Collected,
        SourceKind::Commissioned,
        SourceKind::Agreement,
        SourceKind::OpenDataByProgram,
        SourceKind::JointFusion,
        SourceKind::Derived,
        SourceKind::Entrusted,
    ];
    let kinds = |source, own| {
        if source == SourceKind::Entrusted {
            RightKinds::NONE
        } else {
            own
        }
    };
    let row = |source, object, own| ClaimableRow {
        source,
        object,
        kinds: kinds(source, own),
        conditional: RightKinds::NONE,
        condition: None,
        basis: Basis::Assumption,
    };
    sources
        .into_iter()
        .flat_map(|source| {
            [
                row(source, Resource, RightKinds::HOLDING),
                row(source, Product, RightKinds::OPERATING),
            ]
        })
        .collect()
}
