//! The tree of an SVG walked once: groups, uses and their transformations, down to shapes and texts.
//! Relies on `element` for shapes and on `style` for what shows.
//! Must not know: units; lengths are the drawing's own.

use super::element::chains;
use super::style::{Style, number, property};
use crate::affine::{Affine, Xy};
use crate::collect::{Collector, RawText, Trait};
use crate::error::DrawingError;
use crate::imported::Upright;
use crate::limits::{Quantity, within};
use crate::role::{Role, role_of_layer};
use crate::watch::{Stage, Watch};
use roxmltree::{Node, NodeId};
use std::collections::HashMap;

const INKSCAPE: &str = "http://www.inkscape.org/namespaces/inkscape";
const XLINK: &str = "http://www.w3.org/1999/xlink";
/// What is only drawn where something refers to it, or says nothing that can be drawn.
const UNDRAWN: &[&str] = &[
    "defs",
    "symbol",
    "clipPath",
    "mask",
    "marker",
    "pattern",
    "linearGradient",
    "radialGradient",
    "filter",
    "style",
    "title",
    "desc",
    "metadata",
    "namedview",
    "view",
    "font",
    "cursor",
    "color-profile",
];
/// What could run or fetch something.
const UNSAFE: &[&str] = &[
    "script",
    "foreignObject",
    "iframe",
    "handler",
    "listener",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
    "audio",
    "video",
    "embed",
    "object",
];
/// Height of a capital letter as a part of its font's square.
const CAPITAL: f64 = 0.72;

/// Draws the whole tree into `collector`. Hands back how much was left out for safety.
pub(crate) fn walk(
    root: Node<'_, '_>,
    collector: &mut Collector<'_>,
    tolerance: f64,
    watch: &mut Watch<'_>,
) -> Result<u64, DrawingError> {
    let mut ids = HashMap::new();
    let mut removed = 0;
    for node in root.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id") {
            ids.entry(id).or_insert(node);
        }
        removed += dangers(node);
    }
    let mut walker = Walker { ids, collector, tolerance, watch, chain: Vec::new(), done: 0 };
    let around = Around { at: Affine::IDENTITY, style: Style::default(), layer: None };
    walker.children(root, around)?;
    Ok(removed)
}

/// How many things of an element could run or fetch something. None of them is ever followed.
fn dangers(node: Node<'_, '_>) -> u64 {
    let is_outside =
        |value: &str| !value.trim_start().starts_with('#') && !value.trim_start().starts_with("data:image/");
    let name = node.tag_name().name();
    let mut count = u64::from(UNSAFE.contains(&name));
    for attribute in node.attributes() {
        let key = attribute.name();
        let is_event = key.len() > 2 && key.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        let is_reference = key == "href" || key == "src";
        // A link is only text around what it leads from.
        let is_fetched = (is_reference && is_outside(attribute.value()) && name != "a")
            || attribute.value().contains("url(http")
            || attribute.value().trim_start().to_ascii_lowercase().starts_with("javascript:");
        count += u64::from(is_event) + u64::from(is_fetched);
    }
    if name == "style"
        && node.text().is_some_and(|text| text.contains("@import") || text.contains("url(http"))
    {
        count += 1;
    }
    count
}

#[derive(Clone, Copy)]
struct Around<'n> {
    at: Affine,
    style: Style,
    /// The name of the layer and whether an inner group may still name it better.
    layer: Option<(&'n str, bool)>,
}

struct Walker<'n, 'i, 'c, 'o, 'w, 'f> {
    ids: HashMap<&'n str, Node<'n, 'i>>,
    collector: &'c mut Collector<'o>,
    tolerance: f64,
    watch: &'w mut Watch<'f>,
    /// The elements that are being used, each in the one before, and the groups around.
    chain: Vec<NodeId>,
    done: u64,
}

impl<'n, 'i: 'n> Walker<'n, 'i, '_, '_, '_, '_> {
    fn children(&mut self, node: Node<'n, 'i>, around: Around<'n>) -> Result<(), DrawingError> {
        self.chain.push(node.id());
        within(Quantity::Nesting, self.chain.len() as u64, self.collector.options.limits.nesting)?;
        for child in node.children().filter(Node::is_element) {
            self.element(child, around)?;
        }
        self.chain.pop();
        Ok(())
    }

    fn element(&mut self, node: Node<'n, 'i>, around: Around<'n>) -> Result<(), DrawingError> {
        self.collector.meet(1)?;
        if self.done.is_multiple_of(1024) {
            self.watch.tell(Stage::Drawing, self.done, 0)?;
        }
        self.done += 1;
        let name = node.tag_name().name();
        if UNDRAWN.contains(&name) {
            return Ok(());
        }
        if UNSAFE.contains(&name) {
            self.collector.skip(name, 1);
            return Ok(());
        }
        if property(node, "display") == Some("none") {
            self.collector.skip("(hidden)", 1);
            return Ok(());
        }
        let mut own = around;
        own.style = around.style.within(node);
        if let Some(text) = node.attribute("transform") {
            let Ok(t) = text.parse::<svgtypes::Transform>() else {
                self.collector.bad(name);
                return Ok(());
            };
            own.at = own.at.after(&Affine { a: t.a, b: t.b, c: t.c, d: t.d, e: t.e, f: t.f });
        }
        match name {
            "g" | "a" | "switch" => {
                own.layer = layer_of(node, around.layer);
                self.children(node, own)
            }
            "svg" => {
                own.at = own.at.after(&viewport(node, None));
                self.children(node, own)
            }
            "use" => self.reuse(node, own),
            "text" => self.text(node, own),
            "path" | "line" | "polyline" | "polygon" | "rect" | "circle" | "ellipse" => self.shape(node, own),
            _ => {
                self.collector.skip(name, 1);
                Ok(())
            }
        }
    }

    fn reuse(&mut self, node: Node<'n, 'i>, around: Around<'n>) -> Result<(), DrawingError> {
        let href = node.attribute("href").or_else(|| node.attribute((XLINK, "href"))).unwrap_or_default();
        let target = href.trim().strip_prefix('#').and_then(|id| self.ids.get(id).copied());
        let Some(target) = target else {
            self.collector.skip("use", 1);
            return Ok(());
        };
        // What uses itself, or what it stands in, draws nothing.
        if self.chain.contains(&target.id()) {
            self.collector.skip("use (of itself)", 1);
            return Ok(());
        }
        let mut own = around;
        own.at = own.at.after(&Affine::shift(number(node, "x"), number(node, "y")));
        self.chain.push(node.id());
        within(Quantity::Nesting, self.chain.len() as u64, self.collector.options.limits.nesting)?;
        let done = match target.tag_name().name() {
            "symbol" => {
                own.at = own.at.after(&viewport(target, Some(node)));
                own.style = own.style.within(target);
                self.children(target, own)
            }
            _ => self.element(target, own),
        };
        self.chain.pop();
        done
    }

    fn own(&mut self, node: Node<'n, 'i>, around: Around<'n>) -> Result<Trait, DrawingError> {
        let layer = self.collector.layer(around.layer.map_or("0", |(name, _)| name))?;
        let layer_role = self.collector.layers.get(layer).map_or(Role::Other, |layer| layer.role);
        let mut named = ["class", "id"].into_iter().filter_map(|key| node.attribute(key)).map(role_of_layer);
        let role = named.find(|role| *role != Role::Other && layer_role == Role::Other);
        Ok(Trait { layer, level: None, role, visible: true })
    }

    fn shape(&mut self, node: Node<'n, 'i>, around: Around<'n>) -> Result<(), DrawingError> {
        let name = node.tag_name().name();
        let own = self.own(node, around)?;
        if !around.style.shows {
            self.collector.skip("(hidden)", 1);
            return Ok(());
        }
        if !self.collector.wants(own) {
            return Ok(());
        }
        let stretch = around.at.stretch();
        if !around.at.is_finite() || !stretch.is_finite() {
            self.collector.bad(name);
            return Ok(());
        }
        let tolerance = self.tolerance / stretch.max(1e-12);
        let Some(chains) = chains(node, tolerance, self.collector.room()) else {
            self.collector.bad(name);
            return Ok(());
        };
        self.collector.read(name);
        for (points, closed) in chains {
            let placed: Vec<Xy> = points.into_iter().map(|point| around.at.point(point)).collect();
            self.collector.line(own, placed, closed, name)?;
        }
        Ok(())
    }

    /// A text with its rows: a part that states its own place begins a new one.
    fn text(&mut self, node: Node<'n, 'i>, around: Around<'n>) -> Result<(), DrawingError> {
        let own = self.own(node, around)?;
        if !around.style.shows || !self.collector.wants(own) {
            return Ok(());
        }
        let first = |node: Node<'_, '_>, name: &str| {
            let text = node.attribute(name)?;
            super::style::length(text.split([' ', ',']).find(|part| !part.is_empty())?, 16.0)
        };
        let mut rows: Vec<(Xy, Style, String)> = Vec::new();
        let start = [first(node, "x").unwrap_or(0.0), first(node, "y").unwrap_or(0.0)];
        rows.push((start, around.style, String::new()));
        for part in node.descendants().filter(Node::is_text) {
            let parent = part.parent_element().unwrap_or(node);
            let (last, _, _) = rows.last().cloned().unwrap_or((start, around.style, String::new()));
            let (x, y) = (first(parent, "x"), first(parent, "y"));
            if parent != node && (x.is_some() || y.is_some() || parent.has_attribute("dy")) {
                let down = y.unwrap_or(last[1]) + first(parent, "dy").unwrap_or(0.0);
                rows.push(([x.unwrap_or(last[0]), down], around.style.within(parent), String::new()));
            }
            if let Some((_, style, words)) = rows.last_mut() {
                if words.is_empty() && parent != node {
                    *style = around.style.within(parent);
                }
                words.push_str(part.text().unwrap_or_default());
            }
        }
        self.collector.read("text");
        for (at, style, words) in rows {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let [ux, uy] = around.at.direction([0.0, 1.0]);
            let text = RawText {
                at: around.at.point(at),
                height: style.font_size * CAPITAL * ux.hypot(uy),
                direction: around.at.direction([1.0, 0.0]),
                across: style.anchor,
                upright: Upright::Baseline,
                text: words,
            };
            self.collector.text(own, text, "text")?;
        }
        Ok(())
    }
}

/// The layer inside a group: the innermost one that a drawing program calls a layer; without such, the outermost group
/// that has a name.
fn layer_of<'n>(node: Node<'n, '_>, around: Option<(&'n str, bool)>) -> Option<(&'n str, bool)> {
    if node.attribute((INKSCAPE, "groupmode")) == Some("layer")
        && let Some(label) = node.attribute((INKSCAPE, "label")).or_else(|| node.attribute("id"))
    {
        return Some((label, true));
    }
    around.or_else(|| node.attribute("id").map(|id| (id, false)))
}

/// Where the contents of an inner picture come to stand.
fn viewport(node: Node<'_, '_>, user: Option<Node<'_, '_>>) -> Affine {
    let shift =
        if user.is_none() { Affine::shift(number(node, "x"), number(node, "y")) } else { Affine::IDENTITY };
    let Some(view) = node.attribute("viewBox").and_then(|text| text.parse::<svgtypes::ViewBox>().ok()) else {
        return shift;
    };
    let size = |name: &str, own: f64| {
        let said = user.map_or(0.0, |user| number(user, name));
        let said = if said > 0.0 { said } else { number(node, name) };
        if said > 0.0 { said } else { own }
    };
    let (width, height) = (size("width", view.w), size("height", view.h));
    // As large as fits, in the middle: what the format does unless told otherwise.
    let scale = (width / view.w).min(height / view.h);
    let (left, top) = ((width - view.w * scale) / 2.0, (height - view.h * scale) / 2.0);
    shift
        .after(&Affine::shift(left, top))
        .after(&Affine::scale(scale, scale))
        .after(&Affine::shift(-view.x, -view.y))
}
