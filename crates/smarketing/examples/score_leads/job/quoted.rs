//! Cutting CSV text into records, line by line, so that each record knows the line it begins in.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// A parser of one record at a time that is fed whole physical lines.
pub struct Record {
    parser: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    text_len: usize,
    ends_len: usize,
}

impl Record {
    pub fn new(separator: u8) -> Self {
        let parser = ReaderBuilder::new().delimiter(separator).build();
        Self { parser, text: vec![0; 1024], ends: vec![0; 64], text_len: 0, ends_len: 0 }
    }

    /// Forgets what was fed.
    pub fn start(&mut self) {
        self.parser.reset();
        (self.text_len, self.ends_len) = (0, 0);
    }

    /// Feeds a line; whether the record is complete. An empty one says that the text is at its end.
    pub fn feed(&mut self, mut line: &[u8]) -> bool {
        let at_end = line.is_empty();
        loop {
            let text = &mut self.text[self.text_len..];
            let ends = &mut self.ends[self.ends_len..];
            let (result, read, written, ended) = self.parser.read_record(line, text, ends);
            line = &line[read..];
            self.text_len += written;
            self.ends_len += ended;
            match result {
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::InputEmpty if at_end => return true,
                ReadRecordResult::InputEmpty => return false,
                ReadRecordResult::Record | ReadRecordResult::End => return true,
            }
        }
    }

    /// How many fields the record has.
    pub const fn len(&self) -> usize {
        self.ends_len
    }

    /// Its fields.
    pub fn fields(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends[..self.ends_len]).map(|(start, end)| &self.text[start..*end])
    }
}

/// A field's text, and whether it is UTF-8; else it is read as Windows-1252, the encoding of older
/// office programs.
pub fn text_of(field: &[u8]) -> (String, bool) {
    std::str::from_utf8(field).map_or_else(|_| (windows_1252(field), false), |text| (text.to_owned(), true))
}

fn windows_1252(bytes: &[u8]) -> String {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let letter = |byte: &u8| match byte {
        128..160 => FROM_128[usize::from(byte - 128)],
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}
