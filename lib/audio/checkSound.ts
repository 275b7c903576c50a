import type {Sound} from "./AudioMeasures.js";
import {channelWeights} from "./channelWeights.js";

/** The longest sound that is analysed, in seconds: a longer one would need more memory than a page should take. */
export const MAX_SECONDS = 20 * 60;

const LEAST_RATE_HZ = 8000;
const MOST_RATE_HZ = 192_000;

/**
 * Refuses what is no sound, or none that can be analysed; of its samples only their number is looked at.
 *
 * @throws RangeError saying what was expected and what came
 */
export function checkSound({channels, sampleRateHz}: Sound): void {
  if (!(Number.isInteger(sampleRateHz) && sampleRateHz >= LEAST_RATE_HZ && sampleRateHz <= MOST_RATE_HZ)) {
    throw new RangeError(`expected a whole sampling rate from 8000 to 192000 Hz; got ${sampleRateHz}`);
  }
  if (channels.length === 0) throw new RangeError("expected a sound of 1 to 6 channels; got none");
  channelWeights(channels.length);
  const {length} = channels[0];
  channels.forEach((channel, c) => {
    if (channel.length === length) return;
    throw new RangeError(
      `expected channels of one length; got ${length} samples in channel 1, ${channel.length} in channel ${c + 1}`
    );
  });
  if (length === 0) throw new RangeError("expected a sound of more than 0 seconds; got no samples");
  if (length > MAX_SECONDS * sampleRateHz) {
    const minutes = (length / sampleRateHz / 60).toFixed(1);
    throw new RangeError(`expected at most ${MAX_SECONDS / 60} minutes of sound; got ${minutes}`);
  }
}
