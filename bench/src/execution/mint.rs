//! The runtime that mints NFTs, with the SDK's own pallet.

use super::{engine::Engine, ledger::Ledger};
use anyhow::{anyhow, Context};
use codec::Encode;
use pallet_nfts::{CollectionConfig, CollectionSettings, MintSettings};
use quanji_bench_mint::{genesis, AccountId, RuntimeCall, SignedPayload, TxExtension, UncheckedExtrinsic};
use quanji_bench_mint::{VERSION, WASM_BINARY};
use quanji_runtime::SLOT_DURATION;
use sp_core::{ed25519, Pair};
use sp_runtime::generic::Era;

/// What the signature, the checks of a transaction and its place in a block cost, before anything is done.
pub const NOTHING: &str = "NFT: a transaction that does nothing";
/// What a mint without metadata is called.
pub const BARE: &str = "NFT: mint";
/// What a mint with 4 KiB of metadata is called: one transaction, as cheap as it can be.
pub const WITH_METADATA: &str = "NFT: mint and set_metadata of 4 KiB in one batch";
/// What metadata costs in a transaction of its own, after the mint.
pub const METADATA: &str = "NFT: set_metadata of 4 KiB";

const METADATA_BYTES: usize = 4 * 1024;

const COLLECTION: u32 = 0;

/// A chain that mints, for one owner.
pub struct Mint {
    engine: Engine,
    owner: ed25519::Pair,
    nonce: u32,
    items: u32,
    time: u64,
}

impl Mint {
    /// A chain with an empty collection.
    pub fn new(repeats: u32) -> anyhow::Result<Self> {
        let code = WASM_BINARY.context(
            "this program was built without the mint's runtime: build it again with QUANJI_BUILD_MINT=1",
        )?;
        let owner = ed25519::Pair::from_string("//Enterprise", None)
            .map_err(|error| anyhow!("cannot derive a key: {error:?}"))?;
        let storage = genesis(account(&owner)).map_err(|error| anyhow!("no genesis state: {error}"))?;
        let mut mint = Self {
            engine: Engine::new(code, storage, repeats)?,
            owner,
            nonce: 0,
            items: 0,
            time: 0,
        };
        let config = CollectionConfig {
            settings: CollectionSettings::all_enabled(),
            max_supply: None,
            mint_settings: MintSettings::default(),
        };
        let admin = account(&mint.owner).into();
        mint.block(vec![pallet_nfts::Call::create { admin, config }.into()])?;
        Ok(mint)
    }

    /// Mints `count` items in a block of each kind.
    pub fn measure(&mut self, ledger: &mut Ledger, count: u32) -> anyhow::Result<()> {
        let empty = self.block(Vec::new())?;
        let nothing = frame_system::Call::remark { remark: Vec::new() };
        let nothing = vec![RuntimeCall::from(nothing); count as usize];
        ledger.add(NOTHING, count, &self.block(nothing)?, &empty);
        let first = self.items;
        let bare = (first..)
            .take(count as usize)
            .map(|item| self.mint(item))
            .collect();
        ledger.add(BARE, count, &self.block(bare)?, &empty);
        let set = (first..)
            .take(count as usize)
            .map(set_metadata)
            .collect::<anyhow::Result<_>>()?;
        ledger.add(METADATA, count, &self.block(set)?, &empty);
        let first = first.saturating_add(count);
        let both = |item| -> anyhow::Result<RuntimeCall> {
            let calls = vec![self.mint(item), set_metadata(item)?];
            Ok(pallet_utility::Call::batch_all { calls }.into())
        };
        let both = (first..)
            .take(count as usize)
            .map(both)
            .collect::<anyhow::Result<_>>()?;
        ledger.add(WITH_METADATA, count, &self.block(both)?, &empty);
        self.items = first.saturating_add(count);
        Ok(())
    }

    fn mint(&self, item: u32) -> RuntimeCall {
        let mint = pallet_nfts::Call::mint {
            collection: COLLECTION,
            item,
            mint_to: account(&self.owner).into(),
            witness_data: None,
        };
        mint.into()
    }

    fn block(&mut self, calls: Vec<RuntimeCall>) -> anyhow::Result<super::engine::Cost> {
        self.time = self.time.saturating_add(SLOT_DURATION);
        let transactions: Vec<_> = calls.into_iter().map(|call| self.signed(call)).collect();
        self.engine.block(self.time, &transactions)
    }

    fn signed(&mut self, call: RuntimeCall) -> Vec<u8> {
        let genesis = self.engine.genesis();
        let extension: TxExtension = (
            frame_system::CheckNonZeroSender::new(),
            frame_system::CheckSpecVersion::new(),
            frame_system::CheckTxVersion::new(),
            frame_system::CheckGenesis::new(),
            frame_system::CheckMortality::from(Era::Immortal),
            frame_system::CheckNonce::from(self.nonce),
            frame_system::CheckWeight::new(),
            frame_system::WeightReclaim::new(),
        );
        self.nonce = self.nonce.saturating_add(1);
        let (spec, transaction) = (VERSION.spec_version, VERSION.transaction_version);
        let implicit = ((), spec, transaction, genesis, genesis, (), (), ());
        let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
        let signature = payload.using_encoded(|bytes| self.owner.sign(bytes));
        let sender = account(&self.owner).into();
        UncheckedExtrinsic::new_signed(call, sender, signature.into(), extension).encode()
    }
}

fn account(owner: &ed25519::Pair) -> AccountId {
    AccountId::new(owner.public().0)
}

/// Metadata that differs for each item.
fn set_metadata(item: u32) -> anyhow::Result<RuntimeCall> {
    let seed = sp_io::hashing::blake2_256(&item.to_le_bytes());
    let data: Vec<u8> = seed.into_iter().cycle().take(METADATA_BYTES).collect();
    let data = data.try_into().map_err(|_| anyhow!("the metadata is too long"))?;
    let set = pallet_nfts::Call::set_metadata {
        collection: COLLECTION,
        item,
        data,
    };
    Ok(set.into())
}
