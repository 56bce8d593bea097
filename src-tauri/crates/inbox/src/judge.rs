//! What a result file says, judged by the rows of the project: every name found, every date possible, every photograph
//! one.
//! Relies on codes being unique among points and among plans.
//! Knows nothing of tasks: which task an inspection does follows from plan, point and due date.

use crate::Photo;
use crate::file::{ItemWritten, ResultFile};
use crate::refused::Refused;
use chrono::{Datelike as _, NaiveDate, NaiveTime};
use domain::{
    CheckItemId, CheckResult, ChecklistItemId, InspectionPlanId, PersonId, RiskPointId, Snapshot, Uuid,
};
use std::collections::{BTreeMap, BTreeSet};

/// Most items of a result.
const MOST_ITEMS: usize = 500;
/// What no inspection of this system can be older than: what clocks say that were never set.
const EARLIEST_YEAR: i32 = 2010;

/// An inspection as a result file tells it, with the rows that it names.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultRead {
    /// The identity of the result, in the usual form of UUIDs.
    pub source: String,
    /// The plan.
    pub plan: Option<InspectionPlanId>,
    /// The point.
    pub point: Option<RiskPointId>,
    /// When it was due.
    pub due_on: Option<NaiveDate>,
    /// The shift, from 1.
    pub shift: Option<u8>,
    /// When it was done.
    pub done_on: NaiveDate,
    /// At what time.
    pub done_at: Option<NaiveTime>,
    /// Who inspected, where one person of the project has this name.
    pub inspector_id: Option<PersonId>,
    /// The name as it was written.
    pub inspector: String,
    /// A note.
    pub note: String,
    /// What was found.
    pub items: Vec<ItemRead>,
}

/// The result of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemRead {
    /// The check item.
    pub check_item: Option<CheckItemId>,
    /// The line of a check-list.
    pub checklist_item: Option<ChecklistItemId>,
    /// The words that were asked.
    pub content: String,
    /// What was found.
    pub result: CheckResult,
    /// What was measured.
    pub value: String,
    /// What is said about it.
    pub note: String,
    /// The photograph, as it is to be kept.
    pub photo: Option<Photo>,
}

pub(crate) fn judge(
    file: &ResultFile,
    photos: &BTreeMap<String, Vec<u8>>,
    snapshot: &Snapshot,
    today: NaiveDate,
) -> Result<ResultRead, Refused> {
    let project = identity("projectId", &file.project_id)?;
    if snapshot.project().is_none_or(|own| Uuid::from(own.id) != project) {
        return Err(Refused::OtherProject);
    }
    let source = identity("resultId", &file.result_id)?.hyphenated().to_string();
    if snapshot.inspections.iter().any(|own| own.source == source) {
        return Err(Refused::Twice);
    }
    let point = point(file, snapshot)?;
    let plan = plan(file, snapshot, point)?;
    if plan.is_none() && point.is_none() {
        return Err(Refused::Nowhere);
    }
    if plan.is_some() != file.due_on.is_some() {
        return Err(Refused::DueWithPlan);
    }
    let done_on = date("doneOn", &file.done_on)?;
    if done_on.year() < EARLIEST_YEAR {
        return Err(Refused::TooEarly { place: "doneOn".to_owned(), date: done_on });
    }
    if done_on > today {
        return Err(Refused::Future { place: "doneOn".to_owned(), date: done_on });
    }
    let due_on = file.due_on.as_deref().map(|text| date("dueOn", text)).transpose()?;
    if let Some(due) = due_on.filter(|due| due.year() < EARLIEST_YEAR) {
        return Err(Refused::TooEarly { place: "dueOn".to_owned(), date: due });
    }
    if let Some(due) = due_on.filter(|due| (*due - done_on).num_days().abs() > 366) {
        return Err(Refused::FarApart { done: done_on, due });
    }
    let done_at = file.done_at.as_deref().map(time).transpose()?;
    if file.shift.is_some_and(|shift| !(1..=6).contains(&shift)) {
        return Err(wrong("shift", &file.shift.unwrap_or_default().to_string()));
    }
    let inspector = text("inspector", &file.inspector, domain::LONGEST_NAME)?;
    if inspector.is_empty() {
        return Err(wrong("inspector", ""));
    }
    let mut named = snapshot.people.iter().filter(|person| person.name == inspector);
    let inspector_id = named.next().map(|person| person.id).filter(|_| named.next().is_none());
    Ok(ResultRead {
        source,
        plan,
        point,
        due_on,
        shift: file.shift,
        done_on,
        done_at,
        inspector_id,
        inspector,
        note: text("note", &file.note, domain::LONGEST_TEXT)?,
        items: items(file, photos, snapshot, point)?,
    })
}

fn point(file: &ResultFile, snapshot: &Snapshot) -> Result<Option<RiskPointId>, Refused> {
    let Some(code) = &file.point else { return Ok(None) };
    let code = text("point", code, domain::LONGEST_NAME)?;
    if let Some(found) = snapshot.points.iter().find(|own| own.code == code) {
        return Ok(Some(found.id));
    }
    let deleted = snapshot.retired_codes.iter().any(|own| own.code == code);
    Err(if deleted { Refused::DeletedPoint(code) } else { Refused::UnknownPoint(code) })
}

fn plan(
    file: &ResultFile,
    snapshot: &Snapshot,
    point: Option<RiskPointId>,
) -> Result<Option<InspectionPlanId>, Refused> {
    let Some(code) = &file.plan else { return Ok(None) };
    let code = text("plan", code, domain::LONGEST_NAME)?;
    let found = snapshot.inspection_plans.iter().find(|own| own.code == code);
    let found = found.ok_or_else(|| Refused::UnknownPlan(code.clone()))?;
    let mut covered = snapshot.plan_points.iter().filter(|own| own.plan_id == found.id).peekable();
    match (point, &file.point) {
        (Some(point), Some(named)) if !covered.any(|own| own.point_id == point) => {
            return Err(Refused::NotCovered { plan: code, point: named.clone() });
        }
        (None, _) if covered.peek().is_some() => return Err(Refused::PointNeeded(code)),
        _ => {}
    }
    Ok(Some(found.id))
}

fn items(
    file: &ResultFile,
    photos: &BTreeMap<String, Vec<u8>>,
    snapshot: &Snapshot,
    point: Option<RiskPointId>,
) -> Result<Vec<ItemRead>, Refused> {
    if file.items.is_empty() {
        return Err(wrong("items", "[]"));
    }
    if file.items.len() > MOST_ITEMS {
        return Err(Refused::TooMany { what: "items".to_owned(), limit: MOST_ITEMS });
    }
    let mut seen = BTreeSet::new();
    let mut read = Vec::with_capacity(file.items.len());
    for (index, item) in file.items.iter().enumerate() {
        let place = format!("items[{index}]");
        let own = one(item, &place, snapshot, point)?;
        let id = own.check_item.map(Uuid::from).or(own.checklist_item.map(Uuid::from));
        if id.is_some_and(|id| !seen.insert(id)) {
            return Err(Refused::ItemTwice { place });
        }
        read.push(own);
    }
    // Photographs last: they are the dear part.
    let mut kept: BTreeMap<&str, Photo> = BTreeMap::new();
    for (index, (item, own)) in file.items.iter().zip(&mut read).enumerate() {
        let Some(name) = item.photo.as_deref() else { continue };
        let place = format!("items[{index}].photo");
        if let Some(photo) = kept.get(name) {
            own.photo = Some(photo.clone());
            continue;
        }
        let shown: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
        let Some(bytes) = photos.get(name) else {
            return Err(Refused::MissingPhoto { place, name: shown });
        };
        let photo = drawing::photograph(bytes).map_err(|fault| Refused::Photo {
            place,
            name: shown,
            fault: Box::new(fault),
        })?;
        kept.insert(name, photo.clone());
        own.photo = Some(photo);
    }
    Ok(read)
}

fn one(
    item: &ItemWritten,
    place: &str,
    snapshot: &Snapshot,
    point: Option<RiskPointId>,
) -> Result<ItemRead, Refused> {
    let at = |field: &str| format!("{place}.{field}");
    let (mut check_item, mut checklist_item) = (None, None);
    let content = match (&item.check_item, &item.checklist_item, &item.text) {
        (Some(id), None, None) => {
            let id: CheckItemId = identity(&at("checkItem"), id)?.into();
            let unknown = || Refused::UnknownItem { place: at("checkItem") };
            let own = snapshot.check_items.get(id).ok_or_else(unknown)?;
            if point.is_some_and(|point| own.point_id != point) {
                return Err(Refused::OtherPointsItem { place: at("checkItem") });
            }
            check_item = Some(id);
            own.content.clone()
        }
        (None, Some(id), None) => {
            let id: ChecklistItemId = identity(&at("checklistItem"), id)?.into();
            let unknown = || Refused::UnknownItem { place: at("checklistItem") };
            let own = snapshot.checklist_items.get(id).ok_or_else(unknown)?;
            checklist_item = Some(id);
            own.content.clone()
        }
        (None, None, Some(given)) => {
            let given = text(&at("text"), given, domain::LONGEST_TEXT)?;
            if given.is_empty() {
                return Err(wrong(&at("text"), ""));
            }
            given
        }
        _ => return Err(Refused::ItemUnclear { place: place.to_owned() }),
    };
    let result = item.result.parse::<CheckResult>().map_err(|_| wrong(&at("result"), &item.result))?;
    Ok(ItemRead {
        check_item,
        checklist_item,
        content,
        result,
        value: text(&at("value"), &item.value, domain::LONGEST_NAME)?,
        note: text(&at("note"), &item.note, domain::LONGEST_TEXT)?,
        photo: None,
    })
}

/// A text as it was written, without the blanks around it. Whatever it says stays a text; what cannot be seen is
/// refused.
fn text(place: &str, text: &str, limit: usize) -> Result<String, Refused> {
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Refused::ControlCharacters { place: place.to_owned() });
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().count() > limit {
        return Err(Refused::TooLong { place: place.to_owned(), limit });
    }
    Ok(text.to_owned())
}

fn identity(place: &str, text: &str) -> Result<Uuid, Refused> {
    Uuid::parse_str(text).ok().filter(|id| !id.is_nil()).ok_or_else(|| wrong(place, text))
}

fn date(place: &str, text: &str) -> Result<NaiveDate, Refused> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    date.ok_or_else(|| wrong(place, text))
}

fn time(text: &str) -> Result<NaiveTime, Refused> {
    let read = match text.len() {
        5 => NaiveTime::parse_from_str(text, "%H:%M").ok(),
        8 => NaiveTime::parse_from_str(text, "%H:%M:%S").ok(),
        _ => None,
    };
    read.ok_or_else(|| wrong("doneAt", text))
}

fn wrong(place: &str, found: &str) -> Refused {
    let found = found.chars().filter(|c| !c.is_control()).take(60).collect();
    Refused::Value { place: place.to_owned(), found }
}
