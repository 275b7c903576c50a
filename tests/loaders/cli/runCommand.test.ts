import assert from "node:assert/strict";
import {spawn, type ChildProcess} from "node:child_process";
import path from "node:path";
import {describe, it} from "vitest";

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs tests/fixtures/cli/endAs.ts; `meddle` is called at each piece of its output. */
function endAs(
  hows: readonly string[],
  meddle: (child: ChildProcess, text: string) => void = () => undefined
): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", path.resolve("tests/fixtures/cli/endAs.ts"), ...hows]);
  const text = {stdout: "", stderr: ""};
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (piece: string) => {
      text[stream] += piece;
      meddle(child, piece);
    });
  }
  return new Promise((resolve) => child.on("close", (code) => resolve({code, ...text})));
}

const stopWith = (signal: NodeJS.Signals) => (child: ChildProcess, text: string) => {
  if (text.includes("ready")) child.kill(signal);
};

const INPUT = 'error: a.csv, line 3, column "tempo": expected a number; got "x"\n';

describe("runCommand(command)", () => {
  it("prints errors in what was given in one line and bugs with their stack, and leaves with 1 after either", async () => {
    const hows = ["done", "input", "stage input", "bug", "stage bug", "text"];
    const {code, stdout, stderr} = await endAs(hows);
    assert.deepEqual([code, stdout], [1, ""]);
    const said = stderr.split(/^.* left with (?=\d)/m);
    assert.deepEqual([said[0], said[1]], ["", `0\n${INPUT}`]);
    assert.equal(said[2], `1\n${INPUT}`);
    assert.match(said[3], /^1\nerror: TypeError: something is undefined\n +at .*endAs\.ts/);
    assert.equal(said[4], "1\nerror: stage drivers failed: TypeError: oops\n    at drivers.ts:1\n");
    assert.equal(said[5], "1\nerror: just text\n");
    assert.equal(said[6], "1\n");
  });

  it("leaves with 0 when the command is done", async () => {
    assert.deepEqual(await endAs(["done"]), {code: 0, stdout: "", stderr: "done left with 0\n"});
  });

  it.each(["SIGINT", "SIGTERM"] as const)("leaves with 130 at %s, once the command has let go", async (signal) => {
    const {code, stderr} = await endAs(["wait"], stopWith(signal));
    assert.equal(code, 130);
    assert.equal(stderr, "ready\nstopped; what was finished is kept\n");
  });

  it("leaves with 0 when the reader of its output has seen enough", async () => {
    const {code, stderr} = await endAs(["pipe"], (child) => child.stdout!.destroy());
    assert.deepEqual([code, stderr], [0, ""]);
  });
});
