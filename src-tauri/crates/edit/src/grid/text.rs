//! From rows to the text of cells: what the grid shows and what is copied to a spreadsheet.
//! Relies on being what [`super::parse`] reads: a copied cell pasted back changes nothing.
//! Knows nothing of windows.

use crate::grid::GridColumn;
use domain::{
    AnyRecord, Cell, ControlMeasure, Hazard, HazardId, Language, MeasureCategory, MeasureStatus,
    PossibleAccident, RowId, Snapshot, accident_type,
};
use std::collections::HashMap;

/// Texts of cells. Rows below hazards are sorted by hazard once.
pub struct GridTexts<'a> {
    snapshot: &'a Snapshot,
    accidents: HashMap<HazardId, Vec<&'a PossibleAccident>>,
    measures: HashMap<HazardId, Vec<&'a ControlMeasure>>,
}

impl<'a> GridTexts<'a> {
    /// Texts of the rows of a snapshot.
    pub fn new(snapshot: &'a Snapshot) -> Self {
        Self::of(snapshot, |_| true)
    }

    /// Texts of some hazards only, for a page of a long worksheet.
    pub fn of(snapshot: &'a Snapshot, wanted: impl Fn(HazardId) -> bool) -> Self {
        let mut accidents: HashMap<HazardId, Vec<&PossibleAccident>> = HashMap::new();
        for accident in snapshot.accidents.iter().filter(|own| wanted(own.hazard_id)) {
            accidents.entry(accident.hazard_id).or_default().push(accident);
        }
        let mut measures: HashMap<HazardId, Vec<&ControlMeasure>> = HashMap::new();
        for measure in snapshot.measures.iter().filter(|own| wanted(own.hazard_id)) {
            measures.entry(measure.hazard_id).or_default().push(measure);
        }
        accidents.values_mut().for_each(|own| own.sort_by_key(|accident| (accident.ordinal, accident.id)));
        measures.values_mut().for_each(|own| own.sort_by_key(|measure| (measure.ordinal, measure.id)));
        Self { snapshot, accidents, measures }
    }

    /// Accidents of a hazard in order.
    pub fn accidents(&self, hazard: HazardId) -> &[&'a PossibleAccident] {
        self.accidents.get(&hazard).map(Vec::as_slice).unwrap_or_default()
    }

    /// Measures of a hazard of one class and state, in order.
    pub fn measures(
        &self,
        hazard: HazardId,
        category: MeasureCategory,
        status: MeasureStatus,
    ) -> impl Iterator<Item = &'a ControlMeasure> {
        let own = self.measures.get(&hazard).map(Vec::as_slice).unwrap_or_default();
        own.iter().copied().filter(move |own| own.category == category && own.status == status)
    }

    /// The text of a cell; empty for a row that is not there.
    pub fn text(&self, row: RowId, column: GridColumn) -> String {
        let hazard = || HazardId::from(row.id);
        match column {
            GridColumn::Own(column) => {
                let Some(record) = self.snapshot.get(row) else { return String::new() };
                let index = row.table.columns().iter().position(|own| own.name == column.name);
                let cell = index.map_or(Cell::Null, |index| record.cell(index));
                if let Some(word) = (column.word)(&cell, Language::Chinese) {
                    return word.to_owned();
                }
                match (column.references, &cell) {
                    (Some(table), Cell::Text(id)) => {
                        let named = id.parse().ok().and_then(|id| self.snapshot.get(RowId { table, id }));
                        named.map_or_else(String::new, |record| name(&record))
                    }
                    _ => cell.to_string(),
                }
            }
            GridColumn::Accidents => {
                let names = self.accidents(hazard()).iter().map(|own| {
                    accident_type(&own.accident_type).map_or_else(
                        || own.accident_type.clone(),
                        |found| format!("{}{}", found.code, found.name(Language::Chinese)),
                    )
                });
                names.collect::<Vec<_>>().join("、")
            }
            GridColumn::Measures(category, status) => {
                let texts = self.measures(hazard(), category, status).map(|own| own.content.as_str());
                texts.collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// The hazard of a row.
    pub fn hazard(&self, row: RowId) -> Option<&'a Hazard> {
        self.snapshot.hazards.get(row.id.into())
    }
}

fn name(record: &AnyRecord) -> String {
    match record {
        AnyRecord::Department(own) => own.name.clone(),
        AnyRecord::Person(own) => own.name.clone(),
        AnyRecord::Post(own) => own.name.clone(),
        AnyRecord::Building(own) => own.name.clone(),
        AnyRecord::RiskZone(own) => own.name.clone(),
        AnyRecord::ControlTier(own) => own.name.clone(),
        other => other.row_id().id.to_string(),
    }
}
