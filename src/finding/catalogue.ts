import { answerFindings } from './catalogues/answer.ts';
import { definitionFindings } from './catalogues/definition.ts';
import { fileFindings } from './catalogues/file.ts';
import { listFindings } from './catalogues/list.ts';
import { mailFindings } from './catalogues/mail.ts';
import { messageFindings } from './catalogues/message.ts';
import { outputFindings } from './catalogues/output.ts';
import { partnersFindings } from './catalogues/partners.ts';
import { registerFindings } from './catalogues/register.ts';
import { returnFindings } from './catalogues/return.ts';
import { returnedFileFindings } from './catalogues/returnedFile.ts';
import { roundFindings } from './catalogues/round.ts';
import { sheetFindings } from './catalogues/sheet.ts';
import { stampFindings } from './catalogues/stamp.ts';
import { trackerFindings } from './catalogues/tracker.ts';
import type { Entry } from './wording/entry.ts';

/** Every code of every stage. */
const catalogue = {
  ...definitionFindings,
  ...fileFindings,
  ...listFindings,
  ...partnersFindings,
  ...roundFindings,
  ...returnedFileFindings,
  ...stampFindings,
  ...returnFindings,
  ...messageFindings,
  ...sheetFindings,
  ...answerFindings,
  ...mailFindings,
  ...registerFindings,
  ...outputFindings,
  ...trackerFindings,
} as const;

export type FindingCode = keyof typeof catalogue;

/** The facts of a finding with this code. */
export type FactsOf<Code extends FindingCode> = Parameters<(typeof catalogue)[Code]['say']>[0];

/** The entry of each code, which takes the facts of that code. */
export const entries: { readonly [Code in FindingCode]: Entry<FactsOf<Code>> } = catalogue;

/** Every code. The keys of the catalogue are the codes, which the compiler does not see in Object.keys. */
export const findingCodes = Object.keys(catalogue) as readonly FindingCode[];
