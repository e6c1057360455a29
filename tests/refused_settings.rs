//! What of an author’s settings does not go with the rest, and when it comes back.

use breakeven::{Input, Mine, Scenario};

mod mines;

use mines::{Result, mine, values};

#[test]
fn of_two_values_that_do_not_go_together_the_authors_is_refused_whichever_the_error_names() -> Result {
    let mut mine = mine("today");
    mine.set(Input::Subsidy, 0.0)?;
    mine.give(Input::Tariff, Some(0.07))?;
    mine.give(Input::Fees, Some(0.0))?;
    let inputs = values(&mut mine);
    assert_eq!((inputs.subsidy().value(), inputs.tariff().value()), (0.0, 0.07));
    let refused = mine.take_refused();
    assert_eq!(refused.iter().map(|one| (one.input, one.value)).collect::<Vec<_>>(), [(Input::Fees, 0.0)]);
    Ok(())
}

#[test]
fn what_an_author_sets_is_looked_at_as_a_whole() -> Result {
    let mut mine = mine("quoted-40000");
    mine.give(Input::Fees, Some(0.0))?;
    mine.give(Input::Subsidy, Some(0.0))?;
    mine.give(Input::Fees, Some(0.5))?;
    assert_eq!(values(&mut mine).fees().value(), 0.5);
    assert!(mine.take_refused().is_empty());

    mine.give(Input::Fees, Some(0.0))?;
    let scenario = mine.scenario().inputs();
    assert_eq!(values(&mut mine).subsidy(), scenario.subsidy());
    let refused = mine.take_refused();
    let told: Vec<_> = refused.iter().map(|one| (one.input, one.value, one.error.is_conflict())).collect();
    assert_eq!(told, [(Input::Subsidy, 0.0, true)]);
    assert!(mine.take_refused().is_empty());
    // Another scenario, or another day, may take it.
    mine.give(Input::Fees, None)?;
    assert_eq!(values(&mut mine).subsidy().value(), 0.0);
    Ok(())
}

#[test]
fn a_reader_who_moves_before_anybody_asks_is_not_refused_for_what_the_author_set() -> Result {
    let steps: [fn(&mut Mine) -> breakeven::Result<()>; 2] =
        [|mine| mine.set(Input::Tariff, 0.07), |mine| mine.reset(Input::Tariff)];
    for step in steps {
        let mut mine = mine("quoted-40000");
        mine.give(Input::Fees, Some(0.0))?;
        mine.give(Input::Subsidy, Some(0.0))?;
        step(&mut mine)?;
        assert_eq!(values(&mut mine).subsidy(), mine.scenario().inputs().subsidy());
        assert_eq!(mine.take_refused().len(), 1);
    }
    Ok(())
}

#[test]
fn a_value_that_is_refused_by_itself_leaves_the_scenarios() -> Result {
    let mut mine = mine("enegix");
    mine.give(Input::Tariff, Some(0.07))?;
    assert!(mine.give(Input::Tariff, Some(f64::NAN)).unwrap_err().is_not_a_number());
    assert_eq!(values(&mut mine), mine.scenario().inputs());
    Ok(())
}

#[test]
fn what_an_author_set_and_a_day_of_the_readers_refused_is_there_again_without_that_day() -> Result {
    let mut mine = mine("today");
    mine.give(Input::Subsidy, Some(0.0))?;
    let author = mine.author();
    assert_eq!(author.get(Input::Subsidy), 0.0);
    // On that day were no fees that anybody knows.
    mine.scrub_to("2012-01-01")?;
    assert_eq!(values(&mut mine).get(Input::Subsidy), 50.0);
    assert_eq!(mine.author(), author);
    mine.scrub_to("2022-10-24")?;
    assert_eq!(values(&mut mine).get(Input::Subsidy), 0.0);
    mine.scrub_to("2012-01-01")?;
    mine.report();
    mine.restart();
    assert_eq!((values(&mut mine), mine.is_moved()), (author, false));
    Ok(())
}

#[test]
fn what_one_scenario_refused_another_takes_also_after_a_moment_has_come_back() -> Result {
    let mut mine = mine("network-2013"); // which has no fees
    mine.give(Input::Subsidy, Some(0.0))?;
    assert_eq!(values(&mut mine).subsidy().value(), 25.0);
    assert_eq!(mine.take_refused().len(), 1);
    let before = mine.moment();
    mine.set(Input::Hours, 100.0)?;
    mine.come_back(&before);
    assert_eq!(values(&mut mine), mine.scenario().inputs());
    // A day with fees, too.
    mine.date_to(Some("2022-10-24"))?;
    assert_eq!(values(&mut mine).subsidy().value(), 0.0);
    mine.date_to(None)?;
    assert_eq!((values(&mut mine), mine.take_refused().len()), (mine.scenario().inputs(), 1));
    mine.open(Scenario::from_id("today")?, true);
    assert_eq!(values(&mut mine).subsidy().value(), 0.0);
    // And one that is taken back is so everywhere.
    mine.reset(Input::Subsidy)?;
    mine.open(Scenario::from_id("enegix")?, true);
    assert_eq!(values(&mut mine), mine.scenario().inputs());
    Ok(())
}
