//! Mines that people change, as their tests begin and end.
#![allow(dead_code, reason = "each test takes what it needs")]

use breakeven::{Inputs, Mine, Scenario};

pub type Result = std::result::Result<(), Box<dyn std::error::Error>>;

/// A scenario, unchanged.
pub fn mine(scenario: &str) -> Mine {
    Mine::of(Scenario::from_id(scenario).unwrap())
}

/// The inputs in effect.
pub fn values(mine: &mut Mine) -> Inputs {
    mine.report().inputs.clone()
}
