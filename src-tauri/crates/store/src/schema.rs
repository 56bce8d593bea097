//! Versions of the format: migrations, and the proof that a file has our schema and nothing else.
//! Relies on migrations being append-only: what was ever released opens for ever.
//! Knows nothing of single rows.

use crate::error::StoreError;
use crate::format::APPLICATION_ID;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::Path;

const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_foundation.sql")),
    M::up(include_str!("../migrations/0002_plan_editor.sql")),
    M::up(include_str!("../migrations/0003_rounds.sql")),
    M::up(include_str!("../migrations/0004_review.sql")),
    M::up(include_str!("../migrations/0005_prints.sql")),
    M::up(include_str!("../migrations/0006_dangers.sql")),
    M::up(include_str!("../migrations/0007_typeface.sql")),
];

/// The format version that this program writes.
pub const SCHEMA_VERSION: i64 = STEPS.len() as i64;

/// Brings `connection` to version `version`. An empty database becomes an empty project.
pub(crate) fn migrate(connection: &mut Connection, version: i64) -> Result<(), StoreError> {
    let version = usize::try_from(version).map_err(|_| StoreError::Defect("negative version".to_owned()))?;
    Migrations::from_slice(STEPS)
        .to_version(connection, version)
        .map_err(|error| StoreError::Defect(format!("migration: {error}")))?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(())
}

/// Refuses a database whose schema is not, byte for byte, that of its version: no foreign table, view or trigger.
pub(crate) fn check_schema(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    let mut fresh = Connection::open_in_memory()?;
    migrate(&mut fresh, version)?;
    let expected = objects(&fresh)?;
    let found = objects(connection)?;
    if expected == found {
        return Ok(());
    }
    let odd = found.iter().find(|object| !expected.contains(object));
    let object = odd.or_else(|| expected.iter().find(|object| !found.contains(object)));
    let object = object.map_or_else(String::new, |(kind, name, _)| format!("{kind} {name}"));
    Err(StoreError::ForeignSchema { path: path.to_owned(), object })
}

type SchemaObject = (String, String, Option<String>);

fn objects(connection: &Connection) -> Result<Vec<SchemaObject>, StoreError> {
    let mut statement =
        connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ColumnKind, Table};

    #[test]
    fn migrations_are_valid() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }

    #[test]
    fn hazards_of_old_files_are_numbered_within_their_points() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, 1).unwrap();
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        for (id, point, ordinal) in [("a", "p", 2), ("b", "p", 1), ("c", "q", 7), ("d", "p", 2)] {
            connection
                .execute(
                    "INSERT INTO hazard (id, point_id, step, standard, description, factor, consequence, ordinal)
                     VALUES (?1, ?2, '', '', 'x', '', '', ?3)",
                    rusqlite::params![id, point, ordinal],
                )
                .unwrap();
        }
        migrate(&mut connection, SCHEMA_VERSION).unwrap();
        let mut statement = connection.prepare("SELECT id, number FROM hazard ORDER BY id").unwrap();
        let found: Vec<(String, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let expected = [("a", 2), ("b", 1), ("c", 1), ("d", 3)].map(|(id, number)| (id.to_owned(), number));
        assert_eq!(found, expected);
    }

    #[test]
    fn every_table_has_the_columns_of_its_noun() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, SCHEMA_VERSION).unwrap();
        for table in Table::ALL {
            let mut statement = connection
                .prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")
                .unwrap();
            let found: Vec<(String, String, bool, bool)> = statement
                .query_map([table.name()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let expected: Vec<_> = table
                .columns()
                .iter()
                .map(|column| {
                    let kind = match column.kind {
                        ColumnKind::Integer => "INTEGER",
                        ColumnKind::Text => "TEXT",
                    };
                    (column.name.to_owned(), kind.to_owned(), !column.nullable, column.name == "id")
                })
                .collect();
            assert_eq!(found, expected, "{table}");
            let mut statement =
                connection.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)").unwrap();
            let mut references: Vec<(String, String)> = statement
                .query_map([table.name()], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            references.sort();
            let mut expected: Vec<_> = table
                .columns()
                .iter()
                .filter_map(|column| Some((column.name.to_owned(), column.references?.name().to_owned())))
                .collect();
            expected.sort();
            assert_eq!(references, expected, "{table}");
        }
    }
}
