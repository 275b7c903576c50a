import type {AudioMeasures} from "../lib/audio/AudioMeasures.js";
import {audioAnalysis} from "./audioAnalysis.js";
import {audioFile, type AudioBrowser} from "./audioFile.js";
import {takesOneFile} from "./takesOneFile.js";
import {workProgress} from "./workProgress.js";
import {html} from "./html.js";

interface FileOptions {
  readonly onMeasured: (name: string, measures: AudioMeasures) => void | Promise<void>;
  readonly startWorker?: () => Worker;
  readonly browser?: AudioBrowser;
}

/** A place to drop a file of sound, or to choose one; it is measured here, with progress, and can be cancelled. */
export function outsideFile({onMeasured, startWorker, browser}: FileOptions): HTMLElement {
  const work = workProgress();
  const input = html<HTMLInputElement>`<input
    type="file"
    accept="audio/*,.mp3,.m4a,.wav,.flac,.ogg"
    id="outside-file"
  />`;
  const zone = html`<div class="drop-zone outside-drop">
    <label for="outside-file">An audio file: drop it here, or choose one</label>
    ${input}
    <small>mp3, m4a, wav, flac or ogg, up to 20 minutes. Nothing is uploaded: it stays in this browser.</small>
  </div>`;

  takesOneFile(zone, input, {
    onFile: (file) => void take(file),
    onProblem: (problem) => work.say(problem, true)
  });

  async function take(file: File): Promise<void> {
    await work.run(async ({signal, onProgress}) => {
      const started = performance.now();
      work.say(`Decoding ${file.name} …`);
      const sound = await audioFile(file, signal, browser);
      const measures = await audioAnalysis(sound, {signal, onProgress, startWorker});
      if (measures.loudnessLufs === null) throw new Error(`${file.name} is silent: nothing can be told of it.`);
      await onMeasured(file.name, measures);
      zone.dataset.seconds = ((performance.now() - started) / 1000).toFixed(3);
      work.say(`${file.name} was measured, and the controls are set to it.`);
    });
  }
  return html`<div>${zone}${work.element}</div>`;
}
