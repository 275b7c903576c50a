// @vitest-environment jsdom
import assert from "node:assert/strict";
import {it} from "vitest";
import {decadeCharts} from "../../src/components/decadeCharts.js";
import {stubResizeObserver} from "../fixtures/stubResizeObserver.js";

stubResizeObserver(640);

it("decadeCharts({features, decades}) draws both charts, or says in one sentence that no decade is known", () => {
  const trend = [1960, 1970].map((decade) => ({decade, hit: [-9, -8, -7], flop: [-10, -9, -8]}) as const);
  const loudness = {name: "loudness", edges: [-60, 0], hits: [1], flops: [1], auc: 0.6, trend};
  const drawn = decadeCharts({features: [loudness], decades: [{decade: 1960, hits: 1, flops: 2}]});
  assert.equal(drawn.querySelectorAll("figure").length, 2);
  const none = decadeCharts({features: [{...loudness, trend: []}], decades: []});
  assert.equal(none.textContent, "This study does not tell when its tracks came out.");
});
