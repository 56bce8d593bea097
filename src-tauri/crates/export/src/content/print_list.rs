//! 「印制清单」: every piece of the set, in which size and how many, where it hangs, and a place for its photograph.
//! Relies on the same lists of floors, departments, posts and points that the prints are made from.
//! Must not know: whether it becomes a table on paper or a worksheet.

use super::emergency_card::emergency_cards;
use super::four_colour_map::{drawn_floors, four_colour_map};
use super::hazard_notice::hazard_notices;
use super::notice_board::{board_departments, notice_board};
use super::point::PointFacts;
use super::post_card::{post_card, posts_in_order};
use super::poster::{poster, poster_ids};
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{ColourSet, RiskLevel};
use serde::Serialize;

/// A piece to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintItem {
    /// 「类别」
    pub kind: &'static str,
    /// 「内容」
    pub subject: String,
    /// The level of what it is about, where it is about one thing.
    pub level: Option<RiskLevel>,
    /// 「规格」
    pub size: &'static str,
    /// 「材质」
    pub material: &'static str,
    /// 「数量」
    pub quantity: i64,
    /// 「安装位置」
    pub place: String,
}

/// What the list says.
#[derive(Debug, Clone, Serialize)]
pub struct PrintList {
    /// 「印制清单」
    pub title: &'static str,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// 「共 12 类 210 件」
    pub summary: String,
    /// Pieces by kind.
    pub items: Vec<PrintItem>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
}

impl Piece for PrintList {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        Vec::new()
    }
}

impl PrintList {
    /// Titles of the columns.
    pub const COLUMNS: [&'static str; 10] =
        ["序号", "类别", "内容", "等级", "规格 mm", "材质", "数量", "安装位置", "安装日期", "现场照片编号"];
}

/// The list of the whole set.
pub fn print_list(source: &Source<'_>) -> PrintList {
    let mut items = Vec::new();
    let mut add = |kind, subject: String, level, (size, material), quantity: i64, place: String| {
        items.push(PrintItem { kind, subject, level, size, material, quantity, place });
    };
    const BOARD: (&str, &str) = ("1200×800", "户外写真覆板");
    const PLATE: (&str, &str) = ("100×140", "PVC 或铝板");
    const CARD: (&str, &str) = ("210×297", "防水相纸覆膜");
    for floor in drawn_floors(source.snapshot) {
        let Some(map) = four_colour_map(source, floor) else { continue };
        let building = source.snapshot.floors.get(floor).is_some_and(|own| own.building_id.is_some());
        let (size, place) = if building {
            (("420×297", "防水相纸覆膜"), format!("{} 主出入口、楼梯口", map.subject))
        } else {
            (("1200×900", "户外写真覆板"), format!("{} 校门或主入口", map.subject))
        };
        add("四色分布图", map.subject.clone(), None, size, 1, place);
    }
    let main = notice_board(source, None);
    if main.counts.iter().any(|own| own.count > 0) {
        add("风险公告栏", main.subject, None, BOARD, 1, "校门或办公楼大厅".to_owned());
        add("作业安全风险比较图", "全校作业活动".to_owned(), None, BOARD, 1, "公告栏旁".to_owned());
    }
    for department in board_departments(source) {
        let board = notice_board(source, Some(department));
        let place = format!("{} 入口", board.subject);
        add("风险公告栏", board.subject, None, BOARD, 1, place);
    }
    let points: Vec<_> = source
        .points_in_order()
        .into_iter()
        .filter_map(|id| Some((id, source.facts(source.snapshot.points.get(id)?))))
        .collect();
    let name = |facts: &PointFacts| format!("{} {}", facts.code, facts.name);
    for (_, facts) in &points {
        if facts.level.is_some_and(|level| level >= RiskLevel::High) {
            let size = ("600×400", "铝板 UV");
            add("较大以上公示牌", name(facts), facts.level, size, 1, facts.location.clone());
        }
    }
    for (_, facts) in &points {
        add("风险告知卡", name(facts), facts.level, CARD, 1, facts.location.clone());
    }
    for (id, facts) in &points {
        for card in emergency_cards(source, *id) {
            let subject = format!("{} {}", name(facts), card.accident);
            add("应急处置卡", subject, facts.level, CARD, 1, facts.location.clone());
        }
    }
    for (id, facts) in &points {
        for notice in hazard_notices(source, *id) {
            let subject = format!("{} {}", name(facts), notice.name);
            add("职业病危害告知卡", subject, facts.level, CARD, 1, facts.location.clone());
        }
    }
    for (_, facts) in &points {
        add("巡检二维码牌", name(facts), facts.level, PLATE, 1, facts.location.clone());
    }
    for card in posts_in_order(source).into_iter().filter_map(|post| post_card(source, post)) {
        let place = format!("{}　发放本人", card.department);
        let size = ("148×210", "PVC 卡或塑封");
        add("应知应会卡", card.name.clone(), card.level, size, card.headcount.max(1), place);
    }
    // Without anything else to hang there is no set that posters could belong to.
    if !items.is_empty() {
        for own in poster_ids().filter_map(|id| poster(source, id)) {
            let size = ("420×594", "海报纸覆膜");
            items.push(PrintItem {
                kind: "宣传海报",
                subject: own.title,
                level: None,
                size: size.0,
                material: size.1,
                quantity: 1,
                place: "宣传栏、楼道、食堂、实训场所".to_owned(),
            });
        }
    }
    let mut kinds: Vec<&str> = items.iter().map(|own| own.kind).collect();
    kinds.dedup();
    kinds.sort_unstable();
    kinds.dedup();
    let pieces: i64 = items.iter().map(|own| own.quantity).fold(0, i64::saturating_add);
    let own = PrintList {
        title: "印制清单",
        masthead: source.masthead(),
        colours: source.colours(),
        summary: format!("共 {} 类 {} 项 {pieces} 件", kinds.len(), items.len()),
        items,
        code: String::new(),
    };
    source.sealed(own, |own| &mut own.code, "PRINTS", source.project())
}
