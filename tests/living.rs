//! A mine that lives: whatever is done to it in whatever order, what follows is the same whenever somebody asks.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;
mod mines;

use any_mine::any_value;
use breakeven::mine::{Moment, Origin};
use breakeven::{Date, Input, Inputs, Mine, Scenario, View, permalink, scenarios};
use mines::values;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What is done to a mine; a moment is one of those that were.
#[derive(Clone, Debug)]
enum Step {
    Set(Input, f64),
    Give(Input, Option<f64>),
    Date(Option<String>),
    Scrub(String),
    Reset(Input),
    Restore(Input, Index),
    Restart,
    ComeBack(Index),
    Open(&'static Scenario, bool),
}

fn any_input() -> impl Strategy<Value = Input> {
    select(Input::ALL)
}

fn any_scenario() -> impl Strategy<Value = &'static Scenario> {
    (0..scenarios::ALL.len()).prop_map(|place| &scenarios::ALL[place])
}

/// Subsidy and fees, which alone may not go together, as often as all others.
fn any_setting() -> impl Strategy<Value = (Input, f64)> {
    let any = any_input().prop_flat_map(|input| (Just(input), any_value(input)));
    prop_oneof![any, (select(&[Input::Subsidy, Input::Fees][..]), select(&[0.0, 4e-9, 0.5][..]))]
}

fn any_day() -> impl Strategy<Value = String> {
    // From the first price to the end of the history.
    (0..5_800).prop_map(|days| "2010-07-20".parse::<Date>().unwrap().plus_days(days).to_string())
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => any_setting().prop_map(|(input, value)| Step::Set(input, moved_to(input, value))),
        4 => any_setting().prop_map(|(input, value)| Step::Give(input, Some(value))),
        1 => any_input().prop_map(|input| Step::Give(input, None)),
        1 => proptest::option::of(any_day()).prop_map(Step::Date),
        2 => any_day().prop_map(Step::Scrub),
        2 => any_input().prop_map(Step::Reset),
        2 => (any_input(), any::<Index>()).prop_map(|(input, then)| Step::Restore(input, then)),
        1 => Just(Step::Restart),
        2 => any::<Index>().prop_map(Step::ComeBack),
        1 => (any_scenario(), any::<bool>()).prop_map(|(scenario, keep)| Step::Open(scenario, keep)),
    ]
}

/// What of a reader's does not go with another day is gone once somebody has asked, and else comes back with the next one: so
/// a reader leaves a block some reward here.
fn moved_to(input: Input, value: f64) -> f64 {
    if matches!(input, Input::Subsidy | Input::Fees) { value.max(0.001) } else { value }
}

/// Does it; an error is told in words.
fn go(mine: &mut Mine, step: &Step, moments: &[Moment]) -> Result<(), String> {
    match step {
        Step::Set(input, value) => return mine.set(*input, *value).map_err(|error| error.to_string()),
        Step::Give(input, value) => return mine.give(*input, *value).map_err(|error| error.to_string()),
        Step::Date(day) => return mine.date_to(day.as_deref()).map_err(|error| error.to_string()),
        Step::Scrub(day) => return mine.scrub_to(day).map_err(|error| error.to_string()),
        Step::Reset(input) => return mine.reset(*input).map_err(|error| error.to_string()),
        Step::Restore(input, then) => mine.restore(*input, then.get(moments)),
        Step::Restart => mine.restart(),
        Step::ComeBack(then) => mine.come_back(then.get(moments)),
        Step::Open(scenario, keep) => mine.open(scenario, *keep),
    }
    Ok(())
}

/// All that is told of a mine by itself.
fn told(mine: &mut Mine) -> (Inputs, Option<Date>, bool, String) {
    (values(mine), mine.date(), mine.is_moved(), mine.moment().link(View::Time))
}

fn origins(mine: &Mine) -> Vec<Origin> {
    Input::ALL.iter().map(|&input| mine.origin(input)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_follows_from_all_that_is_done_does_not_depend_on_when_somebody_asks(
        scenario in any_scenario(), steps in proptest::collection::vec(any_step(), 1..25),
    ) {
        let mut mine = Mine::of(scenario);
        // The one is asked after every step, the other at the end.
        let mut asked = mine.clone();
        let mut moments = vec![mine.moment()];
        for step in &steps {
            let taken = go(&mut mine, step, &moments);
            prop_assert_eq!(&taken, &go(&mut asked, step, &moments), "{:?}", step);
            prop_assert_eq!((&values(&mut asked), asked.author()), (&values(&mut mine.clone()), mine.author()));
            moments.push(mine.moment());
        }
        let mut anew = Mine::default();
        anew.come_back(&mine.moment());
        let (told_last, origins_last) = (told(&mut mine), origins(&mine));
        for mut other in [asked, anew] {
            prop_assert_eq!((&told(&mut other), &origins(&other)), (&told_last, &origins_last));
        }
        // All but what its author may still take back is in its link, and no step leaves a trace.
        let mut opened = Mine::default();
        opened.open_state(&permalink::read(&told_last.3).state);
        prop_assert_eq!(&values(&mut opened), &told_last.0);
        let then = mine.moment();
        mine.set(Input::Tariff, 0.123).unwrap();
        mine.come_back(&then);
        prop_assert_eq!(told(&mut mine), told_last);
    }

    #[test]
    fn whoever_looks_at_the_counters_alone_misses_no_change(
        scenario in any_scenario(), steps in proptest::collection::vec(any_step(), 1..25),
    ) {
        let mut mine = Mine::of(scenario);
        let mut moments = vec![mine.moment()];
        for step in &steps {
            let (changes, before) = (mine.changes(), told(&mut mine));
            let (reset_to, origins_before) = (mine.origins(), origins(&mine));
            let taken = go(&mut mine, step, &moments);
            prop_assert!(taken.is_ok() || matches!(step, Step::Give(..)) || mine.changes() == changes);
            prop_assert!(mine.changes() > changes || told(&mut mine) == before, "{:?}", step);
            prop_assert!(mine.origins() > reset_to || origins(&mine) == origins_before, "{:?}", step);
            moments.push(mine.moment());
        }
    }
}
