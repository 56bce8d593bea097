//! The texts of a DXF: their encoding, their escapes, and the codes of formatted ones.
//! Relies on `encoding_rs` for code pages.
//! Must not know: entities.

use super::pairs::Pairs;
use encoding_rs::Encoding;

/// How a drawing's bytes become letters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    /// Tried first, strictly.
    utf8_first: bool,
    /// For what is no UTF-8.
    page: &'static Encoding,
}

impl Words {
    /// By the version and the code page that the header names. From 2007 on files are UTF-8. Older ones are in the code
    /// page, except where a program wrote UTF-8 and did not say so: then the whole file is valid UTF-8 with letters
    /// beyond ASCII, which no text in a Chinese code page of more than a few words is by chance.
    pub(crate) fn new(bytes: &[u8], version: &str, page: &str) -> Self {
        let is_modern = version.starts_with("AC") && version >= "AC1021";
        let utf8_first = is_modern || (!bytes.is_ascii() && is_utf8(bytes));
        Self { utf8_first, page: code_page(page) }
    }

    /// The letters of some bytes, escapes such as `\U+5899` resolved.
    pub(crate) fn decode(&self, bytes: &[u8]) -> String {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) if self.utf8_first || bytes.is_ascii() => text.to_owned(),
            _ => self.page.decode_without_bom_handling(bytes).0.into_owned(),
        };
        if text.contains("\\U+") || text.contains("\\M+") { unescape(&text) } else { text }
    }
}

fn is_utf8(bytes: &[u8]) -> bool {
    let mut pairs = Pairs::new(bytes);
    if !pairs.is_binary() {
        return std::str::from_utf8(bytes).is_ok();
    }
    // In a binary file only the texts can tell.
    let mut has_letters = false;
    while let Ok(Some(pair)) = pairs.next() {
        let text = pair.value.bytes();
        if !text.is_ascii() && !(310..=319).contains(&pair.code) && pair.code != 1004 {
            has_letters = true;
            if std::str::from_utf8(text).is_err() {
                return false;
            }
        }
    }
    has_letters
}

/// The encoding that `$DWGCODEPAGE` names; Chinese where it names none that is known.
fn code_page(name: &str) -> &'static Encoding {
    let upper = name.to_ascii_uppercase();
    let number = upper.rsplit(['_', 'P']).next().unwrap_or_default();
    match number {
        "936" | "GB2312" => encoding_rs::GB18030,
        "950" | "BIG5" => encoding_rs::BIG5,
        "932" => encoding_rs::SHIFT_JIS,
        "949" | "1361" | "JOHAB" => encoding_rs::EUC_KR,
        "874" => encoding_rs::WINDOWS_874,
        "1250" => encoding_rs::WINDOWS_1250,
        "1251" => encoding_rs::WINDOWS_1251,
        "1252" => encoding_rs::WINDOWS_1252,
        "1253" => encoding_rs::WINDOWS_1253,
        "1254" => encoding_rs::WINDOWS_1254,
        "1255" => encoding_rs::WINDOWS_1255,
        "1256" => encoding_rs::WINDOWS_1256,
        "1257" => encoding_rs::WINDOWS_1257,
        "1258" => encoding_rs::WINDOWS_1258,
        _ => encoding_rs::GB18030,
    }
}

/// Resolves `\U+XXXX` and `\M+nXXXX`.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('\\') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (letters, length) = if let Some(code) = rest.strip_prefix("\\U+").and_then(|code| code.get(..4)) {
            (hexadecimal(code).and_then(char::from_u32).map(String::from), 7)
        } else if let Some(code) = rest.strip_prefix("\\M+").and_then(|code| code.get(..5)) {
            (multibyte(code), 8)
        } else {
            (None, 0)
        };
        match letters {
            Some(letters) => {
                out.push_str(&letters);
                rest = &rest[length..];
            }
            None => {
                out.push('\\');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn hexadecimal(code: &str) -> Option<u32> {
    code.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(code, 16).ok()).flatten()
}

/// `nXXXX`: a digit for the code page and two bytes in it.
fn multibyte(code: &str) -> Option<String> {
    let page = match code.get(..1)? {
        "1" => encoding_rs::SHIFT_JIS,
        "2" => encoding_rs::BIG5,
        "3" | "4" => encoding_rs::EUC_KR,
        "5" => encoding_rs::GB18030,
        _ => return None,
    };
    let value = hexadecimal(code.get(1..)?)?;
    let bytes = [(value >> 8) as u8, value as u8];
    page.decode_without_bom_handling_and_without_replacement(&bytes).map(std::borrow::Cow::into_owned)
}

/// A simple text: `%%d` and the like as what they stand for, switches for lines above and below left out.
pub(crate) fn simple(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("%%") {
        out.push_str(&rest[..start]);
        rest = &rest[start + 2..];
        let Some(code) = rest.chars().next() else { break };
        let mut length = code.len_utf8();
        match code.to_ascii_lowercase() {
            'd' => out.push('°'),
            'p' => out.push('±'),
            'c' => out.push('⌀'),
            '%' => out.push('%'),
            'u' | 'o' | 'k' => {}
            '0'..='9' => {
                // `%%nnn` is a letter by its number; Chinese fonts put steel grades at 130 to 133.
                let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
                length = digits;
                let letter = match rest[..digits].parse::<u32>().unwrap_or(0) {
                    130..=133 => Some('Φ'),
                    number => char::from_u32(number).filter(|letter| number < 256 && !letter.is_control()),
                };
                out.extend(letter);
            }
            _ => {
                out.push_str("%%");
                length = 0;
            }
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    // In a simple text these stand for nothing else.
    out.replace("^J", "\n").replace("^M", "").replace("^I", " ")
}

/// A formatted text without its codes: `\P` is a new row, `\f...;` `\H...;` and their like set type, `\S1/2;` stacks,
/// braces group.
pub(crate) fn formatted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' => {}
            '^' => match letters.peek() {
                Some('J') => {
                    letters.next();
                    out.push('\n');
                }
                Some('M') => {
                    letters.next();
                }
                Some('I') => {
                    letters.next();
                    out.push(' ');
                }
                _ => out.push('^'),
            },
            '\\' => match letters.next() {
                Some('P' | 'n' | 'X' | 'N') => out.push('\n'),
                Some('~') => out.push(' '),
                Some(plain @ ('\\' | '{' | '}')) => out.push(plain),
                Some('L' | 'l' | 'O' | 'o' | 'K' | 'k') => {}
                Some('S') => {
                    for part in letters.by_ref().take_while(|part| *part != ';') {
                        out.push(if matches!(part, '^' | '#') { '/' } else { part });
                    }
                }
                Some(
                    'f' | 'F' | 'H' | 'h' | 'W' | 'w' | 'Q' | 'q' | 'T' | 't' | 'A' | 'a' | 'C' | 'c' | 'p',
                ) => {
                    letters.by_ref().take_while(|part| *part != ';').for_each(drop);
                }
                Some(other) => {
                    out.push('\\');
                    out.push(other);
                }
                None => {}
            },
            _ => out.push(letter),
        }
    }
    simple(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatted_texts_lose_their_codes() {
        for (code, words) in [
            (r"\A1;{\fSimSun|b0|i0|c134|p2;一层\P\H0.7x;平面图}", "一层\n平面图"),
            (r"{\C1;red} \Lunder\l", "red under"),
            (r"\S1/2; m\~x", "1/2 m x"),
            (r"a\\b \{c\}", r"a\b {c}"),
            ("plain", "plain"),
            (r"\", ""),
            (r"\fnever closed", ""),
            ("100%%d %%p0.5 %%c20 50%%%", "100° ±0.5 ⌀20 50%"),
            ("%%uroom%%u", "room"),
            ("%%", ""),
            ("%%132 12", "Φ 12"),
        ] {
            assert_eq!(formatted(code), words, "{code}");
        }
    }

    #[test]
    fn letters_come_from_the_page_that_was_meant() {
        let gbk = encoding_rs::GB18030.encode("墙体").0;
        assert_eq!(Words::new(b"", "AC1015", "ANSI_936").decode(&gbk), "墙体");
        // Labelled GBK, but UTF-8 throughout.
        let file = "0\nSECTION\n8\n墙体\n".as_bytes();
        assert_eq!(Words::new(file, "AC1015", "ANSI_936").decode("墙体".as_bytes()), "墙体");
        // Labelled UTF-8 by its version, but with a text of an older block.
        assert_eq!(Words::new(b"", "AC1032", "ANSI_936").decode(&gbk), "墙体");
        assert_eq!(Words::new(b"", "AC1009", "dos850").decode(b"WALL"), "WALL");
        let words = Words::new(b"", "AC1032", "");
        assert_eq!(words.decode(br"\U+5899\U+4F53 \U+zz"), r"墙体 \U+zz");
        assert_eq!(words.decode(br"\M+5C7BD"), "墙");
        assert_eq!(words.decode(br"\U+58"), r"\U+58");
        let cyrillic = Words::new(b"", "AC1015", "ANSI_1251");
        assert_eq!(cyrillic.decode(&[0xd1, 0xf2, 0xe5, 0xed, 0xe0]), "Стена");
    }
}
