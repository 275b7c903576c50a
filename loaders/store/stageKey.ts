import {createHash} from "node:crypto";
import {sourceHash} from "./sourceHash.js";
import type {Stage} from "./stage.js";

const keys = new WeakMap<Stage<unknown>, Promise<string>>();

/**
 * The key of a stage's result: whatever could change the result changes the key.
 *
 * SHA-256 over the stage's options, the source of every module it runs, the keys of the stages it needs, and the
 * version of the engine (whose exp and log may differ in the last bit from another's).
 *
 * @returns 24 hex digits
 */
export function stageKey(stage: Stage<unknown>): Promise<string> {
  let key = keys.get(stage);
  if (!key) keys.set(stage, (key = computeStageKey(stage)));
  return key;
}

async function computeStageKey(stage: Stage<unknown>): Promise<string> {
  const needs = Object.keys(stage.needs).sort();
  const [source, ...needKeys] = await Promise.all([
    sourceHash(stage.module),
    ...needs.map((name) => stageKey(stage.needs[name]))
  ]);
  const parts = [process.versions.v8, source, stage.identity, needs.map((name, i) => [name, needKeys[i]])];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}
