//! Assessors' sheets: written one for each person, read back with a report of what was taken and refused.
//! Relies on the crate `sheet` for the files and for judging each row.
//! Knows nothing of spreadsheets.

use crate::calls::App;
use crate::error::ApiError;
use crate::files::write_whole;
use crate::session::Session;
use crate::views::{Changed, Words};
use chrono::NaiveDate;
use domain::{
    Explain as _, Language, Person, PersonId, PossibleAccidentId, RiskBasis, RoundState, RowId, Snapshot,
    Table,
};
use edit::{Command, TakeScores, TakenScore};
use serde::{Deserialize, Serialize};
use sheet::Wanted;
use std::collections::{HashMap, HashSet};
use std::io::Read as _;
use std::path::Path;
use ts_rs::TS;

/// Sheets to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WriteSheetsArgs {
    /// The folder.
    pub folder: String,
    /// For these people; empty for the members of the open round, or else for everybody.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// With or without measures; existing risk when left out.
    #[serde(default)]
    pub basis: Option<RiskBasis>,
}

/// A sheet that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenSheet {
    /// Whose.
    pub person: String,
    /// Where.
    pub path: String,
    /// How many rows there are to score.
    pub rows: u32,
}

/// Sheets to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadSheetsArgs {
    /// The files; a folder stands for the spreadsheets in it.
    pub paths: Vec<String>,
}

/// What sheets bring.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct SheetsReport {
    /// How many scores are taken.
    pub taken: u32,
    /// How many of them the project has already, letter for letter.
    pub unchanged: u32,
    /// How many rows were left empty.
    pub blank: u32,
    /// Rows that are refused, in the order of files and rows.
    pub refused: Vec<SheetRefusal>,
    /// Each file in short.
    pub files: Vec<SheetFileLine>,
}

/// A row that is refused.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetRefusal {
    /// The row as the spreadsheet numbers it; 0 for the file as a whole.
    pub row: u32,
    /// Why, in Chinese.
    pub reason: String,
    /// Why, in English.
    pub english: String,
    /// A short stable word, such as `not-in-preset`.
    pub code: String,
    /// The tab.
    pub tab: String,
    /// The file.
    pub file: String,
}

/// A file in short.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetFileLine {
    /// The file.
    pub path: String,
    /// Whose scores it brings; empty when it could not be told.
    pub assessor: String,
    /// How many scores are taken.
    pub taken: u32,
    /// How many rows are refused.
    pub refused: u32,
    /// What is wrong with the whole file, if anything.
    pub problem: Option<Words>,
}

/// What was taken, and what it changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetsOutcome {
    /// The report.
    pub report: SheetsReport,
    /// What changed; `null` when nothing was taken.
    pub changed: Option<Changed>,
}

/// Writes sheets into a folder, one for each person.
pub fn write_sheets(
    snapshot: &Snapshot,
    args: &WriteSheetsArgs,
    date: NaiveDate,
) -> Result<Vec<WrittenSheet>, ApiError> {
    let people = people_for(snapshot, &args.people)?;
    let basis = args.basis.unwrap_or(RiskBasis::Existing);
    let mut names: HashSet<String> = HashSet::new();
    let mut written = Vec::new();
    for person in people {
        let sheet = sheet::write(snapshot, Wanted { person: person.id, basis, date })?;
        let mut name = file_name(&person.name);
        let mut number = 2;
        while !names.insert(name.clone()) {
            name = format!("{}({number})", file_name(&person.name));
            number += 1;
        }
        let path = Path::new(&args.folder).join(format!("评分表-{name}.xlsx"));
        write_whole(&path, &sheet.bytes)?;
        written.push(WrittenSheet {
            person: person.name.clone(),
            path: path.display().to_string(),
            rows: number_of(sheet.rows),
        });
    }
    Ok(written)
}

/// Those named, or the members of the open round, or everybody.
fn people_for<'a>(snapshot: &'a Snapshot, wanted: &[PersonId]) -> Result<Vec<&'a Person>, ApiError> {
    let mut people: Vec<&Person> = Vec::new();
    for id in wanted {
        let row = RowId { table: Table::Person, id: (*id).into() };
        people.push(snapshot.people.get(*id).ok_or(edit::Refusal::NoSuchRow(row))?);
    }
    if people.is_empty() {
        let open = snapshot.rounds.iter().rfind(|round| round.state == RoundState::Open);
        let members =
            snapshot.round_members.iter().filter(|own| Some(own.round_id) == open.map(|own| own.id));
        people = members.filter_map(|own| snapshot.people.get(own.person_id)).collect();
    }
    if people.is_empty() {
        people = snapshot.people.iter().collect();
    }
    if people.is_empty() {
        return Err(ApiError::new(
            "no-people",
            "项目中还没有人员，请先添加评估人。",
            "The project has no people yet. Add the assessors first.",
        ));
    }
    people.sort_by_key(|person| (person.ordinal, person.id));
    people.dedup_by_key(|person| person.id);
    Ok(people)
}

/// A name as a part of a file name that every system takes.
fn file_name(name: &str) -> String {
    let refused =
        |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '.');
    let clean: String = name.chars().map(|c| if refused(c) { '_' } else { c }).take(60).collect();
    let clean = clean.trim().to_owned();
    if clean.is_empty() { "未命名".to_owned() } else { clean }
}

fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Reads a file whole, up to the size that is accepted.
fn read_file(path: &Path) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(sheet::LARGEST_SHEET).unwrap_or(u64::MAX).saturating_add(1);
    let shown = path.display();
    if path.is_dir() {
        return Err(ApiError::new(
            "no-sheets",
            format!("文件夹 {shown} 中没有 Excel 文件（.xlsx），请另选文件夹或直接选择评分表。"),
            format!(
                "There are no spreadsheets (.xlsx) in {shown}. Choose another folder, or the sheets themselves."
            ),
        ));
    }
    std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)).map_err(|error| {
        ApiError::new(
            "file",
            format!("{shown} 无法读取（{error}）。请检查路径和权限。"),
            format!("{shown} cannot be read ({error}). Check the path and the permissions."),
        )
    })?;
    Ok(bytes)
}

/// The files that paths name, each once: a folder stands for the spreadsheets in it, by name.
fn files_of(paths: &[String]) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for path in paths {
        let Ok(entries) = std::fs::read_dir(path) else {
            files.push(path.clone());
            continue;
        };
        let own = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|own| is_sheet(own));
        let mut own: Vec<String> = own.map(|own| own.display().to_string()).collect();
        own.sort();
        // A folder without any is told like a file that cannot be read.
        if own.is_empty() {
            own.push(path.clone());
        }
        files.extend(own);
    }
    let mut seen = HashSet::new();
    files.retain(|path| seen.insert(path.clone()));
    files
}

/// Whether a file of a folder is a spreadsheet that somebody filled in, not one that a program has open just now.
fn is_sheet(path: &Path) -> bool {
    let is_xlsx = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    is_xlsx && path.is_file() && !name.starts_with("~$") && !name.starts_with('.')
}

/// Reads sheets and judges every row. Nothing is written.
pub fn judge_sheets(snapshot: &Snapshot, paths: &[String]) -> (SheetsReport, Vec<TakenScore>) {
    let paths = &files_of(paths);
    let mut report = SheetsReport::default();
    let mut scores: Vec<TakenScore> = Vec::new();
    let mut known: HashMap<(PossibleAccidentId, PersonId, RiskBasis), String> = HashMap::new();
    for path in paths {
        let read = read_file(Path::new(path)).and_then(|bytes| Ok(sheet::read(&bytes)?));
        let file = match read {
            Ok(file) => file,
            Err(error) => {
                report.refused.push(SheetRefusal {
                    row: 0,
                    reason: error.chinese.clone(),
                    english: error.english.clone(),
                    code: error.code,
                    tab: String::new(),
                    file: path.clone(),
                });
                report.files.push(SheetFileLine {
                    path: path.clone(),
                    assessor: String::new(),
                    taken: 0,
                    refused: 1,
                    problem: Some(Words { chinese: error.chinese, english: error.english }),
                });
                continue;
            }
        };
        let judged = sheet::judge(snapshot, &file);
        let refusal = |row: u32, tab: String, why: &sheet::Refusal| SheetRefusal {
            row,
            reason: why.explain(Language::Chinese),
            english: why.explain(Language::English),
            code: why.code().to_owned(),
            tab,
            file: path.clone(),
        };
        let mut refused: Vec<SheetRefusal> =
            judged.refused.into_iter().map(|own| refusal(own.row, own.tab, &own.why)).collect();
        let mut taken = 0;
        for score in judged.scores {
            let key = (score.accident, score.assessor, score.basis);
            if let Some(other) = known.get(&key) {
                let mut refusal = refusal(score.row, score.tab, &sheet::Refusal::Twice(Vec::new()));
                refusal.reason = format!("同一项已在文件 {other} 中评分，请只保留一份。");
                refusal.english = format!("The same item is scored in {other} too. Keep one.");
                refused.push(refusal);
                continue;
            }
            known.insert(key, path.clone());
            taken += 1;
            report.unchanged += u32::from(score.unchanged);
            scores.push(TakenScore {
                accident: score.accident,
                assessor: score.assessor,
                basis: score.basis,
                preset: score.preset,
                factors: score.factors,
            });
        }
        report.taken += taken;
        report.blank += number_of(judged.blank);
        report.files.push(SheetFileLine {
            path: path.clone(),
            assessor: judged.assessor,
            taken,
            refused: number_of(refused.len()),
            problem: None,
        });
        report.refused.extend(refused);
    }
    (report, scores)
}

/// Takes the good rows of sheets into the open project, as one step.
pub fn apply_sheets(session: &mut Session, paths: &[String]) -> Result<SheetsOutcome, ApiError> {
    let (report, scores) = judge_sheets(session.snapshot(), paths);
    let changed = if report.taken > report.unchanged {
        Some(session.execute(Command::TakeScores(TakeScores { scores }))?)
    } else {
        None
    };
    Ok(SheetsOutcome { report, changed })
}

impl App {
    /// Writes sheets.
    pub(crate) fn write_sheets(&self, args: WriteSheetsArgs) -> Result<Vec<WrittenSheet>, ApiError> {
        self.with(|session| write_sheets(session.snapshot(), &args, self.world.today()))
    }

    /// Reads sheets without taking anything.
    pub(crate) fn preview_sheets(&self, args: ReadSheetsArgs) -> Result<SheetsReport, ApiError> {
        self.with(|session| Ok(judge_sheets(session.snapshot(), &args.paths).0))
    }

    /// Takes the good rows of sheets, as one step.
    pub(crate) fn apply_sheets(&self, args: ReadSheetsArgs) -> Result<SheetsOutcome, ApiError> {
        self.with_mut(|session| apply_sheets(session, &args.paths))
    }
}
