import type {SelfSimilarity} from "./selfSimilarity.js";
import type {TempoPrior} from "./tempoPrior.js";
import {valueAt} from "./valueAt.js";

export interface Beat {
  readonly frames: number; // from one to the next
  readonly confidence: number; // in [0, 1]: that neither half, twice, nor another simple multiple is meant
}

const [SLOWEST_BPM, FASTEST_BPM] = [40, 240]; // almost all tracks of the study lie within
const STEP = 1.0025; // between tempos tried
const BEATS = 8; // after which onsets should come again
const BEATS_SECONDS = 6; // at most
const HALVES = 0.3; // weight of a pulse at half the beat
const PRIOR = 0.15; // similarity that is worth one unit of log-likelihood: as much as chance gives a short song
const REFINED = 0.03; // to either side of the best tempo tried
const RELATIVES = [1 / 3, 1 / 2, 2 / 3, 3 / 4, 1, 4 / 3, 3 / 2, 2, 3];

/**
 * The period after which onsets come again as beats do.
 *
 * Each tempo is scored by the mean self-similarity of onsets at 1 to 8 beats, by the pulse at half a beat in the spectrum
 * of the self-similarity (wrong by 3/2 or 4/3, a tempo has none), and by how usual it is. The best is refined at lags of
 * up to 8 s.
 *
 * @returns the period within some thousandths
 * @see Peeters 2006, "Template-based estimation of time-varying tempo", EURASIP J. Adv. Signal Process. 2007: spectrum
 *   and autocorrelation together; Ellis 2007, "Beat tracking by dynamic programming", J. New Music Res. 36(1): the prior
 */
export function findBeat(similarity: SelfSimilarity, prior: TempoPrior): Beat {
  const {bands, whole, framesPerSecond} = similarity;
  const both = bands.map((value, lag) => (value + whole[lag]) / 2);
  const framesOf = (bpm: number) => (60 * framesPerSecond) / bpm;
  const pulse = pulses(both, framesPerSecond);
  const score = (bpm: number) => {
    const usual = -0.5 * (Math.log2(bpm / prior.medianBpm) / prior.octaves) ** 2;
    const again = meanAt(both, framesOf(bpm), BEATS, BEATS_SECONDS * framesPerSecond);
    return again + HALVES * valueAt(pulse, 2 * bpm) + PRIOR * usual;
  };

  let best = {bpm: SLOWEST_BPM, score: -Infinity};
  for (let bpm = SLOWEST_BPM; bpm <= FASTEST_BPM; bpm *= STEP) {
    const next = score(bpm);
    if (next > best.score) best = {bpm, score: next};
  }
  let total = 0;
  for (const relative of RELATIVES) {
    let most = -Infinity; // close to the relative, since the best is known by steps only
    for (const off of [1 / STEP ** 2, 1 / STEP, 1, STEP, STEP ** 2])
      most = Math.max(most, score(best.bpm * relative * off));
    total += Math.exp((most - best.score) / PRIOR);
  }

  let [frames, most] = [framesOf(best.bpm), -Infinity];
  for (let off = 1 - REFINED; off <= 1 + REFINED; off += 0.0005) {
    const again = meanAt(both, framesOf(best.bpm) * off, Infinity, Infinity);
    if (again > most) [frames, most] = [framesOf(best.bpm) * off, again];
  }
  return {frames, confidence: Math.min(1, 1 / total)};
}

/** Mean of the values at so many multiples of a lag, at least one, none of them beyond the longest. */
function meanAt(values: Float32Array, lag: number, multiples: number, longest: number): number {
  let [sum, count] = [0, 0];
  for (let k = 1; k <= multiples && k * lag <= Math.min(longest, values.length - 2); k++) {
    sum += valueAt(values, k * lag);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** Amplitude of every pulse, in beats a minute up to three times the fastest tempo, the strongest 1. */
function pulses(similarity: Float32Array, framesPerSecond: number): Float32Array {
  const lags = Math.min(similarity.length, Math.round(BEATS_SECONDS * framesPerSecond));
  const result = new Float32Array(3 * FASTEST_BPM);
  let most = 1e-9;
  for (let bpm = SLOWEST_BPM; bpm < result.length; bpm++) {
    const step = (2 * Math.PI * bpm) / (60 * framesPerSecond);
    let power = similarity[0];
    for (let lag = 1; lag < lags; lag++) {
      power += similarity[lag] * (1 + Math.cos((Math.PI * lag) / lags)) * Math.cos(step * lag);
    }
    result[bpm] = Math.sqrt(Math.max(0, power));
    if (result[bpm] > most) most = result[bpm];
  }
  return result.map((value) => value / most);
}
