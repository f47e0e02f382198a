//! Transfer 转移: whole kinds of right, or a share of a co-held one. The transferor keeps nothing of what passes (NG 34).

use crate::{
    dealing_entry::Written,
    dealings::{Dealt, Step},
    entering::{Decided, Issued, RIGHTS_MAX},
    entries::next_entry,
    Certificates, Config, Error, Pallet, Rights,
};
use alloc::{boxed::Box, vec::Vec};
use frame_support::ensure;
use quanji_primitives::{
    case::Case,
    certificate_number::CertificateNumber,
    clock::Moment,
    directory::{AuthorityDirectory, PartyRegister},
    filing::{Dealing, EvidenceKind, PassingShare, Transfer, TransferLimit, TransferReason},
    person::Person,
    rights::Holders,
    terms::{needs_department_consent, ExportRoute, LicenceFiling},
    v1::{
        self, CertificateRecord, EntryContent, LicenceBack, LicenceRecord, ObjectRecord, Outcome, RightRecord,
    },
    AuthorityId, Bounded, ObjectId, PartyId,
};

impl<T: Config> Pallet<T> {
    /// The rules of a transfer.
    pub(crate) fn ensure_transfer_fits(
        dealing: &Dealing,
        transfer: &Transfer,
        dealt: &Dealt,
        step: Step,
    ) -> Result<(), Error<T>> {
        transfer.to.check().map_err(|_| Error::<T>::HoldersUnfit)?;
        let transfer = &Self::transfer_now(transfer);
        // NG 34: what is limited does not pass. Such a right is a licence.
        match transfer.limit {
            Some(TransferLimit::Time(_)) => return Err(Error::<T>::TransferLimitedInTime),
            Some(TransferLimit::Territory) => return Err(Error::<T>::TransferLimitedInTerritory),
            Some(TransferLimit::Purpose) => return Err(Error::<T>::TransferLimitedInPurpose),
            None => {}
        }
        let [(_, first), ..] = dealt.rights.as_slice() else {
            return Err(Error::<T>::ClaimMissing);
        };
        // NG 34: what passes is in force.
        let in_force = |(number, _): &(u32, RightRecord)| dealt.in_force.contains(*number);
        if !dealt.rights.iter().all(in_force) {
            return Err(Error::<T>::RightNotInForce);
        }
        Self::ensure_transfer_papers(dealing, transfer)?;
        let holders = Self::holders_after(&first.holders, transfer)?;
        Self::ensure_roll_after(dealt.roll.clone(), &held_by(&holders, &dealt.rights), &[])?;
        Self::ensure_admitted(&transfer.to.parties())?;
        Self::ensure_data_may_pass(transfer, dealt)?;
        Self::ensure_survivors_are_listed(transfer, dealt, step)
    }

    /// Important data, and data that would leave the country.
    fn ensure_data_may_pass(transfer: &Transfer, dealt: &Dealt) -> Result<(), Error<T>> {
        // S092: important data needs the department's consent, with its number.
        let important = needs_department_consent(dealt.record.facts.level);
        let consent = transfer.department_consent;
        ensure!(
            !important || consent.is_some(),
            Error::<T>::DepartmentConsentMissing
        );
        ensure!(
            consent.is_none_or(|consent| consent.number.is_valid()),
            Error::<T>::ConsentNumberUnfit
        );
        // S093: no export without its route, to the end of what passes.
        let foreign = |party: PartyId| {
            T::Parties::party(party).is_some_and(|record| matches!(record.person, Person::ForeignBody(_)))
        };
        let leaves = transfer.to.parties().into_iter().any(foreign);
        ensure!(
            !leaves || transfer.export.is_some(),
            Error::<T>::ExportRouteMissing
        );
        let covers = |route: ExportRoute| dealt.ends().into_iter().all(|until| route.covers(until));
        ensure!(
            transfer.export.is_none_or(covers),
            Error::<T>::ExportRouteExceeded
        );
        Ok(())
    }

    /// A transfer from and to those who stand today in the place of whom it names (S023).
    fn transfer_now(transfer: &Transfer) -> Transfer {
        Transfer {
            to: Self::holders_now(&transfer.to),
            share: transfer.share.map(|share| PassingShare {
                from: Self::current(share.from),
                ..share
            }),
            back: transfer
                .back
                .as_ref()
                .map(|filing| Box::new(Self::licence_now(filing))),
            ..transfer.clone()
        }
    }

    /// NG 34: the contract; or for a succession or ruling, the document by which the right is acquired.
    fn ensure_transfer_papers(dealing: &Dealing, transfer: &Transfer) -> Result<(), Error<T>> {
        let needed = match transfer.reason {
            TransferReason::Sale | TransferReason::ContributionInKind | TransferReason::Trust => {
                EvidenceKind::Contract
            }
            TransferReason::Succession | TransferReason::Ruling => EvidenceKind::LawfulAcquisition,
        };
        let has = dealing.evidence.iter().any(|evidence| evidence.kind == needed);
        has.then_some(()).ok_or(Error::<T>::TransferPaperMissing)
    }

    /// Who holds the right after it has passed.
    fn holders_after(current: &Holders, transfer: &Transfer) -> Result<Holders, Error<T>> {
        match transfer.share {
            // NG 34: who gives keeps nothing, so no holder receives; but co-holders may leave the right to others of them.
            None if transfer.to.is_left_by(current) => Ok(transfer.to.clone()),
            None => Err(Error::<T>::TransferorKeeps),
            Some(share) => {
                let Holders::Sole(to) = transfer.to else {
                    return Err(Error::<T>::ShareUnfit);
                };
                current
                    .after_passing(share.from, to, share.parts)
                    .ok_or(Error::<T>::ShareUnfit)
            }
        }
    }

    /// Registered licences stay in force, and who receives has signed the list of them. What ended since then needs no
    /// other signature.
    fn ensure_survivors_are_listed(transfer: &Transfer, dealt: &Dealt, step: Step) -> Result<(), Error<T>> {
        let fits = match step {
            Step::Filing(..) => dealt.licences == *transfer.survivors,
            Step::Entry(..) => dealt
                .licences
                .iter()
                .all(|number| transfer.survivors.contains(number)),
        };
        fits.then_some(()).ok_or(Error::<T>::SurvivorsUnfit)
    }

    /// What the entry of a transfer writes: the granted rights under a certificate of who receives, and that of who gives
    /// without them; and the licence back.
    pub(crate) fn transferred(
        case: &Case,
        dealing: &Dealing,
        transfer: &Transfer,
        dealt: Dealt,
        decided: &Decided,
    ) -> Result<(Written, EntryContent), Error<T>> {
        let transfer = &Self::transfer_now(transfer);
        let passing = dealt.granted(&decided.examination);
        let [(_, first), ..] = passing.as_slice() else {
            return Err(Error::<T>::NothingGranted);
        };
        let holders = Self::holders_after(&first.holders, transfer)?;
        let place = Place {
            object: dealing.object,
            authority: dealing.authority,
            certificate: dealing.certificate,
            at: decided.at,
        };
        let mut passed = Self::passed(&place, dealt, passing, &holders)?;
        let certificates = passed.certificates();
        let back = transfer
            .back
            .as_ref()
            .map(|filing| Self::licensed_back(filing, &mut passed, decided))
            .transpose()?;
        let content = EntryContent::Transferred {
            rights: Bounded::truncate_from(passed.rights),
            certificates,
            reason: transfer.reason,
            share: transfer.share,
            survivors: transfer.survivors.clone(),
            signatures: Bounded::truncate_from(case.signatures().collect()),
            back: back.map(Box::new),
        };
        Ok((passed.written, content))
    }

    /// Adds the licence back, with a voucher under the certificate of who receives.
    fn licensed_back(
        filing: &LicenceFiling,
        passed: &mut Passed,
        decided: &Decided,
    ) -> Result<LicenceBack, Error<T>> {
        for rights in [&mut passed.rights, &mut passed.written.rights] {
            for (_, right) in rights.iter_mut().filter(|(number, _)| *number == filing.parent) {
                right.licences = right.licences.saturating_add(1);
            }
        }
        let voucher = passed.received.voucher(passed.written.record.rights);
        let voucher = voucher.ok_or(Error::<T>::LicenceBackUnfit)?;
        let object = passed.object;
        let (number, right, voucher) =
            Self::write_licence(object, filing, voucher, decided.at, &mut passed.written)?;
        Ok(LicenceBack {
            number,
            right,
            licence: LicenceRecord::granted(filing),
            voucher,
        })
    }

    /// What it writes that rights pass to other holders, by a dealing or by a ruling.
    pub(crate) fn passed(
        place: &Place,
        dealt: Dealt,
        passing: Vec<(u32, RightRecord)>,
        holders: &Holders,
    ) -> Result<Passed, Error<T>> {
        let [(_, first), ..] = passing.as_slice() else {
            return Err(Error::<T>::NothingGranted);
        };
        let same_group = holders.parties() == first.holders.parties();
        let issue = Reissue {
            entry: next_entry(&dealt.record),
            at: place.at,
        };
        let left = without(&dealt.certificate, &passing);
        let listed: Vec<u32> = passing.iter().map(|(number, _)| *number).collect();
        let mut written = Written::nothing(dealt.record.clone(), dealt.roll.clone());
        // Who holds stays the same, and so does the certificate that lists nothing else: only the shares differ.
        let (to, received) = if same_group && left.is_empty() {
            let raised = issue.listing(&dealt.certificate, left, &listed)?;
            let received = raised.number;
            written.certificates.push((place.certificate, raised));
            (place.certificate, received)
        } else {
            let reduced = issue.reduced(&dealt.certificate, left);
            written.certificates.push((place.certificate, reduced));
            Self::certificate_of_receiver(place, &dealt, holders, &passing, &issue, &mut written)?
        };
        // Under a certificate that there was, they stand as what it lists.
        let named = match Self::stored_holders(place.object, &dealt, to) {
            Some(stored) if to == place.certificate => Self::under_names_of(&stored, holders),
            Some(stored) => stored,
            None => holders.clone(),
        };
        let mut rights = held_by(&named, &passing);
        for (_, right) in &mut rights {
            right.certificate = to;
        }
        written.roll = Self::ensure_roll_after(written.roll, &rights, &[])?;
        written.rights = rights.clone();
        Ok(Passed {
            object: place.object,
            written,
            rights,
            received,
        })
    }

    /// Who holds what a certificate of the object lists, as stored.
    fn stored_holders(object: ObjectId, dealt: &Dealt, certificate: u32) -> Option<Holders> {
        let (number, _) = dealt
            .roots()
            .find(|(_, right)| right.certificate == certificate)?;
        Rights::<T>::get(object, number).map(|right| right.holders)
    }

    /// The certificate under which the rights come: a higher issue of the one that the holders have, unless it lists such
    /// kinds already; else a new one with a number of its own.
    fn certificate_of_receiver(
        place: &Place,
        dealt: &Dealt,
        holders: &Holders,
        passing: &[(u32, RightRecord)],
        issue: &Reissue,
        written: &mut Written,
    ) -> Result<(u32, CertificateNumber), Error<T>> {
        let listed: Vec<u32> = passing.iter().map(|(number, _)| *number).collect();
        if let Some(number) = certificate_with_room(place.certificate, dealt, holders, passing) {
            let certificate = Certificates::<T>::get(place.object, number)
                .filter(|certificate| certificate.outcome == Outcome::Live)
                .ok_or(Error::<T>::NotOnCertificate)?;
            let kept = certificate.rights.to_vec();
            let raised = issue.listing(&certificate, kept, &listed)?;
            let received = raised.number;
            written.certificates.push((number, raised));
            return Ok((number, received));
        }
        let authority = place.authority;
        let profile = T::Authorities::profile(authority).ok_or(Error::<T>::AuthorityNotListed)?;
        let (numbers, last) = Self::next_numbers(authority, &profile, place.at, 1)?;
        let drawn = numbers.first().ok_or(Error::<T>::NumbersOfMonthUsed)?;
        let number = next_certificate(&mut written.record).ok_or(Error::<T>::TooManyCertificates)?;
        written.numbering = Some((authority, last));
        written.new.push(Issued {
            number,
            certificate: issue.first(*drawn, listed),
            holders: holders.parties(),
        });
        Ok((number, *drawn))
    }
}

/// Where and when rights pass.
pub(crate) struct Place {
    pub object: ObjectId,
    pub authority: AuthorityId,
    /// The certificate on which they stand until then.
    pub certificate: u32,
    pub at: Moment,
}

/// What it writes that rights passed.
pub(crate) struct Passed {
    object: ObjectId,
    pub written: Written,
    /// The rights under their new holders and certificate.
    pub rights: Vec<(u32, RightRecord)>,
    /// The number of the certificate of who received.
    received: CertificateNumber,
}

impl Passed {
    /// The certificates concerned: that of who gave, and that of who received.
    pub(crate) fn certificates(&self) -> Bounded<(u32, CertificateRecord), 2> {
        let new = self.written.new.iter();
        let mut certificates = self.written.certificates.clone();
        certificates.extend(new.map(|new| (new.number, new.certificate.clone())));
        Bounded::truncate_from(certificates)
    }
}

/// Issues of certificates by one entry.
struct Reissue {
    entry: u32,
    at: Moment,
}

impl Reissue {
    /// The next issue of a certificate, which lists `kept` and `more`.
    fn listing<T: Config>(
        &self,
        certificate: &CertificateRecord,
        kept: Vec<u32>,
        more: &[u32],
    ) -> Result<CertificateRecord, Error<T>> {
        let mut rights = kept;
        rights.extend_from_slice(more);
        rights.sort_unstable();
        let rights = rights.try_into().map_err(|_| Error::<T>::TooManyRights)?;
        Ok(CertificateRecord {
            rights,
            issue: certificate.issue.saturating_add(1),
            entry: self.entry,
            issued_at: self.at,
            ..certificate.clone()
        })
    }

    /// The next issue of a certificate, which lists what is left; with nothing left it ends.
    fn reduced(&self, certificate: &CertificateRecord, left: Vec<u32>) -> CertificateRecord {
        let ends = left.is_empty();
        let rights = Bounded::truncate_from(left);
        if ends {
            return CertificateRecord {
                rights,
                outcome: Outcome::Ended(self.entry),
                ..certificate.clone()
            };
        }
        CertificateRecord {
            rights,
            issue: certificate.issue.saturating_add(1),
            entry: self.entry,
            issued_at: self.at,
            ..certificate.clone()
        }
    }

    /// The first issue of a certificate.
    fn first(&self, number: CertificateNumber, mut listed: Vec<u32>) -> CertificateRecord {
        // Rising, whatever the order of their kinds.
        listed.sort_unstable();
        CertificateRecord {
            version: v1::VERSION,
            number,
            issue: 1,
            // Three kinds at most pass.
            rights: Bounded::truncate_from(listed),
            entry: self.entry,
            issued_at: self.at,
            outcome: Outcome::Live,
            without_rights: None,
        }
    }
}

/// Rights as other holders have them.
fn held_by(holders: &Holders, rights: &[(u32, RightRecord)]) -> Vec<(u32, RightRecord)> {
    let mut rights = rights.to_vec();
    for (_, right) in &mut rights {
        right.holders = holders.clone();
    }
    rights
}

/// What a certificate lists besides `passing`.
fn without(certificate: &CertificateRecord, passing: &[(u32, RightRecord)]) -> Vec<u32> {
    let passes = |number: &u32| passing.iter().any(|(passing, _)| passing == number);
    let listed = certificate.rights.iter().copied();
    listed.filter(|number| !passes(number)).collect()
}

/// Another certificate of exactly these holders that lists none of the passing kinds.
fn certificate_with_room(
    from: u32,
    dealt: &Dealt,
    holders: &Holders,
    passing: &[(u32, RightRecord)],
) -> Option<u32> {
    let passes = |right: &RightRecord| passing.iter().any(|(_, passing)| passing.kind == right.kind);
    let full = |number: u32| {
        dealt
            .roots()
            .any(|(_, right)| right.certificate == number && passes(right))
    };
    dealt
        .roots()
        .filter(|(_, right)| right.holders == *holders && right.certificate != from)
        .map(|(_, right)| right.certificate)
        .find(|number| !full(*number))
}

/// Counts one more certificate and gives its number.
pub(crate) fn next_certificate(record: &mut ObjectRecord) -> Option<u32> {
    let number = record.certificates;
    record.certificates = number.checked_add(1).filter(|count| *count <= RIGHTS_MAX)?;
    Some(number)
}
