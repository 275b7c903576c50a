import {CannotFit} from "../../lib/CannotFit.js";
import {columnNamed} from "../../lib/columnNamed.js";
import {selectColumns, takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {evenPick} from "../../lib/evenPick.js";
import {shuffle} from "../../lib/exams/shuffle.js";
import {formatList} from "../../lib/format/formatList.js";
import {wordOf} from "../../lib/insights/featureWords.js";
import {randomSource} from "../../lib/random/randomSource.js";
import type {ExamFolds, Folds} from "./folds.js";
import type {Table} from "./table.js";

/** What a stage that fits one fold needs, and which fold it is. */
export interface FoldNeeds {
  readonly table: Table;
  readonly folds: Folds;
}
export interface FoldOptions {
  readonly exam: string;
  readonly fold: number; // 1 ..
  readonly without?: readonly string[]; // features the model is not given
  readonly onlyIfKnown?: boolean; // refused where the study knows none of those features: it would be the same fit again
  readonly mostRows?: number; // refused where the exam holds more, to save time
  readonly vocalOnly?: boolean; // instrumental tracks are neither learned from nor tested
  readonly shuffled?: ShuffleOptions; // the model is asked again with each feature's values shuffled
}

/** How many of the tested rows are asked again, and the seed of their shuffles. */
export interface ShuffleOptions {
  readonly rows: number;
  readonly seed: number;
}

/** Probabilities of some tested rows when the values of one feature are shuffled among them. */
export interface Shuffled {
  readonly features: readonly string[];
  readonly places: Int32Array; // of the rows asked again, among those tested
  readonly p: readonly Float64Array[]; // one column a feature
}

/** One side of a fold: row numbers of the table, and what stands there. */
export interface Side {
  readonly rows: Int32Array;
  readonly X: Columns;
  readonly y: Uint8Array;
}

/** Probabilities of the rows a fold tests, from a model that did not see them. */
export interface FoldPredictions {
  readonly rows: Int32Array; // of the table; none where the fold tests none, or its model was refused
  readonly p: Float64Array;
  readonly shuffled: Shuffled | null; // null where not asked for
  readonly refusal: string | null; // why no model could be fitted
  readonly notes: Readonly<Record<string, string | number>>; // facts about the fit
}

/** A fitted model, ready to be asked. */
export interface Fitted {
  readonly predict: (asked: Side) => Float64Array;
  readonly notes?: FoldPredictions["notes"];
}

/** Above it a track counts as instrumental. */
export const INSTRUMENTAL = 0.5;

/** Fits a model to what a fold learns from and asks it about what the fold tests. */
export async function predictFold(
  needs: FoldNeeds,
  options: FoldOptions,
  fit: (train: Side) => Fitted | Promise<Fitted>
): Promise<FoldPredictions> {
  const none = {rows: new Int32Array(0), p: new Float64Array(0), shuffled: null, notes: {}};
  const {refusal, rows} = needs.folds[options.exam];
  if (refusal !== null) return {...none, refusal};
  const {without = [], onlyIfKnown = false} = options;
  const {names} = needs.table.X;
  if (onlyIfKnown && !without.some((name) => names.includes(name)))
    return {...none, refusal: `the study does not know the ${formatList(without.map(wordOf))} of its tracks`};
  if (rows.length > (options.mostRows ?? Infinity))
    return {...none, refusal: `not asked, to save time: the exam holds ${rows.length.toLocaleString("en")} rows`};
  const {train, test} = splitFold(needs, options);
  if (test.rows.length === 0) return {...none, refusal: null};
  try {
    const {predict, notes = {}} = await fit(train);
    const shuffled = options.shuffled ? askShuffled(predict, test, options.shuffled) : null;
    return {rows: test.rows, p: predict(test), shuffled, refusal: null, notes};
  } catch (error) {
    if (error instanceof CannotFit) return {...none, refusal: `fold ${options.fold}: ${error.message}`};
    throw error;
  }
}

/** Asks about an even pick of the rows again, once a feature, with the feature's values shuffled among them. */
function askShuffled(predict: Fitted["predict"], test: Side, {rows, seed}: ShuffleOptions): Shuffled {
  const random = randomSource(seed);
  const places = evenPick(test.rows.length, rows);
  const picked = {rows: takeValues(test.rows, places), X: takeRows(test.X, places), y: takeValues(test.y, places)};
  const p = picked.X.columns.map((column, j) => {
    const shuffled = Float32Array.from(shuffle([...column], random));
    const columns = picked.X.columns.with(j, shuffled);
    return predict({...picked, X: {...picked.X, columns}});
  });
  return {features: picked.X.names, places, p};
}

/** The rows an exam's fold learns from, and those it tests. */
export function splitFold({table, folds}: FoldNeeds, options: FoldOptions): {train: Side; test: Side} {
  const {exam, fold, without = [], vocalOnly = false} = options;
  const {rows, fold: assigned, train} = folds[exam];
  const X = selectColumns(
    table.X,
    table.X.names.filter((name) => !without.includes(name))
  );
  const instrumentalness = columnNamed(table.X, "instrumentalness");
  const side = (wanted: (k: number) => boolean): Side => {
    const picked = rows.filter((row, i) => wanted(assigned[i]) && !(vocalOnly && instrumentalness[row] > INSTRUMENTAL));
    return {rows: picked, X: takeRows(X, picked), y: takeValues(table.label, picked)};
  };
  return {train: side((k) => learnsFrom(train, fold, k)), test: side((k) => k === fold)};
}

/** Whether the model of one fold learns from another. */
function learnsFrom(train: ExamFolds["train"], fold: number, other: number): boolean {
  if (train === "others") return other !== fold;
  return train === "past" ? other < fold : other === fold - 1;
}
