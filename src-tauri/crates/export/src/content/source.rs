//! What prints are made from: the rows, what follows from them, which edition it is, and whether phones are open.
//! Relies on indexes built once, so that ten thousand points are listed in one walk.
//! Must not know: which print is made.

use super::excerpt::FloorParts;
use super::papers::Dangers;
use super::point::code_order;
use chrono::NaiveDate;
use domain::{
    AccidentCatalogue, ColourSet, ControlMeasure, CriteriaPresetId, DirectDetermination, FloorId, Hazard,
    HazardId, Language, PossibleAccident, Project, RiskBasis, RiskPointId, Snapshot, Uuid, accident_type_in,
};
use evaluation::{Preset, RiskPicture};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Which state of the project is printed. Given by the caller: this crate has no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// The revision of the project, printed as its version.
    pub revision: i64,
    /// The day of the last change.
    pub date: NaiveDate,
}

/// Whether personal phone numbers are printed whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phones {
    /// As 138****0021.
    #[default]
    Masked,
    /// Whole.
    Open,
}

/// What stands at the head and the foot of every print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Masthead {
    /// The organisation.
    pub organisation: String,
    /// One to four characters that stand for it.
    pub badge: String,
    /// 「版本 12」
    #[serde(skip)]
    pub version: String,
    /// The day of the last change.
    #[serde(skip)]
    pub day: NaiveDate,
    /// 「2026-11-21」
    #[serde(skip)]
    pub date: String,
    /// 「编制」 Empty when nobody is named.
    pub prepared_by: String,
    /// 「审核」 Empty when nobody is named.
    pub reviewed_by: String,
    /// 「值班电话」 May be empty.
    pub duty_phone: String,
    /// 「监督电话」 May be empty.
    pub report_phone: String,
    /// 「集合点」 May be empty.
    pub assembly_point: String,
}

/// Everything that prints are made from.
pub struct Source<'a> {
    /// The rows.
    pub snapshot: &'a Snapshot,
    /// What follows from them.
    pub picture: &'a RiskPicture,
    /// Which state it is.
    pub edition: Edition,
    /// Whether phone numbers are printed whole.
    pub phones: Phones,
    /// The day by which papers say what is due and overdue. Given by the caller; the day of the last change unless it is.
    pub today: NaiveDate,
    dangers: OnceLock<Dangers<'a>>,
    floors: BTreeMap<FloorId, OnceLock<Option<FloorParts<'a>>>>,
    presets: BTreeMap<CriteriaPresetId, Preset>,
    hazards: BTreeMap<RiskPointId, Vec<&'a Hazard>>,
    accidents: BTreeMap<HazardId, Vec<&'a PossibleAccident>>,
    measures: BTreeMap<HazardId, Vec<&'a ControlMeasure>>,
    determinations: BTreeMap<RiskPointId, Vec<&'a DirectDetermination>>,
}

impl<'a> Source<'a> {
    /// Reads the presets and builds the indexes.
    pub fn new(
        snapshot: &'a Snapshot,
        picture: &'a RiskPicture,
        edition: Edition,
        phones: Phones,
    ) -> Source<'a> {
        let preset = |own: &domain::CriteriaPreset| Some((own.id, Preset::from_record(own).ok()?));
        let mut source = Source {
            snapshot,
            picture,
            edition,
            phones,
            today: edition.date,
            dangers: OnceLock::new(),
            floors: snapshot.floors.iter().map(|floor| (floor.id, OnceLock::new())).collect(),
            presets: snapshot.presets.iter().filter_map(preset).collect(),
            hazards: BTreeMap::new(),
            accidents: BTreeMap::new(),
            measures: BTreeMap::new(),
            determinations: BTreeMap::new(),
        };
        for hazard in &snapshot.hazards {
            source.hazards.entry(hazard.point_id).or_default().push(hazard);
        }
        for accident in &snapshot.accidents {
            source.accidents.entry(accident.hazard_id).or_default().push(accident);
        }
        for measure in &snapshot.measures {
            source.measures.entry(measure.hazard_id).or_default().push(measure);
        }
        for determination in &snapshot.determinations {
            source.determinations.entry(determination.point_id).or_default().push(determination);
        }
        // Sorting is stable and rows come in the order of ids, so equal ordinals stay as they were made.
        source.hazards.values_mut().for_each(|own| own.sort_by_key(|hazard| hazard.ordinal));
        source.accidents.values_mut().for_each(|own| own.sort_by_key(|accident| accident.ordinal));
        source.measures.values_mut().for_each(|own| own.sort_by_key(|one| (one.category, one.ordinal)));
        source
    }

    /// The same on this day.
    #[must_use]
    pub fn on(mut self, today: NaiveDate) -> Source<'a> {
        self.today = today;
        self
    }

    /// Every hidden danger with where it stands.
    pub fn dangers(&self) -> &Dangers<'a> {
        self.dangers.get_or_init(|| Dangers::of(self.snapshot))
    }

    /// A floor gone through for excerpts of its plan; nothing without a plan.
    pub(super) fn floor_parts(&self, floor: FloorId) -> Option<&FloorParts<'a>> {
        self.floors.get(&floor)?.get_or_init(|| FloorParts::of(self, floor)).as_ref()
    }

    /// The preset with this id, if it can be read.
    pub(crate) fn preset(&self, id: Option<CriteriaPresetId>) -> Option<&Preset> {
        self.presets.get(&id?)
    }

    /// Hazards of a point in their order.
    pub(crate) fn hazards(&self, point: RiskPointId) -> &[&'a Hazard] {
        self.hazards.get(&point).map_or(&[], Vec::as_slice)
    }

    /// Possible accidents of a hazard in their order.
    pub(crate) fn accidents(&self, hazard: HazardId) -> &[&'a PossibleAccident] {
        self.accidents.get(&hazard).map_or(&[], Vec::as_slice)
    }

    /// What an accident type is called in the edition whose types this project's papers carry.
    pub(crate) fn accident_name(&self, code: &'a str) -> &'a str {
        let edition = self.snapshot.project().map_or(AccidentCatalogue::Gb1986, |own| own.accident_catalogue);
        accident_type_in(code, edition).map_or(code, |(found, _)| found.name(Language::Chinese))
    }

    /// Measures of a hazard by class and order.
    pub(crate) fn measures(&self, hazard: HazardId) -> &[&'a ControlMeasure] {
        self.measures.get(&hazard).map_or(&[], Vec::as_slice)
    }

    /// Direct determinations of a point.
    pub(crate) fn determinations(&self, point: RiskPointId) -> &[&'a DirectDetermination] {
        self.determinations.get(&point).map_or(&[], Vec::as_slice)
    }

    /// Every point, in the order of codes.
    pub fn points_in_order(&self) -> Vec<RiskPointId> {
        let mut points: Vec<_> = self.snapshot.points.iter().collect();
        points.sort_by_cached_key(|point| (code_order(&point.code), point.id));
        points.into_iter().map(|point| point.id).collect()
    }

    /// The project's identity; nil for rows without a project.
    pub fn project(&self) -> Uuid {
        self.snapshot.project().map_or(Uuid::nil(), |project| project.id.into())
    }

    /// Which colours the levels have.
    pub(crate) fn colours(&self) -> ColourSet {
        self.snapshot.project().map_or(ColourSet::Print, |project| project.colour_set)
    }

    /// Head and foot of every print.
    pub fn masthead(&self) -> Masthead {
        let organisation = self.snapshot.organisation();
        let style = self.snapshot.print_styles.iter().next();
        let printed = style.map_or("", |own| own.name.trim());
        let name = if printed.is_empty() { organisation.map_or("", |own| own.name.trim()) } else { printed };
        let short = organisation.map_or("", |own| own.short_name.trim());
        let badge: String = match short.chars().count() {
            1..=4 => short.to_owned(),
            _ => short.chars().chain(name.chars()).take(1).collect(),
        };
        let own_badge = style.map_or("", |own| own.badge.trim());
        let badge = if own_badge.is_empty() { badge } else { own_badge.to_owned() };
        let field = |pick: fn(&Project) -> &String| {
            self.snapshot.project().map_or(String::new(), |project| pick(project).trim().to_owned())
        };
        Masthead {
            organisation: name.to_owned(),
            badge,
            version: match self.picture.basis {
                RiskBasis::Existing => format!("版本 {}", self.edition.revision),
                RiskBasis::Inherent => format!("版本 {}（固有风险）", self.edition.revision),
            },
            day: self.edition.date,
            date: self.edition.date.format("%Y-%m-%d").to_string(),
            prepared_by: field(|own| &own.prepared_by),
            reviewed_by: field(|own| &own.reviewed_by),
            duty_phone: field(|own| &own.duty_phone),
            report_phone: field(|own| &own.report_phone),
            assembly_point: field(|own| &own.assembly_point),
        }
    }

    /// A personal phone number as it may be printed.
    pub(crate) fn phone(&self, number: &str) -> String {
        match self.phones {
            Phones::Open => number.trim().to_owned(),
            Phones::Masked => masked(number),
        }
    }
}

/// The first three and the last four digits of a number; of a short one only the last two.
fn masked(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    let end = |count: usize| digits.iter().skip(digits.len().saturating_sub(count)).collect::<String>();
    match digits.len() {
        0 if number.trim().is_empty() => String::new(),
        0..=2 => "****".to_owned(),
        3..=7 => format!("****{}", end(2)),
        _ => format!("{}****{}", digits.iter().take(3).collect::<String>(), end(4)),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn masked_numbers_keep_what_tells_them_apart_and_no_more() {
        assert_eq!(masked("13812340021"), "138****0021");
        assert_eq!(masked(" 138-1234-0021 "), "138****0021");
        assert_eq!(masked("0371-6390-0101"), "037****0101");
        assert_eq!(masked("8021"), "****21");
        assert_eq!(masked("内线"), "****");
        assert_eq!(masked(""), "");
    }
}
