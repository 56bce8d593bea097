//! Staff lists: departments, posts and people, read from the sheets that offices keep and compared with the project.
//! Relies on the sheets of `workbook`; a row may speak of a department, a post and a person at once.
//! Knows nothing of risks.

use crate::error::ListError;
use crate::field::Field;
use crate::line::FOOTERS;
use crate::mapping::Mapping;
use crate::proposal::{
    ColumnFound, Disagreement, Note, Outcome, Proposal, RefusedRow, RowOutcome, SkippedRow,
};
use crate::text::{letters, plain, title};
use crate::workbook::{MOST_COLUMNS, Row, Sheet};
use domain::{Department, DepartmentId, LONGEST_NAME, Person, Post, RiskPointKind, Snapshot};
use edit::{TakeStaff, TakenDepartment, TakenPerson, TakenPost};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

/// A header begins within so many rows that hold something.
const SEARCHED_ROWS: usize = 40;

/// The titles of staff lists, as they are compared.
const TITLES: &[(Field, &[&str])] = &[
    (Field::Number, &["序号", "no", "行号", "工号"]),
    (Field::PersonName, &["姓名", "人员姓名", "员工姓名", "教职工姓名", "人员", "name", "联系人"]),
    (
        Field::Department,
        &["部门", "所属部门", "所在部门", "单位", "所属单位", "部门名称", "科室", "department", "院系"],
    ),
    (Field::ParentDepartment, &["上级部门", "上级单位", "隶属部门", "主管部门"]),
    (Field::DepartmentCode, &["部门编码", "部门代码", "部门编号"]),
    (Field::DepartmentHead, &["部门负责人", "负责人", "主管", "部门领导"]),
    (Field::PostName, &["岗位", "岗位名称", "工作岗位", "工种", "post"]),
    (Field::PersonTitle, &["职务", "职称", "职务职称", "职位", "title"]),
    (Field::Phone, &["电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "phone"]),
    (Field::Headcount, &["人数", "定员", "编制人数", "岗位人数"]),
    (Field::SpecialOperation, &["特种作业", "是否特种作业", "特殊工种"]),
    (Field::Ignored, &["备注", "性别", "年龄", "出生日期", "身份证号", "学历", "入职日期", "签字"]),
];

pub(crate) fn field(text: &str) -> Option<Field> {
    static COMPARABLE: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
        // A title of two fields is the first one's.
        let all = TITLES.iter().rev();
        all.flat_map(|(field, names)| names.iter().map(|own| (title(own), *field))).collect()
    });
    COMPARABLE.get(&title(text)).copied()
}

/// A header of one row.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffHeader {
    at: usize,
    fields: BTreeMap<usize, Field>,
    titles: BTreeMap<usize, String>,
}

impl StaffHeader {
    /// How many kinds of things it names; none where it is no staff list.
    pub(crate) fn score(&self) -> usize {
        let has = |field| self.fields.values().any(|own| *own == field);
        let named = has(Field::PersonName)
            || (has(Field::Department)
                && (has(Field::PostName)
                    || has(Field::ParentDepartment)
                    || has(Field::DepartmentHead)
                    || has(Field::DepartmentCode)));
        if !named {
            return 0;
        }
        let known: HashSet<Field> =
            self.fields.values().copied().filter(|own| *own != Field::Ignored).collect();
        known.len()
    }
}

/// The sheet and its header, of all sheets the one that names most.
pub(crate) fn find<'s>(
    sheets: &'s [Sheet],
    mapping: &Mapping,
) -> Result<(&'s Sheet, StaffHeader), ListError> {
    let given = mapping.fields()?;
    let wanted: Vec<&Sheet> = match &mapping.sheet {
        Some(name) => {
            let number = name.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let by_name = sheets.iter().find(|sheet| sheet.name == *name);
            vec![
                by_name
                    .or_else(|| sheets.get(number?))
                    .ok_or_else(|| ListError::NoSuchSheet(name.clone()))?,
            ]
        }
        None => sheets.iter().filter(|sheet| !sheet.hidden).collect(),
    };
    let mut best: Option<(usize, &Sheet, StaffHeader)> = None;
    for sheet in wanted {
        let rows = sheet.rows.iter().enumerate().take(SEARCHED_ROWS);
        for (at, row) in rows.filter(|(_, row)| mapping.header_row.is_none_or(|own| row.index + 1 >= own)) {
            let mut header = StaffHeader { at, ..StaffHeader::default() };
            let mut seen = HashSet::new();
            for (column, text) in row.cells().filter(|(column, _)| *column < MOST_COLUMNS) {
                header.titles.insert(column, text.to_owned());
                let field = field(text).filter(|own| *own == Field::Ignored || seen.insert(*own));
                header.fields.extend(field.map(|field| (column, field)));
            }
            header.fields.extend(&given);
            let score = header.score();
            if score > 1 && best.as_ref().is_none_or(|(other, _, _)| score > *other) {
                best = Some((score, sheet, header));
            }
            if mapping.header_row.is_some() {
                break;
            }
        }
    }
    best.map(|(_, sheet, header)| (sheet, header)).ok_or(ListError::NoHeader)
}

fn key(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a row says, and what is there.
struct Comparison<'a> {
    snapshot: &'a Snapshot,
    departments: HashMap<String, &'a Department>,
    posts: HashMap<(DepartmentId, String), &'a Post>,
    people: HashMap<String, Vec<&'a Person>>,
    taken: TakeStaff,
    /// Names that this list makes.
    made: HashSet<String>,
    made_posts: HashSet<(String, String)>,
    seen: HashSet<(String, String)>,
}

pub(crate) fn propose(sheet: &Sheet, header: &StaffHeader, snapshot: &Snapshot) -> Proposal {
    let mut people: HashMap<String, Vec<&Person>> = HashMap::new();
    for own in snapshot.people.iter().filter(|own| own.left_on.is_none()) {
        people.entry(key(&own.name)).or_default().push(own);
    }
    let mut comparison = Comparison {
        snapshot,
        departments: snapshot.departments.iter().map(|own| (key(&own.name), own)).collect(),
        posts: snapshot.posts.iter().map(|own| ((own.department_id, key(&own.name)), own)).collect(),
        people,
        taken: TakeStaff { title: sheet.name.clone(), ..TakeStaff::default() },
        made: HashSet::new(),
        made_posts: HashSet::new(),
        seen: HashSet::new(),
    };
    let (mut skipped, mut outcomes, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let mut disagreements: Vec<Disagreement> = Vec::new();
    let (mut hidden, mut errors, mut formulas) = (0, 0, 0);
    let mut carried = String::new();
    for row in sheet.rows.iter().skip(header.at + 1) {
        let number = row.index + 1;
        let first: String = row.cells().next().map_or("", |(_, text)| text).chars().take(60).collect();
        let mut skip = |reason: &str| {
            skipped.push(SkippedRow { row: number, reason: reason.to_owned(), text: first.clone() });
        };
        let values = values(row, header);
        let repeated =
            row.cells().filter(|(column, text)| header.titles.get(column).is_some_and(|own| own == text));
        if repeated.count() > 1 {
            skip("repeated-header");
            continue;
        }
        let start = plain(&first);
        if FOOTERS.iter().any(|own| start.starts_with(&plain(own))) {
            skip("footer");
            continue;
        }
        let get = |field: Field| values.get(&field).map_or("", String::as_str);
        let speaks = [Field::PersonName, Field::PostName, Field::ParentDepartment, Field::DepartmentHead];
        if get(Field::Department).is_empty() && speaks.iter().all(|own| get(*own).is_empty()) {
            skip("nothing-known");
            continue;
        }
        // Offices name the department once and leave the rows below it empty.
        let department = if get(Field::Department).is_empty() {
            carried.clone()
        } else {
            get(Field::Department).to_owned()
        };
        carried.clone_from(&department);
        hidden += u32::from(row.hidden);
        errors += u32::try_from(row.errors.len()).unwrap_or(0);
        formulas += u32::try_from(row.formulas.iter().filter(|own| header.fields.contains_key(own)).count())
            .unwrap_or(0);
        let (outcome, refusal) = match comparison.row(&values, &department) {
            Ok(outcome) => (outcome, None),
            Err(refusal) => (Outcome::Refused, Some(refusal)),
        };
        refused.extend(refusal.map(|(code, reason, english)| RefusedRow {
            row: number,
            code: code.to_owned(),
            reason,
            english,
        }));
        if let Some(phone) = values.get(&Field::Phone).filter(|own| own.contains("E+") || own.contains("e+"))
        {
            disagreements.push(Disagreement {
                row: number,
                column: header_title(header, Field::Phone),
                sheet: phone.clone(),
                computed: String::new(),
            });
        }
        let point = [department.as_str(), get(Field::PostName)].join(" ").trim().to_owned();
        outcomes.push(RowOutcome { row: number, outcome, point, hazard: get(Field::PersonName).to_owned() });
    }
    let count = |wanted| {
        u32::try_from(outcomes.iter().filter(|own| own.outcome == wanted).count()).unwrap_or(u32::MAX)
    };
    let mut notes = Vec::new();
    for (amount, code, chinese, english) in [
        (hidden, "hidden-rows", "行是隐藏的，也一并读取了。", "rows are hidden; they were read too."),
        (
            errors,
            "cell-errors",
            "个单元格是错误值（如 #REF!），按空处理。",
            "cells hold errors such as #REF! and count as empty.",
        ),
        (
            formulas,
            "formulas",
            "个公式没有计算结果，按空处理，请在表格程序中打开保存后再导入。",
            "formulas were never worked out and count as empty. Save the file in a spreadsheet program.",
        ),
    ] {
        if amount > 0 {
            notes.push(Note::new(code, format!("有 {amount} {chinese}"), format!("{amount} {english}")));
        }
    }
    let first = sheet.rows.get(header.at).map_or(0, |row| row.index + 1);
    let taken = comparison.taken;
    let any = !(taken.departments.is_empty() && taken.posts.is_empty() && taken.people.is_empty());
    let columns: Vec<ColumnFound> = header
        .titles
        .iter()
        .map(|(column, title)| ColumnFound {
            column: letters(*column),
            title: title.clone(),
            field: header.fields.get(column).copied(),
            hidden: sheet.hidden_columns.contains(column),
        })
        .collect();
    Proposal {
        subject: crate::ListSubject::Staff,
        remembered: false,
        sheet: sheet.name.clone(),
        header: (first, first),
        columns,
        kind: RiskPointKind::Workplace,
        rows: u32::try_from(outcomes.len()).unwrap_or(u32::MAX),
        created: count(Outcome::Created),
        updated: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        refused,
        disagreements,
        skipped,
        notes,
        outcomes,
        command: None,
        staff: any.then_some(taken),
    }
}

fn header_title(header: &StaffHeader, field: Field) -> String {
    let column = header.fields.iter().find(|(_, own)| **own == field).map(|(column, _)| *column);
    column.and_then(|column| header.titles.get(&column).cloned()).unwrap_or_default()
}

fn values(row: &Row, header: &StaffHeader) -> BTreeMap<Field, String> {
    let mut values = BTreeMap::new();
    for (column, field) in header.fields.iter().filter(|(_, field)| **field != Field::Ignored) {
        let text = row.cell(*column).trim();
        if !text.is_empty() && !matches!(text, "/" | "-" | "—" | "无") {
            values.entry(*field).or_insert_with(|| text.to_owned());
        }
    }
    values
}

type Refused = (&'static str, String, String);

impl Comparison<'_> {
    /// What becomes of a row: what it says of the department, the post and the person, whichever changes most.
    fn row(&mut self, values: &BTreeMap<Field, String>, department: &str) -> Result<Outcome, Refused> {
        let get = |field: Field| values.get(&field).map(|text| text.trim().to_owned());
        if let Some((_, long)) = values.iter().find(|(_, text)| text.chars().count() > LONGEST_NAME) {
            let shown: String = long.chars().take(20).collect();
            return Err((
                "too-long",
                format!("“{shown}…”超过 {LONGEST_NAME} 个字，请缩短。"),
                format!("{shown:?}… is longer than {LONGEST_NAME} characters. Shorten it."),
            ));
        }
        let headcount = match get(Field::Headcount) {
            None => None,
            Some(text) => Some(number(&text).ok_or_else(|| -> Refused {
                (
                    "bad-number",
                    format!("人数“{text}”不是数字，请更正。"),
                    format!("The headcount {text:?} is no number."),
                )
            })?),
        };
        let special = get(Field::SpecialOperation)
            .map(|text| matches!(plain(&text).as_str(), "是" | "有" | "y" | "yes" | "1" | "√" | "true"));
        let name = get(Field::PersonName);
        let post = get(Field::PostName);
        let mut outcome = Outcome::Unchanged;
        // The person first: a row that is refused leaves nothing of itself.
        if let Some(name) = name {
            let taken = TakenPerson {
                person: None,
                name: name.clone(),
                department: Some(department.to_owned()).filter(|own| !own.is_empty()),
                post: post.clone().filter(|_| !department.is_empty()),
                title: get(Field::PersonTitle),
                phone: get(Field::Phone),
            };
            outcome = self.judge_person(&name, department, taken)?;
        }
        if !department.is_empty() {
            outcome = outcome.max(self.department(
                department,
                get(Field::ParentDepartment),
                get(Field::DepartmentCode),
                get(Field::DepartmentHead),
            ));
        }
        if let Some(post) = post.as_ref().filter(|_| !department.is_empty()) {
            outcome = outcome.max(self.post(department, post, headcount, special));
        }
        Ok(outcome)
    }

    fn department(
        &mut self,
        name: &str,
        parent: Option<String>,
        code: Option<String>,
        head: Option<String>,
    ) -> Outcome {
        let own = self.departments.get(&key(name)).copied();
        let named = |id: Option<DepartmentId>| self.snapshot.departments.find(id).map(|own| key(&own.name));
        let headed = own.and_then(|own| self.snapshot.people.find(own.head_id)).map(|own| key(&own.name));
        let parent = parent.filter(|text| own.is_none_or(|own| named(own.parent_id) != Some(key(text))));
        let code = code.filter(|text| own.is_none_or(|own| own.code != *text));
        let head = head.filter(|text| headed != Some(key(text)));
        let is_new = own.is_none() && self.made.insert(key(name));
        if !is_new && parent.is_none() && code.is_none() && head.is_none() {
            return Outcome::Unchanged;
        }
        let taken = TakenDepartment { name: name.to_owned(), parent, code, head };
        // Each row of a department repeats what it says of it.
        if self.taken.departments.contains(&taken) {
            return Outcome::Unchanged;
        }
        self.taken.departments.push(taken);
        if is_new { Outcome::Created } else { Outcome::Updated }
    }

    fn post(
        &mut self,
        department: &str,
        name: &str,
        headcount: Option<i64>,
        special_operation: Option<bool>,
    ) -> Outcome {
        let own = self.departments.get(&key(department)).and_then(|own| self.posts.get(&(own.id, key(name))));
        let headcount = headcount.filter(|number| own.is_none_or(|own| own.headcount != *number));
        let special_operation =
            special_operation.filter(|is| own.is_none_or(|own| own.special_operation != *is));
        let is_new = own.is_none() && self.made_posts.insert((key(department), key(name)));
        if !is_new && headcount.is_none() && special_operation.is_none() {
            return Outcome::Unchanged;
        }
        let (department, name) = (department.to_owned(), name.to_owned());
        let taken = TakenPost { department, name, headcount, special_operation };
        if self.taken.posts.contains(&taken) {
            return Outcome::Unchanged;
        }
        self.taken.posts.push(taken);
        if is_new { Outcome::Created } else { Outcome::Updated }
    }

    /// The person of this name: the one of this department, or else the only one there is.
    fn find_person(&self, name: &str, department: &str) -> Result<Option<&Person>, Refused> {
        let all = self.people.get(&key(name)).map(Vec::as_slice).unwrap_or_default();
        let department = self.departments.get(&key(department)).map(|own| own.id);
        let here = all.iter().filter(|own| own.department_id.is_some() && own.department_id == department);
        let here: Vec<&Person> = here.copied().collect();
        match (here.as_slice(), all) {
            ([own], _) | ([], [own]) => Ok(Some(own)),
            ([], []) => Ok(None),
            (_, _) => Err((
                "ambiguous",
                format!("有 {} 位“{name}”，请注明部门，或先在人员中区分。", all.len()),
                format!("There are {} people called {name}. Name the department.", all.len()),
            )),
        }
    }

    fn judge_person(
        &mut self,
        name: &str,
        department: &str,
        mut taken: TakenPerson,
    ) -> Result<Outcome, Refused> {
        if !self.seen.insert((key(name), key(department))) {
            return Err((
                "twice",
                format!("“{name}”在名单中出现两次，以第一次为准。"),
                format!("{name} stands in the list twice; the first row counts."),
            ));
        }
        let own = self.find_person(name, department)?.cloned();
        let Some(own) = own else {
            self.taken.people.push(taken);
            return Ok(Outcome::Created);
        };
        let snapshot = self.snapshot;
        taken.person = Some(own.id);
        let post = snapshot.posts.find(own.post_id).map(|post| key(&post.name));
        let at = snapshot.departments.find(own.department_id).map(|own| key(&own.name));
        let moves = taken.department.as_ref().is_some_and(|text| at != Some(key(text)));
        taken.title = taken.title.filter(|text| own.title != *text);
        taken.phone = taken.phone.filter(|text| own.phone != *text);
        taken.post = taken.post.filter(|text| moves || post != Some(key(text)));
        // The department is needed to find the post.
        taken.department = taken.department.filter(|_| moves || taken.post.is_some());
        if taken.title.is_none()
            && taken.phone.is_none()
            && taken.post.is_none()
            && taken.department.is_none()
        {
            return Ok(Outcome::Unchanged);
        }
        self.taken.people.push(taken);
        Ok(Outcome::Updated)
    }
}

fn number(text: &str) -> Option<i64> {
    let digits = text.trim().trim_end_matches(['人', '名']).trim();
    let whole = digits.strip_suffix(".0").unwrap_or(digits);
    whole.parse::<i64>().ok().filter(|own| (0..=1_000_000).contains(own))
}
