//! The four risk levels (风险等级), in order.
//! Relies on nothing; colours stand in `colour`.
//! Knows no threshold: which score makes which level is data of a preset.

vocabulary! {
    /// 「风险等级」 Level of a risk. A greater level is a greater risk. "Not assessed" is not a level: it is the
    /// absence of one (`Option<RiskLevel>`), and never falls back to low.
    pub enum RiskLevel {
        /// 「低风险」 blue.
        Low = "low", "低风险", "low";
        /// 「一般风险」 yellow.
        Medium = "medium", "一般风险", "medium";
        /// 「较大风险」 orange.
        High = "high", "较大风险", "high";
        /// 「重大风险」 red.
        Major = "major", "重大风险", "major";
    }
}

impl RiskLevel {
    /// The levels as lists and legends show them, the greatest first.
    pub const DESCENDING: [Self; 4] = [Self::Major, Self::High, Self::Medium, Self::Low];

    /// The short word in tight places: 重大, 较大, 一般, 低.
    pub fn short_name(self, language: crate::Language) -> &'static str {
        match (self, language) {
            (Self::Major, crate::Language::Chinese) => "重大",
            (Self::High, crate::Language::Chinese) => "较大",
            (Self::Medium, crate::Language::Chinese) => "一般",
            (Self::Low, crate::Language::Chinese) => "低",
            (Self::Major | Self::High | Self::Medium | Self::Low, crate::Language::English) => {
                self.name(language)
            }
        }
    }

    /// The number of the level, 1 the greatest, as regulators count.
    pub fn number(self) -> u8 {
        match self {
            Self::Major => 1,
            Self::High => 2,
            Self::Medium => 3,
            Self::Low => 4,
        }
    }
}
