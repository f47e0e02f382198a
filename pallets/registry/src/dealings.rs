//! Dealings with what is registered: who may file one, what it finds in the register, and its completion (NG 33-37).

use crate::{
    roll::{Line, Roll},
    Cases, Certificates, Config, Error, Event, Objects, Pallet, Rolls,
};
use alloc::{boxed::Box, collections::BTreeSet, vec::Vec};
use frame_support::pallet_prelude::DispatchError;
use quanji_primitives::{
    capacity::Capacity,
    case::{Case, Concerned, Signing, Stage, CONCERNED_MAX},
    clock::{add_working_days, Moment},
    directory::{AuthorityDirectory, PartyRegister, RuleBook},
    filing::{Dealing, Matter},
    marks::{Operation, RightSet},
    once::asked_once,
    regime::{Act, ActForm, ActRow, Regime},
    rights::RightKind,
    succession::current_holders,
    terms::LicenceKind,
    v1::{CertificateRecord, ObjectRecord, Outcome, RightRecord},
    Bounded, CaseId, ObjectId, PartyId,
};

/// What a dealing finds in the register.
pub(crate) struct Dealt {
    pub record: ObjectRecord,
    pub certificate: CertificateRecord,
    /// What is live in the object.
    pub roll: Roll,
    /// All live rights of the object, with their numbers and as they are held today.
    pub live: Vec<(u32, RightRecord)>,
    /// The numbers of those in force.
    pub in_force: RightSet,
    /// The rights dealt with, in the order of their kinds; of a licence, the right that it comes from.
    pub rights: Vec<(u32, RightRecord)>,
    /// The licences in force that come from rights that pass or end; of a split, all that may be in force again.
    pub licences: Vec<u32>,
    /// Of a licence: that right and those above it.
    pub chain: RightSet,
    /// The marks that travel with it, by their numbers.
    pub travelling: Vec<u32>,
}

/// When a dealing is looked at: as it is filed, or as it is entered.
#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    /// Filed, with what was received then; or completed, in the case that there is.
    Filing(Moment, Option<CaseId>),
    /// Entered: what was signed and consented to is in the case.
    Entry(CaseId, &'a Case),
}

impl Step<'_> {
    /// The case that it is a step of, if there is one already.
    pub(crate) fn own(self) -> Option<CaseId> {
        match self {
            Self::Filing(_, own) => own,
            Self::Entry(id, _) => Some(id),
        }
    }
}

/// A dealing that may be filed.
pub(crate) struct FittingDealing {
    pub dealt: Dealt,
    pub concerned: Bounded<Concerned, CONCERNED_MAX>,
}

impl Dealt {
    /// Who holds what stands on a certificate: rights that are no licences, or the registration without rights.
    pub(crate) fn holders_on(&self, certificate: u32) -> BTreeSet<PartyId> {
        let rights = self.roots().filter(|(_, right)| right.certificate == certificate);
        self.and_subject(rights.flat_map(|(_, right)| right.holders.parties()).collect())
    }

    /// Who holds rights in force in the object, and who holds what stands on the certificate.
    fn holders(&self, certificate: u32) -> BTreeSet<PartyId> {
        let in_force = self.roots().filter(|(number, _)| self.in_force.contains(*number));
        let mut holders = self.holders_on(certificate);
        holders.extend(in_force.flat_map(|(_, right)| right.holders.parties()));
        holders
    }

    fn and_subject(&self, mut holders: BTreeSet<PartyId>) -> BTreeSet<PartyId> {
        let registered = self.certificate.without_rights.iter();
        holders.extend(registered.flat_map(|registered| registered.subject.parties()));
        holders
    }

    /// Who holds the right from which a licence comes.
    fn licensors(&self) -> BTreeSet<PartyId> {
        let rights = self.rights.iter();
        rights.flat_map(|(_, right)| right.holders.parties()).collect()
    }

    /// The live rights that are no licences.
    pub(crate) fn roots(&self) -> impl Iterator<Item = &(u32, RightRecord)> {
        self.live.iter().filter(|(_, right)| right.parent.is_none())
    }

    /// The ends of the terms of what is dealt with.
    pub(crate) fn ends(&self) -> Vec<Moment> {
        let rights = self.rights.iter().map(|(_, right)| right.valid_until);
        let registered = self.certificate.without_rights.iter();
        rights
            .chain(registered.map(|registered| registered.valid_until))
            .collect()
    }
}

impl<T: Config> Pallet<T> {
    /// Whether `applicant` may file this, received at `received_at`, now.
    pub(crate) fn ensure_can_file_dealing(
        applicant: PartyId,
        dealing: &Dealing,
        received_at: Moment,
    ) -> Result<FittingDealing, DispatchError> {
        let rules = T::Rules::default();
        let regime = rules.regime(dealing.regime).ok_or(Error::<T>::RegimeNotFound)?;
        // What was received on paper is judged by the regime of that time.
        if !regime.is_effective(received_at) {
            return Err(Error::<T>::RegimeNotEffective.into());
        }
        if !T::Authorities::is_listed(dealing.authority) {
            return Err(Error::<T>::AuthorityNotListed.into());
        }
        // S047: who applies, or is to receive, is not barred.
        let barred = |party: PartyId| T::Parties::is_barred(party, rules.now());
        if barred(applicant) || Self::receiving(dealing).into_iter().any(barred) {
            return Err(Error::<T>::BarredFromFiling.into());
        }
        let step = Step::Filing(received_at, None);
        let fitting = Self::ensure_dealing_is_filed(applicant, dealing, &regime, step)?;
        if fitting.dealt.record.open_cases.is_full() {
            return Err(Error::<T>::TooManyOpenCases.into());
        }
        Ok(fitting)
    }

    /// Everything about a dealing except whether it is taken as a new one.
    fn ensure_dealing_is_filed(
        applicant: PartyId,
        dealing: &Dealing,
        regime: &Regime,
        step: Step,
    ) -> Result<FittingDealing, DispatchError> {
        let dealt = Self::ensure_dealing_fits(dealing, regime, step)?;
        // NG 16: the applicant vouches for what it files.
        if !dealing.declaration.truthful {
            return Err(Error::<T>::DeclarationMissing.into());
        }
        Self::ensure_may_apply(applicant, dealing, &dealt)?;
        let concerned = Self::concerned_by(dealing, &dealt)?;
        let parties: Vec<_> = concerned.iter().map(|concerned| concerned.party).collect();
        Self::ensure_not_own_case(dealing.authority, applicant, &parties)?;
        Ok(FittingDealing { dealt, concerned })
    }

    /// What must be true of a dealing when it is filed and again when it is entered.
    pub(crate) fn ensure_dealing_fits(
        dealing: &Dealing,
        regime: &Regime,
        step: Step,
    ) -> Result<Dealt, DispatchError> {
        let act = dealing.matter.act();
        Self::ensure_act_by_case(act, regime)?;
        let mut dealt = Self::ensure_dealt_with(dealing, regime)?;
        match &dealing.matter {
            Matter::Transfer(transfer) => {
                Self::ensure_transfer_fits(dealing, transfer, &dealt, step)?;
                Self::ensure_licence_back_fits(dealing.object, transfer, &dealt, step)?;
            }
            Matter::Change(change) => Self::ensure_change_fits(dealing, change, &dealt, regime, step)?,
            Matter::Renewal(renewal) => Self::ensure_renewal_fits(dealing, renewal, &dealt, regime, step)?,
            Matter::Cancellation(cancellation) => {
                Self::ensure_cancellation_fits(dealing, cancellation, &dealt, step)?
            }
            Matter::Licence(filing) => Self::ensure_licence_fits(dealing, filing, &dealt, step)?,
            Matter::Particulars(particulars) => Self::ensure_particulars_fit(dealing, particulars, &dealt)?,
        }
        // Of a licence it is judged where its terms are: below a first licence, that one says what may be passed on.
        if act != Act::Licence {
            let known = (dealt.live.as_slice(), dealt.in_force);
            Self::ensure_power_to_dispose(act, dealing.certificate, known, regime)?;
        }
        dealt.travelling = Self::ensure_no_mark_bars(dealing, &dealt, step)?.travel;
        Ok(dealt)
    }

    /// NG 32: the acts of the regime; what it takes as a filing with a voucher needs no case.
    pub(crate) fn ensure_act_by_case(act: Act, regime: &Regime) -> Result<(), Error<T>> {
        let by_case = |row: &&ActRow| row.form != ActForm::FilingWithVoucher;
        let row = regime.act(act).filter(by_case);
        row.map(|_| ()).ok_or(Error::<T>::ActNotInRegime)
    }

    /// NG 33: what is registered, at the authority that keeps it; and the rights of the named kinds on the certificate.
    pub(crate) fn ensure_dealt_with(dealing: &Dealing, regime: &Regime) -> Result<Dealt, Error<T>> {
        let fits = |record: &ObjectRecord| {
            record.outcome == Outcome::Live
                && record.authority == dealing.authority
                && record.regime.system == regime.id.system
        };
        let record = Objects::<T>::get(dealing.object)
            .filter(fits)
            .ok_or(Error::<T>::ObjectUnfit)?;
        let certificate = Certificates::<T>::get(dealing.object, dealing.certificate)
            .filter(|certificate| certificate.outcome == Outcome::Live)
            .ok_or(Error::<T>::NotOnCertificate)?;
        let roll = Rolls::<T>::get(dealing.object);
        let (live, in_force) = Self::live_and_in_force(dealing.object, &record, &roll);
        let rights = match dealing.matter.licence() {
            Some(filing) => alloc::vec![licensed_from(filing.parent, dealing.certificate, &live)
                .ok_or(Error::<T>::NotOnCertificate)?],
            None => dealing
                .claimed()
                .map(|kind| right_of(kind, dealing.certificate, &live).ok_or(Error::<T>::NotOnCertificate))
                .collect::<Result<_, _>>()?,
        };
        let licences = match dealing.matter {
            Matter::Transfer(_) | Matter::Cancellation(_) => {
                Self::licences_from(dealing.object, numbers(&rights))
            }
            // What is split is covered by every licence in it.
            Matter::Change(_) if dealing.split().is_some() => Self::licences_that_may_stand(dealing.object),
            Matter::Change(_) | Matter::Renewal(_) | Matter::Licence(_) | Matter::Particulars(_) => {
                Vec::new()
            }
        };
        let from = dealing.matter.licence().map(|filing| filing.parent);
        let chain = from.map_or(RightSet::NONE, |parent| {
            Self::with_those_above(dealing.object, parent)
        });
        Ok(Dealt {
            record,
            certificate,
            roll,
            live,
            in_force,
            rights,
            licences,
            chain,
            travelling: Vec::new(),
        })
    }

    /// All live rights of an object as they are held today, and the numbers of those in force.
    pub(crate) fn live_and_in_force(
        object: ObjectId,
        record: &ObjectRecord,
        roll: &Roll,
    ) -> (Vec<(u32, RightRecord)>, RightSet) {
        let mut live = Self::rights_on(object, roll);
        let current = asked_once(Self::current);
        for (_, right) in &mut live {
            right.holders = current_holders(&right.holders, &current);
        }
        let in_force = Self::those_in_force(record, roll);
        (live, in_force.iter().filter_map(Line::number).collect())
    }

    /// NG 3: where the regime says so, only the operating right on the same certificate carries the power to do this.
    pub(crate) fn ensure_power_to_dispose(
        act: Act,
        certificate: u32,
        (live, in_force): (&[(u32, RightRecord)], RightSet),
        regime: &Regime,
    ) -> Result<(), Error<T>> {
        let needed = regime.act(act).is_some_and(|row| row.needs_operating_right);
        let held = right_of(RightKind::Operating, certificate, live)
            .is_some_and(|(number, _)| in_force.contains(number));
        (held || !needed)
            .then_some(())
            .ok_or(Error::<T>::OperatingRightNeeded)
    }

    /// A holder on the certificate applies, of a licence one of the right that it comes from; for a renewal, also for whom a
    /// pledge or seizure stands.
    fn ensure_may_apply(applicant: PartyId, dealing: &Dealing, dealt: &Dealt) -> Result<(), Error<T>> {
        // NG 35(1): each its own particulars.
        if matches!(&dealing.matter, Matter::Particulars(of) if of.holder != applicant) {
            return Err(Error::<T>::ParticularsOfAnother);
        }
        let holders = match dealing.matter {
            Matter::Licence(_) => dealt.licensors(),
            _ => dealt.holders_on(dealing.certificate),
        };
        let holds = Self::parties_now(holders).contains(&applicant);
        let renews = matches!(dealing.matter, Matter::Renewal(_));
        let may = holds || (renews && Self::holders_of_security(dealing, dealt).contains(&applicant));
        may.then_some(()).ok_or(Error::<T>::ApplicantWithoutRight)
    }

    /// Whom a dealing concerns, and who of them must sign: to a voluntary disposition all co-holders and who receives, to a
    /// cancellation all licensees too, to a change of the object all who hold rights in it, to a split those too whose rights
    /// have lapsed; to a licence both sides, and who else its filing names. A renewal each files alone, and a change of its own
    /// particulars.
    fn concerned_by(
        dealing: &Dealing,
        dealt: &Dealt,
    ) -> Result<Bounded<Concerned, CONCERNED_MAX>, DispatchError> {
        let (mut parties, signing) = match &dealing.matter {
            Matter::Licence(filing) => {
                let signatories = Self::signatories_of_licence(dealing.object, filing)?;
                (signatories.into_iter().collect(), Signing::Awaited)
            }
            Matter::Transfer(_) => (dealt.holders_on(dealing.certificate), Signing::Awaited),
            Matter::Change(_) if dealing.split().is_some() => (dealt.holders_of_all(), Signing::Awaited),
            Matter::Change(_) => (dealt.holders(dealing.certificate), Signing::Awaited),
            Matter::Renewal(_) => (dealt.holders_on(dealing.certificate), Signing::NotNeeded),
            Matter::Particulars(of) => ([of.holder].into(), Signing::Awaited),
            Matter::Cancellation(cancellation) => {
                let mut parties = dealt.holders_on(dealing.certificate);
                parties.extend(dealt.licensees(&cancellation.licences));
                (parties, Signing::Awaited)
            }
        };
        // Of who registered without rights the name as stored may be an earlier one.
        parties = Self::parties_now(parties);
        parties.extend(Self::receiving(dealing));
        let concerned: Vec<_> = parties
            .into_iter()
            .map(|party| Concerned { party, signing })
            .collect();
        concerned
            .try_into()
            .map_err(|_| Error::<T>::TooManyConcerned.into())
    }

    /// Who is to receive rights, today.
    pub(crate) fn receiving(dealing: &Dealing) -> BTreeSet<PartyId> {
        Self::parties_now(dealing.receiving())
    }

    /// Files a dealing. It is received when all who apply together have signed.
    pub(crate) fn do_file_dealing(
        account: &T::AccountId,
        capacity: Capacity,
        dealing: Dealing,
    ) -> Result<CaseId, DispatchError> {
        let (authority, act) = (dealing.authority, dealing.matter.act());
        let (applicant, via) = Self::acting_party(account, capacity, authority, act, Some(dealing.object))?;
        let received_at = via.received_at(T::Rules::default().now());
        let FittingDealing { dealt, concerned } =
            Self::ensure_can_file_dealing(applicant, &dealing, received_at)?;
        let serial = Self::draw_serial(authority).ok_or(Error::<T>::SerialsExhausted)?;
        let id = CaseId::new(authority, serial).ok_or(Error::<T>::SerialsExhausted)?;
        let mut case = Case::filed(id, applicant, via, received_at, dealing.clone().into());
        case.concerned = concerned;
        case.stage = Stage::AwaitingSignatures;
        case.give_signature(applicant, via, received_at);
        Self::remember_counter_officer(&mut case, &via)?;
        Self::list_case(id, dealing.object, dealt.record)?;
        let concerned = case.concerned.clone();
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::DealingFiled {
            case: id,
            applicant,
            via,
            dealing: Box::new(dealing),
            concerned,
        });
        Ok(id)
    }

    /// Whether the applicant may complete the case with what was received at `received_at`.
    fn ensure_can_resubmit_dealing(
        id: CaseId,
        case: &Case,
        dealing: &Dealing,
        received_at: Moment,
    ) -> Result<Regime, DispatchError> {
        let returned = Self::ensure_can_complete(case, received_at)?;
        let before = case.dealing().ok_or(Error::<T>::FilingChangedTooMuch)?;
        // What was signed stays as it was signed; a fact that one applicant alone stated may be put right.
        let one_alone = case.concerned.len() < 2;
        let restated = matches!(dealing.matter.act(), Act::Change) && one_alone;
        let matter = if restated { &dealing.matter } else { &before.matter };
        let as_signed = Dealing {
            evidence: dealing.evidence.clone(),
            declaration: dealing.declaration,
            matter: matter.clone(),
            ..before.clone()
        };
        if *dealing != as_signed || dealing.matter.act() != before.matter.act() {
            return Err(Error::<T>::FilingChangedTooMuch.into());
        }
        // NG 17: everything that was listed is there.
        let remedied = |listed: &_| dealing.remedies(before, *listed);
        if !returned.deficiencies.iter().all(remedied) {
            return Err(Error::<T>::DeficiencyNotRemedied.into());
        }
        let regime = Self::regime_of(case)?;
        // What was received in time with the first filing stays in time.
        let step = Step::Filing(case.received_at, Some(id));
        Self::ensure_dealing_is_filed(Self::current(case.applicant), dealing, &regime, step)?;
        Ok(regime)
    }

    /// Completes a returned dealing. NG 17: everything supplied as asked, it is accepted, that day.
    pub(crate) fn do_resubmit_dealing(
        account: &T::AccountId,
        capacity: Capacity,
        id: CaseId,
        dealing: Dealing,
    ) -> Result<(), DispatchError> {
        let mut case = Self::open_case(id)?;
        let via = Self::ensure_applicant(account, capacity, &case)?;
        let rules = T::Rules::default();
        let received_at = via.received_at(rules.now());
        let regime = Self::ensure_can_resubmit_dealing(id, &case, &dealing, received_at)?;
        Self::remember_via(&mut case, &via)?;
        let days = regime.review_working_days(dealing.matter.act());
        let due = add_working_days(&rules, received_at.day(), days);
        let clock = Self::review_clock(&case, days, received_at);
        // Who consented for a mark consented to what was asked for then.
        if case
            .dealing()
            .is_none_or(|before| before.matter != dealing.matter)
        {
            case.consents = Bounded::default();
        }
        case.filing = dealing.clone().into();
        case.complete(received_at, clock);
        let applicant = case.applicant;
        Cases::<T>::insert(id, case);
        Self::deposit_event(Event::DealingResubmitted {
            case: id,
            applicant,
            via,
            dealing: Box::new(dealing),
            due,
        });
        Ok(())
    }
}

/// The operation whose row of the effect matrix a dealing passes.
pub(crate) fn operation(matter: &Matter) -> Operation {
    match matter {
        Matter::Transfer(_) => Operation::Transfer,
        // What leaves by a split is no longer in the object: it passes the row of a cancellation.
        Matter::Change(change) if change.split.is_some() => Operation::VoluntaryCancellation,
        Matter::Change(_) | Matter::Particulars(_) => Operation::Change,
        Matter::Renewal(_) => Operation::Renewal,
        Matter::Cancellation(_) => Operation::VoluntaryCancellation,
        Matter::Licence(filing) => match filing.terms.kind {
            LicenceKind::Exclusive | LicenceKind::Sole => Operation::ExclusiveLicence,
            LicenceKind::NonExclusive => Operation::NonExclusiveLicence,
        },
    }
}

/// The rights that a dealing touches.
pub(crate) fn rights_touched(dealing: &Dealing, dealt: &Dealt) -> RightSet {
    match &dealing.matter {
        Matter::Transfer(_) | Matter::Renewal(_) => numbers(&dealt.rights),
        Matter::Change(_) => numbers(&dealt.live),
        Matter::Particulars(_) => {
            let on = |(_, right): &&(u32, RightRecord)| right.certificate == dealing.certificate;
            dealt.roots().filter(on).map(|(number, _)| *number).collect()
        }
        // What stands against a licence that ends is touched as well.
        Matter::Cancellation(_) => {
            let licences = dealt.licences.iter().copied();
            licences.fold(numbers(&dealt.rights), RightSet::with)
        }
        // What stands against a right above bars new licences below it as well.
        Matter::Licence(_) => dealt.chain,
    }
}

/// The right to license from: of first registration or a licence itself, on the certificate.
fn licensed_from(number: u32, certificate: u32, live: &[(u32, RightRecord)]) -> Option<(u32, RightRecord)> {
    live.iter()
        .find(|(known, right)| *known == number && right.certificate == certificate)
        .cloned()
}

/// The numbers of rights.
pub(crate) fn numbers(rights: &[(u32, RightRecord)]) -> RightSet {
    rights.iter().map(|(number, _)| *number).collect()
}

/// The right of a kind on a certificate: of several the one that is valid longest. A licence is none of them.
fn right_of(kind: RightKind, certificate: u32, live: &[(u32, RightRecord)]) -> Option<(u32, RightRecord)> {
    let fits = |right: &RightRecord| {
        right.kind == kind && right.certificate == certificate && right.parent.is_none()
    };
    live.iter()
        .filter(|(_, right)| fits(right))
        .max_by_key(|(number, right)| (right.valid_until, *number))
        .cloned()
}
