import type {FeatureEffect} from "./ExplainData.js";

const TAIL = 0.01; // share of the tracks beyond either end, where a curve hangs on a few

/** Where on its x a feature's partial dependence is lowest and highest, and where ALE leaves it most. */
export interface EffectReading {
  readonly lowest: number; // positions in x, all where 98 % of the tracks are
  readonly highest: number;
  readonly partsMost: number;
}

/**
 * Reads a feature's curves where 98 % of the tracks are.
 *
 * @throws RangeError if there is no x
 */
export function readEffect({x, share, pdp, ale}: FeatureEffect): EffectReading {
  if (x.length === 0) throw new RangeError("readEffect requires a curve; got none");
  const total = share.reduce((sum, one) => sum + one, 0);
  let below = 0;
  const middle = x.flatMap((_, k) => {
    below += share[k];
    const above = total - below + share[k];
    return below > TAIL * total && above > TAIL * total ? [k] : [];
  });
  const at = middle.length > 0 ? middle : x.map((_, k) => k);
  const gap = x.map((_, k) => pdp[k] - ale[k]);
  const meanGap = total > 0 ? gap.reduce((sum, one, k) => sum + one * share[k], 0) / total : 0;
  const most = (height: (k: number) => number) => at.reduce((best, k) => (height(k) > height(best) ? k : best));
  return {
    lowest: most((k) => -pdp[k]),
    highest: most((k) => pdp[k]),
    partsMost: most((k) => Math.abs(gap[k] - meanGap))
  };
}
