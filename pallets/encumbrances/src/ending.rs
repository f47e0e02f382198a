//! Rights that end by an instrument: extinction, revocation, a binding judgment or award. No mark bars it (design section
//! 3); every mark on them travels or ends, and its holder is told.

use crate::{marking::decided_basis, who::Acting, Config, Error, Event, Pallet};
use alloc::vec::Vec;
use frame_support::ensure;
use quanji_primitives::{
    day_book::{EndingGround, Finding, Measure, Stamp},
    dealing::Deal,
    directory::{Register, ENDED_AT_ONCE_MAX},
    ending::RightsEndCause,
    marks::{MarkEnd, MarkSource, Operation, RightSet},
    Bounded, ObjectId, StampId,
};

/// What ends, and what becomes of the marks, by their numbers.
pub(crate) struct Ending {
    rights: RightSet,
    ground: EndingGround,
    travelling: Vec<(u32, MarkSource)>,
    ended: Vec<(u32, MarkSource)>,
}

impl<T: Config> Pallet<T> {
    /// Whether the rights may be ended now, and what becomes of the marks.
    pub(crate) fn ensure_can_end(stamp: &Stamp, acting: &Acting) -> Result<Ending, Error<T>> {
        let Measure::Ending { rights, ground } = stamp.measure else {
            return Err(Error::<T>::WrongMeasure);
        };
        Self::ensure_listed(acting.authority)?;
        // Those that ended meanwhile stay as they ended.
        let live = Self::live_rights(stamp.object, rights);
        ensure!(live != RightSet::NONE, Error::<T>::RightsUnfit);
        let deal = Deal::ordered_by(stamp.paper.organ, Operation::ByInstrument, live);
        let passing = T::Register::ensure_can_deal(stamp.object, &deal)?;
        let (mut travelling, mut ended) = (Vec::new(), Vec::new());
        let marks = T::Register::live_marks(stamp.object);
        for number in passing.travel.into_iter().chain(passing.end.iter().copied()) {
            let listed = marks.iter().find(|listed| listed.number == number);
            let mark = listed.ok_or(Error::<T>::NotStanding)?.mark;
            // A mark that ends goes on standing against its other rights.
            let ends = passing.end.contains(&number) && mark.rights.is_within(live);
            let list = if ends { &mut ended } else { &mut travelling };
            list.push((number, mark.source));
        }
        Self::ensure_ends_at_once(live, ended.len())?;
        Ok(Ending {
            rights: live,
            ground,
            travelling,
            ended,
        })
    }

    /// One call writes no more records than a hundredth of a block allows.
    pub(crate) fn ensure_ends_at_once(rights: RightSet, marks: usize) -> Result<(), Error<T>> {
        let ended = rights.numbers().count().saturating_add(marks);
        ensure!(ended <= ENDED_AT_ONCE_MAX, Error::<T>::TooMuchAtOnce);
        Ok(())
    }

    /// Ends rights by an instrument.
    pub(crate) fn do_end_by_instrument(account: &T::AccountId, id: StampId) -> Result<(), Error<T>> {
        let stamp = Self::stored(id)?;
        let acting = Self::ensure_second(account, id, &stamp)?;
        let ending = Self::ensure_can_end(&stamp, &acting)?;
        Self::write_ending(stamp.object, id, &stamp, &ending, &acting)?;
        Self::store_finding(id, stamp, Finding::Confirmed, &acting);
        Self::deposit_event(Event::RightsEnded {
            stamp: id,
            authority: acting.authority,
            officer: acting.officer,
            object: stamp.object,
            rights: ending.rights,
            ground: ending.ground,
            travelling: Bounded::truncate_from(ending.travelling),
            ended: Bounded::truncate_from(ending.ended),
        });
        Ok(())
    }

    fn write_ending(
        object: ObjectId,
        id: StampId,
        stamp: &Stamp,
        ending: &Ending,
        acting: &Acting,
    ) -> Result<(), Error<T>> {
        let basis = || decided_basis(id, stamp, acting);
        for (number, _) in &ending.ended {
            Self::end_mark(object, *number, MarkEnd::CarriedOut, basis(), acting.officer)?;
        }
        let officer = Some(acting.officer);
        Ok(T::Register::end_rights(
            object,
            ending.rights,
            None,
            RightsEndCause::Instrument(ending.ground),
            basis(),
            officer,
        )?)
    }
}
