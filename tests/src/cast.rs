//! The cast of the stories: officers, parties and authorities.

/// Somebody with a key.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// What the stories call it.
    pub name: &'static str,
    /// Its development key.
    pub key: &'static str,
    /// Its unified social credit code; none of a natural person.
    pub code: &'static str,
}

const fn officer(name: &'static str, key: &'static str) -> Person {
    Person { name, key, code: "" }
}

const fn company(name: &'static str, key: &'static str, code: &'static str) -> Person {
    Person { name, key, code }
}

/// Examiner of A44.
pub const CHEN: Person = officer("Chen (A44)", "//Lingnan//Examiner");
/// Reviewer of A44.
pub const LUO: Person = officer("Luo (A44)", "//Lingnan//Reviewer");
/// Registrar of A44.
pub const WU: Person = officer("Wu (A44)", "//Lingnan//Registrar");
/// Examiner of A11.
pub const SUN: Person = officer("Sun (A11)", "//Jingbei//Examiner");
/// Reviewer of A11.
pub const MA: Person = officer("Ma (A11)", "//Jingbei//Reviewer");
/// The competent department.
pub const DEP: Person = officer("Department", "//Department");
/// An enterprise of Guangzhou.
pub const PORTCO: Person = company("PortCo", "//PortCo", "91440101MA0000101E");
/// Another enterprise.
pub const FREIGHTCO: Person = company("FreightCo", "//FreightCo", "91440101MA0000102H");
/// A lawful co-producer.
pub const SHIPCO: Person = company("ShipCo", "//ShipCo", "91440101MA0000103L");
/// Whose data came from somewhere else.
pub const LEAKCO: Person = company("LeakCo", "//LeakCo", "91110101MA00001047");
/// Operates public data under an authorisation.
pub const OPCO: Person = company("OpCo", "//OpCo", "91110101MA0000105A");
/// A water utility.
pub const WATERCO: Person = company("WaterCo", "//WaterCo", "91440101MA0000106X");
/// A transport bureau.
pub const BUREAU: Person = company("Bureau", "//Bureau", "11440100MB0000107W");
/// Holds a source of somebody else's product.
pub const SOURCECO: Person = company("SourceCo", "//SourceCo", "91440101MA00001084");

/// Gets a sub-licence.
pub const SUBCO: Person = company("SubCo", "//SubCo", "91440101MA00001097");
/// Would be licensed beside a sole licensee.
pub const THIRDCO: Person = company("ThirdCo", "//ThirdCo", "91440101MA0000110C");
/// A sister of PortCo, and in its place after their merger.
pub const PORTNEW: Person = company("PortNew", "//PortNew", "91440101MA0000111F");
/// A bank.
pub const BANK_P: Person = company("Bank P", "//BankP", "91110000MA0000112E");
/// Another bank.
pub const BANK_Q: Person = company("Bank Q", "//BankQ", "91110000MA0000113H");
/// A third one.
pub const BANK_R: Person = company("Bank R", "//BankR", "91110000MA0000114L");
/// A service institution: the chain knows it from its beginning.
pub const LAWCO: Person = company("LawCo", "//ServiceInstitution", "91440000MA0000006L");
/// A company of Singapore, without a code of this country.
pub const SINGCO: Person = officer("SingCo", "//SingCo");

/// A court. It has no key: an officer files its instruments.
pub const COURT_X: Person = company("Court X", "", "11440100MB00002010");
/// Another court.
pub const COURT_Y: Person = company("Court Y", "", "11440100MB00002023");

/// A natural person: the register has no number of hers.
pub const MEI: Person = officer("Mei", "//Mei");

/// An authority with its two chairs.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its identifier.
    pub authority: &'static str,
    /// Its examiner.
    pub examiner: Person,
    /// Its reviewer.
    pub reviewer: Person,
}

/// The registration centre of Lingnan: region 44, digit 1.
pub const A44: Place = Place {
    authority: "A1-Q",
    examiner: CHEN,
    reviewer: LUO,
};

/// The registration centre of Jingbei: region 11, digit 1.
pub const A11: Place = Place {
    authority: "A2-K",
    examiner: SUN,
    reviewer: MA,
};

/// Holding, processing-use, operating.
pub const ALL_RIGHTS: [&str; 3] = ["holding", "processing-use", "operating"];

/// Holding and processing-use.
pub const HOLD_AND_USE: [&str; 2] = ["holding", "processing-use"];
