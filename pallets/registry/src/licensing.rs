//! Licences 许可 where the regime registers them: signed by both sides, examined, noticed and entered as every application.
//! Terms, parents and exclusivity are judged by the pallet of licences, when it is filed and again when it is entered.

use crate::{
    dealing_entry::Written,
    dealings::{Dealt, Step},
    entering::{Decided, Issued, RIGHTS_MAX},
    entries::next_entry,
    registrations::lines,
    transfer::next_certificate,
    Config, Error, Pallet,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::pallet_prelude::DispatchError;
use quanji_primitives::{
    case::Case,
    certificate_number::CertificateNumber,
    clock::Moment,
    directory::{AuthorityDirectory, LicenceBook},
    filing::{Dealing, Transfer},
    rights::{Holders, RightKinds},
    terms::LicenceFiling,
    v1::{
        self, CertificateRecord, EntryContent, LicenceRecord, ObjectRecord, Outcome, RightRecord, RightStatus,
    },
    Bounded, ObjectId, PartyId, RightId,
};

impl<T: Config> Pallet<T> {
    /// The rules of a licence that a case grants.
    pub(crate) fn ensure_licence_fits(
        dealing: &Dealing,
        filing: &LicenceFiling,
        dealt: &Dealt,
        step: Step,
    ) -> Result<(), DispatchError> {
        // One right is decided on: the one that it gives.
        if dealing.kinds != RightKinds::NONE.with(filing.terms.gives) {
            return Err(Error::<T>::KindsUnfit.into());
        }
        // What is signed can be signed for a while; what was signed in time stays signed.
        if matches!(step, Step::Filing(_, None)) {
            T::Licences::ensure_open(filing).map_err(Into::into)?;
        }
        Self::signatories_of_licence(dealing.object, filing)?;
        Self::ensure_room_for(filing, dealing.object, dealt)
    }

    /// NG 34: who gives keeps nothing, but may get a licence back in the same case.
    pub(crate) fn ensure_licence_back_fits(
        object: ObjectId,
        transfer: &Transfer,
        dealt: &Dealt,
        step: Step,
    ) -> Result<(), DispatchError> {
        let Some(filing) = &transfer.back else {
            return Ok(());
        };
        let from = dealt.rights.iter().find(|(number, _)| *number == filing.parent);
        let filing = &Self::licence_now(filing);
        let gives = from.is_some_and(|(_, right)| right.holders.contains(filing.licensee));
        if !gives || transfer.share.is_some() {
            return Err(Error::<T>::LicenceBackUnfit.into());
        }
        if matches!(step, Step::Filing(_, None)) {
            T::Licences::ensure_open(filing).map_err(Into::into)?;
        }
        // Judged as it will be granted: by who receives.
        let receiving = Self::holders_now(&transfer.to).parties();
        T::Licences::ensure_fits(object, filing, Some(&receiving)).map_err(Into::into)?;
        Self::ensure_room_for(filing, object, dealt)
    }

    /// The object has room for one more licence.
    fn ensure_room_for(filing: &LicenceFiling, object: ObjectId, dealt: &Dealt) -> Result<(), DispatchError> {
        let (number, certificate) = (dealt.record.rights, dealt.record.certificates);
        let right = licence_right(object, filing, certificate, 0);
        Self::ensure_room(dealt.roll.clone(), lines(&[(number, right)], &[]))?;
        Ok(())
    }

    /// Who must sign a licence that may be granted now.
    pub(crate) fn signatories_of_licence(
        object: ObjectId,
        filing: &LicenceFiling,
    ) -> Result<Vec<PartyId>, DispatchError> {
        T::Licences::ensure_fits(object, &Self::licence_now(filing), None).map_err(Into::into)
    }

    /// What the entry of a licence writes: the right that it gives, under a certificate of its own.
    pub(crate) fn licensed(
        case: &Case,
        dealing: &Dealing,
        filing: &LicenceFiling,
        dealt: Dealt,
        decided: &Decided,
    ) -> Result<(Written, EntryContent), Error<T>> {
        let filing = &Self::licence_now(filing);
        let authority = dealing.authority;
        let profile = T::Authorities::profile(authority).ok_or(Error::<T>::AuthorityNotListed)?;
        let (numbers, last) = Self::next_numbers(authority, &profile, decided.at, 1)?;
        let drawn = numbers.first().ok_or(Error::<T>::NumbersOfMonthUsed)?;
        let mut written = Written::nothing(dealt.record, dealt.roll);
        written.numbering = Some((authority, last));
        let mut parent = dealt.rights;
        Self::as_stored(dealing.object, &mut parent);
        for (number, right) in parent {
            written.rights.push((number, with_one_more_licence(right)));
        }
        let (number, right, certificate) =
            Self::write_licence(dealing.object, filing, *drawn, decided.at, &mut written)?;
        let content = EntryContent::Licensed {
            number,
            right,
            licence: Box::new(LicenceRecord::granted(filing)),
            voucher: certificate,
            signatures: Bounded::truncate_from(case.signatures().collect()),
        };
        Ok((written, content))
    }

    /// Adds a licence and its certificate to what an entry writes.
    pub(crate) fn write_licence(
        object: ObjectId,
        filing: &LicenceFiling,
        certificate_number: CertificateNumber,
        at: Moment,
        written: &mut Written,
    ) -> Result<(u32, RightRecord, CertificateRecord), Error<T>> {
        let entry = next_entry(&written.record);
        let number = next_right(&mut written.record).ok_or(Error::<T>::TooManyRights)?;
        let listed = next_certificate(&mut written.record).ok_or(Error::<T>::TooManyCertificates)?;
        let right = licence_right(object, filing, listed, entry);
        let certificate = CertificateRecord {
            version: v1::VERSION,
            number: certificate_number,
            issue: 1,
            rights: Bounded::truncate_from(alloc::vec![number]),
            entry,
            issued_at: at,
            outcome: Outcome::Live,
            without_rights: None,
        };
        written.rights.push((number, right.clone()));
        written.roll = Self::ensure_room(written.roll.clone(), lines(&[(number, right.clone())], &[]))?;
        written.new.push(Issued {
            number: listed,
            certificate: certificate.clone(),
            holders: alloc::vec![filing.licensee],
        });
        Ok((number, right, certificate))
    }

    /// Writes what the licence in an entry has beside its right.
    pub(crate) fn record_licence(object: ObjectId, content: &EntryContent) {
        match content {
            EntryContent::Licensed { number, licence, .. } => {
                T::Licences::record(object, *number, (**licence).clone());
            }
            EntryContent::Transferred { back: Some(back), .. } => {
                T::Licences::record(object, back.number, back.licence.clone())
            }
            _ => {}
        }
    }
}

/// The right that a licence gives.
fn licence_right(object: ObjectId, filing: &LicenceFiling, certificate: u32, entry: u32) -> RightRecord {
    let parent = RightId {
        object,
        index: filing.parent,
    };
    RightRecord {
        version: v1::VERSION,
        kind: filing.terms.gives,
        holders: Holders::Sole(filing.licensee),
        parent: Some(parent),
        valid_until: filing.terms.valid_until,
        certificate,
        entry,
        status: RightStatus::Live,
        licences: 0,
    }
}

/// A right from which one more licence comes.
pub(crate) fn with_one_more_licence(right: RightRecord) -> RightRecord {
    let licences = right.licences.saturating_add(1);
    RightRecord { licences, ..right }
}

/// Counts one more right and gives its number.
fn next_right(record: &mut ObjectRecord) -> Option<u32> {
    let number = record.rights;
    record.rights = number.checked_add(1).filter(|count| *count <= RIGHTS_MAX)?;
    Some(number)
}
