//! Which files an export has, and each file from its pieces to a laid-out document with a name.
//! Relies on `content` for what the pieces are; pieces that were laid out before are taken as they are.
//! Knows nothing of files and progress.

use super::PrintJob;
use super::args::{CardLayout, ExportArgs, PrintFormat};
use super::content::{
    Content, Layout, Limits, Months, Subject, Unit, lay_out, lay_out_cards, photos_of, photos_of_list, units,
};
use super::kept::{Key, SmallPictures};
use super::kinds::{PrintKind, PrintSize};
use super::naming::Names;
use super::pieces::{Standing, Wall};
use super::print::BLEED;
use super::words;
use crate::error::ApiError;
use crate::views::Words;
use domain::{HiddenDangerId, Snapshot};
use export::content::{Fault, Problem, Source, plate_list};
use export::layout::{Bookmark, Document, Fonts, Letter, Sides, Size, Timestamp, Workbook};
use export::templates::{self, MapLayers, Printed, Style, Theme};
use std::ops::ControlFlow;
use std::sync::Arc;

/// Overlap of tiles, in millimetres.
const OVERLAP: f64 = 10.0;

/// Pieces that become one document.
pub(super) struct Group<'a> {
    pub(super) kind: PrintKind,
    stem: String,
    units: Vec<Unit<'a>>,
}

impl Group<'_> {
    /// The formats asked for that it has, each once.
    pub(super) fn formats<'f>(&self, args: &'f ExportArgs) -> impl Iterator<Item = PrintFormat> + use<'f> {
        self.kind.formats().iter().copied().filter(|format| args.formats.contains(format))
    }
}

/// The files of an export in the order of the table of kinds. A kind without pieces is told among the problems.
pub(super) fn groups<'a>(
    source: &Source<'a>,
    args: &ExportArgs,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Group<'a>>, ApiError> {
    let chosen = args.pieces.is_some() || args.stale == Some(true);
    let months = match args.month.as_deref() {
        Some(text) => Months::One(text.parse().map_err(|_| not_a_day(text))?),
        None if chosen => Months::Year,
        None => Months::Latest,
    };
    let dangers = dangers_of(source.snapshot, args)?;
    let limits = Limits {
        floors: args.floors.as_deref(),
        points: args.points.as_deref(),
        dangers: dangers.as_deref(),
        months,
    };
    let wall = Wall::of(source.snapshot);
    let mut groups: Vec<Group<'a>> = Vec::new();
    for kind in PrintKind::ALL.iter().copied().filter(|kind| args.kinds.contains(kind)) {
        if let Some(pieces) = &args.pieces
            && !pieces.iter().any(|own| own.kind == kind)
        {
            continue;
        }
        let mut own = units(source, kind, limits)?;
        if let Some(pieces) = &args.pieces {
            own.retain(|unit| {
                let subject = unit.subject.key();
                pieces.iter().any(|own| own.kind == kind && own.subject == subject)
            });
        }
        if args.stale == Some(true) {
            own.retain(|unit| matches!(wall.standing(unit).1, Standing::Stale(_)));
        }
        if own.is_empty() {
            if !chosen && kind != PrintKind::FourColourMap {
                problems.push(Problem::new(stem(kind), Fault::Nothing));
            }
            continue;
        }
        for unit in own {
            let stem = file_of(&unit);
            match groups.last_mut().filter(|group| group.kind == kind && group.stem == stem) {
                Some(group) => group.units.push(unit),
                None => groups.push(Group { kind, stem, units: vec![unit] }),
            }
        }
    }
    Ok(groups)
}

/// The hidden dangers that were named by their codes; nothing where none was named.
fn dangers_of(snapshot: &Snapshot, args: &ExportArgs) -> Result<Option<Vec<HiddenDangerId>>, ApiError> {
    let find = |code: &String| {
        let found = snapshot.dangers.iter().find(|own| own.code.trim() == code.trim());
        found.map(|own| own.id).ok_or_else(|| {
            ApiError::new(
                "no-such-danger",
                format!("没有编号为“{code}”的隐患，请核对编号。"),
                format!("There is no hidden danger {code:?}. Check the code."),
            )
        })
    };
    args.dangers.as_ref().map(|codes| codes.iter().map(find).collect()).transpose()
}

/// Refuses what is no month and no day.
pub(super) fn not_a_day(text: &str) -> ApiError {
    ApiError::new(
        "not-a-day",
        format!("“{text}”不是日期或月份，请写成 2026-03-05 或 2026-03。"),
        format!("{text:?} is no day or month. Write it as 2026-03-05 or 2026-03."),
    )
}

/// The name of the file that a piece goes into.
fn file_of(unit: &Unit<'_>) -> String {
    match (&unit.content, &unit.subject) {
        (Content::Map(own), _) => format!("{}-{}", stem(unit.kind), own.short_name),
        (_, Subject::Department(_)) => format!("{}-部门", stem(unit.kind)),
        (_, Subject::Month(month) | Subject::DepartmentMonth(_, month)) => {
            format!("{}-{month}", stem(unit.kind))
        }
        (_, Subject::Plan(_)) => format!("{}-按计划", stem(unit.kind)),
        (Content::Paper(_), Subject::Post(_)) => format!("{}-按岗位", stem(unit.kind)),
        (Content::Paper(_), Subject::Point(_)) => format!("{}-按风险点", stem(unit.kind)),
        (Content::Poster(own), _) => format!("{}-{}", stem(unit.kind), own.title),
        (_, _) => stem(unit.kind).to_owned(),
    }
}

fn stem(kind: PrintKind) -> &'static str {
    match kind {
        PrintKind::FourColourMap => "四色图",
        PrintKind::ComparisonChart => "作业安全风险比较图",
        PrintKind::RiskMatrix => "风险矩阵图",
        PrintKind::NoticeBoard => "安全风险公告栏",
        PrintKind::MajorNotice => "较大以上风险公示牌",
        PrintKind::NoticeCard => "风险告知卡",
        PrintKind::EmergencyCard => "应急处置卡",
        PrintKind::HazardNotice => "职业病危害告知卡",
        PrintKind::PostCard => "岗位应知应会卡",
        PrintKind::SpokenCard => "手指口述卡",
        PrintKind::PatrolPlate => "巡检二维码牌",
        PrintKind::Poster => "宣传海报",
        PrintKind::OrganisationChart => "双重预防机制建设示意图",
        PrintKind::PlacementMap => "安装点位图",
        PrintKind::PrintList => "印制清单",
        PrintKind::RiskLedger => "风险分级管控清单",
        PrintKind::PlanTable => "隐患排查计划表",
        PrintKind::CheckSheet => "检查表",
        PrintKind::TaskSheet => "任务单",
        PrintKind::PatrolLedger => "安全巡检台账",
        PrintKind::RectificationNotice => "隐患整改通知书",
        PrintKind::DangerLedger => "隐患排查治理台账",
        PrintKind::CaseFile => "隐患个案",
        PrintKind::DoubleReport => "重大隐患双报告",
        PrintKind::DepartmentPublication => "部门排查与隐患公示表",
        PrintKind::MonthReport => "安全月报",
    }
}

/// A laid-out file and its name.
pub(super) struct Finished {
    pub(super) kind: PrintKind,
    pub(super) stem: String,
    pub(super) what: Words,
    pub(super) document: Document,
    pub(super) workbook: Option<Workbook>,
    /// Letters to go on with, each with its name.
    pub(super) letters: Vec<(String, Letter)>,
    /// A list with a name of its own.
    pub(super) list: Option<(String, String)>,
}

/// Lays pieces out.
pub(super) struct Maker<'a> {
    pub(super) args: &'a ExportArgs,
    pub(super) theme: &'a Theme,
    pub(super) fonts: Fonts,
    pub(super) source: &'a Source<'a>,
    pub(super) job: &'a PrintJob,
    pub(super) names: Names,
    /// Names of letters, which have an ending of their own.
    pub(super) letters: Names,
}

/// Hears how many of how many pieces are laid out, and may stop it.
pub(super) type PieceWatch<'w> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'w;

/// Why a file was not laid out.
pub(super) enum Unmade {
    /// Somebody does not want it any more.
    Cancelled,
    /// It has no pages; the problems say why.
    Empty,
}

impl Maker<'_> {
    /// Lays the pieces of a file out one after the other. One that fails is named among the problems and left out.
    pub(super) fn make(
        &mut self,
        group: &Group<'_>,
        problems: &mut Vec<Problem>,
        failures: &mut Vec<(String, ApiError)>,
        watch: &mut PieceWatch<'_>,
    ) -> Result<Finished, Unmade> {
        let fonts = self.fonts.clone();
        let style = Style { fonts: &fonts, theme: self.theme };
        let size = group.kind.size(self.args.map_size);
        let four = self.args.card_layout == CardLayout::FourPerPage;
        let own_small = SmallPictures::default();
        let layout = Layout {
            style,
            size,
            four: four && group.kind == PrintKind::NoticeCard,
            layers: MapLayers { evacuation: self.args.evacuation != Some(false) },
            assets: &self.job.assets,
            small: self.job.kept.as_deref().map_or(&own_small, |kept| &kept.small),
        };
        let paged = [PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Png];
        let paged = paged.iter().any(|format| self.args.formats.contains(format));
        let mut document: Option<Document> = None;
        if paged && layout.four {
            let printed = lay_out_cards(&group.units, &layout);
            problems.extend(printed.problems);
            document = Some(printed.document);
        } else if paged {
            for (index, unit) in group.units.iter().enumerate() {
                if watch(index, group.units.len()).is_break() {
                    return Err(Unmade::Cancelled);
                }
                match self.piece(unit, &layout) {
                    Ok(printed) => {
                        problems.extend(printed.problems.iter().cloned());
                        match &mut document {
                            None => document = Some(printed.document.clone()),
                            Some(whole) => append(whole, &printed.document),
                        }
                    }
                    Err(error) => failures.push((format!("{} {}", stem(group.kind), unit.name()), error)),
                }
            }
        }
        self.say_own_texts(group, problems);
        let document = document.unwrap_or_else(|| Document::new("", Timestamp::EPOCH));
        let (mut workbook, mut list) = (None, None);
        let mut letters = Vec::new();
        let has = |format: PrintFormat| {
            self.args.formats.contains(&format) && group.kind.formats().contains(&format)
        };
        let (sheet, letter) = (has(PrintFormat::Xlsx), has(PrintFormat::Docx));
        match group.units.first().map(|unit| &unit.content) {
            Some(Content::Ledger(own)) if sheet => {
                workbook = Some(templates::risk_ledger_sheet(own, style.fonts));
                problems.extend(own.problems.iter().cloned());
            }
            Some(Content::List(own)) if sheet => {
                workbook = Some(templates::print_list_sheet(own, style, &photos_of_list(own, &layout)))
            }
            Some(Content::Paper(_)) => {
                for unit in &group.units {
                    let Content::Paper(own) = &unit.content else { continue };
                    if sheet && let Some(more) = templates::paper_workbook(own, style) {
                        match &mut workbook {
                            None => workbook = Some(more),
                            Some(whole) => append_sheets(whole, more),
                        }
                    }
                    if letter {
                        let stem = if matches!(unit.subject, Subject::Month(_)) {
                            group.stem.clone()
                        } else {
                            format!("{}-{}", stem(group.kind), unit.name())
                        };
                        let own = templates::paper_letter(own, style, &photos_of(own, &layout));
                        letters.push((self.letters.unique(&stem), own));
                    }
                }
            }
            Some(Content::Plate(_)) => {
                let plates: Vec<_> = group
                    .units
                    .iter()
                    .filter_map(|unit| match &unit.content {
                        Content::Plate(own) => Some(own.clone()),
                        _ => None,
                    })
                    .collect();
                list = Some((self.names.unique("NFC 写入清单"), plate_list(&plates)));
            }
            Some(_) | None => {}
        }
        if document.pages.is_empty() && workbook.is_none() && list.is_none() && letters.is_empty() {
            return Err(Unmade::Empty);
        }
        let subject = &group.stem;
        let stem = match (size == group.kind.size(None), layout.four) {
            (_, true) => format!("{subject}-每页四张"),
            (true, false) => subject.clone(),
            (false, false) => format!("{subject}-{}", mark(size)),
        };
        Ok(Finished {
            kind: group.kind,
            stem: self.names.unique(&stem),
            what: words(subject.replace('-', " "), group.kind.title().english),
            document: self.on_paper(group.kind, document),
            workbook,
            letters,
            list,
        })
    }

    /// A piece, laid out now or before.
    fn piece(&self, unit: &Unit<'_>, layout: &Layout<'_>) -> Result<Arc<Printed>, ApiError> {
        let kept = self.job.kept.as_deref();
        let key = kept.map(|_| Key::of(unit, layout, self.source));
        if let (Some(kept), Some(key)) = (kept, &key)
            && let Some(found) = kept.get(key)
        {
            return Ok(found);
        }
        let printed = Arc::new(lay_out(unit, layout)?);
        if let (Some(kept), Some(key)) = (kept, key) {
            kept.put(key, Arc::clone(&printed));
        }
        Ok(printed)
    }

    /// Tells which texts are not the model's, and which of them the model has overtaken.
    fn say_own_texts(&self, group: &Group<'_>, problems: &mut Vec<Problem>) {
        for unit in &group.units {
            for own in unit.own_texts.iter().filter(|own| own.is_overtaken()) {
                let piece = format!("{} {}", stem(group.kind), unit.name());
                let fault = Fault::Overtaken { text: own.text.clone(), model: own.model.clone() };
                problems.push(Problem::new(piece, fault));
            }
        }
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
}

/// Puts a document behind another one.
fn append(whole: &mut Document, more: &Document) {
    let before = whole.pages.len();
    whole.pages.extend(more.pages.iter().cloned());
    whole.outline.extend(more.outline.iter().cloned().map(|own| moved(own, before)));
    // What is printed of several pieces has no code of its own.
    whole.keywords.retain(|own| more.keywords.contains(own));
}

/// Puts the sheets of a workbook behind those of another one; of one piece more it has no title of its own.
fn append_sheets(whole: &mut Workbook, more: Workbook) {
    for mut sheet in more.sheets {
        if let Some(subject) = more.title.split_once(' ').map(|own| own.1) {
            sheet.name = format!("{subject} {}", sheet.name);
        }
        whole.sheets.push(sheet);
    }
}

fn moved(mut bookmark: Bookmark, by: usize) -> Bookmark {
    bookmark.page += by;
    bookmark.children = bookmark.children.into_iter().map(|own| moved(own, by)).collect();
    bookmark
}

/// A size as it stands in the name of a file.
fn mark(size: PrintSize) -> String {
    size.name().to_ascii_uppercase().replace('X', "x")
}
