//! Pledges, reservations and deeds in the constructed state, as the pallet writes them.

use codec::Encode;
use quanji_primitives::{
    capacity::Via,
    clock::{Day, Moment},
    collateral::{
        Deed, DeedMatter, Offered, OpenDeed, PledgeForm, PledgeTerms, Statutory, StatutoryRegister, Sum,
    },
    marks::{Mark, MarkEnd, MarkKind, MarkSource, RightSet},
    storage_keys,
    terms::PartySignature,
    v1::{Collateral, PledgeRecord, ReservationRecord, VERSION},
    DeedId, Digest,
};

use super::{
    register::{mark, object_id, party_id, Register, AS_OF, AUTHORITY},
    values, Values,
};

/// Twenty-eight million yuan, in 分.
pub const LENT: Sum = Sum::of_cny(2_800_000_000);
/// A year after the day of the proven block, 2026-11-09.
pub const THROUGH: Day = Day(20_766 + 365);

/// The register with what is added to it.
pub struct Secured {
    pub register: Register,
    records: Values,
}

pub fn deed(serial: u64) -> DeedId {
    DeedId::new(AUTHORITY, serial).unwrap()
}

pub fn statutory(at: u64) -> Option<Statutory> {
    Some(Statutory {
        register: StatutoryRegister::MovableFinance,
        number: "03518842003177642911".parse().unwrap(),
        registered_at: Moment(at),
    })
}

impl Secured {
    pub fn new(register: Register) -> Self {
        let records = Values::new();
        Self { register, records }
    }

    fn add_mark(&mut self, kind: MarkKind, of: DeedId, until: Moment) -> u32 {
        let number = self.register.object.marks;
        self.register.add_mark(Mark {
            source: MarkSource::Deed(of),
            until: Some(until),
            ..mark(kind, &[2])
        });
        number
    }

    /// A pledge of the right to operate for party `pledgee`, made by deed `serial`.
    pub fn pledge(&mut self, serial: u64, pledgee: u64, change: impl FnOnce(&mut PledgeRecord)) {
        let number = self.register.object.marks;
        let rights = RightSet::NONE.with(2);
        let collateral = Collateral {
            object: object_id(),
            rights,
            mark: number,
            place: number,
        };
        let mut record = PledgeRecord {
            version: VERSION,
            form: PledgeForm::Pledge,
            pledgors: vec![party_id(1)].try_into().unwrap(),
            pledgee: party_id(pledgee),
            collateral: vec![collateral].try_into().unwrap(),
            secured: LENT,
            contract: Digest::Sha2_256([0xc0; 32]),
            through: THROUGH,
            entered_at: Moment(AS_OF.0 - 3_600_000),
            statutory: statutory(100 + serial),
            demanded: None,
            default: None,
        };
        change(&mut record);
        self.add_mark(MarkKind::Pledge, deed(serial), record.through.end());
        self.records
            .insert(storage_keys::pledge(deed(serial)), record.encode());
    }

    /// A reservation of a place on the right to operate for party `financier`.
    pub fn reservation(&mut self, serial: u64, financier: u64, until: Moment) {
        let number = self.add_mark(MarkKind::Reservation, deed(serial), until);
        let record = ReservationRecord {
            version: VERSION,
            financier: party_id(financier),
            holders: vec![party_id(1)].try_into().unwrap(),
            object: object_id(),
            rights: RightSet::NONE.with(2),
            mark: number,
            maximum: LENT,
            document: Digest::Sha2_256([0xc1; 32]),
            entered_at: Moment(AS_OF.0 - 3_600_000),
            until,
            used_by: None,
        };
        self.records
            .insert(storage_keys::reservation(deed(serial)), record.encode());
    }

    /// The last mark ends.
    pub fn end_last(&mut self, at: Moment, end: MarkEnd) {
        self.register.marks.last_mut().unwrap().ended = Some((at, end));
    }

    /// A deed that waits: a pledge for party `pledgee`, which party 1 has signed.
    pub fn proposed(&mut self, serial: u64, pledgee: u64, open_until: Moment) {
        let offered = Offered {
            object: object_id(),
            rights: RightSet::NONE.with(2),
            reservation: None,
        };
        let terms = PledgeTerms {
            form: PledgeForm::Pledge,
            pledgee: party_id(pledgee),
            offered: vec![offered].try_into().unwrap(),
            secured: LENT,
            through: THROUGH,
        };
        self.waits(serial, DeedMatter::Pledge(terms), open_until);
    }

    /// A deed that waits, which party 1 has signed.
    pub fn waits(&mut self, serial: u64, matter: DeedMatter, open_until: Moment) {
        let signed = PartySignature {
            party: party_id(1),
            via: Via::Own,
            at: AS_OF,
        };
        let open = OpenDeed {
            version: VERSION,
            deed: Deed {
                matter,
                document: Digest::Sha2_256([0xc2; 32]),
                open_until,
            },
            signatures: vec![signed].try_into().unwrap(),
        };
        self.records
            .insert(storage_keys::deed(deed(serial)), open.encode());
        let key = storage_keys::open_deeds(object_id());
        let mut listed: Vec<DeedId> = self
            .records
            .get(&key)
            .map(|list| codec::Decode::decode(&mut &list[..]).unwrap())
            .unwrap_or_default();
        listed.push(deed(serial));
        self.records.insert(key, listed.encode());
    }

    /// The state.
    pub fn values(&self) -> Values {
        let mut all = values(&self.register);
        all.extend(self.records.clone());
        all
    }
}
