//! `national-2026`: the Working Guide on Data Property Rights Registration (Trial), 国数综政策〔2026〕35号.

use super::{bounded, default_effects};
use crate::{
    clock::Moment,
    object::{
        ObjectKind::{Product, Resource},
        SourceKind,
    },
    regime::{
        Act, ActForm, ActRow, Basis, Bilingual, ClaimCondition, ClaimableRow, Completion, Labels, Limit,
        NumberForm, PeriodUnit, Regime, RegimeId, TimeLimits, UpheldObjection,
    },
    rights::RightKinds,
};

/// Version 1 of the national regime.
pub const NATIONAL_2026: RegimeId = RegimeId {
    system: 1,
    version: 1,
};

const EFFECT_ZH: &str =
    "本登记记载数据产权的归属和内容，并固定证据；凭证与登记簿记载不一致的，以登记簿为准。\
登记不表示数据可以脱离许可范围使用；本系统记载的质押仅作公示与锁定，优先顺序以法定登记系统（中登网）为准。";
const EFFECT_EN: &str = "This registration records to whom data property rights belong and what they contain, with \
evidence. Where certificate and register differ, the register prevails. It permits no use beyond the rights recorded. A \
pledge recorded here is notice and lock only; statutory rank follows the statutory register.";

/// The national regime, version 1.
pub fn national_2026() -> Regime {
    Regime {
        id: NATIONAL_2026,
        name: Bilingual::new(
            "数据产权登记工作指引（试行）",
            "National guide on data property rights registration (trial), 2026",
        ),
        // The text names no commencement date: see docs/regimes/national-2026.md.
        effective_from: Moment(0),
        effective_until: None,
        limits: TimeLimits {
            acceptance_working_days: Limit::article(3, 17),
            silence_is_acceptance: true,
            completion_working_days_max: Limit::assumed(20),
            review_working_days: Limit::article(10, 28),
            extension_working_days_max: Limit::article(10, 28),
            notice_working_days: Limit::article(5, 24),
            objection_working_days: Limit::article(10, 25),
            appeal_working_days: Limit::assumed(15),
            validity_years_max: Limit::article(5, 26),
            renewal_window: Limit::article(6, 36),
            renewal_window_unit: PeriodUnit::Months,
            retention_years: Limit::article(20, 10),
            supplement_working_days_max: Limit::assumed(20),
            objection_notice_working_days: Limit::article(5, 29),
            court_proof_days: Limit::assumed(15),
            hold_days_max: Limit::assumed(180),
            conflict_working_days: Limit::assumed(20),
            bad_faith_bar_days: Limit::assumed(0),
        },
        acts: bounded(acts()),
        claimable: bounded(claimable()),
        number_form: NumberForm::NationalAnnex6,
        completion: Completion::Local,
        report_required: false,
        public_match_refused: true,
        creates_rights: true,
        upheld_objection: UpheldObjection::Refused,
        objection_after_entry: true,
        notice_may_be_withheld: true,
        effects: default_effects(),
        labels: Labels {
            holding: Bilingual::new("数据持有权", "right to hold data"),
            processing_use: Bilingual::new("数据使用权", "right to process and use data"),
            operating: Bilingual::new("数据经营权", "right to operate data"),
        },
        effect_text: Bilingual::new(EFFECT_ZH, EFFECT_EN),
    }
}

fn acts() -> alloc::vec::Vec<ActRow> {
    let row = |act, form, needs_operating_right, article| ActRow {
        act,
        form,
        needs_operating_right,
        review_working_days: None,
        basis: Basis::Article(article),
    };
    alloc::vec![
        row(Act::First, ActForm::Registration, false, 33),
        row(Act::Licence, ActForm::FilingWithVoucher, true, 3),
        row(Act::Transfer, ActForm::Registration, true, 34),
        row(Act::Change, ActForm::Registration, false, 35),
        row(Act::Renewal, ActForm::Registration, false, 36),
        row(Act::Cancellation, ActForm::Registration, false, 37),
        row(Act::Objection, ActForm::Procedure, false, 29),
        row(Act::Pledge, ActForm::Procedure, true, 3),
    ]
}

/// NG 21, paragraph by paragraph; data obtained by agreement gives what the agreement says (NG 20).
fn claimable() -> alloc::vec::Vec<ClaimableRow> {
    let row = |source, object, kinds, conditional, condition| ClaimableRow {
        source,
        object,
        kinds,
        conditional,
        condition,
        basis: Basis::Article(21),
    };
    let all = |source, object| row(source, object, RightKinds::ALL, RightKinds::NONE, None);
    let by_agreement = |object| ClaimableRow {
        basis: Basis::Article(20),
        ..all(SourceKind::Agreement, object)
    };
    let with_condition = |source, object, kinds, conditional, condition| {
        row(source, object, kinds, conditional, Some(condition))
    };
    alloc::vec![
        all(SourceKind::Collected, Resource),
        all(SourceKind::Collected, Product),
        all(SourceKind::Commissioned, Resource),
        all(SourceKind::Commissioned, Product),
        by_agreement(Resource),
        by_agreement(Product),
        row(
            SourceKind::OpenDataByProgram,
            Resource,
            RightKinds::HOLDING_AND_USE,
            RightKinds::NONE,
            None
        ),
        with_condition(
            SourceKind::OpenDataByProgram,
            Product,
            RightKinds::HOLDING_AND_USE,
            RightKinds::OPERATING,
            ClaimCondition::NoSubstitution,
        ),
        with_condition(
            SourceKind::JointFusion,
            Resource,
            RightKinds::HOLDING_AND_USE,
            RightKinds::OPERATING,
            ClaimCondition::ParticipantsConsent,
        ),
        with_condition(
            SourceKind::JointFusion,
            Product,
            RightKinds::HOLDING_AND_USE,
            RightKinds::OPERATING,
            ClaimCondition::ParticipantsConsent,
        ),
        all(SourceKind::Derived, Resource),
        all(SourceKind::Derived, Product),
        with_condition(
            SourceKind::Entrusted,
            Resource,
            RightKinds::NONE,
            RightKinds::ALL,
            ClaimCondition::LawOrContract,
        ),
        with_condition(
            SourceKind::Entrusted,
            Product,
            RightKinds::NONE,
            RightKinds::ALL,
            ClaimCondition::LawOrContract,
        ),
    ]
}
