//! What one side enters alone.

use clap::Args;
use quanji_client::chain::{api, Static};
use quanji_primitives::{
    certificate_number::ExternalNumber,
    clock::{Day, Moment},
    collateral::{Statutory, StatutoryRegister},
    DeedId, RightId,
};

use super::{
    super::{
        capacity::{simple_as, Capacity},
        clock::moment,
        context::Context,
        node::{coded, digest},
        CommandResult,
    },
    given::of_one_object,
    propose::Which,
    subject,
};

/// Arguments of `pledge release`.
#[derive(Debug, Args)]
pub struct Release {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// Only these rights, of one object [default: all]: R1-1-2-T
    #[arg(value_name = "RIGHT")]
    rights: Vec<RightId>,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge statutory`.
#[derive(Debug, Args)]
pub struct Record {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// Its number in the register
    #[arg(long, value_name = "NUMBER")]
    number: ExternalNumber,
    /// When it was registered there: 2026-12-18T15:30
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Moment,
    /// The register: movable-finance (中登网), data-intellectual-property or other
    #[arg(long, value_name = "REGISTER", default_value = "movable-finance", value_parser = coded::<StatutoryRegister>)]
    register: StatutoryRegister,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge demand`.
#[derive(Debug, Args)]
pub struct Demand {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// The demand, with the proof of payment: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    demand: String,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

/// Arguments of `pledge default`.
#[derive(Debug, Args)]
pub struct Default {
    /// The pledge: D1-7-N
    pledge: DeedId,
    /// The day on which the notice was given: 2027-01-10
    #[arg(long, value_name = "DATE")]
    given_on: Day,
    /// The notice: a file, whose SHA-256 is recorded, or a digest
    #[arg(long, value_name = "FILE|DIGEST")]
    notice: String,
    /// In which capacity
    #[command(flatten)]
    capacity: Capacity,
}

pub fn release(context: &Context, given: &Release) -> CommandResult {
    let part = match given.rights.as_slice() {
        [] => None,
        rights => Some(of_one_object(rights)?),
    };
    let part = part.map(|(object, rights)| (Static(object), Static(rights)));
    let call = |capacity| {
        api::transactions()
            .encumbrances()
            .release(capacity, Static(given.pledge), part)
    };
    let what = context.language.pick("质押已解除", "pledge released");
    simple_as(context, &given.capacity, call, what, &[subject(given.pledge)])
}

pub fn give_up(context: &Context, given: &Which) -> CommandResult {
    let call = |capacity| {
        api::transactions()
            .encumbrances()
            .give_up_reservation(capacity, Static(given.deed))
    };
    let what = context.language.pick("顺位预留已放弃", "reservation given up");
    simple_as(context, &given.capacity, call, what, &[subject(given.deed)])
}

pub fn record(context: &Context, given: &Record) -> CommandResult {
    let statutory = Statutory {
        register: given.register,
        number: given.number,
        registered_at: given.at,
    };
    let call = |capacity| {
        let calls = api::transactions().encumbrances();
        calls.record_statutory(capacity, Static(given.pledge), Static(statutory))
    };
    let what = context
        .language
        .pick("法定登记编号已记载", "statutory registration recorded");
    simple_as(context, &given.capacity, call, what, &[subject(given.pledge)])
}

pub fn demand(context: &Context, given: &Demand) -> CommandResult {
    let document = digest(context, &given.demand)?;
    let call = |capacity| {
        let calls = api::transactions().encumbrances();
        calls.demand_release(capacity, Static(given.pledge), Static(document))
    };
    let what = context.language.pick("已要求解除质押", "release demanded");
    simple_as(context, &given.capacity, call, what, &[subject(given.pledge)])
}

pub fn default(context: &Context, given: &Default) -> CommandResult {
    let document = digest(context, &given.notice)?;
    let call = |capacity| {
        let calls = api::transactions().encumbrances();
        calls.give_default_notice(
            capacity,
            Static(given.pledge),
            Static(given.given_on),
            Static(document),
        )
    };
    let what = context.language.pick("违约通知已记载", "default notice recorded");
    simple_as(context, &given.capacity, call, what, &[subject(given.pledge)])
}
