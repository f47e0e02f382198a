//! Parties, states and lists of a title report in words.

use quanji_client::{
    language::Language,
    title::{
        model::{Gap, PartyShown, Proven, Relation, State},
        searches::{Outcome, Register},
    },
};
use quanji_primitives::{
    clock::{Day, Moment},
    collateral::{Amount, Sum},
    terms::Region,
    v1::PartyStanding,
};

use super::super::words;

pub use super::super::licence::{purpose_name, region_name};

/// The last day on which something is valid that is no longer so at `until`.
pub fn last_day(until: Moment) -> Day {
    Moment(until.0.saturating_sub(1)).day()
}

/// A party by what identifies it, with its share and whose place it took.
pub fn party(language: Language, party: &PartyShown) -> String {
    let erased = party.standing == Some(PartyStanding::Erased);
    let mut text = party.party.to_string();
    if let Some(person) = &party.person {
        text = format!("{text}  {}", words::person(language, person, erased));
    }
    if let Some(parts) = party.parts {
        text = format!("{text}  {}%", f64::from(parts) / 10_000.0);
    }
    if let Some(former) = party.in_place_of {
        text += &language.pick(
            format!("（承继 {former}）"),
            format!(" (in the place of {former})"),
        );
    }
    text
}

/// How a right stands.
pub fn state(language: Language, state: State) -> String {
    match state {
        State::InForce => language.pick("有效", "in force").into(),
        State::Lapsed => language.pick("已届满", "lapsed").into(),
        State::KeptInForce { renewal } => language.pick(
            format!("续期 {renewal} 决定前有效"),
            format!("in force until {renewal} is decided"),
        ),
        State::Ended { entry, at: None } => {
            language.pick(format!("记载 {entry} 终止"), format!("ended by entry {entry}"))
        }
        State::Ended { entry, at: Some(at) } => {
            let at = at.day();
            language.pick(
                format!("{at} 记载 {entry} 终止"),
                format!("ended by entry {entry} on {at}"),
            )
        }
        State::AboveNotInForce { above } => language.pick(
            format!("所依据的权利 {above} 已失效"),
            format!("right {above} above is not in force"),
        ),
    }
}

/// What a right is to the party.
pub fn relation(language: Language, relation: Relation) -> &'static str {
    let (chinese, english) = match relation {
        Relation::Held => ("持有", "held"),
        Relation::Registered => ("登记（不创设权利）", "registered, no rights"),
        Relation::LicensedIn => ("被许可", "licensed in"),
        Relation::LicensedOut => ("对外许可", "licensed out"),
        Relation::OfOthers => ("其他权利人", "of others"),
        Relation::PassedOn => ("已转出", "passed on"),
    };
    language.pick(chinese, english)
}

/// A sum of money.
pub fn sum(language: Language, sum: &Sum) -> String {
    match &sum.amount {
        // The smallest unit is a hundredth of the currency.
        Amount::InClear(smallest) => {
            let (whole, rest) = (smallest / 100, smallest % 100);
            format!("{} {}.{rest:02}", sum.currency, grouped(whole))
        }
        Amount::Committed(digest) => language.pick(
            format!("{} 金额以摘要承诺（{digest}）", sum.currency),
            format!("{}, committed to by {digest}", sum.currency),
        ),
    }
}

/// Digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An article, by the name of its law.
pub fn article(language: Language, article: &str) -> String {
    match language {
        Language::English => article.to_owned(),
        Language::Chinese => article
            .replace("NG ", "工作指引 ")
            .replace("CC ", "民法典 ")
            .replace("PIPL ", "个人信息保护法 ")
            .replace(", ", "、")
            .replace("; ", "；"),
    }
}

/// A list that is proven complete.
pub fn proven(language: Language, proven: Proven) -> &'static str {
    let (chinese, english) = match proven {
        Proven::Holdings => (
            "该主体及其所承继主体名下的全部凭证：编号连续，总数经状态证明",
            "all certificates of the party and of those whose place it took: dense numbers up to proven counts",
        ),
        Proven::Titles => (
            "每个登记单位的全部权利、许可、凭证与备注：编号连续，总数经状态证明",
            "all rights, licences, certificates and marks of each object: dense numbers up to proven counts",
        ),
        Proven::Securities => (
            "每个登记单位的全部质押、顺位预留与待签署契据：由备注所载契据与该单位的契据清单逐一读取",
            "all pledges, reservations and waiting deeds of each object: each under the deed that its mark names, and the one list of deeds",
        ),
        Proven::Received => (
            "登记系统中的全部质押、顺位预留与待签署契据：证明覆盖这些前缀下的每一个键，无一遗漏",
            "all pledges, reservations and waiting deeds in the register: the proof covers every key below their prefixes, none left out",
        ),
        Proven::Cases => (
            "登记系统中的全部在办案件：证明覆盖该前缀下的每一个键，无一遗漏",
            "all cases in the register: the proof covers every key below their prefix, none left out",
        ),
    };
    language.pick(chinese, english)
}

/// What is not proven.
pub fn gap(language: Language, gap: Gap) -> &'static str {
    let (chinese, english) = match gap {
        Gap::LaterFacts => ("该区块之后的事实", "facts after this block"),
        Gap::Finality => (
            "该区块已最终确定：未指定所信任的链，依节点所述（--genesis 或 quanji trust add）",
            "that the block is final: the node's word, as no trusted chain was named (--genesis, or quanji trust add)",
        ),
        Gap::FirstRegistrations => (
            "该主体正在办理的首次登记：在办案件过多，未逐一读取",
            "first registrations of the party on their way: too many cases in the register to read them all",
        ),
        Gap::Received => (
            "该主体所取得的质押与预留：登记系统中质押过多，未逐一读取",
            "what the party has received as security: too many pledges in the register to read them all",
        ),
        Gap::EntriesOfMarks => (
            "备注所在的记载编号与终止时间：依节点保存的较早区块",
            "in which entry a mark was set and when a right was ended: as the node keeps earlier blocks",
        ),
        Gap::OtherRegisters => (
            "其他登记系统（中登网、数据知识产权登记）的记载：请另行查询并用 quanji title search record 记录",
            "what other registers hold (movables and rights, data IP): search there and note it with quanji title search record",
        ),
        Gap::Description => (
            "数据名称与更新周期：请用 --description 提供数据说明",
            "name and update cycle of the data: give the description with --description",
        ),
        Gap::Maturity => (
            "权利、许可、来源与授权是否长于贷款期限：未指定到期日（--maturity）",
            "whether rights, licences, sources and authorisations outlast the loan: no maturity was given (--maturity)",
        ),
    };
    language.pick(chinese, english)
}

/// A register in which the law gives rank.
pub fn register(language: Language, register: Register) -> &'static str {
    register.name(language)
}

/// What a search found.
pub fn outcome(language: Language, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::None => language.pick("无登记", "nothing found"),
        Outcome::Found => language.pick("有在先登记", "earlier registrations found"),
    }
}

/// Names of purposes.
pub fn purposes(language: Language, codes: &[u8]) -> String {
    let each: Vec<_> = codes.iter().map(|code| purpose_name(language, *code)).collect();
    each.join(language.pick("、", ", "))
}

/// Names of regions.
pub fn territory(language: Language, codes: &[u8]) -> String {
    let each: Vec<_> = codes
        .iter()
        .map(|code| region_name(language, Region(*code)))
        .collect();
    each.join(language.pick("、", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quanji_primitives::collateral::Currency;

    #[test]
    fn sums_are_written_in_groups() {
        let of = |fen| Sum {
            amount: Amount::InClear(fen),
            currency: Currency::CNY,
        };
        assert_eq!(sum(Language::English, &of(2_800_000_050)), "CNY 28,000,000.50");
        assert_eq!(sum(Language::English, &of(99)), "CNY 0.99");
    }
}
