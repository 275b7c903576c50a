import {outsideRow} from "../lib/outside/outsideRow.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {button} from "./button.js";
import {html} from "./html.js";
import {startingChoice, type PredictState} from "./predictState.js";

/** Buttons that set all controls at once: to the song, to the middle of the study, or to that of a decade. */
export function controlPresets(state: PredictState, data: PredictData): HTMLElement {
  const toSong = button("Reset to the song", () => {
    const {song, outside} = state.now;
    if (song) state.set({x: song.x.slice()});
    else if (outside) state.set({x: outsideRow(outside.values)});
  });
  const toMiddle = button("The middle of the study", () =>
    state.set({x: startingChoice(data).x, song: null, outside: null})
  );
  const decades = data.decades.map(({decade}, k) => {
    const preset = button(`${decade}s`, () => state.set({x: middleOf(data, k), song: null, outside: null}));
    preset.setAttribute("aria-label", `The middle of the ${decade}s`);
    return preset;
  });
  state.watch(["song", "outside"], () => (toSong.disabled = !state.now.song && !state.now.outside));
  return html`<div class="control-presets" role="group" aria-label="Set all controls">
    ${toSong}${toMiddle}${decades}
  </div>`;
}

/** The medians of a decade's tracks, and the decade itself. */
function middleOf({controls, decades}: PredictData, k: number): Float32Array {
  return Float32Array.from(controls, ({name, decadeMedians}) =>
    name === "decade" ? decades[k].decade : (decadeMedians[k] ?? NaN)
  );
}
