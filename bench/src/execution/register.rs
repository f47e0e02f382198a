//! The register on a chain of the `development` preset: signed transactions of the persons of the preset.

use super::{engine::Engine, ledger::Ledger};
use crate::{
    acts::{account, Desk},
    genesis,
};
use anyhow::{anyhow, Context};
use codec::Encode;
use pallet_admission::{AdmitSender, Limits};
use quanji_primitives::clock::{Day, Moment};
use quanji_runtime::{
    AccountId, RuntimeCall, Signature, SignedPayload, TxExtension, UncheckedExtrinsic, SLOT_DURATION, VERSION,
};
use sp_core::{ed25519, Pair};
use sp_runtime::generic::Era;
use std::collections::BTreeMap;

/// A quota that nobody uses up: how many transactions a party may send is not what is measured.
const QUOTA: Limits = Limits {
    weight: u64::MAX / 8,
    bytes: u32::MAX / 8,
    recovery_blocks: 1,
    pending: 1 << 16,
};

/// A person with its key and the number of its next transaction.
struct Sender {
    account: AccountId,
    key: ed25519::Pair,
    nonce: u32,
}

/// The chain, and what its blocks cost.
pub struct Register {
    engine: Engine,
    senders: BTreeMap<String, Sender>,
    time: u64,
    per_block: usize,
    /// What each act cost so far.
    pub ledger: Ledger,
}

impl Register {
    /// A chain with the parties and officers of the preset, `per_block` transactions in each block.
    pub fn new(ledger: Ledger, per_block: u32, repeats: u32) -> anyhow::Result<Self> {
        let start = Day::from_date(2026, 11, 2).context("the calendar has no such day")?;
        let mut register = Self {
            engine: Engine::new(genesis::runtime_code()?, genesis::development()?, repeats)?,
            senders: BTreeMap::new(),
            time: start.start().0,
            per_block: per_block as usize,
            ledger,
        };
        let quota = pallet_admission::Call::set_quota { limits: QUOTA };
        register.block("//Department", vec![quota.into()])?;
        Ok(register)
    }

    fn block(&mut self, who: &str, calls: Vec<RuntimeCall>) -> anyhow::Result<super::engine::Cost> {
        self.time = self.time.saturating_add(SLOT_DURATION);
        let now = pallet_timestamp::Call::set { now: self.time };
        let mut transactions = vec![UncheckedExtrinsic::new_bare(now.into()).encode()];
        for call in calls {
            transactions.push(self.signed(who, call)?);
        }
        self.engine.block(self.time, &transactions)
    }

    fn sender(&mut self, path: &str) -> anyhow::Result<&mut Sender> {
        if !self.senders.contains_key(path) {
            let sender = Sender {
                account: account(path)?,
                key: ed25519::Pair::from_string(path, None)
                    .map_err(|error| anyhow!("cannot derive {path}: {error:?}"))?,
                nonce: 0,
            };
            self.senders.insert(path.to_owned(), sender);
        }
        self.senders.get_mut(path).context("a sender was put there")
    }

    fn signed(&mut self, who: &str, call: RuntimeCall) -> anyhow::Result<Vec<u8>> {
        let genesis = self.engine.genesis();
        let sender = self.sender(who)?;
        let extension: TxExtension = (
            frame_system::CheckNonZeroSender::new(),
            frame_system::CheckSpecVersion::new(),
            frame_system::CheckTxVersion::new(),
            frame_system::CheckGenesis::new(),
            frame_system::CheckMortality::from(Era::Immortal),
            AdmitSender(sender.nonce),
            frame_metadata_hash_extension::CheckMetadataHash::new(false),
            frame_system::CheckWeight::new(),
            frame_system::WeightReclaim::new(),
        );
        sender.nonce = sender.nonce.saturating_add(1);
        let (spec, transaction) = (VERSION.spec_version, VERSION.transaction_version);
        let implicit = ((), spec, transaction, genesis, genesis, (), None, (), ());
        let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
        let signature = Signature::from(payload.using_encoded(|bytes| sender.key.sign(bytes)));
        let from = sender.account.clone().into();
        Ok(UncheckedExtrinsic::new_signed(call, from, signature, extension).encode())
    }
}

impl Desk for Register {
    fn each(&mut self, act: &str, who: &str, calls: Vec<RuntimeCall>) -> anyhow::Result<()> {
        for calls in calls.chunks(self.per_block) {
            let empty = self.block(who, Vec::new())?;
            let count = u32::try_from(calls.len())?;
            let cost = self.block(who, calls.to_vec()).with_context(|| act.to_owned())?;
            self.ledger.add(act, count, &cost, &empty);
        }
        Ok(())
    }

    fn ask<R>(&self, question: impl FnOnce() -> R) -> anyhow::Result<R> {
        self.engine.ask(question)
    }

    fn now(&self) -> Moment {
        Moment(self.time)
    }

    fn wait(&mut self, milliseconds: u64) {
        self.time = self.time.saturating_add(milliseconds);
    }
}
