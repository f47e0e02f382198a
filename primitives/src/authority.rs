//! Registration authorities and their officers.

use crate::{certificate_number::CertificateNumber, digest::hex_bytes, AuthorityId, Bounded, PartyId};

domain! {
    /// What an officer may do. One person may have several roles, but never both chairs of one case.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum OfficerRole {
        /// Admits parties and binds their accounts.
        #[codec(index = 0)]
        Registrar,
        /// Receives, examines and publishes 经办人.
        #[codec(index = 1)]
        Examiner,
        /// Approves or refuses what another examined, and enters it 复核人.
        #[codec(index = 2)]
        Reviewer,
        /// Stamps the day book.
        #[codec(index = 3)]
        DayBookKeeper,
    }

    /// An officer as a natural person. Judged by person, never by account.
    pub struct Officer {
        /// The authority.
        pub authority: AuthorityId,
        /// Commitment to the person's identity; one person is one officer on the whole chain.
        #[serde(with = "hex_bytes")]
        pub person: [u8; 32],
        /// The roles.
        pub roles: Bounded<OfficerRole, 4>,
        /// Parties with which the officer is affiliated and whose cases the officer never decides (NG 10(7)).
        pub affiliates: Bounded<PartyId, 16>,
        /// Whether the officer is in office.
        pub in_office: bool,
    }

    /// Why an authority was suspended (NG 38, PD 19).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum SuspensionGround {
        /// Registered what does not qualify, or wrongly.
        #[codec(index = 0)]
        WrongRegistration,
        /// Altered, destroyed or forged registration information.
        #[codec(index = 1)]
        Falsification,
        /// Leaked files or information.
        #[codec(index = 2)]
        Leak,
        /// No longer meets the conditions of the directory.
        #[codec(index = 3)]
        ConditionsLost,
        /// Another breach of law.
        #[codec(index = 4)]
        OtherBreach,
    }

    /// Standing of an authority in the directory.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum AuthorityStatus {
        /// May register.
        #[codec(index = 0)]
        Listed,
        /// May not complete registrations.
        #[codec(index = 1)]
        Suspended(SuspensionGround),
    }

    /// The public facts of an authority.
    pub struct AuthorityProfile {
        /// Its name, UTF-8.
        #[serde(with = "crate::regime::utf8")]
        pub name: Bounded<u8, 128>,
        /// Its unified social credit code.
        pub credit_code: crate::person::CreditCode,
        /// Region in certificate numbers, 0 to 99.
        pub region: u8,
        /// Institution digit in certificate numbers, 0 to 9.
        pub digit: u8,
    }
}

impl AuthorityProfile {
    /// Whether region and digit can stand in a certificate number and the credit code is sound.
    pub fn is_valid(&self) -> bool {
        let month = crate::certificate_number::NumberingMonth { year: 2026, month: 1 };
        CertificateNumber::new(self.region, self.digit, month, 1).is_some()
            && self.credit_code.check().is_ok()
            && !self.name.is_empty()
            && core::str::from_utf8(&self.name).is_ok()
    }
}

impl Officer {
    /// Whether the officer is in office and has `role`.
    pub fn may(&self, role: OfficerRole) -> bool {
        self.in_office && self.roles.contains(&role)
    }
}
