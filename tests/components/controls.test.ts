// @vitest-environment jsdom
import assert from "node:assert/strict";
import {it} from "vitest";
import {button} from "../../src/components/button.js";
import {choices} from "../../src/components/choices.js";
import {keyboardPointer} from "../../src/components/keyboardPointer.js";

const pressed = (element: Element) =>
  [...element.querySelectorAll("button")].map((b) => b.getAttribute("aria-pressed")).join();

it("choices(legend, options, {value, onChange}) presses one button and tells its value", () => {
  const told: string[] = [];
  const options = [["a", "First"], ["<b>", "<i>Second</i>"], ["c", "Third"]] as const; // prettier-ignore
  const element = choices<string>("Pick <one>", options, {value: "c", onChange: (value) => told.push(value)});
  const buttons = [...element.querySelectorAll("button")];
  assert.equal(element.querySelector("legend")!.textContent, "Pick <one>");
  assert.deepEqual(
    buttons.map((b) => b.textContent!.trim()),
    ["First", "<i>Second</i>", "Third"]
  );
  assert.ok(buttons.every(({type}) => type === "button"));
  assert.equal(pressed(element), "false,false,true");
  assert.deepEqual(told, []);
  buttons[1].click();
  assert.equal(pressed(element), "false,true,false");
  buttons[0].click();
  assert.equal(pressed(element), "true,false,false");
  assert.deepEqual(told, ["<b>", "a"]);
});

it("button(label, onClick) shows its label as text and carries no handler in its markup", () => {
  let clicks = 0;
  const element = button("<b>Go</b>", () => clicks++);
  assert.equal(element.textContent, "<b>Go</b>");
  assert.equal(element.hasAttribute("onclick"), false);
  element.click();
  assert.equal(clicks, 1);
});

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
