//! Rows through all cores, in order, a bounded number of them at a time.

use std::cell::Cell;
use std::io::{self, Read, Write};
use std::num::NonZero;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use breakeven::words::{self, Count, Words};
use csv::{ByteRecord, Reader, ReaderBuilder};

use super::dialect::Dialect;
use super::lines::Lines;
use super::plan::Plan;
use super::quotes::{self, Quotes};
use super::source::{BlankLines, Source};
use crate::out::settled;
use crate::refusal::Failure;

/// Rows that travel together: many enough that handing them on costs nothing.
const CHUNK_ROWS: usize = 2048;
/// Chunks of long rows end here.
const CHUNK_BYTES: usize = 1 << 20;
/// A row longer than this is a quote that is never closed.
const LONGEST_ROW: usize = 16 << 20;
/// Chunks that wait before and after a worker.
const WAITING: usize = 2;

/// Reads CSV as people write it: rows may be short or long, which is for each row to be told.
pub fn reader(source: Source, dialect: Dialect, words: &'static Words) -> Rows {
    let bytes = source.bytes(dialect.skipped);
    let input = if dialect.separator.is_some() { bytes } else { Box::new(BlankLines::of(bytes)) };
    let (unfinished, open_quote) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(None)));
    let quotes = Quotes::of(dialect.read_separator(), u64::from(dialect.skipped > 0));
    let guarded = Guarded {
        input,
        unfinished: Rc::clone(&unfinished),
        quotes,
        open_quote: Rc::clone(&open_quote),
        words,
    };
    let reader = ReaderBuilder::new()
        .delimiter(dialect.read_separator())
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(guarded);
    Rows { reader, unfinished, open_quote }
}

/// The rows of a file.
pub struct Rows {
    reader: Reader<Guarded>,
    unfinished: Rc<Cell<usize>>,
    /// The line of the quote within which the file has ended.
    open_quote: Rc<Cell<Option<u64>>>,
}

/// Ends the reading where a row gets so long that memory would not hold the file.
struct Guarded {
    input: Box<dyn Read + Send>,
    /// Bytes since the last row ended.
    unfinished: Rc<Cell<usize>>,
    quotes: Quotes,
    open_quote: Rc<Cell<Option<u64>>>,
    words: &'static Words,
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.unfinished.get() > LONGEST_ROW {
            let megabytes = &(LONGEST_ROW >> 20).to_string();
            let told = words::BatchRowTooLong { megabytes }.text(self.words);
            return Err(io::Error::new(io::ErrorKind::InvalidData, told));
        }
        let read = self.input.read(buffer)?;
        self.unfinished.set(self.unfinished.get() + read);
        match read {
            0 => self.open_quote.set(self.quotes.open()),
            _ => self.quotes.follow(buffer.get(..read).unwrap_or_default()),
        }
        Ok(read)
    }
}

impl Rows {
    /// The heads of the columns; none in an empty file.
    pub fn byte_headers(&mut self) -> Result<&ByteRecord, csv::Error> {
        self.reader.byte_headers()
    }

    /// The line of the quote that was opened in the row read last, the last of the file, and never closed.
    pub fn open_quote(&self) -> Option<u64> {
        self.open_quote.get()
    }

    fn read(&mut self, row: &mut ByteRecord) -> Result<bool, csv::Error> {
        let found = self.reader.read_byte_record(row)?;
        self.unfinished.set(0);
        Ok(found)
    }
}

/// Rows as they are read, and how many of them count: the rest waits to be used again.
#[derive(Default)]
struct Chunk {
    rows: Vec<ByteRecord>,
    count: usize,
    /// The line of the quote that the last of them opened and never closed.
    open_quote: Option<u64>,
}

impl Chunk {
    /// Reads the next rows; `false` at the end.
    fn fill(&mut self, source: &mut Rows) -> Result<bool, csv::Error> {
        let (mut bytes, mut more) = (0, true);
        (self.count, self.open_quote) = (0, None);
        while more && self.count < CHUNK_ROWS && bytes < CHUNK_BYTES {
            if self.rows.len() == self.count {
                self.rows.push(ByteRecord::new());
            }
            let row = &mut self.rows[self.count];
            more = source.read(row)?;
            if more {
                bytes += row.as_slice().len();
                self.count += 1;
                self.open_quote = source.open_quote();
            }
        }
        if bytes >= CHUNK_BYTES {
            self.rows.truncate(self.count); // long rows are not kept for their room
        }
        Ok(more)
    }
}

/// Text of rows, and how many of them were refused.
struct Done {
    text: Vec<u8>,
    refused: u64,
}

/// Writes every row with its results; tells how many were refused.
pub fn run(mut source: Rows, plan: &Plan) -> Result<u64, Failure> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let words = plan.words;
    let heads = source.byte_headers().map_err(|error| unreadable(&error, words))?.clone();
    thread::scope(|scope| {
        let mut inboxes = Vec::new();
        let mut outboxes = Vec::new();
        let (spare, spares) = sync_channel(workers * (WAITING + 2));
        for _ in 0..workers {
            let (inbox, chunks) = sync_channel::<Chunk>(WAITING);
            let (results, outbox) = sync_channel::<Done>(WAITING);
            let spare = spare.clone();
            scope.spawn(move || work(plan, &chunks, &results, &spare));
            inboxes.push(inbox);
            outboxes.push(outbox);
        }
        let writer = scope.spawn(move || write(&heads, plan, &outboxes));
        let read = feed(&mut source, &inboxes, &spares);
        drop(inboxes);
        let refused = writer.join().unwrap_or_else(|_| Err(io::Error::other(words.batch_writer_stopped())));
        match refused {
            Err(error) => settled(Err(error)).map(|()| 0),
            Ok(refused) => read.map_err(|error| unreadable(&error, words)).map(|()| refused),
        }
    })
}

/// Hands chunks to the workers in turn, until the rows end or nobody takes them.
fn feed(
    source: &mut Rows,
    inboxes: &[SyncSender<Chunk>],
    spares: &Receiver<Chunk>,
) -> Result<(), csv::Error> {
    for inbox in inboxes.iter().cycle() {
        let mut chunk = spares.try_recv().unwrap_or_default();
        let filled = chunk.fill(source);
        if inbox.send(chunk).is_err() || !filled? {
            break;
        }
    }
    Ok(())
}

fn work(plan: &Plan, chunks: &Receiver<Chunk>, results: &SyncSender<Done>, spare: &SyncSender<Chunk>) {
    for chunk in chunks {
        let mut lines = Lines::with_room(plan.dialect, chunk.count * 256);
        let mut refused = 0;
        for (i, row) in chunk.rows.iter().take(chunk.count).enumerate() {
            let open_quote = chunk.open_quote.filter(|_| i + 1 == chunk.count);
            refused += u64::from(!append(plan, row, open_quote, &mut lines));
        }
        if results.send(Done { text: lines.into_text(), refused }).is_err() {
            return;
        }
        let _ = spare.try_send(chunk); // if there are enough of them, this one goes
    }
}

/// Writes a row with its results; `false` where it was refused.
fn append(plan: &Plan, row: &ByteRecord, open_quote: Option<u64>, lines: &mut Lines) -> bool {
    let outcome = if let Some(line) = open_quote {
        Err(quotes::never_closed(line, row, plan.words))
    } else if row.len() == plan.width {
        plan.evaluate(row)
    } else {
        let shown = row.len().to_string();
        let cells = Count::whole(row.len() as u64, &shown);
        Err(words::BatchCells { cells, allowed: &plan.width.to_string() }.text(plan.words))
    };
    // A table stays a table: what a short row lacks is empty, what a long one has too much is left out.
    (0..plan.width).for_each(|i| lines.cell(row.get(i).unwrap_or_default()));
    match &outcome {
        Ok(results) => {
            results.numbers().for_each(|number| lines.number(number));
            lines.cell(results.unreachable.as_deref().unwrap_or_default().as_bytes());
        }
        Err(error) => {
            (1..plan.results.len()).for_each(|_| lines.cell(b""));
            lines.cell(error.as_bytes());
        }
    }
    lines.end();
    outcome.is_ok()
}

/// Writes the head and then the chunks in the order in which they were read.
fn write(heads: &ByteRecord, plan: &Plan, outboxes: &[Receiver<Done>]) -> io::Result<u64> {
    let mut out = io::stdout().lock();
    let mut head = Lines::with_room(plan.dialect, 0);
    heads.iter().chain(plan.results.iter().map(|name| name.as_bytes())).for_each(|name| head.cell(name));
    head.end();
    out.write_all(&head.into_text())?;
    let mut refused = 0;
    for outbox in outboxes.iter().cycle() {
        let Ok(done) = outbox.recv() else { break };
        out.write_all(&done.text)?;
        refused += done.refused;
    }
    out.flush()?;
    Ok(refused)
}

/// What stops the reader in the middle of a file.
pub fn unreadable(error: &csv::Error, words: &Words) -> Failure {
    Failure::Failed(words::BatchUnreadable { reason: &error.to_string() }.text(words))
}
