// @vitest-environment jsdom
import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {FEATURES} from "../../lib/features/features.js";
import {featureControl} from "../../src/components/featureControl.js";

/** A feature's control with its parts, and all it told. */
function control(name: string, range: {low: number; high: number; median: number | null}, home = NaN) {
  const told: number[] = [];
  const feature = FEATURES.find((feature) => feature.name === name)!;
  const density = {low: range.low, high: range.high, hits: [0, 4], flops: [2, 1]};
  const known = {name, min: null, max: null, density, decadeMedians: [], ...range};
  const made = featureControl(feature, known, {onChange: (value) => told.push(value), home: () => home});
  const {element} = made;
  const part = <E extends Element>(selector: string) => element.querySelector<E>(selector)!;
  return {
    ...made,
    told,
    part,
    select: part<HTMLSelectElement>("select"),
    slider: part<HTMLInputElement>("input[type=range]"),
    box: part<HTMLInputElement>("input:not([type=range])"),
    output: part<HTMLOutputElement>("output"),
    error: part<HTMLElement>("[role=alert]"),
    reset: part<HTMLButtonElement>("button"),
    enter(input: HTMLInputElement | HTMLSelectElement, value: string) {
      input.value = value;
      input.dispatchEvent(new Event("input"));
    }
  };
}

describe("featureControl(feature, range, {onChange, home}): a slider with a box", () => {
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
    assert.equal(tempo.output.textContent, "unknown");
    tempo.enter(tempo.box, "97");
    assert.deepEqual(tempo.told, [NaN, NaN, 97]);
    const {told, box, enter} = energy();
    enter(box, "0");
    assert.deepEqual(told, [0]);
  });

  it("takes a duration as min:sec or as seconds where the data hold milliseconds", () => {
    const {told, slider, box, output, error, enter} = control("duration_ms", {low: 60_000, high: 600_000, median: 2e5});
    assert.deepEqual([slider.min, slider.max, slider.step], ["60", "600", "1"]);
    enter(box, "200.5");
    enter(box, "3:25");
    enter(slider, "90");
    assert.deepEqual(told, [200_500, 205_000, 90_000]);
    assert.deepEqual([output.textContent, box.value], ["1:30", "1:30"]);
    enter(box, "20000");
    assert.equal(error.textContent, "Duration lies from 0:00 to 240:00");
    enter(box, "3 minutes");
    assert.equal(error.textContent, "Duration is typed as min:sec or seconds, and lies from 0:00 to 240:00");
    enter(box, " ");
    assert.deepEqual([told.slice(3), error.hidden, output.textContent], [[NaN], true, "unknown"]);
    assert.ok(box.getAttribute("aria-label")!.endsWith("min:sec or seconds"));
  });

  it("reaches from a whole step to a whole step, inside the legal range", () => {
    const loudness = control("loudness", {low: -31.607, high: -2.191, median: -9}).slider;
    assert.deepEqual([loudness.min, loudness.max], ["-31.7", "-2.1"]);
    const energy = control("energy", {low: 0.00000385, high: 0.994, median: 0.2}).slider;
    assert.deepEqual([energy.min, energy.max], ["0", "1"]);
    assert.equal(control("duration_ms", {low: 400, high: 9000, median: 900}).slider.min, "0.001");
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
    assert.equal(unknown.slider.hasAttribute("data-unknown"), true);
  });

  it("set(value) leaves alone what shows it already, and takes the place of what was refused", () => {
    const {set, box, error, enter} = energy();
    enter(box, "0.50");
    set(0.5);
    assert.equal(box.value, "0.50");
    enter(box, "7");
    set(0.5);
    assert.deepEqual([box.value, error.hidden], ["0.5", true]);
  });

  it("goes back home by its button, and tells so", () => {
    const {told, box, error, reset, enter} = control("energy", {low: 0, high: 1, median: 0.5}, 0.25);
    assert.equal(reset.getAttribute("aria-label"), "Reset Energy");
    enter(box, "7");
    reset.click();
    assert.deepEqual([told, box.value, error.hidden], [[0.25], "0.25", true]);
  });
});

describe("featureControl(feature, range, {onChange, home}): a list", () => {
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

it("featureControl(feature, range, {onChange, home}) labels every control for who cannot see it", () => {
  for (const {name, label} of FEATURES) {
    const {element} = control(name, {low: 0, high: 10, median: 5});
    const input = element.querySelector(`#${name}`)!;
    assert.equal(element.querySelector(`label[for=${name}]`)!.textContent!.trim().startsWith(label), true, name);
    assert.equal(input.getAttribute("data-feature"), name);
  }
});

describe("featureControl(…).foresee(curve, familiar)", () => {
  const half = Math.log(3); // log-odds of 75 %
  const curve = {from: Float64Array.of(-Infinity, 0.3, 0.7), margin: Float64Array.of(0, half, -half), missing: 0};
  const d = (element: Element, name: string) => element.querySelector(`.track-${name}`)!.getAttribute("d");

  it("draws steps along a slider, the song on them, and says between what they lie", () => {
    const {element, set, foresee, part} = control("energy", {low: 0.2, high: 0.8, median: 0.5});
    set(0.5);
    foresee(curve);
    assert.equal(d(element, "line"), "M0,500H167V250H833V750H1000");
    const dot = part("circle");
    assert.deepEqual(["cx", "cy", "visibility"].map((name) => dot.getAttribute(name)), ["50.00%", "25.00%", "visible"]); // prettier-ignore
    assert.equal(part("#energy-reach").textContent, "Probability along it: 25\u00a0% to 75\u00a0%");
    assert.equal(part("#energy").getAttribute("aria-describedby"), "energy-reach");
    for (const elsewhere of [NaN, 0.9]) {
      set(elsewhere);
      foresee(curve);
      assert.equal(dot.getAttribute("visibility"), "hidden");
    }
  });

  it("leaves out the steps that a slider does not reach", () => {
    const {element, foresee, part} = control("energy", {low: 0.2, high: 0.8, median: 0.5});
    const margin = Float64Array.of(9, half, 0, -half, -9);
    foresee({from: Float64Array.of(-Infinity, 0.1, 0.5, 0.7, 0.9), margin, missing: 9});
    assert.equal(d(element, "line"), "M0,250H500V500H833V750H1000");
    assert.match(part("#energy-reach").textContent!, /25\u00a0% to 75\u00a0%$/);
  });

  it("draws hits upwards and flops downwards from the middle, to one scale", () => {
    const {element} = control("energy", {low: 0.2, high: 0.8, median: 0.5});
    assert.equal(d(element, "hits"), "M0,500V500H500V0H1000V500Z");
    assert.equal(d(element, "flops"), "M0,500V750H500V625H1000V500Z");
  });

  it("draws a stroke for each value of a list", () => {
    const {element, set, foresee, part} = control("mode", {low: 0, high: 1, median: 1});
    set(0);
    foresee(curve);
    assert.equal(d(element, "line"), "M60,750H440M560,500H940"); // major first
    assert.equal(d(element, "hits"), "M60,500V0H440V500ZM560,500V500H940V500Z");
    assert.equal(part("circle").getAttribute("cx"), "75.00%");
    assert.equal(part("#mode-reach").textContent, "Probability along it: 25\u00a0% to 50\u00a0%");
    const constant = control("mode", {low: 0, high: 1, median: 1});
    constant.foresee({from: Float64Array.of(-Infinity), margin: Float64Array.of(0), missing: 0});
    assert.match(constant.part("#mode-reach").textContent!, /: 50\u00a0%$/);
  });

  it("hatches what is like no track, neighbours as one, and says over how much", () => {
    const {values, foresee, element, part} = control("energy", {low: 0, high: 1, median: 0.5});
    const hatched = () =>
      [...element.querySelectorAll("rect")].map((rect) => [rect.getAttribute("x"), rect.getAttribute("width")].join());
    foresee(curve);
    assert.deepEqual(hatched(), []);
    assert.ok(values.length >= 40 && values.every((value, k) => k === 0 || value > values[k - 1]));
    foresee(
      curve,
      Uint8Array.from(values, (value) => Number(value > 0.25 && value < 0.75))
    );
    assert.deepEqual(hatched(), ["0.00%,25.00%", "75.00%,25.00%"]);
    assert.match(part("#energy-reach").textContent!, /; over 50\u00a0% of it, like no track learned from$/);
    foresee(curve, new Uint8Array(values.length).fill(1));
    assert.deepEqual(hatched(), []);
    assert.match(part("#energy-reach").textContent!, /75\u00a0%$/);
  });
});
