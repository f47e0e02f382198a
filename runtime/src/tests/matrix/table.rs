//! What is expected of every call that deals with rights, written from the tables: the effects of marks are read from
//! `docs/regimes/national-2026.md`, who may do what stands here.

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
    ProposeExtinction,
    ProposeCancellation,
    ProposeCorrection,
    ExecuteExtinction,
    ExecuteCancellation,
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
    ReleasePledge,
    GiveUpReservation,
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

const PARTY: Option<&str> = Some("NotAParty");
const OFFICER: Option<&str> = Some("NotAnOfficer");
const ROLE: Option<&str> = Some("RoleMissing");

/// Holders file; no one else does.
const FILING: [Option<&str>; 8] = {
    let other = Some("ApplicantWithoutRight");
    [None, None, other, other, PARTY, PARTY, PARTY, PARTY]
};
/// Holders offer and declare a breach.
const OFFERING: [Option<&str>; 8] = {
    let other = Some("NotTheLicensor");
    [None, None, other, other, PARTY, PARTY, PARTY, PARTY]
};
/// Both sides propose a pledge.
const PLEDGING: [Option<&str>; 8] = {
    let other = Some("NotASignatory");
    [None, None, None, other, PARTY, PARTY, PARTY, PARTY]
};
/// Only the pledgee, or who reserved, frees the right.
const FREEING: [Option<&str>; 8] = {
    let other = Some("NotThePledgee");
    [other, other, None, other, PARTY, PARTY, PARTY, PARTY]
};
const ENDING: [Option<&str>; 8] = {
    let other = Some("NotASignatory");
    [None, None, other, other, PARTY, PARTY, PARTY, PARTY]
};
/// Both holders have signed; the licensee has not.
const SIGNING: [Option<&str>; 8] = {
    let (signed, other) = (Some("AlreadySigned"), Some("NotASignatory"));
    [signed, signed, None, other, PARTY, PARTY, PARTY, PARTY]
};
/// The reviewer, who has not acted before.
const REVIEWING: [Option<&str>; 8] = [OFFICER, OFFICER, OFFICER, OFFICER, ROLE, ROLE, None, ROLE];
const STAMPING: [Option<&str>; 8] = [OFFICER, OFFICER, OFFICER, OFFICER, None, None, ROLE, None];
const ORDERING: [Option<&str>; 8] = [OFFICER, OFFICER, OFFICER, OFFICER, ROLE, None, None, ROLE];
/// The place of a party: the registrar has filed it, the reviewer gives the second word.
const SUCCEEDING: [Option<&str>; 8] = {
    let (other, same) = (Some("NotOfficer"), Some("SuccessionBySamePerson"));
    [other, other, other, other, same, ROLE, None, ROLE]
};
/// Registrar or reviewer carries it out.
const PASSING: [Option<&str>; 8] = {
    let other = Some("NotOfficer");
    [other, other, other, other, None, ROLE, None, ROLE]
};
/// The examiner has proposed it.
const CONFIRMING: [Option<&str>; 8] = {
    let same = Some("SamePerson");
    [OFFICER, OFFICER, OFFICER, OFFICER, ROLE, same, None, ROLE]
};

const fn filed(scene: Scene, row: &'static str) -> Deal {
    Deal {
        call: "Registry::file_dealing",
        scene,
        row,
        roles: FILING,
        mark_first: true,
        refused: "BarredByMark",
        // It may still come, until the entry.
        consent: None,
    }
}

const fn entered(scene: Scene, row: &'static str) -> Deal {
    Deal {
        call: "Registry::enter",
        scene,
        row,
        roles: REVIEWING,
        mark_first: false,
        refused: "BarredByMark",
        consent: Some("MarkConsentMissing"),
    }
}

/// Of its own motion. Marks are named before it is asked who is an officer.
const fn moved(
    call: &'static str,
    scene: Scene,
    row: &'static str,
    roles: [Option<&'static str>; 8],
) -> Deal {
    Deal {
        call,
        scene,
        row,
        roles,
        mark_first: true,
        refused: "BarredByMark",
        consent: Some("MarkConsentMissing"),
    }
}

const fn agreed(call: &'static str, scene: Scene, row: &'static str) -> Deal {
    Deal {
        call,
        scene,
        row,
        roles: REVIEWING,
        mark_first: false,
        refused: "BarredByMark",
        consent: Some("BarredByMark"),
    }
}

/// An offer: who has a mark that needs consent may still give it, until the last signature.
const fn offered(scene: Scene, row: &'static str) -> Deal {
    Deal {
        consent: None,
        ..licensed("Licences::offer", scene, row, OFFERING, true)
    }
}

const fn licensed(
    call: &'static str,
    scene: Scene,
    row: &'static str,
    roles: [Option<&'static str>; 8],
    mark_first: bool,
) -> Deal {
    Deal {
        call,
        scene,
        row,
        roles,
        mark_first,
        refused: "MarkInTheWay",
        consent: Some("MarkHolderMustConsent"),
    }
}

/// What no mark bars.
const fn by_law(
    call: &'static str,
    scene: Scene,
    row: &'static str,
    roles: [Option<&'static str>; 8],
) -> Deal {
    Deal {
        call,
        scene,
        row,
        roles,
        mark_first: false,
        refused: "never",
        consent: Some("never"),
    }
}

pub const DEALS: [Deal; 38] = [
    filed(Scene::FileTransfer, "transfer"),
    entered(Scene::EnterTransfer, "transfer"),
    filed(Scene::FileChange, "change"),
    entered(Scene::EnterChange, "change"),
    filed(Scene::FileRenewal, "renewal"),
    entered(Scene::EnterRenewal, "renewal"),
    filed(Scene::FileCancellation, "voluntary cancellation"),
    entered(Scene::EnterCancellation, "voluntary cancellation"),
    moved(
        "Registry::propose_motion",
        Scene::ProposeExtinction,
        "by instrument",
        ORDERING,
    ),
    moved(
        "Registry::propose_motion",
        Scene::ProposeCancellation,
        "voluntary cancellation",
        ORDERING,
    ),
    moved(
        "Registry::propose_motion",
        Scene::ProposeCorrection,
        "correction",
        ORDERING,
    ),
    moved(
        "Registry::execute_motion",
        Scene::ExecuteExtinction,
        "by instrument",
        REVIEWING,
    ),
    moved(
        "Registry::execute_motion",
        Scene::ExecuteCancellation,
        "voluntary cancellation",
        REVIEWING,
    ),
    moved(
        "Registry::execute_motion",
        Scene::ExecuteCorrection,
        "correction",
        REVIEWING,
    ),
    offered(Scene::OfferSole, "exclusive licence"),
    offered(Scene::OfferNonExclusive, "non exclusive licence"),
    licensed(
        "Licences::accept",
        Scene::AcceptSole,
        "exclusive licence",
        SIGNING,
        false,
    ),
    licensed(
        "Licences::accept",
        Scene::AcceptNonExclusive,
        "non exclusive licence",
        SIGNING,
        false,
    ),
    licensed(
        "Licences::propose_end",
        Scene::ProposeEnd,
        "voluntary cancellation",
        ENDING,
        false,
    ),
    licensed(
        "Licences::sign_end",
        Scene::SignEnd,
        "voluntary cancellation",
        SIGNING,
        false,
    ),
    agreed(
        "Disputes::execute",
        Scene::ExecuteAgreed,
        "voluntary cancellation",
    ),
    agreed("Disputes::execute_change", Scene::ExecuteChange, "change"),
    by_law(
        "Encumbrances::stamp",
        Scene::StampSeizure,
        "further seizure",
        STAMPING,
    ),
    by_law(
        "Encumbrances::stamp",
        Scene::StampControl,
        "further seizure",
        STAMPING,
    ),
    by_law(
        "Encumbrances::confirm",
        Scene::ConfirmSeizure,
        "further seizure",
        REVIEWING,
    ),
    by_law(
        "Encumbrances::confirm",
        Scene::ConfirmRelease,
        "release by mark holder",
        REVIEWING,
    ),
    by_law(
        "Encumbrances::reject",
        Scene::RejectSeizure,
        "release by mark holder",
        REVIEWING,
    ),
    by_law(
        "Encumbrances::end_by_instrument",
        Scene::EndByInstrument,
        "by instrument",
        REVIEWING,
    ),
    Deal {
        call: "Encumbrances::transfer_by_ruling",
        scene: Scene::TransferByRuling,
        row: "transfer by first rank court",
        roles: REVIEWING,
        mark_first: false,
        refused: "MarkInTheWay",
        consent: Some("MarkInTheWay"),
    },
    by_law("Licences::order_end", Scene::OrderEnd, "by instrument", ORDERING),
    by_law(
        "Licences::confirm_end",
        Scene::ConfirmEnd,
        "by instrument",
        CONFIRMING,
    ),
    by_law(
        "Parties::confirm_succession",
        Scene::ConfirmSuccession,
        "universal succession",
        SUCCEEDING,
    ),
    by_law(
        "Parties::assign_holdings",
        Scene::AssignHoldings,
        "universal succession",
        PASSING,
    ),
    by_law(
        "Parties::finish_succession",
        Scene::FinishSuccession,
        "universal succession",
        PASSING,
    ),
    licensed(
        "Encumbrances::propose",
        Scene::ProposePledge,
        "new pledge",
        PLEDGING,
        true,
    ),
    licensed(
        "Encumbrances::sign",
        Scene::SignPledge,
        "new pledge",
        SIGNING,
        true,
    ),
    by_law(
        "Encumbrances::release",
        Scene::ReleasePledge,
        "release by mark holder",
        FREEING,
    ),
    by_law(
        "Encumbrances::give_up_reservation",
        Scene::GiveUpReservation,
        "release by mark holder",
        FREEING,
    ),
];

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

impl Scene {
    /// Whether it is about a pledge or reservation of the right to operate.
    pub fn is_of_collateral(self) -> bool {
        matches!(
            self,
            Self::ProposePledge | Self::SignPledge | Self::ReleasePledge | Self::GiveUpReservation
        )
    }
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
