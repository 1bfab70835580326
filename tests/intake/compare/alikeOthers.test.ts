import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { parseMail } from '../../../src/mail/message/parseMail.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { typed } from '../../cli/completeReturn.ts';
import { openWorkplace, type Workplace } from '../../cli/workplace.ts';
import { tableOf } from '../../rollup/tableOf.ts';
import { fillIn } from '../../tools/fillIn.ts';
import { sampleReturn } from '../../tools/sampleReturns.ts';

let place: Workplace;
beforeEach(() => {
  place = openWorkplace();
});
afterEach(() => place.remove());

const manner = { levels: [0.2, 0.4, 0.4], notApplicable: 0, diligence: 0.9, slips: false };

/** A partner's workbook with its own answers, and on the sheets of some sections those of another seed. */
function withSheetsOf(partner: string, seed: number, other: number, sections: RegExp): string {
  const issued = readFileSync(place.at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
  const cells = [
    ...sampleReturn(pctSelfAssessment, manner, seed).filter(({ sheet }) => !sections.test(sheet)),
    ...sampleReturn(pctSelfAssessment, manner, other).filter(({ sheet }) => sections.test(sheet)),
  ];
  return place.put(`${partner}.xlsx`, fillIn(issued, cells));
}

interface Found {
  readonly code: string;
  readonly facts: unknown;
}

/** What an import finds alike, for each of its files. */
async function alike(...files: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const { out } = await place.scorebook('import', ...files, '--json');
  return JSON.parse(out).files.map(({ findings }: { findings: readonly Found[] }) =>
    findings.filter(({ code }) => code === 'return.like-another').map(({ facts }) => facts),
  );
}

test("one partner's section sheets in another's workbook are found, for both", async () => {
  await place.generate(3);
  const none = /^$/;
  const files = [withSheetsOf('X01', 1, 1, none), withSheetsOf('X02', 2, 1, /^[12] /), withSheetsOf('X03', 3, 3, none)];
  expect(await alike(...files)).toEqual([
    [{ partner: 'X02', other: 2, sections: ['1', '2'], texts: 0 }],
    [{ partner: 'X01', other: 1, sections: ['1', '2'], texts: 0 }],
    [],
  ]);
});

describe('the status of the round', () => {
  const none = /^$/;
  beforeEach(async () => {
    await place.generate(4);
    const files = [
      withSheetsOf('X01', 1, 1, none),
      withSheetsOf('X02', 2, 1, /^[12] /),
      withSheetsOf('X03', 3, 3, none),
    ];
    await place.scorebook('import', ...files, '--received', '2026-11-19 09:00');
  });

  interface StatusPartner {
    readonly code: string;
    readonly alike: readonly Found[];
    readonly counting: { readonly warnings: number } | null;
  }
  const partners = async (): Promise<readonly StatusPartner[]> =>
    JSON.parse((await place.scorebook('status', '--round', '2026', '--json')).out)[0].partners;
  const found = async (): Promise<readonly unknown[]> =>
    (await partners()).map(({ code, alike: all }) => [code, ...all.map(({ code: kind, facts }) => [kind, facts])]);

  test('shows returns that are alike, as long as they count', async () => {
    const facts = { other: 2, sections: ['1', '2'], texts: 0 };
    expect(await found()).toEqual([
      ['X01', ['return.like-another', { partner: 'X02', ...facts }]],
      ['X02', ['return.like-another', { partner: 'X01', ...facts, other: 1 }]],
      ['X03'],
      ['X04'],
    ]);
    const { out } = await place.scorebook('status', '--round', '2026', '--out', place.at('tracker.xlsx'));
    expect(out).toContain('The same answers in more places than chance explains.');
    expect(out).toMatch(/^X01 +1 +X02 +2 +sections 1, 2$/m);
    expect(out).toMatch(/^X02 +2 +X01 +1 +sections 1, 2$/m);
    const table = tableOf(readPackage(readFileSync(place.at('tracker.xlsx'))), 'Tracker');
    const column = table[0]?.indexOf('Same answers as') ?? -1;
    expect(table.slice(1).map((row) => row[column])).toEqual([
      ...['X02 (return 2): sections 1, 2', 'X01 (return 1): sections 1, 2', 'None', 'No return'],
    ]);
    // It is none of the warnings that are counted, and is over once the right sheets have come.
    const warnings = (await partners()).map(({ counting }) => counting?.warnings);
    await place.scorebook('import', withSheetsOf('X02', 2, 2, none), '--received', '2026-11-20 09:00');
    expect(await found()).toEqual([['X01'], ['X02'], ['X03'], ['X04']]);
    expect((await partners()).map(({ counting }) => counting?.warnings)).toEqual(warnings);
    expect((await place.scorebook('status', '--round', '2026')).out).not.toContain('The same answers');
  });
});

test('partners of one area answer together, and are not compared', async () => {
  place.put('partners.csv', 'code,name,area_code,area_name\nX01,One,A1,North\nX02,Two,A1,North\n');
  await place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', place.at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', '--out', place.at('workbooks')],
  );
  expect(await alike(withSheetsOf('X01', 1, 1, /^$/), withSheetsOf('X02', 1, 1, /^$/))).toEqual([[], []]);
});

const textOfWorkbook = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');

/** All that a file says to its reader: of an e-mail its parts, attached workbooks too. */
async function textOf(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx')) return textOfWorkbook(bytes);
  const { subject, text, html, attachments } = await parseMail(bytes, { attachmentEncoding: 'arraybuffer' });
  const attached = attachments.map(({ content }) =>
    typeof content === 'string' ? content : textOfWorkbook(new Uint8Array(content)),
  );
  return [subject, text, html, ...attached].join('\n');
}

test('the finding goes to the analyst, and never into what goes to a partner', async () => {
  place.put('partners.csv', 'code,name,email\nX01,One,a@x01.example\nX02,Two,a@x02.example\n');
  await place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', place.at('partners.csv'), '--round', '2026'],
    ...['--due', '2026-12-18 12:00', '--out', place.at('workbooks'), '--return-to', 'returns@region.example'],
  );
  await alike(withSheetsOf('X01', 1, 1, /^$/), withSheetsOf('X02', 1, 1, /^$/));
  await place.scorebook('correct', '--round', '2026', '--all', '--out', place.at('corrections'));
  await place.scorebook('receipt', '--round', '2026', '--out', place.at('mail'));
  await place.scorebook('remind', '--round', '2026', '--out', place.at('mail'));
  const register = readFileSync(place.at('register.db'));
  expect(register.includes('return.like-another')).toBe(false);
  // What goes to one of them says nothing of the other, nor of likeness.
  const sent = ['mail', 'corrections'].flatMap((folder) =>
    readdirSync(place.at(folder)).map((name) => place.at(folder, name)),
  );
  const about = { X01: 0, X02: 0 };
  for (const path of sent) {
    const [own, other] = path.includes('X01') ? (['X01', 'X02'] as const) : (['X02', 'X01'] as const);
    about[own] += 1;
    const text = await textOf(path);
    expect(text).toContain(own);
    expect([path, ...(new RegExp(`${other}|in more places|like-another`).exec(text) ?? [])]).toEqual([path]);
  }
  expect(about).toEqual({ X01: 3, X02: 3 });
});

test('answers that are the same by chance or all the same are nothing', async () => {
  await place.generate(2);
  const same = { levels: [0, 1, 0], notApplicable: 0, diligence: 0, slips: false };
  const files = ['X01', 'X02'].map((partner) => {
    const issued = readFileSync(place.at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
    return place.put(`${partner}.xlsx`, fillIn(issued, sampleReturn(pctSelfAssessment, same, 1)));
  });
  expect(await alike(...files)).toEqual([[], []]);
});

test('one text and one day in every cell say no more than once', async () => {
  await place.generate(2);
  const files = ['X01', 'X02'].map((partner) => {
    const issued = readFileSync(place.at('workbooks', `pct-self-assessment_2026_${partner}.xlsx`));
    return place.put(`${partner}.xlsx`, fillIn(issued, typed));
  });
  expect(await alike(...files)).toEqual([[], []]);
});
