import { type Finding, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Response } from '../../response/response.ts';
import { editionChange } from '../../scoring/editions/editionChange.ts';

/** The finding for a return of another edition or wording than the round's present one. */
export const otherEdition = (sent: Instrument, now: Instrument, read: Response): Finding =>
  finding('return.other-edition', {}, { edition: sent.edition, now: now.edition, ...editionChange(sent, now, read) });
