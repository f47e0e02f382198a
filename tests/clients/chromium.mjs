// A headless Chromium driven through its own protocol: nothing between the test and the browser.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";

/** No step takes longer, on a slow machine. */
const PATIENCE_MS = 60_000;

/** Starts the browser named and calls `work` with a page of it. */
export async function withPage(program, work) {
  const folder = mkdtempSync(join(tmpdir(), "quanji-chromium-"));
  const browser = spawn(
    program,
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--no-first-run",
      "--remote-debugging-port=0",
      `--user-data-dir=${folder}`,
      "about:blank",
    ],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  try {
    const page = await connected(folder);
    await work(page);
    page.close();
  } finally {
    browser.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function connected(folder) {
  const file = join(folder, "DevToolsActivePort");
  await until(() => existsSync(file) && readFileSync(file, "utf8").includes("\n"), "the browser answers");
  const [port, path] = readFileSync(file, "utf8").split("\n");
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { maxPayload: 0 });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const page = new Page(socket);
  const { targetId } = await page.ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await page.ask("Target.attachToTarget", { targetId, flatten: true });
  page.session = sessionId;
  return page;
}

/** Waits until something holds. */
export async function until(holds, what) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`in vain: ${what}`);
    await sleep(50);
  }
}

/** A page of the browser. */
class Page {
  #socket;
  #next = 1;
  #waiting = new Map();
  #listeners = [];

  constructor(socket) {
    this.#socket = socket;
    socket.on("message", (text) => {
      const message = JSON.parse(text);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result);
      if (message.method) for (const listener of this.#listeners) listener(message);
    });
  }

  /** A question of the protocol, and its answer. */
  ask(method, params = {}) {
    const id = this.#next++;
    this.#socket.send(JSON.stringify({ id, method, params, sessionId: this.session }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Calls `listener` with each event. */
  on(listener) {
    this.#listeners.push(listener);
  }

  /** The value of an expression in the page. */
  async value(expression) {
    const { result, exceptionDetails } = await this.ask("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  close() {
    this.#socket.close();
  }
}
