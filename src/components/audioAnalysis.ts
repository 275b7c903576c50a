import {abortError} from "../lib/abortError.js";
import type {AudioMeasures, Sound} from "../lib/audio/AudioMeasures.js";
import type {AudioNews} from "./audioWorker.js";
import {listenToWorker} from "./listenToWorker.js";

interface AnalysisOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number, what: string) => void;
  readonly startWorker?: () => Worker;
}

/** What is being done, by the name it has in the analysis. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  check: "Looking at the samples",
  loudness: "Measuring the loudness",
  mixing: "Mixing the channels",
  tempo: "Looking for the beat",
  key: "Looking for the key"
};

const startAudioWorker = () => new Worker(import.meta.resolve("./audioWorker.js"), {type: "module"});

/**
 * Measures a sound in a worker.
 *
 * @param sound its samples are handed over, and gone afterwards
 * @throws Error where the worker cannot run or the sound cannot be measured; or as the signal says
 */
export async function audioAnalysis(
  sound: Sound,
  {signal, onProgress, startWorker = startAudioWorker}: AnalysisOptions
): Promise<AudioMeasures> {
  const worker = startWorker();
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(abortError("cancelled")), {once: true});
      listenToWorker<AudioNews>(worker, {
        onNews(news) {
          if ("measures" in news) resolve(news.measures);
          else if ("problem" in news) reject(new Error(news.problem));
          else onProgress(news.done, STEP_WORDS[news.step] ?? "Measuring");
        },
        onFailure: reject
      });
      worker.postMessage(
        sound,
        sound.channels.map(({buffer}) => buffer as ArrayBuffer)
      );
    });
  } finally {
    worker.terminate();
  }
}
