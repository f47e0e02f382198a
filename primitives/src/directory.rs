//! The traits in which the pallets meet. The runtime plugs one pallet into another; tests plug in small ones.

use crate::{
    authority::{AuthorityProfile, Officer},
    bad_faith::BadFaith,
    capacity::{Power, Via},
    clock::{Calendar, Moment},
    codes::CodeTable,
    collateral::CollateralRules,
    dealing::{Cause, Deal, Obstacle, Passing},
    ending::{Correction, RightsEndCause},
    filing::TransferReason,
    marks::{EntryRange, LiveMark, Mark, MarkEnd, Operation, RightSet},
    person::Person,
    regime::{Regime, RegimeId},
    succession::SuccessionBasis,
    terms::{EndCause, LicenceFiling, PartySignature, UseReport},
    v1::{AuthorityRecord, Encumbrance, EntryBasis, LicenceRecord, ObjectRecord, PartyRecord, RightRecord},
    AuthorityId, CaseId, ConflictId, ObjectId, ObjectionId, OfficerId, PartyId, PowerId,
};
use alloc::{collections::BTreeSet, vec::Vec};

/// The rules pallet, as others see it.
pub trait RuleBook: Calendar + Default {
    /// Register time.
    fn now(&self) -> Moment;

    /// A regime version.
    fn regime(&self, id: RegimeId) -> Option<Regime>;

    /// What a regime version says of collateral.
    fn collateral(&self, id: RegimeId) -> CollateralRules {
        CollateralRules::of(id)
    }

    /// Whether a code stands in a code table.
    fn has_code(&self, table: CodeTable, code: u8) -> bool;

    /// Whether data of this industry division may not be registered (negative list).
    fn is_negative_listed(&self, industry: u8) -> bool;
}

/// The authorities pallet, as others see it.
pub trait AuthorityDirectory<AccountId> {
    /// The officer in office to whom an account belongs.
    fn officer_of(account: &AccountId) -> Option<(OfficerId, Officer)>;

    /// An officer, in office or not.
    fn officer(id: OfficerId) -> Option<Officer>;

    /// An authority.
    fn authority(id: AuthorityId) -> Option<AuthorityRecord>;

    /// Whether an authority may complete registrations.
    fn is_listed(id: AuthorityId) -> bool;

    /// The public facts of an authority.
    fn profile(id: AuthorityId) -> Option<AuthorityProfile> {
        Self::authority(id).map(|record| record.profile)
    }

    /// Whether `account` already belongs to an authority, an officer or the competent department.
    fn is_taken(account: &AccountId) -> bool;
}

/// The most predecessors that a question about a party's past looks at.
pub const FORMER_MAX: u32 = 8;

/// The parties pallet, as others see it.
pub trait PartyRegister<AccountId> {
    /// The party to which an account is bound, in good standing or not.
    fn party_of(account: &AccountId) -> Option<PartyId>;

    /// A party.
    fn party(id: PartyId) -> Option<PartyRecord>;

    /// The party that a person is. An organisation is found by its credit code whatever its form.
    fn party_of_person(person: &Person) -> Option<PartyId>;

    /// A registered power of an agent.
    fn power(id: PowerId) -> Option<Power>;

    /// Whether the party has an account of its own.
    fn has_account(id: PartyId) -> bool;

    /// Records a fact of bad faith on a party (S047).
    fn record_bad_faith(id: PartyId, fact: BadFaith);

    /// The first moment at which the party may file again, where a fact of bad faith bars it, or barred it once.
    fn barred_until(id: PartyId) -> Option<Moment>;

    /// Whether a fact of bad faith bars the party from filing at `now`.
    fn is_barred(id: PartyId, now: Moment) -> bool {
        Self::barred_until(id).is_some_and(|until| now < until)
    }

    /// The party that stands in the place of `id` today: itself, unless another succeeded it (S023). Every comparison of a
    /// stored party with an acting one goes through this.
    fn current(id: PartyId) -> PartyId {
        id
    }

    /// The party itself, the one in its place today, and all who took a part of it in a division.
    fn successors(id: PartyId) -> Vec<PartyId> {
        alloc::vec![id]
    }

    /// Parties whose place `id` took, wholly or in part: the latest ones, at most [`FORMER_MAX`].
    fn former(_id: PartyId) -> Vec<PartyId> {
        Vec::new()
    }

    /// Whether one of `parties` is among `affiliates`, or they are predecessor and successor (NG 10(7)).
    fn are_linked(affiliates: &[PartyId], parties: &[PartyId]) -> bool {
        let followed: BTreeSet<PartyId> = affiliates
            .iter()
            .flat_map(|affiliate| Self::successors(*affiliate))
            .collect();
        let linked = |party: &PartyId| {
            followed.contains(party)
                || Self::successors(*party)
                    .iter()
                    .any(|successor| followed.contains(successor))
        };
        !followed.is_empty() && parties.iter().any(linked)
    }

    /// Whether who signs as `acting` acts for one side only: an agent does, unless the powers of both sides say otherwise.
    /// `opponents`: the parties of the other side; `signatures`: those that are there.
    fn acts_for_one_side(
        opponents: &[PartyId],
        signatures: &[PartySignature],
        acting: &PartySignature,
    ) -> bool {
        let Via::Agent { agent, power } = acting.via else {
            return true;
        };
        let says_both = |power| Self::power(power).is_some_and(|record| record.both_sides);
        let of_opponents = || {
            let theirs = signatures
                .iter()
                .filter(|other| opponents.contains(&Self::current(other.party)));
            theirs.filter_map(|other| match other.via {
                Via::Agent { agent: same, power } if same == agent => Some(power),
                _ => None,
            })
        };
        let both = opponents.contains(&agent) || of_opponents().next().is_some();
        !both || (says_both(power) && of_opponents().all(says_both))
    }

    /// Whether `account` is bound to a party.
    fn is_bound(account: &AccountId) -> bool {
        Self::party_of(account).is_some()
    }
}

/// For whom a mark stands: the pallets that set marks answer for their own.
pub trait MarkHolders {
    /// The holder of the mark with `number` on an object; nothing where it stands for nobody on the register.
    fn holder(object: ObjectId, number: u32, mark: &Mark) -> Option<PartyId>;
}

/// Nobody's marks.
impl MarkHolders for () {
    fn holder(_: ObjectId, _: u32, _: &Mark) -> Option<PartyId> {
        None
    }
}

/// The first that knows.
impl<First: MarkHolders, Second: MarkHolders> MarkHolders for (First, Second) {
    fn holder(object: ObjectId, number: u32, mark: &Mark) -> Option<PartyId> {
        First::holder(object, number, mark).or_else(|| Second::holder(object, number, mark))
    }
}

/// On what licences hang: the pallet of licences answers.
pub trait LicenceTies {
    /// Whether the licence with `number` hangs on the right of first registration alone, because its holders signed it too: it
    /// outlives the licences between.
    fn hangs_on_first_right(object: ObjectId, number: u32) -> bool;
}

/// Every licence hangs on all rights above it.
impl LicenceTies for () {
    fn hangs_on_first_right(_: ObjectId, _: u32) -> bool {
        false
    }
}

/// Why the register cannot take what another pallet asks it to write. Nothing was changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegisterError {
    /// There is no such object, case, right or mark, or it has ended.
    NotFound,
    /// The object has as many marks, entries or open matters as it can hold.
    Full,
    /// A mark stands in the way.
    Barred,
    /// The facts may not be registered so, or differ in nothing; or the text is not theirs.
    Unfit,
}

/// One holding that passes to a successor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PassingHolding {
    /// On what it rests, with the predecessor.
    pub basis: SuccessionBasis,
    /// The number of the holding among those of the predecessor.
    pub holding: u32,
    /// Who gets it.
    pub to: PartyId,
}

/// The registry pallet, as succession sees it: what a party holds, and how it passes to a successor (S023).
pub trait HoldingRegister {
    /// How many certificates a party holds or ever held; they are numbered densely from 0.
    fn holding_count(party: PartyId) -> u32;

    /// Passes one holding by one entry of its object, with the open cases and consents of the predecessor in it. Gives how
    /// many of these it moved.
    fn pass_holding(passing: &PassingHolding) -> Result<u32, RegisterError>;

    /// Puts `to` in the place of `from` in an open case.
    fn pass_case(case: CaseId, from: PartyId, to: PartyId) -> Result<(), RegisterError>;
}

/// The most rights that end with one entry, and marks that end with them in one call: as many as a hundredth of a block
/// can write, beside the certificates that list the rights.
pub const ENDED_AT_ONCE_MAX: usize = 48;

/// What a licence that falls with a right writes of these in the same call: its right, its voucher and its entry.
pub const FALLING_WEIGHS: usize = 3;

/// The registry pallet, as the pallets of disputes and encumbrances see it. Every write is one entry of the object.
pub trait Register {
    /// A registered object.
    fn object(id: ObjectId) -> Option<ObjectRecord>;

    /// A right.
    fn right(object: ObjectId, number: u32) -> Option<RightRecord>;

    /// The rights of an object that have not ended.
    fn live_rights(object: ObjectId) -> RightSet;

    /// Who holds a live right in an object, each once.
    fn live_holders(object: ObjectId) -> Vec<PartyId>;

    /// A mark, ended or not.
    fn mark(object: ObjectId, number: u32) -> Option<Mark>;

    /// The marks of an object that are not over, in the order of their numbers.
    fn live_marks(object: ObjectId) -> Vec<LiveMark>;

    /// All marks of an object, ended ones included, in the order of their numbers: for readers, not for calls.
    fn marks(object: ObjectId) -> Vec<Mark>;

    /// The entries of an object that were written at `from` or later; `from` is at most 30 days ago.
    fn entered_since(object: ObjectId, from: Moment) -> Option<EntryRange>;

    /// Whether no mark bars an operation now, and what becomes of the marks when it is done.
    fn ensure_can_deal(object: ObjectId, deal: &Deal<'_>) -> Result<Passing, RegisterError>;

    /// All parties of an open case: applicant, holders, agent.
    fn parties_of_case(case: CaseId) -> Option<Vec<PartyId>>;

    /// The regime of an open case.
    fn regime_of_case(case: CaseId) -> Option<RegimeId>;

    /// The next serial number of an authority, which cases, objects and objections share.
    fn next_serial(authority: AuthorityId) -> Option<u64>;

    /// Sets a mark and gives its number.
    fn set_mark(
        object: ObjectId,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<u32, RegisterError>;

    /// Changes what is known of a mark that has not ended.
    fn change_mark(
        object: ObjectId,
        number: u32,
        mark: Mark,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Gives a mark that has not been ended another end in time, or none.
    fn limit_mark(
        object: ObjectId,
        number: u32,
        until: Option<Moment>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError> {
        let mark = Self::mark(object, number).ok_or(RegisterError::NotFound)?;
        Self::change_mark(object, number, Mark { until, ..mark }, basis, officer)
    }

    /// Ends a mark.
    fn end_mark(
        object: ObjectId,
        number: u32,
        end: MarkEnd,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Ends rights, and with the same entry the mark under which they stood. The entry names the licences that fall; each
    /// gets an entry of its own.
    fn end_rights(
        object: ObjectId,
        rights: RightSet,
        mark: Option<(u32, MarkEnd)>,
        cause: RightsEndCause,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Whether facts of an object may be corrected so now, with this text to be published.
    fn ensure_can_correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
    ) -> Result<(), RegisterError>;

    /// Corrects facts of an object. `text`: the corrected description as it is to be published.
    fn correct(
        object: ObjectId,
        facts: &Correction,
        text: Option<&[u8]>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Lists an objection as open on its object.
    fn open_objection(object: ObjectId, objection: ObjectionId) -> Result<(), RegisterError>;

    /// Takes it off that list.
    fn close_objection(object: ObjectId, objection: ObjectionId);

    /// Stops an open case until its conflict is decided: the clock pauses.
    fn stop_case(case: CaseId, conflict: ConflictId) -> Result<(), RegisterError>;

    /// Lets a stopped case go on; if it yields, it can only be refused.
    fn release_case(case: CaseId, yields: bool);
}

/// The registry pallet, as the pallet of encumbrances sees it. Every write is one entry of the object.
pub trait RulingRegister: Register {
    /// Passes rights of first registration that stand on one certificate to another holder. Licences in force survive; gives
    /// their numbers.
    fn pass_rights(
        object: ObjectId,
        rights: RightSet,
        to: PartyId,
        reason: TransferReason,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<Vec<u32>, RegisterError>;
}

/// Why rights do not give security.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SecurityGap {
    /// The object is not registered, or has ended.
    Object,
    /// The regime knows no pledge, or creates no rights (NG 15).
    Regime,
    /// They are not live rights of first registration.
    Rights,
    /// The term of one of them is over.
    Lapsed,
    /// The regime gives the power to do this to the operating right alone, and none is in force on the same certificate (NG 3).
    Power,
}

/// The registry pallet, as the collateral of the pallet of encumbrances sees it. Every write is one entry of the object.
pub trait CollateralRegister: RulingRegister {
    /// Whether these rights of an object can be pledged now, marks apart.
    fn ensure_can_secure(object: ObjectId, rights: RightSet) -> Result<(), SecurityGap>;

    /// Enters a pledge or reservation with its mark, which gets the number that the object's count of marks gives.
    fn enter_encumbrance(
        object: ObjectId,
        mark: Mark,
        encumbrance: Encumbrance,
        basis: EntryBasis,
    ) -> Result<u32, RegisterError>;

    /// Enters what it has become. The mark may stand against fewer rights, get another end in time, or end.
    fn change_encumbrance(
        object: ObjectId,
        number: u32,
        mark: Mark,
        encumbrance: Encumbrance,
        basis: EntryBasis,
    ) -> Result<(), RegisterError>;
}

/// The registry pallet, as the pallet of licences sees it. Every write is one entry of the object.
pub trait LicenceRegister: Register {
    /// What stands in the way of an operation on the rights now.
    fn obstacles(object: ObjectId, rights: RightSet, operation: Operation) -> Vec<Obstacle>;

    /// The rights of an object that are in force though their term is over, because a renewal filed in time is not decided
    /// (NG 36).
    fn kept_in_force(object: ObjectId) -> RightSet;

    /// Enters a licence from the right `parent` with its voucher, and gives its number among the rights of the object.
    fn add_licence(
        object: ObjectId,
        parent: u32,
        licensee: PartyId,
        licence: &LicenceRecord,
        basis: EntryBasis,
    ) -> Result<u32, RegisterError>;

    /// Ends a licence and its voucher. `fallen` are the licences that are no longer in force with it; each gets an entry of
    /// its own.
    fn end_licence(
        object: ObjectId,
        number: u32,
        cause: EndCause,
        fallen: Vec<u32>,
        basis: EntryBasis,
        officer: Option<OfficerId>,
    ) -> Result<(), RegisterError>;

    /// Enters a report of the use of a licence.
    fn enter_use(
        object: ObjectId,
        number: u32,
        report: UseReport,
        over: Option<u64>,
        basis: EntryBasis,
    ) -> Result<(), RegisterError>;
}

/// The pallet of licences, as the registry sees it where a case grants a licence.
pub trait LicenceBook: LicenceTies {
    /// The rule that a licence breaks.
    type Refusal;

    /// Whether it can be signed from now on, and not for ever.
    fn ensure_open(filing: &LicenceFiling) -> Result<(), Self::Refusal>;

    /// Whether the licence may be granted now, and who must have signed it. `licensors`: who will hold the right to license
    /// from when it is granted; nothing where that stays as it is. Marks are judged by the registry.
    fn ensure_fits(
        object: ObjectId,
        filing: &LicenceFiling,
        licensors: Option<&[PartyId]>,
    ) -> Result<Vec<PartyId>, Self::Refusal>;

    /// What stands in the way of every licence from the right `parent` now, marks and parties apart: that it gives no power
    /// to license, that it is not in force, and the licences that exclude others where their terms overlap.
    fn in_the_way(object: ObjectId, parent: u32) -> Vec<Cause>;

    /// Since which entry of its object a licence has ended: by its own end or that of a right on which it hangs; nothing
    /// while it has not. What only its term ends has not.
    fn ended_by(object: ObjectId, number: u32) -> Option<u32>;

    /// Records a granted licence beside the right with `number`.
    fn record(object: ObjectId, number: u32, licence: LicenceRecord);
}
