//! Rights that a ruling transfers: only the court whose seizure has the first rank does so. Its seizure has then been carried
//! out, those behind it fall, and of what else stands against the rights the effect matrix and the ruling decide.

use crate::{marking::decided_basis, measures::Target, who::Acting, Config, Error, Event, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    clock::Moment,
    day_book::{Finding, Measure, Paper, PledgesUnderRuling, Stamp},
    dealing::Deal,
    directory::{PartyRegister, Register, RulingRegister},
    filing::TransferReason,
    marks::{MarkEnd, MarkKind, MarkSource, Operation, RightSet},
    v1::{Collateral, EntryBasis},
    Bounded, ObjectId, PartyId, StampId,
};

/// What passes, and what becomes of the marks, by their numbers.
pub(crate) struct Transferring {
    rights: RightSet,
    to: PartyId,
    travelling: Vec<(u32, MarkSource)>,
    ended: Vec<(u32, MarkSource)>,
}

impl<T: Config> Pallet<T> {
    /// Whether the court may transfer these rights on its seizure.
    pub(crate) fn ensure_may_transfer(
        object: ObjectId,
        target: &Target,
        paper: &Paper,
        rights: RightSet,
    ) -> Result<(), Error<T>> {
        let order = target.mark.order.ok_or(Error::<T>::StampNotFound)?;
        ensure!(order.organ == paper.organ, Error::<T>::OtherOrgan);
        ensure!(order.confirm_by.is_none(), Error::<T>::NotConfirmedYet);
        ensure!(
            target.standing.kind == MarkKind::SeizureFirst,
            Error::<T>::NotFirstRank
        );
        // What is transferred is seized: rights of first registration, on one certificate.
        ensure!(
            rights != RightSet::NONE && rights.is_within(target.mark.rights),
            Error::<T>::RightsUnfit
        );
        Self::ensure_passes_on_one_certificate(object, rights)
    }

    /// Who receives is an admitted party.
    pub(crate) fn ensure_may_receive(to: PartyId) -> Result<(), Error<T>> {
        let good = T::Parties::party(to).is_some_and(|record| record.is_in_good_standing());
        ensure!(good, Error::<T>::ReceiverUnfit);
        Ok(())
    }

    /// What stands under the pledge that the ruling enforces, where it enforces one: it stands there on all that passes.
    pub(crate) fn ensure_may_enforce(
        object: ObjectId,
        pledges: PledgesUnderRuling,
        rights: RightSet,
        now: Moment,
    ) -> Result<Option<Collateral>, Error<T>> {
        let PledgesUnderRuling::Enforced { pledge, .. } = pledges else {
            return Ok(None);
        };
        let record = Self::stored_pledge(pledge)?;
        let item = *record.on(object).ok_or(Error::<T>::PledgeNotStanding)?;
        let target = Self::ensure_mark_stands(object, item.mark, now);
        let mark = target.map_err(|_| Error::<T>::PledgeNotStanding)?.mark;
        ensure!(rights.is_within(mark.rights), Error::<T>::NotPledged);
        Ok(Some(item))
    }

    /// The marks of an enforced pledge and of what ends with it, by their numbers.
    fn ending_with(item: &Collateral, rights: RightSet) -> Result<Vec<u32>, Error<T>> {
        let mut ending = alloc::vec![item.mark];
        for other in Self::standing_on(item.object) {
            if Self::ends_with(&other, item, rights)? {
                ending.push(other.number);
            }
        }
        Ok(ending)
    }

    /// Whether the rights may be transferred now, and what becomes of the marks.
    pub(crate) fn ensure_can_transfer(stamp: &Stamp, acting: &Acting) -> Result<Transferring, Error<T>> {
        let Measure::Transfer {
            of,
            rights,
            to,
            pledges,
        } = stamp.measure
        else {
            return Err(Error::<T>::WrongMeasure);
        };
        Self::ensure_listed(acting.authority)?;
        let target = Self::ensure_standing(stamp.object, of, acting.now)?;
        Self::ensure_may_transfer(stamp.object, &target, &stamp.paper, rights)?;
        Self::ensure_may_receive(to)?;
        let enforced = Self::ensure_may_enforce(stamp.object, pledges, rights, acting.now)?;
        let deal = Deal::ordered_by(stamp.paper.organ, Operation::TransferByFirstRankCourt, rights);
        let passing = T::Register::ensure_can_deal(stamp.object, &deal)?;
        let enforcing = match enforced {
            Some(item) => Self::ending_with(&item, rights)?,
            None => Vec::new(),
        };
        let (mut travelling, mut ended) = (Vec::new(), Vec::new());
        let marks = T::Register::live_marks(stamp.object);
        let told = [passing.travel, passing.end, passing.as_ruled].concat();
        for number in told.iter().copied().chain([target.number]) {
            let listed = marks.iter().find(|listed| listed.number == number);
            let mark = listed.ok_or(Error::<T>::NotStanding)?.mark;
            let ends = match mark.kind {
                // On what passes: a pledge of other rights too goes on on those.
                MarkKind::Pledge => match pledges {
                    PledgesUnderRuling::Travel => false,
                    PledgesUnderRuling::End => true,
                    PledgesUnderRuling::Enforced { .. } => enforcing.contains(&number),
                },
                MarkKind::ObjectionNotice | MarkKind::Control | MarkKind::SourceNotice => false,
                // Another mark goes on standing where it stands against other rights too.
                MarkKind::Hold
                | MarkKind::SeizureFirst
                | MarkKind::SeizureWaiting
                | MarkKind::Reservation => mark.rights.is_within(rights),
            };
            let list = if ends { &mut ended } else { &mut travelling };
            list.push((number, mark.source));
        }
        Self::ensure_ends_at_once(rights, ended.len())?;
        travelling.sort_unstable_by_key(|(number, _)| *number);
        ended.sort_unstable_by_key(|(number, _)| *number);
        Ok(Transferring {
            rights,
            to,
            travelling,
            ended,
        })
    }

    /// Transfers rights by a ruling.
    pub(crate) fn do_transfer_by_ruling(account: &T::AccountId, id: StampId) -> Result<(), Error<T>> {
        let stamp = Self::stored(id)?;
        let acting = Self::ensure_second(account, id, &stamp)?;
        let transfer = Self::ensure_can_transfer(&stamp, &acting)?;
        let (object, officer) = (stamp.object, acting.officer);
        let basis = || decided_basis(id, &stamp, &acting);
        // The transfer first: where it cannot be written, nothing is.
        let survivors = T::Register::pass_rights(
            object,
            transfer.rights,
            transfer.to,
            TransferReason::Ruling,
            basis(),
            Some(officer),
        )?;
        for reached in &transfer.ended {
            Self::end_by_ruling((object, transfer.rights), *reached, basis(), &acting)?;
        }
        Self::store_finding(id, stamp, Finding::Confirmed, &acting);
        Self::deposit_event(Event::RightsPassed {
            stamp: id,
            authority: acting.authority,
            officer,
            object,
            rights: transfer.rights,
            to: transfer.to,
            survivors: Bounded::truncate_from(survivors),
            travelling: Bounded::truncate_from(transfer.travelling),
            ended: Bounded::truncate_from(transfer.ended),
        });
        Ok(())
    }

    /// Ends a mark, or a pledge on those of its rights that pass.
    fn end_by_ruling(
        (object, rights): (ObjectId, RightSet),
        (number, source): (u32, MarkSource),
        basis: EntryBasis,
        acting: &Acting,
    ) -> Result<(), Error<T>> {
        let mark = T::Register::mark(object, number).ok_or(Error::<T>::NotStanding)?;
        match source {
            MarkSource::Deed(pledge) if !mark.rights.is_within(rights) => {
                let end = (acting.now, MarkEnd::CarriedOut);
                Self::end_pledge_on(pledge, object, rights, end, basis)
            }
            _ => Self::end_mark(object, number, MarkEnd::CarriedOut, basis, acting.officer),
        }
    }
}
