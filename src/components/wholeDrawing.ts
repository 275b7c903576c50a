const SVG = "http://www.w3.org/2000/svg";

/**
 * The drawings in an element as one that stands on its own: each in its place, with the captions between them, and with
 * the colours that come from the page's variables written in.
 */
export function wholeDrawing(area: Element): SVGSVGElement {
  const frame = area.getBoundingClientRect();
  const place = (element: Element) => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return {x: left - frame.left + area.scrollLeft, y: top - frame.top, width, height};
  };
  const whole = document.createElementNS(SVG, "svg");
  setNumbers(whole, {width: Math.max(frame.width, area.scrollWidth), height: frame.height});
  whole.style.background = getComputedStyle(document.documentElement).backgroundColor;
  for (const svg of area.querySelectorAll("svg")) {
    if (svg.parentElement!.closest("svg")) continue; // it is in its parent's copy
    const copy = styledCopy(svg);
    setNumbers(copy, place(svg));
    whole.append(copy);
  }
  for (const caption of area.querySelectorAll("p")) {
    const {x, y, height} = place(caption);
    const {color, fontFamily, fontSize, fontWeight} = getComputedStyle(caption);
    const text = document.createElementNS(SVG, "text");
    setNumbers(text, {x, y: y + 0.75 * height}); // some 3/4 down a line of text is its foot
    Object.assign(text.style, {fill: color, fontFamily, fontSize, fontWeight});
    text.textContent = caption.textContent!.replace(/\s+/g, " ").trim();
    whole.append(text);
  }
  return whole;
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
