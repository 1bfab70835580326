/** `pct-self-assessment_2026_5E1.xlsx`: nothing that Windows forbids in a name. */
export const workbookFileName = (...parts: readonly string[]): string =>
  `${parts.map((part) => part.replace(/[^A-Za-z0-9._-]+/g, '-')).join('_')}.xlsx`;
