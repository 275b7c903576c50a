import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {basename, join} from "node:path";
import {gzipSync} from "node:zlib";
import {it} from "vitest";
import {AUDIO_FEATURES, FEATURES} from "../../../lib/features/features.js";
import {InputError} from "../../../lib/csv/InputError.js";
import {locateTracks} from "../../../loaders/tracks/locateTracks.js";
import {hitPredictor} from "../../../loaders/tracks/adapters/hitPredictor.js";
import {HIT_PREDICTOR_LABEL} from "../../../loaders/tracks/adapters/hitPredictorLabel.js";
import {readDataset} from "../../../loaders/tracks/readDataset.js";
import type {Dataset} from "../../../loaders/tracks/types.js";
import {inFolder} from "../../fixtures/tracks/inFolder.js";
import {HEADER, track, tracksCsv} from "../../fixtures/tracks/tracksCsv.js";

function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Dataset> {
  return inFolder(files, async (folder) => readDataset(await locateTracks({env: {TRACKS: folder}, root: "/"})));
}

/** The error's text, paths cut down to the file's name. */
async function refusal(content: string, name = "dataset-of-60s.csv"): Promise<string> {
  try {
    await read({[name]: content});
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    const {file} = error.place;
    return error.message.replace(file, basename(file));
  }
  return "accepted";
}

const column = ({raw}: Dataset, name: string) => raw.X.columns[raw.X.names.indexOf(name)];

it("readDataset(located) reads the 15 audio features, then the decade of the file's name", async () => {
  const dataset = await read({
    "dataset-of-60s.csv": tracksCsv(4),
    "dataset-of-00s.csv": tracksCsv(2, {cells: {0: {uri: "x"}, 1: {uri: "y"}}})
  });
  assert.deepEqual(
    dataset.raw.X.names,
    FEATURES.map(({name}) => name)
  );
  assert.equal(dataset.raw.X.length, 6);
  assert.deepEqual([...column(dataset, "decade")], [2000, 2000, 1960, 1960, 1960, 1960]);
  for (const {name} of AUDIO_FEATURES)
    assert.equal(column(dataset, name)[3], Math.fround(Number(track(1)[name])), name);
  assert.deepEqual(dataset.raw.title.slice(2), ["Title 0", "Title 1", "Title 2", "Title 3"]);
  assert.deepEqual([...dataset.raw.label], [0, 1, 0, 1, 0, 1]);
});

it("readDataset(located) takes a study that says nothing of decades, and counts what is missing", async () => {
  const dataset = await read({"tracks.csv": tracksCsv(4)});
  assert.ok(column(dataset, "decade").every(Number.isNaN));
  assert.equal(dataset.provenance.missing.decade, 4);
});

it("readDataset(located) says where the tracks came from", async () => {
  const csv = tracksCsv(4, {cells: {2: {chorus_hit: "0"}}});
  const {provenance} = await read({"dataset-of-70s.csv.gz": gzipSync(csv)});
  assert.deepEqual(provenance, {
    source: "tracks",
    synthetic: false,
    study: "Hit Predictor",
    about: hitPredictor.about,
    features: hitPredictor.features,
    label: HIT_PREDICTOR_LABEL,
    files: [{name: "dataset-of-70s.csv.gz", sha256: createHash("sha256").update(csv).digest("hex"), rows: 4}],
    hash: provenance.hash,
    rows: 4,
    tracks: 4,
    hits: 2,
    dropped: {},
    missing: {chorus_hit: 1}
  });
  assert.match(provenance.hash, /^[0-9a-f]{12}$/);
  const unzipped = await read({"dataset-of-70s.csv": csv});
  assert.equal(unzipped.provenance.hash, provenance.hash);
  const renamed = await read({"dataset-of-80s.csv": csv});
  assert.notEqual(renamed.provenance.hash, provenance.hash);
});

it("readDataset(located) takes columns in any order, further ones, CRLF and a byte order mark", async () => {
  const plain = await read({"60s.csv": tracksCsv(6)});
  const header = ["genre", ...[...HEADER].reverse(), "genre"];
  const shuffled = await read({"60s.csv": `\ufeff${tracksCsv(6, {header}).replaceAll("\n", "\r\n")}`});
  assert.deepEqual(shuffled.raw, plain.raw);
});

it("readDataset(located) prefers a column decade to the file's name", async () => {
  const cells = {0: {decade: "1990"}, 1: {decade: "1970"}};
  const dataset = await read({"dataset-of-60s.csv": tracksCsv(2, {cells, header: [...HEADER, "decade"]})});
  assert.deepEqual([...column(dataset, "decade")], [1990, 1970]);
});

it("readDataset(located) takes 0 for missing where the study writes 0 for unknown, and an empty cell everywhere", async () => {
  const zero = {tempo: "0.0", chorus_hit: "0", sections: "0", time_signature: "0", key: "0", instrumentalness: "0"};
  const dataset = await read({"60s.csv": tracksCsv(4, {cells: {0: zero, 1: {energy: "", loudness: " "}}})});
  const missing = (i: number) => dataset.raw.X.names.filter((_, j) => Number.isNaN(dataset.raw.X.columns[j][i]));
  assert.deepEqual(missing(0), ["tempo", "time_signature", "chorus_hit", "sections"]);
  assert.deepEqual(missing(1), ["energy", "loudness"]);
  assert.deepEqual(missing(2), []);
});

it("readDataset(located) keeps one row a uri, none with both labels, and accounts for every row", async () => {
  const cells = {
    2: {uri: "torn", target: "0"},
    3: {uri: "torn", target: "1"},
    4: {uri: "again", target: "0"},
    6: {uri: "again", target: "0"},
    100: {tempo: "fast"},
    101: {tempo: "NaN"},
    102: {uri: " "},
    103: {target: "2"}
  };
  const old = {0: {uri: "again", target: "0"}, 1: {uri: "x", target: "1"}};
  const dataset = await read({"00s.csv": tracksCsv(120, {cells}), "90s.csv": tracksCsv(2, {cells: old})});
  const {provenance, raw, clean} = dataset;
  assert.deepEqual(provenance.dropped, {
    "unusable tempo": 2,
    "blank uri": 1,
    "label not 0 or 1": 1,
    "repeated uri": 2,
    "uri with both labels": 2
  });
  assert.equal(provenance.rows, 122);
  assert.equal(provenance.tracks, 122 - 8);
  assert.equal(raw.uri.length, 122 - 4);
  assert.deepEqual(
    [...clean],
    [...clean].sort((a, b) => a - b)
  );
  const kept = [...clean].filter((i) => raw.uri[i] === "again");
  assert.deepEqual(
    kept.map((i) => column(dataset, "decade")[i]),
    [1990]
  );
  assert.equal(new Set([...clean].map((i) => raw.uri[i])).size, clean.length);
  assert.ok(![...clean].some((i) => raw.uri[i] === "torn"));
});

it("readDataset(located) keeps hostile and damaged text as it came", async () => {
  const titles = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "a\nb\r\nc",
    "nul\0",
    "4:00 AM",
    "True",
    "NA",
    " ",
    ""
  ];
  const cells = Object.fromEntries(titles.map((title, i) => [i, {track: title, artist: title}]));
  const {raw} = await read({"60s.csv": tracksCsv(titles.length, {cells})});
  assert.deepEqual(raw.title, titles);
  assert.deepEqual(raw.artist, titles);
});

it("readDataset(located) stops at a file with more than 5 % unusable rows, naming the first", async () => {
  const share = "(1 of 19 rows cannot be used; 5 % may be)";
  const offence = (cells: Record<string, string>) => refusal(tracksCsv(19, {cells: {10: cells}}));
  const at = "dataset-of-60s.csv, line 12";
  const tempo = "expected a number from 0 to 300 BPM; got";
  for (const cell of ["fast", "NaN", "inf", "-Infinity", "300.5", "-1", "1,5"]) {
    assert.equal(await offence({tempo: cell}), `${at}, column "tempo": ${tempo} "${cell}" ${share}`);
  }
  assert.equal(
    await offence({target: "hit"}),
    `${at}, column "target": expected 1 (hit) or 0 (flop); got "hit" ${share}`
  );
  assert.equal(await offence({target: ""}), `${at}, column "target": expected 1 (hit) or 0 (flop); got "" ${share}`);
  assert.equal(await offence({uri: ""}), `${at}, column "uri": expected a track's uri; got an empty cell ${share}`);
  const ragged = tracksCsv(19).replace(/(Title 10.*),0\n/, "$1\n");
  assert.equal(await refusal(ragged), `${at}: expected 19 cells like the header; got 18 ${share}`);
  const decade = tracksCsv(19, {header: [...HEADER, "decade"]});
  assert.match(
    await refusal(decade.replaceAll(",\n", ",1965\n")),
    /line 2, column "decade": expected a decade like 1960; got "1965"/
  );
  assert.equal(await refusal(decade), "accepted"); // an empty cell is missing
  assert.equal(await refusal(tracksCsv(20, {cells: {10: {tempo: "fast"}}})), "accepted");
});

it("readDataset(located) refuses a file whose header or name does not say what it holds", async () => {
  const without = HEADER.filter((name) => name !== "tempo" && name !== "target");
  assert.match(
    await refusal(tracksCsv(2, {header: without})),
    /^dataset-of-60s.csv, line 1: expected the header of a known study: Hit Predictor \(missing here: target, tempo\); Spotify Tracks .*; got "track,artist,/
  );
  assert.match(
    await refusal(tracksCsv(2).replaceAll(",", ";")),
    /got "track;artist.* \(separated by semicolons: save it with commas\)$/
  );
  assert.equal(
    await refusal(tracksCsv(2, {header: [...HEADER, "tempo"]})),
    'dataset-of-60s.csv, line 1, column "tempo": expected one column "tempo"; got 2'
  );
  assert.equal(await refusal(tracksCsv(2), "tracks.csv"), "accepted"); // of no known decade
});

it("readDataset(located) needs tracks, hits and flops", async () => {
  const both = "expected both hits and flops; got";
  assert.equal(
    await refusal(`${HEADER.join(",")}\n`),
    "dataset-of-60s.csv: expected tracks after the header; got none"
  );
  assert.equal(await refusal(tracksCsv(1)), `dataset-of-60s.csv: ${both} 0 hits and 1 flops`);
  assert.equal(
    await refusal(tracksCsv(1, {cells: {0: {target: "1"}}})),
    `dataset-of-60s.csv: ${both} 1 hits and 0 flops`
  );
  const torn = {0: {uri: "x"}, 1: {uri: "x"}};
  assert.equal(await refusal(tracksCsv(2, {cells: torn})), `dataset-of-60s.csv: ${both} 0 hits and 0 flops`);
});

it("readDataset(located, {onProgress}) tells how many rows of which file are read", async () => {
  await inFolder({"60s.csv": tracksCsv(5), "70s.csv": tracksCsv(3)}, async (folder) => {
    const seen = new Map<string, number>();
    const located = await locateTracks({env: {TRACKS: folder}, root: "/"});
    await readDataset(located, {onProgress: ({file, rows}) => seen.set(file, rows)});
    assert.deepEqual(Object.fromEntries(seen), {"60s.csv": 5, "70s.csv": 3});
  });
  await inFolder({}, async (folder) => {
    await assert.rejects(readDataset({source: "raw", files: [join(folder, "60s.csv")]}), /no such file$/);
  });
});
