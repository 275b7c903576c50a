import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {once} from "node:events";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {Worker} from "node:worker_threads";
import type {Tensor} from "@tensorflow/tfjs";
import {describe, it} from "vitest";
import {takeRows, takeValues} from "../../../lib/columns.js";
import {logit} from "../../../lib/logit.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {mlpMargins} from "../../../lib/mlp/mlpMargins.js";
import {predictMlp} from "../../../lib/mlp/predictMlp.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {adam} from "../../../loaders/models/mlp/adam.js";
import {dropoutMask} from "../../../loaders/models/mlp/dropoutMask.js";
import {encodeRows} from "../../../loaders/models/mlp/encodeRows.js";
import {fitMlp} from "../../../loaders/models/mlp/fitMlp.js";
import {layerOutputs} from "../../../loaders/models/mlp/layerOutputs.js";
import {lossGradients} from "../../../loaders/models/mlp/lossGradients.js";
import type {MlpOptions} from "../../../loaders/models/mlp/mlpOptions.js";
import {openTensorFlow} from "../../../loaders/models/mlp/openTensorFlow.js";
import {weightTensors} from "../../../loaders/models/mlp/trainedLayer.js";
import {trainMlp} from "../../../loaders/models/mlp/trainMlp.js";
import {validationRows} from "../../../loaders/models/mlp/validationRows.js";
import {smallStudy} from "../../fixtures/mlp/smallStudy.js";
import {checkModel} from "../../lib/modelChecks.js";
import {columnsOf} from "../../lib/logistic/columnsOf.js";

const tensorFlow = await openTensorFlow();
const {tf} = tensorFlow;
const {X, y, groups} = smallStudy();
const SMALL = {seed: 3, hidden: [8], epochs: 3};
const fitThread = (options: object) =>
  new Worker(new URL("../../fixtures/mlp/fitThread.js", import.meta.url), {workerData: options});
const largestError = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));

checkModel({
  name: "mlp",
  fit: (X, y, seed) => trainMlp(tensorFlow, X, y, {seed, hidden: [4], epochs: 2}).model,
  predict: predictMlp,
  save: JSON.stringify,
  load: JSON.parse
});

describe("lossGradients(tf, layers, inputs, y, masks)", () => {
  it("are those tf.variableGrads finds", () => {
    const random = randomSource(1);
    const draw = (n: number) => Float32Array.from({length: n}, () => 2 * random() - 1);
    const layers = [[6, 5], [5, 3], [3, 1]].map(([a, b]) => ({weights: draw(a * b), biases: draw(b)})); // prettier-ignore
    const inputs = draw(7 * 6);
    const outcomes = Float32Array.of(0, 1, 1, 0, 1, 0, 1);
    const masks = [dropoutMask(7 * 5, 0.3, random), dropoutMask(7 * 3, 0.3, random)];
    const before = tf.memory().numTensors;
    const ours = lossGradients(tf, layers, inputs, outcomes, masks);
    assert.equal(tf.memory().numTensors, before);
    const variables = layers.map(({weights, biases}) => [
      tf.variable(tf.tensor2d(weights, [weights.length / biases.length, biases.length])),
      tf.variable(tf.tensor1d(biases))
    ]);
    const {grads} = tf.variableGrads(() => {
      let h: Tensor = tf.tensor2d(inputs, [7, 6]);
      variables.forEach(([weights, biases], l) => {
        h = tf.add(tf.matMul(h, weights), biases);
        if (l < 2) h = tf.mul(tf.relu(h), tf.tensor2d(masks[l], [7, masks[l].length / 7]));
      });
      return tf.losses.sigmoidCrossEntropy(tf.tensor2d(outcomes, [7, 1]), h).asScalar();
    });
    variables.forEach(([weights, biases], l) => {
      assert.ok(largestError(ours[l].weights, grads[weights.name].dataSync()) < 1e-6);
      assert.ok(largestError(ours[l].biases, grads[biases.name].dataSync()) < 1e-6);
    });
    tf.disposeVariables();
  });
});

it("adam(sizes) takes the steps of tf.train.adam", () => {
  const theirs = tf.variable(tf.tensor1d([1, -2, 0.5]));
  const ours = Float32Array.of(1, -2, 0.5);
  const optimiser = tf.train.adam(0.1);
  const step = adam([3]);
  for (const gradient of [
    [1, -0.01, 0],
    [-3, 0.5, 2],
    [0.2, 0.2, -1]
  ]) {
    // prettier-ignore
    optimiser.applyGradients([{name: theirs.name, tensor: tf.tensor1d(gradient)}]);
    step([ours], [Float32Array.from(gradient)], 0.1);
    assert.ok(largestError(ours, theirs.dataSync()) < 1e-5, `${ours} for ${theirs.dataSync()}`);
  }
  tf.disposeVariables();
});

it("dropoutMask(length, rate, random) drops its share and keeps the mean", () => {
  const mask = dropoutMask(10_000, 0.2, randomSource(1));
  assert.deepEqual([...new Set(mask)].sort(), [0, 1.25]);
  assert.ok(Math.abs(mask.reduce((sum, value) => sum + value, 0) / 10_000 - 1) < 0.02);
  assert.deepEqual(dropoutMask(3, 0, randomSource(1)), Float32Array.of(1, 1, 1));
  const random = randomSource(1);
  assert.notDeepEqual(dropoutMask(50, 0.5, random), dropoutMask(50, 0.5, random));
});

describe("validationRows(y, groups, share, random)", () => {
  const count = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0);

  it("holds back whole groups, about the share", () => {
    const held = validationRows(y, groups, 0.1, randomSource(1));
    assert.equal(count(held), 60);
    held.forEach((flag, i) => assert.equal(flag, held[10 * groups[i]]));
  });

  it("holds back single rows without groups, other ones by another seed", () => {
    const held = validationRows(y, undefined, 0.1, randomSource(1));
    assert.equal(count(held), 60);
    assert.ok(new Set(takeValues(groups, [...held.keys()].filter((i) => held[i] === 1))).size > 30); // prettier-ignore
    assert.notDeepEqual(validationRows(y, undefined, 0.1, randomSource(2)), held);
  });

  it("holds nothing back if either side would lack a class", () => {
    for (const [labels, of, share] of [
      [[0, 1], undefined, 0.5],
      [[0, 1, 0, 1], ["a", "b", "a", "b"], 0.5],
      [[0, 1, 0, 1], ["a", "a", "a", "a"], 0.5],
      [[0, 1, 0, 1, 0, 1], undefined, 0]
    ] as const) {
      assert.equal(count(validationRows(labels, of, share, randomSource(1))), 0);
    }
  });
});

describe("fitMlp(X, y, options)", () => {
  it("learns what no line through the features tells", async () => {
    const {model, backend, epochs} = await fitMlp(X, y, {seed: 1, epochs: 12});
    assert.ok(rocAuc(y, predictMlp(model, X))! > 0.98);
    assert.deepEqual([backend, epochs <= 12], ["wasm", true]);
    assert.deepEqual(model.layers.map(({biases}) => biases.length), [64, 32, 1]); // prettier-ignore
  });

  it("predicts what TensorFlow does, within 1e-5", () => {
    const {model} = trainMlp(tensorFlow, X, y, SMALL);
    const plain = model.layers.map(({weights, biases}) => ({
      weights: Float32Array.from(weights),
      biases: Float32Array.from(biases)
    }));
    const {inputs, means} = encodeRows(model, X);
    const uncentred = inputs.map((value, at) => value + means[at % means.length]);
    const margins = tf.tidy(() => {
      const rows = tf.tensor2d(uncentred, [X.length, means.length]);
      return layerOutputs(tf, plain, weightTensors(tf, plain), rows)[2].dataSync();
    });
    const error = largestError(mlpMargins(model, X), margins);
    assert.ok(error < 1e-5, `off by ${error}`);
  });

  it("gives other weights to another seed, and leaves no tensor behind", () => {
    const before = tf.memory().numTensors;
    const {model} = trainMlp(tensorFlow, X, y, SMALL);
    assert.notDeepEqual(trainMlp(tensorFlow, X, y, {...SMALL, seed: 4}).model.layers, model.layers);
    assert.equal(tf.memory().numTensors, before);
  });

  it("gives the same bytes in a process of its own, which prints nothing else", async () => {
    const script = fileURLToPath(new URL("../../fixtures/mlp/fitSmall.ts", import.meta.url));
    const {stdout, stderr} = await promisify(execFile)(process.execPath, ["--import", "tsx", script]);
    assert.equal(stdout, JSON.stringify(trainMlp(tensorFlow, X, y, SMALL).model));
    assert.equal(stderr, "");
  });

  it("gives the same bytes on a thread", async () => {
    const messages: string[] = [];
    const thread = fitThread({}).on("message", (message: string) => messages.push(message));
    await once(thread, "exit");
    const text = JSON.stringify(trainMlp(tensorFlow, X, y, SMALL).model);
    assert.deepEqual(messages, ["epoch", "epoch", "epoch", text]);
  });

  it("ends with its thread", async () => {
    const thread = fitThread({epochs: 10_000, validation: 0});
    await once(thread, "message");
    assert.equal(await thread.terminate(), 1);
  });

  it("stops when the rows held back gain no more, and keeps the weights of their least loss", () => {
    const random = randomSource(8);
    const noise = Uint8Array.from(y, () => (random() < 0.5 ? 1 : 0));
    const options = {seed: 2, hidden: [16], epochs: 25, learningRate: 0.02, validation: 0.3, dropout: 0};
    const patient = trainMlp(tensorFlow, X, noise, {...options, patience: 25});
    const hasty = trainMlp(tensorFlow, X, noise, {...options, patience: 6});
    assert.equal(patient.epochs, 25);
    assert.ok(hasty.epochs < 20, `${hasty.epochs}`);
    assert.deepEqual(hasty.model, patient.model);
    const held = validationRows(noise, undefined, 0.3, randomSource(2));
    const rows = [...held.keys()].filter((i) => held[i] === 1);
    const loss = logLoss(takeValues(noise, rows), predictMlp(patient.model, takeRows(X, rows)));
    assert.ok(loss < 0.72, `${loss}`);
    const last = trainMlp(tensorFlow, X, noise, {...options, validation: 0}).model;
    assert.ok(logLoss(noise, predictMlp(last, X)) < logLoss(noise, predictMlp(patient.model, X)));
  });

  it("keeps groups apart: other groups, other rows held back", () => {
    const fit = (of?: Int32Array) => trainMlp(tensorFlow, X, y, {...SMALL, groups: of}).model;
    assert.notDeepEqual(fit(groups), fit());
    assert.deepEqual(fit(groups), fit(groups.map((group) => 1000 - group)));
  });

  it("tells each epoch, and runs all of two rows", () => {
    const told: number[][] = [];
    const two = trainMlp(tensorFlow, takeRows(X, [0, 1]), Uint8Array.of(0, 1), {
      ...SMALL,
      patience: 1,
      onEpoch: (done, total) => told.push([done, total])
    });
    assert.equal(two.epochs, 3);
    assert.deepEqual(told, [[1, 3], [2, 3], [3, 3]]); // prettier-ignore
    assert.ok(predictMlp(two.model, X).every((p) => p > 0 && p < 1));
  });

  it("ignores constant and unknown columns, whatever they hold later", () => {
    const n = X.length;
    const columns = [...X.columns, new Float32Array(n).fill(7), new Float32Array(n).fill(NaN)];
    const {model} = trainMlp(tensorFlow, {names: [...X.names, "constant", "unknown"], columns, length: n}, y, SMALL);
    assert.deepEqual(model.knots.slice(3), [[], []]);
    assert.deepEqual(model.layers, trainMlp(tensorFlow, X, y, SMALL).model.layers);
  });

  it("gives the base rate where no column tells anything", () => {
    const blank = columnsOf({constant: new Array(400).fill(7), unknown: new Array(400).fill(null)});
    const {model} = trainMlp(
      tensorFlow,
      blank,
      Uint8Array.from({length: 400}, (_, i) => (i % 4 === 0 ? 1 : 0)),
      {
        ...SMALL,
        epochs: 30,
        learningRate: 0.05
      }
    );
    const margins = mlpMargins(model, blank);
    assert.ok(largestError(margins, margins.map(() => logit(0.25))) < 0.2, `${margins[0]}`); // prettier-ignore
  });

  it("refuses what it cannot train on, or with", async () => {
    await assert.rejects(fitMlp(X, new Uint8Array(X.length), SMALL), /fitMlp requires both classes/);
    await assert.rejects(fitMlp(X, y, {...SMALL, groups: [1, 2]}), /requires equal lengths; got y 600, groups 2/);
    await assert.rejects(fitMlp(X, y, {...SMALL, learningRate: 1e38}), /weights stay finite; got 1e\+38/);
    const outside: Partial<Record<keyof MlpOptions, unknown[]>> = {
      seed: [1.5, NaN],
      hidden: [[], [0], [8, 1.5]],
      segments: [0, 257],
      epochs: [0, 2.5],
      batch: [0],
      patience: [0],
      learningRate: [0, NaN, Infinity],
      dropout: [-0.1, 1],
      validation: [-0.1, 1, NaN]
    };
    for (const [name, values] of Object.entries(outside)) {
      for (const value of values) {
        const refusal = {name: "RangeError", message: new RegExp(`fitMlp requires ${name} .*; got`)};
        assert.throws(() => trainMlp(tensorFlow, X, y, {...SMALL, [name]: value}), refusal);
      }
    }
  });
});
