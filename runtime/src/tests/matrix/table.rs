//! What is expected of every call that deals with rights, written from the tables: the effects of marks are read from
//! `docs/regimes/national-2026.md`, who may do what stands here.

use super::rows::{OFFICER, PARTY, ROLE};
use quanji_primitives::{
    regime::RegimeId,
    regimes::{NATIONAL_2026, SHENZHEN_2023},
};

/// Whoever tries: a holder, a co-holder, the licensee, a party without a right, and the four officers.
pub const ROLES: [&str; 8] = [
    "//Enterprise",
    "//Eve",
    "//Financier",
    "//ServiceInstitution",
    "//Lingnan//Registrar",
    "//Lingnan//Examiner",
    "//Lingnan//Reviewer",
    "//Lingnan//DayBook",
];

/// A call that deals with rights, at a point where only it is left.
pub struct Deal {
    /// Its name in the metadata.
    pub call: &'static str,
    /// What it does there.
    pub scene: Scene,
    /// The row of the table of effects.
    pub row: &'static str,
    /// How each role fares without a mark, in the order of the roles: nothing, or an error.
    pub roles: [Option<&'static str>; 8],
    /// Whether a mark is named before it is asked who holds the right.
    pub mark_first: bool,
    /// The errors of a mark that refuses, and of one whose holder must consent; nothing while the consent may still come.
    pub refused: &'static str,
    pub consent: Option<&'static str>,
}

/// How far a matter has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scene {
    FileTransfer,
    EnterTransfer,
    FileChange,
    EnterChange,
    FileRenewal,
    EnterRenewal,
    FileCancellation,
    EnterCancellation,
    FileTransferWithLicenceBack,
    EnterTransferWithLicenceBack,
    FileSoleLicence,
    FileLicence,
    EnterSoleLicence,
    EnterLicence,
    ProposeExtinction,
    ProposeCancellation,
    ProposeRevocation,
    ProposeCorrection,
    ExecuteExtinction,
    ExecuteCancellation,
    ExecuteRevocation,
    ExecuteCorrection,
    OfferSole,
    OfferNonExclusive,
    AcceptSole,
    AcceptNonExclusive,
    ProposeEnd,
    SignEnd,
    ExecuteAgreed,
    ExecuteChange,
    StampSeizure,
    StampControl,
    ConfirmSeizure,
    ConfirmRelease,
    RejectSeizure,
    EndByInstrument,
    TransferByRuling,
    OrderEnd,
    ConfirmEnd,
    ConfirmSuccession,
    AssignHoldings,
    FinishSuccession,
    ProposePledge,
    SignPledge,
    ProposeAmendment,
    ProposeExtension,
    ProposeAssignment,
    ProposeSubordination,
    SignEnforcement,
    ReleasePledge,
    GiveUpReservation,
}

impl Scene {
    /// The regime under which the object is registered: one that registers licences where a case grants one.
    pub fn regime(self) -> RegimeId {
        match self {
            Self::FileSoleLicence | Self::FileLicence | Self::EnterSoleLicence | Self::EnterLicence => {
                SHENZHEN_2023
            }
            _ => NATIONAL_2026,
        }
    }

    /// Whether the right is seized in it: then nothing more is secured on it, only what was before.
    pub fn is_under_seizure(self) -> bool {
        matches!(
            self,
            Self::ConfirmSeizure | Self::ConfirmRelease | Self::RejectSeizure | Self::TransferByRuling
        )
    }

    /// Whether it is about a pledge or reservation of the right to operate.
    pub fn is_of_collateral(self) -> bool {
        matches!(
            self,
            Self::ProposePledge
                | Self::SignPledge
                | Self::ProposeAmendment
                | Self::ProposeExtension
                | Self::ProposeAssignment
                | Self::ProposeSubordination
                | Self::SignEnforcement
                | Self::ReleasePledge
                | Self::GiveUpReservation
        )
    }
}

/// What stands against the right, or near it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Nothing,
    ObjectionNotice,
    TitleDispute,
    Hold,
    SeizureFirst,
    SeizureWaiting,
    Control,
    /// Control of another right of the same holder.
    ControlElsewhere,
    /// A seizure whose stamp a second person has rejected.
    SeizureRejected,
    /// A seizure of a sub-licence, where there is one.
    SeizureBelow,
    /// A consent to a further right of another party.
    FurtherRightConsent,
    /// A pledge to a bank that does not sign here.
    Pledge,
    /// A place that such a bank has reserved.
    Reservation,
}

pub const STANDING: [Standing; 13] = [
    Standing::Nothing,
    Standing::ObjectionNotice,
    Standing::TitleDispute,
    Standing::Hold,
    Standing::SeizureFirst,
    Standing::SeizureWaiting,
    Standing::Control,
    Standing::ControlElsewhere,
    Standing::SeizureRejected,
    Standing::SeizureBelow,
    Standing::FurtherRightConsent,
    Standing::Pledge,
    Standing::Reservation,
];

impl Standing {
    /// Whether a bank has a pledge or a place on the right.
    pub fn is_secured(self) -> bool {
        matches!(self, Self::Pledge | Self::Reservation)
    }
}

/// A cell of the table of effects in the documentation.
fn effect(row: &str, column: &str) -> &'static str {
    let text = include_str!("../../../../docs/regimes/national-2026.md");
    let (_, table) = text
        .split_once("## Effects of marks")
        .expect("the table is there");
    let mut rows = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim));
    let place = rows
        .next()
        .and_then(|mut header| header.position(|name| name == column))
        .unwrap_or_else(|| panic!("no column {column}"));
    rows.find(|cells| cells.clone().next() == Some(row))
        .and_then(|mut cells| cells.nth(place))
        .unwrap_or_else(|| panic!("no row {row}"))
}

impl Deal {
    /// The cells of the table that meet what stands there.
    fn effects(&self, standing: Standing) -> Vec<&'static str> {
        let changes_object = matches!(
            self.scene,
            Scene::FileChange | Scene::EnterChange | Scene::ExecuteChange
        );
        let columns: &[&str] = match standing {
            Standing::Nothing | Standing::SeizureRejected | Standing::FurtherRightConsent => &[],
            Standing::ObjectionNotice | Standing::TitleDispute => &["objection notice"],
            // The objection for which it holds has its notice.
            Standing::Hold => &["objection notice", "hold"],
            Standing::SeizureFirst => &["seizure, first"],
            Standing::SeizureWaiting => &["seizure, first", "seizure, waiting"],
            Standing::Control => &["control"],
            // A change concerns every right of the object.
            Standing::ControlElsewhere if changes_object => &["control"],
            Standing::ControlElsewhere => &[],
            // A sub-licence falls with the licence that its parties end.
            Standing::SeizureBelow => &["seizure, first"],
            Standing::Pledge => &["pledge"],
            Standing::Reservation => &["reservation"],
        };
        columns.iter().map(|column| effect(self.row, column)).collect()
    }

    /// How a call fares that a role sends while something stands there: nothing, or an error.
    pub fn expected(&self, standing: Standing, role: usize) -> Option<&'static str> {
        let effects = self.effects(standing);
        let known = ["ok", "+", "X", "C", "behind", "ends", "as ruled"];
        assert!(effects.iter().all(|effect| known.contains(effect)), "{effects:?}");
        let mark = if effects.contains(&"X") {
            Some(self.refused)
        } else {
            self.consent.filter(|_| effects.contains(&"C"))
        };
        let by_role = self.roles[role];
        // Who one is comes before what one asks, but for motions.
        let moved = self.call.ends_with("_motion");
        let identity = !moved && [PARTY, OFFICER, ROLE].contains(&by_role);
        if self.mark_first && !identity {
            mark.or(by_role)
        } else {
            by_role.or(mark)
        }
    }

    /// Whether there is a sub-licence.
    pub fn has_below(&self) -> bool {
        matches!(
            self.scene,
            Scene::ProposeEnd | Scene::SignEnd | Scene::OrderEnd | Scene::ConfirmEnd
        )
    }

    /// Whether a holder's place is passing to others.
    pub fn is_in_succession(&self) -> bool {
        matches!(self.scene, Scene::AssignHoldings | Scene::FinishSuccession)
    }

    /// Whether a party makes it, and so an agent may.
    pub fn is_of_party(&self) -> bool {
        self.roles[7] == PARTY
    }
}
