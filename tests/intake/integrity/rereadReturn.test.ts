import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openWorkplace, type Ran, type Workplace } from '../../cli/workplace.ts';
import { mail } from '../../mail/mails.ts';
import { sampleDefinition, sampleInstrument } from '../../sampleInstrument.ts';
import { fillIn } from '../../tools/fillIn.ts';
import { sampleReturn } from '../../tools/sampleReturns.ts';
import { EditedWorkbook } from '../../workbook/editedWorkbook.ts';

/** Returns that were taken for more than what is in their files: check reads them again, and finds nothing wrong. */
let place: Workplace;
let now: Date;
beforeAll(async () => {
  now = new Date('2026-11-20T10:00:00Z');
  place = openWorkplace({ now: () => now });
  await place.generate(6);
}, 60_000);
afterAll(() => place.remove());

const issue = (partners: string, ...more: readonly string[]): Promise<Ran> =>
  place.scorebook(
    ...['generate', 'pct-self-assessment', '--partners', place.put('list.csv', partners), '--round', '2026'],
    ...['--out', place.at('workbooks'), ...more],
  );

const listOf = (...partners: readonly (readonly [code: string, name: string])[]): string =>
  `code,name,email\n${partners.map(([code, name]) => `${code},${name},a@${code}.example\n`).join('')}`;

function withoutStamps(partner: string, change: (book: EditedWorkbook) => void = () => undefined): Uint8Array {
  const book = new EditedWorkbook(place.filledIn(partner));
  book.remove('docProps/custom.xml');
  book.deleteSheet('Stamp');
  change(book);
  return book.bytes();
}

let files = 0;
async function statusOf(bytes: Uint8Array | string, ending: string, ...args: readonly string[]): Promise<string> {
  files += 1;
  const { out } = await place.scorebook('import', place.put(`${files}${ending}`, bytes), '--json', ...args);
  return JSON.parse(out).files.at(-1).status;
}

const as = (partner: string): readonly string[] => ['--as', partner, '--round', '2026'];
const findings = async (register = place.at('register.db')): Promise<unknown> => {
  const { out } = await place.scorebook('register', 'check', '--json', '--register', register);
  return JSON.parse(out).findings.map(({ code, message }: { code: string; message: string }) => [code, message]);
};

describe.sequential('register check finds nothing wrong with a return', () => {
  test('that was identified by hand, also after it was refused', async () => {
    const bytes = withoutStamps('X01');
    expect(await statusOf(bytes, '.xlsx')).toBe('refused');
    expect(await findings()).toEqual([]);
    expect(await statusOf(bytes, '.xlsx', ...as('X02'))).toBe('refused');
    expect(await findings()).toEqual([]);
    expect(await statusOf(bytes, '.xlsx', ...as('X01'))).toBe('accepted');
    expect(await findings()).toEqual([]);
  });

  test('that was refused because of the options given, or has nothing in it', async () => {
    const blank = new EditedWorkbook(readFileSync(place.at('workbooks', 'pct-self-assessment_2026_X02.xlsx')));
    blank.remove('docProps/custom.xml');
    blank.deleteSheet('Stamp');
    expect(await statusOf(blank.bytes(), '.xlsx', ...as('X02'))).toBe('refused');
    expect(await statusOf(place.filledIn('X02'), '.xlsx', ...as('X03'))).toBe('refused');
    expect(await statusOf(withoutStamps('X03'), '.xlsx', ...as('X04'))).toBe('refused');
    const foreign = new EditedWorkbook(withoutStamps('X03'));
    foreign.names(() => undefined);
    foreign.part('xl/workbook.xml', (xml) => xml.replace(/<sheet [^>]*name="[1-9] [^>]*\/>/g, ''));
    expect(await statusOf(foreign.bytes(), '.xlsx', ...as('X03'))).toBe('refused');
    expect(await statusOf(place.filledIn('X05'), '.xlsx', '--round', '2025')).toBe('refused');
    expect(await findings()).toEqual([]);
    expect(await statusOf(place.filledIn('X05'), '.xlsx')).toBe('accepted');
    expect(await findings()).toEqual([]);
  });

  test('that came by e-mail from a stranger, marked as automatic, without a date that can be trusted', async () => {
    const letter = mail({
      from: 'Someone <someone@elsewhere.example>',
      above: [],
      headers: ['Auto-Submitted: auto-generated'],
      attached: [{ name: 'return.xlsx', bytes: place.filledIn('X04') }],
    });
    expect(await statusOf(letter, '.eml')).toBe('accepted');
    expect(await findings()).toEqual([]);
  });

  test('from a partner to whom another workbook was issued since, with a cover that names one listed since', async () => {
    const bytes = withoutStamps('X06', (book) => {
      book.clear('Cover', book.placeOf('partner_name'));
      book.type('Cover', book.placeOf('partner_code'), 'Y99');
    });
    expect(await statusOf(bytes, '.xlsx', ...as('X06'))).toBe('accepted');
    now = new Date('2026-11-21T10:00:00Z');
    const partners = ['X01', 'X02', 'X03', 'X04', 'X05', 'X06'].map((code) => [code, `Sample PCT ${code}`] as const);
    const list = listOf(...partners, ['Y99', 'Another PCT']);
    const changed = await issue(list, '--due', '2026-12-19 12:00', '--change-due', '--return-to', 'a@region.example');
    expect(changed.code).toBe(0);
    expect(await findings()).toEqual([]);
  });

  test('that nobody could recognise when it came', async () => {
    const definition = place.put('sample.yaml', stringify(sampleDefinition));
    const made = openWorkplace();
    await made.scorebook(
      ...['generate', definition, '--partners', place.at('partners.csv'), '--round', '2026'],
      ...['--due', '2026-12-18 12:00', '--out', made.at('workbooks')],
    );
    const bytes = readFileSync(made.at('workbooks', 'sample_2026_X01.xlsx'));
    const unstamped = new EditedWorkbook(bytes);
    unstamped.remove('docProps/custom.xml');
    unstamped.deleteSheet('Stamp');
    made.remove();
    expect(await statusOf(bytes, '.xlsx')).toBe('refused');
    expect(await statusOf(unstamped.bytes(), '.xlsx')).toBe('refused');
    const generated = await place.scorebook(
      ...['generate', definition, '--partners', place.at('partners.csv'), '--round', '2026'],
      ...['--due', '2026-12-18 12:00', '--out', place.at('workbooks')],
    );
    expect(generated.code).toBe(0);
    expect(await findings()).toEqual([]);
  });

  test('of an edition that the round has no more, or has again', async () => {
    const partners = listOf(['X01', 'Sample PCT X01']);
    const generate = async (edition: string, strapline: string): Promise<void> => {
      const definition = place.put(`sample-${edition}.yaml`, stringify({ ...sampleDefinition, edition, strapline }));
      const { code } = await place.scorebook(
        ...['generate', definition, '--partners', place.put('one.csv', partners), '--round', '2027'],
        ...['--due', '2027-12-18 12:00', '--out', place.at('2027', edition), '--change-edition'],
      );
      expect(code).toBe(0);
    };
    await generate('1', 'First');
    const blank = readFileSync(place.at('2027', '1', 'sample_2027_X01.xlsx'));
    const manner = { levels: [0.3, 0.3, 0.3], notApplicable: 0, diligence: 1, slips: true };
    expect(await statusOf(fillIn(blank, sampleReturn(sampleInstrument, manner, 1)), '.xlsx')).toBe('accepted');
    expect(await findings()).toEqual([]);
    await generate('2', 'Second');
    expect(await findings()).toEqual([]);
    await generate('1', 'First');
    expect(await findings()).toEqual([]);
  });

  test('that was refused, after its file was removed', async () => {
    now = new Date('2027-11-20T10:00:00Z');
    expect(await place.scorebook('register', 'prune')).toMatchObject({ code: 0 });
    expect(await findings()).toEqual([]);
    expect(await statusOf(withoutStamps('X03'), '.xlsx', ...as('X03'))).toBe('accepted');
    expect(await findings()).toEqual([]);
  });
});
