//! What each reason says to a reader, in Chinese.

use crate::{
    errors::{CredentialError, Error, FinalityError, PackageError, StateError, TrustError},
    reasons::Failing,
    timestamp,
};
use alloc::{format, string::String};
use quanji_primitives::clock::Moment;

/// What is wrong, in Chinese; the English text is [`Error`]'s `Display`.
pub fn text(error: &Error) -> String {
    let told = match error {
        Error::Package(reason) => format!("证据包无法读取：{}", package(reason)),
        Error::Trust(reason) => format!("证据包与所信任的起点不符：{}", trust(reason)),
        Error::Finality { block, reason } => {
            format!("区块 {block} 的最终性不成立：{}", finality(reason))
        }
        Error::State { block, reason } => {
            format!("区块 {block} 的登记簿状态不成立：{}", state(reason))
        }
        Error::Credential(reason) => format!("凭证与登记簿记载不符：{}", credential(reason)),
    };
    match (error, error.failing()) {
        (Error::Package(_), _) => told,
        (_, Failing::Forged) => format!("系伪造，未获证明：{told}"),
        _ => format!("未获证明：{told}"),
    }
}

fn package(reason: &PackageError) -> String {
    match reason {
        PackageError::TooLarge { bytes, max } => format!("共 {bytes} 字节，上限为 {max} 字节"),
        PackageError::NotJson { reason } => format!("不是证据包的 JSON（{reason}）"),
        PackageError::UnknownFormat { expected, found } => {
            format!("格式为“{found}”，此处只读取“{expected}”")
        }
        PackageError::Unreadable { part } => format!("“{part}”部分不是区块头"),
    }
}

fn trust(reason: &TrustError) -> String {
    match reason {
        TrustError::WrongGenesis { expected, found } => {
            format!("它属于创世哈希为 {found:?} 的链，而不是 {expected:?}")
        }
        TrustError::NoGenesisProof => "其中没有创世区块".into(),
        TrustError::StartsLate { first } => format!("它从第 {first} 届验证人集合开始"),
        TrustError::SetNotReached {
            expected,
            first,
            last,
        } => {
            format!("检查点为第 {expected} 届验证人集合，证据包只有第 {first} 至 {last} 届")
        }
        TrustError::NotRising { reached, found } => format!("区块 {found} 应当在区块 {reached} 之后"),
    }
}

fn finality(reason: &FinalityError) -> String {
    match reason {
        FinalityError::Unreadable => "投票证明无法解码".into(),
        FinalityError::EmptySet => "验证人集合为空".into(),
        FinalityError::OtherBlock { expected, found } => {
            format!("投票针对区块 {found:?}，而不是 {expected:?}")
        }
        FinalityError::NotAnAuthority { voter } => format!("投票者 {voter} 不是验证人"),
        FinalityError::DuplicateVote { voter } => format!("{voter} 的票重复计算"),
        FinalityError::BadSignature { voter } => format!("{voter} 的投票签名不符"),
        FinalityError::NotDescendant { voter } => format!("{voter} 所投区块未能证明在其之后"),
        FinalityError::UnusedAncestry { headers } => format!("有 {headers} 个区块头与投票无关"),
        FinalityError::TooFewVotes { weight, threshold } => {
            format!("只有 {weight} 票，需要 {threshold} 票")
        }
        FinalityError::NoChange => "该区块没有交接给下一届验证人集合".into(),
        FinalityError::ForcedChange => "该区块强制更换验证人集合，需要新的检查点".into(),
        FinalityError::DelayedChange { delay } => format!("验证人集合的更换推迟了 {delay} 个区块"),
    }
}

fn state(reason: &StateError) -> String {
    match reason {
        StateError::NotProven { record } => format!("证明未覆盖记录（{record}）"),
        StateError::Absent { record } => format!("没有该记录（{record}）"),
        StateError::UnknownVersion { record, found } => format!("记录（{record}）的版本 {found} 未知"),
        StateError::Unreadable { record } => format!("记录（{record}）无法解码"),
        StateError::NoSuchRight { right } => format!("所列第 {right} 项权利不存在"),
        StateError::HoldersDiffer { right } => format!("第 {right} 项权利的权利人与凭证不同"),
        StateError::ParentElsewhere { right } => format!("许可 {right} 来自另一登记对象"),
        StateError::ParentsTooDeep { right } => format!("许可 {right} 的层级过深"),
        StateError::SuccessorsTooDeep { party } => format!("{party} 的承继关系层级过深"),
        StateError::HistoryBroken { entry } => format!("第 {entry} 次记载与历史摘要不符"),
        StateError::EntryUnreadable { position } => {
            format!("第 {position} 处（自 0 起）的记载无法解码，或属于另一登记对象")
        }
        StateError::WrongEntryCount { proven, found } => {
            format!("登记对象共有 {proven} 次记载，证明中有 {found} 次")
        }
        StateError::TooManyRecords { found, max } => {
            format!("登记对象自称有 {found} 条记录，上限为 {max} 条")
        }
    }
}

fn credential(reason: &CredentialError) -> String {
    let text = |moment: &Moment| timestamp::text(*moment);
    match reason {
        CredentialError::Missing { member } => format!("缺少 {member} 或其格式不对"),
        CredentialError::NotCanonical { text } => format!("“{text}”没有规范形式"),
        CredentialError::UnknownNumber { object, number } => {
            format!("登记对象 {object} 没有凭证 {number}")
        }
        CredentialError::KeyNotOfAuthority { authority, key } => {
            format!("{key} 不是登记机构 {authority} 的凭证密钥")
        }
        CredentialError::KeyNotValid { created, from, until } => {
            let until = until
                .as_ref()
                .map_or(String::new(), |until| format!("至 {}", text(until)));
            format!("签署时间 {}，而密钥自 {}{until}有效", text(created), text(from))
        }
        CredentialError::SignedBeforeIssue { created, issued_at } => {
            format!("签署时间 {} 早于签发时间 {}", text(created), text(issued_at))
        }
        CredentialError::SignedAfterProof { created, as_of } => {
            format!("签署时间 {} 晚于所证明区块的时间 {}", text(created), text(as_of))
        }
        CredentialError::BadSignature { key } => format!("密钥 {key} 的签名不符，内容被改动过"),
        CredentialError::NoSuchIssue { proven, found } => {
            format!("凭证自称第 {found} 版，登记簿现为第 {proven} 版")
        }
        CredentialError::Differs {
            member,
            expected,
            found,
        } => format!("{member} 写的是 {found}，登记簿记载为 {expected}"),
    }
}
