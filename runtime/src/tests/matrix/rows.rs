//! Who may make each call, and the row of the table of effects under which it falls.

use super::table::{Deal, Scene};

pub const PARTY: Option<&str> = Some("NotAParty");
pub const OFFICER: Option<&str> = Some("NotAnOfficer");
pub const ROLE: Option<&str> = Some("RoleMissing");

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
/// Only the pledgee proposes what becomes of the pledge between financiers.
const YIELDING: [Option<&str>; 8] = {
    let other = Some("NotASignatory");
    [other, other, None, other, PARTY, PARTY, PARTY, PARTY]
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

pub const DEALS: [Deal; 51] = [
    filed(Scene::FileTransfer, "transfer"),
    entered(Scene::EnterTransfer, "transfer"),
    filed(Scene::FileChange, "change"),
    entered(Scene::EnterChange, "change"),
    filed(Scene::FileRenewal, "renewal"),
    entered(Scene::EnterRenewal, "renewal"),
    filed(Scene::FileCancellation, "voluntary cancellation"),
    entered(Scene::EnterCancellation, "voluntary cancellation"),
    filed(Scene::FileTransferWithLicenceBack, "transfer"),
    entered(Scene::EnterTransferWithLicenceBack, "transfer"),
    filed(Scene::FileSoleLicence, "exclusive licence"),
    filed(Scene::FileLicence, "non exclusive licence"),
    entered(Scene::EnterSoleLicence, "exclusive licence"),
    entered(Scene::EnterLicence, "non exclusive licence"),
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
        Scene::ProposeRevocation,
        "by instrument",
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
        Scene::ExecuteRevocation,
        "by instrument",
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
    licensed(
        "Encumbrances::propose",
        Scene::ProposeAmendment,
        "new pledge",
        PLEDGING,
        true,
    ),
    by_law(
        "Encumbrances::propose",
        Scene::ProposeExtension,
        "renewal",
        PLEDGING,
    ),
    by_law(
        "Encumbrances::propose",
        Scene::ProposeAssignment,
        "release by mark holder",
        YIELDING,
    ),
    by_law(
        "Encumbrances::propose",
        Scene::ProposeSubordination,
        "release by mark holder",
        YIELDING,
    ),
    // Other pledges stay on the right that passes, and a reservation ends with it: none is in the way.
    Deal {
        consent: None,
        ..licensed(
            "Encumbrances::sign",
            Scene::SignEnforcement,
            "transfer",
            SIGNING,
            true,
        )
    },
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
