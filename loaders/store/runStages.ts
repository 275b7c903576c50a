import {setMaxListeners} from "node:events";
import {mkdir} from "node:fs/promises";
import {availableParallelism} from "node:os";
import {MessageChannel} from "node:worker_threads";
import {Piscina} from "piscina";
import {hasResult, readResult, STORE} from "./resultFile.js";
import {shareArrays} from "./shareArrays.js";
import type {Stage} from "./stage.js";
import {stageKey} from "./stageKey.js";
import type {StageFailure, StageTask} from "./stageWorker.js";
import {withLock} from "./withLock.js";

/** Told how a run goes; a display on stderr, or nothing. */
export interface RunObserver {
  planned(stages: number): void;
  started(name: string): void;
  progressed(name: string, share: number): void;
  finished(name: string): void;
  waiting(): void; // another process holds the store
  stop(): void; // the run ended, well or not
}

export interface RunOptions {
  readonly observer?: RunObserver;
  readonly signal?: AbortSignal;
  readonly threads?: number;
}

/** A stage failed; the message is that of its error, `stage` tells which it was. */
export class StageError extends Error {
  override name = "StageError";
  readonly stage: string;
  readonly failure: StageFailure;
  constructor(stage: string, failure: StageFailure) {
    super(failure.message);
    this.stage = stage;
    this.failure = failure;
  }
}

/**
 * Makes sure that the store holds the results of the stages given, computing what is missing on worker threads.
 *
 * Stages that do not need each other run side by side; what several need is read once, and its typed arrays are shared
 * memory. Results already in the store are never computed again, and one process at a time computes. Aborting ends the workers at once and keeps every finished result.
 *
 * @throws StageError if a stage fails; the others that were running are ended
 */
export async function runStages(targets: readonly Stage<unknown>[], options: RunOptions = {}): Promise<void> {
  if ((await missingStages(targets)).length === 0) return;
  await mkdir(STORE, {recursive: true});
  await withLock(STORE, () => runMissing(targets, options), options.observer?.waiting);
}

/** The result of a stage, computed if the store does not hold it. */
export async function stageResult<T>(stage: Stage<T>, options: RunOptions = {}): Promise<T> {
  await runStages([stage], options);
  return (await readResult(stage.name, await stageKey(stage))) as T;
}

/** The stages without a result that the targets call for, each after those it needs. */
async function missingStages(targets: readonly Stage<unknown>[]): Promise<Stage<unknown>[]> {
  const seen = new Set<Stage<unknown>>();
  const missing: Stage<unknown>[] = [];
  async function visit(stage: Stage<unknown>): Promise<void> {
    if (seen.has(stage)) return;
    seen.add(stage);
    if (hasResult(stage.name, await stageKey(stage))) return;
    for (const need of Object.values(stage.needs)) await visit(need);
    missing.push(stage);
  }
  for (const target of targets) await visit(target);
  return missing;
}

async function runMissing(targets: readonly Stage<unknown>[], options: RunOptions): Promise<void> {
  const missing = await missingStages(targets); // again: another process may have computed some while we waited
  const {observer} = options;
  const stopper = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stopper.signal]) : stopper.signal;
  setMaxListeners(0, signal); // each stage that waits for a thread listens
  const threads = Math.min(options.threads ?? availableParallelism(), missing.length);
  const pool = new Piscina({
    filename: new URL("./stageThread.js", import.meta.url).href,
    execArgv: [],
    minThreads: threads,
    maxThreads: threads
  });
  const resultOf = sharedResults();
  observer?.planned(missing.length);
  try {
    const running = new Map<Stage<unknown>, Promise<void>>();
    for (const stage of missing) {
      const needed = Object.values(stage.needs).map((need) => running.get(need));
      running.set(
        stage,
        Promise.all(needed).then(() => runInPool(pool, stage, resultOf, signal, observer))
      );
    }
    const all = [...running.values()];
    await Promise.all(all).catch(async (error: unknown) => {
      stopper.abort();
      await Promise.allSettled(all);
      throw error;
    });
  } finally {
    observer?.stop();
    await pool.destroy();
  }
}

type ResultOf = (stage: Stage<unknown>) => Promise<unknown>;

/** Reads the result of a stage, once, with its arrays on memory that all threads share. */
function sharedResults(): ResultOf {
  const results = new Map<Stage<unknown>, Promise<unknown>>();
  return (stage) => {
    let result = results.get(stage);
    if (!result) {
      result = stageKey(stage).then(async (key) => shareArrays(await readResult(stage.name, key)));
      results.set(stage, result);
    }
    return result;
  };
}

async function runInPool(
  pool: Piscina,
  stage: Stage<unknown>,
  resultOf: ResultOf,
  signal: AbortSignal,
  observer?: RunObserver
): Promise<void> {
  const {name, module, options} = stage;
  const needs: Record<string, unknown> = {};
  for (const [role, need] of Object.entries(stage.needs)) needs[role] = await resultOf(need);
  const {port1, port2} = new MessageChannel();
  port1.on("message", (share: number) => observer?.progressed(name, share));
  const task: StageTask = {name, key: await stageKey(stage), module, options, needs, port: port2};
  try {
    observer?.started(name);
    const failure = (await pool.run(task, {transferList: [port2], signal})) as StageFailure | null;
    if (failure) throw new StageError(name, failure);
    observer?.finished(name);
  } catch (error) {
    if (error instanceof StageError || signal.aborted) throw error;
    const {name: kind, message} = error as Error;
    throw new StageError(name, {name: kind, message: `stage ${name} lost its worker thread: ${message}`});
  } finally {
    port1.close();
  }
}
