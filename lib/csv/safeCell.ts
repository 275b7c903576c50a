const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Text as it may be written into a CSV that somebody opens in a spreadsheet.
 *
 * A cell that a spreadsheet would run as a formula (it starts with =, +, -, @, a full-width form of one, a tab or a
 * line end, and is no number) gets an apostrophe before it.
 *
 * @see OWASP, CSV Injection
 */
export function safeCell(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
