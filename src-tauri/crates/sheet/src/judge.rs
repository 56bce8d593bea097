//! Judges every row of a sheet by the project: taken, left empty, or refused with a reason.
//! Relies on ids; the words beside them are never compared.
//! Knows nothing of how scores are written.

use crate::error::Refusal;
use crate::layout::{ID, PRESET};
use crate::read::{SheetFile, Tab, Value};
use domain::{
    Assessment, CriteriaPresetId, Decimal, Explain as _, Factors, Language, PersonId, PossibleAccidentId,
    RiskBasis, Snapshot, Uuid,
};
use evaluation::{Preset, evaluate};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a sheet brings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Judged {
    /// Whose scores they are, by name; empty when it cannot be told.
    pub assessor: String,
    /// Good rows.
    pub scores: Vec<SheetScore>,
    /// How many rows were left empty.
    pub blank: usize,
    /// Refused rows in order.
    pub refused: Vec<RefusedRow>,
}

/// A good row.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetScore {
    /// The tab.
    pub tab: String,
    /// The row as spreadsheets number it.
    pub row: u32,
    /// The possible accident.
    pub accident: PossibleAccidentId,
    /// Who scores.
    pub assessor: PersonId,
    /// With or without measures.
    pub basis: RiskBasis,
    /// The criteria.
    pub preset: CriteriaPresetId,
    /// The values.
    pub factors: Factors,
    /// Whether the project has this very score already.
    pub unchanged: bool,
}

/// A refused row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// The tab.
    pub tab: String,
    /// The row as spreadsheets number it.
    pub row: u32,
    /// Why.
    pub why: Refusal,
}

/// Judges a sheet.
pub fn judge(snapshot: &Snapshot, file: &SheetFile) -> Judged {
    let person = file.assessor().and_then(|id| id.parse::<Uuid>().ok());
    let person = person.and_then(|id| snapshot.people.get(id.into()));
    let project = snapshot.project().map(|project| project.id.to_string());
    let presets: HashMap<CriteriaPresetId, Preset> =
        snapshot.presets.iter().filter_map(|own| Some((own.id, Preset::from_record(own).ok()?))).collect();
    let mut judge = Judge {
        snapshot,
        presets,
        own_project: project.as_deref() == file.project(),
        assessor: person.map(|person| person.id),
        basis: file.basis().and_then(|basis| basis.parse().ok()).unwrap_or(RiskBasis::Existing),
        known: HashMap::new(),
        judged: Judged {
            assessor: person.map_or_else(String::new, |person| person.name.clone()),
            ..Judged::default()
        },
    };
    if let Some(person) = person {
        let own = |row: &&Assessment| row.assessor_id == person.id && row.basis == judge.basis;
        judge.known = snapshot.assessments.iter().filter(own).map(|row| (row.accident_id, row)).collect();
    }
    let twins = twins(file);
    for tab in &file.tabs {
        judge.tab(tab, &twins);
    }
    judge.judged
}

/// In which rows each id stands, for ids that stand in several.
fn twins(file: &SheetFile) -> BTreeMap<String, Vec<u32>> {
    let mut rows: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for tab in &file.tabs {
        let Some(column) = column(tab, ID) else { continue };
        for (row, cells) in &tab.rows {
            if let Some(Value::Text(id)) = cells.get(&column) {
                rows.entry(id.to_lowercase()).or_default().push(*row);
            }
        }
    }
    rows.retain(|_, rows| rows.len() > 1);
    rows
}

/// The only column with this header.
fn column(tab: &Tab, header: &str) -> Option<u32> {
    let mut found = tab.headers.iter().filter(|(_, text)| *text == header).map(|(column, _)| *column);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

struct Judge<'a> {
    snapshot: &'a Snapshot,
    presets: HashMap<CriteriaPresetId, Preset>,
    own_project: bool,
    assessor: Option<PersonId>,
    basis: RiskBasis,
    known: HashMap<PossibleAccidentId, &'a Assessment>,
    judged: Judged,
}

impl Judge<'_> {
    fn refuse(&mut self, tab: &Tab, row: u32, why: Refusal) {
        self.judged.refused.push(RefusedRow { tab: tab.name.clone(), row, why });
    }

    fn tab(&mut self, tab: &Tab, twins: &BTreeMap<String, Vec<u32>>) {
        let missing: Vec<String> =
            [ID, PRESET].into_iter().filter(|word| column(tab, word).is_none()).map(str::to_owned).collect();
        let (Some(id), Some(preset)) = (column(tab, ID), column(tab, PRESET)) else {
            self.refuse(tab, tab.header_row, Refusal::Headers(missing));
            return;
        };
        let missing = self.missing_values(tab, preset);
        if !missing.is_empty() {
            self.refuse(tab, tab.header_row, Refusal::Headers(missing));
            return;
        }
        for (row, cells) in &tab.rows {
            match self.row(tab, (id, preset), cells, twins, *row) {
                Ok(Some(score)) => {
                    let score = SheetScore { tab: tab.name.clone(), row: *row, ..score };
                    self.judged.scores.push(score);
                }
                Ok(None) => {}
                Err(why) => self.refuse(tab, *row, why),
            }
        }
    }

    /// Values of the tab's criteria that no header, or more than one, stands for.
    fn missing_values(&self, tab: &Tab, preset_column: u32) -> Vec<String> {
        let ids = tab.rows.iter().filter_map(|(_, cells)| match cells.get(&preset_column) {
            Some(Value::Text(text)) => Some(text.as_str()),
            Some(Value::Number(_) | Value::Formula | Value::Other) | None => None,
        });
        let ids: BTreeSet<&str> = ids.collect();
        let presets = ids.into_iter().filter_map(|id| self.presets.get(&id.parse::<Uuid>().ok()?.into()));
        let symbols: BTreeSet<&str> =
            presets.flat_map(Preset::factors).map(|factor| factor.symbol.as_str()).collect();
        symbols.into_iter().filter(|symbol| column(tab, symbol).is_none()).map(str::to_owned).collect()
    }

    /// A row's score; nothing for a row that says nothing.
    fn row(
        &mut self,
        tab: &Tab,
        (id_column, preset_column): (u32, u32),
        cells: &BTreeMap<u32, Value>,
        twins: &BTreeMap<String, Vec<u32>>,
        row: u32,
    ) -> Result<Option<SheetScore>, Refusal> {
        let id = match cells.get(&id_column) {
            Some(Value::Text(id)) => id,
            Some(Value::Number(number)) => return Err(Refusal::BadId(number.to_string())),
            Some(Value::Formula | Value::Other) => return Err(Refusal::BadId("…".to_owned())),
            None => {
                // Notes beside or below the table carry no values in its columns.
                let has_values = tab.headers.iter().any(|(column, header)| {
                    header.len() == 1 && header.is_ascii() && cells.contains_key(column)
                });
                return if has_values { Err(Refusal::NoId) } else { Ok(None) };
            }
        };
        let accident: Uuid = id.parse().map_err(|_| Refusal::BadId(id.chars().take(40).collect()))?;
        let preset = match cells.get(&preset_column) {
            Some(Value::Text(text)) => text.parse::<Uuid>().ok(),
            Some(Value::Number(_) | Value::Formula | Value::Other) | None => None,
        };
        let preset_id: Option<CriteriaPresetId> = preset.map(Into::into);
        let preset = preset_id.and_then(|id| self.presets.get(&id));
        let values = values(tab, cells, preset)?;
        let Some(values) = values else {
            self.judged.blank += 1;
            return Ok(None);
        };
        if let Some(rows) = twins.get(&id.to_lowercase()) {
            return Err(Refusal::Twice(rows.iter().copied().filter(|other| *other != row).collect()));
        }
        if !self.own_project {
            return Err(Refusal::OtherProject);
        }
        let accident: PossibleAccidentId = accident.into();
        self.snapshot.accidents.get(accident).ok_or(Refusal::NoAccident)?;
        let assessor = self.assessor.ok_or(Refusal::NoAssessor)?;
        let (Some(preset_id), Some(preset)) = (preset_id, preset) else { return Err(Refusal::NoPreset) };
        let factors = Factors::new(values).map_err(|error| Refusal::NotInPreset(error.to_string()))?;
        evaluate(preset, std::slice::from_ref(&factors)).map_err(|error| {
            let (chinese, english) = (error.explain(Language::Chinese), error.explain(Language::English));
            Refusal::NotInPreset(format!("{chinese}\n{english}"))
        })?;
        let same = |own: &&&Assessment| own.preset_id == preset_id && own.factors == factors;
        let unchanged = self.known.get(&accident).filter(same).is_some();
        let basis = self.basis;
        let (tab, row) = (String::new(), 0);
        Ok(Some(SheetScore { tab, row, accident, assessor, basis, preset: preset_id, factors, unchanged }))
    }
}

/// The values of a row in the order of its criteria; nothing when all are empty.
fn values(
    tab: &Tab,
    cells: &BTreeMap<u32, Value>,
    preset: Option<&Preset>,
) -> Result<Option<Vec<Decimal>>, Refusal> {
    let Some(preset) = preset else {
        // Without known criteria any single-letter column may be a value.
        let is_value = |(column, header): (&u32, &String)| {
            header.chars().count() == 1 && header.is_ascii() && cells.contains_key(column)
        };
        return if tab.headers.iter().any(is_value) { Err(Refusal::NoPreset) } else { Ok(None) };
    };
    let symbols: Vec<&str> = preset.factors().iter().map(|factor| factor.symbol.as_str()).collect();
    let found: Vec<(&str, Option<&Value>)> = symbols
        .iter()
        .map(|symbol| (*symbol, column(tab, symbol).and_then(|column| cells.get(&column))))
        .collect();
    if found.iter().all(|(_, value)| value.is_none()) {
        return Ok(None);
    }
    let empty: Vec<String> =
        found.iter().filter(|(_, value)| value.is_none()).map(|(symbol, _)| (*symbol).to_owned()).collect();
    let mut values = Vec::new();
    for (symbol, value) in found {
        match value {
            None => {}
            Some(Value::Formula) => return Err(Refusal::Formula(symbol.to_owned())),
            Some(Value::Text(text)) => {
                return Err(Refusal::Text(symbol.to_owned(), text.chars().take(40).collect()));
            }
            Some(Value::Other) => return Err(Refusal::NotANumber(symbol.to_owned())),
            // The shortest text that is this number: 0.1 stays 0.1.
            Some(Value::Number(number)) => match number.to_string().parse::<Decimal>() {
                Ok(number) => values.push(number),
                Err(_) => return Err(Refusal::NotANumber(symbol.to_owned())),
            },
        }
    }
    if empty.is_empty() { Ok(Some(values)) } else { Err(Refusal::Incomplete(empty)) }
}
