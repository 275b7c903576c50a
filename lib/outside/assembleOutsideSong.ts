import type {AudioMeasures, Key} from "../audio/AudioMeasures.js";
import {estimateMissing} from "./estimateMissing.js";
import {knownInputs} from "./knownInputs.js";
import type {Answers} from "./SongInputs.js";
import type {OutsideModels} from "./outsideModels.js";
import type {OutsideSong, OutsideValue} from "./OutsideSong.js";

/** A file that was analysed, and what a reader said about it. */
export interface AnalysedFile {
  readonly title: string; // the file's name; hostile text
  readonly measures: AudioMeasures;
  readonly tempoBpm?: number; // where the reader chose half or twice the tempo; it counts as measured
  readonly key?: Key; // where the reader chose the runner-up; likewise
  readonly answers: Answers;
  readonly decade?: number; // where the reader said it; else the study's last is assumed
}

/** Where a feature stands in the study. */
export interface StudyControl {
  readonly name: string;
  readonly median: number | null; // of the study's tracks, in the feature's unit; null where no value is known
  readonly max: number | null; // of the study's tracks
}

/**
 * A song from what was measured on its file and what a reader answered. What neither can tell is estimated where models
 * can; the decade is the study's last unless it was said; all else stands at the study's median. What could not be found
 * in the file, such as a beat, is missing.
 *
 * For the site's full model a median is better than a missing value, which no track has: on artists not heard the AUC is
 * .741 with medians and .730 without a start of chorus and a number of sections; for the questions .730 and .727.
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
    return saidOrAssumed(control, file, models);
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
  Number.isNaN(value) ? missing("not found in this file") : {value, knowing: "measured", source: "this file"};

/** The value of a feature that is neither measured nor estimated: as a reader said, else as the study has it. */
function saidOrAssumed({name, median, max}: StudyControl, file: AnalysedFile, {data}: OutsideModels): OutsideValue {
  const question = data.questions.find(({feature}) => feature === name);
  const said = name === "decade" ? file.decade : question?.values[file.answers[name] ?? -1];
  if (said !== undefined) return {value: said, knowing: "asked", source: "you"};
  const [standIn, source] = name === "decade" ? [max, "the study’s last decade"] : [median, "the study’s median"];
  return standIn === null ? missing("not known in this study") : {value: standIn, knowing: "assumed", source};
}

const missing = (source: string): OutsideValue => ({value: NaN, knowing: "missing", source});
