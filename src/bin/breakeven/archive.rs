//! Zip files: what is taken along in one, the same bytes whenever it is written, and what is read of one.

use std::io::{self, Read as _, Write as _};

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter};

/// More than any file of ours takes: a foreign one that unpacks to gigabytes is not read to its end.
const LONGEST: u64 = 4 << 20;
/// Text, which anybody may read and its owner may write.
const PERMISSIONS: u32 = 0o100_644;
/// The first moment that a zip can name, so that the file tells of its content and not of the day on which it was written.
const MOMENT: i64 = 315_532_800;

/// A zip of these files: their names, and what is in them.
pub fn write(files: &[(String, String)]) -> io::Result<Vec<u8>> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, content) in files {
        let (mut entry, config) = archive
            .new_file(name.as_str())
            .compression_method(CompressionMethod::DEFLATE)
            .last_modified(UtcDateTime::from_unix(MOMENT))
            .unix_permissions(PERMISSIONS)
            .start()
            .map_err(io::Error::other)?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
        writer.write_all(content.as_bytes())?;
        let (packed, sums) = writer.finish().map_err(io::Error::other)?;
        packed.finish()?;
        entry.finish(sums).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)
}

/// What is `found` in the first file of a zip whose name ends so and that has it; `None` where there is none, or the zip is
/// damaged.
pub fn find<T>(zip: &[u8], ending: &str, found: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
    let archive = ZipArchive::from_slice(zip).ok()?;
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().ok()? {
        if !entry.file_path().as_ref().ends_with(ending.as_bytes()) {
            continue;
        }
        let packed = archive.get_entry(entry.wayfinder()).ok()?;
        let mut content = Vec::new();
        let read = match entry.compression_method() {
            CompressionMethod::DEFLATE => {
                let unpacked = packed.verifying_reader(DeflateDecoder::new(packed.data()));
                unpacked.take(LONGEST).read_to_end(&mut content)
            }
            // As a program may have packed it again that found it too small to deflate.
            CompressionMethod::STORE => {
                packed.verifying_reader(packed.data()).take(LONGEST).read_to_end(&mut content)
            }
            _ => return None,
        };
        read.ok()?;
        if let Some(found) = found(&content) {
            return Some(found);
        }
    }
    None
}
