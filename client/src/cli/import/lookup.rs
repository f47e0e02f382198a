//! What is asked of the register before a row is sent: its holders, and whether its number is there already.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
    rc::Rc,
    time::{Duration, Instant},
};

use quanji_client::{
    chain::{Chain, ChainError, View},
    importing::{Column, Draft, HolderName, ReadRow, RowError, RowProblem},
};
use quanji_primitives::{
    certificate_number::ExternalNumber, imported::EarlierRegistration, person::Person, regime::RegimeId,
    AuthorityId, PartyId,
};

/// After this time the last final block is asked for anew: nodes forget old states.
const VIEW_AGE_MAX: Duration = Duration::from_secs(60);

/// Where a row stands, and its number.
#[derive(Debug, Clone)]
pub struct Place {
    /// CSV: the line. JSON: the number of the element.
    pub line: u64,
    /// The number in the earlier system; empty when it could not be read.
    pub number: String,
}

/// What a row has come to before it is sent.
pub enum Prepared {
    /// It can be sent.
    Fit(Place, Box<EarlierRegistration>),
    /// Its number is imported already.
    Already,
    /// It has faults.
    Wrong(Place, Vec<RowProblem>),
}

/// Looks up what rows name, each name once.
pub struct Lookup<'a> {
    chain: &'a Chain,
    view: RefCell<(Instant, Rc<View>)>,
    authority: AuthorityId,
    regime: RegimeId,
    parties: RefCell<HashMap<String, Option<PartyId>>>,
    numbers: RefCell<BTreeMap<(ExternalNumber, String), u64>>,
}

impl<'a> Lookup<'a> {
    /// For registrations that an authority will keep under a regime.
    pub fn new(chain: &'a Chain, view: View, authority: AuthorityId, regime: RegimeId) -> Self {
        Self {
            chain,
            view: RefCell::new((Instant::now(), Rc::new(view))),
            authority,
            regime,
            parties: RefCell::default(),
            numbers: RefCell::default(),
        }
    }

    async fn view(&self) -> Result<Rc<View>, ChainError> {
        let (since, view) = self.view.borrow().clone();
        if since.elapsed() < VIEW_AGE_MAX {
            return Ok(view);
        }
        let view = Rc::new(self.chain.now().await?);
        *self.view.borrow_mut() = (Instant::now(), view.clone());
        Ok(view)
    }

    /// Prepares a row.
    pub async fn prepare(&self, row: ReadRow) -> Result<Prepared, ChainError> {
        let no_number = |line| Place {
            line,
            number: String::new(),
        };
        let row = match row {
            Ok(row) => row,
            Err((line, problem)) => return Ok(Prepared::Wrong(no_number(line), vec![problem])),
        };
        let place = Place {
            line: row.line,
            number: row.cell(Column::Number).unwrap_or_default().to_owned(),
        };
        let draft = match row.draft(self.authority, self.regime) {
            Ok(draft) => draft,
            Err(problems) => return Ok(Prepared::Wrong(place, problems)),
        };
        if let Some(line) = self.line_of(&place, draft.scheme) {
            let repeated = RowProblem::of(Column::Number, RowError::Repeated { line });
            return Ok(Prepared::Wrong(place, vec![repeated]));
        }
        if self.is_imported(draft.scheme, draft.number).await? {
            return Ok(Prepared::Already);
        }
        self.with_parties(place, draft).await
    }

    /// The line of an earlier row with the same number of the same scheme.
    fn line_of(&self, place: &Place, scheme: ExternalNumber) -> Option<u64> {
        let mut numbers = self.numbers.borrow_mut();
        let number = (scheme, place.number.clone());
        let first = *numbers.entry(number).or_insert(place.line);
        (first != place.line).then_some(first)
    }

    async fn is_imported(&self, scheme: ExternalNumber, number: ExternalNumber) -> Result<bool, ChainError> {
        let view = self.view().await?;
        let found = view.certificate_of_earlier(scheme, number).await?;
        Ok(found.is_some())
    }

    async fn with_parties(&self, place: Place, draft: Draft) -> Result<Prepared, ChainError> {
        let names: Vec<_> = draft.names().collect();
        for name in names {
            self.learn(name).await?;
        }
        let parties = self.parties.borrow();
        let party_of = |name: HolderName| parties.get(&name.to_string()).copied().flatten();
        Ok(match draft.complete(party_of) {
            Ok(earlier) => Prepared::Fit(place, Box::new(earlier)),
            Err(problem) => Prepared::Wrong(place, vec![problem]),
        })
    }

    async fn learn(&self, name: HolderName) -> Result<(), ChainError> {
        if self.parties.borrow().contains_key(&name.to_string()) {
            return Ok(());
        }
        let view = self.view().await?;
        let party = match name {
            HolderName::Party(party) => view.party(party).await?.map(|_| party),
            HolderName::Code(code) => match view.party_by_person(Person::LegalPerson(code)).await? {
                Some(party) => Some(party),
                None => {
                    let person = Person::UnincorporatedOrganisation(code);
                    view.party_by_person(person).await?
                }
            },
        };
        self.parties.borrow_mut().insert(name.to_string(), party);
        Ok(())
    }
}
