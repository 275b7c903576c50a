import {button} from "./button.js";
import {html} from "./html.js";
import type {KnownSong} from "./predictState.js";

interface NeighbourFacts {
  readonly decade: string;
  readonly distance: number;
  readonly why: string;
}

/** A row of a table of tracks that is filled anew, not made anew, since it follows a slider. */
export function neighbourRow(onLoad: (track: number) => void): {
  readonly element: HTMLTableRowElement;
  readonly show: (song: KnownSong, facts: NeighbourFacts) => void;
} {
  let shown = -1;
  const title = html`<strong></strong>`;
  const artist = html`<small></small>`;
  const link = html<HTMLAnchorElement>`<a rel="noopener noreferrer" target="_blank">Spotify</a>`;
  const load = button("Load", () => onLoad(shown));
  const decade = html`<td></td>`;
  const label = html`<span></span>`;
  const distance = html`<td class="num"></td>`;
  const why = html`<td></td>`;
  return {
    element: html<HTMLTableRowElement>`<tr>
      <th scope="row">${title}${artist}<span class="similar-tools">${load}${link}</span></th>
      ${decade}
      <td>${label}</td>
      ${distance}${why}
    </tr>`,
    show(song, facts) {
      shown = song.track;
      title.textContent = song.title;
      artist.textContent = song.artist;
      load.setAttribute("aria-label", `Load ${song.title} into the controls`);
      link.hidden = song.id === "";
      link.href = `https://open.spotify.com/track/${encodeURIComponent(song.id)}`;
      link.setAttribute("aria-label", `${song.title} on Spotify`);
      decade.textContent = facts.decade;
      label.textContent = label.className = song.hit ? "hit" : "flop";
      distance.textContent = facts.distance.toFixed(2);
      why.textContent = facts.why;
    }
  };
}
