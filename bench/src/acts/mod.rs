//! The acts of the register on many objects at once: the same calls by the same persons, whoever executes them.

pub mod papers;

use anyhow::Context;
use pallet_encumbrances::{Call as Instrument, LastStamp};
use pallet_licences::{Call as Licensing, LastOffer};
use pallet_parties::Call as Person;
use pallet_registry::{Call, LastSerial};
use papers::{bounded, digest, AUTHORITY};
use quanji_primitives::{
    capacity::Capacity,
    clock::Moment,
    filing::{FirstRegistration, Matter},
    person::{self, PartyRole},
    rights::RightKind,
    succession::Assignment,
    CaseId, ObjectId, PartyId, StampId,
};
use quanji_runtime::{development_keys, AccountId, Parties, Runtime, RuntimeCall};

/// A registrant of the `development` preset.
pub const ENTERPRISE: &str = "//Enterprise";
/// Another.
pub const FINANCIER: &str = "//Financier";
/// A third.
pub const INSTITUTION: &str = "//ServiceInstitution";
/// The officers of its authority.
pub const EXAMINER: &str = "//Lingnan//Examiner";
pub const REVIEWER: &str = "//Lingnan//Reviewer";
pub const REGISTRAR: &str = "//Lingnan//Registrar";
pub const KEEPER: &str = "//Lingnan//DayBook";

/// Longer than notice and appeal window.
pub const WAIT: u64 = 40 * 24 * 3_600_000;

const OWN: Capacity = Capacity::Own;

/// Whoever executes calls in blocks, on a chain of the `development` preset.
pub trait Desk {
    /// Executes calls of one person, a number of them in each block; `act` is what they are called in a table.
    fn each(&mut self, act: &str, who: &str, calls: Vec<RuntimeCall>) -> anyhow::Result<()>;

    /// Asks the state of the last block.
    fn ask<R>(&self, question: impl FnOnce() -> R) -> anyhow::Result<R>;

    /// Register time at the last block.
    fn now(&self) -> Moment;

    /// Lets time pass before the next block.
    fn wait(&mut self, milliseconds: u64);
}

/// The account with this development key.
pub fn account(path: &str) -> anyhow::Result<AccountId> {
    let key = development_keys::public(path);
    key.map(AccountId::new)
        .with_context(|| format!("the development preset has no key {path}"))
}

/// The party that acts through this development key.
pub fn party(desk: &impl Desk, path: &str) -> anyhow::Result<PartyId> {
    let account = account(path)?;
    let party = desk.ask(|| Parties::party_of(account))?;
    party.with_context(|| format!("{path} is no party"))
}

/// An object with the serial number that its papers have.
#[derive(Clone, Copy)]
pub struct Thing {
    pub serial: u32,
    pub object: ObjectId,
}

/// How a dealing goes: what it is called, who files it, who signs besides, and with which certificate it deals.
pub struct Course<'a> {
    pub name: &'a str,
    pub applicant: &'a str,
    pub signatory: Option<&'a str>,
    pub certificate: u32,
    pub kinds: &'a [RightKind],
}

fn last_serial(desk: &impl Desk) -> anyhow::Result<u64> {
    desk.ask(|| LastSerial::<Runtime>::get(AUTHORITY))
}

/// The serial numbers after `last`, as many as there are items.
fn after<'a, T, N>(last: u64, items: &'a [T], new: impl Fn(u64) -> Option<N> + 'a) -> anyhow::Result<Vec<N>> {
    let numbers = (1..).zip(items).map(|(place, _)| new(last.saturating_add(place)));
    numbers
        .collect::<Option<_>>()
        .context("an authority has no such serial number")
}

/// From acceptance to entry: examined with every kind granted, approved, published, entered when the notice is over.
fn carry_out(
    desk: &mut impl Desk,
    name: &str,
    cases: &[CaseId],
    kinds: &[RightKind],
    text: impl Fn(usize) -> Option<String>,
) -> anyhow::Result<()> {
    let each = |make: &dyn Fn(CaseId) -> Call<Runtime>| -> Vec<RuntimeCall> {
        cases.iter().map(|case| make(*case).into()).collect()
    };
    let examination = Box::new(papers::examination(kinds, None)?);
    desk.each(
        &format!("{name}: accept"),
        EXAMINER,
        each(&|case| Call::accept { case }),
    )?;
    let examined = each(&|case| Call::examine {
        case,
        examination: examination.clone(),
    });
    desk.each(&format!("{name}: examine"), EXAMINER, examined)?;
    desk.each(
        &format!("{name}: approve"),
        REVIEWER,
        each(&|case| Call::approve { case }),
    )?;
    let mut published = Vec::new();
    for (place, case) in cases.iter().enumerate() {
        let text = text(place).map(|text| bounded(text.into_bytes())).transpose()?;
        let (case, national) = (*case, None);
        published.push(Call::publish { case, text, national }.into());
    }
    desk.each(&format!("{name}: publish"), EXAMINER, published)?;
    desk.wait(WAIT);
    let entered = each(&|case| Call::enter {
        case,
        receipt: None,
        result_code: None,
        refusal: None,
    });
    desk.each(&format!("{name}: enter"), REVIEWER, entered)
}

/// Files first registrations and carries them through.
pub fn register(
    desk: &mut impl Desk,
    serials: &[u32],
    kinds: &[RightKind],
    filing: impl Fn(u32) -> anyhow::Result<FirstRegistration>,
) -> anyhow::Result<Vec<Thing>> {
    let name = "first registration";
    let cases = after(last_serial(desk)?, serials, |serial| {
        CaseId::new(AUTHORITY, serial)
    })?;
    let file = |serial: &u32| -> anyhow::Result<RuntimeCall> {
        let (capacity, filing) = (OWN, Box::new(filing(*serial)?));
        Ok(Call::file { capacity, filing }.into())
    };
    let filed = serials.iter().map(file).collect::<anyhow::Result<_>>()?;
    desk.each(&format!("{name}: file"), ENTERPRISE, filed)?;
    let text = |place| serials.get(place).map(|serial| papers::text(*serial));
    carry_out(desk, name, &cases, kinds, text)?;
    let thing = |(serial, case): (&u32, &CaseId)| Thing {
        serial: *serial,
        // An object has the number of the case that brought it into being.
        object: ObjectId(case.0),
    };
    Ok(serials.iter().zip(&cases).map(thing).collect())
}

/// Files a dealing with each object, has it signed, and carries it through.
pub fn deal(
    desk: &mut impl Desk,
    course: &Course,
    things: &[Thing],
    matter: impl Fn(&Thing) -> anyhow::Result<Matter>,
) -> anyhow::Result<()> {
    let name = course.name;
    let cases = after(last_serial(desk)?, things, |serial| {
        CaseId::new(AUTHORITY, serial)
    })?;
    let file = |thing: &Thing| -> anyhow::Result<RuntimeCall> {
        let with = (thing.object, course.certificate);
        let dealing = papers::dealing(with, course.kinds, thing.serial, matter(thing)?)?;
        let (capacity, dealing) = (OWN, Box::new(dealing));
        Ok(Call::file_dealing { capacity, dealing }.into())
    };
    let filed = things.iter().map(file).collect::<anyhow::Result<_>>()?;
    desk.each(&format!("{name}: file_dealing"), course.applicant, filed)?;
    if let Some(signatory) = course.signatory {
        let sign = |case: &CaseId| {
            let (capacity, case) = (OWN, *case);
            Call::sign { capacity, case }.into()
        };
        let signed = cases.iter().map(sign).collect();
        desk.each(&format!("{name}: sign"), signatory, signed)?;
    }
    let mut texts = Vec::new();
    for thing in things {
        let changes = matches!(matter(thing)?, Matter::Change(_));
        texts.push(changes.then(|| papers::changed_text(thing.serial)));
    }
    let text = |place: usize| texts.get(place).cloned().flatten();
    carry_out(desk, name, &cases, course.kinds, text)
}

/// The enterprise licenses each object to the financier.
pub fn license(desk: &mut impl Desk, things: &[Thing]) -> anyhow::Result<()> {
    let (capacity, licensee, today) = (OWN, party(desk, FINANCIER)?, desk.now().day());
    let offer = |thing: &Thing| -> anyhow::Result<RuntimeCall> {
        let filing = Box::new(papers::licence(thing.serial, licensee, today)?);
        let object = thing.object;
        let offer = Licensing::offer {
            capacity,
            object,
            filing,
        };
        Ok(offer.into())
    };
    let offered = things.iter().map(offer).collect::<anyhow::Result<_>>()?;
    desk.each("licence: offer", ENTERPRISE, offered)?;
    let accept = |thing: &Thing| -> anyhow::Result<RuntimeCall> {
        let object = thing.object;
        let accept = Licensing::accept {
            capacity,
            object,
            offer: desk.ask(|| LastOffer::<Runtime>::get(object))?,
            policy: digest("policy", thing.serial),
        };
        Ok(accept.into())
    };
    let accepted = things.iter().map(accept).collect::<anyhow::Result<_>>()?;
    desk.each("licence: accept", FINANCIER, accepted)
}

/// A court seizes the rights in each object: stamped, and confirmed by a second person.
pub fn seize(desk: &mut impl Desk, things: &[Thing]) -> anyhow::Result<()> {
    let last = desk.ask(|| LastStamp::<Runtime>::get(AUTHORITY))?;
    let stamps = after(last, things, |serial| StampId::new(AUTHORITY, serial))?;
    let now = desk.now();
    let stamp = |thing: &Thing| {
        let stamp = Instrument::stamp {
            object: thing.object,
            measure: papers::seizure(),
            paper: papers::instrument(thing.serial, now),
        };
        stamp.into()
    };
    desk.each("day book: stamp", KEEPER, things.iter().map(stamp).collect())?;
    let confirm = |stamp: &StampId| Instrument::confirm { stamp: *stamp }.into();
    desk.each(
        "day book: confirm",
        REVIEWER,
        stamps.iter().map(confirm).collect(),
    )
}

/// Admits a natural person for each serial number and imports one object that it holds.
fn heirless(desk: &mut impl Desk, serials: &[u32]) -> anyhow::Result<Vec<PartyId>> {
    let last = desk.ask(|| pallet_parties::LastSerial::<Runtime>::get(AUTHORITY))?;
    let parties = after(last, serials, |serial| PartyId::new(AUTHORITY, serial))?;
    let admit = |serial: &u32| -> anyhow::Result<RuntimeCall> {
        let bytes = |of| *digest(of, *serial).bytes();
        let admit = Person::admit {
            person: person::Person::NaturalPerson(bytes("person")),
            roles: bounded(vec![PartyRole::Registrant])?,
            account: Some(AccountId::new(bytes("account"))),
        };
        Ok(admit.into())
    };
    let admitted = serials.iter().map(admit).collect::<anyhow::Result<_>>()?;
    desk.each("party: admit", REGISTRAR, admitted)?;
    let today = desk.now().day();
    let import = |(serial, holder): (&u32, &PartyId)| -> anyhow::Result<RuntimeCall> {
        let earlier = Box::new(papers::earlier(*serial, *holder, today)?);
        Ok(Call::import { earlier }.into())
    };
    let pairs = serials.iter().zip(&parties);
    let imported = pairs.map(import).collect::<anyhow::Result<_>>()?;
    desk.each("import of an earlier registration", REGISTRAR, imported)?;
    Ok(parties)
}

/// Natural persons who hold one object each die: the first half leave one successor, the others two.
pub fn succeed(desk: &mut impl Desk, serials: &[u32]) -> anyhow::Result<()> {
    let dead = heirless(desk, serials)?;
    let (of_one, of_two) = dead.split_at(dead.len() / 2);
    let heirs = [party(desk, FINANCIER)?, party(desk, INSTITUTION)?];
    for (name, dead, heirs) in [
        ("succession of one successor", of_one, &heirs[..1]),
        ("succession of two successors", of_two, &heirs[..]),
    ] {
        let today = desk.now().day();
        let file = |(serial, predecessor): (u32, &PartyId)| -> anyhow::Result<RuntimeCall> {
            let (predecessor, terms) = (*predecessor, papers::death(serial, heirs, today)?);
            Ok(Person::file_succession { predecessor, terms }.into())
        };
        let filed = (0..).zip(dead).map(file).collect::<anyhow::Result<_>>()?;
        desk.each(&format!("{name}: file"), REGISTRAR, filed)?;
        let confirm = |predecessor: &PartyId| {
            let predecessor = *predecessor;
            Person::confirm_succession { predecessor }.into()
        };
        let confirmed = dead.iter().map(confirm).collect();
        desk.each(&format!("{name}: confirm"), REVIEWER, confirmed)?;
    }
    let name = "succession of two successors";
    let mut assigned = Vec::new();
    for predecessor in of_two {
        let assignment = Assignment {
            holding: 0,
            successor: 1,
        };
        let (predecessor, batch) = (*predecessor, bounded(vec![assignment])?);
        assigned.push(Person::assign_holdings { predecessor, batch }.into());
    }
    desk.each(&format!("{name}: assign one holding"), REVIEWER, assigned)?;
    let finish = |predecessor: &PartyId| {
        let predecessor = *predecessor;
        Person::finish_succession { predecessor }.into()
    };
    let finished = of_two.iter().map(finish).collect();
    desk.each(&format!("{name}: finish"), REVIEWER, finished)
}
