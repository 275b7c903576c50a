import assert from "node:assert/strict";
import {it} from "vitest";
import {retryAfterSeconds} from "../../../loaders/spotify/retryAfterSeconds.js";

it.each([
  [null, undefined],
  ["", undefined],
  ["0", undefined],
  ["-5", undefined],
  ["soon", undefined],
  ["1", 1],
  [" 86400 ", 86400],
  ["Mon, 23 Nov 2026 03:00:30 GMT", 30],
  ["Mon, 23 Nov 2026 02:00:00 GMT", undefined]
])("retryAfterSeconds(%j) is %j", (header, seconds) => {
  assert.equal(retryAfterSeconds(header, Date.UTC(2026, 10, 23, 3)), seconds);
});
