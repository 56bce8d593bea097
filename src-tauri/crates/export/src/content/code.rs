//! The short codes on prints, as text and as QR: ASCII, so that every scanner reads the same.
//! Relies on the first eight hexadecimal digits of the project's identity being its mark.
//! Must not know: how a code is drawn.

use chrono::NaiveDate;
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

/// `DP1:<project>:T/<plan>/<point>/<day>/<shift>:<checksum>` of an inspection task, by which a returned paper is found
/// again. A plan of a whole place has `-` for the point, a task without shifts `0`. `ids` are those of plan and point.
pub fn task_code(
    project: Uuid,
    plan: &str,
    point: &str,
    due_on: NaiveDate,
    shift: Option<u8>,
    ids: (Uuid, Option<Uuid>),
) -> String {
    // A code with a slash of its own could be read as two parts.
    let one = |code: &str, id: Uuid| part(if code.contains('/') { "" } else { code }, id);
    let point = ids.1.map_or_else(|| "-".to_owned(), |id| one(point, id));
    let (plan, day, shift) = (one(plan, ids.0), due_on.format("%Y%m%d"), shift.unwrap_or(0));
    let text = format!("{}:T/{plan}/{point}/{day}/{shift}", mark(project));
    let sum = checksum(text.as_bytes());
    format!("DP1:{text}:{sum:04X}")
}

/// What a task's code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskMark {
    /// The first digits of the project's identity.
    pub project: String,
    /// The plan's code, or the end of its identity.
    pub plan: String,
    /// The point's code, or the end of its identity; nothing for a plan of a whole place.
    pub point: Option<String>,
    /// The day.
    pub due_on: NaiveDate,
    /// The shift.
    pub shift: Option<u8>,
}

/// Reads a task's code as a scanner or a hand gave it; nothing for any other text and for one that was typed wrong.
pub fn read_task_code(text: &str) -> Option<TaskMark> {
    let text = text.trim();
    let (said, sum) = text.strip_prefix("DP1:")?.rsplit_once(':')?;
    if format!("{:04X}", checksum(said.as_bytes())) != sum.to_ascii_uppercase() {
        return None;
    }
    let (project, rest) = said.split_once(":T/")?;
    let mut parts = rest.split('/');
    let (plan, point, day, shift) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let shift: u8 = shift.parse().ok()?;
    Some(TaskMark {
        project: project.to_owned(),
        plan: plan.to_owned(),
        point: (point != "-").then(|| point.to_owned()),
        due_on: NaiveDate::parse_from_str(day, "%Y%m%d").ok()?,
        shift: (shift > 0).then_some(shift),
    })
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
    fn a_code_of_a_task_is_read_as_it_was_made() {
        let id = Uuid::from_u128(0x7f3a21c0_1111_7000_8000_0000deadbeef);
        let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        let code = task_code(id, "JH-001", "JD-S-003", day, Some(2), (id, Some(id)));
        assert!(code.starts_with("DP1:7F3A21C0:T/JH-001/JD-S-003/20260305/2:"), "{code}");
        let read = read_task_code(&code).unwrap();
        assert_eq!((read.plan.as_str(), read.point.as_deref()), ("JH-001", Some("JD-S-003")));
        assert_eq!((read.due_on, read.shift, read.project.as_str()), (day, Some(2), "7F3A21C0"));
        let whole = task_code(id, "食堂/日检", "", day, None, (id, None));
        let read = read_task_code(&format!(" {whole}\n")).unwrap();
        assert_eq!((read.plan.as_str(), read.point, read.shift), ("DEADBEEF", None, None));
        for wrong in
            [code.replace("0305", "0306"), point_code(id, "JD-S-003", id), String::new(), "DP1:".to_owned()]
        {
            assert_eq!(read_task_code(&wrong), None, "{wrong}");
        }
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
