//! What the program `sise` does with dangers: list them, take a step with one that is named by its code.
//! Relies on the same commands as the window.
//! Knows nothing of argument lists.

use super::lines::danger_lines;
use super::photo::{keep_photo, read_file};
use crate::error::ApiError;
use crate::session::Session;
use crate::views::Words;
use chrono::NaiveDate;
use domain::{DangerAct, HiddenDangerGrade, HiddenDangerId, Language, PersonId, PhotoMoment, Snapshot};
use edit::{ActOnDanger, AttachDocument, Command, PhotoGiven};
use rectification::{DangerState, standing};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::path::Path;

/// A danger in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DangerRow {
    /// Its code.
    pub code: String,
    /// Its state.
    pub state: DangerState,
    /// Its grade, once it is confirmed.
    pub grade: Option<HiddenDangerGrade>,
    /// Its deadline.
    pub deadline: Option<NaiveDate>,
    /// Whether it is open and its deadline is over.
    pub overdue: bool,
    /// Code of its point.
    pub point: Option<String>,
    /// What it is; for people.
    #[serde(skip)]
    pub description: String,
}

/// What became of a danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StateReport {
    /// Its code.
    pub code: String,
    /// Its state now.
    pub state: DangerState,
    /// Its deadline now.
    pub deadline: Option<NaiveDate>,
    /// The state in words.
    #[serde(skip)]
    pub name: Words,
}

/// Every danger, by code.
pub fn danger_rows(snapshot: &Snapshot, today: NaiveDate) -> Vec<DangerRow> {
    let row = |line: super::DangerLine| DangerRow {
        code: line.code,
        state: line.state,
        grade: line.grade,
        deadline: line.deadline,
        overdue: line.overdue,
        point: Some(line.point_code).filter(|code| !code.is_empty()),
        description: line.description,
    };
    let mut rows: Vec<DangerRow> = danger_lines(snapshot, today).into_iter().map(row).collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    rows
}

/// A photograph in a data file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PhotoFile {
    /// Beside the data file, or absolute.
    file: String,
    moment: PhotoMoment,
    #[serde(default)]
    note: String,
}

fn bad_data(chinese: String, english: String) -> ApiError {
    ApiError::new("bad-data", chinese, english)
}

fn person_called(snapshot: &Snapshot, called: &str) -> Result<PersonId, ApiError> {
    let is_it = |person: &&domain::Person| person.name == called || person.id.to_string() == called;
    let mut found = snapshot.people.iter().filter(is_it);
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only.id),
        (None, _) => Err(ApiError::new(
            "no-such-person",
            format!("没有叫“{called}”的人，请检查姓名。"),
            format!("There is nobody called {called}. Check the name."),
        )),
        (Some(_), Some(_)) => Err(ApiError::new(
            "several-people",
            format!("叫“{called}”的不止一人，请用人员标识指明。"),
            format!("Several people are called {called}. Please give the id of one."),
        )),
    }
}

fn danger_called(snapshot: &Snapshot, code: &str) -> Result<HiddenDangerId, ApiError> {
    let found = snapshot.dangers.iter().find(|own| own.code == code || own.id.to_string() == code);
    found.map(|own| own.id).ok_or_else(|| {
        ApiError::new(
            "no-such-danger",
            format!("没有编号为 {code} 的隐患，请检查编号。"),
            format!("There is no hidden danger with the code {code}. Check the code."),
        )
    })
}

/// Takes a step with the danger of this code. `data` holds what it must say: the fields of the command, where people,
/// points and dangers may be named as people name them, and files lie beside the data file in `folder`.
pub fn act_by_code(
    session: &mut Session,
    code: &str,
    act: &str,
    by: Option<&str>,
    data: &str,
    folder: &Path,
) -> Result<StateReport, ApiError> {
    let act: DangerAct = act.parse().map_err(|_| {
        let all: Vec<&str> = DangerAct::ALL.iter().map(|own| own.as_str()).collect();
        let all = all.join(" ");
        ApiError::new(
            "no-such-action",
            format!("没有动作 {act}，可用的有：{all}。"),
            format!("There is no action {act}. There are: {all}."),
        )
    })?;
    let danger = danger_called(session.snapshot(), code)?;
    let given = if data.trim().is_empty() { "{}" } else { data };
    let mut fields: Map<String, Value> = serde_json::from_str(given).map_err(|error| {
        bad_data(
            format!("数据文件不是 JSON 对象（{error}），请检查。"),
            format!("The data file is no JSON object ({error}). Please check it."),
        )
    })?;
    if let Some(wrong) = ["danger", "act", "by"].into_iter().find(|field| fields.contains_key(*field)) {
        return Err(bad_data(
            format!("“{wrong}”由命令行给出，请从数据文件中去掉。"),
            format!("{wrong} is given on the command line. Please take it out of the data file."),
        ));
    }
    let photos = fields.remove("photos");
    let document = fields.remove("document");
    name_rows(session.snapshot(), &mut fields)?;
    fields.insert("danger".to_owned(), Value::String(danger.to_string()));
    fields.insert("act".to_owned(), Value::String(act.as_str().to_owned()));
    if let Some(by) = by {
        let by = person_called(session.snapshot(), by)?;
        fields.insert("by".to_owned(), Value::String(by.to_string()));
    }
    check_known(&fields)?;
    let mut command: ActOnDanger = serde_json::from_value(Value::Object(fields)).map_err(|error| {
        bad_data(
            format!("数据文件填写有误（{error}），请更正。"),
            format!("The data file is wrong ({error}). Please correct it."),
        )
    })?;
    command.photos = take_photos(session, photos, folder)?;
    let before = session.snapshot().documents.len();
    if let Some(document) = document {
        command.document = Some(take_document(session, &document, folder)?);
    }
    let kept_more = session.snapshot().documents.len() > before;
    if let Err(error) = session.execute(Command::DangerAct(command)) {
        // A refused step leaves no document behind.
        if kept_more {
            session.undo()?;
        }
        return Err(error);
    }
    let own = standing(session.snapshot(), danger);
    Ok(StateReport {
        code: session.snapshot().dangers.get(danger).map_or_else(String::new, |own| own.code.clone()),
        state: own.state,
        deadline: own.deadline,
        name: Words {
            chinese: own.state.name(Language::Chinese).to_owned(),
            english: own.state.name(Language::English).to_owned(),
        },
    })
}

/// Puts ids in the place of what people call things.
fn name_rows(snapshot: &Snapshot, fields: &mut Map<String, Value>) -> Result<(), ApiError> {
    for field in ["responsible", "acceptor", "approver"] {
        if let Some(Value::String(called)) = fields.get(field) {
            let id = person_called(snapshot, called)?.to_string();
            fields.insert(field.to_owned(), Value::String(id));
        }
    }
    if let Some(Value::String(called)) = fields.get("duplicate") {
        let id = danger_called(snapshot, called)?.to_string();
        fields.insert("duplicate".to_owned(), Value::String(id));
    }
    if let Some(Value::String(called)) = fields.get("point")
        && let Some(point) = snapshot.points.iter().find(|own| own.code == *called)
    {
        fields.insert("point".to_owned(), Value::String(point.id.to_string()));
    }
    if let Some(Value::String(called)) = fields.get("department")
        && let Some(department) = snapshot.departments.iter().find(|own| own.name == *called)
    {
        fields.insert("department".to_owned(), Value::String(department.id.to_string()));
    }
    Ok(())
}

/// Refuses fields that no step has: a word that is misspelt would be silently forgotten.
fn check_known(fields: &Map<String, Value>) -> Result<(), ApiError> {
    const KNOWN: &[&str] = &[
        "danger",
        "act",
        "by",
        "on",
        "at",
        "note",
        "deadline",
        "responsible",
        "acceptor",
        "approver",
        "measures",
        "funds",
        "contingency",
        "review_on",
        "duplicate",
        "grade",
        "form",
        "cause",
        "topic",
        "accident",
        "basis",
        "point",
        "measure",
        "department",
    ];
    match fields.keys().find(|field| !KNOWN.contains(&field.as_str())) {
        None => Ok(()),
        Some(wrong) => Err(bad_data(
            format!("数据文件中的“{wrong}”不是处置的字段，请更正。"),
            format!("The field {wrong} of the data file is unknown. Please correct it."),
        )),
    }
}

fn take_photos(
    session: &mut Session,
    photos: Option<Value>,
    folder: &Path,
) -> Result<Vec<PhotoGiven>, ApiError> {
    let Some(photos) = photos else { return Ok(Vec::new()) };
    let photos: Vec<PhotoFile> = serde_json::from_value(photos).map_err(|error| {
        bad_data(
            format!("照片应为 [{{\"file\", \"moment\": \"before\" 或 \"after\"}}]（{error}）。"),
            format!("Photographs are [{{\"file\", \"moment\": \"before\" or \"after\"}}] ({error})."),
        )
    })?;
    let mut given = Vec::new();
    for photo in photos {
        let picture = drawing::photograph(&read_file(&folder.join(&photo.file))?)?;
        let asset = keep_photo(session, &picture)?.asset;
        given.push(PhotoGiven { moment: photo.moment, asset, note: photo.note });
    }
    Ok(given)
}

/// A document: the name of one that is there, else a file.
fn take_document(
    session: &mut Session,
    document: &Value,
    folder: &Path,
) -> Result<domain::DocumentId, ApiError> {
    let called = document.as_str().unwrap_or_default();
    let known = |session: &Session| {
        let is_it = |own: &&domain::Document| own.name == called || own.id.to_string() == called;
        session.snapshot().documents.iter().find(is_it).map(|own| own.id)
    };
    if let Some(id) = known(session) {
        return Ok(id);
    }
    let (media_type, bytes) = crate::control::read_document(&folder.join(called))?;
    let asset = session.store_mut().put_asset(media_type, &bytes)?;
    let name = called.to_owned();
    session.execute(Command::AttachDocument(AttachDocument { name, asset, measure: None, plan: None }))?;
    known(session).ok_or_else(|| {
        bad_data(format!("文件“{called}”未能保存。"), format!("The document {called} was not kept."))
    })
}
