//! One export from beginning to end: each piece laid out once and written in every format that was asked for.
//! Relies on the job being a state that nobody changes.
//! Knows nothing of sessions.

use super::args::{
    CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, PrintFormat, PrintKind, PrintSize,
};
use super::naming::{Names, of_page};
use super::writing::{make_folder, write_checked};
use super::{PrintJob, PrintProblem, PrintWatch, resources, words};
use crate::calls::Progress;
use crate::error::ApiError;
use crate::views::Words;
use domain::{Explain as _, FloorId, Language, RiskPointId};
use export::backend::{self, BackendError, pdf, png, reread, svg, xlsx};
use export::content::{
    Edition, Fault, Phones, Problem, Source, drawn_floors, four_colour_map, notice_card, points_on_no_map,
    risk_ledger,
};
use export::layout::{Document, Fonts, Picture, Workbook};
use export::templates::{self, MapSize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Progress is counted in this many steps for each file.
const STEPS: u32 = 100;
/// Lowest and highest resolution of pictures, in dots per inch.
const RESOLUTIONS: std::ops::RangeInclusive<u32> = 36..=1200;

/// Prints, and tells what was made. Files that were finished before an error or a cancellation stay.
pub(super) fn print(
    job: &PrintJob,
    args: &ExportArgs,
    watch: &mut PrintWatch<'_>,
) -> Result<ExportReport, ApiError> {
    if args.formats.contains(&PrintFormat::Png) && !RESOLUTIONS.contains(&args.dpi) {
        return Err(ApiError::new(
            "resolution",
            format!(
                "图片分辨率 {} 不可用，请选 {} 到 {}。",
                args.dpi,
                RESOLUTIONS.start(),
                RESOLUTIONS.end()
            ),
            format!(
                "{} dpi is not possible. Choose {} to {}.",
                args.dpi,
                RESOLUTIONS.start(),
                RESOLUTIONS.end()
            ),
        ));
    }
    let fonts = resources::fonts()?;
    make_folder(args.folder.as_ref())?;
    let edition = Edition { revision: job.revision, date: job.date };
    let phones = if args.open_phones { Phones::Open } else { Phones::Masked };
    let source = Source::new(&job.snapshot, &job.picture, edition, phones);
    let pieces = pieces(&source, args);
    let total = pieces.iter().map(|piece| piece.formats(args).count() as u32).sum::<u32>() * STEPS;
    let mut run =
        Run { args, fonts, report: ExportReport::default(), names: Names::default(), watch, done: 0, total };
    let mut problems = Vec::new();
    if pieces.iter().any(|piece| matches!(piece, Piece::Map(_))) && args.floors.is_none() {
        let codes = points_on_no_map(&job.snapshot);
        if !codes.is_empty() {
            problems.push(Problem::new("四色图", Fault::OnNoMap { codes }));
        }
    }
    for piece in &pieces {
        match run.piece(piece, &source, job, &mut problems) {
            Ok(()) => {}
            Err(Stop::Cancelled) => {
                run.report.cancelled = true;
                break;
            }
            Err(Stop::Failed(error)) => return Err(*error),
        }
    }
    problems.sort();
    problems.dedup();
    run.report.problems = problems.into_iter().map(shown).collect();
    Ok(run.report)
}

fn shown(problem: Problem) -> PrintProblem {
    PrintProblem {
        code: problem.fault.code().to_owned(),
        piece: problem.piece,
        text: words(problem.fault.explain(Language::Chinese), problem.fault.explain(Language::English)),
    }
}

/// Something that becomes one document.
enum Piece {
    Map(FloorId),
    Cards(Vec<RiskPointId>),
    Ledger,
}

impl Piece {
    fn kind(&self) -> PrintKind {
        match self {
            Piece::Map(_) => PrintKind::FourColourMap,
            Piece::Cards(_) => PrintKind::NoticeCard,
            Piece::Ledger => PrintKind::RiskLedger,
        }
    }

    /// The formats asked for that it has, each once.
    fn formats<'a>(&self, args: &'a ExportArgs) -> impl Iterator<Item = PrintFormat> + 'a {
        let own = self.kind().formats();
        own.iter().copied().filter(|format| args.formats.contains(format))
    }
}

fn pieces(source: &Source<'_>, args: &ExportArgs) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for kind in PrintKind::ALL.into_iter().filter(|kind| args.kinds.contains(kind)) {
        match kind {
            PrintKind::FourColourMap => {
                let floors = args.floors.clone().unwrap_or_else(|| drawn_floors(source.snapshot));
                pieces.extend(floors.into_iter().map(Piece::Map));
            }
            PrintKind::NoticeCard => {
                let mut points = source.points_in_order();
                if let Some(only) = &args.points {
                    points.retain(|point| only.contains(point));
                }
                pieces.push(Piece::Cards(points));
            }
            PrintKind::RiskLedger => pieces.push(Piece::Ledger),
        }
    }
    pieces
}

enum Stop {
    Cancelled,
    Failed(Box<ApiError>),
}

impl From<ApiError> for Stop {
    fn from(error: ApiError) -> Self {
        Stop::Failed(Box::new(error))
    }
}

impl From<BackendError> for Stop {
    fn from(error: BackendError) -> Self {
        match error {
            BackendError::Cancelled => Stop::Cancelled,
            error => Stop::Failed(Box::new(unprintable(&error))),
        }
    }
}

fn unprintable(error: &BackendError) -> ApiError {
    match error {
        BackendError::TooManyPixels { width, height, dpi, .. } => ApiError::new(
            "too-many-pixels",
            format!("{dpi} dpi 的图片有 {width}×{height} 像素，太大了，请降低分辨率或导出 PDF。"),
            format!(
                "At {dpi} dpi the picture has {width} × {height} pixels, too many. Lower the resolution or take PDF."
            ),
        ),
        error => ApiError::new(
            "not-printable",
            format!("无法生成印件（{error}），请反馈给开发者。"),
            format!("The print could not be made ({error}). Please report this."),
        ),
    }
}

struct Run<'a, 'w> {
    args: &'a ExportArgs,
    fonts: Fonts,
    report: ExportReport,
    names: Names,
    watch: &'a mut PrintWatch<'w>,
    done: u32,
    total: u32,
}

/// A laid-out piece and its name.
struct Finished {
    kind: PrintKind,
    stem: String,
    what: Words,
    document: Document,
    workbook: Option<Workbook>,
}

impl Run<'_, '_> {
    fn piece(
        &mut self,
        piece: &Piece,
        source: &Source<'_>,
        job: &PrintJob,
        problems: &mut Vec<Problem>,
    ) -> Result<(), Stop> {
        let formats: Vec<PrintFormat> = piece.formats(self.args).collect();
        if formats.is_empty() {
            return Ok(());
        }
        let title = piece.kind().title();
        self.tell(&title, 0)?;
        let finished = match piece {
            Piece::Map(floor) => self.map(*floor, source, job, problems)?,
            Piece::Cards(points) => self.cards(points, source, problems),
            Piece::Ledger => self.ledger(source, problems)?,
        };
        match finished {
            Some(finished) => formats.into_iter().try_for_each(|format| self.file(&finished, format)),
            None => {
                self.done += STEPS * formats.len() as u32;
                Ok(())
            }
        }
    }

    fn map(
        &mut self,
        floor: FloorId,
        source: &Source<'_>,
        job: &PrintJob,
        problems: &mut Vec<Problem>,
    ) -> Result<Option<Finished>, Stop> {
        let Some(map) = four_colour_map(source, floor) else {
            return Err(ApiError::new(
                "no-such-floor",
                "要出图的楼层不存在，请重新选择。",
                "A floor that was asked for does not exist. Choose again.",
            )
            .into());
        };
        if map.problems.iter().any(|own| own.fault == Fault::NothingDrawn) {
            problems.extend(map.problems.iter().filter(|own| own.fault == Fault::NothingDrawn).cloned());
            return Ok(None);
        }
        let mut pictures = BTreeMap::new();
        for own in &map.pictures {
            let Some(bytes) = job.assets.get(&own.asset) else { continue };
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
        let (size, mark) = match self.args.map_size {
            None | Some(PrintSize::A3 | PrintSize::A4) => (MapSize::A3, ""),
            Some(PrintSize::A2) => (MapSize::A2, "-A2"),
            Some(PrintSize::A1) => (MapSize::A1, "-A1"),
        };
        let printed = templates::four_colour_map(&map, &self.fonts, size, &pictures);
        problems.extend(printed.problems);
        let stem = self.names.unique(&format!("四色图-{}{mark}", map.short_name));
        let what = words(format!("四色图 {}", map.subject), format!("four-colour map {}", map.subject));
        Ok(Some(Finished {
            kind: PrintKind::FourColourMap,
            stem,
            what,
            document: printed.document,
            workbook: None,
        }))
    }

    fn cards(
        &mut self,
        points: &[RiskPointId],
        source: &Source<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<Finished> {
        let cards: Vec<_> = points.iter().filter_map(|point| notice_card(source, *point)).collect();
        if cards.is_empty() {
            problems.push(Problem::new("风险告知卡", Fault::Nothing));
            return None;
        }
        let (layout, stem) = match self.args.card_layout {
            CardLayout::OnePerPage => (templates::CardLayout::OnePerPage, "风险告知卡"),
            CardLayout::FourPerPage => (templates::CardLayout::FourPerPage, "风险告知卡-每页四张"),
        };
        let printed = templates::notice_cards(&cards, &self.fonts, layout);
        problems.extend(printed.problems);
        Some(Finished {
            kind: PrintKind::NoticeCard,
            stem: self.names.unique(stem),
            what: words("风险告知卡", "notice cards"),
            document: printed.document,
            workbook: None,
        })
    }

    fn ledger(&mut self, source: &Source<'_>, problems: &mut Vec<Problem>) -> Result<Option<Finished>, Stop> {
        let ledger = risk_ledger(source, self.args.points.as_deref());
        let pages = [PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Png];
        let document = if pages.iter().any(|format| self.args.formats.contains(format)) {
            let printed = templates::risk_ledger(&ledger, &self.fonts).map_err(|error| {
                ApiError::new(
                    "not-printable",
                    format!("清单无法排版（{error}），请反馈给开发者。"),
                    format!("The ledger could not be laid out ({error}). Please report this."),
                )
            })?;
            problems.extend(printed.problems);
            printed.document
        } else {
            problems.extend(ledger.problems.iter().cloned());
            Document::new(ledger.title, export::layout::Timestamp::EPOCH)
        };
        let sheet = self.args.formats.contains(&PrintFormat::Xlsx);
        let workbook = sheet.then(|| templates::risk_ledger_sheet(&ledger, &self.fonts));
        Ok(Some(Finished {
            kind: PrintKind::RiskLedger,
            stem: self.names.unique(ledger.title),
            what: words(ledger.title, "risk control ledger"),
            document,
            workbook,
        }))
    }

    /// Writes one format of a piece: one file, or one for each page.
    fn file(&mut self, finished: &Finished, format: PrintFormat) -> Result<(), Stop> {
        let document = &finished.document;
        let fonts = self.fonts.clone();
        let pages = document.pages.len();
        match format {
            PrintFormat::Pdf => {
                let ink = match self.args.ink {
                    Ink::Rgb => pdf::InkSpace::Rgb,
                    Ink::Cmyk => pdf::InkSpace::Cmyk,
                };
                let options = pdf::Options { ink, ..pdf::Options::default() };
                let bytes =
                    pdf::write(document, &fonts, &options, &mut |own| self.hear(&finished.what, own))?;
                let name = format!("{}.pdf", finished.stem);
                self.put(finished, format, &name, pages, &bytes, |back| reread::pdf(back, document))?;
            }
            PrintFormat::Svg => {
                for index in 0..pages {
                    let progress = backend::Progress { done: index, total: pages };
                    if self.hear(&finished.what, progress).is_break() {
                        return Err(Stop::Cancelled);
                    }
                    let text = svg::page(document, index, &fonts, &svg::Options::default())?;
                    let name = of_page(&finished.stem, "svg", index, pages);
                    let check = |back: &[u8]| reread::svg(back, document, index, &fonts);
                    self.put(finished, format, &name, 1, text.as_bytes(), check)?;
                }
            }
            PrintFormat::Png => {
                let dpi = f64::from(self.args.dpi);
                let options = png::Options { dpi, ..png::Options::default() };
                for index in 0..pages {
                    let bytes = png::page(document, index, &fonts, &options, &mut |own| {
                        // Bands of this page are fractions of a step.
                        let done = index * 1000 + own.done * 1000 / own.total.max(1);
                        self.hear(&finished.what, backend::Progress { done, total: pages * 1000 })
                    })?;
                    let size = document.pages[index].size;
                    let pixels = |mm: f64| (mm / 25.4 * dpi).round().max(1.0) as u32;
                    let check = |back: &[u8]| reread::png(back, pixels(size.width), pixels(size.height));
                    let name = of_page(&finished.stem, "png", index, pages);
                    self.put(finished, format, &name, 1, &bytes, check)?;
                }
            }
            PrintFormat::Xlsx => {
                let Some(workbook) = &finished.workbook else { return Ok(()) };
                let bytes = xlsx::write(workbook, &mut |own| self.hear(&finished.what, own))?;
                let name = format!("{}.xlsx", finished.stem);
                let sheets = workbook.sheets.len();
                self.put(finished, format, &name, sheets, &bytes, |back| reread::xlsx(back, workbook))?;
            }
        }
        self.done += STEPS;
        self.tell(&finished.what, 0)
    }

    fn put(
        &mut self,
        finished: &Finished,
        format: PrintFormat,
        name: &str,
        pages: usize,
        bytes: &[u8],
        check: impl FnOnce(&[u8]) -> Result<(), reread::Mismatch>,
    ) -> Result<(), Stop> {
        let path = PathBuf::from(&self.args.folder).join(name);
        write_checked(&path, bytes, check)?;
        let path = path.display().to_string();
        let pages = u32::try_from(pages).unwrap_or(u32::MAX);
        self.report.files.push(ExportedFile { kind: finished.kind, format, path, pages });
        Ok(())
    }

    /// Passes on what a writer says about the file under way.
    fn hear(&mut self, what: &Words, progress: backend::Progress) -> ControlFlow<()> {
        let share = progress.done * (STEPS as usize - 1) / progress.total.max(1);
        self.send(what, u32::try_from(share).unwrap_or(STEPS))
    }

    fn tell(&mut self, what: &Words, share: u32) -> Result<(), Stop> {
        match self.send(what, share) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Cancelled),
        }
    }

    fn send(&mut self, what: &Words, share: u32) -> ControlFlow<()> {
        let done = (self.done + share).min(self.total);
        (self.watch)(Progress { job: self.args.job.clone(), done, total: self.total, what: what.clone() })
    }
}
