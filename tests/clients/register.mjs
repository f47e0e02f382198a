// What both scripts share: where the node is, the keys that sign, and how a step is checked.

import { Keyring } from "@polkadot/keyring";
import { cryptoWaitReady } from "@polkadot/util-crypto";
import assert from "node:assert/strict";

/** Number in `InvalidTransaction::Custom` for an account that belongs to nobody the register knows. */
export const NOT_ADMITTED = 1;

/** A code table of the register and what a script adds to it. */
export const PRODUCT_FORM = "ProductForm";

/** No step takes longer, on a slow machine. */
const PATIENCE_MS = 180_000;

/** Address of the node, from the environment. */
export function endpoint() {
  const port = process.env.PORT;
  assert.ok(port, "set PORT to the RPC port of a node started with --dev");
  return `ws://127.0.0.1:${port}`;
}

/** A development key: the SDK's public phrase with a path, under a scheme. */
export async function developmentKey(path, scheme = "ed25519") {
  await cryptoWaitReady();
  return new Keyring({ type: scheme }).addFromUri(path);
}

/** Does a step, says so, and fails when it takes too long. */
export async function step(name, work) {
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name}: nothing came of it in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    const result = await Promise.race([work(), tooLong]);
    console.log(`ok: ${name}`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
