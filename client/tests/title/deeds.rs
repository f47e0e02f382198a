//! Pledges, reservations and deeds in the constructed state, as the pallet writes them.

use codec::Encode;
use futures::executor::block_on;
use quanji_client::{
    evidence::{batch::Batch, EvidenceError},
    title::{material::Material, model::Subject},
};
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
use quanji_verifier::H256;

use super::{
    licensed, node, object_of,
    register::{mark, object_id, party_id, Register, AS_OF, AUTHORITY},
    root, values, Values,
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

    fn add_mark(&mut self, kind: MarkKind, rights: RightSet, of: DeedId, until: Moment) -> u32 {
        let number = self.register.object.marks;
        self.register.add_mark(Mark {
            source: MarkSource::Deed(of),
            rights,
            until: Some(until),
            ..mark(kind, &[])
        });
        number
    }

    /// A pledge of the right to operate, if nothing else is changed, for party `pledgee`, made by deed `serial`.
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
        let rights = record.collateral[0].rights;
        self.add_mark(MarkKind::Pledge, rights, deed(serial), record.through.end());
        self.records
            .insert(storage_keys::pledge(deed(serial)), record.encode());
    }

    /// A reservation of a place on the right to operate for party `financier`.
    pub fn reservation(&mut self, serial: u64, financier: u64, until: Moment) {
        let rights = RightSet::NONE.with(2);
        let number = self.add_mark(MarkKind::Reservation, rights, deed(serial), until);
        let record = ReservationRecord {
            version: VERSION,
            financier: party_id(financier),
            holders: vec![party_id(1)].try_into().unwrap(),
            object: object_id(),
            rights,
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
        self.list(serial);
    }

    /// A deed is listed as waiting about the object, whether it has a record or not.
    pub fn list(&mut self, serial: u64) {
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

#[test]
fn a_listed_deed_whose_record_is_gone_is_left_out_and_breaks_no_report() {
    let mut secured = Secured::new(licensed());
    // It lapsed, and was removed through another object that it was about.
    secured.list(1);
    secured.proposed(2, 2, Moment(AS_OF.0 + 1));
    let values = secured.values();
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let read = object_of(&mut batch);
    let deeds = &read.book.on(object_id()).unwrap().deeds;
    let deeds: Vec<_> = deeds.iter().map(|one| one.deed).collect();
    assert_eq!(deeds, [deed(2)]);
}

#[test]
fn a_mark_whose_deed_has_no_record_is_an_error() {
    let mut secured = Secured::new(licensed());
    secured.pledge(1, 2, |_| ());
    let mut values = secured.values();
    values.remove(&storage_keys::pledge(deed(1)));
    let (node, _) = node::node(values.clone(), Vec::new());
    let mut batch = Batch::new(&node, H256::zero(), root(&values));
    let read = block_on(Material::read(&mut batch, Subject::Object(object_id())));
    assert!(matches!(read, Err(EvidenceError::Record { .. })));
}
