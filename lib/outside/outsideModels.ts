import {decodeEnsembles} from "../trees/decodeTrees.js";
import type {TreeEnsemble} from "../trees/types.js";
import type {OutsideData} from "./OutsideData.js";

/** The models for a song of which only part is known. */
export interface OutsideModels {
  readonly data: OutsideData;
  readonly known: TreeEnsemble; // tells a hit; its margin is log-odds
  readonly estimates: readonly TreeEnsemble[]; // one an entry of data.estimates; the sigmoid of the margin is the value
}

/**
 * Puts together what data/outside.json and data/outside.arrow hold.
 *
 * @param bytes of data/outside.arrow
 * @throws RangeError if the bytes are anything else, or hold other models than the data names
 */
export function outsideModels(data: OutsideData, bytes: Uint8Array): OutsideModels {
  const [known, ...estimates] = decodeEnsembles(bytes);
  const expected = 1 + data.estimates.length;
  if (known === undefined || estimates.length + 1 !== expected) {
    const got = known === undefined ? 0 : estimates.length + 1;
    throw new RangeError(`outsideModels requires ${expected} ensembles; got ${got}`);
  }
  return {data, known, estimates};
}
