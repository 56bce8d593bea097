//! One export from beginning to end: each piece laid out once and written in every format that was asked for.
//! Relies on the job being a state that nobody changes.
//! Knows nothing of sessions.

use super::args::{ExportArgs, ExportReport, ExportedFile, Ink, PrintFormat};
use super::kinds::PrintKind;
use super::making::{Finished, Group, Maker, Unmade, groups};
use super::naming::{Names, of_page};
use super::writing::{make_folder, write_checked};
use super::{PrintJob, PrintProblem, PrintWatch, resources, words};
use crate::calls::Progress;
use crate::error::ApiError;
use crate::views::Words;
use domain::{Explain as _, Language, Snapshot};
use export::backend::{self, BackendError, docx, pdf, png, reread, svg, xlsx};
use export::content::{Edition, Fault, Phones, Problem, Source, points_on_no_map};
use export::layout::{Fonts, Mm};
use export::templates::Theme;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Paper beyond the cut for print shops, in millimetres.
pub(super) const BLEED: Mm = 3.0;
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
    let theme = theme(&job.snapshot, args.theme.as_deref())?;
    let fonts = resources::fonts(theme.typeface)?;
    make_folder(args.folder.as_ref())?;
    let edition = Edition { revision: job.revision, date: job.date };
    let phones = if args.open_phones { Phones::Open } else { Phones::Masked };
    let source = Source::new(&job.snapshot, &job.picture, edition, phones).on(job.today);
    let mut problems = Vec::new();
    let groups = groups(&source, args, &mut problems)?;
    let total = groups.iter().map(|group| group.formats(args).count() as u32).sum::<u32>() * STEPS;
    let mut maker = Maker {
        args,
        theme: &theme,
        fonts: fonts.clone(),
        source: &source,
        job,
        names: Names::default(),
        letters: Names::default(),
    };
    let mut writer = pdf::Writer::new(fonts.clone());
    let mut run = Run {
        args,
        fonts,
        report: ExportReport::default(),
        watch,
        done: 0,
        begun: 0,
        total,
        failures: Vec::new(),
    };
    let whole = args.floors.is_none() && args.pieces.is_none() && args.stale != Some(true);
    if whole && args.kinds.contains(&PrintKind::FourColourMap) {
        let codes = points_on_no_map(&job.snapshot);
        if !codes.is_empty() {
            problems.push(Problem::new("四色图", Fault::OnNoMap { codes }));
        }
    }
    for group in &groups {
        match run.group(group, &mut maker, &mut writer, &mut problems) {
            Ok(()) => {}
            Err(Stop::Cancelled) => {
                run.report.cancelled = true;
                break;
            }
            // The set is finished without the file that failed, which is named.
            Err(Stop::Failed(error)) => {
                run.failures.push((group.kind.title().chinese, *error));
                run.done += STEPS;
            }
        }
    }
    let failures = std::mem::take(&mut run.failures);
    if run.report.files.is_empty() && !run.report.cancelled {
        // Nothing at all came of it: the first reason is the answer.
        if let Some((_, error)) = failures.into_iter().next() {
            return Err(error);
        }
    } else {
        let failed = failures.into_iter().map(|(piece, error)| PrintProblem {
            code: error.code,
            piece,
            text: words(error.chinese, error.english),
        });
        run.report.problems.extend(failed);
    }
    problems.sort();
    problems.dedup();
    run.report.problems.extend(problems.into_iter().map(shown));
    Ok(run.report)
}

/// The look that was asked for, else the project's own.
pub(super) fn theme(snapshot: &Snapshot, asked: Option<&str>) -> Result<Theme, ApiError> {
    let style = snapshot.print_styles.iter().next();
    let Some(name) = asked else { return Ok(Theme::of(style)) };
    let theme = Theme::find(name).ok_or_else(|| unknown_theme(name))?.clone();
    Ok(style.map_or(theme.clone(), |own| theme.with_own(own)))
}

fn unknown_theme(name: &str) -> ApiError {
    let all: Vec<&str> = Theme::all().iter().map(|own| own.id.as_str()).collect();
    let all = all.join("、");
    ApiError::new(
        "no-such-theme",
        format!("没有名为“{name}”的主题，可选：{all}。"),
        format!("There is no theme {name:?}. Choose one of {}.", all.replace('、', ", ")),
    )
}

fn shown(problem: Problem) -> PrintProblem {
    PrintProblem {
        code: problem.fault.code().to_owned(),
        piece: problem.piece,
        text: words(problem.fault.explain(Language::Chinese), problem.fault.explain(Language::English)),
    }
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

pub(super) fn unprintable(error: &BackendError) -> ApiError {
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
    watch: &'a mut PrintWatch<'w>,
    done: u32,
    /// Steps of the file under way that were taken before it was begun to be written.
    begun: u32,
    total: u32,
    /// Pieces and files that failed, with the reason.
    failures: Vec<(String, ApiError)>,
}

impl Run<'_, '_> {
    fn group(
        &mut self,
        group: &Group<'_>,
        maker: &mut Maker<'_>,
        writer: &mut pdf::Writer,
        problems: &mut Vec<Problem>,
    ) -> Result<(), Stop> {
        let formats: Vec<PrintFormat> = group.formats(self.args).collect();
        if formats.is_empty() {
            return Ok(());
        }
        let title = group.kind.title();
        self.tell(&title, 0)?;
        let mut failures = Vec::new();
        let made = maker.make(group, problems, &mut failures, &mut |index, count| {
            // Laying out is the first half of the first file.
            let share = index * STEPS as usize / (2 * count.max(1));
            let what = words(
                format!("{} {}/{count}", title.chinese, index + 1),
                format!("{} {}/{count}", title.english, index + 1),
            );
            self.send(&what, u32::try_from(share).unwrap_or(STEPS))
        });
        self.failures.extend(failures);
        match made {
            Ok(finished) => {
                self.begun = STEPS / 2;
                for format in formats {
                    match self.file(&finished, format, writer) {
                        Err(Stop::Failed(error)) => {
                            self.failures.push((finished.what.chinese.clone(), *error));
                            self.done += STEPS;
                        }
                        other => other?,
                    }
                    self.begun = 0;
                }
                Ok(())
            }
            Err(Unmade::Cancelled) => Err(Stop::Cancelled),
            Err(Unmade::Empty) => {
                self.done += STEPS * formats.len() as u32;
                Ok(())
            }
        }
    }

    /// Writes one format of a piece: one file, or one for each page.
    fn file(
        &mut self,
        finished: &Finished,
        format: PrintFormat,
        writer: &mut pdf::Writer,
    ) -> Result<(), Stop> {
        let document = &finished.document;
        let fonts = self.fonts.clone();
        let pages = document.pages.len();
        match format {
            PrintFormat::Pdf => {
                let ink = match self.args.ink {
                    Ink::Rgb => pdf::InkSpace::Rgb,
                    Ink::Cmyk => pdf::InkSpace::Cmyk,
                };
                let (bleed, crop_marks) = match self.args.crop_marks {
                    Some(true) => (BLEED, pdf::CropMarks::Corners),
                    Some(false) | None => (0.0, pdf::CropMarks::None),
                };
                let options = pdf::Options { ink, bleed, crop_marks };
                let bytes = writer.write(document, &options, &mut |own| self.hear(&finished.what, own))?;
                let name = format!("{}.pdf", finished.stem);
                self.put(finished, format, &name, pages, &bytes, |back| reread::pdf(back, document))?;
            }
            PrintFormat::Svg => {
                for index in 0..pages {
                    let progress = backend::Progress { done: index, total: pages };
                    if self.hear(&finished.what, progress).is_break() {
                        return Err(Stop::Cancelled);
                    }
                    let text = svg::page(document, index, &fonts)?;
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
            PrintFormat::Docx => {
                let count = finished.letters.len().max(1);
                for (at, (stem, letter)) in finished.letters.iter().enumerate() {
                    let bytes = docx::write(letter, &fonts, &mut |own| {
                        // Blocks of this letter are fractions of a step.
                        let done = at * 1000 + own.done * 1000 / own.total.max(1);
                        self.hear(&finished.what, backend::Progress { done, total: count * 1000 })
                    })?;
                    let check = |back: &[u8]| reread::docx(back, letter);
                    self.put(finished, format, &format!("{stem}.docx"), 1, &bytes, check)?;
                }
            }
            PrintFormat::Csv => {
                let Some((stem, list)) = &finished.list else { return Ok(()) };
                // Read back and compared byte by byte by the writer.
                self.put(finished, format, &format!("{stem}.csv"), 1, list.as_bytes(), |_| Ok(()))?;
            }
        }
        self.done += STEPS;
        self.begun = 0;
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
        let left = (STEPS - 1 - self.begun) as usize;
        let share = progress.done * left / progress.total.max(1);
        self.send(what, self.begun + u32::try_from(share).unwrap_or(0))
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
