//! The live marks of an object: those that are not over, in one value. Each mark has a record of its own, because each is
//! proved by itself; who asks what stands in the way reads them all at once here.
//!
//! A mark that is over leaves the list. What it still decides is when the seizures that waited behind it rose: they keep
//! that moment in its place.

use super::{
    standing::{lives, shown, standings, Life},
    Mark, MarkStanding,
};
use crate::clock::Moment;
use alloc::vec::Vec;

domain! {
    /// A mark that is not over.
    #[derive(Copy)]
    pub struct LiveMark {
        /// Its number on the object.
        #[codec(compact)]
        pub number: u32,
        /// When the last seizure before it that is no longer listed was over; since when it stands where there is none. A
        /// seizure is not in first rank before.
        pub free_from: Moment,
        /// The mark.
        pub mark: Mark,
    }
}

/// A mark with its number, and what is true of it at a moment.
pub type Numbered<'a> = (u32, &'a Mark, MarkStanding);

impl LiveMark {
    /// A mark in the list for the first time: nothing that was over before it began concerns it.
    pub fn new(number: u32, mark: Mark) -> Self {
        Self {
            number,
            free_from: mark.since,
            mark,
        }
    }

    /// The same one, changed. Only a seizure waits for others.
    fn changed_to(self, mark: Mark) -> Self {
        if mark.kind.is_seizure() {
            Self { mark, ..self }
        } else {
            Self::new(self.number, mark)
        }
    }

    /// Whether an organ ordered it.
    pub fn is_of_an_organ(&self) -> bool {
        self.mark.order.is_some()
    }
}

/// All marks of an object, which are in the order of their numbers, and what is true of them at `at`.
pub fn numbered(marks: &[Mark], at: Moment) -> impl Iterator<Item = Numbered<'_>> {
    let each = (0..).zip(marks.iter().zip(standings(marks, at)));
    each.map(|(number, (mark, standing))| (number, mark, standing))
}

/// The same of the live ones.
pub fn numbered_live(live: &[LiveMark], at: Moment) -> impl Iterator<Item = Numbered<'_>> {
    live.iter()
        .zip(lives_of(live))
        .map(move |(listed, life)| (listed.number, &listed.mark, shown(&listed.mark, &life, at)))
}

/// When each of them will be over, as their records are now; nothing for what has no end. Of a waiting seizure it may come
/// sooner or later: what stands before it may be released or renewed.
pub fn ends(live: &[LiveMark]) -> Vec<Option<Moment>> {
    lives_of(live).into_iter().map(|life| life.over).collect()
}

/// The list at `at` after the mark with `number` has come to be `mark`: set, changed or ended.
pub fn after(live: &[LiveMark], number: u32, mark: Mark, at: Moment) -> Vec<LiveMark> {
    let mut list = live.to_vec();
    match list.binary_search_by_key(&number, |listed| listed.number) {
        Ok(place) => list
            .iter_mut()
            .skip(place)
            .take(1)
            .for_each(|listed| *listed = listed.changed_to(mark)),
        Err(place) => list.insert(place, LiveMark::new(number, mark)),
    }
    not_over(&list, at)
}

/// The list that all marks of an object make at `at`.
pub fn of_all(marks: &[Mark], at: Moment) -> Vec<LiveMark> {
    let each = (0..).zip(marks);
    let all: Vec<_> = each.map(|(number, mark)| LiveMark::new(number, *mark)).collect();
    not_over(&all, at)
}

/// The list at `at`: what is over leaves it, and the seizures behind it keep the moment at which it was.
pub fn not_over(list: &[LiveMark], at: Moment) -> Vec<LiveMark> {
    let mut left: Vec<LiveMark> = Vec::with_capacity(list.len());
    let mut over: Vec<(&Mark, Moment)> = Vec::new();
    for (listed, life) in list.iter().zip(lives_of(list)) {
        match life.over.filter(|over| *over <= at) {
            Some(moment) => over.push((&listed.mark, moment)),
            None => {
                let before = over.iter().filter(|(mark, _)| mark.stands_before(&listed.mark));
                let free_from = before
                    .map(|(_, moment)| *moment)
                    .fold(listed.free_from, Moment::max);
                left.push(LiveMark { free_from, ..*listed });
            }
        }
    }
    left
}

fn lives_of(list: &[LiveMark]) -> Vec<Life> {
    lives(list.iter().map(|listed| (&listed.mark, listed.free_from)))
}

#[cfg(test)]
mod tests;
