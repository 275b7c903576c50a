import {decodeTrees} from "../lib/trees/decodeTrees.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {answerPanel} from "./answerPanel.js";
import {controlsPanel} from "./controlsPanel.js";
import {html} from "./html.js";
import {lazyPart} from "./lazyPart.js";
import {linkState} from "./linkState.js";
import {loaded} from "./loaded.js";
import {outsidePlace} from "./outsidePlace.js";
import type {OutsideWorld} from "./outsideWorld.js";
import {predictFiles, type FetchedFiles} from "./predictFiles.js";
import {predictState} from "./predictState.js";
import {songFinder} from "./songFinder.js";
import {songModels} from "./songModels.js";
import {spotifyLoginReturn} from "./spotifyLoginReturn.js";

/**
 * The page of predictions. What answers a slider comes first and at once; charts, and all that is asked for less often,
 * bring their code when they are about to be seen.
 *
 * @param booster of data/booster.arrow
 * @param world where other hosts are asked, once the reader says so
 */
export function predictor(
  data: PredictData,
  booster: ArrayBuffer,
  fetched: FetchedFiles,
  world: OutsideWorld
): HTMLElement {
  const state = predictState(data);
  const files = predictFiles(fetched);
  const parts = {data, models: songModels(data, decodeTrees(new Uint8Array(booster))), files};
  const back = spotifyLoginReturn(world); // before the link in the address is opened
  const notice = linkState(state, parts); // opens a link before anything is drawn
  state.watch(["song"], () => {
    if (state.now.song) state.set({outside: null}); // the controls hold one song
  });
  const outside = outsidePlace(state, {...parts, world, back});
  const whyPlace = html`<div class="why"></div>`;

  async function why(): Promise<Node> {
    const {whyPanel} = await import("./whyPanel.js");
    return whyPanel(state, parts);
  }
  async function touched(): Promise<Node> {
    const {touchedPanel} = await import("./touchedPanel.js");
    return touchedPanel(state, parts);
  }
  async function changes(): Promise<Node> {
    const {counterfactualPanel} = await import("./counterfactualPanel.js");
    return counterfactualPanel(state, parts);
  }
  async function similar(): Promise<Node> {
    const {similarPanel} = await import("./similarPanel.js");
    return similarPanel(state, parts);
  }
  async function decades(): Promise<Node> {
    const [{decadeMachine}, trees] = await Promise.all([import("./decadeMachine.js"), files.decades()]);
    return decadeMachine(state, {data, decades: trees});
  }
  async function share(): Promise<Node> {
    const {sharePanel} = await import("./sharePanel.js");
    return sharePanel(state, {...parts, drawingOf: () => whyPlace.querySelector("figure .plot-area")});
  }

  whyPlace.append(loaded(why, (panel) => panel, {what: "The reasons", heightPx: 620}));
  return html`<div>
    ${notice}
    <div class="predict">
      <div class="controls">
        ${songFinder(state, {...parts, onUnknown: outside.follow})}${outside.element}${controlsPanel(state, {...parts, familiar: files.familiar})}
      </div>
      <div class="reading">${answerPanel(state, parts)}${whyPlace}</div>
    </div>
    <h2>The control moved last</h2>
    ${lazyPart(touched, {what: "Its curves", heightPx: 480})}
    <h2>What would change it</h2>
    ${lazyPart(changes, {what: "The changes", heightPx: 300})}
    <h2>Similar tracks</h2>
    ${lazyPart(similar, {what: "The similar tracks", heightPx: 200})}
    <h2>In another decade</h2>
    ${lazyPart(decades, {what: "The models of each decade", heightPx: 900})}
    <h2>Keep and share</h2>
    ${lazyPart(share, {what: "The exports", heightPx: 160})}
  </div>`;
}
