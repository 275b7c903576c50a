import assert from "node:assert/strict";
import {describe, it, vi} from "vitest";
import {decodeEnsembles} from "../../lib/trees/decodeTrees.js";
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import {decodedElsewhere} from "../../src/components/decodedElsewhere.js";
import {handmade} from "../lib/trees/handmade.js";

/** Runs the worker's script in place of a worker. */
async function workerHere(): Promise<{worker: Worker; ended: () => boolean; handed: () => number}> {
  const listeners: Record<string, (event: unknown) => void> = {};
  let ended = false;
  let handed = 0;
  let hear: (event: {data: ArrayBuffer}) => void = () => undefined;
  Object.assign(globalThis, {
    addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    postMessage(data: unknown, {transfer}: {transfer: ArrayBuffer[]}) {
      handed = transfer.length;
      listeners.message({data: structuredClone(data, {transfer})});
    }
  });
  vi.resetModules();
  await import("../../src/components/decodeWorker.js");
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) => (listeners[type] = listener),
    postMessage: (data: ArrayBuffer, transfer: ArrayBuffer[]) => hear({data: structuredClone(data, {transfer})}),
    terminate: () => (ended = true)
  };
  return {worker: worker as unknown as Worker, ended: () => ended, handed: () => handed};
}

const bytesOf = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer;

describe("decodedElsewhere(bytes)", () => {
  it("gives what decodeEnsembles gives, its arrays handed over, and ends its worker", async () => {
    const file = encodeTrees(handmade, handmade);
    const {worker, ended, handed} = await workerHere();
    const bytes = bytesOf(file);
    assert.deepEqual(await decodedElsewhere(bytes, () => worker), decodeEnsembles(file));
    assert.equal(bytes.byteLength, 0);
    assert.ok(handed() >= 8, `${handed()} arrays`);
    assert.ok(ended());
  });

  it("fails with the reason where the bytes are anything else", async () => {
    const {worker, ended} = await workerHere();
    await assert.rejects(
      decodedElsewhere(bytesOf(Uint8Array.of(1, 2, 3)), () => worker),
      /decodeTrees requires bytes of encodeTrees/
    );
    assert.ok(ended());
  });
});
