interface TakesOneFileOptions {
  readonly onFile: (file: File) => void;
  readonly onProblem: (problem: string) => void; // more than one was dropped, or something else
}

/** Lets a zone take one file at a time, dropped on it or chosen by its input. */
export function takesOneFile(
  zone: HTMLElement,
  input: HTMLInputElement,
  {onFile, onProblem}: TakesOneFileOptions
): void {
  input.addEventListener("change", () => {
    const [file] = input.files!;
    input.value = ""; // so that the same file can be chosen again
    if (file) onFile(file);
  });
  for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.toggleAttribute("data-over", type === "dragenter" || type === "dragover");
    });
  }
  zone.addEventListener("drop", ({dataTransfer}) => {
    const files = dataTransfer?.files;
    if (files?.length === 1) onFile(files[0]);
    else onProblem(`Expected one file; got ${files?.length ? files.length : "something else"}.`);
  });
}
