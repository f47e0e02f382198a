// Credentials of evidence packages before an independent library for Verifiable Credentials, as it is published, and with
// no network: contexts come from the library's own package, the key from its did:key.
//
//     node credential.mjs PACKAGE.json...

import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as didKey from "@digitalbazaar/did-method-key";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { defaultDocumentLoader, verifyCredential } from "@digitalbazaar/vc";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const driver = didKey.driver();
driver.use({ multibaseMultikeyHeader: "z6Mk", fromMultibase: Ed25519Multikey.from });

async function documentLoader(url) {
  if (url.startsWith("did:key:")) {
    return { contextUrl: null, documentUrl: url, document: await driver.get({ url }) };
  }
  // It knows the contexts of the W3C and throws for everything else.
  return defaultDocumentLoader(url);
}

/** What the library says; the moment it judges at is the moment of signing. */
async function verified(credential) {
  const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  const now = new Date(credential.proof?.created ?? 0);
  const { verified, error } = await verifyCredential({ credential, suite, documentLoader, now });
  return { verified, error };
}

/** Every member that is no list or object, by its path. */
function* leaves(value, path = []) {
  for (const [name, member] of Object.entries(value)) {
    if (member !== null && typeof member === "object") yield* leaves(member, [...path, name]);
    else yield [...path, name];
  }
}

/** A copy in which the member at a path is another. */
function changed(credential, path, change) {
  const copy = structuredClone(credential);
  const holder = path.slice(0, -1).reduce((value, name) => value[name], copy);
  change(holder, path.at(-1));
  return copy;
}

/** What somebody who cannot sign for the authority may try. */
function* forgeries(credential) {
  const other = (value) => (typeof value === "number" ? value + 1 : `${value ?? ""}x`);
  for (const path of leaves(credential)) {
    const name = path.join("/");
    yield [`${name} changed`, changed(credential, path, (holder, key) => (holder[key] = other(holder[key])))];
    const list = Array.isArray(path.slice(0, -1).reduce((value, key) => value[key], credential));
    if (!list) yield [`${name} removed`, changed(credential, path, (holder, key) => delete holder[key])];
  }
  yield ["a member added", { ...credential, pledges: "none" }];
  yield ["without proof", changed(credential, ["proof"], (holder, key) => delete holder[key])];
  const [first, second] = ["pledged", "free"];
  const subject = { ...credential.credentialSubject, [first]: second };
  yield ["a member added to the subject", { ...credential, credentialSubject: subject }];
}

const files = process.argv.slice(2);
assert.ok(files.length > 0, "name the evidence packages");
for (const file of files) {
  const { credential } = JSON.parse(readFileSync(file, "utf8"));
  const { verified: genuine, error } = await verified(credential);
  assert.ok(genuine, `${file}: ${JSON.stringify(error)}`);
  let refused = 0;
  for (const [name, forged] of forgeries(credential)) {
    // A library that throws refuses too.
    const answer = await verified(forged).catch(() => ({ verified: false }));
    assert.equal(answer.verified, false, `${file}: accepted with ${name}`);
    refused += 1;
  }
  assert.ok(refused > 60, `only ${refused} forgeries`);
  console.log(`${file}: verified, and refused in ${refused} forged forms`);
}
