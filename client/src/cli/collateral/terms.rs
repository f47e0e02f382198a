//! The terms of a deed, as people read them before they sign.

use quanji_client::language::Language;
use quanji_primitives::{
    collateral::{DeedMatter, PledgeTerms},
    DeedId,
};

use super::{
    super::words,
    show::{rights_of, sum},
};

/// A fact with its label.
pub type Row = (&'static str, String);

/// What a deed would do.
pub fn act(language: Language, matter: &DeedMatter) -> &'static str {
    let (chinese, english) = match matter {
        DeedMatter::Reservation(_) => ("顺位预留", "reserves a place"),
        DeedMatter::Pledge(_) => ("质押", "pledges"),
        DeedMatter::Amendment { .. } => ("变更质押", "amends a pledge"),
        DeedMatter::Assignment { .. } => ("转让质权", "assigns a pledge"),
        DeedMatter::Subordination { .. } => ("让与顺位", "lets a pledge step back"),
        DeedMatter::Enforcement { .. } => ("实现质权", "enforces a pledge"),
    };
    language.pick(chinese, english)
}

/// The terms of a deed.
pub fn terms(language: Language, matter: &DeedMatter) -> Vec<Row> {
    let pledge = |pledge: &DeedId| (language.pick("质押", "pledge"), pledge.to_string());
    match matter {
        DeedMatter::Reservation(terms) => vec![
            (
                language.pick("金融机构", "financier"),
                terms.financier.to_string(),
            ),
            (
                language.pick("权利", "rights"),
                rights_of(terms.object, terms.rights).join(", "),
            ),
            (
                language.pick("最高金额", "at most"),
                sum(language, &terms.maximum),
            ),
        ],
        DeedMatter::Pledge(terms) => of_pledge(language, terms),
        DeedMatter::Amendment {
            pledge: changed,
            secured,
            through,
            with_later_ranks,
        } => {
            let secured = secured
                .as_ref()
                .map(|secured| secures(language, sum(language, secured)));
            let through = through.map(|day| registered(language, day.to_string()));
            let later = with_later_ranks.then(|| with_later(language));
            let changes = [secured, through, later].into_iter().flatten();
            [pledge(changed)].into_iter().chain(changes).collect()
        }
        DeedMatter::Assignment { pledge: assigned, to } => vec![
            pledge(assigned),
            (language.pick("新质权人", "to"), to.to_string()),
        ],
        DeedMatter::Subordination {
            pledge: first,
            behind,
            object,
        } => vec![
            pledge(first),
            (language.pick("让位于", "behind"), behind.to_string()),
            (language.pick("登记单位", "object"), object.to_string()),
        ],
        DeedMatter::Enforcement {
            pledge: enforced,
            object,
            rights,
            to,
            agreed_on,
            surplus,
        } => vec![
            pledge(enforced),
            (
                language.pick("权利", "rights"),
                rights_of(*object, *rights).join(", "),
            ),
            (language.pick("受让人", "to"), to.to_string()),
            (language.pick("协议日期", "agreed on"), agreed_on.to_string()),
            (language.pick("清算书", "surplus"), surplus.to_string()),
        ],
    }
}

/// The terms of a pledge.
fn of_pledge(language: Language, terms: &PledgeTerms) -> Vec<Row> {
    let mut rows = vec![
        (language.pick("形式", "form"), words::word(language, &terms.form)),
        (language.pick("质权人", "pledgee"), terms.pledgee.to_string()),
    ];
    for offered in &terms.offered {
        let rights = rights_of(offered.object, offered.rights).join(", ");
        rows.push((
            language.pick("权利", "rights"),
            match offered.reservation {
                None => rights,
                Some(place) => language.pick(
                    format!("{rights}，占用 {place} 的顺位"),
                    format!("{rights}, in the place of {place}"),
                ),
            },
        ));
    }
    rows.push(secures(language, sum(language, &terms.secured)));
    rows.push(registered(language, terms.through.to_string()));
    rows
}

fn secures(language: Language, sum: String) -> Row {
    (language.pick("担保金额", "secures"), sum)
}

fn registered(language: Language, through: String) -> Row {
    (language.pick("登记至", "registered through"), through)
}

fn with_later(language: Language) -> Row {
    let (label, text) = language.pick(("在后顺位", "须签署"), ("later ranks", "sign too"));
    (label, text.to_owned())
}

/// What a deed would do and its terms, in one line.
pub fn in_one_line(language: Language, matter: &DeedMatter) -> String {
    let mut parts = vec![act(language, matter).to_owned()];
    let terms = terms(language, matter).into_iter();
    parts.extend(terms.map(|(label, value)| format!("{label} {value}")));
    parts.join(language.pick("；", "; "))
}

#[cfg(test)]
mod tests {
    use super::{
        super::sample::{every_matter, PLEDGE, RIGHT},
        *,
    };

    #[test]
    fn every_kind_of_deed_is_told_in_its_own_words_with_its_terms() {
        for language in [Language::Chinese, Language::English] {
            let mut told = Vec::new();
            for matter in every_matter() {
                let text = in_one_line(language, &matter);
                let subject = [PLEDGE.to_string(), RIGHT.to_string()];
                assert!(subject.iter().any(|fact| text.contains(fact)), "{text}");
                assert!(terms(language, &matter).len() > 1, "{text}");
                assert!(!told.contains(&act(language, &matter)), "{text}");
                told.push(act(language, &matter));
            }
        }
    }

    #[test]
    fn an_amendment_tells_the_new_sum_the_new_last_day_and_whether_later_ranks_sign() {
        let text = in_one_line(Language::English, &every_matter()[2]);
        for fact in ["CNY 2.00", "2030-12-31", "later ranks sign too"] {
            assert!(text.contains(fact), "{text}");
        }
    }
}
