// The page of `quanji verify-page` in a headless Chromium: a genuine package, forged ones, the moment asked about, the
// keyboard; that it asks the network for nothing; and how long a verification takes.
//
//     CHROMIUM=chromium PAGE=verify.html PACKAGE=package.json GENESIS=hash node verify-page.mjs
//     CHROMIUM=chromium PAGE=verify.html STATES=folder node verify-page.mjs
//
// The second form tries the page with each state of the register in a folder that `rehearse --states` wrote: what the page
// tells is compared with what the verifier answers. SCREENSHOTS names a folder for pictures of the page. With RUNS the time of
// so many verifications is measured.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { until, withPage } from "./chromium.mjs";

const { CHROMIUM, PAGE, PACKAGE, GENESIS, STATES, SCREENSHOTS, RUNS } = process.env;
assert.ok(CHROMIUM && PAGE && (STATES || (PACKAGE && GENESIS)), "set CHROMIUM, PAGE, and STATES or PACKAGE and GENESIS");

const genuine = STATES ? "" : readFileSync(PACKAGE, "utf8");
const folder = mkdtempSync(join(tmpdir(), "quanji-page-"));

/** A file with this content. */
function written(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What the page answers: the kind of its headline and all its text. */
async function answer(page) {
  await until(() => page.value('!!document.querySelector("#result .verdict")'), "the page answers");
  return page.value(`({
    kind: document.querySelector("#result .verdict").className,
    text: document.querySelector("#result").innerText,
    notes: [...document.querySelectorAll("#result .note")].map((note) => note.innerText),
    focused: document.activeElement.id,
  })`);
}

/** Chooses a file as a reader does. */
async function choose(page, path) {
  await page.value('document.querySelector("#result").replaceChildren()');
  const { root } = await page.ask("DOM.getDocument");
  const { nodeId } = await page.ask("DOM.querySelector", { nodeId: root.nodeId, selector: "#file" });
  await page.ask("DOM.setFileInputFiles", { nodeId, files: [path] });
  return answer(page);
}

/** Drops a file of this content onto the page, and does not wait for the answer. */
async function letFall(page, content, name) {
  await page.value('document.querySelector("#result").replaceChildren()');
  await page.value(`{
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  }`);
}

/** Drops a file of this content onto the page. */
async function drop(page, content) {
  await letFall(page, content, "dropped.json");
  return answer(page);
}

const set = (page, id, value) =>
  page.value(`{ const field = document.getElementById(${JSON.stringify(id)});
    field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("change")); }`);

/** Writes into a field, and gives the answer about the file that was chosen last. */
async function again(page, id, value) {
  await page.value('document.querySelector("#result").replaceChildren()');
  await set(page, id, value);
  return answer(page);
}

async function shoot(page, name, scheme = "light") {
  if (!SCREENSHOTS) return;
  await page.ask("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
  const { data } = await page.ask("Page.captureScreenshot", { captureBeyondViewport: true });
  writeFileSync(join(SCREENSHOTS, `${name}.png`), Buffer.from(data, "base64"));
}

async function open(page) {
  const requests = [];
  page.on(({ method, params }) => {
    if (method === "Network.requestWillBeSent") requests.push(params.request.url);
  });
  for (const domain of ["Page", "DOM", "Network"]) await page.ask(`${domain}.enable`);
  await page.ask("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.ask("Emulation.setDeviceMetricsOverride", { width: 980, height: 1500, deviceScaleFactor: 1, mobile: false });
  await page.ask("Page.navigate", { url: pathToFileURL(resolve(PAGE)).href });
  await until(() => page.value('document.readyState === "complete" && !!document.getElementById("file")'), "the page loads");
  return requests;
}

/** The page is usable without a mouse and by those who do not see it. */
async function isAccessible(page) {
  const found = await page.value(`({
    language: document.documentElement.lang,
    labels: [...document.querySelectorAll("input, textarea")].every((field) => field.labels.length > 0),
    live: document.getElementById("result").getAttribute("aria-live"),
    english: document.querySelectorAll('[lang="en"]').length,
  })`);
  assert.deepEqual({ ...found, english: found.english > 8 }, { language: "zh-CN", labels: true, live: "polite", english: true });
  const order = [];
  await page.value("document.activeElement.blur()");
  for (let press = 0; press < 12; press += 1) {
    for (const type of ["rawKeyDown", "keyUp"]) {
      await page.ask("Input.dispatchKeyEvent", { type, key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
    }
    order.push(await page.value("document.activeElement.id"));
  }
  for (const id of ["trust", "at", "age", "file"]) assert.ok(order.includes(id), `Tab does not reach ${id}: ${order}`);
}

async function answers(page) {
  await isAccessible(page);
  await shoot(page, "page");
  await set(page, "age", "");
  const told = await choose(page, written("genuine.json", genuine));
  assert.match(told.kind, /good|caution/, told.text);
  for (const word of ["凭证真实", "is genuine", "未证明", "not proven", "效力说明"]) assert.ok(told.text.includes(word), word);
  assert.equal(told.focused, "result");
  // What is shown of the issue is the register's, and what is not proven is named.
  const { number, issue } = JSON.parse(genuine).credential.credentialSubject.certificate;
  const shown = [` · ${number}/${issue}`, "as of block", "that the data is true"];
  for (const word of shown) assert.ok(told.text.includes(word), word);
  await shoot(page, "genuine");
  await shoot(page, "genuine-dark", "dark");

  // A byte of the credential, of a vote, of the proof of state.
  const forgeries = [
    [genuine.replace(/"level": "general"/, '"level": "important"'), "credential.bad-signature"],
    [altered(genuine, (proof) => proof.block.justification), "finality."],
    [altered(genuine, (proof) => proof.state[0]), "state."],
  ];
  for (const [content, reason] of forgeries) {
    assert.notEqual(content, genuine);
    const refused = await drop(page, content);
    assert.match(refused.kind, /bad/, refused.text);
    assert.ok(refused.text.includes(reason) && refused.text.includes("未获证明"), refused.text);
    assert.ok(!refused.text.includes("凭证真实"), refused.text);
  }
  await shoot(page, "forged");
  assert.match((await drop(page, "{")).kind, /bad/);
  await set(page, "trust", "00".repeat(32));
  const other = await drop(page, genuine);
  assert.match(other.kind, /bad/);
  assert.ok(other.text.includes("trust.wrong-genesis"), other.text);
  await set(page, "trust", "");
  assert.match((await drop(page, genuine)).kind, /caution/);

  await again(page, "trust", GENESIS);
  // Numbers that no question has: they would be read as very great ones.
  const negative = await again(page, "age", "-1");
  assert.match(negative.kind, /caution/);
  assert.ok(negative.text.includes("less than zero") && !negative.text.includes("凭证真实"), negative.text);
  await again(page, "age", "");
  const early = await again(page, "at", "1960-01-01T00:00");
  assert.match(early.kind, /bad/);
  assert.ok(early.text.includes("no number of milliseconds"), early.text);
  await again(page, "at", "");
  await again(page, "age", "0");
  const old = await drop(page, genuine);
  assert.ok(old.notes.some((note) => note.includes("later facts are unknown")), old.text);
  await set(page, "at", "2101-01-01T00:00");
  const later = await drop(page, genuine);
  assert.match(later.kind, /caution/);
  assert.ok(later.text.includes("已经届满"), later.text);
  await answersTheLastFile(page);
}

/** The file that was taken last is answered, though one taken before it is read to its end only later. */
async function answersTheLastFile(page) {
  await page.value(`{
    const read = Blob.prototype.text;
    const later = new Promise((resolve) => { window.readSlowFile = () => resolve("{"); });
    Blob.prototype.text = function () { return this.name === "slow.json" ? later : read.call(this); };
  }`);
  await letFall(page, "{", "slow.json");
  const told = await drop(page, genuine);
  await page.value("readSlowFile(); new Promise((done) => setTimeout(done))");
  assert.equal((await answer(page)).text, told.text);
}

/** The notes of the page itself about each state of the register, by the names of their words. */
const NOTES = {
  "in-force": [],
  stale: ["unknown_later"],
  superseded: ["register_now"],
  transferred: ["register_now"],
  pledged: [],
  "pledge-lapsed": [],
  objected: [],
  seized: [],
  "source-ended": [],
  "authority-suspended": [],
  "renewal-open": ["renewal"],
};

/** The states with the green verdict. That its authority is suspended comes upon no certificate. */
const GREEN = ["in-force", "authority-suspended"];

/** The page's own words, Chinese and English, by their names. */
const WORDS = new Function(`${readFileSync(PAGE, "utf8").match(/const WORDS = {[^]*?\n};/)[0]} return WORDS;`)();

/** Each state of the register is told in both languages, with the texts that the verifier answers. */
async function tellsEveryState(page) {
  const content = (file) => readFileSync(join(STATES, file), "utf8");
  const ending = ".expected.json";
  const names = readdirSync(STATES).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  assert.deepEqual(names.sort(), Object.keys(NOTES).sort());
  for (const name of names) {
    const expected = JSON.parse(content(`${name}${ending}`));
    await ask(page, expected);
    await letFall(page, content(`${name}.json`), `${name}.json`);
    isTold(name, await shown(page, `${name}.json`), expected);
    await shoot(page, name);
  }
}

/** Fills in the question that was answered. */
async function ask(page, { zh, max_age_days }) {
  await set(page, "trust", zh.trust.genesis);
  await set(page, "at", zh.asked_at.slice(0, 19));
  await set(page, "age", String(max_age_days));
}

/** What the page shows of this file: the headline in both languages, the notes, and the lines of each row by its English name. */
async function shown(page, file) {
  const read = () => {
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const text = (element) => element.textContent;
    const lines = (row) => (row.querySelector("dd > p") ? all("dd > p", row) : all("dd", row)).map(text);
    return {
      kind: document.querySelector("#result .verdict")?.className,
      headline: all("#result .verdict [lang]").map(text),
      notes: all("#result .note").map(text),
      rows: Object.fromEntries(all("#result dl > div").map((row) => [text(row.querySelector('dt [lang="en"]')), lines(row)])),
    };
  };
  let found;
  await until(async () => {
    found = await page.value(`(${read})()`);
    return found.rows.file?.[0] === file;
  }, `the page answers about ${file}`);
  return found;
}

/** What is shown of a state is what the verifier answers, no less and no more. */
function isTold(name, { kind, headline, notes, rows }, { zh, en }) {
  assert.equal(kind, GREEN.includes(name) ? "verdict good" : "verdict caution", name);
  assert.deepEqual(headline, [zh.sentence, en.sentence]);
  const ownNotes = NOTES[name].map((note) => WORDS[note]);
  holdsLines(`${name}: notes`, notes, [...since(zh, en), ...ownNotes, ...suspension(zh, en)]);
  for (const [row, lines] of Object.entries(expectedRows(zh, en))) {
    const [, english] = WORDS[row];
    holdsLines(`${name}: ${row}`, rows[english] ?? [], lines);
  }
  const onOthers = zh.register.against.marks.filter((mark) => !mark.on_certificate);
  assert.equal(rows.marks.filter((line) => line.includes(WORDS.not_on[1])).length, onOthers.length, `${rows.marks}`);
}

/** There are as many lines as expected, and each holds the texts expected of it. */
function holdsLines(what, lines, expected) {
  assert.equal(lines.length, expected.length, `${what}: ${lines}`);
  expected.forEach((texts, place) => {
    for (const text of texts) assert.ok(lines[place].includes(text), `${what}: no ${text} in ${lines[place]}`);
  });
}

/** What has come upon the certificate, in one note. */
function since(zh, en) {
  return zh.since.length > 0 ? [[...WORDS.since_issue, ...zh.since_reads, ...en.since_reads]] : [];
}

function suspension(...answers) {
  const reads = answers.map(({ register }) => register.authority.suspended_reads);
  return reads.some((text) => text !== null) ? [reads] : [];
}

/** The texts of both languages, side by side. */
const beside = (chinese, english) => chinese.map((text, place) => [text, english[place]]);

const shownTime = (time) => time.replace("T", " ").slice(0, 16);

/** The lines of the rows about the state of the register, each by the texts that it holds. */
function expectedRows(zh, en) {
  const { register } = zh;
  const orNone = (lines) => (lines.length > 0 ? lines : [WORDS.none_listed]);
  const right = (one, place) => {
    const labels = [one.label, en.register.rights[place].label];
    return [one.right, ...labels, ...WORDS[one.state], shownTime(one.valid_until)];
  };
  const troubled = register.sources.filter((source) => !source.in_force);
  return {
    as_of: [[`${zh.as_of.block}`], [shownTime(zh.as_of.register_time)], [shownTime(zh.asked_at)]],
    holder: orNone(beside(register.holders_read, en.register.holders_read)),
    right: orNone(register.rights.map(right)),
    marks: expectedMarks(register.against, en.register.against),
    sources: troubled.map((source) => [source.right, ...WORDS.source_over]),
    effect: [[register.effect_text.zh, register.effect_text.en]],
    not_proven: [[...zh.not_proven_reads, ...en.not_proven_reads]],
  };
}

function expectedMarks(chinese, english) {
  const times = ({ since, until }) => [since, until].filter(Boolean).map(shownTime);
  const read = (marks) => marks.map((mark) => mark.reads);
  const lines = [
    ...chinese.marks.map((mark, place) => [mark.reads, english.marks[place].reads, ...times(mark)]),
    ...beside(read(chinese.lapsed_pledges), read(english.lapsed_pledges)),
    ...chinese.open_objections.map((objection) => [objection, ...WORDS.objection]),
    ...chinese.open_cases.map((open) => [open, ...WORDS.case]),
  ];
  return lines.length > 0 ? lines : [WORDS.no_marks];
}

/** The package with one byte of a base64 part changed. */
function altered(text, part) {
  const { proof } = JSON.parse(text);
  const whole = part(proof);
  const middle = Math.floor(whole.length / 2);
  const letter = whole[middle] === "A" ? "B" : "A";
  return text.replace(whole, whole.slice(0, middle) + letter + whole.slice(middle + 1));
}

/** Milliseconds of one verification, in the middle of many: a page of its own, with the wrapper and the wasm of this one. */
async function median(page, runs) {
  const html = readFileSync(PAGE, "utf8");
  const script = html.match(/<script type="module">([^]*?)export async function load([^]*?)\nconst WORDS/);
  const wasm = html.match(/<script type="text\/plain" id="wasm">([^<]*)/)[1];
  await page.ask("Page.navigate", { url: "about:blank" });
  return page.value(`(async () => {
    ${script[1]}
    async function load${script[2]}
    const verifier = await load(Uint8Array.from(atob(${JSON.stringify(wasm)}), (letter) => letter.charCodeAt(0)));
    const text = ${JSON.stringify(genuine)};
    const times = [];
    for (let run = 0; run < ${runs}; run += 1) {
      const start = performance.now();
      if (!verifier.verify(text, ${JSON.stringify(GENESIS)}).genuine) throw new Error("refused");
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  })()`);
}

async function measure(page) {
  const links = JSON.parse(genuine).proof.links.length;
  const time = await median(page, Number(RUNS ?? 50));
  console.log(`median of a verification in Chromium: ${time.toFixed(1)} ms, ${links} changes of authority set`);
}

try {
  await withPage(CHROMIUM, async (page) => {
    const requests = await open(page);
    await (STATES ? tellsEveryState : answers)(page);
    // The browser's own pictures, of a calendar for example, are data and no request to anybody.
    const asked = requests.filter((url) => !url.startsWith("data:"));
    assert.deepEqual(asked, [pathToFileURL(resolve(PAGE)).href], "the page asked for more than itself");
    if (!STATES) await measure(page);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
