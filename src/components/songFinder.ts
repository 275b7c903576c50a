import {matchedParts} from "../lib/search/matchedParts.js";
import {parseSpotify, type Pasted} from "../lib/search/parseSpotify.js";
import {pastedWords} from "../lib/search/pastedWords.js";
import {prepareSearch, type Search} from "../lib/search/searchTracks.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import type {SearchIndex, TracksData} from "../lib/wire/TracksData.js";
import {button} from "./button.js";
import {comboBox} from "./comboBox.js";
import {fileAsker} from "./fileAsker.js";
import {html} from "./html.js";
import {knownSong} from "./knownSong.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictState} from "./predictState.js";

const SHOWN = 12;

interface FinderParts {
  readonly data: PredictData;
  readonly files: Pick<PredictFiles, "search" | "tracks">;
  readonly onUnknown?: (id: string) => void; // hears of a track that is none of the study
}

/** A box that finds a track of the study by its title, artist or link, and sets the controls to it. */
export function songFinder(state: PredictState, {data, files, onUnknown}: FinderParts): HTMLElement {
  const said = html`<p class="finder-said" role="status"></p>`;
  const {ask, say, complain} = fileAsker(said);
  const kind = data.synthetic ? "synthetic tracks" : "tracks";
  const box = comboBox({
    id: "song-finder",
    label: "Find a song, or paste a Spotify link",
    onType(text) {
      const pasted = parseSpotify(text);
      if (pasted.kind === "text") searchFor(text);
      else follow(pasted);
    },
    onChoose: (track) => choose(() => track)
  });

  let prepared: Promise<{names: SearchIndex; search: Search}> | undefined;
  const prepare = () => {
    prepared ??= files.search().then((names) => ({names, search: prepareSearch(names)}));
    prepared.catch(() => (prepared = undefined));
    return prepared;
  };

  function searchFor(text: string): void {
    if (text.trim() === "") {
      box.show([]);
      return say();
    }
    void ask(`Titles and artists of the ${kind}`, prepare, ({names, search}) => {
      const {tracks, found} = search(text, SHOWN);
      box.show(tracks.map((track) => ({value: track, shown: foundSong(track, names, text)})));
      say(foundWords(found, kind));
    });
  }

  function follow(pasted: Exclude<Pasted, {kind: "text"}>): void {
    box.show([]);
    if (pasted.kind !== "track") return complain(pastedWords(pasted, data));
    choose(
      ({ids}) => ids.indexOf(pasted.id),
      () => {
        complain(pastedWords(pasted, data));
        onUnknown?.(pasted.id);
      },
      pasted.others > 0 ? " The first track of several links was taken." : ""
    );
  }

  /** Sets the controls to a track, once all tracks are here to pick it from; complains where there is none such. */
  function choose(
    pick: (tracks: TracksData) => number | undefined,
    ifNone = () => complain("There is no such track."),
    note = ""
  ): void {
    const load = () => Promise.all([files.search(), files.tracks()]);
    void ask(`Values of the ${kind}`, load, ([names, tracks]) => {
      const track = pick(tracks) ?? -1;
      if (track < 0) return ifNone();
      const song = knownSong(track, names, tracks);
      state.set({song, x: song.x});
      say(`The controls are set to “${song.title}” by ${song.artist}.${note}`);
    });
  }

  /** A button that goes through some tracks, those of least probability first. */
  function tryNext(label: string, hit: 0 | 1): HTMLButtonElement {
    let order: number[] | undefined;
    let next = 0;
    return button(label, () =>
      choose((tracks) => {
        order ??= leastLikely(tracks, hit);
        return order[next++ % order.length];
      })
    );
  }

  box.input.addEventListener("focus", () => {
    box.input.select();
    prepare().catch(() => undefined); // told when something is typed
  });
  state.watch(["song"], () => {
    const {song} = state.now;
    box.input.value = song ? `${song.title} – ${song.artist}` : "";
  });
  return html`<div class="song-finder">
    ${box.element}${said}
    <div class="choices" role="group" aria-label="Songs to start with">
      ${tryNext("A surprising hit", 1)}${tryNext("A sure flop", 0)}
      ${button("Any track", () => choose(({ids}) => Math.floor(Math.random() * ids.length)))}
    </div>
  </div>`;
}

function foundSong(track: number, {titles, artists, artistOf}: SearchIndex, query: string): Node {
  const marked = (text: string) =>
    matchedParts(text, query).map((part) => (part.matched ? html`<mark>${part.text}</mark>` : part.text));
  return html`<span>
    <span>${marked(titles[track])}</span> <span class="finder-artist">${marked(artists[artistOf[track]])}</span>
  </span>`;
}

function foundWords(found: number, kind: string): string {
  const count = found.toLocaleString("en");
  if (found === 0) return `None of the ${kind} is called that, nor its artist.`;
  if (found === 1) return "One song fits.";
  return found > SHOWN ? `The best ${SHOWN} of ${count} that fit; another word narrows them down.` : `${count} songs fit.`;
} // prettier-ignore

/** Hits or flops that the model, not knowing the artist, called flops: the surest first. */
function leastLikely({label, p}: TracksData, hit: 0 | 1): number[] {
  const tracks = [...label.keys()].filter((track) => label[track] === hit && p[track] < 0.5);
  return tracks.sort((a, b) => p[a] - p[b]);
}
