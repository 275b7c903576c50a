import assert from "node:assert/strict";
import {afterEach, beforeEach, describe, it, vi} from "vitest";
import {stageDisplay} from "../../../loaders/cli/stageDisplay.js";

const isTTY = Object.getOwnPropertyDescriptor(process.stderr, "isTTY");

function pretendTerminal(is: boolean): void {
  Object.defineProperty(process.stderr, "isTTY", {value: is, configurable: true});
}

let lines: string[];

beforeEach(() => {
  lines = [];
  vi.spyOn(console, "warn").mockImplementation((line: string) => void lines.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  if (isTTY) Object.defineProperty(process.stderr, "isTTY", isTTY);
  else Reflect.deleteProperty(process.stderr, "isTTY");
});

describe("stageDisplay() where stderr is no terminal", () => {
  it("prints a line a finished stage, counting up to those planned, and nothing else", () => {
    pretendTerminal(false);
    const written = vi.spyOn(process.stdout, "write");
    const display = stageDisplay();
    display.planned(3);
    display.started("dataset");
    display.progressed("dataset", 0.5);
    assert.deepEqual(lines, []);
    display.finished("dataset");
    display.started("folds");
    display.started("drivers");
    display.finished("drivers");
    display.finished("folds");
    display.stop();
    assert.deepEqual(lines, ["[1/3] dataset", "[2/3] drivers", "[3/3] folds"]);
    assert.equal(written.mock.calls.length, 0);
  });

  it("says that it waits for another build", () => {
    pretendTerminal(false);
    stageDisplay().waiting();
    assert.deepEqual(lines, ["another build holds the store; waiting for it to finish"]);
  });
});

describe("stageDisplay() on a terminal", () => {
  it("draws bars on stderr, no lines, and leaves the cursor as it was", () => {
    pretendTerminal(true);
    const drawn: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => drawn.push(String(text)) > 0);
    for (const method of ["cursorTo", "clearLine", "moveCursor", "clearScreenDown"] as const) {
      Object.defineProperty(process.stderr, method, {value: () => true, configurable: true});
    }
    const display = stageDisplay();
    display.planned(2);
    display.started("dataset");
    display.progressed("dataset", 0.5);
    display.progressed("unknown", 0.5);
    display.finished("dataset");
    display.finished("unknown");
    display.stop();
    assert.deepEqual(lines, []);
    const text = drawn.join("");
    assert.ok(text.includes("of 2 stages"), JSON.stringify(text));
    assert.ok(text.lastIndexOf("\u001b[?25h") > text.lastIndexOf("\u001b[?25l"), JSON.stringify(text));
  });
});
