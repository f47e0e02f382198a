//! Another stands in the place of a party, in what is secured and consented to.

use super::{
    collateral::DeedMatter,
    state::{Party, Register},
    succession::{rename, rename_in},
};
use std::collections::BTreeMap;

pub fn rename_consents(consents: &mut BTreeMap<u32, Party>, from: Party, to: Party) {
    for party in consents.values_mut() {
        rename(party, from, to);
    }
}

impl DeedMatter {
    fn rename(&mut self, from: Party, to: Party) {
        match self {
            Self::Reservation { financier, .. } => rename(financier, from, to),
            Self::Pledge { pledgee, .. } => rename(pledgee, from, to),
            Self::Assignment { to: named, .. } | Self::Enforcement { to: named, .. } => {
                rename(named, from, to);
            }
            Self::Amendment { .. } | Self::Subordination { .. } => {}
        }
    }
}

impl Register {
    pub fn rename_in_collateral(&mut self, from: Party, to: Party) {
        for deed in &mut self.deeds {
            deed.matter.rename(from, to);
            rename_in(&mut deed.signed, from, to);
        }
        for pledge in self.pledges.values_mut() {
            rename(&mut pledge.pledgee, from, to);
        }
        for reservation in self.reservations.values_mut() {
            rename(&mut reservation.financier, from, to);
            rename_in(&mut reservation.holders, from, to);
        }
    }
}
