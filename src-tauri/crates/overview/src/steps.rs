//! 九步法: which of the nine steps are done, judged by what the project really holds.
//! Relies on rows, on the risk picture and on findings; what no row of a project can tell yet is said to be untold.
//! Knows no dates.

use crate::Title;
use domain::{ReviewAct, ReviewSubject, Snapshot, Table};
use evaluation::RiskPicture;
use health::{Finding, Rule, Severity};
use serde::Serialize;

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum StageState {
    /// All of its conditions are met.
    Done,
    /// Some of them are met.
    Begun,
    /// None is met.
    Open,
    /// The project keeps nothing that would tell.
    Untold,
}

/// One of the nine steps.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewStage")]
pub struct Stage {
    /// 1 to 9.
    pub number: u32,
    /// What it is called.
    pub title: Title,
    /// How far it is.
    pub state: StageState,
    /// What it asks for.
    pub conditions: Vec<Condition>,
}

/// What a step asks for.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewCondition")]
pub struct Condition {
    /// A short stable word.
    pub code: String,
    /// What it asks for.
    pub title: Title,
    /// How much of it there is.
    pub have: u32,
    /// How much there should be.
    pub want: u32,
    /// What is still missing; the table of these rows is the same for all.
    pub missing: Vec<domain::RowId>,
}

const TITLES: [[&str; 2]; 9] = [
    ["筹备组建", "preparation and organisation"],
    ["宣传教育培训", "publicity and training"],
    ["开通初始化", "set-up"],
    ["编制文件", "documents"],
    ["辨识评价分级", "identification, evaluation, grading"],
    ["巡检配置", "inspection set-up"],
    ["成果汇总", "results"],
    ["自评审验", "self-assessment and review"],
    ["常态应用", "everyday use"],
];

pub(crate) fn stages(snapshot: &Snapshot, picture: &RiskPicture, findings: &[Finding]) -> Vec<Stage> {
    let conditions = |number: u32| match number {
        1 => organisation(snapshot),
        3 => setup(snapshot, findings),
        4 => documents(snapshot),
        5 => evaluation(snapshot, findings),
        6 => inspection(snapshot),
        7 => results(snapshot, picture, findings),
        8 => review(snapshot, findings),
        _ => Vec::new(),
    };
    let stage = |(number, [chinese, english]): (u32, [&str; 2])| {
        let conditions = conditions(number);
        let met = conditions.iter().filter(|own| own.want > 0 && own.have >= own.want).count();
        let begun = conditions.iter().any(|own| own.have > 0);
        let state = match (conditions.len(), met) {
            (0, _) => StageState::Untold,
            (all, met) if met == all => StageState::Done,
            (_, 0) if !begun => StageState::Open,
            (_, _) => StageState::Begun,
        };
        Stage { number, title: Title::new(chinese, english), state, conditions }
    };
    (1..).zip(TITLES).map(stage).collect()
}

fn condition(
    code: &str,
    title: [&str; 2],
    have: usize,
    want: usize,
    missing: Vec<domain::RowId>,
) -> Condition {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Condition {
        code: code.to_owned(),
        title: Title::new(title[0], title[1]),
        have: number(have),
        want: number(want),
        missing,
    }
}

/// A condition that something is filled in or not.
fn given(code: &str, title: [&str; 2], is_given: bool) -> Condition {
    condition(code, title, usize::from(is_given), 1, Vec::new())
}

/// A condition on every row of a kind: those that none of `rules` is found of.
fn without(
    code: &str,
    title: [&str; 2],
    all: usize,
    table: Table,
    findings: &[Finding],
    rules: &[Rule],
) -> Condition {
    let of = |finding: &&Finding| finding.row.table == table && rules.contains(&finding.rule);
    let mut missing: Vec<_> = findings.iter().filter(of).map(|finding| finding.row).collect();
    missing.sort_unstable();
    missing.dedup();
    // With no rows at all there is still one thing to do: make some.
    condition(code, title, all.saturating_sub(missing.len()), all.max(1), missing)
}

fn organisation(snapshot: &Snapshot) -> Vec<Condition> {
    let own = snapshot.organisation();
    let headless: Vec<_> = snapshot
        .departments
        .iter()
        .filter(|department| department.head_id.is_none())
        .map(|department| domain::RowId { table: Table::Department, id: department.id.into() })
        .collect();
    let all = snapshot.departments.len();
    vec![
        given(
            "principal",
            ["指定主要负责人", "a principal is named"],
            own.is_some_and(|own| own.principal_id.is_some()),
        ),
        given(
            "safety-lead",
            ["指定安全负责人", "a safety lead is named"],
            own.is_some_and(|own| own.safety_lead_id.is_some()),
        ),
        condition(
            "heads",
            ["各部门有负责人", "every department has a head"],
            all - headless.len(),
            all.max(1),
            headless,
        ),
    ]
}

fn setup(snapshot: &Snapshot, findings: &[Finding]) -> Vec<Condition> {
    let own = snapshot.organisation();
    let floors = snapshot.floors.iter().filter(|floor| floor.building_id.is_some()).count();
    vec![
        given(
            "codes",
            ["填写统一社会信用代码和行政区划", "credit code and region are given"],
            own.is_some_and(|own| !own.credit_code.trim().is_empty() && !own.region_code.trim().is_empty()),
        ),
        condition("people", ["录入人员", "people are entered"], snapshot.people.len().min(2), 2, Vec::new()),
        condition(
            "tiers",
            ["设置管控层级", "control tiers are set"],
            snapshot.tiers.len().min(3),
            3,
            Vec::new(),
        ),
        without(
            "plans",
            ["各楼层有平面图", "every floor has a plan"],
            floors,
            Table::Floor,
            findings,
            &[Rule::NoPlan],
        ),
    ]
}

fn documents(snapshot: &Snapshot) -> Vec<Condition> {
    let project = snapshot.project();
    let filled = |pick: fn(&domain::Project) -> &String| {
        project.is_some_and(|project| !pick(project).trim().is_empty())
    };
    vec![
        given("prepared-by", ["明确编制人", "the author is named"], filled(|own| &own.prepared_by)),
        given("reviewed-by", ["明确审核人", "the reviewer is named"], filled(|own| &own.reviewed_by)),
    ]
}

fn evaluation(snapshot: &Snapshot, findings: &[Finding]) -> Vec<Condition> {
    let all = snapshot.points.len();
    let points = |code, title, rules: &[Rule]| without(code, title, all, Table::RiskPoint, findings, rules);
    vec![
        points(
            "identified",
            ["每个风险点有危险源和事故类型", "every point has hazards and accident types"],
            &[Rule::MissingHazard, Rule::MissingAccident],
        ),
        points(
            "assessed",
            ["每个风险点已评价", "every point is assessed"],
            &[Rule::NotAssessed, Rule::InvalidScore, Rule::MissingHazard],
        ),
        points(
            "measures",
            ["每个风险点有管控措施", "every point has measures"],
            &[Rule::MissingMeasure, Rule::MissingHazard],
        ),
        points(
            "owners",
            ["每个风险点有责任部门和责任人", "every point has department and person"],
            &[Rule::MissingOwner, Rule::MissingPerson],
        ),
    ]
}

/// What is asked at the points: check items in use.
fn inspection(snapshot: &Snapshot) -> Vec<Condition> {
    let with: std::collections::HashSet<_> =
        snapshot.check_items.iter().filter(|own| !own.retired).map(|own| own.point_id).collect();
    let missing: Vec<_> = snapshot
        .points
        .iter()
        .filter(|point| !with.contains(&point.id))
        .map(|point| domain::RowId { table: Table::RiskPoint, id: point.id.into() })
        .collect();
    let all = snapshot.points.len();
    vec![condition(
        "check-items",
        ["每个风险点有检查项", "every point has check items"],
        all - missing.len(),
        all.max(1),
        missing,
    )]
}

/// What the leaders decided: the control list approved and as it was then, major risks approved by the principal.
fn review(snapshot: &Snapshot, findings: &[Finding]) -> Vec<Condition> {
    let approved = |subject: ReviewSubject| {
        let own = snapshot.reviews.iter().filter(|own| own.subject == subject);
        own.max_by_key(|own| (own.done_on, own.id)).is_some_and(|own| own.act == ReviewAct::Approve)
    };
    let edited: Vec<_> =
        findings.iter().filter(|own| own.rule == Rule::ApprovedEdited).map(|own| own.row).collect();
    let majors =
        approved(ReviewSubject::MajorRisks) && !findings.iter().any(|own| own.rule == Rule::MajorNotApproved);
    vec![
        condition(
            "approved",
            ["管控清单已批准且未改动", "the control list is approved and unchanged"],
            usize::from(approved(ReviewSubject::Control) && edited.is_empty()),
            1,
            edited,
        ),
        given(
            "major-approved",
            ["重大风险经主要负责人批准", "major risks are approved by the principal"],
            majors,
        ),
    ]
}

fn results(snapshot: &Snapshot, picture: &RiskPicture, findings: &[Finding]) -> Vec<Condition> {
    let errors: Vec<_> =
        findings.iter().filter(|own| own.rule.severity() == Severity::Error).map(|own| own.row).collect();
    let any = picture.whole.points() > 0;
    vec![
        without(
            "placed",
            ["风险点全部上图", "every point stands on a plan"],
            snapshot.points.len(),
            Table::RiskPoint,
            findings,
            &[Rule::Unplaced, Rule::Nowhere, Rule::OutsideZone],
        ),
        condition(
            "errors",
            ["体检没有错误", "the health check finds no error"],
            usize::from(any && errors.is_empty()),
            1,
            errors,
        ),
    ]
}
