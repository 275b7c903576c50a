import {button} from "./button.js";
import type {AskOptions} from "./catalogueClient.js";
import {html} from "./html.js";

/** Long work with its progress and a way to give it up; one at a time: the next one ends the one before. */
export interface WorkProgress {
  readonly element: HTMLElement;
  /** Does some work; a failure is told beside the progress, a cancelled one too. @returns whether it was done */
  readonly run: (work: (options: Required<AskOptions>) => Promise<void>) => Promise<boolean>;
  readonly say: (text: string, failed?: boolean) => void;
}

/** @param onCancel what else to do when the reader gives up */
export function workProgress(onCancel: () => void = () => undefined): WorkProgress {
  let current = new AbortController();
  const progress = html<HTMLProgressElement>`<progress aria-label="Progress"></progress>`;
  const cancel = button("Cancel", () => {
    current.abort();
    onCancel();
  });
  const status = html`<p role="status"></p>`;
  const line = html`<div class="choices">${progress}${cancel}</div>`;
  line.hidden = true;

  function say(text: string, failed = false): void {
    status.textContent = text;
    status.classList.toggle("error", failed);
  }

  return {
    element: html`<div class="work-progress">${line}${status}</div>`,
    say,
    async run(work) {
      current.abort();
      const mine = (current = new AbortController());
      const {signal} = mine;
      line.hidden = false;
      progress.removeAttribute("value"); // not known how far
      say("Starting …");
      try {
        const onProgress = (share: number, what: string) => {
          progress.value = share;
          if (!status.textContent!.startsWith(what)) say(`${what} …`);
        };
        await work({signal, onProgress});
        if (mine === current) line.hidden = true;
        return !signal.aborted;
      } catch (error) {
        if (mine !== current) return false;
        line.hidden = true;
        if (signal.aborted) say("Cancelled.");
        else say(error instanceof Error ? error.message : String(error), true);
        return false;
      }
    }
  };
}
