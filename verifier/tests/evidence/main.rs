//! Packages of a rehearsed chain: genuine ones verify, every forgery is refused for its own reason.

mod asked;
mod chain;
mod forged_credential;
mod forged_finality;
mod forged_signature;
mod forged_state;
mod forged_trust;
mod fuzz;
mod genuine;
mod register;
mod succession;
mod vectors;
