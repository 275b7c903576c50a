import type {Sound} from "./AudioMeasures.js";
import {finish} from "./finish.js";
import {loudnessSteps} from "./loudnessSteps.js";

/** Integrated loudness of a sound in LUFS, in one go; see {@link loudnessSteps}. */
export function integratedLoudness(sound: Sound): number | null {
  return finish(loudnessSteps(sound));
}
