//! What kind of character a character is, for setting Chinese: invisible, Han, Latin, opening, closing; and the
//! space two neighbours want between them.
//! Relies on nothing but Unicode ranges.
//! Must not know: fonts, widths, lines.

/// Space between Han and Latin letters or digits, as a fraction of the type size.
pub(crate) const HAN_LATIN: f64 = 0.25;
/// Space taken away between two full-width marks that would leave a hole, as a fraction of the type size.
pub(crate) const SQUEEZE: f64 = -0.5;

/// Marks that may not end a line, and whose ink is in the right half of their square.
const OPENING: &str = "（《「『【〔〈“‘";
/// Marks that may not begin a line, and whose ink is in the left half of their square.
const CLOSING: &str = "，。、；：！？）》」』】〕〉”’";
/// Others that may not begin a line.
const NOT_FIRST: &str = "·・•～~…—⸺–-/／％%‰°℃℉′″)]}>,.;:!?";
/// Others that may not end a line.
const NOT_LAST: &str = "([{<￥¥$＄£￡€№";

/// Ends a line whatever the width.
pub(crate) fn is_hard_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Never drawn and never measured: control and format characters, zero-width characters, direction marks,
/// variation selectors, tags, noncharacters.
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// The character drawn for `c`: all plain spaces become the space, so that text taken back out of a PDF has
/// ordinary spaces, and the hyphen that forbids a break looks like the one that does not.
pub(crate) fn shown(c: char) -> char {
    match c {
        '\t'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{2002}'
        | '\u{2004}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}' => ' ',
        '\u{2003}' => '\u{3000}',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

/// A blank that may be left out at the end of a line.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(shown(c), ' ' | '\u{3000}')
}

/// Ideographs and kana.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3041}'..='\u{30fa}'
        | '\u{3105}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters and digits of narrow scripts.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (matches!(c, '\u{aa}'..='\u{24f}' | '\u{370}'..='\u{52f}') && c.is_alphanumeric())
}

/// Opening mark of full width.
pub(crate) fn is_opening(c: char) -> bool {
    OPENING.contains(c)
}

/// Closing mark of full width.
pub(crate) fn is_closing(c: char) -> bool {
    CLOSING.contains(c)
}

/// May not stand first on a line.
pub(crate) fn not_first(c: char) -> bool {
    is_closing(c) || NOT_FIRST.contains(c)
}

/// May not stand last on a line.
pub(crate) fn not_last(c: char) -> bool {
    is_opening(c) || NOT_LAST.contains(c)
}

/// Space wanted between two neighbours on one line, as a fraction of the type size. Zero for most pairs.
pub(crate) fn between(left: char, right: char) -> f64 {
    if (is_han(left) && is_latin(right)) || (is_latin(left) && is_han(right)) {
        return HAN_LATIN;
    }
    let left_has_hole = is_closing(left) && (is_closing(right) || is_opening(right));
    let right_has_hole = is_opening(left) && is_opening(right);
    if left_has_hole || right_has_hole { SQUEEZE } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_between_neighbours() {
        for (pair, expected) in [
            ("床C", HAN_LATIN),
            ("8台", HAN_LATIN),
            ("床（", 0.0),
            ("A，", 0.0),
            ("床 ", 0.0),
            (" A", 0.0),
            ("》，", SQUEEZE),
            ("）（", SQUEEZE),
            ("《（", SQUEEZE),
            ("（》", 0.0),
            ("％以", 0.0),
            ("床床", 0.0),
        ] {
            let mut chars = pair.chars();
            let (a, b) = (chars.next().unwrap(), chars.next().unwrap());
            assert_eq!(between(a, b), expected, "{pair}");
        }
    }

    #[test]
    fn invisible_characters() {
        for c in "\u{0}\u{7}\u{ad}\u{200b}\u{200f}\u{202e}\u{2066}\u{feff}\u{fe0f}\u{e0101}\u{1fffe}".chars()
        {
            assert!(is_dropped(c), "{:x}", c as u32);
        }
        for c in "安A \t·é\u{301}".chars() {
            assert!(!is_dropped(c), "{c}");
        }
    }
}
