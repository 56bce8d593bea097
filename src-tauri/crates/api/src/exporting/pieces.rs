//! The pieces of the set one by one: what hangs and is out of date, why, a picture of a page, texts of one piece, signs.
//! Relies on versions being those of the content, so that a piece is out of date only when it says something else.
//! Knows nothing of windows.

use super::args::PieceId;
use super::content::{Layout, Limits, Months, Unit, lay_out, listed_months, units};
use super::kept::{Key, SmallPictures};
use super::kinds::{PrintKind, PrintSize};
use super::print::theme;
use super::{PrintJob, day_of, resources, shows_photos, take_photos_of_walls, words};
use crate::calls::{App, Nothing, PathArgs};
use crate::error::ApiError;
use crate::session::Session;
use crate::views::{Changed, Words};
use crate::world::{SystemWorld, World};
use base64::Engine as _;
use domain::{
    BuildingId, DepartmentId, FloorId, Language, OwnSignId, PostId, PrintedPiece, PrintedPieceId, RiskBasis,
    RiskLevel, SignFamily, Snapshot, Typeface,
};
use edit::{Command, KeepSign, MarkPrinted, PieceOnWall, SetPrintStyle};
use evaluation::risk_picture;
use export::artwork::clean_svg;
use export::backend::{png, unwatched};
use export::content::{
    Edition, Month, Phones, SaidChange, Sign, SignKind, Source, all_signs, is_drawing, place_name,
    sign_drawing,
};
use export::layout::Fonts;
use export::templates::{MapLayers, Style, Theme};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use store::{ProjectFile, Workspace};
use ts_rs::TS;

/// Pixels of a picture across, at least and at most.
const WIDTHS: std::ops::RangeInclusive<u32> = 60..=2400;
/// At most this many reasons are spelt out for a piece; the rest is counted.
const MOST_REASONS: usize = 8;
/// Largest drawing that is read as a sign or emblem, in bytes.
const LARGEST_DRAWING: u64 = 400_000;

/// A piece and the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It was never recorded as printed.
    Unprinted,
    /// What hangs says what it should say.
    Current,
    /// What hangs says something else.
    Stale(Vec<SaidChange>),
}

/// What hangs, by kind and subject.
pub(super) struct Wall<'a>(BTreeMap<(&'a str, &'a str), &'a PrintedPiece>);

impl<'a> Wall<'a> {
    pub(super) fn of(snapshot: &'a Snapshot) -> Wall<'a> {
        // Of two records of one piece, as a merge could leave them, the later one counts.
        let pieces = snapshot.printed_pieces.iter();
        Wall(pieces.map(|own| ((own.kind.as_str(), own.subject.as_str()), own)).collect())
    }

    fn find(&self, kind: PrintKind, subject: &str) -> Option<&'a PrintedPiece> {
        self.0.get(&(kind.name(), subject)).copied()
    }

    /// The version of a piece today, and how what hangs stands to it.
    pub(super) fn standing(&self, unit: &Unit<'_>) -> (String, Standing) {
        let said = unit.content.said();
        let version = said.version();
        let standing = match self.find(unit.kind, &unit.subject.key()) {
            None => Standing::Unprinted,
            Some(own) if own.version == version => Standing::Current,
            Some(own) => Standing::Stale(said.changes(&own.content)),
        };
        (version, standing)
    }
}

/// A piece of the set, for choosing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PieceView {
    /// Its kind.
    pub kind: PrintKind,
    /// Which of its kind.
    pub subject: String,
    /// What tells it from the others of its kind.
    pub name: String,
    /// The level of what it is about, where it is about one thing.
    pub level: Option<RiskLevel>,
    /// Its department.
    pub department: Option<DepartmentId>,
    /// Its building.
    pub building: Option<BuildingId>,
    /// Its floor.
    pub floor: Option<FloorId>,
    /// Its post.
    pub post: Option<PostId>,
    /// The version of its content.
    pub version: String,
    /// Whether it hangs, and says what it should say.
    pub state: PieceState,
    /// The record of what hangs.
    pub printed: Option<PrintedPieceId>,
    /// The day it was printed.
    pub printed_on: Option<String>,
    /// The photograph of what hangs: its fingerprint, or the number of one that lies elsewhere; may be empty.
    pub photo: String,
    /// What has changed since, in words.
    pub reasons: Vec<Words>,
    /// How many of its texts are not the model's.
    pub own_texts: u32,
    /// Whether the model has changed under one of those.
    pub overtaken: bool,
}

/// Whether a piece hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PieceState {
    /// It does not.
    Unprinted,
    /// It does and says what it should say.
    Current,
    /// It does and says something else.
    Stale,
    /// It does, and what it is about is gone: take it down.
    Gone,
}

/// Every piece of the set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PiecesView {
    /// Kind by kind in the order in which they are printed; pieces whose subject is gone at the end.
    pub pieces: Vec<PieceView>,
}

/// A piece on the wall that is out of date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StalePiece {
    /// Its kind.
    pub kind: PrintKind,
    /// Which of its kind.
    pub subject: String,
    /// What it is called.
    pub title: String,
    /// The day it was printed.
    pub printed_on: Option<String>,
    /// The version that hangs.
    pub printed_version: String,
    /// The version of today; nothing when what it is about is gone.
    pub version: Option<String>,
    /// Why, in words.
    pub reasons: Vec<Words>,
}

fn reasons(changes: &[SaidChange]) -> Vec<Words> {
    let mut found: Vec<Words> = changes.iter().take(MOST_REASONS).map(reason).collect();
    let more = changes.len().saturating_sub(MOST_REASONS);
    if more > 0 {
        found.push(words(format!("另有 {more} 处变化"), format!("{more} more changes")));
    }
    if found.is_empty() {
        found.push(words("内容有变化", "its content has changed"));
    }
    found
}

fn reason(change: &SaidChange) -> Words {
    let (chinese, english) = place_name(&change.place);
    if is_drawing(&change.place) {
        let about = if change.about.is_empty() { String::new() } else { format!("{} ", change.about) };
        return words(format!("{about}{chinese}有变化"), format!("{about}{english} was drawn anew"));
    }
    let about = if change.about.is_empty() { String::new() } else { format!("{} ", change.about) };
    let (before, after) = (change.before.join("、"), change.after.join("、"));
    let (said, told) = match (change.before.is_empty(), change.after.is_empty()) {
        (false, false) => (format!("“{before}”改为“{after}”"), format!("{before:?} became {after:?}")),
        (true, _) => (format!("增加“{after}”"), format!("{after:?} was added")),
        (false, true) => (format!("去掉“{before}”"), format!("{before:?} was taken out")),
    };
    words(format!("{about}{chinese}：{said}"), format!("{about}{english}: {told}"))
}

fn views(source: &Source<'_>) -> Result<Vec<PieceView>, ApiError> {
    let snapshot = source.snapshot;
    let wall = Wall::of(snapshot);
    let mut all = Vec::new();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for kind in PrintKind::ALL.iter().copied() {
        if let Some(months) = listed_months(source, kind) {
            let version = source.edition.revision.to_string();
            all.extend(months.into_iter().map(|month| of_month(kind, month, &version)));
            continue;
        }
        for unit in units(source, kind, Limits::default())? {
            let (version, standing) = wall.standing(&unit);
            let belongs = unit.belongs(snapshot);
            let subject = unit.subject.key();
            let hangs = wall.find(kind, &subject);
            seen.insert((kind.name().to_owned(), subject.clone()));
            let (state, reasons) = match &standing {
                Standing::Unprinted => (PieceState::Unprinted, Vec::new()),
                Standing::Current => (PieceState::Current, Vec::new()),
                Standing::Stale(changes) => (PieceState::Stale, reasons(changes)),
            };
            all.push(PieceView {
                kind,
                name: unit.name(),
                subject,
                level: belongs.level,
                department: belongs.department,
                building: belongs.building,
                floor: belongs.floor,
                post: belongs.post,
                version,
                state,
                printed: hangs.map(|own| own.id),
                printed_on: hangs.and_then(|own| own.printed_on).map(|day| day.to_string()),
                photo: hangs.map_or(String::new(), |own| own.photo.clone()),
                reasons,
                own_texts: u32::try_from(unit.own_texts.len()).unwrap_or(u32::MAX),
                overtaken: unit.own_texts.iter().any(export::content::OwnText::is_overtaken),
            });
        }
    }
    for own in &snapshot.printed_pieces {
        let Some(kind) = PrintKind::named(&own.kind) else { continue };
        if seen.contains(&(own.kind.clone(), own.subject.clone())) {
            continue;
        }
        all.push(PieceView {
            kind,
            subject: own.subject.clone(),
            name: own.title.clone(),
            level: None,
            department: None,
            building: None,
            floor: None,
            post: None,
            version: String::new(),
            state: PieceState::Gone,
            printed: Some(own.id),
            printed_on: own.printed_on.map(|day| day.to_string()),
            photo: own.photo.clone(),
            reasons: vec![words(
                "所指对象已删除或不再需要，应取下",
                "what it is about is gone: take it down",
            )],
            own_texts: 0,
            overtaken: false,
        });
    }
    Ok(all)
}

/// A paper of a month. It never hangs, so nobody asks for the version of what it says: that of the project stands for it.
fn of_month(kind: PrintKind, month: Month, version: &str) -> PieceView {
    PieceView {
        kind,
        subject: month.to_string(),
        name: month.to_string(),
        level: None,
        department: None,
        building: None,
        floor: None,
        post: None,
        version: version.to_owned(),
        state: PieceState::Unprinted,
        printed: None,
        printed_on: None,
        photo: String::new(),
        reasons: Vec::new(),
        own_texts: 0,
        overtaken: false,
    }
}

/// The pieces on the wall that are out of date, for a project that was read where it lies.
pub fn stale_pieces(file: &ProjectFile) -> Result<Vec<StalePiece>, ApiError> {
    let picture = risk_picture(&file.snapshot, RiskBasis::Existing);
    let edition = Edition { revision: file.revision, date: day_of(file.history(1)?.first()) };
    let source = Source::new(&file.snapshot, &picture, edition, Phones::Masked).on(SystemWorld.today());
    let stale =
        views(&source)?.into_iter().filter(|own| matches!(own.state, PieceState::Stale | PieceState::Gone));
    let piece = |own: PieceView| {
        let hangs = file.snapshot.printed_pieces.find(own.printed);
        StalePiece {
            kind: own.kind,
            title: format!("{} {}", own.kind.title().chinese, own.name),
            subject: own.subject,
            printed_on: own.printed_on,
            printed_version: hangs.map_or(String::new(), |own| own.version.clone()),
            version: (own.state == PieceState::Stale).then_some(own.version),
            reasons: own.reasons,
        }
    };
    Ok(stale.map(piece).collect())
}

/// Which pieces are recorded as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarkPrintedArgs {
    /// All pieces of these kinds.
    #[serde(default)]
    pub kinds: Vec<PrintKind>,
    /// These pieces.
    #[serde(default)]
    pub pieces: Vec<PieceId>,
}

/// How many pieces were recorded as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkedReport {
    /// The pieces.
    pub marked: usize,
    /// The revision that the file holds now.
    pub revision: i64,
}

fn on_wall(source: &Source<'_>, args: &MarkPrintedArgs) -> Result<Vec<PieceOnWall>, ApiError> {
    let mut found = Vec::new();
    for kind in PrintKind::ALL.iter().copied().filter(|kind| kind.hangs()) {
        let whole = args.kinds.contains(&kind);
        if !whole && !args.pieces.iter().any(|own| own.kind == kind) {
            continue;
        }
        for unit in units(source, kind, Limits::default())? {
            let subject = unit.subject.key();
            if !whole && !args.pieces.iter().any(|own| own.kind == kind && own.subject == subject) {
                continue;
            }
            let said = unit.content.said();
            found.push(PieceOnWall {
                kind: kind.name().to_owned(),
                subject,
                title: unit.name(),
                version: said.version(),
                content: said.record(),
            });
        }
    }
    Ok(found)
}

/// Records pieces of a file as printed, and answers when it is durable there.
pub fn mark_printed(
    workspace: &Workspace,
    path: &Path,
    args: &MarkPrintedArgs,
    world: Arc<dyn World>,
    actor: String,
) -> Result<MarkedReport, ApiError> {
    let mut session = Session::open(workspace, path, world, actor)?;
    let result = session.mark_printed(args);
    let revision = session.store().revision()?;
    session.close().map_err(|back| back.1)?;
    Ok(MarkedReport { marked: result?.0, revision })
}

impl Session {
    /// Does `work` with what prints are made from: existing risk, whatever the window looks at.
    fn with_source<T>(&self, work: impl FnOnce(&Source<'_>) -> Result<T, ApiError>) -> Result<T, ApiError> {
        let edition =
            Edition { revision: self.store().revision()?, date: day_of(self.store().history(1)?.first()) };
        let own;
        let picture = if self.picture().basis == RiskBasis::Existing {
            self.picture().as_ref()
        } else {
            own = risk_picture(self.snapshot(), RiskBasis::Existing);
            &own
        };
        work(&Source::new(self.snapshot(), picture, edition, Phones::Masked).on(self.today()))
    }

    fn mark_printed(&mut self, args: &MarkPrintedArgs) -> Result<(usize, Changed), ApiError> {
        let pieces = self.with_source(|source| on_wall(source, args))?;
        let count = pieces.len();
        if count == 0 {
            return Err(ApiError::new(
                "nothing-to-print",
                "这个项目没有这类印件，或所选为台账、通知书等不上墙的文书，未登记。",
                "This project has no such pieces, or they are papers that do not hang; nothing was recorded.",
            ));
        }
        Ok((count, self.execute(Command::MarkPrinted(MarkPrinted { pieces, on: None }))?))
    }
}

/// Which page of which piece, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PrintPictureArgs {
    /// The piece.
    pub piece: PieceId,
    /// The page, from zero.
    pub page: u32,
    /// Pixels across.
    pub width: u32,
    /// Size of the paper; the usual one when left out.
    #[serde(default)]
    pub size: Option<PrintSize>,
    /// A look that is not chosen yet.
    #[serde(default)]
    pub style: Option<SetPrintStyle>,
}

/// A page as a window can show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintPictureView {
    /// PNG in base64.
    pub data: String,
    /// Pages of the piece.
    pub pages: u32,
    /// Millimetres across.
    pub width: u32,
    /// Millimetres down.
    pub height: u32,
    /// The version of its content.
    pub version: String,
    /// What its reader should know.
    pub problems: Vec<Words>,
}

/// A text of a piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PieceText {
    /// The name of its place.
    pub field: String,
    /// What the place is called.
    pub title: Words,
    /// What the model says; nothing when there is no such place any more.
    pub model: Option<String>,
    /// What this piece says.
    pub text: String,
    /// Whether that is its own.
    pub own: bool,
    /// Whether the model has changed since it was written.
    pub overtaken: bool,
}

/// A finished theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintThemeView {
    /// Its short name.
    pub id: String,
    /// What people call it.
    pub title: Words,
    /// Ground of bars, `#rrggbb`.
    pub ink: String,
    /// Rules and marks.
    pub accent: String,
    /// Ground of panels.
    pub ground: String,
    /// What it is set in.
    pub typeface: Typeface,
    /// What the foot of a card says.
    pub slogan: String,
    /// A line of the school's own.
    pub footer: String,
}

/// A safety sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignView {
    /// Short name of the shipped sign; empty for one of the organisation's own.
    pub id: String,
    /// The row of the organisation's own drawing, if it has one.
    pub own: Option<OwnSignId>,
    /// Its family.
    pub family: SignFamily,
    /// What it is called.
    pub title: Words,
    /// Its drawing, SVG, cleaned.
    pub drawing: String,
}

/// A drawing to be taken as a sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignFileArgs {
    /// The file, SVG.
    pub path: String,
    /// Short name of the shipped sign that it stands for; empty for one more.
    pub replaces: String,
    /// Its family.
    pub family: SignFamily,
    /// What it is called.
    pub name: String,
    /// Codes of accident types whose cards show it.
    pub accidents: Vec<String>,
}

fn no_such_piece() -> ApiError {
    ApiError::new(
        "no-such-piece",
        "没有这件印件了，请刷新后重选。",
        "There is no such piece any more. Choose again.",
    )
}

fn find<'a>(source: &Source<'a>, piece: &PieceId) -> Result<Unit<'a>, ApiError> {
    let month = listed_months(source, piece.kind).and_then(|_| piece.subject.parse().ok());
    let months = month.map_or(Months::Year, Months::One);
    let all = units(source, piece.kind, Limits { months, ..Limits::default() })?;
    all.into_iter().find(|own| own.subject.key() == piece.subject).ok_or_else(no_such_piece)
}

impl App {
    pub(crate) fn print_pieces(&self, _: Nothing) -> Result<PiecesView, ApiError> {
        let pieces = self.with(|session| session.with_source(views))?;
        Ok(PiecesView { pieces })
    }

    pub(crate) fn mark_printed(&self, args: MarkPrintedArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| Ok(session.mark_printed(&args)?.1))
    }

    pub(crate) fn print_picture(&self, args: PrintPictureArgs) -> Result<PrintPictureView, ApiError> {
        // The project is let go before the page is drawn: edits do not wait for pictures.
        let job = self.with(|session| {
            let snapshot = session.snapshot();
            let store = session.store();
            let floor = match args.piece.kind {
                PrintKind::FourColourMap | PrintKind::PlacementMap => {
                    snapshot.floors.iter().map(|own| own.id).find(|id| id.to_string() == args.piece.subject)
                }
                PrintKind::NoticeCard => {
                    let own = snapshot.points.iter().find(|own| own.id.to_string() == args.piece.subject);
                    own.and_then(|own| own.floor_id)
                }
                _ => None,
            };
            let own = snapshot.underlays.iter().filter(|own| Some(own.floor_id) == floor);
            let photos = snapshot.danger_photos.iter().filter(|own| {
                shows_photos(args.piece.kind) && own.danger_id.to_string() == args.piece.subject
            });
            let own = own.map(|own| &own.asset).chain(photos.map(|own| &own.asset));
            let mut assets: BTreeMap<String, Vec<u8>> =
                own.filter_map(|own| Some((own.clone(), store.asset(own).ok()?.1))).collect();
            if args.piece.kind == PrintKind::PrintList {
                take_photos_of_walls(snapshot, |asset| Ok(store.asset(asset)?.1), &mut assets);
            }
            Ok(PrintJob {
                snapshot: Arc::clone(snapshot),
                picture: Arc::clone(session.picture()),
                revision: store.revision()?,
                date: day_of(store.history(1)?.first()),
                today: session.today(),
                assets,
                kept: Some(Arc::clone(&self.kept)),
            })
        })?;
        let own;
        let picture = if job.picture.basis == RiskBasis::Existing {
            job.picture.as_ref()
        } else {
            own = risk_picture(&job.snapshot, RiskBasis::Existing);
            &own
        };
        let edition = Edition { revision: job.revision, date: job.date };
        let source = Source::new(&job.snapshot, picture, edition, Phones::Masked).on(job.today);
        let theme = match &args.style {
            Some(style) => Theme::of(Some(&style.row())),
            None => theme(&job.snapshot, None)?,
        };
        let fonts = resources::fonts(theme.typeface)?;
        picture_of(&args, &source, &theme, &fonts, &job)
    }

    pub(crate) fn piece_texts(&self, piece: PieceId) -> Result<Vec<PieceText>, ApiError> {
        self.with(|session| {
            session.with_source(|source| {
                let mut unit = find(source, &piece)?;
                let own = std::mem::take(&mut unit.own_texts);
                let mut texts: Vec<PieceText> = unit
                    .content
                    .texts()
                    .into_iter()
                    .map(|(field, text)| {
                        let changed = own.iter().find(|own| own.field == field);
                        PieceText {
                            title: title_of(&field),
                            model: changed.map_or(Some(text.clone()), |own| own.model.clone()),
                            own: changed.is_some(),
                            overtaken: changed.is_some_and(export::content::OwnText::is_overtaken),
                            field,
                            text,
                        }
                    })
                    .collect();
                // A text whose place is gone is shown too, so that it can be taken out.
                let lost = own.iter().filter(|own| own.model.is_none());
                texts.extend(lost.map(|own| PieceText {
                    field: own.field.clone(),
                    title: title_of(&own.field),
                    model: None,
                    text: own.text.clone(),
                    own: true,
                    overtaken: true,
                }));
                Ok(texts)
            })
        })
    }

    pub(crate) fn print_theme_views(&self, _: Nothing) -> Result<Vec<PrintThemeView>, ApiError> {
        let hex = |colour: export::layout::Colour| {
            let [red, green, blue] = colour.rgb;
            format!("#{red:02x}{green:02x}{blue:02x}")
        };
        let view = |own: &Theme| PrintThemeView {
            id: own.id.clone(),
            title: words(own.name.clone(), own.english.clone()),
            ink: hex(own.ink),
            accent: hex(own.accent),
            ground: hex(own.ground),
            typeface: own.typeface,
            slogan: own.slogan.clone(),
            footer: own.footer.clone(),
        };
        Ok(Theme::all().iter().map(view).collect())
    }

    pub(crate) fn signs(&self, _: Nothing) -> Result<Vec<SignView>, ApiError> {
        self.with(|session| {
            let own = &session.snapshot().own_signs;
            let view = |sign: &Sign| {
                let mine = own.iter().find(|own| own.replaces == sign.id);
                SignView {
                    id: sign.id.clone(),
                    own: mine.map(|own| own.id),
                    family: family(sign.kind),
                    title: words(
                        mine.map_or(sign.name(), |own| own.name.as_str()),
                        mine.map_or(sign.english.as_str(), |own| own.name.as_str()),
                    ),
                    drawing: mine.map_or_else(|| sign_drawing(sign), |own| own.drawing.clone()),
                }
            };
            let mut all: Vec<SignView> = all_signs().iter().map(view).collect();
            let more = own.iter().filter(|own| own.replaces.is_empty());
            all.extend(more.map(|own| SignView {
                id: String::new(),
                own: Some(own.id),
                family: own.family,
                title: words(own.name.clone(), own.name.clone()),
                drawing: own.drawing.clone(),
            }));
            Ok(all)
        })
    }

    pub(crate) fn take_sign(&self, args: SignFileArgs) -> Result<Changed, ApiError> {
        let drawing = read_drawing(Path::new(&args.path))?;
        let command = KeepSign {
            sign: None,
            replaces: args.replaces,
            family: args.family,
            name: args.name,
            drawing,
            accidents: args.accidents,
        };
        self.with_mut(|session| session.execute(Command::KeepSign(command)))
    }

    pub(crate) fn take_emblem(&self, args: PathArgs) -> Result<Changed, ApiError> {
        let emblem = read_drawing(Path::new(&args.path))?;
        self.with_mut(|session| {
            let style = session.snapshot().print_styles.iter().next().cloned();
            let mut command = style.map_or_else(plain_style, SetPrintStyle::from);
            command.emblem = emblem;
            session.execute(Command::SetPrintStyle(command))
        })
    }
}

fn plain_style() -> SetPrintStyle {
    SetPrintStyle { theme: Theme::plain().id.clone(), ..SetPrintStyle::default() }
}

fn family(kind: SignKind) -> SignFamily {
    match kind {
        SignKind::Warning => SignFamily::Warning,
        SignKind::Prohibition => SignFamily::Prohibition,
        SignKind::Mandatory => SignFamily::Mandatory,
        SignKind::SafeCondition => SignFamily::SafeCondition,
    }
}

/// The name of a place with its number.
fn title_of(field: &str) -> Words {
    let (chinese, english) = place_name(field);
    let rest: Vec<&str> = field.split('.').skip(1).collect();
    let rest = rest.join("-");
    words(format!("{chinese} {rest}").trim(), format!("{english} {rest}").trim())
}

/// A drawing of somebody else's, cleaned of all that is not lines and surfaces.
fn read_drawing(path: &Path) -> Result<String, ApiError> {
    let shown = path.display();
    let unreadable = |reason: &str| {
        ApiError::new(
            "unreadable-drawing",
            format!("{shown} 不能作为图形使用（{reason}）。请换用 SVG 文件，或先在绘图软件中简化。"),
            format!(
                "{shown} cannot be used as a drawing ({reason}). Take an SVG file, or simplify it first."
            ),
        )
    };
    let length = std::fs::metadata(path).map_err(|error| unreadable(&error.to_string()))?.len();
    if length > LARGEST_DRAWING {
        return Err(unreadable(&format!("{length} > {LARGEST_DRAWING} bytes")));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error.to_string()))?;
    clean_svg(&bytes, &resources::sans()?).map_err(|error| unreadable(&error.to_string()))
}

fn picture_of(
    args: &PrintPictureArgs,
    source: &Source<'_>,
    theme: &Theme,
    fonts: &Fonts,
    job: &PrintJob,
) -> Result<PrintPictureView, ApiError> {
    let unit = find(source, &args.piece)?;
    let own_small = SmallPictures::default();
    let layout = Layout {
        style: Style { fonts, theme },
        size: unit.kind.size(args.size),
        four: false,
        layers: MapLayers::default(),
        assets: &job.assets,
        small: job.kept.as_deref().map_or(&own_small, |kept| &kept.small),
    };
    let key = Key::of(&unit, &layout, source);
    let kept = job.kept.as_deref();
    let printed = match kept.and_then(|own| own.get(&key)) {
        Some(found) => found,
        None => {
            let printed = Arc::new(lay_out(&unit, &layout)?);
            if let Some(kept) = kept {
                kept.put(key, Arc::clone(&printed));
            }
            printed
        }
    };
    let document = &printed.document;
    let index = usize::try_from(args.page).unwrap_or(usize::MAX).min(document.pages.len().saturating_sub(1));
    let page = document.pages.get(index).ok_or_else(no_such_piece)?;
    let width = args.width.clamp(*WIDTHS.start(), *WIDTHS.end());
    let dpi = f64::from(width) / page.size.width * 25.4;
    let options = png::Options { dpi, ..png::Options::default() };
    let bytes = png::page(document, index, fonts, &options, &mut unwatched).map_err(|error| {
        ApiError::new(
            "not-printable",
            format!("这一页无法显示（{error}），请反馈给开发者。"),
            format!("This page cannot be shown ({error}). Please report this."),
        )
    })?;
    let whole = |length: f64| length.round().max(1.0) as u32;
    let problems = printed.problems.iter().map(|own| {
        use domain::Explain as _;
        words(own.fault.explain(Language::Chinese), own.fault.explain(Language::English))
    });
    Ok(PrintPictureView {
        data: base64::engine::general_purpose::STANDARD.encode(bytes),
        pages: u32::try_from(document.pages.len()).unwrap_or(u32::MAX),
        width: whole(page.size.width),
        height: whole(page.size.height),
        version: unit.content.said().version(),
        problems: problems.collect(),
    })
}
