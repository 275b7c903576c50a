import {outsideRow} from "../lib/outside/outsideRow.js";
import type {OutsideChoice, PredictState} from "./predictState.js";

/**
 * Sets the controls to a song from outside. Where the same song is only told better, a control that the reader moved by
 * hand stays, unless it is that very value which the reader now says otherwise.
 *
 * @param before the song as it was, where it is the same one
 */
export function setOutside(state: PredictState, song: OutsideChoice, before: OutsideChoice | null): void {
  const {x, outside} = state.now;
  const row = outsideRow(song.values);
  const isSame = before !== null && outside === before;
  const next = row.map((value, j) => {
    if (!isSame) return value;
    const was = Math.fround(before.values[j].value);
    const isMoved = !Object.is(x[j], was);
    const isSaid = !Object.is(value, was) && song.values[j].knowing !== "estimated";
    return isMoved && !isSaid ? x[j] : value;
  });
  state.set({x: next, song: null, outside: song});
}
