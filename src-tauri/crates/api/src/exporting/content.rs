//! Every piece of the set by its name: what it is about, what it says, and how it is laid out.
//! Relies on the table of kinds; every kind has one arm in each function here.
//! Knows nothing of files, formats and progress.

use super::kept::{IN_LIST, SmallPictures, UNDER_CARD};
use super::kinds::{PrintKind, PrintSize};
use crate::error::ApiError;
use domain::{
    BuildingId, CriteriaPresetId, DepartmentId, FloorId, HiddenDangerId, InspectionPlanId, PersonId, PostId,
    RiskLevel, RiskPointId, Snapshot,
};
use export::content::{
    ComparisonChart, EmergencyCard, Fault, FourColourMap, HazardNotice, Month, NoticeBoard, NoticeCard,
    OrganisationChart, OwnText, Paper, PatrolPlate, Piece, PostCard, Poster, PrintList, Problem, RiskLedger,
    RiskMatrix, Said, Source, board_departments, case_file, check_sheet_of_plan, check_sheet_of_point,
    check_sheet_of_post, comparison_charts, danger_ledger, department_publication, double_report,
    drawn_floors, emergency_cards, four_colour_map, hazard_notices, month_report, months_on_record,
    notice_board, notice_card, organisation_chart, patrol_ledger, patrol_plate, placement_map, plan_table,
    post_card, poster, poster_ids, posts_in_order, print_list, rectification_notice, risk_ledger,
    risk_matrices, task_sheets,
};
use export::layout::{Document, Picture, TableError, Timestamp};
use export::templates::{self, CardForm, CardLayout, MapLayers, Photos, PostCardKind, Printed, Style};
use std::collections::BTreeMap;
use std::slice::from_ref;

/// What a piece is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// The whole project.
    Whole,
    /// A floor.
    Floor(FloorId),
    /// A department.
    Department(DepartmentId),
    /// A point.
    Point(RiskPointId),
    /// Something at a point, by a code of the catalogue.
    At(RiskPointId, String),
    /// A post.
    Post(PostId),
    /// A set of criteria.
    Criteria(CriteriaPresetId),
    /// A theme of posters.
    Theme(String),
    /// A hidden danger.
    Danger(HiddenDangerId),
    /// An inspection plan.
    Plan(InspectionPlanId),
    /// A person.
    Person(PersonId),
    /// A month.
    Month(Month),
    /// A department in a month.
    DepartmentMonth(DepartmentId, Month),
}

impl Subject {
    /// Its name in records, the same in every session.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Floor(id) => id.to_string(),
            Self::Department(id) => id.to_string(),
            Self::Point(id) => id.to_string(),
            Self::At(id, code) => format!("{id}/{code}"),
            Self::Post(id) => id.to_string(),
            Self::Criteria(id) => id.to_string(),
            Self::Theme(name) => name.clone(),
            Self::Danger(id) => id.to_string(),
            Self::Plan(id) => id.to_string(),
            Self::Person(id) => id.to_string(),
            Self::Month(month) => month.to_string(),
            Self::DepartmentMonth(id, month) => format!("{id}/{month}"),
        }
    }
}

/// A piece of paper with what it says.
pub(super) struct Unit<'a> {
    pub(super) kind: PrintKind,
    pub(super) subject: Subject,
    pub(super) content: Content<'a>,
    /// Texts that are not the model's.
    pub(super) own_texts: Vec<OwnText>,
}

/// What a piece says.
pub(super) enum Content<'a> {
    Map(Box<FourColourMap<'a>>),
    Chart(ComparisonChart),
    Matrix(RiskMatrix),
    Board(NoticeBoard),
    Card(Box<NoticeCard<'a>>),
    Emergency(Box<EmergencyCard>),
    Hazard(Box<HazardNotice>),
    Post(Box<PostCard>),
    Plate(PatrolPlate),
    Poster(Poster),
    Organisation(OrganisationChart),
    List(PrintList),
    Ledger(RiskLedger),
    Paper(Box<Paper>),
}

/// Does the same with every content.
macro_rules! each {
    ($content:expr, $own:ident => $work:expr) => {
        match $content {
            Content::Map($own) => $work,
            Content::Chart($own) => $work,
            Content::Matrix($own) => $work,
            Content::Board($own) => $work,
            Content::Card($own) => $work,
            Content::Emergency($own) => $work,
            Content::Hazard($own) => $work,
            Content::Post($own) => $work,
            Content::Plate($own) => $work,
            Content::Poster($own) => $work,
            Content::Organisation($own) => $work,
            Content::List($own) => $work,
            Content::Ledger($own) => $work,
            Content::Paper($own) => $work,
        }
    };
}

impl<'a> Content<'a> {
    /// All its texts, for its version and for records.
    pub(super) fn said(&self) -> Said {
        each!(self, own => Said::of(own))
    }

    /// Its texts that may be said otherwise, with their places.
    pub(super) fn texts(&mut self) -> Vec<(String, String)> {
        each!(self, own => own.texts().into_iter().map(|(place, text)| (place, text.clone())).collect())
    }

    fn rewritten(self, source: &Source<'_>, kind: &str, subject: &str) -> (Content<'a>, Vec<OwnText>) {
        macro_rules! one {
            ($variant:ident, $own:expr) => {{
                let (own, texts) = source.rewritten(kind, subject, $own);
                (Content::$variant(own), texts)
            }};
        }
        macro_rules! boxed {
            ($variant:ident, $own:expr) => {{
                let (own, texts) = source.rewritten(kind, subject, *$own);
                (Content::$variant(Box::new(own)), texts)
            }};
        }
        match self {
            Content::Map(own) => boxed!(Map, own),
            Content::Chart(own) => one!(Chart, own),
            Content::Matrix(own) => one!(Matrix, own),
            Content::Board(own) => one!(Board, own),
            Content::Card(own) => boxed!(Card, own),
            Content::Emergency(own) => boxed!(Emergency, own),
            Content::Hazard(own) => boxed!(Hazard, own),
            Content::Post(own) => boxed!(Post, own),
            Content::Plate(own) => one!(Plate, own),
            Content::Poster(own) => one!(Poster, own),
            Content::Organisation(own) => one!(Organisation, own),
            Content::List(own) => one!(List, own),
            Content::Ledger(own) => one!(Ledger, own),
            Content::Paper(own) => boxed!(Paper, own),
        }
    }
}

/// What pieces are limited to.
#[derive(Default, Clone, Copy)]
pub(super) struct Limits<'l> {
    pub(super) floors: Option<&'l [FloorId]>,
    pub(super) points: Option<&'l [RiskPointId]>,
    pub(super) dangers: Option<&'l [HiddenDangerId]>,
    pub(super) months: Months,
}

/// Which months have papers.
#[derive(Default, Clone, Copy)]
pub(super) enum Months {
    /// The latest ones with anything on record, a year of them.
    #[default]
    Year,
    /// The latest one with anything on record.
    Latest,
    /// This one, whatever is on record.
    One(Month),
}

impl Months {
    fn of(self, source: &Source<'_>) -> Vec<Month> {
        match self {
            Self::Year => months_on_record(source).into_iter().take(12).collect(),
            Self::Latest => months_on_record(source).into_iter().take(1).collect(),
            Self::One(month) => vec![month],
        }
    }
}

/// Every piece of a kind, in the order in which they are printed.
pub(super) fn units<'a>(
    source: &Source<'a>,
    kind: PrintKind,
    limits: Limits<'_>,
) -> Result<Vec<Unit<'a>>, ApiError> {
    let snapshot = source.snapshot;
    let points = || {
        let mut points = source.points_in_order();
        if let Some(only) = limits.points {
            points.retain(|point| only.contains(point));
        }
        points
    };
    let floors = || limits.floors.map_or_else(|| drawn_floors(snapshot), <[FloorId]>::to_vec);
    let card = |point| Some((Subject::Point(point), notice_card(source, point)?));
    let paper = |subject, own| (subject, Content::Paper(Box::new(own)));
    let of_dangers = |make: fn(&Source<'_>, HiddenDangerId) -> Option<Paper>| {
        let wanted = |id: &HiddenDangerId| limits.dangers.is_none_or(|only| only.contains(id));
        let ids = source.dangers().all().map(|own| own.row.id).filter(wanted);
        ids.filter_map(|id| Some(paper(Subject::Danger(id), make(source, id)?))).collect::<Vec<_>>()
    };
    let mut found: Vec<(Subject, Content<'a>)> = Vec::new();
    match kind {
        PrintKind::FourColourMap => {
            for floor in floors() {
                let map = four_colour_map(source, floor).ok_or_else(no_such_floor)?;
                found.push((Subject::Floor(floor), Content::Map(Box::new(map))));
            }
        }
        PrintKind::PlacementMap => {
            for floor in floors() {
                let map = placement_map(source, floor).ok_or_else(no_such_floor)?;
                if !map.listed.is_empty() {
                    found.push((Subject::Floor(floor), Content::Map(Box::new(map))));
                }
            }
        }
        PrintKind::ComparisonChart => {
            let charts = comparison_charts(source).into_iter();
            found.extend(charts.map(|own| (Subject::Criteria(own.id), Content::Chart(own))));
        }
        PrintKind::RiskMatrix => {
            let matrices = risk_matrices(source).into_iter();
            found.extend(matrices.map(|own| (Subject::Criteria(own.id), Content::Matrix(own))));
        }
        PrintKind::NoticeBoard => {
            let whole = (Subject::Whole, notice_board(source, None));
            let departments = board_departments(source).into_iter();
            let departments = departments.map(|id| (Subject::Department(id), notice_board(source, Some(id))));
            let said = |board: &NoticeBoard| board.counts.iter().any(|own| own.count > 0);
            let boards = std::iter::once(whole).chain(departments).filter(|own| said(&own.1));
            found.extend(boards.map(|(subject, own)| (subject, Content::Board(own))));
        }
        PrintKind::MajorNotice => {
            let grave =
                |card: &NoticeCard<'_>| card.facts.level.is_some_and(|level| level >= RiskLevel::High);
            let cards = points().into_iter().filter_map(card).filter(|own| grave(&own.1));
            found.extend(cards.map(|(subject, own)| (subject, Content::Card(Box::new(own.for_board())))));
        }
        PrintKind::NoticeCard => {
            let cards = points().into_iter().filter_map(card);
            found.extend(cards.map(|(subject, own)| (subject, Content::Card(Box::new(own)))));
        }
        PrintKind::EmergencyCard => {
            for point in points() {
                for own in emergency_cards(source, point) {
                    let subject = Subject::At(point, own.accident_type.clone());
                    found.push((subject, Content::Emergency(Box::new(own))));
                }
            }
        }
        PrintKind::HazardNotice => {
            for point in points() {
                for own in hazard_notices(source, point) {
                    let subject = Subject::At(point, own.agent.clone());
                    found.push((subject, Content::Hazard(Box::new(own))));
                }
            }
        }
        PrintKind::PostCard | PrintKind::SpokenCard => {
            let posts = posts_in_order(source).into_iter();
            let cards = posts.filter_map(|post| Some((Subject::Post(post), post_card(source, post)?)));
            let spoken = kind == PrintKind::SpokenCard;
            let cards = cards.filter(|own| !spoken || !own.1.checks.is_empty());
            found.extend(cards.map(|(subject, own)| {
                (subject, Content::Post(Box::new(if spoken { own.for_speaking() } else { own })))
            }));
        }
        PrintKind::PatrolPlate => {
            let plates = points().into_iter();
            let plates =
                plates.filter_map(|point| Some((Subject::Point(point), patrol_plate(source, point)?)));
            found.extend(plates.map(|(subject, own)| (subject, Content::Plate(own))));
        }
        PrintKind::Poster => {
            for id in poster_ids() {
                if let Some(own) = poster(source, id) {
                    found.push((Subject::Theme(id.to_owned()), Content::Poster(own)));
                }
            }
        }
        PrintKind::OrganisationChart => {
            let chart = organisation_chart(source);
            if !chart.departments.is_empty() {
                found.push((Subject::Whole, Content::Organisation(chart)));
            }
        }
        PrintKind::PrintList => {
            let list = print_list(source);
            if !list.items.is_empty() {
                found.push((Subject::Whole, Content::List(list)));
            }
        }
        PrintKind::RiskLedger => {
            found.push((Subject::Whole, Content::Ledger(risk_ledger(source, limits.points))));
        }
        PrintKind::PlanTable => {
            if !snapshot.inspection_plans.is_empty() {
                found.push(match limits.months {
                    Months::One(month) => paper(Subject::Month(month), plan_table(source, Some(month))),
                    Months::Year | Months::Latest => paper(Subject::Whole, plan_table(source, None)),
                });
            }
        }
        PrintKind::CheckSheet => {
            let mut plans: Vec<_> = snapshot.inspection_plans.iter().collect();
            plans.retain(|own| own.ends_on.is_none_or(|end| end >= source.today));
            plans.sort_by_key(|own| (own.ordinal, own.id));
            let plans = plans.into_iter().filter(|_| limits.points.is_none());
            found.extend(
                plans.filter_map(|own| {
                    Some(paper(Subject::Plan(own.id), check_sheet_of_plan(source, own.id)?))
                }),
            );
            let points = points().into_iter();
            found.extend(
                points.filter_map(|id| Some(paper(Subject::Point(id), check_sheet_of_point(source, id)?))),
            );
            let posts = posts_in_order(source).into_iter().filter(|_| limits.points.is_none());
            found.extend(
                posts.filter_map(|id| Some(paper(Subject::Post(id), check_sheet_of_post(source, id)?))),
            );
        }
        PrintKind::TaskSheet => {
            found.extend(task_sheets(source).into_iter().map(|(id, own)| paper(Subject::Person(id), own)));
        }
        PrintKind::PatrolLedger => {
            if !snapshot.inspection_plans.is_empty() || !snapshot.inspections.is_empty() {
                let months = limits.months.of(source).into_iter();
                found.extend(months.map(|month| paper(Subject::Month(month), patrol_ledger(source, month))));
            }
        }
        PrintKind::RectificationNotice => found.extend(of_dangers(rectification_notice)),
        PrintKind::DangerLedger => {
            if !snapshot.dangers.is_empty() {
                found.push(paper(Subject::Whole, danger_ledger(source)));
            }
        }
        PrintKind::CaseFile => found.extend(of_dangers(case_file)),
        PrintKind::DoubleReport => found.extend(of_dangers(double_report)),
        PrintKind::DepartmentPublication => {
            let mut departments: Vec<_> = snapshot.departments.iter().collect();
            departments.sort_by_key(|own| (own.ordinal, own.id));
            // A year of lists for every department would bury the others: the two latest months are offered.
            for month in limits.months.of(source).into_iter().take(2) {
                let own = departments.iter().filter_map(|department| {
                    let own = department_publication(source, department.id, month)?;
                    Some(paper(Subject::DepartmentMonth(department.id, month), own))
                });
                found.extend(own);
            }
        }
        PrintKind::MonthReport => {
            if !snapshot.points.is_empty() {
                let months = limits.months.of(source).into_iter();
                found
                    .extend(months.filter_map(|month| {
                        Some(paper(Subject::Month(month), month_report(source, month)?))
                    }));
            }
        }
    }
    let unit = |(subject, content): (Subject, Content<'a>)| {
        let (content, own_texts) = content.rewritten(source, kind.name(), &subject.key());
        Unit { kind, subject, content, own_texts }
    };
    Ok(found.into_iter().map(unit).collect())
}

/// The months that have a paper of this kind, without making any of them: figures of a year are not worked out to list
/// twelve names. Nothing for other kinds.
pub(super) fn listed_months(source: &Source<'_>, kind: PrintKind) -> Option<Vec<Month>> {
    let snapshot = source.snapshot;
    let has = if kind == PrintKind::PatrolLedger {
        !snapshot.inspection_plans.is_empty() || !snapshot.inspections.is_empty()
    } else if kind == PrintKind::MonthReport {
        !snapshot.points.is_empty()
    } else {
        return None;
    };
    Some(if has { Months::Year.of(source) } else { Vec::new() })
}

fn no_such_floor() -> ApiError {
    ApiError::new(
        "no-such-floor",
        "要出图的楼层不存在，请重新选择。",
        "A floor that was asked for does not exist. Choose again.",
    )
}

/// Where a piece belongs, for lists and filters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Belongs {
    pub(super) level: Option<RiskLevel>,
    pub(super) department: Option<DepartmentId>,
    pub(super) building: Option<BuildingId>,
    pub(super) floor: Option<FloorId>,
    pub(super) post: Option<PostId>,
}

impl Unit<'_> {
    /// What tells it from the others of its kind.
    pub(super) fn name(&self) -> String {
        match &self.content {
            Content::Map(own) => own.subject.clone(),
            Content::Chart(own) => own.method.clone(),
            Content::Matrix(own) => own.method.clone(),
            Content::Board(own) => own.subject.clone(),
            Content::Card(own) => format!("{} {}", own.facts.code, own.facts.name),
            Content::Emergency(own) => format!("{} {} {}", own.facts.code, own.facts.name, own.accident),
            Content::Hazard(own) => format!("{} {} {}", own.facts.code, own.facts.name, own.name),
            Content::Post(own) => own.name.clone(),
            Content::Plate(own) => format!("{} {}", own.facts.code, own.facts.name),
            Content::Poster(own) => own.title.clone(),
            Content::Organisation(own) => own.masthead.organisation.clone(),
            Content::List(own) => own.masthead.organisation.clone(),
            Content::Ledger(own) => own.masthead.organisation.clone(),
            Content::Paper(own) => own.subject.clone(),
        }
    }

    /// Where it belongs.
    pub(super) fn belongs(&self, snapshot: &Snapshot) -> Belongs {
        let of_floor = |id: FloorId| Belongs {
            floor: Some(id),
            building: snapshot.floors.get(id).and_then(|own| own.building_id),
            ..Belongs::default()
        };
        let of_point = |id: RiskPointId, level| {
            let Some(point) = snapshot.points.get(id) else { return Belongs::default() };
            Belongs {
                level,
                department: point.department_id,
                building: snapshot.building_of(point).map(|own| own.id),
                floor: snapshot.floor_of(point).map(|own| own.id),
                post: point.post_id,
            }
        };
        let level = match &self.content {
            Content::Card(own) => own.facts.level,
            Content::Emergency(own) => own.facts.level,
            Content::Hazard(own) => own.facts.level,
            Content::Plate(own) => own.facts.level,
            Content::Post(own) => own.level,
            Content::Map(_)
            | Content::Chart(_)
            | Content::Matrix(_)
            | Content::Board(_)
            | Content::Poster(_)
            | Content::Organisation(_)
            | Content::List(_)
            | Content::Ledger(_)
            | Content::Paper(_) => None,
        };
        match &self.subject {
            Subject::Whole | Subject::Criteria(_) | Subject::Theme(_) | Subject::Month(_) => {
                Belongs::default()
            }
            Subject::Floor(id) => of_floor(*id),
            Subject::Danger(id) => snapshot.dangers.get(*id).map_or_else(Belongs::default, |danger| {
                let point = rectification::point_of(snapshot, danger);
                let own = point.map_or_else(Belongs::default, |point| of_point(point, None));
                Belongs { department: danger.department_id.or(own.department), ..own }
            }),
            Subject::Plan(id) => Belongs {
                department: snapshot.inspection_plans.get(*id).and_then(|own| own.department_id),
                ..Belongs::default()
            },
            Subject::Person(id) => Belongs {
                department: snapshot.people.get(*id).and_then(|own| own.department_id),
                ..Belongs::default()
            },
            Subject::DepartmentMonth(id, _) => Belongs { department: Some(*id), ..Belongs::default() },
            Subject::Department(id) => Belongs { department: Some(*id), ..Belongs::default() },
            Subject::Point(id) | Subject::At(id, _) => of_point(*id, level),
            Subject::Post(id) => Belongs {
                level,
                department: snapshot.posts.get(*id).map(|own| own.department_id),
                post: Some(*id),
                ..Belongs::default()
            },
        }
    }
}

/// How pieces are laid out.
pub(super) struct Layout<'l> {
    pub(super) style: Style<'l>,
    pub(super) size: PrintSize,
    /// Cards four on a sheet.
    pub(super) four: bool,
    pub(super) layers: MapLayers,
    /// Pictures under plans and photographs.
    pub(super) assets: &'l BTreeMap<String, Vec<u8>>,
    /// Those under plans as small as a card needs them.
    pub(super) small: &'l SmallPictures,
}

/// Lays a piece out alone. What has no pages has nothing to say, and its problems tell why.
pub(super) fn lay_out(unit: &Unit<'_>, layout: &Layout<'_>) -> Result<Printed, ApiError> {
    let (stands, lies) = (layout.size.size(), layout.size.lying());
    let style = layout.style;
    Ok(match &unit.content {
        Content::Map(own) => lay_out_map(own, layout),
        Content::Chart(own) => templates::comparison_charts(from_ref(own), style, lies),
        Content::Matrix(own) => templates::risk_matrices(from_ref(own), style, lies).map_err(unlaid)?,
        Content::Board(own) => templates::notice_boards(from_ref(own), style, lies).map_err(unlaid)?,
        Content::Card(own) if unit.kind == PrintKind::MajorNotice => {
            templates::major_notices(from_ref(own.as_ref()), style, lies)
        }
        Content::Card(own) => {
            let cards = from_ref(own.as_ref());
            templates::notice_cards(cards, style, card_form(layout), &under(cards, layout))
        }
        Content::Emergency(own) => templates::emergency_cards(from_ref(own.as_ref()), style, stands),
        Content::Hazard(own) => templates::hazard_notices(from_ref(own.as_ref()), style, stands),
        Content::Post(own) => {
            let kind = match unit.kind {
                PrintKind::SpokenCard => PostCardKind::Spoken,
                _ => PostCardKind::Knowledge,
            };
            templates::post_cards(from_ref(own.as_ref()), style, kind, stands)
        }
        Content::Plate(own) => templates::patrol_plates(from_ref(own), style, stands),
        Content::Poster(own) => templates::poster(own, style, stands),
        Content::Organisation(own) => templates::organisation_chart(own, style, lies),
        Content::List(own) => {
            templates::print_list(own, style, lies, &photos_of_list(own, layout)).map_err(unlaid)?
        }
        Content::Ledger(own) => templates::risk_ledger(own, style).map_err(unlaid)?,
        Content::Paper(own) => templates::paper(own, style, &photos_of(own, layout)).map_err(unlaid)?,
    })
}

/// The photographs that a paper shows; one that cannot be read is left out, and the paper tells.
pub(super) fn photos_of(paper: &Paper, layout: &Layout<'_>) -> Photos {
    let read =
        |asset: &str| Some((asset.to_owned(), Picture::new(layout.assets.get(asset)?.as_slice()).ok()?));
    paper.photos().filter_map(read).collect()
}

/// The photographs of what hangs.
pub(super) fn photos_of_list(list: &PrintList, layout: &Layout<'_>) -> Photos {
    let held = list.items.iter().filter_map(export::content::PrintItem::asset);
    layout.small.of(layout.assets, held, IN_LIST)
}

/// Lays cards out together, several on a sheet.
pub(super) fn lay_out_cards(units: &[Unit<'_>], layout: &Layout<'_>) -> Printed {
    let cards: Vec<NoticeCard<'_>> = units
        .iter()
        .filter_map(|unit| match &unit.content {
            Content::Card(own) => Some(own.as_ref().clone()),
            _ => None,
        })
        .collect();
    templates::notice_cards(&cards, layout.style, card_form(layout), &under(&cards, layout))
}

/// The pictures under the plans of cards, small.
fn under(cards: &[NoticeCard<'_>], layout: &Layout<'_>) -> BTreeMap<String, Picture> {
    let parts = cards.iter().filter_map(|card| card.excerpt.as_ref());
    let wanted = parts.flat_map(|part| part.plan.pictures.iter().map(|own| own.asset.as_str()));
    layout.small.of(layout.assets, wanted, UNDER_CARD)
}

fn card_form(layout: &Layout<'_>) -> CardForm {
    let cards = if layout.four { CardLayout::FourPerPage } else { CardLayout::OnePerPage };
    CardForm { layout: cards, size: layout.size.size() }
}

fn lay_out_map(map: &FourColourMap<'_>, layout: &Layout<'_>) -> Printed {
    if map.problems.iter().any(|own| own.fault == Fault::NothingDrawn) {
        let nothing = |own: &&Problem| own.fault == Fault::NothingDrawn;
        let problems = map.problems.iter().filter(nothing).cloned().collect();
        return Printed { document: Document::new(map.title.clone(), Timestamp::EPOCH), problems };
    }
    let mut pictures = BTreeMap::new();
    let mut problems = Vec::new();
    for own in &map.plan.pictures {
        let Some(bytes) = layout.assets.get(&own.asset) else { continue };
        match Picture::new(bytes.as_slice()) {
            Ok(picture) => {
                pictures.insert(own.asset.clone(), picture);
            }
            Err(error) => problems.push(Problem::new(
                format!("四色图 {}", map.subject),
                Fault::Underlay { reason: error.to_string() },
            )),
        }
    }
    let mut printed =
        templates::four_colour_map(map, layout.style, layout.size.size(), &pictures, layout.layers);
    printed.problems.extend(problems);
    printed
}

fn unlaid(error: TableError) -> ApiError {
    ApiError::new(
        "not-printable",
        format!("表格无法排版（{error}），请反馈给开发者。"),
        format!("A table could not be laid out ({error}). Please report this."),
    )
}
