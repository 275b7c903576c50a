import type {LabelWords} from "../../../lib/wire/LabelWords.js";
import {HIT_PREDICTOR_LABEL} from "./hitPredictorLabel.js";

/** What the demo calls a hit: its tracks were in no chart. */
export const DEMO_LABEL: LabelWords = {
  ...HIT_PREDICTOR_LABEL,
  short: "hit: drawn like tracks that were on the Billboard Hot 100 in their decade",
  hit: "is a synthetic track drawn like those that were on the Billboard Hot 100 at least once in their decade.",
  flop: "is one drawn like those that were not, by artists without any hit that decade, of genres outside the mainstream.",
  notFailure: "a track drawn like those off the charts, by artists off the charts, in genres off the charts."
};
