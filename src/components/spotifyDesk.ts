import {button} from "./button.js";
import {html} from "./html.js";
import type {SpotifyLogin} from "./spotifyLogin.js";

interface DeskOptions {
  readonly trackOf: () => string; // the id that is asked for
  readonly onAsk: () => void; // the reader is signed in, and asks
  readonly onSaid: (words: string, failed?: boolean) => void;
}

/** Signs a reader in to Spotify with an application of their own, and out again. */
export function spotifyDesk(
  login: SpotifyLogin,
  {trackOf, onAsk, onSaid}: DeskOptions
): {readonly element: HTMLElement; readonly update: () => void} {
  const input = html<HTMLInputElement>`<input
    type="text"
    id="spotify-client"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    maxlength="64"
  />`;
  const ask = button("Ask Spotify", () => void start());
  const out = button("Sign out", () => {
    login.signOut();
    input.value = "";
    update();
    onSaid("Signed out: the client id and the tokens are forgotten.");
  });
  const state = html`<p class="caveat"></p>`;

  async function start(): Promise<void> {
    if (login.isSignedIn() && input.value.trim() === login.clientId()) return onAsk();
    try {
      await login.begin(input.value.trim(), trackOf());
    } catch (error) {
      onSaid((error as Error).message, true);
    }
  }

  function update(): void {
    input.value ||= login.clientId();
    out.hidden = !login.isSignedIn() && login.clientId() === "";
    state.textContent = login.isSignedIn()
      ? "You are signed in, until this page is closed."
      : "The button leads to accounts.spotify.com and back; then api.spotify.com is asked for this track.";
  }

  update();
  const body = login.problem
    ? html`<p>${login.problem}</p>`
    : html`<div>
        <p>
          Spotify answers applications alone. With one of your own, registered at developer.spotify.com with this very
          redirect address, you can ask for title, artist and duration; features are open to applications made before
          the end of November 2024.
        </p>
        <p><code class="outside-address">${login.redirectUri}</code></p>
        <label for="spotify-client">Client id of your application</label>
        ${input}
        <div class="choices">${ask}${out}</div>
        ${state}
        <p class="caveat">
          The client id is kept in this tab alone, tokens in this page alone; neither is part of a link.
        </p>
      </div>`;
  return {
    element: html`<details class="more" open=${login.clientId() !== ""}>
      <summary>Ask Spotify, with an application of your own</summary>
      ${body}
    </details>`,
    update
  };
}
