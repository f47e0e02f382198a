//! Cancellation 注销 that a holder asks for (NG 37(1)): of whole kinds of right on a certificate, or of a registration without
//! rights. What stands on them bars it, unless each for whom it stands signs in the same case.

use crate::{
    dealing_entry::Written,
    dealings::{numbers, Dealt, Step},
    endings::{certificate_without, roll_without},
    entering::Decided,
    entries::next_entry,
    Cases, Config, Error, Pallet, Rights,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    case::Case,
    directory::RuleBook,
    ending::{RightsEndCause, StandsOn},
    filing::{Cancellation, Dealing, Matter},
    rights::RightKinds,
    v1::{EntryContent, ObjectRecord, RightStatus},
    Bounded, CaseId, PartyId, RightId,
};

impl Dealt {
    /// Who holds one of the licences.
    pub(crate) fn licensees(&self, licences: &[u32]) -> BTreeSet<PartyId> {
        let named = self.live.iter().filter(|(number, _)| licences.contains(number));
        named.flat_map(|(_, right)| right.holders.parties()).collect()
    }
}

impl<T: Config> Pallet<T> {
    /// The rules of a cancellation that is asked for; the marks are judged with those of every dealing.
    pub(crate) fn ensure_cancellation_fits(
        dealing: &Dealing,
        cancellation: &Cancellation,
        dealt: &Dealt,
        step: Step,
    ) -> Result<(), Error<T>> {
        // A registration without rights has no kinds and is cancelled as a whole (PD 9(4)).
        if dealt.certificate.without_rights.is_none() && dealt.rights.is_empty() {
            return Err(Error::<T>::ClaimMissing);
        }
        // A licence in force bars it, unless the application names it and the licensee signs.
        let signed = match step {
            Step::Filing(..) => dealt.licences == *cancellation.licences,
            Step::Entry(..) => dealt
                .licences
                .iter()
                .all(|number| cancellation.licences.contains(number)),
        };
        if !signed {
            return Err(Error::<T>::LicenceStands);
        }
        // So does another open case about the same rights.
        let cases = Self::open_dealings(&dealt.record, dealing.certificate, dealing.kinds, step.own());
        cases.is_empty().then_some(()).ok_or(Error::<T>::CaseStands)
    }

    /// The open cases of an object, but `own`, that deal with one of these kinds on a certificate, or with all that it lists.
    pub(crate) fn open_dealings(
        record: &ObjectRecord,
        certificate: u32,
        kinds: RightKinds,
        own: Option<CaseId>,
    ) -> Vec<CaseId> {
        let about = |other: &Dealing| {
            let whole = kinds == RightKinds::NONE || other.kinds == RightKinds::NONE;
            other.certificate == certificate && (whole || other.kinds.0 & kinds.0 != 0)
        };
        Self::open_cases_where(record, own, |case| case.dealing().is_some_and(about))
    }

    /// All open cases of an object, but `own`.
    pub(crate) fn open_cases_but(record: &ObjectRecord, own: Option<CaseId>) -> Vec<CaseId> {
        Self::open_cases_where(record, own, |_| true)
    }

    fn open_cases_where(
        record: &ObjectRecord,
        own: Option<CaseId>,
        about: impl Fn(&Case) -> bool,
    ) -> Vec<CaseId> {
        let rules = T::Rules::default();
        let others = record.open_cases.iter().filter(|id| Some(**id) != own);
        let open = |id: &CaseId| {
            let Some(case) = Cases::<T>::get(id).filter(&about) else {
                return false;
            };
            let regime = rules.regime(case.regime);
            regime.is_some_and(|regime| !case.status(rules.now(), &regime, &rules).has_ended())
        };
        others.copied().filter(open).collect()
    }

    /// Who stands on the other side of who disposes: they receive, or their licence ends.
    pub(crate) fn counterparties(case: &Case) -> BTreeSet<PartyId> {
        let Some(dealing) = case.dealing() else {
            return BTreeSet::new();
        };
        let Matter::Cancellation(cancellation) = &dealing.matter else {
            return Self::receiving(dealing);
        };
        let licences = cancellation.licences.iter();
        let held = licences.filter_map(|number| Rights::<T>::get(dealing.object, number));
        Self::parties_now(held.flat_map(|right| right.holders.parties()))
    }

    /// What besides marks stands on a right of first registration.
    pub(crate) fn standing_on(right: RightId) -> Option<StandsOn> {
        let record = crate::Objects::<T>::get(right.object)?;
        let of_right = Rights::<T>::get(right.object, right.index)?;
        let rights = [right.index].into_iter().collect();
        let kinds = RightKinds::NONE.with(of_right.kind);
        let live_right = of_right.status == RightStatus::Live;
        live_right.then(|| StandsOn {
            licences: Bounded::truncate_from(Self::licences_from(right.object, rights)),
            cases: Bounded::truncate_from(Self::open_dealings(&record, of_right.certificate, kinds, None)),
        })
    }

    /// What the entry of a cancellation writes: the granted rights, ended; their certificate without them, or ended.
    pub(crate) fn cancelled(
        case: &Case,
        dealing: &Dealing,
        cancellation: &Cancellation,
        dealt: Dealt,
        decided: &Decided,
    ) -> Result<(Written, EntryContent), Error<T>> {
        let mut rights = dealt.granted(&decided.examination);
        let ended = numbers(&rights);
        let by = (next_entry(&dealt.record), decided.at);
        for (_, right) in &mut rights {
            right.status = RightStatus::Ended(by.0);
        }
        Self::as_stored(dealing.object, &mut rights);
        let certificate = certificate_without(dealt.certificate, ended, by);
        let certificates = alloc::vec![(dealing.certificate, certificate)];
        let content = EntryContent::RightsEnded {
            rights: Bounded::truncate_from(ended.numbers().collect()),
            certificates: Bounded::truncate_from(certificates.clone()),
            mark: None,
            cause: RightsEndCause::Requested(cancellation.reason),
            fallen: Bounded::truncate_from(Self::falling_with(dealing.object, ended)),
            signatures: Bounded::truncate_from(case.signatures().collect()),
        };
        let roll = roll_without(dealt.roll, ended, &certificates);
        let written = Written {
            rights,
            certificates,
            ..Written::nothing(dealt.record, roll)
        };
        Ok((written, content))
    }
}
