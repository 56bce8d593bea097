//! Lengths, points and rectangles on paper: millimetres, origin top left, y down.
//! Relies on nothing.
//! Must not know: what is placed, fonts, any file format.

/// A length or coordinate on paper, in millimetres.
pub type Mm = f64;

/// Millimetres in one typographic point (1/72 inch).
pub const MM_PER_PT: f64 = 25.4 / 72.0;

/// A type size or line width in points (1/72 inch). A newtype, because a size of `10.5` read as millimetres
/// is three times too large and still looks like a number.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Pt(pub f64);

impl Pt {
    /// The same length in millimetres.
    pub fn mm(self) -> Mm {
        self.0 * MM_PER_PT
    }

    /// This size multiplied by `factor`.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Pt {
        Pt(self.0 * factor)
    }
}

/// A position in millimetres, y growing downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Distance from the left edge, in millimetres.
    pub x: Mm,
    /// Distance from the top edge, in millimetres.
    pub y: Mm,
}

/// Shorthand for [`Point`].
pub fn point(x: Mm, y: Mm) -> Point {
    Point { x, y }
}

impl Point {
    /// This point moved by `dx`, `dy` millimetres.
    #[must_use]
    pub fn offset(self, dx: Mm, dy: Mm) -> Point {
        Point { x: self.x + dx, y: self.y + dy }
    }
}

/// Width and height in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width in millimetres.
    pub width: Mm,
    /// Height in millimetres.
    pub height: Mm,
}

impl Size {
    /// A0, 841 x 1189 mm, upright.
    pub const A0: Size = Size { width: 841.0, height: 1189.0 };
    /// A1, 594 x 841 mm, upright.
    pub const A1: Size = Size { width: 594.0, height: 841.0 };
    /// A2, 420 x 594 mm, upright.
    pub const A2: Size = Size { width: 420.0, height: 594.0 };
    /// A3, 297 x 420 mm, upright.
    pub const A3: Size = Size { width: 297.0, height: 420.0 };
    /// A4, 210 x 297 mm, upright.
    pub const A4: Size = Size { width: 210.0, height: 297.0 };
    /// A5, 148 x 210 mm, upright.
    pub const A5: Size = Size { width: 148.0, height: 210.0 };
    /// A6, 105 x 148 mm, upright.
    pub const A6: Size = Size { width: 105.0, height: 148.0 };

    /// A size of `width` by `height` millimetres.
    pub const fn new(width: Mm, height: Mm) -> Size {
        Size { width, height }
    }

    /// The longer side lying down.
    #[must_use]
    pub fn landscape(self) -> Size {
        Size { width: self.width.max(self.height), height: self.width.min(self.height) }
    }

    /// The whole sheet as a rectangle at the origin.
    pub fn rect(self) -> Rect {
        Rect { x: 0.0, y: 0.0, width: self.width, height: self.height }
    }
}

/// Distances from the four sides, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Insets {
    /// From the top edge, in millimetres.
    pub top: Mm,
    /// From the right edge, in millimetres.
    pub right: Mm,
    /// From the bottom edge, in millimetres.
    pub bottom: Mm,
    /// From the left edge, in millimetres.
    pub left: Mm,
}

impl Insets {
    /// The same distance on all sides, in millimetres.
    pub const fn all(d: Mm) -> Insets {
        Insets { top: d, right: d, bottom: d, left: d }
    }

    /// `vertical` above and below, `horizontal` left and right, in millimetres.
    pub const fn symmetric(vertical: Mm, horizontal: Mm) -> Insets {
        Insets { top: vertical, right: horizontal, bottom: vertical, left: horizontal }
    }
}

/// A rectangle in millimetres. Templates cut the page into rectangles with the methods below; no solver is
/// needed, because a print template fixes its columns and text reports its own height for a given width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge, in millimetres.
    pub x: Mm,
    /// Top edge, in millimetres.
    pub y: Mm,
    /// Width, in millimetres, never negative when made by the methods here.
    pub width: Mm,
    /// Height, in millimetres, never negative when made by the methods here.
    pub height: Mm,
}

impl Rect {
    /// A rectangle from its top left corner and its size, in millimetres.
    pub const fn new(x: Mm, y: Mm, width: Mm, height: Mm) -> Rect {
        Rect { x, y, width, height }
    }

    /// Right edge, in millimetres.
    pub fn right(&self) -> Mm {
        self.x + self.width
    }

    /// Bottom edge, in millimetres.
    pub fn bottom(&self) -> Mm {
        self.y + self.height
    }

    /// Top left corner.
    pub fn origin(&self) -> Point {
        point(self.x, self.y)
    }

    /// Middle of the rectangle.
    pub fn centre(&self) -> Point {
        point(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Width and height.
    pub fn size(&self) -> Size {
        Size { width: self.width, height: self.height }
    }

    /// Moved by `dx`, `dy` millimetres.
    #[must_use]
    pub fn offset(self, dx: Mm, dy: Mm) -> Rect {
        Rect { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Smaller on each side; collapses to an empty rectangle rather than turning inside out.
    #[must_use]
    pub fn inset(self, by: Insets) -> Rect {
        Rect {
            x: self.x + by.left,
            y: self.y + by.top,
            width: (self.width - by.left - by.right).max(0.0),
            height: (self.height - by.top - by.bottom).max(0.0),
        }
    }

    /// Cuts off a strip of `height` millimetres at the top: (strip, rest).
    #[must_use]
    pub fn split_top(self, height: Mm) -> (Rect, Rect) {
        let h = height.clamp(0.0, self.height);
        (Rect { height: h, ..self }, Rect { y: self.y + h, height: self.height - h, ..self })
    }

    /// Cuts off a strip of `height` millimetres at the bottom: (strip, rest).
    #[must_use]
    pub fn split_bottom(self, height: Mm) -> (Rect, Rect) {
        let (rest, strip) = self.split_top(self.height - height.clamp(0.0, self.height));
        (strip, rest)
    }

    /// Cuts off a strip of `width` millimetres at the left: (strip, rest).
    #[must_use]
    pub fn split_left(self, width: Mm) -> (Rect, Rect) {
        let w = width.clamp(0.0, self.width);
        (Rect { width: w, ..self }, Rect { x: self.x + w, width: self.width - w, ..self })
    }

    /// Cuts off a strip of `width` millimetres at the right: (strip, rest).
    #[must_use]
    pub fn split_right(self, width: Mm) -> (Rect, Rect) {
        let (rest, strip) = self.split_left(self.width - width.clamp(0.0, self.width));
        (strip, rest)
    }

    /// Equal cells in reading order, `gutter` millimetres apart. Empty when a count is zero.
    pub fn grid(self, columns: usize, rows: usize, gutter: Mm) -> Vec<Rect> {
        let width = (self.width - gutter * (columns.max(1) - 1) as f64) / columns.max(1) as f64;
        let height = (self.height - gutter * (rows.max(1) - 1) as f64) / rows.max(1) as f64;
        (0..rows)
            .flat_map(|r| (0..columns).map(move |c| (r, c)))
            .map(|(r, c)| Rect {
                x: self.x + c as f64 * (width + gutter),
                y: self.y + r as f64 * (height + gutter),
                width: width.max(0.0),
                height: height.max(0.0),
            })
            .collect()
    }

    /// The largest rectangle of the proportions of `size` inside this one, centred.
    #[must_use]
    pub fn contain(self, size: Size) -> Rect {
        if size.width <= 0.0 || size.height <= 0.0 {
            return Rect { x: self.centre().x, y: self.centre().y, width: 0.0, height: 0.0 };
        }
        let k = (self.width / size.width).min(self.height / size.height);
        let (width, height) = (size.width * k, size.height * k);
        Rect {
            x: self.x + (self.width - width) / 2.0,
            y: self.y + (self.height - height) / 2.0,
            width,
            height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_and_rest_cover_the_rectangle() {
        let page = Size::A4.rect();
        let (head, body) = page.split_top(20.0);
        let (foot, body) = body.split_bottom(15.0);
        assert_eq!((head.height, foot.y, body.height), (20.0, 282.0, 262.0));
        let (_, nothing) = page.split_top(999.0);
        assert_eq!(nothing.height, 0.0);
    }

    #[test]
    fn grid_is_in_reading_order_with_gutters() {
        let cells = Rect::new(10.0, 10.0, 190.0, 277.0).grid(2, 2, 10.0);
        assert_eq!(cells.len(), 4);
        assert_eq!((cells[1].x, cells[1].y), (110.0, 10.0));
        assert_eq!((cells[2].x, cells[2].y), (10.0, 153.5));
        assert!(Rect::new(0.0, 0.0, 1.0, 1.0).grid(0, 3, 1.0).is_empty());
    }

    #[test]
    fn contained_rectangles_keep_their_proportions() {
        let r = Rect::new(0.0, 0.0, 100.0, 50.0).contain(Size::new(10.0, 10.0));
        assert_eq!((r.x, r.width, r.height), (25.0, 50.0, 50.0));
    }
}
