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

/** A possible accident to be. */
export type AccidentToBe = { 
/** Code of the catalogue. */
accident_type: string, 
/** Suggested values, for the criteria of the point's family. */
scores: Array<ScoreToBe>, };

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
millimetres_per_pixel: Scale, 
/** Where its top left corner lies; at 0,0 without one. */
origin: Point | null, 
/** Its name. */
name: string, 
/** Whether the scale is known to be true. */
to_scale: boolean, };

/** What the two ends of a dimension are held by: a zone, an element, a point; or nothing, a bare place. */
export type Anchors = { 
/** What the first end is held by. */
from: RowId | null, 
/** What the second end is held by. */
to: RowId | null, };

/** A row of any table. */
export type AnyRecord = { "table": "criteria_preset", "row": CriteriaPreset } | { "table": "project", "row": Project } | { "table": "organisation", "row": Organisation } | { "table": "department", "row": Department } | { "table": "post", "row": Post } | { "table": "person", "row": Person } | { "table": "campus", "row": Campus } | { "table": "building", "row": Building } | { "table": "floor", "row": Floor } | { "table": "plan_layer", "row": PlanLayer } | { "table": "plan_element", "row": PlanElement } | { "table": "underlay", "row": Underlay } | { "table": "control_tier", "row": ControlTier } | { "table": "risk_zone", "row": RiskZone } | { "table": "risk_point", "row": RiskPoint } | { "table": "hazard", "row": Hazard } | { "table": "possible_accident", "row": PossibleAccident } | { "table": "assessment", "row": Assessment } | { "table": "direct_determination", "row": DirectDetermination } | { "table": "control_measure", "row": ControlMeasure } | { "table": "retired_code", "row": RetiredCode };

/** An error as front ends get it. */
export type ApiError = { 
/** A short stable word, such as `code-taken`. */
code: string, 
/** What is wrong and what to do, in Chinese. */
chinese: string, 
/** The same in English. */
english: string, 
/** Where on the floor, for shapes. */
place: Point | null, 
/** A shape that could take the place of a refused one. */
repair: Outline | null, };

/** A point of a template area. */
export type AreaPoint = { 
/** The entry of the risk library. */
entry: string, 
/** What it is called. */
name: Words, 
/** Its family. */
kind: RiskPointKind, 
/** How many hazards it brings. */
hazards: number, };

/** A template area. */
export type AreaView = { 
/** Its short name. */
id: string, 
/** What it is called. */
name: Words, 
/** What kind of zone it makes. */
kind: RiskZoneKind, 
/** The points it brings. */
points: Array<AreaPoint>, };

/** Aligns or distributes rows. */
export type Arrange = { 
/** The rows: zones (with their points), elements, points, pictures. */
rows: Array<RowId>, 
/** How. */
how: Arrangement, 
/** For spreading: the gap in millimetres, where it is not the one that keeps the outer rows. */
gap: number | null, 
/** For aligning: the row that stays, where it is not the box around all. */
with: RowId | null, };

/** How rows are arranged. */
export type Arrangement = "left" | "middle" | "right" | "top" | "centre" | "bottom" | "spread-across" | "spread-down";

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

/** Where the unit is known from. */
export type Basis = "stated" | "chosen" | "guessed" | "unknown";

/** A basis. */
export type BasisArgs = { 
/** With or without measures. */
basis: RiskBasis, };

/** The upright box around some points, in millimetres. */
export type Bounds = { 
/** Left edge. */
x0: number, 
/** Upper edge. */
y0: number, 
/** Right edge. */
x1: number, 
/** Lower edge. */
y1: number, };

/** A gap that was closed with a straight line. */
export type Bridge = { 
/** One side of the gap. */
from: [number, number], 
/** The other side. */
to: [number, number], };

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
millimetres: number, 
/** Further references; the scale is the one that fits all of them best. */
more: Array<Reference>, 
/** Whether everything drawn on the floor is scaled along, as for a plan that was traced before it had a scale. */
move_drawn: boolean, };

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

/** How notice cards stand on the paper. */
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

/** A text that can be pasted, also into another project. */
export type ClipText = { 
/** The text. */
text: string, };

/** A colour on screen and the ink that prints it. */
export type Colour = { 
/** Red, green, blue, 0-255 each. */
rgb: [number, number, number], 
/** Cyan, magenta, yellow, black, percent each. */
cmyk: [number, number, number, number], };

/** 「风险色组」 Which set of the four colours a project uses. */
export type ColourSet = "print" | "pure";

/** One thing that a user can do. In JSON: `{"type": "draw-zone", ...}`. */
export type Command = { "type": "set-field" } & SetField | { "type": "add" } & Add | { "type": "remove" } & Remove | { "type": "draw-zone" } & DrawZone | { "type": "reshape-zone" } & ReshapeZone | { "type": "place-point" } & PlacePoint | { "type": "move-point" } & MovePoint | { "type": "score" } & Score | { "type": "determine" } & Determine | { "type": "set-tier" } & SetTier | { "type": "use-preset" } & UsePreset | { "type": "draw-plan" } & DrawPlan | { "type": "reshape-element" } & ReshapeElement | { "type": "add-underlay" } & AddUnderlay | { "type": "calibrate" } & Calibrate | { "type": "split-zone" } & SplitZone | { "type": "merge-zones" } & MergeZones | { "type": "cut-hole" } & CutHole | { "type": "fill-hole" } & FillHole | { "type": "offset-zone" } & OffsetZone | { "type": "resolve-overlap" } & ResolveOverlap | { "type": "move-vertex" } & MoveVertex | { "type": "move-border" } & MoveBorder | { "type": "insert-vertex" } & InsertVertex | { "type": "delete-vertex" } & DeleteVertex | { "type": "transform" } & Transform | { "type": "arrange" } & Arrange | { "type": "duplicate" } & Duplicate | { "type": "paste" } & Paste | { "type": "copy-floor" } & CopyFloor | { "type": "set-fields" } & SetFields | { "type": "group" } & Group | { "type": "edit-underlay" } & EditUnderlay | { "type": "georeference-floor" } & GeoreferenceFloor | { "type": "take-plan" } & TakePlan | { "type": "place-template" } & PlaceTemplate;

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

/** Rows to be copied. */
export type CopyArgs = { 
/** Zones, points, elements, pictures. */
rows: Array<RowId>, 
/** Whether the points of a zone come along. */
with_points: boolean, };

/** Makes a floor like another one. */
export type CopyFloor = { 
/** The floor to be copied. */
floor: FloorId, 
/** Name of the new one. */
name: string, 
/** Its storey. */
storey: number, 
/** Its building, where it is not the same one. */
building: BuildingId | null, 
/** Walls, doors, labels and everything else that is drawn. */
elements: boolean, 
/** Pictures. */
underlays: boolean, 
/** Zones. */
zones: boolean, 
/** Points with their hazards, scores and measures. */
points: boolean, };

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

/** A part of a picture, in whole pixels from its top left corner. */
export type Crop = { 
/** Pixels cut off on the left. */
left: number, 
/** Pixels cut off at the top. */
top: number, 
/** Width of what is shown. */
width: number, 
/** Height of what is shown. */
height: number, };

/** Cuts a hole into a zone. */
export type CutHole = { 
/** The zone. */
zone: RiskZoneId, 
/** The border of the hole. */
hole: Array<Point>, };

/** Takes a vertex out of the border of a zone. */
export type DeleteVertex = { 
/** The zone. */
zone: RiskZoneId, 
/** Where the vertex is. */
at: Point, 
/** Whether zones that share it lose it too. */
together: boolean, };

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
kind: RiskZoneKind, 
/** What becomes of what it and other zones both cover. */
overlap: Overlap, };

/** How a drawing is to be read. Everything has a usual value. */
export type DrawingOptions = { 
/** The unit of its lengths, where it is not the one that the file names or that fits. */
unit: Unit | null, 
/** Millimetres on the floor for one unit, for drawings on paper; wins over `unit`. */
millimetres_per_unit: number | null, 
/** Only these layers. */
layers: Array<string> | null, 
/** Whether layers that the file does not show are brought in as well, as hidden elements. */
hidden: boolean, 
/** Whether texts are left out. */
no_texts: boolean, 
/** How far a flattened curve may stray, in millimetres; 2 without one. */
tolerance: number | null, 
/** The page of a PDF, counted from 1. */
page: number | null, 
/** Dots per inch of a PDF page; 200 without one. */
dpi: number | null, 
/** 1:N of a PDF page, where it is known. */
scale: number | null, 
/** Only this floor of the drawing, by its place in `levels`. */
level: number | null, 
/** Whether rooms become zones. */
rooms: boolean, 
/** The widest gap in walls that is bridged for rooms, in millimetres; 1200 without one. */
gap: number | null, };

/** What a drawing is, before it is brought in. */
export type DrawingPreview = { 
/** Its file's name without the ending. */
name: string, 
/** What it is. */
kind: Kind, 
/** The version that the file names; may be empty. */
version: string, 
/** How its lengths become millimetres; none for pages and pictures, which are calibrated. */
units: Units | null, 
/** Its layers with what they seem to hold and how much. */
layers: Array<Layer>, 
/** Its floors, lowest first. */
levels: Array<Level>, 
/** The pages of a PDF. */
pages: Array<Page>, 
/** Width and height of a picture in pixels. */
pixels: [number, number] | null, 
/** The box around everything that the file shows. */
bounds_mm: Bounds | null, 
/** What would be read, by the format's own kinds. */
counts: { [key in string]: number }, 
/** What would not be read. */
skipped: { [key in string]: number }, 
/** What the user should know. */
warnings: Array<WarningView>, 
/** Lines to show, at most some thousands, the longest ones. */
lines: Array<PreviewLine>, 
/** The picture, or the page that was asked for, made small. */
picture: PreviewPicture | null, 
/** How many lines there are beyond those in `lines`. */
more_lines: number, };

/** What became of a drawing. */
export type DrawingReport = { 
/** The floor; the first one, when the drawing made several. */
floor: string, 
/** How many lines, arcs, polylines, texts, blocks, areas and pictures of the file were taken. */
imported: { [key in string]: number }, 
/** The same by the format's own kinds. */
kinds: { [key in string]: number }, 
/** What was not taken, by the format's own kinds. */
skipped: { [key in string]: number }, 
/** Left, top, right and bottom of everything that the file shows. */
bounds_mm: [number, number, number, number] | null, 
/** How many rooms were found, whether or not they became zones. */
rooms_found: number, 
/** How many elements the plan got, by kind. */
elements: { [key in string]: number }, 
/** What the user should know. */
warnings: Array<WarningView>, };

/** What bringing in did. */
export type DrawingTaken = { 
/** What changed in the project. */
changed: Changed, 
/** What became of the drawing. */
report: DrawingReport, };

/** Copies rows into an array of columns and lines, in which the rows themselves are the first. */
export type Duplicate = { 
/** The rows: zones, points, elements, pictures. */
rows: Array<RowId>, 
/** Millimetres from column to column. */
dx: number, 
/** Millimetres from line to line; with a single line, downwards from column to column. */
dy: number, 
/** How many columns, the rows themselves counted; 2 for one copy. */
columns: number, 
/** How many lines. */
lines: number, 
/** Whether the points of a zone are copied with it. */
with_points: boolean, };

/** Changes how a picture lies. What is not given stays. */
export type EditUnderlay = { 
/** The picture. */
underlay: UnderlayId, 
/** Where its top left corner goes. */
origin: Point | null, 
/** Hundredths of a degree, clockwise. */
rotation: number | null, 
/** Millimetres for one pixel. */
millimetres_per_pixel: Scale | null, 
/** What is shown of it. */
crop: Crop | null, 
/** Whether all of it is shown again. */
uncrop: boolean, };

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
/** Size of maps: A3 unless it says otherwise. */
map_size?: PrintSize, 
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

/** Fills a hole of a zone. */
export type FillHole = { 
/** The zone. */
zone: RiskZoneId, 
/** A place in the hole; all holes where there is none. */
at: Point | null, };

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
at: Point | null, };

/** A place of a plan whose longitude and latitude (WGS 84) are known. */
export type Fix = { 
/** The place on the plan. */
at: Point, 
/** Degrees east of Greenwich. */
longitude: string, 
/** Degrees north of the equator. */
latitude: string, };

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
north: number, 
/** Three places whose longitude and latitude are known. */
georeference: Georeference | null, };

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

/** Where a part of a drawing goes. */
export type FloorTarget = { "type": "existing", 
/** The floor. */
floor: FloorId, } | { "type": "new", 
/** Its name. */
name: string, 
/** Its building; without one, the site of `campus`, or of the project's first. */
building: BuildingId | null, 
/** Its campus, where it has no building. */
campus: CampusId | null, 
/** Its storey. */
storey: number, };

/** Three places of a plan on the earth: enough for position, direction, scale, and for telling whether they agree. */
export type Georeference = Fix[];

/** Ties a floor to the earth by three places, or unties it. */
export type GeoreferenceFloor = { 
/** The floor. */
floor: FloorId, 
/** Three places, or none. */
fixes: Array<Fix>, };

/** Puts rows into a group of their own, or out of any. */
export type Group = { 
/** Elements and zones. */
rows: Array<RowId>, 
/** Whether they are grouped; ungrouped otherwise. */
grouped: boolean, };

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

/** A hazard to be. */
export type HazardToBe = { 
/** 「作业步骤/检查项目」 */
step: string, 
/** 「标准」 */
standard: string, 
/** 「危险源描述」 */
description: string, 
/** 「危险有害因素」 */
factor: string, 
/** 「可能后果」 */
consequence: string, 
/** Possible accidents. */
accidents: Array<AccidentToBe>, 
/** Measures. */
measures: Array<MeasureToBe>, };

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
/** The revision after it. */
revision: number, 
/** What it changed. */
changes: Array<HistoryChange>, };

/** A drawing to bring in. */
export type ImportArgs = { 
/** A name for progress and for cancelling. */
job: string, 
/** A file, or the folder of an IMDF map. */
path: string, 
/** How it is to be read. */
options: DrawingOptions, 
/** Where it goes. A drawing of several floors makes a floor of each when this is a new one. */
floor: FloorTarget, };

/** Colour space of PDF. */
export type Ink = "rgb" | "cmyk";

/** Puts a new vertex on the border of a zone. */
export type InsertVertex = { 
/** The zone. */
zone: RiskZoneId, 
/** Near which place of the border. */
at: Point, 
/** Where the vertex goes; where it is without one. */
to: Point | null, 
/** Whether zones that share the border get it too. */
together: boolean, };

/** A drawing to look at. */
export type InspectArgs = { 
/** A name for progress and for cancelling. */
job: string, 
/** A file, or the folder of an IMDF map. */
path: string, 
/** How it is to be read. */
options: DrawingOptions, };

/** A job. */
export type JobArgs = { 
/** Its name. */
job: string, };

/** Who keeps the common part. */
export type Keeper = "zone" | "other" | "both";

/** A kind of drawing that can be read. */
export type Kind = "dxf" | "geo-json" | "imdf" | "svg" | "pdf" | "png" | "jpeg" | "web-p" | "tiff";

/** The language of a text for people. Chinese comes first everywhere. */
export type Language = "zh-CN" | "en";

/** A layer, or what stands for one: a feature type, a group. */
export type Layer = { 
/** Its name in the file. */
name: string, 
/** Its colour, where it has one. */
colour: Rgb | null, 
/** What it seems to hold, by its name. */
role: Role, 
/** How many lines, texts and areas were read from it. */
count: number, 
/** Whether the file shows it: neither off nor frozen. */
visible: boolean, };

/** A floor. */
export type Level = { 
/** Its name, in the language that was asked for where the file has it. */
name: string, 
/** Its number: 0 is at ground level, as in IMDF. */
ordinal: number, 
/** The name of its building; empty where the file does not tell. */
building: string, };

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

/** A measure to be. */
export type MeasureToBe = { 
/** Its class. */
category: MeasureCategory, 
/** What is done. */
content: string, };

/** Merges zones into the first of them. It takes over the points of the others. */
export type MergeZones = { 
/** The zones; the first one stays. */
zones: Array<RiskZoneId>, 
/** Gaps up to this width are bridged, in millimetres: a wall between two rooms. */
gap: number, };

/** Moves a piece of border of a zone. */
export type MoveBorder = { 
/** The zone. */
zone: RiskZoneId, 
/** One end of the edge. */
from: Point, 
/** The other end. */
to: Point, 
/** Millimetres to the right. */
dx: number, 
/** Millimetres down. */
dy: number, 
/** Whether zones that share the border move along. */
together: boolean, };

/** Moves a point's pin. It then belongs to the zone it stands in; outside all outlines it keeps a zone that is
 * not drawn and leaves one that is. */
export type MovePoint = { 
/** The point. */
point: RiskPointId, 
/** The plan. */
floor: FloorId, 
/** Where. */
position: Point, };

/** Puts a vertex of a zone elsewhere. */
export type MoveVertex = { 
/** The zone. */
zone: RiskZoneId, 
/** Where the vertex is. */
at: Point, 
/** Where it goes. */
to: Point, 
/** Whether zones that share the place move along. */
together: boolean, };

/** A part of a plan that is not stored yet. */
export type NewPlanElement = { 
/** What it stands for. */
kind: PlanElementKind, 
/** Its points. */
line: Polyline, 
/** Thickness of a wall or height of a label's letters, in millimetres. */
size: number, 
/** A label's text, a symbol's id, a word about a dimension or a route. */
text: string, 
/** Its layer. */
layer: PlanLayerId | null, 
/** What a dimension measures, so that it follows. */
anchors: Anchors | null, };

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

/** Moves the whole border of a zone outwards or inwards. */
export type OffsetZone = { 
/** The zone. */
zone: RiskZoneId, 
/** Millimetres outwards; inwards below 0. */
distance: number, 
/** Whether corners become round. */
round: boolean, 
/** Whether the zone stays and a new one is made, such as a belt around a machine. */
copy: boolean, };

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

/** What becomes of the part that a new outline and zones of the same floor both cover. */
export type Overlap = "allow" | "refuse" | "cut-new" | "cut-others";

/** A page, as its document says. */
export type Page = { 
/** Width in millimetres on paper. */
width_mm: number, 
/** Height in millimetres on paper. */
height_mm: number, };

/** Puts copied rows on a floor. What they name and this project does not have (a person, a department) is left empty. */
export type Paste = { 
/** The floor. */
floor: FloorId, 
/** The rows, as `copy-rows` gave them. */
rows: Array<AnyRecord>, 
/** Millimetres to the right of where they were. */
dx: number, 
/** Millimetres below. */
dy: number, };

/** Where a clipboard goes. */
export type PasteArgs = { 
/** The text, as `copy-rows` gave it. */
text: string, 
/** The floor. */
floor: FloorId, 
/** Millimetres to the right of where the rows were. */
dx: number, 
/** Millimetres below. */
dy: number, };

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

/** A picture of the project. */
export type PictureArgs = { 
/** Its fingerprint. */
asset: string, };

/** A picture as a window can show it: `data:{media_type};base64,{data}`. */
export type PictureView = { 
/** Such as `image/png`. */
media_type: string, 
/** Its bytes in base64. */
data: string, };

/** A template area to be laid on a plan. */
export type PlaceAreaArgs = { 
/** The template. */
area: string, 
/** The plan. */
floor: FloorId, 
/** The rings of the zone, the outer one first. */
outline: Array<Array<Point>>, 
/** The zone's name; the template's without one. */
name: string, 
/** Who is responsible. */
department: DepartmentId | null, 
/** Only these entries; all without any. */
entries: Array<string> | null, 
/** Who the suggested scores are put down to; no scores without one. */
assessor: PersonId | null, 
/** What becomes of overlaps. */
overlap: Overlap, };

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

/** Lays an area with its points on a plan. */
export type PlaceTemplate = { 
/** The plan. */
floor: FloorId, 
/** The rings of the area, the outer one first. */
outline: Array<Array<Point>>, 
/** Its name. */
name: string, 
/** What it is. */
kind: RiskZoneKind, 
/** Who is responsible. */
department: DepartmentId | null, 
/** What becomes of overlaps. */
overlap: Overlap, 
/** Who the suggested scores are put down to; no scores without one. */
assessor: PersonId | null, 
/** Its points. */
points: Array<PointToBe>, };

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
/** Thickness of a wall, height of letters, width of a symbol, in millimetres; 0 for the usual one. */
size: number, 
/** A label's text, a symbol's id, a word about a dimension or a route. */
text: string, 
/** Drawing order, small first. */
ordinal: number, 
/** 「图层」 */
layer_id: PlanLayerId | null, 
/** Whether it is kept from the pointer. */
locked: boolean, 
/** Whether it is left out of sight and of prints. */
hidden: boolean, 
/** Elements and zones with the same text here are chosen together; empty for none. */
grouping: string, 
/** What a dimension measures, so that it follows. */
anchors: Anchors | null, };

/** Identity of a drawn part of a floor plan. */
export type PlanElementId = string;

/** 「图元」 What a drawn line of a plan stands for. */
export type PlanElementKind = "wall" | "door" | "window" | "stair" | "column" | "furniture" | "road" | "green" | "water" | "sports" | "line" | "label" | "dimension" | "route" | "symbol";

/** Plans to be written. */
export type PlanFilesArgs = { 
/** The folder for the files. */
folder: string, 
/** The floors. */
floors: Array<FloorId>, 
/** The formats. */
formats: Array<PlanFormat>, };

/** What was written. */
export type PlanFilesReport = { 
/** The files. */
files: Array<string>, };

/** A format that other programs read. */
export type PlanFormat = "dxf" | "geojson" | "svg";

/** 「图层」 A layer of plans, the same on every floor. Elements without one lie on the ground layer. */
export type PlanLayer = { 
/** Its identity. */
id: PlanLayerId, 
/** 「名称」 */
name: string, 
/** Drawing order, small first; elements of the ground layer come before all. */
ordinal: number, 
/** Whether it is shown. */
visible: boolean, 
/** Whether its elements are kept from the pointer. */
locked: boolean, 
/** Whether it is printed. */
printed: boolean, };

/** Identity of a layer of plans 「图层」. */
export type PlanLayerId = string;

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

/** A point to be. */
export type PointToBe = { 
/** Its family. */
kind: RiskPointKind, 
/** Its name. */
name: string, 
/** Where; spread over the area without one. */
position: Point | null, 
/** Its hazards. */
hazards: Array<HazardToBe>, };

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

/** 「评价准则」 Everything that turns chosen values into a level. Always valid: see [`PresetError`]. */
export type Preset = { code: string, version: number, method: AssessmentMethod, name: string, english: string, 
/** Where it is in use, or what its bands say, in one line. */
use: string, interpolate: boolean, factors: Array<FactorTable>, bands: Array<Band>, };

/** A line of a preview. */
export type PreviewLine = { 
/** Its layer, by place in `layers`. */
layer: number, 
/** What it seems to be. */
role: Role, 
/** Its points; of a closed line the first is repeated. */
points: Polyline, };

/** A picture as a window can show it. */
export type PreviewPicture = { 
/** Such as `image/png`. */
media_type: string, 
/** Its bytes in base64. */
data: string, 
/** Width in pixels. */
width: number, 
/** Height in pixels. */
height: number, };

/** A file format. */
export type PrintFormat = "pdf" | "svg" | "png" | "xlsx";

/** What can be printed. */
export type PrintKind = "four-colour-map" | "notice-card" | "risk-ledger";

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

/** Paper sizes. */
export type PrintSize = "a1" | "a2" | "a3" | "a4";

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

/** A project that was open lately. */
export type RecentFile = { 
/** Where it lies. */
path: string, 
/** The organisation. */
name: string, 
/** When it was opened, UTC. */
at: string, };

/** What opening found of an earlier session. */
export type RecoveryView = { "kind": "none" } | { "kind": "resumed", 
/** How many. */
commits: number, } | { "kind": "set-aside", 
/** Where. */
kept: string, };

/** Two places, as they lie on the plan now, and their true distance. */
export type Reference = { 
/** One end. */
from: Point, 
/** The other end. */
to: Point, 
/** The true length. */
millimetres: number, };

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
outline: Array<Array<Point>>, 
/** What becomes of what it and other zones both cover. */
overlap: Overlap, };

/** Takes the common part of two zones from one of them. */
export type ResolveOverlap = { 
/** One zone. */
zone: RiskZoneId, 
/** The other. */
other: RiskZoneId, 
/** Who keeps it. */
keeper: Keeper, };

/** 「停用编号」 A code that was given and may not be given again, though its point is gone. */
export type RetiredCode = { 
/** Its identity. */
id: RetiredCodeId, 
/** 「编号」 */
code: string, };

/** Identity of a code that may not be given again. */
export type RetiredCodeId = string;

/** A colour of the screen. */
export type Rgb = [number, number, number];

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
note: string, 
/** Whether its outline is kept from the pointer. */
locked: boolean, 
/** Whether it is left out of sight; prints show every zone. */
hidden: boolean, 
/** Elements and zones with the same text here are chosen together; empty for none. */
grouping: string, };

/** Identity of a risk zone 「风险区域」. */
export type RiskZoneId = string;

/** 「风险区域类型」 */
export type RiskZoneKind = "place" | "facility" | "management" | "teaching";

/** What a line or an area of a drawing seems to stand for. */
export type Role = "wall" | "door" | "window" | "stair" | "lift" | "column" | "furniture" | "room" | "solid" | "outline" | "road" | "green" | "water" | "sports" | "axis" | "dimension" | "text" | "hatch" | "other";

/** A click in a room. */
export type RoomArgs = { 
/** The floor. */
floor: FloorId, 
/** Where. */
at: Point, 
/** The widest gap in walls that is bridged, in millimetres. */
gap: number, };

/** A room between walls. */
export type RoomView = { 
/** Its outline. */
outline: Outline, 
/** The gaps that were bridged around it, to be shown. */
bridges: Array<Bridge>, 
/** Its widest place. */
centre: Point, 
/** Its area in square metres. */
square_metres: number, 
/** The text that stands in it; empty for none. */
name: string, };

/** All rooms of a floor. */
export type RoomsArgs = { 
/** The floor. */
floor: FloorId, 
/** The widest gap in walls that is bridged, in millimetres. */
gap: number, };

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
export type Rule = "missing-hazard" | "missing-accident" | "not-assessed" | "missing-measure" | "missing-measure-class" | "missing-owner" | "missing-person" | "outside-zone" | "overlapping-zones" | "nested-zones" | "empty-zone" | "duplicate-code" | "invalid-score" | "disagreement" | "lowered-tier" | "not-to-scale";

/** A scale: above zero and at most a million, exact. */
export type Scale = string;

/** References to try a scale by, as they lie on the plan now. */
export type ScaleArgs = { 
/** The references. */
references: Array<Reference>, };

/** The scale that some references give together. */
export type ScaleFit = { 
/** By how much the picture grows. */
factor: number, 
/** How much longer each reference then is than it should be, in millimetres. */
residuals_mm: Array<number>, 
/** The largest of them, in percent of its length. */
worst_percent: number, };

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

/** A score to be. */
export type ScoreToBe = { 
/** With or without measures. */
basis: RiskBasis, 
/** The values. */
factors: Factors, };

/** Puts `value` into one column of a row. */
export type SetField = { 
/** The row. */
row: RowId, 
/** The column. */
column: string, 
/** The new value. */
value: string | number | null, };

/** Puts `value` into one column of many rows, of one table or of several that have it. */
export type SetFields = { 
/** The rows. */
rows: Array<RowId>, 
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

/** Splits a zone. The largest part stays the zone; the others are new zones, with the points that stand in them. */
export type SplitZone = { 
/** The zone. */
zone: RiskZoneId, 
/** The line, from border to border. */
line: Polyline, 
/** Whether ends inside the zone are led on to the border. */
extend: boolean, };

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

/** An emergency symbol of plans. */
export type SymbolEntry = { 
/** The stable text: the `text` of an element of kind `symbol`. */
value: string, 
/** Its names. */
name: Words, 
/** `escape`, `fire` or `facility`. */
family: string, 
/** What the family is called. */
family_name: Words, 
/** Its drawing: SVG of 100 x 100 units; its upper edge points in the direction of the symbol. */
svg: string, };

/** A table of the project, one for each noun. */
export type Table = "criteria_preset" | "project" | "organisation" | "department" | "post" | "person" | "campus" | "building" | "floor" | "plan_layer" | "plan_element" | "underlay" | "control_tier" | "risk_zone" | "risk_point" | "hazard" | "possible_accident" | "assessment" | "direct_determination" | "control_measure" | "retired_code";

/** A table's words. */
export type TableEntry = { 
/** The table. */
value: Table, 
/** What one of its rows is called. */
name: Words, 
/** Its columns. */
columns: Array<Entry>, };

/** Takes a drawing over in one step. */
export type TakePlan = { 
/** What it is called, such as the name of its file. */
name: string, 
/** Its floors. */
floors: Array<TakenFloor>, };

/** A line or text. */
export type TakenElement = { 
/** What it stands for. */
kind: PlanElementKind, 
/** Its points. */
line: Polyline, 
/** Thickness or height of letters. */
size: number, 
/** Its words. */
text: string, 
/** The name of its layer; empty for the ground layer. */
layer: string, 
/** Whether the file shows it. */
visible: boolean, };

/** One floor of a drawing. */
export type TakenFloor = { 
/** Where it goes. */
target: FloorTarget, 
/** Whether its lengths are true. */
to_scale: boolean, 
/** Lines and texts. */
elements: Array<TakenElement>, 
/** Rooms. */
zones: Array<TakenZone>, 
/** Pictures, which are in the project already. */
underlays: Array<TakenUnderlay>, };

/** A picture. */
export type TakenUnderlay = { 
/** Fingerprint of the picture. */
asset: string, 
/** Its name. */
name: string, 
/** Where its top left corner lies. */
origin: Point, 
/** Width in pixels. */
width: number, 
/** Height in pixels. */
height: number, 
/** Millimetres for one pixel. */
millimetres_per_pixel: Scale, 
/** What is shown of it. */
crop: Crop | null, };

/** A room. */
export type TakenZone = { 
/** Its name; empty for a numbered one. */
name: string, 
/** Its outline. */
outline: Outline, };

/** Takes rows elsewhere: zones, elements, points, pictures, buildings. */
export type Transform = { 
/** The rows. */
rows: Array<RowId>, 
/** Where to. */
by: Transformation, 
/** Whether the points of a zone go along with it. */
with_points: boolean, };

/** How rows go elsewhere. */
export type Transformation = { "type": "move", 
/** To the right. */
dx: number, 
/** Down. */
dy: number, } | { "type": "turn", 
/** The place that stays. */
about: Point, 
/** Clockwise on the screen. */
degrees: number, } | { "type": "scale", 
/** The place that stays. */
about: Point, 
/** Factor to the right. */
across: number, 
/** Factor down. */
down: number, } | { "type": "mirror", 
/** One place of the line. */
from: Point, 
/** Another. */
to: Point, };

/** 「底图」 A picture under the drawing. */
export type Underlay = { 
/** Its identity. */
id: UnderlayId, 
/** 「楼层」 */
floor_id: FloorId, 
/** The picture: SHA-256 of its bytes, hexadecimal. */
asset: string, 
/** Where the top left corner of the whole picture lies; it is turned about this place. */
origin: Point, 
/** Width of the picture in pixels. */
width: number, 
/** Height of the picture in pixels. */
height: number, 
/** Scale: millimetres for one pixel, above 0. */
millimetres_per_pixel: Scale, 
/** Percent of opacity, 0-100. */
opacity: number, 
/** 「名称」 Such as the name of the file it came from; may be empty. */
name: string, 
/** Hundredths of a degree, clockwise, 0-35999. */
rotation: number, 
/** The part that is shown; empty for all of it. */
crop: Crop | null, 
/** Whether it is kept from the pointer. */
locked: boolean, 
/** Whether it is left out of sight and of prints. */
hidden: boolean, 
/** Drawing order, small first. */
ordinal: number, };

/** Identity of a picture under a floor plan. */
export type UnderlayId = string;

/** A unit of length. */
export type Unit = "millimetre" | "centimetre" | "decimetre" | "metre" | "kilometre" | "inch" | "foot" | "yard" | "degree" | "pixel";

/** How lengths of the file became millimetres. */
export type Units = { 
/** The file's unit. */
unit: Unit, 
/** Millimetres on the floor for one of them; 1 for degrees. */
millimetres_per_unit: number, 
/** How sure that is. */
basis: Basis, };

/** Chooses a preset for new scores of one family. */
export type UsePreset = { 
/** The list family. */
kind: RiskPointKind, 
/** Code of a preset of the project or of those that Sise ships. */
preset: string, };

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
/** Emergency symbols, in the order of the palette. */
symbols: Array<SymbolEntry>, 
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

/** Something that the user should know about a drawing. */
export type WarningView = { 
/** A short stable word. */
code: string, 
/** In words. */
text: Words, };

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
  /** The operation record, newest first. */
  'history': { args: HistoryArgs; result: Array<HistoryView> };
  /** Writes the bundle. */
  'export-bundle': { args: PathArgs; result: PathArgs };
  /** Prints maps, cards and ledgers into a folder. */
  'export': { args: ExportArgs; result: ExportReport };
  /** What can be printed, in which formats and sizes. */
  'print-kinds': { args: Nothing; result: Array<PrintKindView> };
  /** Looks at a drawing of somebody else. */
  'inspect-drawing': { args: InspectArgs; result: DrawingPreview };
  /** Brings a drawing in, as one step. */
  'import-drawing': { args: ImportArgs; result: DrawingTaken };
  /** The room between walls around a place. */
  'room-at': { args: RoomArgs; result: RoomView };
  /** All rooms between the walls of a floor. */
  'rooms': { args: RoomsArgs; result: Array<RoomView> };
  /** Parts of a plan as a text, to be pasted here or in another project. */
  'copy-rows': { args: CopyArgs; result: ClipText };
  /** Puts copied parts on a floor. */
  'paste-rows': { args: PasteArgs; result: Changed };
  /** The template areas. */
  'areas': { args: Nothing; result: Array<AreaView> };
  /** Lays a template area with its points on a plan. */
  'place-area': { args: PlaceAreaArgs; result: Changed };
  /** The bytes of a picture under a plan. */
  'picture': { args: PictureArgs; result: PictureView };
  /** How well references agree on a scale. */
  'try-scale': { args: ScaleArgs; result: ScaleFit };
  /** Writes plans as DXF, GeoJSON or SVG for other programs. */
  'export-plan': { args: PlanFilesArgs; result: PlanFilesReport };
  /** Ends a long call as soon as it can. */
  'cancel-job': { args: JobArgs; result: Nothing };
}
