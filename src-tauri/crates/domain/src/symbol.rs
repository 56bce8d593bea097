//! 「应急符号」 The symbols that plans show: exits, extinguishers, assembly points and the like.
//! Relies on `assets/symbols/`, compiled in.
//! Knows nothing of where they stand.

use crate::language::Language;
use serde::Deserialize;
use std::sync::LazyLock;

vocabulary! {
    /// 「应急符号类别」
    pub enum SymbolFamily {
        /// 「疏散与急救」 green.
        Escape = "escape", "疏散与急救", "escape and first aid";
        /// 「消防设施」 red.
        Fire = "fire", "消防设施", "fire equipment";
        /// 「其他设施」 blue.
        Facility = "facility", "其他设施", "other installations";
    }
}

/// A symbol.
#[derive(Debug, Clone, Deserialize)]
pub struct PlanSymbol {
    /// Its short name, that of its file; elements name it by this.
    pub id: String,
    /// Its family.
    pub family: SymbolFamily,
    name: String,
    english: String,
    #[serde(skip)]
    svg: &'static str,
}

impl PlanSymbol {
    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        language.pick(&self.name, &self.english)
    }

    /// Its drawing: SVG of 100 x 100 units, outlines only.
    pub fn svg(&self) -> &'static str {
        self.svg
    }
}

macro_rules! drawings {
    ($($id:literal),* $(,)?) => {
        const DRAWINGS: &[(&str, &str)] =
            &[$(($id, include_str!(concat!("../../../../assets/symbols/", $id, ".svg")))),*];
    };
}

drawings![
    "exit",
    "way-out",
    "stairs",
    "assembly-point",
    "refuge",
    "first-aid",
    "aed",
    "eye-wash",
    "emergency-phone",
    "extinguisher",
    "hydrant",
    "hose-reel",
    "call-point",
    "alarm-bell",
    "pump-adapter",
    "camera",
    "emergency-light",
    "power-switch",
    "gas-valve",
    "you-are-here",
];

static SYMBOLS: LazyLock<Vec<PlanSymbol>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct List {
        symbols: Vec<PlanSymbol>,
    }
    let text = include_str!("../../../../assets/symbols/symbols.json");
    let mut symbols = serde_json::from_str::<List>(text).map(|list| list.symbols).unwrap_or_default();
    for symbol in &mut symbols {
        symbol.svg = DRAWINGS.iter().find(|(id, _)| *id == symbol.id).map_or("", |(_, svg)| svg);
    }
    symbols
});

/// Every symbol, in the order of the palette.
pub fn plan_symbols() -> &'static [PlanSymbol] {
    &SYMBOLS
}

/// The symbol with this id.
pub fn plan_symbol(id: &str) -> Option<&'static PlanSymbol> {
    SYMBOLS.iter().find(|symbol| symbol.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_has_a_drawing_and_names() {
        assert_eq!(plan_symbols().len(), DRAWINGS.len());
        for symbol in plan_symbols() {
            assert!(symbol.svg().starts_with("<svg"), "{}", symbol.id);
            assert!(!symbol.name.is_empty() && !symbol.english.is_empty(), "{}", symbol.id);
            assert_eq!(plan_symbol(&symbol.id).unwrap().svg(), symbol.svg());
        }
    }
}
