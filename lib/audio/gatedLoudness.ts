const STEPS_A_BLOCK = 4;
const OFFSET = -0.691; // takes off what K-weighting adds at 997 Hz
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/**
 * Loudness of what passes two gates: blocks over −70 LUFS, then over 10 LU below the mean of those.
 *
 * @param energy Σ of weighted squares a step of 100 ms; a block is four steps, and one starts at each
 * @param samples a step, the same for all
 * @returns LUFS; null if no block passes, or there is none
 * @see ITU-R BS.1770-4 (2015), annex 1, equations 3 to 7
 */
export function gatedLoudness(energy: Float64Array, samples: number): number | null {
  const blocks = Math.max(0, energy.length - STEPS_A_BLOCK + 1);
  const power = new Float64Array(blocks);
  for (let i = 0; i < blocks; i++) {
    power[i] = (energy[i] + energy[i + 1] + energy[i + 2] + energy[i + 3]) / (STEPS_A_BLOCK * samples);
  }
  const heard = meanOver(power, powerOf(ABSOLUTE_GATE));
  if (heard === null) return null;
  const mean = meanOver(power, Math.max(powerOf(ABSOLUTE_GATE), powerOf(loudnessOf(heard) + RELATIVE_GATE)));
  return mean === null ? null : loudnessOf(mean);
}

const loudnessOf = (power: number) => OFFSET + 10 * Math.log10(power);
const powerOf = (loudness: number) => 10 ** ((loudness - OFFSET) / 10);

function meanOver(values: Float64Array, gate: number): number | null {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (value > gate) [sum, count] = [sum + value, count + 1];
  }
  return count === 0 ? null : sum / count;
}
