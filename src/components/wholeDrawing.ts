const SVG = "http://www.w3.org/2000/svg";
const STAMP_PX = 24; // at the foot, for a line of small text

/**
 * The drawings in an element as one that stands on its own: each in its place, with the captions between them, and with
 * the colours that come from the page's variables written in.
 *
 * @param stamp a line below all of it
 */
export function wholeDrawing(area: Element, {stamp}: {readonly stamp?: string} = {}): SVGSVGElement {
  const frame = area.getBoundingClientRect();
  const place = (element: Element) => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return {x: left - frame.left + area.scrollLeft, y: top - frame.top, width, height};
  };
  const whole = document.createElementNS(SVG, "svg");
  const width = Math.max(frame.width, area.scrollWidth);
  setNumbers(whole, {width, height: frame.height + (stamp ? STAMP_PX : 0)});
  whole.style.background = getComputedStyle(document.documentElement).backgroundColor;
  for (const svg of area.querySelectorAll("svg")) {
    if (svg.parentElement!.closest("svg")) continue; // it is in its parent's copy
    const copy = styledCopy(svg);
    setNumbers(copy, place(svg));
    whole.append(copy);
  }
  for (const caption of area.querySelectorAll("p")) {
    const {x, y, height} = place(caption);
    whole.append(textLike(caption, caption.textContent!, {x, y: y + 0.75 * height})); // some 3/4 down a line is its foot
  }
  if (stamp) {
    const line = textLike(area.querySelector("svg") ?? area, stamp, {x: 4, y: frame.height + STAMP_PX / 2});
    line.style.fontSize = `${Math.min(11, width / (0.6 * stamp.length))}px`; // a letter is some .6 of its size wide
    whole.append(line);
  }
  return whole;
}

function textLike(element: Element, content: string, at: {readonly x: number; readonly y: number}): SVGTextElement {
  const {color, fontFamily, fontSize, fontWeight} = getComputedStyle(element);
  const text = document.createElementNS(SVG, "text");
  setNumbers(text, at);
  Object.assign(text.style, {fill: color, fontFamily, fontSize, fontWeight});
  text.textContent = content.replace(/\s+/g, " ").trim();
  return text;
}

function styledCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  [copy, ...copy.querySelectorAll<SVGElement>("*")].forEach((element, i) => {
    const {fill, stroke, color, fontFamily, fontSize} = getComputedStyle(originals[i]);
    Object.assign(element.style, {fill, stroke, color, fontFamily, fontSize});
  });
  return copy;
}

function setNumbers(element: SVGElement, numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) element.setAttribute(name, String(value));
}
