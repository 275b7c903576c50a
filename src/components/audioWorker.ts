import {analyseSound} from "../lib/audio/analyseSound.js";
import type {AudioMeasures, Sound} from "../lib/audio/AudioMeasures.js";

/** What the worker tells: how far it is, and at last what it measured, or why it could not. */
export type AudioNews =
  | {readonly done: number; readonly step: string} // done in [0, 1]
  | {readonly measures: AudioMeasures}
  | {readonly problem: string};

/** A worker's script, so that the page stays responsive: measures one sound. */
addEventListener("message", ({data}: MessageEvent<Sound>) => {
  try {
    const analysis = analyseSound(data);
    let news = analysis.next();
    for (; !news.done; news = analysis.next()) tell(news.value);
    tell({measures: news.value});
  } catch (error) {
    tell({problem: error instanceof Error ? error.message : String(error)});
  }
});

function tell(news: AudioNews): void {
  postMessage(news);
}
