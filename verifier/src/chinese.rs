//! What each reason says to a reader, in Chinese.

use crate::{
    errors::{CredentialError, Error, FinalityError, PackageError, Part, StateError, TrustError},
    reasons::Failing,
    state::Record,
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
        PackageError::Unreadable { part: read } => format!("{}不是区块头", part(*read)),
    }
}

fn part(part: Part) -> String {
    match part {
        Part::GenesisHeader => "创世区块头部分".into(),
        Part::LinkHeader { position } => format!("第 {position} 处（自 0 起）交接区块头部分"),
        Part::BlockHeader => "所证明区块的区块头部分".into(),
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

fn record(record: &Record) -> String {
    match record {
        Record::Object(object) => format!("登记对象 {object}"),
        Record::Right(object, number) => format!("登记对象 {object} 的第 {number} 项权利"),
        Record::Certificate(object, number) => format!("登记对象 {object} 的第 {number} 份凭证"),
        Record::Mark(object, number) => format!("登记对象 {object} 的第 {number} 项备注"),
        Record::Licence(object, number) => format!("登记对象 {object} 的第 {number} 项许可"),
        Record::Party(party) => format!("主体 {party}"),
        Record::SuccessorOf(party) => format!("主体 {party} 的承继人"),
        Record::Authority(authority) => format!("登记机构 {authority}"),
        Record::CredentialKey(authority, number) => format!("登记机构 {authority} 的第 {number} 个凭证密钥"),
        Record::Regime(regime) => format!("登记制度 {}/{}", regime.system, regime.version),
        Record::BlockTime => "区块时间".into(),
        Record::DevelopmentClock => "测试链时钟".into(),
        Record::GrandpaAuthorities => "验证人集合".into(),
    }
}

fn state(reason: &StateError) -> String {
    match reason {
        StateError::NotProven { record: read } => format!("证明未覆盖{}", record(read)),
        StateError::Absent { record: read } => format!("登记簿没有{}", record(read)),
        StateError::UnknownVersion { record: read, found } => {
            format!("{}的版本 {found} 未知", record(read))
        }
        StateError::Unreadable { record: read } => format!("{}无法解码", record(read)),
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
        CredentialError::SignedAfterLaterIssue {
            issue,
            created,
            present,
            issued_at,
        } => {
            let (created, issued_at) = (text(created), text(issued_at));
            format!("第 {issue} 版签署时间 {created} 晚于第 {present} 版的签发时间 {issued_at}")
        }
        CredentialError::Differs {
            member,
            expected,
            found,
        } => format!("{member} 写的是 {found}，登记簿记载为 {expected}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finality::Voter, H256};
    use alloc::string::ToString;
    use quanji_primitives::{regime::RegimeId, AuthorityId, ObjectId, PartyId};

    fn of_state(reason: StateError) -> String {
        text(&Error::State { block: 7, reason })
    }

    #[test]
    fn a_file_that_is_no_package_is_told_so_and_not_as_a_forgery() {
        let large = Error::Package(PackageError::TooLarge { bytes: 9, max: 8 });
        assert_eq!(text(&large), "证据包无法读取：共 9 字节，上限为 8 字节");
        let of = |part| text(&Error::Package(PackageError::Unreadable { part }));
        assert_eq!(
            [
                of(Part::GenesisHeader),
                of(Part::LinkHeader { position: 2 }),
                of(Part::BlockHeader)
            ],
            [
                "证据包无法读取：创世区块头部分不是区块头",
                "证据包无法读取：第 2 处（自 0 起）交接区块头部分不是区块头",
                "证据包无法读取：所证明区块的区块头部分不是区块头"
            ]
        );
    }

    #[test]
    fn each_kind_of_reason_is_told_with_its_facts() {
        let late = Error::Trust(TrustError::StartsLate { first: 3 });
        assert_eq!(
            text(&late),
            "未获证明：证据包与所信任的起点不符：它从第 3 届验证人集合开始"
        );
        let voter = Voter([1; 32]);
        let forged = Error::Finality {
            block: 7,
            reason: FinalityError::BadSignature { voter },
        };
        assert_eq!(
            text(&forged),
            format!("系伪造，未获证明：区块 7 的最终性不成立：{voter} 的投票签名不符")
        );
        let delayed = Error::Finality {
            block: 7,
            reason: FinalityError::DelayedChange { delay: 5 },
        };
        assert!(text(&delayed).ends_with("验证人集合的更换推迟了 5 个区块"));
        assert_eq!(
            of_state(StateError::NoSuchRight { right: 4 }),
            "未获证明：区块 7 的登记簿状态不成立：所列第 4 项权利不存在"
        );
        let differs = Error::Credential(CredentialError::Differs {
            member: "/a".into(),
            expected: "一".into(),
            found: "二".into(),
        });
        assert_eq!(
            text(&differs),
            "系伪造，未获证明：凭证与登记簿记载不符：/a 写的是 二，登记簿记载为 一"
        );
    }

    #[test]
    fn an_issue_signed_too_late_is_told_with_both_issues() {
        let late = Error::Credential(CredentialError::SignedAfterLaterIssue {
            issue: 1,
            created: Moment(86_400_000),
            present: 2,
            issued_at: Moment(0),
        });
        let (created, issued_at) = ("1970-01-02T08:00:00.000+08:00", "1970-01-01T08:00:00.000+08:00");
        let told = format!("第 1 版签署时间 {created} 晚于第 2 版的签发时间 {issued_at}");
        assert_eq!(text(&late), format!("未获证明：凭证与登记簿记载不符：{told}"));
    }

    #[test]
    fn times_of_a_key_are_told_as_dates() {
        let refused = |until| {
            Error::Credential(CredentialError::KeyNotValid {
                created: Moment(0),
                from: Moment(86_400_000),
                until,
            })
        };
        let (created, from) = ("1970-01-01T08:00:00.000+08:00", "1970-01-02T08:00:00.000+08:00");
        let (open, ended) = (refused(None), refused(Some(Moment(172_800_000))));
        assert!(text(&open).ends_with(&format!("签署时间 {created}，而密钥自 {from}有效")));
        let until = "1970-01-03T08:00:00.000+08:00";
        assert!(text(&ended).ends_with(&format!("自 {from}至 {until}有效")));
        let english = format!("signed at {created} with a key valid from {from}");
        assert!(open.to_string().ends_with(&english));
        assert!(ended.to_string().ends_with(&format!("{english} until {until}")));
    }

    #[test]
    fn every_record_of_a_proof_has_a_chinese_name() {
        let (authority, number) = (AuthorityId(1), 2);
        let object = ObjectId::new(authority, 3).unwrap();
        let party = PartyId::new(authority, 4).unwrap();
        let regime = RegimeId {
            system: 1,
            version: 1,
        };
        let records = [
            (Record::Object(object), format!("登记对象 {object}")),
            (
                Record::Right(object, number),
                format!("登记对象 {object} 的第 2 项权利"),
            ),
            (
                Record::Certificate(object, number),
                format!("登记对象 {object} 的第 2 份凭证"),
            ),
            (
                Record::Mark(object, number),
                format!("登记对象 {object} 的第 2 项备注"),
            ),
            (
                Record::Licence(object, number),
                format!("登记对象 {object} 的第 2 项许可"),
            ),
            (Record::Party(party), format!("主体 {party}")),
            (Record::SuccessorOf(party), format!("主体 {party} 的承继人")),
            (Record::Authority(authority), format!("登记机构 {authority}")),
            (
                Record::CredentialKey(authority, number),
                format!("登记机构 {authority} 的第 2 个凭证密钥"),
            ),
            (Record::Regime(regime), "登记制度 1/1".to_string()),
            (Record::BlockTime, "区块时间".to_string()),
            (Record::DevelopmentClock, "测试链时钟".to_string()),
            (Record::GrandpaAuthorities, "验证人集合".to_string()),
        ];
        for (record, name) in records {
            let told = of_state(StateError::NotProven { record });
            assert_eq!(
                told,
                format!("未获证明：区块 7 的登记簿状态不成立：证明未覆盖{name}")
            );
        }
        let absent = of_state(StateError::Absent {
            record: Record::Party(party),
        });
        assert!(absent.ends_with(&format!("登记簿没有主体 {party}")));
    }

    #[test]
    fn hashes_are_told_in_full() {
        let (expected, found) = (H256([1; 32]), H256([2; 32]));
        let other = text(&Error::Trust(TrustError::WrongGenesis { expected, found }));
        assert!(other.contains(&format!("{expected:?}")) && other.contains(&format!("{found:?}")));
    }
}
