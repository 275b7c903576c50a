import type {Metrics} from "../lib/metrics/types.js";
import type {ExamResults, ModelResults, ModelsData, Refused} from "../lib/wire/ModelsData.js";
import type {Graph} from "./graph.js";
import {readSeconds} from "./store/resultFile.js";
import {stageResult} from "./store/runStages.js";
import {stageKey} from "./store/stageKey.js";
import type {Stage} from "./store/stage.js";
import type {Provenance} from "./tracks/types.js";

/** The whole analysis in numbers. */
export interface Report {
  readonly data: Omit<Provenance, "missing">;
  readonly exams: Readonly<Record<string, ExamReport | Refused>>; // the hardest first
  readonly featureSets: ModelsData["featureSets"];
  readonly instrumentalness: ModelsData["instrumentalness"];
  readonly seconds: Readonly<Record<string, number | null>>; // by stage, when its result was computed
}

export type ExamReport = Readonly<Record<string, ModelReport | Refused>>; // by model

/** One model in one exam. */
export interface ModelReport extends Metrics {
  readonly versus: ModelResults["versus"]; // against boosted
  readonly recalibrated: readonly Omit<ModelResults["recalibrated"][number], "reliability">[];
  readonly conformal: ModelResults["conformal"];
  readonly parts: ModelResults["parts"]; // of the forward exams
  readonly fitSeconds: number | null; // of all folds, fitting and predicting
}

/** Reads the report together from the store; the graph's outputs must have been computed. */
export async function buildReport({outputs, fits}: Graph): Promise<Report> {
  const {missing: _, ...data} = await stageResult(outputs.provenance);
  const {exams, featureSets, instrumentalness} = await stageResult(outputs.models);
  const seconds = await allSeconds(Object.values(outputs));
  const fitSeconds = (exam: string, model: string) => {
    const {stages} = fits.find((fit) => fit.exam === exam && fit.model === model && fit.variant === "")!;
    const parts = stages.map(({name}) => seconds[name]);
    return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0);
  };
  return {
    data,
    exams: Object.fromEntries(exams.map((exam) => [exam.id, examReport(exam, fitSeconds)])),
    featureSets,
    instrumentalness,
    seconds
  };
}

function examReport(
  {id, refusal, models}: ExamResults,
  fitSeconds: (exam: string, model: string) => number | null
): ExamReport | Refused {
  if (refusal !== null) return {refusal};
  const reports = models.map((model): [string, ModelReport | Refused] => {
    if ("refusal" in model) return [model.id, {refusal: model.refusal}];
    const {metrics, versus, conformal, parts} = model;
    const recalibrated = model.recalibrated.map(({reliability: _, ...measures}) => measures);
    return [model.id, {...metrics, versus, recalibrated, conformal, parts, fitSeconds: fitSeconds(id, model.id)}];
  });
  return Object.fromEntries(reports);
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
