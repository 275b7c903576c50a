import {shiftPrior} from "../calibration/shiftPrior.js";
import {formatPercent} from "../format/formatPercent.js";
import type {ThresholdScore} from "../metrics/thresholdScores.js";

/** Where the calls are made. */
export interface CallingPlace {
  readonly studyShare: number; // of hits among the tracks examined, in (0, 1)
  readonly baseRate: number; // of hits among the songs judged, in (0, 1)
  readonly missedHitCost: number; // in false hits
}

/** Says plainly what calling songs hits from a threshold on comes to, in sentences; none with one class. */
export function thresholdWords(score: ThresholdScore, {studyShare, baseRate, missedHitCost}: CallingPlace): string[] {
  const {threshold, precision, recall, accuracy, costPer100} = score;
  if (accuracy === null || costPer100 === null) return [];
  const moved = shiftPrior(threshold, studyShare, baseRate);
  const shifted = Math.abs(baseRate - studyShare) >= 0.015; // else the same share, rounded
  return [
    ...(shifted
      ? [
          `Where ${formatPercent(baseRate)} of the songs are hits, this study’s ${formatPercent(threshold)} means ${formatPercent(moved)}.`
        ]
      : []),
    precision === null
      ? "No song would be called a hit."
      : `Of 100 songs called hits, ${countOf100(precision)} would be; ${countOf100(recall!)} of 100 hits would be found.`,
    `${formatPercent(accuracy)} of all calls would be right; calling none a hit, ${formatPercent(1 - baseRate)}.`,
    `Wrong calls would cost as much as ${amount(costPer100)} false hits in 100 songs; calling none a hit, ${amount(100 * baseRate * missedHitCost)}.`
  ];
}

/** "11", "fewer than 1", "more than 99". */
function countOf100(share: number): string {
  if (share > 0 && share < 0.005) return "fewer than 1";
  if (share < 1 && share >= 0.995) return "more than 99";
  return String(Math.round(share * 100));
}

const amount = (cost: number) => (cost < 10 ? cost.toFixed(1) : cost.toFixed(0));

/** A cost of missed hits in words: "3 false hits", "a third"... as a ratio a reader can say. */
export function costWords(cost: number): string {
  if (cost === 1) return "as much as a false hit";
  if (cost > 1) return `${Number(cost.toPrecision(2))} times a false hit`;
  return `1/${Number((1 / cost).toPrecision(2))} of a false hit`;
}
