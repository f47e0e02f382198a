// The page of `quanji verify-page` in a headless Chromium: a genuine package, forged ones, the moment asked about, the
// keyboard; that it asks the network for nothing; and how long a verification takes.
//
//     CHROMIUM=chromium PAGE=verify.html PACKAGE=package.json GENESIS=hash node verify-page.mjs
//
// SCREENSHOTS names a folder for pictures of the page. With RUNS the time of so many verifications is measured.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { until, withPage } from "./chromium.mjs";

const { CHROMIUM, PAGE, PACKAGE, GENESIS, SCREENSHOTS, RUNS } = process.env;
assert.ok(CHROMIUM && PAGE && PACKAGE && GENESIS, "set CHROMIUM, PAGE, PACKAGE and GENESIS");

const genuine = readFileSync(PACKAGE, "utf8");
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

/** Drops a file of this content onto the page. */
async function drop(page, content) {
  await page.value('document.querySelector("#result").replaceChildren()');
  await page.value(`{
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(content)}], "dropped.json"));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  }`);
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

try {
  await withPage(CHROMIUM, async (page) => {
    const requests = await open(page);
    await answers(page);
    // The browser's own pictures, of a calendar for example, are data and no request to anybody.
    const asked = requests.filter((url) => !url.startsWith("data:"));
    assert.deepEqual(asked, [pathToFileURL(resolve(PAGE)).href], "the page asked for more than itself");
    const links = JSON.parse(genuine).proof.links.length;
    const time = await median(page, Number(RUNS ?? 50));
    console.log(`median of a verification in Chromium: ${time.toFixed(1)} ms, ${links} changes of authority set`);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
