import type {OutsideChoice} from "./predictState.js";
import type {AudioMeasures, Key} from "../lib/audio/AudioMeasures.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {assembleOutsideSong, type AnalysedFile} from "../lib/outside/assembleOutsideSong.js";
import {knownParts} from "../lib/outside/knownParts.js";
import {QUESTIONS} from "../lib/outside/OutsideData.js";
import type {OutsideModels} from "../lib/outside/outsideModels.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {choices} from "./choices.js";
import {decadePicker} from "./decadePicker.js";
import {html} from "./html.js";
import {outsideAnswer} from "./outsideAnswer.js";
import {outsideValues} from "./outsideValues.js";
import type {UnknownsRange} from "./unknownsRange.js";

interface ReadingParts {
  readonly data: PredictData;
  readonly outside: OutsideModels;
  readonly unknowns: () => Promise<UnknownsRange>;
  /** Hears of the song at once, and again whenever the reader says more about it. */
  readonly onSong: (song: OutsideChoice, before: OutsideChoice | null) => void;
}

const NOT_SAID = "not sure";
const MOST_BPM = 300;

/** What was measured on a file, what its reader can put right or add with one click each, and what comes of it. */
export function outsideReading(name: string, measures: AudioMeasures, parts: ReadingParts): HTMLElement {
  const {data, outside, onSong} = parts;
  const answer = outsideAnswer(parts);
  const values = outsideValues(data);
  const names = data.controls.map((control) => control.name);
  let file: AnalysedFile = {title: name, measures, answers: {}};
  let song: OutsideChoice | null = null;

  function change(more: Partial<AnalysedFile>): void {
    file = {...file, ...more};
    const before = song;
    const assembled = assembleOutsideSong(file, outside, data.controls);
    song = {...assembled, parts: knownParts(assembled.values, names, outside.data.questions)};
    answer.show(song);
    values.show(song);
    onSong(song, before);
  }

  const questions = outside.data.questions.map(({feature}) => {
    const {question, answers} = QUESTIONS.find((one) => one.feature === feature)!;
    const options = [NOT_SAID, ...answers].map((word) => [word, word] as const);
    return choices(question, options, {
      value: NOT_SAID,
      onChange(word) {
        const {[feature]: _, ...others} = file.answers;
        const said = answers.findIndex((one) => one === word);
        change({answers: said < 0 ? others : {...others, [feature]: said}});
      }
    });
  });
  const element = html`<section class="outside-song" aria-label="The audio file">
    <p class="outside-title"><strong>${name}</strong></p>
    ${measuredWords(measures).map((words) => html`<p>${words}</p>`)}
    ${tempoChoice(measures, (tempoBpm) => change({tempoBpm}))}${keyChoice(measures, (key) => change({key}))}
    ${questions.length > 0 ? html`<p>What no signal tells, you can: the estimates follow.</p>` : ""} ${questions}
    ${decadePicker(data, (decade) => change({decade}))} ${answer.element}${values.element}
  </section>`;
  change({});
  return element;
}

/** What a reader should know of what was measured, a sentence each. */
function measuredWords({durationMs, loudnessLufs, tempo, key, meter, clippedShare, silentShare}: AudioMeasures) {
  const length = formatFeature({unit: "ms"}, durationMs);
  const loudness = formatFeature({unit: "dB"}, loudnessLufs ?? NaN).replace("dB", "LUFS");
  const meterWords = meter && !meter.sure ? "; its meter is not sure" : "";
  return [
    `${length} min, ${loudness}${meterWords}.`,
    ...(tempo ? [] : ["No steady beat was found: tempo and meter stay unknown."]),
    ...(key ? [] : ["No tonal centre was found: key and mode stay unknown."]),
    ...(clippedShare >= 0.001
      ? [`It is clipped: ${formatPercent(clippedShare)} of its samples are at full scale.`]
      : []),
    ...(silentShare >= 0.3 ? [`${formatPercent(silentShare)} of it is silent.`] : [])
  ];
}

/** Half and twice the tempo are what a beat is most often mistaken for. */
function tempoChoice({tempo}: AudioMeasures, onChange: (bpm: number) => void): Node | string {
  if (!tempo) return "";
  const {bpm} = tempo;
  const rounded = (value: number) => formatFeature({unit: "BPM"}, value);
  const options = [
    ["half", `÷2: ${rounded(bpm / 2)}`],
    ["measured", rounded(bpm)],
    ["twice", `×2: ${rounded(bpm * 2)}`]
  ] as const;
  const factors = {half: 0.5, measured: 1, twice: 2};
  return choices("Tempo", options.filter(([name]) => name !== "twice" || 2 * bpm <= MOST_BPM), {
    value: "measured",
    onChange: (name) => onChange(bpm * factors[name])
  }); // prettier-ignore
}

function keyChoice({key}: AudioMeasures, onChange: (key: Key) => void): Node | string {
  if (!key) return "";
  const words = ({tonic, mode}: Key) => `${formatFeature({unit: "key"}, tonic)} ${formatFeature({unit: "mode"}, mode)}`;
  const options = [
    ["first", words(key)],
    ["second", words(key.runnerUp)]
  ] as const;
  return choices("Key: the likeliest, and the next", options, {
    value: "first",
    onChange: (name) => onChange(name === "first" ? key : key.runnerUp)
  });
}
