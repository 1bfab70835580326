import { z } from 'zod';
import type { Register } from '../../register/tables/register.ts';
import type { PartnerFacts } from '../../scoring/conditions/askedBy.ts';

const facts = z.object({
  kind: z.string().exactOptional(),
  regionCode: z.string().exactOptional(),
  regionName: z.string().exactOptional(),
  nothingToJudge: z.array(z.string()).exactOptional(),
  lastFigures: z.record(z.string(), z.record(z.string(), z.number())).exactOptional(),
});

/** What decided, when a workbook was issued, which questions it asks: among its details. */
export const factsIn = (details: string): z.infer<typeof facts> => facts.parse(JSON.parse(details));

/** The same of a workbook by its id. */
export async function issuedFacts({ db }: Pick<Register, 'db'>, workbook: string): Promise<PartnerFacts> {
  const row = db.selectFrom('workbook').select('details').where('id', '=', workbook);
  return factsIn((await row.executeTakeFirstOrThrow()).details);
}
