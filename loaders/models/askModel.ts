import type {Columns} from "../../lib/columns.js";
import {predictForest} from "../../lib/forest/predictForest.js";
import type {Forest} from "../../lib/forest/types.js";
import type {GlassboxFit} from "../../lib/glassbox/fitGlassbox.js";
import {predictGlassbox} from "../../lib/glassbox/predictGlassbox.js";
import {predictLogistic} from "../../lib/logistic/predictLogistic.js";
import type {LogisticModel} from "../../lib/logistic/types.js";
import {predictMlp} from "../../lib/mlp/predictMlp.js";
import type {Mlp} from "../../lib/mlp/types.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {ExplainedId} from "../../lib/wire/ExplainData.js";

const PREDICT: Readonly<Record<ExplainedId, (model: never, X: Columns) => Float64Array>> = {
  logistic: (model: LogisticModel, X) => predictLogistic(model, X),
  glassbox: ({model}: GlassboxFit, X) => predictGlassbox(model, X),
  forest: (model: Forest, X) => predictForest(model, X),
  mlp: (model: Mlp, X) => predictMlp(model, X),
  boosted: (model: TreeEnsemble, X) => predictTrees(model, X)
};

/** Probabilities of a fitted model, which is what the stage of that name results in. */
export const askModel = (id: ExplainedId, model: unknown, X: Columns): Float64Array => PREDICT[id](model as never, X);
