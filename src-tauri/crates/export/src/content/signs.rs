//! Safety signs: their drawings, their names, and which of them a point's card shows.
//! Relies on `assets/signs/`, compiled in; the usual signs of each accident type are data there.
//! Must not know: where on a card signs stand. Sign colours are not risk colours.

use super::source::Source;
use domain::{OwnSign, SignFamily};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::sync::LazyLock;

/// At most this many signs stand on a card.
const MOST_SIGNS: usize = 6;
/// Signs that only fill up are added up to this many.
const ENOUGH_SIGNS: usize = 4;
/// At most this many of a kind while there are others to choose from.
const MOST_OF_A_KIND: usize = 2;

/// The four kinds, in the order in which signs hang side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignKind {
    /// 「警告」 yellow triangle.
    Warning,
    /// 「禁止」 red ring with a bar.
    Prohibition,
    /// 「指令」 blue disc.
    Mandatory,
    /// 「提示」 green square.
    SafeCondition,
}

/// A sign.
#[derive(Debug, Clone, Deserialize)]
pub struct Sign {
    /// Its short name, that of its file.
    pub id: String,
    /// Its kind.
    pub kind: SignKind,
    name_2008: String,
    name_2025: Option<String>,
    /// What it is called in English.
    pub english: String,
    /// Words in a point's measures that call for it.
    #[serde(default)]
    words: Vec<String>,
    #[serde(skip)]
    svg: Cow<'static, [u8]>,
}

impl Sign {
    /// What it is called: the newer name where it is known.
    pub fn name(&self) -> &str {
        self.name_2025.as_deref().unwrap_or(&self.name_2008)
    }

    /// Its drawing.
    pub fn svg(&self) -> &[u8] {
        &self.svg
    }
}

/// A card says a sign by its name; another drawing of the same name is another card.
impl Serialize for Sign {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.svg {
            Cow::Borrowed(_) => serializer.serialize_str(self.name()),
            Cow::Owned(svg) => {
                serializer.collect_str(&format_args!("{} {:04X}", self.name(), super::code::checksum(svg)))
            }
        }
    }
}

impl From<SignFamily> for SignKind {
    fn from(family: SignFamily) -> SignKind {
        match family {
            SignFamily::Warning => SignKind::Warning,
            SignFamily::Prohibition => SignKind::Prohibition,
            SignFamily::Mandatory => SignKind::Mandatory,
            SignFamily::SafeCondition => SignKind::SafeCondition,
        }
    }
}

impl Source<'_> {
    /// The signs of [`signs_for`], with those that the organisation has in their place or beside them.
    pub(crate) fn signs_for(&self, accidents: &[&str], measures: &[&str]) -> Vec<Sign> {
        let mut signs: Vec<Sign> = signs_for(accidents, measures).into_iter().cloned().collect();
        if self.snapshot.own_signs.is_empty() {
            return signs;
        }
        for sign in &mut signs {
            if let Some(own) = self.snapshot.own_signs.iter().find(|own| own.replaces == sign.id) {
                *sign = own_sign(own);
            }
        }
        let asked = |own: &&OwnSign| {
            own.replaces.is_empty() && own.accidents.split(',').any(|code| accidents.contains(&code))
        };
        let more: Vec<Sign> = self.snapshot.own_signs.iter().filter(asked).map(own_sign).collect();
        // Signs of one's own come before usual ones of the same family.
        signs.truncate(MOST_SIGNS.saturating_sub(more.len()));
        signs.splice(0..0, more);
        signs.truncate(MOST_SIGNS);
        signs.sort_by_key(|sign| sign.kind);
        signs
    }
}

impl Source<'_> {
    /// Signs by their short names, with those that the organisation has in their place.
    pub(crate) fn signs_named(&self, ids: &[String]) -> Vec<Sign> {
        let found = ids.iter().filter_map(|id| all_signs().iter().find(|own| own.id == *id));
        let mut signs: Vec<Sign> = found
            .map(|sign| {
                let own = self.snapshot.own_signs.iter().find(|own| own.replaces == sign.id);
                own.map_or_else(|| sign.clone(), own_sign)
            })
            .collect();
        signs.sort_by_key(|sign| sign.kind);
        signs
    }
}

fn own_sign(own: &OwnSign) -> Sign {
    Sign {
        id: own.id.to_string(),
        kind: own.family.into(),
        name_2008: own.name.clone(),
        name_2025: None,
        english: own.name.clone(),
        words: Vec::new(),
        svg: Cow::Owned(own.drawing.clone().into_bytes()),
    }
}

#[derive(Deserialize)]
struct Usual {
    codes: Vec<String>,
    signs: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Table {
    signs: Vec<Sign>,
    accidents: Vec<Usual>,
}

macro_rules! drawings {
    ($($id:literal),* $(,)?) => {
        const DRAWINGS: &[(&str, &[u8])] =
            &[$(($id, include_bytes!(concat!("../../../../../assets/signs/", $id, ".svg")))),*];
    };
}

drawings![
    "warning-caution",
    "warning-fire",
    "warning-explosion",
    "warning-electricity",
    "warning-machinery",
    "warning-hand",
    "warning-fall",
    "warning-falling-objects",
    "warning-suspended-load",
    "warning-vehicle",
    "warning-poison",
    "warning-hot-surface",
    "warning-slip",
    "warning-infection",
    "warning-drowning",
    "ban-smoking",
    "ban-fire",
    "ban-touch",
    "ban-gloves",
    "ban-switch",
    "ban-entry",
    "ban-stay",
    "ban-climb",
    "ban-water",
    "ban-drink",
    "ban-phone",
    "ban-swim",
    "must-helmet",
    "must-goggles",
    "must-gloves",
    "must-boots",
    "must-clothing",
    "must-dust-mask",
    "must-gas-mask",
    "must-ear-protection",
    "must-harness",
    "must-wash-hands",
    "must-ground",
    "safe-exit",
    "safe-shelter",
    "safe-first-aid",
    "safe-phone",
    "warning-corrosion",
    "warning-pinch",
    "warning-trip",
    "warning-arc-light",
    "warning-laser",
    "warning-cold",
    "warning-pit",
    "warning-landslip",
    "warning-step-fall",
    "warning-head",
    "warning-start",
    "warning-forklift",
    "warning-magnet",
    "warning-radiation",
    "ban-flammables",
    "ban-jump",
    "ban-lean",
    "ban-turn",
    "ban-throw",
    "ban-sit",
    "ban-start",
    "ban-push",
    "ban-approach",
    "ban-stack",
    "ban-passage",
    "ban-ride",
    "must-life-jacket",
    "must-unplug",
    "must-lock",
    "must-cap",
    "must-welding-shield",
];

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // A table that did not parse would be empty; a test sees to it that it is not.
    let mut table: Table =
        serde_json::from_str(include_str!("../../../../../assets/signs/signs.json")).unwrap_or_default();
    for sign in &mut table.signs {
        let drawing = DRAWINGS.iter().find(|(id, _)| *id == sign.id);
        sign.svg = Cow::Borrowed(drawing.map_or(&[], |(_, svg)| svg));
    }
    table
});

/// The drawing of a sign as text.
pub fn sign_drawing(sign: &Sign) -> String {
    String::from_utf8_lossy(sign.svg()).into_owned()
}

/// Every sign, warnings first.
pub fn all_signs() -> &'static [Sign] {
    &TABLE.signs
}

/// The signs of a point whose hazards may lead to accidents of these types and whose measures are these texts:
/// at most six, warnings first. What the measures ask people to wear comes before what is merely usual, and no
/// sign contradicts a measure.
pub fn signs_for(accidents: &[&str], measures: &[&str]) -> Vec<&'static Sign> {
    let mut usual: Vec<&'static Sign> = Vec::new();
    let lists: Vec<&[String]> = accidents
        .iter()
        .filter_map(|code| TABLE.accidents.iter().find(|own| own.codes.iter().any(|one| one == code)))
        .map(|own| own.signs.as_slice())
        .collect();
    // The most telling sign of each type before the second one of any.
    for rank in 0..lists.iter().map(|list| list.len()).max().unwrap_or(0) {
        for id in lists.iter().filter_map(|list| list.get(rank)) {
            if let Some(sign) = all_signs().iter().find(|own| own.id == *id)
                && !usual.iter().any(|own| own.id == sign.id)
            {
                usual.push(sign);
            }
        }
    }
    let asked = |sign: &Sign| sign.words.iter().any(|word| measures.iter().any(|text| asks_for(text, word)));
    let worn: Vec<&Sign> =
        all_signs().iter().filter(|own| own.kind == SignKind::Mandatory && asked(own)).collect();
    let gloves = worn.iter().any(|own| own.id == "must-gloves");
    usual.retain(|own| match own.kind {
        // Words are conditions for a prohibition, and reasons for a duty.
        SignKind::Prohibition if !own.words.is_empty() => asked(own),
        SignKind::Prohibition => !(gloves && own.id == "ban-gloves"),
        SignKind::Mandatory => {
            let forbidden = own.words.iter().any(|word| measures.iter().any(|text| forbids(text, word)));
            !forbidden && !worn.iter().any(|one| one.id == own.id)
        }
        SignKind::Warning | SignKind::SafeCondition => true,
    });
    choose(&worn, usual)
}

fn choose(worn: &[&'static Sign], usual: Vec<&'static Sign>) -> Vec<&'static Sign> {
    let (duties, mut others): (Vec<&Sign>, Vec<&Sign>) =
        usual.into_iter().partition(|own| own.kind == SignKind::Mandatory);
    // A prohibition with conditions is there because they are met: it says more than a usual one.
    others.sort_by_key(|own| own.kind != SignKind::Prohibition || own.words.is_empty());
    let mut chosen: Vec<&'static Sign> = Vec::new();
    let count = |chosen: &[&Sign], kind| chosen.iter().filter(|own| own.kind == kind).count();
    let mut rest = Vec::new();
    for sign in worn.iter().copied().chain(others) {
        let limit = if sign.kind == SignKind::SafeCondition { 1 } else { MOST_OF_A_KIND };
        if count(&chosen, sign.kind) < limit { chosen.push(sign) } else { rest.push(sign) }
    }
    // First the duties that are usual, for a point that asks nothing of its own; then whatever is left.
    let asked = !worn.is_empty();
    for sign in duties.into_iter().filter(|_| !asked) {
        if count(&chosen, sign.kind) < MOST_OF_A_KIND {
            chosen.push(sign);
        }
    }
    for sign in rest {
        if chosen.len() < ENOUGH_SIGNS {
            chosen.push(sign);
        }
    }
    chosen.truncate(MOST_SIGNS);
    let place = |sign: &Sign| all_signs().iter().position(|own| own.id == sign.id);
    chosen.sort_by_key(|sign| (sign.kind, place(sign)));
    chosen
}

/// Whether `text` speaks of `word` without forbidding it.
fn asks_for(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| !is_forbidden(text.get(..at).unwrap_or_default()))
}

/// Whether `text` forbids what `word` names.
fn forbids(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| is_forbidden(text.get(..at).unwrap_or_default()))
}

/// 「禁止戴（手套）」「严禁佩戴」「不得戴」: a prohibition shortly before, in the same clause.
fn is_forbidden(before: &str) -> bool {
    let clause: String = before.chars().rev().take_while(|c| !"，。；、,;".contains(*c)).take(6).collect();
    clause.chars().any(|c| matches!(c, '禁' | '勿' | '不'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(accidents: &[&str], measures: &[&str]) -> Vec<&'static str> {
        signs_for(accidents, measures).iter().map(|own| own.id.as_str()).collect()
    }

    #[test]
    fn every_sign_has_a_drawing_and_every_accident_type_has_signs() {
        assert_eq!(all_signs().len(), DRAWINGS.len());
        for sign in all_signs() {
            assert!(sign.svg().starts_with(b"<svg"), "{}", sign.id);
        }
        assert!(all_signs().is_sorted_by_key(|own| own.kind), "warnings first");
        for accident in domain::accident_types() {
            let found = ids(&[&accident.code], &[]);
            assert!((2..=MOST_SIGNS).contains(&found.len()), "{}: {found:?}", accident.code);
        }
        for usual in &TABLE.accidents {
            for id in &usual.signs {
                assert!(all_signs().iter().any(|own| own.id == *id), "{id}");
            }
        }
        assert!(ids(&["99"], &[]).is_empty());
    }

    #[test]
    fn signs_follow_the_measures_and_never_contradict_them() {
        let lathe = ids(&["03"], &["佩戴护目镜", "穿紧身工装", "禁止戴手套操作"]);
        assert_eq!(
            lathe,
            ["warning-machinery", "warning-hand", "ban-touch", "ban-gloves", "must-goggles", "must-clothing"]
        );
        let slicer = ids(&["03"], &["戴防割手套"]);
        assert!(slicer.contains(&"must-gloves") && !slicer.contains(&"ban-gloves"), "{slicer:?}");
        assert!(!ids(&["07"], &["严禁佩戴手套"]).contains(&"must-gloves"));
        assert!(ids(&["08"], &["设油温控制装置"]).contains(&"ban-water"));
        assert!(!ids(&["08"], &["专人监护"]).contains(&"ban-water"));
    }

    #[test]
    fn several_types_share_the_strip() {
        let signs = ids(&["08", "05", "09"], &[]);
        assert_eq!(signs.len(), MOST_SIGNS);
        assert_eq!(&signs[..2], ["warning-fire", "warning-electricity"]);
    }
}
