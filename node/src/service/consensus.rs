//! Authorship of blocks (Aura) and finality (GRANDPA).

use super::parts::{BlockImport, FullClient, FullPool, GrandpaLink, SelectChain};
use quanji_runtime::opaque::Block;
use sc_basic_authorship::ProposerFactory;
use sc_consensus_aura::{SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{
    GrandpaParams, SharedVoterState, ThreeQuartersOfTheUnfinalizedChain, VotingRulesBuilder,
};
use sc_network::{
    config::{ProtocolName, Role},
    service::traits::{NetworkService, NotificationService},
};
use sc_network_sync::SyncingService;
use sc_service::{config::PrometheusConfig, Configuration, Error, KeystoreContainer, TaskManager};
use sc_telemetry::{Telemetry, TelemetryHandle};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::SlotDuration;
use sp_keystore::KeystorePtr;
use std::{sync::Arc, time::Duration};

/// Keys that sign blocks.
pub use sp_consensus_aura::ed25519::AuthorityPair as AuraPair;

/// Blocks between stored justifications: a proof of finality needs at most so many headers.
pub const JUSTIFICATION_PERIOD: u32 = 8;

/// Time in which a finality vote should cross the network.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// Part of a slot that may go into building a block; the rest is for sending it.
const PROPOSAL_PORTION: f32 = 2.0 / 3.0;

/// Slot and time of a block, as its author claims them and every other validator checks them.
pub type Inherents = (
    sp_consensus_aura::inherents::InherentDataProvider,
    sp_timestamp::InherentDataProvider,
);

/// Slot and time by the clock of this machine.
pub fn inherents(slot_duration: SlotDuration) -> Inherents {
    let timestamp = sp_timestamp::InherentDataProvider::from_system_time();
    let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
        *timestamp,
        slot_duration,
    );
    (slot, timestamp)
}

/// What the operator said about consensus, and the keys.
pub struct Consensus {
    role: Role,
    name: String,
    force_authoring: bool,
    vote: bool,
    keystore: KeystorePtr,
    prometheus: Option<PrometheusConfig>,
    telemetry: Option<TelemetryHandle>,
}

/// What the finality voter works with.
pub struct Voting {
    /// Where voting continues from.
    pub link: GrandpaLink,
    /// The network.
    pub network: Arc<dyn NetworkService>,
    /// Synchronisation with other nodes.
    pub sync: Arc<SyncingService<Block>>,
    /// Votes from other nodes.
    pub notifications: Box<dyn NotificationService>,
    /// Name of the voting protocol of this chain.
    pub protocol_name: ProtocolName,
    /// State of the voter, for the RPC server.
    pub voter_state: SharedVoterState,
}

impl Consensus {
    /// Takes from the configuration what concerns consensus.
    pub fn new(config: &Configuration, keystore: &KeystoreContainer, telemetry: Option<&Telemetry>) -> Self {
        Self {
            role: config.role,
            name: config.network.node_name.clone(),
            force_authoring: config.force_authoring,
            vote: !config.disable_grandpa,
            keystore: keystore.keystore(),
            prometheus: config.prometheus_config.clone(),
            telemetry: telemetry.map(Telemetry::handle),
        }
    }

    /// Authors a block in each slot of this validator. Does nothing on a node that is no validator.
    pub fn author(
        &self,
        task_manager: &TaskManager,
        client: Arc<FullClient>,
        select_chain: SelectChain,
        block_import: BlockImport,
        pool: Arc<FullPool>,
        sync: Arc<SyncingService<Block>>,
    ) -> Result<(), Error> {
        if !self.role.is_authority() {
            return Ok(());
        }
        let proposer_factory = ProposerFactory::new(
            task_manager.spawn_handle(),
            client.clone(),
            pool,
            self.prometheus.as_ref().map(|config| &config.registry),
            self.telemetry.clone(),
        );
        let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
        let aura =
            sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
                slot_duration,
                client,
                select_chain,
                block_import,
                proposer_factory,
                sync_oracle: sync.clone(),
                justification_sync_link: sync,
                create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
                force_authoring: self.force_authoring,
                backoff_authoring_blocks: None::<()>,
                keystore: self.keystore.clone(),
                block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
                max_block_proposal_slot_portion: None,
                telemetry: self.telemetry.clone(),
                compatibility_mode: Default::default(),
            })?;
        task_manager
            .spawn_essential_handle()
            .spawn_blocking("aura", Some("block-authoring"), aura);
        Ok(())
    }

    /// Follows the votes on finality, and votes where this node holds the key of a validator.
    pub fn finalise(
        self,
        task_manager: &TaskManager,
        voting: Voting,
        pool: Arc<FullPool>,
    ) -> Result<(), Error> {
        if !self.vote {
            return Ok(());
        }
        let config = sc_consensus_grandpa::Config {
            gossip_duration: GOSSIP_DURATION,
            justification_generation_period: JUSTIFICATION_PERIOD,
            observer_enabled: false,
            local_role: self.role,
            name: Some(self.name),
            keystore: self.role.is_authority().then_some(self.keystore),
            telemetry: self.telemetry.clone(),
            protocol_name: voting.protocol_name,
        };
        let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
            config,
            link: voting.link,
            network: voting.network,
            sync: voting.sync,
            notification_service: voting.notifications,
            // Without the SDK's habit of staying two blocks behind the best one: validators are few and known,
            // forks are rare, and an applicant waits for finality.
            voting_rule: VotingRulesBuilder::new()
                .add(ThreeQuartersOfTheUnfinalizedChain)
                .build(),
            prometheus_registry: self.prometheus.map(|config| config.registry),
            shared_voter_state: voting.voter_state,
            telemetry: self.telemetry,
            offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(pool),
        })?;
        task_manager
            .spawn_essential_handle()
            .spawn_blocking("grandpa-voter", None, voter);
        Ok(())
    }
}
