//! Where risks are: campus, buildings, floors, and what is drawn of them.
//! Relies on `geometry` for shapes in millimetres.
//! Knows nothing of risks.

use crate::field::FieldError;
use crate::id::{BuildingId, CampusId, FloorId};
use geometry::{Outline, Point, Polyline};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

record! {
    /// 「校区」 A site with its own general plan.
    pub struct Campus(CampusId) {
        /// 「名称」
        name: String, "名称", "name";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("name", &it.name)?;
    }
}

record! {
    /// 「建筑」
    pub struct Building(BuildingId) {
        /// 「校区」
        campus_id: CampusId, "校区", "campus";
        /// 「编号」
        code: String, "编号", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「用途」
        purpose: String, "用途", "purpose";
        /// 「层数」
        storeys: i64, "层数", "storeys";
        /// Its outline on the campus plan.
        outline: Option<Outline>, "轮廓", "outline";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.short("code", &it.code)?;
        checks.range("storeys", it.storeys, 0, 200)?;
    }
}

record! {
    /// 「楼层」 A floor of a building, or, without a building, the general plan 「总平面」 of the campus. It has one plan.
    pub struct Floor(FloorId) {
        /// 「校区」
        campus_id: CampusId, "校区", "campus";
        /// 「建筑」 Empty for the general plan.
        building_id: Option<BuildingId>, "建筑", "building";
        /// 「名称」 1F, 二层, 总平面.
        name: String, "名称", "name";
        /// The storey: 1 is at ground level, -1 the first basement; 0 for the general plan.
        storey: i64, "层次", "storey";
        /// Whether lengths on the plan are true. Until a traced picture is calibrated they are not.
        calibrated: bool, "已定比例", "to scale";
        /// Where north is: degrees clockwise from up, 0-359.
        north: i64, "指北角度", "north";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.range("storey", it.storey, -20, 200)?;
        checks.range("north", it.north, 0, 359)?;
    }
}

vocabulary! {
    /// 「图元」 What a drawn line of a plan stands for.
    pub enum PlanElementKind {
        /// 「墙」 A line along its middle.
        Wall = "wall", "墙", "wall";
        /// 「门」 Three points: hinge, closed leaf's end, open leaf's end.
        Door = "door", "门", "door";
        /// 「窗」 A line along its middle.
        Window = "window", "窗", "window";
        /// 「楼梯」 Four corners; steps run between the first and the last edge.
        Stair = "stair", "楼梯", "stair";
        /// 「柱」 Its corners.
        Column = "column", "柱", "column";
        /// 「设备」 The corners of furniture or a machine.
        Furniture = "furniture", "设备", "furniture";
        /// 「道路」 The corners of a paved area.
        Road = "road", "道路", "road";
        /// 「绿地」 The corners of a planted area.
        Green = "green", "绿地", "green";
        /// 「水面」 The corners of a water surface.
        Water = "water", "水面", "water";
        /// 「运动场地」 The corners of a sports ground.
        Sports = "sports", "运动场地", "sports ground";
        /// 「线」 Any other line.
        Line = "line", "线", "line";
        /// 「文字」 A text at one point.
        Label = "label", "文字", "label";
    }
}

record! {
    /// 「图元」 One drawn part of a floor plan.
    pub struct PlanElement(PlanElementId) {
        /// 「楼层」
        floor_id: FloorId, "楼层", "floor";
        /// 「类型」
        kind: PlanElementKind, "类型", "kind";
        /// Its points, whose meaning depends on the kind.
        line: Polyline, "点", "points";
        /// Thickness of a wall or height of a label's letters, in millimetres; else 0.
        size: i64, "尺寸", "size";
        /// A label's text.
        text: String, "文字", "text";
        /// Drawing order, small first.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.range("size", it.size, 0, 100_000)?;
        checks.short("text", &it.text)?;
        let (points, english, chinese) = match it.kind {
            PlanElementKind::Label => (1, "needs one point", "需要一个点"),
            PlanElementKind::Wall | PlanElementKind::Window | PlanElementKind::Line => (2, "needs two points", "至少需要两个点"),
            PlanElementKind::Door | PlanElementKind::Column | PlanElementKind::Furniture
            | PlanElementKind::Road | PlanElementKind::Green | PlanElementKind::Water
            | PlanElementKind::Sports => (3, "needs three points", "至少需要三个点"),
            PlanElementKind::Stair => (4, "needs four points", "需要四个点"),
        };
        checks.own("line", it.line.points().len() >= points, english, chinese)?;
        checks.own("line", it.line.points().len() <= 10_000, "may have at most 10000 points", "最多 10000 个点")?;
        if it.kind == PlanElementKind::Label {
            checks.given("text", &it.text)?;
        }
    }
}

record! {
    /// 「底图」 A picture under the drawing.
    pub struct Underlay(UnderlayId) {
        /// 「楼层」
        floor_id: FloorId, "楼层", "floor";
        /// The picture: SHA-256 of its bytes, hexadecimal.
        asset: String, "图片", "picture";
        /// Where its top left corner lies.
        origin: Point, "位置", "position";
        /// Width of the picture in pixels.
        width: i64, "宽度", "width";
        /// Height of the picture in pixels.
        height: i64, "高度", "height";
        /// Scale: millimetres for one pixel, above 0.
        millimetres_per_pixel: Scale, "比例", "millimetres per pixel";
        /// Percent of opacity, 0-100.
        opacity: i64, "不透明度", "opacity";
    } check(it, checks) {
        let hexadecimal = it.asset.len() == 64 && it.asset.bytes().all(|byte| byte.is_ascii_hexdigit());
        checks.own("asset", hexadecimal, "is not the fingerprint of a picture", "不是图片的指纹")?;
        checks.range("width", it.width, 1, 100_000)?;
        checks.range("height", it.height, 1, 100_000)?;
        checks.range("opacity", it.opacity, 0, 100)?;
    }
}

/// A scale: above zero and at most a million, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Scale(Decimal);

impl Scale {
    /// A scale of this value.
    pub fn new(value: Decimal) -> Result<Self, FieldError> {
        if value > Decimal::ZERO && value <= Decimal::from(1_000_000) {
            Ok(Self(value.normalize()))
        } else {
            Err(FieldError::new("a scale lies above 0 and at most at 1000000"))
        }
    }

    /// Its value.
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl std::fmt::Display for Scale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Scale {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        Self::new(text.parse().map_err(|_| FieldError::new("not a decimal number"))?)
    }
}

impl TryFrom<String> for Scale {
    type Error = FieldError;
    fn try_from(text: String) -> Result<Self, FieldError> {
        text.parse()
    }
}

impl From<Scale> for String {
    fn from(scale: Scale) -> Self {
        scale.to_string()
    }
}
