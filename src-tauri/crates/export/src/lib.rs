//! Export.
pub mod backend;
pub mod layout;
#[cfg(test)]
mod testing;
