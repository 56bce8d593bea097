//! The list of commands, and how one becomes rows to write.
//! Relies on ids and the date being given by the caller, so that the same command on the same rows is the same plan.
//! Knows no command's own rules.

use crate::commands::*;
use crate::follow::follow;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{AnyRecord, Cell, RowId, Snapshot};
use serde::{Deserialize, Serialize};
use store::{Label, Write};
use uuid::Uuid;

/// One thing that a user can do. In JSON: `{"type": "draw-zone", ...}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Command {
    /// Change one cell of a row.
    SetField(SetField),
    /// Change one column of many rows.
    SetFields(SetFields),
    /// Paste a block of cells into the grid.
    PasteBlock(PasteBlock),
    /// Fill the first row of a selection down.
    FillDown(FillDown),
    /// Add a person, a hazard, a measure, … .
    Add(Add),
    /// Delete rows with what belongs to them.
    Remove(Remove),
    /// Draw a zone.
    DrawZone(DrawZone),
    /// Give a zone another outline.
    ReshapeZone(ReshapeZone),
    /// Put a new point on a plan.
    PlacePoint(PlacePoint),
    /// Put a point elsewhere.
    MovePoint(MovePoint),
    /// Make a point of a library entry.
    PlaceLibraryEntry(PlaceLibraryEntry),
    /// Score a possible accident.
    Score(Score),
    /// Take many scores, as from assessors' sheets.
    TakeScores(TakeScores),
    /// Record that a possible accident has another level than its scores give.
    Adjust(Adjust),
    /// Determine a level without scoring.
    Determine(Determine),
    /// Raise or lower the control tier of a point.
    SetTier(SetTier),
    /// Choose the criteria of a list family.
    UsePreset(UsePreset),
    /// Keep criteria of the project's own.
    SavePreset(SavePreset),
    /// Choose criteria and move existing scores over to them.
    ApplyPreset(ApplyPreset),
    /// Begin an assessment round.
    OpenRound(OpenRound),
    /// Approve a round: its result becomes a record.
    ApproveRound(ApproveRound),
    /// Draw walls, doors, labels.
    DrawPlan(DrawPlan),
    /// Give a drawn part another line.
    ReshapeElement(ReshapeElement),
    /// Put a picture under a plan.
    AddUnderlay(AddUnderlay),
    /// Give a plan its scale by a known length.
    Calibrate(Calibrate),
    /// Take a list in.
    TakeList(TakeList),
    /// Split a zone along a line.
    SplitZone(SplitZone),
    /// Make one zone of several.
    MergeZones(MergeZones),
    /// Cut a hole into a zone.
    CutHole(CutHole),
    /// Fill a hole of a zone, or all.
    FillHole(FillHole),
    /// Make a zone wider or narrower by the same distance everywhere.
    OffsetZone(OffsetZone),
    /// Make two overlapping zones meet at one border.
    ResolveOverlap(ResolveOverlap),
    /// Put a vertex of a zone elsewhere, with its neighbours or without.
    MoveVertex(MoveVertex),
    /// Move a piece of border, with the neighbours or without.
    MoveBorder(MoveBorder),
    /// Put a new vertex on a border.
    InsertVertex(InsertVertex),
    /// Take a vertex out of a border.
    DeleteVertex(DeleteVertex),
    /// Move, turn, scale or mirror rows.
    Transform(Transform),
    /// Align or spread rows.
    Arrange(Arrange),
    /// Copy rows, once or into an array.
    Duplicate(Duplicate),
    /// Put copied rows on a floor.
    Paste(Paste),
    /// Make a floor like another one.
    CopyFloor(CopyFloor),
    /// Put rows into a group, or out of any.
    Group(Group),
    /// Move, turn, scale or crop a picture.
    EditUnderlay(EditUnderlay),
    /// Tie a floor to the earth.
    GeoreferenceFloor(GeoreferenceFloor),
    /// Take a drawing over.
    TakePlan(TakePlan),
    /// Lay a template area with its points on a plan.
    PlaceTemplate(PlaceTemplate),
    /// Choose the control tiers.
    UseTiers(UseTiers),
    /// Give points to departments and people.
    Assign(Assign),
    /// Make check items of measures.
    MakeCheckItems(MakeCheckItems),
    /// Put a new version in the place of a check item.
    ReviseCheckItem(ReviseCheckItem),
    /// Take a check item out of use.
    RetireCheckItem(RetireCheckItem),
    /// Submit, return, pass or approve a list or a round.
    Review(ReviewOf),
    /// Record a change of the site.
    OpenChange(OpenChange),
    /// Say that points of a change were looked at again.
    SettleChange(SettleChange),
    /// Close a change.
    CloseChange(CloseChange),
    /// Keep a document.
    AttachDocument(AttachDocument),
    /// Live with a finding of the health check.
    IgnoreFinding(IgnoreFinding),
    /// Take departments, posts and people in.
    TakeStaff(TakeStaff),
    /// Put one person in the place of another.
    ReplacePerson(ReplacePerson),
    /// Choose the look of the prints.
    SetPrintStyle(SetPrintStyle),
    /// Let one piece say something else.
    RewriteText(RewriteText),
    /// Record what hangs.
    MarkPrinted(MarkPrinted),
    /// Keep a safety sign of one's own.
    KeepSign(KeepSign),
    /// Report a hidden danger.
    ReportDanger(ReportDanger),
    /// Take a step with a hidden danger.
    DangerAct(ActOnDanger),
    /// Add a photograph to a hidden danger.
    AttachDangerPhoto(AttachDangerPhoto),
    /// Record that a major danger was reported to the authority or the staff congress.
    ReportMajor(ReportMajor),
    /// Make an inspection plan.
    AddPlan(AddInspectionPlan),
    /// Make inspection plans out of levels and tiers.
    GeneratePlans(GeneratePlans),
    /// Let an inspection plan say something else.
    RevisePlan(RevisePlan),
    /// End an inspection plan.
    EndPlan(EndPlan),
    /// Issue inspection plans.
    IssuePlans(IssuePlans),
    /// Take check-lists of the library over.
    TakeChecklists(TakeChecklists),
    /// Make a check-list.
    AddChecklist(AddChecklist),
    /// Add lines to a check-list.
    AddChecklistItems(AddChecklistItems),
    /// Put a new version in the place of a line of a check-list.
    ReviseChecklistItem(ReviseChecklistItem),
    /// Take a line of a check-list out of use.
    RetireChecklistItem(RetireChecklistItem),
    /// Record an inspection.
    RecordInspection(RecordInspection),
}

/// What a command is judged by.
pub struct Context<'a> {
    /// The rows as they are.
    pub snapshot: &'a Snapshot,
    /// Gives a new identity at each call.
    pub new_id: &'a mut dyn FnMut() -> Uuid,
    /// Today, where the user is.
    pub today: NaiveDate,
}

impl Context<'_> {
    pub(crate) fn id<T: From<Uuid>>(&mut self) -> T {
        (self.new_id)().into()
    }
}

/// A command turned into rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The rows to write, as one step.
    pub writes: Vec<Write>,
    /// What the step is called.
    pub label: Label,
    /// Steps with one key that follow each other closely are one.
    pub merge_key: Option<String>,
    /// The new rows that a user would want selected, if any.
    pub created: Vec<RowId>,
}

impl Plan {
    pub(crate) fn new(label: Label) -> Self {
        Self { writes: Vec::new(), label, merge_key: None, created: Vec::new() }
    }

    pub(crate) fn put(&mut self, record: impl Into<AnyRecord>) {
        self.writes.push(Write::Put(record.into()));
    }

    /// Puts a new row that the user will want selected.
    pub(crate) fn create(&mut self, record: impl Into<AnyRecord>) {
        let record = record.into();
        self.created.push(record.row_id());
        self.writes.push(Write::Put(record));
    }

    pub(crate) fn remove(&mut self, row: RowId) {
        self.writes.push(Write::Remove(row));
    }
}

/// Turns a command into rows to write, or refuses it. Rules of single rows are checked here too, so that a plan
/// is refused before anything is begun.
pub fn plan(command: Command, context: &mut Context<'_>) -> Result<Plan, Refusal> {
    let mut plan = match command {
        Command::SetField(command) => command.plan(context),
        Command::SetFields(command) => command.plan(context),
        Command::PasteBlock(command) => command.plan(context),
        Command::FillDown(command) => command.plan(context),
        Command::Add(command) => command.plan(context),
        Command::Remove(command) => command.plan(context),
        Command::DrawZone(command) => command.plan(context),
        Command::ReshapeZone(command) => command.plan(context),
        Command::PlacePoint(command) => command.plan(context),
        Command::MovePoint(command) => command.plan(context),
        Command::PlaceLibraryEntry(command) => command.plan(context),
        Command::Score(command) => command.plan(context),
        Command::TakeScores(command) => command.plan(context),
        Command::Adjust(command) => command.plan(context),
        Command::Determine(command) => command.plan(context),
        Command::SetTier(command) => command.plan(context),
        Command::UsePreset(command) => command.plan(context),
        Command::SavePreset(command) => command.plan(context),
        Command::ApplyPreset(command) => command.plan(context),
        Command::OpenRound(command) => command.plan(context),
        Command::ApproveRound(command) => command.plan(context),
        Command::DrawPlan(command) => command.plan(context),
        Command::ReshapeElement(command) => command.plan(context),
        Command::AddUnderlay(command) => command.plan(context),
        Command::Calibrate(command) => command.plan(context),
        Command::TakeList(command) => command.plan(context),
        Command::SplitZone(command) => command.plan(context),
        Command::MergeZones(command) => command.plan(context),
        Command::CutHole(command) => command.plan(context),
        Command::FillHole(command) => command.plan(context),
        Command::OffsetZone(command) => command.plan(context),
        Command::ResolveOverlap(command) => command.plan(context),
        Command::MoveVertex(command) => command.plan(context),
        Command::MoveBorder(command) => command.plan(context),
        Command::InsertVertex(command) => command.plan(context),
        Command::DeleteVertex(command) => command.plan(context),
        Command::Transform(command) => command.plan(context),
        Command::Arrange(command) => command.plan(context),
        Command::Duplicate(command) => command.plan(context),
        Command::Paste(command) => command.plan(context),
        Command::CopyFloor(command) => command.plan(context),
        Command::Group(command) => command.plan(context),
        Command::EditUnderlay(command) => command.plan(context),
        Command::GeoreferenceFloor(command) => command.plan(context),
        Command::TakePlan(command) => command.plan(context),
        Command::PlaceTemplate(command) => command.plan(context),
        Command::UseTiers(command) => command.plan(context),
        Command::Assign(command) => command.plan(context),
        Command::MakeCheckItems(command) => command.plan(context),
        Command::ReviseCheckItem(command) => command.plan(context),
        Command::RetireCheckItem(command) => command.plan(context),
        Command::Review(command) => command.plan(context),
        Command::OpenChange(command) => command.plan(context),
        Command::SettleChange(command) => command.plan(context),
        Command::CloseChange(command) => command.plan(context),
        Command::AttachDocument(command) => command.plan(context),
        Command::IgnoreFinding(command) => command.plan(context),
        Command::TakeStaff(command) => command.plan(context),
        Command::ReplacePerson(command) => command.plan(context),
        Command::SetPrintStyle(command) => command.plan(context),
        Command::RewriteText(command) => command.plan(context),
        Command::MarkPrinted(command) => command.plan(context),
        Command::KeepSign(command) => command.plan(context),
        Command::ReportDanger(command) => command.plan(context),
        Command::DangerAct(command) => command.plan(context),
        Command::AttachDangerPhoto(command) => command.plan(context),
        Command::ReportMajor(command) => command.plan(context),
        Command::AddPlan(command) => command.plan(context),
        Command::GeneratePlans(command) => command.plan(context),
        Command::RevisePlan(command) => command.plan(context),
        Command::EndPlan(command) => command.plan(context),
        Command::IssuePlans(command) => command.plan(context),
        Command::TakeChecklists(command) => command.plan(context),
        Command::AddChecklist(command) => command.plan(context),
        Command::AddChecklistItems(command) => command.plan(context),
        Command::ReviseChecklistItem(command) => command.plan(context),
        Command::RetireChecklistItem(command) => command.plan(context),
        Command::RecordInspection(command) => command.plan(context),
    }?;
    follow(context.snapshot, &mut plan);
    for write in &mut plan.writes {
        if let Write::Put(record) = write {
            clean_texts(record)?;
            record.check()?;
        }
    }
    Ok(plan)
}

/// Takes characters out of free texts that cannot be seen and that papers and spreadsheets choke on: what comes along
/// when text is pasted. Line breaks and tabs stay.
fn clean_texts(record: &mut AnyRecord) -> Result<(), Refusal> {
    let columns = record.row_id().table.columns();
    for (index, column) in columns.iter().enumerate().filter(|(_, column)| column.free_text) {
        let Cell::Text(text) = record.cell(index) else { continue };
        let unwanted = |c: char| {
            (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        };
        if text.contains(unwanted) {
            let cleaned = text.replace("\r\n", "\n").replace('\r', "\n").replace(unwanted, "");
            record.set(column.name, Cell::text(cleaned))?;
        }
    }
    Ok(())
}
