//! Control as front ends show it: reviews, changes with what they make out of date, duties tier by tier, documents.
//! Relies on `review` for states and on the tiers of the project for who supervises.
//! Knows no rule of its own.

use crate::calls::{App, Nothing, PathArgs, PointArgs};
use crate::detail::find_point;
use crate::error::ApiError;
use crate::exporting::PrintKind;
use crate::session::Session;
use crate::views::{Changed, Words};
use base64::Engine as _;
use domain::{
    AssessmentRoundId, ChangeRecord, CheckItem, ControlMeasureId, ControlTierId, DepartmentId, Document,
    DocumentId, EmergencyPlanId, PersonId, ReviewAct, ReviewId, ReviewSubject, RiskLevel, RiskPoint,
    RiskPointId, RiskPointKind, Snapshot,
};
use edit::{AttachDocument, Command};
use evaluation::{RiskPicture, control_tier, default_tier};
use review::{ChangedPoint, ReviewState, acts, existing, fingerprints, points_of, standing};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;
use ts_rs::TS;

/// Where the review of a list or a round stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReviewView {
    /// What is reviewed.
    pub subject: ReviewSubject,
    /// The round, for rounds.
    pub round: Option<AssessmentRoundId>,
    /// What it is called.
    pub title: Words,
    /// The state.
    pub state: ReviewState,
    /// The state before the content changed.
    pub was: Option<ReviewState>,
    /// What can be done now.
    pub acts: Vec<ReviewAct>,
    /// What was done, the oldest first.
    pub entries: Vec<ReviewEntry>,
    /// Points that are not what was submitted.
    pub changed: Vec<ChangedPoint>,
    /// Points whose tier is lower than their level calls for.
    pub lowered: Vec<LoweredTier>,
    /// How many points it has.
    pub points: u32,
    /// The principal, who approves major risks.
    pub principal: Option<PersonId>,
}

/// An act of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewEntry {
    /// Its row.
    pub id: ReviewId,
    /// What was done.
    pub act: ReviewAct,
    /// Who did it; empty where nobody was named.
    pub by: String,
    /// The day.
    pub on: String,
    /// What was said.
    pub note: String,
}

/// A point whose tier is lower than its level calls for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoweredTier {
    /// The point.
    pub point: RiskPointId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its tier.
    pub tier: String,
    /// The tier that its level calls for.
    pub called_for: String,
    /// Why.
    pub reason: String,
}

/// A change of the site with what it makes out of date.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChangeView {
    /// The change.
    pub record: ChangeRecord,
    /// Its points, by code.
    pub points: Vec<ChangedPointView>,
    /// How many of them are still to be looked at again.
    pub open: u32,
    /// Measures of points that are still to be looked at again.
    pub measures: Vec<OutdatedMeasure>,
    /// Check items of such points that are in use.
    pub check_items: Vec<CheckItem>,
    /// Prints that show points which are still to be looked at, or which were edited since.
    pub prints: Vec<OutdatedPrint>,
    /// Name of the round that it opened; empty for none.
    pub round: String,
}

/// A point that a change touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedPointView {
    /// The point.
    pub point: RiskPointId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The day on which it was looked at again; empty for not yet.
    pub settled_on: String,
    /// Who looked.
    pub settled_by: String,
    /// What was found.
    pub note: String,
    /// Whether it says something else than when the change was opened.
    pub edited: bool,
}

/// A measure that may not fit any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutdatedMeasure {
    /// The measure.
    pub measure: ControlMeasureId,
    /// Its point.
    pub point: RiskPointId,
    /// Code of the point.
    pub code: String,
    /// What it says.
    pub content: String,
}

/// A print to make anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutdatedPrint {
    /// Its kind.
    pub kind: PrintKind,
    /// What the kind is called.
    pub title: Words,
    /// Which one: a floor, a point, a department.
    pub what: String,
}

/// 「逐级落实」 Who supervises a point at one tier: its own tier and each below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Duty {
    /// The tier.
    pub tier: ControlTierId,
    /// Its name.
    pub name: String,
    /// The department that answers at this tier, if it can be told.
    pub department: Option<DepartmentId>,
    /// Its name.
    pub department_name: String,
    /// The person, if somebody is named.
    pub person: Option<PersonId>,
    /// The name.
    pub person_name: String,
}

/// A document to keep in the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachArgs {
    /// The file.
    pub path: String,
    /// What it is called; the file's own name where empty.
    #[serde(default)]
    pub name: String,
    /// A measure that it says in full.
    #[serde(default)]
    pub measure: Option<ControlMeasureId>,
    /// An emergency plan that it says in full.
    #[serde(default)]
    pub plan: Option<EmergencyPlanId>,
}

/// A document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentArgs {
    /// The document.
    pub document: DocumentId,
}

/// A document and where to write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveDocumentArgs {
    /// The document.
    pub document: DocumentId,
    /// Where.
    pub path: String,
}

/// A document as a window can show or offer it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentView {
    /// What it is called.
    pub name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// Its bytes in base64.
    pub data: String,
}

/// Largest document, in bytes.
const LARGEST_DOCUMENT: u64 = 20 * 1024 * 1024;

/// Kinds of documents: ending, media type, how the bytes begin.
const DOCUMENTS: &[(&str, &str, &[u8])] = &[
    ("pdf", "application/pdf", b"%PDF-"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", b"PK\x03\x04"),
    ("doc", "application/msword", &[0xd0, 0xcf, 0x11, 0xe0]),
    ("xls", "application/vnd.ms-excel", &[0xd0, 0xcf, 0x11, 0xe0]),
    ("png", "image/png", &[0x89, b'P', b'N', b'G']),
    ("jpg", "image/jpeg", &[0xff, 0xd8, 0xff]),
    ("jpeg", "image/jpeg", &[0xff, 0xd8, 0xff]),
    ("txt", "text/plain", b""),
];

/// Where every list and every round stands.
pub fn reviews(snapshot: &Snapshot, picture: &RiskPicture) -> Vec<ReviewView> {
    let picture = existing(snapshot, picture);
    let content = (!snapshot.reviews.is_empty()).then(|| fingerprints(snapshot, &picture, |_| true));
    let lists = ReviewSubject::ALL.iter().filter(|own| **own != ReviewSubject::Round).map(|own| (*own, None));
    let mut rounds: Vec<_> = snapshot.rounds.iter().map(|own| (ReviewSubject::Round, Some(own))).collect();
    rounds.reverse();
    let principal = snapshot.organisation().and_then(|own| own.principal_id);
    let view = |(subject, round): (ReviewSubject, Option<&domain::AssessmentRound>)| {
        let id = round.map(|own| own.id);
        let stands = standing(snapshot, &picture, subject, id, content.as_ref());
        let frozen = round.is_some_and(|own| own.state == domain::RoundState::Approved);
        let own = |point: &&RiskPoint| points_of(subject, &picture, point);
        let entry = |own: &&domain::Review| ReviewEntry {
            id: own.id,
            act: own.act,
            by: snapshot.people.find(own.by_id).map_or_else(String::new, |own| own.name.clone()),
            on: own.done_on.to_string(),
            note: own.note.clone(),
        };
        let title = |language| round.map_or(subject.name(language), |own| &own.name).to_owned();
        ReviewView {
            subject,
            round: id,
            title: Words {
                chinese: title(domain::Language::Chinese),
                english: title(domain::Language::English),
            },
            state: stands.state,
            was: stands.was,
            acts: if frozen { Vec::new() } else { acts(stands.state) },
            entries: stands.entries.iter().map(entry).collect(),
            changed: stands.changed,
            lowered: snapshot
                .points
                .iter()
                .filter(own)
                .filter_map(|own| lowered(snapshot, &picture, own))
                .collect(),
            points: u32::try_from(snapshot.points.iter().filter(own).count()).unwrap_or(u32::MAX),
            principal,
        }
    };
    lists.chain(rounds).map(view).collect()
}

fn lowered(snapshot: &Snapshot, picture: &RiskPicture, point: &RiskPoint) -> Option<LoweredTier> {
    let tier = snapshot.tiers.find(point.tier_id)?;
    let level = picture.points.get(&point.id).and_then(|risk| risk.level);
    let called_for = default_tier(snapshot, level).filter(|own| own.rank < tier.rank)?;
    Some(LoweredTier {
        point: point.id,
        code: point.code.clone(),
        name: point.name.clone(),
        tier: tier.name.clone(),
        called_for: called_for.name.clone(),
        reason: point.tier_reason.clone(),
    })
}

/// Every change with what it makes out of date, the latest first.
pub fn changes(snapshot: &Snapshot, picture: &RiskPicture) -> Vec<ChangeView> {
    let picture = existing(snapshot, picture);
    let touched: BTreeSet<RiskPointId> = snapshot.change_points.iter().map(|own| own.point_id).collect();
    let content = fingerprints(snapshot, &picture, |point| touched.contains(&point.id));
    let name =
        |id: Option<PersonId>| snapshot.people.find(id).map_or_else(String::new, |own| own.name.clone());
    let view = |record: &ChangeRecord| {
        let mut points: Vec<ChangedPointView> = Vec::new();
        let mut stale: BTreeSet<RiskPointId> = BTreeSet::new();
        let mut open: BTreeSet<RiskPointId> = BTreeSet::new();
        for own in snapshot.change_points.iter().filter(|own| own.change_id == record.id) {
            let Some(point) = snapshot.points.get(own.point_id) else { continue };
            let edited = content.get(&point.id) != Some(&own.fingerprint);
            if own.settled_on.is_none() {
                open.insert(point.id);
            }
            if edited || own.settled_on.is_none() {
                stale.insert(point.id);
            }
            points.push(ChangedPointView {
                point: point.id,
                code: point.code.clone(),
                name: point.name.clone(),
                settled_on: own.settled_on.map_or_else(String::new, |day| day.to_string()),
                settled_by: name(own.settled_by_id),
                note: own.note.clone(),
                edited,
            });
        }
        points.sort_by(|a, b| a.code.cmp(&b.code));
        // What is closed was seen to.
        if record.closed_on.is_some() {
            stale.clear();
        }
        ChangeView {
            record: record.clone(),
            points,
            open: u32::try_from(open.len()).unwrap_or(u32::MAX),
            measures: measures(snapshot, &open),
            check_items: snapshot
                .check_items
                .iter()
                .filter(|own| !own.retired && open.contains(&own.point_id))
                .cloned()
                .collect(),
            prints: prints(snapshot, &picture, &stale),
            round: snapshot.rounds.find(record.round_id).map_or_else(String::new, |own| own.name.clone()),
        }
    };
    let mut views: Vec<_> = snapshot.changes.iter().map(view).collect();
    views.reverse();
    views
}

fn measures(snapshot: &Snapshot, open: &BTreeSet<RiskPointId>) -> Vec<OutdatedMeasure> {
    let measure = |own: &domain::ControlMeasure| {
        let hazard = snapshot.hazards.get(own.hazard_id).filter(|hazard| open.contains(&hazard.point_id))?;
        let point = snapshot.points.get(hazard.point_id)?;
        let (point, code) = (point.id, point.code.clone());
        Some(OutdatedMeasure { measure: own.id, point, code, content: own.content.clone() })
    };
    let mut measures: Vec<_> = snapshot.measures.iter().filter_map(measure).collect();
    measures.sort_by(|a, b| (&a.code, a.measure).cmp(&(&b.code, b.measure)));
    measures
}

/// The prints that show any of these points.
fn prints(snapshot: &Snapshot, picture: &RiskPicture, points: &BTreeSet<RiskPointId>) -> Vec<OutdatedPrint> {
    let mut prints: BTreeMap<(PrintKind, String), ()> = BTreeMap::new();
    let mut add = |kind: PrintKind, what: String| {
        prints.insert((kind, what), ());
    };
    let whole = snapshot.organisation().map_or_else(String::new, |own| own.name.clone());
    for point in points.iter().filter_map(|id| snapshot.points.get(*id)) {
        let title = format!("{} {}", point.code, point.name);
        let level = picture.points.get(&point.id).and_then(|risk| risk.level);
        add(PrintKind::NoticeCard, title.clone());
        add(PrintKind::EmergencyCard, title.clone());
        add(PrintKind::RiskLedger, whole.clone());
        add(PrintKind::RiskMatrix, whole.clone());
        add(PrintKind::NoticeBoard, whole.clone());
        if level >= Some(RiskLevel::High) {
            add(PrintKind::MajorNotice, title);
        }
        if point.kind == RiskPointKind::Activity {
            add(PrintKind::ComparisonChart, whole.clone());
        }
        if let Some(floor) = snapshot.floor_of(point) {
            let building = snapshot.buildings.find(floor.building_id).map_or("", |own| own.name.as_str());
            add(PrintKind::FourColourMap, format!("{building} {}", floor.name).trim().to_owned());
        }
        if let Some(department) = snapshot.departments.find(point.department_id) {
            add(PrintKind::NoticeBoard, department.name.clone());
        }
        if let Some(post) = snapshot.posts.find(point.post_id) {
            add(PrintKind::PostCard, post.name.clone());
            add(PrintKind::SpokenCard, post.name.clone());
        }
    }
    let print = |(kind, what): (PrintKind, String)| OutdatedPrint { kind, title: kind.title(), what };
    prints.into_keys().map(print).collect()
}

/// Who supervises a point at its own tier and at each below: the tier above implies those below (逐级落实).
pub fn duties(snapshot: &Snapshot, picture: &RiskPicture, point: RiskPointId) -> Result<Vec<Duty>, ApiError> {
    let point = find_point(snapshot, point)?;
    let level = picture.points.get(&point.id).and_then(|risk| risk.level);
    let Some(own) = control_tier(snapshot, point, level) else { return Ok(Vec::new()) };
    let mut tiers: Vec<_> = snapshot.tiers.iter().collect();
    tiers.sort_by_key(|tier| (tier.rank, tier.id));
    // Departments from the highest to that of the point.
    let mut line = snapshot.department_line(point.department_id);
    line.reverse();
    let last = tiers.len().saturating_sub(1);
    let here = |id: Option<PersonId>| snapshot.people.find(id).filter(|own| own.left_on.is_none());
    let duty = |(place, tier): (usize, &&domain::ControlTier)| {
        let (department, person) = if place == last {
            (line.last().copied(), here(point.person_id))
        } else if place == 0 {
            (None, here(snapshot.organisation().and_then(|own| own.principal_id)))
        } else {
            // Between the principal and the post stand the departments, as far as there are so many.
            let department = line.get(place - 1).or(line.last()).copied();
            (department, here(department.and_then(|own| own.head_id)))
        };
        Duty {
            tier: tier.id,
            name: tier.name.clone(),
            department: department.map(|own| own.id),
            department_name: department.map_or_else(String::new, |own| own.name.clone()),
            person: person.map(|own| own.id),
            person_name: person.map_or_else(String::new, |own| own.name.clone()),
        }
    };
    Ok(tiers.iter().enumerate().filter(|(_, tier)| tier.rank >= own.rank).map(duty).collect())
}

fn bad_document(chinese: &str, english: &str) -> ApiError {
    ApiError::new("bad-document", chinese.to_owned(), english.to_owned())
}

/// Reads a document: its media type by its ending and its first bytes.
pub(crate) fn read_document(path: &Path) -> Result<(&'static str, Vec<u8>), ApiError> {
    let ending = path.extension().map(|own| own.to_string_lossy().to_lowercase()).unwrap_or_default();
    let Some((_, media_type, magic)) = DOCUMENTS.iter().find(|own| own.0 == ending) else {
        return Err(bad_document(
            "只能附 PDF、Word、Excel、PPT、图片和文本文件，请转换后再附。",
            "Only PDF, Office, picture and text files can be attached. Please convert it.",
        ));
    };
    let mut bytes = Vec::new();
    let read =
        std::fs::File::open(path).and_then(|file| file.take(LARGEST_DOCUMENT + 1).read_to_end(&mut bytes));
    read.map_err(|error| {
        let path = path.display();
        ApiError::new(
            "file",
            format!("{path} 无法读取（{error}）。请检查路径和权限。"),
            format!("{path} cannot be read ({error}). Check path and permissions."),
        )
    })?;
    if bytes.len() as u64 > LARGEST_DOCUMENT {
        return Err(bad_document(
            "文件超过 20 MB，请压缩或拆分后再附。",
            "The document is larger than 20 MB. Please make it smaller.",
        ));
    }
    if bytes.is_empty() || !bytes.starts_with(magic) {
        return Err(bad_document(
            "文件内容与扩展名不符或为空，可能已损坏，请重新保存后再附。",
            "The document is empty or not what its ending says. Please save it anew.",
        ));
    }
    Ok((media_type, bytes))
}

/// Keeps a document in the project, as one step.
pub fn attach_document(session: &mut Session, args: &AttachArgs) -> Result<Changed, ApiError> {
    let path = Path::new(&args.path);
    let (media_type, bytes) = read_document(path)?;
    let own = path.file_name().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
    let name = if args.name.trim().is_empty() { own } else { args.name.trim().to_owned() };
    let asset = session.store_mut().put_asset(media_type, &bytes)?;
    session.execute(Command::AttachDocument(AttachDocument {
        name,
        asset,
        measure: args.measure,
        plan: args.plan,
    }))
}

fn document_of(session: &Session, id: DocumentId) -> Result<Document, ApiError> {
    session.snapshot().documents.get(id).cloned().ok_or_else(|| {
        let row = domain::RowId { table: domain::Table::Document, id: id.into() };
        ApiError::from(edit::Refusal::NoSuchRow(row))
    })
}

impl App {
    /// Where every list and every round stands.
    pub(crate) fn reviews(&self, _: Nothing) -> Result<Vec<ReviewView>, ApiError> {
        self.with(|session| Ok(reviews(session.snapshot(), session.picture())))
    }

    /// Every change with what it makes out of date.
    pub(crate) fn changes(&self, _: Nothing) -> Result<Vec<ChangeView>, ApiError> {
        self.with(|session| Ok(changes(session.snapshot(), session.picture())))
    }

    /// Who supervises a point at each tier.
    pub(crate) fn duties(&self, args: PointArgs) -> Result<Vec<Duty>, ApiError> {
        self.with(|session| {
            let picture = existing(session.snapshot(), session.picture());
            duties(session.snapshot(), &picture, args.point)
        })
    }

    /// Keeps a document in the project.
    pub(crate) fn attach_document(&self, args: AttachArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| attach_document(session, &args))
    }

    /// A document with its bytes.
    pub(crate) fn document(&self, args: DocumentArgs) -> Result<DocumentView, ApiError> {
        self.with(|session| {
            let own = document_of(session, args.document)?;
            let (media_type, bytes) = session.store().asset(&own.asset)?;
            let data = base64::engine::general_purpose::STANDARD.encode(bytes);
            Ok(DocumentView { name: own.name, media_type, data })
        })
    }

    /// Writes a document to a file.
    pub(crate) fn save_document(&self, args: SaveDocumentArgs) -> Result<PathArgs, ApiError> {
        self.with(|session| {
            let own = document_of(session, args.document)?;
            let (_, bytes) = session.store().asset(&own.asset)?;
            crate::files::write_whole(Path::new(&args.path), &bytes)?;
            Ok(PathArgs { path: args.path })
        })
    }
}
