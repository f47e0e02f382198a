//! A regime: the rules of one registration system, versioned, as data set by the competent department.
//!
//! Cases and entries name the version they were made under and are judged by it for ever.

use crate::{
    clock::Moment,
    marks::EffectMatrix,
    object::{ObjectKind, SourceKind},
    rights::{RightKind, RightKinds},
    Bounded,
};

domain! {
    /// A regime version. Systems: 1 `national-2026`, 2 `shenzhen-2023`, 3 `public-data-2025`; further ones are
    /// given by the competent department.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct RegimeId {
        /// The registration system.
        pub system: u16,
        /// Its version, from 1.
        pub version: u16,
    }

    /// Where a number of a regime comes from.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Basis {
        /// An article of the regime's text.
        #[codec(index = 0)]
        Article(u8),
        /// An assumption of ours, until a lawyer confirms it.
        #[codec(index = 1)]
        Assumption,
    }

    /// A number of a regime and where it comes from.
    #[derive(Copy)]
    pub struct Limit {
        /// The number, in the unit its field names.
        pub number: u16,
        /// Where it comes from.
        pub basis: Basis,
    }

    /// The unit of a period.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum PeriodUnit {
        /// Days of the calendar.
        #[codec(index = 0)]
        Days,
        /// Months.
        #[codec(index = 1)]
        Months,
    }

    /// The time limits of a regime.
    pub struct TimeLimits {
        /// Working days in which the authority accepts or returns an application, from its receipt.
        pub acceptance_working_days: Limit,
        /// Silence in that time is acceptance, dated the first working day after it (NG 17).
        pub silence_is_acceptance: bool,
        /// The most working days an authority may give an applicant to complete a returned application.
        pub completion_working_days_max: Limit,
        /// Working days in which the authority decides, from acceptance, where its act has no time of its own.
        pub review_working_days: Limit,
        /// Working days by which the authority may extend that in all.
        pub extension_working_days_max: Limit,
        /// Working days of public notice.
        pub notice_working_days: Limit,
        /// Working days in which an objection in public notice is investigated.
        pub objection_working_days: Limit,
        /// Working days in which a refused applicant may ask for re-assessment.
        pub appeal_working_days: Limit,
        /// The most years a right is valid.
        pub validity_years_max: Limit,
        /// How long before expiry renewal may be filed, in `renewal_window_unit`.
        pub renewal_window: Limit,
        /// The unit of `renewal_window`: never converted.
        pub renewal_window_unit: PeriodUnit,
        /// Years for which the authority keeps the file.
        pub retention_years: Limit,
        /// The most working days an applicant has to supplement an accepted application.
        pub supplement_working_days_max: Limit,
        /// Working days in which the registrant is told of a complete objection, from its receipt.
        pub objection_notice_working_days: Limit,
        /// Days in which a side that does not accept a conclusion proves that a court or arbitral body took the matter.
        pub court_proof_days: Limit,
        /// The most days a hold lasts.
        pub hold_days_max: Limit,
        /// Working days in which the department decides a conflict between authorities.
        pub conflict_working_days: Limit,
        /// Days for which false material bars a party from filing, from the day on which its refusal is final; 0: none.
        pub bad_faith_bar_days: Limit,
    }

    /// How certificates are numbered.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum NumberForm {
        /// `SJ` + region 2 + institution 1 + year and month 6 + serial 4 (NG annex 6).
        #[codec(index = 0)]
        NationalAnnex6,
        /// A query code of another system 登记结果查询码, given at entry (PD 13). No right is created.
        #[codec(index = 1)]
        QueryCode,
    }

    /// What an upheld objection in public notice leads to.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum UpheldObjection {
        /// The application is refused (NG 25).
        #[codec(index = 0)]
        Refused,
        /// The registration is terminated (PD 12).
        #[codec(index = 1)]
        Terminated,
    }

    /// What makes an entry complete.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum Completion {
        /// The entry on this chain.
        #[codec(index = 0)]
        Local,
        /// The evidencing receipt of the national service system (NG 26).
        #[codec(index = 1)]
        NationalSystem,
    }

    /// Something an applicant must declare, with evidence, before a conditional kind of right may be granted.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum ClaimCondition {
        /// The product does not substantially replace the collected party's product or service (NG 21(4)).
        #[codec(index = 0)]
        NoSubstitution,
        /// Every other participant consents on chain (NG 21(5)).
        #[codec(index = 1)]
        ParticipantsConsent,
        /// A law or contract gives the right to the trustee (NG 21(7)).
        #[codec(index = 2)]
        LawOrContract,
    }

    /// One row of the table source x object -> kinds that a first registration may claim.
    #[derive(Copy)]
    pub struct ClaimableRow {
        /// How the data came about.
        pub source: SourceKind,
        /// Resource or product.
        pub object: ObjectKind,
        /// Kinds that may be claimed.
        pub kinds: RightKinds,
        /// Further kinds that may be claimed under `condition`.
        pub conditional: RightKinds,
        /// The condition of `conditional`.
        pub condition: Option<ClaimCondition>,
        /// The article that says so.
        pub basis: Basis,
    }

    /// The acts of the register.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum Act {
        /// First registration 首次登记.
        #[codec(index = 0)]
        First,
        /// Licence 许可登记.
        #[codec(index = 1)]
        Licence,
        /// Transfer 转移登记.
        #[codec(index = 2)]
        Transfer,
        /// Change 变更登记.
        #[codec(index = 3)]
        Change,
        /// Renewal 续期登记.
        #[codec(index = 4)]
        Renewal,
        /// Cancellation 注销登记.
        #[codec(index = 5)]
        Cancellation,
        /// Objection 异议登记.
        #[codec(index = 6)]
        Objection,
        /// Pledge 质押 and what becomes of it: by deed, without a case.
        #[codec(index = 7)]
        Pledge,
    }

    /// How a regime treats an act.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ActForm {
        /// A type of registration.
        #[codec(index = 0)]
        Registration,
        /// A filing with a voucher 许可凭证.
        #[codec(index = 1)]
        FilingWithVoucher,
        /// A procedure that is no registration type.
        #[codec(index = 2)]
        Procedure,
    }

    /// The form of one act, whether only the operating right carries the power to do it (NG 3), and how long it is reviewed.
    #[derive(Copy)]
    pub struct ActRow {
        /// The act.
        pub act: Act,
        /// Its form.
        pub form: ActForm,
        /// Whether the operating right is needed.
        pub needs_operating_right: bool,
        /// Working days in which the authority decides such an application, from acceptance; nothing where it is as long as
        /// for all acts (`TimeLimits::review_working_days`).
        pub review_working_days: Option<Limit>,
        /// The article that says so.
        pub basis: Basis,
    }

    /// A text in Chinese and English, UTF-8.
    pub struct Bilingual {
        /// Chinese.
        #[serde(with = "crate::regime::utf8")]
        pub zh: Bounded<u8, 1024>,
        /// English.
        #[serde(with = "crate::regime::utf8")]
        pub en: Bounded<u8, 1024>,
    }

    /// The names of the three rights in a regime.
    pub struct Labels {
        /// Right to hold.
        pub holding: Bilingual,
        /// Right to process and use.
        pub processing_use: Bilingual,
        /// Right to operate.
        pub operating: Bilingual,
    }

    /// One version of a regime.
    pub struct Regime {
        /// System and version.
        pub id: RegimeId,
        /// Its name.
        pub name: Bilingual,
        /// From when new cases are judged by it.
        pub effective_from: Moment,
        /// Until when; nothing while it has no end.
        pub effective_until: Option<Moment>,
        /// Time limits.
        pub limits: TimeLimits,
        /// Acts.
        pub acts: Bounded<ActRow, 16>,
        /// Kinds of right a first registration may claim.
        pub claimable: Bounded<ClaimableRow, 32>,
        /// How certificates are numbered.
        pub number_form: NumberForm,
        /// What makes an entry complete.
        pub completion: Completion,
        /// A service institution's report is needed for approval (S038).
        pub report_required: bool,
        /// Public data with a registered fingerprint is refused outright 一数一源 (S008).
        pub public_match_refused: bool,
        /// Registrations create rights. Where not, nothing is claimed and a query code is given (PD 13; NG 15).
        pub creates_rights: bool,
        /// What an upheld objection in public notice leads to.
        pub upheld_objection: UpheldObjection,
        /// Objections are heard after entry too (NG 29); where not, in the public notice only (PD 12).
        pub objection_after_entry: bool,
        /// The notice may be withheld in part or whole, with reason (NG 24); where not, all of it is published (PD 12).
        pub notice_may_be_withheld: bool,
        /// What each mark does to each operation.
        pub effects: EffectMatrix,
        /// Names of the rights.
        pub labels: Labels,
        /// Printed on every document: what registration does and does not do.
        pub effect_text: Bilingual,
    }
}

impl Regime {
    /// The kinds that may be claimed for this source and object, when `declared` conditions are met. Nothing where the
    /// table has no row.
    pub fn claimable(
        &self,
        source: SourceKind,
        object: ObjectKind,
        declared: &[ClaimCondition],
    ) -> RightKinds {
        let Some(row) = self.claimable_row(source, object) else {
            return RightKinds::NONE;
        };
        let met = row
            .condition
            .is_some_and(|condition| declared.contains(&condition));
        if met {
            RightKinds(row.kinds.0 | row.conditional.0)
        } else {
            row.kinds
        }
    }

    /// The kinds an application may name for this source and object: those that can be granted, and those that can be
    /// granted when their condition is met at the examination.
    pub fn nameable(&self, source: SourceKind, object: ObjectKind) -> RightKinds {
        self.claimable_row(source, object)
            .map_or(RightKinds::NONE, |row| {
                RightKinds(row.kinds.0 | row.conditional.0)
            })
    }

    /// The row of the table of claimable kinds.
    pub fn claimable_row(&self, source: SourceKind, object: ObjectKind) -> Option<&ClaimableRow> {
        self.claimable
            .iter()
            .find(|row| row.source == source && row.object == object)
    }

    /// The row of an act.
    pub fn act(&self, act: Act) -> Option<&ActRow> {
        self.acts.iter().find(|row| row.act == act)
    }

    /// Working days in which the authority decides an application for an act, from acceptance.
    pub fn review_working_days(&self, act: Act) -> u16 {
        let own = self.act(act).and_then(|row| row.review_working_days);
        own.unwrap_or(self.limits.review_working_days).number
    }

    /// Whether new cases at `now` are judged by this version.
    pub fn is_effective(&self, now: Moment) -> bool {
        self.effective_from <= now && self.effective_until.is_none_or(|until| now < until)
    }

    /// The name of a right.
    pub fn label(&self, kind: RightKind) -> &Bilingual {
        match kind {
            RightKind::Holding => &self.labels.holding,
            RightKind::ProcessingUse => &self.labels.processing_use,
            RightKind::Operating => &self.labels.operating,
        }
    }
}

impl Bilingual {
    /// Both texts; a text over 1,024 bytes is left empty, which a test of every preset refuses.
    pub fn new(zh: &str, en: &str) -> Self {
        let bounded = |text: &str| text.as_bytes().to_vec().try_into().unwrap_or_default();
        Self {
            zh: bounded(zh),
            en: bounded(en),
        }
    }

    /// The Chinese text.
    pub fn zh(&self) -> &str {
        core::str::from_utf8(&self.zh).unwrap_or("")
    }

    /// The English text.
    pub fn en(&self) -> &str {
        core::str::from_utf8(&self.en).unwrap_or("")
    }
}

impl Limit {
    /// A number from an article.
    pub const fn article(number: u16, article: u8) -> Self {
        Self {
            number,
            basis: Basis::Article(article),
        }
    }

    /// A number we assume.
    pub const fn assumed(number: u16) -> Self {
        Self {
            number,
            basis: Basis::Assumption,
        }
    }
}

/// Bounded UTF-8 bytes as a JSON string.
pub mod utf8 {
    use crate::Bounded;
    use alloc::string::String;
    use serde::{de::Error, Deserialize, Deserializer, Serializer};

    /// Writes the text.
    pub fn serialize<S: Serializer, const N: u32>(
        bytes: &Bounded<u8, N>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(core::str::from_utf8(bytes).unwrap_or(""))
    }

    /// Reads the text.
    pub fn deserialize<'de, D: Deserializer<'de>, const N: u32>(
        deserializer: D,
    ) -> Result<Bounded<u8, N>, D::Error> {
        let bytes = String::deserialize(deserializer)?.into_bytes();
        bytes
            .try_into()
            .map_err(|_| D::Error::custom("the text is too long"))
    }
}
