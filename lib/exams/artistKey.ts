/**
 * An artist's name as names are compared: case, white space and Unicode spellings do not count.
 *
 * Compatibility forms are folded (NFKC), so that full-width letters and ligatures equal the plain ones; accents are
 * kept. The key of a key is itself. A blank name gives "", one artist for the exams.
 */
export function artistKey(artist: string): string {
  // Lower-casing may undo the normal form (J with a caron is two characters, j with a caron one), hence twice.
  return artist.normalize("NFKC").toLowerCase().normalize("NFKC").replace(/\s+/g, " ").trim();
}
