import {spearman} from "../metrics/spearman.js";
import type {ExplainData, ExplainedId, ModelReasons} from "./ExplainData.js";

/** Whether the models lean on the same features: what each puts on them, and how alike two models are. */
export interface ReasonsAgreement {
  readonly models: readonly ExplainedId[]; // those that lean on anything
  readonly features: readonly FeatureShares[]; // by falling mean share
  readonly pairs: readonly ReasonsPair[]; // every two models
}

export interface FeatureShares {
  readonly feature: string;
  readonly shares: readonly number[]; // of each model's summed mean |SHAP|, in [0, 1]; one a model
}

/** Spearman correlations of two models over the features, in [−1, 1]; null where either model has only ties. */
export interface ReasonsPair {
  readonly a: ExplainedId;
  readonly b: ExplainedId;
  readonly importance: number | null;
  readonly direction: number | null;
}

/** Compares the models' reasons by shares, since some add up log-odds and some probabilities. */
export function reasonsAgreement({features, models}: Pick<ExplainData, "features" | "models">): ReasonsAgreement {
  const leaning = models
    .map((model) => ({id: model.id, shares: sharesOf(model, features), directions: directionsOf(model, features)}))
    .filter(({shares}) => shares.some((share) => share > 0));
  const mean = ({shares}: FeatureShares) => shares.reduce((sum, share) => sum + share, 0);
  return {
    models: leaning.map(({id}) => id),
    features: features
      .map((feature, j) => ({feature, shares: leaning.map(({shares}) => shares[j])}))
      .sort((a, b) => mean(b) - mean(a)),
    pairs: leaning.flatMap((a, i) =>
      leaning.slice(i + 1).map((b) => ({
        a: a.id,
        b: b.id,
        importance: spearman(a.shares, b.shares),
        direction: spearman(a.directions, b.directions)
      }))
    )
  };
}

function sharesOf({importance}: ModelReasons, features: readonly string[]): Float64Array {
  const valueOf = new Map(importance.map(({feature, meanAbsPhi}) => [feature, meanAbsPhi.value]));
  const values = Float64Array.from(features, (feature) => valueOf.get(feature) ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => (total > 0 ? value / total : 0));
}

function directionsOf({importance}: ModelReasons, features: readonly string[]): Float64Array {
  const directionOf = new Map(importance.map(({feature, direction}) => [feature, direction]));
  return Float64Array.from(features, (feature) => directionOf.get(feature) ?? 0);
}
