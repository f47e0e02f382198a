//! One story that uses every act: PortCo's data on berths, with what was made from it and what stands beside it, from their
//! first registration to their end, over two years. `scripts/demo --full` tells it, and prints the history of each object.

pub mod acts;
mod contested;
mod day_book;
mod dealings;
mod licences;
mod registered;
mod renewals;
mod splits;
mod successions;

use anyhow::Result;
use quanji_tests::{
    cast::{FREIGHTCO, LEAKCO, OPCO, PORTCO, PORTNEW, SHIPCO, SUBCO, THIRDCO, WATERCO},
    Story,
};

#[test]
fn every_act_is_done_on_one_chain_and_every_entry_is_proven() -> Result<()> {
    let parties = [
        PORTCO, FREIGHTCO, SHIPCO, SUBCO, THIRDCO, LEAKCO, WATERCO, OPCO, PORTNEW,
    ];
    let title = "Every act: two years of the berths of Guangzhou";
    let story = Story::open(title, "2026-11-02 08:00", &parties)?;
    let data = registered::on_the_first_day(&story)?;
    let licences = licences::granted(&story, &data)?;
    let dealings = dealings::applied_for(&story, &data, &licences)?;
    let (service, product) = registered::product_and_service(&story, &data, &licences)?;
    let passed = dealings::entered(&story, &data, &licences, dealings)?;
    let by_case = licences::through_a_case(&story, &service)?;
    let giving_up = dealings::given_up(&story, &data, &licences, &passed)?;
    let seizures = day_book::seized(&story, &data, &licences, &passed, &product)?;
    day_book::controlled(&story, &data)?;
    let depths = splits::filed(&story)?;
    contested::decided(&story, &data)?;
    dealings::ended(&story, &data, &licences, &giving_up)?;
    let (whole, split) = splits::applied_for(&story, &depths)?;
    contested::of_own_motion(&story, &passed.yard)?;
    day_book::released_and_transferred(&story, &data, &licences, &seizures)?;
    licences::ended(&story, &data, &licences, &product)?;
    let licensed = licences::registered(&story, &by_case)?;
    let opened = successions::left_open(&story)?;
    successions::merged(&story, &data)?;
    let (coast, sale) = splits::passes_with_a_licence_back(&story, &whole, &split)?;
    let continued = successions::dissolved(&story, &licensed, &opened)?;
    splits::passed(&story, &coast, &sale)?;
    day_book::over_by_itself(&story, &data, &seizures)?;
    renewals::renewed_and_revived(&story, &data)?;
    for (name, object) in [
        ("berths", &data.berths),
        ("yard", &data.yard),
        ("LeakCo's data", &data.leak),
        ("water", &data.water),
        ("tides", &data.tides),
        ("FreightCo's product", &product),
        ("FreightCo's service", &service),
        ("SubCo's data", &continued),
        ("depths", &whole),
        ("depths of the coast", &coast),
    ] {
        story.timeline(name, &object.object)?;
    }
    Ok(())
}
