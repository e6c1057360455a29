//! `breakeven batch`: one mine a row, results appended, in constant memory and on all cores.
//!
//! The reader cuts the rows into chunks, the workers take them in turn, and the writer asks the workers for
//! their results in the same turn: so the order holds, and a slow end of the chain holds up the other.

mod dialect;
mod heads;
mod lines;
mod memo;
mod pipeline;
mod plan;
mod quotes;
mod source;

use std::path::{Path, PathBuf};

use breakeven::words::{self, Count};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::out::say;
use crate::refusal::{Failure, quoted};
use crate::{args, file, language};
use dialect::Dialect;
use plan::Plan;
use source::Source;

pub fn command(name: &'static str) -> Command {
    let command = args::with_inputs(Command::new(name))
        .about("Read mines from a CSV file, one a row, and write the same rows with their results")
        .long_about(
            "Read mines from a CSV file, one a row, and write the same rows with their results.\n\n\
             A column whose name is the id or the label of an input, `difficulty`, `schedule` or `scenario` sets it; \
             a unit may follow, as in `Tariff (USD/MWh)`. Columns `machine` and `date` do what the flags do. An empty cell leaves the value that the flags set. Other \
             columns pass through unchanged, and are named on standard error; one that is nearly an input is \
             refused. A row that is refused has the reason in the column `error`, the rest goes on, and the exit \
             status is 1.\n\n\
             Commas, semicolons, tabs or pipes between columns, a decimal point or comma, UTF-8 and UTF-16 are told apart \
             by the beginning of the file. The results are written as UTF-8, with the marks that were read.",
        );
    command
        .arg(file::arg("file").required(true).help("The CSV file; - is standard input"))
        .arg(
            Arg::new("separator").long("separator").value_name("MARK").help(
                "What stands between columns: comma, semicolon, tab, pipe [default: as the file shows]",
            ),
        )
        .arg(
            Arg::new("decimal")
                .long("decimal")
                .value_name("MARK")
                .help("What stands before decimals: point, comma [default: as the file shows]"),
        )
        .arg(
            Arg::new("carry")
                .long("carry")
                .value_name("COLUMN")
                .action(ArgAction::Append)
                .help("Pass this column through, whatever its name; may be repeated"),
        )
        .arg(args::format_arg().default_value("csv").value_parser(PossibleValuesParser::new(["csv"])))
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let words = language::words(matches);
    let name = matches.get_one::<PathBuf>("file").map_or(Path::new(file::STANDARD_INPUT), PathBuf::as_path);
    let is_standard_input = |name: &Path| name == Path::new(file::STANDARD_INPUT);
    if is_standard_input(name)
        && matches.get_one::<PathBuf>("inputs").is_some_and(|file| is_standard_input(file))
    {
        let allowed = &words::AllowedOneOfBoth { one: "FILE -", other: "--inputs -" }.text(words);
        let value = &quoted("-");
        return Err(Failure::Refused(words::Conflict { field: "inputs", value, allowed }.text(words)));
    }
    let source = Source::open(name, words)?;
    if source.is_blank() {
        let file = &*name.to_string_lossy();
        return Err(Failure::Refused(words::CannotRead { file, reason: words.file_empty() }.text(words)));
    }
    let dialect = Dialect::of(&source.sample, !source.goes_on, matches)?;
    let mut rows = pipeline::reader(source, dialect, words);
    let heads = rows.byte_headers().map_err(|error| pipeline::unreadable(&error, words))?.clone();
    if let Some(line) = rows.open_quote() {
        return Err(Failure::Refused(quotes::never_closed(line, &heads, words)));
    }
    let plan = Plan::of(&heads, dialect, matches)?;
    if let Some(remark) = dialect.remark(words) {
        say(remark);
    }
    let named: Vec<_> = plan.carried.iter().filter(|name| !name.is_empty()).cloned().collect();
    if !named.is_empty() {
        say(&words::BatchCarried { columns: &plan::listed(&named, words) }.text(words));
    }
    plan.remarks().for_each(say);
    let refused = pipeline::run(rows, &plan)?;
    plan.remarks_afterwards().for_each(say);
    if refused == 0 {
        return Ok(());
    }
    let shown = refused.to_string();
    let rows = Count::whole(refused, &shown);
    Err(Failure::Failed(words::BatchRefused { rows }.text(words)))
}
