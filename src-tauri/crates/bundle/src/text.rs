//! JSON as people review it: small things on one line, large ones spread out.
//! Relies on being given compact JSON that serde wrote.
//! Knows nothing of what it says.

/// A container no longer than this, in bytes, stays on one line.
const LINE: usize = 150;

/// Spreads compact JSON over lines. The result depends on nothing but the text.
pub(crate) fn spread(compact: &str) -> String {
    let bytes = compact.as_bytes();
    let ends = matching_ends(bytes);
    let mut out = String::with_capacity(compact.len() + compact.len() / 4);
    let mut open: Vec<bool> = Vec::new();
    let mut at = 0;
    let mut copied = 0;
    // Only ASCII marks are looked at, so cutting at them never splits a character.
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = end_of_string(bytes, at),
            b'{' | b'[' => {
                let end = ends.get(&at).copied().unwrap_or(at);
                if end - at <= LINE {
                    at = end;
                } else {
                    out.push_str(&compact[copied..=at]);
                    open.push(true);
                    new_line(&mut out, open.len());
                    copied = at + 1;
                }
            }
            b'}' | b']' => {
                out.push_str(&compact[copied..at]);
                open.pop();
                new_line(&mut out, open.len());
                copied = at;
            }
            b',' => {
                out.push_str(&compact[copied..=at]);
                new_line(&mut out, open.len());
                copied = at + 1;
            }
            b':' => {
                out.push_str(&compact[copied..=at]);
                out.push(' ');
                copied = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    out.push_str(&compact[copied..]);
    out.push('\n');
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// The place of the quote that ends the string beginning at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

fn matching_ends(bytes: &[u8]) -> std::collections::HashMap<usize, usize> {
    let mut ends = std::collections::HashMap::new();
    let mut open = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = end_of_string(bytes, at),
            b'{' | b'[' => open.push(at),
            b'}' | b']' => {
                if let Some(start) = open.pop() {
                    ends.insert(start, at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_same_and_reads_well() {
        let long = "长".repeat(60);
        let compact = format!(r#"{{"a":{{"b":1,"c":[1,2]}},"d":["{long}","x\",]{{"],"e":[],"f":"中文"}}"#);
        let spread = spread(&compact);
        let same: serde_json::Value = serde_json::from_str(&spread).unwrap();
        assert_eq!(same, serde_json::from_str::<serde_json::Value>(&compact).unwrap());
        assert!(spread.starts_with("{\n  \"a\": {\"b\":1,\"c\":[1,2]},\n  \"d\": [\n    \""), "{spread}");
        assert!(spread.ends_with("\"f\": \"中文\"\n}\n"), "{spread}");
    }
}
