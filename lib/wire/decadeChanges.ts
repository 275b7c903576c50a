import type {Estimate} from "../metrics/types.js";
import type {ExplainData, ModelReasons} from "./ExplainData.js";

const CLEAR = 0.1; // least size of a rank correlation that is called a direction

/** How a model's leaning on one feature went from decade to decade. */
export interface DecadeChange {
  readonly feature: string;
  readonly first: Estimate; // mean |SHAP| in the first decade
  readonly last: Estimate;
  readonly strongest: number; // mean |SHAP| of the decade that has most
  readonly beyondIntervals: boolean; // whether the first and the last decade's intervals do not overlap
  readonly turns: readonly number[]; // positions of decades whose clear direction is opposite to the clear one before
}

/** Every feature's change over the decades, the greatest first; none of fewer than two decades. */
export function decadeChanges(
  {features}: Pick<ExplainData, "features">,
  {byDecade}: Pick<ModelReasons, "byDecade">
): DecadeChange[] {
  if (byDecade.length < 2) return [];
  return features
    .map((feature, j) => {
      const estimates = byDecade.map(({meanAbsPhi}) => meanAbsPhi[j]);
      const [first, last] = [estimates[0], estimates[estimates.length - 1]];
      return {
        feature,
        first,
        last,
        strongest: Math.max(...estimates.map(({value}) => value)),
        beyondIntervals: first.high < last.low || last.high < first.low,
        turns: turnsOf(byDecade.map(({direction}) => direction[j]))
      };
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

const sizeOf = ({first, last}: DecadeChange) => Math.abs(last.value - first.value);

/** 1 where higher values go with higher contributions, −1 where with lower ones, 0 where with neither clearly. */
export const directionSign = (direction: number): -1 | 0 | 1 =>
  Math.abs(direction) < CLEAR ? 0 : direction > 0 ? 1 : -1;

function turnsOf(directions: readonly number[]): number[] {
  let before = 0;
  return directions.flatMap((direction, k) => {
    const sign = directionSign(direction);
    const turned = sign !== 0 && before === -sign;
    before = sign || before;
    return turned ? [k] : [];
  });
}
