//! The one table of what can be printed: name, title, formats and sizes of each kind, and the table of sizes.
//! Relies on names being the same in the terminal, between page and program, and in TypeScript.
//! Knows nothing of how anything is printed.

use super::args::PrintFormat;
use crate::views::Words;
use export::layout::{Mm, Size};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal $chinese:literal $english:literal
        [$($format:ident)*] [$($size:ident)*];)*) => {
        /// What can be printed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum PrintKind {
            $($(#[doc = $doc])* #[serde(rename = $name)] $variant,)*
        }

        impl PrintKind {
            /// Everything that can be printed.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the terminal and in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What people call it.
            pub fn title(self) -> Words {
                let (chinese, english) = match self { $(Self::$variant => ($chinese, $english),)* };
                Words { chinese: chinese.to_owned(), english: english.to_owned() }
            }

            /// The formats it has.
            pub fn formats(self) -> &'static [PrintFormat] {
                match self { $(Self::$variant => &[$(PrintFormat::$format),*],)* }
            }

            /// The sizes it has, the usual one first.
            pub fn sizes(self) -> &'static [PrintSize] {
                match self { $(Self::$variant => &[$(PrintSize::$size),*],)* }
            }
        }
    };
}

kinds! {
    /// 「安全风险四色分布图」 A sheet for the campus plan and for each drawn floor.
    FourColourMap "four-colour-map" "安全风险四色分布图" "four-colour risk map"
        [Pdf Svg Png] [A3 A4 A2 A1 A0 Board600x900 Board900x1200 Board1200x800 Board1200x2400];
    /// 「作业安全风险比较图」 A chart of activities for each set of criteria.
    ComparisonChart "comparison-chart" "作业安全风险比较图" "comparison chart of activities"
        [Pdf Svg Png] [A3 A4 A2 A1 Board1200x800 Board900x1200];
    /// 「风险矩阵图」 A matrix of two factors for each set of criteria.
    RiskMatrix "risk-matrix" "风险矩阵图" "risk matrix" [Pdf Svg Png] [A3 A2 A1];
    /// 「安全风险公告栏」 A board of the whole organisation and one for each responsible department.
    NoticeBoard "notice-board" "安全风险公告栏" "risk notice boards"
        [Pdf Svg Png] [Board1200x800 Board1200x2400 Board900x1200 A1 A2];
    /// 「较大以上风险公示牌」 A plate for each major or high risk.
    MajorNotice "major-notice" "较大以上风险公示牌" "plates of major and high risks"
        [Pdf Svg Png] [Plate600x400 A3 A4];
    /// 「岗位安全风险告知卡」 A card for each risk point.
    NoticeCard "notice-card" "岗位安全风险告知卡" "risk notice cards"
        [Pdf Svg Png] [A4 A3 A5 Plate400x600];
    /// 「应急处置卡」 A card for each kind of accident at a point.
    EmergencyCard "emergency-card" "应急处置卡" "emergency cards"
        [Pdf Svg Png] [A4 Card90x130 A5 A6 Folded180x130];
    /// 「职业病危害告知卡」 A card for each thing at a point that makes ill.
    HazardNotice "hazard-notice" "职业病危害告知卡" "notices of occupational hazards"
        [Pdf Svg Png] [A4 A3 A5];
    /// 「岗位应知应会卡」 A card for each post.
    PostCard "post-card" "岗位应知应会卡（明白卡）" "what each post must know"
        [Pdf Svg Png] [A5 Card90x130 Id1 A4];
    /// 「手指口述卡」 What a post points at and says before work.
    SpokenCard "spoken-card" "手指口述卡" "point-and-say cards" [Pdf Svg Png] [A5 Card90x130 Id1 A4];
    /// 「巡检二维码牌」 A plate with a symbol for each point; its CSV is the list for NFC tags.
    PatrolPlate "patrol-plate" "巡检二维码牌" "patrol plates"
        [Pdf Svg Png Csv] [Plate100x140 Plate80x120 Plate120x160 Sticker50x70];
    /// 「宣传海报」 Six themes.
    Poster "poster" "宣传海报" "posters" [Pdf Svg Png] [A2 A1 A3 Board600x900 Rollup800x2000];
    /// 「双重预防机制建设示意图」 Leaders, departments and the steps of both wings.
    OrganisationChart "organisation-chart" "双重预防机制建设示意图" "organisation chart"
        [Pdf Svg Png] [A3 A2 A1 Board1200x800];
    /// 「安装点位图」 What hangs where, a sheet for each drawn floor with pins.
    PlacementMap "placement-map" "安装点位图" "placement plans" [Pdf Svg Png] [A3 A4 A2 A1];
    /// 「印制清单」 What is printed, in which size, how many, and where it hangs.
    PrintList "print-list" "印制清单" "list of prints" [Pdf Svg Png Xlsx] [A4 A3];
    /// 「风险分级管控清单」 One table of all risk points.
    RiskLedger "risk-ledger" "风险分级管控清单" "tiered risk control ledger" [Pdf Svg Png Xlsx] [A3];
    /// 「隐患排查计划表」 Every plan that has not ended.
    PlanTable "plan-table" "隐患排查计划表" "inspection plans" [Pdf Svg Png Xlsx] [A3];
    /// 「检查表」 One for each plan, for each point and for each post, with codes to enter the paper by.
    CheckSheet "check-sheet" "检查表" "check sheets" [Pdf Svg Png Docx] [A4];
    /// 「任务单」 What each person inspects within a week and what waits for him.
    TaskSheet "task-sheet" "任务单" "task sheets" [Pdf Svg Png Docx] [A4];
    /// 「安全巡检台账」 Tasks and inspections of a month.
    PatrolLedger "patrol-ledger" "安全巡检台账" "inspection ledger of a month" [Pdf Svg Png Xlsx] [A3];
    /// 「隐患整改通知书」 with the return slip, for each danger that somebody must rectify.
    RectificationNotice "rectification-notice" "隐患整改通知书" "rectification notices" [Pdf Svg Png Docx] [A4];
    /// 「隐患排查治理台账」 Every hidden danger.
    DangerLedger "danger-ledger" "隐患排查治理台账" "ledger of hidden dangers" [Pdf Svg Png Xlsx] [A3];
    /// 「隐患个案」 One page for each hidden danger.
    CaseFile "case-file" "隐患个案" "case files of hidden dangers" [Pdf Svg Png Docx] [A4];
    /// 「双报告」 A pair of reports for each major danger.
    DoubleReport "double-report" "重大隐患双报告" "reports of major dangers" [Pdf Svg Png Docx] [A4];
    /// 「部门排查与隐患公示表」 A list of a month for each department.
    DepartmentPublication "department-publication" "部门排查与隐患公示表" "publications of departments"
        [Pdf Svg Png Xlsx] [A4];
    /// 「安全月报」 The report of a month.
    MonthReport "month-report" "安全月报" "monthly safety report" [Pdf Svg Png Docx Xlsx] [A4];
}

macro_rules! sizes {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal $width:literal $height:literal;)*) => {
        /// Sizes of paper and boards.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
        pub enum PrintSize {
            $($(#[doc = $doc])* #[serde(rename = $name)] $variant,)*
        }

        impl PrintSize {
            /// Every size.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the terminal and in JSON.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            fn millimetres(self) -> (Mm, Mm) {
                match self { $(Self::$variant => ($width, $height),)* }
            }
        }
    };
}

sizes! {
    /// 841 × 1189 mm.
    A0 "a0" 841.0 1189.0;
    /// 594 × 841 mm.
    A1 "a1" 594.0 841.0;
    /// 420 × 594 mm.
    A2 "a2" 420.0 594.0;
    /// 297 × 420 mm.
    A3 "a3" 297.0 420.0;
    /// 210 × 297 mm.
    A4 "a4" 210.0 297.0;
    /// 148 × 210 mm.
    A5 "a5" 148.0 210.0;
    /// 105 × 148 mm.
    A6 "a6" 105.0 148.0;
    /// 85.6 × 54 mm, the size of a bank card.
    Id1 "id-1" 85.6 54.0;
    /// 90 × 130 mm, for the pocket.
    Card90x130 "90x130" 90.0 130.0;
    /// 180 × 130 mm, to be folded to 90 × 130 mm.
    Folded180x130 "180x130" 180.0 130.0;
    /// 50 × 70 mm, stickers.
    Sticker50x70 "50x70" 50.0 70.0;
    /// 80 × 120 mm.
    Plate80x120 "80x120" 80.0 120.0;
    /// 100 × 140 mm.
    Plate100x140 "100x140" 100.0 140.0;
    /// 120 × 160 mm.
    Plate120x160 "120x160" 120.0 160.0;
    /// 600 × 400 mm, lying.
    Plate600x400 "600x400" 600.0 400.0;
    /// 400 × 600 mm.
    Plate400x600 "400x600" 400.0 600.0;
    /// 800 × 2000 mm, rolled up.
    Rollup800x2000 "800x2000" 800.0 2000.0;
    /// 600 × 900 mm.
    Board600x900 "600x900" 600.0 900.0;
    /// 900 × 1200 mm.
    Board900x1200 "900x1200" 900.0 1200.0;
    /// 1200 × 800 mm, lying.
    Board1200x800 "1200x800" 1200.0 800.0;
    /// 1200 × 2400 mm.
    Board1200x2400 "1200x2400" 1200.0 2400.0;
}

impl PrintSize {
    /// As it is named: sheets and cards stand.
    pub(super) fn size(self) -> Size {
        let (width, height) = self.millimetres();
        Size::new(width, height)
    }

    /// Sheets of the A series lying, boards as they are named.
    pub(super) fn lying(self) -> Size {
        match self {
            Self::A0 | Self::A1 | Self::A2 | Self::A3 | Self::A4 | Self::A5 | Self::A6 => {
                self.size().landscape()
            }
            Self::Id1
            | Self::Card90x130
            | Self::Folded180x130
            | Self::Plate400x600
            | Self::Rollup800x2000
            | Self::Sticker50x70
            | Self::Plate80x120
            | Self::Plate100x140
            | Self::Plate120x160
            | Self::Plate600x400
            | Self::Board600x900
            | Self::Board900x1200
            | Self::Board1200x800
            | Self::Board1200x2400 => self.size(),
        }
    }
}

impl PrintKind {
    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether its pieces hang on walls and become out of date there. Papers of inspection and rectification are about a
    /// day: they are signed and filed.
    pub(super) fn hangs(self) -> bool {
        match self {
            Self::FourColourMap
            | Self::ComparisonChart
            | Self::RiskMatrix
            | Self::NoticeBoard
            | Self::MajorNotice
            | Self::NoticeCard
            | Self::EmergencyCard
            | Self::HazardNotice
            | Self::PostCard
            | Self::SpokenCard
            | Self::PatrolPlate
            | Self::Poster
            | Self::OrganisationChart
            | Self::PlacementMap
            | Self::PrintList
            | Self::RiskLedger => true,
            Self::PlanTable
            | Self::CheckSheet
            | Self::TaskSheet
            | Self::PatrolLedger
            | Self::RectificationNotice
            | Self::DangerLedger
            | Self::CaseFile
            | Self::DoubleReport
            | Self::DepartmentPublication
            | Self::MonthReport => false,
        }
    }

    /// Whether its papers are about a month, or may be.
    fn is_monthly(self) -> bool {
        matches!(self, Self::PlanTable | Self::PatrolLedger | Self::DepartmentPublication | Self::MonthReport)
    }

    /// The size asked for where it has it, else its usual one.
    pub(super) fn size(self, asked: Option<PrintSize>) -> PrintSize {
        let own = self.sizes();
        let found = asked.filter(|asked| own.contains(asked));
        found.or_else(|| own.first().copied()).unwrap_or(PrintSize::A4)
    }
}

/// Something that can be printed, for choosing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintKindView {
    /// What it is.
    pub kind: PrintKind,
    /// What people call it.
    pub title: Words,
    /// The formats it has.
    pub formats: Vec<PrintFormat>,
    /// The sizes it has, the usual one first.
    pub sizes: Vec<PrintSize>,
    /// Whether it is about a month, which may be chosen.
    pub monthly: bool,
}

impl From<PrintKind> for PrintKindView {
    fn from(kind: PrintKind) -> Self {
        Self {
            kind,
            title: kind.title(),
            formats: kind.formats().to_vec(),
            sizes: kind.sizes().to_vec(),
            monthly: kind.is_monthly(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_json_and_differ() {
        let mut names = Vec::new();
        for kind in PrintKind::ALL {
            assert_eq!(serde_json::to_string(kind).unwrap(), format!("{:?}", kind.name()));
            assert_eq!(PrintKind::named(kind.name()), Some(*kind));
            assert!(kind.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'));
            assert!(!kind.formats().is_empty() && !kind.sizes().is_empty());
            names.push(kind.name());
        }
        for size in PrintSize::ALL {
            assert_eq!(serde_json::to_string(size).unwrap(), format!("{:?}", size.name()));
            names.push(size.name());
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn a_size_that_a_kind_does_not_have_gives_its_usual_one() {
        assert_eq!(PrintKind::FourColourMap.size(Some(PrintSize::A1)), PrintSize::A1);
        assert_eq!(PrintKind::FourColourMap.size(Some(PrintSize::Id1)), PrintSize::A3);
        assert_eq!(PrintKind::PatrolPlate.size(None), PrintSize::Plate100x140);
    }
}
