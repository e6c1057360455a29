//! A cell of a table in `data/` that does not read as it ought to stops the build with the place at which it stands.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../data/cells.rs"]
mod cells;

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use cells::{Cell, rows};

const TABLE: &str = "day,number\n2016-02-29,1.5\n2016-13-01,12x\n2015-02-29,inf\n2016-00-10,-3\n2016-01,\n";

/// What stops the build.
fn refusal<T: Debug>(read: impl FnOnce() -> T) -> String {
    let told = catch_unwind(AssertUnwindSafe(read)).expect_err("it was taken");
    told.downcast_ref::<String>().cloned().unwrap_or_default()
}

fn read(table: &str) -> Vec<[Cell; 2]> {
    rows("data/x.csv", table.as_bytes(), ["day", "number"])
}

#[test]
fn a_cell_is_refused_with_file_line_and_column() {
    let rows = read(TABLE);
    let [day, number] = &rows[0];
    assert_eq!((day.day(), number.number(), number.is_empty()), (16_860, 1.5, false));
    assert!(rows[4][1].is_empty());
    assert_eq!(rows[4][0].month(), 16_801);
    number.ensure(true, "nothing");
    assert_eq!(refusal(|| number.ensure(false, "odd")), "data/x.csv:2: number: \"1.5\": odd");
    assert_eq!(refusal(|| number.whole()), "data/x.csv:2: number: \"1.5\": invalid digit found in string");
    assert_eq!(refusal(|| day.month()), "data/x.csv:2: day: \"2016-02-29\": no month as YYYY-MM");
    for (row, line) in [(1, 3), (2, 4), (3, 5), (4, 6)] {
        let told = refusal(|| rows[row][0].day());
        assert!(told.starts_with(&format!("data/x.csv:{line}: day: ")), "{told}");
    }
    for (row, line) in [(1, 3), (2, 4), (4, 6)] {
        let told = refusal(|| rows[row][1].number());
        assert!(told.starts_with(&format!("data/x.csv:{line}: number: ")), "{told}");
    }
}

#[test]
fn a_table_of_another_shape_is_refused_with_its_file() {
    let refusal = |table: &str| refusal(|| read(table).len());
    assert!(refusal("day,price\n2016-01-01,1\n").contains("data/x.csv:1: columns"));
    assert!(refusal("day,number\n2016-01-01\n").contains("data/x.csv: CSV error: record 1 (line: 2"));
    assert_eq!(refusal("day,number\n"), "data/x.csv: no row stands below the header");
}
