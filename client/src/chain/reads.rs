//! What the register answers, in the domain's types.

use quanji_primitives::{
    authority::Officer,
    case::{Case, Status},
    certificate_number::CertificateNumber,
    clock::Moment,
    filing::FirstRegistration,
    object::Fingerprint,
    person::Person,
    regime::Regime,
    v1::{AuthorityRecord, CertificateRecord, CredentialKey, ObjectRecord, PartyRecord, RightRecord},
    AuthorityId, CaseId, Digest, ObjectId, OfficerId, PartyId,
};
use subxt::{
    error::StorageError,
    utils::{AccountId32, Static},
};

use super::{api, connect::innermost, ChainError, Refusal, SubmitError, View};

/// An account.
pub type Account = [u8; 32];

/// The whole title of an object at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Register time of the answer.
    pub now: Moment,
    /// The object.
    pub object: ObjectId,
    /// Its record.
    pub record: ObjectRecord,
    /// Its rights, in the order of their numbers.
    pub rights: Vec<RightRecord>,
    /// Its certificates, in the order of their numbers.
    pub certificates: Vec<CertificateRecord>,
    /// Its fingerprints.
    pub fingerprints: Vec<Fingerprint>,
}

/// A running recovery of a party's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// The account that is lost or stolen.
    pub lost: Account,
    /// The account to take its place.
    pub replacement: Account,
    /// The registrar who proposed it.
    pub proposed_by: OfficerId,
    /// When it was proposed.
    pub proposed_at: Moment,
    /// From when it may be completed; nothing until it is confirmed.
    pub ready_at: Option<Moment>,
}

/// The quota of a sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Most execution time used at once, in picoseconds of weight.
    pub weight: u64,
    /// Most bytes of transactions used at once.
    pub bytes: u32,
    /// Blocks in which a wholly used quota recovers.
    pub recovery_blocks: u32,
    /// Most transactions of one sender that wait in the pool.
    pub pending: u32,
}

fn bare<T>(all: Vec<Static<T>>) -> Vec<T> {
    all.into_iter().map(|one| one.0).collect()
}

fn bare_pairs<A, B>(all: Vec<(Static<A>, Static<B>)>) -> Vec<(A, B)> {
    all.into_iter()
        .map(|(first, second)| (first.0, second.0))
        .collect()
}

impl View {
    fn unread(&self, what: &str, error: &StorageError) -> ChainError {
        match error {
            StorageError::IncompatibleCodegen => ChainError::OtherVersion {
                version: self.runtime_version(),
            },
            other => ChainError::NoAnswer {
                what: what.to_owned(),
                reason: innermost(other),
            },
        }
    }

    /// Register time.
    pub async fn register_time(&self) -> Result<Moment, ChainError> {
        Ok(self.ask(api::view_functions().rules().now()).await?.0)
    }

    /// A regime version that judges new cases of a registration system now.
    pub async fn current_regime(&self, system: u16) -> Result<Option<Regime>, ChainError> {
        let regime = self
            .ask(api::view_functions().rules().current_regime(system))
            .await?;
        Ok(regime.map(|regime| regime.0))
    }

    /// A regime version.
    pub async fn regime(
        &self,
        id: quanji_primitives::regime::RegimeId,
    ) -> Result<Option<Regime>, ChainError> {
        let regime = self.ask(api::view_functions().rules().regime(Static(id))).await?;
        Ok(regime.map(|regime| regime.0))
    }

    /// A case in state.
    pub async fn case(&self, case: CaseId) -> Result<Option<Case>, ChainError> {
        let found = self
            .ask(api::view_functions().registry().case(Static(case)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// What is true of a case now.
    pub async fn case_status(&self, case: CaseId) -> Result<Option<Status>, ChainError> {
        let found = self
            .ask(api::view_functions().registry().case_status(Static(case)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// All cases in state, with their identifiers, in rising order.
    pub async fn cases(&self) -> Result<Vec<(CaseId, Case)>, ChainError> {
        let storage = self.at.storage();
        let unread = |error: StorageError| self.unread("cases", &error);
        let mut rows = storage
            .iter(api::storage().registry().cases(), ())
            .await
            .map_err(unread)?;
        let mut cases = Vec::new();
        while let Some(row) = rows.next().await {
            let row = row.map_err(unread)?;
            let undecoded = |reason: String| ChainError::NoAnswer {
                what: "cases".into(),
                reason,
            };
            let key = row
                .key()
                .and_then(|key| key.decode())
                .map_err(|error| undecoded(innermost(&error)))?;
            let value = row
                .value()
                .decode()
                .map_err(|error| undecoded(innermost(&error)))?;
            cases.push((key.0 .0, value.0));
        }
        cases.sort_by_key(|(case, _)| *case);
        Ok(cases)
    }

    /// Whether a party could file an application now, or the refusal it would get.
    pub async fn can_file(&self, party: PartyId, filing: &FirstRegistration) -> Result<(), SubmitError> {
        use api::runtime_types::sp_runtime::DispatchError;
        let question = api::view_functions()
            .registry()
            .can_file(Static(party), Static(filing.clone()));
        match self.ask(question).await? {
            Ok(()) => Ok(()),
            Err(DispatchError::Module(module)) => {
                let metadata = self.at.metadata();
                let pallet = metadata.pallet_by_error_index(module.index);
                let variant = pallet
                    .as_ref()
                    .and_then(|pallet| pallet.error_variant_by_index(module.error[0]));
                Err(match (pallet, variant) {
                    (Some(pallet), Some(variant)) => {
                        Refusal::of_pallet(pallet.name(), &variant.name, &variant.docs).into()
                    }
                    _ => Refusal::unnamed(&format!("{module:?}")).into(),
                })
            }
            Err(other) => Err(Refusal::unnamed(&format!("{other:?}")).into()),
        }
    }

    /// The whole title of an object.
    pub async fn title(&self, object: ObjectId) -> Result<Option<Title>, ChainError> {
        let found = self
            .ask(api::view_functions().registry().title(Static(object)))
            .await?;
        Ok(found.map(|title| Title {
            now: title.now.0,
            object: title.object.0,
            record: title.record.0,
            rights: bare(title.rights),
            certificates: bare(title.certificates),
            fingerprints: bare(title.fingerprints),
        }))
    }

    /// Object and certificate by certificate number.
    pub async fn certificate_by_number(
        &self,
        number: CertificateNumber,
    ) -> Result<Option<(ObjectId, CertificateRecord)>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .registry()
                    .certificate_by_number(Static(number)),
            )
            .await?;
        Ok(found.map(|(object, certificate)| (object.0, certificate.0)))
    }

    /// A party's certificates from a number on, at most 100.
    pub async fn holdings(
        &self,
        party: PartyId,
        from: u32,
    ) -> Result<Vec<(ObjectId, CertificateRecord)>, ChainError> {
        Ok(bare_pairs(
            self.ask(api::view_functions().registry().holdings(Static(party), from))
                .await?,
        ))
    }

    /// The first object with a fingerprint.
    pub async fn object_by_fingerprint(&self, digest: Digest) -> Result<Option<ObjectId>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .registry()
                    .object_by_fingerprint(Static(digest)),
            )
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// A party.
    pub async fn party(&self, party: PartyId) -> Result<Option<PartyRecord>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().party(Static(party)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The party to which an account is bound.
    pub async fn party_of(&self, account: Account) -> Result<Option<PartyId>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().party_of(AccountId32(account)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The party that a person is.
    pub async fn party_by_person(&self, person: Person) -> Result<Option<PartyId>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().party_by_person(Static(person)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// The accounts of a party.
    pub async fn accounts_of(&self, party: PartyId) -> Result<Vec<Account>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().accounts_of(Static(party)))
            .await?;
        Ok(found.into_iter().map(|account| account.0).collect())
    }

    /// The running recovery of a party's account.
    pub async fn recovery(&self, party: PartyId) -> Result<Option<Recovery>, ChainError> {
        let found = self
            .ask(api::view_functions().parties().recovery(Static(party)))
            .await?;
        Ok(found.map(|found| Recovery {
            lost: found.lost.0,
            replacement: found.replacement.0,
            proposed_by: found.proposed_by.0,
            proposed_at: found.proposed_at.0,
            ready_at: found.confirmed.map(|confirmed| confirmed.ready_at.0),
        }))
    }

    /// An authority.
    pub async fn authority(&self, authority: AuthorityId) -> Result<Option<AuthorityRecord>, ChainError> {
        let found = self
            .ask(api::view_functions().authorities().authority(Static(authority)))
            .await?;
        Ok(found.map(|found| found.0))
    }

    /// All authorities of the directory, suspended ones included.
    pub async fn authorities(&self) -> Result<Vec<(AuthorityId, AuthorityRecord)>, ChainError> {
        let mut all = Vec::new();
        // Identifiers are dense from 1.
        for number in 1..=u16::MAX {
            let id = AuthorityId(number);
            let Some(record) = self.authority(id).await? else {
                break;
            };
            all.push((id, record));
        }
        Ok(all)
    }

    /// The officers of an authority, former ones included.
    pub async fn officers(&self, authority: AuthorityId) -> Result<Vec<(OfficerId, Officer)>, ChainError> {
        let mut all: Vec<(OfficerId, Officer)> = Vec::new();
        loop {
            let from = u32::try_from(all.len()).unwrap_or(u32::MAX).saturating_add(1);
            let next = bare_pairs(
                self.ask(
                    api::view_functions()
                        .authorities()
                        .officers(Static(authority), from),
                )
                .await?,
            );
            if next.is_empty() {
                return Ok(all);
            }
            all.extend(next);
        }
    }

    /// An officer in office, by account.
    pub async fn officer_of(&self, account: Account) -> Result<Option<(OfficerId, Officer)>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .authorities()
                    .officer_of(AccountId32(account)),
            )
            .await?;
        Ok(found.map(|(id, officer)| (id.0, officer.0)))
    }

    /// The credential key of an authority that may sign at a moment, with its number.
    pub async fn credential_key(
        &self,
        authority: AuthorityId,
        at: Moment,
    ) -> Result<Option<(u32, CredentialKey)>, ChainError> {
        let question = api::view_functions()
            .authorities()
            .credential_key(Static(authority), Static(at));
        Ok(self.ask(question).await?.map(|(number, key)| (number, key.0)))
    }

    /// The approved validators by authority.
    pub async fn validators(&self) -> Result<Vec<(AuthorityId, Account)>, ChainError> {
        let found = self.ask(api::view_functions().authorities().validators()).await?;
        Ok(found
            .into_iter()
            .map(|(authority, account)| (authority.0, account.0))
            .collect())
    }

    /// The quota of every sender.
    pub async fn quota(&self) -> Result<Quota, ChainError> {
        let found = self.ask(api::view_functions().admission().quota()).await?;
        Ok(Quota {
            weight: found.weight,
            bytes: found.bytes,
            recovery_blocks: found.recovery_blocks,
            pending: found.pending,
        })
    }
}
