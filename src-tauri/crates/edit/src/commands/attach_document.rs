//! Keeping a document, and letting a measure or a plan refer to it.
//! Relies on the bytes being in the store already, named by their fingerprint.
//! Knows nothing of files.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{ControlMeasureId, Document, DocumentId, EmergencyPlanId};
use serde::{Deserialize, Serialize};
use store::Label;

/// Keeps a document. The same bytes under the same name are kept once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AttachDocument {
    /// What it is called.
    pub name: String,
    /// The fingerprint of its bytes.
    pub asset: String,
    /// A measure that it says in full.
    #[serde(default)]
    pub measure: Option<ControlMeasureId>,
    /// An emergency plan that it says in full.
    #[serde(default)]
    pub plan: Option<EmergencyPlanId>,
}

impl AttachDocument {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let name = &self.name;
        let mut plan = Plan::new(Label::new(format!("附文件 {name}"), format!("Attach {name}")));
        let same = snapshot.documents.iter().find(|own| own.asset == self.asset && own.name == self.name);
        let id: DocumentId = match same {
            Some(own) => own.id,
            None => {
                let id = context.id();
                plan.create(Document { id, name: self.name, asset: self.asset, note: String::new() });
                id
            }
        };
        if let Some(measure) = self.measure {
            let mut measure = find(&snapshot.measures, measure)?.clone();
            measure.document_id = Some(id);
            plan.put(measure);
        }
        if let Some(own) = self.plan {
            let mut own = find(&snapshot.plans, own)?.clone();
            own.document_id = Some(id);
            plan.put(own);
        }
        if plan.writes.is_empty() { Err(Refusal::Nothing) } else { Ok(plan) }
    }
}
