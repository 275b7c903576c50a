/** Which tracks and which model a page's data speak of. */
export interface StudyIdentity {
  readonly dataHash: string; // 12 hexadecimal digits: which tracks, see Provenance
  readonly modelHash: string; // 12 hexadecimal digits: SHA-256 of the boosted model's file
  readonly synthetic: boolean; // the tracks were drawn, not recorded
  readonly tracks: number; // that the models learned from
  readonly hitShare: number; // of them, in [0, 1]
}
