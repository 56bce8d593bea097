//! A DXF as layers, blocks and the entities of its model space, counted against the limits while they are kept.
//! Relies on `pairs` for records and on `entity` for what each one means.
//! Must not know: how entities are drawn.

use super::colour;
use super::entity::{Entity, Shape, known, name, shape, vertex};
use super::header::Header;
use super::pairs::{Record, Records, Value};
use super::words::Words;
use crate::collect::{Collector, plain};
use crate::error::{At, DrawingError, Fault};
use crate::imported::Rgb;
use crate::kind::Kind;
use crate::limits::{Limits, Quantity, within};
use crate::watch::{Stage, Watch};
use std::collections::{BTreeMap, HashMap};

/// A part of the drawing that is put somewhere by name.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// As the file writes it.
    pub(crate) name: String,
    pub(crate) base: [f64; 2],
    /// The file that it stands for, where it is another drawing.
    pub(crate) elsewhere: Option<String>,
    pub(crate) entities: Vec<Entity>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) header: Header,
    pub(crate) blocks: Vec<Block>,
    /// Position of a block by its name in capitals.
    pub(crate) block_names: HashMap<String, usize>,
    pub(crate) model: Vec<Entity>,
    /// How many entities of each kind stand in model space.
    pub(crate) found: BTreeMap<String, u64>,
    /// How many entities stand in paper space, which is not read.
    pub(crate) paper: u64,
    /// Objects of add-ons, wherever they stand.
    pub(crate) add_ons: u64,
}

/// Reads a whole file. Layers are made in `collector`.
pub(crate) fn parse(
    bytes: &[u8],
    collector: &mut Collector<'_>,
    watch: &mut Watch<'_>,
) -> Result<Document, DrawingError> {
    let limits = collector.options.limits;
    let mut reader = Reader {
        records: Records::new(bytes)?,
        words: Words::new(bytes, "", ""),
        bytes,
        limits,
        entities: 0,
        vertices: 0,
        layers: HashMap::new(),
        document: Document::default(),
    };
    reader.file(collector, watch)?;
    Ok(reader.document)
}

/// Where the next record belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    None,
    Tables,
    Blocks,
    Entities,
    Other,
}

struct Reader<'a> {
    records: Records<'a>,
    words: Words,
    bytes: &'a [u8],
    limits: Limits,
    entities: u64,
    vertices: u64,
    /// Position of a layer by its name in capitals.
    layers: HashMap<String, usize>,
    document: Document,
}

impl<'a> Reader<'a> {
    fn file(&mut self, collector: &mut Collector<'_>, watch: &mut Watch<'_>) -> Result<(), DrawingError> {
        let mut section = Section::None;
        let (mut has_section, mut is_whole) = (false, false);
        let mut pushed: Option<Record<'a>> = None;
        let mut count = 0_u64;
        loop {
            let record = match pushed.take() {
                Some(record) => record,
                None => match self.records.next()? {
                    Some(record) => record,
                    None => break,
                },
            };
            if count.is_multiple_of(4096) {
                watch.tell(Stage::Reading, self.records.pairs.position() as u64, self.bytes.len() as u64)?;
            }
            count += 1;
            match record.name {
                b"SECTION" => {
                    has_section = true;
                    section = match record.get(2).map_or(&[][..], Value::bytes).trim_ascii() {
                        b"HEADER" => {
                            self.document.header = Header::of(&record);
                            let header = &self.document.header;
                            self.words = Words::new(self.bytes, &header.version, &header.code_page);
                            Section::Other
                        }
                        b"TABLES" => Section::Tables,
                        b"BLOCKS" => Section::Blocks,
                        b"ENTITIES" => Section::Entities,
                        _ => Section::Other,
                    };
                }
                b"ENDSEC" => {
                    is_whole |= section == Section::Entities;
                    section = Section::None;
                }
                b"EOF" => {
                    is_whole = true;
                    break;
                }
                _ => match section {
                    Section::Tables => self.table(&record, collector)?,
                    Section::Blocks => pushed = self.block(record, collector)?,
                    Section::Entities => pushed = self.entity(record, None, collector)?,
                    Section::None | Section::Other => {}
                },
            }
        }
        let damaged = |reason| Err(DrawingError::Damaged { kind: Kind::Dxf, at: At::Anywhere, reason });
        if !has_section {
            return damaged(Fault::NoSections);
        }
        // Half a drawing looks like a whole one: better none.
        if !is_whole {
            return damaged(Fault::CutShort);
        }
        Ok(())
    }

    fn table(&mut self, record: &Record<'a>, collector: &mut Collector<'_>) -> Result<(), DrawingError> {
        if record.name != b"LAYER" {
            return Ok(());
        }
        let text = plain(&self.words.decode(record.get(2).map_or(&[][..], Value::bytes)));
        let position = self.layer(&text, collector)?;
        let number = record.whole(62);
        let colour: Option<Rgb> = match record.get(420) {
            Some(bits) => Some(colour::of_bits(bits.whole())),
            None => colour::numbered(number.saturating_abs()),
        };
        let is_frozen = record.whole(70) & 1 != 0;
        collector.describe_layer(position, colour, number >= 0 && !is_frozen);
        Ok(())
    }

    fn layer(&mut self, text: &str, collector: &mut Collector<'_>) -> Result<usize, DrawingError> {
        let upper = text.to_uppercase();
        if let Some(position) = self.layers.get(&upper) {
            return Ok(*position);
        }
        let position = collector.layer(text)?;
        self.layers.insert(upper, position);
        Ok(position)
    }

    /// A block begins here, or ends; what stands between are its entities. Hands back a record that was read too far.
    fn block(
        &mut self,
        record: Record<'a>,
        collector: &mut Collector<'_>,
    ) -> Result<Option<Record<'a>>, DrawingError> {
        match record.name {
            b"BLOCK" => {
                let position = self.document.blocks.len();
                within(Quantity::Entities, position as u64 + 1, self.limits.entities)?;
                let flags = record.whole(70);
                let path = self.words.decode(record.get(1).map_or(&[][..], Value::bytes));
                let text = plain(&self.words.decode(record.get(2).map_or(&[][..], Value::bytes)));
                self.document.blocks.push(Block {
                    base: [record.real(10, 0.0), record.real(20, 0.0)],
                    elsewhere: (flags & (4 | 8) != 0)
                        .then(|| if path.is_empty() { text.clone() } else { plain(&path) }),
                    name: text,
                    entities: Vec::new(),
                });
                // Of two blocks with one name the first is meant.
                self.document.block_names.entry(name(&record, &self.words)).or_insert(position);
                Ok(None)
            }
            b"ENDBLK" => Ok(None),
            _ => {
                let last = self.document.blocks.len().checked_sub(1);
                if last.is_none() { Ok(None) } else { self.entity(record, last, collector) }
            }
        }
    }

    /// Keeps an entity in a block or in model space, with the records that belong to it.
    fn entity(
        &mut self,
        record: Record<'a>,
        block: Option<usize>,
        collector: &mut Collector<'_>,
    ) -> Result<Option<Record<'a>>, DrawingError> {
        self.entities += 1;
        within(Quantity::Entities, self.entities, self.limits.entities)?;
        let mut entity = self.single(&record, collector)?;
        let mut pushed = None;
        let has_parts = record.name == b"POLYLINE" || (record.name == b"INSERT" && record.whole(66) != 0);
        if has_parts {
            pushed = self.parts(&mut entity, collector)?;
        }
        if block.is_none() && record.whole(67) == 1 {
            self.document.paper += 1;
            return Ok(pushed);
        }
        let label = if let Shape::Skipped(label) = &entity.shape { label.as_str() } else { entity.kind };
        if label.starts_with("TCH_") || label.starts_with("ACAD_PROXY") {
            self.document.add_ons += 1;
        }
        if block.is_none() {
            let found = &mut self.document.found;
            // A hostile file may name a million kinds.
            let label = if found.len() < 500 || found.contains_key(label) { label } else { "(other)" };
            *found.entry(label.to_owned()).or_default() += 1;
        }
        match block.and_then(|position| self.document.blocks.get_mut(position)) {
            Some(block) => block.entities.push(entity),
            None => self.document.model.push(entity),
        }
        Ok(pushed)
    }

    fn single(&mut self, record: &Record<'a>, collector: &mut Collector<'_>) -> Result<Entity, DrawingError> {
        let text = record.get(8).map_or(&[][..], Value::bytes).trim_ascii();
        let layer = if text.is_empty() || text == b"0" {
            None
        } else {
            let text = plain(&self.words.decode(text));
            Some(self.layer(&text, collector)?)
        };
        let kind = known(record.name).unwrap_or_default();
        let shape = shape(record, &self.words);
        let size = match &shape {
            Shape::Bulged { corners, .. } => corners.len(),
            Shape::Spline { controls, .. } => controls.len(),
            Shape::Through { points, .. } => points.len(),
            _ => 1,
        };
        self.count_vertices(size as u64)?;
        Ok(Entity { layer, kind, visible: record.whole(60) == 0, shape })
    }

    fn count_vertices(&mut self, more: u64) -> Result<(), DrawingError> {
        self.vertices = self.vertices.saturating_add(more);
        within(Quantity::Vertices, self.vertices, self.limits.vertices.max(self.limits.entities))
    }

    /// The vertices of a polyline or the attributes of an insertion, up to their `SEQEND`.
    fn parts(
        &mut self,
        entity: &mut Entity,
        collector: &mut Collector<'_>,
    ) -> Result<Option<Record<'a>>, DrawingError> {
        while let Some(record) = self.records.next()? {
            match record.name {
                b"SEQEND" => return Ok(None),
                b"VERTEX" => {
                    self.count_vertices(1)?;
                    if let Shape::Bulged { corners, .. } = &mut entity.shape {
                        corners.extend(vertex(&record));
                    }
                }
                b"ATTRIB" => {
                    let attribute = self.single(&record, collector)?;
                    if let Shape::Insert(insert) = &mut entity.shape {
                        insert.attributes.push(attribute);
                    }
                }
                // No end was written: this one is on its own.
                _ => return Ok(Some(record)),
            }
        }
        Ok(None)
    }
}
