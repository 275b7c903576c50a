import {AUDIO_FEATURES} from "../features/features.js";
import type {Difference} from "../metrics/types.js";
import type {FeatureImportance} from "../wire/ExplainData.js";
import type {Said} from "../wire/InsightsData.js";
import type {Evidence} from "./Evidence.js";
import {wordOf} from "./featureWords.js";
import {isClear} from "./isClear.js";
import {ledger, type Ledger} from "./ledger.js";
import {said} from "./said.js";
import {whyNoClaim} from "./withdrawn.js";

type Driver = FeatureImportance & {readonly permutation: Difference};

/** The audio features that the boosted trees' ranking is clearly worse without, strongest first. */
export function driversOf({models, explain}: Pick<Evidence, "models" | "explain">): Driver[] {
  if (whyNoClaim(models, ledger()) !== null) return [];
  return measuredFeatures(explain).filter(
    ({permutation}, _, all) => permutation.value > 0 && isClear(permutation, all.length)
  );
}

/** The boosted trees' audio features whose loss by shuffling is known. */
export function measuredFeatures(explain: Evidence["explain"]): Driver[] {
  const importance = explain.models.find(({id}) => id === "boosted")?.importance ?? [];
  const isAudio = ({feature}: FeatureImportance) => AUDIO_FEATURES.some(({name}) => name === feature);
  return importance.filter((one): one is Driver => isAudio(one) && one.permutation !== null);
}

/**
 * Why nothing may be claimed of a feature: the boosted trees know nothing, or rank as well with its values shuffled.
 *
 * @returns null where it is one of the drivers
 */
export function whyNoDriver(feature: string, evidence: Evidence, book: Ledger): Said | null {
  const doubt = whyNoClaim(evidence.models, book);
  if (doubt) return doubt;
  if (driversOf(evidence).some((driver) => driver.feature === feature)) return null;
  return said`Withdrawn: the boosted trees’ ranking among new artists is not clearly worse with the values of ${wordOf(feature)} shuffled.`;
}
