//! A full description for the tests of this folder.

use serde_json::{json, Value};

/// A description that is right in every respect.
pub(super) fn good() -> Value {
    json!({
        "@context": super::schema::context(),
        "@type": "dcat:Dataset",
        "name": "2024年广东省港口业集装箱作业表格数据",
        "overview": "由广东省沿海港口在集装箱装卸中产生，包含船舶、箱量与作业时间，可用于运力调度与物流规划。",
        "industry": { "section": "G", "division": "55" },
        "source": "collected",
        "source_parties": ["own_operations", "enterprises"],
        "prior_limits": "无",
        "region": { "extent": "provincial", "codes": ["44"] },
        "period": { "start": "2024-01-01", "end": "2024-12-31" },
        "update_frequency": "monthly",
        "volume": { "records": 120_000, "bytes": 34_000_000 },
        "form": { "media": ["table"], "structure": "structured" },
        "limits": "不得用于信用评价；不得转售",
        "purpose": "物流规划",
        "storage_place": "广东省内自有机房",
        "storage_term": "2034-12-31",
        "items": [{ "name": "箱量", "type": "integer", "meaning": "标准箱" }]
    })
}
