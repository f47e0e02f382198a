//! Change of the particulars of a holder (NG 35(1)): name, legal representative, address. They stand in a document off the
//! chain; the register keeps its digest beside the object in which the holder had it entered, and the certificate is issued
//! anew. The holder stays the same person: who it is says its party, which nothing here touches.

use crate::{
    dealing_entry::Written, dealings::Dealt, entering::Decided, entries::next_entry, Config, Error, Pallet,
    Particulars as Stored,
};
use quanji_primitives::{
    case::Case,
    filing::{Dealing, EvidenceKind, Particulars},
    rights::RightKinds,
    v1::{CertificateRecord, EntryContent},
    Bounded,
};

impl<T: Config> Pallet<T> {
    /// The rules of a change of particulars.
    pub(crate) fn ensure_particulars_fit(
        dealing: &Dealing,
        particulars: &Particulars,
        dealt: &Dealt,
    ) -> Result<(), Error<T>> {
        // It concerns a holder and every right on its certificate alike.
        if dealing.kinds != RightKinds::NONE {
            return Err(Error::<T>::KindsUnfit);
        }
        // Who has nothing in force changes nothing.
        if !Self::is_in_force(dealing.certificate, &dealt.record, &dealt.roll) {
            return Err(Error::<T>::RightNotInForce);
        }
        // NG 35: never the holder. Who stands in the place of one has particulars of its own.
        let holders = Self::parties_now(dealt.holders_on(dealing.certificate));
        if !holders.contains(&particulars.holder) {
            return Err(Error::<T>::ParticularsOfAnother);
        }
        if Stored::<T>::get(dealing.object, particulars.holder) == Some(particulars.to) {
            return Err(Error::<T>::NothingChanges);
        }
        // NG 35: proof of what has changed.
        let proof = |kind| dealing.evidence.iter().any(|evidence| evidence.kind == kind);
        if !proof(EvidenceKind::ChangeProof) {
            return Err(Error::<T>::ChangeProofMissing);
        }
        Ok(())
    }

    /// What the entry of a change of particulars writes: their digest, and a higher issue of the holder's certificate.
    pub(crate) fn particulars_changed(
        case: &Case,
        dealing: &Dealing,
        particulars: &Particulars,
        dealt: Dealt,
        decided: &Decided,
    ) -> (Written, EntryContent) {
        let certificate = CertificateRecord {
            issue: dealt.certificate.issue.saturating_add(1),
            entry: next_entry(&dealt.record),
            issued_at: decided.at,
            ..dealt.certificate
        };
        let content = EntryContent::ParticularsChanged {
            holder: particulars.holder,
            before: Stored::<T>::get(dealing.object, particulars.holder),
            after: particulars.to,
            number: dealing.certificate,
            certificate: certificate.clone(),
            signatures: Bounded::truncate_from(case.signatures().collect()),
        };
        let written = Written {
            certificates: alloc::vec![(dealing.certificate, certificate)],
            particulars: Some((particulars.holder, particulars.to)),
            ..Written::nothing(dealt.record, dealt.roll)
        };
        (written, content)
    }
}
