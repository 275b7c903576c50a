import assert from "node:assert/strict";
import * as tfjs from "@tensorflow/tfjs";
import {afterEach, describe, it, vi} from "vitest";
import {openTensorFlow} from "../../../loaders/models/mlp/openTensorFlow.js";

const absent = () => Promise.reject(new Error("ERR_MODULE_NOT_FOUND"));
/** As tfjs-node would be: its own backend by name, real arithmetic beneath. */
const native = {...tfjs, default: undefined, setBackend: () => tfjs.setBackend("cpu"), getBackend: () => "tensorflow"};

describe("openTensorFlow(sources)", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  afterEach(() => {
    assert.equal(log.mock.calls.length, 0);
    warn.mockClear();
  });

  it("takes tfjs-node where it works, by name or as a default export", async () => {
    for (const module of [native, {default: native}]) {
      const {tf, backend, version} = await openTensorFlow({native: () => Promise.resolve(module), wasm: absent});
      assert.ok(Object.is(tf, native)); // assert.equal would print all of it;
      assert.deepEqual([backend, version], ["tensorflow", tfjs.version_core]);
    }
    assert.equal(warn.mock.calls.length, 0);
  });

  const broken: Record<string, () => Promise<unknown>> = {
    "is absent": absent,
    "fails on import": () => Promise.reject(new TypeError("napi is not there")),
    "throws no error": () => Promise.reject(null),
    "exports nothing": () => Promise.resolve({}),
    "starts another backend without a word": () => Promise.resolve({...native, getBackend: () => "cpu"}),
    "fails only in use": () =>
      Promise.resolve({
        ...native,
        matMul: () => {
          throw new TypeError("(0, util_1.isNullOrUndefined) is not a function");
        }
      }),
    "computes something else": () => Promise.resolve({...native, step: tfjs.onesLike, sigmoid: tfjs.zerosLike})
  };
  it.each(Object.entries(broken))("takes WebAssembly, silently, where tfjs-node %s", async (_, source) => {
    const {tf, backend} = await openTensorFlow({native: source});
    assert.equal(backend, "wasm");
    assert.equal(tf.getBackend(), "wasm");
    assert.equal(warn.mock.calls.length, 0);
  });

  it("takes plain JavaScript, with a warning, where WebAssembly does not start either", async () => {
    const refused = {...tfjs, setBackend: (name: string) => tfjs.setBackend(name === "wasm" ? "cpu" : name)};
    for (const sources of [{wasm: absent}, {tfjs: () => Promise.resolve(refused)}]) {
      const {tf, backend} = await openTensorFlow({native: absent, ...sources});
      assert.deepEqual([backend, tf.getBackend()], ["cpu", "cpu"]);
      assert.match(String(warn.mock.lastCall), /plain JavaScript/);
    }
  });

  it("leaves no tensor behind", async () => {
    await openTensorFlow();
    const before = tfjs.memory().numTensors;
    await openTensorFlow();
    assert.equal(tfjs.memory().numTensors, before);
  });
});
