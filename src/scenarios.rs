//! Named mines: the article's own, and one of today. Each number says whether it stands in the article, follows
//! from a known figure, or is assumed, and why; what follows from them is computed.

#![cfg_attr(not(feature = "sources"), allow(dead_code, unused_imports))]

#[cfg(feature = "sources")]
mod conclusions;
mod elsewhere;
mod fact;
mod facts;
mod kazakhstan;
mod list;
mod scenario;

pub use fact::{Basis, Fact, Stated};
pub use list::ALL;
pub(crate) use list::NEWEST;
pub use scenario::Scenario;
