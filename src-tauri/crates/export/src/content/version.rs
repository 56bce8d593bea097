//! What a piece says as a list of texts, the version of that, what changed since it was printed, and texts of its own.
//! Relies on every content being serialised as it is defined, so that no field can be forgotten.
//! Must not know: which kinds there are, how anything looks.

use super::code::document_mark;
use super::source::Source;
use domain::Uuid;
use serde::{Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Longest value that a record keeps as it is, in characters; of a longer one the beginning and a fingerprint.
const LONGEST_KEPT: usize = 60;
/// Longest record, in characters.
const LONGEST_RECORD: usize = 19_000;
/// Parts of contents that are not read by people: identities, and what another word says already.
const UNSAID: [&str; 6] = ["id", "level", "point", "floor", "pinned", "short_name"];

/// A content that becomes a piece of paper.
pub trait Piece: Serialize {
    /// Takes the version of its content into its code.
    fn seal(&mut self, version: &str);

    /// Its texts that may be said otherwise on this piece, each with the name of its place. Levels, scores, owners and
    /// phones are not among them: they are the same on every piece.
    fn texts(&mut self) -> Vec<(String, &mut String)>;
}

/// A text of a piece that is not the model's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// The name of its place.
    pub field: String,
    /// What the model says there; nothing when there is no such place any more.
    pub model: Option<String>,
    /// What the model said when it was changed.
    pub source: String,
    /// What the piece says.
    pub text: String,
}

impl OwnText {
    /// Whether the model says something else than when the text was changed.
    pub fn is_overtaken(&self) -> bool {
        self.model.as_deref() != Some(&self.source)
    }
}

impl Source<'_> {
    /// A new piece with its code. `mark` stands in it where scanners can read it, else the end of the identity.
    pub(crate) fn sealed<P: Piece>(
        &self,
        mut piece: P,
        code: fn(&mut P) -> &mut String,
        mark: &str,
        id: Uuid,
    ) -> P {
        *code(&mut piece) = document_mark(self.project(), mark, id);
        let version = Said::of(&piece).version();
        piece.seal(&version);
        piece
    }

    /// The same piece with the texts that were changed on it, and which those are.
    pub fn rewritten<P: Piece>(&self, kind: &str, subject: &str, mut piece: P) -> (P, Vec<OwnText>) {
        let own = self.snapshot.print_texts.iter().filter(|own| own.kind == kind && own.subject == subject);
        let mut changed: Vec<OwnText> = own
            .map(|own| OwnText {
                field: own.field.clone(),
                model: None,
                source: own.source.clone(),
                text: own.text.clone(),
            })
            .collect();
        if changed.is_empty() {
            return (piece, changed);
        }
        for (field, text) in piece.texts() {
            if let Some(own) = changed.iter_mut().find(|own| own.field == field) {
                own.model = Some(std::mem::replace(text, own.text.clone()));
            }
        }
        let version = Said::of(&piece).version();
        piece.seal(&version);
        (piece, changed)
    }
}

/// Puts a version behind a code, in the place of an older one.
pub(crate) fn put_version(code: &mut String, version: &str) {
    let end = code.rfind(':').map_or(0, |at| at + 1);
    code.truncate(end);
    code.push_str(version);
}

/// Names of the places of a list's texts.
pub(crate) fn numbered<'t>(name: &str, texts: &'t mut [String]) -> Vec<(String, &'t mut String)> {
    texts.iter_mut().enumerate().map(|(at, text)| (format!("{name}.{}", at + 1), text)).collect()
}

/// A drawing or a list of shapes as one fingerprint: nobody reads its numbers.
pub(crate) fn fingerprint<T: Serialize + ?Sized, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    serializer.serialize_str(&short_hash(&bytes))
}

pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02X}")).collect()
}

/// A text of a piece: what it is about where the piece speaks of several things, its place, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Text {
    about: String,
    place: String,
    value: String,
}

/// What a piece says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said(Vec<Text>);

/// Something that a piece says otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidChange {
    /// The code of the thing it is about; empty for the piece itself.
    pub about: String,
    /// The name of its place; see [`place_name`].
    pub place: String,
    /// What it said and does not say any more.
    pub before: Vec<String>,
    /// What it says now and did not say.
    pub after: Vec<String>,
}

impl Said {
    /// What `piece` says.
    pub fn of(piece: &impl Serialize) -> Said {
        let mut said = Said::default();
        // Contents are plain structs; one that could not be serialised would say nothing and be new each time.
        if let Ok(value) = serde_json::to_value(piece) {
            said.add("", "", &value, false);
        }
        said
    }

    fn add(&mut self, about: &str, place: &str, value: &Value, listed: bool) {
        let mut put = |value: String| {
            let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            if !value.trim().is_empty() {
                self.0.push(Text { about: about.to_owned(), place: place.to_owned(), value });
            }
        };
        match value {
            Value::Null => {}
            Value::Bool(own) => put(own.to_string()),
            Value::Number(own) => put(own.to_string()),
            Value::String(own) => put(own.clone()),
            Value::Array(all) => all.iter().for_each(|own| self.add(about, place, own, true)),
            Value::Object(fields) => {
                let code =
                    fields.get("facts").and_then(|facts| facts.get("code")).or_else(|| fields.get("code"));
                let code = code.and_then(Value::as_str).filter(|_| listed);
                let about = code.unwrap_or(about).to_owned();
                for (name, own) in fields.iter().filter(|(name, _)| !UNSAID.contains(&name.as_str())) {
                    self.add(&about, name, own, false);
                }
            }
        }
    }

    /// Eight hexadecimal digits that change with any of the texts.
    pub fn version(&self) -> String {
        let mut sum = Sha256::new();
        for text in &self.0 {
            for part in [&text.about, &text.place, &text.value] {
                sum.update(part.as_bytes());
                sum.update([0]);
            }
        }
        sum.finalize().iter().take(4).map(|byte| format!("{byte:02X}")).collect()
    }

    /// The texts as a record keeps them, a line for each; of very many the first.
    pub fn record(&self) -> String {
        let mut record = String::new();
        let mut length = 0;
        for text in &self.0 {
            let line = format!("{}\t{}\t{}\n", text.about, text.place, kept(&text.value));
            length += line.chars().count();
            if length > LONGEST_RECORD {
                break;
            }
            record.push_str(&line);
        }
        record
    }

    /// What this piece says otherwise than the one that was recorded, in the order of the piece.
    pub fn changes(&self, record: &str) -> Vec<SaidChange> {
        let mut places: Vec<(String, String)> = Vec::new();
        let mut balance: BTreeMap<(String, String), BTreeMap<String, i64>> = BTreeMap::new();
        let mut count = |about: &str, place: &str, value: String, by: i64| {
            let key = (about.to_owned(), place.to_owned());
            let values = balance.entry(key.clone()).or_insert_with(|| {
                places.push(key);
                BTreeMap::new()
            });
            *values.entry(value).or_default() += by;
        };
        // Only as many texts as the record has room for can be compared.
        let now = self.record();
        for (lines, by) in [(now.as_str(), 1), (record, -1)] {
            for line in lines.lines() {
                let mut parts = line.splitn(3, '\t');
                if let (Some(about), Some(place), Some(value)) = (parts.next(), parts.next(), parts.next()) {
                    count(about, place, value.to_owned(), by);
                }
            }
        }
        let mut changes = Vec::new();
        for (about, place) in places {
            let Some(values) = balance.get(&(about.clone(), place.clone())) else { continue };
            let with = |wanted: fn(i64) -> bool| -> Vec<String> {
                values.iter().filter(|(_, count)| wanted(**count)).map(|(value, _)| plain(value)).collect()
            };
            let (before, after) = (with(|count| count < 0), with(|count| count > 0));
            if !before.is_empty() || !after.is_empty() {
                changes.push(SaidChange { about, place, before, after });
            }
        }
        changes
    }
}

fn kept(value: &str) -> String {
    if value.chars().count() <= LONGEST_KEPT {
        return value.to_owned();
    }
    let beginning: String = value.chars().take(LONGEST_KEPT).collect();
    format!("{beginning}…\u{1f}{}", short_hash(value.as_bytes()))
}

/// A kept value without its fingerprint.
fn plain(value: &str) -> String {
    value.split('\u{1f}').next().unwrap_or(value).to_owned()
}

/// Whether a place holds a drawing, of which only a fingerprint is kept: that it changed is all that can be said.
pub fn is_drawing(place: &str) -> bool {
    matches!(place, "excerpt" | "elements" | "outline" | "pictures" | "at")
}

/// What a place of a piece is called, in Chinese and English. Numbers behind its name are left to the reader.
pub fn place_name(place: &str) -> (&'static str, &'static str) {
    let name = place.split('.').next().unwrap_or(place);
    match name {
        "title" => ("标题", "title"),
        "organisation" => ("单位名称", "organisation"),
        "badge" => ("校徽", "badge"),
        "prepared_by" => ("编制", "prepared by"),
        "reviewed_by" => ("审核", "reviewed by"),
        "duty_phone" => ("值班电话", "duty phone"),
        "report_phone" => ("监督电话", "report phone"),
        "assembly_point" => ("集合点", "assembly point"),
        "code" => ("编号", "code"),
        "name" => ("名称", "name"),
        "level_word" => ("风险等级", "level"),
        "score" | "value" => ("评价值", "score"),
        "direct" => ("直接判定", "direct determination"),
        "danger" => ("重大隐患", "major hidden danger"),
        "tier" => ("管控层级", "tier"),
        "department" => ("责任部门", "department"),
        "person" | "principal" | "safety_lead" | "head" => ("责任人", "responsible person"),
        "phone" => ("电话", "phone"),
        "location" | "place" => ("位置", "place"),
        "post" => ("岗位", "post"),
        "hazards" | "hazard" => ("危险源", "hazards"),
        "accidents" | "accident" => ("事故类型", "accident types"),
        "consequences" => ("事故后果", "consequences"),
        "focus" => ("管控重点", "control focus"),
        "measures" => ("管控措施", "measures"),
        "emergency" => ("应急处置", "emergency measures"),
        "signs" => ("安全标志", "signs"),
        "steps" => ("处置步骤", "steps"),
        "never" => ("禁止事项", "what never to do"),
        "omens" => ("征兆", "omens"),
        "equipment" => ("器材", "equipment"),
        "calls" => ("联系电话", "numbers to call"),
        "note" => ("说明", "note"),
        "count" | "quantity" | "headcount" | "points" => ("数量", "count"),
        "excerpt" => ("平面图节选", "part of the plan"),
        "elements" | "outline" | "pictures" | "at" | "north" | "truth" => ("平面图", "plan"),
        "mark" | "number" => ("图上编号", "number on the plan"),
        "subject" => ("对象", "subject"),
        "lines" | "text" | "words" => ("文字", "text"),
        "colours" => ("等级颜色", "risk colours"),
        "method" | "label" | "band" => ("评价准则", "criteria"),
        "summary" => ("汇总", "summary"),
        "exposure" => ("接触限值", "exposure limits"),
        _ => ("内容", "content"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Line {
        code: &'static str,
        level_word: &'static str,
    }

    #[derive(Serialize)]
    struct Sheet {
        id: u8,
        title: String,
        rows: Vec<Line>,
        measures: Vec<String>,
    }

    fn sheet(level_word: &'static str, measures: &[&str]) -> Said {
        Said::of(&Sheet {
            id: 7,
            title: "公告栏".to_owned(),
            rows: vec![Line { code: "A-1", level_word }, Line { code: "A-2", level_word: "低风险" }],
            measures: measures.iter().map(|own| (*own).to_owned()).collect(),
        })
    }

    #[test]
    fn a_change_is_named_by_what_it_is_about() {
        let before = sheet("较大风险", &["断电", "上锁"]);
        let now = sheet("重大风险", &["上锁", "挂牌"]);
        assert_ne!(before.version(), now.version());
        assert_eq!(now.version(), sheet("重大风险", &["上锁", "挂牌"]).version());
        let own = |text: &str| vec![text.to_owned()];
        let changes = now.changes(&before.record());
        assert_eq!(changes.len(), 2);
        let level = changes.iter().find(|own| own.place == "level_word").unwrap();
        assert_eq!(
            (level.about.as_str(), &level.before, &level.after),
            ("A-1", &own("较大风险"), &own("重大风险"))
        );
        let measures = changes.iter().find(|own| own.place == "measures").unwrap();
        assert_eq!((&measures.before, &measures.after), (&own("断电"), &own("挂牌")));
        assert!(now.changes(&now.record()).is_empty());
    }

    #[test]
    fn long_texts_are_told_apart_by_their_ends() {
        let long = |end: &str| format!("{}{end}", "长".repeat(500));
        let (a, b) = (sheet("", &[&long("甲")]), sheet("", &[&long("乙")]));
        let changes = b.changes(&a.record());
        assert_eq!(changes.len(), 1);
        assert!(changes[0].after[0].ends_with('…'), "{changes:?}");
        let endless = sheet("", &vec!["措施措施措施措施措施措施"; 9_000]);
        assert!(endless.record().chars().count() <= LONGEST_RECORD);
    }

    #[test]
    fn a_version_takes_the_place_of_an_older_one() {
        let mut code = "DP1:7F3A21C0:A-1F:".to_owned();
        put_version(&mut code, "0A0B0C0D");
        put_version(&mut code, "11223344");
        assert_eq!(code, "DP1:7F3A21C0:A-1F:11223344");
    }
}
