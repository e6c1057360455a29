//! `breakeven figure`: a figure as a file, SVG or PNG, or with its table in a zip.

use std::path::{Path, PathBuf};

use breakeven::figure::{self, Size, Table, Theme, View, svg};
use breakeven::permalink;
use breakeven::words::{self, Words};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use crate::out::print;
use crate::refusal::{Failure, quoted};
use crate::taken::{self, Taken};
use crate::{archive, args, language, picture, png, views};

/// Pixels of a PNG to a CSS pixel.
const SCALE: (f64, f64) = (0.5, 4.0);
const USUAL_SCALE: f64 = 2.0;
/// Of a PNG, where each takes seven bytes until it is written: those of the largest figure at the usual scale.
const MOST_PIXELS: f64 = (Size::MAX * USUAL_SCALE) * (Size::MAX * USUAL_SCALE);

pub fn command(name: &'static str) -> Command {
    args::with_mine(Command::new(name))
        .about("Write a figure as SVG or PNG, or as a zip with its table")
        .long_about(
            "Write a figure as SVG or PNG, or as a zip with its table.\n\n\
             In FILE.zip are the figure (VIEW.svg), its table (VIEW.csv), what the columns of that hold, for programs \
             (VIEW.csv-metadata.json: CSV on the Web), and README.md, which tells what the figure shows, every input with \
             its value, unit and origin, and the link of the mine. What was written remembers its mine: see --from.",
        )
        .arg(views::arg())
        .arg(views::along_arg())
        .arg(args::number("width", ["Width in CSS pixels ", &usual(|(width, _)| width)].concat()))
        .arg(args::number("height", ["Height in CSS pixels ", &usual(|(_, height)| height)].concat()))
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf))
                .help("Where to write it: FILE.svg, FILE.png or FILE.zip; without it an SVG goes to standard output"),
        )
        .arg(args::number("scale", "Pixels of a PNG to a CSS pixel, 0.5 to 4 [default: 2]"))
        .arg(
            Arg::new("theme")
                .long("theme")
                .value_name("THEME")
                .value_parser(PossibleValuesParser::new(["light", "dark"]))
                .help("The colours of a PNG [default: light]; an SVG has both and follows its reader"),
        )
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let words = language::words(matches);
    let view = views::view(matches)?;
    let size = size(matches, view)?;
    let output = matches.get_one::<PathBuf>("output");
    let form = output.map_or(Ok(Form::Svg), |file| form(file, words))?;
    if form != Form::Png {
        only_for_png(matches)?;
    }
    let (theme, scale) = (theme(matches), scale(matches, size)?);
    let mut state = args::state(matches)?;
    state.view = view;
    let plot = figure::plot_in(view, views::asked(matches, &state)?, &state.inputs, words)?;
    let scene = figure::layout(&plot, size).scene;
    let link = permalink::write(&state);
    let drawn = picture::remembering(&svg::write(&scene), &link);
    let Some(path) = output else { return print(&drawn) };
    let bytes = match form {
        Form::Svg => drawn.into_bytes(),
        Form::Png => png::encode(&scene, &link, theme, scale, words)?,
        Form::Zip => {
            let (table, title, sentence) = (&Table::of(&plot), &*scene.title, &*scene.desc);
            let taken = Taken { state: &state, table, title, sentence, words };
            archive::write(&taken::files(&taken, drawn))?
        }
    };
    write(path, &bytes, words)
}

/// `[default: 760]`, or `[default: bar 96, tariff 420]`: from the list of views.
fn usual(side: fn((f64, f64)) -> f64) -> String {
    let sides: Vec<_> = View::ALL.iter().map(|view| side(view.usual_size())).collect();
    let same = sides.windows(2).all(|pair| pair[0] == pair[1]);
    let each: Vec<_> =
        View::ALL.iter().zip(&sides).map(|(view, side)| format!("{} {side}", view.id())).collect();
    match sides.first() {
        Some(side) if same => format!("[default: {side}]"),
        _ => format!("[default: {}]", each.join(", ")),
    }
}

fn size(matches: &ArgMatches, view: View) -> Result<Size, Failure> {
    let usual = view.usual_size();
    let words = language::words(matches);
    let given = |id: &str, least, usual| {
        let Some(text) = matches.get_one::<String>(id) else { return Ok(usual) };
        let [least_text, most] = [least, Size::MAX].map(|pixels| words.field(pixels));
        let text_of_range = &words::AllowedPixels { least: &least_text, most: &most }.text(words);
        let allowed = args::Allowed { range: least..=Size::MAX, units: &[("px", 0)], text: text_of_range };
        allowed.number(id, text, words)
    };
    let width = given("width", Size::MIN_WIDTH, usual.0)?;
    Ok(Size::new(width, given("height", Size::MIN_HEIGHT, usual.1)?)?)
}

/// What a file is to be.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Svg,
    Png,
    Zip,
}

/// What the name of a file asks for; one without an ending gets an SVG.
fn form(file: &Path, words: &Words) -> Result<Form, Failure> {
    // Of `.png` that is all of the name, and no extension to the library.
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    match ending {
        Some("png") => Ok(Form::Png),
        Some("zip") => Ok(Form::Zip),
        Some("svg") | None if file.as_os_str() != "-" => Ok(Form::Svg),
        _ => {
            let (value, allowed) = (&quoted(&file.to_string_lossy()), words.allowed_picture());
            Err(Failure::Refused(words::NotWritable { field: "output", value, allowed }.text(words)))
        }
    }
}

/// An SVG, and the one in a zip, has no pixels and both themes: an option that would do nothing is refused.
fn only_for_png(matches: &ArgMatches) -> Result<(), Failure> {
    match ["scale", "theme"].into_iter().find(|option| matches.contains_id(option)) {
        Some(option) => {
            let given = matches.get_one::<String>(option).map_or("", String::as_str);
            let refusal = words::OnlyForAPng { field: option, value: &quoted(given) };
            Err(Failure::Refused(refusal.text(language::words(matches))))
        }
        None => Ok(()),
    }
}

fn theme(matches: &ArgMatches) -> Theme {
    match matches.get_one::<String>("theme").map(String::as_str) {
        Some("dark") => Theme::Dark,
        _ => Theme::Light,
    }
}

fn scale(matches: &ArgMatches, size: Size) -> Result<f64, Failure> {
    if !matches.contains_id("scale") {
        return Ok(USUAL_SCALE);
    }
    let words = language::words(matches);
    let text = matches.get_one::<String>("scale").map_or("", String::as_str);
    let largest = (MOST_PIXELS / (size.width() * size.height())).sqrt().min(SCALE.1);
    // Cut, not rounded: what is named is allowed.
    let range = &words.range(SCALE.0, (largest * 100.0).floor() / 100.0);
    args::Allowed { range: SCALE.0..=largest, units: &[], text: range }.number("scale", text, words)
}

fn write(path: &Path, bytes: &[u8], words: &Words) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| {
        let (file, reason) = (&path.to_string_lossy(), &error.to_string());
        Failure::Failed(words::CannotWrite { file, reason }.text(words))
    })
}
