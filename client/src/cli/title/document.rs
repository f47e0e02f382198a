//! A title report as people read it: the parts of its document, for terminal and pages alike.

use quanji_client::{
    language::Language,
    title::{
        model::{Extent, ObjectShown, Subject},
        pdf::{Document, Foot, Part, Tone},
        warnings::{Noted, Weight},
        TitleReport,
    },
};

use super::{super::words, collateral, object, words as own};

/// The parts of a report in a language.
pub struct Writer<'a> {
    pub language: Language,
    pub report: &'a TitleReport,
}

impl Writer<'_> {
    pub(super) fn pick<'t>(&self, chinese: &'t str, english: &'t str) -> &'t str {
        self.language.pick(chinese, english)
    }

    /// The whole document.
    pub fn document(&self, digest: &str) -> Document {
        let mut parts = vec![self.heading("概要", "Summary"), self.summary()];
        parts.push(self.heading("提示", "Warnings"));
        parts.extend(self.warnings());
        if let Some(overview) = self.overview() {
            parts.push(self.heading("总览", "Overview"));
            parts.push(overview);
        }
        for shown in &self.report.objects {
            parts.extend(self.object(shown));
        }
        if let Some(received) = &self.report.received {
            parts.extend(collateral::received(self.language, self.report.extent, received));
        }
        parts.extend(self.cases());
        parts.extend(self.searches());
        parts.push(self.heading("完整性", "What is proven, and what is not"));
        parts.extend(self.completeness());
        Document {
            title: self.pick("数据权属报告", "Title report").to_owned(),
            subtitle: self.subtitle(),
            language: self.pick("zh-CN", "en-GB"),
            parts,
            foot: self.foot(digest),
        }
    }

    fn heading(&self, chinese: &str, english: &str) -> Part {
        Part::Heading(self.pick(chinese, english).to_owned())
    }

    fn extent(&self) -> &'static str {
        match self.report.extent {
            Extent::Extract => self.language.pick(
                "公开摘要（不含金额与被许可人）",
                "public extract, without amounts and licensees",
            ),
            Extent::Full => self.language.pick(
                "完整报告（经权利人同意）",
                "full report, with the holder's consent",
            ),
        }
    }

    fn subtitle(&self) -> String {
        format!("{} · {}", self.report.subject, self.extent())
    }

    fn foot(&self, digest: &str) -> Foot {
        let as_of = &self.report.as_of;
        let (block, time) = (as_of.block, words::moment(as_of.time));
        let line = self.language.pick(
            format!(
                "截至区块 {block}，登记时间 {time} · {} · {}",
                self.report.subject,
                self.extent()
            ),
            format!(
                "as of block {block}, register time {time} · {} · {}",
                self.report.subject,
                self.extent()
            ),
        );
        let digest = self
            .language
            .pick(format!("报告摘要 {digest}"), format!("report digest {digest}"));
        let effect = &self.report.effect_texts;
        Foot {
            effect: effect
                .iter()
                .map(|text| self.language.pick(&text.zh, &text.en).clone())
                .collect(),
            line,
            digest,
            page: match self.language {
                Language::Chinese => ["第 ".into(), " 页，共 ".into(), " 页".into()],
                Language::English => ["page ".into(), " of ".into(), String::new()],
            },
        }
    }

    fn summary(&self) -> Part {
        let report = self.report;
        let as_of = &report.as_of;
        let mut rows: Vec<(&str, String)> = Vec::new();
        let about = match (&report.party, report.subject) {
            (Some(party), _) => own::party(self.language, party),
            (None, Subject::Object(object)) => object.to_string(),
            (None, Subject::Party(party)) => party.to_string(),
        };
        rows.push((self.pick("查询对象", "about"), about));
        let time = words::moment(as_of.time);
        rows.push((
            self.pick("截至", "as of"),
            self.language.pick(
                format!("区块 {}，登记时间 {time}", as_of.block),
                format!("block {}, register time {time}", as_of.block),
            ),
        ));
        rows.push((self.pick("区块哈希", "block hash"), as_of.block_hash.clone()));
        rows.push((
            self.pick("链（创世哈希）", "chain (genesis)"),
            as_of.genesis.clone(),
        ));
        rows.push((
            self.pick("最终性", "finality"),
            match as_of.finality_proven {
                true => self.language.pick(
                    format!("自所信任的创世区块证明，验证人换届 {} 次", as_of.set_changes),
                    format!(
                        "proven from the trusted genesis block, through {} change(s) of validators",
                        as_of.set_changes
                    ),
                ),
                false => self
                    .pick("依节点所述，未证明", "as the node says, not proven")
                    .to_owned(),
            },
        ));
        if let Some(real) = as_of.real_time {
            let real = words::moment(real);
            rows.push((
                self.pick("测试链", "test chain"),
                self.language.pick(
                    format!("登记时钟可调，实际时间 {real}"),
                    format!("its register clock can be set; real time {real}"),
                ),
            ));
        }
        if let Some(maturity) = report.maturity {
            rows.push((
                self.pick("贷款到期日", "maturity of the loan"),
                maturity.to_string(),
            ));
        }
        if let Some(consent) = &report.consent {
            let by: Vec<_> = consent.signed_by.iter().map(ToString::to_string).collect();
            let by = by.join(", ");
            let (to, until) = (consent.to, consent.until);
            rows.push((
                self.pick("权利人同意", "consent"),
                self.language.pick(
                    format!("{by} 同意 {to} 查询，至 {until} 止"),
                    format!("{by} to {to}, until {until}"),
                ),
            ));
            rows.push((self.pick("用途", "purpose"), consent.purpose.clone()));
            rows.push((
                self.pick("同意书摘要", "digest of the consent"),
                consent.digest.clone(),
            ));
        }
        let count = |weight| {
            report
                .warnings
                .iter()
                .filter(|noted| noted.weight == weight)
                .count()
        };
        let (grave, mind) = (count(Weight::Grave), count(Weight::Mind));
        rows.push((
            self.pick("提示", "warnings"),
            self.language.pick(
                format!("重大 {grave} 项，注意 {mind} 项"),
                format!("{grave} grave, {mind} to be minded"),
            ),
        ));
        Part::Rows(
            rows.into_iter()
                .map(|(label, value)| (label.to_owned(), value))
                .collect(),
        )
    }

    fn warnings(&self) -> Vec<Part> {
        let report = self.report;
        if report.warnings.is_empty() {
            return vec![Part::Remark {
                tone: Tone::Good,
                text: self
                    .pick("没有发现需要提示的事项", "nothing was found that is to be minded")
                    .to_owned(),
                reference: String::new(),
            }];
        }
        report.warnings.iter().map(|noted| self.warning(noted)).collect()
    }

    fn warning(&self, noted: &Noted) -> Part {
        let mut reference = vec![own::article(self.language, noted.article)];
        reference.extend(noted.object.map(|object| object.to_string()));
        reference.push(self.entry(noted));
        let weight = match noted.weight {
            Weight::Grave => self.pick("【重大】", "GRAVE  "),
            Weight::Mind => self.pick("【注意】", "MIND  "),
        };
        Part::Remark {
            tone: match noted.weight {
                Weight::Grave => Tone::Grave,
                Weight::Mind => Tone::Mind,
            },
            text: format!("{weight}{}", noted.warning.text(self.language)),
            reference: reference.join(" · "),
        }
    }

    /// The entry on which a warning rests.
    fn entry(&self, noted: &Noted) -> String {
        match (noted.object, noted.entry) {
            (_, Some(1)) if self.may_have_changed(noted) => self
                .pick("第 1 条记载及其后变更", "entry 1, as changed since")
                .to_owned(),
            (_, Some(entry)) => self
                .language
                .pick(format!("第 {entry} 条记载"), format!("entry {entry}")),
            // Marks, those about sources too, were set in an entry: the node was not asked for it, or no longer keeps it.
            (Some(_), None) if ["mark", "source"].iter().any(|name| noted.warning.shows(name)) => {
                self.pick("未查其记载号", "entry not looked up").to_owned()
            }
            (Some(_), None) => self.pick("无对应记载", "no entry of its own").to_owned(),
            (None, None) => self.pick("不涉及单一对象", "of no single object").to_owned(),
        }
    }

    /// What is told of the data itself may have another level, notice or source by a later entry than the first.
    fn may_have_changed(&self, noted: &Noted) -> bool {
        let mut objects = self.report.objects.iter();
        let has_more = objects.any(|shown| Some(shown.object) == noted.object && shown.entries > 1);
        has_more && noted.right.is_none()
    }

    fn object(&self, shown: &ObjectShown) -> Vec<Part> {
        let name = shown.name.clone().unwrap_or_default();
        let title = self.language.pick(
            format!("登记单位 {}  {name}", shown.object),
            format!("Object {}  {name}", shown.object),
        );
        let mut parts = vec![Part::Heading(title.trim_end().to_owned())];
        parts.extend(object::parts(self.language, self.report.extent, shown));
        parts
    }

    fn cases(&self) -> Vec<Part> {
        let cases = &self.report.cases;
        if cases.is_empty() {
            return Vec::new();
        }
        let head = [
            self.pick("案件", "case"),
            self.pick("业务", "act"),
            self.pick("登记单位", "object"),
            self.pick("受理时间", "received"),
        ];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(cases.iter().map(|case| {
            vec![
                case.case.to_string(),
                words::word(self.language, &case.act),
                case.object.to_string(),
                words::moment(case.received_at),
            ]
        }));
        let widths = vec![2, 2, 2, 2];
        vec![
            self.heading("在办案件", "Cases on their way"),
            Part::Table { widths, rows },
        ]
    }

    fn searches(&self) -> Vec<Part> {
        let searches = &self.report.searches;
        if searches.is_empty() {
            return Vec::new();
        }
        let head = [
            self.pick("登记系统", "register"),
            self.pick("查询编号", "number"),
            self.pick("时间", "time"),
            self.pick("结果", "result"),
            self.pick("查询结果文件摘要", "digest of the answer"),
        ];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(searches.iter().map(|search| {
            vec![
                own::register(self.language, search.register).to_owned(),
                search.number.clone(),
                search.at.replace('T', " ").chars().take(16).collect(),
                own::outcome(self.language, search.outcome).to_owned(),
                search.digest.clone(),
            ]
        }));
        let widths = vec![2, 2, 2, 2, 4];
        let heading = self.heading(
            "其他登记系统的查询记录",
            "Searches of other registers, as the reader recorded them",
        );
        vec![heading, Part::Table { widths, rows }]
    }

    fn completeness(&self) -> Vec<Part> {
        let complete = &self.report.completeness;
        let (yes, no) = (self.pick("已证明", "proven"), self.pick("未证明", "not proven"));
        let mut rows: Vec<(String, String)> = complete
            .proven
            .iter()
            .map(|one| (yes.to_owned(), own::proven(self.language, *one).to_owned()))
            .collect();
        if !complete.names.is_empty() {
            let names: Vec<_> = complete.names.iter().map(ToString::to_string).collect();
            rows.push((
                self.pick("名下凭证", "certificates listed").to_owned(),
                format!("{}  ({})", complete.certificates_listed, names.join(", ")),
            ));
        }
        if complete.older_left_out > 0 {
            let count = complete.older_left_out;
            rows.push((
                self.pick("未列", "left out").to_owned(),
                self.language.pick(
                    format!("{count} 项权利在 24 个月以前届满或终止"),
                    format!("{count} right(s) that lapsed or ended more than 24 months before"),
                ),
            ));
        }
        let gaps = complete.not_proven.iter();
        rows.extend(gaps.map(|one| (no.to_owned(), own::gap(self.language, *one).to_owned())));
        rows.push((
            self.pick("状态根", "state root").to_owned(),
            self.report.as_of.state_root.clone(),
        ));
        vec![Part::Rows(rows)]
    }
}
