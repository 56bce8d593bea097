//! `cargo xtask`: everything a developer or a build machine does, as one program.
fn main() {}
