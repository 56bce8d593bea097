//! One thing that is missing or does not fit, where it is, and what would mend it.
//! Relies on rows being named by table and id.
//! Knows no rule's judgement and no command: a remedy is data that `api` turns into one.

use crate::rule::Rule;
use domain::{
    Cell, ControlTierId, FloorId, IgnoredFindingId, Language, RiskPoint, RiskPointId, RiskZone, RowId, Table,
};
use geometry::{Outline, Point};

/// What would mend a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum Remedy {
    /// Putting a value into one cell.
    Set {
        /// The row.
        row: RowId,
        /// The column.
        column: &'static str,
        /// The value.
        value: Cell<'static>,
        /// What the value is called, for the button.
        called: String,
    },
    /// Going back to the tier that the level calls for.
    ResetTier(RiskPointId),
    /// Putting a pin on a plan.
    Place {
        /// The point.
        point: RiskPointId,
        /// The plan.
        floor: FloorId,
        /// Where.
        position: Point,
        /// The zone that is there.
        called: String,
    },
    /// Adding a level to a tier, which thereby supervises it.
    Tier {
        /// The tier.
        tier: ControlTierId,
        /// Its levels then, as its column holds them.
        levels: String,
        /// Its name.
        called: String,
    },
    /// Only a person can decide: go to the row and to this part of it.
    Visit(Visit),
}

/// The part of a project where something is mended by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Visit {
    /// Hazards of a point.
    Hazards,
    /// Scores of a point.
    Scores,
    /// Measures of a point.
    Measures,
    /// Department, person, tier of a point.
    Control,
    /// The plan.
    Plan,
    /// Departments and people.
    People,
    /// The organisation.
    Organisation,
    /// Criteria.
    Criteria,
    /// Reviews of lists.
    Review,
    /// Assessment rounds.
    Rounds,
    /// Changes of the site.
    Changes,
    /// Hidden dangers.
    Dangers,
}

/// One thing that is missing or does not fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// The row to go to.
    pub row: RowId,
    /// The point or zone it is about, as people call it: code and name.
    pub subject: String,
    /// What else has to do with it: the other zone, the missing classes.
    pub detail: String,
    /// Where on the floor, if anywhere.
    pub at: Option<Point>,
    /// What would mend it.
    pub remedy: Remedy,
    /// The decision to live with it, as long as its subject is what it was then.
    pub ignored: Option<IgnoredFindingId>,
}

impl Finding {
    /// A finding that only a person can mend.
    pub(crate) fn of(
        rule: Rule,
        row: RowId,
        subject: impl Into<String>,
        detail: impl Into<String>,
        visit: Visit,
    ) -> Self {
        Self {
            rule,
            row,
            subject: subject.into(),
            detail: detail.into(),
            at: None,
            remedy: Remedy::Visit(visit),
            ignored: None,
        }
    }

    /// What is wrong and what to do.
    pub fn text(&self, language: Language) -> String {
        self.rule.text(language, &self.subject, &self.detail)
    }
}

pub(crate) fn of_point(rule: Rule, point: &RiskPoint, detail: impl Into<String>, remedy: Remedy) -> Finding {
    Finding {
        rule,
        row: row_of(point),
        subject: title(&point.code, &point.name),
        detail: detail.into(),
        at: point.position,
        remedy,
        ignored: None,
    }
}

pub(crate) fn of_zone(rule: Rule, zone: &RiskZone, detail: impl Into<String>, visit: Visit) -> Finding {
    Finding {
        rule,
        row: RowId { table: Table::RiskZone, id: zone.id.into() },
        subject: title(&zone.code, &zone.name),
        detail: detail.into(),
        at: zone.outline.as_ref().map(Outline::label_point),
        remedy: Remedy::Visit(visit),
        ignored: None,
    }
}

pub(crate) fn row_of(point: &RiskPoint) -> RowId {
    RowId { table: Table::RiskPoint, id: point.id.into() }
}

/// Code and name.
pub(crate) fn title(code: &str, name: &str) -> String {
    format!("{code} {name}").trim().to_owned()
}

/// A reference as its column holds it.
pub(crate) fn reference(id: impl Into<domain::Uuid>) -> Cell<'static> {
    let id: domain::Uuid = id.into();
    Cell::text(id.hyphenated().to_string())
}
