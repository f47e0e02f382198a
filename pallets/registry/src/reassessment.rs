//! Refused kinds of an entered case, examined anew after a re-assessment (S046): a new case for each of those who apply. Who
//! has a certificate from the entry asks for further rights under it; who got nothing applies as anybody with the same data
//! does, to be a further holder (NG 21, last paragraph). A renewal has one applicant, and its refused kinds one case.

use crate::{claims::granted, dealings::Step, Cases, Config, Error, Objects, Pallet};
use alloc::vec::Vec;
use frame_support::pallet_prelude::DispatchError;
use quanji_primitives::{
    case::{object_of_first_registration, Case, Examination},
    clock::Moment,
    filing::{Application, Dealing, FirstRegistration},
    regime::Regime,
    rights::{Claim, RightKinds},
    Bounded, CaseId, ObjectId,
};

/// The part of an application that is examined anew, and the earlier object that it matches.
struct Reopened {
    filing: Application,
    matches: Option<ObjectId>,
}

impl<T: Config> Pallet<T> {
    /// The parts of an entered case that are examined anew. The certificates and the object are still there, and what was
    /// refused is not registered by now.
    fn ensure_can_reopen(id: CaseId, case: &Case) -> Result<Vec<Reopened>, DispatchError> {
        let object = Self::entry_of(id).ok_or(Error::<T>::WrongStage)?.object;
        let (examination, _) = case.examination.as_ref().ok_or(Error::<T>::WrongStage)?;
        let regime = Self::regime_of(case)?;
        match &case.filing {
            Application::First(filing) => {
                let parts = refused_parts(filing, examination, object);
                Ok(Self::ensure_can_reopen_first(id, parts, &regime)?)
            }
            Application::Dealing(dealing) => {
                Self::ensure_can_reopen_dealing(case, refused_part(dealing, examination), &regime)
            }
        }
    }

    fn ensure_can_reopen_first(
        id: CaseId,
        parts: Vec<FirstRegistration>,
        regime: &Regime,
    ) -> Result<Vec<Reopened>, Error<T>> {
        let listed = parts.iter().filter(|filing| filing.object.is_some()).count();
        let mut reopened = Vec::new();
        for filing in parts {
            if let Some(registered) = Self::ensure_object_is_held(&filing)? {
                let mut open = registered.record.open_cases;
                let all = (0..listed).try_for_each(|_| open.try_push(id));
                all.map_err(|_| Error::<T>::TooManyOpenCases)?;
            }
            let matches = Self::ensure_not_registered_before(&filing, regime)?;
            let filing = filing.into();
            reopened.push(Reopened { filing, matches });
        }
        Ok(reopened)
    }

    /// What was received in time stays in time; what was dealt with otherwise since then no longer fits.
    fn ensure_can_reopen_dealing(
        case: &Case,
        part: Dealing,
        regime: &Regime,
    ) -> Result<Vec<Reopened>, DispatchError> {
        let step = Step::Filing(case.received_at, None);
        let dealt = Self::ensure_dealing_fits(&part, regime, step)?;
        if dealt.record.open_cases.is_full() {
            return Err(Error::<T>::TooManyOpenCases.into());
        }
        let (filing, matches) = (part.into(), None);
        Ok(alloc::vec![Reopened { filing, matches }])
    }

    /// Opens a case, accepted now, for each part of an entered case that is examined anew. It is the re-assessment: what is
    /// refused in it is final, and who could not act in the earlier case cannot act in it.
    pub(crate) fn open_reassessed(
        id: CaseId,
        case: &Case,
        now: Moment,
    ) -> Result<Bounded<(CaseId, ObjectId), 8>, DispatchError> {
        let authority = case.filing.authority();
        let mut opened = Vec::new();
        for Reopened { filing, matches } in Self::ensure_can_reopen(id, case)? {
            let serial = Self::draw_serial(authority).ok_or(Error::<T>::SerialsExhausted)?;
            let new = CaseId::new(authority, serial).ok_or(Error::<T>::SerialsExhausted)?;
            let registered = filing.object();
            let object = registered.unwrap_or(object_of_first_registration(new));
            if registered.is_some() {
                Self::list_open_case(object, new)?;
            }
            let mut anew = Case {
                object,
                filing,
                matches,
                accepted_at: None,
                by_silence: false,
                // Who consents to one case has not consented to another.
                consents: Default::default(),
                ..case.clone()
            };
            Self::begin_anew(&mut anew, now)?;
            Cases::<T>::insert(new, anew);
            opened.push((new, object));
        }
        // As many as apply: the applicant and seven participants.
        Ok(Bounded::truncate_from(opened))
    }

    fn list_open_case(object: ObjectId, id: CaseId) -> Result<(), Error<T>> {
        Objects::<T>::try_mutate(object, |record| {
            let record = record.as_mut().ok_or(Error::<T>::ObjectUnfit)?;
            let pushed = record.open_cases.try_push(id);
            pushed.map_err(|_| Error::<T>::TooManyOpenCases)
        })
    }
}

/// What was refused to each of those who apply, as an application of its own. Who was granted something has a certificate in
/// `object` and asks for the rest there.
fn refused_parts(
    filing: &FirstRegistration,
    examination: &Examination,
    object: ObjectId,
) -> Vec<FirstRegistration> {
    let of_all = granted(filing, examination).into_iter().zip(filing.shares());
    of_all
        .filter_map(|(share, (holders, claims))| {
            let refused = |claim: &&Claim| !share.claims.contains(claim);
            let refused: Vec<Claim> = claims.iter().filter(refused).copied().collect();
            (!refused.is_empty()).then(|| FirstRegistration {
                object: (!share.claims.is_empty()).then_some(object),
                holders: holders.clone(),
                claims: Bounded::truncate_from(refused),
                participants: Default::default(),
                ..filing.clone()
            })
        })
        .collect()
}

/// The same for a dealing.
fn refused_part(dealing: &Dealing, examination: &Examination) -> Dealing {
    let granted: RightKinds = examination.granted().collect();
    Dealing {
        kinds: dealing
            .claimed()
            .filter(|kind| !granted.contains(*kind))
            .collect(),
        ..dealing.clone()
    }
}
