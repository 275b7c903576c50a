import {ENRICHED_FIELDS} from "../enrich/enrichedFields.js";
import type {CoverageCounts, FieldCoverage} from "../enrich/fieldCoverage.js";
import {formatList} from "../format/formatList.js";
import {formatShare} from "../format/formatShare.js";
import type {EnrichmentCoverage} from "./EnrichmentData.js";

/** What is known of Spotify's answers, in sentences made from the counts. */
export interface EnrichCoverageWords {
  readonly finding: string;
  readonly details: readonly string[];
}

/** Words the coverage: how much was answered of hits and of flops, what that gives away, and how old the answers are. */
export function enrichCoverageWords({asked, fields}: EnrichmentCoverage): EnrichCoverageWords {
  const [{hits, flops}] = fields; // of the track itself
  if (asked === null) {
    return {
      finding: "There are answers of Spotify’s, but none is about a track of this study.",
      details: rest(hits, flops)
    };
  }
  return {
    finding:
      askedOf(hits) > 0 && askedOf(flops) > 0
        ? `Spotify answered for ${formatShare(answeredOf(hits) / askedOf(hits))} of the hits and ${formatShare(answeredOf(flops) / askedOf(flops))} of the flops it was asked about.`
        : `So far only ${askedOf(hits) > 0 ? "hits" : "flops"} were asked about.`,
    details: [...rest(hits, flops), leak(fields), ...withheld(fields), age(asked.first, asked.last)]
  };
}

const answeredOf = ({known, without}: CoverageCounts) => known + without;
const askedOf = (counts: CoverageCounts) => answeredOf(counts) + counts.notFound + counts.closed + counts.unusable;
const allOf = (counts: CoverageCounts) => askedOf(counts) + counts.notAsked + counts.noId;
const labelOf = (name: string) => ENRICHED_FIELDS.find((field) => field.name === name)!.label;

/** How many tracks nobody asked about, and why; nothing where all were. */
function rest(hits: CoverageCounts, flops: CoverageCounts): string[] {
  const share = (key: "notAsked" | "noId") => formatShare((hits[key] + flops[key]) / (allOf(hits) + allOf(flops)));
  const any = (key: "notAsked" | "noId") => hits[key] + flops[key] > 0;
  return [
    ...(any("notAsked")
      ? [`${share("notAsked")} of the tracks have not been asked about yet; npm run enrich goes on where it stopped.`]
      : []),
    ...(any("noId") ? [`${share("noId")} of the tracks bear none of Spotify’s ids, so that nobody can ask.`] : [])
  ];
}

/** What being matched gives away of the label, by the field that gives away most. */
function leak(fields: readonly FieldCoverage[]): string {
  const telling = fields
    .flatMap(({name, hits, flops, leak}) => {
      if (leak.value === null || (leak.low <= 0.5 && leak.high >= 0.5)) return [];
      const turned = leak.value < 0.5 ? {value: 1 - leak.value, low: 1 - leak.high, high: 1 - leak.low} : leak;
      return [{name, hits, flops, ...turned}];
    })
    .sort((a, b) => b.value - a.value);
  const [most] = telling;
  if (!most) {
    return "No field is known so much more often of hits than of flops, or of flops than of hits, that it need be more than chance: here being matched does not give the label away.";
  }
  const {hits, flops, value, low, high} = most;
  return (
    `Being matched gives the label away: “${labelOf(most.name)}” is known of ${formatShare(hits.known / allOf(hits))} of the hits and ` +
    `${formatShare(flops.known / allOf(flops))} of the flops, so that whether it is known, whatever it says, tells a hit from a flop in ` +
    `${formatShare(value)} of pairs (95\u00a0% interval ${formatShare(low)} to ${formatShare(high)}; half is chance). ` +
    "Whatever these fields seem to tell of hits may be no more than that." +
    (hits.notAsked + flops.notAsked > 0 ? " Part of it may be which tracks were asked about first." : "")
  );
}

/** Fields that answers came without, of those that Spotify no longer tells every app. */
function withheld(fields: readonly FieldCoverage[]): string[] {
  const names = ["track_popularity", "artist_followers", "artist_popularity"];
  const none = fields.filter(
    ({name, hits, flops}) =>
      names.includes(name) && hits.known + flops.known === 0 && answeredOf(hits) + answeredOf(flops) > 0
  );
  if (none.length === 0) return [];
  const list = formatList(none.map(({name}) => `“${labelOf(name)}”`));
  return [`No answer held ${list}: since February 2026 Spotify keeps popularity and followers from apps in development mode.`]; // prettier-ignore
}

function age(first: string, last: string): string {
  const when = first === last ? `on ${dayInWords(first)}` : `between ${dayInWords(first)} and ${dayInWords(last)}`;
  return `The answers came ${when}; popularity and followers are as of then, not as of the release.`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2026-11-20" as "20 November 2026"; its spaces do not break. */
function dayInWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return [day, MONTHS[month - 1], year].join("\u00a0");
}
