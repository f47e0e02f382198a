//! Acts on the register, as the model and the chain are asked to carry them out.

use super::{
    collateral::{DeedNumber, Securing},
    regimes::Regime,
    state::{EndKind, Holders, Party, Terms},
    time::Moment,
};
use std::collections::BTreeSet;

/// What is asked for in a case.
#[derive(Clone, Debug)]
pub struct Application {
    pub by: Party,
    /// The rules under which it is asked.
    pub under: Regime,
    pub object: usize,
    pub certificate: u32,
    pub kinds: Vec<usize>,
    pub matter: Matter,
}

#[derive(Clone, Debug)]
pub enum Matter {
    Transfer {
        to: Holders,
        /// From whom a share passes, and how much.
        share: Option<(Party, u32)>,
        /// A limit in territory.
        limited: bool,
        /// The licences that stay in force.
        survivors: BTreeSet<u32>,
        /// A licence back to who gives.
        back: Option<Filing>,
    },
    Change(Fact),
    /// What stays is described anew, and so is each part that leaves.
    Split {
        to: u8,
        parts: Vec<u8>,
    },
    Renewal {
        years: u32,
        revives: bool,
    },
    Cancellation {
        /// The licences that end with it, whose licensees sign.
        licences: BTreeSet<u32>,
    },
    /// A licence, where it is registered.
    Licence(Filing),
    /// Further kinds of right in a registered object, for who holds a certificate in it alone.
    Further {
        years: u32,
    },
}

/// The officers who decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Officer {
    Examiner,
    Reviewer,
    SecondReviewer,
}

/// How a written notice is sent: through the ledger it is delivered at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    Ledger,
    Post,
}

/// A fact that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    Industry(u8),
    Description(u8),
    Level(u8),
}

/// An offer of a licence.
#[derive(Clone, Debug)]
pub struct Filing {
    pub parent: u32,
    pub licensee: Party,
    pub terms: Terms,
    pub root_signs: bool,
    pub subject_to: Vec<u32>,
    pub open_until: Moment,
}

/// For how long an organ orders something.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    Days(u16),
    Months(u16),
    Through(u64),
}

/// What a ruling says of the pledges of what it transfers.
#[derive(Clone, Copy, Debug)]
pub enum UnderRuling {
    Travel,
    End,
    /// It enforces this one.
    Enforced(DeedNumber),
}

/// What an instrument orders.
#[derive(Clone, Debug)]
pub enum Measure {
    Seizure {
        rights: BTreeSet<u32>,
        term: Term,
    },
    Control {
        rights: BTreeSet<u32>,
        term: Term,
    },
    Renewal {
        of: usize,
        term: Term,
    },
    Release {
        of: usize,
    },
    Ending {
        rights: BTreeSet<u32>,
    },
    /// By the court whose seizure, of this stamp, has the first rank.
    Transfer {
        of: usize,
        rights: BTreeSet<u32>,
        to: Party,
        pledges: UnderRuling,
    },
}

/// What an authority does of its own motion.
#[derive(Clone, Debug)]
pub enum Motion {
    Extinction {
        rights: BTreeSet<u32>,
    },
    Cancellation {
        rights: BTreeSet<u32>,
    },
    /// Of what a party obtained: in a case, or in the one that has the number of the object.
    Revocation {
        rights: BTreeSet<u32>,
        party: Party,
        case: Option<usize>,
    },
    Correction(Fact),
}

/// By what the place of a party is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Merger,
    Division,
    Dissolution,
    Death,
}

/// Operations of the effect matrix that parties ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Transfer,
    ExclusiveLicence,
    NonExclusiveLicence,
    NewPledge,
    Change,
    Cancellation,
    Renewal,
}

#[derive(Clone, Debug)]
pub enum Act {
    Wait(u64),
    /// A first registration, from the application to the certificate; some kinds of it refused.
    Register {
        by: Party,
        years: u8,
        refused: Vec<usize>,
    },
    File(Application),
    Sign {
        by: Party,
        case: usize,
    },
    Withdraw {
        by: Party,
        case: usize,
    },
    Accept {
        case: usize,
    },
    Examine {
        case: usize,
        granted: Vec<usize>,
        met: bool,
    },
    Approve {
        case: usize,
    },
    PublishPart {
        case: usize,
    },
    Publish {
        case: usize,
    },
    Enter {
        case: usize,
        letter: Option<Letter>,
    },
    Refuse {
        case: usize,
        officer: Officer,
        letter: Letter,
    },
    /// A service institution reports on a case.
    ReportOn {
        by: Party,
        case: usize,
        favourable: bool,
    },
    Acknowledge {
        by: Party,
        case: usize,
    },
    Appeal {
        by: Party,
        case: usize,
    },
    DecideAppeal {
        case: usize,
        officer: Officer,
        anew: bool,
    },
    Close {
        case: usize,
    },
    Offer {
        by: Party,
        object: usize,
        filing: Filing,
    },
    SignOffer {
        by: Party,
        object: usize,
        offer: u32,
    },
    WithdrawOffer {
        by: Party,
        object: usize,
        offer: u32,
    },
    ProposeEnd {
        by: Party,
        object: usize,
        licence: u32,
        kind: EndKind,
    },
    SignEnd {
        by: Party,
        object: usize,
        licence: u32,
        kind: EndKind,
    },
    WithdrawEnd {
        by: Party,
        object: usize,
        licence: u32,
        kind: EndKind,
    },
    OrderEnd {
        object: usize,
        licence: u32,
    },
    ConfirmEnd {
        object: usize,
        licence: u32,
    },
    Report {
        by: Party,
        object: usize,
        licence: u32,
        total: u64,
    },
    Stamp {
        object: usize,
        measure: Measure,
        organ: usize,
    },
    Confirm {
        stamp: usize,
    },
    Reject {
        stamp: usize,
    },
    EndByInstrument {
        stamp: usize,
    },
    TransferByRuling {
        stamp: usize,
    },
    Object {
        by: Party,
        object: usize,
        rights: BTreeSet<u32>,
        registrant: Party,
        facts: u8,
    },
    Notify {
        objection: usize,
    },
    Answer {
        by: Party,
        objection: usize,
        agrees: bool,
    },
    ProposeHold {
        objection: usize,
        until: Moment,
    },
    ConfirmHold {
        objection: usize,
    },
    LiftHold {
        objection: usize,
    },
    WithdrawObjection {
        by: Party,
        objection: usize,
    },
    Execute {
        objection: usize,
    },
    ProposeMotion {
        object: usize,
        motion: Motion,
        officer: Officer,
        /// Whether something proves it; an error of others is proven, a slip of its own need not be.
        proven: bool,
    },
    ExecuteMotion {
        object: usize,
        officer: Officer,
        /// Whether it is sent with the corrected description.
        text: bool,
    },
    DropMotion {
        object: usize,
    },
    FileSuccession {
        of: Party,
        event: Event,
        successors: Vec<Party>,
        effective: u64,
    },
    ConfirmSuccession {
        of: Party,
        /// By the officer who filed it.
        same: bool,
    },
    GiveUpSuccession {
        of: Party,
    },
    AssignHoldings {
        of: Party,
        /// Each holding, and the place of the successor who gets it.
        batch: Vec<(u32, u8)>,
    },
    AssignCase {
        of: Party,
        case: usize,
        successor: u8,
    },
    FinishSuccession {
        of: Party,
    },
    Secure(Securing),
}

impl Application {
    /// Whether it keeps in force what it renews.
    pub fn renews_in_time(&self) -> bool {
        matches!(self.matter, Matter::Renewal { revives: false, .. })
    }

    /// Whether it deals with what is registered, rather than asks for more.
    pub fn is_dealing(&self) -> bool {
        !matches!(self.matter, Matter::Further { .. })
    }

    /// The licence that it is about.
    pub fn licence(&self) -> Option<&Filing> {
        match &self.matter {
            Matter::Licence(filing) => Some(filing),
            _ => None,
        }
    }

    /// The licence that it grants, be it one back to who transfers.
    pub fn grants(&self) -> Option<&Filing> {
        match &self.matter {
            Matter::Transfer { back, .. } => back.as_ref(),
            _ => self.licence(),
        }
    }

    /// Who is to receive.
    pub fn receiving(&self) -> BTreeSet<Party> {
        match &self.matter {
            Matter::Transfer { to, .. } => super::state::parties(to),
            Matter::Licence(filing) => [filing.licensee].into(),
            _ => BTreeSet::new(),
        }
    }
}

impl Act {
    /// The party who acts.
    pub fn by(&self) -> Option<Party> {
        match self {
            Self::File(filed) => Some(filed.by),
            Self::Secure(act) => Some(act.by()),
            Self::Register { by, .. }
            | Self::Sign { by, .. }
            | Self::Withdraw { by, .. }
            | Self::ReportOn { by, .. }
            | Self::Acknowledge { by, .. }
            | Self::Appeal { by, .. }
            | Self::Offer { by, .. }
            | Self::SignOffer { by, .. }
            | Self::WithdrawOffer { by, .. }
            | Self::ProposeEnd { by, .. }
            | Self::SignEnd { by, .. }
            | Self::WithdrawEnd { by, .. }
            | Self::Report { by, .. }
            | Self::Object { by, .. }
            | Self::Answer { by, .. }
            | Self::WithdrawObjection { by, .. } => Some(*by),
            _ => None,
        }
    }
}
