import {featureNamed} from "../features/featureNamed.js";
import {formatList} from "../format/formatList.js";
import {formatMeasure} from "../format/formatMeasure.js";
import type {ExplainData, ModelReasons} from "./ExplainData.js";
import {MODEL_LABELS, theModel} from "./modelLabels.js";

/** The first sentences of the page of reasons. */
export interface ExplainWords {
  readonly claim: string;
  readonly lede: string;
}

/** What the models lean on, in words computed from their explanations. */
export function explainWords({models, tracks}: ExplainData): ExplainWords {
  const leaning = models.filter(({importance}) => importance[0].meanAbsPhi.value > 0);
  if (leaning.length === 0) return {claim: "No model leans on anything here", lede: "Nothing tells hits from flops."};
  const headline = leaning.find(({id}) => id === "boosted") ?? leaning[0];
  const first = (model: ModelReasons) => featureNamed(model.importance[0].feature).label;
  const others = leaning.filter((model) => first(model) !== first(headline));
  const dissent = others.map((model) => `${theModel(model.id)} on ${first(model).toLowerCase()}`);
  const leans = headline.id === "boosted" ? "lean" : "leans";
  const claim =
    others.length === 0 && leaning.length > 1
      ? `All ${leaning.length} models lean on ${first(headline).toLowerCase()} most`
      : `${MODEL_LABELS[headline.id]} ${leans} on ${first(headline).toLowerCase()} most` +
        (dissent.length > 0 ? `, ${formatList(dissent)}` : "");
  return {claim, lede: [loss(headline), next(headline), `${tracks.toLocaleString("en")} tracks are explained here.`].filter(Boolean).join(" ")}; // prettier-ignore
}

/** What the headline model loses when it is not told its first feature. */
function loss({id, importance: [{feature, permutation}]}: ModelReasons): string {
  if (!permutation) return "";
  const {value, low, high} = permutation;
  const name = featureNamed(feature).label.toLowerCase();
  if (low <= 0)
    return `Yet shuffling the values of ${name} changes the AUC of ${theModel(id)} among new artists no more than chance might.`;
  return (
    `With the values of ${name} shuffled, the AUC of ${theModel(id)} among new artists falls by ${formatMeasure(value)} ` +
    `(${formatMeasure(low)} to ${formatMeasure(high)}).`
  );
}

function next({importance}: ModelReasons): string {
  const names = importance.slice(1, 4).filter(({meanAbsPhi}) => meanAbsPhi.value > 0);
  if (names.length === 0) return "";
  return `Next come ${formatList(names.map(({feature}) => featureNamed(feature).label.toLowerCase()))}.`;
}
