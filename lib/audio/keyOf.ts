import type {Key, KeyEstimate} from "./AudioMeasures.js";
import type {Chroma} from "./chromaOf.js";
import {KEY_PROFILES, standardised} from "./keyProfiles.js";

const LEAST_FIT = 0.63; // correlation with the best key; synthesised songs .67 to .99, a kick's beat .61
const LEAST_TONAL = 0.1; // correlation × steadiness; synthesised songs .14 to .92, speech, drum loops and noise 0 to .06
const MOST_OF_TWO = 0.65; // share of the two strongest pitch classes: one note or two make no key, nor does a bell
const LEAD = 0.1; // in correlation, see below

/**
 * The key whose profile a chroma correlates with best.
 *
 * Confidence is 1 − .55 e^(−m / .1), m being the lead in correlation over the runner-up: about the share of keys found
 * right among synthesised songs of such a lead.
 *
 * @returns null where no grid of semitones is heard, two pitch classes are most of it, or no key fits
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
  const [one, two] = weight.toSorted((a, b) => b - a);
  if (!tonal || one + two > MOST_OF_TWO) return null;
  const confidence = 1 - 0.55 * Math.exp((second.fit - first.fit) / LEAD);
  return {...first.key, confidence, runnerUp: second.key};
}
