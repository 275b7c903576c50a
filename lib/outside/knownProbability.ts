import {sigmoid} from "../sigmoid.js";
import {marginOfRow} from "../trees/marginOfRow.js";
import type {TreeEnsemble} from "../trees/types.js";
import type {SongInputs} from "./SongInputs.js";
import {knownRow} from "./knownRow.js";

/**
 * Probability of a hit by trees that were fitted to songs of which only part was known.
 *
 * @param inputs features that are no input of the trees are left aside; see knownInputs
 * @returns in [0, 1], at the study's share of hits
 */
export function knownProbability(inputs: SongInputs, trees: TreeEnsemble): number {
  return sigmoid(marginOfRow(trees, knownRow(inputs, trees.features)));
}
