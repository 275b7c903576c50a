import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {neighbourWords} from "../lib/similarity/neighbourWords.js";
import {dimensionsOf, placeInSpace} from "../lib/similarity/featureSpace.js";
import {likeness, likenessWords, REMARKABLE, usualGaps, type UsualGaps} from "../lib/similarity/likeness.js";
import {nearestTracks} from "../lib/similarity/nearestTracks.js";
import {placeReasons, placeTracks, type PlacedTracks} from "../lib/similarity/placeTracks.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import type {SearchIndex, TracksData} from "../lib/wire/TracksData.js";
import {button} from "./button.js";
import {choices} from "./choices.js";
import {fileAsker} from "./fileAsker.js";
import {html} from "./html.js";
import {knownSong} from "./knownSong.js";
import {loaded} from "./loaded.js";
import {neighbourRow} from "./neighbourRow.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictState} from "./predictState.js";
import type {SongModels} from "./songModels.js";
import {whileSeen} from "./whileSeen.js";

interface SimilarParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "search" | "tracks" | "reasonSpace">;
}

type Likeness = "sound" | "reasons";

const KINDS = [
  ["sound", "Sound"],
  ["reasons", "The model’s reasons"]
] as const;
const COUNTS = [10, 20, 50];

/** Tracks placed in a space, and where the song of the controls is among them. */
interface Neighbourhood {
  readonly placed: PlacedTracks;
  readonly gaps: UsualGaps;
  readonly unit: string;
  readonly placeOf: (x: Float32Array) => ArrayLike<number>;
}

/** The tracks nearest to the song of the controls; they are fetched when the reader asks. */
export function similarPanel(state: PredictState, {data, models, files}: SimilarParts): HTMLElement {
  const place = html`<div class="similar"></div>`;
  const load = async () => [await files.search(), await files.tracks()] as const;
  const start = () =>
    place.replaceChildren(
      loaded(load, ([names, tracks]) => nearestTable(state, {data, models, files, names, tracks}), {
        what: "The tracks",
        heightPx: 600
      })
    );
  place.append(
    html`<p>
      ${button("Find similar tracks", start)}
      <span class="caveat">The ${data.synthetic ? "synthetic tracks" : "tracks"} are fetched when you ask.</span>
    </p>`
  );
  return place;
}

interface TableParts extends SimilarParts {
  readonly names: SearchIndex;
  readonly tracks: TracksData;
}

function nearestTable(state: PredictState, {data, models, files, names, tracks}: TableParts): HTMLElement {
  const said = html`<p role="status"></p>`;
  const {ask, say} = fileAsker(said);
  const decades = tracks.X.columns[tracks.X.names.indexOf("decade")] as Float32Array | undefined;
  const decadeOf = (track: number) => (decades ? formatFeature(featureNamed("decade"), decades[track]) : "–");
  const words = html`<p class="similar-words"></p>`;
  const unit = html`<small></small>`;
  const body = html`<tbody></tbody>`;
  const rows: ReturnType<typeof neighbourRow>[] = [];
  const spaces: Partial<Record<Likeness, Neighbourhood>> = {sound: soundOf(data, tracks)};
  let space = spaces.sound!;
  let count = COUNTS[0];

  function take(track: number): void {
    const song = knownSong(track, names, tracks);
    state.set({song, x: song.x});
    say(`The controls are set to “${song.title}” by ${song.artist}.`);
  }

  function update(): void {
    const {x, song} = state.now;
    const {placed, gaps, placeOf} = space;
    const {dimensions, coordinates} = placed;
    const at = placeOf(x);
    const nearest = nearestTracks(placed, at, count, song?.track);
    nearest.forEach(({track, distance}, i) => {
      const there = coordinates.subarray(track * dimensions, (track + 1) * dimensions);
      const why = likenessWords(likeness(gaps, at, there));
      rows[i] ??= neighbourRow(take);
      rows[i].show(knownSong(track, names, tracks), {decade: decadeOf(track), distance, why});
    });
    const shown = rows.slice(0, nearest.length).map(({element}) => element);
    if (body.children.length !== shown.length) body.replaceChildren(...shown); // a row that stays keeps the focus
    const hits = nearest.filter(({track}) => tracks.label[track] === 1).length;
    unit.textContent = space.unit;
    words.textContent =
      nearest.length === 0
        ? "No track can be compared with this song: nothing of it is known."
        : neighbourWords({hits, tracks: nearest.length}, models.p("boosted", x));
  }

  function enter(by: Likeness): void {
    const use = (next: Neighbourhood) => {
      space = next;
      update();
    };
    const here = spaces[by];
    const load = async () => (spaces[by] = reasonsOf(models, placeReasons(await files.reasonSpace())));
    say(); // what was asked before is no longer wanted
    if (here) use(here);
    else void ask("The reasons of all tracks", load, use);
  }

  function showAll(n: string): void {
    count = Number(n);
    update();
  }

  const counts = COUNTS.map((n) => [String(n), String(n)] as const);
  const element = html`<div>
    ${choices("Alike by", KINDS, {value: "sound", onChange: enter})}
    ${choices("Show", counts, {value: String(count), onChange: showAll})} ${said}${words}
    <div class="table-scroll" tabindex="0" role="region" aria-label="Similar tracks">
      <table>
        <thead>
          <tr>
            <th scope="col">Track</th>
            <th scope="col">Decade</th>
            <th scope="col">Label</th>
            <th scope="col" class="num">Distance ${unit}</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        ${body}
      </table>
    </div>
    <p class="caveat">
      The distance is the root mean square of the differences in every feature. A feature is named where the two tracks
      are nearer, or farther apart, than ${formatPercent(1 - REMARKABLE)} of all pairs. The range takes the nearest
      tracks for independent draws, which they are not quite.
    </p>
  </div>`;
  state.watch(["x", "song"], whileSeen(element, update));
  return element;
}

function soundOf({space}: PredictData, {X}: TracksData): Neighbourhood {
  const placed = placeTracks(space, X);
  return {
    placed,
    gaps: usualGaps(placed),
    unit: "standard deviations",
    placeOf(x) {
      const at = new Float32Array(dimensionsOf(space));
      placeInSpace(space, x, at);
      return at;
    }
  };
}

function reasonsOf(models: SongModels, placed: PlacedTracks): Neighbourhood {
  return {
    placed,
    gaps: usualGaps(placed),
    unit: "log-odds",
    placeOf: (x) => models.explain("boosted", x, "log-odds").phi
  };
}
