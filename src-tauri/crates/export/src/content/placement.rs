//! 「安装点位图」 of a floor: which pieces hang at which pin, for those who hang them.
//! Relies on the same plan and pins as the four-colour map, without its colours.
//! Must not know: paper, where labels find room.

use super::emergency_card::emergency_cards;
use super::four_colour_map::{FourColourMap, MapPurpose, four_colour_map};
use super::hazard_notice::hazard_notices;
use super::source::Source;
use domain::{FloorId, RiskLevel};

/// What the sheet of `floor` says. `None` when there is no such floor; without a pin nothing hangs on it.
pub fn placement_map<'a>(source: &Source<'a>, floor: FloorId) -> Option<FourColourMap<'a>> {
    let mut map = four_colour_map(source, floor)?;
    map.purpose = MapPurpose::Placement;
    map.title = map.title.replace("安全风险四色分布图", "安全标识安装点位图");
    for area in map.plan.areas.iter_mut().chain(map.plan.buildings.iter_mut().map(|own| &mut own.area)) {
        area.standing = None;
        area.level_word = "";
    }
    map.legend.clear();
    let mut lines: Vec<_> =
        map.listed.drain(..).chain(map.others.drain(..)).filter(|own| own.pinned).collect();
    lines.sort_by_cached_key(|own| own.mark.parse::<u32>().unwrap_or(u32::MAX));
    for line in &mut lines {
        let emergency = emergency_cards(source, line.facts.id).len();
        let hazards = hazard_notices(source, line.facts.id).len();
        let mut pieces = vec!["告知卡 1".to_owned(), "巡检牌 1".to_owned()];
        if line.facts.level.is_some_and(|level| level >= RiskLevel::High) {
            pieces.insert(0, "公示牌 1".to_owned());
        }
        for (name, count) in [("处置卡", emergency), ("职业危害卡", hazards)] {
            if count > 0 {
                pieces.push(format!("{name} {count}"));
            }
        }
        line.hangs = pieces.join(" · ");
    }
    map.listed = lines;
    map.problems.clear();
    let mark = format!("I/{}", map.mark);
    let id = map.floor.into();
    Some(source.sealed(map, |own| &mut own.code, &mark, id))
}
