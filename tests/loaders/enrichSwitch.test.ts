import assert from "node:assert/strict";
import {it} from "vitest";
import {InputError} from "../../lib/csv/InputError.js";
import {enrichmentIsInput, enrichmentWarning} from "../../loaders/enrichSwitch.js";

it("enrichmentIsInput(env) is off unless told 1, and takes nothing else for an answer", () => {
  const told = (ENRICHMENT_AS_INPUT?: string) => enrichmentIsInput({ENRICHMENT_AS_INPUT});
  assert.deepEqual([told(), told(""), told("0"), told("1")], [false, false, false, true]);
  for (const odd of ["true", "yes", "01", " 1", "\u001b[2J"]) assert.throws(() => told(odd), InputError);
  assert.throws(() => told("\u001b[2J"), /ENRICHMENT_AS_INPUT: expected 1 or 0; got "\\u001b\[2J"$/);
});

it("enrichmentWarning(env) puts the terms beside the switch, and is silent while it is off", () => {
  assert.equal(enrichmentWarning({}), null);
  const warning = enrichmentWarning({ENRICHMENT_AS_INPUT: "1"})!;
  assert.match(warning, /terms.*forbid to\s+train a machine learning model on Spotify content/s);
  assert.match(warning, /measured today, after a song was or was not a hit/);
  assert.ok(warning.split("\n").every((line) => line.length <= 80));
});
