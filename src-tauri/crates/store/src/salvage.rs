//! Reading what can still be read out of a damaged file, row by row, into rows that are whole again.
//! Relies on a private copy of the file; views and triggers in it are never touched.
//! Knows nothing of where the rows go.

use crate::error::StoreError;
use crate::publish::open_read_only;
use crate::rows::{SqlRow, defaults};
use crate::schema::{SCHEMA_VERSION, migrate};
use domain::{AnyRecord, Cell, RowId, Snapshot, Table};
use rusqlite::Connection;
use rusqlite::types::Value;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// So many rows are looked for one by one where the way to them is damaged.
const MOST_PROBED: i64 = 20_000;

/// What could be read of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableReport {
    /// The table.
    pub table: Table,
    /// Rows that were read and kept.
    pub kept: usize,
    /// Rows that were read but broken, or that referred to something lost and cannot be without it.
    pub dropped: usize,
    /// Whether reading ended at a damaged place, so that more may be missing.
    pub damaged: bool,
}

/// What was read out of a file.
pub(crate) struct Salvaged {
    pub(crate) snapshot: Snapshot,
    pub(crate) assets: Vec<(String, Vec<u8>)>,
    pub(crate) tables: Vec<TableReport>,
    pub(crate) connection: Connection,
    /// The private copy; it goes with this.
    _copy: tempfile::TempDir,
}

impl Salvaged {
    /// Whether nothing is known to be missing.
    pub(crate) fn is_complete(&self) -> bool {
        self.tables.iter().all(|table| table.dropped == 0 && !table.damaged)
    }
}

/// Reads the file at `path`. `spare` gives the rows without which a project cannot be, where they are lost.
pub(crate) fn salvage(path: &Path, spare: &[AnyRecord]) -> Result<Option<Salvaged>, StoreError> {
    let Some((copy, connection)) = open_repaired(path)? else { return Ok(None) };
    let mut fresh = Connection::open_in_memory()?;
    migrate(&mut fresh, SCHEMA_VERSION)?;
    let mut reports = Vec::new();
    let mut rows: BTreeMap<RowId, AnyRecord> = BTreeMap::new();
    for table in Table::ALL {
        let (found, refused, damaged) = read_table(&connection, &fresh, *table);
        reports.push(TableReport { table: *table, kept: 0, dropped: refused, damaged });
        rows.extend(found.into_iter().map(|record| (record.row_id(), record)));
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let dropped = make_whole(&mut rows, spare);
    for report in &mut reports {
        report.kept = rows.keys().filter(|row| row.table == report.table).count();
        report.dropped += dropped.iter().filter(|row| row.table == report.table).count();
    }
    let mut snapshot = Snapshot::default();
    rows.into_values().for_each(|record| snapshot.put(record));
    let assets = read_assets(&connection);
    Ok(Some(Salvaged { snapshot, assets, tables: reports, connection, _copy: copy }))
}

/// A private copy of the file with a header that SQLite takes; nothing where there is no database in it at all.
fn open_repaired(path: &Path) -> Result<Option<(tempfile::TempDir, Connection)>, StoreError> {
    let mut bytes = std::fs::read(path).map_err(StoreError::io(path))?;
    // The first page of a database begins with a leaf or an inner node right after the header.
    if bytes.len() < 512 || !matches!(bytes[100], 0x05 | 0x0d) {
        return Ok(None);
    }
    let size = match u16::from_be_bytes([bytes[16], bytes[17]]) {
        1 => 65_536,
        size if size >= 512 && size.is_power_of_two() => usize::from(size),
        _ => 4_096,
    };
    let missing = bytes.len().next_multiple_of(size) - bytes.len();
    bytes.resize(bytes.len() + missing, 0);
    bytes[..16].copy_from_slice(b"SQLite format 3\0");
    let encoded = if size == 65_536 { 1_u16 } else { u16::try_from(size).unwrap_or(4_096) };
    bytes[16..18].copy_from_slice(&encoded.to_be_bytes());
    bytes[18..24].copy_from_slice(&[1, 1, 0, 64, 32, 32]);
    // Different counters: the size comes from the file, not from its header.
    bytes[24..32].copy_from_slice(&[0, 0, 0, 1, 0, 0, 0, 0]);
    // No list of free pages, current schema format, UTF-8.
    bytes[32..40].fill(0);
    bytes[44..48].copy_from_slice(&[0, 0, 0, 4]);
    bytes[52..56].fill(0);
    bytes[56..60].copy_from_slice(&[0, 0, 0, 1]);
    bytes[92..96].fill(0);
    let folder = tempfile::tempdir().map_err(StoreError::io(path))?;
    let copy = folder.path().join("salvage.sqlite");
    std::fs::write(&copy, bytes).map_err(StoreError::io(&copy))?;
    let connection = open_read_only(&copy)?;
    let _ = connection.pragma_update(None, "trusted_schema", "OFF");
    let _ = connection.pragma_update(None, "cell_size_check", "ON");
    // A schema of which a part cannot be read is no reason not to read the rest.
    let _ = connection.pragma_update(None, "writable_schema", "ON");
    Ok(Some((folder, connection)))
}

/// Whether there is an ordinary table of this name: no view and nothing that runs code.
fn is_table(connection: &Connection, name: &str) -> bool {
    let sql = "SELECT type, coalesce(sql, '') FROM sqlite_schema WHERE name = ?1";
    let found: Result<(String, String), _> =
        connection.query_row(sql, [name], |row| Ok((row.get(0)?, row.get(1)?)));
    found.is_ok_and(|(kind, sql)| {
        kind == "table" && sql.starts_with("CREATE TABLE") && !sql.to_ascii_uppercase().contains(" AS (")
    })
}

/// The rows of a table from both ends, how many were broken, and whether a damaged place was met.
fn read_table(connection: &Connection, fresh: &Connection, table: Table) -> (Vec<AnyRecord>, usize, bool) {
    if !is_table(connection, table.name()) {
        // A table that an older format does not have is not lost.
        return (Vec::new(), 0, false);
    }
    let names = |connection: &Connection| -> Result<HashSet<String>, rusqlite::Error> {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        statement.query_map([table.name()], |row| row.get(0))?.collect()
    };
    let (Ok(known), Ok(defaults)) = (names(connection), defaults(fresh, table)) else {
        return (Vec::new(), 0, true);
    };
    let columns: Vec<String> = table
        .columns()
        .iter()
        .zip(defaults)
        .map(|(column, default)| match (known.contains(column.name), default) {
            (true, _) => column.name.to_owned(),
            (false, Some(Value::Integer(number))) => number.to_string(),
            (false, Some(Value::Text(text))) => format!("'{}'", text.replace('\'', "''")),
            (false, _) => "NULL".to_owned(),
        })
        .collect();
    let (mut records, mut refused, mut damaged) = (Vec::new(), 0, false);
    let mut seen: HashSet<i64> = HashSet::new();
    for order in ["ASC", "DESC"] {
        let sql =
            format!("SELECT {}, rowid FROM {table} NOT INDEXED ORDER BY rowid {order}", columns.join(", "));
        let read = (|| -> Result<(), rusqlite::Error> {
            let mut statement = connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                if !seen.insert(row.get(columns.len())?) {
                    break;
                }
                match table.read(&SqlRow(row)) {
                    Ok(record) if record.check().is_ok() => records.push(record),
                    _ => refused += 1,
                }
            }
            Ok(())
        })();
        if read.is_ok() && order == "ASC" {
            return (records, refused, damaged);
        }
        damaged = true;
    }
    // Between the two ends there may be rows on pages that are whole.
    let (first, last) = (seen.iter().min().copied().unwrap_or(1), seen.iter().max().copied().unwrap_or(0));
    let sql = format!("SELECT {} FROM {table} NOT INDEXED WHERE rowid = ?1", columns.join(", "));
    for number in
        (first..=last.max(MOST_PROBED)).filter(|number| !seen.contains(number)).take(MOST_PROBED as usize)
    {
        let found = connection.query_row(&sql, [number], |row| {
            Ok(table.read(&SqlRow(row)).ok().filter(|record| record.check().is_ok()))
        });
        match found {
            Ok(Some(record)) => records.push(record),
            Ok(None) => refused += 1,
            Err(_) => {}
        }
    }
    (records, refused, damaged)
}

/// Puts the rows right where something is missing, and gives those that had to go.
fn make_whole(rows: &mut BTreeMap<RowId, AnyRecord>, spare: &[AnyRecord]) -> Vec<RowId> {
    let mut dropped = Vec::new();
    for table in [Table::CriteriaPreset, Table::Project, Table::Organisation] {
        let own: Vec<RowId> = rows.keys().filter(|row| row.table == table).copied().collect();
        if table != Table::CriteriaPreset {
            for row in own.iter().skip(1) {
                rows.remove(row);
                dropped.push(*row);
            }
        }
        if own.is_empty() {
            let wanted = spare.iter().filter(|record| record.row_id().table == table);
            rows.extend(wanted.map(|record| (record.row_id(), record.clone())));
        }
    }
    let preset = rows.keys().find(|row| row.table == Table::CriteriaPreset).map(|row| row.id.to_string());
    loop {
        let mut changed: Vec<(RowId, Option<AnyRecord>)> = Vec::new();
        for (row, record) in rows.iter() {
            let mut next = Some(record.clone());
            for (index, column) in row.table.columns().iter().enumerate() {
                let (Some(table), Cell::Text(id)) = (column.references, record.cell(index)) else { continue };
                let named = id.parse().is_ok_and(|id| rows.contains_key(&RowId { table, id }));
                if named {
                    continue;
                }
                next =
                    next.and_then(|record| without(record, column.name, column.nullable, preset.as_deref()));
            }
            if next.as_ref() != Some(record) {
                changed.push((*row, next));
            }
        }
        if changed.is_empty() {
            return dropped;
        }
        for (row, record) in changed {
            match record {
                Some(record) => {
                    rows.insert(row, record);
                }
                None => {
                    rows.remove(&row);
                    dropped.push(row);
                }
            }
        }
    }
}

/// The record without a reference that names nothing, if it can be without it.
fn without(mut record: AnyRecord, column: &str, nullable: bool, preset: Option<&str>) -> Option<AnyRecord> {
    if let (AnyRecord::Project(_), Some(preset)) = (&record, preset) {
        return record.set(column, Cell::text(preset)).ok().map(|()| record);
    }
    // A floor without its building would become the plan of the campus, a zone without its floor has no place.
    if !nullable || matches!((&record, column), (AnyRecord::Floor(_), "building_id")) {
        return None;
    }
    record.set(column, Cell::Null).ok()?;
    match &mut record {
        AnyRecord::RiskPoint(point) if column == "floor_id" => point.position = None,
        AnyRecord::RiskPoint(point) if column == "tier_id" => point.tier_reason.clear(),
        AnyRecord::RiskZone(zone) if column == "floor_id" => zone.outline = None,
        _ => {}
    }
    record.check().ok().map(|()| record)
}

/// The pictures whose bytes are what their names say.
fn read_assets(connection: &Connection) -> Vec<(String, Vec<u8>)> {
    let mut assets = Vec::new();
    if !is_table(connection, "asset") {
        return assets;
    }
    // One by one, since each lies on pages of its own.
    let numbers: Vec<i64> = (|| -> Result<Vec<i64>, rusqlite::Error> {
        let mut statement = connection.prepare("SELECT rowid FROM asset NOT INDEXED")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.map_while(Result::ok).collect())
    })()
    .unwrap_or_default();
    for number in numbers {
        let found: Result<(String, String, Vec<u8>), _> = connection.query_row(
            "SELECT sha256, media_type, bytes FROM asset NOT INDEXED WHERE rowid = ?1",
            [number],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        );
        if let Ok((sha256, media_type, bytes)) = found
            && crate::publish::hex(&Sha256::digest(&bytes)) == sha256
        {
            assets.push((media_type, bytes));
        }
    }
    assets
}
