//! Pledges and reservations: whose claims come first, in this ledger and by law.

use super::{
    super::securities::{ranks, Security, SecurityKind, StatutoryState},
    Facts, Noted, Warning,
};

/// Whose claims come first, here and by law.
pub(super) fn securities(facts: &Facts<'_>) -> Vec<Noted> {
    let mut found = Vec::new();
    for number in facts.rights {
        let ranks = ranks(*number, facts.securities);
        let (right, id) = (facts.id(*number).to_string(), facts.id(*number));
        for rank in &ranks {
            let one = facts.securities.iter().find(|one| one.mark == rank.mark);
            let (mark, right, rank) = (rank.mark, right.clone(), rank.ledger.to_string());
            let name = mark.to_string();
            let warning = match one.map(|one| one.kind) {
                Some(SecurityKind::Pledge) => Warning::EarlierPledge {
                    mark: name,
                    right,
                    rank,
                },
                Some(SecurityKind::Reservation) => Warning::EarlierReservation {
                    mark: name,
                    right,
                    rank,
                },
                None => continue,
            };
            found.push(facts.noted(warning, facts.entry_of_mark(mark)).on(id));
        }
        // The law ranks those that are registered elsewhere by their times there, and all others after them.
        let by_law: Vec<_> = {
            let mut sorted: Vec<_> = ranks.iter().filter(|rank| is_pledge(facts, rank.mark)).collect();
            sorted.sort_by_key(|rank| (rank.statutory.is_none(), rank.statutory, rank.ledger));
            sorted.iter().map(|rank| rank.mark).collect()
        };
        let here: Vec<_> = ranks
            .iter()
            .map(|rank| rank.mark)
            .filter(|mark| is_pledge(facts, *mark))
            .collect();
        let list = |marks: &[u32]| marks.iter().map(u32::to_string).collect::<Vec<_>>().join("-");
        if by_law != here && ranks.iter().any(|rank| rank.statutory.is_some()) {
            let (ledger, statutory) = (list(&here), list(&by_law));
            let warning = Warning::StatutoryOrderDiffers {
                right,
                ledger,
                statutory,
            };
            found.push(facts.noted(warning, None).on(id));
        }
    }
    for one in facts
        .securities
        .iter()
        .filter(|one| one.kind == SecurityKind::Pledge)
    {
        let (mark, entry) = (one.mark.to_string(), facts.entry_of_mark(one.mark));
        match one.statutory {
            StatutoryState::Missing => {
                found.push(facts.noted(Warning::StatutoryNumberMissing { mark: mark.clone() }, entry));
            }
            StatutoryState::NotRead => {
                found.push(facts.noted(Warning::StatutoryNumberNotRead { mark: mark.clone() }, entry));
            }
            StatutoryState::Registered(_) => {}
        }
        if one.release_overdue {
            found.push(facts.noted(Warning::ReleaseOverdue { mark: mark.clone() }, entry));
        }
        if one.in_default {
            found.push(facts.noted(Warning::PledgeInDefault { mark }, entry));
        }
    }
    found
}

fn is_pledge(facts: &Facts<'_>, mark: u32) -> bool {
    let pledges = |one: &&Security| one.kind == SecurityKind::Pledge;
    facts
        .securities
        .iter()
        .filter(pledges)
        .any(|one| one.mark == mark)
}
