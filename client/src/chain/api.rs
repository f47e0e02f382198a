//! Calls, events, storage and view functions, generated from the committed metadata.
//!
//! The domain's types stand in for the generated ones, so that one fact has one type on both sides. A test fails when
//! a type of the domain is generated a second time.

#[subxt::subxt(
    runtime_metadata_path = "metadata/quanji.scale",
    substitute_type(
        path = "quanji_primitives::authority::AuthorityProfile",
        with = "::subxt::utils::Static<::quanji_primitives::authority::AuthorityProfile>"
    ),
    substitute_type(
        path = "quanji_primitives::authority::AuthorityStatus",
        with = "::subxt::utils::Static<::quanji_primitives::authority::AuthorityStatus>"
    ),
    substitute_type(
        path = "quanji_primitives::authority::Officer",
        with = "::subxt::utils::Static<::quanji_primitives::authority::Officer>"
    ),
    substitute_type(
        path = "quanji_primitives::authority::OfficerRole",
        with = "::subxt::utils::Static<::quanji_primitives::authority::OfficerRole>"
    ),
    substitute_type(
        path = "quanji_primitives::authority::SuspensionGround",
        with = "::subxt::utils::Static<::quanji_primitives::authority::SuspensionGround>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Case",
        with = "::subxt::utils::Static<::quanji_primitives::case::Case>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Conclusion",
        with = "::subxt::utils::Static<::quanji_primitives::case::Conclusion>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Decision",
        with = "::subxt::utils::Static<::quanji_primitives::case::Decision>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Examination",
        with = "::subxt::utils::Static<::quanji_primitives::case::Examination>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Finding",
        with = "::subxt::utils::Static<::quanji_primitives::case::Finding>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Findings",
        with = "::subxt::utils::Static<::quanji_primitives::case::Findings>"
    ),
    substitute_type(
        path = "quanji_primitives::case::MatchFinding",
        with = "::subxt::utils::Static<::quanji_primitives::case::MatchFinding>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Notice",
        with = "::subxt::utils::Static<::quanji_primitives::case::Notice>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Refusal",
        with = "::subxt::utils::Static<::quanji_primitives::case::Refusal>"
    ),
    substitute_type(
        path = "quanji_primitives::case::RefusalGround",
        with = "::subxt::utils::Static<::quanji_primitives::case::RefusalGround>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Report",
        with = "::subxt::utils::Static<::quanji_primitives::case::Report>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Return",
        with = "::subxt::utils::Static<::quanji_primitives::case::Return>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Signed",
        with = "::subxt::utils::Static<::quanji_primitives::case::Signed>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Stage",
        with = "::subxt::utils::Static<::quanji_primitives::case::Stage>"
    ),
    substitute_type(
        path = "quanji_primitives::case::Status",
        with = "::subxt::utils::Static<::quanji_primitives::case::Status>"
    ),
    substitute_type(
        path = "quanji_primitives::certificate_number::CertificateNumber",
        with = "::subxt::utils::Static<::quanji_primitives::certificate_number::CertificateNumber>"
    ),
    substitute_type(
        path = "quanji_primitives::certificate_number::NumberingMonth",
        with = "::subxt::utils::Static<::quanji_primitives::certificate_number::NumberingMonth>"
    ),
    substitute_type(
        path = "quanji_primitives::clock::Moment",
        with = "::subxt::utils::Static<::quanji_primitives::clock::Moment>"
    ),
    substitute_type(
        path = "quanji_primitives::clock::calendar::Due",
        with = "::subxt::utils::Static<::quanji_primitives::clock::Due>"
    ),
    substitute_type(
        path = "quanji_primitives::clock::calendar::YearCalendar",
        with = "::subxt::utils::Static<::quanji_primitives::clock::YearCalendar>"
    ),
    substitute_type(
        path = "quanji_primitives::clock::case_clock::CaseClock",
        with = "::subxt::utils::Static<::quanji_primitives::clock::CaseClock>"
    ),
    substitute_type(
        path = "quanji_primitives::clock::day::Day",
        with = "::subxt::utils::Static<::quanji_primitives::clock::Day>"
    ),
    substitute_type(
        path = "quanji_primitives::clock::development::DevelopmentClock",
        with = "::subxt::utils::Static<::quanji_primitives::clock::DevelopmentClock>"
    ),
    substitute_type(
        path = "quanji_primitives::codes::CodeTable",
        with = "::subxt::utils::Static<::quanji_primitives::codes::CodeTable>"
    ),
    substitute_type(
        path = "quanji_primitives::digest::Digest",
        with = "::subxt::utils::Static<::quanji_primitives::digest::Digest>"
    ),
    substitute_type(
        path = "quanji_primitives::filing::Declaration",
        with = "::subxt::utils::Static<::quanji_primitives::filing::Declaration>"
    ),
    substitute_type(
        path = "quanji_primitives::filing::Deficiency",
        with = "::subxt::utils::Static<::quanji_primitives::filing::Deficiency>"
    ),
    substitute_type(
        path = "quanji_primitives::filing::Evidence",
        with = "::subxt::utils::Static<::quanji_primitives::filing::Evidence>"
    ),
    substitute_type(
        path = "quanji_primitives::filing::EvidenceKind",
        with = "::subxt::utils::Static<::quanji_primitives::filing::EvidenceKind>"
    ),
    substitute_type(
        path = "quanji_primitives::filing::FirstRegistration",
        with = "::subxt::utils::Static<::quanji_primitives::filing::FirstRegistration>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::AuthorityId",
        with = "::subxt::utils::Static<::quanji_primitives::ids::AuthorityId>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::CaseId",
        with = "::subxt::utils::Static<::quanji_primitives::ids::CaseId>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::EntryNo",
        with = "::subxt::utils::Static<::quanji_primitives::ids::EntryNo>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::ObjectId",
        with = "::subxt::utils::Static<::quanji_primitives::ids::ObjectId>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::OfficerId",
        with = "::subxt::utils::Static<::quanji_primitives::ids::OfficerId>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::PartyId",
        with = "::subxt::utils::Static<::quanji_primitives::ids::PartyId>"
    ),
    substitute_type(
        path = "quanji_primitives::ids::RightId",
        with = "::subxt::utils::Static<::quanji_primitives::ids::RightId>"
    ),
    substitute_type(
        path = "quanji_primitives::marks::Effect",
        with = "::subxt::utils::Static<::quanji_primitives::marks::Effect>"
    ),
    substitute_type(
        path = "quanji_primitives::marks::EffectRow",
        with = "::subxt::utils::Static<::quanji_primitives::marks::EffectRow>"
    ),
    substitute_type(
        path = "quanji_primitives::marks::Operation",
        with = "::subxt::utils::Static<::quanji_primitives::marks::Operation>"
    ),
    substitute_type(
        path = "quanji_primitives::object::DataCategory",
        with = "::subxt::utils::Static<::quanji_primitives::object::DataCategory>"
    ),
    substitute_type(
        path = "quanji_primitives::object::DataLevel",
        with = "::subxt::utils::Static<::quanji_primitives::object::DataLevel>"
    ),
    substitute_type(
        path = "quanji_primitives::object::Fingerprint",
        with = "::subxt::utils::Static<::quanji_primitives::object::Fingerprint>"
    ),
    substitute_type(
        path = "quanji_primitives::object::FingerprintKind",
        with = "::subxt::utils::Static<::quanji_primitives::object::FingerprintKind>"
    ),
    substitute_type(
        path = "quanji_primitives::object::LawfulGround",
        with = "::subxt::utils::Static<::quanji_primitives::object::LawfulGround>"
    ),
    substitute_type(
        path = "quanji_primitives::object::ObjectFacts",
        with = "::subxt::utils::Static<::quanji_primitives::object::ObjectFacts>"
    ),
    substitute_type(
        path = "quanji_primitives::object::ObjectKind",
        with = "::subxt::utils::Static<::quanji_primitives::object::ObjectKind>"
    ),
    substitute_type(
        path = "quanji_primitives::object::PersonalInformation",
        with = "::subxt::utils::Static<::quanji_primitives::object::PersonalInformation>"
    ),
    substitute_type(
        path = "quanji_primitives::object::PublicClass",
        with = "::subxt::utils::Static<::quanji_primitives::object::PublicClass>"
    ),
    substitute_type(
        path = "quanji_primitives::object::Source",
        with = "::subxt::utils::Static<::quanji_primitives::object::Source>"
    ),
    substitute_type(
        path = "quanji_primitives::object::SourceKind",
        with = "::subxt::utils::Static<::quanji_primitives::object::SourceKind>"
    ),
    substitute_type(
        path = "quanji_primitives::person::CreditCode",
        with = "::subxt::utils::Static<::quanji_primitives::person::CreditCode>"
    ),
    substitute_type(
        path = "quanji_primitives::person::ForeignRegister",
        with = "::subxt::utils::Static<::quanji_primitives::person::ForeignRegister>"
    ),
    substitute_type(
        path = "quanji_primitives::person::Lei",
        with = "::subxt::utils::Static<::quanji_primitives::person::Lei>"
    ),
    substitute_type(
        path = "quanji_primitives::person::PartyRole",
        with = "::subxt::utils::Static<::quanji_primitives::person::PartyRole>"
    ),
    substitute_type(
        path = "quanji_primitives::person::Person",
        with = "::subxt::utils::Static<::quanji_primitives::person::Person>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Act",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Act>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::ActForm",
        with = "::subxt::utils::Static<::quanji_primitives::regime::ActForm>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::ActRow",
        with = "::subxt::utils::Static<::quanji_primitives::regime::ActRow>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Basis",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Basis>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Bilingual",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Bilingual>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::ClaimCondition",
        with = "::subxt::utils::Static<::quanji_primitives::regime::ClaimCondition>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::ClaimableRow",
        with = "::subxt::utils::Static<::quanji_primitives::regime::ClaimableRow>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Completion",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Completion>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Labels",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Labels>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Limit",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Limit>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::NumberForm",
        with = "::subxt::utils::Static<::quanji_primitives::regime::NumberForm>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::Regime",
        with = "::subxt::utils::Static<::quanji_primitives::regime::Regime>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::RegimeId",
        with = "::subxt::utils::Static<::quanji_primitives::regime::RegimeId>"
    ),
    substitute_type(
        path = "quanji_primitives::regime::TimeLimits",
        with = "::subxt::utils::Static<::quanji_primitives::regime::TimeLimits>"
    ),
    substitute_type(
        path = "quanji_primitives::rights::Claim",
        with = "::subxt::utils::Static<::quanji_primitives::rights::Claim>"
    ),
    substitute_type(
        path = "quanji_primitives::rights::Holders",
        with = "::subxt::utils::Static<::quanji_primitives::rights::Holders>"
    ),
    substitute_type(
        path = "quanji_primitives::rights::RightKind",
        with = "::subxt::utils::Static<::quanji_primitives::rights::RightKind>"
    ),
    substitute_type(
        path = "quanji_primitives::rights::RightKinds",
        with = "::subxt::utils::Static<::quanji_primitives::rights::RightKinds>"
    ),
    substitute_type(
        path = "quanji_primitives::rights::Share",
        with = "::subxt::utils::Static<::quanji_primitives::rights::Share>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::entry::Entry",
        with = "::subxt::utils::Static<::quanji_primitives::v1::Entry>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::entry::EntryBasis",
        with = "::subxt::utils::Static<::quanji_primitives::v1::EntryBasis>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::entry::EntryContent",
        with = "::subxt::utils::Static<::quanji_primitives::v1::EntryContent>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::AuthorityRecord",
        with = "::subxt::utils::Static<::quanji_primitives::v1::AuthorityRecord>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::CertificateRecord",
        with = "::subxt::utils::Static<::quanji_primitives::v1::CertificateRecord>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::CredentialKey",
        with = "::subxt::utils::Static<::quanji_primitives::v1::CredentialKey>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::ObjectRecord",
        with = "::subxt::utils::Static<::quanji_primitives::v1::ObjectRecord>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::Outcome",
        with = "::subxt::utils::Static<::quanji_primitives::v1::Outcome>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::PartyRecord",
        with = "::subxt::utils::Static<::quanji_primitives::v1::PartyRecord>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::PartyStanding",
        with = "::subxt::utils::Static<::quanji_primitives::v1::PartyStanding>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::Publication",
        with = "::subxt::utils::Static<::quanji_primitives::v1::Publication>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::RightRecord",
        with = "::subxt::utils::Static<::quanji_primitives::v1::RightRecord>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::RightStatus",
        with = "::subxt::utils::Static<::quanji_primitives::v1::RightStatus>"
    ),
    substitute_type(
        path = "quanji_primitives::v1::records::SuspensionReason",
        with = "::subxt::utils::Static<::quanji_primitives::v1::SuspensionReason>"
    )
)]
mod quanji {}

pub use quanji::*;
