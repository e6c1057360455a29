//! A mine that people change: what stands over what, what is taken, what is refused, and what comes back.

use breakeven::mine::Moment;
use breakeven::permalink::{self, State};
use breakeven::{Date, Input, Inputs, Mine, Scenario, View};
use proptest::prelude::*;

mod mines;

use mines::{Result, mine, values};

#[test]
fn where_no_scenario_is_named_stands_that_of_today() {
    let mut mine = Mine::default();
    assert_eq!(mine.scenario().id(), "today");
    assert_eq!(values(&mut mine), Inputs::default());
    assert_eq!(mine.date(), None);
}

#[test]
fn the_reader_stands_over_the_author_the_author_over_the_day_the_day_over_the_scenario() -> Result {
    let mut mine = mine("enegix");
    let scenario = values(&mut mine);
    mine.date_to(Some("2024-05-01"))?;
    assert_eq!(values(&mut mine), scenario.at_date("2024-05-01".parse()?)?);
    assert_eq!(mine.date(), Some("2024-05-01".parse()?));
    mine.give(Input::Price, Some(50_000.0))?;
    mine.set(Input::Price, 60_000.0)?;
    assert_eq!(values(&mut mine).price().value(), 60_000.0);
    // What the author sets anew goes before what the reader had moved.
    mine.give(Input::Price, Some(40_000.0))?;
    assert_eq!(values(&mut mine).price().value(), 40_000.0);
    mine.give(Input::Price, None)?;
    assert_eq!(values(&mut mine), scenario.at_date("2024-05-01".parse()?)?);
    mine.scrub_to("2022-10-24")?;
    assert_eq!(values(&mut mine), scenario.at_date("2022-10-24".parse()?)?);
    assert_eq!(mine.author(), scenario.at_date("2024-05-01".parse()?)?);
    mine.date_to(None)?;
    assert_eq!(values(&mut mine), scenario);
    Ok(())
}

#[test]
fn a_day_and_a_hash_rate_keep_every_bit_of_the_difficulty() -> Result {
    let mut mine = mine("today");
    mine.date_to(Some("2022-10-24"))?;
    assert_eq!(values(&mut mine).difficulty().value(), 36_835_682_546_788.0);
    let before = mine.moment();
    let hashrate = values(&mut mine).get(Input::Hashrate);
    // Moved and moved back it is the day's again.
    mine.set(Input::Hashrate, 300.0)?;
    mine.set(Input::Hashrate, hashrate)?;
    assert_eq!(values(&mut mine).difficulty().value(), 36_835_682_546_788.0);
    mine.set(Input::Hashrate, 300.0)?;
    mine.restore(Input::Hashrate, &before);
    assert!(!mine.is_moved());
    // So it is where a link named it.
    mine.open_state(&permalink::read("1~today~tariff~difficulty_36835682546788").state);
    let before = mine.moment();
    mine.set(Input::Hashrate, 300.0)?;
    mine.restore(Input::Hashrate, &before);
    assert_eq!(values(&mut mine).difficulty().value(), 36_835_682_546_788.0);
    Ok(())
}

#[test]
fn what_is_moved_and_moved_back_is_not_moved() -> Result {
    let mut mine = mine("today");
    mine.give(Input::Tariff, Some(0.07))?;
    let [tariff, price] = [0.07, values(&mut mine).get(Input::Price)];
    for (input, value) in [(Input::Tariff, tariff), (Input::Price, price)] {
        mine.set(input, 2.0 * value)?;
        assert!(mine.is_moved());
        mine.set(input, value)?;
        assert!(!mine.is_moved(), "{input:?}");
    }
    let changes = mine.changes();
    mine.set(Input::Price, price)?;
    assert_eq!(mine.changes(), changes);
    // So the price of the day comes through.
    mine.scrub_to("2022-10-24")?;
    let price = Inputs::default().at_date("2022-10-24".parse()?)?.price().value();
    assert_eq!(values(&mut mine).price().value(), price);
    // Over the author's day, too, it is not moved.
    mine.date_to(Some("2022-10-24"))?;
    mine.set(Input::Price, 2.0 * price)?;
    assert!(mine.is_moved());
    mine.set(Input::Price, price)?;
    assert!(!mine.is_moved());
    Ok(())
}

#[test]
fn what_a_reader_does_in_vain_changes_nothing() -> Result {
    let mut mine = mine("quoted-40000");
    mine.set(Input::Fees, 0.0)?;
    let (changes, before) = (mine.changes(), values(&mut mine));
    assert!(mine.set(Input::Tariff, -1.0).unwrap_err().is_out_of_range());
    // By itself it is allowed.
    assert!(mine.set(Input::Subsidy, 0.0).unwrap_err().is_conflict());
    assert!(mine.scrub_to("2009-01-03").is_err());
    let error = mine.date_to(Some("tomorrow")).unwrap_err();
    assert!(
        error.is_not_a_date() && error.value() == "\"tomorrow\"" && error.allowed().contains("2010"),
        "{error}"
    );
    assert_eq!((mine.changes(), values(&mut mine)), (changes, before));
    Ok(())
}

#[test]
fn what_resets_in_vain_stays_the_authors() -> Result {
    let mut mine = mine("network-2013");
    mine.give(Input::Fees, Some(0.5))?;
    mine.set(Input::Subsidy, 0.0)?;
    // The scenario has none, and without them a block would pay nothing.
    assert!(mine.reset(Input::Fees).unwrap_err().is_conflict());
    mine.give(Input::Hours, Some(100.0))?;
    assert_eq!(values(&mut mine).fees().value(), 0.5);
    assert!(mine.take_refused().is_empty());
    Ok(())
}

#[test]
fn where_two_values_do_not_go_together_no_third_one_is_left_out() -> Result {
    let mut mine = mine("today");
    mine.give(Input::Tariff, Some(0.07))?;
    mine.set(Input::Efficiency, 20.0)?;
    mine.set(Input::Subsidy, 0.0)?;
    mine.date_to(Some("2014-01-01"))?;
    // Whoever asks for the link first is told the same.
    let link = mine.moment().link(breakeven::View::Tariff);
    assert!(link.contains("tariff_0.07") && link.contains("efficiency_20"), "{link}");
    assert_eq!(mine.author().tariff().value(), 0.07);
    let inputs = values(&mut mine);
    assert_eq!(mine.moment().link(breakeven::View::Tariff), link);
    assert_eq!(
        (inputs.tariff().value(), inputs.efficiency().value(), inputs.subsidy().value()),
        (0.07, 20.0, 25.0)
    );
    assert!(mine.take_refused().is_empty());
    Ok(())
}

#[test]
fn two_values_that_together_are_too_little_need_not_be_nothing() -> Result {
    let mut mine = mine("today");
    mine.set(Input::Tariff, 0.07)?;
    mine.set(Input::Subsidy, 4e-9)?;
    mine.date_to(Some("2014-01-01"))?;
    let inputs = values(&mut mine);
    assert_eq!((inputs.tariff().value(), inputs.subsidy().value()), (0.07, 25.0));
    Ok(())
}

#[test]
fn a_day_that_does_not_go_with_what_a_reader_moved_takes_its_place() -> Result {
    let mut mine = mine("today");
    mine.set(Input::Subsidy, 0.0)?;
    mine.set(Input::Tariff, 0.07)?;
    // Of that day no fees are known, and without them a block would pay nothing.
    mine.date_to(Some("2014-01-01"))?;
    assert_eq!(values(&mut mine).subsidy().value(), 25.0);
    assert_eq!(values(&mut mine).tariff().value(), 0.07);
    Ok(())
}

#[test]
fn an_input_resets_to_the_day_and_the_day_says_so() -> Result {
    let mut mine = mine("enegix");
    let origins = mine.origins();
    let told = mine.origin(Input::Price);
    assert_eq!((told.value, told.day), (mine.scenario().inputs().price().value(), None));
    assert!(told.fact.is_some_and(|fact| fact.input == Input::Price));
    mine.set(Input::Price, 1.0)?;
    assert_eq!(mine.origins(), origins);
    mine.scrub_to("2024-05-01")?;
    assert_ne!(mine.origins(), origins);
    let told = mine.origin(Input::Price);
    assert_eq!((told.day, told.fact), (Some("2024-05-01".parse()?), None));
    assert_eq!(told.value, values(&mut mine).price().value());
    mine.set(Input::Price, 1.0)?;
    mine.reset(Input::Price)?;
    assert_eq!(values(&mut mine).price().value(), told.value);
    // What no day decides is still the scenario's.
    assert!(mine.origin(Input::Tariff).fact.is_some());
    Ok(())
}

#[test]
fn whoever_shows_what_an_input_resets_to_is_told_when_that_is_another_value() -> Result {
    let mut mine = mine("enegix");
    mine.scrub_to("2024-05-01")?;
    let then = mine.moment();
    let steps: [fn(&mut Mine, &Moment); 3] = [
        |mine, _| mine.restart(),
        Mine::come_back,
        |mine, _| mine.open(Scenario::from_id("network-2013").unwrap(), true),
    ];
    for step in steps {
        let (origins, resets_to) = (mine.origins(), mine.origin(Input::Price));
        step(&mut mine, &then);
        assert_ne!(mine.origin(Input::Price), resets_to);
        assert!(mine.origins() > origins);
    }
    Ok(())
}

#[test]
fn a_moment_comes_back_whole_and_restart_takes_back_the_reader_alone() -> Result {
    let mut mine = mine("enegix");
    mine.give(Input::Hours, Some(100.0))?;
    let author = values(&mut mine);
    mine.set(Input::Tariff, 0.09)?;
    mine.scrub_to("2024-05-01")?;
    let (moved, then) = (values(&mut mine), mine.moment());
    mine.restart();
    assert_eq!((values(&mut mine), mine.is_moved()), (author.clone(), false));
    mine.open(Scenario::from_id("today")?, false);
    assert_eq!(values(&mut mine), Inputs::default());
    mine.come_back(&then);
    assert!(mine.is_as(&then));
    assert_eq!((values(&mut mine), mine.author()), (moved, author));
    assert_eq!(mine.scenario().id(), "enegix");
    Ok(())
}

#[test]
fn another_day_with_the_same_numbers_is_another_mine() -> Result {
    let mut mine = mine("enegix");
    mine.scrub_to("2022-10-24")?;
    let (then, numbers) = (mine.moment(), values(&mut mine));
    mine.scrub_to("2022-10-24")?;
    assert!(mine.is_as(&then));
    mine.scrub_to("2022-10-25")?;
    assert_eq!(values(&mut mine), numbers);
    assert!(!mine.is_as(&then));
    mine.come_back(&then);
    assert!(mine.is_as(&then));
    Ok(())
}

#[test]
fn a_change_is_told_against_the_moment_before() -> Result {
    let mut mine = mine("today");
    let before = mine.moment();
    assert_eq!(mine.change_since(&before), None);
    mine.set(Input::Tariff, 0.06)?;
    let told = mine.change_since(&before).unwrap();
    assert!(told.starts_with("Electricity tariff from $0.05/kWh to $0.06/kWh"), "{told}");
    mine.set(Input::Efficiency, 20.0)?;
    assert_eq!(mine.change_since(&before), None, "two inputs");
    Ok(())
}

#[test]
fn a_link_tells_the_day_that_the_reader_chose_and_not_the_authors() -> Result {
    let mut mine = mine("enegix");
    mine.date_to(Some("2024-05-01"))?;
    let authors = mine.moment().link(View::Time);
    assert!(!authors.contains("date_"), "{authors}");
    mine.scrub_to("2022-10-24")?;
    let readers = mine.moment().link(View::Time);
    assert!(readers.starts_with("1~enegix~time~date_2022-10-24~"), "{readers}");
    mine.restart();
    assert_eq!(mine.moment().link(View::Time), authors);
    // The newest one is kept as the day that it is.
    mine.scrub_to("latest")?;
    let (date, latest) = (mine.date(), mine.moment().link(View::Time));
    mine.open_state(&permalink::read(&latest).state);
    assert_eq!((mine.date(), mine.moment().link(View::Time)), (date, latest));
    Ok(())
}

#[test]
fn a_day_from_a_link_is_the_readers_and_goes_with_what_was_moved() -> Result {
    let mut mine = mine("today");
    mine.date_to(Some("2024-05-01"))?;
    mine.open_state(&permalink::read("1~enegix~time~date_2022-10-24~tariff_0.07").state);
    assert_eq!(mine.date(), Some("2022-10-24".parse()?));
    let on_the_day = mine.scenario().inputs().at_date("2022-10-24".parse()?)?;
    assert_eq!(values(&mut mine), on_the_day.with(Input::Tariff, 0.07)?);
    mine.reset(Input::Tariff)?;
    assert!(mine.is_moved(), "the day is still there");
    mine.restart();
    assert_eq!((mine.date(), values(&mut mine)), (None, mine.scenario().inputs()));
    // A number that is the scenario's again and not the day's is moved.
    mine.open_state(&permalink::read("1~enegix~time~date_2022-10-24~subsidy_3.125").state);
    assert_eq!(values(&mut mine).subsidy().value(), 3.125);
    assert_eq!(mine.origin(Input::Subsidy).value, 6.25);
    Ok(())
}

#[test]
fn a_scenario_is_as_published_where_nothing_is_another_number() -> Result {
    let mut mine = mine("today");
    assert!(mine.is_as_published());
    // Its own day, as an article pins it.
    mine.date_to(Some("2026-09-15"))?;
    assert!(mine.is_as_published());
    mine.set(Input::Tariff, 0.06)?;
    assert!(!mine.is_as_published());
    mine.set(Input::Tariff, 0.05)?;
    assert!(mine.is_as_published());
    mine.date_to(Some("2021-07-31"))?;
    assert!(!mine.is_as_published());
    Ok(())
}

#[test]
fn another_scenario_keeps_what_the_author_set_where_he_wants_it() -> Result {
    let mut mine = mine("enegix");
    mine.give(Input::Tariff, Some(0.07))?;
    mine.scrub_to("2022-10-24")?;
    mine.set(Input::Hours, 100.0)?;
    mine.open(Scenario::from_id("today")?, true);
    assert_eq!(values(&mut mine), Inputs::default().with(Input::Tariff, 0.07)?);
    assert_eq!(mine.date(), None);
    mine.open(Scenario::from_id("enegix")?, false);
    assert_eq!(values(&mut mine), mine.scenario().inputs());
    Ok(())
}

/// Some moves, each allowed by itself.
fn moves() -> impl Strategy<Value = Vec<(Input, f64)>> {
    let one = (0..Input::ALL.len(), 0.0..=1.0).prop_map(|(place, position)| {
        let input = Input::ALL[place];
        (input, input.slider_value(position))
    });
    proptest::collection::vec(one, 0..12)
}

proptest! {
    #[test]
    fn a_day_comes_back_from_a_link_and_with_it_only_what_was_moved_after_it(
        scenario in 0..breakeven::scenarios::ALL.len(),
        days in 0..5_800, // from the first price to the end of the history
        moves in moves(),
    ) {
        let mut mine = Mine::of(&breakeven::scenarios::ALL[scenario]);
        let first: Date = "2010-07-20".parse().unwrap();
        mine.scrub_to(&first.plus_days(days).to_string()).unwrap();
        for moves in [&[][..], &moves] {
            for &(input, value) in moves {
                mine.set(input, value).unwrap_or_default(); // no subsidy does not go with no fees
            }
            let link = mine.moment().link(View::Time);
            let mut opened = Mine::default();
            opened.open_state(&permalink::read(&link).state);
            prop_assert_eq!(opened.date(), mine.date());
            prop_assert_eq!(values(&mut opened), values(&mut mine));
            for &input in Input::ALL {
                prop_assert_eq!(opened.origin(input), mine.origin(input));
            }
            prop_assert_eq!(opened.moment().link(View::Time), link);
        }
    }

    #[test]
    fn moves_amount_to_the_same_values_whatever_their_way(
        scenario in 0..breakeven::scenarios::ALL.len(),
        moves in moves(),
    ) {
        let scenario = &breakeven::scenarios::ALL[scenario];
        let mut mine = Mine::of(scenario);
        let mut expected = scenario.inputs();
        for (input, value) in moves {
            let wanted = expected.with(input, value);
            let before = mine.changes();
            match (mine.set(input, value), wanted) {
                (Ok(()), Ok(after)) => expected = after,
                (Err(_), Err(_)) => prop_assert_eq!(mine.changes(), before),
                (taken, wanted) => panic!("{input:?} {value}: {taken:?}, and yet {wanted:?}"),
            }
            prop_assert_eq!(&values(&mut mine), &expected);
        }
        // What a link says comes back, to the last bit, and so does a moment.
        let link = mine.moment().link(View::Time);
        let state = permalink::read(&link).state;
        prop_assert_eq!(&state.inputs, &expected);
        let then = mine.moment();
        mine.open_state(&State::default());
        mine.open_state(&state);
        prop_assert_eq!(&values(&mut mine), &expected);
        prop_assert!(mine.is_as(&then));
        prop_assert_eq!(mine.moment().link(View::Time), link);
        mine.restart();
        prop_assert_eq!(values(&mut mine), scenario.inputs());
    }
}
