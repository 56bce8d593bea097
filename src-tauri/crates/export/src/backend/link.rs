//! Which addresses may be written as links.
//! Relies on nothing.
//! Must not know: formats.

/// Schemes a reader may follow without a surprise.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// The address with everything outside visible ASCII percent-encoded, or `None` when its scheme is not allowed.
pub(super) fn safe(address: &str) -> Option<String> {
    let address = address.trim();
    let lower = address.to_ascii_lowercase();
    SCHEMES.iter().any(|s| lower.starts_with(s)).then(|| {
        address.bytes().fold(String::with_capacity(address.len()), |mut out, b| {
            if b.is_ascii_graphic() && !b"<>\"\\^`{|}".contains(&b) {
                out.push(char::from(b));
            } else {
                out.push_str(&format!("%{b:02X}"));
            }
            out
        })
    })
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn only_harmless_schemes() {
        assert_eq!(safe("https://例.cn/a b").as_deref(), Some("https://%E4%BE%8B.cn/a%20b"));
        assert_eq!(safe(" TEL:119").as_deref(), Some("TEL:119"));
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "", "data:text/html,x", "//host"] {
            assert_eq!(safe(bad), None, "{bad}");
        }
    }
}
