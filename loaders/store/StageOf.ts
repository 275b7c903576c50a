import type {Stage} from "./stage.js";

/** A placed stage, by the function that its module exports. */
export type StageOf<F extends (...args: never[]) => unknown> = Stage<Awaited<ReturnType<F>>>;
