import {availableParallelism} from "node:os";
import {Piscina} from "piscina";
import type {Columns} from "../../lib/columns.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {ExplainMode} from "./commandOptions.js";
import type {ExplainedBatch} from "./explainBatch.js";
import type {ModelTask} from "./modelWorker.js";

/** A model that answers from worker threads, so that reading, writing and Ctrl-C never wait for it. */
export interface ModelThreads {
  readonly threads: number; // most that work at once
  predict(X: Columns): Promise<Float64Array>; // probabilities of 1; takes X's values away
  explain(X: Columns, mode: ExplainMode): Promise<ExplainedBatch>; // takes X's values away
  stop(): Promise<void>; // at once, whatever is under way
}

/** Starts threads for a model as they are needed, at most one a core. Aborting ends what they do. */
export function modelThreads(model: TreeEnsemble, signal: AbortSignal): ModelThreads {
  const threads = availableParallelism();
  const pool = new Piscina({
    filename: new URL("./modelThread.js", import.meta.url).href,
    execArgv: [],
    workerData: model,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000
  });
  const ask = <T>(task: ModelTask) => {
    const transferList = task.X.columns.map((column) => column.buffer as ArrayBuffer);
    return pool.run(task, {transferList, signal}) as Promise<T>;
  };
  return {
    threads,
    predict: (X) => ask<Float64Array>({X}),
    explain: (X, mode) => ask<ExplainedBatch>({X, mode}),
    stop: () => pool.destroy()
  };
}
