//! Pledges, reservations and waiting deeds of a title report: on an object, and received by a party.

use quanji_client::{
    language::Language,
    title::{
        model::{Extent, ObjectShown, PartyShown},
        pdf::Part,
        received::{ReceivedSecurity, ReceivedShown},
        securities::{DeedAct, Security, Standing, WaitingDeed},
    },
};
use quanji_primitives::{
    collateral::{PledgeForm, PledgeStatus, ReservationStatus, Secured, Statutory, StatutoryRegister, Sum},
    ObjectId,
};

use super::{super::words, words as own};

/// What stands on an object, what is over, and what waits.
pub fn parts(language: Language, extent: Extent, shown: &ObjectShown) -> Vec<Part> {
    let mut parts = Vec::new();
    let (standing, over): (Vec<_>, Vec<_>) = shown.securities.iter().partition(|one| one.stands());
    if !standing.is_empty() {
        parts.push(subheading(language, "质押与顺位预留", "Pledges and reservations"));
        parts.push(standing_table(language, extent, shown, &standing));
        let without = standing
            .iter()
            .any(|one| one.kind == Secured::Pledge && one.statutory.is_none());
        parts.extend(without.then(|| Part::Text(no_statutory_rank(language).to_owned())));
    }
    if !over.is_empty() {
        parts.push(subheading(
            language,
            "近 24 个月终止或失效的质押与预留",
            "Pledges and reservations that ended or lapsed in 24 months",
        ));
        parts.push(over_table(language, extent, &over));
    }
    if !shown.deeds.is_empty() {
        parts.push(subheading(
            language,
            "待签署的契据",
            "Deeds that wait for signatures",
        ));
        let each: Vec<_> = shown.deeds.iter().map(|deed| (shown.object, deed)).collect();
        parts.push(deeds_table(language, extent, &each));
    }
    parts
}

/// What a party has received as security.
pub fn received(language: Language, extent: Extent, received: &ReceivedShown) -> Vec<Part> {
    if extent == Extent::Extract {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let (standing, over): (Vec<_>, Vec<_>) =
        received.securities.iter().partition(|one| one.security.stands());
    for (all, chinese, english) in [
        (
            &standing,
            "所取得的质押与顺位预留",
            "Pledges and reservations received",
        ),
        (
            &over,
            "所取得、近 24 个月终止或失效的质押与预留",
            "Received, ended or lapsed in 24 months",
        ),
    ] {
        if !all.is_empty() {
            parts.push(subheading(language, chinese, english));
            parts.push(received_table(language, all));
        }
    }
    if !received.deeds.is_empty() {
        parts.push(subheading(
            language,
            "拟取得或变更、待签署的契据",
            "Deeds in the party's favour that wait for signatures",
        ));
        let each: Vec<_> = received.deeds.iter().map(|one| (one.object, &one.deed)).collect();
        parts.push(deeds_table(language, extent, &each));
    }
    parts
}

fn subheading(language: Language, chinese: &str, english: &str) -> Part {
    Part::Subheading(language.pick(chinese, english).to_owned())
}

/// The standing warning: what this ledger cannot give.
fn no_statutory_rank(language: Language) -> &'static str {
    language.pick(
        "未载明法定登记编号的质押没有法定顺位：顺位依中登网或数据知识产权质押登记的时间确定，本登记簿的顺位仅为公示与锁定的先后。",
        "A pledge without a number in a statutory register has no rank by law: that follows from the time in the register of movables and rights (中登网) or of data IP; the rank here is the order of notice and lock.",
    )
}

fn head(language: Language, columns: &[(&str, &str)]) -> Vec<Vec<String>> {
    let names = columns
        .iter()
        .map(|(chinese, english)| language.pick(*chinese, *english).to_owned());
    vec![names.collect()]
}

fn standing_table(language: Language, extent: Extent, shown: &ObjectShown, all: &[&Security]) -> Part {
    let mut rows = head(
        language,
        &[
            ("备注 / 契据", "mark / deed"),
            ("种类与状态", "kind, state"),
            ("担保权人", "for"),
            ("金额", "sum"),
            ("本登记簿顺位", "rank here"),
            ("法定顺位与登记", "rank by statute, registration"),
            ("登记期间", "term"),
        ],
    );
    rows.extend(all.iter().map(|one| {
        let (here, by_law) = ranks_of(shown, one.mark);
        vec![
            format!("{} · {}", one.mark, one.deed),
            kind_and_state(language, one),
            holder(language, extent, one.holder.as_ref()),
            sum(language, extent, one.sum.as_ref()),
            here,
            statutory(language, one, &by_law),
            term(language, one),
        ]
    }));
    Part::Table {
        widths: vec![12, 12, 23, 15, 8, 25, 16],
        rows,
    }
}

fn over_table(language: Language, extent: Extent, all: &[&Security]) -> Part {
    let mut rows = head(
        language,
        &[
            ("备注 / 契据", "mark / deed"),
            ("种类", "kind"),
            ("涉及权利", "rights"),
            ("担保权人", "for"),
            ("金额", "sum"),
            ("如何终止", "how it ended"),
            ("终止时间", "when"),
        ],
    );
    rows.extend(all.iter().map(|one| {
        let rights: Vec<_> = one.rights.numbers().map(|number| number.to_string()).collect();
        vec![
            format!("{} · {}", one.mark, one.deed),
            kind(language, one).to_owned(),
            rights.join(", "),
            holder(language, extent, one.holder.as_ref()),
            sum(language, extent, one.sum.as_ref()),
            state(language, one),
            one.over_since.map_or_else(|| "—".to_owned(), words::moment),
        ]
    }));
    Part::Table {
        widths: vec![14, 12, 9, 22, 18, 21, 14],
        rows,
    }
}

fn received_table(language: Language, all: &[&ReceivedSecurity]) -> Part {
    let mut rows = head(
        language,
        &[
            ("登记单位 / 契据", "object / deed"),
            ("种类与状态", "kind, state"),
            ("出质人", "pledgor"),
            ("金额", "sum"),
            ("权利：本登记簿顺位 / 法定顺位", "right: rank here / by statute"),
            ("法定登记", "statutory registration"),
            ("登记期间", "term"),
        ],
    );
    rows.extend(all.iter().map(|one| {
        let security = &one.security;
        let givers: Vec<_> = security.givers.iter().map(ToString::to_string).collect();
        let ranks = one.ranks.iter().map(|rank| {
            let by_law = rank
                .statutory
                .map_or_else(|| "—".to_owned(), |rank| rank.to_string());
            format!("{}: {} / {by_law}", rank.right.index, rank.ledger)
        });
        vec![
            format!("{} · {}", one.object, security.deed),
            kind_and_state(language, security),
            givers.join(", "),
            sum(language, Extent::Full, security.sum.as_ref()),
            ranks.collect::<Vec<_>>().join("; "),
            registration(language, security),
            term(language, security),
        ]
    }));
    Part::Table {
        widths: vec![14, 13, 12, 17, 15, 25, 16],
        rows,
    }
}

fn deeds_table(language: Language, extent: Extent, all: &[(ObjectId, &WaitingDeed)]) -> Part {
    let mut rows = head(
        language,
        &[
            ("契据", "deed"),
            ("登记单位与权利", "object, rights"),
            ("事项", "what it would do"),
            ("担保权人 / 受让人", "for"),
            ("金额与登记至", "sum, until"),
            ("已签署", "signed"),
            ("可签署至", "open until"),
        ],
    );
    rows.extend(all.iter().map(|(object, deed)| {
        let rights: Vec<_> = deed.rights.numbers().map(|number| number.to_string()).collect();
        let changed = deed
            .pledge
            .map_or_else(String::new, |pledge| format!(" {pledge}"));
        let signed: Vec<_> = deed.signed.iter().map(ToString::to_string).collect();
        // Who proposed it has signed it.
        let is_told = !signed.is_empty();
        let mut terms = Vec::new();
        terms.extend(deed.sum.as_ref().map(|sum| own::sum(language, sum)));
        terms.extend(deed.through.map(|day| day.to_string()));
        vec![
            deed.deed.to_string(),
            format!("{object} {}", rights.join(", ")).trim_end().to_owned(),
            format!("{}{changed}", act(language, deed.act)),
            match is_told {
                true => party(language, deed.holder.as_ref()),
                false => unsaid(language, extent),
            },
            terms.join(" · "),
            match is_told {
                true => signed.join(", "),
                false => unsaid(language, extent),
            },
            words::moment(deed.open_until),
        ]
    }));
    Part::Table {
        widths: vec![12, 14, 15, 20, 19, 14, 14],
        rows,
    }
}

/// Why a creditor or a sum is not there.
fn unsaid(language: Language, extent: Extent) -> String {
    let (chinese, english) = match extent {
        Extent::Extract => ("摘要不列", "not in the extract"),
        Extent::Full => ("该权利人未同意", "its holder has not consented"),
    };
    language.pick(chinese, english).to_owned()
}

fn party(language: Language, party: Option<&PartyShown>) -> String {
    party.map_or_else(|| "—".to_owned(), |party| own::party(language, party))
}

fn holder(language: Language, extent: Extent, holder: Option<&PartyShown>) -> String {
    holder.map_or_else(|| unsaid(language, extent), |party| own::party(language, party))
}

fn sum(language: Language, extent: Extent, sum: Option<&Sum>) -> String {
    sum.map_or_else(|| unsaid(language, extent), |sum| own::sum(language, sum))
}

fn kind(language: Language, one: &Security) -> &'static str {
    match (one.kind, one.form) {
        (Secured::Reservation, _) => language.pick("顺位预留", "reservation"),
        (Secured::Pledge, Some(PledgeForm::Mortgage)) => language.pick("抵押", "mortgage"),
        (Secured::Pledge, Some(PledgeForm::Other)) => language.pick("其他担保", "other security"),
        (Secured::Pledge, _) => language.pick("质押", "pledge"),
    }
}

fn kind_and_state(language: Language, one: &Security) -> String {
    let mut text = format!(
        "{}{}{}",
        kind(language, one),
        language.pick("，", ", "),
        state(language, one)
    );
    if let Some(day) = one.default_noticed {
        text += &language.pick(format!("；{day} 违约通知"), format!("; default notice of {day}"));
    }
    text
}

/// How a pledge or reservation stands.
fn state(language: Language, one: &Security) -> String {
    let (chinese, english) = match one.standing {
        Standing::Pledge(PledgeStatus::Live) => ("有效", "stands"),
        Standing::Pledge(PledgeStatus::Overdue) => ("有效，逾期未解除", "stands, release overdue"),
        Standing::Pledge(PledgeStatus::Lapsed) => (
            "登记失效，质权不因此消灭",
            "registration lapsed, not the end of the pledge",
        ),
        Standing::Pledge(PledgeStatus::Released) => ("已解除", "released"),
        Standing::Pledge(PledgeStatus::Enforced) => {
            ("已实现或依文书终止", "enforced, or ended by instrument")
        }
        Standing::Reservation(ReservationStatus::Standing) => ("有效", "stands"),
        Standing::Reservation(ReservationStatus::Lapsed) => ("期满", "its time ran out"),
        Standing::Reservation(ReservationStatus::GivenUp) => ("已放弃", "given up"),
        Standing::Reservation(ReservationStatus::Used) => ("已用于质押", "used by a pledge"),
        Standing::Reservation(ReservationStatus::Ended) => ("随权利终止", "ended with the right"),
    };
    let text = language.pick(chinese, english).to_owned();
    match one.used_by {
        Some(pledge) => format!("{text} {pledge}"),
        None => text,
    }
}

fn act(language: Language, act: DeedAct) -> &'static str {
    let (chinese, english) = match act {
        DeedAct::Reservation => ("顺位预留", "reserve a place"),
        DeedAct::Pledge => ("质押", "pledge"),
        DeedAct::Amendment => ("变更质押", "amend the pledge"),
        DeedAct::Assignment => ("转让质权", "assign the pledge"),
        DeedAct::Subordination => ("变更顺位", "let it step back"),
        DeedAct::Enforcement => ("实现质权", "enforce the pledge"),
    };
    language.pick(chinese, english)
}

/// The ranks of a security on each right: `2: 1`.
fn ranks_of(shown: &ObjectShown, mark: u32) -> (String, String) {
    let (mut here, mut by_law) = (Vec::new(), Vec::new());
    for right in &shown.rights {
        let Some(id) = right.right else { continue };
        for rank in right.ranks.iter().filter(|rank| rank.mark == mark) {
            here.push(format!("{}: {}", id.index, rank.ledger));
            by_law.extend(rank.statutory.map(|rank| format!("{}: {rank}", id.index)));
        }
    }
    (here.join(", "), by_law.join(", "))
}

fn statutory(language: Language, one: &Security, ranks: &str) -> String {
    match one.statutory {
        None => registration(language, one),
        Some(_) => format!("{ranks} · {}", registration(language, one)),
    }
}

/// The registration in a statutory register: which, its number, when.
fn registration(language: Language, one: &Security) -> String {
    match (one.kind, &one.statutory) {
        (Secured::Reservation, _) => "—".to_owned(),
        (Secured::Pledge, None) => language.pick("无登记编号", "no number").to_owned(),
        (Secured::Pledge, Some(statutory)) => registered(language, statutory),
    }
}

fn registered(language: Language, statutory: &Statutory) -> String {
    let register = match statutory.register {
        StatutoryRegister::MovableFinance => "中登网",
        StatutoryRegister::DataIntellectualProperty => language.pick("数据知识产权", "data IP"),
        StatutoryRegister::Other => language.pick("其他登记系统", "another register"),
    };
    let (number, at) = (statutory.number.as_str(), words::moment(statutory.registered_at));
    format!("{register} {number}, {at}")
}

fn term(language: Language, one: &Security) -> String {
    let (from, to) = (one.since.day(), one.through);
    language.pick(format!("{from} 至 {to}"), format!("{from} to {to}"))
}
