import {featureNamed} from "../lib/features/featureNamed.js";
import {familiarZones} from "../lib/similarity/familiarZones.js";
import type {OutsideValue} from "../lib/outside/OutsideSong.js";
import type {FamiliarTracks, PredictData} from "../lib/wire/PredictData.js";
import {afterPaint} from "./afterPaint.js";
import {controlKey} from "./controlKey.js";
import {controlPresets} from "./controlPresets.js";
import {featureControl} from "./featureControl.js";
import {html} from "./html.js";
import {startingChoice, type PredictState} from "./predictState.js";
import type {SongModels} from "./songModels.js";

interface Parts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly familiar: () => Promise<FamiliarTracks>; // asked for after the first drawing
}

/** A control for every feature, each with what its values would give, and buttons that set all of them. */
export function controlsPanel(state: PredictState, {data, models, familiar}: Parts): HTMLElement {
  const middle = startingChoice(data).x;
  const controls = data.controls.map((range, j) =>
    featureControl(featureNamed(range.name), range, {
      onChange: (value) => state.set({x: state.now.x.with(j, value), touched: j}),
      home: () => state.now.song?.x[j] ?? state.now.outside?.values[j].value ?? middle[j]
    })
  );
  const unhatched = html`<p class="error" hidden>What is like no track could not be loaded, so nothing is hatched.</p>`;
  let foreseen = false;
  let zonesOf: ReturnType<typeof familiarZones> | undefined;

  const foresee = afterPaint(() => {
    if (!foreseen) void loadZones();
    foreseen = true;
    const curves = models.curves(state.now.x);
    const zones = zonesOf?.(state.now.x);
    controls.forEach((control, j) => control.foresee(curves[j], zones?.[j]));
  });

  async function loadZones(): Promise<void> {
    try {
      const grids = controls.map(({values}) => values);
      zonesOf = familiarZones(await familiar(), data.space, grids);
      foresee();
    } catch (error) {
      console.error(error);
      unhatched.hidden = false;
    }
  }

  state.watch(["x"], () => {
    controls.forEach((control, j) => control.set(state.now.x[j]));
    foresee();
  });
  state.watch(["x", "outside"], () => {
    const {x, outside} = state.now;
    controls.forEach((control, j) => control.tag(outside ? knowingOf(outside.values[j], x[j]) : ""));
  });
  return html`<div class="controls-panel">
    ${controlPresets(state, data)}${controlKey(data.hitShare)}${unhatched}
    <div class="control-list">${controls.map(({element}) => element)}</div>
  </div>`;
}

/** How a control's value is known: as the song from outside says, until the reader moves it. */
const knowingOf = ({value, knowing}: OutsideValue, x: number) => (Object.is(Math.fround(value), x) ? knowing : "you");
