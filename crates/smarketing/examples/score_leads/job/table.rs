//! [`Table`]: a CSV file as rows with their line numbers; a malformed row is refused and the next one read.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use super::failure::Failure;
use super::quoted::{Record, text_of};

/// The separators that are tried, the commonest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A record of more lines than this has lost its closing quotation mark.
const MOST_LINES: usize = 200;

/// A CSV file, read row by row.
pub struct Table {
    name: String,
    size: u64,
    separator: u8,
    header: Vec<String>,
    source: BufReader<Box<dyn Read>>,
    /// Lines that were read ahead and are to be read again.
    again: VecDeque<Vec<u8>>,
    record: Record,
    line: u64,
    bytes_read: u64,
    pub blank_rows: usize,
    /// Rows that are not UTF-8, and where the first one is.
    pub not_utf8: usize,
    pub first_not_utf8: Option<(u64, String)>,
}

/// A row, or why there is none.
pub enum Rows {
    Read { line: u64, cells: Vec<String> },
    Refused { line: u64, reason: String },
}

impl Table {
    /// Opens a file and reads its header; `known` counts how many headers of a list are known, which
    /// tells the separator.
    pub fn open(path: &str, known: &dyn Fn(&[String]) -> usize) -> Result<Self, Failure> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
        let cannot = |error| Failure::file(path, "read", &error);
        let mut file = File::open(path).map_err(cannot)?;
        let size = file.metadata().map_err(cannot)?.len();
        let mut head = Vec::new();
        file.by_ref().take(64 * 1024).read_to_end(&mut head).map_err(cannot)?;
        let body = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
        if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || body.contains(&0) {
            let help = "save it as `CSV UTF-8 (comma delimited)`";
            return Err(Failure::input(format!("{name} is no plain text, or UTF-16: {help}")));
        }
        if body.iter().all(u8::is_ascii_whitespace) {
            return Err(Failure::input(format!("{name} is empty: expected a header and a row for each lead")));
        }
        // Spreadsheets can write the separator into a first line of its own.
        let said = body.strip_prefix(b"sep=").and_then(|rest| rest.first()).copied();
        let header_from =
            if said.is_some() { body.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1) } else { 0 };
        let separator = said.unwrap_or_else(|| separator_of(&body[header_from..], known));
        let skipped = head.len() - body.len();
        let body = body.to_vec();
        let source: Box<dyn Read> = Box::new(std::io::Cursor::new(body).chain(file));
        let mut table = Self {
            name,
            size,
            separator,
            header: Vec::new(),
            source: BufReader::with_capacity(64 * 1024, source),
            again: VecDeque::new(),
            record: Record::new(separator),
            line: 0,
            bytes_read: skipped as u64,
            blank_rows: 0,
            not_utf8: 0,
            first_not_utf8: None,
        };
        if said.is_some() {
            table.next_line()?;
        }
        while let Some(line) = table.next_line()? {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            table.read_record(line)?;
            table.header = table.cells().into_iter().map(|cell| cell.trim().to_owned()).collect();
            break;
        }
        Ok(table)
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub const fn size(&self) -> u64 {
        self.size
    }

    pub const fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    pub const fn separator(&self) -> u8 {
        self.separator
    }

    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row that is not blank.
    pub fn next_row(&mut self) -> Result<Option<Rows>, Failure> {
        loop {
            let Some(first) = self.next_line()? else { return Ok(None) };
            let line = self.line;
            // An empty line is no row, not even a blank one.
            if first.iter().all(|byte| matches!(byte, b'\r' | b'\n')) {
                continue;
            }
            if let Some(reason) = self.read_record(first)? {
                return Ok(Some(Rows::Refused { line, reason }));
            }
            let cells = self.cells();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                self.blank_rows += 1;
                continue;
            }
            return Ok(Some(Rows::Read { line, cells }));
        }
    }

    fn next_line(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        let line = match self.again.pop_front() {
            Some(line) => line,
            None => {
                let mut line = Vec::new();
                let read = self.source.read_until(b'\n', &mut line);
                let read = read.map_err(|error| Failure::file(&self.name, "read", &error))?;
                self.bytes_read += read as u64;
                line
            }
        };
        self.line += u64::from(!line.is_empty());
        Ok(Some(line).filter(|line| !line.is_empty()))
    }

    /// Reads the record that begins with a line; why it is none, if so. Of a record that fails, only
    /// the first line is given up: a lost quotation mark costs one row and not the rest of the file.
    fn read_record(&mut self, first: Vec<u8>) -> Result<Option<String>, Failure> {
        self.record.start();
        let mut more: Vec<Vec<u8>> = Vec::new();
        let mut complete = self.record.feed(&first);
        let mut ended = false;
        while !complete && !ended && more.len() < MOST_LINES {
            match self.next_line()? {
                Some(line) => {
                    complete = self.record.feed(&line);
                    more.push(line);
                }
                None => ended = true,
            }
        }
        if ended {
            self.record.feed(b"");
            // A last line without a line break is complete, inside quotation marks it is not.
            complete = !opens_quotation(std::iter::once(&first).chain(&more), self.separator);
        }
        let mut reason = if complete { self.wrong_length() } else { Some(String::new()) };
        if let Some(reason) = reason.as_mut().filter(|_| !more.is_empty() || !complete) {
            *reason = "a quotation mark is opened and not closed in the row".to_owned();
            self.line -= more.len() as u64;
            for line in more.into_iter().rev() {
                self.again.push_front(line);
            }
        }
        Ok(reason)
    }

    /// Why a record does not fit the header. Empty fields beyond it are forgiven: spreadsheets add them.
    fn wrong_length(&self) -> Option<String> {
        let (fields, wanted) = (self.record.len(), self.header.len());
        let beyond = self.record.fields().skip(wanted).any(|field| !field.trim_ascii().is_empty());
        let blank = self.record.fields().all(|field| field.trim_ascii().is_empty());
        if wanted == 0 || fields == wanted || blank || (fields > wanted && !beyond) {
            return None;
        }
        let whole = fields == 1 && self.record.fields().any(|field| field.contains(&self.separator));
        Some(if whole {
            format!("the whole row stands in one pair of quotation marks, so that it is 1 field instead of {wanted}")
        } else if fields > wanted {
            format!("{fields} fields instead of {wanted}: a text with the separator in it needs quotation marks")
        } else {
            format!("{fields} {} instead of {wanted}", if fields == 1 { "field" } else { "fields" })
        })
    }

    fn cells(&mut self) -> Vec<String> {
        let mut odd = None;
        let cells = self.record.fields().map(|field| {
            let (text, utf8) = text_of(field);
            if !utf8 {
                odd.get_or_insert_with(|| text.clone());
            }
            text
        });
        let cells: Vec<String> = cells.collect();
        if let Some(text) = odd {
            self.not_utf8 += 1;
            self.first_not_utf8.get_or_insert((self.line, text));
        }
        cells
    }
}

/// The separator under which most headers are known, or that makes most columns.
fn separator_of(head: &[u8], known: &dyn Fn(&[String]) -> usize) -> u8 {
    let header = |separator: u8| {
        let mut record = Record::new(separator);
        record.start();
        let complete = head.split_inclusive(|byte| *byte == b'\n').any(|line| record.feed(line));
        if !complete {
            record.feed(b"");
        }
        record.fields().map(|field| text_of(field).0.trim().to_owned()).collect::<Vec<_>>()
    };
    let rated = SEPARATORS.map(|separator| {
        let header = header(separator);
        (known(&header), header.len(), separator)
    });
    let best = rated.iter().rev().max_by_key(|(known, columns, _)| (*known, *columns));
    best.map_or(b',', |(_, _, separator)| *separator)
}

/// Whether lines end inside quotation marks.
fn opens_quotation<'l>(lines: impl Iterator<Item = &'l Vec<u8>>, separator: u8) -> bool {
    let mut record = Record::new(separator);
    record.start();
    for line in lines {
        record.feed(line);
    }
    !record.feed(b"\n")
}
