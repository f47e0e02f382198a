//! One object of a title report: its facts, rights, licences, marks, pledges and reservations.

use quanji_client::{
    language::Language,
    title::{
        model::{Extent, MotionShown, ObjectShown, OfferShown, Relation, RightShown, TermsShown},
        pdf::Part,
    },
};
use quanji_primitives::v1::Publication;

use super::{super::words, collateral, words as own};

/// The parts of an object.
pub fn parts(language: Language, extent: Extent, shown: &ObjectShown) -> Vec<Part> {
    let mut parts = vec![Part::Rows(facts(language, shown))];
    let rights: Vec<_> = shown
        .rights
        .iter()
        .filter(|right| right.terms.is_none())
        .collect();
    if !rights.is_empty() {
        parts.push(Part::Subheading(language.pick("权利", "Rights").into()));
        parts.push(rights_table(language, &rights));
    }
    let licences: Vec<_> = shown
        .rights
        .iter()
        .filter_map(|right| Some((right, right.terms.as_ref()?)))
        .collect();
    if !licences.is_empty() {
        parts.push(Part::Subheading(language.pick("许可", "Licences").into()));
        parts.push(licences_table(language, &licences));
    }
    if !shown.marks.is_empty() {
        parts.push(Part::Subheading(language.pick("备注", "Marks").into()));
        parts.push(marks_table(language, shown));
    }
    parts.extend(collateral::parts(language, extent, shown));
    parts
}

fn facts(language: Language, shown: &ObjectShown) -> Vec<(String, String)> {
    let facts = &shown.facts;
    let word = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    let data = [
        words::word(language, &facts.kind),
        words::word(language, &facts.category),
        words::word(language, &facts.level),
        words::word(language, &facts.source),
        language.pick(
            format!("行业 {:02}", facts.industry),
            format!("industry {:02}", facts.industry),
        ),
    ];
    let mut rows = vec![(word("数据", "data"), data.join(language.pick("，", ", ")))];
    if !facts.made_from.is_empty() {
        rows.push((word("来源", "made from"), facts.made_from.join(", ")));
    }
    if let Some(until) = facts.authorised_until {
        rows.push((
            word("个人信息授权至", "personal information until"),
            until.to_string(),
        ));
    }
    let regime = language.pick(&shown.regime.0, &shown.regime.1);
    rows.push((
        word("登记机构", "authority"),
        format!("{}  {}", shown.authority, shown.authority_name),
    ));
    rows.push((
        word("登记制度", "rules"),
        format!("{regime} ({})", shown.regime.2),
    ));
    let entered = words::moment(shown.entered_at);
    rows.push((
        word("首次登记", "first entered"),
        language.pick(
            format!("{entered}，共 {} 条记载", shown.entries),
            format!("{entered}; {} entries in all", shown.entries),
        ),
    ));
    if let Some(entry) = shown.ended_by {
        rows.push((
            word("登记已终止", "ended"),
            language.pick(format!("第 {entry} 条记载"), format!("by entry {entry}")),
        ));
    }
    rows.push((
        word("公示", "public notice"),
        publication(language, shown.publication),
    ));
    rows.push((word("数据说明摘要", "description"), facts.description.clone()));
    let snapshot = shown.last_snapshot.map(|day| day.to_string());
    rows.push((
        word("最近快照", "last snapshot"),
        snapshot.unwrap_or_else(|| word("无", "none")),
    ));
    rows.push((
        word("有效许可", "licences in force"),
        shown.licences_in_force.to_string(),
    ));
    if shown.marks.is_empty() {
        rows.push((word("备注", "marks"), no_marks(language, shown.marks_ever)));
    }
    rows.extend(under_way(language, shown));
    rows.push((word("历史摘要", "history digest"), shown.history.clone()));
    rows
}

/// What may change what is registered.
fn under_way(language: Language, shown: &ObjectShown) -> Vec<(String, String)> {
    let word = |chinese: &str, english: &str| language.pick(chinese, english).to_owned();
    let list = |all: Vec<String>| (!all.is_empty()).then(|| all.join(language.pick("、", ", ")));
    let objections = list(shown.objections.iter().map(ToString::to_string).collect());
    let cases = list(shown.cases.iter().map(ToString::to_string).collect());
    let listed = [
        objections.map(|all| (word("未了结异议", "open objections"), all)),
        cases.map(|all| (word("在办案件", "open cases"), all)),
    ];
    let offers = shown.offers.iter();
    let offers = offers.map(|one| (word("待签许可", "offer of a licence"), offer(language, one)));
    let motion = shown.motion.iter();
    let motion = motion.map(|one| {
        (
            word("依职权拟办", "own motion of the authority"),
            motion_text(language, one),
        )
    });
    listed.into_iter().flatten().chain(offers).chain(motion).collect()
}

/// An offer of a licence that waits for signatures.
fn offer(language: Language, offer: &OfferShown) -> String {
    let (number, from, until) = (offer.number, offer.from, words::moment(offer.open_until));
    let kind = words::word(language, &offer.kind);
    let licensee = offer
        .licensee
        .map_or_else(String::new, |party| format!(" → {party}"));
    language.pick(
        format!("第 {number} 号：权利 {from}{licensee}，{kind}，可签至 {until}"),
        format!("{number}: right {from}{licensee}, {kind}, can be signed until {until}"),
    )
}

/// What the authority is about to do of its own motion.
fn motion_text(language: Language, motion: &MotionShown) -> String {
    let (matter, since) = (words::word(language, &motion.matter), words::moment(motion.since));
    let rights: Vec<_> = motion.rights.numbers().map(|number| number.to_string()).collect();
    let rights = match rights.is_empty() {
        true => String::new(),
        false => language.pick(
            format!("，权利 {}", rights.join("、")),
            format!(" of rights {}", rights.join(", ")),
        ),
    };
    language.pick(
        format!("{matter}{rights}，{since} 提出"),
        format!("{matter}{rights}, proposed {since}"),
    )
}

fn no_marks(language: Language, ever: u32) -> String {
    match ever {
        0 => language.pick("从未有备注", "none was ever made").into(),
        ever => language.pick(
            format!("现无；曾有 {ever} 条，均已终止或失效"),
            format!("none stands; {ever} were made and have ended or lapsed"),
        ),
    }
}

fn publication(language: Language, publication: Publication) -> String {
    let (chinese, english) = match publication {
        Publication::Full => ("全文公示", "published in full"),
        Publication::Part(_) => ("部分不予公示", "withheld in part"),
        Publication::Withheld => ("不予公示", "withheld"),
    };
    language.pick(chinese, english).to_owned()
}

fn until(language: Language, right: &RightShown) -> String {
    if right.relation == Relation::PassedOn {
        return language.pick("已转出", "passed on").to_owned();
    }
    own::last_day(right.valid_until).to_string()
}

fn holders(language: Language, right: &RightShown) -> String {
    let each: Vec<_> = right
        .holders
        .iter()
        .map(|one| own::party(language, one))
        .collect();
    each.join("; ")
}

fn rights_table(language: Language, rights: &[&RightShown]) -> Part {
    let head = [
        language.pick("权利", "right"),
        language.pick("种类", "kind"),
        language.pick("关系", "relation"),
        language.pick("权利人", "holder"),
        language.pick("凭证 / 记载", "certificate / entry"),
        language.pick("有效至", "until"),
        language.pick("状态", "state"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(rights.iter().map(|right| {
        vec![
            right.right.map_or_else(|| "—".to_owned(), |id| id.to_string()),
            language.pick(&right.label.0, &right.label.1).clone(),
            own::relation(language, right.relation).to_owned(),
            holders(language, right),
            format!("{}/{} · {}", right.certificate, right.issue, right.entry),
            until(language, right),
            own::state(language, right.state),
        ]
    }));
    Part::Table {
        widths: vec![14, 15, 10, 24, 22, 13, 12],
        rows,
    }
}

fn licences_table(language: Language, licences: &[(&RightShown, &TermsShown)]) -> Part {
    let head = [
        language.pick("许可", "licence"),
        language.pick("类型", "kind"),
        language.pick("被许可人", "licensee"),
        language.pick("用途与地域", "purposes, territory"),
        language.pick("数量", "quantity"),
        language.pick("有效至", "until"),
        language.pick("状态", "state"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(licences.iter().map(|(right, terms)| {
        let id = right.right.map_or_else(String::new, |id| id.to_string());
        let from = right
            .parent
            .map_or_else(String::new, |parent| format!(" ← {parent}"));
        let kind = words::word(language, &terms.kind);
        vec![
            format!("{id}{from}"),
            format!("{kind}  {}", own::relation(language, right.relation)),
            holders(language, right),
            format!(
                "{}; {}",
                own::purposes(language, &terms.purposes),
                own::territory(language, &terms.territory)
            ),
            terms.quantity.as_ref().map_or_else(
                || language.pick("不限", "not limited").to_owned(),
                |(unit, number)| format!("{number} {}", words::word(language, unit)),
            ),
            own::last_day(right.valid_until).to_string(),
            own::state(language, right.state),
        ]
    }));
    Part::Table {
        widths: vec![14, 13, 22, 22, 12, 12, 11],
        rows,
    }
}

fn marks_table(language: Language, shown: &ObjectShown) -> Part {
    let head = [
        language.pick("编号", "mark"),
        language.pick("种类", "kind"),
        language.pick("涉及权利", "rights"),
        language.pick("自", "since"),
        language.pick("至", "until"),
        language.pick("记载", "entry"),
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(shown.marks.iter().map(|mark| {
        let rights: Vec<_> = mark.rights.iter().map(ToString::to_string).collect();
        vec![
            mark.number.to_string(),
            words::word(language, &mark.kind),
            match rights.is_empty() {
                true => language.pick("整个登记", "the registration").to_owned(),
                false => rights.join(", "),
            },
            words::moment(mark.since),
            mark.until.map_or_else(|| "—".to_owned(), words::moment),
            mark.entry
                .map_or_else(|| "—".to_owned(), |entry| entry.to_string()),
        ]
    }));
    Part::Table {
        widths: vec![8, 20, 16, 20, 20, 10],
        rows,
    }
}
