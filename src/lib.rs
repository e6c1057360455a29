//! What would bitcoin have to cost for this mine to make sense?
//!
//! A mine turns electricity into bitcoin. How much of it one coin takes follows from three numbers: the
//! [tariff](Input::Tariff), the [efficiency](Input::Efficiency) of the hardware, and the
//! [hash rate](Input::Hashrate) of the network it competes with. From them and eighteen more, every one of which
//! has a default with a source, this crate computes three prices:
//!
//! * the **shutdown price** pays the electricity of a coin: below it, switch off;
//! * the **cash break-even** also pays staff, site and hosting;
//! * the **all-in break-even** also earns the machines back over their life.
//!
//! ```
//! use breakeven::{Input, Inputs, Report};
//!
//! let mine = Inputs::default().with_all([(Input::Tariff, 0.04), (Input::Efficiency, 29.5)])?;
//! let report = Report::of(&mine);
//! println!("switch off below {:.0} USD", report.prices.shutdown.value());
//! # Ok::<(), breakeven::Error>(())
//! ```
//!
//! # The way through
//! * [`inputs`]: the one table of inputs, and a value for each.
//! * [`network`]: difficulty, hash rate, subsidy by height, reward per hash.
//! * [`breakeven`](mod@breakeven): the shutdown price and the cash break-even.
//! * [`lifetime`]: month by month, and the all-in break-even.
//! * [`outcome`]: what the market price makes of it; [`fleet`]: the whole site.
//! * [`tier`]: the three break-evens by name; [`solve`](mod@solve): what would have to be true; [`range`]: how
//!   sure it is.
//! * [`schedule`], [`currency`]: hours and tariffs as people say them; [`typed`]: numbers as people type them.
//! * [`report`]: what the inputs amount to, in one value; [`account`]: with outcome and site; [`narrate`]: in one
//!   sentence, whose greatest width a page asks of `widest`; [`working`](mod@working): line by line.
//! * [`mine`]: one that is changed, with what was refused and the way back.
//! * [`history`]: the network since 2009, and the mine in every period of it; [`machines`]: hardware by name.
//! * [`scenarios`]: named mines, each number with its date and its source; [`permalink`]: any mine as a short text.
//! * [`differences`](mod@differences): why other calculators come to other figures.
//! * [`View`]: the figures by name; [`figure`]: the pictures, as a scene that becomes SVG text or live nodes of a page.
//!
//! Data flows one way: inputs → report → figure → screen. The core knows no screen; the feature `web` adds the
//! boundary to JavaScript, the feature `cli` the command `breakeven`.
//!
//! # Exactness
//! Every number is an `f64`. Each input, price and rate has its own [type](units); sums, of a TH/s or of a site, have the
//! unit that their documentation tells. Transcendental functions come from `libm`
//! on every target, so that a native build, WebAssembly and its translation to JavaScript agree to the last bit.
//! What goes in is checked ([`Error`] names field, value and allowed range); what comes out is finite.

#![cfg_attr(not(feature = "web"), forbid(unsafe_code))]

pub mod account;
pub mod breakeven;
mod by_id;
mod costs;
pub mod currency;
mod date;
mod decimal;
pub mod differences;
mod error;
pub mod figure;
pub mod fleet;
#[doc(hidden)] // the words and marks of the command and the page; a release may change them
pub mod format;
pub mod history;
pub mod inputs;
mod language;
pub mod lifetime;
pub mod machines;
pub mod mine;
pub mod narrate;
pub mod network;
pub mod outcome;
pub mod permalink;
pub mod range;
pub mod report;
mod root;
pub mod scenarios;
pub mod schedule;
mod search;
mod slider;
pub mod solve;
pub mod tier;
pub mod typed;
pub mod units;
mod view;
#[cfg(feature = "web")]
pub mod wasm;
#[cfg(feature = "sources")]
pub mod widest;
#[doc(hidden)] // of the command and the page; a release may change them
pub mod words;
pub mod working;

pub use crate::account::Account;
pub use crate::breakeven::{Prices, energy_per_bitcoin, shutdown_price};
pub use crate::currency::Currency;
pub use crate::date::Date;
pub use crate::error::{Error, Result};
pub use crate::fleet::Fleet;
pub use crate::inputs::{Input, Inputs, Spec};
pub use crate::lifetime::Unreachable;
pub use crate::machines::Machine;
pub use crate::mine::Mine;
pub use crate::outcome::Outcome;
pub use crate::report::{Regime, Report};
pub use crate::scenarios::Scenario;
pub use crate::schedule::Schedule;
pub use crate::tier::Tier;
pub use crate::view::View;
