//! Pictures that remember their mine: an SVG in its metadata, a PNG in a text chunk, a zip in the SVG within, each as a link
//! that `--from` reads.

use std::io::Cursor;
use std::path::Path;

use breakeven::words::{self, Words};
use clap::Arg;

use crate::archive;
use crate::file;
use crate::refusal::{Failure, quoted};

/// The keyword of the chunk of a PNG.
pub const KEYWORD: &str = "Breakeven";
const OPENING: &str = "<metadata>";
const CLOSING: &str = "</metadata>";

/// Not the name of the flag, which in other commands is a day.
pub const ID: &str = "picture";

pub fn arg() -> Arg {
    file::arg(ID)
        .long("from")
        .conflicts_with_all(["scenario", "link", "inputs"])
        .help("Start from the mine of a figure, an SVG or PNG of this command or of the page, or a zip; - is standard input")
}

/// An SVG that remembers the mine of `link`; nothing in a link needs an escape.
pub fn remembering(svg: &str, link: &str) -> String {
    svg.replacen("\n<style>", &["\n", OPENING, link, CLOSING, "\n<style>"].concat(), 1)
}

/// The link that a picture remembers, or the one in a zip.
pub fn link(name: &Path, words: &Words) -> Result<String, Failure> {
    let bytes = file::bytes(name, words)?;
    of_svg(&bytes).or_else(|| of_png(&bytes)).or_else(|| archive::find(&bytes, ".svg", of_svg)).ok_or_else(
        || Failure::Refused(words::FileWithoutMine { file: &quoted(&name.to_string_lossy()) }.text(words)),
    )
}

fn of_svg(bytes: &[u8]) -> Option<String> {
    let (_, rest) = str::from_utf8(bytes).ok()?.split_once(OPENING)?;
    let (link, _) = rest.split_once(CLOSING)?;
    // Other programs have metadata, too; a link begins with its version.
    link.starts_with(|c: char| c.is_ascii_digit()).then(|| link.to_owned())
}

fn of_png(bytes: &[u8]) -> Option<String> {
    let reader = png::Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let chunk = reader.info().uncompressed_latin1_text.iter().find(|chunk| chunk.keyword == KEYWORD);
    chunk.map(|chunk| chunk.text.clone())
}
