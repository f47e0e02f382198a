//! Packages of a rehearsed chain: genuine ones verify, every forgery is refused for its own reason.

mod asked;
mod attackers;
mod bounds;
mod chain;
mod checkpoints;
mod decoder;
mod entries;
mod forged_credential;
mod forged_finality;
mod forged_signature;
mod forged_state;
mod forged_trust;
mod forgeries;
mod fuzz;
mod genuine;
mod lapsed;
mod register;
mod since;
mod sources;
mod states;
mod succession;
mod told;
mod unproven;
mod vectors;
