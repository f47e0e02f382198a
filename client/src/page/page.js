// The page: takes a file, asks the verifier once for each language, and shows both answers beside each other.

const PACKAGE_BYTES_MAX = 16 * 1024 * 1024;
const DAY_MILLIS = 86_400_000;
const CHINA = "+08:00";

const one = (id) => document.getElementById(id);
const wasm = Uint8Array.from(atob(one("wasm").textContent.trim()), (letter) => letter.charCodeAt(0));
const loading = load(wasm);

/** An element with texts and elements in it: never HTML, so that no file can write any. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Both languages, Chinese first. */
function both(chinese, english) {
  return [element("span", { lang: "zh-CN" }, chinese), " ", element("span", { lang: "en" }, english)];
}

const word = (name) => both(...WORDS[name]);

function row(name, ...content) {
  return element("div", {}, element("dt", {}, ...word(name)), element("dd", {}, ...content));
}

const line = (...content) => element("p", {}, ...content);
/** A paragraph in both languages, one above the other. */
const paragraph = (chinese, english) => element("p", { class: "both" }, ...both(chinese, english));
const note = (name) => element("p", { class: "note" }, ...word(name));

function headline(kind, symbol, chinese, english) {
  const mark = element("span", { class: "symbol", "aria-hidden": "true" }, symbol);
  return element("p", { class: `verdict ${kind}` }, mark, ...both(chinese, english));
}

function show(...content) {
  const result = one("result");
  result.replaceChildren(...content);
  result.hidden = false;
  result.focus();
}

const shownTime = (text) => text.replace("T", " ").slice(0, 16);

/** The times of a question, from the fields. */
function asked() {
  const at = one("at").value;
  const days = one("age").value;
  return {
    now: Date.now(),
    at: at === "" ? undefined : Date.parse((at.length === 16 ? `${at}:00` : at) + CHINA),
    maxAge: days === "" ? undefined : Number(days) * DAY_MILLIS,
  };
}

/** The verdict in both languages. */
async function verdicts(text) {
  const verifier = await loading;
  const [trust, time] = [one("trust").value, asked()];
  return ["zh", "en"].map((language) => verifier.verify(text, trust, { ...time, language }));
}

function refusal(zh, en, name) {
  const told = zh.reason === "trust.unreadable" ? "no_trust" : zh.verdict;
  return [
    headline("bad", "✕", ...WORDS[`refused_${told}`]),
    element(
      "dl",
      {},
      row("reason", paragraph(zh.detail, en.detail), line(element("code", {}, zh.reason))),
      row("remedy", paragraph(zh.remedy, en.remedy)),
      row("file", element("code", {}, name)),
    ),
  ];
}

/** The lines of a row, or that there are none: what was ended may list nothing any more. */
const listed = (lines) => (lines.length > 0 ? lines : [line(...word("none_listed"))]);

function rights(zh, en) {
  return zh.register.rights.map((right, place) => {
    const state = WORDS[right.state];
    return paragraph(
      `${right.right} ${right.label}：${state[0]}，至 ${shownTime(right.valid_until)}`,
      `${right.right} ${en.register.rights[place].label}: ${state[1]}, until ${shownTime(right.valid_until)}`,
    );
  });
}

function marks(zh, en) {
  const [against, told] = [zh, en].map((answer) => answer.register.against);
  const shown = against.marks.map((mark, place) => {
    const english = told.marks[place];
    const until = mark.until ? [`，至 ${shownTime(mark.until)}`, `, until ${shownTime(mark.until)}`] : ["", ""];
    const off = mark.on_certificate ? ["", ""] : [`（${WORDS.not_on[0]}）`, ` (${WORDS.not_on[1]})`];
    return paragraph(
      `${mark.reads}，自 ${shownTime(mark.since)}${until[0]}${off[0]}`,
      `${english.reads} since ${shownTime(mark.since)}${until[1]}${off[1]}`,
    );
  });
  shown.push(...against.lapsed_pledges.map((pledge, place) => paragraph(pledge.reads, told.lapsed_pledges[place].reads)));
  shown.push(...against.open_objections.map((id) => line(element("code", {}, id), " ", ...word("objection"))));
  shown.push(...against.open_cases.map((id) => line(element("code", {}, id), " ", ...word("case"))));
  return shown.length > 0 ? shown : [line(...word("no_marks"))];
}

/** The rights it was made from that are not in force, if there are any. */
function sources(verdict) {
  const troubled = verdict.register.sources.filter((source) => !source.in_force);
  const shown = troubled.map(({ right }) => line(element("code", {}, right), " ", ...word("source_over")));
  return shown.length > 0 ? [row("sources", ...shown)] : [];
}

function cautions(zh, en) {
  const told = [];
  if (zh.freshness.state === "later_facts_unknown") told.push(note("unknown_later"));
  if (zh.freshness.state === "ahead_of_caller" && zh.freshness.doubtful) told.push(note("ahead"));
  if (["superseded", "ended"].includes(zh.status)) told.push(note("register_now"));
  if (zh.not_proven.includes("renewal_on_its_way")) told.push(note("renewal"));
  const [suspended, english] = [zh, en].map(({ register }) => register.authority.suspended_reads);
  if (suspended) told.push(element("p", { class: "note" }, ...both(`${suspended}。`, `${english}.`)));
  if (zh.development_chain) told.push(note("test_chain"));
  return told;
}

function acceptance(zh, en, name) {
  const clear = zh.verdict === "authentic_and_in_force" && !zh.freshness.doubtful;
  const { register } = zh;
  const held = register.holders_read.map((holder, place) => paragraph(holder, en.register.holders_read[place]));
  const since =
    zh.since_reads.length === 0
      ? []
      : [
          element(
            "p",
            { class: "note" },
            ...both(
              `${WORDS.since_issue[0]}：${zh.since_reads.join("、")}。`,
              `${WORDS.since_issue[1]}: ${en.since_reads.join(", ")}.`,
            ),
          ),
        ];
  return [
    headline(clear ? "good" : "caution", clear ? "✓" : "!", zh.sentence, en.sentence),
    ...since,
    ...cautions(zh, en),
    element(
      "dl",
      {},
      row(
        "as_of",
        line(...word("block"), ` ${zh.as_of.block}`),
        line(...word("register_time"), ` ${shownTime(zh.as_of.register_time)}`),
        line(...word("asked_at"), ` ${shownTime(zh.asked_at)}`),
      ),
      row("object", element("code", {}, register.object)),
      row("holder", ...listed(held)),
      row("right", ...listed(rights(zh, en))),
      row("marks", ...marks(zh, en)),
      ...sources(zh),
      row("issued", `${shownTime(register.issued_at)} · ${zh.certificate}/${register.issue}`),
      row("authority", `${register.authority.id} ${register.authority.name}`),
      row("key", element("code", {}, zh.key)),
      row("chain", element("code", {}, zh.trust.genesis)),
      row("file", element("code", {}, name)),
      row("effect", paragraph(register.effect_text.zh, register.effect_text.en)),
      row("not_proven", paragraph(`${zh.not_proven_reads.join("；")}。`, `${en.not_proven_reads.join("; ")}.`)),
    ),
  ];
}

async function verify(file) {
  if (one("trust").value.trim() === "") {
    show(headline("caution", "!", ...WORDS.no_trust));
    one("trust").focus();
    return;
  }
  if (Number(one("age").value) < 0) {
    show(headline("caution", "!", ...WORDS.bad_age));
    one("age").focus();
    return;
  }
  show(line(...word("reading")));
  const shown = await answered(file);
  // Another file may have been taken while this one was read.
  if (file === last) show(...shown);
}

/** What is shown of a file. */
async function answered(file) {
  try {
    if (file.size > PACKAGE_BYTES_MAX) throw new Error(`${file.size} bytes`);
    const [zh, en] = await verdicts(await file.text());
    return (zh.genuine ? acceptance : refusal)(zh, en, file.name);
  } catch (error) {
    return [headline("bad", "✕", ...WORDS.failed), line(element("code", {}, String(error)))];
  }
}

let last;
function take(file) {
  if (!file) return;
  last = file;
  verify(file);
}

one("file").addEventListener("change", (event) => take(event.target.files[0]));
for (const id of ["trust", "at", "age"]) one(id).addEventListener("change", () => take(last));

const drop = one("drop");
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", () => drop.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  take(event.dataTransfer.files[0]);
});
