//! Entry of a dealing: the gate once more, and the writing of what changes.

use crate::{
    dealings::{Dealt, Step},
    entering::{Decided, Issued},
    entries::append_entry,
    numbers::LastGiven,
    registrations::basis,
    roll::Roll,
    split::SplitWritten,
    workload::Ending,
    Certificates, Config, EntryOfCase, Error, LastNumber, Pallet, Particulars,
};
use alloc::vec::Vec;
use frame_support::pallet_prelude::DispatchError;
use quanji_primitives::{
    case::{Case, Examination},
    certificate_number::ExternalNumber,
    filing::{Dealing, Matter},
    v1::{CertificateRecord, ObjectRecord, RightRecord},
    AuthorityId, CaseId, Digest, ObjectId, PartyId,
};

/// What the entry of a dealing writes.
pub(crate) struct Written {
    /// The object's record, the entry not yet counted.
    pub record: ObjectRecord,
    /// What is live in the object after it.
    pub roll: Roll,
    pub rights: Vec<(u32, RightRecord)>,
    /// Certificates that change.
    pub certificates: Vec<(u32, CertificateRecord)>,
    /// Certificates that come into being.
    pub new: Vec<Issued>,
    /// The last number that the authority has drawn by it.
    pub numbering: Option<(AuthorityId, LastGiven)>,
    /// The digest of a holder's new particulars.
    pub particulars: Option<(PartyId, Digest)>,
    /// What a split writes besides.
    pub split: Option<SplitWritten>,
}

impl Written {
    /// Nothing but the entry itself.
    pub(crate) fn nothing(record: ObjectRecord, roll: Roll) -> Self {
        Self {
            record,
            roll,
            rights: Vec::new(),
            certificates: Vec::new(),
            new: Vec::new(),
            numbering: None,
            particulars: None,
            split: None,
        }
    }
}

impl Dealt {
    /// Of the rights dealt with, those of the kinds granted.
    pub(crate) fn granted(&self, examination: &Examination) -> Vec<(u32, RightRecord)> {
        let granted: Vec<_> = examination.granted().collect();
        let rights = self.rights.iter();
        rights
            .filter(|(_, right)| granted.contains(&right.kind))
            .cloned()
            .collect()
    }
}

impl<T: Config> Pallet<T> {
    /// Enters a dealing: writes what it changes.
    pub(crate) fn enter_dealing(
        id: CaseId,
        case: &Case,
        dealing: &Dealing,
        decided: Decided,
        result_code: Option<ExternalNumber>,
    ) -> Result<(), DispatchError> {
        // PD 13: a query code is given with a first registration.
        if result_code.is_some() {
            return Err(Error::<T>::ResultCodeUnfit.into());
        }
        // A mark set since the filing bars the entry.
        let dealt = Self::ensure_dealing_fits(dealing, &decided.regime, Step::Entry(id, case))?;
        let travelling = Self::travelling(dealing.object, &dealt.travelling);
        let (mut written, content) = match &dealing.matter {
            Matter::Transfer(transfer) => Self::transferred(case, dealing, transfer, dealt, &decided)?,
            Matter::Change(change) => Self::facts_changed(case, dealing, change, dealt, &decided)?,
            Matter::Renewal(renewal) => Self::renewed(dealing, renewal, dealt, &decided)?,
            Matter::Cancellation(cancellation) => {
                Self::cancelled(case, dealing, cancellation, dealt, &decided)?
            }
            Matter::Licence(filing) => Self::licensed(case, dealing, filing, dealt, &decided)?,
            Matter::Particulars(particulars) => {
                Self::particulars_changed(case, dealing, particulars, dealt, &decided)
            }
        };
        let entry = append_entry(
            dealing.object,
            &mut written.record,
            dealing.authority,
            case.regime,
            decided.at,
            basis(id, case, &decided),
            content,
        );
        Self::store_written(dealing.object, &written);
        Self::record_licence(dealing.object, &entry.content);
        written.record.open_cases.retain(|open| *open != id);
        // A registration is complete with its receipt: the days until its entry here do not count.
        Self::record_end(case, Ending::Entered, decided.at);
        EntryOfCase::<T>::insert(id, entry.no);
        let from = entry.no;
        let split = written.split.take();
        if let Some(split) = &split {
            Self::add_fingerprints(dealing.object, &mut written.record, &split.fingerprints);
        }
        Self::store_entry_with(
            Some(decided.acting.officer),
            written.record,
            entry,
            (decided.letter, travelling),
        );
        if let Some(split) = split {
            Self::store_parts(id, case, from, split.parts, &decided);
        }
        Self::keep_or_remove(id, case, decided.refusal);
        Ok(())
    }

    pub(crate) fn store_written(object: ObjectId, written: &Written) {
        for (number, certificate) in &written.certificates {
            Certificates::<T>::insert(object, number, certificate);
        }
        let (roll, rights, new) = (written.roll.clone(), &written.rights, &written.new);
        Self::store_registration(object, roll, rights, new);
        if let Some((holder, digest)) = written.particulars {
            Particulars::<T>::insert(object, holder, digest);
        }
        if let Some((authority, numbering)) = written.numbering {
            LastNumber::<T>::insert(authority, numbering);
        }
    }
}
