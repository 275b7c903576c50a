import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {ANSWER_STATES} from "../../../lib/enrich/answerStates.js";
import type {Enriched} from "../../../lib/enrich/Enriched.js";
import type {StoreRecord} from "../../../loaders/enrich/StoreRecord.js";
import {enrichJoin} from "../../../loaders/stages/enrichJoin.js";
import {artistAnswer, artistId, refusedAnswer, trackAnswer, trackId} from "../../fixtures/enrichAnswers.js";

const uri = (n: number) => `spotify:track:${trackId(n)}`;

/** A row as an object, its states by name; NaN is null. */
function rowOf({X, track, artist}: Enriched, row: number) {
  const values = X.names.map((name, j) => [name, Number.isNaN(X.columns[j][row]) ? null : X.columns[j][row]]);
  return {...Object.fromEntries(values), track: ANSWER_STATES[track[row]], artist: ANSWER_STATES[artist[row]]};
}

const joined = (answers: StoreRecord[], ...tracks: number[]) => {
  const enriched = enrichJoin(answers, tracks.map(uri));
  return tracks.map((_, row) => rowOf(enriched, row));
};

const UNKNOWN = {
  release_year: null,
  explicit: null,
  track_popularity: null,
  album: null,
  artist_followers: null,
  genres: null,
  artist_popularity: null
};

describe("enrichJoin(answers, uris)", () => {
  it("puts a track's answer and that of its first artist beside its row, by the id in its uri", () => {
    const of2 = trackAnswer(2, {
      explicit: true,
      popularity: 0,
      artists: [{id: artistId(7)}, {id: artistId(1)}],
      album: {id: "", name: "One", release_date: "1964"}
    });
    const answers = [artistAnswer(1), artistAnswer(7, {followers: {total: 0}, popularity: 3}), of2, trackAnswer(1)];
    assert.deepEqual(joined(answers, 1, 2), [
      {
        release_year: 1999,
        explicit: 0,
        track_popularity: 50,
        album: 0,
        artist_followers: 3, // log10 of 1,000
        genres: 2,
        artist_popularity: 60,
        track: "answered",
        artist: "answered"
      },
      {
        release_year: 1964,
        explicit: 1,
        track_popularity: 0,
        album: 1,
        artist_followers: 0, // none; log10 of 1
        genres: 2,
        artist_popularity: 3,
        track: "answered",
        artist: "answered"
      }
    ]);
  });

  it("gives rows of one track the same values, and tracks of one album the same number", () => {
    const album = {id: "0album0000000000000009", name: "Shared", release_date: "2001-02"};
    const enriched = enrichJoin([trackAnswer(1, {album}), trackAnswer(2, {album})], [uri(1), uri(2), uri(1)]);
    assert.deepEqual([...enriched.X.columns[enriched.X.names.indexOf("album")]], [0, 0, 0]);
    assert.deepEqual(rowOf(enriched, 0), rowOf(enriched, 2));
  });

  it("leaves unknown what an answer does not hold, as apps of 2026 are not told popularity and followers", () => {
    const bare = trackAnswer(1, {popularity: undefined, explicit: undefined, album: {release_date: "0000"}});
    const artist = artistAnswer(1, {followers: undefined, popularity: undefined, genres: []});
    assert.deepEqual(joined([bare, artist], 1), [{...UNKNOWN, track: "answered", artist: "answered"}]);
  });

  it("tells not found, closed, unusable, not asked and no id apart; an artist shares the state of its track", () => {
    const answers = [
      refusedAnswer("tracks", trackId(1), 404),
      refusedAnswer("tracks", trackId(2), 403),
      refusedAnswer("tracks", trackId(3), 451),
      trackAnswer(4, {}, {body: null}),
      trackAnswer(5, {id: 12}),
      trackAnswer(6, {artists: []}),
      trackAnswer(7),
      refusedAnswer("artists", artistId(7), 404),
      trackAnswer(8),
      artistAnswer(1)
    ];
    const states = joined(answers, 1, 2, 3, 4, 5, 6, 7, 8, 9).map(({track, artist}) => `${track} ${artist}`);
    assert.deepEqual(states, [
      "notFound notFound",
      "closed closed",
      "unusable unusable",
      "notFound notFound",
      "unusable unusable",
      "answered unusable",
      "answered notFound",
      "answered notAsked",
      "notAsked notAsked"
    ]);
    assert.deepEqual(rowOf(enrichJoin(answers, ["demo:track:1"]), 0), {...UNKNOWN, track: "noId", artist: "noId"});
  });

  it("takes what was not asked for closed where its kind was last found closed", () => {
    const closure = (isClosed: boolean, endpoint: "artists" | "features" = "artists") => {
      return {endpoint, isClosed, client: "one", askedAt: "2026-11-20T10:00:00.000Z"};
    };
    const tracks = [trackAnswer(1), trackAnswer(2), artistAnswer(1)];
    const artists = (...closures: StoreRecord[]) => joined([...tracks, ...closures], 1, 2).map(({artist}) => artist);
    assert.deepEqual(artists(closure(false), closure(true)), ["answered", "closed"]);
    assert.deepEqual(artists(closure(true), closure(false)), ["answered", "notAsked"]);
    assert.deepEqual(artists(closure(true, "features")), ["answered", "notAsked"]);
  });

  it("goes by the later of two answers about one id", () => {
    const answers = [refusedAnswer("tracks", trackId(1), 404), trackAnswer(1, {popularity: 10}), trackAnswer(1)];
    const [{track, track_popularity}] = joined(answers, 1) as [{track: string; track_popularity: number}];
    assert.deepEqual([track, track_popularity], ["answered", 50]);
  });

  it("tells the days between which the answers it uses came; none where it uses none", () => {
    const at = (askedAt: string) => ({askedAt});
    const answers = [
      trackAnswer(1, {}, at("2026-11-03T23:59:59.000Z")),
      trackAnswer(2, {}, at("2026-11-02T00:00:00.000Z")),
      artistAnswer(1, {}, at("2026-11-09T08:00:00.000Z")),
      trackAnswer(3, {}, at("2020-01-01T00:00:00.000Z"))
    ];
    assert.deepEqual(enrichJoin(answers, [uri(1), uri(2)]).asked, {first: "2026-11-02", last: "2026-11-09"});
    assert.equal(enrichJoin(answers, [uri(4)]).asked, null);
    assert.equal(enrichJoin([], [uri(4)]).asked, null);
  });
});
