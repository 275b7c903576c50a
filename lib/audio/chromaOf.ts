import {BINS_A_SEMITONE} from "./pitchHistogram.js";

export interface Chroma {
  readonly weight: Float64Array; // a pitch class, C first; they sum to 1, or all are 0
  readonly tuning: number; // semitones off 440 Hz, in [-½, ½]
  readonly steadiness: number; // in [0, 1]: 1 if all pitches lie on one grid of semitones, near 0 if they lie anywhere
}

/**
 * Pitch classes of a histogram of pitch, on the grid of semitones that fits it best.
 *
 * The grid is the mean direction of all pitches once a semitone is wound round a circle; a pitch counts for the note
 * next to it by the squared cosine of its distance, nothing half-way between two.
 *
 * @param histogram a weight a bin, MIDI note × BINS_A_SEMITONE
 */
export function chromaOf(histogram: Float64Array): Chroma {
  const turn = (2 * Math.PI) / BINS_A_SEMITONE;
  let [x, y, sum] = [0, 0, 0];
  histogram.forEach((weight, bin) => {
    x += weight * Math.cos(bin * turn);
    y += weight * Math.sin(bin * turn);
    sum += weight;
  });
  const weight = new Float64Array(12);
  if (sum === 0) return {weight, tuning: 0, steadiness: 0};
  const tuning = Math.atan2(y, x) / (2 * Math.PI);
  let kept = 0;
  histogram.forEach((value, bin) => {
    if (value === 0) return;
    const pitch = bin / BINS_A_SEMITONE - tuning;
    const note = Math.round(pitch);
    const near = value * Math.cos(Math.PI * (pitch - note)) ** 2;
    weight[((note % 12) + 12) % 12] += near;
    kept += near;
  });
  return {
    weight: kept === 0 ? weight : weight.map((value) => value / kept),
    tuning,
    steadiness: Math.hypot(x, y) / sum
  };
}
