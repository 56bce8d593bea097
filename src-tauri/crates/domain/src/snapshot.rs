//! All rows of a project in memory, by id: what every calculation and every view reads.
//! Relies on ids being time-ordered, so that walking a table is walking it in the order of creation.
//! Knows nothing of where the rows come from, and stores nothing that can be worked out.

use crate::field::Cell;
use crate::id::{CriteriaPresetId, DepartmentId};
use crate::language::Language;
use crate::record::{Column, Record, RecordError, Row};
use crate::{
    Appointment, Assessment, AssessmentRound, Building, Campus, ChangePoint, ChangeRecord, CheckItem,
    Checklist, ChecklistItem, ControlMeasure, ControlTier, CriteriaPreset, DangerPhoto, DangerReport,
    DangerStep, Department, DirectDetermination, Document, EmergencyPlan, Floor, Hazard, HiddenDanger,
    IgnoredFinding, Inspection, InspectionItem, InspectionPlan, Inspector, LevelAdjustment, Organisation,
    OwnSign, Person, PlanElement, PlanLayer, PlanPoint, PossibleAccident, Post, PrintStyle, PrintText,
    PrintedPiece, Project, RememberedMapping, RetiredCode, Review, ReviewedPoint, RiskPoint, RiskPointKind,
    RiskZone, RoundMember, RoundResult, SpecialDays, Term, Underlay,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A row's table and id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct RowId {
    /// The table.
    pub table: Table,
    /// The id.
    #[ts(type = "string")]
    pub id: Uuid,
}

/// The rows of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<R: Record>(BTreeMap<R::Id, R>);

impl<R: Record> Default for Rows<R> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<R: Record> Rows<R> {
    /// The row with this id.
    pub fn get(&self, id: R::Id) -> Option<&R> {
        self.0.get(&id)
    }

    /// The row that an optional reference names.
    pub fn find(&self, id: Option<R::Id>) -> Option<&R> {
        id.and_then(|id| self.0.get(&id))
    }

    /// Every row, in the order of ids.
    pub fn iter(&self) -> std::collections::btree_map::Values<'_, R::Id, R> {
        self.0.values()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts `row` in the place of the one with its id.
    pub fn put(&mut self, row: R) {
        self.0.insert(row.id(), row);
    }

    /// Takes the row with this id out.
    pub fn remove(&mut self, id: R::Id) -> Option<R> {
        self.0.remove(&id)
    }
}

impl<'a, R: Record> IntoIterator for &'a Rows<R> {
    type Item = &'a R;
    type IntoIter = std::collections::btree_map::Values<'a, R::Id, R>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<R: Record> FromIterator<R> for Rows<R> {
    fn from_iter<I: IntoIterator<Item = R>>(rows: I) -> Self {
        Self(rows.into_iter().map(|row| (row.id(), row)).collect())
    }
}

/// Gives all rows of a table; implemented by whoever keeps them.
pub trait Loader {
    /// What can go wrong.
    type Error;
    /// All rows of the table of `R`.
    fn rows<R: Record>(&mut self) -> Result<Vec<R>, Self::Error>;
}

/// A noun whose rows a snapshot keeps.
pub trait Kept: Record {
    /// Its rows.
    fn of(snapshot: &Snapshot) -> &Rows<Self>;
}

/// Goes through the tables one by one, each under its own type.
pub trait Visitor {
    /// One table.
    fn table<R: Kept>(&mut self);
}

/// The list of all tables: the one place that names them together.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident, $table:literal, $rows:ident, $chinese:literal, $english:literal;)*) => {
        /// A table of the project, one for each noun.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum Table {
            $($(#[$doc])* #[serde(rename = $table)] $name),*
        }

        impl Table {
            /// Every table, in an order in which a row comes after most of those it refers to.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its name in files and programs.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $table),* }
            }

            /// What people call one of its rows.
            pub const fn label(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::Chinese) => $chinese, (Self::$name, Language::English) => $english),*
                }
            }

            /// Its columns, `id` first.
            pub fn columns(self) -> &'static [Column] {
                match self { $(Self::$name => $name::COLUMNS),* }
            }

            /// The table of this name.
            pub fn by_name(name: &str) -> Option<Self> {
                match name { $($table => Some(Self::$name),)* _ => None }
            }

            /// Reads a row of this table.
            pub fn read(self, row: &dyn Row) -> Result<AnyRecord, RecordError> {
                match self { $(Self::$name => $name::read(row).map(AnyRecord::$name)),* }
            }
        }

        /// A row of any table.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
        #[serde(tag = "table", content = "row")]
        #[allow(clippy::large_enum_variant)]
        pub enum AnyRecord {
            $($(#[$doc])* #[serde(rename = $table)] $name($name)),*
        }

        impl AnyRecord {
            /// Its table and id.
            pub fn row_id(&self) -> RowId {
                match self { $(Self::$name(row) => RowId { table: Table::$name, id: row.id().into() }),* }
            }

            /// The cell at `index` of its columns.
            pub fn cell(&self, index: usize) -> Cell<'_> {
                match self { $(Self::$name(row) => row.cell(index)),* }
            }

            /// Puts `cell` into a column.
            pub fn set(&mut self, column: &str, cell: Cell<'_>) -> Result<(), RecordError> {
                match self { $(Self::$name(row) => row.set(column, cell)),* }
            }

            /// What must always be true of it alone.
            pub fn check(&self) -> Result<(), RecordError> {
                match self { $(Self::$name(row) => row.check()),* }
            }
        }

        $(impl From<$name> for AnyRecord {
            fn from(row: $name) -> Self {
                Self::$name(row)
            }
        }

        impl Kept for $name {
            fn of(snapshot: &Snapshot) -> &Rows<Self> {
                &snapshot.$rows
            }
        })*

        /// All rows of a project. Two snapshots are equal when every cell is.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Snapshot {
            $($(#[$doc])* pub $rows: Rows<$name>),*
        }

        impl Snapshot {
            /// Loads every table.
            pub fn load<L: Loader>(loader: &mut L) -> Result<Self, L::Error> {
                Ok(Self { $($rows: loader.rows::<$name>()?.into_iter().collect()),* })
            }

            /// Puts a row in the place of the one with its id.
            pub fn put(&mut self, record: AnyRecord) {
                match record { $(AnyRecord::$name(row) => self.$rows.put(row)),* }
            }

            /// Takes a row out.
            pub fn remove(&mut self, row: RowId) {
                match row.table { $(Table::$name => { self.$rows.remove(row.id.into()); })* }
            }

            /// A copy of a row.
            pub fn get(&self, row: RowId) -> Option<AnyRecord> {
                match row.table { $(Table::$name => self.$rows.get(row.id.into()).cloned().map(AnyRecord::$name)),* }
            }

            /// Whether there is such a row.
            pub fn contains(&self, row: RowId) -> bool {
                match row.table { $(Table::$name => self.$rows.get(row.id.into()).is_some()),* }
            }

            /// Leads a visitor through all tables, in the order of [`Table::ALL`].
            pub fn visit<V: Visitor>(visitor: &mut V) {
                $(visitor.table::<$name>();)*
            }

            /// Every row of every table, tables in the order of [`Table::ALL`].
            pub fn records(&self) -> impl Iterator<Item = AnyRecord> + '_ {
                std::iter::empty::<AnyRecord>()$(.chain(self.$rows.iter().cloned().map(AnyRecord::$name)))*
            }

            /// How many rows a table has.
            pub fn count(&self, table: Table) -> usize {
                match table { $(Table::$name => self.$rows.len()),* }
            }
        }
    };
}

tables! {
    /// Criteria presets.
    CriteriaPreset, "criteria_preset", presets, "评价准则", "criteria preset";
    /// Settings of the project; one row.
    Project, "project", projects, "项目", "project";
    /// The organisation; one row.
    Organisation, "organisation", organisations, "单位", "organisation";
    /// Departments.
    Department, "department", departments, "部门", "department";
    /// Posts.
    Post, "post", posts, "岗位", "post";
    /// People.
    Person, "person", people, "人员", "person";
    /// Campuses.
    Campus, "campus", campuses, "校区", "campus";
    /// Buildings.
    Building, "building", buildings, "建筑", "building";
    /// Floors.
    Floor, "floor", floors, "楼层", "floor";
    /// Layers of plans.
    PlanLayer, "plan_layer", plan_layers, "图层", "layer";
    /// Drawn parts of plans.
    PlanElement, "plan_element", plan_elements, "图元", "plan element";
    /// Pictures under plans.
    Underlay, "underlay", underlays, "底图", "underlay";
    /// Control tiers.
    ControlTier, "control_tier", tiers, "管控层级", "control tier";
    /// Risk zones.
    RiskZone, "risk_zone", zones, "风险区域", "risk zone";
    /// Risk points.
    RiskPoint, "risk_point", points, "风险点", "risk point";
    /// Hazards.
    Hazard, "hazard", hazards, "危险源", "hazard";
    /// Possible accidents.
    PossibleAccident, "possible_accident", accidents, "可能的事故类型", "possible accident";
    /// Assessments.
    Assessment, "assessment", assessments, "评价", "assessment";
    /// Direct determinations.
    DirectDetermination, "direct_determination", determinations, "直接判定", "direct determination";
    /// Leaders' adjustments.
    LevelAdjustment, "level_adjustment", adjustments, "等级调整", "level adjustment";
    /// Documents.
    Document, "document", documents, "文件", "document";
    /// Emergency plans.
    EmergencyPlan, "emergency_plan", plans, "应急预案", "emergency plan";
    /// Control measures.
    ControlMeasure, "control_measure", measures, "管控措施", "control measure";
    /// Assessment rounds.
    AssessmentRound, "assessment_round", rounds, "评价轮次", "assessment round";
    /// People of rounds.
    RoundMember, "round_member", round_members, "参与人", "round member";
    /// What approved rounds found, frozen.
    RoundResult, "round_result", round_results, "轮次结果", "round result";
    /// Check items, with the versions that they replaced.
    CheckItem, "check_item", check_items, "检查项", "check item";
    /// Acts of reviews.
    Review, "review", reviews, "审核记录", "review";
    /// What was submitted, as fingerprints.
    ReviewedPoint, "reviewed_point", reviewed_points, "送审内容", "reviewed point";
    /// Changes of the site.
    ChangeRecord, "change_record", changes, "变更", "change";
    /// Points that changes touch.
    ChangePoint, "change_point", change_points, "变更涉及的风险点", "point of a change";
    /// Findings that somebody decided to live with.
    IgnoredFinding, "ignored_finding", ignored_findings, "忽略的体检问题", "ignored finding";
    /// How lists of this client were read.
    RememberedMapping, "remembered_mapping", mappings, "记住的列对应", "remembered mapping";
    /// The look of the prints; at most one row.
    PrintStyle, "print_style", print_styles, "印制样式", "look of prints";
    /// Texts that one piece says otherwise.
    PrintText, "print_text", print_texts, "改写", "changed text";
    /// What hangs.
    PrintedPiece, "printed_piece", printed_pieces, "已印制", "printed piece";
    /// Safety signs of the organisation's own.
    OwnSign, "own_sign", own_signs, "自备标志", "own sign";
    /// Terms.
    Term, "term", terms, "学期", "term";
    /// Holidays, vacations, days worked in place of others.
    SpecialDays, "special_days", special_days, "节假日", "special days";
    /// What people may do.
    Appointment, "appointment", appointments, "安全职责", "safety duty";
    /// Check-lists that belong to no point.
    Checklist, "checklist", checklists, "专项检查表", "check-list";
    /// Their lines, with the versions that they replaced.
    ChecklistItem, "checklist_item", checklist_items, "检查表条目", "check-list item";
    /// The pool of inspectors.
    Inspector, "inspector", inspectors, "检查人员", "inspector";
    /// Inspection plans.
    InspectionPlan, "inspection_plan", inspection_plans, "排查计划", "inspection plan";
    /// Points that plans cover.
    PlanPoint, "plan_point", plan_points, "计划覆盖的风险点", "point of a plan";
    /// Inspections as they were done.
    Inspection, "inspection", inspections, "检查记录", "inspection";
    /// What they found, item by item.
    InspectionItem, "inspection_item", inspection_items, "检查结果", "inspection result";
    /// Hidden dangers.
    HiddenDanger, "hidden_danger", dangers, "隐患", "hidden danger";
    /// Every step that was taken with them.
    DangerStep, "danger_step", danger_steps, "处置记录", "step of a hidden danger";
    /// Their photographs.
    DangerPhoto, "danger_photo", danger_photos, "隐患照片", "photograph of a hidden danger";
    /// Reports of major ones.
    DangerReport, "danger_report", danger_reports, "双报告", "report of a major danger";
    /// Codes that may not be given again.
    RetiredCode, "retired_code", retired_codes, "停用编号", "retired code";
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl Snapshot {
    /// The settings of the project.
    pub fn project(&self) -> Option<&Project> {
        self.projects.iter().next()
    }

    /// The organisation.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.organisations.iter().next()
    }

    /// The criteria that new assessments of a point of this kind use.
    pub fn preset_for(&self, kind: RiskPointKind) -> Option<CriteriaPresetId> {
        self.project().map(|project| match kind {
            RiskPointKind::Activity => project.activity_preset_id,
            RiskPointKind::Facility => project.facility_preset_id,
            RiskPointKind::Workplace => project.workplace_preset_id,
        })
    }

    /// The floor that a point belongs to: where its pin stands, or else where its zone is drawn.
    pub fn floor_of(&self, point: &RiskPoint) -> Option<&Floor> {
        let of_zone = || self.zones.find(point.zone_id).and_then(|zone| zone.floor_id);
        self.floors.find(point.floor_id.or_else(of_zone))
    }

    /// The building that a point belongs to: that of its floor, or else the one it names itself.
    pub fn building_of(&self, point: &RiskPoint) -> Option<&Building> {
        let of_floor = self.floor_of(point).and_then(|floor| floor.building_id);
        self.buildings.find(of_floor.or(point.building_id))
    }

    /// A department and those above it, nearest first. Ends at a loop, which a merge could make.
    pub fn department_line(&self, department: Option<DepartmentId>) -> Vec<&Department> {
        let mut line: Vec<&Department> = Vec::new();
        let mut next = self.departments.find(department);
        while let Some(department) = next {
            if line.iter().any(|seen| seen.id == department.id) {
                break;
            }
            line.push(department);
            next = self.departments.find(department.parent_id);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_an_id_first_and_distinct_columns() {
        for table in Table::ALL {
            let names: Vec<_> = table.columns().iter().map(|column| column.name).collect();
            assert_eq!(names[0], "id", "{table}");
            let mut sorted = names.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), names.len(), "{table}");
            assert_eq!(Table::by_name(table.name()), Some(*table));
        }
    }
}
