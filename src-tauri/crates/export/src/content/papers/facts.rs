//! What every paper says about a hidden danger: the one place where state, people, place and dates become words.
//! Relies on the standing that follows from its steps.
//! Must not know: which paper says it.

use super::super::point::code_order;
use super::super::source::Source;
use chrono::NaiveDate;
use domain::{
    AccidentCatalogue, DangerPhoto, DangerStep, DangerStepId, DepartmentId, HiddenDanger, HiddenDangerGrade,
    HiddenDangerId, Language, PersonId, PhotoMoment, RiskPoint, Snapshot, accident_type_in,
};
use rectification::{DangerState, Standing, point_of, standings};
use std::collections::BTreeMap;

/// Every danger with where it stands, worked out once for all papers of a job.
pub struct Dangers<'a> {
    snapshot: &'a Snapshot,
    all: Vec<(&'a HiddenDanger, Standing)>,
    photos: BTreeMap<HiddenDangerId, Vec<&'a DangerPhoto>>,
}

impl<'a> Dangers<'a> {
    pub(crate) fn of(snapshot: &'a Snapshot) -> Dangers<'a> {
        let mut standings = standings(snapshot);
        let mut all: Vec<_> = snapshot
            .dangers
            .iter()
            .map(|danger| (danger, standings.remove(&danger.id).unwrap_or_default()))
            .collect();
        all.sort_by_cached_key(|(danger, _)| (code_order(&danger.code), danger.id));
        let mut photos: BTreeMap<HiddenDangerId, Vec<&DangerPhoto>> = BTreeMap::new();
        for photo in &snapshot.danger_photos {
            photos.entry(photo.danger_id).or_default().push(photo);
        }
        Dangers { snapshot, all, photos }
    }

    /// Every danger in the order of codes.
    pub fn all(&self) -> impl Iterator<Item = Danger<'_>> {
        self.all.iter().map(|(row, standing)| Danger {
            row,
            standing,
            snapshot: self.snapshot,
            photos: self.photos.get(&row.id).map_or(&[], Vec::as_slice),
        })
    }

    /// The danger with this identity.
    pub fn find(&self, id: HiddenDangerId) -> Option<Danger<'_>> {
        self.all().find(|own| own.row.id == id)
    }
}

/// A danger and where it stands.
#[derive(Clone, Copy)]
pub struct Danger<'d> {
    /// Its row.
    pub row: &'d HiddenDanger,
    /// Where it stands.
    pub standing: &'d Standing,
    snapshot: &'d Snapshot,
    photos: &'d [&'d DangerPhoto],
}

const ZH: Language = Language::Chinese;

/// A day as it is printed; empty for none.
pub(crate) fn day(date: Option<NaiveDate>) -> String {
    date.map_or(String::new(), |date| date.format("%Y-%m-%d").to_string())
}

/// A person's name; empty for nobody.
pub(crate) fn person(snapshot: &Snapshot, id: Option<PersonId>) -> String {
    snapshot.people.find(id).map_or(String::new(), |own| own.name.trim().to_owned())
}

/// A department's name; empty for none.
pub(crate) fn department(snapshot: &Snapshot, id: Option<DepartmentId>) -> String {
    snapshot.departments.find(id).map_or(String::new(), |own| own.name.trim().to_owned())
}

impl<'d> Danger<'d> {
    pub(crate) fn point(&self) -> Option<&'d RiskPoint> {
        self.snapshot.points.find(point_of(self.snapshot, self.row))
    }

    /// 「JD-S-003 砂轮机」
    pub(crate) fn point_words(&self) -> String {
        self.point().map_or(String::new(), |own| format!("{} {}", own.code.trim(), own.name.trim()))
    }

    /// Where it lies, as written, else where its point is.
    pub(crate) fn place(&self, source: &Source<'_>) -> String {
        match self.row.place.trim() {
            "" => self.point().map_or(String::new(), |own| source.facts(own).location),
            own => own.to_owned(),
        }
    }

    /// 「2026-03-12 08:30」
    pub(crate) fn found(&self) -> String {
        let date = day(Some(self.row.found_on));
        self.row.found_at.map_or(date.clone(), |at| format!("{date} {}", at.format("%H:%M")))
    }

    /// Who found it; 「匿名」 for somebody without a name.
    pub(crate) fn finder(&self) -> String {
        let name = person(self.snapshot, self.row.reporter_id);
        match (name.as_str(), self.row.reporter.trim()) {
            ("", "") => "匿名".to_owned(),
            ("", own) => own.to_owned(),
            (name, _) => name.to_owned(),
        }
    }

    /// 「一般」, 「重大」; blank as long as it is not judged.
    pub(crate) fn grade(&self) -> &'static str {
        self.row.grade.map_or("", |own| own.name(ZH))
    }

    pub(crate) fn is_major(&self) -> bool {
        self.row.grade == Some(HiddenDangerGrade::Major)
    }

    /// 「现场管理类 / 物的不安全状态」
    pub(crate) fn class(&self) -> String {
        let parts = [self.row.form.map(|own| own.name(ZH)), self.row.cause.map(|own| own.name(ZH))];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    pub(crate) fn accident(&self) -> String {
        let edition = self.snapshot.project().map_or(AccidentCatalogue::Gb1986, |own| own.accident_catalogue);
        let code = self.row.accident.trim();
        accident_type_in(code, edition).map_or(code.to_owned(), |(found, _)| found.name(ZH).to_owned())
    }

    pub(crate) fn department(&self) -> String {
        let own = self.row.department_id.or_else(|| self.point().and_then(|point| point.department_id));
        department(self.snapshot, own)
    }

    pub(crate) fn department_id(&self) -> Option<DepartmentId> {
        self.row.department_id.or_else(|| self.point().and_then(|point| point.department_id))
    }

    pub(crate) fn responsible(&self) -> String {
        person(self.snapshot, self.standing.responsible)
    }

    /// What it costs: what was spent, else what was set aside.
    pub(crate) fn funds(&self) -> String {
        self.standing.spent.or(self.standing.funds).map_or(String::new(), |own| own.to_string())
    }

    pub(crate) fn state(&self) -> &'static str {
        self.standing.state.name(ZH)
    }

    /// 「是」, 「否」; blank where there is no deadline.
    pub(crate) fn overdue(&self, today: NaiveDate) -> &'static str {
        match self.standing.deadline {
            None => "",
            Some(_) if self.standing.is_overdue(today) || self.standing.closed_late() => "是",
            Some(_) => "否",
        }
    }

    /// The step that counts and was taken last with one of these acts.
    pub(crate) fn last_step(&self, wanted: impl Fn(&DangerStep) -> bool) -> Option<&'d DangerStep> {
        let step = |id: DangerStepId| self.snapshot.danger_steps.get(id);
        self.standing.steps.iter().rev().filter_map(|own| step(own.step)).find(|own| wanted(own))
    }

    /// Whether it was confirmed: what ledgers and statistics count.
    pub(crate) fn is_confirmed(&self) -> bool {
        self.standing.confirmed_on.is_some() && self.standing.state != DangerState::Void
    }

    /// Photographs of a moment.
    pub(crate) fn photos(&self, moment: PhotoMoment) -> Vec<&'d DangerPhoto> {
        self.photos.iter().copied().filter(|own| own.moment == moment).collect()
    }

    /// 「3 张」; blank for none.
    pub(crate) fn photo_count(&self, moment: PhotoMoment) -> String {
        match self.photos(moment).len() {
            0 => String::new(),
            count => format!("{count} 张"),
        }
    }

    pub(crate) fn by(&self, id: Option<PersonId>) -> String {
        person(self.snapshot, id)
    }
}
