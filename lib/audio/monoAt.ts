import type {Sound} from "./AudioMeasures.js";

/** Rate at which rhythm and key are looked for: all of what they need lies below 10 kHz. */
export const ANALYSIS_RATE_HZ = 22_050;

const CROSSINGS = 8; // of zero, on either side of the kernel's middle
const MOST_PHASES = 1024; // of the kernel between two samples; rates that need more are read at the nearest
const BLOCK = 1 << 14; // samples mixed at a time, so that no mixture of the whole sound is held

/**
 * A sound mixed down to one channel (the channels' mean) and brought to another sample rate.
 *
 * Resampled with a windowed-sinc low-pass below half of the lower rate; sample i of the result is the sound at
 * i / sampleRateHz seconds.
 *
 * @param sampleRateHz of the result, more than 0
 * @returns round(samples × new rate / old rate) samples
 * @throws RangeError if there is no channel, the channels differ in length, a rate is not above 0 or a sample no number
 * @see Smith, "Digital Audio Resampling", ccrma.stanford.edu/~jos/resample: band-limited interpolation
 */
export function monoAt(sound: Sound, sampleRateHz: number): Float32Array {
  const {channels, sampleRateHz: given} = sound;
  checkSound(sound, sampleRateHz);
  const samples = channels[0].length;
  const ratio = given / sampleRateHz; // old samples a new one
  const mono = new Float32Array(Math.round(samples / ratio));
  const {weights, taps, phases, half} = sincKernel(given, sampleRateHz);

  const atOnce = Math.max(1, Math.floor(BLOCK / ratio));
  const mixed = new Float32Array(Math.ceil(atOnce * ratio) + taps + 2);
  for (let begin = 0; begin < mono.length; begin += atOnce) {
    const end = Math.min(mono.length, begin + atOnce);
    const from = Math.floor(begin * ratio) - half + 1; // of the old samples
    mix(channels, from, mixed);
    for (let i = begin; i < end; i++) {
      let at = Math.floor(i * ratio);
      let phase = Math.round((i * ratio - at) * phases);
      if (phase === phases) [at, phase] = [at + 1, 0];
      const offset = at - half + 1 - from;
      const row = phase * taps;
      let [even, odd] = [0, 0]; // two sums, since each addition has to wait for the one before; there are even taps
      for (let tap = 0; tap < taps; tap += 2) {
        even += weights[row + tap] * mixed[offset + tap];
        odd += weights[row + tap + 1] * mixed[offset + tap + 1];
      }
      mono[i] = even + odd;
    }
  }
  return mono;
}

function checkSound({channels, sampleRateHz: given}: Sound, sampleRateHz: number): void {
  if (channels.length === 0) throw new RangeError("monoAt requires a channel; got none");
  const odd = channels.find(({length}) => length !== channels[0].length);
  if (odd) throw new RangeError(`monoAt requires equal lengths; got ${channels[0].length} and ${odd.length}`);
  for (const rate of [given, sampleRateHz]) {
    if (!(rate > 0 && rate < Infinity)) throw new RangeError(`monoAt requires rates above 0; got ${rate}`);
  }
}

/** Weights of the old samples around a new one, for every phase that it may have between two of them. */
function sincKernel(given: number, wanted: number) {
  const phases = given === wanted ? 1 : Math.min(MOST_PHASES, wanted / commonDivisor(given, wanted));
  const cutoff = Math.min(1, wanted / given); // a share of the old band
  const half = given === wanted ? 1 : Math.ceil(CROSSINGS / cutoff);
  const taps = 2 * half;
  const weights = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase++) {
    let sum = 0;
    const row = weights.subarray(phase * taps, (phase + 1) * taps);
    for (let tap = 0; tap < taps; tap++) {
      const distance = tap - (half - 1) - phase / phases; // old samples from the new one
      const t = distance / half;
      const window = Math.abs(t) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * t) + 0.08 * Math.cos(2 * Math.PI * t);
      row[tap] = window * sinc(0.92 * cutoff * distance);
      sum += row[tap];
    }
    for (let tap = 0; tap < taps; tap++) row[tap] /= sum;
  }
  return {weights, taps, phases, half};
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

function commonDivisor(a: number, b: number): number {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return b / MOST_PHASES;
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** Writes the mean of the channels from a sample on, zeros before the first and behind the last. */
function mix(channels: Sound["channels"], from: number, mixed: Float32Array): void {
  mixed.fill(0);
  const begin = Math.max(0, from);
  const end = Math.min(channels[0].length, from + mixed.length);
  const share = 1 / channels.length;
  for (const channel of channels) {
    let odd = 0; // becomes NaN with the first sample that is no number
    for (let i = begin; i < end; i++) {
      mixed[i - from] += share * channel[i];
      odd += channel[i] * 0;
    }
    if (odd !== 0) {
      const at = channel.findIndex((sample) => !Number.isFinite(sample));
      throw new RangeError(`monoAt requires samples that are numbers; got ${channel[at]} at ${at}`);
    }
  }
}
