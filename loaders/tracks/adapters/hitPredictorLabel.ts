import type {LabelWords} from "../../../lib/wire/LabelWords.js";

/** What Hit Predictor calls a hit, and the demo with it. */
export const HIT_PREDICTOR_LABEL: LabelWords = {
  short: "hit: on the Billboard Hot 100 in its decade",
  hit: "was on the Billboard Hot 100 at least once in its decade.",
  flop: "was not, and is by an artist without any hit that decade, and is of a genre outside the mainstream.",
  caveat: "So part of what divides them is genre and career, not the song.",
  popularity: null
};
