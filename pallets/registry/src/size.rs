//! How large an entry may be, so that the heaviest one fits a hundred times into the ordinary part of a block.

use crate::{
    dealings::Dealt,
    split::{certificates, holdings},
    Config, Error, Pallet, WeightInfo,
};
use frame_support::{traits::Get, weights::Weight};
use quanji_primitives::{
    filing::{FirstRegistration, Split},
    imported::EarlierRegistration,
    object::{ObjectFacts, Source},
};

/// The most records that one entry may touch beside the few that every entry touches. No rule of law bounds an application;
/// this leaves sixteen co-holders, or eight participants, or sixteen registered sources, and room besides. What is larger is
/// filed in parts: a participant may file for itself as a further holder of the same data (NG 21, last paragraph).
pub const RECORDS_MAX: u32 = 70;

/// What is counted: every party has its holdings counted and listed, every certificate is kept and found by its number,
/// every source is read, counts what is made of it and lists it, every fingerprint is kept and leads to its object.
#[derive(Clone, Copy)]
struct Size {
    parties: u32,
    certificates: u32,
    rights: u32,
    sources: u32,
    fingerprints: u32,
}

impl Size {
    fn records(self) -> u32 {
        let thrice = self
            .parties
            .saturating_add(self.sources)
            .saturating_add(self.fingerprints);
        thrice
            .saturating_mul(3)
            .saturating_add(self.certificates.saturating_mul(2))
            .saturating_add(self.rights)
    }

    fn fits(self) -> bool {
        self.records() <= RECORDS_MAX
    }

    fn of_filing(filing: &FirstRegistration) -> Self {
        let shares = filing.shares();
        let (mut parties, mut certificates, mut rights) = (0u32, 0u32, 0u32);
        for (holders, claims) in shares {
            parties = parties.saturating_add(holders.count());
            certificates = certificates.saturating_add(1);
            rights = rights.saturating_add(number(claims.len()));
        }
        Self {
            parties,
            certificates,
            rights,
            sources: registered_sources(&filing.facts),
            fingerprints: number(filing.fingerprints.len()),
        }
    }

    fn of_earlier(earlier: &EarlierRegistration) -> Self {
        Self {
            parties: earlier.holders.count(),
            certificates: 1,
            rights: earlier.kinds.0.count_ones(),
            sources: registered_sources(&earlier.facts),
            fingerprints: number(earlier.fingerprints.len()),
        }
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How many registered sources a lineage names.
fn registered_sources(facts: &ObjectFacts) -> u32 {
    let registered = |source: &&Source| !matches!(source, Source::Unregistered(_));
    number(facts.lineage.iter().filter(registered).count())
}

/// What a split touches for each part besides: record, roll, origin and serial of the object.
const RECORDS_OF_AN_OBJECT: u32 = 4;

impl<T: Config> Pallet<T> {
    /// One entry can hold what leaves by a split, and raise the certificates of what stays.
    pub(crate) fn ensure_split_fits_one_entry(split: &Split, dealt: &Dealt) -> Result<(), Error<T>> {
        let shown = number(certificates(&dealt.live));
        let of_part = Size {
            parties: holdings(&dealt.live),
            certificates: shown,
            rights: number(dealt.roots().count()),
            sources: registered_sources(&dealt.record.facts),
            fingerprints: 0,
        };
        let of_part = of_part.records().saturating_add(RECORDS_OF_AN_OBJECT);
        let prints = split
            .parts
            .iter()
            .map(|part| part.fingerprints.len())
            .sum::<usize>();
        let prints = number(prints.saturating_add(split.fingerprints.len())).saturating_mul(3);
        let records = of_part
            .saturating_mul(number(split.parts.len()))
            .saturating_add(prints)
            .saturating_add(shown);
        (records <= RECORDS_MAX)
            .then_some(())
            .ok_or(Error::<T>::EntryTooLarge)
    }

    /// One entry can hold the application.
    pub(crate) fn ensure_fits_one_entry(filing: &FirstRegistration) -> Result<(), Error<T>> {
        Size::of_filing(filing)
            .fits()
            .then_some(())
            .ok_or(Error::<T>::EntryTooLarge)
    }

    /// One entry can hold the earlier registration.
    pub(crate) fn ensure_earlier_fits_one_entry(earlier: &EarlierRegistration) -> Result<(), Error<T>> {
        Size::of_earlier(earlier)
            .fits()
            .then_some(())
            .ok_or(Error::<T>::EntryTooLarge)
    }

    /// The weight of an entry, whatever it is of. Each was measured without one of the claimed kinds, so that the case stays;
    /// where all are granted there is a right more.
    pub(crate) fn weight_of_entry() -> Weight {
        T::WeightInfo::enter()
            .max(T::WeightInfo::enter_of_many_sources())
            .max(T::WeightInfo::enter_further_holder())
            .max(T::WeightInfo::enter_further_rights())
            .max(T::WeightInfo::enter_transfer())
            .max(T::WeightInfo::enter_change())
            .max(T::WeightInfo::enter_renewal())
            .max(T::WeightInfo::enter_cancellation())
            .max(T::WeightInfo::enter_split())
            .saturating_add(T::DbWeight::get().writes(1))
    }

    /// The weight of carrying out a motion with a text of `length` bytes, which is judged at the door as well.
    pub(crate) fn weight_of_motion(length: u32) -> Weight {
        let correcting = T::WeightInfo::execute_motion(length).saturating_mul(2);
        correcting.max(T::WeightInfo::execute_ending_motion())
    }

    /// The weight of an import. One that is too large is refused before anything is looked up.
    pub(crate) fn weight_of_import(earlier: &EarlierRegistration) -> Weight {
        let size = Size::of_earlier(earlier);
        if size.fits() {
            T::WeightInfo::import(size.parties, size.sources, size.fingerprints)
        } else {
            T::WeightInfo::import(1, 0, 0)
        }
    }
}
