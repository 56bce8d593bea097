//! Where risks are: campus, buildings, floors, and what is drawn of them.
//! Relies on `geometry` for shapes in millimetres.
//! Knows nothing of risks.

use crate::id::{BuildingId, CampusId, FloorId, PlanLayerId};
use crate::plan_value::{Anchors, Crop, Georeference, Scale};
use geometry::{Outline, Point, Polyline};

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
        /// Three places whose longitude and latitude are known.
        georeference: Option<Georeference>, "地理坐标", "georeference";
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
        /// 「门」 Three points: hinge, closed leaf's end, open leaf's end. Two points are an opening without a leaf.
        Door = "door", "门", "door";
        /// 「窗」 A line along its middle.
        Window = "window", "窗", "window";
        /// 「楼梯」 Four corners; steps run between the first and the last edge. With more corners only its border is drawn.
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
        /// 「文字」 A text at one point; with a second point it reads in that direction.
        Label = "label", "文字", "label";
        /// 「尺寸标注」 The two places that are measured, and one that the dimension line runs through.
        Dimension = "dimension", "尺寸标注", "dimension";
        /// 「疏散路线」 A way out, in the direction of walking.
        Route = "route", "疏散路线", "evacuation route";
        /// 「应急符号」 Its place; with a second point it points in that direction.
        Symbol = "symbol", "应急符号", "emergency symbol";
    }
}

record! {
    /// 「图层」 A layer of plans, the same on every floor. Elements without one lie on the ground layer.
    pub struct PlanLayer(PlanLayerId) {
        /// 「名称」
        name: String, "名称", "name";
        /// Drawing order, small first; elements of the ground layer come before all.
        ordinal: i64, "顺序", "order";
        /// Whether it is shown.
        visible: bool, "显示", "visible";
        /// Whether its elements are kept from the pointer.
        locked: bool, "锁定", "locked";
        /// Whether it is printed.
        printed: bool, "打印", "printed";
    } check(it, checks) {
        checks.name("name", &it.name)?;
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
        /// Thickness of a wall, height of letters, width of a symbol, in millimetres; 0 for the usual one.
        size: i64, "尺寸", "size";
        /// A label's text, a symbol's id, a word about a dimension or a route.
        text: String, "文字", "text";
        /// Drawing order, small first.
        ordinal: i64, "顺序", "order";
        /// 「图层」
        layer_id: Option<PlanLayerId>, "图层", "layer";
        /// Whether it is kept from the pointer.
        locked: bool, "锁定", "locked";
        /// Whether it is left out of sight and of prints.
        hidden: bool, "隐藏", "hidden";
        /// Elements and zones with the same text here are chosen together; empty for none.
        grouping: String, "编组", "group";
        /// What a dimension measures, so that it follows.
        anchors: Option<Anchors>, "测量对象", "anchors";
    } check(it, checks) {
        checks.range("size", it.size, 0, 100_000)?;
        checks.short("text", &it.text)?;
        let (points, english, chinese) = match it.kind {
            PlanElementKind::Label | PlanElementKind::Symbol => (1, "needs one point", "需要一个点"),
            PlanElementKind::Wall | PlanElementKind::Window | PlanElementKind::Line
            | PlanElementKind::Route | PlanElementKind::Door => (2, "needs two points", "至少需要两个点"),
            PlanElementKind::Column | PlanElementKind::Furniture
            | PlanElementKind::Road | PlanElementKind::Green | PlanElementKind::Water
            | PlanElementKind::Sports | PlanElementKind::Dimension => (3, "needs three points", "至少需要三个点"),
            PlanElementKind::Stair => (4, "needs four points", "需要四个点"),
        };
        checks.own("line", it.line.points().len() >= points, english, chinese)?;
        checks.own("line", it.line.points().len() <= 10_000, "may have at most 10000 points", "最多 10000 个点")?;
        checks.short("grouping", &it.grouping)?;
        if matches!(it.kind, PlanElementKind::Label | PlanElementKind::Symbol) {
            checks.given("text", &it.text)?;
        }
        let measured = it.anchors.is_none() || it.kind == PlanElementKind::Dimension;
        checks.own("anchors", measured, "belong to dimensions only", "只用于尺寸标注")?;
    }
}

record! {
    /// 「底图」 A picture under the drawing.
    pub struct Underlay(UnderlayId) {
        /// 「楼层」
        floor_id: FloorId, "楼层", "floor";
        /// The picture: SHA-256 of its bytes, hexadecimal.
        asset: String, "图片", "picture";
        /// Where the top left corner of the whole picture lies; it is turned about this place.
        origin: Point, "位置", "position";
        /// Width of the picture in pixels.
        width: i64, "宽度", "width";
        /// Height of the picture in pixels.
        height: i64, "高度", "height";
        /// Scale: millimetres for one pixel, above 0.
        millimetres_per_pixel: Scale, "比例", "millimetres per pixel";
        /// Percent of opacity, 0-100.
        opacity: i64, "不透明度", "opacity";
        /// 「名称」 Such as the name of the file it came from; may be empty.
        name: String, "名称", "name";
        /// Hundredths of a degree, clockwise, 0-35999.
        rotation: i64, "旋转", "rotation";
        /// The part that is shown; empty for all of it.
        crop: Option<Crop>, "裁剪", "crop";
        /// Whether it is kept from the pointer.
        locked: bool, "锁定", "locked";
        /// Whether it is left out of sight and of prints.
        hidden: bool, "隐藏", "hidden";
        /// Drawing order, small first.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        let hexadecimal = it.asset.len() == 64 && it.asset.bytes().all(|byte| byte.is_ascii_hexdigit());
        checks.own("asset", hexadecimal, "is not the fingerprint of a picture", "不是图片的指纹")?;
        checks.range("width", it.width, 1, 100_000)?;
        checks.range("height", it.height, 1, 100_000)?;
        checks.range("opacity", it.opacity, 0, 100)?;
        checks.short("name", &it.name)?;
        checks.range("rotation", it.rotation, 0, 35_999)?;
        let inside = it.crop.is_none_or(|crop| crop.is_within(it.width, it.height));
        checks.own("crop", inside, "reaches out of the picture", "超出图片范围")?;
    }
}
