// Runs one stage in a worker thread: reads what it needs from the store, writes its result there.
import type {MessagePort} from "node:worker_threads";
import {readResult, writeResult} from "./resultFile.js";
import type {StageFunction} from "./stage.js";

export interface StageTask {
  readonly name: string;
  readonly key: string;
  readonly module: string;
  readonly options: unknown;
  readonly needs: Readonly<Record<string, {readonly name: string; readonly key: string}>>;
  readonly port: MessagePort; // receives shares done, in [0, 1]
}

/** An error as it crosses the thread: classes do not survive the way, names and messages do. */
export interface StageFailure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export default async function runStage(task: StageTask): Promise<StageFailure | null> {
  try {
    const {default: run} = (await import(task.module)) as {
      default: StageFunction<Record<string, unknown>, unknown, unknown>;
    };
    const needs: Record<string, unknown> = {};
    for (const [name, need] of Object.entries(task.needs)) needs[name] = await readResult(need.name, need.key);
    const start = performance.now();
    const result = await run(needs, task.options, {onProgress: (share) => task.port.postMessage(share)});
    await writeResult(task.name, task.key, result, (performance.now() - start) / 1000);
    return null;
  } catch (error) {
    const {name, message, stack} = error instanceof Error ? error : new Error(String(error));
    return {name, message, stack};
  } finally {
    task.port.close();
  }
}
