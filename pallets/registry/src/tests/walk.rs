//! Random walks: whatever anyone does at whatever moment, the register stays whole.

use super::*;
use proptest::prelude::*;
use quanji_primitives::{
    certificate_number::CertificateNumber,
    directory::HoldingRegister,
    v1::{history_after, EntryContent, RightStatus, NO_HISTORY},
};
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};
use walk_calls::{call, next, CALLS};

/// Everyone who tries to do something.
const ACTORS: [u64; 17] = [
    EXAMINER,
    REVIEWER,
    SECOND_REVIEWER,
    BOTH_CHAIRS,
    BOTH_CHAIRS_SECOND_ACCOUNT,
    REGISTRAR,
    AFFILIATED_EXAMINER,
    FORMER_EXAMINER,
    OTHER_AUTHORITY_EXAMINER,
    OTHER_AUTHORITY_REVIEWER,
    ENTERPRISE,
    SECOND_ENTERPRISE,
    NATURAL_PERSON,
    SERVICE_INSTITUTION,
    SUSPENDED_ENTERPRISE,
    AFFILIATE,
    STRANGER,
];

/// What is filed.
#[derive(Clone, Copy, Debug)]
struct Wish {
    account: u64,
    prints: u8,
    elsewhere: bool,
    together: bool,
    public: bool,
    shenzhen: bool,
    product: bool,
    fused: bool,
    further: bool,
    without_rights: bool,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    File(Wish),
    /// What a case needs next, done by the right person.
    Next(usize),
    /// An earlier registration, with the number of its place.
    Import(u8),
    /// One of the calls on a case, by anyone.
    Any {
        call: u8,
        actor: usize,
        case: usize,
        choice: u8,
    },
    /// A holding passes from one party to another.
    Pass {
        from: usize,
        to: usize,
        holding: u8,
    },
    /// One party takes the place of another, outside this pallet.
    Succeed {
        from: usize,
        to: usize,
    },
    /// Hours pass.
    Wait(u16),
}

fn step() -> impl Strategy<Value = Step> {
    let wish = (0..6usize, 0..16u8, any::<[bool; 8]>()).prop_map(|(account, prints, flags)| {
        let [elsewhere, together, public, shenzhen, product, fused, further, without_rights] = flags;
        Wish {
            account: ACTORS[10 + account],
            prints,
            elsewhere,
            together,
            public,
            shenzhen,
            product,
            fused,
            further,
            without_rights: without_rights && public,
        }
    });
    prop_oneof![
        2 => wish.prop_map(Step::File),
        6 => any::<usize>().prop_map(Step::Next),
        1 => any::<u8>().prop_map(Step::Import),
        4 => (0..CALLS, 0..ACTORS.len(), any::<usize>(), any::<u8>())
            .prop_map(|(call, actor, case, choice)| Step::Any { call, actor, case, choice }),
        2 => (1..400u16).prop_map(Step::Wait),
        1 => (10..16usize, 10..16usize, 0..4u8).prop_map(|(from, to, holding)| Step::Pass { from, to, holding }),
        1 => (10..16usize, 10..16usize).prop_map(|(from, to)| Step::Succeed { from, to }),
    ]
}

impl Wish {
    fn filing(self) -> FirstRegistration {
        let prints: Vec<u8> = (0..4).filter(|bit| self.prints & (1 << bit) != 0).collect();
        let first = Objects::<Test>::iter_keys().next();
        let mut filing = match first {
            Some(object) if self.product => product(self.account, &[Source::Object(object)]),
            _ if self.without_rights => return public_data(self.account),
            _ if self.fused => fused(&[self.account, NATURAL_PERSON], &[self.account]),
            _ => resource(self.account),
        };
        if self.further {
            filing.object = first;
            filing.claims = claims(&[RightKind::Operating]);
        }
        filing.fingerprints = fingerprints(&prints);
        if self.elsewhere {
            filing.authority = OTHER_AUTHORITY;
        }
        if self.together {
            filing.holders = joint(&[ENTERPRISE, SECOND_ENTERPRISE]);
        }
        if self.public {
            filing.facts.category = DataCategory::Public;
            filing.facts.public_class = PublicClass::Utility;
        }
        if self.shenzhen {
            let kind = if self.product {
                RightKind::Operating
            } else {
                RightKind::Holding
            };
            filing.regime = SHENZHEN_2023;
            filing.claims = vec![Claim { kind, years: 3 }].try_into().unwrap();
        }
        filing
    }
}

/// Passes a holding, if that says anything new.
fn pass(from: u64, to: u64, holding: u8) -> DispatchResult {
    let passing = succession::passing(from, to, holding.into());
    if from == to || Registry::pass_holding(&passing).is_err() || System::events().is_empty() {
        return Err("nothing passes".into());
    }
    Ok(())
}

/// Puts one party in the place of another, if both stand themselves.
fn merge(from: u64, to: u64) {
    let stands = |account| world(|world| !world.successor_of.contains_key(&party(account)));
    if from != to && stands(from) && stands(to) {
        succeed(from, to);
    }
}

/// What an index knows from events alone.
#[derive(Default)]
struct Index {
    cases: Vec<CaseId>,
    entries: BTreeMap<ObjectId, Vec<Entry>>,
}

impl Index {
    fn case(&self, place: usize) -> CaseId {
        let known = self
            .cases
            .len()
            .checked_sub(1)
            .map(|last| self.cases[place % (last + 1)]);
        known.unwrap_or(CaseId::new(AUTHORITY, 1).unwrap())
    }

    /// Takes the step and checks what every step must keep.
    fn take(&mut self, step: Step) {
        System::reset_events();
        let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
        let done = match step {
            Step::File(wish) => Registry::file(signed(wish.account), OWN, Box::new(wish.filing())),
            Step::Import(number) => {
                let number = format!("GD-{}", number % 4);
                Registry::import(signed(REGISTRAR), Box::new(earlier(ENTERPRISE, &number)))
            }
            Step::Next(case) => next(self.case(case)),
            Step::Any {
                call: number,
                actor,
                case,
                choice,
            } => call(number, ACTORS[actor], self.case(case), choice),
            Step::Pass { from, to, holding } => pass(ACTORS[from], ACTORS[to], holding),
            Step::Succeed { from, to } => {
                merge(ACTORS[from], ACTORS[to]);
                Err("only the parties change".into())
            }
            Step::Wait(hours) => {
                world(|world| world.now.0 += u64::from(hours) * 3_600_000);
                Err("only time passes".into())
            }
        };
        if done.is_err() {
            assert_eq!(
                before,
                sp_io::storage::root(sp_runtime::StateVersion::V1),
                "a failed call changes nothing"
            );
        }
        // One event for each success; a refusal for a dispute of title enters it, and its re-assessment ends that. What an
        // authority does of its own motion is an entry and tells whom it concerns.
        let events = take_events();
        let entries = events
            .iter()
            .filter(|event| matches!(event, Event::Entered { .. }))
            .count();
        let enters = |event: &Event<Test>| {
            matches!(
                event,
                Event::CaseRefused { .. } | Event::AppealDecided { .. } | Event::MotionExecuted { .. }
            )
        };
        let besides = if events.iter().any(enters) { entries } else { 0 };
        assert_eq!(events.len() - besides, usize::from(done.is_ok()));
        assert!(besides <= 1);
        for event in events {
            match event {
                Event::CaseFiled { case, .. } => self.cases.push(case),
                Event::AppealDecided { opened, .. } => self.cases.extend(opened.iter().map(|(case, _)| case)),
                Event::Entered { entry, .. } => self.entries.entry(entry.no.object).or_default().push(*entry),
                _ => (),
            }
        }
        Registry::do_try_state().unwrap();
        self.check();
    }

    /// The register is what the events say.
    fn check(&self) {
        assert_eq!(
            Objects::<Test>::iter_keys().collect::<BTreeSet<_>>(),
            self.entries.keys().copied().collect()
        );
        let mut numbers = BTreeSet::<CertificateNumber>::new();
        for (object, entries) in &self.entries {
            let mut history = NO_HISTORY;
            let mut kept = Vec::new();
            for (number, entry) in (1..).zip(entries) {
                assert_eq!((entry.no.number, entry.previous), (number, history));
                history = history_after(entry);
                if let EntryBasis::Case(basis) = &entry.basis {
                    assert_ne!(basis.examiner, basis.approver);
                }
                let issued = match &entry.content {
                    EntryContent::FirstRegistration {
                        rights, certificates, ..
                    }
                    | EntryContent::FurtherHolder {
                        rights, certificates, ..
                    } => {
                        kept.extend(rights.iter().cloned());
                        certificates.to_vec()
                    }
                    EntryContent::FurtherRights { rights, .. } => {
                        kept.extend(rights.iter().cloned());
                        Vec::new()
                    }
                    EntryContent::Imported {
                        rights, certificate, ..
                    } => {
                        kept.extend(rights.iter().cloned());
                        vec![certificate.clone()]
                    }
                    EntryContent::Licensed { right, voucher, .. } => {
                        kept.push(right.clone());
                        vec![voucher.clone()]
                    }
                    EntryContent::Transferred { rights, .. } | EntryContent::Renewed { rights, .. } => {
                        for (number, right) in rights {
                            kept[*number as usize] = right.clone();
                        }
                        Vec::new()
                    }
                    EntryContent::Succeeded {
                        holders, certificate, ..
                    } => {
                        for right in &certificate.rights {
                            kept[*right as usize].holders = holders.clone();
                        }
                        Vec::new()
                    }
                    EntryContent::SplitOff {
                        rights, certificates, ..
                    } => {
                        kept.extend(rights.iter().cloned());
                        certificates.to_vec()
                    }
                    EntryContent::RightsEnded { rights, .. } => {
                        for ended in rights {
                            kept[*ended as usize].status = RightStatus::Ended(number);
                        }
                        Vec::new()
                    }
                    EntryContent::LicenceFell { number: fallen, .. } => {
                        kept[*fallen as usize].status = RightStatus::Ended(number);
                        Vec::new()
                    }
                    EntryContent::Mark { .. }
                    | EntryContent::Encumbered { .. }
                    | EntryContent::Changed { .. }
                    | EntryContent::ParticularsChanged { .. }
                    | EntryContent::Split { .. }
                    | EntryContent::ImportReviewed(_)
                    | EntryContent::LicenceEnded { .. }
                    | EntryContent::UseReported { .. } => Vec::new(),
                };
                for certificate in issued {
                    assert!(numbers.insert(certificate.number), "a number is given once");
                }
            }
            let title = Registry::title(*object).unwrap();
            assert_eq!((title.record.history, title.rights), (history, kept));
        }
    }
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(64)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn the_register_stays_whole_on_every_walk(steps in prop::collection::vec(step(), 60)) {
        ExtBuilder::at("2026-09-20 09:00").build_and_execute(|| {
            let mut index = Index::default();
            steps.into_iter().for_each(|step| index.take(step));
        });
    }
}

/// The walks are of use only if many reach an entry.
#[test]
fn a_walk_of_next_steps_reaches_entries_of_several_holders() {
    ExtBuilder::default().build_and_execute(|| {
        let mut index = Index::default();
        let plain = Wish {
            account: ENTERPRISE,
            prints: 1,
            elsewhere: false,
            together: false,
            public: false,
            shenzhen: false,
            product: false,
            fused: false,
            further: false,
            without_rights: false,
        };
        let wishes = [
            plain,
            Wish {
                account: SECOND_ENTERPRISE,
                elsewhere: true,
                ..plain
            },
        ];
        for (place, wish) in wishes.into_iter().enumerate() {
            index.take(Step::File(wish));
            (0..5).for_each(|_| index.take(Step::Next(place)));
        }
        assert_eq!(index.entries.values().map(Vec::len).collect::<Vec<_>>(), [2]);
    });
}
