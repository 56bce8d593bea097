//! What the prints say: every string final, every number worked out, no sizes and no places on paper.
//! Relies on a snapshot and its risk picture; all prints take a point's level, score and owner from one function.
//! Must not know: pages, fonts, file formats, the store, the clock.

mod charts;
mod code;
mod emergency_card;
mod excerpt;
mod four_colour_map;
mod hazard_notice;
mod list;
mod notice_board;
mod notice_card;
mod organisation_chart;
mod papers;
mod patrol_plate;
mod placement;
mod plan;
mod point;
mod post_card;
mod poster;
mod print_list;
mod problem;
mod responsibility;
mod risk_ledger;
mod signs;
mod source;
mod version;

pub use charts::{
    ChartBar, ChartLine, ComparisonChart, MatrixCell, MatrixStep, RiskMatrix, comparison_charts,
    risk_matrices,
};
pub use code::{TaskMark, checksum, document_mark, point_code, read_task_code, task_code};
pub use emergency_card::{EmergencyCard, emergency_cards};
pub use excerpt::PlanExcerpt;
pub use four_colour_map::{
    EmergencyLine, FourColourMap, LegendLine, MapPin, MapPoint, MapPurpose, PlanTruth, drawn_floors,
    four_colour_map, points_on_no_map,
};
pub use hazard_notice::{HazardNotice, hazard_notices};
pub use list::{ListColumn, ListKind, ListRow, ListSheet, list_sheet};
pub use notice_board::{BoardCount, BoardRow, NoticeBoard, board_departments, notice_board};
pub use notice_card::{MeasureGroup, NoticeCard, notice_card};
pub use organisation_chart::{ChartBox, OrganisationChart, organisation_chart};
pub use papers::{
    ChartKind, ColumnKind, Dangers, Month, Paper, PaperBlock, PaperChart, PaperColumn, PaperField, PaperForm,
    PaperPhoto, PaperRow, PaperSeries, PaperSheet, PaperTable, case_file, check_sheet_of_plan,
    check_sheet_of_point, check_sheet_of_post, danger_ledger, department_publication, double_report,
    month_report, months_on_record, patrol_ledger, plan_table, rectification_notice, task_sheets,
};
pub use patrol_plate::{PatrolPlate, patrol_plate, plate_list};
pub use placement::placement_map;
pub use plan::{MapArea, MapBuilding, Plan, PlanPicture, printed_elements};
pub use point::{PointFacts, ShownScore};
pub use post_card::{PointSteps, PostCard, SpokenCheck, post_card, posts_in_order};
pub use poster::{Poster, PosterBlock, PosterForm, poster, poster_ids};
pub use print_list::{PrintItem, PrintList, print_list};
pub use problem::{Fault, Problem};
pub use risk_ledger::{LedgerPoint, LedgerRow, RiskLedger, risk_ledger};
pub use signs::{Sign, SignKind, all_signs, sign_drawing, signs_for};
pub use source::{Edition, Masthead, Phones, Source};
pub use version::{OwnText, Piece, Said, SaidChange, is_drawing, place_name};
