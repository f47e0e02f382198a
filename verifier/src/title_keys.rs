//! Which storage keys the proof of a title needs. They become known in rounds, since counts lead to keys.

use crate::{
    errors::StateError,
    sources::{self, PARENTS_MAX},
    state::{decode, Record},
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::Decode;
use quanji_primitives::{
    object::ObjectFacts,
    succession::SUCCESSION_DEPTH_MAX,
    v1::{AuthorityRecord, CertificateRecord, ObjectRecord, PartyRecord, PartyStanding, RightRecord},
    ObjectId, PartyId,
};

/// The most records of one title that are asked for, so that a wrong count does not exhaust the one who asks.
pub const TITLE_RECORDS_MAX: u64 = 100_000;

/// Collects the keys of a title: ask for [`TitleKeys::missing`], give the values found at one block, repeat until nothing is
/// missing (three rounds, two more for each step to the successor of a holder, one more for each step up from a source), then ask for one read proof of [`TitleKeys::all`] at that block.
#[derive(Clone, Debug)]
pub struct TitleKeys {
    object: ObjectId,
    values: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

impl TitleKeys {
    /// The keys of the title of `object`.
    pub fn new(object: ObjectId) -> Self {
        Self {
            object,
            values: BTreeMap::new(),
        }
    }

    /// Gives the value found under a key; `None` where there is none.
    pub fn insert(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.values.insert(key, value);
    }

    /// Keys whose values are still to be given.
    pub fn missing(&self) -> Result<Vec<Vec<u8>>, StateError> {
        let keys = self.records()?.into_iter().map(|record| record.key());
        Ok(keys.filter(|key| !self.values.contains_key(key)).collect())
    }

    /// All keys known so far: complete when nothing is missing.
    pub fn all(&self) -> Vec<Vec<u8>> {
        self.values.keys().cloned().collect()
    }

    /// The records known to be needed, given the values so far.
    fn records(&self) -> Result<Vec<Record>, StateError> {
        let id = self.object;
        let mut records = alloc::vec![Record::Object(id), Record::BlockTime, Record::DevelopmentClock];
        let Some(object) = self.value::<ObjectRecord>(Record::Object(id))? else {
            return Ok(records);
        };
        within_limit(&[object.rights, object.certificates, object.marks])?;
        records.extend([Record::Authority(object.authority), Record::Regime(object.regime)]);
        records.extend((0..object.marks).map(|number| Record::Mark(id, number)));
        self.add_sources(&object.facts, &mut records)?;
        for certificate in (0..object.certificates).map(|number| Record::Certificate(id, number)) {
            records.push(certificate);
            let subject = self
                .value::<CertificateRecord>(certificate)?
                .and_then(|certificate| certificate.without_rights)
                .map(|registration| registration.subject.parties());
            self.add_parties(subject.into_iter().flatten(), &mut records)?;
        }
        for number in 0..object.rights {
            let right = Record::Right(id, number);
            records.push(right);
            let Some(record) = self.value::<RightRecord>(right)? else {
                continue;
            };
            self.add_parties(record.holders.parties().into_iter(), &mut records)?;
            records.extend(record.parent.map(|_| Record::Licence(id, number)));
        }
        if let Some(authority) = self.value::<AuthorityRecord>(Record::Authority(object.authority))? {
            within_limit(&[authority.credential_keys])?;
            let key = |number| Record::CredentialKey(object.authority, number);
            records.extend((0..authority.credential_keys).map(key));
        }
        records.sort();
        records.dedup();
        Ok(records)
    }

    /// The records of parties, and of those that stand in their place.
    fn add_parties(
        &self,
        parties: impl Iterator<Item = PartyId>,
        records: &mut Vec<Record>,
    ) -> Result<(), StateError> {
        for stored in parties {
            let mut party = stored;
            for _ in 0..=SUCCESSION_DEPTH_MAX {
                records.push(Record::Party(party));
                let known = self.value::<PartyRecord>(Record::Party(party))?;
                if known.is_none_or(|record| record.standing != PartyStanding::Succeeded) {
                    break;
                }
                records.push(Record::SuccessorOf(party));
                match self.value(Record::SuccessorOf(party))? {
                    Some(successor) => party = successor,
                    None => break,
                }
            }
        }
        Ok(())
    }

    /// The rights that the object was made from, and those they hang on.
    fn add_sources(&self, facts: &ObjectFacts, records: &mut Vec<Record>) -> Result<(), StateError> {
        for source in sources::named(facts) {
            let mut right = source;
            for _ in 0..=PARENTS_MAX {
                let record = Record::Right(right.object, right.index);
                records.push(record);
                let Some(parent) = self.value::<RightRecord>(record)?.and_then(|right| right.parent) else {
                    break;
                };
                records.push(Record::Licence(right.object, right.index));
                right = parent;
            }
        }
        Ok(())
    }

    fn value<T: Decode>(&self, record: Record) -> Result<Option<T>, StateError> {
        match self.values.get(&record.key()) {
            None => Ok(None),
            Some(None) => Err(StateError::Absent { record }),
            Some(Some(value)) => decode(record, value).map(Some),
        }
    }
}

fn within_limit(counts: &[u32]) -> Result<(), StateError> {
    let found = counts
        .iter()
        .map(|count| u64::from(*count))
        .fold(0, u64::saturating_add);
    if found > TITLE_RECORDS_MAX {
        return Err(StateError::TooManyRecords {
            found,
            max: TITLE_RECORDS_MAX,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_a_hundred_thousand_records_is_asked_for_and_no_greater_one() {
        assert_eq!(within_limit(&[60_000, 40_000]), Ok(()));
        let refused = StateError::TooManyRecords {
            found: 100_001,
            max: 100_000,
        };
        assert_eq!(within_limit(&[60_000, 40_001]), Err(refused));
    }
}
