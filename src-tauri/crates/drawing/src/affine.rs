//! Flat transformations: what a block's insertion, an entity's own plane or a group's attribute do to points.
//! Relies on nothing.
//! Must not know: units.

/// A place or a direction in the file's own units.
pub(crate) type Xy = [f64; 2];

/// `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Affine {
    pub(crate) a: f64,
    pub(crate) b: f64,
    pub(crate) c: f64,
    pub(crate) d: f64,
    pub(crate) e: f64,
    pub(crate) f: f64,
}

impl Affine {
    pub(crate) const IDENTITY: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    pub(crate) fn shift(e: f64, f: f64) -> Self {
        Self { e, f, ..Self::IDENTITY }
    }

    pub(crate) fn scale(x: f64, y: f64) -> Self {
        Self { a: x, d: y, ..Self::IDENTITY }
    }

    /// A turn from x towards y.
    pub(crate) fn turn(radians: f64) -> Self {
        let (sin, cos) = radians.sin_cos();
        Self { a: cos, b: sin, c: -sin, d: cos, e: 0.0, f: 0.0 }
    }

    /// First `inner`, then this.
    pub(crate) fn after(&self, inner: &Self) -> Self {
        let [a, b] = self.direction([inner.a, inner.b]);
        let [c, d] = self.direction([inner.c, inner.d]);
        let [e, f] = self.point([inner.e, inner.f]);
        Self { a, b, c, d, e, f }
    }

    pub(crate) fn point(&self, [x, y]: Xy) -> Xy {
        [self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f]
    }

    pub(crate) fn direction(&self, [x, y]: Xy) -> Xy {
        [self.a * x + self.c * y, self.b * x + self.d * y]
    }

    /// The most by which it lengthens anything: its larger singular value.
    pub(crate) fn stretch(&self) -> f64 {
        let (sum, difference) =
            (self.a.hypot(self.b).powi(2) + self.c.hypot(self.d).powi(2), self.determinant());
        let root = (sum * sum - 4.0 * difference * difference).max(0.0).sqrt();
        ((sum + root) / 2.0).sqrt()
    }

    pub(crate) fn determinant(&self) -> f64 {
        self.a * self.d - self.b * self.c
    }

    pub(crate) fn is_finite(&self) -> bool {
        [self.a, self.b, self.c, self.d, self.e, self.f].iter().all(|value| value.is_finite())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_stretch() {
        let both = Affine::shift(10.0, 0.0)
            .after(&Affine::turn(std::f64::consts::FRAC_PI_2))
            .after(&Affine::scale(2.0, -3.0));
        let [x, y] = both.point([1.0, 1.0]);
        assert!((x - 13.0).abs() < 1e-12 && (y - 2.0).abs() < 1e-12);
        assert!((both.stretch() - 3.0).abs() < 1e-12);
        assert!((both.determinant() + 6.0).abs() < 1e-12);
    }
}
