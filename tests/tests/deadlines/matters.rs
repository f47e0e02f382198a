//! What has deadlines: the cases of a day, and a registered right in dispute.

use anyhow::Result;
use quanji_tests::{
    cast::{A44, CHEN, FREIGHTCO, LUO, PORTCO, SHIPCO},
    desk::{DESCRIPTION, PAPER},
    story::text,
    Story,
};

use super::readers::Thing;

/// The cases of one day, each at a step with a deadline.
pub struct Line {
    pub silent: String,
    pub returned: String,
    pub asked: String,
    pub noticed: String,
    pub objected: String,
}

impl Line {
    pub fn begin(story: &Story, day: &str) -> Result<Self> {
        story.at(&format!("{day} 09:00"))?;
        let file = || Ok::<_, anyhow::Error>(story.files(&PORTCO, "files", &A44, &["--claim", "holding"])?.0);
        let (silent, returned, asked, noticed, objected) = (file()?, file()?, file()?, file()?, file()?);
        let letter = ["--days", "5", "--letter", PAPER];
        let back = ["case", "return", &returned, "--missing", "description"];
        story.does(&CHEN, "returns one", &[&back[..], &letter].concat())?;
        story.does(&CHEN, "accepts one", &["case", "accept", &asked])?;
        let ask = ["case", "ask", &asked, "--item", "contract"];
        story.does(&CHEN, "asks for proof", &[&ask[..], &letter].concat())?;
        for case in [&noticed, &objected] {
            story.approve(&A44, case, &["--grant", "holding"])?;
            story.publish(&A44, case, DESCRIPTION)?;
        }
        let object = ["case", "object", &objected, "--ground", "title"];
        let materials = ["--materials", PAPER];
        story.does(&SHIPCO, "objects to one", &[&object[..], &materials].concat())?;
        Ok(Self {
            silent,
            returned,
            asked,
            noticed,
            objected,
        })
    }
}

/// A registered right and what is in dispute about it.
pub struct Registered {
    pub object: String,
    pub certificate: String,
    pub objection: String,
    pub power: String,
}

impl Registered {
    /// Enters a case whose notice has ended.
    pub fn enter(story: &Story, case: &str) -> Result<Self> {
        let entered = story.enter(&A44, case)?;
        Ok(Self {
            object: text(&entered, "object")?,
            certificate: text(&entered["certificates"][0], "number")?,
            objection: String::new(),
            power: String::new(),
        })
    }

    pub fn object_to(&mut self, story: &Story) -> Result<()> {
        let file = [
            "objection",
            "file",
            &self.object,
            "--right",
            "0",
            "--ground",
            "title",
        ];
        let papers = ["--facts", PAPER, "--evidence", "identity:paper.txt"];
        let filed = story.does(&FREIGHTCO, "objects", &[&file[..], &papers].concat())?;
        self.objection = text(&filed, "objection")?;
        Ok(())
    }

    pub fn notify(&self, story: &Story) -> Result<()> {
        let notify = ["objection", "notify", &self.objection, "--letter", PAPER];
        story.does(&CHEN, "tells the registrant", &notify)?;
        Ok(())
    }

    pub fn conclude(&self, story: &Story) -> Result<()> {
        let conclude = [
            "objection",
            "conclude",
            &self.objection,
            "--disposition",
            "dismiss",
        ];
        story.does(
            &CHEN,
            "concludes",
            &[&conclude[..], &["--record", PAPER]].concat(),
        )?;
        Ok(())
    }

    /// A hold on the right and a power of its holder, both with this last day.
    pub fn until(&mut self, story: &Story, last_day: &str) -> Result<()> {
        let hold = [
            "objection",
            "hold",
            &self.objection,
            "--until",
            last_day,
            "--reason",
            PAPER,
        ];
        story.does(&CHEN, "proposes a hold", &hold)?;
        story.does(
            &LUO,
            "confirms it",
            &["objection", "confirm-hold", &self.objection],
        )?;
        let agent = story.party(&SHIPCO)?;
        let grant = [
            "power",
            "grant",
            "--agent",
            &agent,
            "--act",
            "first",
            "--from",
            "2026-11-24",
        ];
        let term = ["--until", last_day, "--document", PAPER];
        let granted = story.does(&PORTCO, "grants a power", &[&grant[..], &term].concat())?;
        self.power = text(&granted, "power")?;
        Ok(())
    }

    pub fn objection(&self) -> Thing<'_> {
        Thing::Objection(&self.objection)
    }

    pub fn hold(&self) -> Thing<'_> {
        Thing::Hold(&self.object, &self.certificate)
    }

    pub fn right(&self) -> Thing<'_> {
        Thing::Right(&self.object, &self.certificate)
    }
}
