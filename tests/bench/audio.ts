import type {Key, KeyEstimate, Sound} from "../../lib/audio/AudioMeasures.js";
import {analyseSound} from "../../lib/audio/analyseSound.js";
import {estimateKey} from "../../lib/audio/estimateKey.js";
import {finish} from "../../lib/audio/finish.js";
import {integratedLoudness} from "../../lib/audio/integratedLoudness.js";
import {ANALYSIS_RATE_HZ} from "../../lib/audio/monoAt.js";
import {randomSource} from "../../lib/random/randomSource.js";
import {drumLoop} from "../fixtures/audio/drums.js";
import {LOUDNESS_CASES} from "../fixtures/audio/loudnessCases.js";
import {noise} from "../fixtures/audio/noise.js";
import {song} from "../fixtures/audio/song.js";
import {speech} from "../fixtures/audio/speech.js";
import {measureTempo, type TempoTable} from "./tempoTable.js";

/** How right and how fast sounds are measured. All of them are synthesised. */
export interface AudioBench {
  readonly loudnessErrorLu: Readonly<Record<string, number>>; // largest over the rates, by case
  readonly key: KeyShares;
  readonly tempo: TempoTable;
  readonly noEstimate: Readonly<Record<string, NoEstimateCases>>; // of sounds that have neither beat nor key
  readonly threeMinutes: {
    readonly cpuSeconds: number; // of a stereo sound at 44.1 kHz, in Node
    readonly longestPieceMs: number; // between two messages, CPU time
  };
}

/** Of songs whose key is known; the first five sum to 1. */
export interface KeyShares {
  readonly songs: number;
  readonly exact: number;
  readonly relative: number; // the major or minor key with the same notes
  readonly fifth: number; // a fifth off, same mode
  readonly parallel: number; // right tonic, other mode
  readonly other: number; // none included
  readonly withRunnerUp: number; // exact, or the runner-up is
  readonly none: number;
}

export interface NoEstimateCases {
  readonly sounds: number;
  readonly key: number; // that were given a key all the same
  readonly tempo: number;
}

const RATES_HZ = [8000, 22_050, 44_100, 48_000, 96_000];
const SEED = 2027; // on which nothing was tuned

/** Measures synthesised sounds of known loudness, key and tempo, noises, and a song of three minutes. */
export async function benchAudio({songs = 96, sounds = 12} = {}): Promise<AudioBench> {
  const loudnessErrorLu: Record<string, number> = {};
  for (const {name, lufs, sound} of LOUDNESS_CASES) {
    const errors = RATES_HZ.map((rate) => Math.abs((integratedLoudness(sound(rate)) ?? Infinity) - lufs));
    loudnessErrorLu[name] = Math.max(...errors);
  }
  return {
    loudnessErrorLu,
    key: measureKeys(songs),
    tempo: measureTempo(SEED, songs),
    noEstimate: measureNoEstimates(sounds),
    threeMinutes: timeThreeMinutes()
  };
}

/** How the keys of songs are found. */
export function measureKeys(songs: number, seed = SEED): KeyShares {
  const counts = {exact: 0, relative: 0, fifth: 0, parallel: 0, other: 0, withRunnerUp: 0, none: 0};
  for (let n = 0; n < songs; n++) {
    const {sound, key} = song(seed, n);
    const heard = finish(estimateKey(sound.channels[0], sound.sampleRateHz));
    const verdict = confusion(heard, key);
    counts[verdict]++;
    if (heard === null) counts.none++;
    else if (verdict === "exact" || confusion(heard.runnerUp, key) === "exact") counts.withRunnerUp++;
  }
  const share = (count: number) => count / songs;
  return {
    songs,
    exact: share(counts.exact),
    relative: share(counts.relative),
    fifth: share(counts.fifth),
    parallel: share(counts.parallel),
    other: share(counts.other),
    withRunnerUp: share(counts.withRunnerUp),
    none: share(counts.none)
  };
}

function confusion(heard: Key | KeyEstimate | null, key: Key): "exact" | "relative" | "fifth" | "parallel" | "other" {
  if (heard === null) return "other";
  const above = (heard.tonic - key.tonic + 12) % 12;
  if (heard.mode === key.mode) return above === 0 ? "exact" : above === 5 || above === 7 ? "fifth" : "other";
  if (above === 0) return "parallel";
  return above === (key.mode === 1 ? 9 : 3) ? "relative" : "other";
}

function measureNoEstimates(sounds: number): AudioBench["noEstimate"] {
  const seconds = 20;
  const samples = seconds * ANALYSIS_RATE_HZ;
  const kinds: Record<string, (random: () => number) => Float32Array> = {
    silence: () => new Float32Array(samples),
    "white noise": (random) => noise("white", samples, random),
    "pink noise": (random) => noise("pink", samples, random),
    "brown noise": (random) => noise("brown", samples, random),
    speech: (random) => speech(random, {seconds}),
    "drums alone (a beat, no key)": (random) => drumLoop(random, {seconds})
  };
  const result: Record<string, NoEstimateCases> = {};
  for (const [kind, make] of Object.entries(kinds)) {
    let [key, tempo] = [0, 0];
    for (let n = 0; n < sounds; n++) {
      const channels = [make(randomSource(SEED + n))];
      const measures = finish(analyseSound({channels, sampleRateHz: ANALYSIS_RATE_HZ}));
      if (measures.key !== null) key++;
      if (measures.tempo !== null) tempo++;
    }
    result[kind] = {sounds, key, tempo};
  }
  return result;
}

function timeThreeMinutes(): AudioBench["threeMinutes"] {
  const sound: Sound = song(SEED, 0, {seconds: 180, rate: 44_100, channels: 2}).sound;
  const cpuMs = () => process.cpuUsage().user / 1000;
  const start = cpuMs();
  const steps = analyseSound(sound);
  let longestPieceMs = 0;
  for (;;) {
    const from = cpuMs();
    const {done} = steps.next();
    longestPieceMs = Math.max(longestPieceMs, cpuMs() - from);
    if (done) return {cpuSeconds: (cpuMs() - start) / 1000, longestPieceMs};
  }
}
