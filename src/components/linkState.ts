import {formatList} from "../lib/format/formatList.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {MadeWith} from "../lib/permalink/types.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {html} from "./html.js";
import {knownSong} from "./knownSong.js";
import {pageLink} from "./pageLink.js";
import type {PredictFiles} from "./predictFiles.js";
import type {PredictChoice, PredictState} from "./predictState.js";
import type {SongModels} from "./songModels.js";

const SETTLED_MS = 350; // Safari refuses more than 100 changes of an address in 30 s

interface LinkParts {
  readonly data: PredictData;
  readonly models: SongModels;
  readonly files: Pick<PredictFiles, "search" | "tracks">;
}

/**
 * Keeps a state in the fragment of the page's address, once it has settled, without a step in the history. A link that
 * stands there is opened at once, and so is one that comes later; the address stays as it is until the reader changes
 * something. A link that cannot be opened leaves the state as it is.
 *
 * @returns what there is to say of the link last opened; empty where that is nothing
 */
export function linkState(state: PredictState, {data, models, files}: LinkParts): HTMLElement {
  const link = pageLink(data, models);
  const notice = html`<p class="link-notice" role="alert"></p>`;
  let links = 0; // that came so far
  let asOpened = true; // the reader has changed nothing since
  let quiet = true; // what changes is no doing of the reader's
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    const read = link.read(location.hash);
    if (!read) return;
    links++;
    if (read.problem !== undefined) {
      notice.textContent = `The link could not be opened: ${read.problem}. The page stays as it was.`;
      return;
    }
    const {songId, ...choice} = read.choice;
    clearTimeout(timer);
    asOpened = true;
    change({...choice, song: null, outside: null});
    notice.textContent = changedWords(read.madeWith, data, models.p("boosted", choice.x));
    if (songId) void nameSong(songId, links);
  }

  /** Changes the state without a change of the address. */
  function change(changes: Partial<PredictChoice>): void {
    quiet = true;
    state.set(changes);
    quiet = false;
  }

  async function nameSong(id: string, ofLink: number): Promise<void> {
    const isOver = () => ofLink !== links || state.now.song !== null || state.now.outside !== null;
    try {
      const [names, tracks] = await Promise.all([files.search(), files.tracks()]);
      if (isOver()) return;
      const track = tracks.ids.indexOf(id);
      if (track < 0) return notice.append(" Its song is not among the tracks of this page; its values stand alone.");
      const song = knownSong(track, names, tracks);
      (asOpened ? change : state.set)({song});
    } catch (error) {
      console.error(error);
      if (!isOver()) notice.append(" The title of its song could not be loaded; its values are all here.");
    }
  }

  function write(): void {
    const fragment = link.write(state.now);
    if (fragment || link.read(location.hash))
      // another place on the page may stand there
      history.replaceState(history.state, "", `${location.pathname}${location.search}${fragment}`);
  }

  state.watch(Object.keys(state.now) as (keyof PredictChoice)[], () => {
    if (quiet) return;
    asOpened = false;
    clearTimeout(timer);
    timer = setTimeout(write, SETTLED_MS);
  });
  quiet = false;
  open();
  addEventListener("hashchange", () => {
    open();
    if (notice.textContent) notice.scrollIntoView({block: "nearest"});
  });
  return notice;
}

/** What is different from when a link was made; nothing where nothing is. */
function changedWords({dataHash, modelHash, p: then}: MadeWith, data: PredictData, now: number): string {
  const changed = [
    ...(data.dataHash.startsWith(dataHash) ? [] : ["other data"]),
    ...(data.modelHash.startsWith(modelHash) ? [] : ["another model"])
  ];
  if (changed.length === 0) return "";
  const [before, after] = [formatPercent(then), formatPercent(now)];
  return (
    `This link was made with ${formatList(changed)}: the song was given ${before} then, ` +
    (before === after ? "and is given the same now." : `and is given ${after} now.`)
  );
}
