import {shiftPrior} from "../lib/calibration/shiftPrior.js";
import {verdictOf} from "../lib/conformal/verdictOf.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {shortestFloat} from "../lib/trees/shortestFloat.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {VERDICT_WORDS} from "../lib/wire/predictWords.js";
import {partsOfChoice} from "./unknownsRange.js";
import type {PredictChoice} from "./predictState.js";
import type {SongModels} from "./songModels.js";

export interface DocumentParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly link: string; // opens the same choice
  readonly interval: {readonly low: number; readonly high: number} | null; // 95 %, of the boosted trees' probability; null where not known
}

export type PredictionDocument = ReturnType<typeof predictionDocument>;

/**
 * All that a reader has chosen and all that the page says of it, as plain data for a file; an unknown value is null.
 *
 * Probabilities are at the study's share of hits, `data.hitShare`, but those named atRate are at the one chosen, `rate`.
 */
export function predictionDocument(choice: PredictChoice, {data, models, link, interval}: DocumentParts) {
  const {x, song, outside, kept, rate, errorRate, model, space} = choice;
  const {dataHash, modelHash, synthetic, tracks, hitShare, controls, thresholds} = data;
  const atRate = (p: number) => (rate === hitShare ? p : shiftPrior(p, hitShare, rate));
  const {base, phi} = models.explain(model, x, space);
  const parts = partsOfChoice(choice, data);
  const chosen = thresholds.find((one) => one.errorRate === errorRate);
  return {
    format: "trackoracle-prediction/1" as const,
    link,
    data: {hash: dataHash, synthetic, tracks, hitShare},
    model: {hash: modelHash},
    song: song && {id: song.id, title: song.title, artist: song.artist, hit: song.hit, pOutOfFold: song.p},
    outside: outside && {
      id: outside.id,
      title: outside.title,
      artist: outside.artist,
      values: outside.values.map(({knowing, source}, j) => ({feature: controls[j].name, knowing, source}))
    },
    values: valuesOf(x, data),
    unknown: controls.map(({name}) => name).filter((_, j) => !parts.known[j]), // what the interval leaves out
    rate,
    models: models.ids.map((id) => {
      const p = models.p(id, x);
      return {id, label: MODEL_LABELS[id], p, pAtRate: atRate(p)};
    }),
    interval: interval && {...interval, lowAtRate: atRate(interval.low), highAtRate: atRate(interval.high)},
    verdict: chosen ? {errorRate, says: VERDICT_WORDS[verdictOf(models.p("boosted", x), chosen.threshold)]} : null,
    explanation: {
      model,
      space,
      base,
      phi: Array.from(phi), // in the order of the values
      prediction: phi.reduce((sum, value) => sum + value, base) // in the same space
    },
    kept: kept && {name: kept.name, values: valuesOf(kept.x, data)},
    wanted: {
      target: choice.target,
      locked: controls.filter((_, j) => choice.locked[j]).map(({name}) => name),
      ranges: controls.flatMap(({name}, j) => {
        const range = choice.ranges[j];
        return range ? [{feature: name, low: range[0], high: range[1]}] : [];
      })
    }
  };
}

function valuesOf(x: Float32Array, {controls}: PredictData) {
  return controls.map(({name}, j) => {
    const {label, unit} = featureNamed(name);
    const value = Number.isNaN(x[j]) ? null : shortestFloat(x[j]);
    return {feature: name, label, value, unit, shown: formatFeature({unit}, x[j])};
  });
}
