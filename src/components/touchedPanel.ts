import {range} from "d3-array";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {Feature} from "../lib/features/features.js";
import {sigmoid} from "../lib/sigmoid.js";
import {curveAt, curvePoints, type CurvePoint} from "../lib/trees/curvePoints.js";
import type {IceCurve} from "../lib/trees/iceCurves.js";
import type {ExplainedSongs, SongReasons, SpaceReasons} from "../lib/wire/ExplainData.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {hitsWords, rangeFinding} from "../lib/wire/predictWords.js";
import {chart} from "./chart.js";
import {dependenceChart} from "./dependenceChart.js";
import {DEPENDENCE_PX, isStepped} from "./dependencePlot.js";
import {html} from "./html.js";
import {ICE_PX, icePlot} from "./icePlot.js";
import {loaded} from "./loaded.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictState} from "./predictState.js";
import {inUnit} from "./reasonsTools.js";
import type {SongModels} from "./songModels.js";
import {songMarker} from "./songMarker.js";
import {whileSeen} from "./whileSeen.js";

const CAPTION_PX = 160; // of title, summary and disclosure

export interface TouchedParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "songs" | "reasons">;
}

/**
 * The control that was moved last: what the boosted trees would say of this song at each of its values, beside what the
 * feature contributes to the study's tracks, this song marked. It follows the controls after each paint, while it is seen.
 */
export function touchedPanel(state: PredictState, {data, models, files}: TouchedParts): HTMLElement {
  const curve = html`<div style=${{minHeight: `${ICE_PX + CAPTION_PX}px`}}></div>`;
  const drawCurve = () => {
    const open = curve.querySelector("details")?.open ?? false;
    curve.replaceChildren(iceChart(state, data, models.curves(state.now.x)[state.now.touched]));
    curve.querySelector("details")!.open = open;
  };

  const dependence = loaded(
    () => Promise.all([files.songs(), files.reasons()]),
    ([songs, reasons]) => dependencePart(state, {data, models, songs, reasons}),
    {what: "The contributions to other tracks", heightPx: DEPENDENCE_PX + CAPTION_PX}
  );
  state.watch(["x", "touched"], whileSeen(curve, drawCurve));
  return html`<div class="figures touched">${curve}${dependence}</div>`;
}

/** The probability of this song along the feature, with its own place. */
function iceChart(
  {now: {x, touched}}: PredictState,
  {controls, hitShare}: PredictData,
  songCurve: IceCurve
): HTMLElement {
  const {name, low, high, density} = controls[touched];
  const feature = featureNamed(name);
  const word = feature.label.toLowerCase();
  const value = x[touched];
  const unknown = Number.isNaN(value);
  const points = pointsOf(songCurve, feature, unknown ? [low, high] : [Math.min(low, value), Math.max(high, value)]);
  const own = unknown ? null : {x: value, p: curveAt(songCurve, value)};
  return chart({
    title: rangeFinding(word, points.map(({p}) => p)),
    summary:
      `What the boosted trees give this song at each value of ${word}, all else as it is, where ${hitsWords(hitShare)}; ` +
      (own
        ? `the ring is the song as it is, ${formatFeature(feature, value)} with ${formatPercent(own.p)}.`
        : `the song’s own value is unknown, which goes with ${formatPercent(sigmoid(songCurve.missing))}.`) +
      " The strips show where the study’s hits and flops are.",
    table: {
      columns: [`${feature.label} from`, "Probability (%)"],
      rows: points.map((point) => [formatFeature(feature, point.x), 100 * point.p])
    },
    heightPx: ICE_PX,
    draw: (width) => icePlot(points, {width, feature, density, own})
  });
} // prettier-ignore

/** Every value of a feature that has few, else every step of the curve. */
function pointsOf(curve: IceCurve, feature: Feature, [low, high]: readonly [number, number]): CurvePoint[] {
  if (!isStepped(feature)) return curvePoints(curve, low, high);
  return range(low, high + feature.step / 2, feature.step).map((x) => ({x, p: curveAt(curve, x)}));
}

interface DependenceParts extends Pick<TouchedParts, "data" | "models"> {
  readonly songs: ExplainedSongs;
  readonly reasons: SongReasons;
}

/** What the feature contributes to the explained tracks; drawn anew for another feature or unit, else only marked anew. */
function dependencePart(state: PredictState, {data, models, songs, reasons}: DependenceParts): HTMLElement {
  const features = data.controls.map(({name}) => name);
  const place = html`<div style=${{minHeight: `${DEPENDENCE_PX + CAPTION_PX}px`}}></div>`;
  const marker = songMarker();
  let drawn: readonly unknown[] = [];

  function draw(): void {
    const {touched, x} = state.now;
    const space = spaceOf(reasons, state);
    if (drawn[0] !== touched || drawn[1] !== space) {
      const tracks = {id: reasons.id, features, songs, space, rows: range(songs.songs.length)};
      place.replaceChildren(dependenceChart(tracks, features[touched], null, marker.drawOn));
      drawn = [touched, space];
    }
    const {phi} = models.explain("boosted", x, space.space);
    marker.show(x[touched], inUnit(space.space, phi[touched]));
  }

  state.watch(["x", "touched", "space"], whileSeen(place, draw));
  return place;
}

const spaceOf = ({spaces}: SongReasons, {now}: PredictState): SpaceReasons =>
  spaces.find(({space}) => space === now.space) ?? spaces[0];
