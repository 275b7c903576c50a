const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children; texts among these are text, never markup. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  for (const attribute in attributes) element.setAttribute(attribute, String(attributes[attribute]));
  element.append(...children);
  return element;
}
