//! Pledges, reservations and waiting deeds: whose claims come first, in this ledger and by law.

use quanji_primitives::{
    collateral::{PledgeStatus, Secured},
    marks::RightSet,
};

use super::{
    super::securities::{ranks, Rank, Security, Standing, WaitingDeed},
    Facts, Noted, Warning,
};

/// What stands on the rights that the reader looks at, and what waits about them.
pub(super) fn securities(facts: &Facts<'_>) -> Vec<Noted> {
    let mut found = Vec::new();
    for number in facts.rights {
        found.extend(on_right(facts, *number));
    }
    let looked_at: RightSet = facts.rights.iter().copied().collect();
    let concerned = facts.securities.iter().filter(|one| one.rights.meets(looked_at));
    found.extend(concerned.flat_map(|one| of_pledge(facts, one)));
    let about = |deed: &&WaitingDeed| {
        let rights = deed.concerns(facts.securities);
        rights == RightSet::NONE || rights.meets(looked_at)
    };
    for deed in facts.deeds.iter().filter(about) {
        let deed = deed.deed.to_string();
        found.push(facts.noted(Warning::DeedWaits { deed }, None));
    }
    found
}

/// The claims that come before another one on a right.
fn on_right(facts: &Facts<'_>, number: u32) -> Vec<Noted> {
    let (id, right) = (facts.id(number), facts.id(number).to_string());
    let ranks = ranks(number, facts.securities);
    let earlier = ranks.iter().filter_map(|rank| {
        let kind = facts.securities.iter().find(|one| one.mark == rank.mark)?.kind;
        let (mark, right, place) = (rank.mark.to_string(), right.clone(), rank.ledger.to_string());
        let warning = match kind {
            Secured::Pledge => Warning::EarlierPledge {
                mark,
                right,
                rank: place,
            },
            Secured::Reservation => Warning::EarlierReservation {
                mark,
                right,
                rank: place,
            },
        };
        Some(facts.noted(warning, facts.entry_of_mark(rank.mark)).on(id))
    });
    let mut found: Vec<_> = earlier.collect();
    if let Some((ledger, statutory)) = orders(facts, &ranks) {
        let warning = Warning::StatutoryOrderDiffers {
            right,
            ledger,
            statutory,
        };
        found.push(facts.noted(warning, None).on(id));
    }
    found
}

/// The orders of the pledges here and by statute, where they differ. The law ranks those that are registered elsewhere by their
/// times there, and all others after them. Reservations have no rank by statute and change no order.
fn orders(facts: &Facts<'_>, ranks: &[Rank]) -> Option<(String, String)> {
    let is_pledge = |rank: &&Rank| {
        let of_mark = |one: &Security| one.mark == rank.mark && one.kind == Secured::Pledge;
        facts.securities.iter().any(of_mark)
    };
    let here: Vec<&Rank> = ranks.iter().filter(is_pledge).collect();
    let mut by_law = here.clone();
    by_law.sort_by_key(|rank| (rank.statutory.is_none(), rank.statutory, rank.ledger));
    let list = |ranks: &[&Rank]| {
        let marks: Vec<_> = ranks.iter().map(|rank| rank.mark.to_string()).collect();
        marks.join("-")
    };
    (by_law != here).then(|| (list(&here), list(&by_law)))
}

/// What is to be known of one pledge.
fn of_pledge(facts: &Facts<'_>, one: &Security) -> Vec<Noted> {
    let Standing::Pledge(status) = one.standing else {
        return Vec::new();
    };
    let mark = one.mark.to_string();
    let warnings = [
        // It stands, and has no number in a register in which the law gives it rank.
        (one.stands() && one.statutory.is_none())
            .then(|| Warning::StatutoryNumberMissing { mark: mark.clone() }),
        // Its release was demanded, and the time for that has passed.
        (status == PledgeStatus::Overdue).then(|| Warning::ReleaseOverdue { mark: mark.clone() }),
        // It stands, and what it secures was not paid.
        (one.stands() && one.default_noticed.is_some())
            .then(|| Warning::PledgeInDefault { mark: mark.clone() }),
        // Its registration has lapsed: that is not the end of the pledge.
        (status == PledgeStatus::Lapsed).then(|| Warning::PledgeLapsed {
            mark: mark.clone(),
            through: one.through.to_string(),
        }),
    ];
    let entry = facts.entry_of_mark(one.mark);
    let warnings = warnings.into_iter().flatten();
    warnings.map(|warning| facts.noted(warning, entry)).collect()
}
