//! Random plans: thousands of commands from a seed, each followed by the whole sweep.
//! Relies on the same seed giving the same plan, so that a failure can be run again.
//! Knows no rule: what is refused is refused, what is done must hold.

use crate::bench::Bench;
use domain::{Cell, RiskBasis, RiskPointKind, RiskZoneKind, RowId, Snapshot, Table, Typeface, Uuid};
use edit::*;
use fastrand::Rng;
use geometry::{Point, Polyline, Ring};
use std::collections::BTreeMap;

/// What a plan did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanReport {
    /// Commands that were carried out.
    pub done: usize,
    /// Commands that were refused, by code.
    pub refused: BTreeMap<String, usize>,
    /// How often it was undone or redone.
    pub turned: usize,
    /// How often the project was closed or crashed, and opened again.
    pub reopened: usize,
}

/// Runs `count` random commands from `seed` on `bench`.
pub fn run_plan(bench: &mut Bench, seed: u64, count: usize) -> PlanReport {
    let mut random = Rng::with_seed(seed);
    let mut report = PlanReport::default();
    for _ in 0..count {
        match random.u32(0..100) {
            0..=5 => {
                bench.undo();
                report.turned += 1;
            }
            6..=9 => {
                bench.redo();
                report.turned += 1;
            }
            10 => {
                bench.reopen();
                report.reopened += 1;
            }
            11 => {
                bench.crash();
                report.reopened += 1;
            }
            _ => {
                let which = random.u32(0..14);
                let command = if which < 3 {
                    crate::drawing::any_drawing(bench.snapshot(), &mut random)
                } else if which == 11 && random.bool() {
                    crate::danger::any_danger(bench.snapshot(), &mut random)
                } else if which < 6 {
                    crate::control::any_control(bench.snapshot(), &mut random)
                } else if which < 8 {
                    crate::inspecting::any_inspecting(bench.snapshot(), &mut random)
                } else {
                    any_command(bench.snapshot(), &mut random)
                };
                match bench.execute(command) {
                    Ok(_) => report.done += 1,
                    Err(error) => *report.refused.entry(error.code).or_default() += 1,
                }
            }
        }
    }
    report
}

pub(crate) fn pick<T: Copy>(random: &mut Rng, from: impl IntoIterator<Item = T>) -> Option<T> {
    let all: Vec<T> = from.into_iter().collect();
    (!all.is_empty()).then(|| all[random.usize(0..all.len())])
}

/// An id of a table, or now and then one that does not exist.
pub(crate) fn any_id<T: From<Uuid>>(random: &mut Rng, snapshot: &Snapshot, table: Table) -> T {
    let known =
        snapshot.records().map(|record| record.row_id()).filter(|row| row.table == table).map(|row| row.id);
    let known: Vec<Uuid> = known.collect();
    if known.is_empty() || random.u32(0..40) == 0 {
        return Uuid::from_u128(random.u128(..)).into();
    }
    known[random.usize(0..known.len())].into()
}

pub(crate) fn any_text(random: &mut Rng) -> String {
    const TEXTS: &[&str] = &[
        "机加工实训中心",
        "焊接",
        "食堂一层",
        "A",
        "",
        "  ",
        "<script>alert(1)</script>",
        "=1+1",
        "𠮷野",
        "行\n二",
        "emoji 🔥",
        "\u{202e}右向左",
        "\0零",
    ];
    if random.u32(0..60) == 0 {
        return "长".repeat(random.usize(150..260));
    }
    TEXTS[random.usize(0..TEXTS.len())].to_owned()
}

pub(crate) fn any_point(random: &mut Rng) -> Point {
    let whole = |random: &mut Rng| f64::from(random.i32(-20..80)) * 500.0;
    let fine = |random: &mut Rng| random.f64() * 40_000.0;
    if random.bool() {
        Point::new(whole(random), whole(random)).unwrap()
    } else {
        Point::new(fine(random), fine(random)).unwrap()
    }
}

/// Rings that are mostly, not always, an outline.
pub(crate) fn any_rings(random: &mut Rng) -> Vec<Ring> {
    if random.bool() {
        let (a, b) = (any_point(random), any_point(random));
        let corner = |x, y| Point::new(x, y).unwrap();
        return vec![vec![a, corner(b.x(), a.y()), b, corner(a.x(), b.y())]];
    }
    let count = random.usize(2..7);
    vec![(0..count).map(|_| any_point(random)).collect()]
}

fn any_cell(random: &mut Rng, snapshot: &Snapshot, table: Table, column: &str) -> Cell<'static> {
    let known = table.columns().iter().find(|own| own.name == column).unwrap();
    if known.nullable && random.u32(0..4) == 0 {
        return Cell::Null;
    }
    if let Some(target) = known.references {
        let id: domain::FloorId = any_id(random, snapshot, target);
        return Cell::text(id.to_string());
    }
    match (table, column) {
        (Table::PossibleAccident, "accident_type") => {
            Cell::text(["01", "05", "08", "X01", "N04", "99"][random.usize(0..6)])
        }
        (Table::Hazard, "factor") => Cell::text(["2101", "22", "9901", ""][random.usize(0..4)]),
        (Table::ControlMeasure, "category") => {
            Cell::text(["engineering", "training", "emergency", "magic"][random.usize(0..4)])
        }
        (Table::ControlTier, "levels") => Cell::text(["major", "high,medium", "", "all"][random.usize(0..4)]),
        (Table::RiskPoint | Table::RiskZone, "code") => {
            let codes: Vec<_> = snapshot.points.iter().map(|point| point.code.clone()).collect();
            let retired = snapshot.retired_codes.iter().map(|retired| retired.code.clone());
            let known: Vec<_> = codes.into_iter().chain(retired).collect();
            let fresh = random.bool() || known.is_empty();
            Cell::text(if fresh {
                format!("C-{}", random.u32(0..300))
            } else {
                known[random.usize(0..known.len())].clone()
            })
        }
        _ => match known.kind {
            domain::ColumnKind::Integer => Cell::Integer(random.i64(-2..6)),
            domain::ColumnKind::Text => Cell::text(any_text(random)),
        },
    }
}

fn any_add(random: &mut Rng, snapshot: &Snapshot) -> Add {
    const TABLES: &[(Table, &[&str])] = &[
        (Table::Department, &["parent_id", "code", "name"]),
        (Table::Post, &["department_id", "name", "headcount"]),
        (Table::Person, &["department_id", "name"]),
        (Table::Building, &["campus_id", "code", "name"]),
        (Table::Floor, &["campus_id", "building_id", "name", "storey"]),
        (Table::ControlTier, &["name", "rank", "levels"]),
        (Table::Hazard, &["point_id", "description", "factor"]),
        (Table::PossibleAccident, &["hazard_id", "accident_type"]),
        (Table::PossibleAccident, &["hazard_id", "accident_type"]),
        (Table::ControlMeasure, &["hazard_id", "category", "content"]),
        (Table::Project, &["prepared_by"]),
    ];
    let (table, columns) = TABLES[random.usize(0..TABLES.len())];
    let cells = columns
        .iter()
        .map(|column| ((*column).to_owned(), any_cell(random, snapshot, table, column)))
        .collect();
    Add { table, cells }
}

/// The text of a cell that mostly, not always, may stand in this column.
fn any_text_of(random: &mut Rng, column: &str) -> String {
    let texts: &[&str] = match column {
        "accidents" => &["08", "05、01", "", "火灾", "摔跤"],
        "quantity" | "ordinal" => &["3", "12", "7", "三"],
        "special_equipment" => &["是", "否", "", "也许"],
        "department_id" => &["", "", "A", "机加工实训中心"],
        "factor" => &["2102", "22", "", "9901"],
        "code" => &["", "", "P-1", "P-2", "P-3"],
        _ => &["机加工", "焊接", "\"一\n二\"", "=1+1", "吊装", ""],
    };
    texts[random.usize(0..texts.len())].to_owned()
}

/// Commands of lists, criteria, the library and rounds.
fn evaluation_command(snapshot: &Snapshot, random: &mut Rng) -> Command {
    let rows_of = |random: &mut Rng, table: Table| -> Vec<RowId> {
        (0..random.usize(1..4))
            .map(|_| {
                let id: domain::FloorId = any_id(random, snapshot, table);
                RowId { table, id: id.into() }
            })
            .collect()
    };
    let kind = |random: &mut Rng| pick(random, RiskPointKind::ALL.iter().copied()).unwrap();
    match random.u32(0..30) {
        0..=5 => {
            let create = match random.u32(0..3) {
                0 => None,
                1 => Some(NewRows::Points(kind(random))),
                _ => Some(NewRows::Hazards(any_id(random, snapshot, Table::RiskPoint))),
            };
            let points = matches!(create, Some(NewRows::Points(_))) || (create.is_none() && random.bool());
            let (table, columns): (Table, &[&str]) = if points {
                (Table::RiskPoint, &["name", "code", "department_id", "quantity", "special_equipment"])
            } else {
                const MEASURES: &str = "measures:engineering:existing";
                (Table::Hazard, &["description", "accidents", MEASURES, "factor", "ordinal"])
            };
            let rows = rows_of(random, table);
            let columns = columns[..random.usize(1..=columns.len())].iter().map(|own| (*own).to_owned());
            let columns: Vec<String> = columns.collect();
            let lines = (0..random.usize(1..4)).map(|_| {
                let cells = columns.iter().map(|column| any_text_of(random, column));
                cells.collect::<Vec<_>>().join("\t")
            });
            let text = lines.collect::<Vec<_>>().join("\n");
            Command::PasteBlock(PasteBlock {
                rows,
                columns,
                text,
                create,
                skip_refused: random.u32(0..4) > 0,
            })
        }
        6..=8 => {
            let table = if random.bool() { Table::RiskPoint } else { Table::Hazard };
            let columns: &[&str] =
                if table == Table::Hazard { &["step", "accidents"] } else { &["note", "department_id"] };
            let columns = columns.iter().map(|own| (*own).to_owned()).collect();
            Command::FillDown(FillDown { rows: rows_of(random, table), columns })
        }
        9..=11 => {
            let table = Table::ALL[random.usize(0..Table::ALL.len())];
            let column = table.columns()[random.usize(0..table.columns().len())].name;
            let value = any_cell(random, snapshot, table, column);
            Command::SetFields(SetFields { rows: rows_of(random, table), field: column.to_owned(), value })
        }
        12..=15 => Command::TakeScores(TakeScores {
            scores: (0..random.usize(1..3))
                .map(|_| TakenScore {
                    accident: any_id(random, snapshot, Table::PossibleAccident),
                    assessor: any_id(random, snapshot, Table::Person),
                    basis: pick(random, RiskBasis::ALL.iter().copied()).unwrap(),
                    preset: any_id(random, snapshot, Table::CriteriaPreset),
                    factors: ["3,6,15", "1,6,7", "1,6,15", "3,5"][random.usize(0..4)].parse().unwrap(),
                })
                .collect(),
        }),
        16..=18 => Command::Adjust(Adjust {
            accident: any_id(random, snapshot, Table::PossibleAccident),
            basis: pick(random, RiskBasis::ALL.iter().copied()).unwrap(),
            level: pick(random, domain::RiskLevel::ALL.iter().copied()).unwrap(),
            reason: any_text(random),
            decided_by: random.bool().then(|| any_id(random, snapshot, Table::Person)),
        }),
        19..=22 => {
            let code = ["lec-four-colour", "lec-custom", "ls-1", "none"][random.usize(0..4)].to_owned();
            let preset = if random.bool() {
                PresetChoice::Code(code)
            } else {
                PresetChoice::Id(any_id(random, snapshot, Table::CriteriaPreset))
            };
            let kinds = RiskPointKind::ALL.iter().copied().filter(|_| random.u32(0..4) > 0).collect();
            Command::ApplyPreset(ApplyPreset { preset, kinds })
        }
        23..=24 => Command::OpenRound(OpenRound {
            kind: pick(random, domain::RoundKind::ALL.iter().copied()).unwrap(),
            name: any_text(random),
            cause: any_text(random),
            started_on: None,
            supplements: random.bool().then(|| any_id(random, snapshot, Table::AssessmentRound)),
            members: (0..random.usize(0..3))
                .map(|_| NewRoundMember {
                    person: any_id(random, snapshot, Table::Person),
                    role: any_text(random),
                })
                .collect(),
        }),
        25..=26 => Command::ApproveRound(ApproveRound {
            round: any_id(random, snapshot, Table::AssessmentRound),
            approved_by: random.bool().then(|| any_id(random, snapshot, Table::Person)),
            conclusion: any_text(random),
        }),
        _ => {
            let entries = ["canteen-kitchen", "machining-lathe", "no-such-entry"];
            let shipped = library::built_in_entries();
            let entry = match random.u32(0..4) {
                0 => entries[random.usize(0..entries.len())].to_owned(),
                _ => shipped[random.usize(0..shipped.len())].id.clone(),
            };
            Command::PlaceLibraryEntry(PlaceLibraryEntry {
                entry: EntryChoice::Id(entry),
                floor: random.bool().then(|| any_id(random, snapshot, Table::Floor)),
                position: random.bool().then(|| any_point(random)),
                zone: random.bool().then(|| any_id(random, snapshot, Table::RiskZone)),
                department: None,
                name: any_text(random),
                catalogue: pick(random, domain::AccidentCatalogue::ALL.iter().copied()),
                scores: random.bool().then(|| SuggestedBy {
                    assessor: any_id(random, snapshot, Table::Person),
                    bases: RiskBasis::ALL.to_vec(),
                }),
            })
        }
    }
}

/// What is kept about prints.
fn print_command(snapshot: &Snapshot, random: &mut Rng) -> Command {
    let kind = |random: &mut Rng| ["notice-card", "four-colour-map", ""][random.usize(0..3)].to_owned();
    match random.u32(0..6) {
        0..=1 => Command::SetPrintStyle(SetPrintStyle {
            theme: any_text(random),
            ink: ["", "#1A2B3C", "red"][random.usize(0..3)].to_owned(),
            accent: String::new(),
            ground: String::new(),
            name: any_text(random),
            badge: any_text(random),
            emblem: String::new(),
            slogan: any_text(random),
            footer: any_text(random),
            typeface: [None, Some(Typeface::SerifTitles), Some(Typeface::Serif)][random.usize(0..3)],
        }),
        2..=3 => Command::RewriteText(RewriteText {
            kind: kind(random),
            subject: any_id::<Uuid>(random, snapshot, Table::RiskPoint).to_string(),
            field: ["name", "hazards.1"][random.usize(0..2)].to_owned(),
            source: any_text(random),
            text: random.bool().then(|| any_text(random)),
        }),
        4 => Command::MarkPrinted(MarkPrinted {
            pieces: (0..random.usize(0..4))
                .map(|_| PieceOnWall {
                    kind: kind(random),
                    subject: any_id::<Uuid>(random, snapshot, Table::RiskPoint).to_string(),
                    title: any_text(random),
                    version: format!("{:08X}", random.u32(0..3)),
                    content: any_text(random),
                })
                .collect(),
            on: None,
        }),
        _ => Command::KeepSign(KeepSign {
            sign: random.bool().then(|| any_id(random, snapshot, Table::OwnSign)),
            replaces: ["", "ban-fire"][random.usize(0..2)].to_owned(),
            family: pick(random, domain::SignFamily::ALL.iter().copied()).unwrap(),
            name: any_text(random),
            drawing: any_text(random),
            accidents: (0..random.usize(0..2))
                .map(|_| ["05", "none"][random.usize(0..2)].to_owned())
                .collect(),
        }),
    }
}

pub(crate) fn any_command(snapshot: &Snapshot, random: &mut Rng) -> Command {
    let table = |random: &mut Rng| Table::ALL[random.usize(0..Table::ALL.len())];
    match random.u32(0..126) {
        100..=119 => evaluation_command(snapshot, random),
        120..=125 => print_command(snapshot, random),
        0..=24 => Command::Add(any_add(random, snapshot)),
        25..=34 => Command::DrawZone(DrawZone {
            floor: any_id(random, snapshot, Table::Floor),
            outline: any_rings(random),
            name: any_text(random),
            kind: RiskZoneKind::Place,
            overlap: Overlap::Allow,
        }),
        35..=39 => Command::ReshapeZone(ReshapeZone {
            zone: any_id(random, snapshot, Table::RiskZone),
            floor: None,
            outline: any_rings(random),
            overlap: Overlap::Allow,
        }),
        40..=51 => Command::PlacePoint(PlacePoint {
            floor: any_id(random, snapshot, Table::Floor),
            position: any_point(random),
            kind: pick(random, RiskPointKind::ALL.iter().copied()).unwrap(),
            name: any_text(random),
            department: random.bool().then(|| any_id(random, snapshot, Table::Department)),
        }),
        52..=56 => Command::MovePoint(MovePoint {
            point: any_id(random, snapshot, Table::RiskPoint),
            floor: any_id(random, snapshot, Table::Floor),
            position: any_point(random),
        }),
        57..=72 => Command::Score(Score {
            accident: any_id(random, snapshot, Table::PossibleAccident),
            assessor: any_id(random, snapshot, Table::Person),
            basis: if random.u32(0..4) == 0 { RiskBasis::Inherent } else { RiskBasis::Existing },
            factors: ["3,6,15", "1,6,7", "6,6,15", "0.5,1,100", "3,3,40", "3,5", "9,9,9"][random.usize(0..7)]
                .parse()
                .unwrap(),
            preset: None,
        }),
        73..=75 => Command::Determine(Determine {
            point: any_id(random, snapshot, Table::RiskPoint),
            condition: ["dd-1", "dd-4", "dd-x"][random.usize(0..3)].to_owned(),
            reason: any_text(random),
            decided_by: None,
        }),
        76..=78 => Command::SetTier(SetTier {
            point: any_id(random, snapshot, Table::RiskPoint),
            tier: random.bool().then(|| any_id(random, snapshot, Table::ControlTier)),
            reason: any_text(random),
            overriding: random.bool(),
        }),
        79..=80 => Command::UsePreset(UsePreset {
            kind: pick(random, RiskPointKind::ALL.iter().copied()).unwrap(),
            preset: ["lec-four-colour", "ls-1", "mes", "none"][random.usize(0..4)].to_owned(),
        }),
        81..=84 => Command::DrawPlan(DrawPlan {
            floor: any_id(random, snapshot, Table::Floor),
            elements: (0..random.usize(0..4))
                .map(|_| NewPlanElement {
                    kind: pick(random, domain::PlanElementKind::ALL.iter().copied()).unwrap(),
                    line: Polyline::new((0..random.usize(1..5)).map(|_| any_point(random)).collect())
                        .unwrap(),
                    size: random.i64(0..400),
                    text: any_text(random),
                    layer: None,
                    anchors: None,
                })
                .collect(),
        }),
        85..=86 => Command::ReshapeElement(ReshapeElement {
            element: any_id(random, snapshot, Table::PlanElement),
            line: Polyline::new(vec![any_point(random), any_point(random)]).unwrap(),
        }),
        87..=94 => {
            let table = table(random);
            let coded = random.u32(0..3) == 0;
            let table = if coded { Table::RiskPoint } else { table };
            let column =
                if coded { "code" } else { table.columns()[random.usize(0..table.columns().len())].name };
            let id: domain::FloorId = any_id(random, snapshot, table);
            Command::SetField(SetField {
                row: RowId { table, id: id.into() },
                column: column.to_owned(),
                value: any_cell(random, snapshot, table, column),
            })
        }
        _ => {
            let rows = (0..random.usize(1..3))
                .map(|_| {
                    let table = table(random);
                    let id: domain::FloorId = any_id(random, snapshot, table);
                    RowId { table, id: id.into() }
                })
                .collect();
            Command::Remove(Remove { rows })
        }
    }
}
