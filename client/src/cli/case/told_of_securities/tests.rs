use super::{super::sample::*, *};
use quanji_client::title::securities::Standing;
use quanji_primitives::{
    collateral::{PledgeStatus, ReservationStatus, Secured},
    marks::{MarkKind, RightSet},
    rights::{Holders, RightKind},
    v1::RightRecord,
    AuthorityId, ConflictId,
};

const GIVER: PartyId = PartyId(1);
const OTHER: PartyId = PartyId(2);
/// The pledge that the party has, and that of another.
const OWN: DeedId = DeedId(40);
const OF_OTHER: DeedId = DeedId(41);

fn object() -> ObjectId {
    ObjectId(CASE.0 + 1)
}

fn id(index: u32) -> RightId {
    RightId {
        object: object(),
        index,
    }
}

fn right(holder: PartyId, status: RightStatus) -> RightRecord {
    RightRecord {
        version: 1,
        kind: RightKind::Operating,
        holders: Holders::Sole(holder),
        parent: None,
        valid_until: at("2031-11-09"),
        certificate: 0,
        entry: 1,
        status,
        licences: 0,
    }
}

/// A mark against right 0.
fn mark(kind: MarkKind, source: MarkSource, since: &str) -> Mark {
    Mark {
        version: 1,
        kind,
        rights: RightSet::NONE.with(0),
        source,
        authority: AuthorityId(1),
        since: at(since),
        until: None,
        ended: None,
        order: None,
    }
}

fn hold(since: &str) -> Mark {
    mark(MarkKind::Hold, MarkSource::Conflict(ConflictId(9)), since)
}

fn pledged(deed: DeedId, since: &str) -> Mark {
    mark(MarkKind::Pledge, MarkSource::Deed(deed), since)
}

/// A pledge of right 0 since 5 November.
fn pledge(deed: DeedId, mark: u32) -> Security {
    Security {
        mark,
        kind: Secured::Pledge,
        form: None,
        deed,
        rights: RightSet::NONE.with(0),
        place: mark,
        holder: None,
        givers: vec![GIVER],
        sum: None,
        since: at("2026-11-05"),
        through: at("2028-11-05").day(),
        statutory: None,
        standing: Standing::Pledge(PledgeStatus::Live),
        over_since: None,
        release_due: None,
        default_noticed: None,
        used_by: None,
    }
}

/// What befell the first of `all`, with these marks on the object and these rights in it.
fn told(all: &[Security], marks: &[Mark], rights: &[RightRecord]) -> Vec<Notice> {
    told_today(all, marks, rights, &Today::new())
}

fn told_today(all: &[Security], marks: &[Mark], rights: &[RightRecord], today: &Today) -> Vec<Notice> {
    let own = Own {
        object: object(),
        security: &all[0],
        all,
    };
    let seen = Seen {
        object: object(),
        rights,
        marks,
        motion: None,
        marked: &[own.marked()],
    };
    befallen(&seen, &own, today, at("2026-12-01"))
}

fn of(what: Befallen) -> Notice {
    Notice::Secured(object(), OWN, what)
}

#[test]
fn who_has_a_pledge_is_told_of_what_came_after_it_against_the_same_rights() {
    let rights = [right(GIVER, RightStatus::Live)];
    let elsewhere = Mark {
        rights: RightSet::NONE.with(1),
        ..hold("2026-11-07")
    };
    let marks = [
        hold("2026-11-04"),
        pledged(OWN, "2026-11-05"),
        pledged(OF_OTHER, "2026-11-06"),
        elsewhere,
        hold("2026-12-02"),
    ];
    let found = told(&[pledge(OWN, 1), pledge(OF_OTHER, 2)], &marks, &rights);
    // Not of what it found there, of what is against another right, nor of what has not begun.
    assert_eq!(found, [of(Befallen::Mark(2, marks[2]))]);
    assert_eq!(found[0].json()["why"], "mark_beside");
    assert_eq!(found[0].json()["deed"], OWN.to_string());
    assert_eq!(found[0].json()["kind"], "pledge");
}

#[test]
fn a_mark_against_the_registration_itself_is_told_to_who_has_a_pledge() {
    let marks = [
        pledged(OWN, "2026-11-05"),
        Mark {
            rights: RightSet::NONE,
            ..hold("2026-11-06")
        },
    ];
    let found = told(&[pledge(OWN, 0)], &marks, &[right(GIVER, RightStatus::Live)]);
    assert_eq!(found, [of(Befallen::Mark(1, marks[1]))]);
}

#[test]
fn the_end_of_a_mark_is_told_if_it_came_while_the_pledge_stood() {
    let ended = |day, end| Mark {
        ended: Some((at(day), end)),
        ..hold("2026-11-03")
    };
    let marks = [
        ended("2026-11-04", MarkEnd::Dismissed),
        ended("2026-11-06", MarkEnd::Dismissed),
        pledged(OWN, "2026-11-05"),
    ];
    let found = told(&[pledge(OWN, 2)], &marks, &[right(GIVER, RightStatus::Live)]);
    assert_eq!(found, [of(Befallen::MarkEnded(1, marks[1]))]);
    assert_eq!(found[0].json()["end"], "dismissed");
}

#[test]
fn another_place_is_told_with_the_ranks_and_that_of_an_own_reservation_is_not() {
    let rights = [right(GIVER, RightStatus::Live)];
    let marks = [pledged(OWN, "2026-11-05"), pledged(OF_OTHER, "2026-11-06")];
    let stepped_back = Security {
        place: 1,
        ..pledge(OWN, 0)
    };
    let stepped_forward = Security {
        place: 0,
        ..pledge(OF_OTHER, 1)
    };
    let found = told(&[stepped_back, stepped_forward], &marks, &rights);
    let after = of(Befallen::Mark(1, marks[1]));
    assert_eq!(found, [after, of(Befallen::Rank(id(0), 2, None))]);
    assert_eq!(found[1].json()["ledger"], 2);
    // In the place of the reservation before it, which the pledge used.
    let reserved = Security {
        kind: Secured::Reservation,
        standing: Standing::Reservation(ReservationStatus::Used),
        used_by: Some(OWN),
        ..pledge(DeedId(39), 0)
    };
    let in_its_place = Security {
        place: 0,
        ..pledge(OWN, 2)
    };
    let used = Mark {
        ended: Some((at("2026-11-04"), MarkEnd::Used)),
        ..mark(MarkKind::Reservation, MarkSource::Deed(DeedId(39)), "2026-11-01")
    };
    let marks = [used, pledged(OF_OTHER, "2026-11-02"), pledged(OWN, "2026-11-05")];
    let all = [in_its_place, reserved, pledge(OF_OTHER, 1)];
    // What came after the reserved place ranks behind it.
    assert_eq!(told(&all, &marks, &rights), [of(Befallen::Mark(1, marks[1]))]);
}

#[test]
fn who_receives_the_right_and_who_succeeds_its_holder_are_told_and_so_is_its_end() {
    let marks = [pledged(OWN, "2026-11-05")];
    let all = [pledge(OWN, 0)];
    let held = |holder| told(&all, &marks, &[right(holder, RightStatus::Live)]);
    assert_eq!(held(GIVER), []);
    assert_eq!(held(OTHER), [of(Befallen::Passed(id(0), OTHER))]);
    let succeeded = Today::from([(GIVER, PartyId(5))]);
    let rights = [right(GIVER, RightStatus::Live)];
    let found = told_today(&all, &marks, &rights, &succeeded);
    assert_eq!(found, [of(Befallen::Passed(id(0), PartyId(5)))]);
    // Written to a former name, and given as security under the new one.
    let same = Today::from([(OTHER, GIVER)]);
    let rights = [right(OTHER, RightStatus::Live)];
    assert_eq!(told_today(&all, &marks, &rights, &same), []);
    let found = told(&all, &marks, &[right(OTHER, RightStatus::Ended(6))]);
    assert_eq!(found, [of(Befallen::RightEnded(id(0), 6))]);
}

#[test]
fn a_default_notice_of_another_and_a_demand_to_release_are_told() {
    let marks = [pledged(OWN, "2026-11-05"), pledged(OF_OTHER, "2026-11-06")];
    let rights = [right(GIVER, RightStatus::Live)];
    let noticed = |day: &str| Security {
        default_noticed: Some(at(day).day()),
        ..pledge(OF_OTHER, 1)
    };
    let demanded = Security {
        release_due: Some(at("2026-12-10")),
        // Its own notice is known to it.
        default_noticed: Some(at("2026-11-20").day()),
        ..pledge(OWN, 0)
    };
    let found = told(&[demanded.clone(), noticed("2026-11-20")], &marks, &rights);
    let (beside, due) = (
        of(Befallen::Mark(1, marks[1])),
        of(Befallen::Demanded(at("2026-12-10"))),
    );
    let default = of(Befallen::Default(OF_OTHER, at("2026-11-20").day()));
    assert_eq!(found, [beside, default, due]);
    let before = told(&[demanded, noticed("2026-11-04")], &marks, &rights);
    assert_eq!(before, [beside, due], "given before the pledge was made");
}

#[test]
fn of_its_end_who_has_a_pledge_is_told_unless_it_released_it() {
    let rights = [right(OTHER, RightStatus::Live)];
    let over = Security {
        standing: Standing::Pledge(PledgeStatus::Enforced),
        ..pledge(OWN, 0)
    };
    let ended = |end| {
        let mark = Mark {
            ended: Some((at("2026-11-20"), end)),
            ..pledged(OWN, "2026-11-05")
        };
        told(std::slice::from_ref(&over), &[mark], &rights)
    };
    let by_ruling = of(Befallen::Ended(at("2026-11-20"), MarkEnd::CarriedOut));
    assert_eq!(ended(MarkEnd::CarriedOut), [by_ruling]);
    assert_eq!(ended(MarkEnd::GivenUp), []);
    assert_eq!(ended(MarkEnd::Used), []);
    let lapsed = told(&[over], &[pledged(OWN, "2026-11-05")], &rights);
    assert_eq!(lapsed, [], "nobody is told of what lapses");
}

#[test]
fn each_notice_names_the_deed_and_the_object_in_both_languages() {
    let (moment, mark) = (at("2026-11-20"), hold("2026-11-06"));
    let ended = Mark {
        ended: Some((moment, MarkEnd::Dismissed)),
        ..mark
    };
    let all = [
        Befallen::Mark(1, mark),
        Befallen::MarkEnded(1, ended),
        Befallen::Rank(id(0), 2, Some(1)),
        Befallen::Passed(id(0), OTHER),
        Befallen::RightEnded(id(0), 6),
        Befallen::Default(OF_OTHER, moment.day()),
        Befallen::Demanded(moment),
        Befallen::Ended(moment, MarkEnd::CarriedOut),
    ];
    let mut kinds = BTreeSet::new();
    for what in all {
        let notice = of(what);
        assert_eq!(notice.object(), object());
        for language in [Language::Chinese, Language::English] {
            let text = notice.text(language);
            assert!(text.contains(&OWN.to_string()), "{text}");
        }
        let json = notice.json();
        assert_eq!(json["object"], object().to_string());
        assert_eq!(json["deed"], OWN.to_string());
        kinds.insert(json["why"].to_string());
    }
    assert_eq!(kinds.len(), all.len(), "{kinds:?}");
}
