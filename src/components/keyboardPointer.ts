const STEPS = 24; // positions across the drawing, each way

/** Makes a plot's tips reachable without a mouse: focus it, then move a virtual pointer with the arrow keys. */
export function keyboardPointer(svg: SVGSVGElement): void {
  let x = STEPS / 2;
  let y = STEPS / 2;
  svg.setAttribute("tabindex", "0");
  const point = () => {
    const box = svg.getBoundingClientRect();
    const clientX = box.left + (box.width * (x + 0.5)) / STEPS;
    const clientY = box.top + (box.height * (y + 0.5)) / STEPS;
    for (const type of ["pointerenter", "pointermove"]) {
      svg.dispatchEvent(new PointerEvent(type, {clientX, clientY, pointerType: "mouse", bubbles: true}));
    }
  };
  svg.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") x = Math.min(x + 1, STEPS - 1);
    else if (event.key === "ArrowLeft") x = Math.max(x - 1, 0);
    else if (event.key === "ArrowDown") y = Math.min(y + 1, STEPS - 1);
    else if (event.key === "ArrowUp") y = Math.max(y - 1, 0);
    else return;
    event.preventDefault();
    point();
  });
  svg.addEventListener("focus", () => svg.matches(":focus-visible") && point());
  svg.addEventListener("blur", () => svg.dispatchEvent(new PointerEvent("pointerleave", {pointerType: "mouse"})));
}
