//! A table that goes through `breakeven batch`, and what comes back.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use crate::refusal::assert_refusal;

pub fn batch(table: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_breakeven"))
        .args(["batch", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let table = table.to_vec();
    let feeder = std::thread::spawn(move || input.write_all(&table)); // who refuses the head reads no further
    let output = child.wait_with_output().unwrap();
    let _ = feeder.join().unwrap();
    output
}

/// The rows that came back, each as its cells by name.
pub struct Answer {
    pub heads: csv::StringRecord,
    pub rows: Vec<csv::StringRecord>,
}

impl Answer {
    pub fn of(output: &Output) -> Self {
        let mut reader = csv::Reader::from_reader(&output.stdout[..]);
        let heads = reader.headers().unwrap().clone();
        Self { heads, rows: reader.records().map(Result::unwrap).collect() }
    }

    pub fn cell(&self, row: usize, name: &str) -> &str {
        let column = self.heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no {name}"));
        &self.rows[row][column]
    }

    pub fn number(&self, row: usize, name: &str) -> f64 {
        self.cell(row, name).parse().unwrap()
    }
}

pub fn good(table: &str) -> Answer {
    let output = batch(table.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    Answer::of(&output)
}

/// Exit status 1, all rows there, the first of them with an error that holds `words`.
pub fn with_a_bad_row(table: &[u8], rows: usize, words: &[&str]) -> Answer {
    let output = batch(table, &[]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    let lines = told.lines().filter(|line| !line.starts_with("note: "));
    assert_eq!(lines.count(), 1, "{told}");
    let mut reader = csv::Reader::from_reader(&output.stdout[..]);
    let width = reader.byte_headers().unwrap().len();
    let records: Vec<_> = reader.byte_records().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows);
    let error = String::from_utf8_lossy(&records[0][width - 1]).into_owned();
    for word in words {
        assert!(error.contains(word), "{error}");
    }
    Answer { heads: reader_heads(&output), rows: records.iter().map(lossy).collect() }
}

fn reader_heads(output: &Output) -> csv::StringRecord {
    lossy(csv::Reader::from_reader(&output.stdout[..]).byte_headers().unwrap())
}

fn lossy(record: &csv::ByteRecord) -> csv::StringRecord {
    csv::StringRecord::from_byte_record_lossy(record.clone())
}

/// Exit status 2 and one line on standard error that holds each of `words`.
pub fn assert_refused(table: &[u8], words: &[&str]) {
    assert_refusal(&batch(table, &[]), words);
}
