//! Random walks: whatever anyone does at whatever moment, the register stays whole.

use super::*;
use proptest::prelude::*;
use quanji_primitives::{
    certificate_number::CertificateNumber,
    v1::{history_after, Entry, EntryContent, NO_HISTORY},
};
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};

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
}

#[derive(Clone, Copy, Debug)]
enum Step {
    File(Wish),
    /// What a case needs next, done by the right person.
    Next(usize),
    /// One of the calls on a case, by anyone.
    Any {
        call: u8,
        actor: usize,
        case: usize,
        choice: u8,
    },
    /// Hours pass.
    Wait(u16),
}

fn step() -> impl Strategy<Value = Step> {
    let wish = (0..6usize, 0..16u8, any::<[bool; 5]>()).prop_map(|(account, prints, flags)| {
        let [elsewhere, together, public, shenzhen, product] = flags;
        Wish {
            account: ACTORS[10 + account],
            prints,
            elsewhere,
            together,
            public,
            shenzhen,
            product,
        }
    });
    prop_oneof![
        2 => wish.prop_map(Step::File),
        6 => any::<usize>().prop_map(Step::Next),
        4 => (0..11u8, 0..ACTORS.len(), any::<usize>(), any::<u8>())
            .prop_map(|(call, actor, case, choice)| Step::Any { call, actor, case, choice }),
        2 => (1..400u16).prop_map(Step::Wait),
    ]
}

impl Wish {
    fn filing(self) -> FirstRegistration {
        let prints: Vec<u8> = (0..4).filter(|bit| self.prints & (1 << bit) != 0).collect();
        let mut filing = match Objects::<Test>::iter_keys().next() {
            Some(object) if self.product => product(self.account, &[Source::Object(object)]),
            _ => resource(self.account),
        };
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

/// An examination that fits the case more or less.
fn examination(case: CaseId, choice: u8) -> Examination {
    let Some(record) = Registry::case(case) else {
        return Examination {
            decisions: Default::default(),
            ..denying_nothing()
        };
    };
    let mut examination = granting(case);
    if choice & 1 != 0 {
        examination.decisions[0].refused = Some(RefusalGround::UnclearAuthorisation);
    }
    if choice & 2 != 0 {
        examination.findings.lawful_source = Finding::NotMet;
    }
    if choice & 4 != 0 {
        examination.match_finding = Some(MatchFinding::TitleDispute);
    }
    if choice & 8 != 0 || record.matches.is_some() && choice & 16 != 0 {
        examination
            .decisions
            .iter_mut()
            .for_each(|decision| decision.refused = Some(RefusalGround::TitleDispute));
    }
    examination
}

fn denying_nothing() -> Examination {
    let findings = Findings {
        lawful_source: Finding::Met,
        compliant_content: Finding::Met,
        clear_authorisation: Finding::Met,
    };
    Examination {
        findings,
        decisions: Default::default(),
        match_finding: None,
        record: digest(0),
    }
}

fn call(number: u8, actor: u64, case: CaseId, choice: u8) -> DispatchResult {
    let origin = signed(actor);
    let conclusion = if choice & 1 == 0 {
        Conclusion::Favourable
    } else {
        Conclusion::Unfavourable
    };
    let missing = vec![Deficiency::Holders; usize::from(choice % 3)]
        .try_into()
        .unwrap();
    let text = if choice % 8 == 7 {
        b"another text".to_vec()
    } else {
        TEXT.to_vec()
    };
    let filing = Registry::case(case).map_or_else(|| resource(actor), |record| record.filing);
    match number {
        0 => Registry::accept(origin, case),
        1 => Registry::return_for_completion(origin, case, missing, choice.into()),
        2 => Registry::resubmit(origin, case, Box::new(filing)),
        3 => Registry::report(origin, case, conclusion, digest(choice)),
        4 => Registry::examine(origin, case, Box::new(examination(case, choice))),
        5 => Registry::approve(origin, case),
        6 => Registry::publish(origin, case, text.try_into().unwrap()),
        7 => Registry::enter(origin, case),
        8 => Registry::refuse(origin, case, RefusalGround::OtherLaw, digest(choice)),
        9 => Registry::withdraw(origin, case),
        _ => Registry::close(origin, case),
    }
}

/// What the status of a case asks for.
fn next(case: CaseId) -> DispatchResult {
    let (examiner, reviewer) = seats(case);
    let Some(record) = Registry::case(case) else {
        return call(7, reviewer, case, 0);
    };
    let applicant = record.applicant.serial();
    match status(case) {
        Status::Filed { .. } => call(0, examiner, case, 0),
        Status::Returned { .. } => call(2, applicant, case, 0),
        Status::Examining { .. } => call(4, examiner, case, 0),
        Status::AwaitingApproval { .. } if record.regime == SHENZHEN_2023 && record.reports.is_empty() => {
            call(3, SERVICE_INSTITUTION, case, 0)
        }
        Status::AwaitingApproval { .. } => call(5, reviewer, case, 0),
        Status::AwaitingPublication { .. } => call(6, examiner, case, 0),
        Status::InNotice { .. } => {
            end_notice(case);
            call(7, reviewer, case, 0)
        }
        Status::ReadyToEnter { .. } => call(7, reviewer, case, 0),
        Status::NeverFiled { .. } | Status::Refused | Status::Withdrawn => call(10, examiner, case, 0),
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
            Step::File(wish) => Registry::file(signed(wish.account), Box::new(wish.filing())),
            Step::Next(case) => next(self.case(case)),
            Step::Any {
                call: number,
                actor,
                case,
                choice,
            } => call(number, ACTORS[actor], self.case(case), choice),
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
        let events = take_events();
        assert_eq!(
            events.len(),
            usize::from(done.is_ok()),
            "one event for each success"
        );
        for event in events {
            match event {
                Event::CaseFiled { case, .. } => self.cases.push(case),
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
                assert_ne!(entry.examiner, entry.approver);
                history = history_after(entry);
                let (EntryContent::FirstRegistration {
                    rights, certificate, ..
                }
                | EntryContent::FurtherHolder {
                    rights, certificate, ..
                }) = &entry.content;
                kept.extend(rights.iter().cloned());
                assert!(numbers.insert(certificate.number), "a number is given once");
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
