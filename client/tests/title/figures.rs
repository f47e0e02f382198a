//! The figure of title reports, which `scripts/bench title` prints.

use std::{sync::atomic::Ordering, time::Instant};

use quanji_client::{
    evidence::batch::Batch,
    title::model::{Extent, Gap},
};
use quanji_primitives::{
    marks::MarkKind,
    rights::{Holders, RightKind},
    v1::RightRecord,
    RightId,
};
use quanji_verifier::H256;

use super::{
    deeds::Secured,
    licensed, made, node, object_of,
    register::{licence, mark, object_id, party_id, right},
    root,
};

/// Reports of which the median is taken.
const RUNS: usize = 15;

/// An object with fifty entries, fifty rights and licences, and fifty marks, ten of them pledges.
fn large() -> Secured {
    let mut register = licensed();
    for number in 4..50 {
        let parent = Some(RightId {
            object: object_id(),
            index: 2,
        });
        let held = right(RightKind::ProcessingUse, Holders::Sole(party_id(2)), 1);
        register.rights.push(RightRecord {
            parent,
            entry: number,
            ..held
        });
        register.licences.insert(number, licence());
    }
    for _ in 0..40 {
        register.add_mark(mark(MarkKind::ObjectionNotice, &[2]));
    }
    register.object.rights = 50;
    register.object.entries = 50;
    let mut secured = Secured::new(register);
    for serial in 1..=10 {
        secured.pledge(serial, 2, |_| ());
    }
    secured
}

#[test]
fn fifty_licences_and_marks_take_a_handful_of_questions() {
    let values = large().values();
    let root = root(&values);
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (node, asked) = node::node(values.clone(), Vec::new());
        let begun = Instant::now();
        let mut batch = Batch::new(&node, H256::zero(), root);
        let report = made(&object_of(&mut batch), Extent::Full, vec![party_id(1)]);
        let digest = report.digest().unwrap();
        times.push(begun.elapsed());
        assert!(digest.starts_with("sha2-256:"));
        let questions = asked.load(Ordering::Relaxed);
        assert!(questions <= 7, "{questions}");
        assert_eq!(batch.questions(), questions);
        assert_eq!(report.objects[0].rights.len(), 50);
        assert_eq!(report.objects[0].marks.len(), 50);
        assert_eq!(report.objects[0].securities.len(), 10);
        assert!(report.completeness.not_proven.contains(&Gap::LaterFacts));
    }
    times.sort_unstable();
    println!(
        "title report of an object with 50 entries, licences and marks: median {:.1} ms of {RUNS}",
        times[RUNS / 2].as_secs_f64() * 1_000.0
    );
}
