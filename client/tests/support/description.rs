//! The members of a description that is in order.

/// Each as `describe new --set` takes it.
pub const SET: [&str; 21] = [
    "name=2024年广东省港口业集装箱作业表格数据",
    "overview=由广东省沿海港口在集装箱装卸中产生，可用于物流规划。",
    "industry.section=G",
    "industry.division=55",
    "source=collected",
    "source_parties=own_operations,enterprises",
    "prior_limits=无",
    "region.extent=provincial",
    "region.codes=44",
    "period.start=2024-01-01",
    "period.end=2024-12-31",
    "update_frequency=monthly",
    "volume.records=120000",
    "volume.bytes=34000000",
    "form.media=table",
    "form.structure=structured",
    "limits=不得转售",
    "purpose=物流规划",
    "storage_place=广东省内自有机房",
    "storage_term=2034-12-31",
    "volume.files=12",
];
