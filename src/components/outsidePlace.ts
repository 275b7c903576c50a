import {html} from "./html.js";
import {loaded} from "./loaded.js";
import type {OutsideParts} from "./outsidePanel.js";
import type {PredictState} from "./predictState.js";

/**
 * One line under the finder, which opens to all that is needed for a song from outside: its code comes when it is opened,
 * when a track is to be followed, or when the reader comes back from a login.
 */
export function outsidePlace(
  state: PredictState,
  parts: OutsideParts
): {readonly element: HTMLDetailsElement; readonly follow: (id: string) => void} {
  let wanted = ""; // a track's id, until the panel is there
  let follow = (id: string): void => {
    wanted = id;
  };
  let isAsked = false;

  async function panel(): Promise<Node> {
    const {outsidePanel} = await import("./outsidePanel.js");
    const made = outsidePanel(state, parts);
    follow = made.follow;
    if (wanted) follow(wanted);
    return made.element;
  }

  const element = html<HTMLDetailsElement>`<details class="outside">
    <summary>A song that is not here: a link, or an audio file</summary>
  </details>`;
  const open = () => {
    element.open = true;
    if (isAsked) return;
    isAsked = true;
    element.append(loaded(panel, (node) => node, {what: "What it takes to ask for it", heightPx: 160}));
  };
  element.addEventListener("toggle", () => element.open && open());
  if (parts.back) open();
  return {
    element,
    follow(id) {
      follow(id);
      open();
      element.scrollIntoView?.({block: "nearest"});
    }
  };
}
