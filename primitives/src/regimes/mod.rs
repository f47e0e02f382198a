//! The regimes and the calendar known at genesis, written from the articles (`docs/regimes/`).

mod calendar_2026;
mod national_2026;
mod public_data_2025;
mod shenzhen_2023;

pub use calendar_2026::calendar_2026;
pub use national_2026::{national_2026, NATIONAL_2026};
pub use public_data_2025::{public_data_2025, PUBLIC_DATA_2025};
pub use shenzhen_2023::{shenzhen_2023, SHENZHEN_2023};

use crate::{
    marks::{Effect, EffectMatrix, EffectRow, Operation},
    Bounded,
};
use alloc::vec::Vec;
use Effect::{AsRuled, Ends, NeedsConsent, Passes, Queues, Refused, Travels};

/// The matrix of design section 5, row by row.
pub fn default_effects() -> EffectMatrix {
    use Operation::*;
    let row = |operation, effects| EffectRow { operation, effects };
    bounded(alloc::vec![
        row(
            Transfer,
            [
                Travels,
                Refused,
                Refused,
                Refused,
                Refused,
                NeedsConsent,
                NeedsConsent
            ]
        ),
        row(
            ExclusiveLicence,
            [
                Travels,
                Refused,
                Refused,
                Refused,
                Refused,
                NeedsConsent,
                NeedsConsent
            ]
        ),
        row(
            NonExclusiveLicence,
            [Travels, Refused, Refused, Refused, Refused, NeedsConsent, Passes]
        ),
        row(
            NewPledge,
            [Travels, Refused, Refused, Refused, Refused, Queues, Queues]
        ),
        row(
            Change,
            [Passes, Passes, Travels, Travels, NeedsConsent, Travels, Travels]
        ),
        row(
            VoluntaryCancellation,
            [
                Refused,
                Refused,
                Refused,
                Refused,
                Refused,
                NeedsConsent,
                NeedsConsent
            ]
        ),
        row(Renewal, [Passes; 7]),
        row(ReleaseByMarkHolder, [Passes; 7]),
        row(UniversalSuccession, [Travels; 7]),
        row(
            TransferByFirstRankCourt,
            [Travels, Ends, Passes, Travels, NeedsConsent, AsRuled, Ends]
        ),
        row(
            ByInstrument,
            [Travels, Travels, Travels, Travels, Travels, Travels, Ends]
        ),
        row(
            FurtherSeizure,
            [Passes, Passes, Queues, Queues, Passes, Passes, Passes]
        ),
    ])
}

/// A table of fixed length as a bounded vector. Empty when it is too long, which a test of every preset refuses.
fn bounded<T, const N: u32>(rows: Vec<T>) -> Bounded<T, N> {
    rows.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        marks::{effect, MarkKind},
        object::{ObjectKind, SourceKind},
        regime::{Act, ClaimCondition, Regime},
        rights::RightKinds,
    };

    fn presets() -> [Regime; 3] {
        [national_2026(), shenzhen_2023(), public_data_2025()]
    }

    #[test]
    fn no_table_or_text_of_a_preset_was_too_long() {
        for regime in presets() {
            assert_eq!(regime.effects.len(), 12);
            assert_eq!(regime.acts.len(), 7);
            assert_eq!(regime.claimable.len(), 14, "seven sources, two kinds of object");
            for text in [
                &regime.name,
                &regime.effect_text,
                &regime.labels.holding,
                &regime.labels.operating,
            ] {
                assert!(!text.zh().is_empty() && !text.en().is_empty());
            }
        }
    }

    #[test]
    fn national_claims_follow_article_21() {
        let regime = national_2026();
        let claimable = |source, object| regime.claimable(source, object, &[]);
        use {ObjectKind::*, SourceKind::*};
        assert_eq!(claimable(Collected, Resource), RightKinds::ALL);
        assert_eq!(claimable(Commissioned, Resource), RightKinds::ALL);
        assert_eq!(
            claimable(OpenDataByProgram, Resource),
            RightKinds::HOLDING_AND_USE
        );
        assert_eq!(claimable(OpenDataByProgram, Product), RightKinds::HOLDING_AND_USE);
        let met = [ClaimCondition::NoSubstitution];
        assert_eq!(
            regime.claimable(OpenDataByProgram, Product, &met),
            RightKinds::ALL
        );
        assert_eq!(
            regime.claimable(OpenDataByProgram, Resource, &met),
            RightKinds::HOLDING_AND_USE
        );
        assert_eq!(claimable(JointFusion, Resource), RightKinds::HOLDING_AND_USE);
        assert_eq!(claimable(Derived, Product), RightKinds::ALL);
        assert_eq!(claimable(Entrusted, Product), RightKinds::NONE);
        assert_eq!(
            regime.claimable(Entrusted, Product, &[ClaimCondition::LawOrContract]),
            RightKinds::ALL
        );
    }

    #[test]
    fn shenzhen_claims_follow_the_object() {
        let regime = shenzhen_2023();
        let claimable = |object| regime.claimable(SourceKind::Collected, object, &[]);
        assert_eq!(claimable(ObjectKind::Resource), RightKinds::HOLDING);
        assert_eq!(claimable(ObjectKind::Product), RightKinds::OPERATING);
    }

    #[test]
    fn registration_types_are_five_nationally_and_six_in_shenzhen() {
        use crate::regime::ActForm::Registration;
        let types = |regime: Regime| -> Vec<Act> {
            let rows = regime.acts.iter().filter(|row| row.form == Registration);
            rows.map(|row| row.act).collect()
        };
        use Act::*;
        assert_eq!(
            types(national_2026()),
            [First, Transfer, Change, Renewal, Cancellation]
        );
        assert_eq!(
            types(shenzhen_2023()),
            [First, Licence, Transfer, Change, Cancellation, Objection]
        );
    }

    #[test]
    fn the_national_numbers_are_those_of_the_articles() {
        let limits = national_2026().limits;
        let of_article = |limit: crate::regime::Limit, article| {
            assert_eq!(limit.basis, crate::regime::Basis::Article(article));
            limit.number
        };
        assert_eq!(of_article(limits.acceptance_working_days, 17), 3);
        assert!(limits.silence_is_acceptance);
        assert_eq!(of_article(limits.review_working_days, 28), 10);
        assert_eq!(of_article(limits.extension_working_days_max, 28), 10);
        assert_eq!(of_article(limits.notice_working_days, 24), 5);
        assert_eq!(of_article(limits.objection_working_days, 25), 10);
        assert_eq!(of_article(limits.validity_years_max, 26), 5);
        assert_eq!(of_article(limits.renewal_window, 36), 6);
        assert_eq!(of_article(limits.retention_years, 10), 20);
    }

    #[test]
    fn shenzhen_numbers_are_assumptions_but_for_retention() {
        let limits = shenzhen_2023().limits;
        for limit in [
            limits.acceptance_working_days,
            limits.completion_working_days_max,
            limits.review_working_days,
            limits.extension_working_days_max,
            limits.notice_working_days,
            limits.objection_working_days,
            limits.appeal_working_days,
            limits.validity_years_max,
            limits.renewal_window,
        ] {
            assert_eq!(limit.basis, crate::regime::Basis::Assumption);
        }
        assert_eq!(limits.retention_years.number, 30);
    }

    #[test]
    fn an_operation_without_row_is_refused() {
        let matrix = default_effects();
        assert_eq!(
            effect(&matrix, Operation::Transfer, MarkKind::Pledge),
            Effect::NeedsConsent
        );
        assert_eq!(
            effect(&matrix, Operation::NonExclusiveLicence, MarkKind::Reservation),
            Effect::Passes
        );
        assert_eq!(
            effect(&Default::default(), Operation::Renewal, MarkKind::Pledge),
            Effect::Refused
        );
    }

    #[test]
    fn a_licence_is_a_filing_nationally_and_a_registration_in_shenzhen() {
        use crate::regime::ActForm::*;
        let form = |regime: &Regime, act| regime.act(act).map(|row| row.form);
        assert_eq!(form(&national_2026(), Act::Licence), Some(FilingWithVoucher));
        assert_eq!(form(&national_2026(), Act::Objection), Some(Procedure));
        assert_eq!(form(&shenzhen_2023(), Act::Licence), Some(Registration));
        assert_eq!(form(&shenzhen_2023(), Act::Objection), Some(Registration));
    }

    #[test]
    fn a_regime_is_effective_between_its_dates() {
        use crate::clock::Moment;
        let mut regime = national_2026();
        regime.effective_from = Moment(10);
        regime.effective_until = Some(Moment(20));
        let effective = |now| regime.is_effective(Moment(now));
        assert_eq!([9, 10, 19, 20].map(effective), [false, true, true, false]);
    }
}
