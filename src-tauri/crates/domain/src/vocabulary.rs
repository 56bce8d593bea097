//! The macro for closed lists of field words: point kinds, measure categories and the like.
//! Relies on every word having one stable text for files, one Chinese and one English name.
//! Knows no word itself.

/// Defines an enum whose every variant has a text for files and JSON, a Chinese and an English name.
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$doc:meta])* $variant:ident = $text:literal, $chinese:literal, $english:literal;)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant),*
        }

        impl $name {
            /// Every word of the list, in its usual order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable text in files, bundles and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),*
                }
            }

            /// The word that people read.
            pub const fn name(self, language: $crate::Language) -> &'static str {
                match (self, language) {
                    $((Self::$variant, $crate::Language::Chinese) => $chinese,
                      (Self::$variant, $crate::Language::English) => $english),*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::FieldError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    _ => {
                        let shown: String = text.chars().take(60).collect();
                        Err($crate::FieldError::new(format!("expected one of {}, found {shown}", [$($text),*].join(" "))))
                    }
                }
            }
        }

        impl $crate::Field for $name {
            const KIND: $crate::ColumnKind = $crate::ColumnKind::Text;

            fn to_cell(&self) -> $crate::Cell<'_> {
                $crate::Cell::Text(std::borrow::Cow::Borrowed(self.as_str()))
            }

            fn from_cell(cell: $crate::Cell<'_>) -> Result<Self, $crate::FieldError> {
                match cell {
                    $crate::Cell::Text(text) => text.parse(),
                    $crate::Cell::Null | $crate::Cell::Integer(_) => {
                        Err($crate::FieldError::new(format!("expected one of {}", [$($text),*].join(" "))))
                    }
                }
            }

            fn word(cell: &$crate::Cell<'_>, language: $crate::Language) -> Option<&'static str> {
                match cell {
                    $crate::Cell::Text(text) => text.parse::<Self>().ok().map(|word| word.name(language)),
                    $crate::Cell::Null | $crate::Cell::Integer(_) => None,
                }
            }
        }
    };
}
