import type {TreeEnsemble} from "../lib/trees/types.js";
import type {DecodeNews} from "./decodeWorker.js";

const startDecodeWorker = () => new Worker(import.meta.resolve("./decodeWorker.js"), {type: "module"});

/**
 * Decodes trees in a worker, so that the page stays responsive.
 *
 * @param bytes of encodeTrees; they are handed over, and empty afterwards
 * @throws Error where the worker cannot run or the bytes are anything else
 */
export async function decodedElsewhere(bytes: ArrayBuffer, startWorker = startDecodeWorker): Promise<TreeEnsemble[]> {
  const worker = startWorker();
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({data}: MessageEvent<DecodeNews>) =>
        "problem" in data ? reject(new Error(data.problem)) : resolve(data.ensembles)
      );
      worker.addEventListener("error", ({message}) => reject(new Error(message || "its worker could not run")));
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
