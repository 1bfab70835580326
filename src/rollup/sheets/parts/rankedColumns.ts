import type { TableSheet } from './content.ts';

/** The first columns of questions ranked by the share of partners at a level; those about the partners follow. */
export const rankedColumns = (level: string): TableSheet['columns'] => [
  { heading: 'Rank', role: 'number', width: 7 },
  { heading: 'Ref', role: 'reference', width: 8 },
  { heading: 'Question', role: 'text', width: 50 },
  { heading: 'Part', role: 'text', width: 24 },
  { heading: `Share at ${level}`, role: 'percent', width: 10 },
  { heading: `Partners at ${level}`, role: 'number', width: 10 },
  { heading: 'Partners who answered', role: 'number', width: 12 },
];
