//! Titles and certificates.

use quanji_primitives::{
    certificate_number::{CertificateNumber, ExternalNumber},
    clock::Moment,
    marks::Mark,
    object::Fingerprint,
    v1::{CertificateRecord, ObjectRecord, RightRecord},
    Digest, ObjectId, PartyId,
};
use subxt::utils::Static;

use super::{bare, bare_pairs};
use crate::chain::{api, ChainError, View};

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
    /// Its marks, ended ones too, in the order of their numbers.
    pub marks: Vec<Mark>,
}

impl View {
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
            marks: bare(title.marks),
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

    /// Object and certificate of an imported registration, by the scheme that gave its number and this number.
    pub async fn certificate_of_earlier(
        &self,
        scheme: ExternalNumber,
        number: ExternalNumber,
    ) -> Result<Option<(ObjectId, CertificateRecord)>, ChainError> {
        let found = self
            .ask(
                api::view_functions()
                    .registry()
                    .certificate_of_earlier(Static(scheme), Static(number)),
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
}
