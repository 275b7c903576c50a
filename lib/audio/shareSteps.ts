import type {AudioMeasures, Sound} from "./AudioMeasures.js";
import {checkSamples} from "./checkSamples.js";
import {clippedShare} from "./clippedShare.js";
import {silentShare} from "./silentShare.js";

const SECONDS_A_PIECE = 10;

/**
 * Checks all samples of a sound, and tells how much of it is cut off or silent, in pieces of ten seconds.
 *
 * @param sound of one channel or more, of one length, of a sample or more
 * @yields the share done, in (0, 1]
 * @throws RangeError if a sample is no number
 */
export function* shareSteps(sound: Sound): Generator<number, Pick<AudioMeasures, "clippedShare" | "silentShare">> {
  const {channels, sampleRateHz} = sound;
  const {length} = channels[0];
  let [clipped, silent] = [0, 0];
  for (let from = 0; from < length; from += SECONDS_A_PIECE * sampleRateHz) {
    const to = Math.min(length, from + SECONDS_A_PIECE * sampleRateHz);
    const weight = (to - from) / length;
    for (const [c, channel] of channels.entries()) {
      checkSamples(channel, `channel ${c + 1}`, from, to);
      clipped += (weight * clippedShare(channel, from, to)) / channels.length;
    }
    silent += weight * silentShare(sound, from, to);
    yield to / length;
  }
  return {clippedShare: Math.min(1, clipped), silentShare: Math.min(1, silent)};
}
