// polkadot-api, unmodified, signs for the chain with each of its three schemes.
//
// PORT  RPC port of a node started with --dev

import assert from "node:assert/strict";
import { InvalidTxError } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";
import { createWsClient } from "polkadot-api/ws";
import { WebSocket } from "ws";
import { NOT_ADMITTED, PRODUCT_FORM, developmentKey, endpoint, step } from "./register.mjs";

const CODE = 91;
const CREDIT_CODE = "91440000MA000001B5";
const SCHEMES = { ed25519: "Ed25519", sr25519: "Sr25519", ecdsa: "Ecdsa" };

/** Address and signer of a development key. */
async function developmentSigner(path, scheme = "ed25519") {
  const pair = await developmentKey(path, scheme);
  // Its signer wants the account, which is a digest of an ECDSA key and the key itself otherwise.
  const signer = getPolkadotSigner(pair.addressRaw, SCHEMES[scheme], (bytes) => pair.sign(bytes));
  return { address: pair.address, signer };
}

// Node before version 22 has no WebSocket of its own.
const client = createWsClient(endpoint(), { websocketClass: WebSocket });
const api = client.getUnsafeApi();

/** Sends a call and waits until it is final; gives the value of the event with this name. */
async function finalised(call, { signer }, pallet, event) {
  const result = await call.signAndSubmit(signer);
  assert.ok(result.ok, `the call failed: ${JSON.stringify(result.dispatchError)}`);
  const found = result.events.find(({ type, value }) => type === pallet && value.type === event);
  assert.ok(found, `there is no event ${pallet}.${event}`);
  return found.value.value;
}

await step("polkadot-api connects", () => client.getFinalizedBlock());
const registrar = await developmentSigner("//Lingnan//Registrar");

await step("an Ed25519 key adds a code", async () => {
  const department = await developmentSigner("//Department");
  const call = api.tx.Rules.add_code({ table: { type: PRODUCT_FORM }, code: CODE });
  const added = await finalised(call, department, "Rules", "CodeAdded");
  assert.equal(added.table.type, PRODUCT_FORM);
  assert.equal(added.code, CODE);
  assert.equal(added.by, department.address);
});

const founder = await developmentSigner("//PolkadotApi//Founder", "sr25519");
const party = await step("a registrar admits a party with an sr25519 account", async () => {
  const code = `0x${Buffer.from(CREDIT_CODE).toString("hex")}`;
  const person = { type: "LegalPerson", value: code };
  const call = api.tx.Parties.admit({ person, roles: [], account: founder.address });
  const admitted = await finalised(call, registrar, "Parties", "PartyAdmitted");
  assert.equal(admitted.account, founder.address);
  return admitted.party;
});

await step("the sr25519 account asks for an ECDSA account, which signs", async () => {
  const second = await developmentSigner("//PolkadotApi//Second", "ecdsa");
  const ask = api.tx.Parties.request_account({ account: second.address });
  assert.equal((await finalised(ask, founder, "Parties", "AccountRequested")).account, second.address);
  const bind = api.tx.Parties.bind_account({ party, account: second.address });
  assert.equal((await finalised(bind, registrar, "Parties", "AccountBound")).account, second.address);
  const leave = api.tx.Parties.unbind_account({ account: second.address });
  assert.equal((await finalised(leave, second, "Parties", "AccountUnbound")).by, second.address);
});

await step("an account that was not admitted is refused", async () => {
  const stranger = await developmentSigner("//PolkadotApi//Stranger");
  const call = api.tx.Parties.request_account({ account: founder.address });
  await assert.rejects(call.signAndSubmit(stranger.signer), (error) => {
    assert.ok(error instanceof InvalidTxError, `${error}`);
    assert.deepEqual(error.error, { type: "Invalid", value: { type: "Custom", value: NOT_ADMITTED } });
    return true;
  });
});

client.destroy();
