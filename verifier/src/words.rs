//! Parties, holders and marks in words, in both languages.

use crate::{language::Language, marks::ShownMark, title::Title};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use quanji_primitives::{
    authority::{AuthorityStatus, SuspensionGround},
    clock::Moment,
    marks::MarkKind,
    person::{ForeignRegister, Person},
    rights::Holders,
    v1::{CertificateRecord, PartyStanding},
    PartyId,
};

/// A person by what identifies it; a natural person's name is off chain, and `erased` tells that she was erased at her own request.
pub fn person_text(person: &Person, erased: bool, language: Language) -> String {
    if erased {
        return language
            .pick("自然人（已删除）", "natural person (erased)")
            .to_string();
    }
    match person {
        Person::LegalPerson(code) => language.pick(format!("法人 {code}"), format!("legal person {code}")),
        Person::UnincorporatedOrganisation(code) => language.pick(
            format!("非法人组织 {code}"),
            format!("unincorporated organisation {code}"),
        ),
        Person::ForeignBody(ForeignRegister::Lei(lei)) => {
            language.pick(format!("境外主体 LEI {lei}"), format!("foreign body, LEI {lei}"))
        }
        Person::ForeignBody(ForeignRegister::Register { country, .. }) => {
            let country = String::from_utf8_lossy(country);
            language.pick(
                format!("境外主体（{country}）"),
                format!("foreign body ({country})"),
            )
        }
        Person::NaturalPerson(_) => language
            .pick(
                "自然人（姓名不上链）",
                "natural person (the name is not on the chain)",
            )
            .into(),
    }
}

/// A party by what identifies it.
pub fn party_text(title: &Title, id: PartyId, language: Language) -> String {
    let Some(record) = title.parties.get(&id) else {
        return id.to_string();
    };
    let who = person_text(&record.person, record.is_erased(), language);
    format!("{id}  {who}")
}

/// A holder as the certificate names it; where it was succeeded, the party in its place first.
pub fn holder_text(title: &Title, stored: PartyId, language: Language) -> String {
    let current = title.current(stored);
    let shown = party_text(title, current, language);
    let locked = title
        .parties
        .get(&stored)
        .is_some_and(|record| record.standing == PartyStanding::InSuccession);
    if current != stored {
        language.pick(
            format!("{shown}（承继 {stored}）"),
            format!("{shown} (successor of {stored})"),
        )
    } else if locked {
        language.pick(format!("{shown}（承继中）"), format!("{shown} (in succession)"))
    } else {
        shown
    }
}

/// The holders of a certificate, one text for each, with its share where they hold by shares.
pub fn holder_texts(title: &Title, certificate: &CertificateRecord, language: Language) -> Vec<String> {
    let one = |party| holder_text(title, party, language);
    match title.holders_of(certificate) {
        Ok(Some(Holders::Shares(shares))) => shares
            .iter()
            .map(|share| format!("{}  {}%", one(share.party), f64::from(share.parts) / 10_000.0))
            .collect(),
        Ok(Some(holders)) => holders.parties().into_iter().map(one).collect(),
        Ok(None) | Err(_) => Vec::new(),
    }
}

/// What a mark is called.
pub fn mark_text(kind: MarkKind, language: Language) -> &'static str {
    let (chinese, english) = match kind {
        MarkKind::ObjectionNotice => ("异议", "objection notice"),
        MarkKind::Hold => ("暂停处分", "hold"),
        MarkKind::SeizureFirst => ("查封", "seizure in first rank"),
        MarkKind::SeizureWaiting => ("轮候查封", "seizure waiting"),
        MarkKind::Control => ("行政管制", "administrative control"),
        MarkKind::Pledge => ("质押", "pledge"),
        MarkKind::Reservation => ("顺位预留", "priority reservation"),
        MarkKind::SourceNotice => ("来源提示", "notice about a source"),
    };
    language.pick(chinese, english)
}

/// That the registration of a pledge has lapsed, and what that means.
pub fn lapsed_text(pledge: &ShownMark, language: Language) -> String {
    let number = pledge.number;
    // The last day is the one before its end.
    let last = Moment(pledge.until.unwrap_or_default().0.saturating_sub(1)).day();
    language.pick(
        format!("备注 {number} 的质押登记至 {last} 已失效，不再锁定权利；质权本身不因此消灭"),
        format!("the registration of the pledge of mark {number} lapsed on {last} and locks nothing; that is not the end of the pledge"),
    )
}

/// That an authority is suspended, and why; nothing while it may register.
pub fn suspended_text(status: AuthorityStatus, language: Language) -> Option<&'static str> {
    let AuthorityStatus::Suspended(ground) = status else {
        return None;
    };
    let (chinese, english) = match ground {
        SuspensionGround::WrongRegistration => (
            "登记机构已被暂停：对不符合条件的事项予以登记或登记错误",
            "the authority is suspended: it registered wrongly, or what does not qualify",
        ),
        SuspensionGround::Falsification => (
            "登记机构已被暂停：篡改、毁损或伪造登记信息",
            "the authority is suspended: it altered, destroyed or forged registration information",
        ),
        SuspensionGround::Leak => (
            "登记机构已被暂停：泄露登记档案或信息",
            "the authority is suspended: it leaked files or information",
        ),
        SuspensionGround::ConditionsLost => (
            "登记机构已被暂停：不再符合名录条件",
            "the authority is suspended: it no longer meets the conditions of the directory",
        ),
        SuspensionGround::OtherBreach => (
            "登记机构已被暂停：其他违法行为",
            "the authority is suspended for another breach of law",
        ),
    };
    Some(language.pick(chinese, english))
}
