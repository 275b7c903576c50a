import type {AudioMeasures, Key} from "../audio/AudioMeasures.js";
import {estimateMissing} from "./estimateMissing.js";
import {knownInputs} from "./knownInputs.js";
import type {Answers} from "./SongInputs.js";
import type {OutsideModels} from "./outsideModels.js";
import type {Knowing, OutsideSong, OutsideValue} from "./OutsideSong.js";

/** A file that was analysed, and what a reader said about it. */
export interface AnalysedFile {
  readonly title: string; // the file's name; hostile text
  readonly measures: AudioMeasures;
  readonly tempoBpm?: number; // where the reader chose half or twice the tempo
  readonly key?: Key; // where the reader chose the runner-up
  readonly answers: Answers;
  readonly decade?: number; // where the reader said it; else the study's last is assumed
}

/** Where a feature stands in the study. */
export interface StudyControl {
  readonly name: string;
  readonly median: number | null; // of the study's tracks, in the feature's unit; null where no value is known
  readonly max: number | null; // the greatest
}

const FILE = "this file";
const YOU = "you";

/**
 * A song from what was measured on its file and what a reader answered: the features that neither can tell are
 * estimated, a question without answer stands at the study's median, the decade at the study's last unless it was said.
 *
 * @param controls one a feature of the models, in their order
 */
export function assembleOutsideSong(
  file: AnalysedFile,
  models: OutsideModels,
  controls: readonly StudyControl[]
): OutsideSong {
  const measured = measuredValues(file);
  const estimated = new Set(models.data.estimates.map(({feature}) => feature));
  const known = controls.map((control) => {
    if (control.name in measured) return measuredValue(measured[control.name]);
    return askedValue(control, file, models) ?? missing("not measured");
  });
  const inputs = knownInputs(known, controls.map(({name}) => name)); // prettier-ignore
  const estimates = estimateMissing(inputs, models);
  const values = controls.map(({name}, j) => {
    if (!estimated.has(name)) return known[j];
    const {value, low, high} = estimates.find(({feature}) => feature === name)!;
    return {value, knowing: "estimated", source: "the study’s other tracks", low, high} satisfies OutsideValue;
  });
  return {title: file.title, artist: "", id: "", values};
}

function measuredValues({measures, tempoBpm, key = measures.key ?? undefined}: AnalysedFile) {
  const {durationMs, loudnessLufs, tempo, meter} = measures;
  return {
    tempo: tempoBpm ?? tempo?.bpm ?? NaN,
    key: key?.tonic ?? NaN,
    mode: key?.mode ?? NaN,
    loudness: loudnessLufs ?? NaN,
    duration_ms: durationMs,
    time_signature: meter?.beats ?? NaN
  } as Readonly<Record<string, number>>;
}

const measuredValue = (value: number): OutsideValue =>
  Number.isNaN(value) ? missing("not found in this file") : {value, knowing: "measured", source: FILE};

/** The value of a feature that a reader is asked; null for one that is not asked. */
function askedValue({name, median, max}: StudyControl, file: AnalysedFile, {data}: OutsideModels): OutsideValue | null {
  const question = data.questions.find(({feature}) => feature === name);
  const given = name === "decade" ? file.decade : question?.values[file.answers[name] ?? -1];
  const standIn = name === "decade" ? max : question ? median : null;
  if (given !== undefined) return {value: given, knowing: "asked", source: YOU};
  if (standIn === null) return null;
  const knowing: Knowing = "assumed";
  return {value: standIn, knowing, source: name === "decade" ? "the study’s last decade" : "the study’s median"};
}

const missing = (source: string): OutsideValue => ({value: NaN, knowing: "missing", source});
