//! What makes controls work in practice: check items made of measures, documents, emergency plans.
//! Relies on measures and points by id.
//! Knows nothing of when anything is checked.

use crate::id::{CheckItemId, ControlMeasureId, DocumentId, RiskPointId};

record! {
    /// 「检查项」 What an inspection asks at a point. Its words are never edited: revising makes a new version, so that
    /// what was checked can always be told.
    pub struct CheckItem(CheckItemId) {
        /// 「风险点」
        point_id: RiskPointId, "风险点", "risk point";
        /// 「管控措施」 The measure that it checks.
        measure_id: Option<ControlMeasureId>, "管控措施", "control measure";
        /// 「检查内容」
        content: String, "检查内容", "content";
        /// 「版本」 From 1.
        version: i64, "版本", "version";
        /// 「替代的版本」
        replaces_id: Option<CheckItemId>, "替代的版本", "replaces";
        /// 「停用」
        retired: bool, "停用", "retired";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.given("content", &it.content)?;
        checks.range("version", it.version, 1, 1_000_000)?;
        checks.own("replaces_id", it.replaces_id != Some(it.id), "cannot be itself", "不能是它自己")?;
    }
}

record! {
    /// 「文件」 A document that says a measure or a plan in full.
    pub struct Document(DocumentId) {
        /// 「名称」 With its ending, as it was called.
        name: String, "名称", "name";
        /// The fingerprint of its bytes.
        asset: String, "内容", "content";
        /// 「备注」
        note: String, "备注", "note";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        let hexadecimal = it.asset.len() == 64 && it.asset.bytes().all(|byte| byte.is_ascii_hexdigit());
        checks.own("asset", hexadecimal, "is not the fingerprint of a document", "不是文件的指纹")?;
    }
}

vocabulary! {
    /// 「预案类型」
    pub enum EmergencyPlanKind {
        /// 「综合应急预案」
        Comprehensive = "comprehensive", "综合应急预案", "comprehensive plan";
        /// 「专项应急预案」
        Special = "special", "专项应急预案", "special plan";
        /// 「现场处置方案」
        OnSite = "on-site", "现场处置方案", "on-site scheme";
    }
}

record! {
    /// 「应急预案」 What emergency measures may refer to instead of saying it each time.
    pub struct EmergencyPlan(EmergencyPlanId) {
        /// 「名称」
        name: String, "名称", "name";
        /// 「预案类型」
        kind: EmergencyPlanKind, "预案类型", "kind";
        /// 「内容」 Steps, a line each.
        content: String, "内容", "content";
        /// 「文件」
        document_id: Option<DocumentId>, "文件", "document";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("name", &it.name)?;
    }
}
