import type {Verdict} from "../conformal/verdictOf.js";
import {formatPercent} from "../format/formatPercent.js";
import type {VerdictThreshold} from "./PredictData.js";

/** Shares of hits that have a name, by their percentage with a tenth. */
const NAMED: Readonly<Record<string, string>> = {
  "50.0": "half are hits",
  "25.0": "one song in four is a hit",
  "20.0": "one song in five is a hit",
  "10.0": "one song in ten is a hit",
  "5.0": "one song in twenty is a hit",
  "2.0": "one song in fifty is a hit",
  "1.0": "one song in a hundred is a hit"
};

/** A probability in this study, and where another share of the songs are hits. */
export interface ShiftedAnswer {
  readonly p: number; // where the share of hits is the study's
  readonly shown: number; // the same at `rate`
  readonly hitShare: number; // of the study, in (0, 1)
  readonly rate: number; // in (0, 1)
}

/** A share of hits as a clause: "half are hits", "one song in a hundred is a hit", "7 % are hits". */
export const hitsWords = (share: number): string =>
  NAMED[(share * 100).toFixed(1)] ?? `${formatPercent(share)} are hits`;

/** Whether two shares of hits are told apart when they are shown. */
export const isOtherRate = (hitShare: number, rate: number): boolean => hitsWords(hitShare) !== hitsWords(rate);

/** What a song's probability says, in a sentence or two; which it is more like does not depend on the share of hits. */
export function answerWords({p, shown, hitShare, rate}: ShiftedAnswer): string {
  const like = p > hitShare ? "More like the hits than the flops" : "More like the flops than the hits";
  if (!isOtherRate(hitShare, rate)) return `${like} of this study, where ${hitsWords(hitShare)}.`;
  return (
    `${like} of this study. In a study like it, where ${hitsWords(hitShare)}, it is ${formatPercent(p)}; ` +
    `where ${hitsWords(rate)}, ${formatPercent(shown)}.`
  );
}

/** An interval as a reader says it: "47 % to 71 %", or one number where both ends are rounded to it. */
export function rangeWords(low: number, high: number): string {
  const [from, to] = [formatPercent(low), formatPercent(high)];
  return from === to ? `${from} throughout` : `${from} to ${to}`;
}

/** Where an interval comes from. */
export const intervalWords = ({low, high}: {low: number; high: number}, refits: number): string =>
  `${rangeWords(low, high)} over ${refits} models fitted anew to resampled artists (95 % interval)`;

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {1: "hit", 0: "flop", [-1]: "cannot tell"};

/** What an error rate promises, of which tracks, and where that leaves no answer. */
export function promiseWords({errorRate, threshold}: VerdictThreshold, hitShare: number, rate: number): string {
  const silence =
    threshold < 0.5
      ? "At this rate there is always an answer."
      : threshold >= 1
        ? "At this rate nothing can be ruled out."
        : `From ${formatPercent(1 - threshold)} to ${formatPercent(threshold)} neither a hit nor a flop can be ruled out.`;
  const share = isOtherRate(hitShare, rate)
    ? ` The promise is made where ${hitsWords(hitShare)}, as in the study, and so is the verdict; it is not made where ${hitsWords(rate)}.`
    : "";
  return (
    `Set so that at most ${formatPercent(errorRate)} of verdicts rule out the truth, over all tracks like those of this ` +
    `study by artists the model has not heard; not for each song by itself. ${silence}${share}`
  );
}

/** A track of the study, as its prediction is told. */
export interface ToldSong {
  readonly hit: boolean;
  readonly p: number | null; // of a hit, by a model that had not heard the artist, as shown; null where not known
  readonly changed: boolean; // the controls have left its own values
}

/** What is known of the track the controls were set to, and which number is the honest one. */
export function songWords({hit, p, changed}: ToldSong): string {
  const label = `a ${hit ? "hit" : "flop"} in this study`;
  const unheard =
    p === null
      ? `${label}; what a model that had not heard the artist would say is not known`
      : `${label}; ${formatPercent(p)} by a model that had not heard the artist`;
  const fitted = changed
    ? "You have changed it since; the models here have learned from the track as it was."
    : `The models here have learned from this very track, so ${p === null ? "their numbers are no test" : "that number is the honest one"}.`;
  return `${unheard}. ${fitted}`;
}

/** All a listener needs to hear when the controls have come to rest. */
export function spokenWords(shown: number, verdict: Verdict | null): string {
  return `${formatPercent(shown)}${verdict === null ? "" : `, verdict: ${VERDICT_WORDS[verdict]}`}`;
}

/** The range of a song's probability along one feature, as a chart's title; a range of one number is said as such. */
export function rangeFinding(feature: string, ps: readonly number[]): string {
  const [low, high] = [formatPercent(Math.min(...ps)), formatPercent(Math.max(...ps))];
  return low === high
    ? `Along its whole range ${feature} goes with ${low}`
    : `Along its range ${feature} goes with ${low} to ${high}`;
}
