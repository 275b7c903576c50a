import {contributionsOfGlassboxRow} from "../lib/glassbox/contributionsOfGlassboxRow.js";
import {marginOfGlassboxRow} from "../lib/glassbox/marginOfGlassboxRow.js";
import {marginOfLogisticRow} from "../lib/logistic/marginOfLogisticRow.js";
import {forwardPass} from "../lib/mlp/forwardPass.js";
import {glassboxGame} from "../lib/shap/glassboxGame.js";
import {logisticGame} from "../lib/shap/logisticGame.js";
import {probabilityGame} from "../lib/shap/probabilityGame.js";
import {shapleyOfValues} from "../lib/shap/shapleyOfValues.js";
import {shapLogisticRow} from "../lib/shap/shapLogisticRow.js";
import {treeExplainer} from "../lib/shap/treeExplainer.js";
import {treeGame} from "../lib/shap/treeGame.js";
import type {RowExplanation} from "../lib/shap/types.js";
import {sigmoid} from "../lib/sigmoid.js";
import {iceExplainer, type IceCurve} from "../lib/trees/iceCurves.js";
import {marginOfRow} from "../lib/trees/marginOfRow.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import type {ExplainedId, Space} from "../lib/wire/ExplainData.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import type {ExplainableId} from "./predictState.js";

/** The models of the page, asked about one song at a time. A song is one value a control; NaN is unknown. */
export interface SongModels {
  readonly trees: TreeEnsemble; // the boosted ones
  readonly ids: readonly ExplainedId[]; // that answer, the headline first; the forest comes when it was fetched
  /** Log-odds of a hit. */
  readonly margin: (id: Exclude<ExplainedId, "forest">, x: Float32Array) => number;
  /** Probability of a hit at the study's share of hits; each model's last answer is remembered. */
  readonly p: (id: ExplainedId, x: Float32Array) => number;
  readonly explainable: readonly ExplainableId[];
  /** Exact SHAP values; the last answer is remembered, since many parts of the page ask for the same. */
  readonly explain: (id: ExplainableId, x: Float32Array, space: Space) => RowExplanation;
  /** The boosted trees' margin along every control, exactly; prepared at the first call, the last answer is remembered. */
  readonly curves: (x: Float32Array) => readonly IceCurve[];
  readonly addForest: (trees: TreeEnsemble) => void;
}

/** The models that come with the page. */
export function songModels({logistic, glassbox, mlp}: PredictData, trees: TreeEnsemble): SongModels {
  const passMlp = forwardPass(mlp);
  const explainTrees = treeExplainer(trees);
  const games = {
    boosted: treeGame(trees),
    glassbox: glassboxGame(glassbox),
    logistic: logistic && logisticGame(logistic)
  };
  const ids: ExplainedId[] = ["boosted", "mlp", "glassbox", ...(logistic ? (["logistic"] as const) : [])];
  const answered = new Map<ExplainedId, {x: Float32Array; p: number}>(); // the last answer of each; songs never change
  let forest: TreeEnsemble | undefined;
  let drawCurves: ReturnType<typeof iceExplainer> | undefined;

  function margin(id: Exclude<ExplainedId, "forest">, x: Float32Array): number {
    switch (id) {
      case "boosted":
        return marginOfRow(trees, x);
      case "mlp":
        return passMlp(x);
      case "glassbox":
        return marginOfGlassboxRow(glassbox, x);
      case "logistic":
        return marginOfLogisticRow(need(logistic, id), x);
    }
  }

  function explainInLogOdds(id: ExplainableId, x: Float32Array): RowExplanation {
    switch (id) {
      case "boosted":
        return explainTrees(x);
      case "glassbox":
        return {base: glassbox.interceptLogOdds, phi: contributionsOfGlassboxRow(glassbox, x)};
      case "logistic":
        return shapLogisticRow(need(logistic, id), x);
    }
  }

  return {
    trees,
    ids,
    margin,
    p(id, x) {
      const last = answered.get(id);
      if (last?.x === x) return last.p;
      const p = id === "forest" ? Math.min(1, marginOfRow(need(forest, id), x)) : sigmoid(margin(id, x));
      answered.set(id, {x, p});
      return p;
    },
    explainable: logistic ? ["boosted", "glassbox", "logistic"] : ["boosted", "glassbox"],
    explain: rememberLast((id, x, space) =>
      space === "log-odds" ? explainInLogOdds(id, x) : shapleyOfValues(probabilityGame(need(games[id], id)(x)))
    ),
    curves: rememberLast((x) => (drawCurves ??= iceExplainer(trees))(x)),
    addForest(fetched) {
      forest = fetched;
      ids.splice(1, 0, "forest");
    }
  };
}

function need<T>(model: T | null | undefined, id: ExplainedId): T {
  if (model === null || model === undefined) throw new RangeError(`songModels has no model "${id}"`);
  return model;
}

/** The same answer as long as the same is asked. */
function rememberLast<A extends readonly unknown[], T>(ask: (...asked: A) => T): (...asked: A) => T {
  let last: {asked: A; answer: T} | undefined;
  return (...asked) => {
    if (!last || asked.some((value, i) => !Object.is(value, last!.asked[i]))) last = {asked, answer: ask(...asked)};
    return last.answer;
  };
}
