// Runs one stage in a worker thread and writes its result to the store.
import type {MessagePort} from "node:worker_threads";
import {writeResult} from "./resultFile.js";
import type {StageFunction} from "./stage.js";

export interface StageTask {
  readonly name: string;
  readonly key: string;
  readonly module: string;
  readonly options: unknown;
  readonly needs: Readonly<Record<string, unknown>>; // results by role; their typed arrays are shared memory
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
    const start = performance.now();
    const result = await run(task.needs, task.options, {onProgress: (share) => task.port.postMessage(share)});
    await writeResult(task.name, task.key, result, (performance.now() - start) / 1000);
    return null;
  } catch (error) {
    const {name, message, stack} = error instanceof Error ? error : new Error(String(error));
    return {name, message, stack};
  } finally {
    task.port.close();
  }
}
