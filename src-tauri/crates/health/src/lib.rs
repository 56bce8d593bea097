//! 体检: what is missing from a project or does not fit together, each finding with a code, a place and a remedy.
//! Relies on a snapshot and its risk picture.
//! Knows nothing of how findings are shown or mended.

use domain::{Hazard, Language, MeasureCategory, RiskPoint, RiskZone, RowId, Snapshot, Table};
use evaluation::{RiskPicture, default_tier};
use geometry::{Bounds, Outline, Point};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The papers would be wrong or incomplete.
    Error,
    /// Somebody should look at it.
    Warning,
    /// For information.
    Notice,
}

/// The rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A point has no hazard.
    MissingHazard,
    /// A hazard has no possible accident.
    MissingAccident,
    /// A possible accident is not assessed.
    NotAssessed,
    /// A hazard has no measure at all.
    MissingMeasure,
    /// A hazard has no measure of one of the five classes.
    MissingMeasureClass,
    /// A point has neither department nor person.
    MissingOwner,
    /// A point has a department and no person.
    MissingPerson,
    /// A point's pin stands outside its zone.
    OutsideZone,
    /// Two zones of a floor cover the same area.
    OverlappingZones,
    /// A zone lies wholly inside another.
    NestedZones,
    /// A zone has no point.
    EmptyZone,
    /// Two points or zones have one code.
    DuplicateCode,
    /// Values that their criteria do not allow.
    InvalidScore,
    /// Assessors are two levels apart or more.
    Disagreement,
    /// The tier set by hand is lower than the level calls for.
    LoweredTier,
    /// A plan is not to scale.
    NotToScale,
}

impl Rule {
    /// How bad breaking it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::MissingHazard
            | Self::MissingMeasure
            | Self::MissingOwner
            | Self::OutsideZone
            | Self::OverlappingZones
            | Self::DuplicateCode
            | Self::InvalidScore => Severity::Error,
            Self::MissingAccident
            | Self::NotAssessed
            | Self::MissingMeasureClass
            | Self::MissingPerson
            | Self::NestedZones
            | Self::Disagreement
            | Self::LoweredTier
            | Self::NotToScale => Severity::Warning,
            Self::EmptyZone => Severity::Notice,
        }
    }

    /// Its code, such as `missing-hazard`.
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingHazard => "missing-hazard",
            Self::MissingAccident => "missing-accident",
            Self::NotAssessed => "not-assessed",
            Self::MissingMeasure => "missing-measure",
            Self::MissingMeasureClass => "missing-measure-class",
            Self::MissingOwner => "missing-owner",
            Self::MissingPerson => "missing-person",
            Self::OutsideZone => "outside-zone",
            Self::OverlappingZones => "overlapping-zones",
            Self::NestedZones => "nested-zones",
            Self::EmptyZone => "empty-zone",
            Self::DuplicateCode => "duplicate-code",
            Self::InvalidScore => "invalid-score",
            Self::Disagreement => "disagreement",
            Self::LoweredTier => "lowered-tier",
            Self::NotToScale => "not-to-scale",
        }
    }
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
}

impl Finding {
    /// What is wrong and what to do.
    pub fn text(&self, language: Language) -> String {
        let (subject, detail) = (&self.subject, &self.detail);
        match (self.rule, language) {
            (Rule::MissingHazard, Language::Chinese) => format!("{subject} 没有危险源，请辨识并添加。"),
            (Rule::MissingAccident, Language::Chinese) => {
                format!("{subject} 的危险源“{detail}”没有事故类型，请选择。")
            }
            (Rule::NotAssessed, Language::Chinese) => format!("{subject} 的“{detail}”尚未评价，请评分。"),
            (Rule::MissingMeasure, Language::Chinese) => {
                format!("{subject} 的危险源“{detail}”没有管控措施，请添加。")
            }
            (Rule::MissingMeasureClass, Language::Chinese) => {
                format!("{subject} 缺少{detail}，请补充或确认不需要。")
            }
            (Rule::MissingOwner, Language::Chinese) => format!("{subject} 没有责任部门和责任人，请指定。"),
            (Rule::MissingPerson, Language::Chinese) => format!("{subject} 没有责任人，请指定。"),
            (Rule::OutsideZone, Language::Chinese) => {
                format!("{subject} 不在所属区域“{detail}”内，请移动或改换区域。")
            }
            (Rule::OverlappingZones, Language::Chinese) => {
                format!("区域 {subject} 与 {detail} 重叠，请调整边界。")
            }
            (Rule::NestedZones, Language::Chinese) => {
                format!("区域 {subject} 在 {detail} 之内，请确认是否需要。")
            }
            (Rule::EmptyZone, Language::Chinese) => format!("区域 {subject} 没有风险点，不着色。"),
            (Rule::DuplicateCode, Language::Chinese) => {
                format!("编号 {detail} 被重复使用：{subject}，请改号。")
            }
            (Rule::InvalidScore, Language::Chinese) => {
                format!("{subject} 有 {detail} 个评分的取值不在评价准则的表中，请重新评分。")
            }
            (Rule::Disagreement, Language::Chinese) => {
                format!("{subject} 的评估人意见相差两级以上，请复核。")
            }
            (Rule::LoweredTier, Language::Chinese) => {
                format!("{subject} 的管控层级低于等级要求的{detail}，请确认理由。")
            }
            (Rule::NotToScale, Language::Chinese) => {
                format!("平面图 {subject} 尚未定比例，长度和面积不准确，请标定。")
            }
            (Rule::MissingHazard, Language::English) => {
                format!("{subject} has no hazard. Identify and add one.")
            }
            (Rule::MissingAccident, Language::English) => {
                format!("Hazard {detail:?} of {subject} has no accident type. Choose one.")
            }
            (Rule::NotAssessed, Language::English) => {
                format!("{detail} of {subject} is not assessed. Score it.")
            }
            (Rule::MissingMeasure, Language::English) => {
                format!("Hazard {detail:?} of {subject} has no control measure. Add one.")
            }
            (Rule::MissingMeasureClass, Language::English) => {
                format!("{subject} has no measure of: {detail}.")
            }
            (Rule::MissingOwner, Language::English) => {
                format!("{subject} has neither department nor person. Assign one.")
            }
            (Rule::MissingPerson, Language::English) => {
                format!("{subject} has no responsible person. Assign one.")
            }
            (Rule::OutsideZone, Language::English) => {
                format!("{subject} is not inside its zone {detail}. Move it or change its zone.")
            }
            (Rule::OverlappingZones, Language::English) => {
                format!("Zones {subject} and {detail} overlap. Adjust their borders.")
            }
            (Rule::NestedZones, Language::English) => {
                format!("Zone {subject} lies inside {detail}. Is that meant?")
            }
            (Rule::EmptyZone, Language::English) => {
                format!("Zone {subject} has no point and therefore no colour.")
            }
            (Rule::DuplicateCode, Language::English) => {
                format!("Code {detail} is used twice: {subject}. Change one.")
            }
            (Rule::InvalidScore, Language::English) => {
                format!(
                    "{detail} scores of {subject} have values that the criteria do not allow. Score again."
                )
            }
            (Rule::Disagreement, Language::English) => {
                format!("Assessors of {subject} are two levels apart or more. Review it.")
            }
            (Rule::LoweredTier, Language::English) => {
                format!(
                    "The tier of {subject} is lower than {detail}, which its level calls for. Confirm the reason."
                )
            }
            (Rule::NotToScale, Language::English) => format!("Plan {subject} is not to scale. Calibrate it."),
        }
    }
}

/// Checks a project by every rule. Errors first, then by rule and code.
pub fn check(snapshot: &Snapshot, picture: &RiskPicture) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_points(snapshot, picture, &mut findings);
    check_hazards(snapshot, picture, &mut findings);
    check_zones(snapshot, picture, &mut findings);
    check_codes(snapshot, &mut findings);
    for floor in snapshot.floors.iter().filter(|floor| !floor.calibrated) {
        let building =
            snapshot.buildings.find(floor.building_id).map_or("", |building| building.name.as_str());
        findings.push(Finding {
            rule: Rule::NotToScale,
            row: RowId { table: Table::Floor, id: floor.id.into() },
            subject: format!("{building} {}", floor.name).trim().to_owned(),
            detail: String::new(),
            at: None,
        });
    }
    findings.sort_by(|a, b| {
        (a.rule.severity(), a.rule, &a.subject, &a.detail).cmp(&(
            b.rule.severity(),
            b.rule,
            &b.subject,
            &b.detail,
        ))
    });
    findings
}

fn of_point(rule: Rule, point: &RiskPoint, detail: impl Into<String>) -> Finding {
    Finding {
        rule,
        row: RowId { table: Table::RiskPoint, id: point.id.into() },
        subject: format!("{} {}", point.code, point.name),
        detail: detail.into(),
        at: point.position,
    }
}

fn of_zone(rule: Rule, zone: &RiskZone, detail: impl Into<String>) -> Finding {
    Finding {
        rule,
        row: RowId { table: Table::RiskZone, id: zone.id.into() },
        subject: format!("{} {}", zone.code, zone.name).trim().to_owned(),
        detail: detail.into(),
        at: zone.outline.as_ref().map(Outline::label_point),
    }
}

fn check_points(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut Vec<Finding>) {
    let with_hazard: HashSet<_> = snapshot.hazards.iter().map(|hazard| hazard.point_id).collect();
    for point in &snapshot.points {
        if !with_hazard.contains(&point.id) {
            findings.push(of_point(Rule::MissingHazard, point, ""));
        }
        match (point.department_id, point.person_id) {
            (None, None) => findings.push(of_point(Rule::MissingOwner, point, "")),
            (Some(_), None) => findings.push(of_point(Rule::MissingPerson, point, "")),
            (_, Some(_)) => {}
        }
        if let (Some(position), Some(zone)) = (point.position, snapshot.zones.find(point.zone_id)) {
            let inside = zone.outline.as_ref().is_none_or(|outline| outline.contains(position));
            if !inside || (zone.floor_id.is_some() && zone.floor_id != point.floor_id) {
                findings.push(of_point(Rule::OutsideZone, point, zone.name.as_str()));
            }
        }
        let Some(risk) = picture.points.get(&point.id) else { continue };
        if risk.spread {
            findings.push(of_point(Rule::Disagreement, point, ""));
        }
        if let (Some(own), Some(called_for)) =
            (snapshot.tiers.find(point.tier_id), default_tier(snapshot, risk.level))
            && own.rank > called_for.rank
        {
            findings.push(of_point(Rule::LoweredTier, point, called_for.name.as_str()));
        }
    }
}

fn check_hazards(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut Vec<Finding>) {
    let mut accidents: HashMap<_, Vec<_>> = HashMap::new();
    for accident in &snapshot.accidents {
        accidents.entry(accident.hazard_id).or_default().push(accident);
    }
    let mut classes: HashMap<_, HashSet<MeasureCategory>> = HashMap::new();
    for measure in &snapshot.measures {
        classes.entry(measure.hazard_id).or_default().insert(measure.category);
    }
    let title = |hazard: &Hazard| hazard.description.chars().take(30).collect::<String>();
    let mut of_points: BTreeMap<_, HashSet<MeasureCategory>> = BTreeMap::new();
    for hazard in &snapshot.hazards {
        let Some(point) = snapshot.points.get(hazard.point_id) else { continue };
        let own = accidents.get(&hazard.id).map(Vec::as_slice).unwrap_or_default();
        if own.is_empty() {
            findings.push(of_point(Rule::MissingAccident, point, title(hazard)));
        }
        for accident in own {
            let Some(risk) = picture.accidents.get(&accident.id) else { continue };
            if risk.level.is_none() {
                let name = domain::accident_type(&accident.accident_type);
                let name =
                    name.map_or(accident.accident_type.as_str(), |found| found.name(Language::Chinese));
                findings.push(of_point(Rule::NotAssessed, point, name));
            }
            if risk.invalid > 0 {
                findings.push(of_point(Rule::InvalidScore, point, risk.invalid.to_string()));
            }
        }
        match classes.get(&hazard.id) {
            None => findings.push(of_point(Rule::MissingMeasure, point, title(hazard))),
            Some(found) => of_points.entry(point.id).or_default().extend(found),
        }
    }
    // Classes are asked for by point: what one hazard lacks another may bring.
    for (id, found) in of_points {
        let Some(point) = snapshot.points.get(id) else { continue };
        let missing: Vec<_> = MeasureCategory::ALL.iter().filter(|class| !found.contains(class)).collect();
        if !missing.is_empty() {
            let names: Vec<_> = missing.iter().map(|class| class.name(Language::Chinese)).collect();
            findings.push(of_point(Rule::MissingMeasureClass, point, names.join("、")));
        }
    }
}

/// Two zones that share less than this are neighbours drawn to the millimetre, not overlapping: 100 cm².
const NEGLIGIBLE_MM2: f64 = 10_000.0;

fn check_zones(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut Vec<Finding>) {
    let mut floors: BTreeMap<_, Vec<(&RiskZone, &Outline, Bounds)>> = BTreeMap::new();
    for zone in &snapshot.zones {
        if picture.zones.get(&zone.id).is_some_and(|standing| standing.points() == 0) {
            findings.push(of_zone(Rule::EmptyZone, zone, ""));
        }
        if let (Some(floor), Some(outline)) = (zone.floor_id, &zone.outline) {
            floors.entry(floor).or_default().push((zone, outline, outline.bounds()));
        }
    }
    for zones in floors.values_mut() {
        zones.sort_by(|a, b| a.2.x0.total_cmp(&b.2.x0));
        for (index, (zone, outline, bounds)) in zones.iter().enumerate() {
            // Sorted by left edge, a zone can only meet those that begin before it ends.
            let near = zones[index + 1..].iter().take_while(|other| other.2.x0 <= bounds.x1);
            for (other, other_outline, _) in near.filter(|other| other.2.meets(*bounds)) {
                let common = outline.common_area(other_outline);
                if common <= NEGLIGIBLE_MM2 {
                    continue;
                }
                let (own_area, other_area) = (outline.area(), other_outline.area());
                let named = |zone: &RiskZone| format!("{} {}", zone.code, zone.name).trim().to_owned();
                let finding = if common >= own_area.min(other_area) - NEGLIGIBLE_MM2 {
                    let (inner, outer) = if own_area <= other_area { (zone, other) } else { (other, zone) };
                    of_zone(Rule::NestedZones, inner, named(outer))
                } else {
                    of_zone(Rule::OverlappingZones, zone, named(other))
                };
                findings.push(finding);
            }
        }
    }
}

fn check_codes(snapshot: &Snapshot, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<&str, String> = HashMap::new();
    for point in &snapshot.points {
        if let Some(first) = seen.insert(&point.code, point.name.clone()) {
            let mut finding = of_point(Rule::DuplicateCode, point, point.code.as_str());
            finding.subject = format!("{first}、{}", point.name);
            findings.push(finding);
        }
    }
    for zone in snapshot.zones.iter().filter(|zone| !zone.code.trim().is_empty()) {
        if let Some(first) = seen.insert(&zone.code, zone.name.clone()) {
            let mut finding = of_zone(Rule::DuplicateCode, zone, zone.code.as_str());
            finding.subject = format!("{first}、{}", zone.name);
            findings.push(finding);
        }
    }
}
