//! The complete title of one object: every record a certificate speaks of, counts included, so that nothing is left out.

use crate::{
    errors::StateError,
    sources::{self, SourceRight, PARENTS_MAX},
    state::{Record, StateProof},
};
use alloc::{collections::BTreeMap, vec::Vec};
use quanji_primitives::{
    certificate_number::CertificateNumber,
    clock::{DevelopmentClock, Moment},
    marks::{standings, Mark, MarkKind, MarkSource, MarkStanding, MarkState},
    regime::Regime,
    rights::Holders,
    succession::{current, current_holders, SUCCESSION_DEPTH_MAX},
    terms::{may_use, LicensedRight, RightsTree, Use, UseAnswer},
    v1::{
        AuthorityRecord, CertificateRecord, CredentialKey, LicenceRecord, ObjectRecord, Outcome, PartyRecord,
        PartyStanding, RightRecord, RightStatus,
    },
    ObjectId, ObjectionId, PartyId, RightId,
};

/// Everything the register holds about one object's title at one block.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Title {
    /// Which object.
    pub id: ObjectId,
    /// The object.
    pub object: ObjectRecord,
    /// All its rights, ended ones included, by their numbers.
    pub rights: Vec<RightRecord>,
    /// What each licence among them has beside its right, by the number of the right.
    pub licences: BTreeMap<u32, LicenceRecord>,
    /// All its certificates, ended ones included, by their numbers.
    pub certificates: Vec<CertificateRecord>,
    /// All its marks, ended ones included, by their numbers.
    pub marks: Vec<Mark>,
    /// Every party that holds one of the rights, or is the subject of a registration without rights, and those that stand
    /// in their place.
    pub parties: BTreeMap<PartyId, PartyRecord>,
    /// For each of these parties that was succeeded the next one in its place; each is proven.
    pub successors: BTreeMap<PartyId, PartyId>,
    /// The registered rights that the object was made from, with those they hang on in turn; all are proven, so that the end
    /// of a source by its term is known though no entry tells it.
    pub sources: BTreeMap<RightId, SourceRight>,
    /// The authority that keeps the file.
    pub authority: AuthorityRecord,
    /// All its credential keys.
    pub credential_keys: Vec<CredentialKey>,
    /// The regime version of the first registration.
    pub regime: Regime,
    /// Block time.
    pub block_time: Moment,
    /// The development clock, where the chain has one.
    pub development_clock: Option<DevelopmentClock>,
}

/// How a right stood at the proven block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RightState {
    /// In force.
    InForce,
    /// Its term was over.
    Expired,
    /// Ended by the entry with this number.
    Ended {
        /// The entry.
        entry: u32,
    },
    /// It is a licence, and the right it comes from was not in force.
    ParentNotInForce {
        /// Number of the parent that was not.
        parent: u32,
    },
}

/// Parties by their identifier.
type PartyRecords = BTreeMap<PartyId, PartyRecord>;

/// Who stands in the place of a party that was succeeded.
type Successors = BTreeMap<PartyId, PartyId>;

/// The records of parties and, where a record says that the party was succeeded, of the one in its place. That it was not
/// is proven by its record too: a successor outside the proof is an error.
fn parties_and_successors(
    state: &StateProof,
    stored: impl Iterator<Item = PartyId>,
) -> Result<(PartyRecords, Successors), StateError> {
    let (mut parties, mut successors) = (BTreeMap::new(), BTreeMap::new());
    for holder in stored {
        let mut party = holder;
        for step in 0..=SUCCESSION_DEPTH_MAX {
            let record: PartyRecord = state.require(Record::Party(party))?;
            let succeeded = record.standing == PartyStanding::Succeeded;
            parties.insert(party, record);
            if !succeeded {
                break;
            }
            if step == SUCCESSION_DEPTH_MAX {
                return Err(StateError::SuccessorsTooDeep { party: holder });
            }
            let successor: PartyId = state.require(Record::SuccessorOf(party))?;
            successors.insert(party, successor);
            party = successor;
        }
    }
    Ok((parties, successors))
}

impl Title {
    /// Reads the title of `id` from a proof.
    pub fn read(state: &StateProof, id: ObjectId) -> Result<Self, StateError> {
        let object: ObjectRecord = state.require(Record::Object(id))?;
        let rights: Vec<RightRecord> = (0..object.rights)
            .map(|number| state.require(Record::Right(id, number)))
            .collect::<Result<_, _>>()?;
        let licences = (0..)
            .zip(&rights)
            .filter(|(_, right)| right.parent.is_some())
            .map(|(number, _)| Ok((number, state.require(Record::Licence(id, number))?)))
            .collect::<Result<_, _>>()?;
        let certificates: Vec<CertificateRecord> = (0..object.certificates)
            .map(|number| state.require(Record::Certificate(id, number)))
            .collect::<Result<_, _>>()?;
        let marks = (0..object.marks)
            .map(|number| state.require(Record::Mark(id, number)))
            .collect::<Result<_, _>>()?;
        let subjects = certificates
            .iter()
            .filter_map(|certificate| certificate.without_rights.as_ref())
            .map(|registration| &registration.subject);
        let stored = rights.iter().map(|right| &right.holders).chain(subjects);
        let (parties, successors) = parties_and_successors(state, stored.flat_map(Holders::parties))?;
        let authority: AuthorityRecord = state.require(Record::Authority(object.authority))?;
        let credential_keys = (0..authority.credential_keys)
            .map(|number| state.require(Record::CredentialKey(object.authority, number)))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            id,
            regime: state.require(Record::Regime(object.regime))?,
            block_time: state.require(Record::BlockTime)?,
            development_clock: state.read(Record::DevelopmentClock)?,
            sources: sources::read(state, &object.facts)?,
            object,
            rights,
            licences,
            certificates,
            marks,
            parties,
            successors,
            authority,
            credential_keys,
        })
    }

    /// The party that stood in the place of a holder at the proven block: itself, unless it was succeeded.
    pub fn current(&self, party: PartyId) -> PartyId {
        current(party, |party| self.successors.get(&party).copied())
    }

    /// The holders of a certificate as they stood at the proven block: parts of those who have become one party are added up.
    pub fn current_holders_of(&self, certificate: &CertificateRecord) -> Result<Option<Holders>, StateError> {
        let stored = self.holders_of(certificate)?;
        Ok(stored.map(|holders| current_holders(holders, |party| self.current(party))))
    }

    /// Register time at the proven block.
    pub fn register_time(&self) -> Moment {
        self.register_time_at(self.block_time)
    }

    /// Register time when block time is `block_time`, by the clock of the proven block.
    pub fn register_time_at(&self, block_time: Moment) -> Moment {
        self.development_clock
            .map_or(block_time, |clock| clock.at(block_time))
    }

    /// The certificate with `number`.
    pub fn certificate(&self, number: CertificateNumber) -> Option<&CertificateRecord> {
        self.certificates
            .iter()
            .find(|certificate| certificate.number == number)
    }

    /// The rights that a certificate lists, with their numbers.
    pub fn rights_of(&self, certificate: &CertificateRecord) -> Result<Vec<(u32, &RightRecord)>, StateError> {
        let right = |number: &u32| self.right(*number).map(|right| (*number, right));
        certificate.rights.iter().map(right).collect()
    }

    /// All marks with their numbers and what is true of them at register time `at`: a seizure's rank and end follow from all
    /// marks and time, as on the chain.
    fn marks_at(&self, at: Moment) -> impl Iterator<Item = (u32, &Mark, MarkStanding)> {
        (0..)
            .zip(self.marks.iter().zip(standings(&self.marks, at)))
            .map(|(number, (mark, standing))| (number, mark, standing))
    }

    /// The marks that stand at register time `at`, with their numbers and what is true of them then.
    pub fn standing_marks(&self, at: Moment) -> impl Iterator<Item = (u32, &Mark, MarkStanding)> {
        self.marks_at(at).filter(|(_, _, standing)| standing.stands())
    }

    /// The pledges that no entry has ended and whose registration is over by its time at register time `at`.
    pub fn lapsed_pledges(&self, at: Moment) -> impl Iterator<Item = (u32, &Mark, MarkStanding)> {
        self.marks_at(at).filter(|(_, mark, standing)| {
            mark.kind == MarkKind::Pledge && standing.state == MarkState::Expired
        })
    }

    /// The objections that are open at register time `at`. One whose notice has ended has lapsed, though nobody has taken
    /// it off the list yet.
    pub fn open_objections(&self, at: Moment) -> impl Iterator<Item = ObjectionId> + '_ {
        let has_lapsed = move |objection: &ObjectionId| {
            let source = MarkSource::Objection(*objection);
            let notice = |mark: &&Mark| {
                mark.kind == MarkKind::ObjectionNotice && mark.source == source && mark.ended.is_none()
            };
            let mut notices = self.marks.iter().filter(notice).peekable();
            notices.peek().is_some() && !notices.any(|mark| mark.stands(at))
        };
        let listed = self.object.open_objections.iter().copied();
        listed.filter(move |objection| !has_lapsed(objection))
    }

    /// The holders of a certificate: the same for all its rights; the subject of a registration without rights.
    pub fn holders_of<'a>(
        &'a self,
        certificate: &'a CertificateRecord,
    ) -> Result<Option<&'a Holders>, StateError> {
        let rights = self.rights_of(certificate)?;
        let subject = certificate.without_rights.as_ref();
        let subject = subject.map(|registration| &registration.subject);
        let holders = rights.first().map(|(_, right)| &right.holders).or(subject);
        match rights.iter().find(|(_, right)| Some(&right.holders) != holders) {
            Some((number, _)) => Err(StateError::HoldersDiffer { right: *number }),
            None => Ok(holders),
        }
    }

    /// The independent holders besides those of `certificate`: others with a right of first registration in force at
    /// register time `at` in the same object (NG 21, last paragraph). Co-holders of one right count once, together.
    pub fn independent_holders(
        &self,
        certificate: &CertificateRecord,
        at: Moment,
    ) -> Result<Vec<&Holders>, StateError> {
        let own = self.holders_of(certificate)?;
        let mut others = Vec::new();
        for (number, right) in (0..).zip(&self.rights) {
            let is_another = right.parent.is_none() && Some(&right.holders) != own;
            if is_another
                && !others.contains(&&right.holders)
                && self.right_state(number, at)? == RightState::InForce
            {
                others.push(&right.holders);
            }
        }
        Ok(others)
    }

    /// The rights with their licences, as they were held at the proven block: whoever stood in the place of a holder held
    /// what is stored under the former's name (S023).
    pub fn tree(&self) -> RightsTree {
        let rights = (0..).zip(&self.rights).map(|(number, right)| LicensedRight {
            number,
            right: RightRecord {
                holders: current_holders(&right.holders, |party| self.current(party)),
                ..right.clone()
            },
            licence: self.licences.get(&number).cloned(),
        });
        RightsTree::new(rights.collect())
    }

    /// Whether `party` might use the right with `number` so at register time `at`. A proof lists the open cases of an object and
    /// not what they ask for: a right whose term is over may still be in force because a renewal was filed in time (NG 36),
    /// and only the register says so.
    pub fn may_use(&self, number: u32, party: PartyId, asked: Use, at: Moment) -> UseAnswer {
        may_use(&self.tree(), number, party, asked, at)
    }

    /// How a right stood at register time `at`. It is in force while it, and every right on which it hangs, is live and
    /// within its term: those it was licensed from, or the right of first registration alone where its holders signed. A
    /// proof does not tell whether a renewal filed in time keeps it in force past its term (NG 36).
    pub fn right_state(&self, number: u32, at: Moment) -> Result<RightState, StateError> {
        let mut current = number;
        for _ in 0..=PARENTS_MAX {
            let right = self.right(current)?;
            let own = match right.status {
                RightStatus::Ended(entry) => RightState::Ended { entry },
                RightStatus::Live if right.valid_until <= at => RightState::Expired,
                RightStatus::Live => RightState::InForce,
            };
            match (own, right.parent) {
                (RightState::InForce, None) => return Ok(RightState::InForce),
                (RightState::InForce, Some(parent)) if parent.object == self.id => {
                    current = self.hangs_on(current, parent.index);
                }
                (RightState::InForce, Some(_)) => return Err(StateError::ParentElsewhere { right: current }),
                (own, _) if current == number => return Ok(own),
                _ => return Ok(RightState::ParentNotInForce { parent: current }),
            }
        }
        Err(StateError::ParentsTooDeep { right: number })
    }

    /// Whether the right with `number` is not in force at register time `at` because a term is over: its own, or that of the
    /// right on which it hangs.
    pub fn is_over_by_term(&self, number: u32, at: Moment) -> bool {
        match self.right_state(number, at) {
            Ok(RightState::Expired) => true,
            Ok(RightState::ParentNotInForce { parent }) => {
                matches!(self.right_state(parent, at), Ok(RightState::Expired))
            }
            _ => false,
        }
    }

    /// How each registered right that the object was made from stood at register time `at`.
    pub fn source_states(&self, at: Moment) -> Vec<(RightId, RightState)> {
        sources::named(&self.object.facts)
            .map(|right| (right, sources::state(&self.sources, right, at)))
            .collect()
    }

    /// The right above on which a licence hangs: its parent, or the right of first registration.
    fn hangs_on(&self, number: u32, parent: u32) -> u32 {
        let root_signed = self
            .licences
            .get(&number)
            .is_some_and(|licence| licence.root_signed);
        let root = self.tree().root(number).filter(|_| root_signed);
        root.unwrap_or(parent)
    }

    /// The entry that ended the certificate or its object, if one did.
    pub fn ended_by(&self, certificate: &CertificateRecord) -> Option<u32> {
        [certificate.outcome, self.object.outcome]
            .into_iter()
            .find_map(|outcome| match outcome {
                Outcome::Ended(entry) => Some(entry),
                Outcome::Live => None,
            })
    }

    fn right(&self, number: u32) -> Result<&RightRecord, StateError> {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        self.rights
            .get(place)
            .ok_or(StateError::NoSuchRight { right: number })
    }
}
