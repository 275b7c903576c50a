/**
 * A measure without unit, such as AUC: ".886", "1.000", "−.012".
 *
 * @param value finite
 * @param signed whether a gain is shown with its plus, as differences are
 */
export function formatMeasure(value: number, {signed = false}: {signed?: boolean} = {}): string {
  const text = Math.abs(value).toFixed(3);
  const sign = value < 0 ? "−" : signed ? "+" : "";
  return `${Number(text) === 0 ? "" : sign}${text.replace(/^0/, "")}`;
}
