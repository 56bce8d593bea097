//! 「安全风险四色分布图」 of a floor or of the campus: what stands on it, in model millimetres and final words.
//! Relies on standings of the risk picture for colours and on [`PointFacts`] for the points.
//! Must not know: paper, scales, where labels find room.

use super::plan::Plan;
use super::point::{PointFacts, code_order, level_word};
use super::problem::{Fault, Problem};
use super::source::{Masthead, Source};
use super::version::{Piece, fingerprint, put_version};
use domain::{Building, ColourSet, Floor, FloorId, RiskLevel, RiskPoint, RiskPointId, Snapshot};
use evaluation::Standing;
use geometry::Point;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Whether lengths on the plan are true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PlanTruth {
    /// They are.
    ToScale,
    /// They are not; the sheet says so.
    NotToScale,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum MapPurpose {
    /// It shows risks.
    Risk,
    /// It shows what hangs where.
    Placement,
}

/// A pin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MapPin {
    /// The point.
    pub point: RiskPointId,
    /// Its number on this sheet.
    pub number: String,
    /// Its level.
    pub level: Option<RiskLevel>,
    /// Where it stands.
    #[serde(serialize_with = "fingerprint")]
    pub at: Point,
}

/// A line of the point lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapPoint {
    /// Number of its pin, or for a point without one the code of its building.
    pub mark: String,
    /// It has a pin on this sheet.
    pub pinned: bool,
    /// What hangs there, on sheets for those who hang it.
    pub hangs: String,
    /// What is printed of it.
    pub facts: PointFacts,
}

impl MapPoint {
    /// Tier, owner and score: the line below the name.
    pub fn note(&self) -> String {
        if !self.hangs.is_empty() {
            return self.hangs.clone();
        }
        let score = self.facts.score.as_ref().map(|score| {
            self.facts.forced().map_or_else(|| score.to_string(), |word| format!("{score} {word}"))
        });
        let owner = if self.facts.person.is_empty() { &self.facts.department } else { &self.facts.person };
        let direct = self.facts.forced().filter(|_| score.is_none()).map(str::to_owned);
        let parts = [Some(self.facts.tier.clone()), Some(owner.clone()), score, direct];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// A line of the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LegendLine {
    /// The level; `None` for 未评价.
    pub level: Option<RiskLevel>,
    /// Its word.
    pub word: &'static str,
    /// How many points have it.
    pub count: u32,
}

/// A line of the emergency block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmergencyLine {
    /// 「值班电话」
    pub label: &'static str,
    /// 「6390-0110」
    pub value: String,
}

/// What a sheet says.
#[derive(Debug, Clone, Serialize)]
pub struct FourColourMap<'a> {
    /// What it is for.
    pub purpose: MapPurpose,
    /// The code of the floor, such as `A-1F`; may be empty.
    #[serde(skip)]
    pub mark: String,
    /// The floor.
    pub floor: FloorId,
    /// 「机电实训楼 1F」 for lists of sheets.
    pub subject: String,
    /// 「A机电实训楼-1F」 for names of files.
    pub short_name: String,
    /// 「机电实训楼 1F 安全风险四色分布图」
    pub title: String,
    /// Organisation, version, date, people and phones.
    pub masthead: Masthead,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// Whether lengths are true.
    pub truth: PlanTruth,
    /// Where north is: degrees clockwise from up.
    pub north: i64,
    /// What is drawn.
    #[serde(flatten)]
    pub plan: Plan<'a>,
    /// Pins in the order of their codes.
    pub pins: Vec<MapPin>,
    /// Heading of the legend.
    pub legend_title: &'static str,
    /// The four levels and 未评价.
    pub legend: Vec<LegendLine>,
    /// Points of the two greatest levels, the greatest first.
    pub listed: Vec<MapPoint>,
    /// The other points with a pin on this sheet.
    pub others: Vec<MapPoint>,
    /// Whom to call, where to go.
    pub emergency: Vec<EmergencyLine>,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for FourColourMap<'_> {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        vec![("title".to_owned(), &mut self.title)]
    }
}

/// Floors with something drawn on them: general plans first, then buildings and storeys in order.
pub fn drawn_floors(snapshot: &Snapshot) -> Vec<FloorId> {
    let zones = snapshot.zones.iter().filter(|zone| zone.outline.is_some()).filter_map(|zone| zone.floor_id);
    let drawn: BTreeSet<FloorId> = snapshot
        .plan_elements
        .iter()
        .map(|element| element.floor_id)
        .chain(snapshot.underlays.iter().map(|underlay| underlay.floor_id))
        .chain(zones)
        .collect();
    let has_outlines = |floor: &Floor| {
        floor.building_id.is_none()
            && snapshot.buildings.iter().any(|own| own.campus_id == floor.campus_id && own.outline.is_some())
    };
    let mut floors: Vec<&Floor> =
        snapshot.floors.iter().filter(|floor| drawn.contains(&floor.id) || has_outlines(floor)).collect();
    let campus = |floor: &Floor| snapshot.campuses.get(floor.campus_id).map(|own| own.ordinal);
    let building = |floor: &Floor| snapshot.buildings.find(floor.building_id).map(|own| own.ordinal);
    floors.sort_by_key(|floor| {
        (campus(floor), floor.building_id.is_some(), building(floor), floor.building_id, floor.storey)
    });
    floors.into_iter().map(|floor| floor.id).collect()
}

/// What the sheet of `floor` says. `None` when there is no such floor.
pub fn four_colour_map<'a>(source: &Source<'a>, floor: FloorId) -> Option<FourColourMap<'a>> {
    let snapshot = source.snapshot;
    let floor = snapshot.floors.get(floor)?;
    let building = snapshot.buildings.find(floor.building_id);
    let subject = subject(snapshot, floor, building);
    let members: Vec<&RiskPoint> = snapshot.points.iter().filter(|p| belongs(snapshot, floor, p)).collect();
    let pins = pins(source, floor);
    let (listed, others, unpinned) = lists(source, &members, &pins, building.is_some());
    let masthead = source.masthead();
    let mark = floor_code(floor, building);
    let mut map = FourColourMap {
        purpose: MapPurpose::Risk,
        mark: mark.clone(),
        floor: floor.id,
        short_name: match building {
            Some(building) => {
                format!("{}{}-{}", building.code.trim(), building.name.trim(), floor.name.trim())
            }
            None => subject.replace(' ', "-"),
        },
        title: title(snapshot, floor, building, &masthead.organisation),
        code: String::new(),
        colours: snapshot.project().map_or(ColourSet::Print, |project| project.colour_set),
        truth: if floor.calibrated { PlanTruth::ToScale } else { PlanTruth::NotToScale },
        north: floor.north,
        plan: Plan::of(source, floor),
        pins,
        legend_title: if building.is_some() { "本层风险点" } else { "全校区风险点" },
        legend: legend(standing(source, floor, building)),
        listed,
        others,
        emergency: emergency(&masthead),
        problems: Vec::new(),
        masthead,
        subject,
    };
    map.problems = problems(snapshot, &map, unpinned);
    Some(source.sealed(map, |own| &mut own.code, &mark, floor.id.into()))
}

fn belongs(snapshot: &Snapshot, floor: &Floor, point: &RiskPoint) -> bool {
    if floor.building_id.is_some() {
        return snapshot.floor_of(point).is_some_and(|own| own.id == floor.id);
    }
    // A campus plan speaks of the whole campus.
    let own_floor = snapshot.floor_of(point).map(|own| own.campus_id);
    let own_building = || snapshot.building_of(point).map(|own| own.campus_id);
    own_floor.or_else(own_building) == Some(floor.campus_id)
}

pub(super) fn subject(snapshot: &Snapshot, floor: &Floor, building: Option<&Building>) -> String {
    match building {
        Some(building) => format!("{} {}", building.name.trim(), floor.name.trim()),
        None if snapshot.campuses.len() > 1 => {
            let campus = snapshot.campuses.get(floor.campus_id).map_or("", |own| own.name.trim());
            format!("{campus} {}", floor.name.trim())
        }
        None => floor.name.trim().to_owned(),
    }
}

fn title(snapshot: &Snapshot, floor: &Floor, building: Option<&Building>, organisation: &str) -> String {
    let place = match building {
        Some(building) => format!("{} {}", building.name.trim(), floor.name.trim()),
        None if snapshot.campuses.len() > 1 => {
            let campus = snapshot.campuses.get(floor.campus_id).map_or("", |own| own.name.trim());
            format!("{organisation} {campus}")
        }
        None => organisation.to_owned(),
    };
    // Between Han letters no space is set.
    let between = if place.trim().ends_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
    format!("{}{between}安全风险四色分布图", place.trim())
}

/// 「A-1F」
fn floor_code(floor: &Floor, building: Option<&Building>) -> String {
    match building {
        Some(building) if !building.code.trim().is_empty() => {
            format!("{}-{}", building.code.trim(), floor.name.trim())
        }
        Some(_) | None => String::new(),
    }
}

fn standing(source: &Source<'_>, floor: &Floor, building: Option<&Building>) -> Standing {
    let picture = source.picture;
    let own = match building {
        Some(_) => picture.floors.get(&floor.id),
        None => picture.campuses.get(&floor.campus_id),
    };
    own.copied().unwrap_or_default()
}

fn legend(standing: Standing) -> Vec<LegendLine> {
    let line = |level: RiskLevel| LegendLine {
        level: Some(level),
        word: level_word(Some(level)),
        count: standing.count(level),
    };
    let none = LegendLine { level: None, word: level_word(None), count: standing.unassessed };
    RiskLevel::DESCENDING.into_iter().map(line).chain([none]).collect()
}

/// Numbers are the running part of the codes, as on plates; where two would be alike, all are counted instead.
fn pins(source: &Source<'_>, floor: &Floor) -> Vec<MapPin> {
    let own = source.snapshot.points.iter().filter(|point| point.floor_id == Some(floor.id));
    let mut own: Vec<(&RiskPoint, Point)> = own.filter_map(|point| Some((point, point.position?))).collect();
    own.sort_by_cached_key(|(point, _)| (code_order(&point.code), point.id));
    let running: Vec<Option<String>> = own.iter().map(|(point, _)| running_number(&point.code)).collect();
    let distinct: BTreeSet<&Option<String>> = running.iter().collect();
    let usable = distinct.len() == running.len() && running.iter().all(Option::is_some);
    own.into_iter()
        .zip(running)
        .enumerate()
        .map(|(index, ((point, at), running))| MapPin {
            point: point.id,
            number: running.filter(|_| usable).unwrap_or_else(|| (index + 1).to_string()),
            level: source.picture.points.get(&point.id).and_then(|risk| risk.level),
            at,
        })
        .collect()
}

/// `7` of `JD-Z-007`. A number that would not fit a pin is none.
fn running_number(code: &str) -> Option<String> {
    let code = code.trim_end();
    let digits = code.len() - code.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = code.get(code.len() - digits..)?.trim_start_matches('0');
    (1..=3).contains(&number.len()).then(|| number.to_owned())
}

/// Points of the two greatest levels, the other pinned points, and the codes of points that should have a pin.
fn lists(
    source: &Source<'_>,
    members: &[&RiskPoint],
    pins: &[MapPin],
    is_floor: bool,
) -> (Vec<MapPoint>, Vec<MapPoint>, Vec<String>) {
    let numbers: BTreeMap<RiskPointId, &str> =
        pins.iter().map(|pin| (pin.point, pin.number.as_str())).collect();
    let (mut listed, mut others, mut unpinned) = (Vec::new(), Vec::new(), Vec::new());
    // A point can stand on the plan of one floor and belong to the zone of another: it is named where its pin is.
    let strangers = pins.iter().filter(|pin| members.iter().all(|own| own.id != pin.point));
    let strangers = strangers.filter_map(|pin| source.snapshot.points.get(pin.point));
    let mut points: Vec<&RiskPoint> = members.iter().copied().chain(strangers).collect();
    points.sort_by_cached_key(|point| (code_order(&point.code), point.id));
    for point in points {
        let facts = source.facts(point);
        let number = numbers.get(&point.id);
        let building = || {
            let own = source.snapshot.building_of(point);
            own.map_or(String::new(), |own| own.code.trim().to_owned())
        };
        if number.is_none() && (is_floor || point.position.is_none()) {
            unpinned.push(facts.code.clone());
        }
        let great = facts.level.is_some_and(|level| level >= RiskLevel::High);
        let line = MapPoint {
            mark: number.map_or_else(building, |number| (*number).to_owned()),
            pinned: number.is_some(),
            hangs: String::new(),
            facts,
        };
        match (great, line.pinned) {
            (true, _) => listed.push(line),
            (false, true) => others.push(line),
            (false, false) => {}
        }
    }
    // Within a level by number, pins of this sheet first.
    for lines in [&mut listed, &mut others] {
        lines.sort_by_key(|line| (std::cmp::Reverse(line.facts.level), !line.pinned, code_order(&line.mark)));
    }
    (listed, others, unpinned)
}

fn emergency(masthead: &Masthead) -> Vec<EmergencyLine> {
    let mut lines = Vec::new();
    if !masthead.duty_phone.is_empty() {
        lines.push(EmergencyLine { label: "值班电话", value: masthead.duty_phone.clone() });
    }
    lines.push(EmergencyLine {
        label: "报警电话", value: "火警 119　急救 120　报警 110".to_owned()
    });
    if !masthead.assembly_point.is_empty() {
        lines.push(EmergencyLine { label: "集合点", value: masthead.assembly_point.clone() });
    }
    lines
}

fn problems(snapshot: &Snapshot, map: &FourColourMap<'_>, unpinned: Vec<String>) -> Vec<Problem> {
    let piece = format!("四色图 {}", map.subject);
    let mut faults = Vec::new();
    if !drawn_floors(snapshot).contains(&map.floor) {
        faults.push(Fault::NothingDrawn);
    }
    if map.truth == PlanTruth::NotToScale {
        faults.push(Fault::NotToScale);
    }
    if !unpinned.is_empty() {
        faults.push(Fault::NoPin { codes: unpinned });
    }
    for (text, chinese, english) in [
        (&map.masthead.duty_phone, "值班电话", "duty phone"),
        (&map.masthead.report_phone, "监督电话", "report phone"),
        (&map.masthead.assembly_point, "集合点", "assembly point"),
    ] {
        if text.is_empty() {
            faults.push(Fault::Blank { chinese, english });
        }
    }
    faults.into_iter().map(|fault| Problem::new(piece.clone(), fault)).collect()
}

/// Codes of points that no plan shows: neither their floor nor their campus can be told.
pub fn points_on_no_map(snapshot: &Snapshot) -> Vec<String> {
    let drawn: BTreeSet<FloorId> = drawn_floors(snapshot).into_iter().collect();
    let shown = |point: &RiskPoint| {
        let campus = snapshot
            .floor_of(point)
            .map(|floor| floor.campus_id)
            .or_else(|| snapshot.building_of(point).map(|own| own.campus_id));
        let general = |floor: &&Floor| floor.building_id.is_none() && Some(floor.campus_id) == campus;
        snapshot.floor_of(point).is_some_and(|floor| drawn.contains(&floor.id))
            || snapshot.floors.iter().filter(general).any(|floor| drawn.contains(&floor.id))
    };
    let mut codes: Vec<String> =
        snapshot.points.iter().filter(|point| !shown(point)).map(|point| point.code.clone()).collect();
    codes.sort_by_cached_key(|code| code_order(code));
    codes
}

#[cfg(test)]
mod tests {
    use super::running_number;

    #[test]
    fn numbers_are_the_running_part() {
        assert_eq!(running_number("JD-Z-007").as_deref(), Some("7"));
        assert_eq!(running_number("HQ-S-110").as_deref(), Some("110"));
        assert_eq!(running_number("2026"), None);
        assert_eq!(running_number("JD-Z-000"), None);
        assert_eq!(running_number("锅炉"), None);
    }
}
