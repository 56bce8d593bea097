//! Lists in from and out to spreadsheets and paper.
//! Relies on `lists` for what a foreign list means and on `export` for what our own say.
//! Knows no column of risks; findings, changes and reviews are lists of its own, since they follow from the rest.

use crate::error::ApiError;
use crate::list_templates::list_template;
use crate::views::Words;
use chrono::NaiveDate;
use domain::{DepartmentId, RiskLevel, RiskPoint, RiskPointId, RiskPointKind, Snapshot, Table};
use evaluation::RiskPicture;
use export::backend::pdf;
use export::backend::{reread, unwatched, xlsx};
use export::content::{Edition, ListColumn, ListRow, ListSheet, Phones, Source, list_sheet};
use export::layout::{Timestamp, Workbook};
use export::templates::Theme;
use lists::{Mapping, Proposal, SheetFound};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io::Read as _;
use ts_rs::TS;

/// A list to take in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ListArgs {
    /// The xlsx file.
    pub path: String,
    /// How it is to be read; what is not given is found out.
    #[serde(default)]
    pub mapping: Mapping,
}

macro_rules! list_kinds {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal;)*) => {
        /// Which list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
        pub enum ListKind {
            $($(#[doc = $doc])* #[serde(rename = $name)] $variant,)*
        }

        impl ListKind {
            /// Every list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the terminal and in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

list_kinds! {
    /// 「作业活动清单」
    Activities "activities";
    /// 「设备设施清单」
    Facilities "facilities";
    /// 「作业场所清单」
    Workplaces "workplaces";
    /// 「风险点清单」
    Points "points";
    /// 「风险分级管控清单」
    Control "control";
    /// 「风险管控责任矩阵」
    Responsibility "responsibility";
    /// 「重大风险清单」
    Major "major";
    /// 「管控措施清单」
    Measures "measures";
    /// 「检查项清单」
    CheckItems "check-items";
    /// 「人员名单」
    Staff "staff";
    /// 「体检问题清单」
    Findings "findings";
    /// 「变更清单」
    Changes "changes";
    /// 「审核记录」
    Reviews "reviews";
}

impl ListKind {
    /// The list of the content, for those that are one.
    fn content(self) -> Result<export::content::ListKind, OwnList> {
        use export::content::ListKind as Content;
        Ok(match self {
            Self::Activities => Content::Activities,
            Self::Facilities => Content::Facilities,
            Self::Workplaces => Content::Workplaces,
            Self::Points => Content::Points,
            Self::Control => Content::Control,
            Self::Responsibility => Content::Responsibility,
            Self::Major => Content::Major,
            Self::Measures => Content::Measures,
            Self::CheckItems => Content::CheckItems,
            Self::Staff => Content::Staff,
            Self::Findings => return Err(OwnList::Findings),
            Self::Changes => return Err(OwnList::Changes),
            Self::Reviews => return Err(OwnList::Reviews),
        })
    }
}

/// Lists that follow from the health check, from changes and from reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OwnList {
    Findings,
    Changes,
    Reviews,
}

/// Which points of a list; an empty choice is all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListFilter {
    /// Points of these levels.
    pub levels: Vec<RiskLevel>,
    /// Points of these families.
    pub kinds: Vec<RiskPointKind>,
    /// Points of these departments and those below them.
    pub departments: Vec<DepartmentId>,
    /// Points that may lead to these accident types.
    pub accidents: Vec<String>,
}

/// A list to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListOutArgs {
    /// Which list.
    pub kind: ListKind,
    /// Only points of this tier: its name or rank.
    #[serde(default)]
    pub tier: Option<String>,
    /// Only some points.
    #[serde(default)]
    pub filter: ListFilter,
    /// Name of the user's own columns for a region.
    #[serde(default)]
    pub template: Option<String>,
}

/// A list to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListFileArgs {
    /// Where.
    pub path: String,
    /// What.
    pub list: ListOutArgs,
}

/// A list of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListTable {
    /// Which list.
    pub kind: ListKind,
    /// Its title.
    pub title: String,
    /// Titles of its columns.
    pub columns: Vec<String>,
    /// Its rows, as many cells as columns.
    pub rows: Vec<Vec<String>>,
}

/// Reads a list and compares it with a project. A list with titles that were mapped before is read the same way, unless
/// columns are given.
pub fn preview(args: &ListArgs, snapshot: &Snapshot, picture: &RiskPicture) -> Result<Proposal, ApiError> {
    let bytes = bytes_of(&args.path)?;
    let proposal = lists::propose(&bytes, &args.mapping, snapshot, picture)?;
    if !args.mapping.columns.is_empty() {
        return Ok(proposal);
    }
    let titles = proposal.titles();
    let Some(own) = snapshot.mappings.iter().find(|own| own.titles == titles) else { return Ok(proposal) };
    // What a later program wrote and this one cannot read is no reason not to read the list.
    let Ok(remembered) = serde_json::from_str::<Mapping>(&own.body) else { return Ok(proposal) };
    let given = args.mapping.clone();
    let mapping = Mapping {
        subject: given.subject.or(remembered.subject),
        sheet: given.sheet,
        header_row: given.header_row,
        header_rows: given.header_rows,
        columns: remembered.columns,
        kind: given.kind.or(remembered.kind),
        preset: given.preset.or(remembered.preset),
        assessor: given.assessor.or(remembered.assessor),
    };
    let mut proposal = lists::propose(&bytes, &mapping, snapshot, picture)?;
    proposal.remembered = true;
    Ok(proposal)
}

/// The command that accepts a proposal, which remembers the columns that the user said.
pub fn accept_list(proposal: Proposal, mapping: &Mapping) -> Result<edit::Command, ApiError> {
    let titles = proposal.titles();
    match (proposal.command, proposal.staff) {
        (Some(mut command), _) => {
            if !mapping.columns.is_empty() {
                // The sheet and its rows belong to one file, the columns to all of this make.
                let kept = Mapping { sheet: None, header_row: None, header_rows: None, ..mapping.clone() };
                let body = serde_json::to_string(&kept).unwrap_or_default();
                command.remember = Some(edit::MappingToKeep { titles, body });
            }
            Ok(edit::Command::TakeList(command))
        }
        (None, Some(staff)) => Ok(edit::Command::TakeStaff(staff)),
        (None, None) => Err(edit::Refusal::Nothing.into()),
    }
}

/// The sheets of a workbook and what stands in their upper rows, to choose from.
pub fn list_sheets(path: &str) -> Result<Vec<SheetFound>, ApiError> {
    Ok(lists::sheets(&bytes_of(path)?)?)
}

fn bytes_of(path: &str) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| {
        ApiError::new(
            "file",
            format!("{path} 无法读取（{error}）。请检查路径和权限，并先在表格程序中关闭它。"),
            format!(
                "{path} cannot be read ({error}). Check path and permissions, and close it in other programs."
            ),
        )
    };
    // One byte more than is allowed tells that it is too much.
    std::fs::File::open(path)
        .and_then(|file| file.take(lists::LARGEST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(bytes)
}

/// A list of the project as of a day, and as a sheet.
pub fn list_of(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    args: &ListOutArgs,
    today: NaiveDate,
) -> Result<(ListTable, ListSheet), ApiError> {
    let tier = args.tier.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let tier = match tier {
        None => None,
        Some(name) => {
            let named = |own: &&domain::ControlTier| own.name.trim() == name || own.rank.to_string() == name;
            let found = snapshot.tiers.iter().find(named);
            Some(found.map(|own| own.id).ok_or_else(|| no_such_tier(snapshot, name))?)
        }
    };
    let edition = Edition { revision: 0, date: chrono::NaiveDate::default() };
    let source = Source::new(snapshot, picture, edition, Phones::Masked);
    let sheet = match args.kind.content() {
        Ok(kind) => {
            let wanted = wanted(snapshot, picture, &args.filter);
            list_sheet(&source, kind, tier, &|point| wanted.contains(&point.id))
        }
        Err(own) => own_list(snapshot, picture, own, today),
    };
    let sheet = match args.template.as_deref().filter(|name| !name.trim().is_empty()) {
        Some(name) => list_template(name, args.kind)?.apply(sheet)?,
        None => sheet,
    };
    let table = ListTable {
        kind: args.kind,
        title: sheet.title.clone(),
        columns: sheet.columns.iter().map(|own| own.title.to_string()).collect(),
        rows: sheet.rows.iter().map(|row| row.cells.clone()).collect(),
    };
    Ok((table, sheet))
}

/// The points that a filter lets through.
fn wanted(snapshot: &Snapshot, picture: &RiskPicture, filter: &ListFilter) -> HashSet<RiskPointId> {
    let mut with_accident: HashSet<RiskPointId> = HashSet::new();
    if !filter.accidents.is_empty() {
        for own in snapshot.accidents.iter().filter(|own| filter.accidents.contains(&own.accident_type)) {
            with_accident.extend(snapshot.hazards.get(own.hazard_id).map(|hazard| hazard.point_id));
        }
    }
    let fits = |point: &&RiskPoint| {
        let level = picture.points.get(&point.id).and_then(|risk| risk.level);
        let below = || {
            let line = snapshot.department_line(point.department_id);
            line.iter().any(|own| filter.departments.contains(&own.id))
        };
        (filter.levels.is_empty() || level.is_some_and(|level| filter.levels.contains(&level)))
            && (filter.kinds.is_empty() || filter.kinds.contains(&point.kind))
            && (filter.departments.is_empty() || below())
            && (filter.accidents.is_empty() || with_accident.contains(&point.id))
    };
    snapshot.points.iter().filter(fits).map(|point| point.id).collect()
}

fn column(title: &'static str, width: f64) -> ListColumn {
    ListColumn { title: title.into(), width, number: false }
}

/// A list of what follows from the rest.
fn own_list(snapshot: &Snapshot, picture: &RiskPicture, own: OwnList, today: NaiveDate) -> ListSheet {
    let chinese = domain::Language::Chinese;
    let (title, columns, rows): (&str, Vec<ListColumn>, Vec<Vec<String>>) = match own {
        OwnList::Findings => {
            let columns = [("程度", 18.0), ("对象", 50.0), ("问题与处理", 120.0), ("忽略理由", 50.0)];
            let row = |own: crate::views::FindingView| {
                let severity = match own.severity {
                    health::Severity::Error => "错误",
                    health::Severity::Warning => "提醒",
                    health::Severity::Notice => "说明",
                };
                let ignored = own.ignored.map_or_else(String::new, |own| own.reason);
                vec![severity.to_owned(), own.subject, own.text.chinese, ignored]
            };
            let rows = crate::check::findings(snapshot, picture, today).into_iter().map(row).collect();
            ("体检问题清单", columns.map(|(title, width)| column(title, width)).to_vec(), rows)
        }
        OwnList::Changes => {
            let columns = [
                ("变更", 44.0),
                ("类型", 30.0),
                ("日期", 24.0),
                ("风险点编号", 26.0),
                ("风险点名称", 44.0),
                ("复核日期", 24.0),
                ("复核人", 20.0),
                ("复核意见", 50.0),
                ("内容有改动", 20.0),
                ("关闭日期", 24.0),
            ];
            let mut rows = Vec::new();
            for own in crate::control::changes(snapshot, picture) {
                let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
                for point in own.points {
                    rows.push(vec![
                        own.record.title.clone(),
                        own.record.kind.name(chinese).to_owned(),
                        day(own.record.happened_on),
                        point.code,
                        point.name,
                        point.settled_on,
                        point.settled_by,
                        point.note,
                        if point.edited { "是" } else { "否" }.to_owned(),
                        day(own.record.closed_on),
                    ]);
                }
            }
            ("变更清单", columns.map(|(title, width)| column(title, width)).to_vec(), rows)
        }
        OwnList::Reviews => {
            let columns =
                [("审核对象", 50.0), ("动作", 24.0), ("经办人", 24.0), ("日期", 24.0), ("意见", 100.0)];
            let mut rows = Vec::new();
            for own in crate::control::reviews(snapshot, picture) {
                for entry in own.entries {
                    let act = entry.act.name(chinese).to_owned();
                    rows.push(vec![own.title.chinese.clone(), act, entry.by, entry.on, entry.note]);
                }
            }
            ("审核记录", columns.map(|(title, width)| column(title, width)).to_vec(), rows)
        }
    };
    let organisation = snapshot.organisation().map_or("", |own| own.name.trim());
    ListSheet {
        title: title.to_owned(),
        subtitle: format!("{organisation}　共 {} 行", rows.len()),
        colours: snapshot.project().map_or(domain::ColourSet::Print, |project| project.colour_set),
        columns,
        rows: rows.into_iter().map(|cells| ListRow { cells, coloured: Vec::new() }).collect(),
    }
}

fn no_such_tier(snapshot: &Snapshot, name: &str) -> ApiError {
    let label = Table::ControlTier;
    let known: Vec<&str> = snapshot.tiers.iter().map(|own| own.name.as_str()).collect();
    let known = known.join("、");
    let words = Words {
        chinese: format!("没有{}“{name}”，现有：{known}。", label.label(domain::Language::Chinese)),
        english: format!(
            "There is no {} {name:?}; there are {known}.",
            label.label(domain::Language::English)
        ),
    };
    ApiError::new("no-such-tier", words.chinese, words.english)
}

/// A list of the project as a file: PDF where the name ends so, else xlsx.
pub fn list_bytes(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    args: &ListOutArgs,
    today: NaiveDate,
    path: &std::path::Path,
) -> Result<Vec<u8>, ApiError> {
    let (_, sheet) = list_of(snapshot, picture, args, today)?;
    sheet_bytes(snapshot, &sheet, path)
}

/// A sheet as a file: PDF where the name ends so, else xlsx.
pub(crate) fn sheet_bytes(
    snapshot: &Snapshot,
    sheet: &ListSheet,
    path: &std::path::Path,
) -> Result<Vec<u8>, ApiError> {
    let failed = |reason: String| {
        ApiError::new(
            "not-written",
            format!("表格未能生成（{reason}）。"),
            format!("The sheet could not be made ({reason})."),
        )
    };
    if path.extension().is_some_and(|own| own.eq_ignore_ascii_case("pdf")) {
        let fonts = crate::exporting::sans()?;
        let theme = Theme::plain();
        let style = export::templates::Style { fonts: &fonts, theme };
        let printed =
            export::templates::list_document(sheet, style).map_err(|error| failed(error.to_string()))?;
        let bytes = pdf::write(&printed.document, &fonts, &pdf::Options::default(), &mut unwatched)
            .map_err(|error| failed(error.to_string()))?;
        reread::pdf(&bytes, &printed.document).map_err(|error| failed(error.to_string()))?;
        return Ok(bytes);
    }
    let author = snapshot.organisation().map_or(String::new(), |own| own.name.clone());
    let workbook = Workbook {
        title: sheet.title.clone(),
        author,
        // The same rows give the same bytes, whatever the day.
        created: Timestamp::EPOCH,
        sheets: vec![export::templates::list_worksheet(sheet)],
    };
    let bytes = xlsx::write(&workbook, &mut unwatched).map_err(|error| failed(error.to_string()))?;
    reread::xlsx(&bytes, &workbook).map_err(|error| failed(error.to_string()))?;
    Ok(bytes)
}

/// The mapping that a file says.
pub fn list_mapping(path: &std::path::Path) -> Result<Mapping, ApiError> {
    let mut text = String::new();
    let read =
        std::fs::File::open(path).and_then(|file| file.take(LARGEST_MAPPING).read_to_string(&mut text));
    let wrong = |reason: String| ApiError::of(&lists::ListError::Mapping(reason));
    read.map_err(|error| wrong(format!("{}: {error}", path.display())))?;
    serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))
}

/// Largest mapping file that is read, in bytes.
const LARGEST_MAPPING: u64 = 1024 * 1024;
