import {shuffle} from "../lib/exams/shuffle.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {randomSource} from "../lib/random/randomSource.js";
import {sigmoid} from "../lib/sigmoid.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {commonRange} from "../lib/wire/commonRange.js";
import type {
  ExplainedId,
  ExplainedSong,
  ExplainedSongs,
  Space,
  SongReasons,
  SpaceReasons
} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS, theModel} from "../lib/wire/modelLabels.js";
import {reasonWords} from "../lib/wire/reasonWords.js";
import {button} from "./button.js";
import {chart} from "./chart.js";
import {FORCE_PX, forcePlot} from "./forcePlot.js";
import {html} from "./html.js";
import type {PageState} from "./pageState.js";
import {songChooser} from "./songChooser.js";
import {songPairs} from "./songPairs.js";
import {verifyPanel} from "./verifyPanel.js";
import type {WaterfallBar} from "./waterfall.js";
import {waterfallPanel} from "./waterfallPanel.js";

const STABLE = 0.95; // share of refits that must agree on a sign

/** Why a model's values are not checked against their definition in the page. */
const UNCHECKED: Partial<Record<ExplainedId, string>> = {
  forest: "Its trees are too many to send here. Its values come from the code that explains the boosted trees, which can be checked here.",
  mlp: "Its values are estimates, each with its error drawn, so there is nothing exact to check.",
  glassbox: "Its values are read off its curves by a formula, which the project’s tests check against the definition.",
  logistic: "Its values are a formula of one line, which the project’s tests check against the definition."
}; // prettier-ignore

export interface SongReasonsOptions {
  readonly features: readonly string[]; // the order of the songs' values
  readonly songs: ExplainedSongs;
  readonly state: PageState<{song: number; space: Space}>;
  readonly loadTrees: () => Promise<TreeEnsemble>; // the boosted ones, asked for only when the reader checks values
}

/**
 * One song explained: what a model says of it, the truth, and the reasons in words and pictures. The song and the unit
 * are the page's choices; they stay when `show` is given the reasons of another model that could be fitted.
 */
export function songReasons({features, songs: {songs, x}, state, loadTrees}: SongReasonsOptions): {
  readonly element: HTMLElement;
  readonly show: (reasons: SongReasons) => void;
} {
  if (songs.length === 0) return {element: html`<p>No track of this study is explained.</p>`, show: () => undefined};
  const known = features.map(featureNamed);
  const common = x.map(commonRange);
  const anyOrder = shuffle([...songs.keys()], randomSource(1));
  let reasons: SongReasons | undefined;

  const chooser = songChooser(songs, (song) => state.set({song}));
  const jumps = html`<div class="choices"></div>`;
  const head = html`<div aria-live="polite"></div>`;
  const steps = waterfallPanel(features.length);
  const forces = html`<div></div>`;
  const check = html`<div></div>`;
  const pairs = songPairs({features, loadTrees});
  const verify = verifyPanel({features, loadTrees});

  function show(next: SongReasons): void {
    reasons = next;
    const p = (song: number) => next.outOfFold[song] ?? NaN; // never below one half where not known
    const unlikely = [...songs.keys()].filter((song) => p(song) < 0.5).sort((a, b) => p(a) - p(b));
    const hits = unlikely.filter((song) => songs[song].hit);
    const flops = unlikely.filter((song) => !songs[song].hit);
    jumps.replaceChildren(jump("A surprising hit", hits), jump("A sure flop", flops), jump("A random song", anyOrder));
    const unchecked = UNCHECKED[next.id];
    check.replaceChildren(
      ...(unchecked ? [html`<p class="caveat">${unchecked}</p>`] : [pairs.element, verify.element])
    );
    draw();
  }

  /** A button that goes from song to song of a list. */
  function jump(label: string, list: readonly number[]): HTMLButtonElement {
    const element = button(label, () => state.set({song: list[(list.indexOf(state.now.song) + 1) % list.length]}));
    element.disabled = list.length === 0;
    return element;
  }

  function spaceOf({spaces}: SongReasons): SpaceReasons {
    return spaces.find(({space}) => space === state.now.space) ?? spaces[0];
  }

  function draw(): void {
    if (!reasons) return;
    const {song} = state.now;
    const {id, spaces} = reasons;
    const values = Float32Array.from(x, (column) => column[song] ?? NaN);
    const {space, base, phi, error, sameSign} = spaceOf(reasons);
    const bars = known.map((feature, j): WaterfallBar => ({
      label: feature.label,
      value: formatFeature(feature, values[j]),
      phi: phi[j][song],
      error: error?.[j][song],
      unstable: sameSign !== null && sameSign[j][song] < STABLE
    }));
    const end = bars.reduce((sum, bar) => sum + bar.phi, base);
    chooser.set(song);
    head.replaceChildren(songFacts(songs[song], reasons, song, space === "log-odds" ? sigmoid(end) : end));
    const points = spaces.find(({space}) => space === "probability");
    if (points) {
      const phi = points.phi.map((column) => column[song]);
      const words = reasonWords({model: id, features, values, phi, base: points.base, common});
      head.append(html`<p data-role="reasons">${words}</p>`);
    }
    steps.show(MODEL_LABELS[id], base, bars, {space, spread: error && (sameSign ? "refits" : "estimates")});
    forces.replaceChildren(forceChart(base, bars, space));
    const margins = spaces.find(({space}) => space === "log-odds");
    if (id === "boosted") pairs.show(values);
    if (margins) verify.show({x: values, base: margins.base, phi: margins.phi.map((column) => column[song])});
  }

  state.watch(["song", "space"], draw);
  return {
    element: html`<div class="song-reasons">${chooser.element}${jumps}${head}${steps.element}${forces}${check}</div>`,
    show
  };
}

/** A song's name and label, what the model says of it unheard, and what the fitted one says that is explained. */
function songFacts(
  {title, artist, decade, hit}: ExplainedSong,
  {id, outOfFold}: SongReasons,
  song: number,
  fitted: number
): HTMLElement {
  const unheard = outOfFold[song];
  return html`<div>
    <h3 style="overflow-wrap: anywhere">${title} – ${artist}</h3>
    <p>
      ${decade === null ? "" : `${decade}s, `}<strong class=${hit ? "hit" : "flop"}>a ${hit ? "hit" : "flop"}</strong>
      in this study.
      ${
        unheard === null
          ? "Its prediction by a model that had not heard the artist is not known."
          : `A model of the same kind that had not heard the artist gives it ${formatPercent(unheard)}.`
      }
      What is explained below is the prediction of ${theModel(id)} fitted to all tracks, this one included:
      ${formatPercent(fitted)}.
    </p>
  </div>`;
}

/** What raises against what lowers; the figures are the waterfall's. */
function forceChart(base: number, bars: readonly WaterfallBar[], space: Space): HTMLElement {
  const unit = space === "log-odds" ? 1 : 100;
  const sum = (sign: number) => bars.reduce((total, {phi}) => total + Math.max(0, sign * phi), 0) * unit;
  const size = (x: number) => (space === "log-odds" ? x.toFixed(2) : `${x.toFixed(1)}\u00a0points`);
  const raise = sum(1);
  const lower = sum(-1);
  return chart({
    title: raise === lower ? "What raises and what lowers balance" : `What ${raise > lower ? "raises" : "lowers"} outweighs the rest`,
    summary: `From the left, ${size(raise)} push the prediction up; from the right, ${size(lower)} push it down; the dashed line is the average.`,
    table: {
      columns: ["Feature", "Value", space === "log-odds" ? "Push (log-odds)" : "Push (points)"],
      rows: bars.map(({label, value, phi}) => [label, value, phi * unit])
    },
    draw: (width) => forcePlot(base, bars, {space, width}),
    heightPx: FORCE_PX
  }); // prettier-ignore
}
