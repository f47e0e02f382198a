// polkadot.js, unmodified, signs for the chain with each of its three schemes and with a key file.
//
// PORT      RPC port of a node started with --dev
// KEY_FILE  optional: an encrypted key file, opened with PASSWORD

import { ApiPromise, Keyring, WsProvider } from "@polkadot/api";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { NOT_ADMITTED, PRODUCT_FORM, developmentKey, endpoint, step } from "./register.mjs";

const CODE = 90;
const CREDIT_CODE = "91440000MA000001A2";

/** Sends a call and waits until it is final; gives the fields of the event with this name. */
function finalised(call, signer, pallet, event) {
  return new Promise((resolve, reject) => {
    call
      .signAndSend(signer, ({ status, dispatchError, events }) => {
        if (dispatchError) {
          reject(new Error(`the call failed: ${dispatchError}`));
        } else if (status.isFinalized) {
          const found = events.find(({ event: { section, method } }) => section === pallet && method === event);
          found ? resolve(found.event.data) : reject(new Error(`there is no event ${pallet}.${event}`));
        } else if (status.isInvalid || status.isDropped || status.isUsurped) {
          reject(new Error(`the transaction is ${status.type}`));
        }
      })
      .catch(reject);
  });
}

const api = await step("polkadot.js connects", () =>
  ApiPromise.create({ provider: new WsProvider(endpoint()), noInitWarn: true }),
);
const registrar = await developmentKey("//Lingnan//Registrar");

await step("an Ed25519 key adds a code", async () => {
  const department = await developmentKey("//Department");
  const added = await finalised(api.tx.rules.addCode(PRODUCT_FORM, CODE), department, "rules", "CodeAdded");
  assert.deepEqual(added.toHuman(), { table: PRODUCT_FORM, code: `${CODE}`, by: department.address });
});

const founder = await developmentKey("//JavaScript//Founder", "sr25519");
const party = await step("a registrar admits a party with an sr25519 account", async () => {
  const person = { LegalPerson: new TextEncoder().encode(CREDIT_CODE) };
  const call = api.tx.parties.admit(person, [], founder.address);
  const admitted = await finalised(call, registrar, "parties", "PartyAdmitted");
  assert.equal(admitted.account.toString(), founder.address);
  return admitted.party;
});

/** Lets the party ask for an account, which the registrar binds. */
async function bind(account) {
  const asked = await finalised(api.tx.parties.requestAccount(account), founder, "parties", "AccountRequested");
  assert.equal(asked.account.toString(), account);
  const bound = await finalised(api.tx.parties.bindAccount(party, account), registrar, "parties", "AccountBound");
  assert.equal(bound.account.toString(), account);
}

/** The account signs that it leaves the party. */
async function leave(pair) {
  const call = api.tx.parties.unbindAccount(pair.address);
  const unbound = await finalised(call, pair, "parties", "AccountUnbound");
  assert.equal(unbound.by.toString(), pair.address);
}

await step("the sr25519 account asks for an ECDSA account, which signs", async () => {
  const second = await developmentKey("//JavaScript//Second", "ecdsa");
  await bind(second.address);
  await leave(second);
});

if (process.env.KEY_FILE) {
  await step("a key file of quanji is opened and signs", async () => {
    const pair = new Keyring().addFromJson(JSON.parse(await readFile(process.env.KEY_FILE, "utf8")));
    assert.equal(pair.type, "ed25519");
    assert.throws(() => pair.decodePkcs8("not its password"));
    pair.decodePkcs8(process.env.PASSWORD);
    await bind(pair.address);
    await leave(pair);
  });
}

await step("an account that was not admitted is refused", async () => {
  const stranger = await developmentKey("//JavaScript//Stranger");
  const call = api.tx.parties.requestAccount(founder.address);
  await assert.rejects(call.signAndSend(stranger), new RegExp(`Custom error: ${NOT_ADMITTED}\\b`));
});

await api.disconnect();
