use super::*;
use crate::inputs::Input;
use crate::words::Words;
use proptest::prelude::*;

/// The value, or what the refusal says.
fn taken(input: Input, text: &str, writing: Writing) -> std::result::Result<f64, String> {
    input.parse_as(text, writing).map_err(|error| error.to_string())
}

#[test]
fn what_cannot_be_misunderstood_is_taken_in_a_flag_and_in_a_field_alike() {
    let cases = [
        (
            Input::Tariff,
            0.05,
            "0.05|0,05|0,050|$0.05| $ 0.05 /kWh|$0.05|0.05 USD/kWh|usd 0.05 per kWh|5 ¢/kWh|5¢",
        ),
        (
            Input::Tariff,
            0.05,
            "5 cents|5 c/kWh|5c|5 ct|50 $/MWh|50 USD per MWh|5e-2|.05|+0.05|5 Cents per kWh",
        ),
        (Input::Tariff, 0.053, "5.3 ¢|5,3 cents|0.0530|53 $/MWh"),
        (
            Input::Price,
            40_000.0,
            "40000|40,000|40 000|40\u{202f}000|40\u{a0}000|40’000|40_000|40k|$40k|40 K|40,000.00|40.000,00",
        ),
        (Input::Price, 40_000.0, "40,000 USD/BTC|US$40,000|40 thousand|$40000 / BTC|0.04m|4e4|40 000,00"),
        (Input::Price, 1_200_000.0, "1.2m|1.2M|$1.2 million|1,200,000|1.200.000|1 200 000|1,2 mn"),
        (
            Input::Hashrate,
            263.7,
            "263.7|263,7|263.7 EH/s|263.7EH|263,700 PH/s|0.2637 ZH/s|263 700 ph/s|2.637e2",
        ),
        (Input::Hashrate, 1_200.0, "1,200|1 200 EH/s|1.2 ZH/s|1200.0"),
        (Input::Efficiency, 34.2, "34.2|34,2|34.2 J/TH|34.2 W/TH|0.0342 J/GH|34.2j/th"),
        (Input::Efficiency, 1_000_000.0, "1.000.000|1,000,000|1 000 000|1e6"),
        (Input::PoolFee, 0.02, "2 %|2%|2,0 %|2 percent|2 per cent|2.0%"),
        (Input::DiscountRate, 0.1, "10 %|10% a year|10 %/year|10 % per year|10% p.a."),
        (Input::DifficultyGrowth, -0.1, "-10 %|−10%|- 10 %"),
        (Input::Capacity, 150.0, "150|150 MW|0.15 GW|150 000 kW"),
        (Input::Hours, 88.0, "88|88 h|88 hours|88 h/week|88 hours/week|88\n|\t88\th\r\n"),
        (Input::Hours, 1.0, "1|1 hour|1 h"),
        (Input::Lifetime, 36.0, "36|36 months|36 month"),
        (Input::Opex, 5.0, "5|$5|5 USD/kW-month|5 $/kW/month|5 USD per kW-month|500 cents"),
        (Input::MachinePrice, 14.0, "14|$14|14 USD per TH/s|14 $/TH|0.014 USD/GH"),
        (Input::Infrastructure, 833.0, "833|833 USD/kW|$833/kW|0.833 k"),
        (Input::Subsidy, 6.25, "6.25|6,25 BTC|6.25 BTC/block"),
    ];
    for (input, value, texts) in cases {
        for text in texts.split('|') {
            assert_eq!(taken(input, text, Writing::PLAIN), Ok(value), "{input:?} {text:?} as a flag");
            assert_eq!(taken(input, text, Writing::field('.')), Ok(value), "{input:?} {text:?} in a field");
            // There the comma parts decimals whatever follows it.
            if !text.contains('.')
                && ![",000", ",200", ",700"].iter().any(|thousands| text.contains(thousands))
            {
                let german = Writing::field(',');
                assert_eq!(taken(input, text, german), Ok(value), "{input:?} {text:?} in a German field");
            }
        }
    }
}

#[test]
fn what_makes_no_number_of_that_unit_is_refused() {
    let cases = [
        (
            Input::Tariff,
            "|five|5 apples|5 EH/s|5 %|$|0.05 0.06|1,23,4|1.2.3|0,050,0|5 cents cents|€0.05|12 34|1 23|NaN|inf|--5|0x1",
        ),
        (Input::Tariff, "5 kWh|5 mills|5 c/BTC|1’00|,|.|1e999|0.05 $/kW"),
        (Input::Price, "40 apples|40 k k|40 b|40 EUR|1.000.00|1,000,00|01,000,000"),
        (Input::Efficiency, "$34|34 J|34 kJ|34 %|34k|34 J/BTC"),
        (Input::PoolFee, "2 % a year|2 ‰|$2|2 %%"),
        (Input::Hours, "88 minutes|3m|88 hours/day"),
        (Input::Lifetime, "3 years|36m|12000 konths|12000 k|0.012 Gonths"),
        (Input::Overhead, "1100 tue|1.1 eue|1100 t"),
        (Input::Subsidy, "3 kTC|3 mBTC"),
    ];
    for (input, texts) in cases {
        for text in texts.split('|') {
            for writing in [Writing::PLAIN, Writing::field('.'), Writing::field(',')] {
                let error = input.parse_as(text, writing).unwrap_err();
                assert!(error.is_not_a_number() || error.is_out_of_range(), "{input:?} {text:?}: {error}");
            }
        }
    }
    assert_eq!(
        Input::Tariff.parse("5 apples").unwrap_err().to_string(),
        "tariff: \"5 apples\" is not a number; allowed is 0 to 5 USD/kWh, such as 0.05"
    );
    assert_eq!(
        Input::PoolFee.parse_as("50", Writing::field('.')).unwrap_err().to_string(),
        "pool_fee: 0.5 is out of range; allowed is 0 to 20 %"
    );
}

#[test]
fn a_mark_that_may_part_thousands_or_decimals_is_decided_by_the_range_the_slider_or_the_field() {
    let (flag, english, german) = (Writing::PLAIN, Writing::field('.'), Writing::field(','));
    let either = |field: &str, text: &str, ways: &str| {
        Err(format!("{field}: \"{text}\" can be read in two ways; write {ways}"))
    };
    // Only one of the two is allowed.
    assert_eq!(taken(Input::Hours, "88,000", flag), Ok(88.0));
    assert_eq!(taken(Input::Tariff, "1,500", english), Ok(1.5));
    // Thousands are usual and units are not.
    assert_eq!(taken(Input::Price, "29,500", flag), Ok(29_500.0));
    assert_eq!(taken(Input::Price, "29.500", german), Ok(29_500.0));
    // The other way round, nobody knows.
    for writing in [flag, english] {
        assert_eq!(
            taken(Input::Efficiency, "29,500", writing),
            either("efficiency", "29,500", "29500 or 29.5")
        );
        assert_eq!(
            taken(Input::Hashrate, "500,000", writing),
            either("hashrate", "500,000", "500000 or 500")
        );
    }
    assert_eq!(taken(Input::Efficiency, "29.500", german), either("efficiency", "29.500", "29500 or 29.5"));
    // Both or none are usual: a field parts thousands itself.
    assert_eq!(taken(Input::Infrastructure, "1,200", flag), either("infrastructure", "1,200", "1200 or 1.2"));
    assert_eq!(taken(Input::Infrastructure, "1,200", english), Ok(1_200.0));
    assert_eq!(taken(Input::Infrastructure, "1.200", german), Ok(1_200.0));
    // A point is a machine's, where no field says otherwise; a field's own mark parts decimals.
    assert_eq!(taken(Input::Efficiency, "29.500", flag), Ok(29.5));
    assert_eq!(taken(Input::Efficiency, "29.500", english), Ok(29.5));
    assert_eq!(taken(Input::Efficiency, "29,500", german), Ok(29.5));
    assert_eq!(taken(Input::Price, "1.000", flag), Ok(1.0));
    // What cannot part thousands parts decimals.
    for text in ["29,5", "29,50", "29,5000", "029,5"] {
        assert_eq!(taken(Input::Efficiency, text, flag), Ok(29.5), "{text}");
    }
    assert_eq!(taken(Input::Tariff, "0.050", german), Ok(0.05));
    // What stands behind the number stands behind both.
    for (input, text, ways) in [
        (Input::Price, "$1,000k", "1000k or 1k"),
        (Input::DifficultyGrowth, "1,000 %", "1000 % or 1 %"),
        (Input::Infrastructure, "800,000 USD/MW", "800000 usd/mw or 800 usd/mw"),
        (Input::Efficiency, "1,500J/GH", "1500j/gh or 1.5j/gh"),
    ] {
        let refusal = taken(input, text, flag).unwrap_err();
        assert!(refusal.ends_with(&format!("write {ways}")), "{refusal}");
        // Each is one of the two that it was, and nothing else.
        let [thousands, decimals] = ways.split_once(" or ").map(|(one, other)| [one, other]).unwrap();
        let [thousands, decimals] = [thousands, decimals].map(|way| taken(input, way, flag).unwrap());
        assert!((thousands / decimals / 1_000.0 - 1.0).abs() < 1e-9, "{input:?}: {ways}");
    }
    // Nobody writes a power of ten behind thousands.
    assert_eq!(taken(Input::Price, "1.234e3", german), Ok(1_234.0));
}

#[test]
fn a_field_reads_the_mark_of_any_language_as_one_of_two() {
    assert_eq!([',', '.', '٫'].map(read_as), [',', '.', '.']);
}

#[test]
fn a_plain_share_is_a_part_in_a_flag_and_per_cent_in_a_field() {
    assert_eq!(taken(Input::PoolFee, "0.02", Writing::PLAIN), Ok(0.02));
    assert_eq!(taken(Input::PoolFee, "2", Writing::field('.')), Ok(0.02));
    assert_eq!(taken(Input::PoolFee, "0.02", Writing::field('.')), Ok(0.000_2));
    assert_eq!(taken(Input::PoolFee, "0,02", Writing::field(',')), Ok(0.000_2));
    assert_eq!(taken(Input::PriceGrowth, "-7", Writing::field('.')), Ok(-0.07));
}

#[test]
fn a_share_that_was_perhaps_meant_as_a_part_is_told_apart() {
    let typed =
        |input: Input, text: &str| input.may_be_a_part(taken(input, text, Writing::field('.')).unwrap());
    for (input, text) in [
        (Input::PoolFee, "0.02"),
        (Input::PoolFee, "0.1"),
        (Input::DiscountRate, "0.1"),
        (Input::DifficultyGrowth, "-0.3"),
        (Input::Resale, "0.5"),
    ] {
        assert!(typed(input, text), "{input:?} {text}");
    }
    for (input, text) in [
        (Input::PoolFee, "2"),
        (Input::PoolFee, "1"),
        (Input::PoolFee, "0"),
        // Half a per cent is a fee; half of all is none.
        (Input::PoolFee, "0.5"),
        (Input::PriceGrowth, "-0.7"),
        (Input::Tariff, "0.005"),
    ] {
        assert!(!typed(input, text), "{input:?} {text}");
    }
}

#[test]
fn what_a_field_writes_it_reads_in_every_language() {
    for &input in Input::ALL {
        let spec = input.spec();
        for step in 0..=200 {
            let value = input.slider_value(f64::from(step) / 200.0);
            let text = spec.unit.number(value, Words::usual());
            assert_eq!(taken(input, &text, Writing::field('.')), Ok(value), "{input:?} {text}");
            let german: String = text
                .chars()
                .map(|mark| match mark {
                    '.' => ',',
                    ',' => '.',
                    other => other,
                })
                .collect();
            assert_eq!(taken(input, &german, Writing::field(',')), Ok(value), "{input:?} {german}");
            let with_unit = input.written(value);
            assert_eq!(taken(input, &with_unit, Writing::field('.')), Ok(value), "{input:?} {with_unit}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_typed_panics(text in "[-−+$¢%a-zA-Z0-9.,'’ \u{a0}\u{202f}/€]{0,24}") {
        for &input in Input::ALL {
            for writing in [Writing::PLAIN, Writing::field('.'), Writing::field(',')] {
                if let Ok(value) = input.parse_as(&text, writing) {
                    prop_assert!((input.spec().min..=input.spec().max).contains(&value), "{}", text);
                }
            }
        }
    }

    #[test]
    fn a_number_in_its_shortest_form_comes_back_to_the_last_bit(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        prop_assume!(value.is_finite());
        prop_assert_eq!(any_number("", &format::exact(value), "", "").map(f64::to_bits), Ok(value.to_bits()));
        prop_assert_eq!(any_number("", &value.to_string(), "", "").map(f64::to_bits), Ok(value.to_bits()));
    }
}
