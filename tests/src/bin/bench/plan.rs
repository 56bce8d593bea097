//! The plan editor in the real window: processor time for a frame of panning, zooming and dragging a corner, and for
//! selecting, beside a plain SVG page with as many shapes in the same web view; and the import of a large drawing.
//! Relies on a display and on the built programs of the same profile. Processor time is that of the whole process group.

use crate::verdict;
use anyhow::Context as _;
use api::{Session, Workspace};
use domain::{AnyRecord, BuildingId};
use fantoccini::wd::TimeoutConfiguration;
use geometry::{Outline, Point};
use serde_json::Value;
use sise_tests::window::{Desk, Window};
use std::fmt::Write as _;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};
use testkit::{FixedWorld, generate};

/// Shapes on one floor, all in view.
const SIZES: [usize; 3] = [300, 2_000, 10_000];

/// How often a cell is measured, of which the middle one counts, and how many frames each time.
#[derive(Clone, Copy)]
struct Effort {
    runs: usize,
    frames: u32,
}

/// Ten thousand shapes with names take a plain page a second for a frame; as many frames as for a few take ten minutes.
fn effort(count: usize) -> Effort {
    if count > 5_000 { Effort { runs: 1, frames: 8 } } else { Effort { runs: 3, frames: 60 } }
}

pub(crate) fn run() -> anyhow::Result<()> {
    import()?;
    if std::env::var_os("DISPLAY").is_none() {
        println!("\nno display: the plan is not measured (say `xvfb-run -a cargo xtask bench plan`)");
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("\nthe plan in the window, every shape in view, names on: CPU (and time) for a frame, in ms");
    for count in SIZES {
        runtime.block_on(measure(count))?;
    }
    Ok(())
}

async fn measure(count: usize) -> anyhow::Result<()> {
    let desk = Desk::new();
    let project = desk.at("measured.sise");
    let (records, building) = one_floor(count)?;
    let workspace = Workspace::at(desk.at("data"));
    let session =
        Session::create(&workspace, &project, records, &[], Arc::new(FixedWorld::new(3)), "测量".to_owned())?;
    session.close().map_err(|back| back.1)?;
    let window = desk.window(Some(&project)).await;
    // Ten thousand shapes on a busy machine take longer than a driver waits of itself.
    let patience = TimeoutConfiguration::new(Some(Duration::from_secs(600)), None, None);
    window.client.update_timeouts(patience).await?;
    window.size(1366, 768).await;
    window.by_id("workbench").await;
    window.settle().await;
    window.click("building-switch").await;
    window.click_on(&format!("[data-place=\"{building}\"]")).await;
    let here = format!("document.querySelectorAll('[data-zone]').length === {count}");
    window.until("every shape to be drawn", &here).await;
    window.click("zoom-fit").await;
    window.settle().await;
    window.shot(&format!("plan-{count}")).await;
    let effort = effort(count);
    let pan = cell(&window, OURS, "pan", effort).await?;
    let zoom = cell(&window, OURS, "zoom", effort).await?;
    let drag = cell(&window, OURS, "drag", effort).await?;
    let select = cell(&window, OURS, "select", effort).await?;
    // One by one, so that the fields beside the plan follow each of them.
    let alone =
        cell(&window, OURS, "select-alone", Effort { frames: effort.frames.min(12), ..effort }).await?;

    // The same web view, the same part of the window, the same shapes and names, without any of our means.
    let size = window.ask("(() => { const box = document.querySelector('[data-testid=\"plan\"]').getBoundingClientRect(); return [box.width, box.height]; })()").await;
    window.client.goto("about:blank").await?;
    window.client.execute(PLAIN_PAGE, vec![size, Value::from(count)]).await?;
    window.shot(&format!("plan-{count}-plain")).await;
    let plain_pan = cell(&window, PLAIN, "pan", effort).await?;
    let plain_zoom = cell(&window, PLAIN, "zoom", effort).await?;
    let plain_drag = cell(&window, PLAIN, "drag", effort).await?;
    // What any frame costs here that shows another dot: no drawing program can be below it.
    let least = cell(&window, PLAIN, "dot", effort).await?;

    println!(
        "{count} shapes, {} frames, median of {}; a frame in which one dot of the plain page changes: {:.1} ({:.1})",
        effort.frames, effort.runs, least.cpu, least.wall
    );
    let half = |plain: Cost| (count == 2_000).then_some(plain.cpu / 2.0);
    for (what, own, plain, target) in [
        ("panning", pan, Some(plain_pan), half(plain_pan)),
        ("zooming", zoom, Some(plain_zoom), half(plain_zoom)),
        ("dragging a corner", drag, Some(plain_drag), (count == 2_000).then_some(16.0)),
        ("selecting in a row", select, None, (count == 2_000).then_some(16.0)),
        ("selecting, at rest", alone, None, (count == 2_000).then_some(16.0)),
    ] {
        let beside = plain
            .map(|own| format!("plain page {:>6.1} ({:>5.1})", own.cpu, own.wall))
            .unwrap_or_else(|| " ".repeat(25));
        println!(
            "  {what:<20} {:>6.1} ({:>5.1})   {beside}   {}",
            own.cpu,
            own.wall,
            verdict(own.cpu, target, "ms")
        );
    }
    Ok(())
}

/// What a frame costs, in milliseconds.
#[derive(Clone, Copy)]
struct Cost {
    cpu: f64,
    wall: f64,
}

async fn cell(window: &Window, page: &str, what: &str, effort: Effort) -> anyhow::Result<Cost> {
    let Effort { runs, frames } = effort;
    let mut costs = Vec::new();
    for _ in 0..runs {
        quiet(window).await?;
        let (before, begin) = (spent(window)?, Instant::now());
        let script = format!("{FRAMES}\n{page}");
        let said = window.client.execute_async(&script, vec![Value::from(what), Value::from(frames)]).await?;
        anyhow::ensure!(said == Value::Bool(true), "{what}: {said}");
        let wall = begin.elapsed().as_secs_f64() * 1e3;
        // What was put off belongs to the gesture.
        quiet(window).await?;
        let own = spent(window)? - before;
        costs.push(Cost { cpu: own / f64::from(frames), wall: wall / f64::from(frames) });
    }
    costs.sort_by(|a, b| a.cpu.total_cmp(&b.cpu));
    costs.get(runs / 2).copied().context("there are runs")
}

/// Waits until the processes rest.
async fn quiet(window: &Window) -> anyhow::Result<()> {
    for _ in 0..60 {
        let before = spent(window)?;
        tokio::time::sleep(Duration::from_millis(250)).await;
        if spent(window)? - before < 15.0 {
            break;
        }
    }
    Ok(())
}

/// Processor time of the process group so far, in milliseconds. The kernel counts in hundredths of a second.
fn spent(window: &Window) -> anyhow::Result<f64> {
    let found = Command::new("pgrep").args(["-g", &window.group().to_string()]).output()?;
    let mut ticks = 0.0;
    for process in String::from_utf8_lossy(&found.stdout).lines() {
        let Ok(stat) = std::fs::read_to_string(format!("/proc/{}/stat", process.trim())) else { continue };
        let after = stat.rsplit(')').next().context("stat has a name in brackets")?;
        for field in after.split_whitespace().skip(11).take(2) {
            ticks += field.parse::<f64>()?;
        }
    }
    Ok(ticks * 10.0)
}

/// A building with one floor of L-shaped zones that all have a level, and no pins.
fn one_floor(count: usize) -> anyhow::Result<(Vec<AnyRecord>, BuildingId)> {
    let rows = generate(count, count);
    let building = rows.iter().find_map(|row| match row {
        AnyRecord::Building(own) => Some(own.id),
        _ => None,
    });
    let building = building.context("there is a building")?;
    let floor = rows.iter().find_map(|row| match row {
        AnyRecord::Floor(own) if own.building_id == Some(building) => Some(own.id),
        _ => None,
    });
    let floor = floor.context("it has a floor")?;
    let columns = (count as f64 * 1.8).sqrt().ceil() as usize;
    let mut drawn = 0;
    let mut kept = Vec::new();
    for row in rows {
        kept.push(match row {
            AnyRecord::Building(own) if own.id != building => continue,
            AnyRecord::Floor(own) if own.building_id.is_some() && own.id != floor => continue,
            AnyRecord::PlanElement(_) => continue,
            AnyRecord::RiskZone(mut own) => {
                let (x, y) = ((drawn % columns) as f64 * 9_000.0, (drawn / columns) as f64 * 9_000.0);
                drawn += 1;
                let ring = [(0.0, 0.0), (8.0, 0.0), (8.0, 5.0), (6.0, 5.0), (6.0, 8.0), (0.0, 8.0)]
                    .map(|(dx, dy)| Point::new(x + dx * 1_000.0, y + dy * 1_000.0));
                let ring = ring.into_iter().collect::<Result<Vec<_>, _>>()?;
                own.outline = Some(Outline::new(vec![ring])?);
                own.floor_id = Some(floor);
                AnyRecord::RiskZone(own)
            }
            AnyRecord::RiskPoint(mut own) => {
                own.position = None;
                own.floor_id = None;
                AnyRecord::RiskPoint(own)
            }
            other => other,
        });
    }
    Ok((kept, building))
}

/// One step for a frame, so many frames.
const FRAMES: &str = r"
const [what, count, done] = arguments;
const frames = (step) => {
  let at = 0;
  const tick = () => {
    if (at === count) return requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
    step(at);
    at += 1;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
};
const swing = (at) => (at < count / 2 ? at : count - at);
";

/// Gestures as the window hears them.
const OURS: &str = r#"
const plan = document.querySelector('[data-testid="plan"]');
const box = plan.getBoundingClientRect();
// The capture of a pointer that no hand moves is refused.
Element.prototype.setPointerCapture = () => {};
const fire = (type, x, y, button, buttons) =>
  plan.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', isPrimary: true, clientX: x, clientY: y, button, buttons }));
const middle = [box.x + box.width / 2, box.y + box.height / 2];
if (what === 'pan') {
  fire('pointerdown', ...middle, 1, 4);
  frames((at) => {
    fire('pointermove', middle[0] + swing(at + 1) * 8, middle[1] + swing(at + 1) * 2, -1, 4);
    if (at === count - 1) fire('pointerup', ...middle, 1, 0);
  });
} else if (what === 'zoom') {
  frames((at) =>
    plan.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: middle[0], clientY: middle[1], deltaY: at < count / 2 ? -12 : 12 })),
  );
} else {
  const shown = (x, y) => window.siseTest.worldToClient(x, y);
  const columns = Math.ceil(Math.sqrt(document.querySelectorAll('[data-zone]').length * 1.8));
  const press = (x, y) => {
    fire('pointermove', x, y, -1, 0);
    fire('pointerdown', x, y, 0, 1);
    fire('pointerup', x, y, 0, 0);
  };
  const next = (at) => {
    const place = shown((at % (columns - 1)) * 9000 + 3000, (at % 3) * 9000 + 4000);
    press(place.x, place.y);
  };
  if (what === 'select') {
    frames(next);
  } else if (what === 'select-alone') {
    const one = (at) => {
      if (at === count) return done(true);
      next(at);
      setTimeout(() => one(at + 1), 400);
    };
    one(0);
  } else {
    const column = Math.floor(columns / 2);
    const inside = shown(column * 9000 + 3000, 4 * 9000 + 4000);
    press(inside.x, inside.y);
    const corner = shown(column * 9000 + 8000, 4 * 9000);
    requestAnimationFrame(() => {
      fire('pointermove', corner.x, corner.y, -1, 0);
      fire('pointerdown', corner.x, corner.y, 0, 1);
      frames((at) => {
        fire('pointermove', corner.x + (1 + swing(at)) * 3, corner.y - (1 + swing(at)) * 2, -1, 1);
        if (at === count - 1) {
          if (window.siseTest.selection()?.table !== 'risk_zone') return done('no zone is selected');
          if (!document.querySelector('.lifted')) return done('nothing is dragged');
          // Given up, so that every run finds the same plan.
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
          fire('pointerup', corner.x, corner.y, 0, 0);
        }
      });
    });
  }
}
"#;

/// As many shapes with names as one SVG.
const PLAIN_PAGE: &str = r"
const [[width, height], count] = arguments;
document.body.style.margin = '0';
const columns = Math.ceil(Math.sqrt(count * 1.8));
const scale = Math.min((width - 124) / (columns * 9), (height - 158) / (Math.ceil(count / columns) * 9));
const parts = [];
for (let at = 0; at < count; at += 1) {
  const [x, y] = [(at % columns) * 9 * scale, Math.floor(at / columns) * 9 * scale];
  const ring = [[0, 0], [8, 0], [8, 5], [6, 5], [6, 8], [0, 8]].map(([a, b]) => `${(x + a * scale).toFixed(1)},${(y + b * scale).toFixed(1)}`);
  parts.push(`<polygon points='${ring.join(' ')}' fill='#f7c873' stroke='#7a5a17' stroke-width='1'/><text x='${x + 3 * scale}' y='${y + 4 * scale}' font-size='11' text-anchor='middle'>实训室 ${at + 1}</text>`);
}
document.body.innerHTML = `<svg width='${width}' height='${height}'><g id='world' transform='translate(62 100)'>${parts.join('')}</g></svg>`;
";

/// The same gestures there.
const PLAIN: &str = r"
const world = document.getElementById('world');
if (what === 'pan') frames((at) => world.setAttribute('transform', `translate(${62 + swing(at + 1) * 8} ${100 + swing(at + 1) * 2})`));
else if (what === 'zoom') frames((at) => world.setAttribute('transform', `translate(62 100) scale(${1.02 ** swing(at + 1)})`));
else if (what === 'dot') {
  const dot = document.body.appendChild(document.createElement('div'));
  dot.style.cssText = 'position: fixed; left: 0; top: 0; width: 8px; height: 8px';
  frames((at) => { dot.style.background = at % 2 ? '#000' : '#fff'; if (at === count - 1) dot.remove(); });
} else {
  const shapes = world.querySelectorAll('polygon');
  const one = shapes[Math.floor(shapes.length / 2)];
  const ring = one.getAttribute('points').split(' ').map((place) => place.split(',').map(Number));
  frames((at) => one.setAttribute('points', ring.map(([x, y], index) => (index === 1 ? [x + swing(at) * 3, y - swing(at) * 2] : [x, y]).join(',')).join(' ')));
}
";

/// `sise import-plan` with a drawing of 5,600 entities, from the start of the program to its end.
fn import() -> anyhow::Result<()> {
    println!("\na drawing of 5,600 entities into a project, by the program from outside");
    let desk = Desk::new();
    desk.sise(&["new", "a.sise"]);
    std::fs::write(desk.at("office.dxf"), office())?;
    let mut times = Vec::new();
    for number in 0..5 {
        let begin = Instant::now();
        let said = desk.sise(&[
            "import-plan",
            "a.sise",
            "--floor",
            &format!("办公楼 {}F", number + 1),
            "office.dxf",
            "--json",
        ]);
        times.push(begin.elapsed().as_secs_f64() * 1e3);
        let report: Value = serde_json::from_str(&said)?;
        anyhow::ensure!(
            report["imported"]["lines"].as_u64() > Some(3_000),
            "the drawing did not come in: {report}"
        );
    }
    times.sort_by(f64::total_cmp);
    let middle = times.get(2).copied().context("there are runs")?;
    println!("  median {middle:.0} ms, {}", verdict(middle, Some(2_000.0), "ms"));
    Ok(())
}

/// An office as CAD programs write one: double walls, doors as blocks with arcs, furniture, names.
fn office() -> String {
    let mut text = String::from(
        "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n\
         0\nBLOCK\n2\nDOOR\n10\n0\n20\n0\n0\nLINE\n8\n0\n10\n0\n20\n0\n11\n0\n21\n900\n\
         0\nARC\n8\n0\n10\n0\n20\n0\n40\n900\n50\n0\n51\n90\n0\nENDBLK\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n",
    );
    let mut line = |layer: &str, from: (f64, f64), to: (f64, f64)| {
        let _ =
            write!(text, "0\nLINE\n8\n{layer}\n10\n{}\n20\n{}\n11\n{}\n21\n{}\n", from.0, from.1, to.0, to.1);
    };
    // 20 x 20 rooms: eight wall lines, two lines of furniture.
    for room in 0..400_u32 {
        let (x, y) = (f64::from(room % 20) * 3_000.0, f64::from(room / 20) * 3_000.0);
        for thick in [0.0, 120.0] {
            let (a, b) = (thick, 3_000.0 - thick);
            for (from, to) in [((a, a), (b, a)), ((b, a), (b, b)), ((b, b), (a, b)), ((a, b), (a, a))] {
                line("WALL", (x + from.0, y + from.1), (x + to.0, y + to.1));
            }
        }
        line("FURNITURE", (x + 500.0, y + 500.0), (x + 1_500.0, y + 500.0));
        line("FURNITURE", (x + 500.0, y + 500.0), (x + 500.0, y + 1_100.0));
    }
    for room in 0..400_u32 {
        let (x, y) = (f64::from(room % 20) * 3_000.0, f64::from(room / 20) * 3_000.0);
        let _ = write!(
            text,
            "0\nINSERT\n8\nDOOR\n2\nDOOR\n10\n{}\n20\n{}\n50\n{}\n\
             0\nTEXT\n8\nTEXT\n10\n{}\n20\n{}\n40\n250\n1\nROOM {room}\n\
             0\nLWPOLYLINE\n8\nFURNITURE\n90\n4\n70\n1\n10\n{}\n20\n{}\n10\n{}\n20\n{}\n10\n{}\n20\n{}\n10\n{}\n20\n{}\n\
             0\nCIRCLE\n8\nCOLUMN\n10\n{}\n20\n{}\n40\n150\n",
            x + 1_000.0,
            y + 120.0,
            room % 4 * 90,
            x + 1_000.0,
            y + 1_500.0,
            x + 2_000.0,
            y + 2_000.0,
            x + 2_600.0,
            y + 2_000.0,
            x + 2_600.0,
            y + 2_600.0,
            x + 2_000.0,
            y + 2_600.0,
            x,
            y,
        );
    }
    text.push_str("0\nENDSEC\n0\nEOF\n");
    text
}
