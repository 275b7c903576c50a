import {html as htl} from "htl";

/** htl's `html` for a template with one root element; values are set as text and properties, never as markup. */
export function html<T extends Element = HTMLElement>(strings: TemplateStringsArray, ...values: unknown[]): T {
  return htl(strings, ...values) as unknown as T;
}
