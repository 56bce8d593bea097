//! 「双重预防机制建设示意图」: who leads, which departments there are with whom at their head, and what the two wings do.
//! Relies on the tree of departments; a chain that closes on itself is cut.
//! Must not know: where boxes stand.

use super::problem::{Fault, Problem};
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{ColourSet, DepartmentId, RiskLevel};
use serde::Serialize;
use std::collections::BTreeSet;

/// A department and those below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChartBox {
    /// 「部门」
    pub name: String,
    /// 「负责人」 with title; may be empty.
    pub head: String,
    /// The highest level among its points and those below; `None` without points or assessments.
    pub level: Option<RiskLevel>,
    /// How many points it has, with those below.
    pub points: u32,
    /// Those below it.
    pub below: Vec<ChartBox>,
}

/// What the chart says.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationChart {
    /// 「双重预防机制建设示意图」
    pub title: &'static str,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// 「主要负责人」 with title; may be empty.
    pub principal: String,
    /// 「安全负责人」 with title; may be empty.
    pub safety_lead: String,
    /// Departments without one above them.
    pub departments: Vec<ChartBox>,
    /// Steps of 风险分级管控.
    pub control: Vec<&'static str>,
    /// Steps of 隐患排查治理.
    pub inspection: Vec<&'static str>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for OrganisationChart {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        Vec::new()
    }
}

/// The chart of the project.
pub fn organisation_chart(source: &Source<'_>) -> OrganisationChart {
    let snapshot = source.snapshot;
    let named = |id: Option<domain::PersonId>| {
        snapshot.people.find(id).map_or(String::new(), |own| {
            format!("{}　{}", own.name.trim(), own.title.trim()).trim().to_owned()
        })
    };
    let organisation = snapshot.organisation();
    let title = "双重预防机制建设示意图";
    let principal = named(organisation.and_then(|own| own.principal_id));
    let safety_lead = named(organisation.and_then(|own| own.safety_lead_id));
    let mut seen = BTreeSet::new();
    let departments = below(source, None, &mut seen);
    let mut problems = Vec::new();
    for (blank, chinese, english) in [
        (principal.is_empty(), "主要负责人", "principal"),
        (safety_lead.is_empty(), "安全负责人", "safety lead"),
        (departments.is_empty(), "部门", "departments"),
    ] {
        if blank {
            problems.push(Problem::new(title, Fault::Blank { chinese, english }));
        }
    }
    let own = OrganisationChart {
        title,
        masthead: source.masthead(),
        colours: source.colours(),
        principal,
        safety_lead,
        departments,
        control: vec!["划分单元", "辨识危险源", "评价风险", "确定等级", "制定措施", "分级管控", "公告警示"],
        inspection: vec!["编制清单", "确定计划", "组织排查", "登记通报", "整改治理", "验收销号", "统计分析"],
        code: String::new(),
        problems,
    };
    source.sealed(own, |own| &mut own.code, "ORG", source.project())
}

fn below(
    source: &Source<'_>,
    parent: Option<DepartmentId>,
    seen: &mut BTreeSet<DepartmentId>,
) -> Vec<ChartBox> {
    let mut own: Vec<_> =
        source.snapshot.departments.iter().filter(|department| department.parent_id == parent).collect();
    own.sort_by_key(|department| (department.ordinal, department.id));
    let mut boxes = Vec::new();
    for department in own {
        if !seen.insert(department.id) {
            continue;
        }
        let head = source.snapshot.people.find(department.head_id);
        let standing = source.picture.departments.get(&department.id);
        boxes.push(ChartBox {
            name: department.name.trim().to_owned(),
            head: head.map_or(String::new(), |own| own.name.trim().to_owned()),
            level: standing.and_then(|own| own.level),
            points: standing.map_or(0, evaluation::Standing::points),
            below: below(source, Some(department.id), seen),
        });
    }
    boxes
}
