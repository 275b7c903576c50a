const SIDE_PX = 460;
const HEIGHT_PX = 380;

/** The frame of a chart whose axes run from 0 to 100 %, or the vertical one to some top: options for Plot. */
export function unitSquare(width: number, {x, y, top}: {x: string; y: string; top?: number}) {
  const side = Math.min(width, SIDE_PX);
  const axis = {domain: [0, 1], tickFormat: ".0%", grid: true};
  return {
    width: side,
    height: Math.min(side, HEIGHT_PX),
    marginLeft: 48,
    marginBottom: 40,
    x: {...axis, label: x, ticks: 5},
    y: top ? {domain: [0, top], grid: true, label: y} : {...axis, label: y}
  };
}
