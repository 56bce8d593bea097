//! The columns that lists have, and every title that people give them.
//! Relies on titles being made comparable by `text::title`.
//! Knows nothing of sheets.

use crate::text::title;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

macro_rules! fields {
    ($($(#[doc = $doc:literal])* $field:ident $code:literal [$($synonym:literal),*];)*) => {
        /// What a column of a list holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[ts(rename = "ListField")]
        pub enum Field {
            $($(#[doc = $doc])* #[serde(rename = $code)] $field),*
        }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Self] = &[$(Self::$field),*];

            /// Its name in mapping files.
            pub fn code(self) -> &'static str {
                match self { $(Self::$field => $code),* }
            }

            /// The titles that it has, as they are compared.
            fn synonyms(self) -> &'static [&'static str] {
                match self { $(Self::$field => &[$($synonym),*]),* }
            }
        }
    };
}

fields! {
    /// 「序号」, which means nothing.
    Number "number" ["序号", "no", "行号", "步骤序号"];
    /// 「风险点编号」
    PointCode "code" ["编号", "风险点编号", "编码", "风险点编码", "位号", "风险编号", "风险点代码", "code"];
    /// 「风险点类型」
    PointKind "kind" ["类型", "风险点类型", "风险类型", "清单类型", "类别"];
    /// 「风险点名称」
    PointName "name" ["名称", "风险点名称", "风险点", "风险名称", "风险源名称", "风险部位", "name", "辨识对象",
        "评价对象", "风险分析对象"];
    /// 「作业活动名称」: a point that is an activity.
    ActivityName "activity" ["作业活动名称", "作业活动", "作业名称", "活动名称", "作业任务"];
    /// 「设备设施名称」: a point that is a facility.
    FacilityName "facility" ["设备设施名称", "设备设施", "设备名称", "设施名称", "设备设施名"];
    /// 「作业场所名称」: a point that is a workplace.
    WorkplaceName "workplace" ["作业场所名称", "作业场所", "场所名称", "场所", "部位名称"];
    /// 「风险区域」
    Zone "zone" ["风险区域", "区域", "风险单元", "风险分析单元", "单元", "区域名称", "所属区域", "评价单元"];
    /// 「所在位置」
    Location "location" ["所在位置", "位置", "地点", "所在部位", "区域位置", "岗位地点", "具体位置", "所在地点",
        "安装位置", "存放地点", "location"];
    /// 「作业步骤/检查项目」
    Step "step" ["作业步骤", "检查项目", "作业步骤检查项目", "工作步骤", "步骤", "项目", "作业内容", "作业活动内容",
        "作业步骤检查项目名称", "检查部位"];
    /// 「标准」
    Standard "standard" ["标准", "检查标准", "标准要求", "检查内容标准"];
    /// 「危险源」
    Hazard "hazard" ["危险源", "危险有害因素", "危害因素", "危险源潜在事件", "潜在事件", "危险源潜在事件标准",
        "主要危险有害因素", "危险因素", "风险描述", "不符合标准情况后果", "不符合标准情况", "主要危险",
        "危险源描述", "存在危险有害因素", "风险因素", "危险源危险有害因素", "hazard"];
    /// 「危险有害因素代码」 by GB/T 13861.
    Factor "factor" ["危险有害因素代码", "因素代码", "gbt13861代码", "gb/t13861代码"];
    /// 「可能的事故类型」
    Accident "accident" ["事故类型", "可能事故类型", "可能发生事故类型", "可能导致事故类型", "易发生事故类型",
        "可能发生事故类型后果", "可能导致事故", "可能造成事故类型", "可能发生事故", "潜在事故", "事故类别",
        "主要事故类型", "事故后果类型", "accidenttype"];
    /// 「可能后果」
    Consequence "consequence" ["后果", "可能后果", "可能造成后果", "事故后果", "后果描述", "危害后果", "主要后果"];
    /// 「L」
    Likelihood "L" ["l", "可能性l", "l值", "可能性", "事故发生可能性", "发生可能性"];
    /// 「E」
    Exposure "E" ["e", "暴露频率e", "e值", "暴露程度", "频繁程度", "暴露频次", "暴露频率"];
    /// 「C」
    ConsequenceValue "C" ["c", "后果c", "c值", "后果严重性", "严重性c"];
    /// 「S」
    Severity "S" ["s", "s值", "严重性", "严重程度", "后果严重程度", "严重性s"];
    /// 「M」
    ControlState "M" ["m", "m值", "控制措施状态"];
    /// 「D」 or 「R」, which is worked out.
    Score "score" ["d", "r", "d值", "r值", "评价值", "风险值", "风险度", "危险性分值", "得分", "分值", "风险值d",
        "风险值r", "风险度r", "危险性d"];
    /// 「评价级别」, which is worked out.
    Band "band" ["评价级别", "级别", "危险等级", "危险程度", "评价等级", "评估级别"];
    /// 「风险等级」, which is worked out.
    Level "level" ["风险等级", "风险分级", "风险级别", "等级", "管控等级", "颜色", "风险颜色", "预警色", "风险色",
        "四色等级", "等级颜色", "风险等级颜色", "固有风险等级", "现有风险等级", "level", "色标"];
    /// 「风险点等级」, which is worked out.
    PointLevel "point-level" ["风险点等级", "最高等级", "风险点级别", "最高风险等级"];
    /// 「工程技术措施」
    Engineering "engineering" ["工程技术措施", "工程技术", "技术措施", "工程措施", "工程控制", "工程控制措施",
        "物理工程", "在线监测", "视频监控", "自动化控制"];
    /// 「管理措施」
    Administrative "administrative" ["管理措施", "管理", "制度管理", "管理控制", "制度措施", "管理控制措施"];
    /// 「培训教育措施」
    Training "training" ["培训教育措施", "培训教育", "教育培训", "培训措施", "教育培训措施", "培训"];
    /// 「个体防护措施」
    Protection "protection" ["个体防护措施", "个体防护", "个人防护", "防护措施", "个人防护措施"];
    /// 「应急处置措施」
    Emergency "emergency" ["应急处置措施", "应急处置", "应急措施", "应急管理", "应急"];
    /// 「管控措施」 of all classes in one cell.
    Measures "measures" ["管控措施", "控制措施", "现有控制措施", "现有管控措施", "主要管控措施", "防范措施",
        "安全措施", "主要防范措施", "风险管控措施", "措施", "预防措施"];
    /// 「建议新增措施」
    Proposed "proposed" ["建议新增措施", "建议改进措施", "建议措施", "新增措施", "改进措施", "建议改进新增措施",
        "拟增加措施", "建议改进", "建议"];
    /// 「管控层级」
    Tier "tier" ["管控层级", "管控级别", "控制层级", "责任层级", "层级", "分级管控层级"];
    /// 「层级调整理由」
    TierReason "tier-reason" ["层级调整理由", "层级调整", "调整理由"];
    /// 「责任部门」
    Department "department" ["责任部门", "责任单位", "管控部门", "部门", "所属部门", "所属单位", "实施单位",
        "管控责任部门", "责任科室", "管控责任单位", "主管部门", "单位", "department"];
    /// 「责任人」
    Person "person" ["责任人", "管控责任人", "负责人", "责任人员", "责任人姓名", "风险管控责任人", "安全责任人", "person"];
    /// 「直接判定」
    Direct "direct" ["直接判定", "直接判定条件", "直接判定依据"];
    /// 「评价准则」
    Preset "preset" ["评价准则", "评价方法", "评价标准", "判定准则", "评估方法"];
    /// 「评估人」
    Assessors "assessors" ["评估人", "评价人", "评价人员", "评估人员", "分析人", "辨识人"];
    /// 「评价日期」
    AssessedOn "assessed-on" ["评价日期", "评估日期", "日期", "辨识日期", "评价时间", "分析日期"];
    /// 「管控重点」
    Focus "focus" ["管控重点", "控制重点"];
    /// 「备注」
    Note "note" ["备注", "说明", "remark"];
    /// 「姓名」 In staff lists, as all that follow.
    PersonName "person-name" [];
    /// 「职务」
    PersonTitle "person-title" [];
    /// 「电话」
    Phone "phone" [];
    /// 「岗位」
    PostName "post" [];
    /// 「上级部门」
    ParentDepartment "parent-department" [];
    /// 「部门编码」
    DepartmentCode "department-code" [];
    /// 「部门负责人」
    DepartmentHead "department-head" [];
    /// 「人数」
    Headcount "headcount" [];
    /// 「特种作业」
    SpecialOperation "special-operation" [];
    /// A column that says nothing we keep.
    Ignored "ignored" ["电话", "联系电话", "联系方式", "数量", "型号规格", "类别型号规格", "是否特种设备", "活动频率",
        "面积最大人数", "功能用途", "签字", "审核人", "照片", "管控周期", "排查频次", "检查频次"];
}

/// Titles this long are texts, not titles.
const LONGEST_TITLE: usize = 24;

/// Every synonym as it is compared, its length in characters, and its field, in the order of the fields. The header is
/// looked for in many places, so they are made comparable once.
static TITLES: LazyLock<Vec<(String, usize, Field)>> = LazyLock::new(|| {
    let own = |field: &Field| {
        let field = *field;
        field.synonyms().iter().map(move |synonym| {
            let own = title(synonym);
            let length = own.chars().count();
            (own, length, field)
        })
    };
    Field::ALL.iter().flat_map(own).collect()
});

impl Field {
    /// The field of a title that is exactly one of its synonyms, or else contains one of three characters or more.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let wanted = title(text);
        if wanted.is_empty() || text.chars().count() > LONGEST_TITLE * 2 {
            return None;
        }
        if let Some((_, _, field)) = TITLES.iter().find(|(own, ..)| *own == wanted) {
            return Some(*field);
        }
        if wanted.chars().count() > LONGEST_TITLE {
            return None;
        }
        let inside = TITLES.iter().filter(|(own, length, _)| *length >= 3 && wanted.contains(own.as_str()));
        inside.max_by_key(|(_, length, _)| *length).map(|(_, _, field)| *field)
    }

    /// The field of a title under a group title, such as 名称 under 作业步骤/检查项目.
    pub(crate) fn under(group: &str, text: &str) -> Option<Self> {
        let group_field = Self::of(group);
        let own = Self::of(text);
        let proposed = title(group).contains("建议") || title(group).contains("新增");
        match (group_field, own) {
            (
                _,
                Some(
                    Self::Engineering
                    | Self::Administrative
                    | Self::Training
                    | Self::Protection
                    | Self::Emergency,
                ),
            ) if proposed => Some(Self::Proposed),
            (Some(Self::Step), Some(Self::PointName)) => Some(Self::Step),
            (Some(Self::Step), Some(Self::PointCode | Self::PointKind)) => Some(Self::Number),
            (
                Some(Self::PointName | Self::ActivityName | Self::FacilityName | Self::WorkplaceName),
                Some(Self::Level),
            ) => Some(Self::PointLevel),
            (Some(Self::Consequence), Some(Self::ConsequenceValue)) => Some(Self::ConsequenceValue),
            (_, Some(own)) => Some(own),
            (group_field, None) => group_field.filter(|_| text.trim().is_empty() || text == group),
        }
    }

    /// Whether it says something of the point rather than of the hazard.
    pub(crate) fn is_of_point(self) -> bool {
        matches!(
            self,
            Self::PointCode
                | Self::PointKind
                | Self::PointName
                | Self::ActivityName
                | Self::FacilityName
                | Self::WorkplaceName
                | Self::Zone
                | Self::Location
                | Self::PointLevel
                | Self::Department
                | Self::Person
                | Self::Tier
                | Self::TierReason
                | Self::Direct
                | Self::Focus
                | Self::Note
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_the_field_are_known() {
        for (text, field) in [
            ("风险点（区域）名称", Field::PointName),
            ("可能发生的\n事故类型及后果", Field::Accident),
            ("危险源或潜在事件（人、物、作业环境、管理）", Field::Hazard),
            ("责任单位", Field::Department),
            ("风险等级（颜色）", Field::Level),
            ("Ｄ", Field::Score),
            ("工程技术措施", Field::Engineering),
            ("风险管控责任人", Field::Person),
        ] {
            assert_eq!(Field::of(text), Some(field), "{text}");
        }
        assert_eq!(Field::under("作业步骤/检查项目", "名称"), Some(Field::Step));
        assert_eq!(Field::under("风险点", "等级"), Some(Field::PointLevel));
        assert_eq!(Field::under("建议改进（新增）措施", "管理措施"), Some(Field::Proposed));
        assert_eq!(
            Field::of("卡盘防护罩缺失，旋转部件绞入，应由责任人每班检查并记录在案，发现后立即停机"),
            None
        );
    }
}
