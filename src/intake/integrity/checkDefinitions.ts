import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import { parseInstrument } from '../../instrument/defineInstrument.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';

/** Checks that every stored definition has the fingerprint that its workbooks carry. */
export async function checkDefinitions({ db }: OpenDatabase): Promise<readonly Finding[]> {
  const rows = await db.selectFrom('definition').selectAll().orderBy('instrument').orderBy('edition').execute();
  return rows.flatMap(({ instrument, edition, fingerprint: wording, json }) => {
    const problem = problemWith(json, { instrument, edition, wording });
    return problem === undefined ? [] : [finding('register.definition-changed', {}, { instrument, edition, problem })];
  });
}

function problemWith(
  json: string,
  expected: { readonly instrument: string; readonly edition: string; readonly wording: string },
): string | undefined {
  try {
    const found = parseInstrument(JSON.parse(json));
    const isSame =
      found.key === expected.instrument &&
      found.edition === expected.edition &&
      fingerprint(found) === expected.wording;
    return isSame ? undefined : 'its fingerprint differs';
  } catch (failure) {
    if (!(failure instanceof FindingsError || failure instanceof SyntaxError)) throw failure;
    return 'it is not a definition';
  }
}
