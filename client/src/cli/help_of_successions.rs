//! Chinese help of successions.

/// `command` or `command.argument`, and the help.
pub const CHINESE: &[(&str, &str)] = &[
    ("succession", "承继：合并、分立、解散、破产、死亡"),
    (
        "succession file",
        "提交承继：由谁、因何事由、凭何文书、自何日承继（主体管理员或承继人）",
    ),
    ("succession file.predecessor", "被承继的主体，例如 P1-1-Q"),
    (
        "succession file.event",
        "事由：merger 合并、division 分立、dissolution 解散、bankruptcy 破产、death 死亡",
    ),
    ("succession file.instrument", "文书：文件（记录其 SHA-256）或摘要"),
    ("succession file.effective", "生效的第一日，例如 2026-11-09"),
    (
        "succession file.successor",
        "承继人，可重复；第一位承继未逐项列明的一切，例如 P1-2-K",
    ),
    (
        "succession confirm",
        "以第二位人员确认：被承继主体的账户即时失效（主体管理员或复核人）",
    ),
    ("succession confirm.predecessor", "被承继的主体，例如 P1-1-Q"),
    (
        "succession give-up",
        "放弃尚未确认的承继（主体管理员，或提交它的承继人）",
    ),
    ("succession give-up.predecessor", "被承继的主体，例如 P1-1-Q"),
    (
        "succession assign",
        "按文书把被锁定主体的权利逐项分配给承继人；中断后重新运行即可",
    ),
    ("succession assign.predecessor", "被承继的主体，例如 P1-1-Q"),
    (
        "succession assign.list",
        "文书所列清单，每行“凭证编号,主体”；- 表示标准输入",
    ),
    (
        "succession assign.rest_to",
        "承继清单以外全部权利的承继人，例如 P1-2-K",
    ),
    (
        "succession case",
        "把在办案件移交第一位以外的承继人（主体管理员或复核人）",
    ),
    ("succession case.predecessor", "被承继的主体，例如 P1-1-Q"),
    ("succession case.case", "案件，例如 C1-1-T"),
    ("succession case.to", "继续办理的承继人，例如 P1-2-K"),
    ("succession status", "查看承继及尚未分配的权利"),
    ("succession status.predecessor", "被承继的主体，例如 P1-1-Q"),
    ("succession finish", "全部分配后办结承继（主体管理员或复核人）"),
    ("succession finish.predecessor", "被承继的主体，例如 P1-1-Q"),
];
