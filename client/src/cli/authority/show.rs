//! The directory, and one authority with its officers, key and validator.

use quanji_client::{keys::address_of, language::Language};
use quanji_primitives::{
    authority::{AuthorityStatus, Officer},
    v1::AuthorityRecord,
    AuthorityId, OfficerId, PartyId,
};
use serde_json::{json, Value};

use super::super::{
    context::Context,
    node::{hex_of, not_found, with_view},
    output::Report,
    words, CommandResult,
};

fn name(record: &AuthorityRecord) -> String {
    String::from_utf8_lossy(&record.profile.name).into_owned()
}

fn names(parties: &[PartyId]) -> Vec<String> {
    parties.iter().map(ToString::to_string).collect()
}

fn standing(language: Language, record: &AuthorityRecord) -> String {
    match record.status {
        AuthorityStatus::Listed => words::word(language, &record.status),
        AuthorityStatus::Suspended(ground) => {
            format!(
                "{}: {}",
                words::word(language, &record.status),
                words::word(language, &ground)
            )
        }
    }
}

fn facts(id: AuthorityId, record: &AuthorityRecord) -> Value {
    json!({
        "authority": id.to_string(),
        "name": name(record),
        "credit_code": record.profile.credit_code,
        "region": record.profile.region,
        "digit": record.profile.digit,
        "status": record.status,
        "admitted_at": record.admitted_at.to_string(),
        "affiliates": names(&record.affiliates),
    })
}

pub fn list(context: &Context) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let mut rows = vec![[
            language.pick("登记机构", "authority"),
            language.pick("名称", "name"),
            language.pick("凭证编号区段", "in numbers"),
            language.pick("状态", "standing"),
        ]
        .map(str::to_owned)
        .to_vec()];
        let mut json = Vec::new();
        for (id, record) in view.authorities().await? {
            json.push(facts(id, &record));
            rows.push(vec![
                id.to_string(),
                name(&record),
                format!("SJ{:02}{}", record.profile.region, record.profile.digit),
                standing(language, &record),
            ]);
        }
        Ok(Report::new(json!({ "authorities": json })).table(rows))
    })
}

fn officer_json(id: OfficerId, officer: &Officer) -> Value {
    json!({ "officer": id.to_string(), "roles": officer.roles, "in_office": officer.in_office,
        "affiliates": names(&officer.affiliates) })
}

pub fn show(context: &Context, id: AuthorityId) -> CommandResult {
    let language = context.language;
    with_view(context, |view| async move {
        let record = view
            .authority(id)
            .await?
            .ok_or_else(|| not_found(id.to_string()))?;
        let now = view.register_time().await?;
        let officers = view.officers(id).await?;
        let key = view.credential_key(id, now).await?;
        let validators = view.validators().await?;
        let validator = validators
            .iter()
            .find(|(of, _)| *of == id)
            .map(|(_, account)| address_of(account));
        let mut json = facts(id, &record);
        json["officers"] = officers
            .iter()
            .map(|(id, officer)| officer_json(*id, officer))
            .collect();
        json["credential_key"] = key
            .map(|(number, key)| json!({ "number": number, "public": hex_of(&key.public) }))
            .into();
        json["validator"] = validator.clone().into();
        let mut report = Report::new(json)
            .brief(id.to_string())
            .row(language.pick("登记机构", "authority"), id.to_string())
            .row(language.pick("名称", "name"), name(&record))
            .row(
                language.pick("统一社会信用代码", "credit code"),
                record.profile.credit_code.to_string(),
            )
            .row(language.pick("状态", "standing"), standing(language, &record))
            .row(
                language.pick("列入名录", "admitted at"),
                words::moment(record.admitted_at),
            );
        if !record.affiliates.is_empty() {
            report = report.row(
                language.pick("关联方", "affiliates"),
                names(&record.affiliates).join(", "),
            );
        }
        if let Some((number, key)) = key {
            let shown = format!("{number} {}", hex_of(&key.public));
            report = report.row(language.pick("凭证密钥", "credential key"), shown);
        }
        if let Some(validator) = validator {
            report = report.row(language.pick("验证节点", "validator"), validator);
        }
        let mut rows = vec![[
            language.pick("人员", "officer"),
            language.pick("角色", "roles"),
            language.pick("在任", "in office"),
            language.pick("关联方", "affiliates"),
        ]
        .map(str::to_owned)
        .to_vec()];
        for (id, officer) in &officers {
            let in_office = if officer.in_office {
                language.pick("是", "yes")
            } else {
                language.pick("否", "no")
            };
            rows.push(vec![
                id.to_string(),
                words::words(language, &officer.roles),
                in_office.to_owned(),
                names(&officer.affiliates).join(", "),
            ]);
        }
        Ok(report.text("").table(rows))
    })
}
