import {basename} from "node:path";
import {findColumns} from "../../../lib/csv/findColumns.js";
import {quoteText} from "../../../lib/csv/quoteText.js";
import {AUDIO_FEATURES, FEATURES, METADATA_FEATURES} from "../../../lib/features/features.js";
import {decadeOf} from "../../../lib/csv/decadeOf.js";
import {HIT_PREDICTOR_LABEL} from "./hitPredictorLabel.js";
import {readFeature} from "./readFeature.js";
import type {Adapter} from "./types.js";
import {UnusableRow} from "./UnusableRow.js";

const TEXT = ["uri", "track", "artist", "target"];
const DECADE = METADATA_FEATURES.find(({name}) => name === "decade")!;

/**
 * The Spotify Hit Predictor dataset: a CSV a decade, `target` 1 for a hit. The decade comes from a column `decade` if
 * there is one, else from the file's name (`dataset-of-60s.csv`); without either it is unknown.
 *
 * @see https://www.kaggle.com/datasets/theoverman/the-spotify-hit-predictor-dataset
 */
export const hitPredictor: Adapter = {
  study: "Hit Predictor",
  about:
    "Hit Predictor, by Farooq Ansari: tracks of six decades from Spotify’s audio analysis, labelled by the Billboard Hot 100. Published on Kaggle as theoverman/the-spotify-hit-predictor-dataset; the author’s repository carries the GPL-3.0.",
  columns: [...TEXT, ...AUDIO_FEATURES.map(({name}) => name)],
  features: FEATURES.map(({name}) => name),
  label: HIT_PREDICTOR_LABEL,
  reader(header, file) {
    const [uriAt, titleAt, artistAt, labelAt, decadeAt] = findColumns(header, [...TEXT, "decade"], file);
    const at = findColumns(
      header,
      AUDIO_FEATURES.map(({name}) => name),
      file
    );
    const fileDecade = decadeOf(basename(file)) ?? NaN;
    return (cells) => {
      const uri = cells[uriAt].trim();
      if (uri === "") throw new UnusableRow("blank uri", "expected a track's uri; got an empty cell", "uri");
      const label = readLabel(cells[labelAt]);
      const x = new Float32Array(AUDIO_FEATURES.length + 1);
      for (let j = 0; j < at.length; j++) x[j] = readFeature(cells[at[j]], AUDIO_FEATURES[j]);
      x[at.length] = decadeAt < 0 ? fileDecade : readDecade(cells[decadeAt]);
      return {uri, title: cells[titleAt], artist: cells[artistAt], label, x};
    };
  }
};

function readLabel(cell: string): 0 | 1 {
  const label = cell.trim() === "" ? NaN : Number(cell);
  if (label === 0 || label === 1) return label;
  throw new UnusableRow("label not 0 or 1", `expected 1 (hit) or 0 (flop); got ${quoteText(cell)}`, "target");
}

function readDecade(cell: string): number {
  const decade = readFeature(cell, DECADE);
  if (Number.isNaN(decade) || decade % 10 === 0) return decade;
  throw new UnusableRow("unusable decade", `expected a decade like 1960; got ${quoteText(cell)}`, "decade");
}
