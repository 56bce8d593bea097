// Made from the Rust types by `cargo xtask codegen`; do not edit. A test compares the two.

/** Where an accident type comes from. */
export type AccidentCatalogue = "gb6441-1986" | "gb6441-2025" | "school";

/** A possible accident in a worksheet. */
export type AccidentCell = { 
/** The accident. */
id: PossibleAccidentId, 
/** Code of its type. */
accident_type: string, 
/** The level, adjusted where it was. */
level: RiskLevel | null, 
/** The mean. */
score: string | null, 
/** How many have scored it. */
assessors: number, 
/** The values, where one has. */
values: string | null, 
/** Whether two are two levels apart or more. */
spread: boolean, 
/** Whether a leader adjusted it. */
adjusted: boolean, };

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

/** A form that prints accident types in its own words. */
export type AccidentFormEntry = { 
/** Its short name. */
value: string, 
/** What people call it. */
name: Words, 
/** Its types in their order, by their codes of 1986. */
types: Array<Entry>, };

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
/** The level of the mean alone, before any adjustment. */
computed: RiskLevel | null, 
/** The leader's decision that counts, if there is one. */
adjustment: AdjustmentView | null, 
/** The least product among assessors. */
least: string | null, 
/** The greatest product among assessors. */
greatest: string | null, 
/** Whether two assessors are two levels apart or more. */
spread: boolean, 
/** Whether the mean is lower than an assessor's own level. */
lowered_by_mean: boolean, 
/** Who chose what, in order, those with wrong values among them. */
assessments: Array<AssessmentView>, };

/** Takes a step with a hidden danger. */
export type ActOnDanger = { 
/** The danger. */
danger: HiddenDangerId, 
/** The step. */
act: DangerAct, 
/** Who takes it; who naturally does when left out. */
by: PersonId | null, 
/** The day; today when left out. */
on: string | null, 
/** The time of day. */
at: string | null, 
/** The reason, what was done, the conclusion. */
note: string, 
/** The deadline. */
deadline: string | null, 
/** Who rectifies. */
responsible: PersonId | null, 
/** Who accepts; who inspected or issued when left out. */
acceptor: PersonId | null, 
/** Who approved it in the leading group, for major ones. */
approver: PersonId | null, 
/** The measures. */
measures: string, 
/** Set aside, or spent, in yuan. */
funds: number | null, 
/** Emergency plan or interim measures. */
contingency: string, 
/** The rectification plan. */
document: DocumentId | null, 
/** When a suspension is looked at again. */
review_on: string | null, 
/** The danger that it duplicates. */
duplicate: HiddenDangerId | null, 
/** When confirming: the grade. */
grade: HiddenDangerGrade | null, 
/** When confirming: the form. */
form: DangerForm | null, 
/** When confirming: the cause. */
cause: DangerCause | null, 
/** When confirming: the topic. */
topic: Topic | null, 
/** When confirming: the possible accident. */
accident: string | null, 
/** When confirming: the basis. */
basis: string | null, 
/** When confirming: the point. */
point: RiskPointId | null, 
/** When confirming: the measure that failed. */
measure: ControlMeasureId | null, 
/** When confirming: the department. */
department: DepartmentId | null, 
/** Photographs. */
photos: Array<PhotoGiven>, };

/** Adds a row with these cells; the others get their usual beginning, the order the next number. */
export type Add = { 
/** The table. */
table: Table, 
/** Cells by column. */
cells: Record<string, string | number | null>, };

/** Makes a check-list of one's own. */
export type AddChecklist = { 
/** 「名称」 */
name: string, 
/** 「专题」 */
topic: Topic | null, 
/** Its lines. */
items: Array<NewChecklistLine>, };

/** Adds lines to a check-list. */
export type AddChecklistItems = { 
/** The check-list. */
checklist: ChecklistId, 
/** The lines. */
items: Array<NewChecklistLine>, };

/** Makes a plan. */
export type AddInspectionPlan = { 
/** What it says. */
plan: NewInspectionPlan, 
/** 「编号」 Empty for the next one. */
code: string, 
/** 「下达日期」 Nothing for a plan that is not issued yet. */
issued_on: string | null, };

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

/** Records an adjustment. Of several the latest counts; removing its row withdraws it. */
export type Adjust = { 
/** The possible accident. */
accident: PossibleAccidentId, 
/** With or without the measures. */
basis: RiskBasis, 
/** The level it is to have. */
level: RiskLevel, 
/** Why. */
reason: string, 
/** Who decides. */
decided_by: PersonId | null, };

/** A leader's adjustment with who decided it. */
export type AdjustmentView = { 
/** The decision. */
row: LevelAdjustment, 
/** Who decided. */
person: string | null, };

/** How near or far over a deadline is. */
export type Alarm = "three-days-before" | "one-day-before" | "one-day-over" | "three-days-over" | "seven-days-over";

/** What the two ends of a dimension are held by: a zone, an element, a point; or nothing, a bare place. */
export type Anchors = { 
/** What the first end is held by. */
from: RowId | null, 
/** What the second end is held by. */
to: RowId | null, };

/** A row of any table. */
export type AnyRecord = { "table": "criteria_preset", "row": CriteriaPreset } | { "table": "project", "row": Project } | { "table": "organisation", "row": Organisation } | { "table": "department", "row": Department } | { "table": "post", "row": Post } | { "table": "person", "row": Person } | { "table": "campus", "row": Campus } | { "table": "building", "row": Building } | { "table": "floor", "row": Floor } | { "table": "plan_layer", "row": PlanLayer } | { "table": "plan_element", "row": PlanElement } | { "table": "underlay", "row": Underlay } | { "table": "control_tier", "row": ControlTier } | { "table": "risk_zone", "row": RiskZone } | { "table": "risk_point", "row": RiskPoint } | { "table": "hazard", "row": Hazard } | { "table": "possible_accident", "row": PossibleAccident } | { "table": "assessment", "row": Assessment } | { "table": "direct_determination", "row": DirectDetermination } | { "table": "level_adjustment", "row": LevelAdjustment } | { "table": "document", "row": Document } | { "table": "emergency_plan", "row": EmergencyPlan } | { "table": "control_measure", "row": ControlMeasure } | { "table": "assessment_round", "row": AssessmentRound } | { "table": "round_member", "row": RoundMember } | { "table": "round_result", "row": RoundResult } | { "table": "check_item", "row": CheckItem } | { "table": "review", "row": Review } | { "table": "reviewed_point", "row": ReviewedPoint } | { "table": "change_record", "row": ChangeRecord } | { "table": "change_point", "row": ChangePoint } | { "table": "ignored_finding", "row": IgnoredFinding } | { "table": "remembered_mapping", "row": RememberedMapping } | { "table": "print_style", "row": PrintStyle } | { "table": "print_text", "row": PrintText } | { "table": "printed_piece", "row": PrintedPiece } | { "table": "own_sign", "row": OwnSign } | { "table": "term", "row": Term } | { "table": "special_days", "row": SpecialDays } | { "table": "appointment", "row": Appointment } | { "table": "checklist", "row": Checklist } | { "table": "checklist_item", "row": ChecklistItem } | { "table": "inspector", "row": Inspector } | { "table": "inspection_plan", "row": InspectionPlan } | { "table": "plan_point", "row": PlanPoint } | { "table": "inspection", "row": Inspection } | { "table": "inspection_item", "row": InspectionItem } | { "table": "hidden_danger", "row": HiddenDanger } | { "table": "danger_step", "row": DangerStep } | { "table": "danger_photo", "row": DangerPhoto } | { "table": "danger_report", "row": DangerReport } | { "table": "retired_code", "row": RetiredCode };

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

/** Makes criteria those of some families, and moves the scores that exist there over to them: every score of the same
 * method whose values they allow. Scores of other methods and values stay under their own criteria. */
export type ApplyPreset = { 
/** The criteria. */
preset: PresetChoice, 
/** The list families. */
kinds: Array<RiskPointKind>, };

/** 「安全职责」 that a person was given. */
export type Appointment = { 
/** Its identity. */
id: AppointmentId, 
/** 「人员」 */
person_id: PersonId, 
/** 「职责」 */
role: SafetyRole, 
/** 「部门」 For roles of one department. */
department_id: DepartmentId | null, };

/** Identity of a safety duty of a person. */
export type AppointmentId = string;

/** Approves an open round: its result becomes a record that later edits do not touch. */
export type ApproveRound = { 
/** The round. */
round: AssessmentRoundId, 
/** Who approves. */
approved_by: PersonId | null, 
/** What was concluded; the one written before stays where this is empty. */
conclusion: string, };

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

/** 「评价轮次」 One time the risks were identified and assessed anew. */
export type AssessmentRound = { 
/** Its identity. */
id: AssessmentRoundId, 
/** 「轮次类型」 */
kind: RoundKind, 
/** 「名称」 */
name: string, 
/** 「触发原因」 */
cause: string, 
/** 「开始日期」 */
started_on: string | null, 
/** 「结束日期」 */
ended_on: string | null, 
/** 「补充的轮次」 The annual round that a special one supplements. */
supplements_id: AssessmentRoundId | null, 
/** 「状态」 */
state: RoundState, 
/** 「结论」 */
conclusion: string, 
/** 「批准人」 */
approved_by_id: PersonId | null, 
/** 「批准日期」 */
approved_on: string | null, };

/** Identity of an assessment round 「评价轮次」. */
export type AssessmentRoundId = string;

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

/** What one assessor's values come to. */
export type AssessorReport = { 
/** The values as they were read. */
input: string, 
/** Their product. */
score: string, 
/** The level it would have alone. */
level: RiskLevel, 
/** `red orange yellow blue`. */
colour: string, };

/** Gives points to a department, a person, a post; what is absent stays as it is. */
export type Assign = { 
/** The points. */
points: Array<RiskPointId>, 
/** The responsible department. */
department: Assigned<DepartmentId> | null, 
/** The responsible person. */
person: Assigned<PersonId> | null, 
/** The post. */
post: Assigned<PostId> | null, 
/** Points that are left without a person get the head of their department, or else of one above. */
heads: boolean, };

/** A new value for a reference; `null` inside empties it. */
export type Assigned<T> = { 
/** Whom or what it is given to. */
to: T | null, };

/** A document to keep in the project. */
export type AttachArgs = { 
/** The file. */
path: string, 
/** What it is called; the file's own name where empty. */
name: string, 
/** A measure that it says in full. */
measure: ControlMeasureId | null, 
/** An emergency plan that it says in full. */
plan: EmergencyPlanId | null, };

/** Adds a photograph to a danger. */
export type AttachDangerPhoto = { 
/** The danger. */
danger: HiddenDangerId, 
/** The step that it belongs to, if any. */
step: DangerStepId | null, 
/** Before or after; before when left out. */
moment: PhotoMoment, 
/** Its fingerprint. */
asset: string, 
/** What it shows. */
note: string, };

/** Keeps a document. The same bytes under the same name are kept once. */
export type AttachDocument = { 
/** What it is called. */
name: string, 
/** The fingerprint of its bytes. */
asset: string, 
/** A measure that it says in full. */
measure: ControlMeasureId | null, 
/** An emergency plan that it says in full. */
plan: EmergencyPlanId | null, };

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

/** 「频次」 When an inspection is due. Text: `daily`, `shifts:3`, `weekly:1,4`, `month-days:5,15,24`, `nth-weekday:2,5`,
 * `quarterly:1,10`, `term-start:0`, `term-end:7`, `yearly:3,1`, `before-holiday:3`, `once:2026-03-05`. */
export type CalendarRule = { "every": "daily" } | { "every": "shifts", 
/** Shifts a day. */
count: number, } | { "every": "weekly", 
/** The days. */
days: Array<number>, } | { "every": "month-days", 
/** The days. */
days: Array<number>, } | { "every": "nth-weekday", 
/** 1 to 4, or 5 for the last one of the month. */
nth: number, 
/** 1 Monday to 7 Sunday. */
day: number, } | { "every": "quarterly", 
/** The month within the quarter, 1 to 3. */
month: number, 
/** The day, 1 to 31; in a month that is too short, its last day. */
day: number, } | { "every": "term-start", 
/** Days after. */
days: number, } | { "every": "term-end", 
/** Days before. */
days: number, } | { "every": "yearly", 
/** The month. */
month: number, 
/** The day; 29 February is 28 February in other years. */
day: number, } | { "every": "before-holiday", 
/** Days before. */
days: number, } | { "every": "once", 
/** The day. */
date: string, };

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

/** 「专项活动」 How a campaign stands. */
export type Campaign = { 
/** The plan. */
plan: InspectionPlanId, 
/** Tasks from its first to its last day, or to today where it has none; at most two years back and ahead. */
tasks: number, 
/** Done in time. */
done: number, 
/** Missed. */
missed: number, 
/** That may be done today. */
due: number, 
/** Its inspections, of tasks or besides. */
inspections: Array<InspectionId>, 
/** Items that were not as they should be. */
abnormal: number, };

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
catalogue: string, 
/** The type of 2025 that takes the place of one of 1986. */
successor: string | null, 
/** Whether the successor is a guess that a person should confirm. */
ask: boolean, 
/** For a school type: the standard one that it is another name of. */
alias_of: string | null, };

/** A refused cell of a block. */
export type CellFault = { 
/** Its row in the block, 1 the first. */
row: number, 
/** Its column in the block, 1 the first. */
column: number, 
/** What the column is called, in Chinese. */
column_name: string, 
/** What it says, shortened. */
text: string, 
/** A short stable word, such as `not-in-catalogue`. */
code: string, 
/** Why it is refused, in Chinese. */
chinese: string, 
/** The same in English. */
english: string, };

/** What taking an entry over would do. */
export type Change = "added" | "replaced" | "same";

/** 「变更类型」 */
export type ChangeKind = "place" | "equipment" | "people" | "process" | "law";

/** 「变更涉及的风险点」 A point that a change touches, and whether it was looked at again. */
export type ChangePoint = { 
/** Its identity. */
id: ChangePointId, 
/** 「变更」 */
change_id: ChangeRecordId, 
/** 「风险点」 */
point_id: RiskPointId, 
/** 「内容指纹」 of the point when the change was opened. */
fingerprint: string, 
/** 「复核日期」 */
settled_on: string | null, 
/** 「复核人」 */
settled_by_id: PersonId | null, 
/** 「复核意见」 */
note: string, };

/** Identity of a point that a change touches. */
export type ChangePointId = string;

/** 「变更」 A change of place, equipment, people, process or law. */
export type ChangeRecord = { 
/** Its identity. */
id: ChangeRecordId, 
/** 「变更类型」 */
kind: ChangeKind, 
/** 「变更名称」 */
title: string, 
/** 「变更内容」 */
description: string, 
/** 「变更日期」 */
happened_on: string | null, 
/** 「提出人」 */
raised_by_id: PersonId | null, 
/** 「评价轮次」 The re-evaluation that it opened. */
round_id: AssessmentRoundId | null, 
/** 「关闭日期」 */
closed_on: string | null, 
/** 「结论」 */
conclusion: string, };

/** Identity of a change 「变更」. */
export type ChangeRecordId = string;

/** A change of the site with what it makes out of date. */
export type ChangeView = { 
/** The change. */
record: ChangeRecord, 
/** Its points, by code. */
points: Array<ChangedPointView>, 
/** How many of them are still to be looked at again. */
open: number, 
/** Measures of points that are still to be looked at again. */
measures: Array<OutdatedMeasure>, 
/** Check items of such points that are in use. */
check_items: Array<CheckItem>, 
/** Prints that show points which are still to be looked at, or which were edited since. */
prints: Array<OutdatedPrint>, 
/** Name of the round that it opened; empty for none. */
round: string, };

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

/** How a point is not what was submitted. */
export type ChangedHow = "edited" | "new" | "gone";

/** A point that is not what was submitted. */
export type ChangedPoint = { 
/** Its code. */
code: string, 
/** Its name. */
name: string, 
/** Its identity; it may be gone. */
point: string, 
/** How. */
how: ChangedHow, };

/** A point that a change touches. */
export type ChangedPointView = { 
/** The point. */
point: RiskPointId, 
/** Its code. */
code: string, 
/** Its name. */
name: string, 
/** The day on which it was looked at again; empty for not yet. */
settled_on: string, 
/** Who looked. */
settled_by: string, 
/** What was found. */
note: string, 
/** Whether it says something else than when the change was opened. */
edited: boolean, };

/** What kind of chart. */
export type ChartKind = "columns" | "lines" | "bars";

/** 「检查项」 What an inspection asks at a point. Its words are never edited: revising makes a new version, so that
 * what was checked can always be told. */
export type CheckItem = { 
/** Its identity. */
id: CheckItemId, 
/** 「风险点」 */
point_id: RiskPointId, 
/** 「管控措施」 The measure that it checks. */
measure_id: ControlMeasureId | null, 
/** 「检查内容」 */
content: string, 
/** 「版本」 From 1. */
version: number, 
/** 「替代的版本」 */
replaces_id: CheckItemId | null, 
/** 「停用」 */
retired: boolean, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a check item 「检查项」. */
export type CheckItemId = string;

/** 「检查结果」 */
export type CheckResult = "normal" | "abnormal" | "not-applicable";

/** 「专项检查表」 A check-list that belongs to no risk point. */
export type Checklist = { 
/** Its identity. */
id: ChecklistId, 
/** 「名称」 */
name: string, 
/** 「专题」 */
topic: Topic | null, 
/** The library list that it was made of; blank for one's own. */
library: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a check-list 「专项检查表」. */
export type ChecklistId = string;

/** 「检查表条目」 One line of a check-list. Its words are never edited: revising makes a new version. */
export type ChecklistItem = { 
/** Its identity. */
id: ChecklistItemId, 
/** 「检查表」 */
checklist_id: ChecklistId, 
/** 「检查内容」 */
content: string, 
/** 「依据」 */
basis: string, 
/** 「版本」 From 1. */
version: number, 
/** 「替代的版本」 */
replaces_id: ChecklistItemId | null, 
/** 「停用」 */
retired: boolean, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a line of a check-list. */
export type ChecklistItemId = string;

/** A check-list of the project. */
export type ChecklistView = { 
/** The check-list. */
checklist: Checklist, 
/** Its lines in use, in order. */
items: Array<ChecklistItem>, 
/** Lines that were replaced or taken out of use. */
retired: Array<ChecklistItem>, 
/** The plans that use it. */
plans: Array<InspectionPlanId>, };

/** The check-lists of the project and of the library. */
export type ChecklistsView = { 
/** Those of the project. */
own: Array<ChecklistView>, 
/** Those of the library. */
library: Array<LibraryChecklistView>, };

/** 「危化品平台措施编码」 Class and sub-class, as the chemical regulator's exchange codes them. */
export type ChemicalCode = "1-1" | "1-2" | "1-3" | "1-4" | "1-5" | "2-1" | "2-2" | "2-3" | "3-1" | "3-2" | "3-3" | "3-4" | "4-1" | "4-2" | "4-3" | "4-4" | "4-5";

/** A text that can be pasted, also into another project. */
export type ClipText = { 
/** The text. */
text: string, };

/** Closes a change whose points are all settled. */
export type CloseChange = { 
/** The change. */
change: ChangeRecordId, 
/** What was concluded. */
conclusion: string, };

/** A colour on screen and the ink that prints it. */
export type Colour = { 
/** Red, green, blue, 0-255 each. */
rgb: [number, number, number], 
/** Cyan, magenta, yellow, black, percent each. */
cmyk: [number, number, number, number], };

/** 「风险色组」 Which set of the four colours a project uses. */
export type ColourSet = "print" | "pure";

/** One thing that a user can do. In JSON: `{"type": "draw-zone", ...}`. */
export type Command = { "type": "set-field" } & SetField | { "type": "set-fields" } & SetFields | { "type": "paste-block" } & PasteBlock | { "type": "fill-down" } & FillDown | { "type": "add" } & Add | { "type": "remove" } & Remove | { "type": "draw-zone" } & DrawZone | { "type": "reshape-zone" } & ReshapeZone | { "type": "place-point" } & PlacePoint | { "type": "move-point" } & MovePoint | { "type": "place-library-entry" } & PlaceLibraryEntry | { "type": "score" } & Score | { "type": "take-scores" } & TakeScores | { "type": "adjust" } & Adjust | { "type": "determine" } & Determine | { "type": "set-tier" } & SetTier | { "type": "use-preset" } & UsePreset | { "type": "save-preset" } & SavePreset | { "type": "apply-preset" } & ApplyPreset | { "type": "open-round" } & OpenRound | { "type": "approve-round" } & ApproveRound | { "type": "draw-plan" } & DrawPlan | { "type": "reshape-element" } & ReshapeElement | { "type": "add-underlay" } & AddUnderlay | { "type": "calibrate" } & Calibrate | { "type": "take-list" } & TakeList | { "type": "split-zone" } & SplitZone | { "type": "merge-zones" } & MergeZones | { "type": "cut-hole" } & CutHole | { "type": "fill-hole" } & FillHole | { "type": "offset-zone" } & OffsetZone | { "type": "resolve-overlap" } & ResolveOverlap | { "type": "move-vertex" } & MoveVertex | { "type": "move-border" } & MoveBorder | { "type": "insert-vertex" } & InsertVertex | { "type": "delete-vertex" } & DeleteVertex | { "type": "transform" } & Transform | { "type": "arrange" } & Arrange | { "type": "duplicate" } & Duplicate | { "type": "paste" } & Paste | { "type": "copy-floor" } & CopyFloor | { "type": "group" } & Group | { "type": "edit-underlay" } & EditUnderlay | { "type": "georeference-floor" } & GeoreferenceFloor | { "type": "take-plan" } & TakePlan | { "type": "place-template" } & PlaceTemplate | { "type": "use-tiers" } & UseTiers | { "type": "assign" } & Assign | { "type": "make-check-items" } & MakeCheckItems | { "type": "revise-check-item" } & ReviseCheckItem | { "type": "retire-check-item" } & RetireCheckItem | { "type": "review" } & ReviewOf | { "type": "open-change" } & OpenChange | { "type": "settle-change" } & SettleChange | { "type": "close-change" } & CloseChange | { "type": "attach-document" } & AttachDocument | { "type": "ignore-finding" } & IgnoreFinding | { "type": "take-staff" } & TakeStaff | { "type": "replace-person" } & ReplacePerson | { "type": "set-print-style" } & SetPrintStyle | { "type": "rewrite-text" } & RewriteText | { "type": "mark-printed" } & MarkPrinted | { "type": "keep-sign" } & KeepSign | { "type": "report-danger" } & ReportDanger | { "type": "danger-act" } & ActOnDanger | { "type": "attach-danger-photo" } & AttachDangerPhoto | { "type": "report-major" } & ReportMajor | { "type": "add-plan" } & AddInspectionPlan | { "type": "generate-plans" } & GeneratePlans | { "type": "revise-plan" } & RevisePlan | { "type": "end-plan" } & EndPlan | { "type": "issue-plans" } & IssuePlans | { "type": "take-checklists" } & TakeChecklists | { "type": "add-checklist" } & AddChecklist | { "type": "add-checklist-items" } & AddChecklistItems | { "type": "revise-checklist-item" } & ReviseChecklistItem | { "type": "retire-checklist-item" } & RetireChecklistItem | { "type": "record-inspection" } & RecordInspection;

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
ordinal: number, 
/** 「六类类别」 Only where it is not the usual one of its category. */
six_class: SixClass | null, 
/** 「危化品平台编码」 Only where it is not the usual one of its category. */
chemical: ChemicalCode | null, 
/** 「文件」 that says it in full. */
document_id: DocumentId | null, 
/** 「应急预案」 For emergency measures. */
plan_id: EmergencyPlanId | null, };

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

/** Rows to be copied. */
export type CopyRowsArgs = { 
/** Zones, points, elements, pictures. */
rows: Array<RowId>, 
/** Whether the points of a zone come along. */
with_points: boolean, };

/** One of the other copies. */
export type CopyView = { 
/** Where it lies. */
path: string, 
/** When the two parted; nothing where they have no step in common. */
parted_at: string | null, 
/** Who worked on it since. */
actors: Array<string>, };

/** What is covered and what is not. */
export type Coverage = { 
/** Every point, by code. */
points: Array<PointCoverage>, 
/** Plans that run and would cover points, but have none any more. */
pointless: Array<InspectionPlanId>, 
/** By department. */
measures: Array<MeasureShare>, 
/** Campaigns. */
campaigns: Array<Campaign>, };

/** Whether a point is inspected as its level asks. */
export type Covered = "fully" | "partly" | "not";

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

/** 「处置动作」 What may be done with a hidden danger. */
export type DangerAct = "draft" | "report" | "dismiss" | "confirm" | "fix-on-spot" | "assign" | "hand-up" | "take-up" | "submit" | "ask-extension" | "grant-extension" | "refuse-extension" | "suspend" | "resume" | "accept" | "reject" | "reopen" | "void";

/** A danger. */
export type DangerArgs = { 
/** The danger. */
danger: HiddenDangerId, };

/** 「隐患成因」 by cause: 人、物、环、管. */
export type DangerCause = "human" | "object" | "environment" | "management";

/** How many dangers there are of each kind, and which. */
export type DangerCounts = { 
/** Found in the period, whatever became of them; drafts and voided ones are not counted. */
found: Array<HiddenDangerId>, 
/** Confirmed in the period. */
confirmed: Array<HiddenDangerId>, 
/** Confirmed in the period and rectified by now: waiting for acceptance, or closed. */
rectified: Array<HiddenDangerId>, 
/** Confirmed in the period and closed by now. */
closed: Array<HiddenDangerId>, 
/** Confirmed in the period, and major. */
major: Array<HiddenDangerId>, 
/** Open now, whenever confirmed. */
open: Array<HiddenDangerId>, 
/** Open now and overdue, whenever confirmed. */
overdue: Array<HiddenDangerId>, 
/** Open now and major, whenever confirmed. */
open_major: Array<HiddenDangerId>, };

/** Everything about one danger. */
export type DangerFile = { 
/** What was worked out for it. */
line: DangerLine, 
/** The state in words. */
state_name: Words, 
/** The row. */
danger: HiddenDanger, 
/** What the measure that failed says; empty for none. */
measure: string, 
/** The deadline that an extension was asked for. */
asked: string | null, 
/** Who accepts. */
acceptor: PersonId | null, 
/** The name. */
acceptor_name: string, 
/** The measures of the assignment. */
measures: string, 
/** What was set aside, yuan. */
funds: number | null, 
/** What it cost, yuan. */
spent: number | null, 
/** Emergency plan or interim measures. */
contingency: string, 
/** The rectification plan. */
document: DocumentId | null, 
/** Its name. */
document_name: string, 
/** When the suspension is looked at again. */
review_on: string | null, 
/** When the rectification was submitted. */
submitted_on: string | null, 
/** The danger that it duplicates. */
duplicate: HiddenDangerId | null, 
/** Its code. */
duplicate_code: string, 
/** Every step, the oldest first. */
steps: Array<DangerStepView>, 
/** Photographs. */
photos: Array<DangerPhotoView>, 
/** Reports of a major danger. */
reports: Array<DangerReportView>, };

/** 「隐患类别」 by form. */
export type DangerForm = "management" | "site";

/** A danger with what was worked out for it. */
export type DangerLine = { 
/** The danger. */
id: HiddenDangerId, 
/** Its code. */
code: string, 
/** What it is. */
description: string, 
/** Where, in words. */
place: string, 
/** The point that it belongs to, its own or that of its measure. */
point: RiskPointId | null, 
/** The point's code. */
point_code: string, 
/** The point's name. */
point_name: string, 
/** The floor of its pin: its own place, else that of its point. */
floor: FloorId | null, 
/** The place of its pin, mm. */
position: Point | null, 
/** The department. */
department: DepartmentId | null, 
/** The department's name. */
department_name: string, 
/** The grade, once it is confirmed. */
grade: HiddenDangerGrade | null, 
/** What it is about. */
topic: Topic | null, 
/** How it was found. */
source: InspectionKind, 
/** The state. */
state: DangerState, 
/** When it was found. */
found_on: string, 
/** Who found it; empty for anonymous. */
reporter: string, 
/** The deadline. */
deadline: string | null, 
/** Days until the deadline; negative when it is over; of open ones only. */
days_left: number | null, 
/** Whether it is open and its deadline is over. */
overdue: boolean, 
/** How urgent it is. */
alarm: Alarm | null, 
/** Whether it was closed after its deadline. */
late: boolean, 
/** Who rectifies. */
responsible: PersonId | null, 
/** The name. */
responsible_name: string, 
/** When it was confirmed. */
confirmed_on: string | null, 
/** When it was closed. */
closed_on: string | null, 
/** How often acceptance was refused. */
rejections: number, };

/** 「隐患照片」 */
export type DangerPhoto = { 
/** Its identity. */
id: DangerPhotoId, 
/** 「隐患」 */
danger_id: HiddenDangerId, 
/** 「处置记录」 The step that it belongs to. */
step_id: DangerStepId | null, 
/** 「时点」 */
moment: PhotoMoment, 
/** The fingerprint of the picture, without the place where it was taken. */
asset: string, 
/** 「说明」 */
note: string, };

/** Identity of a photograph of a hidden danger. */
export type DangerPhotoId = string;

/** A photograph of a danger; `picture` gives its bytes. */
export type DangerPhotoView = { 
/** Its row. */
id: DangerPhotoId, 
/** The step that it came with. */
step: DangerStepId | null, 
/** Before or after. */
moment: PhotoMoment, 
/** Its fingerprint. */
asset: string, 
/** What it shows. */
note: string, };

/** 「双报告」 That a major danger was reported, and the receipt. */
export type DangerReport = { 
/** Its identity. */
id: DangerReportId, 
/** 「隐患」 */
danger_id: HiddenDangerId, 
/** 「报告对象」 */
addressee: ReportRecipient, 
/** 「受文单位」 */
recipient: string, 
/** 「报告日期」 */
sent_on: string, 
/** 「回执」 */
receipt: string, 
/** 「回执日期」 */
received_on: string | null, };

/** Identity of a report of a major danger. */
export type DangerReportId = string;

/** A report of a major danger. */
export type DangerReportView = { 
/** Its row. */
id: DangerReportId, 
/** To the authority or to the congress. */
to: ReportRecipient, 
/** Who that is. */
recipient: string, 
/** When it was sent. */
sent_on: string, 
/** What came back. */
receipt: string, 
/** When. */
received_on: string | null, };

/** 「隐患状态」 Where a hidden danger stands. */
export type DangerState = "draft" | "reported" | "not-danger" | "confirmed" | "rectifying" | "extension-asked" | "handed-up" | "suspended" | "awaiting-acceptance" | "closed" | "void";

/** 「处置记录」 One step of a danger: who did what when, and what the step needs. Never edited, never deleted by itself. */
export type DangerStep = { 
/** Its identity. */
id: DangerStepId, 
/** 「隐患」 */
danger_id: HiddenDangerId, 
/** 「动作」 */
act: DangerAct, 
/** 「经办人」 */
by_id: PersonId | null, 
/** 「日期」 */
done_on: string, 
/** 「时间」 */
done_at: string | null, 
/** 「说明」 The reason, what was done, the conclusion. */
note: string, 
/** 「期限」 */
deadline: string | null, 
/** 「整改责任人」 */
responsible_id: PersonId | null, 
/** 「验收人」 */
acceptor_id: PersonId | null, 
/** 「批准人」 of the leading group, for major ones. */
approver_id: PersonId | null, 
/** 「整改措施」 */
measures: string, 
/** 「资金（元）」 Set aside, or spent when the rectification is submitted. */
funds: number | null, 
/** 「应急预案/临时措施」 */
contingency: string, 
/** 「治理方案」 */
document_id: DocumentId | null, 
/** 「复核日期」 of a suspension. */
review_on: string | null, 
/** 「重复的隐患」 The one that it duplicates. */
duplicate_id: HiddenDangerId | null, 
/** From 1, in the order in which they were taken. */
ordinal: number, };

/** Identity of a step taken with a hidden danger. */
export type DangerStepId = string;

/** A step as it was taken. */
export type DangerStepView = { 
/** Its row. */
id: DangerStepId, 
/** What was done. */
act: DangerAct, 
/** In words. */
act_name: Words, 
/** The state before; none for the first step and for one that does not count. */
from: DangerState | null, 
/** The state after; none for one that does not count, since the state before it did not allow it. */
to: DangerState | null, 
/** The state after in words. */
to_name: Words, 
/** Who did it; empty for anonymous. */
by: string, 
/** The day. */
on: string, 
/** The time of day. */
at: string | null, 
/** What was said. */
note: string, 
/** The deadline that it set or asked for. */
deadline: string | null, 
/** Who was made responsible. */
responsible: string, 
/** Who was named to accept. */
acceptor: string, 
/** Who approved it. */
approver: string, 
/** The measures. */
measures: string, 
/** Set aside, or spent. */
funds: number | null, 
/** Emergency plan or interim measures. */
contingency: string, 
/** The plan's name. */
document: string, 
/** When the suspension is looked at again. */
review_on: string | null, 
/** Code of the danger that it duplicates. */
duplicate: string, };

/** The words of hidden dangers. */
export type DangerVocabulary = { 
/** States. */
states: Array<Entry>, 
/** Steps. */
acts: Array<Entry>, 
/** Grades. */
grades: Array<Entry>, 
/** Forms. */
forms: Array<Entry>, 
/** Causes. */
causes: Array<Entry>, 
/** Topics. */
topics: Array<Entry>, 
/** How dangers are found; kinds of inspections likewise. */
sources: Array<Entry>, 
/** Before and after. */
moments: Array<Entry>, 
/** Whom major dangers are reported to. */
recipients: Array<Entry>, 
/** What people are appointed to. */
safety_roles: Array<Entry>, };

/** Which dangers. */
export type DangersArgs = { 
/** In these states; all when empty. */
states: Array<DangerState>, 
/** Of this grade. */
grade: HiddenDangerGrade | null, 
/** At this point. */
point: RiskPointId | null, 
/** Of this department and those below it. */
department: DepartmentId | null, 
/** Only overdue ones. */
overdue: boolean, };

/** The dangers that were asked for, and how many there are of each state. */
export type DangersView = { 
/** The day by which overdue was judged. */
today: string, 
/** The dangers, the latest found first. */
dangers: Array<DangerLine>, 
/** Every state with its words and how many of all dangers are in it. */
states: Array<StateCount>, 
/** How many of all dangers are overdue. */
overdue: number, };

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

/** Two rounds to compare. */
export type DiffRoundsArgs = { 
/** The earlier round, approved; left out, today. */
before: AssessmentRoundId | null, 
/** The later one, approved; left out, today. */
after: AssessmentRoundId | null, 
/** With or without measures; existing risk when left out. */
basis: RiskBasis | null, };

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

/** A condition of direct determination and when it holds here. Never applied by itself: a person decides. */
export type DirectHint = { 
/** Code of the condition. */
condition: string, 
/** When it holds for this kind. */
when: string, };

/** How dangers are spread over one thing. */
export type Distribution = { 
/** Over what. */
by: SortedBy, 
/** What that is called. */
title: StatisticsTitle, 
/** The groups, the most first; those of the period before that have none now come last. */
groups: Array<StatisticsGroup>, };

/** 「文件」 A document that says a measure or a plan in full. */
export type Document = { 
/** Its identity. */
id: DocumentId, 
/** 「名称」 With its ending, as it was called. */
name: string, 
/** The fingerprint of its bytes. */
asset: string, 
/** 「备注」 */
note: string, };

/** A document. */
export type DocumentArgs = { 
/** The document. */
document: DocumentId, };

/** Identity of a document 「文件」. */
export type DocumentId = string;

/** A document as a window can show or offer it. */
export type DocumentView = { 
/** What it is called. */
name: string, 
/** Such as `application/pdf`. */
media_type: string, 
/** Its bytes in base64. */
data: string, };

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

/** 「逐级落实」 Who supervises a point at one tier: its own tier and each below it. */
export type Duty = { 
/** The tier. */
tier: ControlTierId, 
/** Its name. */
name: string, 
/** The department that answers at this tier, if it can be told. */
department: DepartmentId | null, 
/** Its name. */
department_name: string, 
/** The person, if somebody is named. */
person: PersonId | null, 
/** The name. */
person_name: string, };

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

/** 「应急预案」 What emergency measures may refer to instead of saying it each time. */
export type EmergencyPlan = { 
/** Its identity. */
id: EmergencyPlanId, 
/** 「名称」 */
name: string, 
/** 「预案类型」 */
kind: EmergencyPlanKind, 
/** 「内容」 Steps, a line each. */
content: string, 
/** 「文件」 */
document_id: DocumentId | null, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of an emergency plan 「应急预案」. */
export type EmergencyPlanId = string;

/** 「预案类型」 */
export type EmergencyPlanKind = "comprehensive" | "special" | "on-site";

/** Ends a plan. */
export type EndPlan = { 
/** The plan. */
plan: InspectionPlanId, 
/** Its last day; today when left out. */
on: string | null, };

/** A word and its names. */
export type Entry = { 
/** The stable text. */
value: string, 
/** Its names. */
name: Words, };

/** An entry. */
export type EntryArgs = { 
/** Its id. */
id: string, };

/** An entry of an incoming file and what taking it would do. */
export type EntryChange = { 
/** Its id. */
id: string, 
/** Its name. */
name: string, 
/** What taking it would do. */
change: Change, };

/** An entry of the library. */
export type EntryChoice = string | LibraryEntry;

/** An entry in short. */
export type EntryLine = { 
/** Its id. */
id: string, 
/** Where it comes from. */
origin: Origin, 
/** Its family. */
kind: RiskPointKind, 
/** Its group. */
group: string, 
/** Where it is of use. */
applies_to: Site, 
/** What Chinese readers call it. */
name: string, 
/** What English readers call it; may be empty. */
english: string, 
/** How many hazards it has. */
hazards: number, };

/** A point to make an entry of. */
export type EntryOfPointArgs = { 
/** The point. */
point: RiskPointId, 
/** The entry's id; one is made where it is empty. */
id: string, 
/** Its group; `own` where it is empty. */
group: string, 
/** Where it is of use. */
applies_to: Site, 
/** Its name; that of the point where it is empty. */
name: string, };

/** 「执行人」 Who does the tasks of a plan. */
export type Executor = "responsible" | "department-head" | "group-leader" | "person" | "pool";

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
/** These pieces only. */
pieces?: Array<PieceId>, 
/** Only pieces that hang and say something else today. */
stale?: boolean, 
/** Whether maps show exits, routes, extinguishers and assembly points; they do unless it says otherwise. */
evacuation?: boolean, 
/** Papers of a month: this one, `2026-03`; the latest with anything on record unless it is said. */
month?: string, 
/** Notices, case files and reports of these hidden dangers only, by their codes. */
dangers?: Array<string>, 
/** The day by which papers say what is due and overdue, `2026-03-05`; today unless it is said. */
day?: string, 
/** How cards stand on the paper. */
card_layout: CardLayout, 
/** Resolution of pictures, in dots per inch. */
dpi: number, 
/** Colour space of PDF. */
ink: Ink, 
/** Whether personal phone numbers are printed whole; else as 138****0021. */
open_phones: boolean, };

/** A part of a project and where it goes. */
export type ExportLibraryArgs = { 
/** The file. */
path: string, 
/** What the library is called. */
name: string, 
/** Which points become entries. */
part: PartArgs, 
/** Where they are of use. */
applies_to: Site, };

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

/** What was written. */
export type ExportedLibrary = { 
/** Where. */
path: string, 
/** How many entries. */
entries: number, };

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

/** A list family. */
export type FamilyArgs = { 
/** The family. */
kind: RiskPointKind, };

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

/** Puts what stands in the first row into the same columns of the others. */
export type FillDown = { 
/** The rows, the one to copy first. */
rows: Array<RowId>, 
/** The columns. */
columns: Array<string>, };

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
/** What it names besides; `ignore-finding` takes it as it is. */
detail: string, 
/** What is wrong and what to do. */
text: Words, 
/** Where on the floor. */
at: Point | null, 
/** What would mend it. */
remedy: RemedyView, 
/** The decision to live with it, if it holds. */
ignored: IgnoredView | null, };

/** A file that was looked at. */
export type FingerprintArgs = { 
/** As it was given with the change. */
fingerprint: string, };

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

/** Makes plans out of levels and tiers by the frequency matrix, of the points that no plan covers yet. */
export type GeneratePlans = { 
/** Which; all when left out. */
plans: Array<ProposedPlan> | null, 
/** Their first day; today when left out. */
starts_on: string | null, 
/** Their last day. */
ends_on: string | null, 
/** When they are issued; nothing to look through them first. */
issued_on: string | null, };

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
ordinal: number, 
/** 「危险源序号」 The last part of its code; given once within its point and never again. */
number: number, 
/** 「备注」 */
note: string, };

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

/** 「隐患」 What was found, and how it was judged when it was confirmed. */
export type HiddenDanger = { 
/** Its identity. */
id: HiddenDangerId, 
/** 「隐患编号」 Never given again. */
code: string, 
/** 「隐患描述」 */
description: string, 
/** 「地点」 */
place: string, 
/** 「关联风险点」 */
point_id: RiskPointId | null, 
/** 「关联措施」 The measure that failed. */
measure_id: ControlMeasureId | null, 
/** 「检查结果」 The abnormal result that found it. */
item_id: InspectionItemId | null, 
/** 「楼层」 Where it lies, for one that is at no point. */
floor_id: FloorId | null, 
/** 「位置」 on that floor, mm. */
position: Point | null, 
/** 「来源」 */
source: InspectionKind, 
/** 「发现日期」 */
found_on: string, 
/** 「发现时间」 */
found_at: string | null, 
/** 「发现人」 */
reporter_id: PersonId | null, 
/** 「发现人姓名」 As given, where it is nobody of this project; blank for anonymous. */
reporter: string, 
/** 「责任部门」 */
department_id: DepartmentId | null, 
/** 「类别」 */
form: DangerForm | null, 
/** 「成因」 */
cause: DangerCause | null, 
/** 「专题」 */
topic: Topic | null, 
/** 「可能的事故类型」 Its code in the catalogue of 1986 or our additions; blank for none. */
accident: string, 
/** 「级别」 Given when it is confirmed. */
grade: HiddenDangerGrade | null, 
/** 「依据」 */
basis: string, 
/** 「备注」 */
note: string, };

/** 「隐患级别」 Another thing than the level of a risk. */
export type HiddenDangerGrade = "general" | "major";

/** Identity of a hidden danger 「隐患」. */
export type HiddenDangerId = string;

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

/** Ignores a finding. Doing so again gives it another reason. */
export type IgnoreFinding = { 
/** Code of its rule. */
rule: string, 
/** The row it is about. */
row: RowId, 
/** What it names besides. */
detail: string, 
/** Why it may stand. */
reason: string, 
/** Who decides. */
by: PersonId | null, };

/** 「忽略的体检问题」 A finding of the health check that somebody decided to live with, until its subject changes. */
export type IgnoredFinding = { 
/** Its identity. */
id: IgnoredFindingId, 
/** 「规则」 */
rule: string, 
/** 「对象」 `table/id` of the row it is about. */
subject: string, 
/** 「内容」 What the finding named besides. */
detail: string, 
/** 「理由」 */
reason: string, 
/** 「决定人」 */
ignored_by_id: PersonId | null, 
/** 「日期」 */
ignored_on: string, 
/** 「内容指纹」 of the subject at that time. */
fingerprint: string, };

/** Identity of a finding that somebody decided to live with. */
export type IgnoredFindingId = string;

/** A decision to live with a finding. */
export type IgnoredView = { 
/** Its row; removing it takes the decision back. */
id: IgnoredFindingId, 
/** Why. */
reason: string, 
/** Who decided; empty where nobody was named. */
by: string, 
/** The day. */
on: string, };

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

/** A folder to take result files from. */
export type InboxArgs = { 
/** The folder; the watched one of the open project when left out. */
folder: string | null, };

/** A file that was refused. */
export type InboxRefusal = { 
/** Its name. */
file: string, 
/** A short stable word, such as `taken-before`. */
code: string, 
/** Why, and what to do. */
reason: Words, };

/** What became of the files of a folder. */
export type InboxReport = { 
/** Files that were taken. */
taken: Array<InboxTaken>, 
/** Files that were refused, each set aside with its reason. */
refused: Array<InboxRefusal>, 
/** Files that are still being written: they are looked at the next time. */
waiting: Array<string>, 
/** Files that could not be set aside, and why. What they say was judged all the same. */
left: Array<InboxRefusal>, 
/** The steps, in their order, for a window to follow. */
changes: Array<Changed>, 
/** Why the rest of the files was left alone, when the project itself could not be written. */
stopped: ApiError | null, };

/** A file that was taken. */
export type InboxTaken = { 
/** Its name. */
file: string, 
/** The inspection that it became. */
inspection: InspectionId | null, 
/** How many dangers it reported. */
dangers: number, };

/** The folder that is watched for the open project. */
export type InboxView = { 
/** The folder; nothing when none is watched. */
folder: string | null, 
/** How many result files lie in it. */
waiting: number, };

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

/** 「检查记录」 One inspection as it was done. */
export type Inspection = { 
/** Its identity. */
id: InspectionId, 
/** 「排查计划」 */
plan_id: InspectionPlanId | null, 
/** 「风险点」 */
point_id: RiskPointId | null, 
/** 「应检日期」 Of the task that it does; nothing for one without a plan. */
due_on: string | null, 
/** 「班次」 From 1, for plans of each shift. */
shift: number | null, 
/** 「实检日期」 */
done_on: string, 
/** 「实检时间」 */
done_at: string | null, 
/** 「检查人」 */
inspector_id: PersonId | null, 
/** 「检查人姓名」 as written, where it is nobody of this project. */
inspector: string, 
/** 「记录方式」 */
channel: InspectionChannel, 
/** The identity that a result file gave it, so that it is taken once. */
source: string, 
/** 「备注」 */
note: string, };

/** 「记录方式」 How a result came in. */
export type InspectionChannel = "desk" | "paper" | "file";

/** Identity of an inspection 「检查记录」. */
export type InspectionId = string;

/** 「检查结果」 of one item, with the words that were checked. */
export type InspectionItem = { 
/** Its identity. */
id: InspectionItemId, 
/** 「检查记录」 */
inspection_id: InspectionId, 
/** 「检查项」 in the version that was checked. */
check_item_id: CheckItemId | null, 
/** 「检查表条目」 in the version that was checked. */
checklist_item_id: ChecklistItemId | null, 
/** 「检查内容」 As it was asked. */
content: string, 
/** 「结果」 */
result: CheckResult, 
/** 「实测值」 */
value: string, 
/** 「说明」 */
note: string, 
/** 「照片」 The fingerprint of a picture; blank for none. */
photo: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of the result of one check item. */
export type InspectionItemId = string;

/** 「排查类型」 Why somebody looked; also where a hidden danger comes from. The first ten are the codes 1 to 10 of the
 * chemical platform, in their order. */
export type InspectionKind = "daily" | "comprehensive" | "special" | "seasonal" | "holiday" | "analogy" | "resumption" | "expert" | "measure-failure" | "other" | "anybody" | "supervision" | "monitoring";

/** 「排查计划」 What is inspected when by whom. It covers the points of its `plan_point` rows, each with a task of its
 * own; a plan without points covers a whole place with one task. Another rhythm is a new plan: the old one ends, so
 * that what was due in the past stays. */
export type InspectionPlan = { 
/** Its identity. */
id: InspectionPlanId, 
/** 「编号」 */
code: string, 
/** 「名称」 */
name: string, 
/** 「排查类型」 */
kind: InspectionKind, 
/** 「专题」 */
topic: Topic | null, 
/** 「检查范围」 In words; for plans without points, the place. */
scope: string, 
/** 「检查表」 besides the check items of its points. */
checklist_id: ChecklistId | null, 
/** 「频次」 */
rule: CalendarRule, 
/** 「避开」 */
rest_days: RestDays, 
/** 「遇休息日」 */
on_rest: OnRestDay, 
/** 「宽限天数」 after the date; nothing for the usual of the rule. */
grace_days: number | null, 
/** 「执行人」 */
executor: Executor, 
/** 「指定人员」 */
person_id: PersonId | null, 
/** 「检查层级」 */
tier_id: ControlTierId | null, 
/** 「组织部门」 */
department_id: DepartmentId | null, 
/** 「开始日期」 */
starts_on: string, 
/** 「结束日期」 */
ends_on: string | null, 
/** 「下达日期」 */
issued_on: string | null, 
/** 「专项活动」 A campaign, counted by itself. */
campaign: boolean, 
/** 「替代的计划」 */
replaces_id: InspectionPlanId | null, 
/** 「备注」 */
note: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of an inspection plan 「排查计划」. */
export type InspectionPlanId = string;

/** A result with what was found. */
export type InspectionView = { 
/** The inspection. */
inspection: Inspection, 
/** The name of its plan; empty for none. */
plan_name: string, 
/** Code of its point; empty for none. */
code: string, 
/** The name of the point, or the place. */
name: string, 
/** Who inspected. */
inspector: string, 
/** The items, in order. */
items: Array<InspectionItem>, 
/** How many were not as they should be. */
abnormal: number, 
/** Codes of the dangers that came of it. */
dangers: Array<string>, };

/** The words of inspections. */
export type InspectionVocabulary = { 
/** Why somebody looks. */
kinds: Array<Entry>, 
/** What it is about. */
topics: Array<Entry>, 
/** Days that are not as their weekday says. */
special_days: Array<Entry>, 
/** Days on which a plan rests. */
rest_days: Array<Entry>, 
/** What becomes of a task on such a day. */
on_rest: Array<Entry>, 
/** Who does the tasks. */
executors: Array<Entry>, 
/** Results of an item. */
results: Array<Entry>, 
/** How a result came in. */
channels: Array<Entry>, 
/** Where a task stands. */
task_states: Array<Entry>, 
/** Where a plan stands. */
plan_states: Array<Entry>, };

/** Which results. */
export type InspectionsArgs = { 
/** The first day on which they were done. */
from: string | null, 
/** The last one. */
to: string | null, 
/** Of this plan. */
plan: InspectionPlanId | null, 
/** At this point. */
point: RiskPointId | null, 
/** This one. */
inspection: InspectionId | null, };

/** 「检查人员库」 Somebody who may inspect a topic, or anything. */
export type Inspector = { 
/** Its identity. */
id: InspectorId, 
/** 「人员」 */
person_id: PersonId, 
/** 「专题」 */
topic: Topic | null, 
/** 「培训日期」 */
trained_on: string | null, 
/** 「备注」 */
note: string, };

/** Identity of a place in the pool of inspectors. */
export type InspectorId = string;

/** Issues plans: from then on they ask for something. */
export type IssuePlans = { 
/** The plans. */
plans: Array<InspectionPlanId>, 
/** When; today when left out. */
on: string | null, };

/** What one item showed. */
export type ItemResult = { 
/** The check item of the point, in the version that was checked. */
check_item: CheckItemId | null, 
/** Or the line of the check-list. */
checklist_item: ChecklistItemId | null, 
/** What was looked at, where it is neither. */
content: string, 
/** 「结果」 */
result: CheckResult, 
/** 「实测值」 */
value: string, 
/** 「说明」 */
note: string, 
/** The fingerprint of a photograph; blank for none. */
photo: string, };

/** A job. */
export type JobArgs = { 
/** Its name. */
job: string, };

/** Keeps a safety sign of one's own. */
export type KeepSign = { 
/** The sign to change; nothing for a new one. */
sign: OwnSignId | null, 
/** Short name of the shipped sign that it stands for; empty for one more. */
replaces: string, 
/** Its family. */
family: SignFamily, 
/** What it is called. */
name: string, 
/** Its drawing, SVG. */
drawing: string, 
/** Codes of accident types whose cards show it. */
accidents: Array<string>, };

/** Who keeps the common part. */
export type Keeper = "zone" | "other" | "both";

/** A photograph that is kept. Commands name it by its fingerprint. */
export type KeptPhoto = { 
/** Its fingerprint. */
asset: string, 
/** Width in pixels. */
width: number, 
/** Height in pixels. */
height: number, };

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

/** Edits of an earlier session that have not reached their file. */
export type LeftOverView = { 
/** The file; opening it brings them back. */
path: string, 
/** How many commits it lacks. */
commits: number, 
/** Whether the file is still there; if not, they are recovered into a new one. */
is_there: boolean, };

/** A floor. */
export type Level = { 
/** Its name, in the language that was asked for where the file has it. */
name: string, 
/** Its number: 0 is at ground level, as in IMDF. */
ordinal: number, 
/** The name of its building; empty where the file does not tell. */
building: string, };

/** 「等级调整」 A leader's decision that a possible accident has another level than its scores give. The scores stay
 * as they are beside it; of several decisions on one basis the latest counts. */
export type LevelAdjustment = { 
/** Its identity. */
id: LevelAdjustmentId, 
/** 「事故类型」 */
accident_id: PossibleAccidentId, 
/** 「固有/现有」 */
basis: RiskBasis, 
/** 「调整后等级」 */
level: RiskLevel, 
/** 「调整理由」 */
reason: string, 
/** 「决定人」 */
decided_by_id: PersonId | null, 
/** 「决定日期」 */
decided_on: string | null, };

/** Identity of a leader's adjustment 「等级调整」. */
export type LevelAdjustmentId = string;

/** A point whose level would change. */
export type LevelChange = { 
/** The point. */
id: RiskPointId, 
/** Its code. */
code: string, 
/** Its name. */
name: string, 
/** The plan it stands on. */
floor_id: FloorId | null, 
/** The level now. */
before: RiskLevel | null, 
/** The level then. */
after: RiskLevel | null, 
/** The score now. */
score_before: string | null, 
/** The score then. */
score_after: string | null, };

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

/** What made the level of a point. */
export type LevelReason = "scored" | "adjusted" | "direct" | "danger" | "unassessed";

/** Some of the four levels. Text: `major,high`, greatest first; empty for none. */
export type LevelSet = Array<RiskLevel>;

/** 「可能的事故类型」 with the scores to begin with. */
export type LibraryAccident = { 
/** Code of the catalogue: 01-20, N01-N27 or X01… */
type: string, 
/** Its type by GB 6441-2025, where the catalogue's own successor does not fit. */
type_2025?: string | null, 
/** 「固有风险」 Without measures. */
inherent: SuggestedScores, 
/** 「现有风险」 With the measures of this entry. */
existing: SuggestedScores, };

/** 「检查项」 What is looked at on rounds. */
export type LibraryCheck = { 
/** 「检查内容」 */
item: string, 
/** 「检查方法」 */
method: string, 
/** 「标准」 */
standard: string, 
/** 「建议频次」 in words. */
frequency: string, };

/** A check-list of the library. */
export type LibraryChecklist = { 
/** Its identity in the library. */
id: string, 
/** 「名称」 */
name: string, 
/** 「专题」 */
topic: Topic | null, 
/** What kind of inspection uses it. */
kind: InspectionKind, 
/** Its lines. */
items: Array<LibraryLine>, };

/** A check-list of the library. */
export type LibraryChecklistView = { 
/** What it says. */
list: LibraryChecklist, 
/** The one of the project that was made of it. */
taken: ChecklistId | null, };

/** 「风险库条目」 One kind of place, equipment or work: all that a new risk point of this kind needs. */
export type LibraryEntry = { 
/** Stable: lower-case words with hyphens. A user's entry with the id of a built-in one takes its place. */
id: string, 
/** 「风险点类型」 */
kind: RiskPointKind, 
/** Id of its group. */
group: string, 
/** Where it is found. */
applies_to: Site, 
/** 「名称」 */
name: string, 
/** The name in English; may be empty in a user's file. */
english: string, 
/** Other words under which it is looked for. */
words: Array<string>, 
/** First letters of the name in pinyin, such as `hxsys`. */
initials: string, 
/** 「危险源」 */
hazards: Array<LibraryHazard>, 
/** 「检查项」 */
checks: Array<LibraryCheck>, 
/** 「应急处置」 Short steps in their order. */
emergency: Array<string>, 
/** Ids of fitting safety signs. */
signs: Array<string>, 
/** 「直接判定」 Conditions that often hold for this kind. */
direct?: Array<DirectHint>, };

/** A library file that was looked at. */
export type LibraryFilePreview = { 
/** What it is called. */
name: string, 
/** Each entry and what taking it would do to the user's library. */
entries: Array<EntryChange>, };

/** What a search is narrowed to; nothing by default. */
export type LibraryFilter = { 
/** Only this family. */
kind: RiskPointKind | null, 
/** Only what is of use at such a site. */
site: Site | null, 
/** Only this group. */
group: string | null, };

/** A group of kinds, such as 实训车间. */
export type LibraryGroup = { 
/** Its short name, such as `workshops`. */
id: string, 
/** What Chinese readers call it. */
name: string, 
/** What English readers call it; may be empty in a user's file. */
english: string, };

/** 「危险源」 One thing that can go wrong. */
export type LibraryHazard = { 
/** 「作业步骤/检查项目」, for places the part of the place. */
step: string, 
/** 「标准」 For items of check lists. */
standard?: string, 
/** 「危险源描述」 */
description: string, 
/** 「危险有害因素」 Code by GB/T 13861; may be empty in a user's file. */
factor: string, 
/** 「可能后果」 */
consequence: string, 
/** 「可能的事故类型」 */
accidents: Array<LibraryAccident>, 
/** 「管控措施」 */
measures: Array<LibraryMeasure>, };

/** A line of it. */
export type LibraryLine = { 
/** 「检查内容」 */
content: string, 
/** 「依据」 Blank where none is certain. */
basis: string, };

/** 「管控措施」 */
export type LibraryMeasure = { 
/** 「类别」 */
category: MeasureCategory, 
/** 「内容」 */
content: string, };

/** All entries in short. */
export type LibraryView = { 
/** The groups in their order. */
groups: Array<LibraryGroup>, 
/** The entries in their order. */
entries: Array<EntryLine>, 
/** Why the user's own library could not be read, if it could not. */
problem: ApiError | null, };

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
export type ListField = "number" | "code" | "kind" | "name" | "activity" | "facility" | "workplace" | "zone" | "location" | "step" | "standard" | "hazard" | "factor" | "accident" | "consequence" | "L" | "E" | "C" | "S" | "M" | "score" | "band" | "level" | "point-level" | "engineering" | "administrative" | "training" | "protection" | "emergency" | "measures" | "proposed" | "tier" | "tier-reason" | "department" | "person" | "direct" | "preset" | "assessors" | "assessed-on" | "focus" | "note" | "person-name" | "person-title" | "phone" | "post" | "parent-department" | "department-code" | "department-head" | "headcount" | "special-operation" | "ignored";

/** A list to write. */
export type ListFileArgs = { 
/** Where. */
path: string, 
/** What. */
list: ListOutArgs, };

/** Which points of a list; an empty choice is all. */
export type ListFilter = { 
/** Points of these levels. */
levels: Array<RiskLevel>, 
/** Points of these families. */
kinds: Array<RiskPointKind>, 
/** Points of these departments and those below them. */
departments: Array<DepartmentId>, 
/** Points that may lead to these accident types. */
accidents: Array<string>, };

/** Which list. */
export type ListKind = "activities" | "facilities" | "workplaces" | "points" | "control" | "responsibility" | "major" | "measures" | "check-items" | "staff" | "findings" | "changes" | "reviews";

/** How a list is to be read. What is not given is found out. */
export type ListMapping = { 
/** What the list is about; found out where it is not given. */
subject: ListSubject | null, 
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
tier: string | null, 
/** Only some points. */
filter: ListFilter, 
/** Name of the user's own columns for a region. */
template: string | null, };

/** What becomes of a row. */
export type ListOutcome = "unchanged" | "updated" | "created" | "refused";

/** A list compared with a project. */
export type ListProposal = { 
/** What the list is about. */
subject: ListSubject, 
/** Whether it was read as a list with the same titles was read before. */
remembered: boolean, 
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
command: TakeList | null, 
/** What accepting a staff list does; absent where there is nothing to do. */
staff: TakeStaff | null, };

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

/** A row as it looks. */
export type ListRowLook = { 
/** Its number, from 1. */
number: number, 
/** Its cells from column A on, those that are long cut short. */
cells: Array<string>, };

/** A sheet as it looks. */
export type ListSheet = { 
/** Its number from 1. */
number: number, 
/** Its name. */
name: string, 
/** Whether people see it in their program. */
hidden: boolean, 
/** How many rows with something in them it has. */
rows: number, 
/** The first of them. */
top: Array<ListRowLook>, };

/** A row that is none of the list. */
export type ListSkipped = { 
/** Its number. */
row: number, 
/** `section`, `repeated-header`, `footer` or `nothing-known`. */
reason: string, 
/** What stands there. */
text: string, };

/** What a list is about. */
export type ListSubject = "risk" | "staff";

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

/** Columns as a region wants them. */
export type ListTemplate = { 
/** What it is called, such as the region. */
name: string, 
/** The list it is for. */
kind: ListKind, 
/** Its columns, from left to right. */
columns: Array<TemplateColumn>, };

/** Name and list of a template. */
export type ListTemplateArgs = { 
/** Its name. */
name: string, 
/** Its list. */
kind: ListKind, };

/** An entry and where it comes from. */
export type ListedEntry = { 
/** Where it comes from. */
origin: Origin, 
/** The entry. */
entry: LibraryEntry, };

/** What one assessor chose. */
export type ListedScore = { 
/** Name of the assessor. */
assessor: string, 
/** Code of the criteria, of the project or shipped. */
preset: string, 
/** The values. */
factors: Factors, };

/** A version or another project, to be looked at beside the open one. */
export type LookFloorArgs = { 
/** The file. */
path: string, 
/** The floor. */
floor: FloorId, };

/** A point whose tier is lower than its level calls for. */
export type LoweredTier = { 
/** The point. */
point: RiskPointId, 
/** Its code. */
code: string, 
/** Its name. */
name: string, 
/** Its tier. */
tier: string, 
/** The tier that its level calls for. */
called_for: string, 
/** Why. */
reason: string, };

/** Makes a check item of each measure that has none in use. */
export type MakeCheckItems = { 
/** The measures. */
measures: Array<ControlMeasureId>, };

/** How the columns of a list were read. */
export type MappingToKeep = { 
/** Titles of its columns, a line each. */
titles: string, 
/** The mapping as JSON. */
body: string, };

/** Records what hangs. A piece that was recorded before is recorded anew. */
export type MarkPrinted = { 
/** The pieces. */
pieces: Array<PieceOnWall>, 
/** When they were printed; today when left out. */
on: string | null, };

/** Which pieces are recorded as printed. */
export type MarkPrintedArgs = { 
/** All pieces of these kinds. */
kinds: Array<PrintKind>, 
/** These pieces. */
pieces: Array<PieceId>, };

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

/** What a category of measures is in the other taxonomies. */
export type MeasureMapping = { 
/** The category of the five. */
category: MeasureCategory, 
/** Its usual class of the six. */
six_class: SixClass, 
/** The classes that it may be. */
six_classes: Array<SixClass>, 
/** Its usual code of the chemical platform. */
chemical: ChemicalCode, };

/** 「措施检查率」 How many measures of a department's points have a check item in use. */
export type MeasureShare = { 
/** The department; nothing for points that belong to none. */
department: DepartmentId | null, 
/** Measures in place. */
measures: number, 
/** Those with a check item. */
checked: number, 
/** Those without. */
unchecked: Array<ControlMeasureId>, };

/** 「措施状态」 */
export type MeasureStatus = "existing" | "proposed";

/** A measure to be. */
export type MeasureToBe = { 
/** Its class. */
category: MeasureCategory, 
/** What is done. */
content: string, };

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

/** Merges zones into the first of them. It takes over the points of the others. */
export type MergeZones = { 
/** The zones; the first one stays. */
zones: Array<RiskZoneId>, 
/** Gaps up to this width are bridged, in millimetres: a wall between two rooms. */
gap: number, };

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

/** A month. */
export type MonthArgs = { 
/** The year. */
year: number, 
/** The month, from 1. */
month: number, };

/** 「安全月报」 */
export type MonthReport = { 
/** The year. */
year: number, 
/** The month. */
month: number, 
/** The organisation. */
organisation: string, 
/** Its days. */
period: StatisticsPeriod, 
/** The day on which it was made: where things stand is seen then. */
today: string, 
/** The sections, in their order. */
sections: Array<ReportSection>, 
/** What is weak, with what to do next month. */
weaknesses: Array<MonthWeakness>, 
/** The figures behind it. */
statistics: Statistics, };

/** A thing that is weak. */
export type MonthWeakness = { 
/** A short stable word, such as `overdue`. */
code: string, 
/** What is weak, with its figure. */
title: StatisticsTitle, 
/** What to do next month. */
suggestion: StatisticsTitle, 
/** The rows behind it. */
rows: StatisticsRows, };

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

/** Something that a step must say. */
export type Need = "description" | "place" | "reason" | "grade" | "form" | "basis" | "approver" | "general" | "time" | "photo-before" | "photo-after" | "responsible" | "measures" | "funds" | "deadline" | "contingency" | "plan" | "done" | "cost" | "new-deadline" | "interim" | "cause" | "review" | "conclusion";

/** Something that a step must say. */
export type NeedView = { 
/** What. */
need: Need, 
/** The field of the command. */
field: string, 
/** In words. */
name: Words, };

/** A line to be. */
export type NewChecklistLine = { 
/** 「检查内容」 */
content: string, 
/** 「依据」 */
basis: string, };

/** What a plan says. */
export type NewInspectionPlan = { 
/** 「名称」 */
name: string, 
/** 「排查类型」 */
kind?: InspectionKind, 
/** 「专题」 */
topic: Topic | null, 
/** 「检查范围」 In words; the place, for a plan without points. */
scope: string, 
/** 「检查表」 */
checklist: ChecklistId | null, 
/** 「频次」 */
rule: CalendarRule, 
/** 「避开」 */
rest_days?: RestDays, 
/** 「遇休息日」 */
on_rest?: OnRestDay, 
/** 「宽限天数」 nothing for the usual of the rule. */
grace_days: number | null, 
/** 「执行人」 */
executor?: Executor, 
/** 「指定人员」 */
person: PersonId | null, 
/** 「检查层级」 */
tier: ControlTierId | null, 
/** 「组织部门」 */
department: DepartmentId | null, 
/** 「开始日期」 Today when left out. */
starts_on: string | null, 
/** 「结束日期」 */
ends_on: string | null, 
/** 「专项活动」 */
campaign?: boolean, 
/** 「备注」 */
note: string, 
/** Its points; none for a plan of a whole place. */
points: Array<RiskPointId>, };

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

/** Somebody who takes part in a round. */
export type NewRoundMember = { 
/** Who. */
person: PersonId, 
/** As what; may be empty. */
role: string, };

/** What rows beyond the given ones become. */
export type NewRows = { "points": RiskPointKind } | { "hazards": RiskPointId };

/** A tier to be. */
export type NewTier = { 
/** What the site calls it. */
name: string, 
/** The levels that call for it; none for one that is only chosen by hand. */
levels: LevelSet, };

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

/** 「遇休息日」 What becomes of a task that falls on a day of rest. */
export type OnRestDay = "skip" | "after" | "before";

/** An encrypted copy to be opened. */
export type OpenBackupArgs = { 
/** The encrypted copy. */
path: string, 
/** Where the project goes. */
out: string, 
/** What opens it. */
password: string, };

/** Opens a change. */
export type OpenChange = { 
/** What kind of thing changed. */
kind: ChangeKind, 
/** What it is called. */
title: string, 
/** What changed. */
description: string, 
/** When; today when left out. */
happened_on: string | null, 
/** Who says so. */
raised_by: PersonId | null, 
/** What it touches: points, hazards, measures, zones, floors, buildings, departments, posts, people. None for a law
 * that touches everything. */
rows: Array<RowId>, 
/** Whether a round of re-evaluation begins with it. */
open_round: boolean, };

/** Begins a round. */
export type OpenRound = { 
/** Its type. */
kind: RoundKind, 
/** Its name; empty for one made of year and type. */
name: string, 
/** Why now. */
cause: string, 
/** When it began; today when left out. */
started_on: string | null, 
/** The annual round that it supplements. */
supplements: AssessmentRoundId | null, 
/** Who takes part. */
members: Array<NewRoundMember>, };

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

/** Where an entry comes from. */
export type Origin = "built-in" | "user" | "changed";

/** A measure that may not fit any more. */
export type OutdatedMeasure = { 
/** The measure. */
measure: ControlMeasureId, 
/** Its point. */
point: RiskPointId, 
/** Code of the point. */
code: string, 
/** What it says. */
content: string, };

/** A print to make anew. */
export type OutdatedPrint = { 
/** Its kind. */
kind: PrintKind, 
/** What the kind is called. */
title: Words, 
/** Which one: a floor, a point, a department. */
what: string, };

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

/** What becomes of the part that a new outline and zones of the same floor both cover. */
export type Overlap = "allow" | "refuse" | "cut-new" | "cut-others";

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

/** 「自备标志」 A safety sign of the organisation's own, instead of a shipped one or beside them. */
export type OwnSign = { 
/** Its identity. */
id: OwnSignId, 
/** Short name of the shipped sign that it stands for; empty for one more. */
replaces: string, 
/** 「类别」 */
family: SignFamily, 
/** 「名称」 */
name: string, 
/** Its drawing, SVG. */
drawing: string, 
/** Codes of accident types whose cards show it, between commas. */
accidents: string, };

/** Identity of a sign of the organisation's own. */
export type OwnSignId = string;

/** A page, as its document says. */
export type Page = { 
/** Width in millimetres on paper. */
width_mm: number, 
/** Height in millimetres on paper. */
height_mm: number, };

/** A part of a project. */
export type PartArgs = { 
/** All points of these buildings. */
buildings: Array<BuildingId>, 
/** All points of these departments and those below them. */
departments: Array<DepartmentId>, 
/** All points of these zones. */
zones: Array<RiskZoneId>, 
/** These points. */
points: Array<RiskPointId>, };

/** A floor at a step of the record. */
export type PastFloorArgs = { 
/** The step. */
sequence: number, 
/** The floor. */
floor: FloorId, };

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

/** Puts a block of texts into cells: row by row of the block into `rows`, column by column into `columns`. A block of
 * one cell goes into all of them. */
export type PasteBlock = { 
/** The rows of the grid, in the order they are shown, all of one table. */
rows: Array<RowId>, 
/** The columns, in the order they are shown: columns of the table, `accidents`, `measures:CLASS:STATE`. */
columns: Array<string>, 
/** The text from the clipboard. */
text: string, 
/** What rows of the block beyond `rows` become; left out, they are refused. */
create: NewRows | null, 
/** Take the good cells though others are refused. A row with a refused new name or description is left out. */
skip_refused: boolean, };

/** What pasting would do. */
export type PastePreview = { 
/** How many cells would be taken. */
taken: number, 
/** How many rows would be new. */
added: number, 
/** How many rows of the project would be written or deleted. */
writes: number, 
/** The cells that are refused. */
refused: Array<CellFault>, };

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
ordinal: number, 
/** 「离岗日期」 From then on it answers for nothing; what it scored and approved stays. */
left_on: string | null, };

/** Identity of a person 「人员」. */
export type PersonId = string;

/** A person with the name. */
export type PersonName = { 
/** The person. */
id: PersonId, 
/** The name. */
name: string, };

/** A photograph: a file, or its bytes. */
export type PhotoArgs = { 
/** The file; empty for one that was pasted. */
path: string, 
/** The bytes in base64, for one that was pasted. */
data: string, };

/** A photograph that comes with a step. */
export type PhotoGiven = { 
/** Before or after; before when left out. */
moment: PhotoMoment, 
/** Its fingerprint. */
asset: string, 
/** What it shows. */
note: string, };

/** 「照片时点」 */
export type PhotoMoment = "before" | "after";

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

/** A piece of the set. */
export type PieceId = { 
/** Its kind. */
kind: PrintKind, 
/** Which of its kind; empty for the one that there is. */
subject: string, };

/** A piece as it was printed. */
export type PieceOnWall = { 
/** Name of the kind. */
kind: string, 
/** Which piece of the kind. */
subject: string, 
/** What it is called. */
title: string, 
/** The version of its content. */
version: string, 
/** What it says, a line for each text. */
content: string, };

/** Whether a piece hangs. */
export type PieceState = "unprinted" | "current" | "stale" | "gone";

/** A text of a piece. */
export type PieceText = { 
/** The name of its place. */
field: string, 
/** What the place is called. */
title: Words, 
/** What the model says; nothing when there is no such place any more. */
model: string | null, 
/** What this piece says. */
text: string, 
/** Whether that is its own. */
own: boolean, 
/** Whether the model has changed since it was written. */
overtaken: boolean, };

/** A piece of the set, for choosing. */
export type PieceView = { 
/** Its kind. */
kind: PrintKind, 
/** Which of its kind. */
subject: string, 
/** What tells it from the others of its kind. */
name: string, 
/** The level of what it is about, where it is about one thing. */
level: RiskLevel | null, 
/** Its department. */
department: DepartmentId | null, 
/** Its building. */
building: BuildingId | null, 
/** Its floor. */
floor: FloorId | null, 
/** Its post. */
post: PostId | null, 
/** The version of its content. */
version: string, 
/** Whether it hangs, and says what it should say. */
state: PieceState, 
/** The record of what hangs. */
printed: PrintedPieceId | null, 
/** The day it was printed. */
printed_on: string | null, 
/** The photograph of what hangs: its fingerprint, or the number of one that lies elsewhere; may be empty. */
photo: string, 
/** What has changed since, in words. */
reasons: Array<Words>, 
/** How many of its texts are not the model's. */
own_texts: number, 
/** Whether the model has changed under one of those. */
overtaken: boolean, };

/** Every piece of the set. */
export type PiecesView = { 
/** Kind by kind in the order in which they are printed; pieces whose subject is gone at the end. */
pieces: Array<PieceView>, };

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

/** Makes a point of a library entry: on a plan, in a zone, or without a place. */
export type PlaceLibraryEntry = { 
/** The entry. */
entry: EntryChoice, 
/** The plan, with `position`. */
floor: FloorId | null, 
/** Where on the plan. */
position: Point | null, 
/** The zone, where no position is given. */
zone: RiskZoneId | null, 
/** Who is responsible, where it is not the department of the zone. */
department: DepartmentId | null, 
/** Its name, where it is not that of the entry. */
name: string, 
/** The edition of accident types, where it is not the project's. */
catalogue: AccidentCatalogue | null, 
/** Write the suggested scores; left out, nothing is scored. */
scores: SuggestedBy | null, };

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

/** 「计划覆盖的风险点」 */
export type PlanPoint = { 
/** Its identity. */
id: PlanPointId, 
/** 「排查计划」 */
plan_id: InspectionPlanId, 
/** 「风险点」 */
point_id: RiskPointId, };

/** Identity of a point that a plan covers. */
export type PlanPointId = string;

/** Where a plan stands. */
export type PlanState = "draft" | "upcoming" | "running" | "over";

/** A plan with what it comes to. */
export type PlanView = { 
/** The plan. */
plan: InspectionPlan, 
/** Where it stands today. */
state: PlanState, 
/** Its rule in words. */
rule: Words, 
/** The tier that inspects; empty for none. */
tier: string, 
/** Who does its tasks, in words: the named person, or whose duty it is. */
executor: Words, 
/** Its check-list; empty for none. */
checklist: string, 
/** Its points, by code. */
points: Array<RiskPointId>, 
/** The day of its next task, from today on. */
next: string | null, 
/** How many results it has. */
inspections: number, };

/** A place on a floor: millimetres to the right and down from the floor's origin. Always finite and within
 * [`FARTHEST_MM`]. In JSON it is the pair `[x, y]`, in text `x,y`. */
export type Point = [number, number];

/** A point. */
export type PointArgs = { 
/** The point. */
point: RiskPointId, };

/** 「风险点覆盖」 */
export type PointCoverage = { 
/** The point. */
point: RiskPointId, 
/** Its level. */
level: RiskLevel | null, 
/** Whether it is inspected as that asks. */
covered: Covered, 
/** The running plans that cover it. */
plans: Array<InspectionPlanId>, 
/** The tiers that its level asks for and that have no running plan for it, the highest first. */
missing: Array<ControlTierId>, 
/** How many check items it has in use. */
check_items: number, };

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

/** One of two copies. */
export type Prefer = "ours" | "theirs";

/** 「评价准则」 Everything that turns chosen values into a level. Always valid: see [`PresetError`]. */
export type Preset = { code: string, version: number, method: AssessmentMethod, name: string, english: string, 
/** Where it is in use, or what its bands say, in one line. */
use: string, interpolate: boolean, factors: Array<FactorTable>, bands: Array<Band>, };

/** Which criteria. */
export type PresetChoice = { "code": string } | { "id": CriteriaPresetId } | { "text": PresetText };

/** What applying criteria would do. */
export type PresetPreview = { 
/** The criteria. */
preset: Words, 
/** Every point whose level would change, in the order of codes. */
changes: Array<LevelChange>, 
/** How many scores would move over. */
moved: number, 
/** How many scores of these families stay under their own criteria: another method, or values not allowed. */
kept: number, 
/** Points of each level now: major, high, medium, low, unassessed. */
before: [number, number, number, number, number], 
/** Points of each level then. */
after: [number, number, number, number, number], };

/** A preset as it is written. */
export type PresetText = { code: string, version: number, method: AssessmentMethod, name: string, english: string, 
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

/** Which criteria over which families. */
export type PreviewPresetArgs = { 
/** The criteria, saved or not. */
preset: PresetChoice, 
/** The list families. */
kinds: Array<RiskPointKind>, };

/** A rule as it is being written. */
export type PreviewRuleArgs = { 
/** When. */
rule: CalendarRule, 
/** What it rests on. */
rest_days: RestDays, 
/** What becomes of a day of rest. */
on_rest: OnRestDay, 
/** The first day. */
from: string, 
/** How many days to tell, at most 60. */
count: number, };

/** A file format. */
export type PrintFormat = "pdf" | "svg" | "png" | "xlsx" | "csv" | "docx";

/** What can be printed. */
export type PrintKind = "four-colour-map" | "comparison-chart" | "risk-matrix" | "notice-board" | "major-notice" | "notice-card" | "emergency-card" | "hazard-notice" | "post-card" | "spoken-card" | "patrol-plate" | "poster" | "organisation-chart" | "placement-map" | "print-list" | "risk-ledger" | "plan-table" | "check-sheet" | "task-sheet" | "patrol-ledger" | "rectification-notice" | "danger-ledger" | "case-file" | "double-report" | "department-publication" | "month-report";

/** Something that can be printed, for choosing. */
export type PrintKindView = { 
/** What it is. */
kind: PrintKind, 
/** What people call it. */
title: Words, 
/** The formats it has. */
formats: Array<PrintFormat>, 
/** The sizes it has, the usual one first. */
sizes: Array<PrintSize>, 
/** Whether it is about a month, which may be chosen. */
monthly: boolean, };

/** Which page of which piece, and how. */
export type PrintPictureArgs = { 
/** The piece. */
piece: PieceId, 
/** The page, from zero. */
page: number, 
/** Pixels across. */
width: number, 
/** Size of the paper; the usual one when left out. */
size: PrintSize | null, 
/** A look that is not chosen yet. */
style: SetPrintStyle | null, };

/** A page as a window can show it. */
export type PrintPictureView = { 
/** PNG in base64. */
data: string, 
/** Pages of the piece. */
pages: number, 
/** Millimetres across. */
width: number, 
/** Millimetres down. */
height: number, 
/** The version of its content. */
version: string, 
/** What its reader should know. */
problems: Array<Words>, };

/** Something that is missing in a print or stands otherwise than expected. */
export type PrintProblem = { 
/** A short stable word, such as `missing-glyph`. */
code: string, 
/** The sheet, card or row it is about. */
piece: string, 
/** What it is and what to do. */
text: Words, };

/** Which entries, and where to. */
export type PrintRecordArgs = { 
/** The file: PDF where it ends so, else xlsx. */
path: string, 
/** Which entries; without a limit all of them, up to 20,000. */
query: HistoryQuery, };

/** Sizes of paper and boards. */
export type PrintSize = "a0" | "a1" | "a2" | "a3" | "a4" | "a5" | "a6" | "id-1" | "90x130" | "180x130" | "50x70" | "80x120" | "100x140" | "120x160" | "600x400" | "400x600" | "800x2000" | "600x900" | "900x1200" | "1200x800" | "1200x2400";

/** 「印制样式」 A finished theme and what this organisation changes of it. One row; without one the plain theme. */
export type PrintStyle = { 
/** Its identity. */
id: PrintStyleId, 
/** Short name of the theme it begins with. */
theme: string, 
/** Ground of bars, `#rrggbb`; empty as in the theme. */
ink: string, 
/** Rules and marks, `#rrggbb`; empty as in the theme. */
accent: string, 
/** Ground of panels, `#rrggbb`; empty as in the theme. */
ground: string, 
/** 「单位名称」 as printed; empty as in the project. */
name: string, 
/** 「校徽文字」 One to four characters; empty for the short name. */
badge: string, 
/** 「校徽图形」 SVG; empty for none. */
emblem: string, 
/** 「宣传语」 Empty as in the theme. */
slogan: string, 
/** 「页脚」 Empty as in the theme. */
footer: string, 
/** 「字体」 Nothing as in the theme. */
typeface: Typeface | null, };

/** Identity of the look of the prints. */
export type PrintStyleId = string;

/** 「改写」 A text that one piece says otherwise than the model. */
export type PrintText = { 
/** Its identity. */
id: PrintTextId, 
/** Name of the kind. */
kind: string, 
/** Which piece of the kind. */
subject: string, 
/** Which text of the piece. */
field: string, 
/** What the model said when it was changed: another text there means that the change needs a look. */
source: string, 
/** What the piece says. */
text: string, };

/** Identity of a text that one print says otherwise. */
export type PrintTextId = string;

/** A finished theme. */
export type PrintThemeView = { 
/** Its short name. */
id: string, 
/** What people call it. */
title: Words, 
/** Ground of bars, `#rrggbb`. */
ink: string, 
/** Rules and marks. */
accent: string, 
/** Ground of panels. */
ground: string, 
/** What it is set in. */
typeface: Typeface, 
/** What the foot of a card says. */
slogan: string, 
/** A line of the school's own. */
footer: string, };

/** What the window shows, to be put on paper. */
export type PrintViewArgs = { 
/** Where it goes: a PDF, or, where the name ends in `.png`, a picture. */
path: string, 
/** The drawing: an SVG that stands alone. */
svg: string, 
/** What viewers of PDF show as its title. */
title: string, 
/** Whether the paper is A3; A4 otherwise. It lies as the drawing does. */
large: boolean, };

/** Where it was written. */
export type PrintViewReport = { 
/** The file. */
path: string, 
/** Its size in millimetres, across and down. */
millimetres: [number, number], };

/** 「已印制」 What hangs: a record of paper, which no later edit changes. It copies what the piece said, so that it can be
 * told what is different today. */
export type PrintedPiece = { 
/** Its identity. */
id: PrintedPieceId, 
/** Name of the kind. */
kind: string, 
/** Which piece of the kind. */
subject: string, 
/** What it was called. */
title: string, 
/** The version of its content, as printed on it. */
version: string, 
/** What it said, a line for each text. */
content: string, 
/** 「印制日期」 */
printed_on: string | null, 
/** 「现场照片」 The fingerprint of its picture on the wall, or the number of one that lies elsewhere; may be empty. */
photo: string, };

/** Identity of the record of a print on the wall. */
export type PrintedPieceId = string;

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
assembly_point: string, 
/** 「事故类型目录」 The edition whose accident types lists and forms of this project carry. */
accident_catalogue: AccidentCatalogue, };

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

/** 「建议计划」 A plan that the matrix asks for and that nobody made yet. */
export type Proposal = { 
/** The level of its points. */
level: RiskLevel, 
/** Who inspects. */
tier: ControlTierId, 
/** Its name in Chinese: what the plan will be called. */
name: string, 
/** How often, as is usual. */
rule: CalendarRule, 
/** What else is usual. */
others: Array<CalendarRule>, 
/** 「排查类型」 */
kind: InspectionKind, 
/** 「避开」 */
rest_days: RestDays, 
/** 「遇休息日」 */
on_rest: OnRestDay, 
/** 「执行人」 */
executor: Executor, 
/** The named person, for that executor. */
person: PersonId | null, 
/** The points of this level that no plan of this tier covers. */
points: Array<RiskPointId>, };

/** A plan that the frequency matrix asks for. */
export type ProposalView = { 
/** The plan. */
proposal: Proposal, 
/** Name of the tier. */
tier: string, 
/** The rule in words. */
rule: Words, 
/** What else is usual, in words, in the order of the proposal. */
others: Array<Words>, 
/** Who does it, in words. */
executor: Words, };

/** One of the plans that the matrix asks for. */
export type ProposedPlan = { 
/** The level of its points. */
level: RiskLevel, 
/** Who inspects. */
tier: ControlTierId, 
/** Another rhythm than the usual one. */
rule: CalendarRule | null, 
/** Done by others than is usual. */
executor: Executor | null, 
/** The named person, for that executor. */
person: PersonId | null, };

/** 「检查内容」 One thing to look at. */
export type Question = { 
/** The check item of the point. */
check_item: CheckItemId | null, 
/** Or the line of the check-list. */
checklist_item: ChecklistItemId | null, 
/** The words. */
content: string, 
/** What they rest on; blank for none. */
basis: string, 
/** The measure that it checks. */
measure: ControlMeasureId | null, 
/** Its version. */
version: number, };

/** Sheets to read. */
export type ReadSheetsArgs = { 
/** The files; a folder stands for the spreadsheets in it. */
paths: Array<string>, };

/** What made the level of a point. */
export type ReasonWord = "scored" | "adjusted" | "direct" | "danger" | "unassessed";

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

/** Records an inspection. */
export type RecordInspection = { 
/** The plan; nothing for an inspection beside all plans. */
plan: InspectionPlanId | null, 
/** The point. */
point: RiskPointId | null, 
/** The day of the task that it does. Left out, it is the task in whose time it was done, if there is one. */
due_on: string | null, 
/** 「班次」 */
shift: number | null, 
/** 「实检日期」 Today when left out. */
done_on: string | null, 
/** 「实检时间」 */
done_at: string | null, 
/** 「检查人」 */
inspector: PersonId | null, 
/** His name, where he is nobody of the project. */
inspector_name: string, 
/** 「记录方式」 */
channel?: InspectionChannel, 
/** The identity that a result file gave it. */
source: string, 
/** Where, for what was found at no point; the place of the plan when left out. */
place: string, 
/** 「备注」 */
note: string, 
/** What was looked at. */
items: Array<ItemResult>, };

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

/** Two places, as they lie on the plan now, and their true distance. */
export type Reference = { 
/** One end. */
from: Point, 
/** The other end. */
to: Point, 
/** The true length. */
millimetres: number, };

/** What would mend a finding. */
export type RemedyView = { "kind": "command", 
/** What it does. */
label: Words, 
/** The command to execute. */
command: Command, } | { "kind": "visit", 
/** The part. */
part: Visit, };

/** 「记住的列对应」 How a list with these titles was read, so that the next one of this client is read alike. */
export type RememberedMapping = { 
/** Its identity. */
id: RememberedMappingId, 
/** 「表头」 Titles of all columns, a line each. */
titles: string, 
/** 「列对应」 As JSON, in the form of mapping files. */
body: string, };

/** Identity of a remembered mapping of columns. */
export type RememberedMappingId = string;

/** An alarm. */
export type ReminderView = { 
/** The danger. */
danger: HiddenDangerId, 
/** Its code. */
code: string, 
/** The alarm. */
alarm: Alarm, 
/** In words. */
name: Words, 
/** Days until the deadline; negative when it is over. */
days_left: number, 
/** Names of those who hear it. */
to: Array<string>, };

/** Deletes rows and what belongs to them. */
export type Remove = { 
/** The rows. */
rows: Array<RowId>, };

/** A measure that failed again and again. */
export type RepeatedView = { 
/** The measure. */
measure: ControlMeasureId, 
/** What it says. */
content: string, 
/** Its point. */
point: RiskPointId | null, 
/** Code and name of the point. */
point_title: string, 
/** Codes of the dangers, the oldest first. */
dangers: Array<string>, };

/** Replaces a person in every office and responsibility, as one step. */
export type ReplacePerson = { 
/** Who goes. */
from: PersonId, 
/** Who comes; nobody when absent. */
to: PersonId | null, 
/** Whether the person leaves the organisation. */
left: boolean, 
/** When; today when left out. */
left_on: string | null, };

/** A chart. */
export type ReportChart = { 
/** What kind. */
kind: ChartKind, 
/** What it shows. */
title: StatisticsTitle, 
/** What its values are. */
unit: StatisticsTitle, 
/** What stands along it. */
labels: Array<StatisticsTitle>, 
/** Its series, each with a value for every label; nothing where there is none. */
series: Array<ReportSeries>, };

/** Reports a hidden danger. */
export type ReportDanger = { 
/** Whether it is only kept as a draft. */
draft: boolean, 
/** Photographs. */
photos: Array<PhotoGiven>, 
/** What it is. */
description: string, 
/** Where, in words. */
place: string, 
/** The point; that of the measure when left out. */
point: RiskPointId | null, 
/** The measure that failed. */
measure: ControlMeasureId | null, 
/** The abnormal result that found it. */
item: InspectionItemId | null, 
/** The floor, for one that is at no point. */
floor: FloorId | null, 
/** The place on that floor, mm. */
position: Point | null, 
/** How it was found. */
source: InspectionKind, 
/** When; today when left out. */
found_on: string | null, 
/** The time of day. */
found_at: string | null, 
/** Who found it; nobody for anonymous. */
reporter: PersonId | null, 
/** Who found it, for somebody who is not of this project. */
reporter_name: string, 
/** The department; that of the point when left out. */
department: DepartmentId | null, 
/** What it is about. */
topic: Topic | null, 
/** A note. */
note: string, };

/** Records that a major danger was reported, or what came back. */
export type ReportMajor = { 
/** The danger. */
danger: HiddenDangerId, 
/** The report whose receipt came; nothing for a new one. */
report: DangerReportId | null, 
/** To the authority or to the congress. */
to: ReportRecipient, 
/** Who that is, as the paper names it. */
recipient: string, 
/** When it was sent; today when left out. */
sent_on: string | null, 
/** What came back. */
receipt: string, 
/** When it came back. */
received_on: string | null, };

/** 「报告对象」 of 双报告. */
export type ReportRecipient = "authority" | "congress";

/** A section. */
export type ReportSection = { 
/** A short stable word, such as `dangers`. */
key: string, 
/** Its title. */
title: StatisticsTitle, 
/** Whether the project keeps records of this; else it is to be filled in by hand. */
recorded: boolean, 
/** Sentences. */
paragraphs: Array<StatisticsTitle>, 
/** Tables. */
tables: Array<ReportSheet>, 
/** Charts. */
charts: Array<ReportChart>, };

/** A series of a chart. */
export type ReportSeries = { 
/** What it is. */
title: StatisticsTitle, 
/** Its values. */
values: Array<number | null>, };

/** A table. */
export type ReportSheet = { 
/** What it shows. */
title: StatisticsTitle, 
/** Titles of its columns. */
columns: Array<StatisticsTitle>, 
/** Its cells, row by row. */
rows: Array<Array<StatisticsTitle>>, };

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

/** 「休息日」 The days on which a plan rests. */
export type RestDays = "none" | "vacations" | "holidays" | "all";

/** Rows that were deleted by a step. */
export type RestoreArgs = { 
/** The step that deleted them. */
sequence: number, 
/** The rows. */
rows: Array<RowId>, };

/** Takes a check item out of use. */
export type RetireCheckItem = { 
/** The version in use. */
item: CheckItemId, };

/** Takes a line out of use. */
export type RetireChecklistItem = { 
/** The version in use. */
item: ChecklistItemId, };

/** 「停用编号」 A code that was given and may not be given again, though its point is gone. */
export type RetiredCode = { 
/** Its identity. */
id: RetiredCodeId, 
/** 「编号」 */
code: string, };

/** Identity of a code that may not be given again. */
export type RetiredCodeId = string;

/** 「审核记录」 One act of a review. Never edited, never deleted by itself. */
export type Review = { 
/** Its identity. */
id: ReviewId, 
/** 「审核对象」 */
subject: ReviewSubject, 
/** 「评价轮次」 For rounds. */
round_id: AssessmentRoundId | null, 
/** 「动作」 */
act: ReviewAct, 
/** 「经办人」 */
by_id: PersonId | null, 
/** 「日期」 */
done_on: string, 
/** 「意见」 */
note: string, };

/** 「审核动作」 */
export type ReviewAct = "submit" | "withdraw" | "return" | "pass" | "approve";

/** An act of a review. */
export type ReviewEntry = { 
/** Its row. */
id: ReviewId, 
/** What was done. */
act: ReviewAct, 
/** Who did it; empty where nobody was named. */
by: string, 
/** The day. */
on: string, 
/** What was said. */
note: string, };

/** Identity of an act of a review 「审核记录」. */
export type ReviewId = string;

/** Does one thing with the review of a list or a round. */
export type ReviewOf = { 
/** What is reviewed. */
subject: ReviewSubject, 
/** The round, for rounds. */
round: AssessmentRoundId | null, 
/** What is done. */
act: ReviewAct, 
/** Who does it; needed to return, pass and approve. */
by: PersonId | null, 
/** What is said; needed to return. */
note: string, };

/** 「审核状态」 Where a review stands. */
export type ReviewState = "draft" | "submitted" | "returned" | "passed" | "approved" | "reopened";

/** 「审核对象」 What is reviewed as one. */
export type ReviewSubject = "activities" | "facilities" | "workplaces" | "control" | "major-risks" | "round";

/** Where the review of a list or a round stands. */
export type ReviewView = { 
/** What is reviewed. */
subject: ReviewSubject, 
/** The round, for rounds. */
round: AssessmentRoundId | null, 
/** What it is called. */
title: Words, 
/** The state. */
state: ReviewState, 
/** The state before the content changed. */
was: ReviewState | null, 
/** What can be done now. */
acts: Array<ReviewAct>, 
/** What was done, the oldest first. */
entries: Array<ReviewEntry>, 
/** Points that are not what was submitted. */
changed: Array<ChangedPoint>, 
/** Points whose tier is lower than their level calls for. */
lowered: Array<LoweredTier>, 
/** How many points it has. */
points: number, 
/** The principal, who approves major risks. */
principal: PersonId | null, };

/** 「送审内容」 What one point said when it was submitted, as a fingerprint. It names the point as a text, since the
 * point may be gone. */
export type ReviewedPoint = { 
/** Its identity. */
id: ReviewedPointId, 
/** 「审核记录」 The submission. */
review_id: ReviewId, 
/** The point's identity, as a text. */
point: string, 
/** 「编号」 */
code: string, 
/** 「名称」 */
name: string, 
/** 「内容指纹」 */
fingerprint: string, };

/** Identity of what a point said when it was submitted. */
export type ReviewedPointId = string;

/** Puts a new version in the place of a check item. */
export type ReviseCheckItem = { 
/** The version in use. */
item: CheckItemId, 
/** The new words; empty for those of its measure today. */
content: string, };

/** Puts a new version in the place of a line. */
export type ReviseChecklistItem = { 
/** The version in use. */
item: ChecklistItemId, 
/** The new words. */
content: string, 
/** What they rest on; nothing for what the old ones did. */
basis: string | null, };

/** Lets a plan say something else. One that was not issued, or has not begun, is changed; one in force ends on the day
 * before the new one begins. */
export type RevisePlan = { 
/** The plan. */
plan: InspectionPlanId, 
/** What it says from its `starts_on` on. */
to: NewInspectionPlan, 
/** When the new one is issued; today for one that was issued. */
issued_on: string | null, };

/** Lets one piece say something else, or again what the model says. */
export type RewriteText = { 
/** Name of the kind. */
kind: string, 
/** Which piece of the kind. */
subject: string, 
/** Which text of the piece. */
field: string, 
/** What the model says there now. */
source: string, 
/** What the piece is to say; nothing for what the model says. */
text: string | null, };

/** A colour of the screen. */
export type Rgb = [number, number, number];

/** A step that is possible. */
export type RightView = { 
/** The step. */
act: DangerAct, 
/** In words. */
name: Words, 
/** Where it leads. */
to: DangerState, 
/** In words. */
to_name: Words, 
/** Who takes it, in words. */
who: Words, 
/** Everybody who may, the natural one first; nobody where anybody may. */
people: Array<PersonName>, 
/** Who takes it when nobody is named. */
natural: PersonId | null, 
/** What it must say. */
needs: Array<NeedView>, 
/** What it must say besides if the danger is judged to be major. */
needs_if_major: Array<NeedView>, };

/** What may be done with a danger. */
export type RightsView = { 
/** Its state. */
state: DangerState, 
/** The steps that are possible now. */
rights: Array<RightView>, 
/** Who may approve that it is major. */
approvers: Array<PersonName>, 
/** The deadline to suggest; nothing for major dangers, whose plan says it. */
suggested_deadline: string | null, 
/** The latest deadline of an assignment; nothing for major dangers. */
latest_deadline: string | null, };

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
note: string, 
/** 「作业活动内容」 For activities: what is done. */
work_content: string, 
/** 「活动频率」 For activities: how often, in words. */
frequency: string, 
/** 「类别/型号规格」 For facilities. */
specification: string, 
/** 「设备编号(位号)」 For facilities: the site's own number, not our code. */
equipment_number: string, 
/** 「数量」 For facilities. */
quantity: number | null, 
/** 「是否特种设备」 For facilities. */
special_equipment: boolean, 
/** 「功能用途」 For workplaces. */
purpose: string, 
/** 「面积」 For workplaces, as people write it: `86 ㎡`. */
area: string, 
/** 「最大人数」 For workplaces. */
capacity: number | null, 
/** 「应急处置」 Steps of the point as a whole, a line each. */
emergency: string, 
/** 「风险库条目」 Id of the library entry it was made of; signs and check items are looked up there. */
library_entry: string, };

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

/** A round. */
export type RoundArgs = { 
/** The round. */
round: AssessmentRoundId, };

/** A point in a difference. */
export type RoundChange = { 
/** The point's identity; it may be gone. */
point: string, 
/** Its code, as of the later round that has it. */
code: string, 
/** Its name. */
name: string, 
/** The level before. */
before: RiskLevel | null, 
/** The level after. */
after: RiskLevel | null, 
/** The score before, empty where there was none. */
score_before: string, 
/** The score after. */
score_after: string, 
/** The floor it stood on last; empty for none. */
floor: string, 
/** Where. */
position: Point | null, };

/** What became of the points between two rounds. */
export type RoundDiff = { 
/** Name of the earlier round. */
before: string, 
/** Name of the later one. */
after: string, 
/** Points that the earlier one does not have. */
new: Array<RoundChange>, 
/** Points that the later one does not have. */
gone: Array<RoundChange>, 
/** Points with a greater level than before, those assessed for the first time among them. */
raised: Array<RoundChange>, 
/** Points with a lesser level than before, those no longer assessed among them. */
lowered: Array<RoundChange>, 
/** How many have the level they had. */
unchanged: number, };

/** 「轮次类型」 The annual round and, as coal users count, four special ones beside it; then those of posts and
 * single occasions. */
export type RoundKind = "annual" | "special-design" | "special-change" | "special-operation" | "special-accident" | "special" | "post" | "interim";

/** 「参与人」 Who takes part in a round, and as what. */
export type RoundMember = { 
/** Its identity. */
id: RoundMemberId, 
/** 「轮次」 */
round_id: AssessmentRoundId, 
/** 「人员」 */
person_id: PersonId, 
/** 「分工」 */
role: string, 
/** Order among its siblings. */
ordinal: number, };

/** Identity of a person's part in a round. */
export type RoundMemberId = string;

/** 「轮次结果」 What an approved round found for one point: the one place where levels are stored, since a record of
 * what was approved may not follow later edits. It copies names and texts and refers to its round alone, so that
 * it stays whole when points, zones and departments are renamed or deleted. Nothing reads it to colour a map of
 * today. */
export type RoundResult = { 
/** Its identity. */
id: RoundResultId, 
/** 「轮次」 */
round_id: AssessmentRoundId, 
/** The point's identity, as a text: the point may be gone. */
point: string, 
/** 「编号」 */
code: string, 
/** 「名称」 */
name: string, 
/** 「类型」 */
kind: RiskPointKind, 
/** 「责任部门」 */
department: string, 
/** 「风险区域」 */
zone: string, 
/** 「所在位置」 */
location: string, 
/** The floor's identity, as a text. */
floor: string, 
/** 「坐标」 */
position: Point | null, 
/** 「现有风险等级」 */
level: RiskLevel | null, 
/** 「固有风险等级」 */
inherent: RiskLevel | null, 
/** What made the level. */
reason: LevelReason, 
/** 「评价值」 A decimal, at most four places; empty where there is none. */
score: string, 
/** 「评价方法」 */
method: AssessmentMethod | null, 
/** 「评价准则」 Code and version. */
preset: string, 
/** 「管控层级」 */
tier: string, 
/** 「评分依据」 The deciding hazard, accident and each assessor's values, in words. */
inputs: string, };

/** Identity of what a round found for one point. */
export type RoundResultId = string;

/** 「轮次状态」 */
export type RoundState = "open" | "approved";

/** A round with who takes part and what it found. */
export type RoundView = { 
/** The round. */
round: AssessmentRound, 
/** Who takes part, in order. */
members: Array<RoundMember>, 
/** Points of each level, once approved: major, high, medium, low, unassessed. */
counts: [number, number, number, number, number] | null, };

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
export type Rule = "missing-hazard" | "missing-accident" | "unknown-accident" | "not-assessed" | "missing-measure" | "missing-measure-class" | "only-proposed" | "major-without-emergency" | "missing-owner" | "missing-person" | "foreign-person" | "outside-zone" | "without-zone" | "unplaced" | "nowhere" | "overlapping-zones" | "nested-zones" | "empty-zone" | "duplicate-code" | "duplicate-name" | "duplicate-zone-name" | "invalid-score" | "disagreement" | "single-assessor" | "mixed-presets" | "lowered-tier" | "needless-tier" | "no-tier" | "no-principal" | "no-head" | "not-to-scale" | "no-plan" | "person-left" | "approved-edited" | "review-overdue" | "round-overdue" | "open-change" | "major-not-approved" | "lost-check-item" | "danger-unlinked" | "danger-without-deadline" | "danger-steps" | "repeated-failure";

/** What a rule says. */
export type RulePreview = { 
/** The rule in words. */
words: Words, 
/** Its next days. */
days: Array<string>, };

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

/** 「安全职责」 What a person may do besides what follows from being principal, safety lead or head of a department. */
export type SafetyRole = "deputy" | "safety-lead" | "department-safety" | "group-leader" | "expert";

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

/** A document and where to write it. */
export type SaveDocumentArgs = { 
/** The document. */
document: DocumentId, 
/** Where. */
path: string, };

/** Keeps criteria in the project, as a new version where the code is known. Nothing is scored by them yet. */
export type SavePreset = { 
/** The criteria; their version is given here. */
preset: PresetText, };

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

/** Values to evaluate. */
export type ScoreArgs = { 
/** The method. */
method: AssessmentMethod, 
/** Code of the criteria; the method's usual ones when left out. */
preset: string | null, 
/** Criteria of the open project, which go before `preset`. */
own: CriteriaPresetId | null, 
/** One text for each assessor, such as `3,6,15`. */
inputs: Array<string>, };

/** What values come to. */
export type ScoreReport = { 
/** The mean of the products, rounded half up to at most four decimals. */
score: string, 
/** The level of the exact mean. */
level: RiskLevel, 
/** `red orange yellow blue`. */
colour: string, 
/** The method. */
method: AssessmentMethod, 
/** Code of the criteria. */
preset: string, 
/** What the criteria call the band. */
band: string, 
/** Whether two assessors are two levels apart or more. */
spread: boolean, 
/** Each assessor's own. */
per_assessor: Array<AssessorReport>, };

/** A score to be. */
export type ScoreToBe = { 
/** With or without measures. */
basis: RiskBasis, 
/** The values. */
factors: Factors, };

/** What to look for. */
export type SearchArgs = { 
/** Words, pinyin initials; empty finds all. */
query: string, 
/** What it is narrowed to. */
filter: LibraryFilter, };

/** Puts `value` into one column of a row. */
export type SetField = { 
/** The row. */
row: RowId, 
/** The column. */
column: string, 
/** The new value. */
value: string | number | null, };

/** Puts `value` into one column of every row, as one step. */
export type SetFields = { 
/** The rows. */
rows: Array<RowId>, 
/** The column. */
field: string, 
/** The new value. */
value: string | number | null, };

/** Chooses the look of the prints. What is empty is as in the theme or in the project. */
export type SetPrintStyle = { 
/** Short name of a finished theme. */
theme: string, 
/** Ground of bars, `#rrggbb`. */
ink: string, 
/** Rules and marks, `#rrggbb`. */
accent: string, 
/** Ground of panels, `#rrggbb`. */
ground: string, 
/** The organisation as printed. */
name: string, 
/** One to four characters. */
badge: string, 
/** SVG. */
emblem: string, 
/** What the foot of a card says. */
slogan: string, 
/** A line of the school's own. */
footer: string, 
/** What it is set in. */
typeface: Typeface | null, };

/** Sets a tier by hand, or goes back to the one that the level calls for. */
export type SetTier = { 
/** The point. */
point: RiskPointId, 
/** The tier; `None` for the one that the level calls for. */
tier: ControlTierId | null, 
/** Why. */
reason: string, 
/** Lower than the level calls for is meant; it shows in the review. */
overriding?: boolean, };

/** Settings of a user on this machine. */
export type Settings = { 
/** The name in the operation record. */
actor: string, 
/** The language of the window. */
language: Language, 
/** Projects used last, newest first. */
recent: Array<RecentFile>, };

/** Says that points of a change were looked at again. */
export type SettleChange = { 
/** The change. */
change: ChangeRecordId, 
/** Its points. */
points: Array<RiskPointId>, 
/** Who looked. */
by: PersonId | null, 
/** What was found. */
note: string, };

/** How bad a finding is. */
export type Severity = "error" | "warning" | "notice";

/** A file in short. */
export type SheetFileLine = { 
/** The file. */
path: string, 
/** Whose scores it brings; empty when it could not be told. */
assessor: string, 
/** How many scores are taken. */
taken: number, 
/** How many rows are refused. */
refused: number, 
/** What is wrong with the whole file, if anything. */
problem: Words | null, };

/** A row that is refused. */
export type SheetRefusal = { 
/** The row as the spreadsheet numbers it; 0 for the file as a whole. */
row: number, 
/** Why, in Chinese. */
reason: string, 
/** Why, in English. */
english: string, 
/** A short stable word, such as `not-in-preset`. */
code: string, 
/** The tab. */
tab: string, 
/** The file. */
file: string, };

/** What was taken, and what it changed. */
export type SheetsOutcome = { 
/** The report. */
report: SheetsReport, 
/** What changed; `null` when nothing was taken. */
changed: Changed | null, };

/** What sheets bring. */
export type SheetsReport = { 
/** How many scores are taken. */
taken: number, 
/** How many of them the project has already, letter for letter. */
unchanged: number, 
/** How many rows were left empty. */
blank: number, 
/** Rows that are refused, in the order of files and rows. */
refused: Array<SheetRefusal>, 
/** Each file in short. */
files: Array<SheetFileLine>, };

/** A safety sign. */
export type SignEntry = { 
/** The stable word in files. */
value: string, 
/** What people call it. */
name: Words, 
/** Its drawing. */
svg: string, };

/** 「标志类别」 in the order in which signs hang side by side. */
export type SignFamily = "warning" | "prohibition" | "mandatory" | "safe-condition";

/** A drawing to be taken as a sign. */
export type SignFileArgs = { 
/** The file, SVG. */
path: string, 
/** Short name of the shipped sign that it stands for; empty for one more. */
replaces: string, 
/** Its family. */
family: SignFamily, 
/** What it is called. */
name: string, 
/** Codes of accident types whose cards show it. */
accidents: Array<string>, };

/** A safety sign. */
export type SignView = { 
/** Short name of the shipped sign; empty for one of the organisation's own. */
id: string, 
/** The row of the organisation's own drawing, if it has one. */
own: OwnSignId | null, 
/** Its family. */
family: SignFamily, 
/** What it is called. */
title: Words, 
/** Its drawing, SVG, cleaned. */
drawing: string, };

/** Where a kind is found. */
export type Site = "school" | "company" | "both";

/** 「六类管控措施」 The other taxonomy: what companies that are watched by a platform ask for. */
export type SixClass = "rules" | "physical" | "monitoring" | "video" | "automation" | "emergency";

/** What dangers are sorted by. */
export type SortedBy = "department" | "form" | "cause" | "topic" | "source" | "place" | "accident" | "grade";

/** 「日期类型」 of days that are not as their weekday says. */
export type SpecialDayKind = "holiday" | "vacation" | "workday";

/** 「节假日」 Days that are not as their weekday says. */
export type SpecialDays = { 
/** Its identity. */
id: SpecialDaysId, 
/** 「名称」 */
name: string, 
/** 「日期类型」 */
kind: SpecialDayKind, 
/** 「开始日期」 */
starts_on: string, 
/** 「结束日期」 */
ends_on: string, };

/** Identity of days that are not as their weekday says. */
export type SpecialDaysId = string;

/** Splits a zone. The largest part stays the zone; the others are new zones, with the points that stand in them. */
export type SplitZone = { 
/** The zone. */
zone: RiskZoneId, 
/** The line, from border to border. */
line: Polyline, 
/** Whether ends inside the zone are led on to the border. */
extend: boolean, };

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

/** A state and how many dangers are in it. */
export type StateCount = { 
/** The state. */
state: DangerState, 
/** What people call it. */
name: Words, 
/** How many. */
count: number, };

/** The figures of a period. */
export type Statistics = { 
/** The period. */
period: StatisticsPeriod, 
/** The one before it, of the same length. */
before: StatisticsPeriod, 
/** The day on which everything is looked at. */
today: string, 
/** Every indicator, in the order of the definition. */
indicators: Array<StatisticsIndicator>, 
/** The values of the period before, in the same order. */
values_before: Array<number | null>, 
/** Dangers in numbers. */
dangers: DangerCounts, 
/** Dangers of the period before in numbers. */
dangers_before: DangerCounts, 
/** How the dangers that were confirmed in the period are spread. */
distributions: Array<Distribution>, };

/** A period. */
export type StatisticsArgs = { 
/** The first day. */
from: string, 
/** The last day. */
to: string, };

/** Dangers that have something in common. */
export type StatisticsGroup = { 
/** What they have in common: an id, a code or a word of a vocabulary; empty for none. */
key: string, 
/** What it is called. */
title: StatisticsTitle, 
/** Confirmed in the period. */
confirmed: Array<HiddenDangerId>, 
/** Of those: waiting for acceptance, or closed. */
rectified: Array<HiddenDangerId>, 
/** Of those: closed. */
closed: Array<HiddenDangerId>, 
/** Of those: open and overdue. */
overdue: Array<HiddenDangerId>, 
/** Of those: major. */
major: Array<HiddenDangerId>, 
/** Confirmed in the period before. */
confirmed_before: Array<HiddenDangerId>, 
/** Share of all that were confirmed, per cent. */
share: number | null, 
/** 「整改率」 per cent. */
rectification_rate: number | null, };

/** One figure. */
export type StatisticsIndicator = { 
/** Which. */
key: StatisticsKey, 
/** What people call it, in Chinese. */
chinese: string, 
/** What people call it, in English. */
english: string, 
/** What its value is. */
unit: StatisticsUnit, 
/** The value; nothing where there was nothing to count by. */
value: number | null, 
/** What is counted. */
numerator: StatisticsTally, 
/** What it is counted by. */
denominator: StatisticsTally, };

/** Which indicator. */
export type StatisticsKey = "rectification_rate" | "closure_rate" | "on_time_rate" | "overdue_rate" | "overdue_now" | "major_rectification_rate" | "task_completion_rate" | "missed_rate" | "point_coverage_rate" | "first_pass_rate" | "mean_rectification_days" | "repeat_rate" | "density" | "participation_rate" | "measure_effectiveness_rate";

/** A stretch of days, the first and the last one counted. */
export type StatisticsPeriod = { 
/** The first day. */
from: string, 
/** The last day. */
to: string, };

/** The rows behind a number. */
export type StatisticsRows = { "of": "dangers", "rows": Array<HiddenDangerId> } | { "of": "tasks", "rows": Array<StatisticsTask> } | { "of": "points", "rows": Array<RiskPointId> } | { "of": "items", "rows": Array<InspectionItemId> } | { "of": "heads" };

/** A number and the rows behind it. */
export type StatisticsTally = { 
/** How many. */
count: number, 
/** Which. For people who reported: what they reported. */
rows: StatisticsRows, };

/** A task of a plan. Tasks have no rows of their own. */
export type StatisticsTask = { 
/** The plan. */
plan: InspectionPlanId, 
/** The day. */
due_on: string, 
/** The point; nothing for a whole place. */
point: RiskPointId | null, 
/** The shift. */
shift: number | null, 
/** The inspection that did it. */
inspection: InspectionId | null, };

/** A text in both languages. */
export type StatisticsTitle = { 
/** In Chinese. */
chinese: string, 
/** In English. */
english: string, };

/** What the value of an indicator is. */
export type StatisticsUnit = "percent" | "count" | "days" | "per-point";

/** A step of the record. */
export type StepArgs = { 
/** Its place in the record. */
sequence: number, };

/** Suggested scores to write as somebody's own, to begin with. */
export type SuggestedBy = { 
/** Whose scores they are. */
assessor: PersonId, 
/** With measures, without, or both. */
bases: Array<RiskBasis>, };

/** Values to begin with, by method; an assessor decides. */
export type SuggestedScores = { 
/** L, E, C. */
lec?: Factors | null, 
/** L, S. */
ls?: Factors | null, 
/** M, E, S. */
mes?: Factors | null, };

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
export type Table = "criteria_preset" | "project" | "organisation" | "department" | "post" | "person" | "campus" | "building" | "floor" | "plan_layer" | "plan_element" | "underlay" | "control_tier" | "risk_zone" | "risk_point" | "hazard" | "possible_accident" | "assessment" | "direct_determination" | "level_adjustment" | "document" | "emergency_plan" | "control_measure" | "assessment_round" | "round_member" | "round_result" | "check_item" | "review" | "reviewed_point" | "change_record" | "change_point" | "ignored_finding" | "remembered_mapping" | "print_style" | "print_text" | "printed_piece" | "own_sign" | "term" | "special_days" | "appointment" | "checklist" | "checklist_item" | "inspector" | "inspection_plan" | "plan_point" | "inspection" | "inspection_item" | "hidden_danger" | "danger_step" | "danger_photo" | "danger_report" | "retired_code";

/** A table's words. */
export type TableEntry = { 
/** The table. */
value: Table, 
/** What one of its rows is called. */
name: Words, 
/** Its columns. */
columns: Array<Entry>, };

/** Takes check-lists of the library over. One that is there already is left as it is. */
export type TakeChecklists = { 
/** Their identities in the library. */
lists: Array<string>, };

/** Entries to take over. */
export type TakeLibraryArgs = { 
/** The file. */
path: string, 
/** The ids. */
ids: Array<string>, };

/** Takes the accepted rows of a list in. Departments, people and undrawn zones that are named and not there are made. */
export type TakeList = { 
/** What the list is called, for the operation record. */
title: string, 
/** Its points. */
points: Array<TakenPoint>, 
/** How its columns were read, for the next list of this make. */
remember: MappingToKeep | null, };

/** Takes a drawing over in one step. */
export type TakePlan = { 
/** What it is called, such as the name of its file. */
name: string, 
/** Its floors. */
floors: Array<TakenFloor>, };

/** Takes scores, each in the place of the same assessor's earlier one. One wrong score refuses all. */
export type TakeScores = { 
/** The scores. */
scores: Array<TakenScore>, };

/** Takes the accepted rows of a staff list in. What is `None` stays as it is. */
export type TakeStaff = { 
/** What the list is called, for the operation record. */
title: string, 
/** Departments that it says something of. */
departments: Array<TakenDepartment>, 
/** Posts. */
posts: Array<TakenPost>, 
/** People. */
people: Array<TakenPerson>, };

/** A possible accident. */
export type TakenAccident = { 
/** Code of its type. */
accident_type: string, 
/** What assessors chose. */
scores: Array<ListedScore>, };

/** A department of a list, found by its name. */
export type TakenDepartment = { 
/** Its name. */
name: string, 
/** Name of the one above. */
parent: string | null, 
/** Its code. */
code: string | null, 
/** Name of its head. */
head: string | null, };

/** A direct determination. */
export type TakenDetermination = { 
/** Code of the condition. */
condition: string, 
/** The level. */
level: RiskLevel, 
/** What was found. */
reason: string, };

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

/** A person of a list. */
export type TakenPerson = { 
/** The person that it is; `None` for a new one. */
person: PersonId | null, 
/** The name. */
name: string, 
/** Name of the department. */
department: string | null, 
/** Name of the post in that department. */
post: string | null, 
/** Office or rank. */
title: string | null, 
/** Phone. */
phone: string | null, };

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

/** A post of a list, found by department and name. */
export type TakenPost = { 
/** Name of its department. */
department: string, 
/** Its name. */
name: string, 
/** How many do it. */
headcount: number | null, 
/** Whether it is a special operation. */
special_operation: boolean | null, };

/** One score to take. */
export type TakenScore = { 
/** The possible accident. */
accident: PossibleAccidentId, 
/** Who scores. */
assessor: PersonId, 
/** With or without the measures. */
basis: RiskBasis, 
/** The criteria. */
preset: CriteriaPresetId, 
/** The chosen values. */
factors: Factors, };

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

/** A code as it was typed or scanned. */
export type TaskCodeArgs = { 
/** The line that begins with `DP1:`. */
code: string, };

/** How many tasks of a day stand where. */
export type TaskCounts = { 
/** 「未到期」 */
upcoming: number, 
/** 「待检」 */
due: number, 
/** 「已检」 */
done: number, 
/** 「漏检」 */
missed: number, };

/** A day of the calendar. */
export type TaskDay = { 
/** The day. */
day: string, 
/** Its tasks. */
counts: TaskCounts, };

/** What is inspected. */
export type TaskQuestionsArgs = { 
/** The plan; nothing for an inspection beside all plans. */
plan: InspectionPlanId | null, 
/** The point. */
point: RiskPointId | null, };

/** 「任务状态」 */
export type TaskState = "upcoming" | "due" | "done" | "missed";

/** A task. */
export type TaskView = { 
/** The plan. */
plan: InspectionPlanId, 
/** Its name. */
plan_name: string, 
/** 「应检日期」 */
due_on: string, 
/** The first day that counts. */
since: string, 
/** The last day in time. */
until: string, 
/** The point. */
point: RiskPointId | null, 
/** Its code; empty for a plan of a whole place. */
code: string, 
/** Its name, or the place. */
name: string, 
/** 「班次」 */
shift: number | null, 
/** Who does it. */
executor: PersonId | null, 
/** His name. */
executor_name: string, 
/** Where it stands today. */
state: TaskState, 
/** The inspection that did it. */
inspection: InspectionId | null, 
/** When. */
done_on: string | null, 
/** Whether that was too late. */
late: boolean, };

/** Which tasks. */
export type TasksArgs = { 
/** The first day that they are due. */
from: string, 
/** The last one. */
to: string, 
/** Of this plan alone. */
plan: InspectionPlanId | null, 
/** At this point alone. */
point: RiskPointId | null, 
/** Of this person alone. */
executor: PersonId | null, 
/** In these states alone. */
states: Array<TaskState> | null, 
/** With those of plans that are not issued. */
drafts?: boolean, };

/** Tasks of a stretch of days. */
export type TasksView = { 
/** The day on which states are judged. */
today: string, 
/** The tasks, by day. */
tasks: Array<TaskView>, 
/** How many more there are than are given. */
left_off: number, 
/** All of them. */
counts: TaskCounts, 
/** Every day that has any. */
days: Array<TaskDay>, };

/** A column of a template. */
export type TemplateColumn = { 
/** The title that the region wants. */
title: string, 
/** Title of our column that it takes; empty for one that always says the same. */
source: string, 
/** What stands in every row where there is no source. */
text: string, };

/** 「学期」 */
export type Term = { 
/** Its identity. */
id: TermId, 
/** 「名称」 */
name: string, 
/** 「开学日期」 */
starts_on: string, 
/** 「结束日期」 */
ends_on: string, };

/** Identity of a term 「学期」. */
export type TermId = string;

/** The three values of a conflict. */
export type ThreeValues = { 
/** In the common ancestor. */
base: string | null, 
/** In the open project. */
ours: string | null, 
/** In the other copy. */
theirs: string | null, };

/** A usual set of control tiers; `use-tiers` takes its tiers as they are. */
export type TierSetEntry = { 
/** Its name in programs. */
value: string, 
/** What people call it. */
name: Words, 
/** Its tiers, highest first. */
tiers: Array<NewTier>, };

/** How finely the past is looked at. */
export type TimelineArgs = { 
/** At most so many moments. */
steps: number, };

/** Inspections of one plan that are due, or that were missed. */
export type TodoInspectionView = { 
/** The plan. */
plan: InspectionPlanId, 
/** Due or missed. */
state: TaskState, 
/** How many. */
count: number, 
/** The day of the first of them. */
due_on: string | null, 
/** The last day in time of whichever ends first. */
until: string | null, 
/** The whole line, in words. */
words: Words, };

/** One thing that waits. */
export type TodoItemView = { 
/** The danger. */
danger: HiddenDangerId, 
/** Its code. */
code: string, 
/** What to do. */
what: Waiting, 
/** What to do, in words. */
what_name: Words, 
/** The whole line, in words. */
words: Words, 
/** Until when. */
until: string | null, 
/** Days until then; negative when it is over. */
days_left: number | null, 
/** How urgent. */
alarm: Alarm | null, };

/** What waits for one person. */
export type TodoList = { 
/** Who; nobody where somebody must be appointed first. */
person: PersonId | null, 
/** The name; empty for nobody. */
name: string, 
/** What, the most urgent first. */
items: Array<TodoItemView>, 
/** Inspections that are due, then those that were missed within the last week. */
inspections: Array<TodoInspectionView>, 
/** All of it as a text to copy into a chat group. */
text: Words, };

/** What waits for whom. */
export type TodoView = { 
/** The day. */
today: string, 
/** People with what waits for them; last, what waits for somebody to be appointed. */
people: Array<TodoList>, 
/** Alarms around deadlines, the most overdue first. */
reminders: Array<ReminderView>, 
/** Measures that failed so often that their risk should be judged anew. */
repeated: Array<RepeatedView>, };

/** 「专题」 What an inspection or a danger is about, as schools sort it. */
export type Topic = "fire" | "electricity" | "gas" | "food" | "buildings" | "laboratory" | "chemicals" | "special-equipment" | "dormitory" | "sports" | "traffic" | "security" | "infection" | "psychology" | "network" | "construction" | "surroundings" | "natural-disaster";

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

/** The figures month by month. */
export type Trend = { 
/** Which value stands where. */
keys: Array<StatisticsKey>, 
/** The months, the oldest first. */
months: Array<TrendMonth>, };

/** How far to look back. */
export type TrendArgs = { 
/** A day of the last month. */
until: string, 
/** How many months, that one counted. */
months: number, };

/** One month. */
export type TrendMonth = { 
/** The month. */
period: StatisticsPeriod, 
/** Dangers confirmed in it. */
confirmed: Array<HiddenDangerId>, 
/** Dangers closed in it, whenever confirmed. */
closed: Array<HiddenDangerId>, 
/** Major dangers confirmed in it. */
major: Array<HiddenDangerId>, 
/** The values of all indicators, in the order of the keys. */
values: Array<number | null>, };

/** 「字体」 What the prints are set in. */
export type Typeface = "sans" | "serif-titles" | "serif";

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

/** Puts these tiers in the place of those there are, highest first. A tier of the same rank stays the same row, so that
 * points that were given to it by hand stay with it. */
export type UseTiers = { 
/** The tiers. */
tiers: Array<NewTier>, };

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
export type Visit = "hazards" | "scores" | "measures" | "control" | "plan" | "people" | "organisation" | "criteria" | "review" | "rounds" | "changes" | "dangers";

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
/** The six classes of the other taxonomy. */
six_classes: Array<Entry>, 
/** 字体 of the prints. */
typefaces: Array<Entry>, 
/** Codes of the chemical platform. */
chemical_codes: Array<Entry>, 
/** What each category is in the other two taxonomies. */
measure_mapping: Array<MeasureMapping>, 
/** The usual sets of control tiers. */
tier_sets: Array<TierSetEntry>, 
/** What is reviewed. */
review_subjects: Array<Entry>, 
/** What is done in a review. */
review_acts: Array<Entry>, 
/** Kinds of changes of the site. */
change_kinds: Array<Entry>, 
/** Kinds of emergency plans. */
emergency_plan_kinds: Array<Entry>, 
/** Types of assessment rounds. */
round_kinds: Array<Entry>, 
/** Editions of accident types. */
accident_catalogues: Array<Entry>, 
/** Measure states. */
measure_states: Array<Entry>, 
/** Parts of a plan. */
element_kinds: Array<Entry>, 
/** Emergency symbols, in the order of the palette. */
symbols: Array<SymbolEntry>, 
/** Safety signs, warnings first. */
signs: Array<SignEntry>, 
/** Colour sets. */
colour_sets: Array<Entry>, 
/** Accident types of all catalogues. */
accident_types: Array<CatalogueEntry>, 
/** Forms of others that print accident types in their own words. */
accident_forms: Array<AccidentFormEntry>, 
/** Hazard factors. */
hazard_factors: Array<Entry>, 
/** Conditions of direct determination. */
direct_conditions: Array<Entry>, 
/** The criteria that Sise ships. */
presets: Array<Preset>, 
/** The words of hidden dangers. */
dangers: DangerVocabulary, 
/** The words of inspections. */
inspections: InspectionVocabulary, 
/** What rows of each table are called, and their columns. */
tables: Array<TableEntry>, };

/** 「待办事项」 What somebody is to do with a danger. */
export type Waiting = "report" | "confirm" | "assign" | "rectify" | "decide" | "take-up" | "review" | "accept" | "report-major" | "urge";

/** Something that the user should know about a drawing. */
export type WarningView = { 
/** A short stable word. */
code: string, 
/** In words. */
text: Words, };

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

/** An open major hidden danger in words. */
export type WhyDanger = { 
/** The danger. */
id: HiddenDangerId, 
/** Its code. */
code: string, 
/** What it is. */
description: string, 
/** Where it stands. */
state: Words, 
/** Its deadline; empty for none yet. */
deadline: string, };

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
/** Open major hidden dangers, which make it 重大 until they are closed; none on the inherent basis. */
dangers: Array<WhyDanger>, 
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

/** Rows of a worksheet: JHA for activities, SCL for facilities and workplaces. */
export type Worksheet = { 
/** How many rows there are in all. */
total: number, 
/** The rows, by code of the point and order of the hazard. */
rows: Array<WorksheetRow>, };

/** Part of a worksheet. */
export type WorksheetArgs = { 
/** The family. */
kind: RiskPointKind, 
/** Only these points; all of the family when left out. */
points: Array<RiskPointId> | null, 
/** Leave out so many rows. */
skip: number, 
/** At most so many rows; all when left out. */
limit: number | null, };

/** One hazard with all that its line says. */
export type WorksheetRow = { 
/** The hazard. */
hazard: Hazard, 
/** Its code: `JD-S-004-02`. */
code: string, 
/** The code of its point. */
point_code: string, 
/** The name of its point. */
point_name: string, 
/** 「可能发生的事故类型」 as the cell `accidents` shows and takes it. */
accidents: string, 
/** Existing measures of the five classes, as the cells `measures:CLASS:existing` show and take them. */
existing: [string, string, string, string, string], 
/** Proposed measures of the five classes. */
proposed: [string, string, string, string, string], 
/** The level on the basis that is looked at. */
level: RiskLevel | null, 
/** Scores of its accidents in order. */
scores: Array<AccidentCell>, };

/** Sheets to write. */
export type WriteSheetsArgs = { 
/** The folder. */
folder: string, 
/** For these people; empty for the members of the open round, or else for everybody. */
people: Array<PersonId>, 
/** With or without measures; existing risk when left out. */
basis: RiskBasis | null, };

/** A sheet that was written. */
export type WrittenSheet = { 
/** Whose. */
person: string, 
/** Where. */
path: string, 
/** How many rows there are to score. */
rows: number, };

/** Every call of the program: what it takes and what it gives. */
export interface Calls {
  /** Hidden dangers for board, list and map. */
  'dangers': { args: DangersArgs; result: DangersView };
  /** The case file of a hidden danger. */
  'danger': { args: DangerArgs; result: DangerFile };
  /** What may be done with a hidden danger now, by whom, saying what. */
  'danger-rights': { args: DangerArgs; result: RightsView };
  /** What waits for whom, alarms, measures that fail again and again. */
  'todo': { args: Nothing; result: TodoView };
  /** Keeps a photograph, small and without the place where it was taken; commands name it by its fingerprint. */
  'keep-photo': { args: PhotoArgs; result: KeptPhoto };
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
  /** The points of a family with every column of its list. */
  'point-list': { args: FamilyArgs; result: Array<RiskPoint> };
  /** Rows of a worksheet: hazards with accidents, measures and scores. */
  'worksheet': { args: WorksheetArgs; result: Worksheet };
  /** What pasting a block would do. */
  'preview-paste': { args: PasteBlock; result: PastePreview };
  /** What values come to under shipped criteria. */
  'score-values': { args: ScoreArgs; result: ScoreReport };
  /** Every level that applying criteria would change. */
  'preview-preset': { args: PreviewPresetArgs; result: PresetPreview };
  /** Rounds, the latest first. */
  'rounds': { args: Nothing; result: Array<RoundView> };
  /** What an approved round found. */
  'round-results': { args: RoundArgs; result: Array<RoundResult> };
  /** What became of the points between two rounds, or between one and today. */
  'diff-rounds': { args: DiffRoundsArgs; result: RoundDiff };
  /** Writes assessors' sheets. */
  'write-sheets': { args: WriteSheetsArgs; result: Array<WrittenSheet> };
  /** Reads assessors' sheets without taking anything. */
  'preview-sheets': { args: ReadSheetsArgs; result: SheetsReport };
  /** Takes the good rows of assessors' sheets. */
  'apply-sheets': { args: ReadSheetsArgs; result: SheetsOutcome };
  /** The risk library in short. */
  'library': { args: Nothing; result: LibraryView };
  /** Entries that fit, best first. */
  'search-library': { args: SearchArgs; result: Array<EntryLine> };
  /** A whole entry. */
  'library-entry': { args: EntryArgs; result: ListedEntry };
  /** Keeps an entry in the user's library. */
  'save-library-entry': { args: LibraryEntry; result: LibraryView };
  /** Takes an entry out of the user's library. */
  'remove-library-entry': { args: EntryArgs; result: LibraryView };
  /** A point of the project as an entry. */
  'entry-of-point': { args: EntryOfPointArgs; result: LibraryEntry };
  /** Writes a part of the project as a library file. */
  'export-library': { args: ExportLibraryArgs; result: ExportedLibrary };
  /** What taking over a library file would do. */
  'preview-library-file': { args: PathArgs; result: LibraryFilePreview };
  /** Takes entries of a library file over into the user's library. */
  'take-library-file': { args: TakeLibraryArgs; result: LibraryView };
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
  /** Writes a list of the project as xlsx, or as PDF where the name of the file ends so. */
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
  /** Writes entries of the operation record as a table. */
  'print-record': { args: PrintRecordArgs; result: PathArgs };
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
  /** Looks at a drawing of somebody else. */
  'inspect-drawing': { args: InspectArgs; result: DrawingPreview };
  /** Brings a drawing in, as one step. */
  'import-drawing': { args: ImportArgs; result: DrawingTaken };
  /** The room between walls around a place. */
  'room-at': { args: RoomArgs; result: RoomView };
  /** All rooms between the walls of a floor. */
  'rooms': { args: RoomsArgs; result: Array<RoomView> };
  /** Parts of a plan as a text, to be pasted here or in another project. */
  'copy-rows': { args: CopyRowsArgs; result: ClipText };
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
  /** Where every list and every round stands in its review. */
  'reviews': { args: Nothing; result: Array<ReviewView> };
  /** Every change of the site with what it makes out of date. */
  'changes': { args: Nothing; result: Array<ChangeView> };
  /** Who supervises a point at its tier and at each below. */
  'duties': { args: PointArgs; result: Array<Duty> };
  /** Keeps a document in the project, for a measure or a plan. */
  'attach-document': { args: AttachArgs; result: Changed };
  /** A document with its bytes. */
  'document': { args: DocumentArgs; result: DocumentView };
  /** Writes a document to a file. */
  'save-document': { args: SaveDocumentArgs; result: PathArgs };
  /** Puts the plan on one sheet exactly as the window shows it. */
  'print-view': { args: PrintViewArgs; result: PrintViewReport };
  /** Every piece of the print set: what it is about, which version, what hangs and what is out of date. */
  'print-pieces': { args: Nothing; result: PiecesView };
  /** A page of a piece as it is printed. */
  'print-picture': { args: PrintPictureArgs; result: PrintPictureView };
  /** The texts of a piece that may be said otherwise on it. */
  'piece-texts': { args: PieceId; result: Array<PieceText> };
  /** Records pieces as printed, with what they say today. */
  'mark-printed': { args: MarkPrintedArgs; result: Changed };
  /** The finished themes of the prints. */
  'print-themes': { args: Nothing; result: Array<PrintThemeView> };
  /** The safety signs: the shipped ones, and the organisation's own in their place or beside them. */
  'signs': { args: Nothing; result: Array<SignView> };
  /** Takes a drawing in as a safety sign of the organisation's own. */
  'take-sign': { args: SignFileArgs; result: Changed };
  /** Takes a drawing in as the emblem on the prints. */
  'take-emblem': { args: PathArgs; result: Changed };
  /** The sheets of a workbook and what stands in their upper rows, to choose the one of a list and its header from. */
  'list-sheets': { args: PathArgs; result: Array<ListSheet> };
  /** The user's own columns for lists out. */
  'list-templates': { args: Nothing; result: Array<ListTemplate> };
  /** Keeps columns for lists out under a name. */
  'save-list-template': { args: ListTemplate; result: Array<ListTemplate> };
  /** Forgets columns for lists out. */
  'remove-list-template': { args: ListTemplateArgs; result: Array<ListTemplate> };
  /** Inspection plans, those that are over last. */
  'plans': { args: Nothing; result: Array<PlanView> };
  /** The plans that the frequency matrix asks for and that are not there. */
  'plan-proposals': { args: Nothing; result: Array<ProposalView> };
  /** Inspection tasks of a stretch of days, with counts by day. */
  'tasks': { args: TasksArgs; result: TasksView };
  /** What an inspection asks. */
  'task-questions': { args: TaskQuestionsArgs; result: Array<Question> };
  /** The task that a returned sheet belongs to, by the code on it. */
  'task-by-code': { args: TaskCodeArgs; result: TaskView };
  /** Results of inspections, the latest first. */
  'inspections': { args: InspectionsArgs; result: Array<InspectionView> };
  /** Special check-lists of the project and of the library. */
  'checklists': { args: Nothing; result: ChecklistsView };
  /** Which points are inspected as their level asks, and which are not. */
  'coverage': { args: Nothing; result: Coverage };
  /** The next days by a rule that is being written. */
  'preview-rule': { args: PreviewRuleArgs; result: RulePreview };
  /** The figures of inspection and rectification of a period, each with the rows behind it. */
  'statistics': { args: StatisticsArgs; result: Statistics };
  /** The same figures month by month. */
  'statistics-trend': { args: TrendArgs; result: Trend };
  /** What the report of a month says. */
  'month-report': { args: MonthArgs; result: MonthReport };
  /** Takes the result files of a folder; each is put aside, taken or refused with the reason. */
  'take-inbox': { args: InboxArgs; result: InboxReport };
  /** Watches a folder for result files of the open project. */
  'watch-inbox': { args: InboxArgs; result: InboxView };
  /** The folder that is watched for the open project, and how many files wait. */
  'inbox': { args: Nothing; result: InboxView };
  /** Ends a long call as soon as it can. */
  'cancel-job': { args: JobArgs; result: Nothing };
}
