import {takeValues} from "../columns.js";
import {logit} from "../logit.js";
import {aucComponents} from "../metrics/aucComponents.js";
import {aucSpread} from "../metrics/aucSpread.js";
import {checkGroups} from "../metrics/checkGroups.js";
import {groupIndex} from "../metrics/groupIndex.js";
import {normalTails} from "../metrics/normalTails.js";
import type {Difference, Estimate, NoEstimate} from "../metrics/types.js";
import {Z95} from "../metrics/wilsonInterval.js";
import {sigmoid} from "../sigmoid.js";
import {rowsOfGenres} from "./rowsOfGenres.js";

/**
 * Share of pairs of a hit and a flop of the same stratum that p ranks right: what is left of an AUC when strata are
 * known, such as genres, whose shares of hits differ.
 *
 * Σ_s n₁ₛ n₀ₛ AUC_s / Σ_s n₁ₛ n₀ₛ, with DeLong's components summed over groups, on the log-odds scale as aucInterval.
 * Each stratum's components are centred there, so a stratum of G groups with hits, or flops, has its own G / (G − 1).
 *
 * @param y outcomes, n values, each 0 or 1
 * @param p probabilities of 1, n values in [0, 1]
 * @param stratum n numbers
 * @param groups n names or ids; rows of one group may be alike, in one stratum or in several
 * @returns null where no stratum has both labels
 * @throws RangeError if n is 0, the lengths differ, or a value is out of range
 * @see DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44(3); over groups: Obuchowski 1997, Biometrics 53(2)
 */
export function withinAuc(
  y: Uint8Array,
  p: Float64Array,
  stratum: Int32Array,
  groups: Int32Array
): Estimate | NoEstimate {
  checkGroups("withinAuc", y, p, groups);
  const within = components(y, p, stratum, groups);
  if (!within) return {value: null, low: null, high: null};
  const {auc, deviation} = within;
  if (auc === 0 || auc === 1) return {value: auc, low: 0, high: 1};
  const {variance} = aucSpread(y, deviation, groups);
  const half = (Z95 * Math.sqrt(variance)) / (auc * (1 - auc));
  return {value: auc, low: sigmoid(logit(auc) - half), high: sigmoid(logit(auc) + half)};
}

/**
 * How much more of the pairs within strata p ranks right than q, over groups.
 *
 * @param q probabilities of 1 by the other model; everything else as in withinAuc
 * @returns null where no stratum has both labels
 */
export function compareWithin(
  y: Uint8Array,
  p: Float64Array,
  q: Float64Array,
  stratum: Int32Array,
  groups: Int32Array
): Difference | null {
  checkGroups("compareWithin", y, p, groups);
  checkGroups("compareWithin", y, q, groups);
  const [ofP, ofQ] = [components(y, p, stratum, groups), components(y, q, stratum, groups)];
  if (!ofP || !ofQ) return null;
  const value = ofP.auc - ofQ.auc;
  const deviation = ofP.deviation.map((d, row) => d - ofQ.deviation[row]);
  const error = Math.sqrt(aucSpread(y, deviation, groups).variance);
  if (error === 0) return value === 0 ? {value, low: 0, high: 0, pValue: 1} : {value, low: -1, high: 1, pValue: 1};
  const [low, high] = [Math.max(-1, value - Z95 * error), Math.min(1, value + Z95 * error)];
  return {value, low, high, pValue: normalTails(value / error)};
}

/** The strata's AUCs and components together, each by its pairs; null where there is no pair. */
function components(y: Uint8Array, p: Float64Array, stratum: Int32Array, groups: Int32Array) {
  const {index, count} = groupIndex(stratum);
  const deviation = new Float64Array(y.length);
  let [won, pairs] = [0, 0];
  for (const rows of rowsOfGenres(index, count)) {
    const labels = takeValues(y, rows);
    const part = aucComponents(labels, takeValues(p, rows));
    if (!part) continue;
    const [flopScale, hitScale] = [0, 1].map((label) => {
      const held = new Set(takeValues(groups, rows.filter((row) => y[row] === label))).size; // prettier-ignore
      return held > 1 ? Math.sqrt(held / (held - 1)) : 1;
    });
    const hits = labels.reduce((sum, label) => sum + label, 0);
    const here = hits * (rows.length - hits);
    won += part.auc * here;
    pairs += here;
    rows.forEach((row, i) => (deviation[row] = part.deviation[i] * here * (y[row] === 1 ? hitScale : flopScale)));
  }
  return pairs === 0 ? null : {auc: won / pairs, deviation: deviation.map((d) => d / pairs)};
}
