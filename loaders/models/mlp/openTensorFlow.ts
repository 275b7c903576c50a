import type * as TensorFlowModule from "@tensorflow/tfjs";
import type * as WasmModule from "@tensorflow/tfjs-backend-wasm";
import {lossGradients} from "./lossGradients.js";

/** TensorFlow.js, ready to compute. */
export interface TensorFlow {
  readonly tf: typeof TensorFlowModule;
  readonly backend: "tensorflow" | "wasm" | "cpu"; // native, WebAssembly or plain JavaScript
  readonly version: string;
}

/** Where the packages come from. */
export interface TensorFlowSources {
  readonly native: () => Promise<unknown>;
  readonly tfjs: () => Promise<typeof TensorFlowModule>;
  readonly wasm: () => Promise<Pick<typeof WasmModule, "setThreadsCount">>;
}

// Not a literal import: the package is optional, and nothing that reads imports may insist on it.
const NATIVE = "@tensorflow/tfjs-node" as string;

const INSTALLED: TensorFlowSources = {
  native: () => import(NATIVE),
  tfjs: () => import("@tensorflow/tfjs"),
  wasm: () => import("@tensorflow/tfjs-backend-wasm")
};

/**
 * TensorFlow.js on the fastest backend that works here: the native one if tfjs-node is installed and sound, else
 * WebAssembly on one thread, else, with a warning, plain JavaScript. Its banners are silenced.
 *
 * A backend counts as working once it has computed the gradients of a small network. tfjs-node may be absent (it is
 * optional), fail on import (installed without its binary; or already loaded by another thread, which it does not bear)
 * or fail only in use (on newer versions of Node).
 */
export async function openTensorFlow(sources: Partial<TensorFlowSources> = {}): Promise<TensorFlow> {
  const {native, tfjs, wasm} = {...INSTALLED, ...sources};
  return (
    (await ready("tensorflow", async () => {
      const module = (await native()) as typeof TensorFlowModule & {default?: typeof TensorFlowModule};
      return module.default ?? module;
    })) ??
    (await ready("wasm", async () => {
      (await wasm()).setThreadsCount(1);
      return tfjs();
    })) ??
    plain(await tfjs())
  );
}

/** The backend, if it can be opened and computes; null for any reason why not. */
async function ready(
  backend: TensorFlow["backend"],
  open: () => Promise<typeof TensorFlowModule>
): Promise<TensorFlow | null> {
  try {
    const tf = await open();
    tf.enableProdMode();
    await tf.setBackend(backend);
    // A backend that cannot start is replaced without a word.
    if (tf.getBackend() !== backend || !computes(tf)) return null;
    return {tf, backend, version: tf.version_core};
  } catch {
    return null;
  }
}

async function plain(tf: typeof TensorFlowModule): Promise<TensorFlow> {
  tf.enableProdMode();
  await tf.setBackend("cpu");
  console.warn("mlp: TensorFlow.js has neither its native nor its WebAssembly backend here; plain JavaScript is slow");
  return {tf, backend: "cpu", version: tf.version_core};
}

/** Whether the gradients of one row through two layers are those found by hand. */
function computes(tf: typeof TensorFlowModule): boolean {
  const layers = [
    {weights: Float32Array.of(1, -1, 0.5, 1), biases: Float32Array.of(0, 0)},
    {weights: Float32Array.of(2, 3), biases: Float32Array.of(-4)}
  ];
  // Units 1 · 1 + 2 · 0.5 = 2 and 1 · −1 + 2 · 1 = 1, masked 1 and 0; margin 2 · 2 − 4 = 0; slope 1/2 − 1.
  const [first, last] = lossGradients(tf, layers, Float32Array.of(1, 2), Float32Array.of(1), [Float32Array.of(1, 0)]);
  const found = [...first.weights, ...first.biases, ...last.weights, ...last.biases];
  const byHand = [-1, 0, -2, 0, -1, 0, -1, 0, -0.5];
  return found.every((value, i) => Math.abs(value - byHand[i]) < 1e-6);
}
