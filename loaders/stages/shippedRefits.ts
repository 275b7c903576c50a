import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import {refitsAmong} from "./refitsAmong.js";

/** The trees of the refits that predict.md loads, in their order; those that could not be fitted are missing. */
export default defineStage((refits: Readonly<Record<string, unknown>>): readonly TreeEnsemble[] =>
  refitsAmong(refits).map(({trees}) => trees)
);
