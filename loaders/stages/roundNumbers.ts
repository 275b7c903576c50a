/** A page's data with every number to some significant digits: no reader tells more apart, and files stay small. */
export const roundNumbers = <T>(data: T, digits: number): T =>
  JSON.parse(
    JSON.stringify(data, (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(digits)) : value))
  ) as T;
