import assert from "node:assert/strict";
import JSZip from "jszip";
import {it} from "vitest";
import {zipJson} from "../../../loaders/site/zipJson.js";

const files = {songs: {title: "</script> é"}, "reasons-boosted": [1, null]};

it("zipJson(files) holds every file as JSON under its name", async () => {
  const archive = await JSZip.loadAsync(await zipJson(files));
  assert.deepEqual(Object.keys(archive.files), ["songs.json", "reasons-boosted.json"]);
  for (const [name, data] of Object.entries(files)) {
    assert.deepEqual(JSON.parse(await archive.file(`${name}.json`)!.async("string")), data);
  }
});

it("zipJson(files) gives the same bytes at any hour", async () => {
  const once = await zipJson(files);
  await new Promise((resolve) => setTimeout(resolve, 2100)); // an archive's clock ticks every two seconds
  assert.deepEqual(await zipJson(files), once);
});
