import type {LabelWords} from "../../../lib/wire/LabelWords.js";

/** What Hit Predictor calls a hit. */
export const HIT_PREDICTOR_LABEL: LabelWords = {
  short: "hit: on the Billboard Hot 100 in its decade",
  hit: "was on the Billboard Hot 100 at least once in its decade.",
  flop: "was not, and is by an artist without any hit that decade, and is of a genre outside the mainstream.",
  caveat: "So part of what divides them is genre and career, not the song.",
  luck: "chart luck",
  notFailure: "a track off the charts, by an artist off the charts, in a genre off the charts.",
  voice: "A flop in this study is of a genre outside the mainstream, and much instrumental music is too.",
  artist:
    "A flop in this study is by an artist without any hit in that decade. So the label is nearly a property of the artist; outside, a name tells less.",
  outside: "Songs between the two, which the study leaves out, are harder, so the true figures are likely lower.",
  popularity: null
};
