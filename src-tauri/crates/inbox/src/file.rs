//! The documented shape of a result file, as phones and other programs write it.
//! Relies on nothing of the domain but words, so that the domain can grow without changing version 1.
//! Knows no rule: what is said is judged elsewhere.

use crate::refused::Refused;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The mark of every result file.
pub const FORMAT: &str = "sise-inspection-result";
/// The version that is read.
pub const VERSION: u32 = 1;

/// JSON Schema 2020-12 of version 1, as it is committed and published.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(ResultFile);
    schema.insert("$id".to_owned(), "urn:sise:inspection-result:1".into());
    schema.insert("title".to_owned(), "检查结果文件 1 (inspection result file)".into());
    schema.insert("examples".to_owned(), serde_json::json!([example()]));
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// 「检查结果文件」 One inspection of one task. A file without photographs is this JSON, named `*.json`; one with
/// photographs is a zip that holds it as `result.json` and the photographs beside it, without folders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResultFile {
    /// Always `sise-inspection-result`.
    #[schemars(extend("const" = "sise-inspection-result"))]
    pub format: String,
    /// `1`.
    #[schemars(extend("const" = 1))]
    pub version: u32,
    /// 「项目」 The id of the project, as its bundle says it.
    #[schemars(extend("format" = "uuid"))]
    pub project_id: String,
    /// 「结果标识」 A new UUID for each inspection. A result is taken once.
    #[schemars(extend("format" = "uuid"))]
    pub result_id: String,
    /// 「排查计划」 The code of the plan; nothing for an inspection that nobody had planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// 「风险点」 The code of the risk point; nothing where a plan covers a whole place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// 「应检日期」 of the task, such as 2026-03-05. Needed with a plan, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub due_on: Option<String>,
    /// 「班次」 From 1, for plans of each shift.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minimum" = 1, "maximum" = 6))]
    pub shift: Option<u8>,
    /// 「实检日期」 such as 2026-03-05.
    #[schemars(extend("format" = "date"))]
    pub done_on: String,
    /// 「实检时间」 such as 08:30, where the inspection was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$"))]
    pub done_at: Option<String>,
    /// 「检查人」 The name.
    #[schemars(extend("minLength" = 1, "maxLength" = 200))]
    pub inspector: String,
    /// 「备注」
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schemars(extend("maxLength" = 20_000))]
    pub note: String,
    /// 「检查结果」 item by item.
    #[schemars(extend("minItems" = 1, "maxItems" = 500))]
    pub items: Vec<ItemWritten>,
}

/// 「检查结果」 of one item. It names a check item, a line of a check-list, or says in `text` what was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemWritten {
    /// 「检查项」 The id of a check item of the point, in the version that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "uuid"))]
    pub check_item: Option<String>,
    /// 「检查表条目」 The id of a line of a check-list, in the version that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "uuid"))]
    pub checklist_item: Option<String>,
    /// 「检查内容」 for an item that has no id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxLength" = 20_000))]
    pub text: Option<String>,
    /// 「结果」 `normal` 正常, `abnormal` 异常, `not-applicable` 不涉及.
    #[schemars(extend("enum" = ["normal", "abnormal", "not-applicable"]))]
    pub result: String,
    /// 「实测值」
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schemars(extend("maxLength" = 200))]
    pub value: String,
    /// 「说明」
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schemars(extend("maxLength" = 20_000))]
    pub note: String,
    /// 「照片」 The name of a JPEG, PNG or WebP file in the zip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

fn example() -> ResultFile {
    ResultFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        project_id: "01890a5d-ac96-774b-bcce-b302099a8057".to_owned(),
        result_id: "01890a5d-ac96-774b-bcce-b302099a8058".to_owned(),
        plan: Some("PC-001".to_owned()),
        point: Some("JD-S-001".to_owned()),
        due_on: Some("2026-03-05".to_owned()),
        shift: None,
        done_on: "2026-03-05".to_owned(),
        done_at: Some("08:30".to_owned()),
        inspector: "刘洋".to_owned(),
        note: String::new(),
        items: vec![ItemWritten {
            check_item: None,
            checklist_item: None,
            text: Some("防护罩完好".to_owned()),
            result: "abnormal".to_owned(),
            value: String::new(),
            note: "防护罩缺失".to_owned(),
            photo: Some("1.jpg".to_owned()),
        }],
    }
}

/// Reads the shape, and says where it is another one.
pub(crate) fn parse(bytes: &[u8]) -> Result<ResultFile, Refused> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refused::NotAResult("the file is empty".to_owned()));
    }
    let short = |error: &dyn std::fmt::Display| error.to_string().chars().take(160).collect::<String>();
    // What it is comes first: another file with other fields is no result with a wrong field.
    let value: serde_json::Value =
        serde_json::from_slice(bytes).map_err(|error| Refused::NotAResult(short(&error)))?;
    if value.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
        return Err(Refused::NotAResult(format!("`format` is not {FORMAT}")));
    }
    if value.get("version").and_then(serde_json::Value::as_u64) != Some(VERSION.into()) {
        let found = value.get("version").map(ToString::to_string).unwrap_or_default();
        return Err(Refused::Version(found.chars().take(20).collect()));
    }
    // From the bytes once more: a field that stands twice is seen there alone.
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_slice(bytes)).map_err(|error| {
        let place = error.path().to_string();
        Refused::Shape { place, reason: short(error.inner()) }
    })
}
