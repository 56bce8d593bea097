//! The short codes on prints, as text and as QR: ASCII, so that every scanner reads the same.
//! Relies on the first eight hexadecimal digits of the project's identity being its mark.
//! Must not know: how a code is drawn.

use domain::Uuid;

/// Longest part that stands in a code as it is, in characters.
const LONGEST_PART: usize = 32;

/// `DP1:<project>:<piece>:` of a piece, before the version of its content: another content has another code.
pub fn document_mark(project: Uuid, piece: &str, id: Uuid) -> String {
    let (family, own) = piece.split_once('/').unwrap_or(("", piece));
    let own = part(own, id);
    let between = if family.is_empty() { "" } else { "/" };
    format!("DP1:{}:{family}{between}{own}:", mark(project))
}

/// `DP1:<project>:<point>:<checksum>` of a point: the same on every card and plate as long as its code stands.
pub fn point_code(project: Uuid, code: &str, id: Uuid) -> String {
    let text = format!("{}:{}", mark(project), part(code, id));
    let sum = checksum(text.as_bytes());
    format!("DP1:{text}:{sum:04X}")
}

fn mark(project: Uuid) -> String {
    project.simple().to_string().chars().take(8).collect::<String>().to_ascii_uppercase()
}

/// The piece's own code where scanners and people can read it, else the end of its identity: identities begin
/// with the time, which many pieces share.
fn part(code: &str, id: Uuid) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '+');
    if !code.is_empty() && code.len() <= LONGEST_PART && code.chars().all(plain) {
        return code.to_owned();
    }
    let hexadecimal = id.simple().to_string();
    hexadecimal.chars().skip(hexadecimal.len().saturating_sub(8)).collect::<String>().to_ascii_uppercase()
}

/// CRC-16/CCITT-FALSE: shows a code that was typed wrong.
pub fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |sum: u16, byte| {
        (0..8).fold(sum ^ (u16::from(*byte) << 8), |sum, _| {
            if sum & 0x8000 == 0 { sum << 1 } else { (sum << 1) ^ 0x1021 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0x29b1);
    }

    #[test]
    fn codes_are_plain_ascii_whatever_the_pieces_are_called() {
        let id = Uuid::from_u128(0x7f3a21c0_1111_7000_8000_0000deadbeef);
        assert_eq!(document_mark(id, "A-1F", id), "DP1:7F3A21C0:A-1F:");
        assert_eq!(document_mark(id, "总平面", id), "DP1:7F3A21C0:DEADBEEF:");
        assert_eq!(document_mark(id, "N/JD-S-001", id), "DP1:7F3A21C0:N/JD-S-001:");
        assert_eq!(document_mark(id, "P/", id), "DP1:7F3A21C0:P/DEADBEEF:");
        assert_eq!(point_code(id, "JD-S-001", id), "DP1:7F3A21C0:JD-S-001:C9A1");
        for odd in ["a:b", "a b", "", "ｆｕｌｌ", &"x".repeat(40)] {
            let code = point_code(id, odd, id);
            assert!(code.starts_with("DP1:7F3A21C0:DEADBEEF:") && code.is_ascii(), "{code}");
        }
    }
}
