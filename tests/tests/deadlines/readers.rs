//! Who reads: the view functions and the command line, each at one block.

use anyhow::{bail, ensure, Context, Result};
use quanji_client::chain::{Chain, View};
use quanji_primitives::marks::MarkKind;
use quanji_tests::{
    cast::{FREIGHTCO, PORTCO, SHIPCO},
    desk::DEPARTMENT,
    story::{iso, text},
    Story,
};
use serde_json::{json, Value};
use tokio::runtime::Runtime;

/// More blocks than a node lets pass between two justifications that it keeps.
const BLOCKS_BETWEEN_PROOFS: u32 = 64;

/// What has a deadline, by its identifier.
#[derive(Clone, Copy, Debug)]
pub enum Thing<'a> {
    Case(&'a str),
    Objection(&'a str),
    Power(&'a str),
    /// The hold on an object, and its certificate.
    Hold(&'a str, &'a str),
    /// The one right in an object, and its certificate.
    Right(&'a str, &'a str),
}

/// How a thing stands: its status, the last day that runs, and working days by which it has passed.
pub type Standing = (String, Option<String>, u64);

pub fn standing(status: &str, due: &str, overdue: u64) -> Standing {
    let due = Some(due.to_owned()).filter(|due| !due.is_empty());
    (status.to_owned(), due, overdue)
}

/// A status without deadline.
pub fn plain(status: &str) -> Standing {
    standing(status, "", 0)
}

/// The code of a status: the name of its variant.
fn code(status: Value) -> Option<String> {
    let name = match &status {
        Value::Object(members) => members.keys().next().cloned(),
        other => other.as_str().map(str::to_owned),
    };
    name.filter(|name| !name.is_empty())
}

fn is(condition: bool, yes: &str, no: &str) -> Standing {
    plain(if condition { yes } else { no })
}

impl Thing<'_> {
    /// As the view functions say at a block.
    async fn in_view(self, view: &View) -> Result<Standing> {
        let now = view.register_time().await?;
        Ok(match self {
            Self::Case(case) => {
                let found = view.case_standing(case.parse()?).await?.context("no such case")?;
                let status = code(serde_json::to_value(found.status)?).context("a status")?;
                let due = found.due.map(|due| due.day.to_string());
                (status, due, found.overdue.into())
            }
            Self::Objection(objection) => {
                let found = view.objection_standing(objection.parse()?).await?;
                let found = found.context("no such objection")?;
                let status = code(serde_json::to_value(found.status)?).context("a status")?;
                let due = found.due.map(|due| due.day.to_string());
                (status, due, found.overdue.into())
            }
            Self::Power(power) => {
                let power = view.power(power.parse()?).await?.context("no such power")?;
                is(power.is_in_force(now), "in_force", "expired")
            }
            Self::Hold(object, _) => {
                let title = view.title(object.parse()?).await?.context("no such object")?;
                let mut standing = title.marks.iter().filter(|mark| mark.stands(now));
                is(standing.any(|mark| mark.kind == MarkKind::Hold), "held", "free")
            }
            Self::Right(object, _) => {
                let title = view.title(object.parse()?).await?.context("no such object")?;
                let right = title.rights.first().context("one right")?;
                is(now < right.valid_until, "in_force", "expired")
            }
        })
    }

    /// As the command line says at a block.
    fn on_command_line(self, story: &Story, block: u32) -> Result<Standing> {
        let block = block.to_string();
        let show = |what: &str, name: &str| story.desk.done(&["--block", &block, what, "show", name]);
        let timed = |shown: Value| {
            let due = shown["due"]["day"].as_str().map(str::to_owned);
            Ok((
                text(&shown, "status")?,
                due,
                shown["overdue"].as_u64().context("overdue")?,
            ))
        };
        match self {
            Self::Case(case) => timed(show("case", case)?),
            Self::Objection(objection) => timed(show("objection", objection)?),
            Self::Power(power) => Ok(plain(&text(&show("power", power)?, "standing")?)),
            Self::Hold(_, certificate) => Ok(is(holds(&show("certificate", certificate)?), "held", "free")),
            Self::Right(_, certificate) => {
                let shown = show("certificate", certificate)?;
                Ok(plain(&text(&shown["rights"][0], "state")?))
            }
        }
    }
}

/// Whether a hold stands against a certificate as shown.
pub fn holds(shown: &Value) -> bool {
    let marks = shown["against"]["marks"].as_array();
    marks.is_some_and(|marks| marks.iter().any(|mark| mark["kind"] == "hold"))
}

/// A story whose blocks are looked at one by one.
pub struct Watch {
    pub story: Story,
    chain: Chain,
    runtime: Runtime,
}

impl Watch {
    pub fn open() -> Result<Self> {
        let title = "Deadlines to the second";
        let parties = [PORTCO, SHIPCO, FREIGHTCO];
        let story = Story::open(title, "2026-11-02 08:00", &parties)?;
        let runtime = Runtime::new()?;
        let chain = runtime.block_on(Chain::connect(&story.desk.node.url()))?;
        Ok(Self {
            story,
            chain,
            runtime,
        })
    }

    /// Moves register time to a second, and gives the block that it is the time of.
    fn set(&self, moment: &str) -> Result<u32> {
        let set = self
            .story
            .desk
            .done(&["--key", DEPARTMENT, "clock", "set", &iso(moment)])?;
        let block = set["block"]["number"].as_u64().context("a block")?;
        let block = u32::try_from(block)?;
        let now = self.time(block)?;
        ensure!(now == iso(moment), "{moment}: block {block} is of {now}");
        Ok(block)
    }

    fn time(&self, block: u32) -> Result<String> {
        self.runtime.block_on(async {
            let view = self.chain.at_number(block).await?;
            Ok(view.register_time().await?.to_string())
        })
    }

    /// A thing stands so at a block, whoever is asked.
    fn stands(&self, block: u32, thing: Thing, expected: &Standing) -> Result<()> {
        let in_view = self.runtime.block_on(async {
            let view = self.chain.at_number(block).await?;
            thing.in_view(&view).await
        })?;
        let on_command_line = thing.on_command_line(&self.story, block)?;
        let now = self.time(block)?;
        ensure!(
            in_view == *expected,
            "{now} {thing:?}: {in_view:?}, not {expected:?}"
        );
        ensure!(
            on_command_line == *expected,
            "{now} {thing:?}: the command line says {on_command_line:?}, not {expected:?}"
        );
        Ok(())
    }

    /// Things stand one way in the last second of their time, and another way after it; nobody sends anything.
    pub fn around(&mut self, last_second: &str, things: &[(Thing, Standing, Standing)]) -> Result<()> {
        let before = self.set(last_second)?;
        let after = before + 1;
        self.story.desk.node.wait_for_finality(after)?;
        let hash = self.story.desk.node.block_hash(after)?;
        let block = self.story.desk.node.rpc("chain_getBlock", json!([hash]))?;
        let transactions = block["block"]["extrinsics"].as_array().map(Vec::len);
        ensure!(transactions == Some(1), "block time and nothing else: {block}");
        for (thing, in_time, over) in things {
            self.stands(before, *thing, in_time)?;
            self.stands(after, *thing, over)?;
        }
        Ok(())
    }

    /// Issues a package that proves a block at `moment` or after it: not every final block can be proven.
    pub fn issue(&mut self, certificate: &str, out: &str, moment: &str) -> Result<()> {
        let issue = ["certificate", "issue", certificate, "--out", out, "--force"];
        let key = ["--credential-key", "//Lingnan//Credential"];
        for _ in 0..BLOCKS_BETWEEN_PROOFS {
            let issued = self.story.desk.done(&[&issue[..], &key].concat())?;
            if text(&issued, "as_of")? >= iso(moment) {
                return Ok(());
            }
            self.story.desk.node.wait_for_more_finality(1)?;
        }
        bail!("no block after {moment} is proven")
    }

    /// Things stand so in the very second in which their time is over.
    pub fn at(&self, moment: &str, things: &[(Thing, Standing)]) -> Result<()> {
        let block = self.set(moment)?;
        things
            .iter()
            .try_for_each(|(thing, expected)| self.stands(block, *thing, expected))
    }
}
