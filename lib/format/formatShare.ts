/** A share in percent, with a tenth: "88.6 %"; a dash where it is not defined. Its space does not break. */
export function formatShare(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)}\u00a0%`;
}
