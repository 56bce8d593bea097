//! The language of suites: one command a line, names for what was made, and a dump that is compared as text.
//! Relies on commands being JSON; `@name` stands for the id of what the line `name = ...` made.
//! Knows no suite.
//!
//! ```text
//! # a comment
//! zone = draw-zone {"floor": "@plan", ...}      run a command; its new row is @zone from now on
//! ! code-taken set-field {...}                  the command must be refused with this code
//! undo | redo | reopen | crash
//! show tasks FROM TO TODAY | planned FROM TO | proposals | coverage | questions @plan [@point]
//! show levels | rows TABLE | history | check | reviews | changes | dangers | duties @point | why @name
//! ```

use crate::bench::Bench;
use domain::{AnyRecord, Language, RowId, Snapshot, Table};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Runs a script on an empty school and gives what it shows.
pub fn run_script(script: &str) -> String {
    let mut runner = Runner::new();
    for (number, line) in script.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        runner.line(line).unwrap_or_else(|error| panic!("line {}: {error}\n{line}", number + 1));
    }
    runner.shown
}

struct Runner {
    bench: Bench,
    names: BTreeMap<String, RowId>,
    shown: String,
}

impl Runner {
    fn new() -> Self {
        let bench = Bench::blank();
        let mut names = BTreeMap::new();
        let first = |records: &Snapshot, table: Table| {
            records.records().map(|record| record.row_id()).find(|row| row.table == table).unwrap()
        };
        for (name, table) in [
            ("preset", Table::CriteriaPreset),
            ("project", Table::Project),
            ("organisation", Table::Organisation),
            ("campus", Table::Campus),
            ("plan", Table::Floor),
        ] {
            names.insert(name.to_owned(), first(bench.snapshot(), table));
        }
        for tier in &bench.snapshot().tiers {
            names.insert(
                format!("tier{}", tier.rank),
                RowId { table: Table::ControlTier, id: tier.id.into() },
            );
        }
        Self { bench, names, shown: String::new() }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        match line.split_whitespace().next().unwrap_or_default() {
            "undo" => self.bench.undo(),
            "redo" => self.bench.redo(),
            "reopen" => {
                self.bench.reopen();
                return Ok(());
            }
            "crash" => {
                self.bench.crash();
                return Ok(());
            }
            "show" => return self.show(line),
            "!" => {
                let rest = line.trim_start_matches('!').trim();
                let (code, command) = rest.split_once(' ').ok_or("a refusal needs a code and a command")?;
                let (_, command) = self.command(command)?;
                return match self.bench.execute(command) {
                    Ok(_) => Err(format!("not refused, expected {code}")),
                    Err(error) if error.code == code => {
                        writeln!(self.shown, "! {}", error.chinese).unwrap();
                        Ok(())
                    }
                    Err(error) => Err(format!("refused with {} instead of {code}: {error}", error.code)),
                };
            }
            _ => {
                let (name, command) = self.command(line)?;
                let changed = self.bench.execute(command).map_err(|error| error.to_string())?;
                if let Some(name) = name {
                    let row = changed.created.first().ok_or("nothing was made")?;
                    self.names.insert(name, *row);
                }
                return Ok(());
            }
        };
        Ok(())
    }

    /// The name that a line gives and the command that it means.
    fn command(&self, line: &str) -> Result<(Option<String>, edit::Command), String> {
        let brace = line.find('{').ok_or("a command needs its arguments in braces")?;
        let (head, body) = line.split_at(brace);
        let (name, kind) = match head.split_once('=') {
            Some((name, kind)) => (Some(name.trim().to_owned()), kind.trim()),
            None => (None, head.trim()),
        };
        let mut value: serde_json::Value = serde_json::from_str(body).map_err(|error| error.to_string())?;
        self.resolve(&mut value)?;
        let object = value.as_object_mut().ok_or("arguments are an object")?;
        object.insert("type".to_owned(), kind.into());
        Ok((name, serde_json::from_value(value).map_err(|error| error.to_string())?))
    }

    /// Puts ids in the place of names; `@@name` becomes the row with its table.
    fn resolve(&self, value: &mut serde_json::Value) -> Result<(), String> {
        match value {
            serde_json::Value::String(text) => {
                if let Some(name) = text.strip_prefix("@@") {
                    let row = self.names.get(name).ok_or(format!("nothing is called {name}"))?;
                    *value = serde_json::to_value(row).map_err(|error| error.to_string())?;
                } else if let Some(name) = text.strip_prefix('@') {
                    let row = self.names.get(name).ok_or(format!("nothing is called {name}"))?;
                    *text = row.id.to_string();
                }
                Ok(())
            }
            serde_json::Value::Array(values) => values.iter_mut().try_for_each(|value| self.resolve(value)),
            serde_json::Value::Object(values) => {
                values.values_mut().try_for_each(|value| self.resolve(value))
            }
            _ => Ok(()),
        }
    }

    fn show(&mut self, line: &str) -> Result<(), String> {
        let words: Vec<&str> = line.split_whitespace().skip(1).collect();
        let session = self.bench.session();
        let mut out = format!("{line}\n");
        match words.as_slice() {
            ["levels"] => {
                let report = api::levels(session.snapshot(), session.picture());
                for point in report.points {
                    let score = point.score.unwrap_or_else(|| "-".to_owned());
                    writeln!(
                        out,
                        "  {} {} {score} {:?} {}",
                        point.code, point.level, point.reason, point.name
                    )
                    .unwrap();
                }
                let places = report
                    .zones
                    .into_iter()
                    .chain(report.floors)
                    .chain(report.buildings)
                    .chain(report.departments);
                for place in places {
                    let deciding = place.deciding.unwrap_or_else(|| "-".to_owned());
                    writeln!(
                        out,
                        "  {} {} {} of {}, {} unassessed, by {deciding}",
                        place.name, place.level, place.code, place.points, place.unassessed
                    )
                    .unwrap();
                }
            }
            ["rows", table] => {
                let table = Table::by_name(table).ok_or("no such table")?;
                for record in session.snapshot().records().filter(|record| record.row_id().table == table) {
                    writeln!(out, "  {}", self.row(&record)).unwrap();
                }
            }
            ["history"] => {
                let store = session.store();
                for entry in store.history(100).map_err(|error| error.to_string())? {
                    writeln!(
                        out,
                        "  {} {} {}",
                        entry.kind.as_str(),
                        entry.state.as_str(),
                        entry.label.text(Language::Chinese)
                    )
                    .unwrap();
                }
            }
            ["reviews"] => {
                for own in api::reviews(session.snapshot(), session.picture()) {
                    let (subject, state, was) = (own.subject, own.state, own.was);
                    let changed: Vec<_> =
                        own.changed.iter().map(|one| format!("{} {:?}", one.code, one.how)).collect();
                    let lowered: Vec<_> = own.lowered.iter().map(|one| one.code.as_str()).collect();
                    let (changed, lowered) = (changed.join(", "), lowered.join(", "));
                    let acts: Vec<_> = own.acts.iter().map(|act| act.as_str()).collect();
                    writeln!(
                        out,
                        "  {subject} {state:?} was {was:?} of {} may {} changed [{changed}] lowered [{lowered}]",
                        own.points,
                        acts.join(" ")
                    )
                    .unwrap();
                }
            }
            ["changes"] => {
                for own in api::changes(session.snapshot(), session.picture()) {
                    writeln!(out, "  {} {} open, round {}", own.record.title, own.open, own.round).unwrap();
                    for point in &own.points {
                        let edited = if point.edited { "edited" } else { "as it was" };
                        writeln!(out, "    {} {edited} {} {}", point.code, point.settled_on, point.note)
                            .unwrap();
                    }
                    for measure in &own.measures {
                        writeln!(out, "    measure {} {}", measure.code, measure.content).unwrap();
                    }
                    for item in &own.check_items {
                        writeln!(out, "    check item {}", item.content).unwrap();
                    }
                    for print in &own.prints {
                        writeln!(out, "    print {} {}", print.title.chinese, print.what).unwrap();
                    }
                }
            }
            ["duties", point] => {
                let point = self.names.get(point.trim_start_matches('@')).ok_or("no such point")?;
                for own in api::duties(session.snapshot(), session.picture(), point.id.into()).unwrap() {
                    writeln!(out, "  {} {} {}", own.name, own.department_name, own.person_name).unwrap();
                }
            }
            ["tasks", from, to, today] => {
                let day = |text: &&str| text.parse::<chrono::NaiveDate>().map_err(|error| error.to_string());
                for task in inspection::tasks(session.snapshot(), day(from)?, day(to)?) {
                    let state = task.state(day(today)?).name(Language::English);
                    let late = if task.done_late() { " late" } else { "" };
                    writeln!(out, "  {} {state}{late}", self.task(&task)).unwrap();
                }
            }
            ["planned", from, to] => {
                let day = |text: &&str| text.parse::<chrono::NaiveDate>().map_err(|error| error.to_string());
                for task in inspection::planned(session.snapshot(), day(from)?, day(to)?) {
                    writeln!(out, "  {}", self.task(&task)).unwrap();
                }
            }
            ["proposals"] => {
                let picture = session.picture();
                for own in inspection::proposals(session.snapshot(), picture, session.today()) {
                    let points: Vec<_> = own.points.iter().map(|id| self.name_of(&id.to_string())).collect();
                    let by = own.executor;
                    writeln!(out, "  {} {} by {by}: {}", own.name, own.rule, points.join(" ")).unwrap();
                }
            }
            ["coverage"] => {
                let coverage = inspection::coverage(session.snapshot(), session.picture(), session.today());
                for own in &coverage.points {
                    let missing: Vec<_> =
                        own.missing.iter().map(|id| self.name_of(&id.to_string())).collect();
                    let (point, plans) = (self.name_of(&own.point.to_string()), own.plans.len());
                    let (covered, items) = (own.covered, own.check_items);
                    let missing = missing.join(" ");
                    writeln!(out, "  {point} {covered:?}, {plans} plans, {items} items, missing {missing}")
                        .unwrap();
                }
                for own in &coverage.pointless {
                    writeln!(out, "  without points: {}", self.name_of(&own.to_string())).unwrap();
                }
                for own in &coverage.measures {
                    let (checked, all, open) = (own.checked, own.measures, own.unchecked.len());
                    writeln!(out, "  measures {checked} of {all}, {open} open").unwrap();
                }
                for own in &coverage.campaigns {
                    let (tasks, done, missed, due) = (own.tasks, own.done, own.missed, own.due);
                    let (found, plan) = (own.abnormal, self.name_of(&own.plan.to_string()));
                    writeln!(out, "  campaign {plan}: {tasks} tasks, {done} done, {missed} missed, {due} due, {found} found").unwrap();
                }
            }
            ["questions", names @ ..] => {
                let mut rows = names.iter().map(|name| self.names.get(name.trim_start_matches('@')));
                let plan = rows
                    .next()
                    .flatten()
                    .and_then(|row| session.snapshot().inspection_plans.get(row.id.into()));
                let point = rows.next().flatten().map(|row| row.id.into());
                for own in inspection::items_of(session.snapshot(), plan, point) {
                    writeln!(out, "  {} v{} {}", own.content, own.version, own.basis).unwrap();
                }
            }
            ["dangers"] => {
                for own in api::danger_lines(session.snapshot(), session.today()) {
                    let day = |day: Option<chrono::NaiveDate>| {
                        day.map_or_else(|| "-".to_owned(), |day| day.to_string())
                    };
                    let grade = own.grade.map_or("-", |grade| grade.as_str());
                    writeln!(
                        out,
                        "  {} {} {grade} deadline {} overdue {} point [{}] by [{}] rejected {}",
                        own.code,
                        own.state.as_str(),
                        day(own.deadline),
                        own.overdue,
                        own.point_code,
                        own.responsible_name,
                        own.rejections
                    )
                    .unwrap();
                }
            }
            ["check"] => {
                for finding in health::check(session.snapshot(), session.picture(), session.today()) {
                    writeln!(
                        out,
                        "  {}{:?} {} {}",
                        if finding.ignored.is_some() { "ignored " } else { "" },
                        finding.rule.severity(),
                        finding.rule.code(),
                        finding.text(Language::Chinese)
                    )
                    .unwrap();
                }
            }
            _ => return Err("show what?".to_owned()),
        }
        self.shown.push_str(&out);
        Ok(())
    }

    /// The name of an id, or the id.
    fn name_of(&self, id: &str) -> String {
        let named = self.names.iter().find(|(_, row)| row.id.to_string() == id);
        named.map_or(id.to_owned(), |(name, _)| format!("@{name}"))
    }

    fn task(&self, task: &inspection::Task) -> String {
        let point = task.point.map_or("-".to_owned(), |id| self.name_of(&id.to_string()));
        let who = task.executor.map_or("-".to_owned(), |id| self.name_of(&id.to_string()));
        let shift = task.shift.map_or(String::new(), |shift| format!(" shift {shift}"));
        let plan = self.name_of(&task.plan.to_string());
        format!("{} to {}{shift} {plan} {point} {who}", task.due_on, task.until)
    }

    /// A row as text, with names in the place of ids.
    fn row(&self, record: &AnyRecord) -> String {
        let known: BTreeMap<String, &String> =
            self.names.iter().map(|(name, row)| (row.id.to_string(), name)).collect();
        let columns = record.row_id().table.columns();
        let cells = columns.iter().enumerate().filter_map(|(index, column)| {
            let text = record.cell(index).to_string();
            if column.name == "id" || text.is_empty() || column.name == "body" {
                return None;
            }
            let shown = known.get(&text).map_or(text.clone(), |name| format!("@{name}"));
            Some(format!("{}={shown}", column.name))
        });
        cells.collect::<Vec<_>>().join(" ")
    }
}
