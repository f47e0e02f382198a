//! What a case is about: a first registration, or a dealing with what is registered.

use super::{is_given_anew, Declaration, Deficiency, Evidence, FirstRegistration, WithholdingRequest};
use crate::{
    clock::Day,
    ending::CancellationReason,
    object::{DataLevel, Fingerprint},
    regime::{Act, RegimeId},
    rights::{Holders, RightKind, RightKinds},
    terms::{DepartmentConsent, ExportRoute, LicenceFiling},
    v1::RightRecord,
    AuthorityId, Bounded, Digest, ObjectId, PartyId,
};
use alloc::{boxed::Box, vec::Vec};

domain! {
    /// What a case is about.
    #[serde(rename_all = "snake_case")]
    #[allow(
        clippy::large_enum_variant,
        reason = "a case holds one of the two, and cases are read one at a time"
    )]
    pub enum Application {
        /// A first registration 首次登记.
        #[codec(index = 0)]
        First(Box<FirstRegistration>),
        /// A dealing with rights that are registered.
        #[codec(index = 1)]
        Dealing(Dealing),
    }

    /// An application that deals with what is registered: the part that all acts share, and what each adds.
    pub struct Dealing {
        /// The authority that keeps the object (NG 33).
        pub authority: AuthorityId,
        /// The regime version under which it is asked: of the same system as the object's.
        pub regime: RegimeId,
        /// The registered object.
        pub object: ObjectId,
        /// Number, in the object, of the certificate on which the rights stand.
        #[codec(compact)]
        pub certificate: u32,
        /// The kinds of right dealt with, of those that the certificate lists; none for what concerns the object or a
        /// registration without rights.
        pub kinds: RightKinds,
        /// Supporting documents.
        pub evidence: Bounded<Evidence, 16>,
        /// The declaration of the applicant.
        pub declaration: Declaration,
        /// What is to be done.
        pub matter: Matter,
    }

    /// What is to be done with what is registered.
    #[serde(rename_all = "snake_case")]
    pub enum Matter {
        /// A transfer 转移.
        #[codec(index = 0)]
        Transfer(Transfer),
        /// A change of facts 变更.
        #[codec(index = 1)]
        Change(Change),
        /// A renewal 续期.
        #[codec(index = 2)]
        Renewal(Renewal),
        /// A cancellation 注销 that a holder asks for.
        #[codec(index = 3)]
        Cancellation(Cancellation),
        /// A licence 许可, where the regime registers it. `kinds` names the right that it gives.
        #[codec(index = 4)]
        Licence(Box<LicenceFiling>),
        /// A change of the particulars 身份信息 of a holder (NG 35(1)); `kinds` names none.
        #[codec(index = 5)]
        Particulars(Particulars),
    }

    /// Why a right passes (S020).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum TransferReason {
        /// Sale or gift by contract.
        #[codec(index = 0)]
        Sale,
        /// Contribution in kind to a company 作价入股.
        #[codec(index = 1)]
        ContributionInKind,
        /// Transfer to a trustee 信托.
        #[codec(index = 2)]
        Trust,
        /// Succession by agreement of all heirs or successors.
        #[codec(index = 3)]
        Succession,
        /// A ruling or award that both sides carry out.
        #[codec(index = 4)]
        Ruling,
    }

    /// A limit under which a right would pass. It is always refused: what is limited is licensed.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum TransferLimit {
        /// Until the end of a day.
        #[codec(index = 0)]
        Time(Day),
        /// In a territory.
        #[codec(index = 1)]
        Territory,
        /// For a purpose.
        #[codec(index = 2)]
        Purpose,
    }

    /// A share of a right held by shares.
    #[derive(Copy)]
    pub struct PassingShare {
        /// The co-holder from whom it passes.
        pub from: PartyId,
        /// How much of the right, in parts of `SHARES_WHOLE`: at most what that co-holder has.
        #[codec(compact)]
        pub parts: u32,
    }

    /// A transfer 转移: whole kinds of right, or a share of a co-held right (NG 34).
    pub struct Transfer {
        /// Who receives; for a share, one party.
        pub to: Holders,
        /// The share that passes; nothing where the whole right does.
        pub share: Option<PassingShare>,
        /// Why it passes.
        pub reason: TransferReason,
        /// A limit that the contract sets; with any, the transfer is refused.
        pub limit: Option<TransferLimit>,
        /// Numbers, in the object, of the licences in force that stay in force against who receives, rising. The
        /// signatures cover them.
        pub survivors: Bounded<u32, 64>,
        /// A licence back to who gives, from a right that passes; it is entered with the transfer.
        pub back: Option<Box<LicenceFiling>>,
        /// The export route, for a foreign body that receives: it covers the terms of what passes (S093).
        pub export: Option<ExportRoute>,
        /// The competent department's consent with its number, for important data (S092).
        pub department_consent: Option<DepartmentConsent>,
    }

    /// A lower level of the data after it was made less sensitive.
    #[derive(Copy)]
    pub struct LevelChange {
        /// The new level, below the present one.
        pub to: DataLevel,
        /// Digest of the assessment that supports it.
        pub assessment: Digest,
    }

    /// A new description of the data.
    #[derive(Copy)]
    pub struct DescriptionChange {
        /// SHA-256 of the new canonical description.
        pub to: Digest,
        /// A request not to publish it.
        pub withholding: Option<WithholdingRequest>,
    }

    /// A change of facts 变更 (NG 35): of what is named here and of nothing else, so never of a holder or of the source.
    pub struct Change {
        /// The new description.
        pub description: Option<DescriptionChange>,
        /// The new industry division of GB/T 4754.
        pub industry: Option<u8>,
        /// The new form of a product.
        pub form: Option<u8>,
        /// The new level.
        pub level: Option<LevelChange>,
        /// A split 拆分: parts of the data that leave the object. The new description is then that of what stays.
        pub split: Option<Box<Split>>,
    }

    /// A split 拆分 of an object: ranges of its data become objects of their own, with rights of the same kinds, holders and
    /// terms. Each can then be dealt with by itself, so transferred (NG 34).
    pub struct Split {
        /// Fingerprints of what stays, voluntary (NG 26).
        pub fingerprints: Bounded<Fingerprint, 4>,
        /// What leaves, one part at least.
        pub parts: Bounded<Part, PARTS_MAX>,
    }

    /// A part of the data that leaves an object. It differs from the whole in its range, which its description states, and in
    /// nothing else: source, category, level, lineage and all other facts stay as they are registered.
    pub struct Part {
        /// SHA-256 of its canonical description.
        pub description: Digest,
        /// Its fingerprints, voluntary (NG 26).
        pub fingerprints: Bounded<Fingerprint, 4>,
    }

    /// New particulars of a holder (NG 35(1)): name, legal representative or address, never the holder itself, who stays the
    /// same person under the same credit code or commitment. They stand in a document off the chain; here is its digest.
    #[derive(Copy)]
    pub struct Particulars {
        /// The holder: who applies.
        pub holder: PartyId,
        /// Digest of the document that states them as they now are; of a natural person a salted one.
        pub to: Digest,
    }

    /// A renewal 续期 (NG 36).
    #[derive(Copy)]
    pub struct Renewal {
        /// Years for which it is asked; the regime has a limit.
        pub years: u8,
        /// Whether the certificate has lapsed, so that its rights are to revive with their marks, licences and ranks, for
        /// a term from the entry. Otherwise the new term follows the old one.
        pub revives: bool,
    }

    /// A cancellation 注销 that a holder asks for (NG 37(1)).
    pub struct Cancellation {
        /// Why.
        pub reason: CancellationReason,
        /// Numbers, in the object, of the licences in force that end with the rights, rising. Each licensee signs.
        pub licences: Bounded<u32, 64>,
    }
}

/// The most parts that leave an object in one case.
pub const PARTS_MAX: u32 = 4;

impl Matter {
    /// The act.
    pub const fn act(&self) -> Act {
        match self {
            Self::Transfer(_) => Act::Transfer,
            Self::Change(_) | Self::Particulars(_) => Act::Change,
            Self::Renewal(_) => Act::Renewal,
            Self::Cancellation(_) => Act::Cancellation,
            Self::Licence(_) => Act::Licence,
        }
    }

    /// The licence that it grants, be it one back to who transfers.
    pub fn grants(&self) -> Option<&LicenceFiling> {
        match self {
            Self::Transfer(transfer) => transfer.back.as_deref(),
            _ => self.licence(),
        }
    }

    /// The licence that it is about.
    pub fn licence(&self) -> Option<&LicenceFiling> {
        match self {
            Self::Licence(filing) => Some(filing),
            Self::Transfer(_)
            | Self::Change(_)
            | Self::Renewal(_)
            | Self::Cancellation(_)
            | Self::Particulars(_) => None,
        }
    }
}

impl Dealing {
    /// The kinds dealt with, in their order.
    pub fn claimed(&self) -> impl Iterator<Item = RightKind> + '_ {
        RightKind::ALL
            .into_iter()
            .filter(|kind| self.kinds.contains(*kind))
    }

    /// Whether this completes what was missing in `earlier`: every listed item differs or is there.
    pub fn remedies(&self, earlier: &Self, deficiency: Deficiency) -> bool {
        match deficiency {
            Deficiency::Evidence(kind) => is_given_anew(&self.evidence, &earlier.evidence, kind),
            Deficiency::Description => self.new_description() != earlier.new_description(),
            Deficiency::CodedFact => self.matter != earlier.matter,
            // What was signed stays; what was unclear about it is explained by a document.
            Deficiency::Holders | Deficiency::PublicQueryCode => self.evidence != earlier.evidence,
            Deficiency::Declaration => self.declaration.document != earlier.declaration.document,
        }
    }

    /// Whether a right of its object is one of those dealt with, as far as its record says.
    pub fn covers(&self, right: &RightRecord) -> bool {
        right.certificate == self.certificate && right.parent.is_none() && self.kinds.contains(right.kind)
    }

    /// Who is to receive rights.
    pub fn receiving(&self) -> Vec<PartyId> {
        match &self.matter {
            Matter::Transfer(transfer) => transfer.to.parties(),
            Matter::Licence(filing) => alloc::vec![filing.licensee],
            Matter::Change(_) | Matter::Renewal(_) | Matter::Cancellation(_) | Matter::Particulars(_) => {
                Vec::new()
            }
        }
    }

    /// Whether `party` is to receive rights: it then stands on the other side of who gives them.
    pub fn is_receiving(&self, party: PartyId) -> bool {
        self.receiving().contains(&party)
    }

    /// The split that is asked for.
    pub fn split(&self) -> Option<&Split> {
        match &self.matter {
            Matter::Change(change) => change.split.as_deref(),
            _ => None,
        }
    }

    /// The new description that is to be made public.
    pub fn new_description(&self) -> Option<Digest> {
        match &self.matter {
            Matter::Change(change) => change.description.map(|description| description.to),
            _ => None,
        }
    }
}

impl From<FirstRegistration> for Application {
    fn from(filing: FirstRegistration) -> Self {
        Self::First(Box::new(filing))
    }
}

impl From<Dealing> for Application {
    fn from(dealing: Dealing) -> Self {
        Self::Dealing(dealing)
    }
}

impl Application {
    /// The first registration that is asked for.
    pub fn first(&self) -> Option<&FirstRegistration> {
        match self {
            Self::First(filing) => Some(filing),
            Self::Dealing(_) => None,
        }
    }

    /// The same, to complete it.
    pub fn first_mut(&mut self) -> Option<&mut FirstRegistration> {
        match self {
            Self::First(filing) => Some(filing),
            Self::Dealing(_) => None,
        }
    }

    /// The dealing that is asked for.
    pub fn dealing(&self) -> Option<&Dealing> {
        match self {
            Self::First(_) => None,
            Self::Dealing(dealing) => Some(dealing),
        }
    }

    /// The act.
    pub fn act(&self) -> Act {
        self.dealing().map_or(Act::First, |dealing| dealing.matter.act())
    }

    /// The authority asked.
    pub fn authority(&self) -> AuthorityId {
        match self {
            Self::First(filing) => filing.authority,
            Self::Dealing(dealing) => dealing.authority,
        }
    }

    /// The regime version under which it is asked.
    pub fn regime(&self) -> RegimeId {
        match self {
            Self::First(filing) => filing.regime,
            Self::Dealing(dealing) => dealing.regime,
        }
    }

    /// The registered object that it names; nothing for a new object.
    pub fn object(&self) -> Option<ObjectId> {
        match self {
            Self::First(filing) => filing.object,
            Self::Dealing(dealing) => Some(dealing.object),
        }
    }

    /// Supporting documents.
    pub fn evidence(&self) -> &[Evidence] {
        match self {
            Self::First(filing) => &filing.evidence,
            Self::Dealing(dealing) => &dealing.evidence,
        }
    }

    /// The declaration.
    pub fn declaration(&self) -> Declaration {
        match self {
            Self::First(filing) => filing.declaration,
            Self::Dealing(dealing) => dealing.declaration,
        }
    }

    /// The parties that would hold rights by it.
    pub fn parties(&self) -> Vec<PartyId> {
        match self {
            Self::First(filing) => filing.parties(),
            Self::Dealing(dealing) => dealing.receiving(),
        }
    }

    /// The kinds of right that are decided, in the order of the decisions.
    pub fn claimed(&self) -> Vec<RightKind> {
        match self {
            Self::First(filing) => filing.claimed().collect(),
            Self::Dealing(dealing) => dealing.claimed().collect(),
        }
    }

    /// The description that is to be made public: of what is registered first, or what changes; otherwise what is published
    /// stays as it is.
    pub fn description_to_publish(&self) -> Option<Digest> {
        match self {
            Self::First(filing) => Some(filing.facts.description),
            Self::Dealing(dealing) => dealing.new_description(),
        }
    }

    /// The parts that leave an object, in the order in which their descriptions are made public.
    pub fn parts(&self) -> &[Part] {
        let split = self.dealing().and_then(Dealing::split);
        split.map_or(&[], |split| split.parts.as_slice())
    }

    /// The rights that are decided, each with who applies for it in a first registration, in the order of the decisions.
    pub fn decided(&self) -> Vec<(Option<&Holders>, RightKind)> {
        match self {
            Self::First(filing) => filing
                .shares()
                .flat_map(|(holders, claims)| claims.iter().map(move |claim| (Some(holders), claim.kind)))
                .collect(),
            Self::Dealing(dealing) => dealing.claimed().map(|kind| (None, kind)).collect(),
        }
    }

    /// A request not to be published.
    pub fn withholding(&self) -> Option<WithholdingRequest> {
        match self {
            Self::First(filing) => filing.withholding,
            Self::Dealing(dealing) => match &dealing.matter {
                Matter::Change(change) => change.description.and_then(|description| description.withholding),
                _ => None,
            },
        }
    }
}
