//! The plan editor in the real window: a picture brought to scale, a floor of twelve rooms traced over it with snapping,
//! a room split, a hole cut, a shared border moved, all of it undone. Prints how many clicks and keys that takes.
//! Relies on the window's test hooks for where places of the floor are.
#![allow(clippy::cast_possible_truncation)]

use crate::{open_sample, to_empty_floor};
use fantoccini::key::Key;
use sise_tests::window::{Desk, Window};
use std::cell::Cell;
use std::path::Path;

/// Width and height of the picture in pixels.
pub(crate) const PICTURE: (u32, u32) = (2_000, 1_000);
/// Rooms are as wide and as high as this, in millimetres; two rows of six with a corridor between.
const ROOM: (f64, f64) = (4_000.0, 5_000.0);

/// What a hand does, counted.
pub(crate) struct Hand<'a> {
    window: &'a Window,
    /// Where the rooms begin: a whole metre within the picture.
    corner: (f64, f64),
    clicks: Cell<u32>,
    keys: Cell<u32>,
}

impl<'a> Hand<'a> {
    pub(crate) fn new(window: &'a Window) -> Self {
        Self { window, corner: (0.0, 0.0), clicks: Cell::new(0), keys: Cell::new(0) }
    }

    async fn button(&self, id: &str) {
        self.clicks.set(self.clicks.get() + 1);
        self.window.click(id).await;
    }

    async fn places(&self, places: &[(f64, f64)]) {
        self.clicks.set(self.clicks.get() + places.len() as u32);
        let places: Vec<_> = places.iter().map(|place| self.on_plan(*place)).collect();
        self.window.click_places(&places).await;
    }

    fn on_plan(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.corner.0 + x, self.corner.1 + y)
    }

    async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        self.clicks.set(self.clicks.get() + 1);
        self.window.drag(self.on_plan(from), self.on_plan(to)).await;
    }

    async fn key(&self, key: char) {
        self.keys.set(self.keys.get() + 1);
        self.window.press(&[], key).await;
    }

    async fn text(&self, text: &str) {
        for letter in text.chars() {
            self.key(letter).await;
        }
    }

    async fn undo(&self) {
        self.keys.set(self.keys.get() + 1);
        self.window.press(&[Key::Control], 'z').await;
    }
}

async fn zones(window: &Window) -> u64 {
    window.ask("document.querySelectorAll('[data-zone]').length").await.as_u64().unwrap()
}

#[tokio::test]
async fn a_picture_is_brought_to_scale_and_twelve_rooms_are_traced() {
    let desk = Desk::new();
    let picture = desk.at("扫描.png");
    std::fs::write(&picture, white_png(PICTURE.0, PICTURE.1)).unwrap();
    let window = open_sample(&desk).await;
    to_empty_floor(&window).await;
    let hand = Hand::new(&window);

    bring_in(&desk, &hand, &picture).await;
    let corner = to_scale(&hand).await;
    let hand = Hand { corner, ..hand };
    trace(&hand).await;
    change(&hand).await;
    println!(
        "a picture to scale, twelve rooms, a split, a hole, a border: {} clicks, {} keys",
        hand.clicks.get(),
        hand.keys.get()
    );

    // All of it undone, step by step.
    for _ in 0..60 {
        if window.ask("document.querySelector('[data-testid=\"undo\"]').disabled").await == true {
            break;
        }
        hand.undo().await;
    }
    assert_eq!(zones(&window).await, 0);
    window.until("the picture to go", "document.querySelector('[data-underlay]') === null").await;
    window.shot("editor-5-undone").await;
}

/// One dialog, one step.
pub(crate) async fn bring_in(desk: &Desk, hand: &Hand<'_>, picture: &Path) {
    desk.will_pick(&[picture]);
    hand.button("import-plan").await;
    hand.button("import-pick").await;
    hand.window
        .until(
            "the preview",
            "document.querySelector('[data-testid=\"import-dialog\"]').dataset.state === 'chosen'",
        )
        .await;
    hand.window.shot("editor-1-import").await;
    hand.button("import-start").await;
    hand.window.until("the picture", "document.querySelector('[data-underlay]') !== null").await;
    hand.window.until("the end of the dialog", "document.querySelector('[role=\"dialog\"]') === null").await;
}

/// Two clicks and a length: 1,600 of the 2,000 pixels are 20 m. Gives the place where tracing begins.
pub(crate) async fn to_scale(hand: &Hand<'_>) -> (f64, f64) {
    let window = hand.window;
    hand.button("zoom-fit").await;
    let part = |along: f64| {
        format!(
            "(() => {{ const box = document.querySelector('[data-underlay]').getBoundingClientRect(); return window.siseTest.clientToWorld(box.x + box.width * {along}, box.y + box.height / 2); }})()"
        )
    };
    let (left, right) = (window.ask(&part(0.1)).await, window.ask(&part(0.9)).await);
    let place = |found: &serde_json::Value| (found["x"].as_f64().unwrap(), found["y"].as_f64().unwrap());
    hand.places(&[place(&left), place(&right)]).await;
    window.by_id("calibrate-length").await;
    hand.text("20").await;
    hand.key(char::from(Key::Enter)).await;
    window.until("the scale", "document.querySelector('[data-testid=\"not-to-scale\"]') === null").await;
    hand.button("zoom-fit").await;
    let wide = window
        .ask("(() => { const box = document.querySelector('[data-underlay]').getBoundingClientRect(); return window.siseTest.clientToWorld(box.right, 0).x - window.siseTest.clientToWorld(box.left, 0).x; })()")
        .await
        .as_f64()
        .unwrap();
    // At most one percent of area is half a percent of length.
    assert!((wide / 25_000.0 - 1.0).abs() < 0.005, "the picture is {wide} mm wide");
    window.shot("editor-2-to-scale").await;
    let corner = window
        .ask("(() => { const box = document.querySelector('[data-underlay]').getBoundingClientRect(); return window.siseTest.clientToWorld(box.left, box.top); })()")
        .await;
    let (x, y) = place(&corner);
    ((x / 1_000.0).ceil() * 1_000.0, (y / 1_000.0).ceil() * 1_000.0)
}

/// Two rows of six rooms by two clicks each, never quite at the place: snapping and the grid put them there.
async fn trace(hand: &Hand<'_>) {
    hand.button("tool-rectangle").await;
    for row in 0..2 {
        for column in 0..6 {
            let left = f64::from(column) * ROOM.0;
            let top = f64::from(row) * (ROOM.1 + 2_000.0);
            // A pixel is 41 mm; with these misses the nearest place of the grid stays the true one.
            hand.places(&[(left + 20.0, top - 15.0), (left + ROOM.0 - 15.0, top + ROOM.1 + 20.0)]).await;
            let count = row * 6 + column + 1;
            hand.window
                .until("the room", &format!("document.querySelectorAll('[data-zone]').length === {count}"))
                .await;
        }
    }
    hand.key(char::from(Key::Escape)).await;
    hand.key(char::from(Key::Escape)).await;
    hand.window.shot("editor-3-traced").await;
    // The last room is exactly as large as it should be: its corners were pulled to those of its neighbour.
    hand.places(&[(22_000.0, 9_000.0)]).await;
    let facts = hand.window.find(".zone-facts").await.text().await.unwrap();
    assert!(facts.contains("20.0"), "{facts}");
}

/// A split, a hole, and a border of two rooms moved.
async fn change(hand: &Hand<'_>) {
    let window = hand.window;
    hand.places(&[(2_000.0, 9_000.0)]).await;
    hand.button("edit-split").await;
    hand.places(&[(-500.0, 9_500.0), (4_500.0, 9_500.0)]).await;
    hand.key(char::from(Key::Enter)).await;
    window.until("the parts", "document.querySelectorAll('[data-zone]').length === 13").await;

    hand.key(char::from(Key::Escape)).await;
    hand.places(&[(10_000.0, 9_000.0)]).await;
    hand.button("edit-hole").await;
    hand.places(&[(9_000.0, 8_000.0), (11_000.0, 8_000.0), (11_000.0, 9_000.0), (9_000.0, 9_000.0)]).await;
    hand.key(char::from(Key::Enter)).await;
    window.until("the hole", "document.querySelector('[data-testid=\"edit-fill-hole\"]') !== null").await;

    hand.key(char::from(Key::Escape)).await;
    hand.places(&[(18_000.0, 9_000.0)]).await;
    hand.drag((20_000.0, 8_200.0), (21_000.0, 8_200.0)).await;
    let facts = window.find(".zone-facts").await.text().await.unwrap();
    assert!(facts.contains("25.0"), "{facts}");
    window.shot("editor-4-changed").await;
    hand.key(char::from(Key::Escape)).await;
    hand.places(&[(23_000.0, 9_000.0)]).await;
    let facts = window.find(".zone-facts").await.text().await.unwrap();
    assert!(facts.contains("15.0"), "the neighbour did not follow: {facts}");
}

/// A white picture, uncompressed: enough to be placed and brought to scale.
pub(crate) fn white_png(width: u32, height: u32) -> Vec<u8> {
    let mut rows = Vec::new();
    for _ in 0..height {
        rows.push(0);
        rows.extend(std::iter::repeat_n(255, width as usize));
    }
    let mut stream = vec![0x78, 0x01];
    let blocks: Vec<&[u8]> = rows.chunks(65_535).collect();
    for (index, block) in blocks.iter().enumerate() {
        let length = block.len() as u16;
        stream.push(u8::from(index + 1 == blocks.len()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(*block);
    }
    stream.extend(adler(&rows).to_be_bytes());
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Eight bits of grey.
    header.extend([8, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, body) in [(b"IHDR", &header), (b"IDAT", &stream), (b"IEND", &Vec::new())] {
        let mut chunk = kind.to_vec();
        chunk.extend(body);
        file.extend((body.len() as u32).to_be_bytes());
        file.extend(&chunk);
        file.extend(crc(&chunk).to_be_bytes());
    }
    file
}

fn adler(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    (b << 16) | a
}

fn crc(bytes: &[u8]) -> u32 {
    let mut value = u32::MAX;
    for byte in bytes {
        value ^= u32::from(*byte);
        for _ in 0..8 {
            value = if value & 1 == 1 { (value >> 1) ^ 0xEDB8_8320 } else { value >> 1 };
        }
    }
    !value
}
