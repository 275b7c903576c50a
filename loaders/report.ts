import type {Metrics} from "../lib/metrics/types.js";
import type {Graph} from "./graph.js";
import {readSeconds} from "./store/resultFile.js";
import {stageResult} from "./store/runStages.js";
import {stageKey} from "./store/stageKey.js";
import type {Stage} from "./store/stage.js";
import type {Provenance} from "./tracks/types.js";

/** The whole analysis in numbers. */
export interface Report {
  readonly data: Omit<Provenance, "missing">;
  readonly exams: Readonly<Record<string, Readonly<Record<string, ModelReport>>>>;
  readonly seconds: Readonly<Record<string, number | null>>; // by stage, when its result was computed
}

/** One model in one exam. */
export interface ModelReport extends Metrics {
  readonly fitSeconds: number | null; // of all folds, fitting and predicting
}

/** Reads the report together from the store; the graph's outputs must have been computed. */
export async function buildReport({outputs, fits}: Graph): Promise<Report> {
  const {missing: _, ...data} = await stageResult(outputs.provenance);
  const {exams} = await stageResult(outputs.models);
  const seconds = await allSeconds(Object.values(outputs));
  const fitSeconds = (exam: string, model: string) => {
    const {stages} = fits.find((fit) => fit.exam === exam && fit.model === model)!;
    const parts = stages.map(({name}) => seconds[name]);
    return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0);
  };
  const reports = exams.map(({id, models}) => [
    id,
    Object.fromEntries(models.map(({id: model, metrics}) => [model, {...metrics, fitSeconds: fitSeconds(id, model)}]))
  ]);
  return {data, exams: Object.fromEntries(reports) as Report["exams"], seconds};
}

async function allSeconds(targets: readonly Stage<unknown>[]): Promise<Record<string, number | null>> {
  const seconds: Record<string, number | null> = {};
  async function visit(stage: Stage<unknown>): Promise<void> {
    if (stage.name in seconds) return;
    seconds[stage.name] = await readSeconds(stage.name, await stageKey(stage));
    for (const need of Object.values(stage.needs)) await visit(need);
  }
  for (const target of targets) await visit(target);
  return seconds;
}
