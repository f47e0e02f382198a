//! What a reader of a title is warned of: each a typed code, its article, and its sentence in both languages.
//!
//! `Grave` stands in the way of lending on the right as it is; `Mind` is to be looked into first. Articles: NG, the national
//! guide; CC, the Civil Code; S, the requirements of this register where no article says it.

use quanji_primitives::{ObjectId, RightId};
use serde::Serialize;

use super::searches::Register;
use crate::language::Language;

/// How much a warning weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// It stands in the way.
    Grave,
    /// It is to be looked into.
    Mind,
}

macro_rules! warnings {
    ($(
        $(#[doc = $doc:literal])*
        $code:ident $( { $( $fact:ident ),+ } )? : $weight:ident, $basis:literal =>
            zh $zh:literal;
            en $en:literal;
    )+) => {
        /// A warning, with the facts that it shows.
        #[derive(Clone, PartialEq, Eq, Debug, Serialize)]
        #[serde(tag = "code", content = "facts", rename_all = "snake_case")]
        pub enum Warning {
            $( $(#[doc = $doc])* $code $( { $( #[doc = "A fact that the sentence shows."] $fact: String ),+ } )? ),+
        }

        impl Warning {
            /// The names of all warnings.
            pub const CODES: &'static [&'static str] = &[ $( stringify!($code) ),+ ];

            /// How much it weighs.
            #[allow(unused_variables, reason = "no weight depends on a fact")]
            pub fn weight(&self) -> Weight {
                match self { $( Self::$code $( { $( $fact ),+ } )? => Weight::$weight ),+ }
            }

            /// The article or requirement that it rests on.
            #[allow(unused_variables, reason = "no article depends on a fact")]
            pub fn basis(&self) -> &'static str {
                match self { $( Self::$code $( { $( $fact ),+ } )? => $basis ),+ }
            }

            /// What is to be minded.
            #[allow(clippy::useless_format, reason = "some sentences have no fact")]
            pub fn text(&self, language: Language) -> String {
                match self {
                    $( Self::$code $( { $( $fact ),+ } )? => {
                        $( $( let $fact = in_words(stringify!($fact), $fact, language); )+ )?
                        language.pick(format!($zh), format!($en))
                    } ),+
                }
            }

            /// Whether it shows a fact with this name.
            pub fn shows(&self, name: &str) -> bool {
                let names: &[&str] = match self {
                    $( Self::$code $( { $( $fact: _ ),+ } )? => &[ $( $( stringify!($fact) ),+ )? ] ),+
                };
                names.contains(&name)
            }
        }
    };
}

/// A fact as a sentence shows it: a register, which programs read as its code, by its name; any other as it is.
fn in_words<'a>(name: &str, fact: &'a str, language: Language) -> &'a str {
    match name {
        "register" => Register::of_code(fact).map_or(fact, |register| register.name(language)),
        _ => fact,
    }
}

warnings! {
    /// The term of a right is over.
    Lapsed { right, until }: Grave, "NG 36" =>
        zh "{right} 已于 {until} 届满";
        en "the term of {right} was over with {until}";
    /// The term of a right is over, and a renewal keeps it in force until it is decided.
    KeptByRenewal { right, until, case }: Grave, "NG 36" =>
        zh "{right} 已于 {until} 届满；续期申请 {case} 按期提出，决定前继续有效";
        en "the term of {right} was over with {until}: it is in force until {case}, a renewal filed in time, is decided";
    /// A right was ended.
    Ended { right }: Grave, "NG 37" =>
        zh "{right} 已终止";
        en "{right} was ended";
    /// What a licence hangs on is not in force.
    AboveNotInForce { right, above }: Grave, "NG 3" =>
        zh "许可 {right} 所依据的权利 {above} 已失效";
        en "the licence {right} hangs on {above}, which is not in force";
    /// The regime lets only who has the operating right pledge, and none of first registration is in force.
    NoOperatingRight: Grave, "NG 3" =>
        zh "其中没有首次登记取得且有效的数据经营权，不能设立质押";
        en "none of the rights is an operating right of first registration in force: nothing can be pledged";
    /// No right of first registration is in force, or the regime knows no pledges.
    NothingToPledge: Grave, "NG 3" =>
        zh "其中没有可以质押的权利：须为首次登记取得且有效的权利，且登记制度办理质押";
        en "none of the rights can be pledged: that takes a right of first registration in force, under rules that know pledges";
    /// A right ends before the loan does, and six months.
    ExpiresBeforeMaturity { right, until, needed }: Grave, "NG 26, 36" =>
        zh "{right} 至 {until} 届满，早于到期日加六个月（{needed}）";
        en "{right} ends {until}, before the maturity and six months ({needed})";
    /// A licence ends before the loan does.
    LicenceEndsBeforeMaturity { right, until, maturity }: Grave, "NG 3" =>
        zh "许可 {right} 至 {until} 终止，早于到期日 {maturity}";
        en "the licence {right} ends {until}, before the maturity {maturity}";
    /// The right of a source ends before the loan does.
    SourceEndsBeforeMaturity { source, until, maturity }: Grave, "NG 20, 21(6)" =>
        zh "来源 {source} 至 {until} 届满，早于到期日 {maturity}";
        en "the source {source} ends {until}, before the maturity {maturity}";
    /// The authorisation to process personal information is over.
    AuthorisationEnded { until }: Grave, "NG 20; PIPL 13" =>
        zh "个人信息处理授权已于 {until} 到期";
        en "the authorisation to process personal information was over with {until}";
    /// The authorisation to process personal information ends before the loan does.
    AuthorisationEndsBeforeMaturity { until, maturity }: Grave, "NG 20; PIPL 13" =>
        zh "个人信息处理授权至 {until} 止，早于到期日 {maturity}";
        en "the authorisation to process personal information ends {until}, before the maturity {maturity}";
    /// An exclusive or sole licence is in force.
    ExclusiveLicence { licence, right, until }: Grave, "NG 3" =>
        zh "{right} 上有独占或排他许可 {licence}，至 {until} 有效：处置价值受限";
        en "an exclusive or sole licence {licence} stands on {right} until {until}: little is left to realise";
    /// Others hold rights of their own in the same data.
    IndependentHolders { count }: Mind, "NG 21" =>
        zh "同一数据另有 {count} 个独立权利人，可各自许可";
        en "{count} independent holder(s) of the same data may license it on their own";
    /// A co-holder has not signed.
    CoHolderNotSigned { right, party }: Grave, "NG 34; CC 301" =>
        zh "{right} 为共有，共有人 {party} 尚未签署";
        en "{right} is co-held, and the co-holder {party} has not signed";
    /// An objection is noted.
    ObjectionNoted { mark, since }: Grave, "NG 29" =>
        zh "备注 {mark}：异议，自 {since} 起";
        en "mark {mark}: an objection, since {since}";
    /// An objection is not closed.
    ObjectionOpen { objection }: Grave, "NG 29" =>
        zh "异议 {objection} 尚未了结";
        en "objection {objection} is not closed";
    /// Dispositions are held.
    OnHold { mark, since }: Grave, "NG 29" =>
        zh "备注 {mark}：暂停处分，自 {since} 起";
        en "mark {mark}: a hold, since {since}";
    /// It is seized.
    Seized { mark, since }: Grave, "NG 23" =>
        zh "备注 {mark}：查封，自 {since} 起";
        en "mark {mark}: seized, since {since}";
    /// A seizure waits behind another.
    SeizureWaits { mark, since }: Grave, "NG 23" =>
        zh "备注 {mark}：轮候查封，自 {since} 起；在先查封解除即生效";
        en "mark {mark}: a seizure waits since {since}, and takes effect when the one before it ends";
    /// It is under administrative control.
    Controlled { mark, since }: Grave, "NG 23" =>
        zh "备注 {mark}：行政管制，自 {since} 起";
        en "mark {mark}: under administrative control since {since}";
    /// There is an earlier pledge.
    EarlierPledge { mark, right, rank }: Grave, "CC 414" =>
        zh "备注 {mark}：{right} 上已有质押，本登记簿顺位 {rank}";
        en "mark {mark}: {right} is pledged already, rank {rank} in this ledger";
    /// There is an earlier reservation.
    EarlierReservation { mark, right, rank }: Grave, "CC 414; S070" =>
        zh "备注 {mark}：{right} 上已有顺位预留，本登记簿顺位 {rank}";
        en "mark {mark}: a place on {right} is reserved already, rank {rank} in this ledger";
    /// A pledge has no statutory registration.
    StatutoryNumberMissing { mark }: Grave, "CC 414; S076" =>
        zh "备注 {mark} 的质押没有中登网或数据知识产权质押登记编号：没有法定顺位";
        en "the pledge of mark {mark} names no registration in a statutory register: it has no rank by law";
    /// The rank by law differs from the rank here.
    StatutoryOrderDiffers { right, ledger, statutory }: Grave, "CC 414" =>
        zh "{right} 的顺位不一致：本登记簿为备注 {ledger}，法定顺位为备注 {statutory}";
        en "the ranks on {right} differ: marks {ledger} in this ledger, {statutory} by statute";
    /// A pledge was not released in time after it was demanded.
    ReleaseOverdue { mark }: Mind, "S070" =>
        zh "备注 {mark} 的质押已被要求解除，逾期未办";
        en "the release of the pledge of mark {mark} was demanded and is overdue";
    /// A pledge is in default.
    PledgeInDefault { mark }: Grave, "S070" =>
        zh "备注 {mark} 的质押已有违约通知";
        en "a default notice was recorded on the pledge of mark {mark}";
    /// The registration of a pledge has lapsed.
    PledgeLapsed { mark, through }: Mind, "S070" =>
        zh "备注 {mark} 的质押登记至 {through} 已失效，不再锁定权利；质权本身不因此消灭";
        en "the registration of the pledge of mark {mark} lapsed on {through} and locks nothing; that is not the end of the pledge";
    /// A deed waits for signatures.
    DeedWaits { deed }: Mind, "CC 414; S070" =>
        zh "契据 {deed} 待签署：签齐即登记，并取得顺位";
        en "deed {deed} waits for signatures: with the last one it is entered and has its rank";
    /// An offer of an exclusive or sole licence waits for signatures.
    ExclusiveOfferWaits { offer, right }: Grave, "NG 3" =>
        zh "{right} 上有独占或排他许可待签署（第 {offer} 号）：签齐即登记";
        en "an exclusive or sole licence on {right} waits for signatures (offer {offer}): with the last one it is entered";
    /// An offer of a licence waits for signatures.
    OfferWaits { offer, right }: Mind, "NG 3" =>
        zh "{right} 上有许可待签署（第 {offer} 号）：签齐即登记";
        en "a licence on {right} waits for signatures (offer {offer}): with the last one it is entered";
    /// The authority is about to act of its own motion.
    MotionWaits { since }: Grave, "NG 37" =>
        zh "登记机构自 {since} 起拟依职权办理，须另一名人员执行";
        en "the authority is about to act of its own motion since {since}: a second officer is to carry it out";
    /// A case is on its way.
    PendingCase { case }: Grave, "NG 17, 28" =>
        zh "案件 {case} 正在办理，可能改变登记";
        en "case {case} is on its way and may change what is registered";
    /// A source is disputed.
    SourceDisputed { source, since }: Grave, "NG 20, 21(6)" =>
        zh "来源权利 {source} 自 {since} 起有争议";
        en "the source {source} is disputed since {since}";
    /// A source is seized.
    SourceSeized { source, since }: Grave, "NG 20, 21(6)" =>
        zh "来源权利 {source} 自 {since} 起被查封";
        en "the source {source} is seized since {since}";
    /// A source has ended.
    SourceEnded { source }: Grave, "NG 20, 21(6)" =>
        zh "来源 {source} 已终止或届满";
        en "the source {source} has ended or its term is over";
    /// Open data gathered by programs.
    CrawledData: Mind, "NG 21(4)" =>
        zh "数据系自动化程序收集的公开数据，资源不得登记经营权";
        en "open data gathered by programs: of such a resource no operating right is registered";
    /// Personal data, or data with personal information.
    PersonalData: Mind, "NG 20; PIPL 13" =>
        zh "含个人信息：处置须符合授权范围，授权可撤回";
        en "it bears personal information: use only within the authorisation, which can be withdrawn";
    /// Important data.
    ImportantData: Grave, "NG 20; S092" =>
        zh "重要数据：许可、转移须经主管部门同意";
        en "important data: licences and transfers need the competent department's consent";
    /// The last snapshot is older than the update cycle.
    SnapshotOld { day, allowed }: Mind, "NG 26" =>
        zh "最近快照为 {day}，已超过更新周期（{allowed} 天）";
        en "the last snapshot is of {day}, older than the update cycle of {allowed} day(s)";
    /// There is no snapshot.
    NoSnapshot: Mind, "NG 26" =>
        zh "没有登记任何数据快照指纹：无法核对现有数据";
        en "no fingerprint of a snapshot is registered: the data of today cannot be compared";
    /// It was imported.
    Imported { scheme, on }: Mind, "NG 41" =>
        zh "由 {scheme} 的既有登记（{on}）转入";
        en "imported from an earlier registration under {scheme} of {on}";
    /// It was imported and nobody has reviewed that.
    ImportNotReviewed: Grave, "NG 41" =>
        zh "转入登记尚未经第二名人员复核，没有凭证";
        en "the import is not reviewed by a second officer yet: there is no certificate";
    /// It was registered by a simplified way: the source was not checked.
    SourceNotChecked: Mind, "NG 41; S030" =>
        zh "简化办理：来源合法未经审查";
        en "registered by a simplified way: the lawful source was not examined";
    /// It was registered by a simplified way: the content was not checked.
    ContentNotChecked: Mind, "NG 41; S030" =>
        zh "简化办理：内容合规未经审查";
        en "registered by a simplified way: the content was not examined";
    /// It was registered by a simplified way: the authorisation was not checked.
    AuthorisationNotChecked: Mind, "NG 41; S030" =>
        zh "简化办理：授权明晰未经审查";
        en "registered by a simplified way: the authorisation was not examined";
    /// The notice was withheld.
    NoticeWithheld: Mind, "NG 24" =>
        zh "未予公示：他人无从在公示期提出异议";
        en "the notice was withheld: nobody could object in it";
    /// The notice was withheld in part.
    NoticeWithheldInPart: Mind, "NG 24" =>
        zh "部分未予公示";
        en "the notice was withheld in part";
    /// A holder is suspended.
    HolderSuspended { party }: Grave, "NG 39; S047" =>
        zh "权利人 {party} 已暂停办理业务";
        en "the holder {party} is suspended";
    /// A holder is locked while others take its place.
    HolderInSuccession { party }: Grave, "S023" =>
        zh "权利人 {party} 正在承继办理中，已锁定";
        en "the holder {party} is locked while others take its place";
    /// A holder was erased at her own request, and acts no more.
    HolderErased { party }: Grave, "PIPL 47" =>
        zh "权利人 {party} 的个人信息已删除，不再办理业务";
        en "the holder {party} was erased at her own request and acts no more";
    /// The authority may not complete registrations.
    AuthoritySuspended { authority }: Mind, "NG 12, 13" =>
        zh "登记机构 {authority} 已暂停业务";
        en "the authority {authority} is suspended";
    /// No search of a statutory register about a debtor is recorded.
    SearchMissing { register, debtor }: Mind, "CC 414; S076" =>
        zh "尚未记录就 {debtor} 对{register}的查询";
        en "no search of {register} about {debtor} is recorded";
    /// The last search is more than three days old.
    SearchOld { register, debtor, number, at }: Mind, "CC 414; S076" =>
        zh "最近一次就 {debtor} 对{register}的查询（{number}，{at}）已超过三天";
        en "the last search of {register} about {debtor} ({number}, {at}) is more than three days old";
    /// A search found something.
    SearchFound { register, debtor, number, at }: Grave, "CC 414; S076" =>
        zh "就 {debtor} 对{register}的查询（{number}，{at}）有在先登记";
        en "the search of {register} about {debtor} ({number}, {at}) found earlier registrations";
    /// A chain whose clock can be set.
    TestChain: Grave, "S107" =>
        zh "测试链：登记时间可调，没有法律效力";
        en "a test chain, whose register clock can be set: of no legal effect";
}

/// A warning with what it concerns.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Noted {
    /// The warning.
    #[serde(flatten)]
    pub warning: Warning,
    /// How much it weighs.
    pub weight: Weight,
    /// The article.
    pub article: &'static str,
    /// The object it concerns.
    #[serde(serialize_with = "super::shown_option")]
    pub object: Option<ObjectId>,
    /// The right it concerns, where it is one.
    #[serde(serialize_with = "super::shown_option")]
    pub right: Option<RightId>,
    /// The entry of the object on which it rests; nothing where it rests on none, or the node does not keep it.
    pub entry: Option<u32>,
}

impl Noted {
    /// A warning about an object, on an entry of it.
    pub fn of(warning: Warning, object: ObjectId, entry: Option<u32>) -> Self {
        Self {
            weight: warning.weight(),
            article: warning.basis(),
            warning,
            object: Some(object),
            right: None,
            entry,
        }
    }

    /// A warning about no object in particular.
    pub fn general(warning: Warning) -> Self {
        Self {
            weight: warning.weight(),
            article: warning.basis(),
            warning,
            object: None,
            right: None,
            entry: None,
        }
    }

    /// The same about one right of the object.
    pub fn on(self, right: RightId) -> Self {
        Self {
            right: Some(right),
            ..self
        }
    }
}
