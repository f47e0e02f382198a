//! The holder's consent to a full report: one reader, one object or party, one purpose, until one day. A document of canonical
//! JSON, signed with accounts that are bound to the holder on chain at the block of the report.

use std::collections::BTreeSet;

use ed25519_dalek::{Signature, VerifyingKey};
use quanji_primitives::{
    clock::{Day, Moment},
    Digest, PartyId,
};
use serde::{Deserialize, Serialize};

use super::{model::Subject, searches::moment};
use crate::{
    description::scan,
    keys::{address_of, public_of, KeyError, Signer},
};

/// The format of the document.
pub const FORMAT: &str = "quanji-title-consent/1";

/// A consent is never longer.
pub const CONSENT_BYTES_MAX: usize = 64 * 1024;

/// A purpose has so many characters at most.
pub const PURPOSE_CHARACTERS_MAX: usize = 200;

crate::messages! {
    /// Why a consent does not open a full report.
    pub enum ConsentError {
        /// It is none.
        NotAConsent { reason: String } =>
            zh "这不是查询同意书：{reason}", remedy "须为 quanji title consent 写出的文件";
            en "this is no consent to a title report: {reason}", remedy "give the file that `quanji title consent` wrote";
        /// The purpose is no short text.
        BadPurpose { purpose: String } =>
            zh "用途“{purpose}”无效", remedy "请写 1 至 200 个字符，不含个人信息与控制字符";
            en "{purpose} is no purpose", remedy "write 1 to 200 characters, without personal information or control characters";
        /// It was given on another chain.
        OtherChain { chain: String } =>
            zh "该同意书属于另一条链 {chain}", remedy "请核对节点与同意书";
            en "the consent belongs to another chain, {chain}", remedy "check node and consent";
        /// It was given to another reader.
        OtherReader { to: String, reader: String } =>
            zh "该同意书给予 {to}，而不是 {reader}", remedy "请由 {to} 的密钥查询，或请权利人另行出具";
            en "the consent was given to {to}, not to {reader}", remedy "read with the key of {to}, or ask the holder for one of your own";
        /// It is about something else.
        OtherSubject { about: String, asked: String } =>
            zh "该同意书针对 {about}，而不是 {asked}", remedy "请查询 {about}，或请权利人另行出具";
            en "the consent is about {about}, not about {asked}", remedy "ask about {about}, or get another consent";
        /// It was given for another purpose.
        OtherPurpose { given: String, asked: String } =>
            zh "该同意书的用途为“{given}”，而不是“{asked}”", remedy "一份同意书只供一个用途：请权利人另行出具";
            en "the consent is for the purpose \"{given}\", not \"{asked}\"", remedy "a consent serves one purpose: get another one";
        /// Its time is over.
        Expired { until: String } =>
            zh "该同意书至 {until} 止，已过期", remedy "请权利人另行出具";
            en "the consent could be used until {until}: it has expired", remedy "get another one from the holder";
        /// It is to be given, and could never be used.
        AlreadyOver { until: String, now: String } =>
            zh "同意书的最后使用日 {until} 已过：登记簿时间为 {now}", remedy "请用 --until 给出尚未届满的日期";
            en "{until} is over: it is {now} in the register, and such a consent could never be used", remedy "give a day with --until that is not over";
        /// It is dated after the block.
        NotYet { given_at: String } =>
            zh "该同意书的日期 {given_at} 晚于所查区块", remedy "请查询其后的区块";
            en "the consent is dated {given_at}, after the block of the report", remedy "read at a later block";
        /// Nobody signed it.
        NotSigned =>
            zh "该同意书没有签名"; en "nobody signed the consent";
        /// A signature is false.
        BadSignature { party: String } =>
            zh "{party} 的签名与同意书不符", remedy "内容被改动过，请重新索取";
            en "the signature of {party} does not fit the consent", remedy "it was changed: get it again";
        /// A key is not in force.
        KeyNotInForce { account: String, party: String } =>
            zh "账户 {account} 在该区块未绑定到 {party}：密钥已失效或不属于该主体", remedy "请权利人用现用密钥重新签署";
            en "at this block the account {account} is not bound to {party}: the key is not in force, or not theirs", remedy "let the holder sign with a key in force";
        /// The signer holds nothing of its own there.
        NotAHolder { party: String, about: String } =>
            zh "{party} 在 {about} 中没有自己的权利，不能同意：许可与已终止的权利均不算", remedy "须由权利人签署";
            en "{party} holds no right of its own in {about}: a licence is none, nor is a right that has ended", remedy "a holder has to sign";
        /// The signer holds nothing together with the party.
        NotACoHolder { party: String, about: String } =>
            zh "{party} 与 {about} 没有共有的权利，不能同意", remedy "须由 {about} 签署，与其共有权利的主体可一并签署";
            en "{party} holds no right together with {about} and cannot consent", remedy "{about} has to sign; who holds a right together with it may sign too";
        /// Only others signed.
        PartyNotSigned { party: String } =>
            zh "{party} 本身没有签署该同意书", remedy "请由 {party} 用 quanji title sign 签署：共有人的签名不能代替";
            en "{party} itself has not signed the consent", remedy "let {party} sign it with `quanji title sign`: no co-holder signs in its place";
        /// The signer cannot sign.
        Key { reason: String } => zh "无法签名：{reason}"; en "cannot sign: {reason}";
    }
}

/// One signature.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// For whom.
    pub party: String,
    /// With which account.
    pub account: String,
    /// Ed25519 over the canonical JSON of everything but the signatures, in hexadecimal digits.
    pub signature: String,
}

/// What the holder signs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// [`FORMAT`].
    pub format: String,
    /// The hash of the chain's genesis block.
    pub chain: String,
    /// The object or the party whose title may be read.
    pub about: String,
    /// Who may read.
    pub to: String,
    /// For what: one purpose.
    pub purpose: String,
    /// When it was given, in register time.
    pub given_at: String,
    /// The last day on which it can be used.
    pub until: String,
}

/// A consent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// What is consented to.
    pub consent: Terms,
    /// Who signed.
    pub signatures: Vec<Signed>,
}

/// What a reader asks for with it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The chain.
    pub chain: String,
    /// What the report is about.
    pub subject: Subject,
    /// Who reads.
    pub reader: PartyId,
    /// For what.
    pub purpose: String,
    /// Register time of the block.
    pub now: Moment,
    /// Register time of the latest final block that the reader knows: an earlier block of a report turns no clock back.
    pub latest: Moment,
}

impl Terms {
    /// What may be read.
    pub fn subject(&self) -> Option<Subject> {
        self.about.parse().ok()
    }

    /// The bytes that are signed: canonical JSON (RFC 8785).
    pub fn payload(&self) -> Result<Vec<u8>, ConsentError> {
        serde_json_canonicalizer::to_vec(self).map_err(|error| not_a_consent(&error))
    }
}

/// Whether a text may be a purpose.
pub fn check_purpose(purpose: &str) -> Result<(), ConsentError> {
    let count = purpose.chars().count();
    let fits = (1..=PURPOSE_CHARACTERS_MAX).contains(&count) && scan(purpose).is_empty();
    fits.then_some(()).ok_or_else(|| ConsentError::BadPurpose {
        purpose: purpose.chars().take(PURPOSE_CHARACTERS_MAX).collect(),
    })
}

/// Whether a consent can still be used when it is given: its last day is not over.
pub fn check_until(until: Day, now: Moment) -> Result<(), ConsentError> {
    let over = until.end() <= now;
    (!over).then_some(()).ok_or_else(|| ConsentError::AlreadyOver {
        until: until.to_string(),
        now: now.to_string(),
    })
}

fn not_a_consent(reason: &dyn std::fmt::Display) -> ConsentError {
    ConsentError::NotAConsent {
        reason: reason.to_string(),
    }
}

impl Consent {
    /// Reads a document.
    pub fn read(text: &str) -> Result<Self, ConsentError> {
        let consent: Self = serde_json::from_str(text).map_err(|error| not_a_consent(&error))?;
        let terms = &consent.consent;
        if terms.format != FORMAT {
            return Err(not_a_consent(&terms.format));
        }
        let named = terms.subject().is_some()
            && terms.to.parse::<PartyId>().is_ok()
            && terms.until.parse::<Day>().is_ok()
            && moment(&terms.given_at).is_some();
        if !named {
            return Err(not_a_consent(&"about, to, given_at, until"));
        }
        check_purpose(&terms.purpose)?;
        Ok(consent)
    }

    /// Adds the signature of a party; one that it gave before is replaced.
    pub fn sign(&mut self, party: PartyId, signer: &dyn Signer) -> Result<(), ConsentError> {
        let signature =
            signer
                .sign(&self.consent.payload()?)
                .map_err(|error: KeyError| ConsentError::Key {
                    reason: error.to_string(),
                })?;
        let signed = Signed {
            party: party.to_string(),
            account: address_of(&signer.public()),
            signature: hex::encode(signature),
        };
        self.signatures.retain(|other| other.party != signed.party);
        self.signatures.push(signed);
        Ok(())
    }

    /// The document as it is written.
    pub fn to_text(&self) -> Result<String, ConsentError> {
        let text = serde_json::to_string_pretty(self).map_err(|error| not_a_consent(&error))?;
        Ok(text + "\n")
    }

    /// SHA-256 of the canonical JSON of the whole.
    pub fn digest(&self) -> Result<String, ConsentError> {
        let canonical = serde_json_canonicalizer::to_vec(self).map_err(|error| not_a_consent(&error))?;
        Ok(Digest::sha2_256(&canonical).to_string())
    }

    /// The accounts that signed, for which the register is asked.
    pub fn accounts(&self) -> Vec<[u8; 32]> {
        let public = |signed: &Signed| public_of(&signed.account).ok();
        self.signatures.iter().filter_map(public).collect()
    }

    /// The last day of its use.
    pub fn until(&self) -> Option<Day> {
        self.consent.until.parse().ok()
    }

    /// Whether it opens the report that is asked for. `bound`: the party to which an account is bound at the block; `holds`:
    /// whether a party may sign, for what it holds in the object or together with the party. Gives who consented.
    pub fn check(
        &self,
        asked: &Asked,
        bound: impl Fn(&[u8; 32]) -> Option<PartyId>,
        holds: impl Fn(PartyId) -> bool,
    ) -> Result<BTreeSet<PartyId>, ConsentError> {
        self.fits(asked)?;
        let payload = self.consent.payload()?;
        let mut signed_by = BTreeSet::new();
        for signed in &self.signatures {
            let bad = || ConsentError::BadSignature {
                party: signed.party.clone(),
            };
            let party: PartyId = signed.party.parse().map_err(|_| bad())?;
            let public = public_of(&signed.account).map_err(|_| bad())?;
            let mut bytes = [0; 64];
            hex::decode_to_slice(&signed.signature, &mut bytes).map_err(|_| bad())?;
            let key = VerifyingKey::from_bytes(&public).map_err(|_| bad())?;
            // It is signed by the key.
            key.verify_strict(&payload, &Signature::from_bytes(&bytes))
                .map_err(|_| bad())?;
            // The key is bound to the party at the block.
            if bound(&public) != Some(party) {
                return Err(ConsentError::KeyNotInForce {
                    account: signed.account.clone(),
                    party: signed.party.clone(),
                });
            }
            // The party holds something there.
            if !holds(party) {
                return Err(self.not_a_holder(asked.subject, party));
            }
            signed_by.insert(party);
        }
        if signed_by.is_empty() {
            return Err(ConsentError::NotSigned);
        }
        // What a party has is opened by the party itself.
        match asked.subject {
            Subject::Party(party) if !signed_by.contains(&party) => Err(ConsentError::PartyNotSigned {
                party: party.to_string(),
            }),
            _ => Ok(signed_by),
        }
    }

    /// Why a party cannot sign.
    fn not_a_holder(&self, subject: Subject, party: PartyId) -> ConsentError {
        let (party, about) = (party.to_string(), self.consent.about.clone());
        match subject {
            Subject::Object(_) => ConsentError::NotAHolder { party, about },
            Subject::Party(_) => ConsentError::NotACoHolder { party, about },
        }
    }

    /// Whether its terms fit what is asked.
    fn fits(&self, asked: &Asked) -> Result<(), ConsentError> {
        let terms = &self.consent;
        if terms.chain != asked.chain {
            return Err(ConsentError::OtherChain {
                chain: terms.chain.clone(),
            });
        }
        if terms.to.parse() != Ok(asked.reader) {
            return Err(ConsentError::OtherReader {
                to: terms.to.clone(),
                reader: asked.reader.to_string(),
            });
        }
        if terms.subject() != Some(asked.subject) {
            return Err(ConsentError::OtherSubject {
                about: terms.about.clone(),
                asked: asked.subject.to_string(),
            });
        }
        if terms.purpose != asked.purpose {
            return Err(ConsentError::OtherPurpose {
                given: terms.purpose.clone(),
                asked: asked.purpose.clone(),
            });
        }
        // It is over as soon as its last day has ended in the register, whatever block is read.
        let now = asked.now.max(asked.latest);
        if self.until().is_none_or(|until| until.end() <= now) {
            return Err(ConsentError::Expired {
                until: terms.until.clone(),
            });
        }
        if moment(&terms.given_at).is_none_or(|given| given > asked.now) {
            return Err(ConsentError::NotYet {
                given_at: terms.given_at.clone(),
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
