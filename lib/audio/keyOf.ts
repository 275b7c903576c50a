import type {Key, KeyEstimate} from "./AudioMeasures.js";
import type {Chroma} from "./chromaOf.js";
import {KEY_PROFILES, standardised} from "./keyProfiles.js";

const LEAST_FIT = 0.5; // correlation with the best key; songs .67 to .99
const LEAST_TONAL = 0.08; // correlation × steadiness; synthesised songs .14 to .92, speech, drums and noise 0 to .06
const LEAST_CLASSES = 2.5; // as many equally strong pitch classes: one note or two make no key; songs 4.5 and more
const LEAD = 0.1; // in correlation, see below

/**
 * The key whose profile a chroma correlates with best.
 *
 * Confidence is 1 − .55 e^(−m / .1), m being the lead in correlation over the runner-up: about the share of keys found
 * right among synthesised songs of such a lead.
 *
 * @returns null where no grid of semitones is heard, fewer than three pitch classes are, or no key fits
 * @see Krumhansl 1990, Cognitive Foundations of Musical Pitch, 4
 */
export function keyOf({weight, steadiness}: Chroma): KeyEstimate | null {
  const z = standardised(weight);
  const fits: {key: Key; fit: number}[] = [];
  for (const mode of [1, 0] as const) {
    const profile = mode === 1 ? KEY_PROFILES.major : KEY_PROFILES.minor;
    for (let tonic = 0; tonic < 12; tonic++) {
      let fit = 0;
      for (let step = 0; step < 12; step++) fit += profile[step] * z[(tonic + step) % 12];
      fits.push({key: {tonic, mode}, fit});
    }
  }
  const [first, second] = fits.sort((a, b) => b.fit - a.fit);
  const tonal = first.fit >= LEAST_FIT && first.fit * steadiness >= LEAST_TONAL;
  if (!tonal || classesIn(weight) < LEAST_CLASSES) return null;
  const confidence = 1 - 0.55 * Math.exp((second.fit - first.fit) / LEAD);
  return {...first.key, confidence, runnerUp: second.key};
}

/** How many equally strong pitch classes would be as uncertain: e to the entropy. */
function classesIn(weight: Float64Array): number {
  return Math.exp(weight.reduce((sum, share) => (share > 0 ? sum - share * Math.log(share) : sum), 0));
}
