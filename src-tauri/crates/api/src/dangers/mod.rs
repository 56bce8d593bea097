//! 隐患 as front ends show them: the board, the case file, who may do what, 待办, photographs.
//! Relies on `rectification` for every state and right.
//! Knows no rule of its own.

mod file;
mod lines;
mod photo;
mod rights;
mod terminal;
mod todo;
mod words;

pub use file::{DangerFile, DangerPhotoView, DangerReportView, DangerStepView};
pub use lines::{DangerLine, DangersArgs, DangersView, StateCount, danger_board, danger_lines};
pub use photo::{KeptPhoto, PhotoArgs, keep_photo};
pub use rights::{NeedView, PersonName, RightView, RightsView};
pub use terminal::{DangerRow, StateReport, act_by_code, danger_rows};
pub use todo::{ReminderView, RepeatedView, TodoInspectionView, TodoItemView, TodoList, TodoView};
pub use words::{DangerVocabulary, danger_vocabulary};

use crate::calls::{App, Nothing};
use crate::error::ApiError;
use crate::views::Words;
use domain::{HiddenDanger, HiddenDangerId, Language, PersonId, Snapshot};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DangerArgs {
    /// The danger.
    pub danger: HiddenDangerId,
}

pub(crate) fn find_danger(snapshot: &Snapshot, id: HiddenDangerId) -> Result<&HiddenDanger, ApiError> {
    snapshot.dangers.get(id).ok_or_else(|| ApiError::of(&rectification::Rule::NoSuchDanger))
}

pub(crate) fn words_of(of: impl Fn(Language) -> String) -> Words {
    Words { chinese: of(Language::Chinese), english: of(Language::English) }
}

pub(crate) fn name_of(snapshot: &Snapshot, person: Option<PersonId>) -> String {
    snapshot.people.find(person).map_or_else(String::new, |own| own.name.clone())
}

impl App {
    /// The dangers of the board and the list, the latest first.
    pub(crate) fn dangers(&self, args: DangersArgs) -> Result<DangersView, ApiError> {
        self.with(|session| Ok(danger_board(session.snapshot(), &args, self.world.today())))
    }

    /// The case file of a danger.
    pub(crate) fn danger(&self, args: DangerArgs) -> Result<DangerFile, ApiError> {
        self.with(|session| file::danger_file(session.snapshot(), args.danger, self.world.today()))
    }

    /// What may be done with a danger now, by whom, saying what.
    pub(crate) fn danger_rights(&self, args: DangerArgs) -> Result<RightsView, ApiError> {
        self.with(|session| rights::danger_rights(session.snapshot(), args.danger, self.world.today()))
    }

    /// What waits for whom.
    pub(crate) fn todo(&self, _: Nothing) -> Result<TodoView, ApiError> {
        self.with(|session| Ok(todo::todo_view(session.snapshot(), self.world.today())))
    }

    /// Keeps a photograph, small and without the place where it was taken; a command then names it.
    pub(crate) fn keep_photo(&self, args: PhotoArgs) -> Result<KeptPhoto, ApiError> {
        let picture = photo::read_photo(&args)?;
        self.with_mut(|session| keep_photo(session, &picture))
    }
}
