//! QR symbols as modules on a grid, and as few rectangles as possible.
//! Relies on `qrcodegen`.
//! Must not know: where the symbol goes, what the payload means.

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of white that the standard asks for around a symbol. Counted into the box of a placed symbol.
pub const QUIET_ZONE: u32 = 4;

/// How much of a symbol may be dirty or torn and still be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QrLevel {
    /// About 7 per cent.
    Low,
    /// About 15 per cent: the choice for paper behind film.
    #[default]
    Medium,
    /// About 25 per cent.
    Quartile,
    /// About 30 per cent: for workshops.
    High,
}

/// Why a payload could not become a symbol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// Many phone scanners read bytes beyond ASCII as Shift-JIS, so only a code or a URL is accepted.
    #[error("QR payload holds {character:?} at byte {at}; only ASCII is read alike by all scanners")]
    NotAscii {
        /// The first character outside ASCII.
        character: char,
        /// Its place in the payload, in bytes.
        at: usize,
    },
    /// More data than the largest symbol holds at this level.
    #[error("QR payload of {length} bytes is longer than a symbol of this level can hold")]
    TooLong {
        /// Length of the payload in bytes.
        length: usize,
    },
}

/// A rectangle of dark modules: column, row, width, height, all in modules from the symbol's own corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DarkCells {
    /// First column.
    pub x: u32,
    /// First row.
    pub y: u32,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// An encoded symbol, without its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrSymbol {
    modules: u32,
    cells: Vec<DarkCells>,
}

impl QrSymbol {
    /// Encodes an ASCII payload.
    ///
    /// # Errors
    /// [`QrError::NotAscii`] and [`QrError::TooLong`].
    pub fn encode(payload: &str, level: QrLevel) -> Result<QrSymbol, QrError> {
        if let Some((at, character)) = payload.char_indices().find(|(_, c)| !c.is_ascii()) {
            return Err(QrError::NotAscii { character, at });
        }
        let ecc = match level {
            QrLevel::Low => QrCodeEcc::Low,
            QrLevel::Medium => QrCodeEcc::Medium,
            QrLevel::Quartile => QrCodeEcc::Quartile,
            QrLevel::High => QrCodeEcc::High,
        };
        let code =
            QrCode::encode_text(payload, ecc).map_err(|_| QrError::TooLong { length: payload.len() })?;
        Ok(QrSymbol { modules: code.size().unsigned_abs(), cells: merge(&code) })
    }

    /// Modules along one side, without the quiet zone.
    pub fn modules(&self) -> u32 {
        self.modules
    }

    /// The dark area as disjoint rectangles.
    pub fn cells(&self) -> &[DarkCells] {
        &self.cells
    }
}

/// Runs of a row become rectangles, and a run that repeats in the next row grows downwards.
fn merge(code: &QrCode) -> Vec<DarkCells> {
    let n = code.size();
    let mut done: Vec<DarkCells> = Vec::new();
    let mut growing: Vec<DarkCells> = Vec::new();
    for y in 0..n {
        let mut next: Vec<DarkCells> = Vec::new();
        let mut x = 0;
        while x < n {
            if !code.get_module(x, y) {
                x += 1;
                continue;
            }
            let start = x;
            while x < n && code.get_module(x, y) {
                x += 1;
            }
            let run = DarkCells {
                x: start.unsigned_abs(),
                y: y.unsigned_abs(),
                width: (x - start).unsigned_abs(),
                height: 1,
            };
            match growing.iter().position(|g| g.x == run.x && g.width == run.width) {
                Some(i) => {
                    let above = growing.swap_remove(i);
                    next.push(DarkCells { height: above.height + 1, ..above });
                }
                None => next.push(run),
            }
        }
        done.append(&mut growing);
        growing = next;
    }
    done.append(&mut growing);
    done.sort_by_key(|c| (c.y, c.x));
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_cover_exactly_the_dark_modules() {
        let payload = "DP1:7F3A21C0:A1F:9C2E";
        let symbol = QrSymbol::encode(payload, QrLevel::Medium).unwrap();
        let code = QrCode::encode_text(payload, QrCodeEcc::Medium).unwrap();
        let mut grid = vec![0u8; (symbol.modules() * symbol.modules()) as usize];
        for c in symbol.cells() {
            for y in c.y..c.y + c.height {
                for x in c.x..c.x + c.width {
                    grid[(y * symbol.modules() + x) as usize] += 1;
                }
            }
        }
        for y in 0..code.size() {
            for x in 0..code.size() {
                let expected = u8::from(code.get_module(x, y));
                assert_eq!(grid[(y * code.size() + x) as usize], expected, "module {x},{y}");
            }
        }
    }

    #[test]
    fn refuses_what_scanners_misread() {
        let refused = QrSymbol::encode("卡 1", QrLevel::Low);
        assert_eq!(refused, Err(QrError::NotAscii { character: '卡', at: 0 }));
        let long = "x".repeat(3000);
        assert_eq!(QrSymbol::encode(&long, QrLevel::High), Err(QrError::TooLong { length: 3000 }));
    }
}
