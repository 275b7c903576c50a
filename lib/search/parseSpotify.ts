/** What a reader typed or pasted to find a song. */
export type Pasted =
  | {readonly kind: "track"; readonly id: string; readonly others: number} // and how many links follow or go before
  | {readonly kind: "other"; readonly what: string} // a link of Spotify's to something else: "album", "playlist", "page"
  | {readonly kind: "broken"; readonly characters: number} // a link to a track whose id has not 22 characters
  | {readonly kind: "short-link"} // only Spotify can tell where it leads
  | {readonly kind: "foreign"; readonly host: string} // a link to another site
  | {readonly kind: "text"}; // words to search for

const MOST_CHARACTERS = 4096; // what follows is not looked at
const THINGS = ["album", "artist", "playlist", "episode", "show", "audiobook", "chapter", "concert", "user"];
const PLAYERS = ["open.spotify.com", "play.spotify.com"];
const SHORTENERS = ["spotify.link", "spoti.fi", "spotify.app.link"];
const LINK = /https?:\/\/|spotify:|(?:open\.spotify\.com|spotify\.link|spoti\.fi)\//i;
const HOST_AND_PATH = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/\S/i;
const ID = /^[0-9A-Za-z]{22}(?![0-9A-Za-z])/;
const BARE_ID = /^[0-7][0-9A-Za-z]{21}$/; // 128 bits in base 62 begin with 0 to 7, and words do not

/**
 * Tells a link to a song from other links and from words. It knows links of the player in every language, embedded ones,
 * URIs and bare ids, with text around them; of several links the first to a track, else the first.
 *
 * @see https://developer.spotify.com/documentation/web-api/concepts/spotify-uris-ids
 */
export function parseSpotify(text: string): Pasted {
  const links: Exclude<Pasted, {kind: "text"}>[] = [];
  for (const word of text.slice(0, MOST_CHARACTERS).split(/\s+/)) {
    const at = word.search(LINK);
    if (at >= 0) links.push(parseLink(word.slice(at)));
    else if (BARE_ID.test(word)) links.push({kind: "track", id: word, others: 0});
    else if (HOST_AND_PATH.test(word)) links.push(parseLink(`https://${word}`));
  }
  const track = links.find((link) => link.kind === "track");
  if (track) return {...track, others: links.length - 1};
  return links[0] ?? {kind: "text"};
}

function parseLink(link: string): Exclude<Pasted, {kind: "text"}> {
  if (/^spotify:/i.test(link)) return parsePath(link.slice("spotify:".length).split(/[:/?]+/));
  const address = /^https?:/i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return {kind: "foreign", host: ""};
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, "");
  if (SHORTENERS.includes(host)) return {kind: "short-link"};
  if (PLAYERS.includes(host)) {
    const highlighted = url.searchParams.get("highlight"); // a track shared from its album
    return highlighted?.startsWith("spotify:track:") ? parseLink(highlighted) : parsePath(url.pathname.split("/"));
  }
  return host === "spotify.com" || host.endsWith(".spotify.com")
    ? {kind: "other", what: "page"}
    : {kind: "foreign", host};
}

/** What a path names, whatever stands before it: a language, "embed", a user. */
function parsePath(steps: readonly string[]): Exclude<Pasted, {kind: "text"}> {
  const at = steps.indexOf("track");
  if (at < 0) return {kind: "other", what: THINGS.find((thing) => steps.includes(thing)) ?? "page"};
  const [, rest = ""] = steps.slice(at);
  const [id] = ID.exec(rest) ?? [];
  return id ? {kind: "track", id, others: 0} : {kind: "broken", characters: /^[0-9A-Za-z]*/.exec(rest)![0].length};
}
