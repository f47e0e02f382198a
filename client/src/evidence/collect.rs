//! Makes an evidence package from an archive node.

use std::time::{Duration, Instant};

use quanji_primitives::{storage_keys, v1::CertificateRecord};
use quanji_verifier::{
    credential, errors::CredentialError, integrity::IssuerKey, verify, Checkpoint, EvidencePackage, Request,
    Title, TrustAnchor, Verdict, H256,
};

use super::{
    beginning::Beginning,
    error::EvidenceError,
    finality::{self, Final},
    node::Node,
    title::{self, Name, Place, Proven},
};
use crate::keys::Signer;

/// Between two looks at the chain.
const PAUSE: Duration = Duration::from_millis(500);

/// What to collect, and who signs.
pub struct Order<'a> {
    /// Which certificate.
    pub name: Name,
    /// The authority's credential key.
    pub signer: &'a dyn Signer,
    /// The checkpoint at which the proof begins; nothing where it begins at the genesis block.
    pub from: Option<&'a Checkpoint>,
    /// How long to wait for a block that proves it.
    pub wait: Duration,
    /// Told what is being waited for or done.
    pub progress: &'a dyn Fn(Step),
}

/// What the collector is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Waiting for a finalised block with a justification that holds the certificate.
    Waiting {
        /// The last block with a justification.
        justified: Option<u32>,
    },
    /// Reading the proof at a block.
    Proving {
        /// The block.
        block: u32,
    },
}

/// A package that was made, verified, and is ready to be written.
#[derive(Debug)]
pub struct Collected {
    /// Its text.
    pub text: String,
    /// What verifying it said.
    pub verdict: Verdict,
    /// The chain.
    pub genesis: H256,
    /// How many changes of the authority set it proves.
    pub links: usize,
}

/// Makes the package and verifies it.
pub async fn collect(node: &Node, order: &Order<'_>) -> Result<Collected, EvidenceError> {
    let beginning = Beginning::of(node, order.from).await?;
    let genesis = beginning.genesis;
    let place = title::find(node, order.name, None).await?;
    let block = provable_block(node, place, order).await?;
    (order.progress)(Step::Proving {
        block: block.header.number,
    });
    let Proven { title, nodes } =
        title::prove(node, place.object, block.hash, block.header.state_root).await?;
    // A checkpoint that does not fit is refused before anything is signed.
    let proof = beginning.proof(node, &block, nodes).await?;
    let links = proof.links.len();
    let credential = sign(&title, place, genesis, order.signer)?;
    let package = EvidencePackage::new(credential, proof);
    let (text, verdict) = checked(package, &title, beginning.anchor())?;
    Ok(Collected {
        text,
        verdict,
        genesis,
        links,
    })
}

/// The latest finalised block with a justification, as soon as it holds certificate, object and holders as the best block
/// has them: the object counts its entries, so no mark set meanwhile is left out, and a holder may have been erased.
async fn provable_block(node: &Node, place: Place, order: &Order<'_>) -> Result<Final, EvidenceError> {
    let until = Instant::now() + order.wait;
    let keys = keys(node, place).await?;
    loop {
        let latest = finality::latest(node).await?;
        if let Some(block) = &latest {
            let wanted = records(node, &keys, None).await?;
            if wanted.iter().all(Option::is_some) && records(node, &keys, Some(block.hash)).await? == wanted {
                return Ok(block.clone());
            }
        }
        if Instant::now() >= until {
            let head = node.finalised_head().await?;
            return Err(EvidenceError::NotFinal {
                seconds: order.wait.as_secs(),
                finalised: node.header(head).await?.number,
            });
        }
        (order.progress)(Step::Waiting {
            justified: latest.map(|block| block.header.number),
        });
        tokio::time::sleep(PAUSE).await;
    }
}

/// The keys of certificate, object and holders. A holder that comes later comes with an entry, which the object counts.
async fn keys(node: &Node, place: Place) -> Result<Vec<Vec<u8>>, EvidenceError> {
    let head = node.finalised_head().await?;
    let header = node.header(head).await?;
    let mut keys = vec![place.key(), storage_keys::object(place.object)];
    // An object that is not final yet has no title: its holders cannot have changed since.
    if node.storage(&keys[1], Some(head)).await?.is_some() {
        let proven = title::prove(node, place.object, head, header.state_root).await?;
        keys.extend(
            proven
                .title
                .parties
                .keys()
                .map(|party| storage_keys::party(*party)),
        );
    }
    Ok(keys)
}

/// The records under these keys as a block has them; the best block when none is named.
async fn records(
    node: &Node,
    keys: &[Vec<u8>],
    block: Option<H256>,
) -> Result<Vec<Option<Vec<u8>>>, EvidenceError> {
    let mut records = Vec::new();
    for key in keys {
        records.push(node.storage(key, block).await?);
    }
    Ok(records)
}

/// The certificate's record in a proven title.
pub fn certificate_at(title: &Title, place: Place) -> Result<&CertificateRecord, EvidenceError> {
    let index = usize::try_from(place.index).unwrap_or(usize::MAX);
    title
        .certificates
        .get(index)
        .ok_or_else(|| EvidenceError::NoSuchCertificate {
            number: format!("{}/{}", place.object, place.index),
        })
}

fn sign(
    title: &Title,
    place: Place,
    genesis: H256,
    signer: &dyn Signer,
) -> Result<serde_json::Value, EvidenceError> {
    let (key, created) = (IssuerKey(signer.public()), title.register_time());
    let fits =
        |known: &quanji_primitives::v1::CredentialKey| known.public == key.0 && known.is_valid(created);
    if !title.credential_keys.iter().any(fits) {
        return Err(EvidenceError::WrongKey {
            authority: title.object.authority.to_string(),
            key: signer.address(),
        });
    }
    let unsigned = credential::unsigned(title, certificate_at(title, place)?, genesis, key)?;
    credential::sign(unsigned, key, created, |payload| {
        signer.sign(payload).map_err(SignError::Key)
    })
    .map_err(|error| match error {
        SignError::Key(error) => EvidenceError::Key {
            reason: error.to_string(),
        },
        SignError::Credential(error) => EvidenceError::SelfCheck {
            reason: error.to_string(),
        },
    })
}

enum SignError {
    Key(crate::keys::KeyError),
    Credential(CredentialError),
}

impl From<CredentialError> for SignError {
    fn from(error: CredentialError) -> Self {
        Self::Credential(error)
    }
}

/// Nothing is given out that its reader would refuse.
fn checked(
    package: EvidencePackage,
    title: &Title,
    trust: TrustAnchor,
) -> Result<(String, Verdict), EvidenceError> {
    let failed = |reason: String| EvidenceError::SelfCheck { reason };
    let mut text = package.to_json().map_err(|error| failed(error.to_string()))?;
    text.push('\n');
    let request = Request {
        trust,
        now: title.block_time,
        at: None,
        max_age_millis: None,
    };
    let verdict = verify(&text, &request).map_err(|error| failed(error.to_string()))?;
    Ok((text, verdict))
}
