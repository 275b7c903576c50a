import {Presets, SingleBar} from "cli-progress";
import {format} from "d3-format";
import type {EnrichObserver} from "./enrich.js";
import type {Kind} from "./types.js";

const count = format(",d");
const LINE_EVERY_MS = 10_000;

/** A display on stderr of how asking goes: a bar with rate and time left on a terminal, elsewhere a line now and then. */
export function enrichDisplay(): EnrichObserver & {waiting(seconds: number): void} {
  const isTerminal = process.stderr.isTTY;
  const bar = new SingleBar(
    {
      format: " {bar} {percentage}% {kind}: {done} of {all}, {rate}/s, {left} left",
      stream: process.stderr,
      hideCursor: true,
      fps: 5
    },
    Presets.rect
  );
  let kind: Kind = "tracks";
  let total = 0;
  let done = 0;
  let startMs = 0;
  let saidMs = 0;
  const payload = () => {
    const seconds = Math.max(0.001, (performance.now() - startMs) / 1000);
    const rate = done / seconds;
    const left = done > 0 ? wordsOf((total - done) / rate) : "?";
    return {kind, done: count(done), all: count(total), rate: format(".3~r")(rate), left};
  };
  const stop = () => {
    if (!bar.isActive) return;
    bar.update(done, payload());
    bar.stop();
  };
  return {
    started(next, ids) {
      stop();
      [kind, total, done] = [next, ids, 0];
      startMs = saidMs = performance.now();
      if (isTerminal) bar.start(total, 0, payload());
      else console.warn(`${kind}: asking for ${count(total)}`);
    },
    answered(ids) {
      done += ids;
      if (isTerminal) return void bar.update(done, payload());
      if (performance.now() - saidMs < LINE_EVERY_MS) return;
      saidMs = performance.now();
      const {rate, left} = payload();
      console.warn(`${kind}: ${count(done)} of ${count(total)}, ${rate}/s, ${left} left`);
    },
    waitingForLock() {
      console.warn("another enrichment is writing; waiting for it to finish");
    },
    waiting(seconds) {
      if (!isTerminal) console.warn(`Spotify asks to wait ${Math.ceil(seconds)} s`);
    },
    torn(bytes) {
      console.warn(`the last run was cut off while it wrote; its last ${bytes} bytes are taken away, and asked again`);
    },
    stopped: stop
  };
}

/** `1 h 05 min`, `3 min 20 s`, `7 s`. */
function wordsOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  const pad = (n: number) => String(n).padStart(2, "0");
  if (whole >= 3600) return `${Math.floor(whole / 3600)} h ${pad(Math.floor((whole % 3600) / 60))} min`;
  return whole >= 60 ? `${Math.floor(whole / 60)} min ${pad(whole % 60)} s` : `${whole} s`;
}
