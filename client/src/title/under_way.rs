//! What is under way about an object and may change what is registered: its open cases, the offers of licences that wait for
//! signatures, and what its authority is about to do of its own motion. Each list is the object's own and proven.

use std::collections::BTreeMap;

use quanji_primitives::{
    case::Case, clock::Moment, ending::Motion, storage_keys, terms::Offer, v1::RightRecord, CaseId, ObjectId,
};
use quanji_verifier::Title;

use crate::evidence::{batch::Batch, EvidenceError};

/// What is under way about one object.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UnderWay {
    /// The cases that the object lists, as far as they are in state.
    pub cases: BTreeMap<CaseId, Case>,
    /// The offers of licences that the object lists, by their numbers, lapsed ones included.
    pub offers: BTreeMap<u32, Offer>,
    /// What the authority is about to do of its own motion.
    pub motion: Option<Motion>,
}

impl UnderWay {
    /// The keys of what is under way about an object, which are to be fetched before it is read.
    pub fn keys(title: &Title) -> Vec<Vec<u8>> {
        let cases = title.object.open_cases.iter();
        let cases = cases.map(|case| storage_keys::case(*case));
        let lists = [
            storage_keys::open_offers(title.id),
            storage_keys::motion(title.id),
        ];
        cases.chain(lists).collect()
    }

    /// What is under way about each of these objects.
    pub async fn read(
        batch: &mut Batch<'_>,
        titles: &BTreeMap<ObjectId, Title>,
    ) -> Result<BTreeMap<ObjectId, Self>, EvidenceError> {
        let mut listed = Vec::new();
        for object in titles.keys() {
            let numbers: Option<Vec<u32>> = batch.value(&storage_keys::open_offers(*object))?;
            listed.extend(numbers.into_iter().flatten().map(|number| (*object, number)));
        }
        let keys = listed
            .iter()
            .map(|(object, number)| storage_keys::offer(*object, *number));
        batch.fetch(keys).await?;
        let mut found: BTreeMap<ObjectId, Self> = BTreeMap::new();
        for (object, title) in titles {
            found.insert(*object, Self::of(batch, title)?);
        }
        for (object, number) in listed {
            let offer: Option<Offer> = batch.value(&storage_keys::offer(object, number))?;
            let of_object = found.entry(object).or_default();
            of_object.offers.extend(offer.map(|offer| (number, offer)));
        }
        Ok(found)
    }

    /// Cases and motion of an object, from what was fetched.
    fn of(batch: &Batch<'_>, title: &Title) -> Result<Self, EvidenceError> {
        let mut cases = BTreeMap::new();
        for case in &title.object.open_cases {
            let record: Option<Case> = batch.value(&storage_keys::case(*case))?;
            cases.extend(record.map(|record| (*case, record)));
        }
        Ok(Self {
            cases,
            offers: BTreeMap::new(),
            motion: batch.value(&storage_keys::motion(title.id))?,
        })
    }

    /// The listed cases that have not ended at `now`: a refused one stays listed until an officer closes it.
    pub fn open_cases(&self, title: &Title, now: Moment) -> Vec<CaseId> {
        let has_ended = |case: &CaseId| self.cases.get(case).is_some_and(|case| case.has_ended(now));
        let listed = title.object.open_cases.iter().copied();
        listed.filter(|case| !has_ended(case)).collect()
    }

    /// The case that keeps a right of first registration in force at `now` though its term is over: a renewal that was filed
    /// in time and is not decided (NG 36).
    pub fn renewal_of(&self, right: &RightRecord, now: Moment) -> Option<CaseId> {
        let keeps = |case: &Case| {
            let renewal = case.timely_renewal(now);
            right.parent.is_none() && renewal.is_some_and(|renewal| renewal.covers(right))
        };
        let of_case = self.cases.iter().find(|(_, case)| keeps(case));
        of_case.map(|(case, _)| *case)
    }

    /// The offers that can still be signed at `now`, with their numbers.
    pub fn open_offers(&self, now: Moment) -> impl Iterator<Item = (u32, &Offer)> {
        let offers = self.offers.iter().map(|(number, offer)| (*number, offer));
        offers.filter(move |(_, offer)| now < offer.filing.open_until)
    }
}
