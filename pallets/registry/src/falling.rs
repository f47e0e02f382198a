//! Licences that fall with a right on which they hang. They are out of force the same instant by computation; and each gets an
//! entry of its own, right after the one that ended the right, with its record and voucher ended.
//!
//! An object may have sixty of them, more than one call can write. What a call has no room for waits, and falls before any
//! descendant is told, in the same block where that has room.

use crate::{
    entries::append_entry, Certificates, Config, Event, Falling, Objects, Pallet, Rights, WeightInfo,
};
use alloc::boxed::Box;
use frame_support::weights::Weight;
use quanji_primitives::{
    directory::{RuleBook, ENDED_AT_ONCE_MAX, FALLING_WEIGHS},
    marks::RightSet,
    v1::{CertificateRecord, Entry, EntryBasis, EntryContent, Outcome, RightRecord, RightStatus},
    Bounded, EntryNo, ObjectId,
};

/// Licences of an object that are still to fall, each with the number of the entry that ended the right above it.
pub type FallingOf = Bounded<(u32, u32), 64>;

/// How many licences fall in the call that ends this many rights.
pub(crate) fn fall_at_once(ended: usize) -> usize {
    let room = ENDED_AT_ONCE_MAX.saturating_sub(ended);
    room.checked_div(FALLING_WEIGHS).unwrap_or_default()
}

impl<T: Config> Pallet<T> {
    /// The licences that an entry names as fallen get entries of their own.
    pub(crate) fn let_fall(entry: &Entry) {
        let (ended, fallen) = match &entry.content {
            EntryContent::RightsEnded { rights, fallen, .. } => (rights.len(), fallen),
            EntryContent::LicenceEnded { fallen, .. } => (1, fallen),
            _ => return,
        };
        let at_once = fall_at_once(ended).min(fallen.len());
        let (now, later) = fallen.split_at(at_once);
        Self::enter_fallen(entry.no, now);
        if !later.is_empty() {
            let waiting = later.iter().map(|number| (entry.no.number, *number));
            let before = Falling::<T>::get(entry.no.object);
            // Each licence of an object waits at most once.
            let all = before.into_iter().chain(waiting).collect();
            Falling::<T>::insert(entry.no.object, FallingOf::truncate_from(all));
        }
    }

    /// Licences fall with what the entry `above` has ended.
    fn enter_fallen(above: EntryNo, numbers: &[u32]) {
        let object = above.object;
        let Some(mut record) = Objects::<T>::get(object).filter(|_| !numbers.is_empty()) else {
            return;
        };
        Self::strike(object, numbers.iter().copied().collect::<RightSet>());
        let now = T::Rules::default().now();
        for number in numbers {
            let Some((right, voucher)) = live_licence::<T>(object, *number) else {
                continue;
            };
            let own = crate::entries::next_entry(&record);
            let (status, outcome) = (RightStatus::Ended(own), Outcome::Ended(own));
            let voucher = CertificateRecord { outcome, ..voucher };
            Certificates::<T>::insert(object, right.certificate, &voucher);
            Rights::<T>::insert(object, number, RightRecord { status, ..right });
            let content = EntryContent::LicenceFell {
                number: *number,
                voucher,
            };
            let (authority, regime) = (record.authority, record.regime);
            let basis = EntryBasis::RightAbove(above);
            let entry = append_entry(object, &mut record, authority, regime, now, basis, content);
            Self::note_entry(object, entry.no.number);
            Self::deposit_event(Event::Entered {
                officer: None,
                entry: Box::new(entry),
                refusal: None,
                travelling: Bounded::default(),
            });
        }
        Objects::<T>::insert(object, record);
    }

    /// Licences fall that a call had no room for, while there is room; gives the weight that it took.
    pub(crate) fn let_others_fall(room: Weight) -> Weight {
        let one = T::WeightInfo::let_fall();
        let mut taken = Weight::zero();
        while taken.saturating_add(one).all_lte(room) && Self::let_next_fall() {
            taken.saturating_accrue(one);
        }
        taken
    }

    /// The next licence that waits falls; `false` when none does.
    pub(crate) fn let_next_fall() -> bool {
        let Some((object, waiting)) = Falling::<T>::iter().next() else {
            return false;
        };
        let mut left = waiting.into_iter();
        if let Some((above, number)) = left.next() {
            let above = EntryNo {
                object,
                number: above,
            };
            Self::enter_fallen(above, &[number]);
        }
        if left.len() == 0 {
            Falling::<T>::remove(object);
        } else {
            Falling::<T>::insert(object, FallingOf::truncate_from(left.collect()));
        }
        true
    }
}

/// A licence that has not ended, with its voucher.
fn live_licence<T: Config>(object: ObjectId, number: u32) -> Option<(RightRecord, CertificateRecord)> {
    let right = Rights::<T>::get(object, number)?;
    let live = right.status == RightStatus::Live && right.parent.is_some();
    let voucher = Certificates::<T>::get(object, right.certificate)?;
    live.then_some((right, voucher))
}
