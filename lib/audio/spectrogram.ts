import FFT from "fft.js";

export interface Spectrogram {
  readonly magnitudes: Float32Array; // frames × bins, frame by frame
  readonly frames: number;
  readonly bins: number; // size / 2 + 1: bin k lies at k × rate / size
}

export interface SpectrogramOptions {
  readonly size: number; // of the window, in samples: a power of two, at least 4
  readonly hop: number; // samples between the beginnings of neighbouring windows
  readonly first?: number; // frame to begin with
  readonly frames?: number; // how many at most, so that a long sound can be read in pieces
}

/**
 * How loud every frequency is over time: short Fourier transforms under a Hann window.
 *
 * Frame i covers samples i × hop to i × hop + size, whole windows only. Magnitudes are scaled such that a sine of
 * amplitude a on the middle of a bin reads a there.
 *
 * @param mono samples
 * @returns magnitudes, at least 0; no frames if the samples are fewer than the window or first lies behind the last
 * @throws RangeError if size is no power of two from 4, or hop, first or frames are no whole numbers of their range
 */
export function spectrogram(mono: Float32Array, options: SpectrogramOptions): Spectrogram {
  const {size, hop, first = 0} = options;
  const inAll = countFrames(mono.length, {size, hop});
  const most = options.frames ?? inAll;
  if (!Number.isInteger(first) || first < 0 || !Number.isInteger(most) || most < 0) {
    throw new RangeError(`spectrogram requires whole first and frames, at least 0; got ${first} and ${most}`);
  }
  const frames = Math.max(0, Math.min(most, inAll - first));
  const bins = size / 2 + 1;
  const magnitudes = new Float32Array(frames * bins);
  if (frames === 0) return {magnitudes, frames, bins};

  const fft = new FFT(size);
  const window = new Float64Array(size);
  for (let i = 0; i < size; i++) window[i] = (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)) * (4 / size);
  const input = new Float64Array(size);
  const output = new Float64Array(2 * size); // complex, of which fft.js fills the first half and the bin behind it
  for (let frame = 0; frame < frames; frame++) {
    const from = (first + frame) * hop;
    for (let i = 0; i < size; i++) input[i] = window[i] * mono[from + i];
    fft.realTransform(output, input);
    const row = frame * bins;
    for (let k = 0; k < bins; k++) {
      const re = output[2 * k];
      const im = output[2 * k + 1];
      magnitudes[row + k] = Math.sqrt(re * re + im * im);
    }
  }
  return {magnitudes, frames, bins};
}

/** Frames that the spectrogram of so many samples has. */
export function countFrames(samples: number, {size, hop}: SpectrogramOptions): number {
  if (!Number.isInteger(Math.log2(size)) || size < 4 || !Number.isInteger(hop) || hop < 1) {
    throw new RangeError(`spectrogram requires a power of two from 4 and a whole hop; got ${size} and ${hop}`);
  }
  return samples < size ? 0 : Math.floor((samples - size) / hop) + 1;
}
