//! The wire types in TypeScript, all in one file, sorted by name.
//! Relies on `ts-rs` for each declaration.
//! Knows no type.

use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by type name.
pub(crate) struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl Default for Types {
    fn default() -> Self {
        // Whole numbers of ours stay far below 2^53, so JSON's numbers hold them.
        Self { config: Config::new().with_large_int("number"), declarations: BTreeMap::new() }
    }
}

impl Types {
    /// Adds a type and all it is made of.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.declarations.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n", T::decl(&self.config));
            self.declarations.insert(name, declaration.replace("/**\n * ", "/** ").replace("\n */", " */"));
        }
        struct Visit<'a>(&'a mut Types);
        impl TypeVisitor for Visit<'_> {
            fn visit<T: TS + 'static + ?Sized>(&mut self) {
                self.0.add::<T>();
            }
        }
        T::visit_dependencies(&mut Visit(self));
        T::visit_generics(&mut Visit(self));
    }

    /// How a type is written where it is used.
    pub(crate) fn name<T: TS>(&self) -> String {
        T::name(&self.config)
    }

    /// The whole file.
    pub(crate) fn finish(self, calls: &str) -> String {
        let mut text = String::from(
            "// Made from the Rust types by `cargo xtask codegen`; do not edit. A test compares the two.\n\n",
        );
        for declaration in self.declarations.values() {
            text.push_str(declaration);
            text.push('\n');
        }
        text.push_str(calls);
        text
    }
}
