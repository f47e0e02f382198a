//! A story: a chain of its own that begins at the story's first date, the people in it, what they do, and what became
//! true. With `QUANJI_TIMELINE=1` it is told as a timeline.

use crate::{
    cast::{Person, Place, A11, A44, DEP, WU},
    command_line::Ran,
    desk::{DESCRIPTION, PAPER, REFUSED},
    programs::program,
    Desk, Options,
};
use anyhow::{ensure, Context, Result};
use serde_json::{json, Value};
use std::{env, fs, process::Command};
use tempfile::TempDir;

/// A story on its chain.
#[derive(Debug)]
pub struct Story {
    /// The chain, and the folder of everybody's papers.
    pub desk: Desk,
    /// The specification of the chain, for further nodes.
    pub chain: String,
    is_told: bool,
    _specification: TempDir,
}

impl Story {
    /// A chain that begins at `epoch`, with A44, A11 and these parties, and 1 to 3 January 2027 off.
    pub fn open(title: &str, epoch: &str, parties: &[Person]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let chain = folder.path().join("story.json");
        fs::write(&chain, specification(epoch)?.to_string())?;
        let chain = chain.display().to_string();
        let options = Options {
            chain: chain.clone(),
            ..Options::development()
        };
        let story = Self {
            desk: Desk::open_on(options)?,
            chain,
            is_told: env::var_os("QUANJI_TIMELINE").is_some(),
            _specification: folder,
        };
        story.tell(&format!("\n\n{title}\n\n{}", dated(epoch)));
        story.check_authorities()?;
        // Saturday and Sunday are off by themselves.
        let calendar = ["regime", "calendar", "2027", "--off", "2027-01-01"];
        story.does(&DEP, "loads the test calendar of 2027", &calendar)?;
        for party in parties {
            story.admit(party)?;
        }
        Ok(story)
    }

    /// Both authorities stand in the directory under the identifiers that the stories use.
    fn check_authorities(&self) -> Result<()> {
        let listed = self.desk.done(&["authority", "list"])?.to_string();
        for Place { authority, .. } in [A44, A11] {
            ensure!(listed.contains(authority), "no {authority} in {listed}");
        }
        Ok(())
    }

    /// A registrar of A44 admits a party. Gives its identifier.
    pub fn admit(&self, party: &Person) -> Result<String> {
        let admit = ["party", "admit", "--kind", "legal-person", "--credit-code"];
        let account = [party.code, "--account", party.key];
        let what = format!("admits {} ({})", party.name, party.code);
        let admitted = self.does(&WU, &what, &[&admit[..], &account].concat())?;
        text(&admitted, "party")
    }

    /// The identifier of an admitted party.
    pub fn party(&self, party: &Person) -> Result<String> {
        text(
            &self.desk.done(&["party", "show", "--code", party.code])?,
            "party",
        )
    }

    fn tell(&self, line: &str) {
        if self.is_told {
            println!("{line}");
        }
    }

    /// Says what became true.
    pub fn so(&self, what: &str) {
        self.tell(&format!("                 → {what}"));
    }

    /// Moves register time to `2026-09-24 16:50` or `2026-11-06 23:59:30`.
    pub fn at(&self, moment: &str) -> Result<()> {
        self.tell(&format!("\n{}", dated(moment)));
        self.desk.clock(&iso(moment))
    }

    /// Somebody does something.
    pub fn does(&self, who: &Person, what: &str, arguments: &[&str]) -> Result<Value> {
        self.tell(&format!("    {:12} {what}", who.name));
        self.desk.done(&[&["--key", who.key], arguments].concat())
    }

    /// Somebody may not do something: the rule and who can remove the obstacle are named, and `case` and all other cases
    /// are as before.
    pub fn cannot(
        &self,
        who: &Person,
        what: &str,
        rule: &str,
        case: Option<&str>,
        arguments: &[&str],
    ) -> Result<Value> {
        self.tell(&format!("    {:12} {what}", who.name));
        let before = self.records(case)?;
        let ran = self.desk.run(&[&["--key", who.key], arguments].concat())?;
        let problem = ran.problem;
        ensure!(ran.code == REFUSED, "{arguments:?}: {} {problem}", ran.code);
        ensure!(problem["rule"] == rule, "{rule}: {problem}");
        for member in ["who", "remedy", "detail"] {
            let said = problem[member].as_str().unwrap_or_default();
            ensure!(!said.is_empty(), "no {member}: {problem}");
        }
        let after = self.records(case)?;
        ensure!(before == after, "{rule} changed {before} to {after}");
        let (detail, remover) = (&problem["detail"], &problem["who"]);
        self.so(&format!("refused, {rule}: {detail}; can remove it: {remover}"));
        Ok(problem)
    }

    /// All cases in state, and one of them whole, without the moment at which they were looked at.
    fn records(&self, case: Option<&str>) -> Result<Value> {
        let mut shown = match case {
            Some(case) => self.desk.done(&["case", "show", case])?,
            None => Value::Null,
        };
        if let Some(members) = shown.as_object_mut() {
            members.remove("now");
        }
        Ok(json!({ "cases": self.desk.done(&["case", "list"])?, "case": shown }))
    }

    /// A case stands so: status, last day (none: ""), and day n of m of review. `case show` and `case list` agree. Gives
    /// what `case show` answers.
    pub fn stands(&self, case: &str, status: &str, due: &str, day: Option<(u16, u16)>) -> Result<Value> {
        let shown = self.desk.done(&["case", "show", case])?;
        let last = &shown["due"]["day"];
        ensure!(shown["status"] == status, "{case} is not {status}: {shown}");
        ensure!(last.as_str().unwrap_or_default() == due, "not {due}: {shown}");
        ensure!(shown["overdue"] == 0, "{case} is overdue: {shown}");
        let days = day.map(|(day, of)| json!({ "day": day, "of": of }));
        ensure!(shown["review"] == json!(days), "not day {day:?}: {shown}");
        let list = self.desk.done(&["case", "list"])?;
        let listed = list["cases"].as_array().context("a list of cases")?;
        let listed = listed.iter().find(|one| one["case"] == case);
        let listed = listed.with_context(|| format!("{case} is not listed"))?;
        for member in ["status", "due", "overdue", "review", "registration"] {
            ensure!(listed[member] == shown[member], "{member}: {listed} {shown}");
        }
        let until = match shown["due"]["weekday"].as_str() {
            Some(weekday) => format!(", until {weekday} {due} 24:00"),
            None => String::new(),
        };
        let days = day.map_or(String::new(), |(day, of)| format!(", working day {day} of {of}"));
        self.so(&format!("{case} {}{until}{days}", status.replace('_', " ")));
        Ok(shown)
    }

    /// Writes a text file for use as a document, and gives its name.
    pub fn paper<'a>(&self, name: &'a str, content: &str) -> Result<&'a str> {
        fs::write(self.desk.path(name), content)?;
        Ok(name)
    }

    /// Writes a sealed description with these members set. Its name is its file's stem.
    pub fn describe(&self, file: &str, members: &[&str]) -> Result<()> {
        self.seal(file, members, &[])
    }

    /// The same with further arguments of the sealing.
    pub fn seal(&self, file: &str, members: &[&str], further: &[&str]) -> Result<()> {
        self.desk.draft("draft.json", members)?;
        let seal = ["describe", "seal", "draft.json", "--force", "--out", file];
        self.desk.done(&[&seal[..], further].concat())?;
        Ok(())
    }

    /// Takes the fingerprint of a content.
    pub fn fingerprint(&self, content: &str, out: &str) -> Result<()> {
        self.paper("content.txt", content)?;
        let take = ["fingerprint", "content.txt", "--kind", "snapshot"];
        let rest = ["--date", "2026-10-31", "--out", out];
        self.desk.done(&[&take[..], &rest].concat())?;
        Ok(())
    }

    /// The arguments of an application for a resource from own collection, by default with [`DESCRIPTION`]; what comes
    /// in `further` counts in its place.
    pub fn application<'a>(place: &Place, further: &[&'a str]) -> Vec<&'a str> {
        let mut arguments = vec!["apply", "first", "--authority", place.authority];
        for (name, value) in [
            ("--kind", "resource"),
            ("--source", "collected"),
            ("--industry", "55"),
            ("--description", DESCRIPTION),
            ("--declaration", PAPER),
        ] {
            if !further.contains(&name) {
                arguments.extend([name, value]);
            }
        }
        arguments.extend(["--evidence", "identity:paper.txt"]);
        arguments.extend(["--evidence", "lawful-acquisition:paper.txt"]);
        arguments.extend(further);
        arguments
    }

    /// Somebody files an application. Gives its case and the object that it would register.
    pub fn files(
        &self,
        who: &Person,
        what: &str,
        place: &Place,
        further: &[&str],
    ) -> Result<(String, String)> {
        let filed = self.does(who, what, &Self::application(place, further))?;
        Ok((text(&filed, "case")?, text(&filed, "object")?))
    }

    /// The examiner accepts a case and the reviewer approves what was examined with these arguments.
    pub fn approve(&self, place: &Place, case: &str, examination: &[&str]) -> Result<()> {
        self.does(&place.examiner, "accepts it", &["case", "accept", case])?;
        self.examine_and_approve(place, case, examination)
    }

    /// The examiner records findings and decisions, and the reviewer approves them.
    pub fn examine_and_approve(&self, place: &Place, case: &str, examination: &[&str]) -> Result<()> {
        let examine = [&["case", "examine", case, "--record", PAPER], examination].concat();
        let what = format!("examines: {}", examination.join(" "));
        self.does(&place.examiner, &what, &examine)?;
        self.does(&place.reviewer, "approves", &["case", "approve", case])?;
        Ok(())
    }

    /// The examiner publishes a description.
    pub fn publish(&self, place: &Place, case: &str, description: &str) -> Result<Value> {
        let publish = ["case", "publish", case, "--text", description];
        self.does(&place.examiner, "publishes it", &publish)
    }

    /// The reviewer enters a case. Gives what the command answers.
    pub fn enter(&self, place: &Place, case: &str) -> Result<Value> {
        self.entered(place, "enters it", &["case", "enter", case])
    }

    /// The reviewer enters a case without what was refused, and gives written notice of that.
    pub fn enter_in_part(&self, place: &Place, case: &str) -> Result<Value> {
        let enter = ["case", "enter", case, "--refusal-letter", "paper.txt"];
        self.entered(
            place,
            "enters what was granted, with notice of what was refused",
            &enter,
        )
    }

    fn entered(&self, place: &Place, what: &str, enter: &[&str]) -> Result<Value> {
        let entered = self.does(&place.reviewer, what, enter)?;
        for one in entered["certificates"].as_array().context("certificates")? {
            let (number, issue) = (&one["number"], &one["issue"]);
            self.so(&format!(
                "certificate {number}, issue {issue}, in {}",
                entered["object"]
            ));
        }
        Ok(entered)
    }

    /// The names of the rights that a certificate lists as in force.
    pub fn rights(&self, certificate: &str) -> Result<Vec<String>> {
        let shown = self.desk.done(&["certificate", "show", certificate])?;
        let rights = shown["rights"].as_array().context("rights")?;
        let in_force = rights.iter().filter(|right| right["state"] == "in_force");
        in_force.map(|right| text(right, "label")).collect()
    }

    /// Issues the evidence package of a certificate of A44.
    pub fn issue(&self, certificate: &str, out: &str) -> Result<()> {
        let issue = ["certificate", "issue", certificate, "--out", out];
        let key = ["--credential-key", "//Lingnan//Credential"];
        self.desk.done(&[&issue[..], &key].concat())?;
        Ok(())
    }

    /// What the offline verifier says of a package, as of a moment when one is given. Gives the exit code too.
    pub fn verify(&self, package: &str, at: Option<&str>) -> Result<(i32, Value)> {
        let at: Vec<_> = at.iter().flat_map(|at| ["--at", at]).collect();
        self.verify_with(package, &at)
    }

    /// The same with further arguments.
    pub fn verify_with(&self, package: &str, further: &[&str]) -> Result<(i32, Value)> {
        let genesis = self.desk.genesis()?;
        let verify = ["verify", package, "--genesis", &genesis];
        let ran = self.offline(&[&verify[..], further].concat())?;
        Ok((ran.code, ran.output))
    }

    /// Runs a command that asks nobody: nobody listens at the node that it is told, and the last --node counts.
    pub fn offline(&self, arguments: &[&str]) -> Result<Ran> {
        self.desk
            .run(&[arguments, &["--node", "ws://127.0.0.1:9"]].concat())
    }
}

/// A member that is a text.
pub fn text(value: &Value, member: &str) -> Result<String> {
    let found = value[member].as_str().map(str::to_owned);
    found.with_context(|| format!("no {member} in {value}"))
}

/// The development chain with another epoch and with A11 beside A44.
fn specification(epoch: &str) -> Result<Value> {
    let mut spec = exported("dev")?;
    let mut local = exported("local")?;
    let patch = "/genesis/runtimeGenesis/patch";
    let at = |path: &str| format!("{patch}/{path}");
    let mut second = local
        .pointer_mut(&at("authorities/authorities/1"))
        .context("a second authority")?
        .take();
    second["validator"] = Value::Null;
    spec.pointer_mut(&at("authorities/authorities"))
        .and_then(Value::as_array_mut)
        .context("authorities")?
        .push(second);
    *spec
        .pointer_mut(&at("rules/developmentClock/epoch"))
        .context("a development clock")? = millis(epoch)?.into();
    Ok(spec)
}

fn exported(chain: &str) -> Result<Value> {
    let ran = Command::new(program("quanji-node")?)
        .args(["export-chain-spec", "--chain", chain])
        .output()?;
    let errors = String::from_utf8_lossy(&ran.stderr);
    ensure!(ran.status.success(), "{errors}");
    Ok(serde_json::from_slice(&ran.stdout)?)
}

/// `2026-09-24T16:50+08:00` from `2026-09-24 16:50`.
pub fn iso(moment: &str) -> String {
    format!("{}+08:00", moment.replace(' ', "T"))
}

/// Days since 1970-01-01 of the date at the beginning of a moment.
fn days(moment: &str) -> Option<i64> {
    let mut parts = moment.get(..10)?.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // A year that begins in March: the leap day is its last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leaps = year / 4 - year / 100 + year / 400;
    Some(year * 365 + leaps + (month * 153 + 2) / 5 + day - 1 - 719_468)
}

/// A moment in China in milliseconds since 1970 UTC.
pub fn millis(moment: &str) -> Result<i64> {
    let time = moment.get(11..16).and_then(|time| {
        let (hours, minutes) = time.split_once(':')?;
        Some(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?)
    });
    let (days, minutes) = days(moment).zip(time).context("YYYY-MM-DD HH:MM")?;
    Ok(((days * 24 - 8) * 60 + minutes) * 60_000)
}

/// A moment with its weekday.
fn dated(moment: &str) -> String {
    const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    let weekday = days(moment).map(|days| days.rem_euclid(7));
    let weekday = weekday.and_then(|place| WEEKDAYS.get(usize::try_from(place).ok()?));
    format!("{} {moment}", weekday.unwrap_or(&""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_their_weekday_and_their_milliseconds() {
        assert_eq!(dated("2026-09-24 16:50"), "Thu 2026-09-24 16:50");
        assert_eq!(dated("2028-02-29 00:00"), "Tue 2028-02-29 00:00");
        assert_eq!(millis("2026-11-02 09:00").unwrap(), 1_793_581_200_000);
        assert!(millis("2026-11-02").is_err());
    }
}
