import type {TreeEnsemble} from "../lib/trees/types.js";
import type {RefitAnswer, RefitTask} from "./refitWorker.js";

export interface RefitReasonsOptions {
  readonly refits: readonly TreeEnsemble[];
  /** What each refit makes of a song: SHAP values, log-odds. */
  readonly onAnswer: (x: Float32Array, phi: readonly Float64Array[]) => void;
  readonly startWorker?: () => Worker;
}

const startRefitWorker = () => new Worker(import.meta.resolve("./refitWorker.js"), {type: "module"});

/**
 * Asks models fitted anew, in a worker, why they say what they say of a song. One song is asked at a time; what is asked
 * meanwhile is dropped, so whoever hears of a song that is no longer there asks again.
 *
 * @returns asks about a song
 */
export function refitReasons({
  refits,
  onAnswer,
  startWorker = startRefitWorker
}: RefitReasonsOptions): (x: Float32Array) => void {
  const worker = startWorker();
  const tell = (task: RefitTask) => worker.postMessage(task);
  let asked: Float32Array | undefined;

  worker.addEventListener("message", ({data: {phi}}: MessageEvent<RefitAnswer>) => {
    const x = asked!;
    asked = undefined;
    onAnswer(x, phi);
  });
  worker.addEventListener("error", (event) => console.error("refitReasons has no worker", event.message)); // bars stay without errors
  tell({refits});
  return (x) => {
    if (asked) return;
    asked = x;
    tell({row: x});
  };
}
