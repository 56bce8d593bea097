//! Export.
pub mod artwork;
pub mod backend;
pub mod layout;
mod svg_input;
#[cfg(test)]
mod testing;
