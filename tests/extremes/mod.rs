//! Mines at the ends of what the model takes: what differs from `quoted-40000`.

use breakeven::Input;

/// Power for next to nothing, machines that never run before their coins have become worthless.
pub const THIRTEEN_DECADES: &[(Input, f64)] = &[
    (Input::Efficiency, 1.0),
    (Input::Levy, 0.0),
    (Input::MachinePrice, 10_000.0),
    (Input::DifficultyGrowth, 10.0),
    (Input::Lifetime, 70.0),
    (Input::Idle, 60.0),
    (Input::DiscountRate, 0.0),
    (Input::Opex, 0.0),
];

/// Nothing costs anything.
pub const ALL_FREE: &[(Input, f64)] = &[
    (Input::Tariff, 0.0),
    (Input::Levy, 0.0),
    (Input::Opex, 0.0),
    (Input::MachinePrice, 0.0),
    (Input::Infrastructure, 0.0),
];
