import {html} from "./html.js";

/** How to get tracks with genres, where there are none. */
export function genreGuide(): HTMLElement {
  return html`<section>
    <h2>How to see it</h2>
    <p>
      The public <em>Spotify Tracks</em> data set tells genres and popularity. Put its CSV into
      <code>data/raw/spotify-tracks/</code>, or name it by <code>GENRES=path npm run build</code>: the other pages keep
      their tracks, and this one speaks of those. <code>TRACKS=path npm run build</code> gives all pages to them.
      <code>data/README.md</code> in the repository says where the file is.
    </p>
    <p class="caveat">
      Its hits are told by Spotify’s popularity as it stood when the tracks were collected, not by a chart, so numbers
      of the two kinds of hit cannot be compared.
    </p>
  </section>`;
}
