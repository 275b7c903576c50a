import assert from "node:assert/strict";
import {describe, it} from "vitest";
import {ENRICHED_FIELDS} from "../../../lib/enrich/enrichedFields.js";
import type {CoverageCounts, FieldCoverage} from "../../../lib/enrich/fieldCoverage.js";
import {enrichCoverageWords} from "../../../lib/wire/enrichCoverageWords.js";
import {enrichInputWords} from "../../../lib/wire/enrichInputWords.js";
import type {EnrichedResult} from "../../../lib/wire/EnrichmentData.js";
import {MATCHED, SAME_DAY} from "../../fixtures/enrichCoverage.js";

const none: CoverageCounts = {known: 0, without: 0, notFound: 0, closed: 0, unusable: 0, notAsked: 0, noId: 0};
const CHANCE = {value: 0.5, low: 0.48, high: 0.52};
const everyField = (hits: Partial<CoverageCounts>, flops: Partial<CoverageCounts>): FieldCoverage[] =>
  ENRICHED_FIELDS.map(({name}) => ({name, hits: {...none, ...hits}, flops: {...none, ...flops}, leak: CHANCE}));
const plain = (text: string) => text.replace(/\u00a0/g, " ");
const words = (...given: Parameters<typeof enrichCoverageWords>) => {
  const {finding, details} = enrichCoverageWords(...given);
  return {finding: plain(finding), details: details.map(plain)};
};

describe("enrichCoverageWords(coverage)", () => {
  it("tells how often hits and flops were answered, and that being matched gives the label away, with the numbers", () => {
    const {finding, details} = words(MATCHED);
    assert.equal(finding, "Spotify answered for 90.0 % of the hits and 60.0 % of the flops it was asked about.");
    assert.deepEqual(details, [
      "Being matched gives the label away: “Followers of the artist” is known of 80.0 % of the hits and 40.0 % of the " +
        "flops, so that whether it is known, whatever it says, tells a hit from a flop in 70.0 % of pairs (95 % " +
        "interval 66.0 % to 74.0 %; half is chance). Whatever these fields seem to tell of hits may be no more than that.",
      "The answers came between 2 November 2026 and 20 November 2026; popularity and followers are as of then, not as of the release."
    ]);
  });

  it("turns the share round where flops are matched more often", () => {
    const fields = MATCHED.fields.map(({hits, flops, ...field}) => ({
      ...field,
      hits: flops,
      flops: hits,
      leak: field.name === "artist_followers" ? {value: 0.3, low: 0.26, high: 0.34} : CHANCE
    }));
    const [leak] = words({...MATCHED, fields}).details;
    assert.match(leak, /known of 40\.0 % of the hits and 80\.0 % of the flops.* 70\.0 % of pairs \(95 % interval 66\.0 % to 74\.0 %/); // prettier-ignore
  });

  it("allows for which tracks were asked about first while some were not asked", () => {
    const fields = MATCHED.fields.map((field) => ({...field, flops: {...field.flops, notAsked: 1}}));
    assert.match(words({...MATCHED, fields}).details[1], /Part of it may be which tracks were asked about first\.$/);
  });

  it("says so where being matched gives nothing away", () => {
    const {details} = words({asked: SAME_DAY, fields: everyField({known: 50}, {known: 50})});
    assert.match(details[0], /^No field is known so much more often .* does not give the label away\.$/);
    assert.match(details[1], /^The answers came on 20 November 2026;/);
  });

  it("tells how many tracks were not asked about, and what to do; how many bear no id", () => {
    const fields = everyField({known: 10, notAsked: 30, noId: 10}, {known: 20, notAsked: 30});
    assert.deepEqual(words({asked: SAME_DAY, fields}).details.slice(0, 2), [
      "60.0 % of the tracks have not been asked about yet; npm run enrich goes on where it stopped.",
      "10.0 % of the tracks bear none of Spotify’s ids, so that nobody can ask."
    ]);
    const {finding} = words({asked: SAME_DAY, fields: everyField({known: 10}, {notAsked: 10})});
    assert.equal(finding, "So far only hits were asked about.");
  });

  it("names what Spotify no longer tells, where no answer held it; genres are often none", () => {
    const fields = everyField({known: 50}, {known: 50}).map((field) =>
      /popularity|followers|genres/.test(field.name)
        ? {...field, hits: {...none, without: 50}, flops: {...none, without: 50}}
        : field
    );
    const {details} = words({asked: SAME_DAY, fields});
    assert.match(details[1], /^No answer held “Popularity of the track”, “Followers of the artist” and “Popularity of the artist”: since February 2026/); // prettier-ignore
  });

  it("says so where no answer is about the study", () => {
    const {finding, details} = words({asked: null, fields: everyField({noId: 5}, {noId: 5})});
    assert.equal(finding, "There are answers of Spotify’s, but none is about a track of this study.");
    assert.deepEqual(details, ["100.0 % of the tracks bear none of Spotify’s ids, so that nobody can ask."]);
  });
});

describe("enrichInputWords(exam)", () => {
  const result = (set: EnrichedResult["set"], auc: number | null, gain: number | null): EnrichedResult => ({
    set,
    id: "boosted",
    metrics: auc === null ? null : {auc: {value: auc, low: auc - 0.01, high: auc + 0.01}, ece: {value: 0.01, low: 0, high: 0.02}}, // prettier-ignore
    gain: gain === null ? null : {value: gain, low: gain - 0.01, high: gain + 0.01, pValue: 0.0001},
    beyond: set === "after" ? {value: 0.07, low: 0.06, high: 0.08, pValue: 0.03} : null
  });

  it("words each set's gain, and warns of what is measured after the fact", () => {
    const exam = [
      result("sound", 0.88, null),
      result("answered", 0.9, 0.02),
      result("before", 0.905, 0.025),
      result("after", 0.97, 0.09)
    ];
    assert.deepEqual(enrichInputWords(exam).map(plain), [
      "From the sound alone, boosted trees rank 88.0 % of hit-flop pairs right among new artists.",
      "Told besides only which fields came back, and no value, they rank 90.0 % right, a gain of +.020 in AUC (+.010 to +.030, p < .001): a gain of the matching, not of the music.",
      "Told besides what was known before release, they rank 90.5 % right, a gain of +.025 in AUC (+.015 to +.035, p < .001). Only this could serve a forecast.",
      "Told besides what is measured after the fact, they rank 97.0 % right, a gain of +.090 in AUC (+.080 to +.100, p < .001); beyond the matching alone of +.070 in AUC (+.060 to +.080, p = .030). That is no forecast: popularity is measured today, after the song was or was not a hit."
    ]);
  });

  it("tells a matching that adds nothing from one that does", () => {
    const [, answered] = enrichInputWords([result("sound", 0.88, null), result("answered", 0.881, 0.001)]);
    assert.match(answered, /: here the matching alone gives no gain beyond chance\.$/);
  });

  it("leaves out what could not be examined, and says so where there is nothing to compare with", () => {
    const some = [result("sound", 0.88, null), result("answered", null, null), result("before", 0.9, null)];
    assert.deepEqual(
      enrichInputWords(some).map((text) => text.slice(0, 20)),
      ["From the sound alone", "Told besides what wa"]
    );
    assert.match(enrichInputWords([result("sound", null, null), result("after", 0.9, null)]).join(), /could not be examined on the sound alone/); // prettier-ignore
    assert.equal(enrichInputWords([]).length, 1);
  });
});
