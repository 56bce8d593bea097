//! The places of version 1: campuses, buildings, floors with what is drawn on them, zones.
//! Relies on the macro that writes nouns.
//! Knows no rule: values are judged when they become rows.

use super::noun::noun;

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
fn is_zero(number: &i64) -> bool {
    *number == 0
}

noun! {
    /// 「校区」
    Campus {
        name: String = "名称",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「建筑」
    Building {
        campus_id: String = "校区",
        code: String = "编号",
        name: String = "名称",
        purpose: String = "用途",
        storeys: i64 = "层数",
        /// Outline on the campus plan: points `x,y` in millimetres, y downwards, rings parted by `;`.
        outline: Option<String> = "轮廓",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「楼层」
    Floor {
        campus_id: String = "校区",
        building_id: Option<String> = "建筑",
        name: String = "名称",
        storey: i64 = "层次",
        calibrated: bool = "已定比例",
        north: i64 = "指北角度",
        /// Three places `x,y longitude,latitude` (WGS 84), parted by `; `.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        georeference: Option<String> = "地理坐标",
        ;
        /// What is drawn, in drawing order of `ordinal`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        elements: Vec<PlanElement>,
        /// Pictures under the drawing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        underlays: Vec<Underlay>,
    }
}

noun! {
    /// 「图层」
    PlanLayer {
        name: String = "名称",
        ordinal: i64 = "顺序",
        visible: bool = "显示",
        locked: bool = "锁定",
        printed: bool = "打印",
    }
}

noun! {
    /// 「图元」
    PlanElement {        #[schemars(extend("enum" = ["wall", "door", "window", "stair", "column", "furniture", "road", "green", "water", "sports", "line", "label", "dimension", "route", "symbol"]))]
        kind: String = "类型",
        /// Points `x,y` in millimetres.
        line: String = "点",
        size: i64 = "尺寸",
        text: String = "文字",
        ordinal: i64 = "顺序",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        layer_id: Option<String> = "图层",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        locked: bool = "锁定",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hidden: bool = "隐藏",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        grouping: String = "编组",
        /// What the ends of a dimension are held by: `table/id table/id`, `-` for nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        anchors: Option<String> = "测量对象",
    }
}

noun! {
    /// 「底图」
    Underlay {        /// SHA-256 of the picture, which is an attachment.
        asset: String = "图片",
        origin: String = "位置",
        width: i64 = "宽度",
        height: i64 = "高度",
        /// A decimal.
        millimetres_per_pixel: String = "比例",
        opacity: i64 = "不透明度",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String = "名称",
        /// Hundredths of a degree, clockwise, about `origin`.
        #[serde(default, skip_serializing_if = "is_zero")]
        rotation: i64 = "旋转",
        /// What is shown of it in pixels: `left,top width,height`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        crop: Option<String> = "裁剪",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        locked: bool = "锁定",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hidden: bool = "隐藏",
        #[serde(default, skip_serializing_if = "is_zero")]
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「风险区域」
    RiskZone {
        code: String = "编号",
        name: String = "名称",
        #[schemars(extend("enum" = ["place", "facility", "management", "teaching"]))]
        kind: String = "类型",
        floor_id: Option<String> = "楼层",
        /// Points `x,y` in millimetres, y downwards, rings parted by `;`, the outer ring first.
        outline: Option<String> = "轮廓",
        department_id: Option<String> = "责任部门",
        person_id: Option<String> = "责任人",
        note: String = "备注",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        locked: bool = "锁定",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hidden: bool = "隐藏",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        grouping: String = "编组",
    }
}
