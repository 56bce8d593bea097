//! What is kept about prints: their look, a text changed on one piece, what hangs on the wall, signs of one's own.
//! Relies on callers for what a piece says and for drawings being read before they are kept.
//! Knows nothing of how anything is printed.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{
    LONGEST_TEXT, OwnSign, OwnSignId, PrintStyle, PrintStyleId, PrintText, PrintedPiece, SignFamily, Typeface,
};
use serde::{Deserialize, Serialize};
use store::Label;

/// Chooses the look of the prints. What is empty is as in the theme or in the project.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetPrintStyle {
    /// Short name of a finished theme.
    pub theme: String,
    /// Ground of bars, `#rrggbb`.
    #[serde(default)]
    pub ink: String,
    /// Rules and marks, `#rrggbb`.
    #[serde(default)]
    pub accent: String,
    /// Ground of panels, `#rrggbb`.
    #[serde(default)]
    pub ground: String,
    /// The organisation as printed.
    #[serde(default)]
    pub name: String,
    /// One to four characters.
    #[serde(default)]
    pub badge: String,
    /// SVG.
    #[serde(default)]
    pub emblem: String,
    /// What the foot of a card says.
    #[serde(default)]
    pub slogan: String,
    /// A line of the school's own.
    #[serde(default)]
    pub footer: String,
    /// What it is set in.
    #[serde(default)]
    pub typeface: Option<Typeface>,
}

impl From<PrintStyle> for SetPrintStyle {
    fn from(own: PrintStyle) -> Self {
        Self {
            theme: own.theme,
            ink: own.ink,
            accent: own.accent,
            ground: own.ground,
            name: own.name,
            badge: own.badge,
            emblem: own.emblem,
            slogan: own.slogan,
            footer: own.footer,
            typeface: own.typeface,
        }
    }
}

impl SetPrintStyle {
    /// The row that it would make, without an identity: for looking before choosing.
    pub fn row(&self) -> PrintStyle {
        self.clone().into_row(uuid::Uuid::nil().into())
    }

    fn into_row(self, id: PrintStyleId) -> PrintStyle {
        PrintStyle {
            id,
            theme: self.theme,
            ink: self.ink.to_ascii_lowercase(),
            accent: self.accent.to_ascii_lowercase(),
            ground: self.ground.to_ascii_lowercase(),
            name: self.name,
            badge: self.badge,
            emblem: self.emblem,
            slogan: self.slogan,
            footer: self.footer,
            typeface: self.typeface,
        }
    }

    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let own = context.snapshot.print_styles.iter().next().map(|own| own.id);
        let mut plan = Plan::new(Label::new("修改印制样式", "Change the look of the prints"));
        // A colour or a slogan is tried several times before it pleases: one step of all that.
        plan.merge_key = Some("print-style".to_owned());
        let id = own.unwrap_or_else(|| context.id());
        plan.put(self.into_row(id));
        Ok(plan)
    }
}

/// Lets one piece say something else, or again what the model says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct RewriteText {
    /// Name of the kind.
    pub kind: String,
    /// Which piece of the kind.
    pub subject: String,
    /// Which text of the piece.
    pub field: String,
    /// What the model says there now.
    pub source: String,
    /// What the piece is to say; nothing for what the model says.
    pub text: Option<String>,
}

impl RewriteText {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let own = context
            .snapshot
            .print_texts
            .iter()
            .find(|own| own.kind == self.kind && own.subject == self.subject && own.field == self.field);
        let text = self.text.filter(|text| !text.trim().is_empty() && *text != self.source);
        match (text, own) {
            (None, None) => Err(Refusal::Nothing),
            (None, Some(own)) => {
                let mut plan = Plan::new(Label::new("恢复印件原文", "Restore a text of a print"));
                plan.remove(domain::RowId { table: domain::Table::PrintText, id: own.id.into() });
                Ok(plan)
            }
            (Some(text), own) => {
                let mut plan = Plan::new(Label::new("改写印件文字", "Change a text of a print"));
                plan.merge_key = Some(format!("print-text/{}/{}/{}", self.kind, self.subject, self.field));
                let id = own.map(|own| own.id);
                plan.put(PrintText {
                    id: id.unwrap_or_else(|| context.id()),
                    kind: self.kind,
                    subject: self.subject,
                    field: self.field,
                    source: self.source,
                    text,
                });
                Ok(plan)
            }
        }
    }
}

/// A piece as it was printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct PieceOnWall {
    /// Name of the kind.
    pub kind: String,
    /// Which piece of the kind.
    pub subject: String,
    /// What it is called.
    pub title: String,
    /// The version of its content.
    pub version: String,
    /// What it says, a line for each text.
    pub content: String,
}

/// Records what hangs. A piece that was recorded before is recorded anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MarkPrinted {
    /// The pieces.
    pub pieces: Vec<PieceOnWall>,
    /// When they were printed; today when left out.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

impl MarkPrinted {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        if self.pieces.is_empty() {
            return Err(Refusal::Nothing);
        }
        let count = self.pieces.len();
        let label = Label::new(
            format!("登记已印制 {count} 件"),
            format!("Record {count} piece{} as printed", if count == 1 { "" } else { "s" }),
        );
        let mut plan = Plan::new(label);
        let known: std::collections::BTreeMap<(&str, &str), &PrintedPiece> = context
            .snapshot
            .printed_pieces
            .iter()
            .map(|own| ((own.kind.as_str(), own.subject.as_str()), own))
            .collect();
        for piece in self.pieces {
            let before = known.get(&(piece.kind.as_str(), piece.subject.as_str())).copied();
            let same = before.filter(|own| own.version == piece.version);
            let id = before.map(|own| own.id);
            plan.put(PrintedPiece {
                id: id.unwrap_or_else(|| context.id()),
                kind: piece.kind,
                subject: piece.subject,
                title: piece.title.chars().take(domain::LONGEST_NAME).collect(),
                version: piece.version,
                content: piece.content.chars().take(LONGEST_TEXT).collect(),
                printed_on: Some(self.on.unwrap_or(context.today)),
                // The photograph shows the paper that hung; another paper has not been photographed yet.
                photo: same.map_or_else(String::new, |own| own.photo.clone()),
            });
        }
        Ok(plan)
    }
}

/// Keeps a safety sign of one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct KeepSign {
    /// The sign to change; nothing for a new one.
    #[serde(default)]
    pub sign: Option<OwnSignId>,
    /// Short name of the shipped sign that it stands for; empty for one more.
    #[serde(default)]
    pub replaces: String,
    /// Its family.
    pub family: SignFamily,
    /// What it is called.
    pub name: String,
    /// Its drawing, SVG.
    pub drawing: String,
    /// Codes of accident types whose cards show it.
    #[serde(default)]
    pub accidents: Vec<String>,
}

impl KeepSign {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        if let Some(id) = self.sign {
            find(&context.snapshot.own_signs, id)?;
        }
        for code in &self.accidents {
            domain::accident_type(code).ok_or_else(|| Refusal::NotInCatalogue {
                table: domain::Table::OwnSign,
                code: code.clone(),
            })?;
        }
        let twin = (!self.replaces.is_empty())
            .then(|| context.snapshot.own_signs.iter().find(|own| own.replaces == self.replaces))
            .flatten();
        let id = self.sign.or(twin.map(|own| own.id));
        let mut plan =
            Plan::new(Label::new(format!("保存标志 {}", self.name), format!("Keep the sign {}", self.name)));
        plan.create(OwnSign {
            id: id.unwrap_or_else(|| context.id()),
            replaces: self.replaces,
            family: self.family,
            name: self.name,
            drawing: self.drawing,
            accidents: self.accidents.join(","),
        });
        Ok(plan)
    }
}
