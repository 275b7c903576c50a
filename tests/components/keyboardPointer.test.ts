// @vitest-environment jsdom
import assert from "node:assert/strict";
import {it} from "vitest";
import {keyboardPointer} from "../../src/components/keyboardPointer.js";

globalThis.PointerEvent ??= MouseEvent as typeof PointerEvent; // jsdom's is not among vitest's globals

it("keyboardPointer(svg) moves a pointer by the arrow keys, and stays inside the drawing", () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.getBoundingClientRect = () => ({left: 100, top: 200, width: 240, height: 48}) as DOMRect;
  keyboardPointer(svg);
  assert.equal(svg.getAttribute("tabindex"), "0");
  const moves: [number, number][] = [];
  svg.addEventListener("pointermove", ({clientX, clientY}) => moves.push([clientX, clientY]));
  const press = (key: string) => {
    const event = new KeyboardEvent("keydown", {key, cancelable: true});
    svg.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.deepEqual(["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"].map(press), [true, true, true, true]);
  assert.deepEqual(moves, [[235, 225], [235, 227], [225, 227], [225, 225]]); // prettier-ignore
  assert.equal(press("Tab"), false); // the reader may leave
  assert.equal(moves.length, 4);
  for (let i = 0; i < 30; i++) press("ArrowRight");
  assert.deepEqual(moves.at(-1), [335, 225]);
  for (let i = 0; i < 30; i++) press("ArrowLeft");
  assert.deepEqual(moves.at(-1), [105, 225]);
});
