import {columnNamed} from "../../lib/columnNamed.js";
import {artistKey} from "../../lib/exams/artistKey.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {examined} from "../../lib/wire/examined.js";
import type {ExplainData} from "../../lib/wire/ExplainData.js";
import type {ModelsData} from "../../lib/wire/ModelsData.js";
import type {OverviewData} from "../../lib/wire/OverviewData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";

interface Needs {
  readonly dataset: Dataset;
  readonly models: ModelsData;
  readonly explain: ExplainData;
  readonly boosted: TreeEnsemble;
}

/** The headline and what it rests on, for index.md and about.md. */
export default defineStage(({dataset, models, explain, boosted}: Needs): OverviewData => {
  const {raw, clean, provenance} = dataset;
  const decade = columnNamed(raw.X, "decade");
  const decades = new Set(Array.from(clean, (i) => decade[i]).filter((value) => !Number.isNaN(value)));
  const leaning = explain.models.find(({id}) => id === "boosted")!;
  const {study, about, label, features, synthetic, rows, tracks, hits, dropped, missing} = provenance;
  return {
    study,
    about,
    label,
    features,
    synthetic,
    rows,
    tracks,
    hits,
    dropped,
    missing,
    artists: new Set(Array.from(clean, (i) => artistKey(raw.artist[i]))).size,
    decades: [...decades].sort((a, b) => a - b),
    exams: models.exams.map(({id, title, sentence, rows, refusal, ...exam}) => ({
      id,
      title,
      sentence,
      rows,
      refusal,
      models: examined(exam).map(({id, metrics}) => ({id, metrics}))
    })),
    drivers: leaning.importance.map(({feature, meanAbsPhi}) => ({feature, meanAbsPhi: meanAbsPhi.value})),
    driverRows: explain.tracks,
    trees: boosted.starts.length - 1
  };
});
