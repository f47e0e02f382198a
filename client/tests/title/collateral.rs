//! Pledges, reservations and waiting deeds in a title report, read from their records.

use futures::executor::block_on;
use quanji_client::{
    evidence::{batch::Batch, EvidenceError},
    language::Language,
    title::{
        model::{Extent, ObjectShown, Subject},
        securities::{DeedAct, Standing},
        TitleReport,
    },
};
use quanji_primitives::{
    clock::Moment,
    collateral::{DeedMatter, PledgeStatus, ReservationStatus, Secured as Kind, Sum},
    marks::MarkEnd,
    storage_keys,
    v1::{DefaultNotice, Demand},
    Digest,
};
use quanji_verifier::H256;

use super::{
    code_of,
    deeds::{deed, statutory, Secured, LENT, THROUGH},
    licensed, made, node, object_of, party_of, party_report,
    register::{object_id, party_id, AS_OF},
    root,
};
use crate::PartyName;

/// The register with nothing secured; parties 3 to 6 are others.
fn register() -> Secured {
    let mut register = licensed();
    for heir in [5, 6] {
        let mut other = register.clone();
        other.succeed(2, heir);
        let record = other.parties[&party_id(heir)].clone();
        register.parties.insert(party_id(heir), record);
    }
    Secured::new(register)
}

fn of_object(secured: &Secured, extent: Extent) -> TitleReport {
    let values = secured.values();
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    made(&object_of(&mut batch), extent, vec![party_id(1)])
}

fn shown(secured: &Secured) -> ObjectShown {
    of_object(secured, Extent::Full).objects.remove(0)
}

fn codes(report: &TitleReport) -> Vec<String> {
    let code = |noted| {
        serde_json::to_value(noted).unwrap()["code"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    report.warnings.iter().map(code).collect()
}

#[test]
fn an_earlier_pledge_is_told_with_its_records_and_both_ranks() {
    let mut secured = register();
    secured.pledge(1, 5, |record| record.statutory = statutory(200));
    secured.pledge(2, 6, |record| record.statutory = statutory(100));
    let object = shown(&secured);
    let [first, second] = &object.securities[..] else {
        panic!("{:?}", object.securities)
    };
    assert_eq!((first.deed, first.mark, first.place), (deed(1), 2, 2));
    assert_eq!(first.holder.as_ref().unwrap().party, party_id(5));
    assert!(first.holder.as_ref().unwrap().person.is_some());
    assert_eq!((first.sum, first.through), (Some(LENT), THROUGH));
    assert_eq!(first.givers, [party_id(1)]);
    assert_eq!(first.standing, Standing::Pledge(PledgeStatus::Live));
    assert_eq!(second.statutory, statutory(100));
    let ranks = object
        .rights
        .iter()
        .find(|right| right.right.unwrap().index == 2)
        .unwrap();
    let ranks: Vec<_> = ranks
        .ranks
        .iter()
        .map(|rank| (rank.mark, rank.ledger, rank.statutory))
        .collect();
    assert_eq!(ranks, [(2, 1, Some(2)), (3, 2, Some(1))]);
    let codes = codes(&of_object(&secured, Extent::Full));
    assert_eq!(codes.iter().filter(|code| *code == "earlier_pledge").count(), 2);
    assert!(codes.contains(&"statutory_order_differs".to_owned()));
}

#[test]
fn a_pledge_in_the_place_of_another_ranks_there() {
    let mut secured = register();
    secured.pledge(1, 5, |record| record.collateral[0].place = 3);
    secured.pledge(2, 6, |record| record.collateral[0].place = 2);
    let object = shown(&secured);
    let operating = object
        .rights
        .iter()
        .find(|right| right.right.unwrap().index == 2)
        .unwrap();
    let marks: Vec<_> = operating.ranks.iter().map(|rank| rank.mark).collect();
    assert_eq!(marks, [3, 2]);
}

#[test]
fn an_amount_that_is_committed_to_is_told_as_its_digest() {
    let mut secured = register();
    let digest = Digest::Sha2_256([0xaa; 32]);
    secured.pledge(1, 5, |record| {
        record.secured = Sum {
            amount: quanji_primitives::collateral::Amount::Committed(digest),
            ..LENT
        };
    });
    let json = of_object(&secured, Extent::Full).to_json().unwrap();
    let amount = &json["objects"][0]["securities"][0]["sum"]["amount"];
    assert_eq!(amount["committed"], serde_json::to_value(digest).unwrap());
}

#[test]
fn a_pledge_without_a_statutory_number_keeps_its_warning() {
    let mut secured = register();
    secured.pledge(1, 5, |record| record.statutory = None);
    assert!(codes(&of_object(&secured, Extent::Full)).contains(&"statutory_number_missing".to_owned()));
    let report = of_object(&secured, Extent::Full);
    let missing = report.warnings.iter().find(|noted| {
        noted
            .warning
            .text(Language::English)
            .contains("names no registration in a statutory register")
    });
    assert_eq!(missing.unwrap().article, "CC 414; S076");
    let mut registered = register();
    registered.pledge(1, 5, |_| ());
    assert!(!codes(&of_object(&registered, Extent::Full)).contains(&"statutory_number_missing".to_owned()));
    let json = of_object(&registered, Extent::Full).to_json().unwrap();
    let statutory = &json["objects"][0]["securities"][0]["statutory"];
    assert_eq!(statutory["number"], "03518842003177642911");
    assert_eq!(statutory["register"], "movable_finance");
}

#[test]
fn a_reservation_is_told_with_its_place_and_its_last_day() {
    let mut secured = register();
    let until = Moment(AS_OF.0 + 86_400_000).day().end();
    secured.reservation(1, 5, until);
    let object = shown(&secured);
    let one = &object.securities[0];
    assert_eq!(
        (one.kind, one.standing),
        (
            Kind::Reservation,
            Standing::Reservation(ReservationStatus::Standing)
        )
    );
    assert_eq!(one.through.end(), until);
    assert!(codes(&of_object(&secured, Extent::Full)).contains(&"earlier_reservation".to_owned()));
    let mut over = register();
    over.reservation(1, 5, AS_OF);
    let lapsed = shown(&over).securities.remove(0);
    assert_eq!(lapsed.standing, Standing::Reservation(ReservationStatus::Lapsed));
    assert!(!codes(&of_object(&over, Extent::Full)).contains(&"earlier_reservation".to_owned()));
}

#[test]
fn a_released_pledge_is_told_for_24_months_and_has_no_rank() {
    let released = |months: u32| {
        let mut secured = register();
        secured.pledge(1, 5, |_| ());
        secured.end_last(AS_OF.day().minus_months(months).start(), MarkEnd::GivenUp);
        secured
    };
    let object = shown(&released(23));
    let [one] = &object.securities[..] else {
        panic!("{:?}", object.securities)
    };
    assert_eq!(one.standing, Standing::Pledge(PledgeStatus::Released));
    assert_eq!(one.over_since, Some(AS_OF.day().minus_months(23).start()));
    assert!(object.rights.iter().all(|right| right.ranks.is_empty()));
    let report = of_object(&released(23), Extent::Full);
    assert!(
        !codes(&report).iter().any(|code| code.contains("pledge")),
        "{:?}",
        codes(&report)
    );
    let older = of_object(&released(25), Extent::Full);
    assert_eq!(older.objects[0].securities, []);
    assert_eq!(older.completeness.older_left_out, 1);
}

#[test]
fn a_lapsed_registration_locks_nothing_and_is_not_the_end_of_the_pledge() {
    let mut secured = register();
    secured.pledge(1, 5, |record| record.through = AS_OF.day().minus(1));
    let object = shown(&secured);
    assert_eq!(
        object.securities[0].standing,
        Standing::Pledge(PledgeStatus::Lapsed)
    );
    let codes = codes(&of_object(&secured, Extent::Full));
    assert!(codes.contains(&"pledge_lapsed".to_owned()) && !codes.contains(&"earlier_pledge".to_owned()));
}

#[test]
fn an_overdue_release_and_a_default_notice_are_told() {
    let mut secured = register();
    secured.pledge(1, 5, |record| {
        record.demanded = Some(Demand {
            at: Moment(1),
            overdue_from: AS_OF,
            document: Digest::Sha2_256([1; 32]),
        });
        record.default = Some(DefaultNotice {
            given_on: AS_OF.day().minus(3),
            at: Moment(1),
            document: Digest::Sha2_256([2; 32]),
        });
    });
    let object = shown(&secured);
    assert_eq!(
        object.securities[0].standing,
        Standing::Pledge(PledgeStatus::Overdue)
    );
    assert_eq!(object.securities[0].default_noticed, Some(AS_OF.day().minus(3)));
    let codes = codes(&of_object(&secured, Extent::Full));
    for code in ["release_overdue", "pledge_in_default"] {
        assert!(codes.contains(&code.to_owned()), "{code}: {codes:?}");
    }
}

#[test]
fn a_deed_that_waits_is_pending_until_it_can_no_longer_be_signed() {
    let mut secured = register();
    secured.pledge(1, 5, |_| ());
    secured.proposed(2, 6, Moment(AS_OF.0 + 1));
    secured.proposed(3, 6, AS_OF);
    let amendment = DeedMatter::Amendment {
        pledge: deed(1),
        secured: Some(Sum::of_cny(1)),
        through: None,
        with_later_ranks: false,
    };
    secured.waits(4, amendment, Moment(AS_OF.0 + 1));
    let object = shown(&secured);
    let deeds: Vec<_> = object
        .deeds
        .iter()
        .map(|one| (one.deed, one.act, one.pledge))
        .collect();
    assert_eq!(
        deeds,
        [
            (deed(2), DeedAct::Pledge, None),
            (deed(4), DeedAct::Amendment, Some(deed(1)))
        ]
    );
    assert_eq!(object.deeds[0].signed, [party_id(1)]);
    let codes = codes(&of_object(&secured, Extent::Full));
    assert_eq!(codes.iter().filter(|code| *code == "deed_waits").count(), 2);
}

#[test]
fn an_extract_tells_ranks_and_no_sum_and_no_creditor() {
    let mut secured = register();
    secured.pledge(1, 5, |_| ());
    secured.reservation(2, 6, Moment(AS_OF.0 + 1));
    secured.proposed(3, 6, Moment(AS_OF.0 + 1));
    let report = of_object(&secured, Extent::Extract);
    let json = report.to_json().unwrap().to_string();
    for hidden in [
        party_id(5).to_string(),
        party_id(6).to_string(),
        "2800000000".to_owned(),
    ] {
        assert!(!json.contains(&hidden), "{hidden}: {json}");
    }
    assert_eq!(report.objects[0].securities.len(), 2);
    assert!(codes(&report).contains(&"earlier_pledge".to_owned()));
    assert_eq!(report.objects[0].deeds.len(), 1);
}

#[test]
fn what_a_party_has_pledged_and_received_is_found_by_its_code() {
    let mut secured = register();
    secured.pledge(1, 2, |_| ());
    secured.reservation(2, 2, AS_OF);
    secured.proposed(3, 2, Moment(AS_OF.0 + 1));
    secured.pledge(4, 5, |_| ());
    let values = secured.values();
    let pledgor = party_report(&values, code_of(&secured.register, 1), Extent::Full);
    assert_eq!(pledgor.objects[0].securities.len(), 3);
    let nothing = pledgor.received.unwrap();
    assert_eq!((nothing.standing, nothing.over, nothing.waiting), (0, 0, 0));
    let bank = party_report(&values, code_of(&secured.register, 2), Extent::Full);
    let received = bank.received.unwrap();
    assert_eq!((received.standing, received.over, received.waiting), (1, 1, 1));
    let pledge = &received.securities[0];
    assert_eq!((pledge.object, pledge.security.deed), (object_id(), deed(1)));
    let ranks: Vec<_> = pledge
        .ranks
        .iter()
        .map(|rank| (rank.right.index, rank.ledger, rank.statutory))
        .collect();
    assert_eq!(ranks, [(2, 1, Some(1))]);
    assert_eq!(received.deeds[0].deed.deed, deed(3));
    // What others see of the bank are the numbers alone.
    let extract = party_report(&values, code_of(&secured.register, 2), Extent::Extract)
        .received
        .unwrap();
    assert_eq!((extract.standing, extract.over, extract.waiting), (1, 1, 1));
    assert!(extract.securities.is_empty() && extract.deeds.is_empty());
}

#[test]
fn a_pledge_stands_for_who_took_the_place_of_the_pledgee() {
    let mut secured = register();
    secured.pledge(1, 5, |_| ());
    secured.register.succeed(5, 7);
    let holder = shown(&secured).securities.remove(0).holder.unwrap();
    assert_eq!(
        (holder.party, holder.in_place_of),
        (party_id(7), Some(party_id(5)))
    );
    let mut values = secured.values();
    values.insert(
        storage_keys::predecessor_count(party_id(7)),
        codec::Encode::encode(&1_u32),
    );
    values.insert(
        storage_keys::predecessor(party_id(7), 0),
        codec::Encode::encode(&party_id(5)),
    );
    let heir = party_report(&values, PartyName::Id(party_id(7)), Extent::Full);
    assert_eq!(heir.received.unwrap().standing, 1);
}

#[test]
fn a_node_cannot_leave_out_a_pledge_a_reservation_or_a_deed() {
    let mut secured = register();
    secured.pledge(1, 2, |_| ());
    secured.reservation(2, 2, Moment(AS_OF.0 + 1));
    secured.proposed(3, 2, Moment(AS_OF.0 + 1));
    let values = secured.values();
    let hidden = [
        storage_keys::pledge(deed(1)),
        storage_keys::reservation(deed(2)),
        storage_keys::deed(deed(3)),
        storage_keys::open_deeds(object_id()),
    ];
    for key in hidden {
        let (node, _) = node::node(values.clone(), vec![key.clone()]);
        let mut batch = Batch::new(&node, H256::zero(), root(&values));
        let of_object = block_on(quanji_client::title::material::Material::read(
            &mut batch,
            Subject::Object(object_id()),
        ));
        assert!(
            matches!(of_object, Err(EvidenceError::BadAnswer { .. })),
            "{}",
            hex::encode(&key)
        );
        let (node, _) = node::node(values.clone(), vec![key.clone()]);
        let mut batch = Batch::new(&node, H256::zero(), root(&values));
        let of_bank = block_on(party_of(&mut batch, code_of(&secured.register, 2)));
        assert!(of_bank.is_err(), "{}", hex::encode(&key));
    }
}
