const RULE = "=".repeat(78);

/** What to tell a person whose build falls back to the demo: that it does, why, and how to get real tracks. */
export function demoWarning(reason: string): string {
  return `${RULE}
SYNTHETIC DEMO: every number of this run describes made-up tracks.

Why: ${reason}.

For real tracks do one of these and run the command again:
  - go online: the Hit Predictor CSVs (6.4 MB) download themselves
  - put CSVs, gzipped or not, into data/raw/; data/README.md says where they are
  - TRACKS=path/to/file-or-folder npm run build
${RULE}`;
}
