use super::*;
use proptest::prelude::*;

#[test]
fn the_decade_is_right_at_its_very_ends() {
    for exponent in -22..=22 {
        let power = power_of_ten(exponent);
        assert_eq!(exponent_of(power), exponent);
        assert_eq!(exponent_of(power.next_down()), exponent - 1);
    }
    assert_eq!((exponent_of(f64::MAX), exponent_of(f64::INFINITY), exponent_of(0.0)), (308, 308, 0));
}

#[test]
fn numbers_are_written_in_full_grouped_or_with_a_power() {
    let cases = [
        (1_234_567.891, "1234567.891", "1,234,567.891", "1.234567891e6"),
        (0.0023, "0.0023", "0.0023", "2.3e-3"),
        (-40_000.0, "-40000", "−40,000", "−4e4"),
        (0.0, "0", "0", "0e0"),
    ];
    for (value, plain, grouped, scientific) in cases {
        let decimal = Decimal::shortest(value);
        assert_eq!(
            (decimal.to_string().as_str(), decimal.grouped(Marks::ENGLISH).as_str()),
            (plain, grouped)
        );
        assert_eq!(decimal.scientific("−", Marks::ENGLISH), scientific);
    }
    assert_eq!(Decimal::places(0.996, 2).to_string(), "1.00");
    assert_eq!(Decimal::significant(999.96, 3).to_string(), "1000");
}

/// The standard library reads and prints exactly.
fn agrees_with_the_standard_library(text: &str) {
    let (ours, theirs) = (read(text.as_bytes(), 0), text.parse::<f64>().unwrap());
    assert_eq!(ours.map(f64::to_bits), Some(theirs.to_bits()), "{text}");
}

fn is_printed_as_the_standard_library_does(value: f64) {
    let decimal = Decimal::shortest(value);
    let digits = |text: &str| text.parse::<u64>().unwrap();
    let theirs = format!("{:e}", value.abs());
    let (mantissa, power) = theirs.split_once('e').unwrap();
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = power.parse::<i32>().unwrap() - fraction.len() as i32;
    assert_eq!(
        (decimal.digits, decimal.exponent),
        (digits(&(whole.to_owned() + fraction)), exponent),
        "{theirs}"
    );
    assert_eq!((decimal.negative, decimal.value()), (value < 0.0, value));
}

#[test]
fn what_is_hard_to_round_is_read_as_the_standard_library_does() {
    let halfway = "2.22507385850720113605740979670913197593481954635164564802342610972482222202107694551652952390813508\
        7914149158913039621106870086438694594645527657207407820621743379988141063267329253552286881372149012\
        9811224514518898490572223072852551331557550159143974763979834118019993239622";
    for text in [
        "9007199254740993",
        "9007199254740992.999999999999999999999",
        "9007199254740993.00000000000000000000001",
        "1e23",
        "8.5e22",
        "1e22",
        "123456789012345678901234567890",
        "0.1e-6",
        "6.02214076e23",
        "1e-30",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.47e-324",
        "1e-325",
        "1e-999999999999",
        "0e999999999999",
        "1e999999999999",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e308",
        "1e309",
        "18446744073709551615",
        "18446744073709551616",
        "184467440737095516160",
        "1844674407370955161600000000005",
        "0.000000000000000000000000000000000000000000000000000000000000000000000000000000001",
        "100000000000000000000000000000000000000000000000000000000000000e-62",
        "-1e-400",
        "00001.50000000000000000000000",
        halfway,
        &(halfway.to_owned() + "1"),
        &(halfway.to_owned() + "e-308"),
        &(halfway.to_owned() + "1e-308"),
        &("1".to_owned() + &"0".repeat(900) + "e-900"),
        &("0.".to_owned() + &"0".repeat(900) + "7e900"),
        &("9007199254740993.".to_owned() + &"0".repeat(900) + "1"),
        &"9".repeat(400),
        &("0.".to_owned() + &"9".repeat(2000)),
    ] {
        agrees_with_the_standard_library(text);
    }
    for text in ["", ".", "-", "e5", "1e", "1e+", "1.2.3", "0x10", "1 2"] {
        assert_eq!(read(text.as_bytes(), 0), None, "{text}");
    }
}

#[test]
fn what_is_hard_to_print_is_printed_as_the_standard_library_does() {
    for power in 0..2047 {
        for fraction in [0, 1, (1 << 52) - 1] {
            is_printed_as_the_standard_library_does(f64::from_bits(power << 52 | fraction));
        }
    }
    // Halfway between two of the shortest.
    for odd in 0..2000 {
        is_printed_as_the_standard_library_does(500_000_000_000_000.25 + f64::from(odd) * 0.5);
    }
    (0..2000).for_each(|bits| is_printed_as_the_standard_library_does(f64::from_bits(bits)));
}

/// The generator of George Marsaglia's "Xorshift RNGs" (2003).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Ten million of each with `BREAKEVEN_MANY_DECIMALS` set.
#[test]
fn random_numbers_are_read_and_printed_as_the_standard_library_does() {
    let count = if std::env::var_os("BREAKEVEN_MANY_DECIMALS").is_some() { 10_000_000 } else { 20_000 };
    let mut state = 0x9e37_79b9_7f4a_7c15;
    for i in 0..count {
        let (digits, choice) = (next(&mut state), next(&mut state));
        let kept = digits % 10_u64.pow((choice % 20) as u32);
        let power = (choice >> 8) as i32 % 340; // either sign
        let more = next(&mut state);
        agrees_with_the_standard_library(&match i % 5 {
            0 => format!("{kept}e{power}"),
            1 => format!("{kept}.{more}e{power}"),
            2 => format!("-0.{}{kept}", "0".repeat((choice >> 40) as usize % 30)),
            3 => format!("{:e}", f64::from_bits(more)).replace("inf", "1").replace("NaN", "2"),
            // The middle between two numbers, or just beside it.
            _ => halfway(more, choice),
        });
        let value =
            if i % 2 == 0 { f64::from_bits(more) } else { kept as f64 / power_of_ten(power.abs() % 20) };
        if value.is_finite() {
            is_printed_as_the_standard_library_does(value);
        }
    }
}

/// The decimal in the middle of two numbers, or one unit of its last digit but one beside it.
fn halfway(random: u64, choice: u64) -> String {
    let odd = u128::from(random >> 11 | 1 << 53 | 1); // 54 bits, the last of them half of a step
    let power = (choice % 31) as u32;
    let (middle, exponent) =
        if choice & 32 == 0 { (odd << power, 0) } else { (odd * 5_u128.pow(power), -(power as i32)) };
    let beside = [0, 1, -1][(choice >> 6) as usize % 3];
    format!("{}e{}", (middle as i128 * 10 + beside), exponent - 1)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rounding_to_as_many_digits_as_there_are_changes_nothing(
        digits in 0..1_000_000_000_000_000_u64,
        exponent in -22..=7,
        shown in 1..=15_u32,
    ) {
        let kept: u64 = digits.to_string().chars().take(shown as usize).collect::<String>().parse().unwrap();
        let short = format!("{kept}e{exponent}").parse().unwrap();
        prop_assert_eq!(Decimal::significant(short, shown).value(), short);
    }

    #[test]
    fn nothing_that_is_typed_panics(text in "[-+.,eE0-9a ]{0,40}") {
        let theirs = text.parse::<f64>().ok();
        prop_assert_eq!(read(text.as_bytes(), 0).map(f64::to_bits), theirs.map(f64::to_bits), "{}", text);
    }
}
