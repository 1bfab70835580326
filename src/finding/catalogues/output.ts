import { type Catalogue, error, warning } from '../wording/entry.ts';

/** What can be wrong with the files that are written. */
export const outputFindings = {
  'anonymous.too-few': error(
    (f: { returned: number; fewest: number }) =>
      `${f.returned === 1 ? '1 partner has' : `${f.returned} partners have`} returned. With fewer than ${f.fewest}, each could be identified by its answers. Nothing was written. Wait for more returns, or leave out --anonymous.`,
  ),
  'output.before-deadline': warning(
    (f: { due: string }) =>
      `Returns can still arrive in time until ${f.due}. A comparison of this output with a later one can show the answers of a partner that returned in between. Pass on only output made after the deadline.`,
  ),
  'output.already-there': error(
    () => 'A file with this name already exists. It was not overwritten. Give another name, or move the file away.',
  ),
  'output.not-written': error(
    (f: { problem: string }) =>
      `The file could not be written: ${f.problem}. No incomplete file was left behind. Correct the problem and run the command again.`,
  ),
  'output.not-a-roll-up': error(
    () =>
      'A file with this name already exists and is not a roll-up created by Scorebook. It was not overwritten. Give --out another name, or move the file away.',
  ),
  'output.not-findings': error(
    () =>
      'A file with this name already exists and is not a workbook of findings created by Scorebook. It was not overwritten. Give --findings another name, or move the file away.',
  ),
  'output.not-data': error(
    () =>
      'A file with this name already exists and is not data or a dictionary created by this command. It was not overwritten. Give --out another name, or move the file away.',
  ),
  'output.too-many-rows': error(
    (f: { rows: number; limit: number }) =>
      `The data have ${f.rows.toLocaleString('en-GB')} rows, and Excel has room for ${f.limit.toLocaleString('en-GB')} below the headings. Nothing was written. Export them as csv or parquet.`,
  ),
  'output.not-feedback': error(
    () =>
      'A file with this name already exists and is not feedback for this partner created by Scorebook. It was not overwritten. Move it away, or give --out another folder.',
  ),
  'output.not-a-tracker': error(
    () =>
      'A file with this name already exists and is not a tracker created by Scorebook. It was not overwritten. Give --out another name, or move the file away.',
  ),
  'output.not-an-example': error(
    () =>
      'A file with this name already exists and is not a worked example created by Scorebook. It was not overwritten. Give --out another name, or move the file away.',
  ),
  'output.changed-since-issue': error(
    () =>
      'A file with this name already exists and is not the workbook that was issued. Somebody may have filled it in. It was not overwritten. Move it away and run the command again.',
  ),
} as const satisfies Catalogue<'output' | 'anonymous'>;
