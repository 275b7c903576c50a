import {abortError} from "../lib/abortError.js";
import type {CatalogueAnswers, CatalogueMessage, CatalogueNews, CatalogueTask} from "./catalogueWorker.js";
import {listenToWorker} from "./listenToWorker.js";

export interface AskOptions {
  readonly onProgress?: (share: number, what: string) => void;
  readonly signal?: AbortSignal; // gives the task up
}

/** Asks a worker about the one catalogue it keeps. */
export interface CatalogueClient {
  /** @throws Error with what is wrong, worded for a reader; or as the signal says */
  readonly ask: <T extends CatalogueTask>(task: T, options?: AskOptions) => Promise<CatalogueAnswers[T["ask"]]>;
  readonly end: () => void; // nothing is answered any more
}

/** A worker that answers task by task; a cancelled one is told, and its answer is not waited for. */
export function catalogueClient(worker: Worker): CatalogueClient {
  let tasks = 0;
  let failure: Error | undefined; // it never answers again
  const waiting = new Map<number, (news: CatalogueNews | Error) => void>();
  listenToWorker<CatalogueNews>(worker, {
    onNews: (news) => waiting.get(news.task)?.(news),
    onFailure(error) {
      failure = error;
      for (const settle of waiting.values()) settle(error);
    }
  });
  const post = (message: CatalogueMessage) => worker.postMessage(message);
  return {
    ask<T extends CatalogueTask>(asked: T, {onProgress, signal}: AskOptions = {}) {
      const task = tasks++;
      if (failure) return Promise.reject(failure);
      return new Promise<CatalogueAnswers[T["ask"]]>((resolve, reject) => {
        const cancel = () => {
          waiting.delete(task);
          post({cancel: task});
          reject(abortError("cancelled"));
        };
        waiting.set(task, (news) => {
          if (!(news instanceof Error) && "done" in news) return onProgress?.(news.done / news.total, news.what);
          waiting.delete(task);
          signal?.removeEventListener("abort", cancel);
          if (news instanceof Error) reject(news);
          else if ("problem" in news) reject(new Error(news.problem));
          else resolve(news.answer as CatalogueAnswers[T["ask"]]);
        });
        signal?.addEventListener("abort", cancel, {once: true});
        post({...asked, task});
      });
    },
    end: () => worker.terminate()
  };
}
