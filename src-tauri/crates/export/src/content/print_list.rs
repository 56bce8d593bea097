//! 「印制清单」: every piece of the set, in which size and how many, where it hangs, and a place for its photograph.
//! Relies on the same lists of floors, departments, posts and points that the prints are made from.
//! Must not know: whether it becomes a table on paper or a worksheet.

use super::charts::comparison_charts;
use super::emergency_card::emergency_cards;
use super::four_colour_map::{drawn_floors, four_colour_map};
use super::hazard_notice::hazard_notices;
use super::notice_board::{board_departments, notice_board};
use super::point::PointFacts;
use super::post_card::{post_card, posts_in_order};
use super::poster::{poster, poster_ids};
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{ColourSet, PrintedPiece, RiskLevel};
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// 「安装日期」 The day that it was recorded as hanging; empty before. What hangs makes no list out of date.
    #[serde(skip)]
    pub hung: String,
    /// 「现场照片」 The fingerprint of its picture on the wall, or the number of one that lies elsewhere; may be empty.
    #[serde(skip)]
    pub photo: String,
}

impl PrintItem {
    /// The fingerprint of the picture that the project holds of it.
    pub fn asset(&self) -> Option<&str> {
        let is_print = self.photo.len() == 64 && self.photo.bytes().all(|own| own.is_ascii_hexdigit());
        is_print.then_some(self.photo.as_str())
    }
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
        ["序号", "类别", "内容", "等级", "规格 mm", "材质", "数量", "安装位置", "安装日期", "现场照片"];
}

/// The list of the whole set.
pub fn print_list(source: &Source<'_>) -> PrintList {
    let mut items = Vec::new();
    let hanging: BTreeMap<(&str, &str), &PrintedPiece> = source
        .snapshot
        .printed_pieces
        .iter()
        .map(|own| ((own.kind.as_str(), own.subject.as_str()), own))
        .collect();
    // A piece is known by its kind and what it is about, as in the records of what hangs.
    let mut add = |kind,
                   (name, key): (&str, String),
                   subject: String,
                   level,
                   (size, material),
                   quantity: i64,
                   place: String| {
        let own = hanging.get(&(name, key.as_str()));
        let hung = own.and_then(|own| own.printed_on).map_or(String::new(), |day| day.to_string());
        let photo = own.map_or(String::new(), |own| own.photo.trim().to_owned());
        items.push(PrintItem { kind, subject, level, size, material, quantity, place, hung, photo });
    };
    const BOARD: (&str, &str) = ("1200×800", "户外写真覆板");
    const PLATE: (&str, &str) = ("100×140", "PVC 或铝板");
    const CARD: (&str, &str) = ("210×297", "防水相纸覆膜");
    let (floors, posts) = (drawn_floors(source.snapshot), posts_in_order(source));
    let nothing = floors.is_empty() && posts.is_empty() && source.snapshot.points.is_empty();
    for floor in floors {
        let Some(map) = four_colour_map(source, floor) else { continue };
        let building = source.snapshot.floors.get(floor).is_some_and(|own| own.building_id.is_some());
        let (size, place) = if building {
            (("420×297", "防水相纸覆膜"), format!("{} 主出入口、楼梯口", map.subject))
        } else {
            (("1200×900", "户外写真覆板"), format!("{} 校门或主入口", map.subject))
        };
        add("四色分布图", ("four-colour-map", floor.to_string()), map.subject.clone(), None, size, 1, place);
    }
    let main = notice_board(source, None);
    if main.counts.iter().any(|own| own.count > 0) {
        add(
            "风险公告栏",
            ("notice-board", String::new()),
            main.subject,
            None,
            BOARD,
            1,
            "校门或办公楼大厅".to_owned(),
        );
        for chart in comparison_charts(source) {
            let key = ("comparison-chart", chart.id.to_string());
            let subject = format!("作业活动　{}", chart.method);
            add("作业安全风险比较图", key, subject, None, BOARD, 1, "公告栏旁".to_owned());
        }
    }
    for department in board_departments(source) {
        let board = notice_board(source, Some(department));
        let place = format!("{} 入口", board.subject);
        add("风险公告栏", ("notice-board", department.to_string()), board.subject, None, BOARD, 1, place);
    }
    let points: Vec<_> = source
        .points_in_order()
        .into_iter()
        .filter_map(|id| Some((id, source.facts(source.snapshot.points.get(id)?))))
        .collect();
    let name = |facts: &PointFacts| format!("{} {}", facts.code, facts.name);
    for (id, facts) in &points {
        if facts.level.is_some_and(|level| level >= RiskLevel::High) {
            let size = ("600×400", "铝板 UV");
            add(
                "较大以上公示牌",
                ("major-notice", id.to_string()),
                name(facts),
                facts.level,
                size,
                1,
                facts.location.clone(),
            );
        }
    }
    for (id, facts) in &points {
        add(
            "风险告知卡",
            ("notice-card", id.to_string()),
            name(facts),
            facts.level,
            CARD,
            1,
            facts.location.clone(),
        );
    }
    for (id, facts) in &points {
        for card in emergency_cards(source, *id) {
            let subject = format!("{} {}", name(facts), card.accident);
            let key = ("emergency-card", format!("{id}/{}", card.accident_type));
            add("应急处置卡", key, subject, facts.level, CARD, 1, facts.location.clone());
        }
    }
    for (id, facts) in &points {
        for notice in hazard_notices(source, *id) {
            let subject = format!("{} {}", name(facts), notice.name);
            let key = ("hazard-notice", format!("{id}/{}", notice.agent));
            add("职业病危害告知卡", key, subject, facts.level, CARD, 1, facts.location.clone());
        }
    }
    for (id, facts) in &points {
        add(
            "巡检二维码牌",
            ("patrol-plate", id.to_string()),
            name(facts),
            facts.level,
            PLATE,
            1,
            facts.location.clone(),
        );
    }
    for post in posts {
        let Some(card) = post_card(source, post) else { continue };
        let place = format!("{}　发放本人", card.department);
        let size = ("148×210", "PVC 卡或塑封");
        add(
            "应知应会卡",
            ("post-card", post.to_string()),
            card.name.clone(),
            card.level,
            size,
            card.headcount.max(1),
            place,
        );
    }
    // Without anything else to hang there is no set that posters could belong to.
    if !nothing {
        for id in poster_ids() {
            let Some(own) = poster(source, id) else { continue };
            let place = "宣传栏、楼道、食堂、实训场所".to_owned();
            let size = ("420×594", "海报纸覆膜");
            add("宣传海报", ("poster", id.to_owned()), own.title, None, size, 1, place);
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
