//! Officers who act in the wrong role, at the wrong step, at the wrong authority, in both chairs, or in their own case.

use anyhow::{ensure, Context, Result};
use quanji_tests::{
    desk::{APPLICANT, AUTHORITY, DEPARTMENT, EXAMINER, OWN_DATA, REGISTRAR, REVIEWER},
    Desk,
};

/// One node for all of this, because each start compiles the runtime.
#[test]
fn officers_who_may_not_act_are_refused_and_change_nothing() -> Result<()> {
    let desk = Desk::open()?;
    the_wrong_step_or_the_wrong_role(&desk)?;
    an_officer_of_another_authority(&desk)?;
    one_person_in_both_chairs_under_two_accounts(&desk)?;
    a_case_of_the_authority_or_of_the_officer(&desk)
}

/// Commitment to somebody's identity.
fn person(byte: u8) -> String {
    format!("{byte:02x}").repeat(32)
}

/// The arguments by which the authority of this key takes a person into office.
fn add_officer<'a>(key: &'a str, person: &'a str, roles: &[&'a str], account: &'a str) -> Vec<&'a str> {
    let mut arguments = vec![
        "--key",
        key,
        "authority",
        "officer",
        "add",
        "--commitment",
        person,
        "--account",
        account,
    ];
    for role in roles {
        arguments.extend(["--role", role]);
    }
    arguments
}

/// Takes a person into office and gives the identifier.
fn added(desk: &Desk, arguments: &[&str]) -> Result<String> {
    let officer = desk.done(arguments)?;
    Ok(officer["officer"].as_str().context("an officer")?.to_owned())
}

fn the_wrong_step_or_the_wrong_role(desk: &Desk) -> Result<()> {
    let (case, _) = desk.to_notice()?;
    for (rule, key, step) in [
        ("Registry::WrongStage", EXAMINER, "accept"),
        ("Registry::RoleMissing", EXAMINER, "enter"),
        ("Registry::NoticeNotEnded", REVIEWER, "enter"),
    ] {
        desk.refused(rule, &["--key", key, "case", step, &case])?;
    }
    let (examined, _) = desk.file(APPLICANT, &OWN_DATA)?;
    desk.done(&["--key", EXAMINER, "case", "accept", &examined])?;
    desk.done(&desk.examination(EXAMINER, &examined))?;
    desk.refused(
        "Registry::RoleMissing",
        &["--key", EXAMINER, "case", "approve", &examined],
    )
}

fn an_officer_of_another_authority(desk: &Desk) -> Result<()> {
    desk.done(&[
        "--key",
        DEPARTMENT,
        "authority",
        "admit",
        "--name",
        "京北数据登记中心",
        "--credit-code",
        "12110000MB0000002Y",
        "--region",
        "11",
        "--digit",
        "1",
        "--account",
        "//Jingbei//Authority",
        "--credential-key",
        "//Jingbei//Credential",
    ])?;
    let stranger = "//Jingbei//Examiner";
    added(
        desk,
        &add_officer("//Jingbei//Authority", &person(2), &["examiner"], stranger),
    )?;
    let (case, _) = desk.file(APPLICANT, &OWN_DATA)?;
    desk.refused(
        "Registry::WrongAuthority",
        &["--key", stranger, "case", "accept", &case],
    )?;
    desk.refused("Registry::WrongAuthority", &desk.examination(stranger, &case))
}

fn one_person_in_both_chairs_under_two_accounts(desk: &Desk) -> Result<()> {
    let person = person(3);
    let both = ["examiner", "reviewer"];
    let officer = added(desk, &add_officer(AUTHORITY, &person, &both, "//Eve"))?;
    let (case, _) = desk.file(APPLICANT, &OWN_DATA)?;
    desk.done(&["--key", "//Eve", "case", "accept", &case])?;
    desk.done(&desk.examination("//Eve", &case))?;
    desk.refused(
        "Registry::SamePerson",
        &["--key", "//Eve", "case", "approve", &case],
    )?;

    // A second seat for the same person, here or at the other authority.
    for (key, account) in [(AUTHORITY, "//Ferdie"), ("//Jingbei//Authority", "//Ferdie")] {
        desk.refused(
            "Authorities::PersonInOffice",
            &add_officer(key, &person, &["reviewer"], account),
        )?;
    }
    // Dismissed and taken into office again under another account, the person is still the same.
    desk.done(&["--key", AUTHORITY, "authority", "officer", "dismiss", &officer])?;
    let again = added(desk, &add_officer(AUTHORITY, &person, &["reviewer"], "//Ferdie"))?;
    ensure!(again == officer, "{officer} came back as {again}");
    desk.refused(
        "Registry::SamePerson",
        &["--key", "//Ferdie", "case", "approve", &case],
    )?;
    // Another person may.
    desk.done(&["--key", REVIEWER, "case", "approve", &case])?;
    Ok(())
}

/// NG 10(7).
fn a_case_of_the_authority_or_of_the_officer(desk: &Desk) -> Result<()> {
    let admit =
        |arguments: &[&str]| desk.done(&[&["--key", REGISTRAR, "party", "admit"], arguments].concat());
    // The first authority itself, by its credit code.
    admit(&[
        "--kind",
        "legal-person",
        "--credit-code",
        "12440000MB0000001C",
        "--account",
        "//Lingnan//Registrant",
    ])?;
    desk.refused(
        "Registry::OwnCase",
        &desk.application("//Lingnan//Registrant", &OWN_DATA),
    )?;

    let person = person(4);
    added(
        desk,
        &add_officer(AUTHORITY, &person, &["examiner"], "//Lingnan//Clerk"),
    )?;
    admit(&[
        "--kind",
        "natural-person",
        "--commitment",
        &person,
        "--account",
        "//Person",
    ])?;
    let (case, _) = desk.file("//Person", &OWN_DATA)?;
    desk.refused(
        "Registry::OfficerConcerned",
        &["--key", "//Lingnan//Clerk", "case", "accept", &case],
    )?;
    // Another officer may.
    desk.done(&["--key", EXAMINER, "case", "accept", &case])?;
    Ok(())
}
