import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {aucInterval} from "../../lib/metrics/aucInterval.js";
import type {ToldAuc} from "../../lib/outside/OutsideData.js";
import {fitBoosted, type BoostedOptions} from "../../lib/trees/fitBoosted.js";
import {predictTrees} from "../../lib/trees/predictTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {defineStage} from "../store/stage.js";
import type {Evaluation} from "./evaluate.js";
import type {Folds} from "./folds.js";
import {isExamined} from "./isExamined.js";
import {attempt, fitKnown} from "./outsideFits.js";
import {outsideInputs} from "./outsideInputs.js";
import {toldInputs} from "./outsideMasks.js";
import type {Table} from "./table.js";

interface Needs {
  readonly table: Table;
  readonly folds: Folds;
  readonly artist: Evaluation; // the site's boosted trees in the artist exam, told everything
}

/** Some features, who asks, and its answer about tested rows: of the table, and as inputs. */
interface Examinee extends Pick<ToldAuc, "told" | "features" | "trees"> {
  readonly ask: (fitted: Fitted, tracks: Columns, inputs: Columns) => Float64Array;
}
interface Fitted {
  readonly retrained: TreeEnsemble;
  readonly full: TreeEnsemble;
  readonly medians: Float32Array; // of what was learned from, one a feature of the table
}

/**
 * How well hits are told of artists not heard, by what is known of a song: by the trees that were fitted to such songs;
 * and by trees as many that were fitted to all features, to which the middle of the study stands in for what is unknown.
 */
export default defineStage(
  ({table, folds, artist}: Needs, {boosted}: {boosted: BoostedOptions}, {onProgress}): ToldAuc[] => {
    const {rows, fold} = folds.artist;
    const tracks = takeRows(table.X, rows);
    const {X: inputs, questions} = outsideInputs(tracks);
    const [label, artists] = [takeValues(table.label, rows), takeValues(table.artist, rows)];
    const examinees = examineesOf(inputs.names, questions.map(({feature}) => feature)); // prettier-ignore
    const parts = [...new Set(fold)];
    const judged = parts.flatMap((part, done) => {
      onProgress(done / parts.length);
      const of = (isOurs: (k: number) => boolean) => Array.from(rows.keys()).filter((i) => isOurs(fold[i]));
      const [learned, tested] = [of((k) => k !== part), of((k) => k === part)];
      const [X, y, groups] = [takeRows(tracks, learned), takeValues(label, learned), takeValues(artists, learned)];
      const retrained = fitKnown({inputs: takeRows(inputs, learned), label: y, artist: groups}, boosted);
      const full = attempt(() => fitBoosted(X, y, {...boosted, groups}));
      if (!retrained || !full) return [];
      const fitted = {retrained, full, medians: Float32Array.from(X.columns, medianOf)};
      const [askedTracks, askedInputs] = [takeRows(tracks, tested), takeRows(inputs, tested)];
      return [{tested, p: examinees.map(({ask}) => ask(fitted, askedTracks, askedInputs))}];
    });
    const tested = judged.flatMap((one) => one.tested);
    const [y, groups] = [takeValues(label, tested), takeValues(artists, tested)];
    const all = {told: "every feature of the study", features: table.X.names, trees: "full" as const};
    return [
      ...examinees.map(({told, features, trees}, k) => {
        const p = judged.flatMap((one) => [...one.p[k]]);
        return {told, features, trees, auc: p.length > 0 ? aucInterval(y, p, groups) : NONE};
      }),
      {...all, auc: isExamined(artist) ? artist.metrics.auc : NONE}
    ];
  }
);

const NONE = {value: null, low: null, high: null};

/** Who is examined, by which features it is told. */
function examineesOf(inputs: readonly string[], asked: readonly string[]): Examinee[] {
  const vocals = asked.filter((name) => name === "instrumentalness");
  const told = (answered: readonly string[]) =>
    inputs.filter((name) => !asked.includes(name) || answered.includes(name));
  const retrained = (words: string, answered: readonly string[]): Examinee => ({
    told: words,
    features: told(answered),
    trees: "retrained",
    ask: (fitted, _, X) => predictTrees(fitted.retrained, toldInputs(X, answered))
  });
  return [
    retrained("what is measured", []),
    ...(vocals.length > 0 ? [retrained("what is measured, and vocals", vocals)] : []),
    ...(asked.length > 0 ? [retrained("what is measured, and every answer", asked)] : []),
    {
      told: "what is measured",
      features: told([]),
      trees: "full",
      ask: ({full, medians}, X) => predictTrees(full, atMedians(X, told([]), medians))
    }
  ];
}

/** The same rows with the median in every column that is not known. */
function atMedians(X: Columns, known: readonly string[], medians: Float32Array): Columns {
  const columns = X.columns.map((column, j) =>
    known.includes(X.names[j]) ? column : new Float32Array(X.length).fill(medians[j])
  );
  return {...X, columns};
}

function medianOf(column: Float32Array): number {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  return known[Math.round((known.length - 1) / 2)] ?? NaN;
}
