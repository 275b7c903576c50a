import type {MeterEstimate, Sound, TempoEstimate} from "../../lib/audio/AudioMeasures.js";
import {estimateRhythm} from "../../lib/audio/estimateRhythm.js";
import {ANALYSIS_RATE_HZ, monoAt} from "../../lib/audio/monoAt.js";
import {synthesiseMusic} from "../fixtures/audio/synthesiseMusic.js";
import {synthesiseUnsteady, UNSTEADY} from "../fixtures/audio/synthesiseUnsteady.js";

/** Shares of synthesised sounds of which the rhythm is told right. */
export interface TempoTable {
  readonly items: number; // pieces of music
  readonly exact: number; // within 4 % of the truth
  readonly octave: number; // of the truth, its half, third, double or treble
  readonly none: number; // no tempo, where there is one
  readonly meter: number; // right, among the exact ones
  readonly falseThrees: number; // among the exact ones in four
  readonly errorPercent: number; // median, of the exact ones
  readonly unsteady: number; // speech, noise, silence, held sounds, rain
  readonly unsteadyNone: number; // share of them without a tempo, as is right
  readonly cpuSeconds: number; // for 180 s of sound, all of the rhythm with its resampling
  readonly mistakes: readonly string[];
}

/** Multiples of the true tempo within which half and twice of an estimate reach it. */
const OCTAVES = [1, 2, 1 / 2, 3, 1 / 3];
const CLOSE = 0.04;

/**
 * Measures tempo and meter on pieces drawn from a seed, and on half as many sounds that have none, half of them speech.
 *
 * @param items pieces, from 2
 * @param seconds of each
 */
export function measureTempo(seed: number, items: number, {seconds = 30} = {}): TempoTable {
  const mistakes: string[] = [];
  const count = {exact: 0, octave: 0, none: 0, meter: 0, fours: 0, falseThrees: 0, unsteadyNone: 0};
  const errors: number[] = [];
  let [cpu, heard] = [0, 0];
  const listen = (sound: Sound): {tempo: TempoEstimate | null; meter: MeterEstimate | null} => {
    const before = process.cpuUsage();
    const rhythm = estimateRhythm(monoAt(sound, ANALYSIS_RATE_HZ), ANALYSIS_RATE_HZ);
    let step = rhythm.next();
    while (!step.done) step = rhythm.next();
    cpu += process.cpuUsage(before).user / 1e6;
    heard += seconds;
    return step.value;
  };

  for (let i = 0; i < items; i++) {
    const piece = synthesiseMusic(seed * 10_000 + i, {seconds});
    const {tempo, meter} = listen(piece.sound);
    const ratio = (tempo?.bpm ?? 0) / piece.bpm;
    const multiple = OCTAVES.find((octave) => Math.abs(ratio / octave - 1) <= CLOSE);
    if (tempo === null) count.none++;
    if (multiple !== undefined) count.octave++;
    if (multiple === 1) {
      count.exact++;
      errors.push(100 * Math.abs(ratio - 1));
      if (piece.beats === 4) count.fours++;
      if (meter!.beats === piece.beats) count.meter++;
      else if (piece.beats === 4) count.falseThrees++;
    } else {
      const said = tempo ? `${tempo.bpm.toFixed(1)} BPM` : "none";
      mistakes.push(`piece ${i}, ${piece.texture}: ${said} for ${piece.bpm.toFixed(1)} BPM; ${piece.hard}`);
    }
  }
  const unsteady = Math.ceil(items / 2);
  for (let i = 0; i < unsteady; i++) {
    const what = i % 2 === 0 ? "speech" : UNSTEADY[((i - 1) / 2) % UNSTEADY.length];
    const {tempo} = listen(synthesiseUnsteady(what, seed * 10_000 + i, seconds));
    if (tempo === null) count.unsteadyNone++;
    else mistakes.push(`sound ${i}, ${what}: ${tempo.bpm.toFixed(1)} BPM for none`);
  }
  errors.sort((a, b) => a - b);
  return {
    items,
    exact: count.exact / items,
    octave: count.octave / items,
    none: count.none / items,
    meter: count.meter / count.exact,
    falseThrees: count.falseThrees / count.fours,
    errorPercent: errors[Math.floor(errors.length / 2)],
    unsteady,
    unsteadyNone: count.unsteadyNone / unsteady,
    cpuSeconds: (180 * cpu) / heard,
    mistakes
  };
}
