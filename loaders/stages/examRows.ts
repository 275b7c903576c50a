import {EXAMS} from "../../lib/exams/exams.js";
import type {Dataset} from "../tracks/types.js";

/** Rows of `dataset.raw` an exam is held on: every usable row, or the clean tracks. */
export function examRows(dataset: Dataset, exam: string): Int32Array {
  const {rows} = EXAMS.find(({id}) => id === exam)!;
  return rows === "raw" ? Int32Array.from(dataset.raw.uri.keys()) : dataset.clean;
}
