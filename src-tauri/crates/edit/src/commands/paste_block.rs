//! Pasting a block into the grid, and filling the first row down: one step, or nothing at all.
//! Relies on every cell being read and judged before any is written; refused cells are named by row and column.
//! Knows nothing of clipboards.

use crate::command::{Context, Plan};
use crate::commands::set_field::check_value;
use crate::grid::{Block, BlockError, CellFault, GridColumn, GridTexts, Names, Parsed, Why, parse_cell};
use crate::numbering::{Codes, HazardNumbers};
use crate::refusal::Refusal;
use domain::{
    AnyRecord, Cell, CheckItem, ControlMeasure, ControlMeasureId, Hazard, HazardId, HiddenDanger, Language,
    PossibleAccident, PossibleAccidentId, RiskPoint, RiskPointId, RiskPointKind, RowId, Snapshot, Table,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::{Label, Write};

/// What rows beyond the given ones become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum NewRows {
    /// Points of a family, without a place, with codes by rule.
    Points(RiskPointKind),
    /// Hazards of a point.
    Hazards(RiskPointId),
}

/// Puts a block of texts into cells: row by row of the block into `rows`, column by column into `columns`. A block of
/// one cell goes into all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct PasteBlock {
    /// The rows of the grid, in the order they are shown, all of one table.
    pub rows: Vec<RowId>,
    /// The columns, in the order they are shown: columns of the table, `accidents`, `measures:CLASS:STATE`.
    pub columns: Vec<String>,
    /// The text from the clipboard.
    pub text: String,
    /// What rows of the block beyond `rows` become; left out, they are refused.
    #[serde(default)]
    pub create: Option<NewRows>,
    /// Take the good cells though others are refused. A row with a refused new name or description is left out.
    #[serde(default)]
    pub skip_refused: bool,
}

/// Puts what stands in the first row into the same columns of the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct FillDown {
    /// The rows, the one to copy first.
    pub rows: Vec<RowId>,
    /// The columns.
    pub columns: Vec<String>,
}

/// What a block would do.
pub struct PastePlan {
    /// The writes, as one step.
    pub plan: Plan,
    /// Cells that are not taken.
    pub refused: Vec<CellFault>,
    /// How many cells are.
    pub taken: usize,
    /// How many rows are new.
    pub added: usize,
}

impl FillDown {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let (first, others) = self.rows.split_first().ok_or(Refusal::Nothing)?;
        if others.is_empty() || self.columns.is_empty() {
            return Err(Refusal::Nothing);
        }
        let columns = columns(first.table, &self.columns)?;
        let texts = GridTexts::new(context.snapshot);
        // References as ids, since two people may have one name.
        let line: Vec<String> =
            columns.iter().map(|column| exact(context, &texts, *first, *column)).collect();
        let block = Block(others.iter().map(|_| line.clone()).collect());
        let found = paste(context, others, first.table, &columns, &block, None)?;
        if !found.refused.is_empty() {
            return Err(Refusal::Cells(found.refused));
        }
        let mut plan = found.plan;
        let count = others.len();
        plan.label = Label::new(format!("向下填充（{count} 行）"), format!("Fill down {count} rows"));
        Ok(plan)
    }
}

fn exact(context: &Context<'_>, texts: &GridTexts<'_>, row: RowId, column: GridColumn) -> String {
    if let GridColumn::Own(own) = column
        && own.references.is_some()
        && let Some(record) = context.snapshot.get(row)
    {
        let index = row.table.columns().iter().position(|one| one.name == own.name);
        return index.map_or_else(String::new, |index| record.cell(index).to_string());
    }
    texts.text(row, column)
}

impl PasteBlock {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let skip = self.skip_refused;
        let found = self.preview(context)?;
        if !found.refused.is_empty() && !skip {
            return Err(Refusal::Cells(found.refused));
        }
        Ok(found.plan)
    }

    /// What the block would do, with every cell that is refused.
    pub fn preview(&self, context: &mut Context<'_>) -> Result<PastePlan, Refusal> {
        let table = match (self.rows.first(), self.create) {
            (Some(row), _) => row.table,
            (None, Some(NewRows::Points(_))) => Table::RiskPoint,
            (None, Some(NewRows::Hazards(_))) => Table::Hazard,
            (None, None) => return Err(Refusal::Nothing),
        };
        let columns = columns(table, &self.columns)?;
        let mut block = Block::parse(&self.text).map_err(|BlockError| Refusal::TooMuch)?;
        let single = block.single().filter(|_| !self.rows.is_empty()).map(str::to_owned);
        if let Some(text) = single {
            block = Block(vec![vec![text; columns.len()]; self.rows.len()]);
        }
        paste(context, &self.rows, table, &columns, &block, self.create)
    }
}

fn columns(table: Table, names: &[String]) -> Result<Vec<GridColumn>, Refusal> {
    if names.is_empty() {
        return Err(Refusal::Nothing);
    }
    let column = |name: &String| {
        GridColumn::of(table, name)
            .filter(|column| column.may_be_written(table))
            .ok_or_else(|| Refusal::NotByItself { table, column: name.clone() })
    };
    names.iter().map(column).collect()
}

/// A block on its way into rows.
struct Paste<'a, 'b> {
    context: &'a mut Context<'b>,
    columns: &'a [GridColumn],
    plan: Plan,
    refused: Vec<CellFault>,
    names: Names<'b>,
    codes: Option<Codes<'b>>,
    numbers: HazardNumbers,
    judged: Option<Judged>,
    /// Rows that name measures and live on without them, likewise.
    naming: Option<Naming>,
    taken: usize,
    added: usize,
}

/// What hangs on accidents, sorted by them once.
struct Judged(HashMap<PossibleAccidentId, Vec<RowId>>);

impl Judged {
    fn new(snapshot: &Snapshot) -> Self {
        let mut rows: HashMap<PossibleAccidentId, Vec<RowId>> = HashMap::new();
        for own in &snapshot.assessments {
            let row = RowId { table: Table::Assessment, id: own.id.into() };
            rows.entry(own.accident_id).or_default().push(row);
        }
        for own in &snapshot.adjustments {
            let row = RowId { table: Table::LevelAdjustment, id: own.id.into() };
            rows.entry(own.accident_id).or_default().push(row);
        }
        Self(rows)
    }
}

/// Check items and hidden dangers by the measure that they name, each as it is without it.
struct Naming(HashMap<ControlMeasureId, Vec<AnyRecord>>);

impl Naming {
    fn new(snapshot: &Snapshot) -> Self {
        let mut rows: HashMap<ControlMeasureId, Vec<AnyRecord>> = HashMap::new();
        for own in &snapshot.check_items {
            if let Some(measure) = own.measure_id {
                rows.entry(measure).or_default().push(CheckItem { measure_id: None, ..own.clone() }.into());
            }
        }
        for own in &snapshot.dangers {
            if let Some(measure) = own.measure_id {
                rows.entry(measure)
                    .or_default()
                    .push(HiddenDanger { measure_id: None, ..own.clone() }.into());
            }
        }
        Self(rows)
    }
}

fn paste(
    context: &mut Context<'_>,
    rows: &[RowId],
    table: Table,
    columns: &[GridColumn],
    block: &Block,
    create: Option<NewRows>,
) -> Result<PastePlan, Refusal> {
    let snapshot = context.snapshot;
    for row in rows {
        if row.table != table {
            return Err(Refusal::NotByItself { table: row.table, column: String::new() });
        }
    }
    if let Some(NewRows::Hazards(point)) = create {
        crate::commands::find(&snapshot.points, point)?;
    }
    let below = columns.iter().any(|column| !matches!(column, GridColumn::Own(_)));
    let texts = below.then(|| GridTexts::new(snapshot));
    let label = Label::new("粘贴", "Paste");
    let mut paste = Paste {
        context,
        columns,
        plan: Plan::new(label),
        refused: Vec::new(),
        names: Names::new(snapshot),
        codes: None,
        numbers: HazardNumbers::default(),
        judged: None,
        naming: None,
        taken: 0,
        added: 0,
    };
    for (index, cells) in block.0.iter().enumerate() {
        match (rows.get(index), create) {
            (Some(row), _) => {
                let record = snapshot.get(*row).ok_or(Refusal::NoSuchRow(*row))?;
                paste.row(index, record, cells, texts.as_ref(), None)?;
            }
            // Blank lines at the end of a block make no rows.
            (None, Some(_)) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
            (None, Some(create)) => paste.new_row(index, table, create, cells)?,
            (None, None) => {
                let why = Why::Own("no-row", "下面没有对应的行。", "There is no row for it.");
                paste.refuse((index, 0), "", &why);
            }
        }
    }
    let Paste { mut plan, refused, taken, added, .. } = paste;
    let count = block.0.len();
    plan.label = Label::new(format!("粘贴 {count} 行"), format!("Paste {count} rows"));
    Ok(PastePlan { plan, refused, taken, added })
}

impl Paste<'_, '_> {
    fn refuse(&mut self, place: (usize, usize), text: &str, why: &Why) {
        let name = self.columns.get(place.1).map_or_else(String::new, |own| own.name(Language::Chinese));
        self.refused.push(CellFault::new(place, name, text, why));
    }

    fn new_row(
        &mut self,
        index: usize,
        table: Table,
        create: NewRows,
        cells: &[String],
    ) -> Result<(), Refusal> {
        let record: AnyRecord = match create {
            NewRows::Points(kind) => RiskPoint::blank(self.context.id(), "", "", kind).into(),
            NewRows::Hazards(point) => {
                let mut hazard = Hazard::blank(self.context.id(), point, "");
                let snapshot = self.context.snapshot;
                let added = i64::try_from(self.added).unwrap_or(i64::MAX);
                hazard.number = self.numbers.next(snapshot, point);
                hazard.ordinal =
                    i64::try_from(snapshot.hazards.len()).unwrap_or(i64::MAX).saturating_add(1 + added);
                hazard.into()
            }
        };
        if record.row_id().table != table {
            return Err(Refusal::NotByItself { table, column: String::new() });
        }
        self.row(index, record, cells, None, Some(create))
    }

    /// Reads the cells of a row and plans what they change.
    fn row(
        &mut self,
        index: usize,
        mut record: AnyRecord,
        cells: &[String],
        texts: Option<&GridTexts<'_>>,
        create: Option<NewRows>,
    ) -> Result<(), Refusal> {
        let row = record.row_id();
        let before = record.clone();
        let mut below: Vec<(GridColumn, Parsed)> = Vec::new();
        for (place, (column, text)) in self.columns.iter().zip(cells).enumerate() {
            match self.cell(row, *column, text, &mut record) {
                Ok(Some(parsed)) => below.push((*column, parsed)),
                Ok(None) => {}
                Err(why) => {
                    self.refuse((index, place), text, &why);
                    continue;
                }
            }
            self.taken += 1;
        }
        if create.is_some() {
            self.name_new(&mut record);
        }
        if let Err(error) = record.check() {
            let is_it =
                |column: &GridColumn| matches!(column, GridColumn::Own(own) if own.name == error.column);
            let place = self.columns.iter().position(is_it).unwrap_or(0);
            let text = cells.get(place).cloned().unwrap_or_default();
            self.refuse((index, place), &text, &Why::from(error));
            return Ok(());
        }
        if create.is_some() {
            self.added += 1;
            self.plan.create(record);
        } else if record != before {
            self.plan.put(record);
        }
        let hazard = HazardId::from(row.id);
        for (column, parsed) in below {
            match (column, parsed) {
                (_, Parsed::Accidents(codes)) => self.accidents(hazard, codes, texts),
                (GridColumn::Measures(category, status), Parsed::Measures(lines)) => {
                    self.measures(hazard, (category, status), lines, texts);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Puts one cell into the record, or gives what it says of rows below.
    fn cell(
        &mut self,
        row: RowId,
        column: GridColumn,
        text: &str,
        record: &mut AnyRecord,
    ) -> Result<Option<Parsed>, Why> {
        let parsed = parse_cell(&mut self.names, row.table, column, text)?;
        let (GridColumn::Own(own), Parsed::Cell(cell)) = (column, &parsed) else { return Ok(Some(parsed)) };
        let is_code = own.name == "code" && matches!(row.table, Table::RiskPoint | Table::RiskZone);
        if is_code && text.trim().is_empty() && !self.context.snapshot.contains(row) {
            // A new row without a code gets one by rule.
            return Ok(None);
        }
        let known = self.context.snapshot;
        let codes = is_code.then(|| self.codes.get_or_insert_with(|| Codes::new(known)));
        if let (Some(codes), Cell::Text(code)) = (&codes, cell) {
            codes.check_free(code, row.id)?;
        } else {
            check_value(self.context, row, own.name, cell)?;
        }
        if let (Some(codes), Cell::Text(code)) = (codes, cell)
            && !code.is_empty()
            && !codes.give(code)
        {
            return Err(Why::Own(
                "code-taken",
                "编号在粘贴内容中重复。",
                "The code stands in the block twice.",
            ));
        }
        record.set(own.name, cell.clone())?;
        Ok(None)
    }

    /// Gives a new point its code by rule where the block has none that can be taken.
    fn name_new(&mut self, record: &mut AnyRecord) {
        let AnyRecord::RiskPoint(point) = record else { return };
        if point.code.is_empty() {
            let known = self.context.snapshot;
            let codes = self.codes.get_or_insert_with(|| Codes::new(known));
            point.code = codes.for_point(point.department_id, point.kind);
        }
    }

    fn accidents(&mut self, hazard: HazardId, codes: Vec<String>, texts: Option<&GridTexts<'_>>) {
        let known: BTreeMap<String, &PossibleAccident> = texts
            .map(|texts| texts.accidents(hazard))
            .unwrap_or_default()
            .iter()
            .map(|own| (own.accident_type.clone(), *own))
            .collect();
        let gone: HashSet<_> =
            known.values().filter(|own| !codes.contains(&own.accident_type)).map(|own| own.id).collect();
        for id in &gone {
            let judged = self.judged.get_or_insert_with(|| Judged::new(self.context.snapshot));
            for row in judged.0.get(id).into_iter().flatten() {
                self.plan.remove(*row);
            }
            self.plan.remove(RowId { table: Table::PossibleAccident, id: (*id).into() });
        }
        for (ordinal, accident_type) in (1..).zip(codes) {
            let id = known.get(&accident_type).map(|own| own.id);
            let row = PossibleAccident {
                id: id.unwrap_or_else(|| self.context.id()),
                hazard_id: hazard,
                accident_type,
                ordinal,
            };
            if known.get(&row.accident_type).is_none_or(|own| **own != row) {
                self.plan.put(row);
            }
        }
    }

    fn measures(
        &mut self,
        hazard: HazardId,
        (category, status): (domain::MeasureCategory, domain::MeasureStatus),
        lines: Vec<String>,
        texts: Option<&GridTexts<'_>>,
    ) {
        let old: Vec<&ControlMeasure> =
            texts.map(|texts| texts.measures(hazard, category, status).collect()).unwrap_or_default();
        // A line keeps its row: one with the same words, or else the one in the same place.
        let mut free: Vec<&ControlMeasure> =
            old.iter().copied().filter(|own| !lines.contains(&own.content)).collect();
        free.reverse();
        let mut used = HashSet::new();
        for (ordinal, content) in (1..).zip(lines) {
            let same = old.iter().find(|own| own.content == content && !used.contains(&own.id)).copied();
            let own = same.or_else(|| free.pop());
            let mut row = match own {
                Some(own) => own.clone(),
                None => {
                    ControlMeasure::new(self.context.id(), hazard, category, String::new(), status, ordinal)
                }
            };
            (row.category, row.status, row.ordinal, row.content) = (category, status, ordinal, content);
            row.six_class = row.six_class.filter(|own| category.six_classes().contains(own));
            used.insert(row.id);
            if own != Some(&row) {
                self.plan.put(row);
            }
        }
        for own in old.iter().filter(|own| !used.contains(&own.id)) {
            let naming = self.naming.get_or_insert_with(|| Naming::new(self.context.snapshot));
            for record in naming.0.remove(&own.id).into_iter().flatten() {
                self.plan.put(record);
            }
            self.plan.writes.push(Write::Remove(RowId { table: Table::ControlMeasure, id: own.id.into() }));
        }
    }
}
