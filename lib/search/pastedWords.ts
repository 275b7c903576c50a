import type {Pasted} from "./parseSpotify.js";

interface Study {
  readonly tracks: number;
  readonly synthetic: boolean;
}

/** Why no song was found by what a reader pasted, and what can be done. */
export function pastedWords(pasted: Exclude<Pasted, {kind: "text"}>, {tracks, synthetic}: Study): string {
  switch (pasted.kind) {
    case "track":
      if (synthetic)
        return (
          "The tracks here are synthetic, so no link leads to one of them. They can be found by name; this track can be " +
          "asked of ReccoBeats or Spotify below."
        );
      return (
        `This track is not among the ${tracks.toLocaleString("en")} tracks of the study. ReccoBeats or Spotify may know ` +
        "its values: ask below. Nothing is sent until you do."
      );
    case "broken":
      return `A track’s id has 22 characters, this link’s has ${pasted.characters}. Copy the link once more.`;
    case "short-link":
      return "Only Spotify can tell where a short link leads. Open it, then paste the address of the track’s page.";
    case "foreign":
      return `This is a link to ${pasted.host || "nowhere"}. Paste a track’s link from Spotify, or type its title.`;
    case "other":
      return `This is a link to ${withArticle(pasted.what)}. Paste a track’s link from Spotify, or type its title.`;
  }
}

const withArticle = (noun: string) => `${/^[aeio]/.test(noun) ? "an" : "a"} ${noun}`;
