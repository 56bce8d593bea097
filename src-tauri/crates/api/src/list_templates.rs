//! A user's own columns for lists out: titles that a region asks for, written once and used again.
//! Relies on one small JSON file in the user's configuration folder, beside the settings; a broken one is an empty one.
//! Knows no column: it takes those of the list that it is applied to.

use crate::calls::{App, Nothing};
use crate::error::ApiError;
use crate::lists::ListKind;
use crate::settings::{user_file, write_user_file};
use export::content::{ListColumn, ListRow, ListSheet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The file beside the settings.
const FILE: &str = "list-templates.json";
/// Most templates, and most columns of one.
const MOST: usize = 200;

/// Columns as a region wants them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListTemplate {
    /// What it is called, such as the region.
    pub name: String,
    /// The list it is for.
    pub kind: ListKind,
    /// Its columns, from left to right.
    pub columns: Vec<TemplateColumn>,
}

/// A column of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateColumn {
    /// The title that the region wants.
    pub title: String,
    /// Title of our column that it takes; empty for one that always says the same.
    #[serde(default)]
    pub source: String,
    /// What stands in every row where there is no source.
    #[serde(default)]
    pub text: String,
}

/// Name and list of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListTemplateArgs {
    /// Its name.
    pub name: String,
    /// Its list.
    pub kind: ListKind,
}

fn wrong(chinese: String, english: String) -> ApiError {
    ApiError::new("bad-template", chinese, english)
}

impl ListTemplate {
    /// Refuses a template that nothing could be made with.
    pub fn check(&self) -> Result<(), ApiError> {
        let titled = self.columns.iter().all(|own| !own.title.trim().is_empty());
        let fits = !self.columns.is_empty() && self.columns.len() <= MOST && titled;
        if fits && !self.name.trim().is_empty() {
            return Ok(());
        }
        Err(wrong(
            "列模板需要名称，至少一列，每列都要有表头。".to_owned(),
            "A template needs a name, at least one column, and a title for each.".to_owned(),
        ))
    }

    /// A list with these columns in the place of its own.
    ///
    /// # Errors
    /// When it wants a column that the list does not have.
    pub fn apply(&self, list: ListSheet) -> Result<ListSheet, ApiError> {
        let mut sources: Vec<Option<usize>> = Vec::new();
        let mut columns = Vec::new();
        for own in &self.columns {
            let source = if own.source.trim().is_empty() {
                None
            } else {
                let found = list.columns.iter().position(|column| column.title == own.source.trim());
                let (name, source) = (&self.name, &own.source);
                Some(found.ok_or_else(|| {
                    wrong(
                        format!("列模板“{name}”要用的列“{source}”不在该清单中，请修改模板。"),
                        format!("Template {name:?} wants a column {source:?} that the list does not have."),
                    )
                })?)
            };
            let from = source.and_then(|at| list.columns.get(at));
            columns.push(ListColumn {
                title: own.title.clone().into(),
                width: from.map_or(30.0, |own| own.width),
                number: from.is_some_and(|own| own.number),
            });
            sources.push(source);
        }
        let row = |row: ListRow| {
            let cell = |(own, source): (&TemplateColumn, &Option<usize>)| match source {
                Some(at) => row.cells.get(*at).cloned().unwrap_or_default(),
                None => own.text.clone(),
            };
            let coloured = row.coloured.iter().flat_map(|(column, level)| {
                let places = sources.iter().enumerate().filter(move |(_, source)| **source == Some(*column));
                places.map(|(place, _)| (place, *level))
            });
            ListRow {
                coloured: coloured.collect(),
                cells: self.columns.iter().zip(&sources).map(cell).collect(),
            }
        };
        Ok(ListSheet { columns, rows: list.rows.into_iter().map(row).collect(), ..list })
    }
}

/// Every template of this user.
pub fn list_templates() -> Vec<ListTemplate> {
    let text = user_file(FILE).and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// The template of this name for a list.
pub(crate) fn list_template(name: &str, kind: ListKind) -> Result<ListTemplate, ApiError> {
    let found = list_templates().into_iter().find(|own| own.name == name.trim() && own.kind == kind);
    found.ok_or_else(|| {
        wrong(
            format!("没有用于该清单的列模板“{name}”，请先保存模板。"),
            format!("There is no template {name:?} for this list."),
        )
    })
}

/// Keeps a template in the place of the one with its name.
pub fn save_list_template(template: ListTemplate) -> Result<Vec<ListTemplate>, ApiError> {
    template.check()?;
    let name = template.name.trim().to_owned();
    let mut all = list_templates();
    all.retain(|own| (own.name.as_str(), own.kind) != (name.as_str(), template.kind));
    all.push(ListTemplate { name, ..template });
    if all.len() > MOST {
        return Err(wrong(
            format!("最多保存 {MOST} 个列模板，请先删除不用的。"),
            format!("At most {MOST} templates are kept. Remove some first."),
        ));
    }
    write_user_file(FILE, &all)?;
    Ok(all)
}

/// Forgets a template.
pub fn remove_list_template(args: &ListTemplateArgs) -> Result<Vec<ListTemplate>, ApiError> {
    let mut all = list_templates();
    all.retain(|own| (own.name.as_str(), own.kind) != (args.name.trim(), args.kind));
    write_user_file(FILE, &all)?;
    Ok(all)
}

impl App {
    /// Every template of this user.
    pub(crate) fn list_templates(&self, _: Nothing) -> Result<Vec<ListTemplate>, ApiError> {
        Ok(list_templates())
    }

    /// Keeps a template.
    pub(crate) fn save_list_template(&self, args: ListTemplate) -> Result<Vec<ListTemplate>, ApiError> {
        save_list_template(args)
    }

    /// Forgets a template.
    pub(crate) fn remove_list_template(&self, args: ListTemplateArgs) -> Result<Vec<ListTemplate>, ApiError> {
        remove_list_template(&args)
    }
}
