//! What is registered: the coded facts of a data resource or data product.

use crate::{Bounded, Digest, ObjectId, RightId};

/// A result query code of the registration of public data, ASCII letters, digits and hyphens (NG 15(2)).
pub type QueryCode = Bounded<u8, 32>;

domain! {
    /// The two kinds of registered object (S001).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum ObjectKind {
        /// Data resource 数据资源.
        #[codec(index = 0)]
        Resource,
        /// Data product or service 数据产品和服务.
        #[codec(index = 1)]
        Product,
    }

    /// Category of data (S003).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum DataCategory {
        /// Public data 公共数据.
        #[codec(index = 0)]
        Public,
        /// Enterprise data 企业数据.
        #[codec(index = 1)]
        Enterprise,
        /// Personal data 个人数据.
        #[codec(index = 2)]
        Personal,
    }

    /// Level of data by classification and grading (S003). Core data is never registered.
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum DataLevel {
        /// General data 一般数据.
        #[codec(index = 0)]
        General,
        /// Important data 重要数据.
        #[codec(index = 1)]
        Important,
        /// Core data 核心数据.
        #[codec(index = 2)]
        Core,
    }

    /// How the data came about (NG 20, NG 21).
    #[derive(Copy, PartialOrd, Ord)]
    #[serde(rename_all = "snake_case")]
    pub enum SourceKind {
        /// Collected or generated in one's own production or operation 采集生成, NG 21(1) and (3).
        #[codec(index = 0)]
        Collected,
        /// Collected by another under a civil contract, got by the party that brought the data about, NG 21(2).
        #[codec(index = 1)]
        Commissioned,
        /// Obtained by agreement 协议取得, NG 20.
        #[codec(index = 2)]
        Agreement,
        /// Open data gathered by automated programs 通过自动化程序收集的公开数据, NG 21(4).
        #[codec(index = 3)]
        OpenDataByProgram,
        /// Joint fusion of several participants' data 数据融合, NG 21(5).
        #[codec(index = 4)]
        JointFusion,
        /// Derived data 衍生数据, NG 21(6).
        #[codec(index = 5)]
        Derived,
        /// Processed for another under a mandate 受托处理, NG 21(7).
        #[codec(index = 6)]
        Entrusted,
    }

    /// Whether and how the data is public data (NG 15).
    #[serde(rename_all = "snake_case")]
    pub enum PublicClass {
        /// Not public data.
        #[codec(index = 0)]
        None,
        /// Collected or produced by party and government organs: never registered (NG 15(1)).
        #[codec(index = 1)]
        OrganData,
        /// Product of authorised operation 授权运营, after its registration on the public platform (NG 15(2)).
        #[codec(index = 2)]
        AuthorisedOperation {
            /// The query code of that registration; empty when the applicant has none yet.
            query_code: QueryCode,
        },
        /// Produced by a utility in providing its service 公用事业 (NG 15(3)).
        #[codec(index = 3)]
        Utility,
    }

    /// Kind of a fingerprint 数据指纹.
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum FingerprintKind {
        /// The whole data at one date.
        #[codec(index = 0)]
        Snapshot,
        /// A sample of it.
        #[codec(index = 1)]
        Sample,
        /// Its schema.
        #[codec(index = 2)]
        Schema,
        /// A trained model.
        #[codec(index = 3)]
        Model,
    }

    /// A fingerprint and the day on which the data was as fingerprinted.
    #[derive(Copy)]
    pub struct Fingerprint {
        /// What was fingerprinted.
        pub kind: FingerprintKind,
        /// The day of the data.
        pub day: crate::clock::Day,
        /// The digest, BLAKE3 by convention.
        pub digest: Digest,
    }

    /// Something an object was made from (S002).
    #[serde(rename_all = "snake_case")]
    pub enum Source {
        /// A right in a registered object, under which the maker processed it.
        #[codec(index = 0)]
        Right(RightId),
        /// A registered object, without naming a right.
        #[codec(index = 1)]
        Object(ObjectId),
        /// Data that is not registered here, by the digest of the document that describes it.
        #[codec(index = 2)]
        Unregistered(Digest),
    }

    /// Why personal information may be processed (S015; PIPL 13).
    #[derive(Copy)]
    #[serde(rename_all = "snake_case")]
    pub enum LawfulGround {
        /// Consent of the person.
        #[codec(index = 0)]
        Consent,
        /// Needed for a contract with the person or for staff management.
        #[codec(index = 1)]
        Contract,
        /// Statutory duty.
        #[codec(index = 2)]
        StatutoryDuty,
        /// Public health or emergency.
        #[codec(index = 3)]
        Emergency,
        /// News and public supervision.
        #[codec(index = 4)]
        PublicInterest,
        /// Already lawfully made public.
        #[codec(index = 5)]
        LawfullyPublic,
        /// Another ground named by law.
        #[codec(index = 6)]
        OtherLaw,
    }

    /// The basis on which data with personal information is claimed: all members are required (S015).
    #[derive(Copy)]
    pub struct PersonalInformation {
        /// The lawful ground.
        pub ground: LawfulGround,
        /// Digest of the document that states purpose and scope.
        pub authorisation: Digest,
        /// The last day of the authorised term; nothing when the ground has no term.
        pub until: Option<crate::clock::Day>,
    }

    /// The coded facts of an object. No free text: the description is a digest until an officer has examined it.
    pub struct ObjectFacts {
        /// Resource or product.
        pub kind: ObjectKind,
        /// Public, enterprise or personal.
        pub category: DataCategory,
        /// General or important; core is refused.
        pub level: DataLevel,
        /// How the data came about.
        pub source: SourceKind,
        /// Whether it is public data.
        pub public_class: PublicClass,
        /// Division 大类 of GB/T 4754, two digits, from the chain's code table.
        pub industry: u8,
        /// Form of a product, from the chain's code table (S007); nothing for a resource.
        pub form: Option<u8>,
        /// Set when the data bears personal information.
        pub personal_information: Option<PersonalInformation>,
        /// SHA-256 of the canonical description.
        pub description: Digest,
        /// What it was made from; empty for a resource that was collected.
        pub lineage: Bounded<Source, 16>,
    }
}
