//! Taking departments, posts and people of somebody's sheet in, as one step.
//! Relies on the rows having been compared with the project; names that are not there are made.
//! Knows nothing of spreadsheets.

use crate::command::{Context, Plan};
use crate::refusal::Refusal;
use domain::{Department, DepartmentId, Person, PersonId, Post, PostId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::Label;

/// Takes the accepted rows of a staff list in. What is `None` stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct TakeStaff {
    /// What the list is called, for the operation record.
    pub title: String,
    /// Departments that it says something of.
    pub departments: Vec<TakenDepartment>,
    /// Posts.
    pub posts: Vec<TakenPost>,
    /// People.
    pub people: Vec<TakenPerson>,
}

/// A department of a list, found by its name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct TakenDepartment {
    /// Its name.
    pub name: String,
    /// Name of the one above.
    pub parent: Option<String>,
    /// Its code.
    pub code: Option<String>,
    /// Name of its head.
    pub head: Option<String>,
}

/// A post of a list, found by department and name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct TakenPost {
    /// Name of its department.
    pub department: String,
    /// Its name.
    pub name: String,
    /// How many do it.
    pub headcount: Option<i64>,
    /// Whether it is a special operation.
    pub special_operation: Option<bool>,
}

/// A person of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct TakenPerson {
    /// The person that it is; `None` for a new one.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// Name of the department.
    pub department: Option<String>,
    /// Name of the post in that department.
    pub post: Option<String>,
    /// Office or rank.
    pub title: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

fn key(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Departments, posts and people by name, and what becomes of them.
struct Taking<'a, 'c> {
    context: &'a mut Context<'c>,
    departments: HashMap<String, DepartmentId>,
    posts: HashMap<(DepartmentId, String), PostId>,
    changed_departments: BTreeMap<DepartmentId, Department>,
    changed_posts: BTreeMap<PostId, Post>,
    changed_people: BTreeMap<PersonId, Person>,
}

impl TakeStaff {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let title: String = self.title.chars().take(60).collect();
        let snapshot = context.snapshot;
        let mut taking = Taking {
            departments: snapshot.departments.iter().map(|own| (key(&own.name), own.id)).collect(),
            posts: snapshot.posts.iter().map(|own| ((own.department_id, key(&own.name)), own.id)).collect(),
            changed_departments: BTreeMap::new(),
            changed_posts: BTreeMap::new(),
            changed_people: BTreeMap::new(),
            context,
        };
        let mut heads = Vec::new();
        for own in self.departments {
            let id = taking.department(&own.name);
            let parent =
                own.parent.filter(|name| !name.trim().is_empty()).map(|name| taking.department(&name));
            let mut row = taking.department_row(id)?;
            row.parent_id = parent.or(row.parent_id);
            row.code = own.code.unwrap_or(row.code);
            taking.changed_departments.insert(id, row);
            heads.extend(own.head.filter(|name| !name.trim().is_empty()).map(|name| (id, name)));
        }
        taking.check_line()?;
        for own in self.posts {
            let id = taking.post(&own.department, &own.name);
            let mut row = taking.post_row(id)?;
            row.headcount = own.headcount.unwrap_or(row.headcount);
            row.special_operation = own.special_operation.unwrap_or(row.special_operation);
            taking.changed_posts.insert(id, row);
        }
        for own in self.people {
            taking.person(own)?;
        }
        for (department, name) in heads {
            taking.head(department, &name)?;
        }
        let mut plan =
            Plan::new(Label::new(format!("导入人员名单 {title}"), format!("Take staff list {title} in")));
        let Taking { changed_departments, changed_posts, changed_people, .. } = taking;
        let rows = changed_departments.into_values().map(domain::AnyRecord::from);
        let rows = rows.chain(changed_posts.into_values().map(domain::AnyRecord::from));
        for row in rows.chain(changed_people.into_values().map(domain::AnyRecord::from)) {
            if snapshot.get(row.row_id()).as_ref() != Some(&row) {
                plan.put(row);
            }
        }
        if plan.writes.is_empty() { Err(Refusal::Nothing) } else { Ok(plan) }
    }
}

impl Taking<'_, '_> {
    fn department(&mut self, name: &str) -> DepartmentId {
        if let Some(id) = self.departments.get(&key(name)) {
            return *id;
        }
        let id = self.context.id();
        let ordinal = i64::try_from(self.departments.len()).unwrap_or(i64::MAX).saturating_add(1);
        self.departments.insert(key(name), id);
        let name = name.trim().to_owned();
        let (code, phone) = (String::new(), String::new());
        let row = Department { id, parent_id: None, code, name, head_id: None, phone, ordinal };
        self.changed_departments.insert(id, row);
        id
    }

    fn department_row(&self, id: DepartmentId) -> Result<Department, Refusal> {
        match self.changed_departments.get(&id) {
            Some(row) => Ok(row.clone()),
            None => crate::commands::find(&self.context.snapshot.departments, id).cloned(),
        }
    }

    /// No department may come to stand below itself.
    fn check_line(&self) -> Result<(), Refusal> {
        for start in self.changed_departments.keys() {
            let mut next = self.department_row(*start)?.parent_id;
            for _ in 0..=self.departments.len() {
                let Some(id) = next else { break };
                if id == *start {
                    return Err(Refusal::Loop);
                }
                next = self.department_row(id)?.parent_id;
            }
        }
        Ok(())
    }

    fn post(&mut self, department: &str, name: &str) -> PostId {
        let department_id = self.department(department);
        let place = (department_id, key(name));
        if let Some(id) = self.posts.get(&place) {
            return *id;
        }
        let id = self.context.id();
        let ordinal = i64::try_from(self.posts.len()).unwrap_or(i64::MAX).saturating_add(1);
        self.posts.insert(place, id);
        let name = name.trim().to_owned();
        let row = Post { id, department_id, name, headcount: 0, special_operation: false, ordinal };
        self.changed_posts.insert(id, row);
        id
    }

    fn post_row(&self, id: PostId) -> Result<Post, Refusal> {
        match self.changed_posts.get(&id) {
            Some(row) => Ok(row.clone()),
            None => crate::commands::find(&self.context.snapshot.posts, id).cloned(),
        }
    }

    fn person(&mut self, own: TakenPerson) -> Result<(), Refusal> {
        let snapshot = self.context.snapshot;
        let department = own.department.as_deref().filter(|name| !name.trim().is_empty());
        let post = own.post.as_deref().filter(|name| !name.trim().is_empty());
        let post = department.zip(post).map(|(department, post)| self.post(department, post));
        let department = department.map(|name| self.department(name));
        let mut row = match own.person {
            Some(id) => crate::commands::find(&snapshot.people, id)?.clone(),
            None => {
                let ordinal =
                    i64::try_from(snapshot.people.len() + self.changed_people.len()).unwrap_or(i64::MAX);
                Person {
                    id: self.context.id(),
                    department_id: None,
                    post_id: None,
                    name: own.name.trim().to_owned(),
                    title: String::new(),
                    phone: String::new(),
                    ordinal: ordinal.saturating_add(1),
                    left_on: None,
                }
            }
        };
        row.department_id = department.or(row.department_id);
        row.post_id = post.or(row.post_id);
        row.title = own.title.unwrap_or(row.title);
        row.phone = own.phone.unwrap_or(row.phone);
        self.changed_people.insert(row.id, row);
        Ok(())
    }

    /// The head by name, of two the one of the department; made where there is none.
    fn head(&mut self, department: DepartmentId, name: &str) -> Result<(), Refusal> {
        let snapshot = self.context.snapshot;
        let wanted = key(name);
        let known = snapshot.people.iter().filter(|own| !self.changed_people.contains_key(&own.id));
        let all = known.chain(self.changed_people.values()).filter(|own| own.left_on.is_none());
        let mut named: Vec<&Person> = all.filter(|own| key(&own.name) == wanted).collect();
        named.sort_by_key(|own| (own.department_id != Some(department), own.id));
        let head = match named.first() {
            Some(own) => own.id,
            None => {
                self.person(TakenPerson { name: name.to_owned(), ..TakenPerson::default() })?;
                let made = self.changed_people.values_mut().find(|own| key(&own.name) == wanted);
                let Some(made) = made else { return Ok(()) };
                made.department_id = Some(department);
                made.id
            }
        };
        let mut row = self.department_row(department)?;
        row.head_id = Some(head);
        self.changed_departments.insert(department, row);
        Ok(())
    }
}
