import assert from "node:assert/strict";
import {it} from "vitest";
import {illFormedByte} from "../../../lib/csv/illFormedByte.js";

it("illFormedByte(bytes) finds the first byte of what is no UTF-8", () => {
  for (const [bytes, at] of [
    [[], -1],
    [[0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x8e, 0xb5], -1], // aé€🎵
    [[0x61, 0xe9, 0x62], 1],
    [[0x61, 0x62, 0xe2, 0x82], 2], // cut off
    [[0x80], 0],
    [[0xc0, 0xaf], 0], // a slash in two bytes
    [[0xe0, 0x80, 0x80], 0],
    [[0xed, 0xa0, 0x80], 0], // a surrogate
    [[0xf4, 0x90, 0x80, 0x80], 0], // past the last character
    [[0xf5, 0x80, 0x80, 0x80], 0],
    [[0x61, 0xff], 1]
  ] as const)
    assert.equal(illFormedByte(Uint8Array.from(bytes)), at, String(bytes));
});

it("illFormedByte(bytes) agrees with a decoder on every pair and every beginning of three bytes", () => {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  const isWell = (bytes: Uint8Array) => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let first = 0; first < 256; first += 3) {
    for (let second = 0; second < 256; second++) {
      for (const rest of [[], [0x80], [0xbf, 0x80], [0x41]]) {
        const bytes = Uint8Array.of(first, second, ...rest);
        assert.equal(illFormedByte(bytes) < 0, isWell(bytes), bytes.join());
      }
    }
  }
});
