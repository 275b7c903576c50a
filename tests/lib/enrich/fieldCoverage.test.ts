import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {answerCode, type AnswerState} from "../../../lib/enrich/answerStates.js";
import {ENRICHED_FIELDS} from "../../../lib/enrich/enrichedFields.js";
import {fieldCoverage} from "../../../lib/enrich/fieldCoverage.js";

/** Ten rows, of which row 9 is not clean: hits are 0 to 3, flops 4 to 8. */
const STATES: readonly AnswerState[] = [
  "answered",
  "answered",
  "answered",
  "notFound",
  "answered",
  "closed",
  "unusable",
  "notAsked",
  "noId",
  "answered"
];
const tracks = {
  clean: Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]),
  label: Uint8Array.from([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]),
  artist: Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
};

/** Every field is known where the track was answered, but for the year of row 2. */
function enriched() {
  const columns = ENRICHED_FIELDS.map(({name}) =>
    Float32Array.from(STATES, (state, i) => (state !== "answered" || (name === "release_year" && i === 2) ? NaN : 1))
  );
  const X = {names: ENRICHED_FIELDS.map(({name}) => name), columns, length: STATES.length};
  const codes = Uint8Array.from(STATES, answerCode);
  return {X, track: codes, artist: codes.with(0, answerCode("notAsked")), asked: null};
}

describe("fieldCoverage(enriched, tracks)", () => {
  const [year, explicit] = fieldCoverage(enriched(), tracks);
  const none = {known: 0, without: 0, notFound: 0, closed: 0, unusable: 0, notAsked: 0, noId: 0};

  it("counts hits and flops by what became of asking, clean tracks alone, and adds up to all", () => {
    assert.equal(year.name, "release_year");
    assert.deepEqual(year.hits, {...none, known: 2, without: 1, notFound: 1});
    assert.deepEqual(year.flops, {...none, known: 1, closed: 1, unusable: 1, notAsked: 1, noId: 1});
    assert.deepEqual(explicit.hits, {...none, known: 3, notFound: 1});
  });

  it("reads the artist's state for what an artist has", () => {
    const state = {...enriched(), track: new Uint8Array(STATES.length).fill(answerCode("closed"))};
    const followers = fieldCoverage(state, tracks).find(({name}) => name === "artist_followers")!;
    assert.deepEqual([followers.hits.closed, followers.hits.notAsked, followers.hits.notFound], [0, 1, 1]);
  });

  it("measures what being known tells of the label, as an AUC", () => {
    // Explicit is known of 3 of 4 hits and 1 of 5 flops: .5 + (3/4 - 1/5) / 2.
    assert.ok(Math.abs(explicit.leak.value! - 0.775) < 1e-12, `${explicit.leak.value}`);
    assert.ok(explicit.leak.low! < 0.775 && explicit.leak.high! > 0.775);
    const all = enriched();
    all.X.columns.forEach((column) => column.fill(1));
    assert.deepEqual(fieldCoverage(all, tracks)[0].leak, {value: 0.5, low: 0.5, high: 0.5});
  });
});
