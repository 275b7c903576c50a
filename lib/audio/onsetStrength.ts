import {countFrames, spectrogram} from "./spectrogram.js";

/** How strongly sound sets in over time, in parts of the spectrum. */
export interface OnsetStrength {
  readonly groups: readonly Float32Array[]; // low to high; a value a frame, at least 0
  readonly framesPerSecond: number;
}

const WINDOW_SECONDS = 0.046; // long enough to part the strings of a bass, short enough to part strokes
const HOPS = 4; // a window
const LOWEST_HZ = 40;
const HIGHEST_HZ = 10_000;
const BANDS = 36; // less than a third of an octave each, where the bins are close enough
const GROUPS = 6;
const PIECE = 512; // frames whose spectrogram is held at a time
const LAG = 2; // frames between which loudness is compared: half a window
const COMPRESSION = 30; // over the root of the sound's mean square: from there on loudness counts by its logarithm

/**
 * Spectral flux: by how much bands of the spectrum grow louder from frame to frame.
 *
 * Magnitudes are taken by their logarithm in bands that are evenly spaced in pitch, and each is compared with the
 * loudest of the band and its neighbours half a window before, so that a voice that only slides in pitch counts little.
 *
 * @param mono samples
 * @yields the share done
 * @returns no frames for less than a window and a hop; all 0 for silence
 * @throws RangeError if a sample is no number
 * @see Böck and Widmer 2013, "Maximum filter vibrato suppression for onset detection", DAFx
 */
export function* onsetStrength(
  mono: Float32Array,
  sampleRateHz: number
): Generator<{readonly done: number}, OnsetStrength> {
  const size = 2 ** Math.round(Math.log2(WINDOW_SECONDS * sampleRateHz));
  const hop = size / HOPS;
  const frames = countFrames(mono.length, {size, hop});
  const {edges, groupOf} = bandsOf(size, sampleRateHz);
  const bands = groupOf.length;
  const groups = Array.from({length: GROUPS}, () => new Float32Array(frames));
  const scale = COMPRESSION / (rootMeanSquare(mono) || 1);
  const rows = Array.from({length: LAG + 1}, () => new Float32Array(bands));
  for (let first = 0; first < frames; first += PIECE) {
    const {magnitudes, bins, frames: count} = spectrogram(mono, {size, hop, first, frames: PIECE});
    for (let frame = first; frame < first + count; frame++) {
      const row = rows[frame % rows.length];
      const before = rows[(frame + 1) % rows.length]; // LAG frames ago
      const at = (frame - first) * bins;
      for (let band = 0; band < bands; band++) {
        let sum = 0;
        for (let k = edges[band]; k < edges[band + 1]; k++) sum += magnitudes[at + k];
        row[band] = Math.log1p((scale * sum) / Math.sqrt(edges[band + 1] - edges[band]));
      }
      if (frame < LAG) continue;
      for (let band = 0; band < bands; band++) {
        let most = before[band];
        if (band > 0 && before[band - 1] > most) most = before[band - 1];
        if (band + 1 < bands && before[band + 1] > most) most = before[band + 1];
        if (row[band] > most) groups[groupOf[band]][frame] += row[band] - most;
      }
    }
    yield {done: (first + count) / frames};
  }
  return {groups, framesPerSecond: sampleRateHz / hop};
}

/** Edges of the bands in bins, each at least a bin wide, and the group that each belongs to. */
function bandsOf(size: number, sampleRateHz: number): {edges: number[]; groupOf: number[]} {
  const highest = Math.min(HIGHEST_HZ, 0.49 * sampleRateHz);
  const edges = [Math.round((LOWEST_HZ * size) / sampleRateHz)];
  const groupOf: number[] = [];
  for (let band = 1; band <= BANDS; band++) {
    const hz = LOWEST_HZ * (highest / LOWEST_HZ) ** (band / BANDS);
    const edge = Math.round((hz * size) / sampleRateHz);
    if (edge <= edges.at(-1)!) continue;
    edges.push(edge);
    groupOf.push(Math.floor(((band - 1) * GROUPS) / BANDS));
  }
  return {edges, groupOf};
}

function rootMeanSquare(mono: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < mono.length; i++) sum += mono[i] * mono[i];
  if (!Number.isFinite(sum)) {
    const at = mono.findIndex((sample) => !Number.isFinite(sample));
    throw new RangeError(`onsetStrength requires samples that are numbers; got ${mono[at]} at ${at}`);
  }
  return Math.sqrt(sum / Math.max(1, mono.length));
}
