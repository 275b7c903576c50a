// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES} from "../../lib/features/features.js";
import {featureControl} from "../../src/components/featureControl.js";

/** A feature's control with its parts, and all it told. */
function control(name: string, range: {low: number; high: number; median: number | null}) {
  const told: number[] = [];
  const feature = FEATURES.find((feature) => feature.name === name)!;
  const {element, set} = featureControl(feature, {name, min: null, max: null, ...range}, (value) => told.push(value));
  const part = <E extends Element>(selector: string) => element.querySelector<E>(selector)!;
  return {
    told,
    set,
    element,
    select: part<HTMLSelectElement>("select"),
    slider: part<HTMLInputElement>("input[type=range]"),
    box: part<HTMLInputElement>("input[type=number]"),
    output: part<HTMLOutputElement>("output"),
    error: part<HTMLElement>("[role=alert]"),
    enter(input: HTMLInputElement | HTMLSelectElement, value: string) {
      input.value = value;
      input.dispatchEvent(new Event("input"));
    }
  };
}

describe("featureControl(feature, range, onChange): a slider with a box", () => {
  const energy = () => control("energy", {low: 0.1, high: 0.9, median: 0.5});

  it("tells what the slider is moved to, and shows it in the box and in words", () => {
    const {told, slider, box, output, enter} = energy();
    enter(slider, "0.75");
    assert.deepEqual(told, [0.75]);
    assert.equal(box.value, "0.75");
    assert.equal(output.textContent, "0.75");
    assert.equal(slider.getAttribute("aria-valuetext"), "0.75");
    assert.deepEqual([slider.min, slider.max], ["0.1", "0.9"]);
  });

  it("tells what is typed, beyond the slider's reach too, up to the legal range", () => {
    const {told, box, enter, error} = energy();
    enter(box, "0.99");
    enter(box, "1");
    assert.deepEqual(told, [0.99, 1]);
    assert.equal(error.hidden, true);
  });

  it("refuses what lies outside, in words, and keeps what was told before", () => {
    const {told, box, output, error, enter} = energy();
    enter(box, "0.5");
    for (const value of ["1.5", "-0.1"]) {
      enter(box, value);
      assert.equal(error.hidden, false);
      assert.equal(error.textContent, "Energy lies from 0.00 to 1.00");
      assert.equal(box.getAttribute("aria-invalid"), "true");
    }
    assert.deepEqual(told, [0.5]);
    assert.equal(output.textContent, "0.50");
    enter(box, "0.4");
    assert.equal(error.hidden, true);
    assert.equal(box.getAttribute("aria-invalid"), "false");
  });

  it("takes an empty box for a missing value", () => {
    const {told, box, output, slider, enter} = energy();
    enter(box, "0.6");
    enter(box, "");
    assert.deepEqual(told, [0.6, NaN]);
    assert.equal(output.textContent, "unknown");
    assert.equal(slider.valueAsNumber, 0.6);
  });

  it("takes 0 for missing where the source writes 0 for it, and for 0 elsewhere", () => {
    const tempo = control("tempo", {low: 0, high: 200, median: 120});
    tempo.enter(tempo.box, "0");
    tempo.enter(tempo.slider, "0");
    assert.deepEqual(tempo.told, [NaN, NaN]);
    assert.equal(tempo.output.textContent, "unknown");
    const {told, box, enter} = energy();
    enter(box, "0");
    assert.deepEqual(told, [0]);
  });

  it("counts a duration in seconds where the data hold milliseconds", () => {
    const {told, slider, box, output, error, enter} = control("duration_ms", {low: 60_000, high: 600_000, median: 2e5});
    assert.deepEqual([slider.min, slider.max, slider.step], ["60", "600", "1"]);
    enter(box, "200.5");
    enter(slider, "90");
    assert.deepEqual(told, [200_500, 90_000]);
    assert.equal(output.textContent, "1:30");
    enter(box, "20000");
    assert.equal(error.textContent, "Duration lies from 0:00 to 240:00");
    assert.ok(box.getAttribute("aria-label")!.endsWith("seconds"));
  });

  it("set(value) shows a value without telling it, in the middle of the slider if it is missing", () => {
    const {told, set, slider, box, output} = energy();
    set(0.123456);
    assert.deepEqual([box.value, output.textContent], ["0.1235", "0.12"]);
    set(NaN);
    assert.deepEqual([box.value, output.textContent], ["", "unknown"]);
    assert.equal(slider.valueAsNumber, 0.5);
    assert.deepEqual(told, []);
    const unknown = control("energy", {low: 0.2, high: 1, median: null});
    unknown.set(NaN);
    assert.equal(unknown.slider.valueAsNumber, 0.2);
  });
});

describe("featureControl(feature, range, onChange): a list", () => {
  const options = (select: HTMLSelectElement) => [...select.options].map((option) => option.textContent);

  it("names every value and the missing one, and tells which is chosen", () => {
    const {told, select, enter, slider} = control("mode", {low: 0, high: 1, median: 1});
    assert.equal(slider, null);
    assert.deepEqual(options(select), ["major", "minor", "unknown"]);
    enter(select, "0");
    enter(select, "NaN");
    assert.deepEqual(told, [0, NaN]);
  });

  it("lists the decades of the study, the keys, and every number of beats Spotify gives", () => {
    const decade = control("decade", {low: 1990, high: 2010, median: 2000});
    assert.deepEqual(options(decade.select), ["1990s", "2000s", "2010s", "unknown"]);
    const one = control("decade", {low: 2010, high: 2010, median: 2010});
    assert.deepEqual(options(one.select), ["2010s", "unknown"]);
    assert.equal(options(control("key", {low: 0, high: 11, median: 5}).select).length, 13);
    const beats = control("time_signature", {low: 3, high: 5, median: 4});
    for (const value of [1, 2, 3, 4, 5, 6, 7]) {
      beats.set(value);
      assert.equal(beats.select.value, String(value));
    }
  });

  it("set(value) chooses without telling", () => {
    const {told, select, set} = control("key", {low: 0, high: 11, median: 5});
    set(11);
    assert.equal(select.selectedOptions[0].textContent, "B");
    set(NaN);
    assert.equal(select.selectedOptions[0].textContent, "unknown");
    assert.deepEqual(told, []);
  });
});

it("featureControl(feature, range, onChange) labels every control for who cannot see it", () => {
  for (const {name, label} of FEATURES) {
    const {element} = control(name, {low: 0, high: 10, median: 5});
    const input = element.querySelector(`#${name}`)!;
    assert.equal(element.querySelector(`label[for=${name}]`)!.textContent!.trim().startsWith(label), true, name);
    assert.equal(input.getAttribute("data-feature"), name);
  }
});
