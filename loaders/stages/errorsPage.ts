import {columnNamed} from "../../lib/columnNamed.js";
import type {ErrorsData, ExamErrors} from "../../lib/wire/ErrorsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation, Examined} from "./evaluate.js";
import {isExamined} from "./isExamined.js";

interface Options {
  readonly entered: readonly (readonly [exam: string, models: readonly PredictorId[]])[];
  readonly each: number; // worst calls a model and label
}

/** The tracks that surprised each model of each exam most; needs an evaluation named "exam model" for each. */
export default defineStage(
  ({dataset, ...needs}: {dataset: Dataset; [name: string]: unknown}, {entered, each}: Options): ErrorsData => ({
    exams: entered.flatMap(([exam, models]) => {
      const sat = models.flatMap((id) => {
        const evaluation = needs[`${exam} ${id}`] as Evaluation;
        return isExamined(evaluation) && id !== "majority" ? [{id, ...evaluation}] : [];
      });
      return sat.length === 0 ? [] : [errorsOf(exam, sat, dataset, each)];
    })
  })
);

function errorsOf(
  id: string,
  models: readonly (Examined & {id: PredictorId})[],
  {raw}: Dataset,
  each: number
): ExamErrors {
  const {rows} = models[0];
  const decade = columnNamed(raw.X, "decade");
  const worst = new Set<number>();
  for (const {p} of models) {
    const order = Array.from(rows.keys()).sort((a, b) => p[a] - p[b]);
    const labelled = (label: number) => order.filter((i) => raw.label[rows[i]] === label);
    for (const i of [...labelled(1).slice(0, each), ...labelled(0).slice(-each)]) worst.add(i);
  }
  const tracks = [...worst].map((i) => ({
    title: raw.title[rows[i]],
    artist: raw.artist[rows[i]],
    decade: Number.isNaN(decade[rows[i]]) ? null : decade[rows[i]],
    hit: raw.label[rows[i]] === 1,
    p: models.map(({p}) => Number(p[i].toFixed(3)))
  }));
  return {id, models: models.map(({id}) => id), tracks};
}
