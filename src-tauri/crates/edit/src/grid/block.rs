//! A block of cells as spreadsheet programs put it on the clipboard: tabs between cells, lines between rows, quotes
//! around cells with line breaks.
//! Relies on nothing.
//! Knows nothing of what the cells mean.

/// The most cells of one block.
pub const MOST_CELLS: usize = 500_000;
/// The longest text, in bytes.
const LONGEST: usize = 20_000_000;

/// Rows of cells. Rows may differ in length; a missing cell is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block(pub Vec<Vec<String>>);

/// A block that is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the block has more than {MOST_CELLS} cells or {LONGEST} bytes")]
pub struct BlockError;

impl Block {
    /// Reads clipboard text. Every text is a block: a quote that is never closed is a quote.
    pub fn parse(text: &str) -> Result<Self, BlockError> {
        if text.len() > LONGEST {
            return Err(BlockError);
        }
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut row: Vec<String> = Vec::new();
        let mut count = 0_usize;
        let mut rest = text;
        loop {
            let (cell, after) = cell(rest);
            row.push(cell);
            count += 1;
            if count > MOST_CELLS {
                return Err(BlockError);
            }
            if let Some(next) = after.strip_prefix('\t') {
                rest = next;
                continue;
            }
            rows.push(std::mem::take(&mut row));
            let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
            match next {
                // The break behind the last row begins no row.
                Some("") | None => break,
                Some(next) => rest = next,
            }
        }
        Ok(Self(rows))
    }

    /// The only cell, if there is but one.
    pub fn single(&self) -> Option<&str> {
        match self.0.as_slice() {
            [row] => match row.as_slice() {
                [cell] => Some(cell),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The first cell of a text and what stands behind it: nothing, a tab or a line break.
fn cell(text: &str) -> (String, &str) {
    if let Some(inner) = text.strip_prefix('"')
        && let Some(quoted) = quoted(inner)
    {
        return quoted;
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, rest) = text.split_at(end);
    (cell.to_owned(), rest)
}

/// A cell in quotes, from behind the opening one. `None` when it is not closed before the end of a cell.
fn quoted(inner: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inner;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => return Some((cell, after)),
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_as_spreadsheets_write_them() {
        let rows = |text: &str| Block::parse(text).unwrap_or_default().0;
        assert_eq!(rows("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(rows("\"一\n二\"\tx\n"), [["一\n二", "x"]]);
        assert_eq!(rows("\"he said \"\"no\"\"\""), [["he said \"no\""]]);
        assert_eq!(rows("\"open\tb"), [["\"open", "b"]]);
        assert_eq!(rows("\"a\"b\tc"), [["\"a\"b", "c"]]);
        assert_eq!(rows(""), [[""]]);
        assert_eq!(rows("a\n\nb"), [["a"], [""], ["b"]]);
        assert_eq!(rows("\t\t"), [["", "", ""]]);
        assert_eq!(Block::parse("x").unwrap_or_default().single(), Some("x"));
    }
}
