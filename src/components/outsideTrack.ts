import type {OutsideChoice} from "./predictState.js";
import {askReccoBeats, RECCO_BEATS_HOST} from "../lib/spotify/askReccoBeats.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {button} from "./button.js";
import {decadePicker} from "./decadePicker.js";
import {html} from "./html.js";
import {outsidePublished, type PublishedTrack} from "./outsidePublished.js";
import {outsideValues} from "./outsideValues.js";
import {PATIENCE_MS, type OutsideWorld} from "./outsideWorld.js";
import {spotifyDesk} from "./spotifyDesk.js";
import {spotifyLogin} from "./spotifyLogin.js";
import type {LoginReturn} from "./spotifyLoginReturn.js";
import {spotifyTracks} from "./spotifyTrack.js";

interface TrackParts {
  readonly data: PredictData;
  readonly world: OutsideWorld;
  readonly back: LoginReturn | null;
  readonly onSong: (song: OutsideChoice, before: OutsideChoice | null) => void;
}

/** Asks services for a track that the study does not hold: one at a time, each only when the reader says so. */
export function outsideTrack({data, world, back, onSong}: TrackParts): {
  readonly element: HTMLElement;
  readonly follow: (id: string) => void;
} {
  const login = spotifyLogin(world);
  const askTrack = spotifyTracks(login);
  const title = html`<p class="outside-title"></p>`;
  const said = html`<p role="status"></p>`;
  const note = html`<p class="caveat"></p>`;
  const reading = html`<div hidden></div>`;
  const values = outsideValues(data);
  const recco = button("Ask ReccoBeats", () => void askRecco());
  const spotify = spotifyDesk(login, {onAsk: () => void askSpotify(), onSaid: say, trackOf: () => track.id});
  const asking = html`<div hidden>
    ${title}
    <div class="choices">${recco}</div>
    <p class="caveat">
      ReccoBeats publishes features of many tracks under Spotify’s ids. Nothing leaves this page until you press the
      button; then ${RECCO_BEATS_HOST} is told this id.
    </p>
    ${spotify.element}${said}${reading}${note}
  </div>`;
  const hint = html`<p>
    A link: paste it into the box above. A track that the study does not hold can be asked of ReccoBeats, or of Spotify,
    from here.
  </p>`;
  let track: PublishedTrack = {id: "", recco: null, spotify: null};
  let song: OutsideChoice | null = null;

  function say(words: string, failed = false): void {
    said.textContent = words;
    said.classList.toggle("error", failed);
  }

  function follow(id: string): void {
    if (id === track.id) return;
    track = {id, recco: null, spotify: null};
    song = null;
    asking.hidden = false;
    hint.hidden = true;
    reading.hidden = true;
    note.textContent = "";
    say("");
    name();
  }

  function name(): void {
    const {id, spotify} = track;
    const link = html`<a href=${`https://open.spotify.com/track/${id}`} rel="noreferrer" target="_blank"
      >on Spotify</a
    >`;
    const words = spotify ? [html`<strong>${song!.title}</strong>`, ` by ${song!.artist}`] : [html`Track <code>${id}</code>`]; // prettier-ignore
    title.replaceChildren(...words, " (", link, ")");
  }

  function change(more: Partial<PublishedTrack>): void {
    track = {...track, ...more};
    const before = song;
    song = outsidePublished(track, data);
    if (reading.hidden) {
      reading.replaceChildren(
        decadePicker(data, (decade) => change({decade})),
        values.element
      );
      reading.hidden = false;
    }
    values.show(song);
    name();
    onSong(song, before);
  }

  /** Asks a service about the track; what comes after the reader has turned to another track is left aside. */
  async function ask<T>(service: string, load: (id: string) => Promise<T>, use: (answer: T) => void): Promise<void> {
    const {id} = track;
    say(`${service} is asked …`);
    try {
      const answer = await load(id);
      if (id === track.id) use(answer);
    } catch (error) {
      console.warn(error);
      if (id === track.id) say((error as Error).message, true);
    }
    spotify.update();
  }

  const askRecco = () =>
    ask(
      "ReccoBeats",
      (id) => askReccoBeats(id, {ask: world.ask, signal: AbortSignal.timeout(PATIENCE_MS)}),
      (features) => {
        if (!features)
          return say("ReccoBeats does not know this track. Ask Spotify, or set the controls by hand.", true);
        change({recco: features});
        say("The controls are set to what ReccoBeats gives; what it does not give is unknown to the models.");
      }
    );

  const askSpotify = () =>
    ask("Spotify", askTrack, (answer) => {
      change({spotify: answer});
      note.textContent = answer.note;
      say("The controls are set to what is known of it; all else is unknown to the models.");
    });

  async function comeBack({returned, kept}: LoginReturn): Promise<void> {
    if (kept) follow(kept.track);
    asking.hidden = false;
    try {
      await login.finish({returned, kept});
      spotify.update();
      if (kept) await askSpotify();
    } catch (error) {
      spotify.update();
      say((error as Error).message, true);
    }
  }

  if (back) void comeBack(back);
  return {element: html`<div class="outside-track">${hint}${asking}</div>`, follow};
}
