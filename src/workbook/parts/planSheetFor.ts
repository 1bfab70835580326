import type { Instrument } from '../../instrument/model/schema.ts';
import { planSheet, type SheetStart } from '../../spreadsheet/plan/planSheet.ts';
import type { SheetPart } from '../../spreadsheet/plan/sheetParts.ts';
import type { Origin, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';

type Start = Omit<SheetStart, 'marking' | 'standing' | 'footer' | 'page' | 'isProtected'>;

/** A protected sheet that shows the organisation, the round and the marking. */
export const planSheetFor = (
  content: WorkbookContent,
  { line = content.branding.name, origins, ...start }: Start & { readonly line?: string },
  parts: readonly SheetPart[],
): SheetPlan =>
  planSheet(
    {
      ...start,
      marking: content.marking,
      standing: line,
      footer: footerFor(content),
      page: content.words.file.page('&A', '&P', '&N'),
      isProtected: true,
      origins: { ...origins, line: brandingOrigin(content.instrument, line) },
    },
    parts,
  );

/** Text at the left of every printed footer. */
export const footerFor = ({ words, partner, stamp }: WorkbookContent): string =>
  words.file.footer(partner.code, partner.name, stamp.round);

/**
 * The origin of a text of a branding. One that is given at issue is not part of the issued content that a register
 * stores, and counts as the partner's own.
 */
export const brandingOrigin = ({ branding = {} }: Instrument, text: string | undefined): Origin =>
  text === branding.name || text === branding.strapline ? 'round' : 'partner';
