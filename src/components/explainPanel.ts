import {featureNamed} from "../lib/features/featureNamed.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import type {
  EffectsData,
  ExplainData,
  ExplainedId,
  ExplainedSongs,
  ModelReasons,
  Space,
  SongReasons
} from "../lib/wire/ExplainData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import {beeswarmChart} from "./beeswarmChart.js";
import {choices} from "./choices.js";
import {decisionChart} from "./decisionChart.js";
import {dependenceChart} from "./dependenceChart.js";
import {effectChart} from "./effectChart.js";
import {effectsOverview} from "./effectsOverview.js";
import {ALL_DECADES, explainState, type ExplainState} from "./explainState.js";
import {heatmapChart} from "./heatmapChart.js";
import {html} from "./html.js";
import {importanceChart} from "./importanceChart.js";
import {interactionChart} from "./interactionChart.js";
import {loaded} from "./loaded.js";
import {pairChart} from "./pairChart.js";
import {qualityTable} from "./qualityTable.js";
import {reasonsAgreementChart} from "./reasonsAgreementChart.js";
import {reasonsDecadeChart} from "./reasonsDecadeChart.js";
import type {TracksReasons} from "./reasonsTools.js";
import {redrawn} from "./redrawn.js";
import {remember} from "./remember.js";
import {songReasons} from "./songReasons.js";
import {whenSeen} from "./whenSeen.js";

/** Fetches what a part of the page needs, when it is needed. */
export interface ExplainFiles {
  readonly songs: () => Promise<ExplainedSongs>;
  readonly reasons: (id: ExplainedId) => Promise<SongReasons>;
  readonly effects: (id: ExplainedId) => Promise<EffectsData>;
  readonly trees: () => Promise<TreeEnsemble>;
}

const SPACES: Readonly<Record<Space, string>> = {"log-odds": "Log-odds", probability: "Points of probability"};

/** Every picture of why the models say what they say, for the model a reader chooses; what is chosen is in the address. */
export function explainPanel(explain: ExplainData, {songs, reasons, effects, trees}: ExplainFiles): HTMLElement {
  if (explain.models.length === 0)
    return html`<p>No model could be fitted to this study, so there is nothing to explain.</p>`;
  const state = explainState(explain);
  const files = {songs: remember(songs), reasons: remember(reasons), effects: remember(effects), trees};
  const reasonsNow = () => explain.models.find(({id}) => id === state.now.model)!;
  const modelOptions = explain.models.map(({id}) => [id, MODEL_LABELS[id]] as const);
  const perModel = (draw: (reasons: ModelReasons) => Node) => redrawn(state, ["model"], () => draw(reasonsNow()));
  return html`<div>
    <div class="switches">
      ${choices("Model", modelOptions, {value: state.now.model, onChange: (model) => state.set({model})})}
      ${perModel((reasons) => unitSwitch(reasons, state))}
    </div>
    ${perModel(importanceChart)}
    <h2>One song</h2>
    ${songPart(explain, files, state)}
    <h2>Song by song</h2>
    ${tracksPart(explain, files, state)}
    <h2>Two features at a time</h2>
    ${perModel((reasons) => interactionChart(reasons, {features: explain.features, unknown: "What pairs of features do together was not computed for this model."}))}
    ${effectsPart(files, state, ({pairs}) => html`<div class="figures">${pairs.map(pairChart)}</div>`)}
    <h2>What goes with a feature</h2>
    ${featurePart(explain, files, state)}
    <h2>Do the models agree on why?</h2>
    ${reasonsAgreementChart(explain)}
    <h2>From decade to decade</h2>
    ${perModel(({id}) => reasonsDecadeChart(explain, id))}
    <h2>How good are these explanations?</h2>
    ${qualityTable(explain)}
  </div>`;
}

/** The unit contributions add up in: a choice where a model adds up log-odds, whose probabilities are shared out too. */
function unitSwitch({space}: ModelReasons, state: ExplainState): HTMLElement {
  const offered: readonly Space[] = space === "log-odds" ? ["log-odds", "probability"] : [space];
  const value = offered.includes(state.now.space) ? state.now.space : offered[0];
  const options = offered.map((id) => [id, SPACES[id]] as const);
  return choices("Unit", options, {value, onChange: (space) => state.set({space})});
}

/** Explanations of the chosen model, and the tracks they are of. */
function withReasons(
  {songs, reasons}: ExplainFiles,
  state: ExplainState,
  draw: (songs: ExplainedSongs, reasons: SongReasons) => Node,
  heightPx: number
): HTMLElement {
  const load = () => Promise.all([songs(), reasons(state.now.model)]);
  const show = () => loaded(load, ([tracks, of]) => draw(tracks, of), {what: "The explanations", heightPx});
  return whenSeen(() => redrawn(state, ["model"], show), {heightPx});
}

/** One song at a time; it stays when another model is chosen. */
function songPart({features}: ExplainData, files: ExplainFiles, state: ExplainState): HTMLElement {
  let part: ReturnType<typeof songReasons> | undefined;
  const draw = (songs: ExplainedSongs, reasons: SongReasons) => {
    part ??= songReasons({features, songs, state, loadTrees: files.trees});
    part.show(reasons);
    return part.element;
  };
  return withReasons(files, state, draw, 1100);
}

/** All explained tracks, or those of a decade, drawn in three ways. */
function tracksPart({features, decades}: ExplainData, files: ExplainFiles, state: ExplainState): HTMLElement {
  const years = [[ALL_DECADES, "All"] as const, ...decades.map((year) => [String(year), `${year}s`] as const)];
  const draw = (songs: ExplainedSongs, reasons: SongReasons) =>
    redrawn(state, ["decade", "space"], () => {
      const tracks = tracksOf(songs, reasons, features, state);
      return html`<div>${beeswarmChart(tracks)} ${heatmapChart(tracks)} ${decisionChart(tracks, null)}</div>`;
    });
  return html`<div>
    <div class="switches">
      ${
        decades.length > 1
          ? choices("Decade", years, {value: state.now.decade, onChange: (decade) => state.set({decade})})
          : ""
      }
    </div>
    ${withReasons(files, state, draw, 1500)}
  </div>`;
}

/** What a chosen feature contributes, track by track, and on average whatever the rest. */
function featurePart(explain: ExplainData, files: ExplainFiles, state: ExplainState): HTMLElement {
  const options = explain.features.map((feature) => [feature, featureNamed(feature).label] as const);
  const dependence = (songs: ExplainedSongs, reasons: SongReasons) =>
    redrawn(state, ["decade", "space", "feature"], () => {
      const {feature} = state.now;
      return dependenceChart(
        tracksOf(songs, reasons, explain.features, state),
        feature,
        strongestPartner(explain, reasons.id, feature)
      );
    });
  return html`<div>
    ${choices("Feature", options, {value: state.now.feature, onChange: (feature) => state.set({feature})})}
    ${withReasons(files, state, dependence, 480)}
    ${effectsPart(files, state, (effects) => redrawn(state, ["feature"], () => effectChart(effects, state.now.feature)))}
    ${effectsPart(files, state, effectsOverview)}
  </div>`;
}

/** A picture of the chosen model's effects. */
function effectsPart({effects}: ExplainFiles, state: ExplainState, draw: (effects: EffectsData) => Node): HTMLElement {
  const show = () => loaded(() => effects(state.now.model), draw, {what: "The averages", heightPx: 420});
  return whenSeen(() => redrawn(state, ["model"], show), {heightPx: 420});
}

/** The tracks of the chosen decade, in the chosen space if the model has it. */
function tracksOf(
  songs: ExplainedSongs,
  {id, spaces}: SongReasons,
  features: readonly string[],
  {now}: ExplainState
): TracksReasons {
  const isChosen = (i: number) => now.decade === ALL_DECADES || songs.songs[i].decade === Number(now.decade);
  return {
    id,
    features,
    songs,
    space: spaces.find(({space}) => space === now.space) ?? spaces[0],
    rows: [...songs.songs.keys()].filter(isChosen)
  };
}

/** The feature that does most together with another in a model; null where none does anything. */
function strongestPartner({features, models}: ExplainData, id: ExplainedId, feature: string): string | null {
  const sizes = models.find((model) => model.id === id)?.interactions?.[features.indexOf(feature)] ?? [];
  const largest = Math.max(0, ...sizes);
  return largest > 0 ? features[sizes.indexOf(largest)] : null;
}
