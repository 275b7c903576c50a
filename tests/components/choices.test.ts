// @vitest-environment jsdom
import assert from "node:assert/strict";
import {it} from "vitest";
import {button} from "../../src/components/button.js";
import {choices} from "../../src/components/choices.js";

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
