//! Renewal 续期 (NG 36): in its window, so that the certificate stays in force until it is decided; or later, so that what
//! has lapsed revives with its marks, licences and ranks.

use crate::{
    dealing_entry::Written,
    dealings::{numbers, Dealt, Step},
    entering::Decided,
    entries::next_entry,
    registrations::end_of_term,
    roll::Roll,
    Cases, Config, Error, Pallet,
};
use alloc::{collections::BTreeSet, vec::Vec};
use quanji_primitives::{
    clock::Moment,
    directory::{MarkHolders, RuleBook},
    filing::{Dealing, Matter, Renewal},
    marks::MarkKind,
    regime::Regime,
    renewal::{following_term, is_in_time, window},
    rights::RightKinds,
    v1::{CertificateRecord, EntryContent, ObjectRecord, WithoutRights},
    Bounded, CaseId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// The rules of a renewal.
    pub(crate) fn ensure_renewal_fits(
        dealing: &Dealing,
        renewal: &Renewal,
        dealt: &Dealt,
        regime: &Regime,
        step: Step,
    ) -> Result<(), Error<T>> {
        // A registration without rights has no kinds and is renewed as a whole (PD 15).
        if dealt.certificate.without_rights.is_none() && dealt.rights.is_empty() {
            return Err(Error::<T>::ClaimMissing);
        }
        // NG 26, PD 15: no longer than what is registered first.
        let years = 1..=regime.limits.validity_years_max.number;
        if !years.contains(&renewal.years.into()) {
            return Err(Error::<T>::ValidityOutOfRange);
        }
        if let Step::Filing(_, own) = step {
            let renewed = Self::renewals_of(&dealt.record, dealing.certificate, dealing.kinds, own);
            if !renewed.is_empty() {
                return Err(Error::<T>::RenewalPending);
            }
        }
        let ends = dealt.ends();
        if renewal.revives {
            // What is in force is renewed in its window and has nothing to revive.
            let now = T::Rules::default().now();
            let lapsed = ends.iter().all(|until| *until <= now);
            return lapsed.then_some(()).ok_or(Error::<T>::NotLapsed);
        }
        // NG 36: from six months to one day before expiry. What was filed in time is entered later, but not twice.
        let fits = |until: &Moment| match step {
            Step::Filing(received_at, _) => is_in_time(regime, *until, received_at),
            Step::Entry(_, case) => window(regime, *until).0 <= case.received_at.day(),
        };
        ends.iter()
            .all(fits)
            .then_some(())
            .ok_or(Error::<T>::RenewalOutOfWindow)
    }

    /// Whether something on a certificate is in force.
    pub(crate) fn is_in_force(certificate: u32, record: &ObjectRecord, roll: &Roll) -> bool {
        let lines = Self::those_in_force(record, roll);
        lines.iter().any(|line| line.certificate == certificate)
    }

    /// The open cases, but `own`, that renew some of these kinds on a certificate.
    pub(crate) fn renewals_of(
        record: &ObjectRecord,
        certificate: u32,
        kinds: RightKinds,
        own: Option<CaseId>,
    ) -> Vec<CaseId> {
        let mut cases = Self::open_dealings(record, certificate, kinds, own);
        cases.retain(|id| {
            Cases::<T>::get(id).is_some_and(|case| {
                case.dealing()
                    .is_some_and(|other| matches!(other.matter, Matter::Renewal(_)))
            })
        });
        cases
    }

    /// The timely renewals of an object that are not decided yet: they keep in force what they renew (NG 36).
    pub(crate) fn timely_renewals(record: &ObjectRecord) -> Vec<Dealing> {
        let now = T::Rules::default().now();
        let renewal = |id: &CaseId| Cases::<T>::get(id)?.timely_renewal(now).cloned();
        record.open_cases.iter().filter_map(renewal).collect()
    }

    /// For whom pledges and seizures stand against the rights dealt with: they may keep them in force.
    pub(crate) fn holders_of_security(dealing: &Dealing, dealt: &Dealt) -> BTreeSet<PartyId> {
        let secures = |kind| {
            matches!(
                kind,
                MarkKind::Pledge | MarkKind::SeizureFirst | MarkKind::SeizureWaiting
            )
        };
        Self::standing_marks(dealing.object, numbers(&dealt.rights))
            .into_iter()
            .filter(|(_, mark)| secures(mark.kind))
            .filter_map(|(number, mark)| T::MarkHolders::holder(dealing.object, number, &mark))
            .map(Self::current)
            .collect()
    }

    /// What the entry of a renewal writes: the new terms, and a higher issue of the certificate.
    pub(crate) fn renewed(
        dealing: &Dealing,
        renewal: &Renewal,
        dealt: Dealt,
        decided: &Decided,
    ) -> Result<(Written, EntryContent), Error<T>> {
        let years = u32::from(renewal.years);
        let until = |old: Moment| {
            if renewal.revives {
                end_of_term(decided.at, years)
            } else {
                following_term(old, years)
            }
        };
        let mut rights = dealt.granted(&decided.examination);
        for (_, right) in &mut rights {
            right.valid_until = until(right.valid_until);
        }
        Self::as_stored(dealing.object, &mut rights);
        let certificate = CertificateRecord {
            issue: dealt.certificate.issue.saturating_add(1),
            entry: next_entry(&dealt.record),
            issued_at: decided.at,
            without_rights: dealt.certificate.without_rights.map(|registered| WithoutRights {
                valid_until: until(registered.valid_until),
                ..registered
            }),
            ..dealt.certificate
        };
        let content = EntryContent::Renewed {
            rights: Bounded::truncate_from(rights.clone()),
            number: dealing.certificate,
            certificate: certificate.clone(),
            revived: renewal.revives,
        };
        let certificates = alloc::vec![(dealing.certificate, certificate)];
        let roll = Self::ensure_roll_after(dealt.roll, &rights, &certificates)?;
        let written = Written {
            rights,
            certificates,
            ..Written::nothing(dealt.record, roll)
        };
        Ok((written, content))
    }
}
