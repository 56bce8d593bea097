//! The lowest layer of DXF, as text or binary: pairs of a group code and a value, and the records they form.
//! Relies on the table of value types by code range that the format prescribes.
//! Must not know: what a record means.

use crate::error::{At, DrawingError, Fault};
use crate::kind::Kind;

/// How a binary DXF begins.
pub(crate) const BINARY_MARK: &[u8] = b"AutoCAD Binary DXF\r\n\x1a\0";

/// The most pairs that one record may have: a line of a million vertices needs three million.
const LONGEST_RECORD: usize = 4_000_000;

/// A value as it stands in the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value<'a> {
    Text(&'a [u8]),
    Real(f64),
    Whole(i64),
}

impl<'a> Value<'a> {
    /// As a number; NaN when it is none, which later counts as a bad shape.
    pub(crate) fn real(self) -> f64 {
        match self {
            Value::Text(text) => std::str::from_utf8(text.trim_ascii())
                .ok()
                .and_then(|text| text.parse().ok())
                .unwrap_or(f64::NAN),
            Value::Real(real) => real,
            Value::Whole(whole) => whole as f64,
        }
    }

    /// As a whole number; 0 when it is none.
    pub(crate) fn whole(self) -> i64 {
        match self {
            Value::Text(text) => {
                std::str::from_utf8(text.trim_ascii()).ok().and_then(|text| text.parse().ok()).unwrap_or(0)
            }
            Value::Real(real) => real as i64,
            Value::Whole(whole) => whole,
        }
    }

    /// As the bytes of a text; empty for numbers of a binary file.
    pub(crate) fn bytes(self) -> &'a [u8] {
        match self {
            Value::Text(text) => text,
            Value::Real(_) | Value::Whole(_) => &[],
        }
    }
}

/// A group code with its value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pair<'a> {
    pub(crate) code: i32,
    pub(crate) value: Value<'a>,
}

/// How group codes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// As lines of text, parted by this byte.
    Lines(u8),
    /// As one byte, or 255 and two more: before release 13.
    OneByte,
    /// As two bytes.
    TwoBytes,
}

/// Reads pairs one after another.
pub(crate) struct Pairs<'a> {
    bytes: &'a [u8],
    position: usize,
    line: u64,
    writing: Writing,
    /// Whether the file stopped in the middle of a pair.
    pub(crate) cut_short: bool,
}

impl<'a> Pairs<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let (writing, position) = if bytes.starts_with(BINARY_MARK) {
            let start = BINARY_MARK.len();
            // The first pair is 0 SECTION; its second byte tells how wide codes are.
            let writing = if bytes.get(start + 1) == Some(&0) { Writing::TwoBytes } else { Writing::OneByte };
            (writing, start)
        } else {
            let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            let beginning = &bytes[start..bytes.len().min(start + 4096)];
            let is_old_mac = !beginning.contains(&b'\n') && beginning.contains(&b'\r');
            (Writing::Lines(if is_old_mac { b'\r' } else { b'\n' }), start)
        };
        Self { bytes, position, line: 0, writing, cut_short: false }
    }

    pub(crate) fn is_binary(&self) -> bool {
        !matches!(self.writing, Writing::Lines(_))
    }

    /// How many bytes have been read.
    pub(crate) fn position(&self) -> usize {
        self.position
    }

    /// The next pair; `None` at the end, or where the file stops in the middle.
    pub(crate) fn next(&mut self) -> Result<Option<Pair<'a>>, DrawingError> {
        match self.writing {
            Writing::Lines(end) => self.next_of_lines(end),
            Writing::OneByte | Writing::TwoBytes => self.next_of_bytes(),
        }
    }

    fn next_of_lines(&mut self, end: u8) -> Result<Option<Pair<'a>>, DrawingError> {
        let Some(code) = self.take_line(end) else { return Ok(None) };
        let code_text = code.trim_ascii();
        if code_text.is_empty() && self.bytes[self.position..].iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        // What CP/M put at the end of files.
        if code_text == b"\x1a" {
            return Ok(None);
        }
        let code = std::str::from_utf8(code_text).ok().and_then(|text| text.parse().ok());
        let Some(code) = code else {
            if self.position >= self.bytes.len() {
                self.cut_short = true;
                return Ok(None);
            }
            let found = String::from_utf8_lossy(&code_text[..code_text.len().min(40)]).into_owned();
            return Err(DrawingError::Damaged {
                kind: Kind::Dxf,
                at: At::Line(self.line),
                reason: Fault::NoGroupCode(found),
            });
        };
        match self.take_line(end) {
            Some(value) => Ok(Some(Pair { code, value: Value::Text(value) })),
            None => {
                self.cut_short = true;
                Ok(None)
            }
        }
    }

    fn take_line(&mut self, end: u8) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.position..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|byte| *byte == end);
        self.position += length.map_or(rest.len(), |length| length + 1);
        self.line += 1;
        let line = &rest[..length.unwrap_or(rest.len())];
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }

    fn next_of_bytes(&mut self) -> Result<Option<Pair<'a>>, DrawingError> {
        let start = self.position;
        if start >= self.bytes.len() {
            return Ok(None);
        }
        let pair = self.take_binary();
        if pair.is_none() {
            self.cut_short = true;
        }
        match pair {
            // An unknown code has a value of unknown length: nothing behind it can be read.
            Some(None) => Err(DrawingError::Damaged {
                kind: Kind::Dxf,
                at: At::Byte(start as u64),
                reason: Fault::NoGroupCode(String::new()),
            }),
            Some(found) => Ok(found),
            None => Ok(None),
        }
    }

    /// `None` when the file is cut short, `Some(None)` for an impossible code.
    fn take_binary(&mut self) -> Option<Option<Pair<'a>>> {
        let code = match self.writing {
            Writing::OneByte => match self.take()? {
                [255] => i32::from(i16::from_le_bytes(self.take()?)),
                [code] => i32::from(code),
            },
            Writing::TwoBytes | Writing::Lines(_) => i32::from(i16::from_le_bytes(self.take()?)),
        };
        let value = match code {
            10..=59 | 110..=149 | 210..=239 | 460..=469 | 1010..=1059 => {
                Value::Real(f64::from_le_bytes(self.take()?))
            }
            60..=79 | 170..=179 | 270..=289 | 370..=389 | 400..=409 | 1060..=1070 => {
                Value::Whole(i64::from(i16::from_le_bytes(self.take()?)))
            }
            90..=99 | 420..=429 | 440..=459 | 1071 => {
                Value::Whole(i64::from(i32::from_le_bytes(self.take()?)))
            }
            160..=169 => Value::Whole(i64::from_le_bytes(self.take()?)),
            290..=299 => Value::Whole(i64::from(self.take::<1>()?[0])),
            310..=319 | 1004 => {
                let [length] = self.take()?;
                let end = self.position + usize::from(length);
                let chunk = self.bytes.get(self.position..end)?;
                self.position = end;
                Value::Text(chunk)
            }
            0..=9
            | 100..=109
            | 300..=309
            | 320..=369
            | 390..=399
            | 410..=419
            | 430..=439
            | 470..=481
            | 999..=1009 => {
                let rest = self.bytes.get(self.position..)?;
                let length = rest.iter().position(|byte| *byte == 0)?;
                self.position += length + 1;
                Value::Text(&rest[..length])
            }
            _ => return Some(None),
        };
        Some(Some(Pair { code, value }))
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let chunk = self.bytes.get(self.position..)?.first_chunk::<N>()?;
        self.position += N;
        Some(*chunk)
    }
}

/// What begins with group code 0: its name and its pairs.
pub(crate) struct Record<'a> {
    pub(crate) name: &'a [u8],
    pub(crate) pairs: Vec<Pair<'a>>,
}

/// Reads records one after another.
pub(crate) struct Records<'a> {
    pub(crate) pairs: Pairs<'a>,
    /// The name of the record that comes next.
    next: Option<&'a [u8]>,
}

impl<'a> Records<'a> {
    /// Stands before the first record; what precedes it, such as comments, is dropped.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, DrawingError> {
        let mut pairs = Pairs::new(bytes);
        let mut next = None;
        while let Some(pair) = pairs.next()? {
            if pair.code == 0 {
                next = Some(pair.value.bytes().trim_ascii());
                break;
            }
        }
        Ok(Self { pairs, next })
    }

    /// The next record, with the pairs that add-ons and comments attach left out. `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Record<'a>>, DrawingError> {
        let Some(name) = self.next.take() else { return Ok(None) };
        let mut record = Record { name, pairs: Vec::new() };
        // Since 2018 texts carry an object of their own whose codes repeat theirs.
        let mut is_embedded = false;
        // `102 {ACAD_REACTORS` … `102 }` encloses handles that may use any code.
        let mut is_grouped = false;
        while let Some(pair) = self.pairs.next()? {
            match pair.code {
                0 => {
                    self.next = Some(pair.value.bytes().trim_ascii());
                    break;
                }
                101 => is_embedded = true,
                102 => is_grouped = pair.value.bytes().trim_ascii().starts_with(b"{"),
                999.. => {}
                _ if is_embedded || is_grouped => {}
                _ if record.pairs.len() >= LONGEST_RECORD => {
                    return Err(DrawingError::TooMuch {
                        what: crate::limits::Quantity::Vertices,
                        found: record.pairs.len() as u64 / 2,
                        limit: LONGEST_RECORD as u64 / 2,
                    });
                }
                _ => record.pairs.push(pair),
            }
        }
        Ok(Some(record))
    }
}

impl<'a> Record<'a> {
    /// The first value with this code.
    pub(crate) fn get(&self, code: i32) -> Option<Value<'a>> {
        self.pairs.iter().find(|pair| pair.code == code).map(|pair| pair.value)
    }

    pub(crate) fn real(&self, code: i32, otherwise: f64) -> f64 {
        self.get(code).map_or(otherwise, Value::real)
    }

    pub(crate) fn whole(&self, code: i32) -> i64 {
        self.get(code).map_or(0, Value::whole)
    }

    /// x, y, z with codes `code`, `code + 10`, `code + 20`; what is missing is 0.
    pub(crate) fn point(&self, code: i32) -> [f64; 3] {
        [self.real(code, 0.0), self.real(code + 10, 0.0), self.real(code + 20, 0.0)]
    }

    /// All values with this code.
    pub(crate) fn all(&self, code: i32) -> impl Iterator<Item = Value<'a>> + '_ {
        self.pairs.iter().filter(move |pair| pair.code == code).map(|pair| pair.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_with_any_line_end_reads_the_same() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["  0", "LINE", " 10", "1.5", "  8", "A", "  0", "EOF"].join(end) + end;
            let mut records = Records::new(text.as_bytes()).unwrap();
            let line = records.next().unwrap().unwrap();
            assert_eq!(
                (line.name, line.real(10, 0.0), line.get(8)),
                (&b"LINE"[..], 1.5, Some(Value::Text(b"A")))
            );
            assert_eq!(records.next().unwrap().unwrap().name, b"EOF");
            assert!(records.next().unwrap().is_none());
        }
    }

    #[test]
    fn a_line_that_is_no_group_code_is_named() {
        let mut records = Records::new(b"0\nLINE\nnonsense\n1\n0\nEOF\n").unwrap();
        let error = records.next().err().unwrap();
        assert!(error.to_string().contains("line 3") && error.to_string().contains("nonsense"), "{error}");
    }

    #[test]
    fn impossible_numbers_are_no_numbers() {
        for text in ["", "abc", "1,5", "nan"] {
            assert!(Value::Text(text.as_bytes()).real().is_nan(), "{text}");
        }
        assert_eq!(Value::Text(b" 1e3 ").real(), 1000.0);
        assert_eq!(Value::Text(b"99999999999999999999").whole(), 0);
    }
}
