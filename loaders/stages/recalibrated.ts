import {crossCalibrate} from "../../lib/calibration/crossCalibrate.js";
import type {LearnRule} from "../../lib/calibration/learnFrom.js";
import {evaluatePredictions} from "../../lib/metrics/evaluatePredictions.js";
import {reliabilityCurve} from "../../lib/metrics/reliabilityCurve.js";
import type {Recalibrated} from "../../lib/wire/ModelsData.js";
import type {Judged} from "./evaluate.js";

const REPLICATES = 200;

/** The predictions after Platt's and after isotonic recalibration, learned from other folds or earlier decades. */
export function recalibrated({y, p, artists, part}: Judged, rule: LearnRule, seed: number): Recalibrated[] {
  return (["platt", "isotonic"] as const).map((method) => {
    const mapped = crossCalibrate(p, y, part, {method, rule});
    const {ece, logLoss, brier} = evaluatePredictions(y, mapped, artists, {seed, replicates: REPLICATES});
    return {method, ece, logLoss, brier, reliability: reliabilityCurve(y, mapped)};
  });
}
