import {artistKey} from "../../lib/exams/artistKey.js";
import {artistMemory} from "../../lib/exams/artistMemory.js";
import {defineStage} from "../store/stage.js";
import {splitFold, type FoldNeeds, type FoldOptions, type FoldPredictions} from "./splitFold.js";

/** One fold of the artist's remembered label: the cheating baseline. */
export default defineStage((needs: FoldNeeds, options: FoldOptions): FoldPredictions => {
  const {train, test} = splitFold(needs, options);
  const artists = (rows: Int32Array) => Array.from(rows, (i) => artistKey(needs.dataset.raw.artist[i]));
  return {rows: test.rows, p: artistMemory(artists(train.rows), train.y, artists(test.rows))};
});
