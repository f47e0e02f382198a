//! Terms of licences 许可: what a licence lets its holder do, whether one lies within another, whether it is in force, and
//! whether a use is covered. Plain functions, so that chain, client and verifier give the same answer.
//!
//! * [`within`]: whether terms lie within those of the right they come from, or the member that exceeds.
//! * [`tree`]: the rights of one object with their licences: what is in force, what is left, what excludes what.
//! * [`using`]: whether a party may use a right for a purpose in a region now.
//! * [`signing`]: offers, proposals to end, and signatures.
//! * [`regions`]: regions, the provinces that lie in them, and what is abroad.

pub mod regions;
pub mod signing;
pub mod tree;
pub mod using;
pub mod within;

pub use regions::Region;
pub use signing::{
    EndCause, EndKind, LicenceFiling, Offer, PartySignature, ProposedEnd, Side, Signatures, UseReport,
    SIGNATORIES_MAX,
};
pub use tree::{LicensedRight, RightsTree, Standing};
pub use using::{may_use, Use, UseAnswer, UseBar};
pub use within::{Amount, Exceeds, Limits, Member};

use crate::{
    certificate_number::ExternalNumber, clock::Moment, object::DataLevel, rights::RightKind, Bounded, Digest,
    RightId,
};

/// Licences reach at most this many levels below a right of first registration.
pub const LEVELS_MAX: u8 = 4;

domain! {
    /// Kinds of licence (S024), the narrowest first. Judged inside one right of first registration only.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum LicenceKind {
        /// Others may be licensed alike 普通许可.
        #[codec(index = 0)]
        NonExclusive,
        /// Nobody else is licensed; the licensor itself may use 排他许可.
        #[codec(index = 1)]
        Sole,
        /// Nobody else may use, the licensor included 独占许可.
        #[codec(index = 2)]
        Exclusive,
    }

    /// The medium in which the data is used.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum Medium {
        /// Calls of an interface 接口调用.
        #[codec(index = 0)]
        Interface,
        /// A delivered data set 数据集交付.
        #[codec(index = 1)]
        DataSet,
        /// A controlled environment in which data is usable and not visible 可用不可见.
        #[codec(index = 2)]
        ControlledEnvironment,
        /// On the holder's premises 现场使用.
        #[codec(index = 3)]
        OnSite,
    }

    /// The unit of a quantity.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum QuantityUnit {
        /// Calls 调用次数.
        #[codec(index = 0)]
        Calls,
        /// Uses 使用次数.
        #[codec(index = 1)]
        Uses,
    }

    /// How much may be used in all.
    #[derive(Copy)]
    pub struct Quantity {
        /// The unit.
        pub unit: QuantityUnit,
        /// The number, from 1.
        #[codec(compact)]
        pub number: u64,
    }

    /// The ways in which data may lawfully leave the country (S093).
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum ExportRouteKind {
        /// Security assessment 安全评估.
        #[codec(index = 0)]
        SecurityAssessment,
        /// Standard contract, filed 标准合同.
        #[codec(index = 1)]
        StandardContract,
        /// Certification 认证.
        #[codec(index = 2)]
        Certification,
        /// An exemption named by law 豁免.
        #[codec(index = 3)]
        Exemption,
    }

    /// The export route of a licence to a foreign body or for use abroad, or of a transfer to a foreign body. It is gone
    /// through elsewhere (S094).
    #[derive(Copy)]
    pub struct ExportRoute {
        /// Which.
        pub kind: ExportRouteKind,
        /// Digest of the document: result, filed contract, certificate, or the ground of exemption.
        pub document: Digest,
        /// The first moment at which it no longer covers the use.
        pub until: Moment,
    }

    /// The competent department's consent to a licence or transfer of important data (S092).
    #[derive(Copy)]
    pub struct DepartmentConsent {
        /// The number under which the department filed it.
        pub number: ExternalNumber,
        /// Digest of the document.
        pub document: Digest,
    }

    /// The authorised operation of public data, beside what every licence states (S079).
    #[derive(Copy)]
    pub struct Authorisation {
        /// As a whole, by field or by scene, with its approval.
        pub mode: AuthorisationMode,
        /// Digest of the terms on which the operator leaves 退出条款.
        pub exit_terms: Digest,
        /// Digest of the operator's duties of safety 安全责任.
        pub safety_duties: Digest,
    }

    /// How public data is authorised (S079).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum AuthorisationMode {
        /// As a whole 整体授权.
        #[codec(index = 0)]
        Whole {
            /// Digest of the approval.
            approval: Digest,
        },
        /// By field 分领域授权.
        #[codec(index = 1)]
        Field {
            /// Digest of the list of data.
            list: Digest,
            /// Digest of the approval.
            approval: Digest,
        },
        /// By scene 依场景授权: one scene, one list, one approval (S080).
        #[codec(index = 2)]
        Scene {
            /// The scene: the one purpose of the licence.
            scene: u8,
            /// Digest of its list of data.
            list: Digest,
            /// Digest of its approval.
            approval: Digest,
        },
    }

    /// The terms of a licence. Both sides sign them, with the policy made from them.
    pub struct LicenceTerms {
        /// Exclusive, sole or non-exclusive.
        pub kind: LicenceKind,
        /// Which right is given: to process and use, or to operate.
        pub gives: RightKind,
        /// Purposes, from the chain's code table, in rising order.
        pub purposes: Purposes,
        /// Where, in rising order.
        pub territory: Territory,
        /// In which media, in rising order; any when empty.
        pub media: Media,
        /// How much in all; nothing when it is not limited.
        pub quantity: Option<Quantity>,
        /// The end of the term: the first moment at which it is no longer valid.
        pub valid_until: Moment,
        /// How many levels of sub-licences may stand below it.
        pub sublicensing: u8,
        /// The export route, for a foreign licensee or use abroad.
        pub export: Option<ExportRoute>,
        /// The competent department's consent with its number, for important data (S092).
        pub department_consent: Option<DepartmentConsent>,
        /// The authorisation under which public data is operated; for public data only.
        pub authorisation: Option<Authorisation>,
        /// The licence that the licensee grants in return 交叉许可.
        pub in_return_for: Option<RightId>,
    }
}

/// Codes of purposes.
pub type Purposes = Bounded<u8, 16>;
/// Regions.
pub type Territory = Bounded<Region, 35>;
/// Media of use.
pub type Media = Bounded<Medium, 4>;

/// Why terms are not well formed, whatever they are compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermsError {
    /// A licence gives the right to process and use, or the right to operate.
    Right,
    /// Purposes are missing or not in rising order.
    Purposes,
    /// Regions are missing, unknown, or not in rising order.
    Territory,
    /// Media are not in rising order.
    Media,
    /// A quantity of nothing.
    Quantity,
    /// Sub-licences would stand deeper than four levels below the first right.
    Sublicensing,
    /// An authorisation by scene has that scene as its one purpose.
    Scene,
}

/// Whether elements stand in rising order, each once.
fn rising<T: PartialOrd>(elements: &[T]) -> bool {
    elements
        .windows(2)
        .all(|pair| matches!(pair, [first, second] if first < second))
}

/// A set of codes below 128 as bits.
fn code_bits(codes: &[u8]) -> u128 {
    let bit = |code: &u8| 1u128.checked_shl((*code).into()).unwrap_or(0);
    codes.iter().map(bit).fold(0, |all, one| all | one)
}

impl ExportRoute {
    /// Whether a use that ends at `until` leaves the country on this route to its end (S093).
    pub fn covers(&self, until: Moment) -> bool {
        until <= self.until
    }
}

/// Whether data of this level is licensed or transferred only with the competent department's consent (S092).
pub fn needs_department_consent(level: DataLevel) -> bool {
    level != DataLevel::General
}

impl LicenceTerms {
    /// Checks what can be said of the terms alone.
    pub fn check(&self) -> Result<(), TermsError> {
        let known = self.territory.iter().all(|region| region.is_known());
        let scene_fits = self
            .authorised_scene()
            .is_none_or(|scene| self.purposes.as_slice() == [scene]);
        let rules = [
            (self.gives != RightKind::Holding, TermsError::Right),
            (
                !self.purposes.is_empty() && rising(&self.purposes),
                TermsError::Purposes,
            ),
            (
                !self.territory.is_empty() && rising(&self.territory) && known,
                TermsError::Territory,
            ),
            (rising(&self.media), TermsError::Media),
            (
                self.quantity.is_none_or(|quantity| quantity.number > 0),
                TermsError::Quantity,
            ),
            (self.sublicensing < LEVELS_MAX, TermsError::Sublicensing),
            (scene_fits, TermsError::Scene),
        ];
        let broken = rules.into_iter().find(|(holds, _)| !holds);
        broken.map_or(Ok(()), |(_, error)| Err(error))
    }

    /// The one scene for which public data is authorised, where it is by scene (S080).
    pub fn authorised_scene(&self) -> Option<u8> {
        match self.authorisation?.mode {
            AuthorisationMode::Scene { scene, .. } => Some(scene),
            AuthorisationMode::Whole { .. } | AuthorisationMode::Field { .. } => None,
        }
    }

    /// Whether use in it is an export of data: by a foreign licensee, or in a region abroad.
    pub fn needs_export_route(&self, foreign_licensee: bool) -> bool {
        foreign_licensee || self.territory.iter().any(|region| region.is_abroad())
    }

    /// Whether two licences concern the same purposes somewhere.
    pub fn overlaps(&self, other: &Self) -> bool {
        let purposes = code_bits(&self.purposes) & code_bits(&other.purposes) != 0;
        purposes && regions::bits(&self.territory) & regions::bits(&other.territory) != 0
    }

    /// Whether the terms name the purpose.
    pub fn has_purpose(&self, purpose: u8) -> bool {
        self.purposes.contains(&purpose)
    }

    /// Whether the territory covers the region.
    pub fn covers_region(&self, region: Region) -> bool {
        region.bits() & !regions::bits(&self.territory) == 0
    }
}

#[cfg(test)]
mod tests;
