//! The examples run with the default features, and say what they are there to say.

use std::process::Command;

fn printed_by(example: &str) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(["run", "--quiet", "--example", example]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_quoted_price_has_a_reading_or_a_reason_for_every_input() {
    let printed = printed_by("quoted");
    assert!(printed.contains("pays its power above $12,990 a bitcoin"), "{printed}");
    assert!(printed.contains("Electricity tariff: $0.1587/kWh"), "{printed}");
    assert!(printed.contains("none; even free machines leave the all-in break-even at $43,374"), "{printed}");
    assert_eq!(printed.lines().filter(|line| line.starts_with("  ")).count(), 3 * 4, "{printed}");
}

#[test]
fn the_figure_is_one_svg() {
    let printed = printed_by("tariff_figure");
    assert!(printed.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{printed}");
    assert!(printed.trim_end().ends_with("</svg>"), "{printed}");
    assert!(printed.contains("At $0.04/kWh, 29.5 J/TH"), "{printed}");
}

#[test]
fn cheaper_power_keeps_a_machine_above_water_for_longer() {
    let printed = printed_by("through_time");
    let lives: Vec<_> = printed.lines().filter(|line| line.starts_with("  at ")).collect();
    assert_eq!(lives.len(), 3 * 3, "{printed}");
    assert_eq!(lives[0], "  at $0.0023/kWh: never under water");
    assert_eq!(lives[1], "  at $0.05/kWh: under water first on 2020-03-09, for good on 2022-06-08");
    assert_eq!(lives[2], "  at $0.1/kWh: under water first on 2018-09-07, for good on 2021-12-25");
}
