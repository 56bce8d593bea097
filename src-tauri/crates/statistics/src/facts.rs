//! What all figures are made of, worked out once: every confirmed danger with its standing, every inspection.
//! Relies on `rectification` for standings.
//! Knows no indicator.

use crate::DangerCounts;
use crate::period::Period;
use chrono::NaiveDate;
use domain::{ControlMeasureId, HiddenDanger, HiddenDangerGrade, HiddenDangerId, RiskPointId, Snapshot};
use rectification::{DangerState, Standing, point_of, standings};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A danger comes back when its measure fails again at its point within so many days.
const REPEATED_WITHIN: i64 = 90;

/// A danger that was confirmed and not voided since.
pub(crate) struct Case<'a> {
    pub(crate) danger: &'a HiddenDanger,
    pub(crate) standing: &'a Standing,
    pub(crate) confirmed: NaiveDate,
}

impl Case<'_> {
    pub(crate) fn id(&self) -> HiddenDangerId {
        self.danger.id
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.standing.state == DangerState::Closed
    }

    /// S4 or S5.
    pub(crate) fn is_rectified(&self) -> bool {
        self.is_closed() || self.standing.state == DangerState::AwaitingAcceptance
    }

    pub(crate) fn is_major(&self) -> bool {
        self.danger.grade == Some(HiddenDangerGrade::Major)
    }
}

pub(crate) struct Facts<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) today: NaiveDate,
    standings: BTreeMap<HiddenDangerId, Standing>,
    repeats: FxHashSet<HiddenDangerId>,
}

impl<'a> Facts<'a> {
    pub(crate) fn of(snapshot: &'a Snapshot, today: NaiveDate) -> Self {
        let standings = standings(snapshot);
        let mut facts = Self { snapshot, today, standings, repeats: FxHashSet::default() };
        facts.repeats = facts.repeated();
        facts
    }

    fn case(&self, danger: &'a HiddenDanger) -> Option<Case<'_>> {
        let standing = self.standings.get(&danger.id)?;
        let counts = standing.state.is_open() || standing.state == DangerState::Closed;
        let confirmed = standing.confirmed_on.filter(|_| counts)?;
        Some(Case { danger, standing, confirmed })
    }

    /// Every confirmed danger.
    pub(crate) fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        self.snapshot.dangers.iter().filter_map(|danger| self.case(danger))
    }

    /// Those confirmed in a period.
    pub(crate) fn confirmed(&self, period: Period) -> Vec<Case<'_>> {
        self.cases().filter(|case| period.holds(case.confirmed)).collect()
    }

    /// Dangers found in a period, whoever found them and whatever became of them.
    pub(crate) fn found(&self, period: Period) -> impl Iterator<Item = &'a HiddenDanger> {
        self.snapshot.dangers.iter().filter(move |danger| {
            let state = self.standings.get(&danger.id).map(|own| own.state);
            let told = !matches!(state, None | Some(DangerState::Draft | DangerState::Void));
            told && period.holds(danger.found_on)
        })
    }

    pub(crate) fn is_overdue(&self, case: &Case<'_>) -> bool {
        case.standing.is_overdue(self.today)
    }

    /// Whether the same measure failed at the same point not long before.
    pub(crate) fn is_repeat(&self, case: &Case<'_>) -> bool {
        self.repeats.contains(&case.id())
    }

    fn repeated(&self) -> FxHashSet<HiddenDangerId> {
        let mut by_cause: FxHashMap<(RiskPointId, ControlMeasureId), Vec<(NaiveDate, HiddenDangerId)>> =
            FxHashMap::default();
        for case in self.cases() {
            let point = point_of(self.snapshot, case.danger);
            if let Some(key) = point.zip(case.danger.measure_id) {
                by_cause.entry(key).or_default().push((case.danger.found_on, case.id()));
            }
        }
        let mut repeats = FxHashSet::default();
        for mut own in by_cause.into_values() {
            own.sort_unstable();
            for pair in own.windows(2) {
                if let [(first, _), (second, id)] = pair
                    && (*second - *first).num_days() <= REPEATED_WITHIN
                {
                    repeats.insert(*id);
                }
            }
        }
        repeats
    }

    pub(crate) fn counts(&self, period: Period) -> DangerCounts {
        let confirmed = self.confirmed(period);
        let of = |wanted: &dyn Fn(&Case<'_>) -> bool| {
            confirmed.iter().filter(|case| wanted(case)).map(Case::id).collect()
        };
        let all = |wanted: &dyn Fn(&Case<'_>) -> bool| {
            self.cases().filter(|case| wanted(case)).map(|case| case.id()).collect()
        };
        DangerCounts {
            found: self.found(period).map(|danger| danger.id).collect(),
            confirmed: of(&|_| true),
            rectified: of(&|case| case.is_rectified()),
            closed: of(&|case| case.is_closed()),
            major: of(&|case| case.is_major()),
            open: all(&|case| case.standing.state.is_open()),
            overdue: all(&|case| self.is_overdue(case)),
            open_major: all(&|case| case.standing.state.is_open() && case.is_major()),
        }
    }
}
