import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {commandOptions} from "../../../loaders/score/commandOptions.js";

describe("commandOptions(command, args)", () => {
  it("reads a CSV and its options, in any order", () => {
    const all = {help: false, input: "a.csv", model: "m.json", output: "o.csv", decade: "2010", asIs: true};
    const args = ["--model", "m.json", "a.csv", "--output=o.csv", "--as-is", "--decade", "2010"];
    assert.deepEqual(commandOptions("score", args), {...all, interactions: false, space: "log-odds"});
    const more = ["--interactions", "--space", "probability"];
    assert.deepEqual(commandOptions("explain", [...more, ...args]), {...all, interactions: true, space: "probability"});
    assert.equal(commandOptions("explain", ["a.csv", "--space=log-odds"]).space, "log-odds");
    const {input, model, output, asIs} = commandOptions("explain", ["-"]);
    assert.deepEqual({input, model, output, asIs}, {input: "-", model: undefined, output: undefined, asIs: false});
    assert.equal(commandOptions("score", ["--", "--odd.csv"]).input, "--odd.csv");
  });

  it("asks for nothing else when help is wanted", () => {
    assert.equal(commandOptions("score", ["-h"]).help, true);
    assert.equal(commandOptions("score", ["--help"]).help, true);
  });

  for (const [args, problem] of [
    [["a", "--space", "odds"], 'explain: expected --space log-odds or probability; got "odds"'],
    [["a", "--space"], "expected a value after --space; got none"],
    [["a", "--space", "probability", "--space=probability"], "expected --space once; got it twice"],
    [["a", "--interactions", "--interactions"], "expected --interactions once; got it twice"],
    [["a", "--interactions=2"], 'expected no value after --interactions; got "2"'],
    [
      ["a", "--spaces"],
      'expected --model, --output, --decade, --space, --interactions, --as-is, --help; got "--spaces"'
    ]
  ] as const) {
    it(`refuses to explain ${args.join(" ")}`, () => {
      assert.throws(
        () => commandOptions("explain", args),
        (error: Error) => error.name === "InputError" && error.message.includes(problem)
      );
    });
  }

  for (const [args, problem] of [
    [[], "score: expected one CSV, or - for standard input; got none"],
    [["a", "b"], "expected one CSV, or - for standard input; got 2"],
    [["a", "--modle", "m"], 'expected --model, --output, --decade, --as-is, --help; got "--modle"'],
    [["a", "-x"], 'got "-x"'],
    [["a", "--space", "probability"], '--decade, --as-is, --help; got "--space"'],
    [["a", "--interactions"], 'got "--interactions"'],
    [["a", "--model"], "expected a value after --model; got none"],
    [["a", "--model="], "expected a value after --model; got none"],
    [["a", "--model", "--output", "o"], 'expected a value after --model; got "--output"'],
    [["a", "--output", "o", "--output", "p"], "expected --output once; got it twice"],
    [["a", "--help=yes"], 'expected no value after --help; got "yes"'],
    [["a", "--as-is"], "expected --as-is with a --model; got the site's own model"]
  ] as const) {
    it(`refuses ${args.join(" ") || "nothing"}`, () => {
      assert.throws(
        () => commandOptions("score", args),
        (error: Error) => error.name === "InputError" && error.message.includes(problem)
      );
    });
  }
});
