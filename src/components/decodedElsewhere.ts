import type {TreeEnsemble} from "../lib/trees/types.js";
import type {DecodeNews} from "./decodeWorker.js";
import {listenToWorker} from "./listenToWorker.js";

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
      const onNews = (news: DecodeNews) =>
        "problem" in news ? reject(new Error(news.problem)) : resolve(news.ensembles);
      listenToWorker(worker, {onNews, onFailure: reject});
      worker.postMessage(bytes, [bytes]);
    });
  } finally {
    worker.terminate();
  }
}
