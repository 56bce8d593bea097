//! What the prints say: every string final, every number worked out, no sizes and no places on paper.
//! Relies on a snapshot and its risk picture; all prints take a point's level, score and owner from one function.
//! Must not know: pages, fonts, file formats, the store, the clock.

mod code;
mod four_colour_map;
mod notice_card;
mod point;
mod problem;
mod risk_ledger;
mod signs;
mod source;

pub use code::{checksum, document_code, point_code};
pub use four_colour_map::{
    EmergencyLine, FourColourMap, LegendLine, MapArea, MapBuilding, MapPin, MapPoint, PlanPicture, PlanTruth,
    drawn_floors, four_colour_map, points_on_no_map, printed_elements,
};
pub use notice_card::{MeasureGroup, NoticeCard, notice_card};
pub use point::{PointFacts, ShownScore};
pub use problem::{Fault, Problem};
pub use risk_ledger::{LedgerPoint, LedgerRow, RiskLedger, risk_ledger};
pub use signs::{Sign, SignKind, all_signs, signs_for};
pub use source::{Edition, Masthead, Phones, Source};
