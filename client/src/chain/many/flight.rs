//! The calls under way: queued, waiting in the pool, or in a block that is not final yet.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    time::{Duration, Instant},
};

use codec::Decode;
use sp_crypto_hashing::blake2_256;
use subxt::{
    config::DefaultExtrinsicParamsBuilder,
    events::Event,
    transactions::Payload,
    utils::{AccountId32, MultiSignature},
};
use subxt_rpcs::{client::RpcParams, rpc_params, Error as RpcError};

use super::{
    super::{
        connect::{innermost, Config},
        submit::{unbuilt, MORTAL_BLOCKS},
        Chain, ChainError, SubmitError, View,
    },
    pool::{self, Answer},
    News,
};
use crate::keys::Signer;

/// Most calls that were sent and are not final.
const UNSETTLED_MAX: usize = 1_024;

/// How long the pool may keep a call before it is taken for lost and sent anew.
const LOST_AFTER: Duration = Duration::from_secs(45);

/// How old the block may be after which calls are signed to be carried out.
const ANCHOR_AGE_MAX: Duration = Duration::from_secs(30);

/// How often in a row a call is sent anew before it is given up.
const RESENT_MAX: u32 = 8;

/// A call that was sent.
struct Sent<T, C> {
    item: T,
    call: C,
}

/// The state of a run.
pub(super) struct Run<'a, T, C> {
    pub(super) chain: &'a Chain,
    signer: &'a dyn Signer,
    /// The last final block: calls are signed for the time after it.
    anchor: View,
    /// When it was learnt.
    anchored: Instant,
    /// Calls to be sent, in their order.
    queue: VecDeque<(T, C)>,
    /// Calls that were sent, by nonce.
    sent: BTreeMap<u64, Sent<T, C>>,
    /// The nonce of each transaction that was sent, by its hash.
    nonces: HashMap<[u8; 32], u64>,
    /// The nonce of the next call.
    next: u64,
    /// The account's nonce in the best block.
    included: u64,
    /// Most calls that may wait in the pool.
    waiting_max: u64,
    /// Nothing is sent until a further block is final.
    resting: bool,
    /// When something moved.
    moved: Instant,
    resent: u32,
}

impl<'a, T, C: Payload> Run<'a, T, C> {
    /// Learns the account's nonce and how many of its calls may wait.
    pub(super) async fn begin(chain: &'a Chain, signer: &'a dyn Signer) -> Result<Self, SubmitError> {
        let anchor = chain.now().await?;
        let quota = match anchor.officer_of(signer.public()).await? {
            Some((officer, _)) => anchor.quota_of_officer(officer).await?,
            None => anchor.quota().await?,
        };
        let pending = u64::from(quota.pending);
        // Each account of a party has its part of what may wait.
        let accounts = match anchor.party_of(signer.public()).await? {
            Some(party) => anchor.accounts_of(party).await?.len() as u64,
            None => 1,
        };
        let mut run = Self {
            chain,
            signer,
            anchor,
            anchored: Instant::now(),
            queue: VecDeque::new(),
            sent: BTreeMap::new(),
            nonces: HashMap::new(),
            next: 0,
            included: 0,
            waiting_max: (pending / accounts.max(1)).max(1),
            resting: false,
            moved: Instant::now(),
            resent: 0,
        };
        run.included = run.best_nonce().await?;
        run.next = run.included;
        Ok(run)
    }

    /// Whether nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.queue.is_empty() && self.sent.is_empty()
    }

    /// Whether a further call could be sent at once.
    pub(super) fn has_room(&self) -> bool {
        self.queue.is_empty() && self.may_send()
    }

    fn may_send(&self) -> bool {
        let waiting = self.next.saturating_sub(self.included);
        !self.resting && waiting < self.waiting_max && self.sent.len() < UNSETTLED_MAX
    }

    /// Takes a call.
    pub(super) fn queue(&mut self, item: T, call: C) {
        self.queue.push_back((item, call));
    }

    /// Gives up: the calls that were sent and whose end is not known.
    pub(super) fn abandon(&mut self) -> Vec<T> {
        self.nonces.clear();
        std::mem::take(&mut self.sent)
            .into_values()
            .map(|sent| sent.item)
            .collect()
    }

    /// Sends queued calls while there is room.
    pub(super) async fn send_queued(&mut self, tell: &mut dyn FnMut(News<'_, T>)) -> Result<(), SubmitError> {
        if !self.queue.is_empty() && self.anchored.elapsed() > ANCHOR_AGE_MAX {
            let now = self.chain.now().await?;
            self.anchor_at(now);
        }
        while self.may_send() {
            let Some((item, call)) = self.queue.pop_front() else {
                return Ok(());
            };
            let nonce = self.next;
            let (answer, transaction) = match self.hand_in(&call, nonce).await {
                Ok(done) => done,
                Err(error) => {
                    // It may have arrived: its end is as unknown as that of the others.
                    self.sent.insert(nonce, Sent { item, call });
                    return Err(error);
                }
            };
            match answer {
                Answer::Taken => {
                    self.next = nonce.saturating_add(1);
                    self.nonces.insert(transaction, nonce);
                    self.sent.insert(nonce, Sent { item, call });
                }
                Answer::Refused(refusal) => tell(News::Settled(item, Err(refusal.into()))),
                Answer::Later(refusal) => {
                    tell(News::Resting(refusal));
                    self.rest(item, call);
                }
                Answer::NonceUsed => self.rest(item, call),
            }
        }
        Ok(())
    }

    /// Puts a call back until a further block is final: the pool knows this very transaction as refused.
    fn rest(&mut self, item: T, call: C) {
        self.queue.push_front((item, call));
        self.resting = true;
    }

    /// Tells what came of the calls in a final block, and signs for the time after it.
    pub(super) async fn settle(
        &mut self,
        block: View,
        tell: &mut dyn FnMut(News<'_, T>),
    ) -> Result<(), SubmitError> {
        let unread = |reason: String| ChainError::NoAnswer {
            what: format!("0x{}", hex::encode(block.hash())),
            reason,
        };
        if !self.sent.is_empty() {
            let body = block.at.extrinsics();
            let body = body.fetch().await.map_err(|error| unread(innermost(&error)))?;
            let mut found = Vec::new();
            for (place, extrinsic) in (0u32..).zip(body.iter()) {
                let extrinsic = extrinsic.map_err(|error| unread(innermost(&error)))?;
                let transaction = extrinsic.hash().0;
                if let Some(nonce) = self.nonces.remove(&transaction) {
                    found.push((nonce, place, transaction));
                }
            }
            if !found.is_empty() {
                let events = block.at.events();
                let events = events.fetch().await.map_err(|error| unread(innermost(&error)))?;
                let events: Vec<Event<'_, Config>> = events
                    .iter()
                    .collect::<Result<_, _>>()
                    .map_err(|error| unread(innermost(&error)))?;
                for (nonce, place, transaction) in found {
                    if let Some(sent) = self.sent.remove(&nonce) {
                        let result = block.judged(&events, place, transaction);
                        tell(News::Settled(sent.item, result));
                    }
                }
                self.moved();
            }
        }
        self.anchor_at(block);
        self.resting = false;
        self.take_back_overtaken().await
    }

    fn anchor_at(&mut self, block: View) {
        if block.number() > self.anchor.number() {
            self.anchor = block;
        }
        self.anchored = Instant::now();
    }

    /// Queues anew what another transaction of this key overtook: its nonce is used in a final block.
    async fn take_back_overtaken(&mut self) -> Result<(), SubmitError> {
        if self.sent.is_empty() {
            return Ok(());
        }
        let account = AccountId32(self.signer.public());
        let transactions = self.anchor.at.transactions();
        let settled = transactions
            .account_nonce(&account)
            .await
            .map_err(|error| unbuilt(&error, self.anchor.runtime_version()))?;
        let open = self.sent.split_off(&settled);
        for (_, overtaken) in std::mem::replace(&mut self.sent, open).into_iter().rev() {
            self.queue.push_front((overtaken.item, overtaken.call));
        }
        Ok(())
    }

    /// Learns how far the account's calls have come, and sends anew what the pool seems to have lost.
    pub(super) async fn look_at_pool(&mut self) -> Result<(), SubmitError> {
        let included = self.best_nonce().await?;
        if included != self.included {
            self.included = included;
            self.moved();
        }
        if self.sent.is_empty() {
            self.next = self.included;
            self.moved();
        }
        // Another transaction of this key came in between.
        self.next = self.next.max(self.included);
        if self.moved.elapsed() > LOST_AFTER {
            self.send_anew().await?;
        }
        Ok(())
    }

    /// Signs the next call that a block could hold for a later time, and sends it again under its nonce.
    async fn send_anew(&mut self) -> Result<(), SubmitError> {
        let nonce = self.included;
        self.resent = self.resent.saturating_add(1);
        self.moved = Instant::now();
        if self.resent > RESENT_MAX {
            let reason = format!("{} s", LOST_AFTER.as_secs() * u64::from(RESENT_MAX));
            return Err(ChainError::EndUnknown { reason }.into());
        }
        // It is in a block that is not final yet; nothing was lost.
        let Some(lost) = self.sent.remove(&nonce) else {
            return Ok(());
        };
        let answer = self.hand_in(&lost.call, nonce).await;
        self.sent.insert(nonce, lost);
        let (_, transaction) = answer?;
        self.nonces.insert(transaction, nonce);
        Ok(())
    }

    fn moved(&mut self) {
        self.moved = Instant::now();
        self.resent = 0;
    }

    /// Signs a call and hands it to the pool.
    async fn hand_in(&self, call: &C, nonce: u64) -> Result<(Answer, [u8; 32]), SubmitError> {
        let bytes = self.signed(call, nonce)?;
        let text = format!("0x{}", hex::encode(&bytes));
        let answer = match self
            .ask::<String>("author_submitExtrinsic", rpc_params![text])
            .await
        {
            Ok(_) => Answer::Taken,
            Err(RpcError::User(error)) => pool::read(&error)?,
            Err(error) => return Err(self.lost(&error).into()),
        };
        Ok((answer, blake2_256(&bytes)))
    }

    fn signed(&self, call: &C, nonce: u64) -> Result<Vec<u8>, SubmitError> {
        let version = self.anchor.runtime_version();
        let built = |error| unbuilt(&error, version);
        let account = AccountId32(self.signer.public());
        let parameters = DefaultExtrinsicParamsBuilder::<Config>::new()
            .mortal_from_unchecked(
                MORTAL_BLOCKS,
                u64::from(self.anchor.number()),
                self.anchor.hash().into(),
            )
            .nonce(nonce)
            .build();
        let transactions = self.anchor.at.transactions();
        let mut signable = transactions
            .create_signable_offline(call, parameters)
            .map_err(built)?;
        let payload = signable.signer_payload().map_err(built)?;
        let signature = MultiSignature::Ed25519(self.signer.sign(&payload)?);
        let transaction = signable
            .sign_with_account_and_signature(&account, &signature)
            .map_err(built)?;
        Ok(transaction.into_encoded())
    }

    /// The account's nonce in the best block.
    async fn best_nonce(&self) -> Result<u64, SubmitError> {
        let what = "AccountNonceApi_account_nonce";
        let account = format!("0x{}", hex::encode(self.signer.public()));
        let answer: String = self
            .ask("state_call", rpc_params![what, account])
            .await
            .map_err(|error| self.lost(&error))?;
        hex::decode(answer.trim_start_matches("0x"))
            .ok()
            .and_then(|bytes| u32::decode(&mut &*bytes).ok())
            .map(u64::from)
            .ok_or_else(|| {
                ChainError::NoAnswer {
                    what: what.into(),
                    reason: answer,
                }
                .into()
            })
    }

    async fn ask<R: serde::de::DeserializeOwned>(
        &self,
        method: &str,
        parameters: RpcParams,
    ) -> Result<R, RpcError> {
        self.chain.rpc().request(method, parameters).await
    }

    fn lost(&self, error: &RpcError) -> ChainError {
        ChainError::Unreachable {
            node: self.chain.node().to_owned(),
            reason: innermost(error),
        }
    }
}
