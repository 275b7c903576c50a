import {takeRows, takeValues} from "../../lib/columns.js";
import {measureCalls} from "../../lib/insights/measureCalls.js";
import {measureLengths} from "../../lib/insights/measureLengths.js";
import {measureTraits} from "../../lib/insights/measureTraits.js";
import {measureVoice} from "../../lib/insights/measureVoice.js";
import {TRAITS} from "../../lib/insights/traitFinding.js";
import {writeInsights} from "../../lib/insights/writeInsights.js";
import type {ExplainData} from "../../lib/wire/ExplainData.js";
import type {InsightsData} from "../../lib/wire/InsightsData.js";
import type {ModelsData} from "../../lib/wire/ModelsData.js";
import {defineStage} from "../store/stage.js";
import type {Provenance} from "../tracks/types.js";
import type {Evaluation} from "./evaluate.js";
import {isExamined} from "./isExamined.js";
import type {Table} from "./table.js";

interface Needs {
  readonly table: Table;
  readonly models: ModelsData;
  readonly explain: ExplainData;
  readonly artist: Evaluation; // boosted in the artist exam
  readonly provenance: Provenance;
}
interface Options {
  readonly seed: number;
  readonly threshold: number; // probability that counts as sure
  readonly rates: readonly number[]; // shares of hits assumed outside
}

/** The findings of insights.md: measured here where no other stage did, and worded. */
export default defineStage(
  ({table, models, explain, artist, provenance}: Needs, {seed, threshold, rates}: Options): InsightsData => {
    const {X, label, clean} = table;
    const tracks = {X: takeRows(X, clean), y: takeValues(label, clean), artist: takeValues(table.artist, clean)};
    const judged = isExamined(artist)
      ? {y: takeValues(label, artist.rows), p: artist.p, artist: takeValues(table.artist, artist.rows)}
      : null;
    return writeInsights({
      hash: provenance.hash,
      label: provenance.label,
      models,
      explain,
      traits: measureTraits(tracks, TRAITS.map(({feature}) => feature), {seed}), // prettier-ignore
      voice: measureVoice(tracks, {seed}),
      lengths: measureLengths(tracks, {seed}),
      calls: judged && measureCalls(judged, {seed, threshold, rates})
    });
  }
);
