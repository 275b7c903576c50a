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
function endAs(how: string, meddle: (child: ChildProcess, text: string) => void = () => undefined): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", path.resolve("tests/fixtures/cli/endAs.ts"), how]);
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

// All at once: each is a process that waits more than it works.
describe.concurrent("runCommand(command): the process", () => {
  it("leaves with 0 when the command is done, and says nothing of its own", async ({expect}) => {
    expect(await endAs("done")).toEqual({code: 0, stdout: "done\n", stderr: ""});
  });

  it.each(["input", "stage input"])("leaves with 1 and one line at an error in what was given: %s", async (how) => {
    const {code, stdout, stderr} = await endAs(how);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.equal(stderr, 'error: a.csv, line 3, column "tempo": expected a number; got "x"\n');
  });

  it("leaves with 1 and a stack at a bug", async () => {
    const {code, stderr} = await endAs("bug");
    assert.equal(code, 1);
    assert.match(stderr, /^error: TypeError: something is undefined\n +at .*endAs\.ts/);
  });

  it("names the stage that failed, with its stack", async () => {
    const {code, stderr} = await endAs("stage bug");
    assert.equal(code, 1);
    assert.equal(stderr, "error: stage drivers failed: TypeError: oops\n    at drivers.ts:1\n");
  });

  it("prints what was thrown even if it is no error", async () => {
    assert.deepEqual(await endAs("text"), {code: 1, stdout: "", stderr: "error: just text\n"});
  });

  it.each(["SIGINT", "SIGTERM"] as const)("leaves with 130 at %s, once the command has let go", async (signal) => {
    const {code, stderr} = await endAs("wait", stopWith(signal));
    assert.equal(code, 130);
    assert.equal(stderr, "ready\nstopped; finished stages are kept\n");
  });

  it("leaves with 0 when the reader of its output has seen enough", async () => {
    const {code, stderr} = await endAs("pipe", (child) => child.stdout!.destroy());
    assert.deepEqual([code, stderr], [0, ""]);
  });
});
