//! What is wrong with a shape, in Chinese, with what to do.
//! Relies on geometry naming the trouble and what helps.
//! Knows no command.

use geometry::{GeometryError, OutlineError, Point, Suggestion};

fn metres(point: &Point) -> String {
    format!("X {:.2} m，Y {:.2} m", point.x() / 1000.0, point.y() / 1000.0)
}

pub(crate) fn outline_in_chinese(error: &OutlineError) -> String {
    match error {
        OutlineError::Text(_) | OutlineError::Empty => "轮廓无法读取，请重新绘制。".to_owned(),
        OutlineError::TooFewPoints { .. } => "轮廓至少需要三个点，请继续绘制。".to_owned(),
        OutlineError::TooManyPoints { found, .. } => {
            format!("轮廓有 {found} 个点，超过上限 {}，请简化后再试。", geometry::MAX_RING_POINTS)
        }
        OutlineError::ShortEdge { at } => {
            format!("相邻两点相距不足 1 厘米（{}），请移开或删去一点。", metres(at))
        }
        OutlineError::Crossing { at } => format!("轮廓自相交（{}），请调整该处的点。", metres(at)),
        OutlineError::HoleOutside { at, .. } => format!("内孔超出轮廓（{}），请移到轮廓以内。", metres(at)),
        OutlineError::Sliver { at } => format!("轮廓宽度不足 1 厘米（{}），请加宽。", metres(at)),
    }
}

pub(crate) fn geometry_in_chinese(error: &GeometryError) -> String {
    let what = match error {
        GeometryError::NotAnOutline { error, .. } => return outline_in_chinese(error),
        GeometryError::TooNarrow { width_mm, .. } => format!("轮廓此处只有 {width_mm:.1} 毫米宽"),
        GeometryError::Coordinate(_) => "坐标超出范围".to_owned(),
        GeometryError::NoSuchPlace { .. } => "所选的点或边已不存在".to_owned(),
        GeometryError::NotUsable { value, .. } => format!("数值 {value} 不可用"),
        GeometryError::EdgeBlocked { .. } => "这条边不能移动那么远，相邻的边会先相交".to_owned(),
        GeometryError::CutCrossesItself { .. } => "分割线自相交".to_owned(),
        GeometryError::CutEndsInside { .. } => "分割线的端点在区域以内".to_owned(),
        GeometryError::CutMisses { .. } => "分割线没有把区域分开".to_owned(),
        GeometryError::OnlyTouching { .. } => "所选区域只在一点相接".to_owned(),
        GeometryError::Apart { distance_mm, .. } => format!("所选区域相距 {:.2} 米", distance_mm / 1000.0),
        GeometryError::TooFewOutlines { needed, .. } => format!("至少需要选择 {needed} 个区域"),
        GeometryError::HoleReachesBorder { .. } => "孔碰到了边界或另一个孔".to_owned(),
        GeometryError::HoleHasHole { .. } => "孔的形状本身带有孔".to_owned(),
        GeometryError::NoHole { .. } => "此处没有孔".to_owned(),
        GeometryError::NothingLeft { .. } => "操作后区域不剩任何部分".to_owned(),
        GeometryError::NoOverlap { .. } => "所选区域没有重叠".to_owned(),
        GeometryError::CannotShare { .. } => "重叠部分无法从中间平分".to_owned(),
        GeometryError::Neighbour { error, .. } => {
            return format!("相邻区域会被破坏：{}", geometry_in_chinese(error));
        }
        GeometryError::NothingThere { .. } => "此处没有顶点或边界".to_owned(),
        GeometryError::Junction { .. } => "此处有两条以上的边界相交，删除后会断开".to_owned(),
        GeometryError::WouldOverlap { .. } => "移动后会与另一个区域重叠".to_owned(),
        GeometryError::NotEnclosed { .. } => "此处四周的墙线没有闭合".to_owned(),
        GeometryError::TooIntricate { .. } => "此处线条过于密集".to_owned(),
        GeometryError::NotRepairable { .. } => "此处的形状无法修复".to_owned(),
    };
    let place = error.place().map_or_else(String::new, |at| format!("（{}）", metres(&at)));
    format!("{what}{place}，{}。", suggestion_in_chinese(error.suggestion()))
}

fn suggestion_in_chinese(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::MovePoint => "请把点放到别处",
        Suggestion::LeaveOneCentimetre => "请至少留出 1 厘米，或让边界完全重合",
        Suggestion::AcceptRepair => "可以采用修复后的形状，或把点放到别处",
        Suggestion::ExtendLine => "请把线画到边界或边界以外",
        Suggestion::DrawWithoutLoop => "请画一条不打圈的线",
        Suggestion::CrossOutline => "请从边界到边界贯穿区域",
        Suggestion::ChooseNeighbours => "请选择有共同边界的区域",
        Suggestion::AllowGap => "可以放宽允许的间隙后再试",
        Suggestion::SubtractInstead => "可以改为从区域中减去该形状",
        Suggestion::PointIntoHole => "请在孔内点选",
        Suggestion::UseLess => "请移动得少一些",
        Suggestion::ChooseWinner => "请指定归其中一个区域",
        Suggestion::DeleteInstead => "如果本意如此，请直接删除区域",
        Suggestion::MergeInstead => "可以合并其中两个区域，或移动该顶点",
        Suggestion::CheckNumber => "请检查数值和单位",
        Suggestion::Simplify => "请减少点数",
        Suggestion::ChooseAgain => "请重新选择",
    }
}
