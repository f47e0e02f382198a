use super::*;
use crate::{
    collateral::{PledgeForm, Sum},
    marks::{MarkKind, MarkSource, RightSet},
    v1::{Collateral, Demand, VERSION},
    AuthorityId, DeedId, Digest, ObjectId, PartyId,
};

const DEED: DeedId = DeedId(7);

fn mark(kind: MarkKind) -> Mark {
    Mark {
        version: VERSION,
        kind,
        rights: RightSet::NONE.with(0),
        source: MarkSource::Deed(DEED),
        authority: AuthorityId(1),
        since: Moment(0),
        until: None,
        ended: None,
        order: None,
    }
}

fn ended(end: MarkEnd) -> Mark {
    Mark {
        ended: Some((Moment(5), end)),
        ..mark(MarkKind::Pledge)
    }
}

fn pledge() -> PledgeRecord {
    PledgeRecord {
        version: VERSION,
        form: PledgeForm::Pledge,
        pledgors: vec![PartyId(1)].try_into().unwrap(),
        pledgee: PartyId(2),
        collateral: vec![Collateral {
            object: ObjectId(1),
            rights: RightSet::NONE.with(0),
            mark: 3,
            place: 3,
        }]
        .try_into()
        .unwrap(),
        secured: Sum::of_cny(1),
        contract: Digest::Sha2_256([1; 32]),
        through: "2028-12-18".parse().unwrap(),
        entered_at: Moment(0),
        statutory: None,
        demanded: None,
        default: None,
    }
}

#[test]
fn a_pledge_lapses_by_time_and_that_is_not_its_end() {
    let (pledge, stands) = (pledge(), [mark(MarkKind::Pledge)]);
    let end = pledge.through.end();
    assert_eq!(pledge.status(&stands, Moment(end.0 - 1)), PledgeStatus::Live);
    assert_eq!(pledge.status(&stands, end), PledgeStatus::Lapsed);
    assert_eq!(
        pledge.status(&[ended(MarkEnd::GivenUp)], end),
        PledgeStatus::Released
    );
}

#[test]
fn a_pledge_is_released_when_all_of_it_is() {
    let (pledge, now) = (pledge(), Moment(10));
    let released = ended(MarkEnd::GivenUp);
    assert_eq!(
        pledge.status(&[released, mark(MarkKind::Pledge)], now),
        PledgeStatus::Live
    );
    assert_eq!(pledge.status(&[released, released], now), PledgeStatus::Released);
    assert_eq!(
        pledge.status(&[released, ended(MarkEnd::CarriedOut)], now),
        PledgeStatus::Enforced
    );
}

#[test]
fn a_demanded_release_is_overdue_after_its_days() {
    let demanded = Some(Demand {
        at: Moment(10),
        overdue_from: Moment(20),
        document: Digest::Sha2_256([1; 32]),
    });
    let (pledge, stands) = (PledgeRecord { demanded, ..pledge() }, [mark(MarkKind::Pledge)]);
    assert_eq!(pledge.status(&stands, Moment(19)), PledgeStatus::Live);
    assert_eq!(pledge.status(&stands, Moment(20)), PledgeStatus::Overdue);
}

#[test]
fn a_reservation_ends_by_time_by_use_or_by_who_made_it() {
    let reservation = ReservationRecord {
        version: VERSION,
        financier: PartyId(2),
        holders: vec![PartyId(1)].try_into().unwrap(),
        object: ObjectId(1),
        rights: RightSet::NONE.with(0),
        mark: 0,
        maximum: Sum::of_cny(30),
        document: Digest::Sha2_256([1; 32]),
        entered_at: Moment(0),
        until: Moment(20),
        used_by: None,
    };
    let stands = mark(MarkKind::Reservation);
    let status = |mark: &Mark, now| reservation.status(mark, Moment(now));
    assert_eq!(status(&stands, 19), ReservationStatus::Standing);
    assert_eq!(status(&stands, 20), ReservationStatus::Lapsed);
    for (end, expected) in [
        (MarkEnd::GivenUp, ReservationStatus::GivenUp),
        (MarkEnd::Used, ReservationStatus::Used),
        (MarkEnd::CarriedOut, ReservationStatus::Ended),
    ] {
        assert_eq!(status(&ended(end), 10), expected);
    }
}
