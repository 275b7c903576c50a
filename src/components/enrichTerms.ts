import {html} from "./html.js";

/** What Spotify's terms say about its data, in plain words, with links to the terms. */
export function enrichTerms(): HTMLElement {
  return html`<p class="caveat">
    <a href="https://developer.spotify.com/terms" rel="noopener noreferrer">Spotify’s developer terms</a> (version 10,
    15 May 2025, section IV.2.1.a) and its
    <a href="https://developer.spotify.com/policy" rel="noopener noreferrer">developer policy</a> (III.13 and 14), in
    plain words: what Spotify tells may not train a machine learning model or be fed to one, and may not be kept as a
    database; whoever shows it names Spotify and links back. So nothing is asked unless the owner of a build asks, with
    credentials of their own; the answers stay on the owner’s machine, in a folder that git ignores; and this site holds
    counts and shares of them, never an answer itself.
  </p>`;
}
