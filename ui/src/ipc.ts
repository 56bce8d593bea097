// Made from the Rust types by `cargo xtask codegen`; do not edit. A test compares the two.

/** A possible accident with its scores on both bases. */
export type AccidentDetail = { 
/** The accident. */
accident: PossibleAccident, 
/** Its name. */
name: Words, 
/** With the measures that exist. */
existing: AccidentView, 
/** As if there were none. */
inherent: AccidentView, };

/** Scores of a possible accident on one basis. */
export type AccidentView = { 
/** The level. */
level: RiskLevel | null, 
/** The mean as people read it. */
score: string | null, 
/** How it was made. */
method: AssessmentMethod | null, 
/** The criteria that gave the level. */
preset_id: CriteriaPresetId | null, 
/** The range of the level's band: `160 ≤ D < 320`. */
range: string | null, 
/** What the criteria call the band. */
band: string | null, 
/** Whether two assessors are two levels apart or more. */
spread: boolean, 
/** Whether the mean is lower than an assessor's own level. */
lowered_by_mean: boolean, 
/** Who chose what, in order, those with wrong values among them. */
assessments: Array<AssessmentView>, };

/** Adds a row with these cells; the others get their usual beginning, the order the next number. */
export type Add = { 
/** The table. */
table: Table, 
/** Cells by column. */
cells: Record<string, string | number | null>, };

/** Adds an underlay. Until it is calibrated the plan says that lengths are not true. */
export type AddUnderlay = { 
/** The plan. */
floor: FloorId, 
/** Fingerprint of the picture. */
asset: string, 
/** Width in pixels. */
width: number, 
/** Height in pixels. */
height: number, 
/** Millimetres for one pixel, a first guess. */
millimetres_per_pixel: Scale, };

/** A row of any table. */
export type AnyRecord = { "table": "criteria_preset", "row": CriteriaPreset } | { "table": "project", "row": Project } | { "table": "organisation", "row": Organisation } | { "table": "department", "row": Department } | { "table": "post", "row": Post } | { "table": "person", "row": Person } | { "table": "campus", "row": Campus } | { "table": "building", "row": Building } | { "table": "floor", "row": Floor } | { "table": "plan_element", "row": PlanElement } | { "table": "underlay", "row": Underlay } | { "table": "control_tier", "row": ControlTier } | { "table": "risk_zone", "row": RiskZone } | { "table": "risk_point", "row": RiskPoint } | { "table": "hazard", "row": Hazard } | { "table": "possible_accident", "row": PossibleAccident } | { "table": "assessment", "row": Assessment } | { "table": "direct_determination", "row": DirectDetermination } | { "table": "control_measure", "row": ControlMeasure } | { "table": "retired_code", "row": RetiredCode };

/** An error as front ends get it. */
export type ApiError = { 
/** A short stable word, such as `code-taken`. */
code: string, 
/** What is wrong and what to do, in Chinese. */
chinese: string, 
/** The same in English. */
english: string, 
/** Where on the floor, for shapes. */
place: Point | null, };

/** 「评价」 What one assessor chose for one possible accident, with or without measures. */
export type Assessment = { 
/** Its identity. */
id: AssessmentId, 
/** The possible accident. */
accident_id: PossibleAccidentId, 
/** 「评估人」 */
assessor_id: PersonId, 
/** 「固有/现有」 */
basis: RiskBasis, 
/** The criteria that the values belong to. */
preset_id: CriteriaPresetId, 
/** 「取值」 */
factors: Factors, 
/** 「评价日期」 */
assessed_on: string | null, };

/** Identity of an assessment 「评价」. */
export type AssessmentId = string;

/** 「评价方法」 How factors make a score: by multiplication, the score named D or R. */
export type AssessmentMethod = "lec" | "ls" | "mes";

/** What one assessor chose. */
export type AssessmentView = { 
/** The assessment. */
assessment: Assessment, 
/** The assessor's name. */
assessor: string, 
/** Product of the values; `null` when they are not allowed by the criteria. */
product: string | null, 
/** The level it would have alone. */
level: RiskLevel | null, };

/** An encrypted copy. */
export type BackupArgs = { 
/** Where it goes. */
path: string, 
/** What opens it. */
password: string, };

/** A range of scores and its level. Bands stand greatest first; the last one takes everything below. */
export type Band = { 
/** The level. */
level: RiskLevel, 
/** What the preset itself calls the band, such as `A/1级`. */
name: string, 
/** The band begins at this score, included. */
at_least?: string | null, 
/** The band begins above this score, which itself belongs to the band below. */
above?: string | null, };

/** A basis. */
export type BasisArgs = { 
/** With or without measures. */
basis: RiskBasis, };

/** 「建筑」 */
export type Building = { 
/** Its identity. */
id: BuildingId, 
/** 「校区」 */
campus_id: CampusId, 
/** 「编号」 */
code: string, 
/** 「名称」 */
name: string, 
/** 「用途」 */
purpose: string, 
/** 「层数」 */
storeys: number, 
/** Its outline on the campus plan. */
outline: Outline | null, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a building 「建筑」. */
export type BuildingId = string;

/** Scales an underlay so that `from` and `to`, as they lie on the plan now, are `millimetres` apart. `from` stays. */
export type Calibrate = { 
/** The picture. */
underlay: UnderlayId, 
/** One end of the reference. */
from: Point, 
/** The other end. */
to: Point, 
/** Its true length. */
millimetres: number, };

/** 「校区」 A site with its own general plan. */
export type Campus = { 
/** Its identity. */
id: CampusId, 
/** 「名称」 */
name: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a campus 「校区」. */
export type CampusId = string;

/** How cards and plates stand on the paper. */
export type CardLayout = "one-per-page" | "four-per-page";

/** An entry of an accident catalogue. */
export type CatalogueEntry = { 
/** Its code. */
value: string, 
/** Its names. */
name: Words, 
/** The catalogue: `gb6441-1986`, `gb6441-2025`, `school`. */
catalogue: string, };

/** What a step changed: everything a window must draw anew, and nothing else. */
export type Changed = { 
/** The file. */
file: FileView, 
/** New rows that a user would want selected. */
created: Array<RowId>, 
/** Rows of simple nouns, zones and plan parts that are new or changed. */
rows: Array<AnyRecord>, 
/** Rows that are gone, points among them. */
removals: Array<RowId>, 
/** Points that are new or look different. */
points: Array<PointView>, 
/** Places whose standing changed. */
standings: Standings, 
/** Points whose hazards, scores, measures or determinations changed. */
details: Array<RiskPointId>, };

/** A colour on screen and the ink that prints it. */
export type Colour = { 
/** Red, green, blue, 0-255 each. */
rgb: [number, number, number], 
/** Cyan, magenta, yellow, black, percent each. */
cmyk: [number, number, number, number], };

/** 「风险色组」 Which set of the four colours a project uses. */
export type ColourSet = "print" | "pure";

/** One thing that a user can do. In JSON: `{"type": "draw-zone", ...}`. */
export type Command = { "type": "set-field" } & SetField | { "type": "add" } & Add | { "type": "remove" } & Remove | { "type": "draw-zone" } & DrawZone | { "type": "reshape-zone" } & ReshapeZone | { "type": "place-point" } & PlacePoint | { "type": "move-point" } & MovePoint | { "type": "score" } & Score | { "type": "determine" } & Determine | { "type": "set-tier" } & SetTier | { "type": "use-preset" } & UsePreset | { "type": "draw-plan" } & DrawPlan | { "type": "reshape-element" } & ReshapeElement | { "type": "add-underlay" } & AddUnderlay | { "type": "calibrate" } & Calibrate | { "type": "take-list" } & TakeList;

/** How complete the points of a department are. */
export type CompletenessView = { 
/** The department; absent for points that have none. */
department: DepartmentId | null, 
/** Its name; empty for points that have none. */
name: string, 
/** Its points. */
points: number, 
/** Those with neither error nor warning. */
complete: number, 
/** Those with an error or a warning. */
open: Array<RiskPointId>, 
/** Errors of its points. */
errors: number, 
/** Warnings of its points. */
warnings: number, };

/** A choice for one conflict; it counts for all conflicts of its group. */
export type ConflictChoice = { 
/** The row. */
row: RowId, 
/** The column, or `id` for the row as a whole. */
field: string, 
/** Whose it is. */
take: Prefer, };

/** Something that the copies disagree about. */
export type ConflictView = { 
/** Which of the other copies, counted from 0. */
copy: number, 
/** The row. */
row: RowId, 
/** What the row is called. */
noun: Words, 
/** The column, or `id` for the row as a whole. */
field: string, 
/** What the column is called. */
column: Words, 
/** `value`, `deleted`, `parent`, `code`, `border`, `loop`, `rule`, or `follows` where there is nothing to choose. */
kind: string, 
/** The values in words. */
values: ThreeValues, 
/** The cells as they are stored: what shapes are drawn from. */
cells: ThreeValues, 
/** The floor on which it lies, if it has a place. */
floor: FloorId | null, 
/** Conflicts of one copy with the same number are chosen together. */
group: number, 
/** Which side is taken as things stand. */
taken: Prefer, 
/** Whether that was chosen. */
chosen: boolean, };

/** 「管控措施」 One control of a hazard. When it fails, that is a hidden danger. */
export type ControlMeasure = { 
/** Its identity. */
id: ControlMeasureId, 
/** 「危险源」 */
hazard_id: HazardId, 
/** 「类别」 */
category: MeasureCategory, 
/** 「内容」 */
content: string, 
/** 「状态」 */
status: MeasureStatus, 
/** Order among its siblings of one category. */
ordinal: number, };

/** Identity of a control measure 「管控措施」. */
export type ControlMeasureId = string;

/** 「管控层级」 A tier of supervision: 校级, 部门级, 组级, 岗位级, or the site's own. */
export type ControlTier = { 
/** Its identity. */
id: ControlTierId, 
/** 「名称」 */
name: string, 
/** 1 is the highest. */
rank: number, 
/** The levels that call for this tier. */
levels: LevelSet, };

/** Identity of a control tier 「管控层级」. */
export type ControlTierId = string;

/** A copy to be made. */
export type CopyArgs = { 
/** Where it goes. */
path: string, 
/** Without history and without anything that was deleted. */
clean: boolean, };

/** One of the other copies. */
export type CopyView = { 
/** Where it lies. */
path: string, 
/** When the two parted; nothing where they have no step in common. */
parted_at: string | null, 
/** Who worked on it since. */
actors: Array<string>, };

/** 「评价准则」 A preset as this project uses it. Kept whole in the file, so that an old file is scored as it
 * was, whatever a newer program ships. */
export type CriteriaPreset = { 
/** Its identity. */
id: CriteriaPresetId, 
/** Its short name, such as `lec-four-colour`. */
code: string, 
/** Its version; a changed preset is a new version. */
version: number, 
/** The whole preset as JSON, as `evaluation` reads it. */
body: string, };

/** Identity of a criteria preset 「评价准则」 as this project keeps it. */
export type CriteriaPresetId = string;

/** 「部门」 A college, an office, a workshop; they form a tree. */
export type Department = { 
/** Its identity. */
id: DepartmentId, 
/** 「上级」 */
parent_id: DepartmentId | null, 
/** 「编码」 Two or more letters, part of point codes. */
code: string, 
/** 「名称」 */
name: string, 
/** 「负责人」 */
head_id: PersonId | null, 
/** 「电话」 */
phone: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a department 「部门」. */
export type DepartmentId = string;

/** Ticks a condition of direct determination (直接判定) for a point, with its basis. */
export type Determine = { 
/** The point. */
point: RiskPointId, 
/** The condition's code. */
condition: string, 
/** What was found. */
reason: string, 
/** Who decides. */
decided_by: PersonId | null, };

/** The difference of two projects. */
export type Differences = { 
/** How many rows differ. */
rows: number, 
/** The first of them in words. */
changes: Array<HistoryChange>, 
/** Whether there are more than are listed. */
more: boolean, };

/** 「直接判定」 A rule that makes the risk of a point at least this level, whatever its score. */
export type DirectDetermination = { 
/** Its identity. */
id: DirectDeterminationId, 
/** 「风险点」 */
point_id: RiskPointId, 
/** 「判定等级」 Mostly 重大. */
level: RiskLevel, 
/** 「判定条件」 Code of the condition in the catalogue. */
condition: string, 
/** 「依据」 What was found, in words. */
reason: string, 
/** 「判定人」 */
decided_by_id: PersonId | null, 
/** 「判定日期」 */
decided_on: string | null, };

/** Identity of a direct determination 「直接判定」. */
export type DirectDeterminationId = string;

/** Draws parts of a plan as one step. */
export type DrawPlan = { 
/** The plan. */
floor: FloorId, 
/** The parts, in drawing order. */
elements: Array<NewPlanElement>, };

/** Draws a zone. Pins inside it that belong to no zone yet become its points. */
export type DrawZone = { 
/** The plan. */
floor: FloorId, 
/** Its rings, the outer one first. */
outline: Array<Array<Point>>, 
/** Its name; empty for a numbered one. */
name: string, 
/** What it is. */
kind: RiskZoneKind, };

/** A word and its names. */
export type Entry = { 
/** The stable text. */
value: string, 
/** Its names. */
name: Words, };

/** What to print, where and how. */
export type ExportArgs = { 
/** Name for progress and for cancelling. */
job: string, 
/** The folder that files are written to; it is made if it is not there. */
folder: string, 
/** What. */
kinds: Array<PrintKind>, 
/** In which formats; one that a kind does not have is skipped. */
formats: Array<PrintFormat>, 
/** Maps of these floors only; without, the general plans and every drawn floor. */
floors: Array<FloorId> | null, 
/** Cards and ledger rows of these points only. */
points: Array<RiskPointId> | null, 
/** Size of those kinds that have it; each of the others takes its usual one. */
map_size?: PrintSize, 
/** Name of a theme; the plain one unless it says otherwise. */
theme?: string, 
/** For print shops: PDF with 3 mm of bleed and crop marks. */
crop_marks?: boolean, 
/** Pages larger than this are cut into sheets of it, to be glued together. */
tile?: PrintSize, 
/** How cards stand on the paper. */
card_layout: CardLayout, 
/** Resolution of pictures, in dots per inch. */
dpi: number, 
/** Colour space of PDF. */
ink: Ink, 
/** Whether personal phone numbers are printed whole; else as 138****0021. */
open_phones: boolean, };

/** What was printed. */
export type ExportReport = { 
/** The files, each read back after writing. */
files: Array<ExportedFile>, 
/** What a reader of the prints should know. */
problems: Array<PrintProblem>, 
/** Whether it was cancelled; the files above are whole all the same. */
cancelled: boolean, };

/** A finished file. */
export type ExportedFile = { 
/** What it is. */
kind: PrintKind, 
/** Its format. */
format: PrintFormat, 
/** Where it lies. */
path: string, 
/** Its pages; of a workbook, its sheets. */
pages: number, };

/** The values one factor may have, greatest first. */
export type FactorTable = { 
/** L, E, C, S or M. */
symbol: string, 
/** What it measures. */
name: string, 
/** The same in English. */
english: string, 
/** The columns of the criterion texts, where there are several: the factor is the highest of them. */
aspects?: Array<string>, 
/** The values. */
values: Array<FactorValue>, };

/** One value of a factor and when to choose it. */
export type FactorValue = { 
/** The value as a decimal. */
value: string, 
/** When to choose it: one text, or one for each aspect. */
texts: Array<string>, 
/** The same in English, in short. */
english: string, 
/** Other wordings in use, such as the one for schools. */
also?: Array<string>, };

/** The values that an assessor chose, in the order of the preset's factors: L, E, C or L, S or M, E, S. Text: `3,6,15`. */
export type Factors = string[];

/** The open file. */
export type FileView = { 
/** Where it lies. */
path: string, 
/** How often it has been committed to. */
revision: number, 
/** Whether there are edits that have not reached the file. */
unpublished: boolean, 
/** Whether it is a throw-away copy that is never saved. */
demonstration: boolean, 
/** What undo would take back. */
undo: Words | null, 
/** What redo would repeat. */
redo: Words | null, };

/** One finding of the health check. */
export type FindingView = { 
/** The rule. */
rule: Rule, 
/** How bad it is. */
severity: Severity, 
/** The row to go to. */
row: RowId, 
/** What it is about. */
subject: string, 
/** What is wrong and what to do. */
text: Words, 
/** Where on the floor. */
at: Point | null, 
/** What would mend it. */
remedy: RemedyView, };

/** A file that was looked at. */
export type FingerprintArgs = { 
/** As it was given with the change. */
fingerprint: string, };

/** 「楼层」 A floor of a building, or, without a building, the general plan 「总平面」 of the campus. It has one plan. */
export type Floor = { 
/** Its identity. */
id: FloorId, 
/** 「校区」 */
campus_id: CampusId, 
/** 「建筑」 Empty for the general plan. */
building_id: BuildingId | null, 
/** 「名称」 1F, 二层, 总平面. */
name: string, 
/** The storey: 1 is at ground level, -1 the first basement; 0 for the general plan. */
storey: number, 
/** Whether lengths on the plan are true. Until a traced picture is calibrated they are not. */
calibrated: boolean, 
/** Where north is: degrees clockwise from up, 0-359. */
north: number, };

/** A floor. */
export type FloorArgs = { 
/** The floor. */
floor: FloorId, };

/** What is drawn on a floor. */
export type FloorContent = { 
/** The floor. */
floor: FloorId, 
/** Walls, doors, labels in drawing order. */
elements: Array<PlanElement>, 
/** Pictures under it. */
underlays: Array<Underlay>, };

/** Identity of a floor 「楼层」. */
export type FloorId = string;

/** A project to be handed over. */
export type HandOverArgs = { 
/** Where the copy goes. */
path: string, 
/** Without history and without anything that was deleted. */
clean: boolean, 
/** Who gets it. */
to: string, 
/** What to tell them. */
note: string, };

/** A note that hands a project over. */
export type HandOverNote = { 
/** Who it was meant for. */
to: string, 
/** What it says. */
note: string, 
/** Who wrote it. */
author: string, 
/** When, UTC. */
at: string, };

/** What was handed over. */
export type HandOverReport = { 
/** Where the copy is. */
path: string, 
/** Its fingerprint as a short code: the receiver's program shows the same. */
code: string, 
/** Its size in bytes. */
size: number, 
/** Errors that the health check finds. */
errors: number, 
/** Warnings that it finds. */
warnings: number, };

/** Lines over a colour, so that it can be told apart without colour. */
export type Hatch = "plain" | "dots" | "diagonal" | "cross";

/** 「危险源」 One specific thing that can go wrong at a point: a step of work or an item of a check list. */
export type Hazard = { 
/** Its identity. */
id: HazardId, 
/** 「风险点」 */
point_id: RiskPointId, 
/** 「作业步骤/检查项目」 */
step: string, 
/** 「标准」 For check-list items. */
standard: string, 
/** 「危险源描述」 */
description: string, 
/** 「危险有害因素」 Code by GB/T 13861, 2 to 6 digits. */
factor: string, 
/** 「可能后果」 */
consequence: string, 
/** Order among its siblings. */
ordinal: number, };

/** A hazard with what belongs to it. */
export type HazardDetail = { 
/** The hazard. */
hazard: Hazard, 
/** Its level with the measures that exist. */
existing: RiskLevel | null, 
/** Its level as if there were none. */
inherent: RiskLevel | null, 
/** Its possible accidents in order. */
accidents: Array<AccidentDetail>, 
/** Its measures by category and order. */
measures: Array<ControlMeasure>, };

/** Identity of a hazard 「危险源」. */
export type HazardId = string;

/** How much of the record. */
export type HistoryArgs = { 
/** The latest so many entries. */
limit: number, };

/** One cell that a step changed. */
export type HistoryChange = { 
/** The row. */
row: RowId, 
/** What the row is called. */
noun: Words, 
/** `insert`, `update` or `delete`. */
operation: string, 
/** The column, for a change. */
column: Words | null, 
/** The value before, in words. */
before: string, 
/** The value after, in words. */
after: string, };

/** Entries of the record and who is named in it. */
export type HistoryPage = { 
/** The entries, newest first. */
entries: Array<HistoryView>, 
/** Everyone who is named in the whole record. */
actors: Array<string>, };

/** Which entries of the operation record are wanted. Everything that is said must hold. */
export type HistoryQuery = { 
/** Made by this person. */
actor: string | null, 
/** Made at this time or later, UTC `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
since: string | null, 
/** Made at this time or earlier. */
until: string | null, 
/** `create`, `edit`, `undo` or `redo`. */
kind: string | null, 
/** Touching a row of this table. */
table: Table | null, 
/** Touching this row. */
row: RowId | null, 
/** With this text in the label. */
text: string | null, 
/** Before this entry, for leafing through. */
before: number | null, 
/** At most so many; 200 where nothing is said. */
limit: number | null, };

/** One step of the operation record. */
export type HistoryView = { 
/** Its place in the record. */
sequence: number, 
/** When, UTC. */
at: string, 
/** Who. */
actor: string, 
/** `create`, `edit`, `undo` or `redo`. */
kind: string, 
/** What it is called. */
label: Words, 
/** `done`, `undone` or `dropped`. */
state: string, 
/** The revision after it, in the copy in which it was made. */
revision: number, 
/** Whether it came from another copy with a merge. */
merged: boolean, 
/** What it changed. */
changes: Array<HistoryChange>, };

/** Colour space of PDF. */
export type Ink = "rgb" | "cmyk";

/** A job. */
export type JobArgs = { 
/** Its name. */
job: string, };

/** The language of a text for people. Chinese comes first everywhere. */
export type Language = "zh-CN" | "en";

/** Edits of an earlier session that have not reached their file. */
export type LeftOverView = { 
/** The file; opening it brings them back. */
path: string, 
/** How many commits it lacks. */
commits: number, 
/** Whether the file is still there; if not, they are recovered into a new one. */
is_there: boolean, };

/** How a level looks. */
export type LevelColour = { 
/** The area. */
fill: Colour, 
/** Text on it. */
text: Colour, 
/** A line around it that stands out from paper: yellow on white needs a dark one. */
outline: Colour, 
/** Lines over it. */
hatch: Hatch, };

/** A level with its names and looks. */
export type LevelEntry = { 
/** The level. */
value: RiskLevel, 
/** 重大风险. */
name: Words, 
/** 重大. */
short: Words, 
/** 红. */
colour: Words, 
/** How it looks in print colours. */
print: LevelColour, 
/** How it looks in pure colours. */
pure: LevelColour, };

/** Some of the four levels. Text: `major,high`, greatest first; empty for none. */
export type LevelSet = Array<RiskLevel>;

/** A list to take in. */
export type ListArgs = { 
/** The xlsx file. */
path: string, 
/** How it is to be read; what is not given is found out. */
mapping: ListMapping, };

/** A column of the list. */
export type ListColumn = { 
/** A, B, … */
column: string, 
/** Its title. */
title: string, 
/** What it holds; absent where that is not known and it is not taken. */
field: ListField | null, 
/** Whether it is hidden in the sheet. */
hidden: boolean, };

/** A cell that says something else. */
export type ListDisagreement = { 
/** Its row. */
row: number, 
/** Title of its column. */
column: string, 
/** What the sheet says. */
sheet: string, 
/** What the program says, and will go by. */
computed: string, };

/** What a column of a list holds. */
export type ListField = "number" | "code" | "kind" | "name" | "activity" | "facility" | "workplace" | "zone" | "location" | "step" | "standard" | "hazard" | "factor" | "accident" | "consequence" | "L" | "E" | "C" | "S" | "M" | "score" | "band" | "level" | "point-level" | "engineering" | "administrative" | "training" | "protection" | "emergency" | "measures" | "proposed" | "tier" | "tier-reason" | "department" | "person" | "direct" | "preset" | "assessors" | "assessed-on" | "focus" | "note" | "ignored";

/** A list to write. */
export type ListFileArgs = { 
/** Where. */
path: string, 
/** What. */
list: ListOutArgs, };

/** Which list. */
export type ListKind = "activities" | "facilities" | "workplaces" | "points" | "control" | "responsibility";

/** How a list is to be read. What is not given is found out. */
export type ListMapping = { 
/** The sheet: its number from 1, or its name. */
sheet: string | null, 
/** The first header row, from 1. */
header_row: number | null, 
/** How many rows the header has. */
header_rows: number | null, 
/** Fields by column letter; these win over what was found. */
columns: { [key in string]: ListField }, 
/** The list family, where no column tells it. */
kind: RiskPointKind | null, 
/** Code of the criteria, where no column tells it. */
preset: string | null, 
/** Name of the assessor, where no column tells it. */
assessor: string | null, };

/** Something to know before accepting. */
export type ListNote = { 
/** A short stable word. */
code: string, 
/** In Chinese. */
chinese: string, 
/** In English. */
english: string, };

/** A list to make. */
export type ListOutArgs = { 
/** Which list. */
kind: ListKind, 
/** Only points of this tier: its name or rank. */
tier: string | null, };

/** What becomes of a row. */
export type ListOutcome = "unchanged" | "updated" | "created" | "refused";

/** A list compared with a project. */
export type ListProposal = { 
/** The sheet. */
sheet: string, 
/** The header's rows, first and last. */
header: [number, number], 
/** Its columns. */
columns: Array<ListColumn>, 
/** The list family, where no column tells it. */
kind: RiskPointKind, 
/** Rows of the list: created, updated, unchanged and refused together. */
rows: number, 
/** Rows that make something new. */
created: number, 
/** Rows that change something. */
updated: number, 
/** Rows that the project says already. */
unchanged: number, 
/** Rows that cannot be taken. */
refused: Array<ListRefusal>, 
/** Cells that say something else than what follows from the inputs, or that cannot be understood. */
disagreements: Array<ListDisagreement>, 
/** Rows that are no rows of the list: sections, repeated headers, sums, signatures. */
skipped: Array<ListSkipped>, 
/** What else should be known before accepting. */
notes: Array<ListNote>, 
/** What becomes of each row. */
outcomes: Array<ListRow>, 
/** What accepting does; absent where there is nothing to do. */
command: TakeList | null, };

/** A row that cannot be taken. */
export type ListRefusal = { 
/** Its number. */
row: number, 
/** A short stable word. */
code: string, 
/** Why, and what to do, in Chinese. */
reason: string, 
/** The same in English. */
english: string, };

/** A row and what becomes of it. */
export type ListRow = { 
/** Its number. */
row: number, 
/** What becomes of it. */
outcome: ListOutcome, 
/** The point, as the list calls it. */
point: string, 
/** The hazard, as the list calls it. */
hazard: string, };

/** A row that is none of the list. */
export type ListSkipped = { 
/** Its number. */
row: number, 
/** `section`, `repeated-header`, `footer` or `nothing-known`. */
reason: string, 
/** What stands there. */
text: string, };

/** A list of the project. */
export type ListTable = { 
/** Which list. */
kind: ListKind, 
/** Its title. */
title: string, 
/** Titles of its columns. */
columns: Array<string>, 
/** Its rows, as many cells as columns. */
rows: Array<Array<string>>, };

/** A version or another project, to be looked at beside the open one. */
export type LookFloorArgs = { 
/** The file. */
path: string, 
/** The floor. */
floor: FloorId, };

/** A word with a short mark. */
export type MarkedEntry = { 
/** The stable text. */
value: string, 
/** Its names. */
name: Words, 
/** One character that stands for it. */
mark: string, };

/** 「管控措施类别」 the five classes, in their fixed order. */
export type MeasureCategory = "engineering" | "administrative" | "training" | "personal-protection" | "emergency";

/** 「措施状态」 */
export type MeasureStatus = "existing" | "proposed";

/** Copies to merge into the open project, and what was chosen so far. */
export type MergeArgs = { 
/** The other copies. The open project's own path stands for what someone else wrote there. */
paths: Array<string>, 
/** Whose it is where nothing else was chosen. A merge with conflicts needs it, or a choice for each of them. */
prefer: Prefer | null, 
/** Choices one by one. */
chosen: Array<ConflictChoice>, 
/** Accepted offers. */
same: Array<SameRow>, };

/** What a merge would do. */
export type MergePreview = { 
/** The other copies. */
copies: Array<CopyView>, 
/** How many rows it would bring, change or take out. */
merged: number, 
/** The first of them in words. */
arrivals: Array<HistoryChange>, 
/** Whether there are more than are listed. */
more: boolean, 
/** What the copies disagree about. */
conflicts: Array<ConflictView>, 
/** Rows that may be the same thing. */
offers: Array<OfferView>, 
/** What the window would draw anew. */
looks: Changed, };

/** How the levels stood after a step. */
export type Moment = { 
/** The step. */
sequence: number, 
/** When it was taken, UTC. */
at: string, 
/** Who took it. */
actor: string, 
/** What it was. */
label: Words, 
/** Where the whole project stood. */
whole: StandingView, };

/** Moves a point's pin. It then belongs to the zone it stands in; outside all outlines it keeps a zone that is
 * not drawn and leaves one that is. */
export type MovePoint = { 
/** The point. */
point: RiskPointId, 
/** The plan. */
floor: FloorId, 
/** Where. */
position: Point, };

/** A part of a plan that is not stored yet. */
export type NewPlanElement = { 
/** What it stands for. */
kind: PlanElementKind, 
/** Its points. */
line: Polyline, 
/** Thickness of a wall or height of a label's letters, in millimetres. */
size: number, 
/** A label's text. */
text: string, };

/** What a new project needs to know. */
export type NewProject = { 
/** The organisation's name. */
name: string, 
/** What it is. */
kind: OrganisationKind, };

/** A new project and where it goes. */
export type NewProjectArgs = { 
/** Where. */
path: string, 
/** What. */
project: NewProject, };

/** Nothing. */
export type Nothing = Record<symbol, never>;

/** Two rows that may be the same thing. */
export type OfferView = { 
/** Which of the other copies, counted from 0. */
copy: number, 
/** The pair. */
rows: SameRow, 
/** What they are called. */
noun: Words, 
/** `code` or `name`. */
by: string, };

/** An encrypted copy to be opened. */
export type OpenBackupArgs = { 
/** The encrypted copy. */
path: string, 
/** Where the project goes. */
out: string, 
/** What opens it. */
password: string, };

/** 「单位」 The school or company that the system is built for. A project has one. */
export type Organisation = { 
/** Its identity. */
id: OrganisationId, 
/** 「名称」 */
name: string, 
/** 「简称」 A few characters for badges and code prefixes. */
short_name: string, 
/** 「单位类别」 */
kind: OrganisationKind, 
/** 「统一社会信用代码」 18 characters (GB 32100-2015). Some issued codes fail the check digit, so it warns only. */
credit_code: string, 
/** 「学校标识码」 10 digits, schools only. */
school_code: string, 
/** 「行政区划代码」 6 or 12 digits (GB/T 2260). */
region_code: string, 
/** 「地址」 */
address: string, 
/** 「主要负责人」 */
principal_id: PersonId | null, 
/** 「安全负责人」 */
safety_lead_id: PersonId | null, 
/** 「教职工(职工)人数」 */
staff_count: number, 
/** 「学生人数」 */
student_count: number, };

/** Identity of an organisation 「单位」. */
export type OrganisationId = string;

/** 「单位类别」 */
export type OrganisationKind = "school" | "enterprise" | "hospital" | "other";

/** A simple polygon with holes: at least three points a ring, no edge shorter than [`SMALLEST_EDGE_MM`], no two
 * edges of any ring touch except where they follow each other, every hole lies inside. A value of this type
 * is always valid. In JSON a list of rings (outer first), in text rings parted by `;`. */
export type Outline = [number, number][][];

/** What became of the open project's file. */
export type OutsideView = { "state": "same" } | { "state": "gone", 
/** What to say. */
words: Words, } | { "state": "changed", 
/** Stands for what was found; to be given back with the decision. */
fingerprint: string, 
/** What to say. */
words: Words, };

/** Where a project stands. */
export type Overview = { 
/** All points. */
points: OverviewTally, 
/** By level, the greatest first, unassessed ones last. */
levels: Array<OverviewGroup>, 
/** By list family. */
kinds: Array<OverviewGroup>, 
/** By responsible department, those with the most major risks first. */
departments: Array<OverviewGroup>, 
/** By building. */
buildings: Array<OverviewGroup>, 
/** By accident type; a point is counted once for each type it may lead to, at the level of that accident. */
accidents: Array<OverviewGroup>, 
/** Scores by their first and last factor, one table for each set of criteria in use. */
matrices: Array<OverviewMatrix>, 
/** What is weak, the worst first. */
weaknesses: Array<Weakness>, 
/** The nine steps. */
stages: Array<OverviewStage>, };

/** One cell. */
export type OverviewCell = { 
/** Value of the factor that goes down. */
down: string, 
/** Value of the factor that goes across. */
across: string, 
/** The highest level among its points. */
level: RiskLevel | null, 
/** Its points. */
points: OverviewTally, };

/** What a step asks for. */
export type OverviewCondition = { 
/** A short stable word. */
code: string, 
/** What it asks for. */
title: OverviewTitle, 
/** How much of it there is. */
have: number, 
/** How much there should be. */
want: number, 
/** What is still missing; the table of these rows is the same for all. */
missing: Array<RowId>, };

/** Points that have something in common, by level. */
export type OverviewGroup = { 
/** What they have in common: an id, a code or a word of a vocabulary; empty for none. */
key: string, 
/** What it is called. */
title: OverviewTitle, 
/** How many in all. */
total: number, 
/** Major ones. */
major: OverviewTally, 
/** High ones. */
high: OverviewTally, 
/** Medium ones. */
medium: OverviewTally, 
/** Low ones. */
low: OverviewTally, 
/** Those without a level. */
unassessed: OverviewTally, };

/** Scores of one set of criteria. */
export type OverviewMatrix = { 
/** Code of the criteria. */
preset: string, 
/** What they are called. */
title: OverviewTitle, 
/** Symbol of the factor that goes down: L or M. */
down: string, 
/** Symbol of the factor that goes across: C or S. */
across: string, 
/** Cells that hold something, by value down, then across. */
cells: Array<OverviewCell>, };

/** One of the nine steps. */
export type OverviewStage = { 
/** 1 to 9. */
number: number, 
/** What it is called. */
title: OverviewTitle, 
/** How far it is. */
state: StageState, 
/** What it asks for. */
conditions: Array<OverviewCondition>, };

/** A number and the points behind it. */
export type OverviewTally = { 
/** How many. */
count: number, 
/** Which. */
points: Array<RiskPointId>, };

/** A text in both languages. */
export type OverviewTitle = { 
/** In Chinese. */
chinese: string, 
/** In English. */
english: string, };

/** A floor at a step of the record. */
export type PastFloorArgs = { 
/** The step. */
sequence: number, 
/** The floor. */
floor: FloorId, };

/** A path. */
export type PathArgs = { 
/** Absolute or relative to where the program was started. */
path: string, };

/** 「人员」 Somebody who scores, is responsible or inspects. */
export type Person = { 
/** Its identity. */
id: PersonId, 
/** 「部门」 */
department_id: DepartmentId | null, 
/** 「岗位」 */
post_id: PostId | null, 
/** 「姓名」 */
name: string, 
/** 「职务」 */
title: string, 
/** 「电话」 Personal data: hidden on public prints by option. */
phone: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a person 「人员」. */
export type PersonId = string;

/** Places a point. It belongs to the zone it stands in, and takes over that zone's department and person. */
export type PlacePoint = { 
/** The plan. */
floor: FloorId, 
/** Where. */
position: Point, 
/** What it is. */
kind: RiskPointKind, 
/** Its name; empty for a numbered one. */
name: string, 
/** Who is responsible, where it is not the department of the zone. */
department: DepartmentId | null, };

/** 「图元」 One drawn part of a floor plan. */
export type PlanElement = { 
/** Its identity. */
id: PlanElementId, 
/** 「楼层」 */
floor_id: FloorId, 
/** 「类型」 */
kind: PlanElementKind, 
/** Its points, whose meaning depends on the kind. */
line: Polyline, 
/** Thickness of a wall or height of a label's letters, in millimetres; else 0. */
size: number, 
/** A label's text. */
text: string, 
/** Drawing order, small first. */
ordinal: number, };

/** Identity of a drawn part of a floor plan. */
export type PlanElementId = string;

/** 「图元」 What a drawn line of a plan stands for. */
export type PlanElementKind = "wall" | "door" | "window" | "stair" | "column" | "furniture" | "road" | "green" | "water" | "sports" | "line" | "label";

/** A place on a floor: millimetres to the right and down from the floor's origin. Always finite and within
 * [`FARTHEST_MM`]. In JSON it is the pair `[x, y]`, in text `x,y`. */
export type Point = [number, number];

/** A point. */
export type PointArgs = { 
/** The point. */
point: RiskPointId, };

/** Everything about one point. */
export type PointDetail = { 
/** The point. */
point: RiskPoint, 
/** Its hazards in order. */
hazards: Array<HazardDetail>, 
/** What was determined directly. */
determinations: Array<DirectDetermination>, 
/** The criteria that new scores use. */
preset_id: CriteriaPresetId | null, 
/** The tier that its level calls for. */
default_tier_id: ControlTierId | null, };

/** A point with what was worked out for it: one row of the risk list, one pin. */
export type PointView = { 
/** Its identity. */
id: RiskPointId, 
/** Its code. */
code: string, 
/** Its name. */
name: string, 
/** Its family. */
kind: RiskPointKind, 
/** The zone it belongs to. */
zone_id: RiskZoneId | null, 
/** The plan its pin stands on. */
floor_id: FloorId | null, 
/** Where. */
position: Point | null, 
/** The building it belongs to. */
building_id: BuildingId | null, 
/** In words. */
location: string, 
/** Who is responsible. */
department_id: DepartmentId | null, 
/** Who is responsible. */
person_id: PersonId | null, 
/** Its tier, by level or by hand. */
tier_id: ControlTierId | null, 
/** Whether the tier was set by hand. */
tier_by_hand: boolean, 
/** Its level. */
level: RiskLevel | null, 
/** What made it. */
reason: ReasonWord, 
/** The level by score alone. */
computed: RiskLevel | null, 
/** The score as people read it. */
score: string | null, 
/** How it was made. */
method: AssessmentMethod | null, 
/** How many possible accidents are not assessed. */
unassessed: number, 
/** Whether assessors are far apart. */
spread: boolean, 
/** Whether a mean is lower than an assessor's own level. */
lowered_by_mean: boolean, 
/** How many hazards it has. */
hazards: number, 
/** How many measures its hazards have. */
measures: number, };

/** One point or more, in order. In JSON a list of pairs, in text `x,y x,y`. */
export type Polyline = [number, number][];

/** 「可能的事故类型」 An accident type that a hazard may lead to; each is scored on its own. */
export type PossibleAccident = { 
/** Its identity. */
id: PossibleAccidentId, 
/** 「危险源」 */
hazard_id: HazardId, 
/** 「事故类型」 Code of the catalogue: 01-20 (GB 6441-1986), N01-N27 (GB 6441-2025), X01… (schools). */
accident_type: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of an accident type that a hazard may lead to. */
export type PossibleAccidentId = string;

/** 「岗位」 What a person does, with the risks that come with it. */
export type Post = { 
/** Its identity. */
id: PostId, 
/** 「部门」 */
department_id: DepartmentId, 
/** 「名称」 */
name: string, 
/** 「人数」 */
headcount: number, 
/** 「是否特种作业」 */
special_operation: boolean, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a post 「岗位」. */
export type PostId = string;

/** One of two copies. */
export type Prefer = "ours" | "theirs";

/** 「评价准则」 Everything that turns chosen values into a level. Always valid: see [`PresetError`]. */
export type Preset = { code: string, version: number, method: AssessmentMethod, name: string, english: string, 
/** Where it is in use, or what its bands say, in one line. */
use: string, interpolate: boolean, factors: Array<FactorTable>, bands: Array<Band>, };

/** A file format. */
export type PrintFormat = "pdf" | "svg" | "png" | "xlsx" | "csv";

/** What can be printed. */
export type PrintKind = "four-colour-map" | "comparison-chart" | "risk-matrix" | "notice-board" | "major-notice" | "notice-card" | "emergency-card" | "post-card" | "spoken-card" | "patrol-plate" | "risk-ledger";

/** Something that can be printed, for choosing. */
export type PrintKindView = { 
/** What it is. */
kind: PrintKind, 
/** What people call it. */
title: Words, 
/** The formats it has. */
formats: Array<PrintFormat>, 
/** The sizes it has, the usual one first. */
sizes: Array<PrintSize>, };

/** Something that is missing in a print or stands otherwise than expected. */
export type PrintProblem = { 
/** A short stable word, such as `missing-glyph`. */
code: string, 
/** The sheet, card or row it is about. */
piece: string, 
/** What it is and what to do. */
text: Words, };

/** Sizes of paper and boards. */
export type PrintSize = "a0" | "a1" | "a2" | "a3" | "a4" | "a5" | "a6" | "id-1" | "90x130" | "50x70" | "80x120" | "100x140" | "120x160" | "600x400" | "600x900" | "900x1200" | "1200x800" | "1200x2400";

/** How far a long call is. */
export type Progress = { 
/** The job, as named by whoever started it. */
job: string, 
/** How much is done. */
done: number, 
/** Of how much. */
total: number, 
/** What is being done. */
what: Words, };

/** 「项目」 The one row of a project file: settings that hold for all of it. */
export type Project = { 
/** Its identity. */
id: ProjectId, 
/** 「风险色组」 Which colours the four levels have. */
colour_set: ColourSet, 
/** Criteria for points that are activities. */
activity_preset_id: CriteriaPresetId, 
/** Criteria for points that are facilities. */
facility_preset_id: CriteriaPresetId, 
/** Criteria for points that are workplaces. */
workplace_preset_id: CriteriaPresetId, 
/** 「编制」 Who prepares the papers, as printed. */
prepared_by: string, 
/** 「审核」 Who reviews them, as printed. */
reviewed_by: string, 
/** 「值班电话」 The number to call on the site, as printed. */
duty_phone: string, 
/** 「监督电话」 The number to report to, as printed. */
report_phone: string, 
/** 「集合点」 Where people gather, as printed. */
assembly_point: string, };

/** Identity of a project, and so of every copy of its file. */
export type ProjectId = string;

/** A whole project as a window needs it: everything but plans and the details of points. */
export type ProjectView = { 
/** The file. */
file: FileView, 
/** What opening found. */
recovery: RecoveryView, 
/** With or without measures. */
basis: RiskBasis, 
/** Rows of all simple nouns, zones among them. */
rows: Array<AnyRecord>, 
/** The points. */
points: Array<PointView>, 
/** Where everything stands. */
standings: Standings, };

/** What made the level of a point. */
export type ReasonWord = "scored" | "direct" | "unassessed";

/** What came with a project that was handed over. */
export type Received = { 
/** The note of the latest hand-over, if there is one. */
note: HandOverNote | null, 
/** The file's fingerprint as a short code. */
code: string, 
/** When this machine last saw the project, UTC; nothing where it never did. */
seen_at: string | null, 
/** What changed since then. */
since: Differences | null, };

/** A project that was open lately. */
export type RecentFile = { 
/** Where it lies. */
path: string, 
/** The organisation. */
name: string, 
/** When it was opened, UTC. */
at: string, };

/** A damaged project and where what can be recovered goes. */
export type RecoverArgs = { 
/** The damaged file. */
path: string, 
/** The new one. */
out: string, };

/** What recovery did. */
export type RecoveredView = { 
/** Where the new file is. */
out: string, 
/** What it was made of: a step of the ladder. */
from: string, 
/** Everything that was looked at. */
rungs: Array<RungView>, 
/** What could be read of each table, where something was salvaged. */
tables: Array<SalvagedTable>, 
/** What was salvaged besides, where an older whole version was taken. */
also: string | null, };

/** What opening found of an earlier session. */
export type RecoveryView = { "kind": "none" } | { "kind": "resumed", 
/** How many. */
commits: number, } | { "kind": "set-aside", 
/** Where. */
kept: string, };

/** What would mend a finding. */
export type RemedyView = { "kind": "command", 
/** What it does. */
label: Words, 
/** The command to execute. */
command: Command, } | { "kind": "visit", 
/** The part. */
part: Visit, };

/** Deletes rows and what belongs to them. */
export type Remove = { 
/** The rows. */
rows: Array<RowId>, };

/** Puts a line in the place of an element's own. */
export type ReshapeElement = { 
/** The element. */
element: PlanElementId, 
/** Its new points. */
line: Polyline, };

/** Puts an outline in the place of a zone's own. */
export type ReshapeZone = { 
/** The zone. */
zone: RiskZoneId, 
/** The plan, for a zone that stands on none yet. */
floor: FloorId | null, 
/** The new rings, the outer one first. */
outline: Array<Array<Point>>, };

/** Rows that were deleted by a step. */
export type RestoreArgs = { 
/** The step that deleted them. */
sequence: number, 
/** The rows. */
rows: Array<RowId>, };

/** 「停用编号」 A code that was given and may not be given again, though its point is gone. */
export type RetiredCode = { 
/** Its identity. */
id: RetiredCodeId, 
/** 「编号」 */
code: string, };

/** Identity of a code that may not be given again. */
export type RetiredCodeId = string;

/** 「固有风险/现有风险」 Without measures, or with those that exist. */
export type RiskBasis = "existing" | "inherent";

/** 「风险等级」 Level of a risk. A greater level is a greater risk. "Not assessed" is not a level: it is the
 * absence of one (`Option<RiskLevel>`), and never falls back to low. */
export type RiskLevel = "low" | "medium" | "high" | "major";

/** 「风险点」 A place, facility or activity that carries risk: one pin, one card, one plate. */
export type RiskPoint = { 
/** Its identity. */
id: RiskPointId, 
/** 「编号」 Stable: plates are printed with it, so it is never given again. */
code: string, 
/** 「名称」 */
name: string, 
/** 「类型」 */
kind: RiskPointKind, 
/** 「风险区域」 The zone it belongs to. */
zone_id: RiskZoneId | null, 
/** 「楼层」 The plan its pin stands on. */
floor_id: FloorId | null, 
/** 「坐标」 Where its pin stands. */
position: Point | null, 
/** 「建筑」 For a point that stands on no floor of a building: spread over all of it, or on the general plan.
 * A floor of a building overrules it. */
building_id: BuildingId | null, 
/** 「所在位置」 In words, as printed. */
location: string, 
/** 「责任部门」 */
department_id: DepartmentId | null, 
/** 「责任人」 */
person_id: PersonId | null, 
/** 「岗位」 */
post_id: PostId | null, 
/** 「管控层级」 Only when it differs from the one its level calls for. */
tier_id: ControlTierId | null, 
/** Why the tier differs. */
tier_reason: string, 
/** 「管控重点」 */
control_focus: string, 
/** 「备注」 */
note: string, };

/** Identity of a risk point 「风险点」. */
export type RiskPointId = string;

/** 「风险点类型」 the three list families. */
export type RiskPointKind = "activity" | "facility" | "workplace";

/** 「风险区域」 A room, a yard, or a unit of the organisation; drawn or not. */
export type RiskZone = { 
/** Its identity. */
id: RiskZoneId, 
/** 「编号」 */
code: string, 
/** 「名称」 */
name: string, 
/** 「类型」 */
kind: RiskZoneKind, 
/** 「楼层」 The plan it is drawn on. */
floor_id: FloorId | null, 
/** 「轮廓」 */
outline: Outline | null, 
/** 「责任部门」 */
department_id: DepartmentId | null, 
/** 「责任人」 */
person_id: PersonId | null, 
/** 「备注」 */
note: string, };

/** Identity of a risk zone 「风险区域」. */
export type RiskZoneId = string;

/** 「风险区域类型」 */
export type RiskZoneKind = "place" | "facility" | "management" | "teaching";

/** A row. */
export type RowArgs = { 
/** The row. */
row: RowId, };

/** A row's table and id. */
export type RowId = { 
/** The table. */
table: Table, 
/** The id. */
id: string, };

/** The rules. */
export type Rule = "missing-hazard" | "missing-accident" | "unknown-accident" | "not-assessed" | "missing-measure" | "missing-measure-class" | "only-proposed" | "major-without-emergency" | "missing-owner" | "missing-person" | "foreign-person" | "outside-zone" | "without-zone" | "unplaced" | "nowhere" | "overlapping-zones" | "nested-zones" | "empty-zone" | "duplicate-code" | "duplicate-name" | "duplicate-zone-name" | "invalid-score" | "disagreement" | "single-assessor" | "mixed-presets" | "lowered-tier" | "needless-tier" | "no-tier" | "no-principal" | "no-head" | "not-to-scale" | "no-plan";

/** What was found at one step of the ladder. */
export type RungView = { 
/** `working-copy`, `file`, `version` or `salvage`. */
rung: string, 
/** Where it lies. */
path: string, 
/** `whole`, `damaged` or `missing`. */
state: string, 
/** The revision, where it is whole. */
revision: number | null, 
/** What was found, where it is damaged. */
detail: string | null, };

/** What could be read of one table. */
export type SalvagedTable = { 
/** The table. */
table: string, 
/** Rows that are there again. */
kept: number, 
/** Rows that were broken or had lost what they belong to. */
dropped: number, 
/** Whether more rows may be missing. */
damaged: boolean, };

/** Two rows that are the same thing. */
export type SameRow = { 
/** The row of the other copy. */
theirs: RowId, 
/** The row of the open project. */
ours: RowId, };

/** A scale: above zero and at most a million, exact. */
export type Scale = string;

/** Sets what one assessor chose for one possible accident. An assessor has one score for each accident and basis. */
export type Score = { 
/** The possible accident. */
accident: PossibleAccidentId, 
/** Who scores. */
assessor: PersonId, 
/** With or without the measures. */
basis: RiskBasis, 
/** The chosen values. */
factors: Factors, 
/** The criteria, where they are not those of the point's list family. */
preset: CriteriaPresetId | null, };

/** Puts `value` into one column of a row. */
export type SetField = { 
/** The row. */
row: RowId, 
/** The column. */
column: string, 
/** The new value. */
value: string | number | null, };

/** Sets a tier by hand, or goes back to the one that the level calls for. */
export type SetTier = { 
/** The point. */
point: RiskPointId, 
/** The tier; `None` for the one that the level calls for. */
tier: ControlTierId | null, 
/** Why. */
reason: string, };

/** Settings of a user on this machine. */
export type Settings = { 
/** The name in the operation record. */
actor: string, 
/** The language of the window. */
language: Language, 
/** Projects used last, newest first. */
recent: Array<RecentFile>, };

/** How bad a finding is. */
export type Severity = "error" | "warning" | "notice";

/** How far a step is. */
export type StageState = "done" | "begun" | "open" | "untold";

/** Where a place or department stands. */
export type StandingView = { 
/** The highest level; `null` when no point has one. */
level: RiskLevel | null, 
/** The point that gives it. */
deciding: RiskPointId | null, 
/** Points of level major. */
major: number, 
/** Points of level high. */
high: number, 
/** Points of level medium. */
medium: number, 
/** Points of level low. */
low: number, 
/** Points without a level. */
unassessed: number, };

/** Levels of places and departments. */
export type Standings = { 
/** Of zones. */
zones: { [key in RiskZoneId]: StandingView }, 
/** Of floors. */
floors: { [key in FloorId]: StandingView }, 
/** Of buildings. */
buildings: { [key in BuildingId]: StandingView }, 
/** Of campuses. */
campuses: { [key in CampusId]: StandingView }, 
/** Of departments. */
departments: { [key in DepartmentId]: StandingView }, 
/** Of the whole project; absent in a change that does not touch it. */
whole: StandingView | null, };

/** What a window needs to know before a project is open. */
export type Start = { 
/** The user's settings. */
settings: Settings, 
/** Version of the program. */
version: string, 
/** The name that steps are recorded under. */
actor: string, };

/** A step of the record. */
export type StepArgs = { 
/** Its place in the record. */
sequence: number, };

/** A table of the project, one for each noun. */
export type Table = "criteria_preset" | "project" | "organisation" | "department" | "post" | "person" | "campus" | "building" | "floor" | "plan_element" | "underlay" | "control_tier" | "risk_zone" | "risk_point" | "hazard" | "possible_accident" | "assessment" | "direct_determination" | "control_measure" | "retired_code";

/** A table's words. */
export type TableEntry = { 
/** The table. */
value: Table, 
/** What one of its rows is called. */
name: Words, 
/** Its columns. */
columns: Array<Entry>, };

/** Takes the accepted rows of a list in. Departments, people and undrawn zones that are named and not there are made. */
export type TakeList = { 
/** What the list is called, for the operation record. */
title: string, 
/** Its points. */
points: Array<TakenPoint>, };

/** A possible accident. */
export type TakenAccident = { 
/** Code of its type. */
accident_type: string, 
/** What assessors chose. */
scores: Array<TakenScore>, };

/** A direct determination. */
export type TakenDetermination = { 
/** Code of the condition. */
condition: string, 
/** The level. */
level: RiskLevel, 
/** What was found. */
reason: string, };

/** A hazard of a list. */
export type TakenHazard = { 
/** The hazard that it is; `None` for a new one. */
hazard: HazardId | null, 
/** Step of work or item of a check list. */
step: string | null, 
/** What the item must be like. */
standard: string | null, 
/** What can go wrong; needed for a new one. */
description: string | null, 
/** Code of the factor. */
factor: string | null, 
/** What may come of it. */
consequence: string | null, 
/** What it may lead to. */
accidents: Array<TakenAccident>, 
/** When it was scored. */
assessed_on: string | null, 
/** Measures to add; those that are there already are not among them. */
measures: Array<TakenMeasure>, };

/** A measure. */
export type TakenMeasure = { 
/** Its class. */
category: MeasureCategory, 
/** Whether it exists. */
status: MeasureStatus, 
/** What it is. */
content: string, };

/** A point of a list. What is `None` stays as it is, or has its usual beginning. */
export type TakenPoint = { 
/** The point that it is; `None` for a new one. */
point: RiskPointId | null, 
/** Its code. */
code: string | null, 
/** Its name; needed for a new one. */
name: string | null, 
/** Its family; needed for a new one. */
kind: RiskPointKind | null, 
/** Name of its zone. */
zone: string | null, 
/** Where it is, in words. */
location: string | null, 
/** Name of the responsible department. */
department: string | null, 
/** Name of the responsible person. */
person: string | null, 
/** Name of a tier that is set by hand. */
tier: string | null, 
/** Why it is. */
tier_reason: string | null, 
/** What control looks at most. */
control_focus: string | null, 
/** Remarks. */
note: string | null, 
/** What was determined directly. */
determinations: Array<TakenDetermination>, 
/** Its hazards, as far as the list has something to say of them. */
hazards: Array<TakenHazard>, };

/** What one assessor chose. */
export type TakenScore = { 
/** Name of the assessor. */
assessor: string, 
/** Code of the criteria, of the project or shipped. */
preset: string, 
/** The values. */
factors: Factors, };

/** The three values of a conflict. */
export type ThreeValues = { 
/** In the common ancestor. */
base: string | null, 
/** In the open project. */
ours: string | null, 
/** In the other copy. */
theirs: string | null, };

/** How finely the past is looked at. */
export type TimelineArgs = { 
/** At most so many moments. */
steps: number, };

/** 「底图」 A picture under the drawing. */
export type Underlay = { 
/** Its identity. */
id: UnderlayId, 
/** 「楼层」 */
floor_id: FloorId, 
/** The picture: SHA-256 of its bytes, hexadecimal. */
asset: string, 
/** Where its top left corner lies. */
origin: Point, 
/** Width of the picture in pixels. */
width: number, 
/** Height of the picture in pixels. */
height: number, 
/** Scale: millimetres for one pixel, above 0. */
millimetres_per_pixel: Scale, 
/** Percent of opacity, 0-100. */
opacity: number, };

/** Identity of a picture under a floor plan. */
export type UnderlayId = string;

/** Chooses a preset for new scores of one family. */
export type UsePreset = { 
/** The list family. */
kind: RiskPointKind, 
/** Code of a preset of the project or of those that Sise ships. */
preset: string, };

/** A kept version. */
export type VersionView = { 
/** Where it lies. */
path: string, 
/** When it was the project, UTC. */
at: string, 
/** Its size in bytes. */
size: number, 
/** `automatic`, `set-aside` or `replaced`. */
kind: string, };

/** The part of a project where something is mended by hand. */
export type Visit = "hazards" | "scores" | "measures" | "control" | "plan" | "people" | "organisation" | "criteria";

/** The words of the field. */
export type Vocabulary = { 
/** Levels, greatest first, with names and looks. */
levels: Array<LevelEntry>, 
/** Point kinds. */
point_kinds: Array<Entry>, 
/** Zone kinds. */
zone_kinds: Array<Entry>, 
/** Kinds of organisations. */
organisation_kinds: Array<Entry>, 
/** Existing and inherent. */
bases: Array<Entry>, 
/** Measure categories in their fixed order, with their one-character marks. */
measure_categories: Array<MarkedEntry>, 
/** Measure states. */
measure_states: Array<Entry>, 
/** Parts of a plan. */
element_kinds: Array<Entry>, 
/** Colour sets. */
colour_sets: Array<Entry>, 
/** Accident types of all catalogues. */
accident_types: Array<CatalogueEntry>, 
/** Hazard factors. */
hazard_factors: Array<Entry>, 
/** Conditions of direct determination. */
direct_conditions: Array<Entry>, 
/** The criteria that Sise ships. */
presets: Array<Preset>, 
/** What rows of each table are called, and their columns. */
tables: Array<TableEntry>, };

/** One thing that is weak. */
export type Weakness = { 
/** A short stable word, such as `not-assessed`. */
code: string, 
/** How bad it is. */
severity: Severity, 
/** What is weak, with its figure. */
title: OverviewTitle, 
/** What to do. */
suggestion: OverviewTitle, 
/** Share of points that are in order, in tenths of a percent; absent where no share is meant. */
per_mille: number | null, 
/** The points that are not. */
points: OverviewTally, };

/** Why something has its colour, from the place down to each assessor's values. */
export type Why = { 
/** What it is about. */
title: string, 
/** Its level. */
level: RiskLevel | null, 
/** With or without measures. */
basis: RiskBasis, 
/** For a place: how many points of each level decide it, greatest first, and how many have none. */
counts: [number, number, number, number, number] | null, 
/** The point that decides. */
point: WhyPoint | null, };

/** A direct determination in words. */
export type WhyDetermination = { 
/** The row. */
row: DirectDetermination, 
/** The condition. */
condition: Words, 
/** Who decided. */
person: string | null, };

/** Why a point has its level. */
export type WhyPoint = { 
/** The point. */
id: RiskPointId, 
/** Its code and name. */
title: string, 
/** Its level. */
level: RiskLevel | null, 
/** What made it. */
reason: ReasonWord, 
/** The level by score alone. */
computed: RiskLevel | null, 
/** The direct determination, with the condition in words, who and when. */
determination: WhyDetermination | null, 
/** The hazard that decides. */
hazard: string | null, 
/** The accident that decides. */
accident: AccidentDetail | null, 
/** The criteria, with their version. */
preset: Words | null, 
/** The bands of the criteria, greatest first. */
bands: Array<Band>, };

/** A text in both languages. */
export type Words = { 
/** In Chinese. */
chinese: string, 
/** In English. */
english: string, };

/** Every call of the program: what it takes and what it gives. */
export interface Calls {
  /** Settings, recent files, version. */
  'start': { args: Nothing; result: Start };
  /** Keeps settings. */
  'set-settings': { args: Settings; result: Settings };
  /** The words and lists of the field, the risk colours, the shipped criteria. */
  'vocabulary': { args: Nothing; result: Vocabulary };
  /** Makes a new project and opens it. */
  'new-project': { args: NewProjectArgs; result: ProjectView };
  /** Opens a project. */
  'open-project': { args: PathArgs; result: ProjectView };
  /** Opens a throw-away copy of the sample project. */
  'open-sample': { args: Nothing; result: ProjectView };
  /** Opens a throw-away copy of the open project, for showing. */
  'demonstrate': { args: Nothing; result: ProjectView };
  /** Publishes and closes the project. */
  'close-project': { args: Nothing; result: Nothing };
  /** The open project. */
  'view': { args: Nothing; result: ProjectView };
  /** What is drawn on a floor. */
  'floor': { args: FloorArgs; result: FloorContent };
  /** Everything about a point. */
  'point': { args: PointArgs; result: PointDetail };
  /** Why something has its colour. */
  'why': { args: RowArgs; result: Why };
  /** Looks at existing or inherent risk. */
  'set-basis': { args: BasisArgs; result: ProjectView };
  /** Carries a command out. */
  'execute': { args: Command; result: Changed };
  /** Takes the latest standing edit back. */
  'undo': { args: Nothing; result: Changed };
  /** Repeats the edit that was taken back last. */
  'redo': { args: Nothing; result: Changed };
  /** Brings every edit into the user's file. */
  'save': { args: Nothing; result: FileView };
  /** Writes the project to another file and goes on with that one. */
  'save-as': { args: PathArgs; result: ProjectView };
  /** The health check. */
  'check': { args: Nothing; result: Array<FindingView> };
  /** How complete the points of each department are. */
  'completeness': { args: Nothing; result: Array<CompletenessView> };
  /** Where the project stands: counts, weak points, the nine steps, every number with the rows behind it. */
  'overview': { args: Nothing; result: Overview };
  /** Reads a list of somebody else's and compares it with the project. Nothing is written. */
  'preview-list': { args: ListArgs; result: ListProposal };
  /** Takes a list in: what the preview of the same list and mapping says, as one step. */
  'apply-list': { args: ListArgs; result: Changed };
  /** A list of the project as rows of cells. */
  'list': { args: ListOutArgs; result: ListTable };
  /** Writes a list of the project as xlsx. */
  'export-list': { args: ListFileArgs; result: PathArgs };
  /** The operation record, newest first. */
  'history': { args: HistoryArgs; result: Array<HistoryView> };
  /** Writes the bundle. */
  'export-bundle': { args: PathArgs; result: PathArgs };
  /** Prints maps, cards and ledgers into a folder. */
  'export': { args: ExportArgs; result: ExportReport };
  /** What can be printed, in which formats and sizes. */
  'print-kinds': { args: Nothing; result: Array<PrintKindView> };
  /** The operation record, by who, when, what and where, newest first. */
  'history-page': { args: HistoryQuery; result: HistoryPage };
  /** The project as it was after a step, for looking. */
  'past': { args: StepArgs; result: ProjectView };
  /** What was drawn on a floor after a step. */
  'past-floor': { args: PastFloorArgs; result: FloorContent };
  /** How the levels went over time, oldest first. */
  'timeline': { args: TimelineArgs; result: Array<Moment> };
  /** Brings back what a step deleted, as one step. */
  'restore': { args: RestoreArgs; result: Changed };
  /** Makes the project what it was after a step, as one step. */
  'restore-state': { args: StepArgs; result: Changed };
  /** What merging copies would do; nothing is written. */
  'merge-preview': { args: MergeArgs; result: MergePreview };
  /** Merges copies as one step. */
  'merge': { args: MergeArgs; result: Changed };
  /** What another project file has that is not the same here. */
  'compare': { args: PathArgs; result: Differences };
  /** Writes the copy for a colleague, with a note. */
  'hand-over': { args: HandOverArgs; result: HandOverReport };
  /** What came with the open project, and what changed since this machine last saw it. */
  'received': { args: Nothing; result: Received };
  /** The kept versions of the open project, newest first. */
  'versions': { args: Nothing; result: Array<VersionView> };
  /** Makes the project what a kept version is, as one step. */
  'restore-version': { args: PathArgs; result: Changed };
  /** A project file for looking, beside the open one. */
  'look': { args: PathArgs; result: ProjectView };
  /** What is drawn on a floor of a project file that is only looked at. */
  'look-floor': { args: LookFloorArgs; result: FloorContent };
  /** Writes a copy, full or clean. */
  'copy': { args: CopyArgs; result: PathArgs };
  /** Writes a copy that only the password opens. */
  'backup': { args: BackupArgs; result: PathArgs };
  /** Takes the project out of an encrypted copy. */
  'open-backup': { args: OpenBackupArgs; result: PathArgs };
  /** What earlier sessions left unpublished: for the start after a crash. */
  'left-overs': { args: Nothing; result: Array<LeftOverView> };
  /** Makes a whole project of what there is of a damaged one. */
  'recover': { args: RecoverArgs; result: RecoveredView };
  /** What became of the open project's file. */
  'outside': { args: Nothing; result: OutsideView };
  /** Opens what others wrote into the file; what was here is kept as a project of its own. */
  'take-theirs': { args: Nothing; result: ProjectView };
  /** Replaces what others wrote into the file; it is kept as a version. */
  'keep-mine': { args: FingerprintArgs; result: FileView };
  /** Ends a long call as soon as it can. */
  'cancel-job': { args: JobArgs; result: Nothing };
}
