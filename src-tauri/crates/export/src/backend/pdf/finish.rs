//! What printpdf cannot write, done on its object tree: boxes, nested outline, page labels, layer names,
//! language, a stable identifier; then packing.
//! Relies on lopdf (the version inside printpdf) and on the order in which printpdf creates objects.
//! Must not know: how pages were drawn.

use super::canvas::{Frame, round};
use crate::backend::BackendError;
use crate::layout::{Bookmark, Document, MM_PER_PT};
use lopdf::{Dictionary, Object, ObjectId, SaveOptions, StringFormat};
use printpdf::{Date, DateTime, Offset, PdfDocumentInfo, Time};
use sha2::{Digest as _, Sha256};

/// Name of the program, as files show it.
const PRODUCER: &str = "Sise";

/// The document information.
pub(super) fn info(document: &Document) -> PdfDocumentInfo {
    let (year, month, day, hour, minute, second) = document.created.fields();
    let date = Date { year: i32::from(year), month, day };
    let time = Time { hour, minute, second, millisecond: 0 };
    let moment =
        DateTime::new_in_offset(date, time, Offset { hours: 0, minutes: 0, seconds: 0, milliseconds: 0 });
    PdfDocumentInfo {
        document_title: document.title.clone(),
        author: document.author.clone(),
        subject: document.subject.clone(),
        keywords: document.keywords.clone(),
        creator: PRODUCER.to_owned(),
        producer: PRODUCER.to_owned(),
        creation_date: moment,
        modification_date: moment,
        metadata_date: moment,
        ..PdfDocumentInfo::default()
    }
}

/// Completes the file and returns its bytes. `packed` hears how many pages have been packed.
pub(super) fn finish(
    mut file: lopdf::Document,
    document: &Document,
    frames: &[Frame],
    layers: &[String],
    packed: &mut dyn FnMut(usize) -> Result<(), BackendError>,
) -> Result<Vec<u8>, BackendError> {
    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.page_iter().collect();
    if pages.len() != document.pages.len() {
        return Err(failed(format!("{} pages became {}", document.pages.len(), pages.len())));
    }
    boxes(&mut file, &pages, frames)?;
    clean_info(&mut file)?;
    name_layers(&mut file, layers)?;
    let outline = outline(&mut file, document, &pages, frames);
    catalog(&mut file, document, outline)?;
    identify(&mut file);
    pack(&mut file, &pages, packed)?;
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    file.save_with_options(&mut bytes, options).map_err(failed)?;
    Ok(bytes)
}

fn failed(reason: impl std::fmt::Display) -> BackendError {
    BackendError::Encoding { format: "PDF", reason: reason.to_string() }
}

fn words(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn numbers(values: [f32; 4]) -> Object {
    Object::Array(values.into_iter().map(Object::Real).collect())
}

fn boxes(file: &mut lopdf::Document, pages: &[ObjectId], frames: &[Frame]) -> Result<(), BackendError> {
    for (id, frame) in pages.iter().zip(frames) {
        let page = file.get_dictionary_mut(*id).map_err(failed)?;
        page.remove(b"CropBox");
        page.set("TrimBox", numbers(frame.trim_box()));
        page.set("BleedBox", numbers(frame.bleed_box()));
        if page.get(b"Annots").and_then(Object::as_array).is_ok_and(Vec::is_empty) {
            page.remove(b"Annots");
        }
    }
    Ok(())
}

fn clean_info(file: &mut lopdf::Document) -> Result<(), BackendError> {
    let id = file.trailer.get(b"Info").and_then(Object::as_reference).map_err(failed)?;
    let info = file.get_dictionary_mut(id).map_err(failed)?;
    // The empty version key makes readers report the file as PDF/X.
    for key in [&b"GTS_PDFXVersion"[..], b"Identifier", b"Trapped"] {
        info.remove(key);
    }
    let empty: Vec<Vec<u8>> = info
        .iter()
        .filter(|(_, value)| value.as_str().is_ok_and(<[u8]>::is_empty))
        .map(|(key, _)| key.clone())
        .collect();
    for key in empty {
        info.remove(&key);
    }
    Ok(())
}

fn name_layers(file: &mut lopdf::Document, layers: &[String]) -> Result<(), BackendError> {
    if layers.is_empty() {
        return Ok(());
    }
    let properties =
        file.catalog().and_then(|c| c.get(b"OCProperties")).and_then(Object::as_dict).map_err(failed)?;
    let groups = properties.get(b"OCGs").and_then(Object::as_array).map_err(failed)?;
    let groups: Vec<ObjectId> = groups.iter().filter_map(|g| g.as_reference().ok()).collect();
    if groups.len() != layers.len() {
        return Err(failed(format!("{} layers became {}", layers.len(), groups.len())));
    }
    for (id, name) in groups.into_iter().zip(layers) {
        file.get_dictionary_mut(id).map_err(failed)?.set("Name", words(name));
    }
    Ok(())
}

fn catalog(
    file: &mut lopdf::Document,
    document: &Document,
    outline: Option<ObjectId>,
) -> Result<(), BackendError> {
    let mut nums = Vec::new();
    for (i, page) in document.pages.iter().enumerate() {
        let mut label = Dictionary::new();
        if page.label.is_empty() {
            label.set("S", Object::Name(b"D".to_vec()));
            label.set("St", Object::Integer(i as i64 + 1));
        } else {
            label.set("P", words(&page.label));
        }
        // A range goes on until the next one; plain numbers need no new range.
        let plain_again = page.label.is_empty() && i > 0 && document.pages[i - 1].label.is_empty();
        if !plain_again {
            nums.extend([Object::Integer(i as i64), Object::Dictionary(label)]);
        }
    }
    let mut labels = Dictionary::new();
    labels.set("Nums", Object::Array(nums));
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", Object::Boolean(true));
    let catalog = file.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("PageLabels", Object::Dictionary(labels));
    catalog.set("ViewerPreferences", Object::Dictionary(preferences));
    catalog.remove(b"PageLayout");
    let mode = if outline.is_some() { "UseOutlines" } else { "UseNone" };
    catalog.set("PageMode", Object::Name(mode.as_bytes().to_vec()));
    if let Some(id) = outline {
        catalog.set("Outlines", Object::Reference(id));
    }
    Ok(())
}

fn outline(
    file: &mut lopdf::Document,
    document: &Document,
    pages: &[ObjectId],
    frames: &[Frame],
) -> Option<ObjectId> {
    let root = file.new_object_id();
    let (first, last, count) = bookmarks(file, &document.outline, root, pages, frames)?;
    let mut outlines = Dictionary::new();
    outlines.set("Type", Object::Name(b"Outlines".to_vec()));
    outlines.set("First", Object::Reference(first));
    outlines.set("Last", Object::Reference(last));
    outlines.set("Count", Object::Integer(count));
    file.set_object(root, outlines);
    Some(root)
}

/// Writes one level of bookmarks; the first and last of it, and how many lines it shows with its children folded.
fn bookmarks(
    file: &mut lopdf::Document,
    level: &[Bookmark],
    parent: ObjectId,
    pages: &[ObjectId],
    frames: &[Frame],
) -> Option<(ObjectId, ObjectId, i64)> {
    let level: Vec<(&Bookmark, ObjectId, &Frame)> =
        level.iter().filter_map(|b| Some((b, *pages.get(b.page)?, frames.get(b.page)?))).collect();
    let ids: Vec<ObjectId> = level.iter().map(|_| file.new_object_id()).collect();
    for (i, (bookmark, page, frame)) in level.iter().enumerate() {
        let id = ids[i];
        let top = bookmark
            .y
            .map_or(Object::Null, |y| Object::Real(round(f64::from(frame.trim_box()[3]) - y / MM_PER_PT)));
        let target =
            [Object::Reference(*page), Object::Name(b"XYZ".to_vec()), Object::Null, top, Object::Null];
        let mut entry = Dictionary::new();
        entry.set("Title", words(&bookmark.title));
        entry.set("Parent", Object::Reference(parent));
        entry.set("Dest", Object::Array(target.to_vec()));
        if let Some(previous) = i.checked_sub(1) {
            entry.set("Prev", Object::Reference(ids[previous]));
        }
        if let Some(next) = ids.get(i + 1) {
            entry.set("Next", Object::Reference(*next));
        }
        if let Some((first, last, count)) = bookmarks(file, &bookmark.children, id, pages, frames) {
            entry.set("First", Object::Reference(first));
            entry.set("Last", Object::Reference(last));
            // Negative: the children are there but folded.
            entry.set("Count", Object::Integer(-count));
        }
        file.set_object(id, entry);
    }
    Some((*ids.first()?, *ids.last()?, ids.len() as i64))
}

/// printpdf numbers files by a process-wide counter; ours is a fingerprint of what is in the file.
fn identify(file: &mut lopdf::Document) {
    let mut hash = Sha256::new();
    for object in file.objects.values() {
        match object {
            Object::Stream(stream) => hash.update(&stream.content),
            Object::Dictionary(dictionary) => hash.update(format!("{dictionary:?}")),
            _ => {}
        }
    }
    let digest = hash.finalize();
    let id = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id.clone(), id]));
}

fn pack(
    file: &mut lopdf::Document,
    pages: &[ObjectId],
    packed: &mut dyn FnMut(usize) -> Result<(), BackendError>,
) -> Result<(), BackendError> {
    for (done, page) in pages.iter().enumerate() {
        packed(done)?;
        let contents =
            file.get_dictionary(*page).and_then(|p| p.get(b"Contents")).and_then(Object::as_reference);
        let id = contents.map_err(failed)?;
        let stream = file.get_object_mut(id).and_then(Object::as_stream_mut).map_err(failed)?;
        stream.content = shorten_strings(&stream.content);
        stream.compress().map_err(failed)?;
    }
    packed(pages.len())?;
    file.compress();
    Ok(())
}

/// Turns the hexadecimal strings of a content stream into literal ones: half as long before packing, and a third
/// smaller after it, since two bytes per glyph are no longer four letters.
fn shorten_strings(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut i = 0;
    while let Some(&byte) = content.get(i) {
        let hex = (byte == b'<' && content.get(i + 1) != Some(&b'<'))
            .then(|| content[i + 1..].iter().position(|b| *b == b'>').map(|n| &content[i + 1..i + 1 + n]))
            .flatten();
        match hex {
            Some(hex) if hex.len() % 2 == 0 && hex.iter().all(u8::is_ascii_hexdigit) => {
                out.push(b'(');
                for pair in hex.chunks_exact(2) {
                    literal(digit(pair[0]) << 4 | digit(pair[1]), &mut out);
                }
                out.push(b')');
                i += hex.len() + 2;
            }
            _ if content[i..].starts_with(b"<<") => {
                out.extend_from_slice(b"<<");
                i += 2;
            }
            _ => {
                out.push(byte);
                i += 1;
            }
        }
    }
    out
}

fn literal(byte: u8, out: &mut Vec<u8>) {
    match byte {
        b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
        // A bare carriage return in a string would be read as a line feed.
        b'\r' => out.extend(b"\\r"),
        _ => out.push(byte),
    }
}

fn digit(hex: u8) -> u8 {
    match hex {
        b'0'..=b'9' => hex - b'0',
        b'a'..=b'f' => hex - b'a' + 10,
        b'A'..=b'F' => hex - b'A' + 10,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_shortened_and_dictionaries_left_alone() {
        let before = b"/Span<</ActualText<FEFF5B89>>>BDC\n[<0028000D>-250<005C>]TJ\nEMC";
        let after = shorten_strings(before);
        assert_eq!(after, b"/Span<</ActualText(\xfe\xff[\x89)>>BDC\n[(\0\\(\0\\r)-250(\0\\\\)]TJ\nEMC");
    }
}
