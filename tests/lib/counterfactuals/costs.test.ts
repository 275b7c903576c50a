import assert from "node:assert/strict";
import fc from "fast-check";
import {describe, it} from "vitest";
import {candidatesOf} from "../../../lib/counterfactuals/candidates.js";
import {marginSurfaces} from "../../../lib/counterfactuals/marginSurfaces.js";
import {nextDiverse} from "../../../lib/counterfactuals/nextDiverse.js";
import {rankMove} from "../../../lib/counterfactuals/rankMove.js";
import {sayableStep, sayableValue} from "../../../lib/counterfactuals/sayableStep.js";
import {FEATURES} from "../../../lib/features/features.js";
import {iceExplainer} from "../../../lib/trees/iceCurves.js";
import {marginOfRow} from "../../../lib/trees/marginOfRow.js";
import {anyTask, controlOf} from "./changeCases.js";

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} for ${b}`);

describe("rankMove(control)", () => {
  it("is by hand the share of tracks between two values", () => {
    // 2 + 1, 0 + 1, 4 + 1, 0 + 1 tracks in quarters of 0 .. 1
    const move = rankMove(controlOf("energy", 0, 1, [2, 0, 4, 0]));
    near(move(0, 1), 1);
    near(move(0.25, 0.5), 0.1);
    near(move(0.125, 0.5), 0.25);
    near(move(0.5, 0.125), 0.25);
    near(move(-3, 0.25), 0.3); // beyond the counts there is no track
    near(move(0.75, 4), 0.1);
  });

  it("counts half of the tracks at a value that has a bin of its own, the key on a circle", () => {
    near(rankMove(controlOf("mode", 0, 1, [2, 4]))(0, 1), 0.5);
    const key = rankMove(
      controlOf(
        "key",
        0,
        11,
        Array.from({length: 12}, () => 0)
      )
    );
    near(key(0, 1), 1 / 12);
    near(key(11, 0), 1 / 12);
    near(key(2, 8), 0.5);
  });

  it("is the mean move of a track from what is unknown, and 0 without tracks or width", () => {
    const move = rankMove(controlOf("energy", 0, 1, [0, 0]));
    near(move(NaN, 0.5), 0.25);
    near(move(NaN, 1), 0.5);
    const none = {...controlOf("energy", 0, 1, []), density: {low: 0, high: 1, hits: [0], flops: [0]}};
    near(rankMove(none)(0, 1), 0);
    near(rankMove(controlOf("energy", 0.5, 0.5, [3]))(0.5, 0.5), 0);
  });
});

describe("sayableStep(feature)", () => {
  it("is whole seconds, BPM, keys and beats, tenths of decibels, hundredths", () => {
    const steps = Object.fromEntries(FEATURES.map((feature) => [feature.name, sayableStep(feature)]));
    const {tempo, key, loudness, duration_ms, chorus_hit, sections, time_signature, valence} = steps;
    assert.deepEqual(
      [tempo, key, loudness, duration_ms, chorus_hit, sections, time_signature, valence],
      [1, 1, 0.1, 1000, 1, 1, 1, 0.01]
    );
    assert.deepEqual([sayableValue(7, 0.1), sayableValue(-74, 0.1), sayableValue(29, 0.01)], [0.7, -7.4, 0.29]);
  });
});

describe("candidatesOf(control, value, thresholds, range)", () => {
  const control = controlOf("energy", 0, 1, [0, 0, 0, 0]);
  const values = (value: number, range: [number, number], thresholds = [-Infinity, 0.2, 0.505, 0.508, 0.8]) => [
    ...candidatesOf(control, value, thresholds, range).value
  ];

  it("is the nearest sayable value of each other step; a step without one has none", () => {
    assert.deepEqual(values(0.3, [0, 1]), [0.19, 0.51, 0.8]);
    assert.deepEqual(values(0.9, [0, 1]), [0.19, 0.5, 0.79]);
    assert.deepEqual(values(0.3, [0.1, 0.75]), [0.19, 0.51]);
    assert.deepEqual(values(0.3, [0.6, 0.75]), [0.6]);
    assert.deepEqual(values(0.3, [1, 0]), []);
  });

  it("leaves out what is written like the value, although the trees tell them apart", () => {
    assert.deepEqual(values(0.504, [0.45, 0.55], [-Infinity, 0.502]), [0.49]);
    assert.deepEqual(values(0.3, [0.3, 0.3], [-Infinity, 0.2]), []);
  });

  it("compares as the trees do, in float32", () => {
    const threshold = Math.fround(0.7); // above .7
    assert.deepEqual(values(0.3, [0, 1], [-Infinity, threshold]), [0.7]);
  });

  it("has one for every step where the value is unknown", () => {
    assert.deepEqual(values(NaN, [0, 1]).length, 4);
  });
});

describe("marginSurfaces(trees, thresholds, candidates)", () => {
  it("is the margin of every pair of new values", () => {
    fc.assert(
      fc.property(anyTask, ({trees, controls, x}) => {
        const curves = iceExplainer(trees)(x);
        const thresholds = curves.map(({from}) => from);
        const candidates = controls.map((control, j) =>
          candidatesOf(control, x[j], thresholds[j], j === 4 ? [1, 0] : [control.low, control.high])
        );
        const surfaces = marginSurfaces(trees, thresholds, candidates);
        surfaces({x: x.map(() => 0), margin: 0}, curves); // what was asked before leaves no trace
        const surface = surfaces({x, margin: marginOfRow(trees, x)}, curves);
        for (let j = 0; j < x.length; j++) {
          for (let k = j + 1; k < x.length; k++) {
            const margins = surface(j, k);
            candidates[j].value.forEach((a, row) =>
              candidates[k].value.forEach((b, column) =>
                near(margins[row * candidates[k].value.length + column], marginOfRow(trees, x.with(j, a).with(k, b)))
              )
            );
          }
        }
      }),
      {seed: 4, numRuns: 60}
    );
  });
});

describe("nextDiverse(edits, chosen, enough)", () => {
  const edit = (features: string, cost: number) => ({places: new Map([...features].map((j) => [Number(j), 0])), cost});

  it("is the cheapest first, then what costs least for how different it is", () => {
    const edits = [edit("01", 2), edit("12", 2.1), edit("3", 3.5), edit("013", 1.9), edit("4", 5.7), edit("5", 9)];
    const chosen = [edits[0]];
    assert.equal(nextDiverse(edits.slice(0, 3), [], 3), edits[0]);
    assert.equal(nextDiverse(edits, chosen, 3), edits[1]); // 2.1 ÷ (1 − 1/3) = 3.15 before 3.5; {0, 1, 3} holds {0, 1}
    assert.equal(nextDiverse([edits[1], edit("3", 3.1)], chosen, 3)?.cost, 3.1);
    assert.equal(nextDiverse([edit("0", 1)], chosen, 3), undefined); // lies in {0, 1}
  });

  it("leaves out what costs more than three times the cheapest, once there are enough", () => {
    const chosen = [edit("0", 2), edit("1", 3), edit("2", 4)];
    assert.equal(nextDiverse([edit("3", 6.1)], chosen, 3), undefined);
    assert.equal(nextDiverse([edit("3", 6)], chosen, 3)?.cost, 6);
    assert.equal(nextDiverse([edit("3", 6.1)], chosen, 4)?.cost, 6.1);
    assert.equal(nextDiverse([], [], 3), undefined);
  });
});
