import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../workplace.ts';

let place: Workplace;
beforeEach(async () => {
  place = openWorkplace();
  await place.generate(3);
});
afterEach(() => place.remove());

const importAll = () => place.scorebook('import', place.at('returns'));

test('a folder that is imported again shows what is new in full, and what is known in one line', async () => {
  place.put('returns/a.xlsx', place.filledIn('X01'));
  place.put('returns/b.pdf', '%PDF-1.4');
  const first = await importAll();
  expect(first.out).toMatch(/returns.a\.xlsx: accepted: X01/);
  expect(first.out).toMatch(/returns.b\.pdf: refused\n {2}error: /);
  expect(first.out).not.toContain('Known');

  place.put('returns/c.xlsx', place.filledIn('X02'));
  place.put('returns/d.pdf', '%PDF-1.5');
  const { code, out } = await importAll();
  expect(code).toBe(1);
  expect(out).not.toMatch(/a\.xlsx|b\.pdf/);
  expect(out).toMatch(/returns.c\.xlsx: accepted: X02[\s\S]*returns.d\.pdf: refused\n {2}error: /);
  expect(out).toContain(
    `
New: returns of X02; 1 file refused
To do: 1 file refused, each with what to do above
Known: returns of X01; 1 file refused before
4 files: 1 accepted, 2 refused, 1 already imported
`,
  );
  const again = await importAll();
  expect(again.out).toMatch(/^New: nothing\nKnown: returns of X01, X02; 2 files refused before\n4 files: /);
});

test('a single file that is known is shown in full', async () => {
  const path = place.put('returns/a.xlsx', place.filledIn('X01'));
  await importAll();
  const { out } = await place.scorebook('import', path);
  expect(out).toMatch(/a\.xlsx: already imported: X01[\s\S]*\n1 file: 0 accepted, 0 refused, 1 already imported\n/);
  expect(out).not.toMatch(/New|Known/);
});
