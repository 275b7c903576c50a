import {MultiBar, Presets, type SingleBar} from "cli-progress";
import type {RunObserver} from "../store/runStages.js";

/** Shows on stderr how the stages go: bars on a terminal, a line a stage elsewhere. */
export function stageDisplay(): RunObserver {
  return process.stderr.isTTY ? barDisplay() : lineDisplay();
}

function barDisplay(): RunObserver {
  const multi = new MultiBar(
    {format: " {bar} {percentage}% {name}", stream: process.stderr, hideCursor: true, clearOnComplete: true},
    Presets.rect
  );
  const bars = new Map<string, SingleBar>();
  let total: SingleBar | undefined;
  return {
    planned(stages) {
      total = multi.create(stages, 0, {name: `of ${stages} stages`});
    },
    started(name) {
      bars.set(name, multi.create(1, 0, {name}));
    },
    progressed(name, share) {
      bars.get(name)?.update(share);
    },
    finished(name) {
      const bar = bars.get(name);
      if (bar) multi.remove(bar);
      total?.increment();
    },
    waiting() {
      console.warn("another build holds the store; waiting for it to finish");
    },
    stop() {
      multi.stop();
    }
  };
}

function lineDisplay(): RunObserver {
  let done = 0;
  let total = 0;
  return {
    planned(stages) {
      total = stages;
    },
    started() {},
    progressed() {},
    finished(name) {
      console.warn(`[${++done}/${total}] ${name}`);
    },
    waiting() {
      console.warn("another build holds the store; waiting for it to finish");
    },
    stop() {}
  };
}
