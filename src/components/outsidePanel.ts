import type {PredictData} from "../lib/wire/PredictData.js";
import type {AudioBrowser} from "./audioFile.js";
import {button} from "./button.js";
import {html} from "./html.js";
import {outsideFile} from "./outsideFile.js";
import {outsideReading} from "./outsideReading.js";
import {outsideTrack} from "./outsideTrack.js";
import type {OutsideWorld} from "./outsideWorld.js";
import type {PredictFiles} from "./predictFiles.js";
import type {OutsideChoice, PredictState} from "./predictState.js";
import {setOutside} from "./setOutside.js";
import type {SongModels} from "./songModels.js";
import type {LoginReturn} from "./spotifyLoginReturn.js";
import {unknownsRange} from "./unknownsRange.js";

export interface OutsideParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "outside" | "tracks">;
  readonly world: OutsideWorld;
  readonly back: LoginReturn | null; // where the reader comes back from a login
  readonly startWorker?: () => Worker;
  readonly browser?: AudioBrowser;
}

export interface OutsidePanel {
  readonly element: HTMLElement;
  readonly follow: (id: string) => void; // offers to ask for a track, by Spotify's id
}

/** A song that is no track of the study: an audio file, or a track of which services publish values. */
export function outsidePanel(state: PredictState, parts: OutsideParts): OutsidePanel {
  const {data, models, files, world, back, startWorker, browser} = parts;
  const unknowns = unknownsRange(data, files, models.trees);
  const place = html`<div></div>`;
  let last: OutsideChoice | null = null;

  const again = button("Set the controls to it again", () => last && setOutside(state, last, null));
  const away = html`<p class="outside-away">The controls hold another song. ${again}</p>`;

  function onSong(song: OutsideChoice, before: OutsideChoice | null): void {
    last = song;
    setOutside(state, song, before);
  }

  const file = outsideFile({
    startWorker,
    browser,
    async onMeasured(name, measures) {
      const outside = await files.outside();
      place.replaceChildren(outsideReading(name, measures, {data, outside, unknowns, onSong}));
    }
  });
  const track = outsideTrack({
    data,
    world,
    back,
    onSong(song, before) {
      place.replaceChildren(); // of a file that was there before
      onSong(song, before);
    }
  });
  state.watch(["outside"], () => (away.hidden = last === null || state.now.outside === last));
  return {element: html`<div class="outside-panel">${file}${track.element}${away}${place}</div>`, follow: track.follow};
}
