//! Lists as plain tables: the three families, risk points, the control list whole or of one tier, responsibilities.
//! Relies on the same facts as the prints; the control list says everything that taking it in again needs.
//! Must not know: spreadsheets, files.

use super::point::{code_order, level_word};
use super::source::Source;
use domain::{
    Assessment, ControlTierId, Hazard, Language, MeasureCategory, MeasureStatus, PossibleAccident, RiskBasis,
    RiskLevel, RiskPoint, RiskPointKind, accident_type, direct_condition,
};
use evaluation::control_tier;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// 「作业活动清单」
    Activities,
    /// 「设备设施清单」
    Facilities,
    /// 「作业场所清单」
    Workplaces,
    /// 「风险点清单」
    Points,
    /// 「风险分级管控清单」
    Control,
    /// 「风险管控责任矩阵」: who answers for what, by department and person.
    Responsibility,
    /// 「重大风险清单」
    Major,
    /// 「管控措施清单」 with the classes of all three taxonomies.
    Measures,
    /// 「检查项清单」
    CheckItems,
    /// 「人员名单」
    Staff,
}

impl ListKind {
    /// Every list.
    pub const ALL: [Self; 10] = [
        Self::Activities,
        Self::Facilities,
        Self::Workplaces,
        Self::Points,
        Self::Control,
        Self::Responsibility,
        Self::Major,
        Self::Measures,
        Self::CheckItems,
        Self::Staff,
    ];

    /// Its name on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Facilities => "facilities",
            Self::Workplaces => "workplaces",
            Self::Points => "points",
            Self::Control => "control",
            Self::Responsibility => "responsibility",
            Self::Major => "major",
            Self::Measures => "measures",
            Self::CheckItems => "check-items",
            Self::Staff => "staff",
        }
    }

    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Activities => "作业活动清单",
            Self::Facilities => "设备设施清单",
            Self::Workplaces => "作业场所清单",
            Self::Points => "风险点清单",
            Self::Control => "风险分级管控清单",
            Self::Responsibility => "风险管控责任矩阵",
            Self::Major => "重大风险清单",
            Self::Measures => "管控措施清单",
            Self::CheckItems => "检查项清单",
            Self::Staff => "人员名单",
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct ListColumn {
    /// Its title.
    pub title: Cow<'static, str>,
    /// Its width in millimetres.
    pub width: f64,
    /// Whether its cells are numbers where they can be.
    pub number: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// As many cells as columns.
    pub cells: Vec<String>,
    /// Cells that stand on the colour of a level.
    pub coloured: Vec<(usize, RiskLevel)>,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListSheet {
    /// Its title, with the tier where it is of one.
    pub title: String,
    /// Organisation and number of rows.
    pub subtitle: String,
    /// Which colours the levels have.
    pub colours: domain::ColourSet,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// Its rows.
    pub rows: Vec<ListRow>,
}

const fn text(title: &'static str, width: f64) -> ListColumn {
    ListColumn { title: Cow::Borrowed(title), width, number: false }
}

const fn number(title: &'static str, width: f64) -> ListColumn {
    ListColumn { title: Cow::Borrowed(title), width, number: true }
}

const FAMILY: [ListColumn; 9] = [
    number("序号", 12.0),
    text("编号", 26.0),
    text("名称", 44.0),
    text("所在位置", 44.0),
    text("风险等级", 20.0),
    text("管控层级", 20.0),
    text("责任部门", 32.0),
    text("责任人", 20.0),
    text("备注", 40.0),
];

const POINTS: [ListColumn; 10] = [
    number("序号", 12.0),
    text("编号", 26.0),
    text("名称", 44.0),
    text("类型", 20.0),
    text("区域位置", 44.0),
    text("可能的事故类型", 44.0),
    text("最高等级", 20.0),
    text("管控层级", 20.0),
    text("责任部门", 32.0),
    text("责任人", 20.0),
];

const CONTROL: [ListColumn; 32] = [
    text("风险点编号", 26.0),
    text("风险点类型", 20.0),
    text("风险点名称", 40.0),
    text("风险点等级", 20.0),
    text("风险区域", 30.0),
    text("所在位置", 40.0),
    text("作业步骤/检查项目", 36.0),
    text("标准", 36.0),
    text("危险源或潜在事件", 52.0),
    text("可能发生的事故类型及后果", 44.0),
    number("L", 10.0),
    number("E", 10.0),
    number("C", 10.0),
    number("S", 10.0),
    number("M", 10.0),
    number("评价值", 14.0),
    text("评价级别", 18.0),
    text("风险分级", 20.0),
    text("工程技术措施", 44.0),
    text("管理措施", 44.0),
    text("培训教育措施", 40.0),
    text("个体防护措施", 40.0),
    text("应急处置措施", 44.0),
    text("管控层级", 18.0),
    text("层级调整理由", 30.0),
    text("责任单位", 32.0),
    text("责任人", 18.0),
    text("直接判定", 40.0),
    text("评价准则", 26.0),
    text("评估人", 24.0),
    text("管控重点", 36.0),
    text("备注", 36.0),
];

const MEASURES: [ListColumn; 10] = [
    text("风险点编号", 26.0),
    text("风险点名称", 40.0),
    text("危险源", 52.0),
    text("措施类别", 26.0),
    text("六类类别", 24.0),
    text("危化品平台编码", 22.0),
    text("管控措施", 70.0),
    text("状态", 18.0),
    text("应急预案", 36.0),
    text("文件", 36.0),
];

const CHECK_ITEMS: [ListColumn; 7] = [
    number("序号", 12.0),
    text("风险点编号", 26.0),
    text("风险点名称", 40.0),
    text("检查内容", 80.0),
    number("版本", 12.0),
    text("对应措施", 60.0),
    text("责任人", 20.0),
];

const STAFF: [ListColumn; 9] = [
    number("序号", 12.0),
    text("姓名", 24.0),
    text("部门", 36.0),
    text("上级部门", 36.0),
    text("部门负责人", 24.0),
    text("岗位", 30.0),
    text("职务", 30.0),
    text("电话", 30.0),
    text("离岗日期", 24.0),
];

/// A list, of the points that one tier supervises, or of all, and of those the ones that are wanted.
pub fn list_sheet(
    source: &Source<'_>,
    kind: ListKind,
    tier: Option<ControlTierId>,
    wanted: &dyn Fn(&RiskPoint) -> bool,
) -> ListSheet {
    let snapshot = source.snapshot;
    let level = |point: &RiskPoint| source.picture.points.get(&point.id).and_then(|risk| risk.level);
    let family = match kind {
        ListKind::Activities => Some(RiskPointKind::Activity),
        ListKind::Facilities => Some(RiskPointKind::Facility),
        ListKind::Workplaces => Some(RiskPointKind::Workplace),
        ListKind::Points
        | ListKind::Control
        | ListKind::Responsibility
        | ListKind::Major
        | ListKind::Measures
        | ListKind::CheckItems
        | ListKind::Staff => None,
    };
    let mut points: Vec<&RiskPoint> = snapshot
        .points
        .iter()
        .filter(|point| family.is_none_or(|family| point.kind == family))
        .filter(|point| kind != ListKind::Major || level(point) == Some(RiskLevel::Major))
        .filter(|point| wanted(point))
        .filter(|point| {
            let own = || control_tier(snapshot, point, level(point)).map(|own| own.id);
            tier.is_none() || own() == tier
        })
        .collect();
    points.sort_by_cached_key(|point| (code_order(&point.code), point.id));
    let (columns, rows): (Vec<ListColumn>, Vec<ListRow>) = match kind {
        ListKind::Activities | ListKind::Facilities | ListKind::Workplaces => {
            (FAMILY.to_vec(), numbered(&points, |place, point| family_row(source, place, point)))
        }
        ListKind::Points | ListKind::Major => {
            (POINTS.to_vec(), numbered(&points, |place, point| point_row(source, place, point)))
        }
        ListKind::Control => {
            let assessments = Assessments::new(source);
            (
                CONTROL.to_vec(),
                points.iter().flat_map(|point| control_rows(source, &assessments, point)).collect(),
            )
        }
        ListKind::Responsibility => super::responsibility::matrix(source, &points),
        ListKind::Measures => {
            (MEASURES.to_vec(), points.iter().flat_map(|point| measure_rows(source, point)).collect())
        }
        ListKind::CheckItems => (CHECK_ITEMS.to_vec(), check_item_rows(source, &points)),
        ListKind::Staff => (STAFF.to_vec(), staff_rows(source)),
    };
    let tier = snapshot.tiers.find(tier).map_or(String::new(), |tier| format!("（{}）", tier.name.trim()));
    let organisation = snapshot.organisation().map_or("", |own| own.name.trim());
    ListSheet {
        title: format!("{}{tier}", kind.title()),
        subtitle: format!("{organisation}　共 {} 行", rows.len()),
        colours: snapshot.project().map_or(domain::ColourSet::Print, |project| project.colour_set),
        columns,
        rows,
    }
}

fn numbered(points: &[&RiskPoint], row: impl Fn(usize, &RiskPoint) -> ListRow) -> Vec<ListRow> {
    points.iter().enumerate().map(|(index, point)| row(index + 1, point)).collect()
}

fn family_row(source: &Source<'_>, place: usize, point: &RiskPoint) -> ListRow {
    let facts = source.facts(point);
    ListRow {
        coloured: facts.level.map(|level| (4, level)).into_iter().collect(),
        cells: vec![
            place.to_string(),
            facts.code,
            facts.name,
            facts.location,
            facts.level_word.to_owned(),
            facts.tier,
            facts.department,
            facts.person,
            point.note.trim().to_owned(),
        ],
    }
}

fn point_row(source: &Source<'_>, place: usize, point: &RiskPoint) -> ListRow {
    let facts = source.facts(point);
    let mut types: Vec<&str> = Vec::new();
    for hazard in source.hazards(point.id) {
        for own in source.accidents(hazard.id) {
            let name = accident_name(own);
            if !types.contains(&name) {
                types.push(name);
            }
        }
    }
    ListRow {
        coloured: facts.level.map(|level| (6, level)).into_iter().collect(),
        cells: vec![
            place.to_string(),
            facts.code,
            facts.name,
            facts.kind.to_owned(),
            facts.location,
            types.join("、"),
            facts.level_word.to_owned(),
            facts.tier,
            facts.department,
            facts.person,
        ],
    }
}

fn accident_name(own: &PossibleAccident) -> &str {
    accident_type(&own.accident_type).map_or(own.accident_type.as_str(), |own| own.name(Language::Chinese))
}

/// Assessments by accident, in the order in which they were made.
struct Assessments<'a>(BTreeMap<domain::PossibleAccidentId, Vec<&'a Assessment>>);

impl<'a> Assessments<'a> {
    fn new(source: &Source<'a>) -> Self {
        let mut all: BTreeMap<_, Vec<&Assessment>> = BTreeMap::new();
        for own in source.snapshot.assessments.iter().filter(|own| own.basis == RiskBasis::Existing) {
            all.entry(own.accident_id).or_default().push(own);
        }
        Self(all)
    }

    /// Those under the criteria that give the accident its level.
    fn deciding(&self, source: &Source<'_>, accident: &PossibleAccident) -> Vec<&'a Assessment> {
        let preset = source.picture.accidents.get(&accident.id).and_then(|risk| risk.preset);
        let own = self.0.get(&accident.id).into_iter().flatten();
        own.copied().filter(|own| Some(own.preset_id) == preset).collect()
    }
}

/// One row for each hazard, and one more for each accident of it that was scored in another way.
fn control_rows(source: &Source<'_>, assessments: &Assessments<'_>, point: &RiskPoint) -> Vec<ListRow> {
    let mut rows = Vec::new();
    for hazard in source.hazards(point.id) {
        let mut groups: Vec<(Vec<&Assessment>, Vec<&PossibleAccident>)> = Vec::new();
        for accident in source.accidents(hazard.id) {
            let scores = assessments.deciding(source, accident);
            let same = |group: &&mut (Vec<&Assessment>, Vec<&PossibleAccident>)| {
                group.0.len() == scores.len()
                    && group.0.iter().zip(&scores).all(|(a, b)| {
                        a.assessor_id == b.assessor_id && a.preset_id == b.preset_id && a.factors == b.factors
                    })
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.1.push(accident),
                None => groups.push((scores, vec![accident])),
            }
        }
        if groups.is_empty() {
            groups.push((Vec::new(), Vec::new()));
        }
        rows.extend(
            groups
                .iter()
                .map(|(scores, accidents)| control_row(source, point, Some(hazard), scores, accidents)),
        );
    }
    if rows.is_empty() {
        rows.push(control_row(source, point, None, &[], &[]));
    }
    rows
}

fn control_row(
    source: &Source<'_>,
    point: &RiskPoint,
    hazard: Option<&Hazard>,
    scores: &[&Assessment],
    accidents: &[&PossibleAccident],
) -> ListRow {
    let facts = source.facts(point);
    let of_hazard =
        |pick: fn(&Hazard) -> &String| hazard.map_or(String::new(), |own| pick(own).trim().to_owned());
    let risk = accidents.first().and_then(|own| source.picture.accidents.get(&own.id));
    let level = risk.and_then(|risk| risk.level);
    let preset = risk.and_then(|risk| source.preset(risk.preset));
    let score = risk.and_then(|risk| risk.score);
    let types: Vec<&str> = accidents.iter().map(|own| accident_name(own)).collect();
    let consequence = of_hazard(|own| &own.consequence);
    let accident = [types.join("、"), consequence].into_iter().filter(|own| !own.is_empty());
    let factor = |symbol: &str| {
        let place = preset.and_then(|own| own.factors().iter().position(|table| table.symbol == symbol));
        let Some(place) = place else { return String::new() };
        let values = scores.iter().filter_map(|own| own.factors.values().get(place)).map(ToString::to_string);
        values.collect::<Vec<_>>().join("、")
    };
    let people: Vec<&str> = scores
        .iter()
        .map(|own| source.snapshot.people.get(own.assessor_id).map_or("", |own| own.name.trim()))
        .collect();
    let mut cells = vec![
        facts.code,
        facts.kind.to_owned(),
        facts.name,
        facts.level_word.to_owned(),
        source.snapshot.zones.find(point.zone_id).map_or(String::new(), |own| own.name.trim().to_owned()),
        facts.location,
        of_hazard(|own| &own.step),
        of_hazard(|own| &own.standard),
        of_hazard(|own| &own.description),
        accident.collect::<Vec<_>>().join("\n"),
    ];
    cells.extend(["L", "E", "C", "S", "M"].map(factor));
    cells.push(score.map_or(String::new(), |own| match preset {
        Some(preset) => own.shown(preset),
        None => own.rounded(2).to_string(),
    }));
    let band = score.zip(preset).and_then(|(score, preset)| preset.bands().get(preset.band_of(score)?));
    cells.push(band.map_or(String::new(), |band| band.name.clone()));
    cells.push(if hazard.is_some() { level_word(level).to_owned() } else { String::new() });
    cells.extend(MeasureCategory::ALL.iter().map(|class| measures(source, hazard, *class)));
    cells.extend([
        facts.tier,
        if point.tier_id.is_some() { point.tier_reason.trim().to_owned() } else { String::new() },
        facts.department,
        facts.person,
        determinations(source, point),
        preset.map_or(String::new(), |own| own.name(Language::Chinese).to_owned()),
        people.join("、"),
        point.control_focus.trim().to_owned(),
        point.note.trim().to_owned(),
    ]);
    let colour = |column: usize, level: Option<RiskLevel>| level.map(|level| (column, level));
    let coloured = [colour(3, facts.level), colour(17, level)].into_iter().flatten().collect();
    ListRow { cells, coloured }
}

/// Measures of one class; what is only proposed says so.
fn measures(source: &Source<'_>, hazard: Option<&Hazard>, class: MeasureCategory) -> String {
    let Some(hazard) = hazard else { return String::new() };
    let own = source.measures(hazard.id).iter().filter(|own| own.category == class);
    let word = own.map(|own| {
        let content = own.content.trim().trim_end_matches(['。', '；', ';']);
        match own.status {
            MeasureStatus::Existing => content.to_owned(),
            MeasureStatus::Proposed => format!("（建议新增）{content}"),
        }
    });
    word.collect::<Vec<_>>().join("；")
}

fn plain(cells: Vec<String>) -> ListRow {
    ListRow { cells, coloured: Vec::new() }
}

fn measure_rows(source: &Source<'_>, point: &RiskPoint) -> Vec<ListRow> {
    let snapshot = source.snapshot;
    let mut rows = Vec::new();
    for hazard in source.hazards(point.id) {
        for own in source.measures(hazard.id) {
            rows.push(plain(vec![
                point.code.clone(),
                point.name.trim().to_owned(),
                hazard.description.trim().to_owned(),
                own.category.name(Language::Chinese).to_owned(),
                own.class_of_six().name(Language::Chinese).to_owned(),
                own.chemical_code().as_str().to_owned(),
                own.content.trim().to_owned(),
                own.status.name(Language::Chinese).to_owned(),
                snapshot.plans.find(own.plan_id).map_or_else(String::new, |own| own.name.clone()),
                snapshot.documents.find(own.document_id).map_or_else(String::new, |own| own.name.clone()),
            ]));
        }
    }
    rows
}

fn check_item_rows(source: &Source<'_>, points: &[&RiskPoint]) -> Vec<ListRow> {
    let snapshot = source.snapshot;
    let mut items: BTreeMap<domain::RiskPointId, Vec<&domain::CheckItem>> = BTreeMap::new();
    for own in snapshot.check_items.iter().filter(|own| !own.retired) {
        items.entry(own.point_id).or_default().push(own);
    }
    let mut rows = Vec::new();
    for point in points {
        let mut own = items.remove(&point.id).unwrap_or_default();
        own.sort_by_key(|item| (item.ordinal, item.id));
        for item in own {
            rows.push(plain(vec![
                (rows.len() + 1).to_string(),
                point.code.clone(),
                point.name.trim().to_owned(),
                item.content.trim().to_owned(),
                item.version.to_string(),
                snapshot.measures.find(item.measure_id).map_or_else(String::new, |own| own.content.clone()),
                source.facts(point).person,
            ]));
        }
    }
    rows
}

/// People by department; a list of one's own, so numbers are not masked.
fn staff_rows(source: &Source<'_>) -> Vec<ListRow> {
    let snapshot = source.snapshot;
    let mut people: Vec<&domain::Person> = snapshot.people.iter().collect();
    people.sort_by_cached_key(|own| {
        let department = snapshot.departments.find(own.department_id);
        (department.is_none(), department.map(|own| (own.ordinal, own.id)), own.ordinal, own.id)
    });
    let row = |(place, own): (usize, &&domain::Person)| {
        let department = snapshot.departments.find(own.department_id);
        let parent = department.and_then(|own| snapshot.departments.find(own.parent_id));
        let head = department.and_then(|own| snapshot.people.find(own.head_id));
        plain(vec![
            (place + 1).to_string(),
            own.name.trim().to_owned(),
            department.map_or_else(String::new, |own| own.name.clone()),
            parent.map_or_else(String::new, |own| own.name.clone()),
            head.map_or_else(String::new, |own| own.name.clone()),
            snapshot.posts.find(own.post_id).map_or_else(String::new, |own| own.name.clone()),
            own.title.trim().to_owned(),
            own.phone.trim().to_owned(),
            own.left_on.map_or_else(String::new, |day| day.to_string()),
        ])
    };
    people.iter().enumerate().map(row).collect()
}

/// Condition：（level）reason, one a line.
fn determinations(source: &Source<'_>, point: &RiskPoint) -> String {
    let line = |own: &&domain::DirectDetermination| {
        let condition = direct_condition(&own.condition);
        let name = condition.map_or(own.condition.as_str(), |own| own.name(Language::Chinese));
        let level = own.level.short_name(Language::Chinese);
        format!("{name}：（{level}）{}", own.reason.trim().replace('\n', " "))
    };
    source.determinations(point.id).iter().map(line).collect::<Vec<_>>().join("\n")
}
