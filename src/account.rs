//! Everything that the model says of one mine: the report, what comes of it at the market price, the whole site.

use serde::{Serialize, Serializer};

use crate::fleet::Fleet;
use crate::inputs::Inputs;
use crate::outcome::{Cost, Outcome};
use crate::report::Report;
use crate::units::PerYear;
use crate::words::said;

/// All of it. As data it is flat: the keys of the report, those of the outcome, and `fleet`.
///
/// ```
/// use breakeven::{Account, Inputs};
///
/// let account = Account::of(&Inputs::default());
/// assert!(account.outcome.net_present_value < 0.0); // it runs, but never earns its machines back
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// The break-evens and what goes with them.
    #[serde(flatten)]
    pub report: Report,
    /// What comes of each TH/s at the market price.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// The whole site.
    pub fleet: Fleet,
}

impl Account {
    /// The account of the mine at `inputs`.
    pub fn of(inputs: &Inputs) -> Self {
        let report = Report::of(inputs);
        let outcome = Outcome::of(inputs, report.prices.shutdown);
        Self { report, outcome, fleet: Fleet::of(inputs) }
    }
}

/// Flat; what does not exist is `null` and has a reason: `irr` in `irr_reason`, `payback_month` in
/// `payback_reason`.
#[derive(Serialize)]
struct Flat {
    margin: f64,
    npv: f64,
    irr: Option<PerYear>,
    #[serde(skip_serializing_if = "Option::is_none")]
    irr_reason: Option<String>,
    payback_month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payback_reason: Option<&'static str>,
    months_switched_off: u32,
    cost: Cost,
}

/// The payback month of a mine that has none.
const NEVER: &str = said("never-paid-back");

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Flat {
            margin: self.margin,
            npv: self.net_present_value,
            irr: self.internal_rate.ok(),
            irr_reason: self.internal_rate.err().map(|reason| reason.to_string()),
            payback_month: self.payback_month,
            payback_reason: self.payback_month.is_none().then_some(NEVER),
            months_switched_off: self.months_switched_off,
            cost: self.cost,
        }
        .serialize(serializer)
    }
}
