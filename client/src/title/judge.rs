//! Which warnings a title gives. Each rule stands under the sentence it implements; the sentences are in [`super::warnings`].

mod claims;
mod data;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use quanji_primitives::{
    clock::{Day, Moment},
    marks::{MarkKind, MarkSource, RightSet, SourceState},
    object::Fingerprint,
    regime::{Act, ActForm},
    rights::RightKind,
    terms::LicenceKind,
    v1::{Outcome, PartyStanding, RightRecord},
    CaseId, ObjectId, PartyId, RightId,
};
use quanji_verifier::{title::RightState, Title};

use super::{
    securities::{Security, WaitingDeed},
    under_way::UnderWay,
    warnings::{Noted, Warning},
};
use crate::evidence::EvidenceError;

/// A loan should end so many months before a right does: the renewal falls into them (NG 36).
pub const MONTHS_AFTER_MATURITY: u32 = 6;

/// What is known of one object.
pub struct Facts<'a> {
    /// Its title.
    pub title: &'a Title,
    /// Register time of the block.
    pub at: Moment,
    /// The rights that the reader looks at, by their numbers: those held or licensed in.
    pub rights: &'a [u32],
    /// Its fingerprints.
    pub fingerprints: &'a [Fingerprint],
    /// The titles of all objects that were read: its sources among them.
    pub titles: &'a BTreeMap<ObjectId, Title>,
    /// What is under way about each of them.
    pub under_way: &'a BTreeMap<ObjectId, UnderWay>,
    /// Pledges and reservations on it, ended ones included.
    pub securities: &'a [Security],
    /// Deeds about it that wait for signatures.
    pub deeds: &'a [WaitingDeed],
    /// When the loan is due.
    pub maturity: Option<Day>,
    /// How old a snapshot may be, in days, by the description.
    pub update_days: Option<u32>,
    /// Who has signed the consent.
    pub signed: &'a BTreeSet<PartyId>,
    /// The entries in which marks were set, by their numbers, as far as they are known.
    pub entries: &'a BTreeMap<u32, u32>,
}

/// All warnings about one object.
pub fn warnings(facts: &Facts<'_>) -> Result<Vec<Noted>, EvidenceError> {
    let mut found = Vec::new();
    for number in facts.rights {
        if let Some(right) = facts.right(*number) {
            found.extend(of_right(facts, *number, right)?);
        }
    }
    found.extend(power_to_give_security(facts)?);
    found.extend(exclusive_licences(facts)?);
    found.extend(independent_holders(facts)?);
    found.extend(marks(facts));
    found.extend(under_way(facts));
    found.extend(claims::securities(facts));
    found.extend(data::sources(facts)?);
    found.extend(data::authorisation(facts));
    found.extend(data::of_the_data(facts));
    found.extend(data::snapshots(facts));
    found.extend(data::how_it_was_registered(facts));
    found.sort_by_key(|noted| noted.weight);
    Ok(found)
}

impl<'a> Facts<'a> {
    fn right(&self, number: u32) -> Option<&'a RightRecord> {
        self.title.rights.get(usize::try_from(number).ok()?)
    }

    fn id(&self, number: u32) -> RightId {
        RightId {
            object: self.title.id,
            index: number,
        }
    }

    /// The case that keeps a right of an object that was read in force though its term is over (NG 36).
    fn renewal_of(&self, object: ObjectId, right: &RightRecord) -> Option<CaseId> {
        self.under_way.get(&object)?.renewal_of(right, self.at)
    }

    /// Whether a right of an object that was read is in force: within its term, or kept so by a renewal.
    fn is_in_force(&self, title: &Title, number: u32, right: &RightRecord) -> Result<bool, EvidenceError> {
        Ok(match title.right_state(number, self.at)? {
            RightState::InForce => true,
            RightState::Expired => self.renewal_of(title.id, right).is_some(),
            RightState::Ended { .. } | RightState::ParentNotInForce { .. } => false,
        })
    }

    fn noted(&self, warning: Warning, entry: Option<u32>) -> Noted {
        Noted::of(warning, self.title.id, entry)
    }

    fn entry_of_mark(&self, mark: u32) -> Option<u32> {
        self.entries.get(&mark).copied()
    }

    /// The day by which a right must reach to be longer than the loan and six months.
    fn needed(&self) -> Option<Day> {
        Some(self.maturity?.plus_months(MONTHS_AFTER_MATURITY))
    }
}

fn of_right(facts: &Facts<'_>, number: u32, right: &RightRecord) -> Result<Vec<Noted>, EvidenceError> {
    let (id, name) = (facts.id(number), facts.id(number).to_string());
    let entry = Some(right.entry);
    let mut found = Vec::new();
    let kept = facts.renewal_of(facts.title.id, right);
    // Of what is not in force any more nothing else is told.
    let over = match facts.title.right_state(number, facts.at)? {
        RightState::InForce => None,
        RightState::Expired if kept.is_some() => None,
        RightState::Expired => {
            let until = last_day(right.valid_until);
            Some((
                Warning::Lapsed {
                    right: name.clone(),
                    until,
                },
                entry,
            ))
        }
        RightState::Ended { entry } => Some((Warning::Ended { right: name.clone() }, Some(entry))),
        RightState::ParentNotInForce { parent } => {
            let above = facts.id(parent).to_string();
            Some((
                Warning::AboveNotInForce {
                    right: name.clone(),
                    above,
                },
                entry,
            ))
        }
    };
    if let Some((warning, entry)) = over {
        return Ok(vec![facts.noted(warning, entry).on(id)]);
    }
    // Its term is over, and it stands and falls with a renewal.
    if let (Some(case), RightState::Expired) = (kept, facts.title.right_state(number, facts.at)?) {
        let warning = Warning::KeptByRenewal {
            right: name.clone(),
            until: last_day(right.valid_until),
            case: case.to_string(),
        };
        found.push(facts.noted(warning, entry).on(id));
    }
    // Its term is over before the loan and six months are.
    if let Some(needed) = facts.needed().filter(|needed| right.valid_until < needed.end()) {
        let warning = Warning::ExpiresBeforeMaturity {
            right: name.clone(),
            until: last_day(right.valid_until),
            needed: needed.to_string(),
        };
        found.push(facts.noted(warning, entry).on(id));
    }
    // It is a licence, and it or one above it ends before the loan does.
    let ends_early = |above: &RightRecord| facts.maturity.is_some_and(|day| above.valid_until < day.end());
    for above in facts.title.tree().chain(number) {
        let record = facts
            .right(above)
            .filter(|record| record.parent.is_some() && ends_early(record));
        if let (Some(record), Some(maturity)) = (record, facts.maturity) {
            let warning = Warning::LicenceEndsBeforeMaturity {
                right: facts.id(above).to_string(),
                until: last_day(record.valid_until),
                maturity: maturity.to_string(),
            };
            found.push(facts.noted(warning, Some(record.entry)).on(id));
        }
    }
    found.extend(co_holders(facts, number, right));
    Ok(found)
}

/// All who hold a right together sign what disposes of it; and each must be able to act.
fn co_holders(facts: &Facts<'_>, number: u32, right: &RightRecord) -> Vec<Noted> {
    let id = facts.id(number);
    let holders: BTreeSet<PartyId> = right
        .holders
        .parties()
        .into_iter()
        .map(|party| facts.title.current(party))
        .collect();
    let mut found = Vec::new();
    for party in &holders {
        if holders.len() > 1 && !facts.signed.contains(party) {
            let (right_name, party) = (id.to_string(), party.to_string());
            let warning = Warning::CoHolderNotSigned {
                right: right_name,
                party,
            };
            found.push(facts.noted(warning, Some(right.entry)).on(id));
        }
        let standing = facts.title.parties.get(party).map(|record| record.standing);
        let party = party.to_string();
        let warning = match standing {
            Some(PartyStanding::Suspended(_)) => Warning::HolderSuspended { party },
            Some(PartyStanding::InSuccession) => Warning::HolderInSuccession { party },
            Some(PartyStanding::Erased) => Warning::HolderErased { party },
            _ => continue,
        };
        found.push(facts.noted(warning, Some(right.entry)).on(id));
    }
    found
}

/// None of the rights can be pledged, as the register judges it (its `ensure_can_secure`).
fn power_to_give_security(facts: &Facts<'_>) -> Result<Option<Noted>, EvidenceError> {
    let regime = &facts.title.regime;
    // By deed, in a live object, under a regime that creates rights and knows pledges.
    let is_live = facts.title.object.outcome == Outcome::Live;
    let row = regime.act(Act::Pledge);
    let row = row.filter(|row| regime.creates_rights && row.form != ActForm::FilingWithVoucher);
    let needs_operating = row.is_some_and(|row| row.needs_operating_right);
    let candidates: &[u32] = match row {
        Some(_) if is_live => facts.rights,
        _ => &[],
    };
    for number in candidates {
        if can_be_pledged(facts, *number, needs_operating)? {
            return Ok(None);
        }
    }
    let warning = match needs_operating {
        true => Warning::NoOperatingRight,
        false => Warning::NothingToPledge,
    };
    Ok(Some(facts.noted(warning, None)))
}

/// A right of first registration in force; where the regime says so, with the operating right of its certificate (NG 3).
fn can_be_pledged(facts: &Facts<'_>, number: u32, needs_operating: bool) -> Result<bool, EvidenceError> {
    let Some(right) = facts.right(number) else {
        return Ok(false);
    };
    let is_first = is_first_in_force(facts, number, right)?;
    if !is_first || !needs_operating {
        return Ok(is_first);
    }
    for (number, other) in (0..).zip(&facts.title.rights) {
        let gives_power = other.kind == RightKind::Operating && other.certificate == right.certificate;
        if gives_power && is_first_in_force(facts, number, other)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A licence is no right of first registration.
fn is_first_in_force(facts: &Facts<'_>, number: u32, right: &RightRecord) -> Result<bool, EvidenceError> {
    Ok(right.parent.is_none() && facts.is_in_force(facts.title, number, right)?)
}

/// A licence in force that excludes others, on a right the reader looks at.
fn exclusive_licences(facts: &Facts<'_>) -> Result<Vec<Noted>, EvidenceError> {
    let tree = facts.title.tree();
    let mut found = Vec::new();
    for licensed in tree.iter().filter(|one| one.excludes_others()) {
        let on = tree
            .chain(licensed.number)
            .into_iter()
            .skip(1)
            .find(|above| facts.rights.contains(above));
        let Some(on) = on else { continue };
        if facts.title.right_state(licensed.number, facts.at)? != RightState::InForce {
            continue;
        }
        let warning = Warning::ExclusiveLicence {
            licence: facts.id(licensed.number).to_string(),
            right: facts.id(on).to_string(),
            until: last_day(licensed.right.valid_until),
        };
        found.push(facts.noted(warning, Some(licensed.right.entry)).on(facts.id(on)));
    }
    Ok(found)
}

/// Others with a right of first registration in force in the same object.
fn independent_holders(facts: &Facts<'_>) -> Result<Option<Noted>, EvidenceError> {
    let own = facts.rights.first().and_then(|number| facts.right(*number));
    let Some(own) = own.filter(|right| right.parent.is_none()) else {
        return Ok(None);
    };
    let certificate = facts
        .title
        .certificates
        .get(usize::try_from(own.certificate).unwrap_or(usize::MAX));
    let Some(certificate) = certificate else {
        return Ok(None);
    };
    let others = facts.title.independent_holders(certificate, facts.at)?.len();
    let count = others.to_string();
    Ok((others > 0).then(|| facts.noted(Warning::IndependentHolders { count }, Some(own.entry))))
}

/// What stands against the rights, or against the registration itself.
fn marks(facts: &Facts<'_>) -> Vec<Noted> {
    let looked_at: RightSet = facts.rights.iter().copied().collect();
    let mut found = Vec::new();
    for (number, mark, standing) in facts.title.standing_marks(facts.at) {
        let concerned = mark.rights == RightSet::NONE || mark.rights.meets(looked_at);
        let (name, since) = (number.to_string(), minute(mark.since));
        let warning = match (standing.kind, mark.source) {
            (MarkKind::ObjectionNotice, _) => Warning::ObjectionNoted { mark: name, since },
            (MarkKind::Hold, _) => Warning::OnHold { mark: name, since },
            (MarkKind::SeizureFirst, _) => Warning::Seized { mark: name, since },
            (MarkKind::SeizureWaiting, _) => Warning::SeizureWaits { mark: name, since },
            (MarkKind::Control, _) => Warning::Controlled { mark: name, since },
            (MarkKind::SourceNotice, MarkSource::SourceRight { right, state }) => {
                let source = right.to_string();
                match state {
                    SourceState::Disputed => Warning::SourceDisputed { source, since },
                    SourceState::Seized => Warning::SourceSeized { source, since },
                    SourceState::Ended => Warning::SourceEnded { source },
                }
            }
            // These are told with their ranks.
            (MarkKind::Pledge | MarkKind::Reservation | MarkKind::SourceNotice, _) => continue,
        };
        if concerned || standing.kind == MarkKind::SourceNotice {
            found.push(facts.noted(warning, facts.entry_of_mark(number)));
        }
    }
    for objection in facts.title.open_objections(facts.at) {
        let objection = objection.to_string();
        found.push(facts.noted(Warning::ObjectionOpen { objection }, None));
    }
    found
}

/// What is under way and may change what is registered.
fn under_way(facts: &Facts<'_>) -> Vec<Noted> {
    let looked_at: RightSet = facts.rights.iter().copied().collect();
    let Some(under_way) = facts.under_way.get(&facts.title.id) else {
        return Vec::new();
    };
    let mut warnings = Vec::new();
    // A case that has not ended.
    let cases = under_way.open_cases(facts.title, facts.at).into_iter();
    warnings.extend(cases.map(|case| Warning::PendingCase {
        case: case.to_string(),
    }));
    // An offer of a licence on a right that is looked at: its last signature enters it.
    let tree = facts.title.tree();
    let concerns = |parent: u32| tree.chain(parent).iter().any(|above| looked_at.contains(*above));
    for (number, offer) in under_way.open_offers(facts.at) {
        let (offered, right) = (number.to_string(), facts.id(offer.filing.parent).to_string());
        let warning = match offer.filing.terms.kind {
            LicenceKind::NonExclusive => Warning::OfferWaits {
                offer: offered,
                right,
            },
            LicenceKind::Exclusive | LicenceKind::Sole => Warning::ExclusiveOfferWaits {
                offer: offered,
                right,
            },
        };
        warnings.extend(concerns(offer.filing.parent).then_some(warning));
    }
    // What the authority is about to do of its own motion.
    warnings.extend(under_way.motion.as_ref().map(|motion| Warning::MotionWaits {
        since: minute(motion.by.at),
    }));
    warnings
        .into_iter()
        .map(|warning| facts.noted(warning, None))
        .collect()
}

/// The last day on which something is valid that is no longer so at `until`.
fn last_day(until: Moment) -> String {
    Moment(until.0.saturating_sub(1)).day().to_string()
}

/// Day and minute in China.
fn minute(at: Moment) -> String {
    at.to_string().replace('T', " ").chars().take(16).collect()
}
