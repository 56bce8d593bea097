//! Which pieces an export has, and each piece from its content to a laid-out document with a name.
//! Relies on the table of kinds; every kind has one arm here.
//! Knows nothing of files and progress.

use super::PrintJob;
use super::args::{CardLayout, ExportArgs, PrintFormat};
use super::kinds::{PrintKind, PrintSize};
use super::naming::Names;
use super::print::BLEED;
use super::words;
use crate::error::ApiError;
use crate::views::Words;
use domain::{FloorId, RiskLevel, RiskPointId};
use export::content::{
    Fault, NoticeBoard, Problem, Source, board_departments, comparison_charts, drawn_floors, emergency_cards,
    four_colour_map, notice_board, notice_card, organisation_chart, patrol_plate, plate_list, post_card,
    posts_in_order, print_list, risk_ledger, risk_matrices,
};
use export::layout::{Document, Fonts, Picture, Sides, Size, TableError, Timestamp, Workbook};
use export::templates::{self, PostCardKind, Printed, Style, Theme};
use std::collections::BTreeMap;

/// Overlap of tiles, in millimetres.
const OVERLAP: f64 = 10.0;

/// Which part of a kind becomes one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// The plan of a floor.
    Floor(FloorId),
    /// What each department has for itself.
    Departments,
}

/// Something that becomes one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: PrintKind,
    part: Part,
}

impl Piece {
    /// The formats asked for that it has, each once.
    pub(super) fn formats<'a>(&self, args: &'a ExportArgs) -> impl Iterator<Item = PrintFormat> + 'a {
        self.kind.formats().iter().copied().filter(|format| args.formats.contains(format))
    }
}

/// The pieces of an export in the order of the table of kinds.
pub(super) fn pieces(source: &Source<'_>, args: &ExportArgs) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for kind in PrintKind::ALL.iter().copied().filter(|kind| args.kinds.contains(kind)) {
        let mut add = |part| pieces.push(Piece { kind, part });
        match kind {
            PrintKind::FourColourMap => {
                let floors = args.floors.clone().unwrap_or_else(|| drawn_floors(source.snapshot));
                floors.into_iter().for_each(|floor| add(Part::Floor(floor)));
            }
            PrintKind::NoticeBoard => {
                add(Part::Whole);
                if !board_departments(source).is_empty() {
                    add(Part::Departments);
                }
            }
            PrintKind::ComparisonChart
            | PrintKind::RiskMatrix
            | PrintKind::MajorNotice
            | PrintKind::NoticeCard
            | PrintKind::EmergencyCard
            | PrintKind::PostCard
            | PrintKind::SpokenCard
            | PrintKind::PatrolPlate
            | PrintKind::OrganisationChart
            | PrintKind::PrintList
            | PrintKind::RiskLedger => add(Part::Whole),
        }
    }
    pieces
}

/// A laid-out piece and its name.
pub(super) struct Finished {
    pub(super) kind: PrintKind,
    pub(super) stem: String,
    pub(super) what: Words,
    pub(super) document: Document,
    pub(super) workbook: Option<Workbook>,
    /// A list with a name of its own.
    pub(super) list: Option<(String, String)>,
}

/// Lays pieces out.
pub(super) struct Maker<'a> {
    pub(super) args: &'a ExportArgs,
    pub(super) theme: &'static Theme,
    pub(super) fonts: Fonts,
    pub(super) source: &'a Source<'a>,
    pub(super) job: &'a PrintJob,
    pub(super) names: Names,
}

/// A document before it has its name.
struct Draft {
    stem: String,
    printed: Printed,
    workbook: Option<Workbook>,
    list: Option<(String, String)>,
}

impl Draft {
    fn new(stem: impl Into<String>, printed: Printed) -> Self {
        Self { stem: stem.into(), printed, workbook: None, list: None }
    }
}

impl Maker<'_> {
    /// Lays a piece out. `None` when there is nothing to print; the problems say so.
    pub(super) fn make(
        &mut self,
        piece: &Piece,
        problems: &mut Vec<Problem>,
    ) -> Result<Option<Finished>, ApiError> {
        let fonts = self.fonts.clone();
        let style = Style { fonts: &fonts, theme: self.theme };
        let asked = piece.kind.size(self.args.map_size);
        let (stands, lies) = (asked.size(), asked.lying());
        let draft = match piece.kind {
            PrintKind::FourColourMap => self.map(piece.part, style, asked, problems)?,
            PrintKind::ComparisonChart => {
                let charts = comparison_charts(self.source);
                Draft::new("作业安全风险比较图", templates::comparison_charts(&charts, style, lies))
            }
            PrintKind::RiskMatrix => {
                let matrices = risk_matrices(self.source);
                Draft::new("风险矩阵图", templates::risk_matrices(&matrices, style, lies).map_err(unlaid)?)
            }
            PrintKind::NoticeBoard => self.boards(piece.part, style, lies)?,
            PrintKind::MajorNotice => self.major(style, lies),
            PrintKind::NoticeCard => self.cards(style),
            PrintKind::EmergencyCard => {
                let points = self.points();
                let cards: Vec<_> =
                    points.into_iter().flat_map(|point| emergency_cards(self.source, point)).collect();
                Draft::new("应急处置卡", templates::emergency_cards(&cards, style, stands))
            }
            PrintKind::PostCard => self.posts(PostCardKind::Knowledge, "岗位应知应会卡", style, stands),
            PrintKind::SpokenCard => self.posts(PostCardKind::Spoken, "手指口述卡", style, stands),
            PrintKind::PatrolPlate => {
                let points = self.points();
                let plates: Vec<_> =
                    points.into_iter().filter_map(|point| patrol_plate(self.source, point)).collect();
                let mut draft = Draft::new("巡检二维码牌", templates::patrol_plates(&plates, style, stands));
                draft.list = Some(("NFC 写入清单".to_owned(), plate_list(&plates)));
                draft
            }
            PrintKind::OrganisationChart => {
                let chart = organisation_chart(self.source);
                let printed = match chart.departments.is_empty() {
                    true => nothing(),
                    false => templates::organisation_chart(&chart, style, lies),
                };
                Draft::new(chart.title, printed)
            }
            PrintKind::PrintList => self.list(style, lies)?,
            PrintKind::RiskLedger => self.ledger(style)?,
        };
        let subject = draft.stem.clone();
        problems.extend(draft.printed.problems);
        let document = draft.printed.document;
        if document.pages.is_empty() && draft.workbook.is_none() {
            // A floor says itself that nothing is drawn on it.
            if !matches!(piece.part, Part::Floor(_)) {
                problems.push(Problem::new(subject, Fault::Nothing));
            }
            return Ok(None);
        }
        let stem = if asked == piece.kind.size(None) {
            subject.clone()
        } else {
            format!("{subject}-{}", mark(asked))
        };
        let title = piece.kind.title();
        Ok(Some(Finished {
            kind: piece.kind,
            stem: self.names.unique(&stem),
            what: words(subject.replace('-', " "), title.english),
            document: self.on_paper(piece.kind, document),
            workbook: draft.workbook,
            list: draft.list.map(|(name, list)| (self.names.unique(&name), list)),
        }))
    }

    /// Cards side by side, large sheets as tiles, colour over the edge: as it was asked for.
    fn on_paper(&self, kind: PrintKind, mut document: Document) -> Document {
        if self.args.crop_marks == Some(true) {
            document.run_over(BLEED);
        }
        if self.args.card_layout == CardLayout::FourPerPage && kind != PrintKind::NoticeCard {
            let two = matches!(kind, PrintKind::PostCard) && kind.size(self.args.map_size) == PrintSize::Id1;
            document.impose(Size::A4, if two { Sides::Two } else { Sides::One });
        }
        if let Some(paper) = self.args.tile {
            document.tile(paper.size(), OVERLAP, &self.fonts);
        }
        document
    }

    /// The points asked for, in the order of codes.
    fn points(&self) -> Vec<RiskPointId> {
        let mut points = self.source.points_in_order();
        if let Some(only) = &self.args.points {
            points.retain(|point| only.contains(point));
        }
        points
    }

    fn map(
        &self,
        part: Part,
        style: Style<'_>,
        size: PrintSize,
        problems: &mut Vec<Problem>,
    ) -> Result<Draft, ApiError> {
        let Part::Floor(floor) = part else { return Ok(Draft::new("四色图", nothing())) };
        let Some(map) = four_colour_map(self.source, floor) else {
            return Err(ApiError::new(
                "no-such-floor",
                "要出图的楼层不存在，请重新选择。",
                "A floor that was asked for does not exist. Choose again.",
            ));
        };
        let stem = format!("四色图-{}", map.short_name);
        if map.problems.iter().any(|own| own.fault == Fault::NothingDrawn) {
            problems.extend(map.problems.iter().filter(|own| own.fault == Fault::NothingDrawn).cloned());
            return Ok(Draft::new(stem, nothing()));
        }
        let mut pictures = BTreeMap::new();
        for own in &map.pictures {
            let Some(bytes) = self.job.assets.get(&own.asset) else { continue };
            match Picture::new(bytes.as_slice()) {
                Ok(picture) => {
                    pictures.insert(own.asset.clone(), picture);
                }
                Err(error) => problems.push(Problem::new(
                    format!("四色图 {}", map.subject),
                    Fault::Underlay { reason: error.to_string() },
                )),
            }
        }
        Ok(Draft::new(stem, templates::four_colour_map(&map, style, size.size(), &pictures)))
    }

    fn cards(&self, style: Style<'_>) -> Draft {
        let cards: Vec<_> =
            self.points().into_iter().filter_map(|point| notice_card(self.source, point)).collect();
        if cards.is_empty() {
            return Draft::new("风险告知卡", nothing());
        }
        let (layout, stem) = match self.args.card_layout {
            CardLayout::OnePerPage => (templates::CardLayout::OnePerPage, "风险告知卡"),
            CardLayout::FourPerPage => (templates::CardLayout::FourPerPage, "风险告知卡-每页四张"),
        };
        Draft::new(stem, templates::notice_cards(&cards, style, layout))
    }

    fn major(&self, style: Style<'_>, size: Size) -> Draft {
        let cards: Vec<_> = self
            .points()
            .into_iter()
            .filter_map(|point| notice_card(self.source, point))
            .filter(|card| card.facts.level.is_some_and(|level| level >= RiskLevel::High))
            .collect();
        Draft::new("较大以上风险公示牌", templates::major_notices(&cards, style, size))
    }

    fn boards(&self, part: Part, style: Style<'_>, size: Size) -> Result<Draft, ApiError> {
        let (stem, boards): (&str, Vec<NoticeBoard>) = match part {
            Part::Whole | Part::Floor(_) => ("安全风险公告栏", vec![notice_board(self.source, None)]),
            Part::Departments => {
                let departments = board_departments(self.source);
                let own = departments.into_iter().map(|own| notice_board(self.source, Some(own)));
                ("安全风险公告栏-部门", own.collect())
            }
        };
        let said = |board: &NoticeBoard| board.counts.iter().any(|own| own.count > 0);
        let boards: Vec<NoticeBoard> = boards.into_iter().filter(said).collect();
        Ok(Draft::new(stem, templates::notice_boards(&boards, style, size).map_err(unlaid)?))
    }

    fn posts(&self, kind: PostCardKind, stem: &str, style: Style<'_>, size: Size) -> Draft {
        let cards: Vec<_> =
            posts_in_order(self.source).into_iter().filter_map(|post| post_card(self.source, post)).collect();
        Draft::new(stem, templates::post_cards(&cards, style, kind, size))
    }

    fn list(&self, style: Style<'_>, size: Size) -> Result<Draft, ApiError> {
        let list = print_list(self.source);
        if list.items.is_empty() {
            return Ok(Draft::new(list.title, nothing()));
        }
        let mut draft = Draft::new(list.title, templates::print_list(&list, style, size).map_err(unlaid)?);
        let sheet = self.args.formats.contains(&PrintFormat::Xlsx);
        draft.workbook = sheet.then(|| templates::print_list_sheet(&list, style));
        Ok(draft)
    }

    fn ledger(&self, style: Style<'_>) -> Result<Draft, ApiError> {
        let ledger = risk_ledger(self.source, self.args.points.as_deref());
        let pages = [PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Png];
        let printed = if pages.iter().any(|format| self.args.formats.contains(format)) {
            templates::risk_ledger(&ledger, style).map_err(unlaid)?
        } else {
            Printed {
                document: Document::new(ledger.title, Timestamp::EPOCH),
                problems: ledger.problems.clone(),
            }
        };
        let sheet = self.args.formats.contains(&PrintFormat::Xlsx);
        let workbook = sheet.then(|| templates::risk_ledger_sheet(&ledger, style.fonts));
        Ok(Draft { stem: ledger.title.to_owned(), printed, workbook, list: None })
    }
}

/// A document without pages.
fn nothing() -> Printed {
    Printed { document: Document::new("", Timestamp::EPOCH), problems: Vec::new() }
}

/// A size as it stands in the name of a file.
fn mark(size: PrintSize) -> String {
    size.name().to_ascii_uppercase().replace('X', "x")
}

fn unlaid(error: TableError) -> ApiError {
    ApiError::new(
        "not-printable",
        format!("表格无法排版（{error}），请反馈给开发者。"),
        format!("A table could not be laid out ({error}). Please report this."),
    )
}
