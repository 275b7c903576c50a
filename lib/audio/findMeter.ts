import type {MeterEstimate} from "./AudioMeasures.js";
import type {SelfSimilarity} from "./selfSimilarity.js";
import {valueAt} from "./valueAt.js";

const CLEAR = 0.04; // by how much threes have to be more alike than fours, to be taken for the meter
const SURE = 0.1; // on either side

/**
 * Three or four beats a bar: do onsets, low, middle and high each for itself, come again after 3, 6 and 9 beats, or
 * rather after 2, 4 and 8?
 *
 * @param beatFrames from one beat to the next
 * @returns 3 only with a clear margin; sure if the margin is large either way
 */
export function findMeter({bands}: SelfSimilarity, beatFrames: number): MeterEstimate {
  const mean = (beats: readonly number[]) => {
    const known = beats.filter((beat) => beat * beatFrames <= bands.length - 1);
    if (known.length === 0) return null;
    return known.reduce((sum, beat) => sum + valueAt(bands, beat * beatFrames), 0) / known.length;
  };
  const [threes, fours] = [mean([3, 6, 9]), mean([2, 4, 8])];
  if (threes === null || fours === null) return {beats: 4, sure: false};
  const margin = threes - fours;
  return {beats: margin > CLEAR ? 3 : 4, sure: Math.abs(margin) > SURE};
}
