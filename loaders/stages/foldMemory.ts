import {takeValues} from "../../lib/columns.js";
import {artistMemory} from "../../lib/exams/artistMemory.js";
import {defineStage} from "../store/stage.js";
import {predictFold, type FoldNeeds, type FoldOptions} from "./predictFold.js";

/** One fold of the artist's remembered label: the cheating baseline. */
export default defineStage((needs: FoldNeeds, options: FoldOptions) =>
  predictFold(needs, options, ({rows, y}) => {
    const artistsOf = (which: Int32Array) => takeValues(needs.table.artist, which);
    return {predict: (asked) => artistMemory(artistsOf(rows), y, artistsOf(asked.rows))};
  })
);
