//! Terms, values and answers in words.

use quanji_client::language::Language;
use quanji_primitives::{
    clock::Moment,
    codes::PURPOSES,
    rights::{RightKind, RightKinds},
    terms::{
        Amount, Authorisation, AuthorisationMode, DepartmentConsent, EndCause, ExportRoute, LicenceTerms,
        Member, Quantity, Region, Standing, UseBar,
    },
    RightId,
};

use super::super::{
    output::Report,
    words::{code, moment, word, words},
};

/// A purpose.
pub fn purpose(language: Language, code: u8) -> String {
    let named = PURPOSES.iter().find(|(known, ..)| *known == code);
    named.map_or_else(
        || code.to_string(),
        |(_, zh, en)| format!("{code} {}", language.pick(zh, en)),
    )
}

/// A region.
pub fn region(language: Language, region: Region) -> String {
    let code = region.0;
    region.names().map_or_else(
        || code.to_string(),
        |(zh, en)| format!("{code} {}", language.pick(zh, en)),
    )
}

fn joined<T>(language: Language, all: impl IntoIterator<Item = T>, one: impl Fn(T) -> String) -> String {
    let each: Vec<_> = all.into_iter().map(one).collect();
    if each.is_empty() {
        language.pick("不限", "any").to_owned()
    } else {
        each.join(language.pick("、", ", "))
    }
}

/// Purposes.
pub fn purposes(language: Language, codes: &[u8]) -> String {
    joined(language, codes, |code| purpose(language, *code))
}

/// A territory.
pub fn territory(language: Language, regions: &[Region]) -> String {
    joined(language, regions, |one| region(language, *one))
}

/// A quantity.
pub fn quantity(language: Language, quantity: Option<Quantity>) -> String {
    quantity.map_or_else(
        || language.pick("不限", "not limited").to_owned(),
        |one| format!("{} {}", one.number, word(language, &one.unit)),
    )
}

fn rights(language: Language, kinds: RightKinds) -> String {
    let all = RightKind::ALL.into_iter().filter(|kind| kinds.contains(*kind));
    joined(language, all, |kind| word(language, &kind))
}

/// A member of the terms.
pub fn member(language: Language, member: Member) -> &'static str {
    let (zh, en) = match member {
        Member::Right => ("权利种类", "right"),
        Member::Kind => ("许可方式", "kind"),
        Member::Purposes => ("用途", "purposes"),
        Member::Territory => ("地域", "territory"),
        Member::Media => ("使用载体", "media"),
        Member::Authorisation => ("公共数据授权方式", "authorisation of public data"),
        Member::Until => ("期限", "term"),
        Member::Export => ("数据出境路径截止日", "end of the export route"),
        Member::Sublicensing => ("再许可级数", "levels of sub-licences"),
        Member::Quantity => ("数量", "quantity"),
    };
    language.pick(zh, en)
}

/// A value of a member.
pub fn amount(language: Language, amount: &Amount) -> String {
    match amount {
        Amount::Rights(kinds) => rights(language, *kinds),
        Amount::Kind(kind) => word(language, kind),
        Amount::Purposes(codes) => purposes(language, codes),
        Amount::Territory(regions) => territory(language, regions),
        Amount::Media(media) if media.is_empty() => language.pick("不限", "any").to_owned(),
        Amount::Media(media) => words(language, media.iter()),
        Amount::Authorisation(mode) => authorisation(language, *mode),
        Amount::Until(until) => last_day(language, *until),
        Amount::Levels(levels) => levels.to_string(),
        Amount::Quantity(number) => quantity(language, *number),
    }
}

/// The end of a term, by its last moment.
fn last_day(language: Language, until: Moment) -> String {
    language.pick(
        format!("至 {}", moment(until)),
        format!("until {}", moment(until)),
    )
}

fn authorisation(language: Language, given: Option<Authorisation>) -> String {
    match given.map(|authorisation| authorisation.mode) {
        None => language.pick("无", "none").to_owned(),
        Some(AuthorisationMode::Whole { .. }) => language.pick("整体授权", "as a whole").to_owned(),
        Some(AuthorisationMode::Field { .. }) => language.pick("分领域授权", "by field").to_owned(),
        Some(AuthorisationMode::Scene { scene, .. }) => {
            let scene = purpose(language, scene);
            language.pick(format!("依场景授权：{scene}"), format!("by scene: {scene}"))
        }
    }
}

/// Adds the terms to a report.
pub fn terms(language: Language, report: Report, terms: &LicenceTerms) -> Report {
    let mut report = report
        .row(language.pick("许可方式", "kind"), word(language, &terms.kind))
        .row(language.pick("授予", "gives"), word(language, &terms.gives))
        .row(
            language.pick("用途", "purposes"),
            purposes(language, &terms.purposes),
        )
        .row(
            language.pick("地域", "territory"),
            territory(language, &terms.territory),
        )
        .row(
            language.pick("数量", "quantity"),
            quantity(language, terms.quantity),
        )
        .row(
            language.pick("期限", "term"),
            last_day(language, terms.valid_until),
        )
        .row(
            language.pick("再许可级数", "levels of sub-licences"),
            terms.sublicensing.to_string(),
        );
    if !terms.media.is_empty() {
        report = report.row(
            language.pick("使用载体", "media"),
            words(language, terms.media.iter()),
        );
    }
    report = permits_of(language, report, terms.export, terms.department_consent);
    if let Some(given) = terms.authorisation {
        report = report
            .row(
                language.pick("公共数据授权", "authorisation"),
                authorisation(language, terms.authorisation),
            )
            .row(
                language.pick("退出条款", "exit terms"),
                given.exit_terms.to_string(),
            )
            .row(
                language.pick("安全责任", "safety duties"),
                given.safety_duties.to_string(),
            );
    }
    if let Some(counter) = terms.in_return_for {
        report = report.row(language.pick("交叉许可", "in return for"), counter.to_string());
    }
    report
}

/// The export route and the competent department's consent.
pub fn permits_of(
    language: Language,
    mut report: Report,
    export: Option<ExportRoute>,
    consent: Option<DepartmentConsent>,
) -> Report {
    if let Some(route) = export {
        let shown = format!(
            "{}  {}",
            word(language, &route.kind),
            last_day(language, route.until)
        );
        report = report.row(language.pick("数据出境路径", "export route"), shown);
    }
    if let Some(consent) = consent {
        report = report.row(
            language.pick("主管部门同意", "department's consent"),
            format!("{}  {}", consent.number.as_str(), consent.document),
        );
    }
    report
}

/// How a right stands.
pub fn standing(language: Language, right: RightId, standing: Standing) -> (&'static str, String) {
    let named = |index| RightId { index, ..right };
    match standing {
        Standing::InForce => ("in_force", language.pick("有效", "in force").to_owned()),
        Standing::Ended { right: one, entry } if one == right.index => (
            "ended",
            language.pick(
                format!("已由第 {entry} 次记载终止"),
                format!("ended by entry {entry}"),
            ),
        ),
        Standing::Ended { right: one, entry } => (
            "ended",
            language.pick(
                format!("随 {} 终止（第 {entry} 次记载）", named(one)),
                format!("ended with {} by entry {entry}", named(one)),
            ),
        ),
        Standing::Expired { right: one, since } => (
            "expired",
            language.pick(
                format!("{} 已于 {} 届满", named(one), moment(since)),
                format!("{} expired at {}", named(one), moment(since)),
            ),
        ),
        Standing::Unknown => (
            "unknown",
            language.pick("没有这个权利", "no such right").to_owned(),
        ),
    }
}

/// Why a use is not covered.
pub fn bar(language: Language, right: RightId, bar: &UseBar) -> String {
    match bar {
        UseBar::NoSuchRight => language.pick("没有这个权利", "there is no such right").to_owned(),
        UseBar::NotTheHolder => language
            .pick("该主体不是权利人", "the party does not hold it")
            .to_owned(),
        UseBar::NotInForce(found) => standing(language, right, *found).1,
        UseBar::NoRightToUse => language
            .pick("数据持有权不含使用", "a holding right alone does not carry use")
            .to_owned(),
        UseBar::Purpose { asked, allowed } => asked_and_allowed(
            language,
            language.pick("用途", "purpose"),
            &purpose(language, *asked),
            &purposes(language, allowed),
        ),
        UseBar::Region { asked, allowed } => asked_and_allowed(
            language,
            language.pick("地域", "region"),
            &region(language, *asked),
            &territory(language, allowed),
        ),
        UseBar::Medium { asked } => {
            let asked = word(language, asked);
            language.pick(
                format!("使用载体不符：{asked}"),
                format!("another medium: {asked}"),
            )
        }
        UseBar::Scene { asked, allowed } => asked_and_allowed(
            language,
            language.pick("场景", "scene"),
            &purpose(language, *asked),
            &purpose(language, *allowed),
        ),
        UseBar::QuantityUsed { used, allowed } => asked_and_allowed(
            language,
            language.pick("数量已用完", "quantity used up"),
            &used.to_string(),
            &allowed.to_string(),
        ),
        UseBar::RouteEnded { since } => {
            let since = moment(*since);
            language.pick(
                format!("数据出境路径已于 {since} 截止"),
                format!("the export route ended at {since}"),
            )
        }
        UseBar::GivenExclusively { licence } => {
            let licence = RightId {
                index: *licence,
                ..right
            };
            language.pick(
                format!("已独占许可：{licence}"),
                format!("an exclusive licence was given: {licence}"),
            )
        }
    }
}

fn asked_and_allowed(language: Language, what: &str, asked: &str, allowed: &str) -> String {
    language.pick(
        format!("{what}：{asked}；允许 {allowed}"),
        format!("{what}: asked {asked}, allowed {allowed}"),
    )
}

/// Why a licence ended, or would.
pub fn cause(language: Language, cause: &EndCause) -> (String, &'static str) {
    let (zh, en) = match cause {
        EndCause::Agreement { .. } => ("双方协议", "by agreement"),
        EndCause::Breach { .. } => ("被许可人违约", "for breach"),
        EndCause::ConsentWithdrawn { .. } => ("个人撤回同意", "a consent was withdrawn"),
        EndCause::Order { .. } => ("监管命令", "by order"),
        EndCause::Judgment { .. } => ("生效裁判", "by judgment"),
    };
    (code(cause), language.pick(zh, en))
}
