//! 薄弱环节: shares that stay below what they should be, each with a suggestion made by rule.
//! Relies on findings of the health check for what is missing where.
//! Knows no wording but its own.

use crate::{Group, Tally, Title};
use domain::{RiskPointId, Snapshot, Table};
use evaluation::RiskPicture;
use health::{Finding, Rule, Severity};
use serde::Serialize;
use std::collections::BTreeSet;

/// One thing that is weak.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Weakness {
    /// A short stable word, such as `not-assessed`.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// What is weak, with its figure.
    pub title: Title,
    /// What to do.
    pub suggestion: Title,
    /// Share of points that are in order, in tenths of a percent; absent where no share is meant.
    pub per_mille: Option<u32>,
    /// The points that are not.
    pub points: Tally,
}

struct Indicator {
    code: &'static str,
    severity: Severity,
    rules: &'static [Rule],
    title: [&'static str; 2],
    suggestion: [&'static str; 2],
}

/// Shares of points that no finding of these rules is about.
const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "identification",
        severity: Severity::Error,
        rules: &[Rule::MissingHazard, Rule::MissingAccident],
        title: ["危险源辨识完整率", "points with hazards and accident types identified"],
        suggestion: [
            "用风险库模板或按岗位组织一次补充辨识，先补没有危险源的风险点。",
            "Complete the identification from library templates or post by post, points without hazards first.",
        ],
    },
    Indicator {
        code: "assessment",
        severity: Severity::Error,
        rules: &[Rule::NotAssessed, Rule::InvalidScore, Rule::MissingHazard],
        title: ["风险评价完成率", "points fully assessed"],
        suggestion: [
            "把评分表发给评估人员，集中一次完成评分；未评价的不会按低风险处理。",
            "Send the score sheets out and finish scoring in one go; what is not assessed never counts as low.",
        ],
    },
    Indicator {
        code: "measures",
        severity: Severity::Error,
        rules: &[Rule::MissingMeasure, Rule::MissingMeasureClass, Rule::OnlyProposed],
        title: ["五类管控措施齐全率", "points with all five classes of measures"],
        suggestion: [
            "按工程、管理、培训、个体防护、应急逐类补齐；确实不需要的类别写明理由。",
            "Add what is missing class by class; where a class is not needed say why.",
        ],
    },
    Indicator {
        code: "responsibility",
        severity: Severity::Error,
        rules: &[Rule::MissingOwner, Rule::MissingPerson, Rule::PersonLeft],
        title: ["责任落实率", "points with department and person"],
        suggestion: [
            "按部门批量指定责任部门和责任人，做到横向到边、纵向到底。",
            "Assign departments and people in bulk so that nothing is left to nobody.",
        ],
    },
    Indicator {
        code: "emergency",
        severity: Severity::Error,
        rules: &[Rule::MajorWithoutEmergency, Rule::NoPrincipal],
        title: ["重大风险应急准备率", "points not lacking emergency measures for a major risk"],
        suggestion: [
            "为每个重大风险编制应急处置措施或专项预案，由主要负责人审批。",
            "Prepare an emergency measure or plan for every major risk and have the principal approve it.",
        ],
    },
    Indicator {
        code: "assessors",
        severity: Severity::Warning,
        rules: &[Rule::Disagreement, Rule::SingleAssessor],
        title: ["评价一致率", "points whose assessors are several and agree"],
        suggestion: [
            "组织评估小组会商：意见相差两级以上的复核，重大和较大风险至少两人评分。",
            "Let the assessors meet: review what is two levels apart, and have great risks scored by at least two.",
        ],
    },
    Indicator {
        code: "maps",
        severity: Severity::Warning,
        rules: &[Rule::Unplaced, Rule::Nowhere, Rule::OutsideZone, Rule::WithoutZone],
        title: ["四色图上图率", "points standing where they belong on a plan"],
        suggestion: [
            "在平面图上补标风险点，并调整到所属区域内。",
            "Place the missing points on the plans, inside their zones.",
        ],
    },
    Indicator {
        code: "tiers",
        severity: Severity::Warning,
        rules: &[Rule::LoweredTier, Rule::NoTier],
        title: ["管控层级相符率", "points supervised by the tier that their level calls for"],
        suggestion: [
            "低于等级要求的层级逐一复核理由，没有充分理由的恢复。",
            "Review each lowered tier, and go back where there is no good reason.",
        ],
    },
];

pub(crate) fn weaknesses(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    findings: &[Finding],
    departments: &[Group],
    accidents: &[Group],
) -> Vec<Weakness> {
    let total = snapshot.points.len();
    if total == 0 {
        return Vec::new();
    }
    let mut weak: Vec<Weakness> = Vec::new();
    for indicator in INDICATORS {
        let of_points = |finding: &&Finding| {
            finding.row.table == Table::RiskPoint && indicator.rules.contains(&finding.rule)
        };
        let points: BTreeSet<RiskPointId> =
            findings.iter().filter(of_points).map(|finding| finding.row.id.into()).collect();
        if points.is_empty() {
            continue;
        }
        // Rounded down: only what is whole reads as whole.
        let share = ((total - points.len()) * 1000 / total) as u32;
        let shown = format!("{}.{}%", share / 10, share % 10);
        let [chinese, english] = indicator.title;
        weak.push(Weakness {
            code: indicator.code.to_owned(),
            severity: indicator.severity,
            title: Title::new(format!("{chinese} {shown}"), format!("{shown} {english}")),
            suggestion: Title::new(indicator.suggestion[0], indicator.suggestion[1]),
            per_mille: Some(share),
            points: Tally::of(points.into_iter().collect()),
        });
    }
    weak.extend(concentration("department", departments, picture, |name| {
        Title::new(
            format!("“{name}”的重大和较大风险最集中，优先安排检查、培训和工程治理投入。"),
            format!(
                "Most great risks lie with {name}: plan inspections, training and engineering there first."
            ),
        )
    }));
    weak.extend(concentration("accident", accidents, picture, |name| {
        Title::new(
            format!("“{name}”是重大和较大风险中最多的事故类型，开展专项辨识和演练。"),
            format!("{name} is the commonest accident among great risks: identify and exercise for it."),
        )
    }));
    weak.sort_by_key(|own| (own.severity, own.per_mille.unwrap_or(1000)));
    weak
}

/// The group with the most major and high risks, where it has at least a quarter of them and three.
fn concentration(
    code: &str,
    groups: &[Group],
    picture: &RiskPicture,
    suggestion: impl Fn(&str) -> Title,
) -> Option<Weakness> {
    let great = |group: &Group| group.major.count + group.high.count;
    let worst = groups.iter().filter(|group| !group.key.is_empty()).max_by_key(|group| great(group))?;
    let all = picture.whole.count(domain::RiskLevel::Major) + picture.whole.count(domain::RiskLevel::High);
    let own = great(worst);
    if own < 3 || own * 4 < all {
        return None;
    }
    let points = worst.major.points.iter().chain(&worst.high.points).copied().collect();
    let (chinese, english) = (&worst.title.chinese, &worst.title.english);
    Some(Weakness {
        code: format!("concentration-{code}"),
        severity: Severity::Notice,
        title: Title::new(
            format!("{chinese}：重大和较大风险 {own} 个，占全部 {all} 个"),
            format!("{english}: {own} of {all} major and high risks"),
        ),
        suggestion: suggestion(chinese),
        per_mille: None,
        points: Tally::of(points),
    })
}
