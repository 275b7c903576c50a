import {sigmoid} from "../sigmoid.js";
import {marginOfRow} from "../trees/marginOfRow.js";
import type {SongInputs} from "./SongInputs.js";
import {knownRow} from "./knownRow.js";
import type {OutsideModels} from "./outsideModels.js";

/** A feature as estimated from others. */
export interface EstimatedValue {
  readonly feature: string;
  readonly value: number; // in [0, 1]
  readonly low: number; // in [0, 1]: four of five tracks of artists not heard lie between low and high
  readonly high: number;
}

/**
 * Estimates the features that cannot be measured from those that can, and from what a reader answered.
 *
 * @param inputs features that are no input of the models are left aside; see knownInputs
 * @returns one a feature that the study has, in the order of ESTIMATED
 */
export function estimateMissing(inputs: SongInputs, {data, estimates}: OutsideModels): EstimatedValue[] {
  return data.estimates.map(({feature, errorLow, errorHigh}, k) => {
    const value = sigmoid(marginOfRow(estimates[k], knownRow(inputs, estimates[k].features)));
    const within = (other: number) => Math.min(1, Math.max(0, other));
    return {feature, value, low: within(value + errorLow), high: within(value + errorHigh)};
  });
}
