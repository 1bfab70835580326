import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answered, blank, type Response } from '../../src/response/response.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { changesSinceIssue, mergeFindings } from '../../src/workbook/compare/changesSinceIssue.ts';
import type { IssuedContent } from '../../src/workbook/compare/issuedContent.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../src/workbook/read/readStamp.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor, printedFor } from '../issued.ts';
import { withGnumeric, withLibreOffice, withOpenpyxl } from '../programs.ts';
import { sampleInstrument as instrument } from '../sampleInstrument.ts';
import { savedByGnumeric, savedByLibreOffice, savedByOpenpyxl } from '../savedBy.ts';
import { EditedWorkbook, type Typed } from './editedWorkbook.ts';

/** Every answer names its question, so that one in a wrong place shows. Column C is the score, G to J are the evidence, the action, the lead and the day. */
const given: Response = {
  items: new Map(
    ['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key, index) => [
      key,
      new Map([
        ['score', answered((index % 3) + 1)],
        ['evidence', answered(`evidence ${key}`)],
        ['action', answered(`action ${key}`)],
        ['lead', answered(`lead ${key}`)],
        ['due', answered(`2027-03-1${index}`)],
      ]),
    ]),
  ),
  entries: new Map([
    [
      'participants',
      [
        {
          entry: 1,
          answers: new Map([
            ['name', answered('Sample person A')],
            ['role', answered('Chair')],
          ]),
        },
      ],
    ],
  ]),
};

/** Something that people or programs do to a workbook, and how it is read after that. */
export interface Case {
  readonly done: string;
  readonly edit: (workbook: EditedWorkbook) => void;
  /** Codes, each with its cell, question or sheet. */
  readonly findings: readonly string[];
  /** Answers that are read differently from how they were given; all others are unchanged. */
  readonly otherwise: Readonly<Record<string, string | number>>;
}

export const [needs, supply, people] = ['1 Needs', '2 Supply', 'Participants'];

export const row = (
  done: string,
  edit: Case['edit'],
  findings: Case['findings'] = [],
  otherwise: Case['otherwise'] = {},
): Case => ({ done, edit, findings, otherwise });

/** Something typed into one cell of the first section. */
export const typed = (
  done: string,
  place: string,
  value: Typed,
  findings: Case['findings'] = [],
  otherwise: Case['otherwise'] = {},
): Case => row(done, (workbook) => workbook.type(needs, place, value), findings, otherwise);

export const formula = (content: string, type = ''): Typed => ({ type, content });

/** Every row from one on moves down by one. */
export const rowsDown = (from: number) => (at: number, column: number) => [at >= from ? at + 1 : at, column] as const;

/** With the cases that go through each: Gnumeric and openpyxl take them in turn; LibreOffice, which is slow, every eighth. */
const programs = [
  ['LibreOffice', withLibreOffice, savedByLibreOffice, (index: number) => index % 8 === 0],
  ['Gnumeric', withGnumeric, savedByGnumeric, (index: number) => index % 2 === 1],
  ['openpyxl', withOpenpyxl, savedByOpenpyxl, (index: number) => index % 2 === 0],
] as const;

/** Tests each case of each group, and some of them again after another program has saved the workbook too. */
export function describeCases(groups: Readonly<Record<string, readonly Case[]>>, resaved: readonly Case[]): void {
  let written: Uint8Array;
  let printed: IssuedContent;
  beforeAll(async () => {
    const details = issuedFor(instrument);
    written = await writeWorkbook(instrument, details, given);
    printed = printedFor(instrument, details);
  });

  const edited = ({ edit }: Case): Uint8Array => {
    const workbook = new EditedWorkbook(written);
    edit(workbook);
    return workbook.bytes();
  };

  describe.each(Object.entries(groups))('%s', (_group, rows) => {
    test.each(rows)('$done', (each) => {
      expect(read(edited(each), printed)).toEqual({ findings: each.findings, otherwise: each.otherwise });
    });
  });

  for (const [program, withProgram, savedBy, takes] of programs) {
    const taken = resaved.filter((_case, index) => takes(index));
    withProgram(`saved by ${program}`, () => {
      let files: readonly Uint8Array[] = [];
      beforeAll(() => {
        files = savedBy(taken.map(edited));
      }, 300_000);

      test.each(taken.map((each, index) => ({ ...each, index })))('$done', ({ findings, otherwise, index }) => {
        const again = read(files[index] ?? new Uint8Array(), printed);
        // Programs put comments in an order of their own.
        expect(again.findings.toSorted()).toEqual(findings.toSorted());
        expect(again.otherwise).toEqual(otherwise);
      });
    });
  }
}

function read(bytes: Uint8Array, printed: IssuedContent): Pick<Case, 'findings' | 'otherwise'> {
  const raw = readPackage(bytes);
  const { response, findings } = readResponse(raw, instrument);
  // What is typed into the XML leaves the Scorecard's figures as they were.
  const evidence = changesSinceIssue(raw, printed, instrument, response).filter(
    ({ code }) => !code.startsWith('scorecard.'),
  );
  const merged = mergeFindings(findings, evidence);
  const [ofWorkbook, ofAnswers] = [
    merged.filter((one) => evidence.includes(one)),
    merged.filter((one) => !evidence.includes(one)),
  ];
  const before = shown(given);
  const after = shown(response);
  return {
    findings: [...readStamp(raw).findings, ...ofAnswers, ...ofWorkbook].map(
      ({ code, place }) => `${code} ${place.cell ?? place.key ?? place.sheet ?? ''}`,
    ),
    otherwise: Object.fromEntries(
      [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
        before.get(key) === after.get(key) ? [] : [[key, after.get(key) ?? '(gone)']],
      ),
    ),
  };
}

/** Every answer, by its question or row and its field. */
const shown = ({ items, entries }: Response): ReadonlyMap<string, string | number> =>
  new Map([
    ...[...items].flatMap(([key, answers]) => [...answers].map(([field, answer]) => line(`${key} ${field}`, answer))),
    ...[...entries.values()]
      .flat()
      .flatMap(({ entry, answers }) =>
        [...answers]
          .filter(([, answer]) => answer !== blank)
          .map(([field, answer]) => line(`person ${entry} ${field}`, answer)),
      ),
  ]);

const line = (key: string, answer: Answer): readonly [string, string | number] => {
  if (answer.state === 'answered') return [key, answer.value];
  return [key, answer.state === 'unreadable' ? `(unreadable) ${answer.text}` : `(${answer.state})`];
};
