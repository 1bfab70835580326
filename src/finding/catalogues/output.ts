import { type Catalogue, error, warning } from '../wording/entry.ts';

/** What can be wrong with the files that are written. */
export const outputFindings = {
  'anonymous.too-few': error(
    (f: { returned: number; fewest: number }) =>
      `${f.returned === 1 ? '1 partner has' : `${f.returned} partners have`} returned, and where fewer than ${f.fewest} have, each could be recognised by its answers. Nothing was written: wait for more returns, or leave --anonymous out.`,
  ),
  'output.before-deadline': warning(
    (f: { due: string }) =>
      `Returns can still come in time until ${f.due}. Whoever compares what is written now with what is written later can see what a partner that returned in between added to it. Pass on only what is made when all are in.`,
  ),
  'output.already-there': error(
    () => 'A file of this name is there already. It was left alone: give another name, or move the file away.',
  ),
  'output.not-written': error(
    (f: { problem: string }) =>
      `The file could not be written: ${f.problem}. Nothing was left half-written; put that right and run the command again.`,
  ),
  'output.not-a-roll-up': error(
    () =>
      'A file of this name is there already and is not a roll-up of ours. It was left alone: give --out another name, or move the file away.',
  ),
  'output.not-findings': error(
    () =>
      'A file of this name is there already and is not a workbook of findings of ours. It was left alone: give --findings another name, or move the file away.',
  ),
  'output.not-data': error(
    () =>
      'A file of this name is there already and is none of the data or dictionaries that this command writes. It was left alone: give --out another name, or move the file away.',
  ),
  'output.not-feedback': error(
    () =>
      'A file of this name is there already and is not feedback of ours for this partner. It was left alone: move it away, or give --out another folder.',
  ),
  'output.not-a-tracker': error(
    () =>
      'A file of this name is there already and is not a tracker of ours. It was left alone: give --out another name, or move the file away.',
  ),
  'output.not-an-example': error(
    () =>
      'A file of this name is there already and is not a worked example of ours. It was left alone: give --out another name, or move the file away.',
  ),
  'output.changed-since-issue': error(
    () =>
      'A file of this name is there already and is not the workbook that was issued (someone may have filled it in). It was left alone: move it away and run the command again.',
  ),
} as const satisfies Catalogue<'anonymous' | 'output'>;
