import { beforeAll, describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { type Finding, findingLine, placeText } from '../../../src/finding/index.ts';
import type { Branding } from '../../../src/instrument/model/branding.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { answered, emptyResponse } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { english } from '../../../src/words/english/english.ts';
import { changesSinceIssue } from '../../../src/workbook/compare/changesSinceIssue.ts';
import { pairSheets } from '../../../src/workbook/compare/findSheet.ts';
import type { IssuedContent } from '../../../src/workbook/compare/issuedContent.ts';
import { objectFindings } from '../../../src/workbook/compare/objectFindings.ts';
import type { IssueDetails } from '../../../src/workbook/layout/content.ts';
import { namedCell, rawText } from '../../../src/workbook/read/cells/rawCells.ts';
import { withoutPersonalData } from '../../../src/workbook/read/checkPersonal.ts';
import { correctionsOf } from '../../../src/workbook/read/correctionsOf.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor, printedFor } from '../../issued.ts';
import { withLibreOffice, withOpenpyxl } from '../../programs.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { savedByLibreOffice, savedByOpenpyxl } from '../../savedBy.ts';
import { fillIn } from '../../tools/fillIn.ts';
import { sampleReturn } from '../../tools/sampleReturns.ts';
import { EditedWorkbook } from '../editedWorkbook.ts';

const manner = { levels: [0.3, 0.4, 0.3], notApplicable: 0.1, diligence: 0.7 };

const filled = (workbook: Uint8Array, instrument: Instrument, hasLastRound = false): Uint8Array =>
  fillIn(workbook, sampleReturn(instrument, manner, 7, hasLastRound));

function evidenceIn(bytes: Uint8Array, printed: IssuedContent, instrument: Instrument): readonly Finding[] {
  const raw = readPackage(bytes);
  const { response, places } = readResponse(raw, instrument);
  const { logo } = { ...branding, ...instrument.branding };
  const partner = rawText(namedCell(raw, 'partner_code'));
  return [
    ...changesSinceIssue(raw, printed, instrument, response),
    ...objectFindings(raw.sheets, pairSheets(raw, printed), places, { partner, round: '2026', words: english, logo }),
  ];
}

/** Everything that a workbook may be issued with besides the definition. */
const lastRound = lastRoundOf(sampleInstrument, {
  round: '2025',
  instrument: sampleInstrument,
  response: emptyResponse(sampleInstrument),
});
const branding: Branding = { name: 'Sample Region', strapline: 'Working together', colour: '#12436D' };

const manners: readonly (readonly [string, Partial<IssueDetails>])[] = [
  ['as it is', {}],
  ['a marking and where to return it', { marking: 'OFFICIAL', returnTo: 'returns@region.example' }],
  ['another deadline', { due: new Date('2027-01-31T23:59:00Z') }],
  ['an area', { partner: { code: '8E2', name: 'Ashmere', areaName: 'East', regionName: 'Sample Region' } }],
  ['no region', { partner: { code: '8E2', name: 'Ashmere' } }],
  ['the last round', { lastRound }],
  ['no return in the last round', { lastRound: { ...lastRound, scorecard: undefined } }],
  ['branding', { branding }],
  ['branding by colour alone', { branding: { colour: '#12436D' } }],
  ['branding, a marking and the last round', { branding, marking: 'OFFICIAL', lastRound }],
];

describe('nothing is reported of a partner who only answered', () => {
  test.each(manners)('workbook issued with %s', async (_what, changes) => {
    const details = issuedFor(sampleInstrument, changes);
    const printed = printedFor(sampleInstrument, details);
    const issued = await writeWorkbook(sampleInstrument, details);
    const hasLastRound = changes.lastRound !== undefined;
    expect(evidenceIn(filled(issued, sampleInstrument, hasLastRound), printed, sampleInstrument)).toEqual([]);
  });

  test('correction workbook with more rows of people than went out first', async () => {
    const details = issuedFor(sampleInstrument);
    const printed = printedFor(sampleInstrument, details);
    const first = new EditedWorkbook(await writeWorkbook(sampleInstrument, details));
    for (const place of ['B5', 'B6', 'B7', 'B8', 'B9']) first.type('Participants', place, `Sample person ${place}`);
    first.type('1 Needs', 'C5', 'four');
    const { response, findings } = readResponse(readPackage(first.bytes()), sampleInstrument);
    const corrections = correctionsOf(sampleInstrument, response, findings);
    const corrected = await writeWorkbook(sampleInstrument, { ...details, corrections }, response);
    expect(evidenceIn(corrected, printed, sampleInstrument)).toEqual([]);
    expect(evidenceIn(filled(corrected, sampleInstrument), printed, sampleInstrument)).toEqual([]);
  });

  const returned: { instrument: Instrument; printed: IssuedContent; bytes: Uint8Array }[] = [];
  beforeAll(async () => {
    for (const instrument of instruments) {
      const details = issuedFor(instrument);
      const printed = printedFor(instrument, details);
      const bytes = filled(await writeWorkbook(instrument, details), instrument);
      returned.push({ instrument, printed, bytes });
    }
  }, 120_000);

  const changesIn = (saved: readonly Uint8Array[], of = returned): readonly string[] =>
    of.flatMap(({ instrument, printed }, index) =>
      evidenceIn(saved[index] ?? new Uint8Array(), printed, instrument).map(
        (found) => `${instrument.key}: ${findingLine(found)}`,
      ),
    );

  test('every instrument', () => {
    expect(changesIn(returned.map(({ bytes }) => bytes))).toEqual([]);
  });

  // What LibreOffice and Gnumeric save is compared in `instrumentsSavedAgain.test.ts`.
  withOpenpyxl('saved by openpyxl', () => {
    test('every instrument', () => {
      expect(changesIn(savedByOpenpyxl(returned.map(({ bytes }) => bytes)))).toEqual([]);
    }, 300_000);
  });

  // It then writes words into charts, at places where nothing is shown.
  withOpenpyxl('saved by openpyxl twice', () => {
    test('the instrument with most charts', () => {
      const first = returned.slice(0, 1);
      const saved = savedByOpenpyxl(savedByOpenpyxl(first.map(({ bytes }) => bytes)));
      expect(saved).toHaveLength(1);
      expect(changesIn(saved, first)).toEqual([]);
    }, 300_000);
  });
});

interface Case {
  readonly done: string;
  readonly edit: (workbook: EditedWorkbook) => void;
  /** Codes, each with its place; with the cells where they are several. */
  readonly findings: readonly string[];
}

const needs = '1 Needs';
const row = (done: string, edit: Case['edit'], findings: Case['findings'] = []): Case => ({ done, edit, findings });
const typed = (done: string, sheet: string, place: string, value: string | number, findings: Case['findings']): Case =>
  row(done, (workbook) => workbook.type(sheet, place, value), findings);

/** Everything from a row on moves down by one. */
const rowsDown = (from: number) => (at: number, column: number) => [at >= from ? at + 1 : at, column] as const;
/** Another formula in a cell than the one that went out. */
const formula = (content: string, value = '') => ({ type: 'str', content: `<f>${content}</f><v>${value}</v>` });
/** What pasting values over a sheet leaves of its formulas. */
const asValues = (workbook: EditedWorkbook, sheet: string): void =>
  workbook.sheet(sheet, (xml) => xml.replace(/<f>[^<]*<\/f>/g, ''));

const texts: readonly Case[] = [
  row('nothing', () => undefined),
  typed('a question reworded', needs, 'B6', 'How good are you at 1.1.2?', ["question.changed '1 Needs'!B6 (1.1.2)"]),
  row('a question cleared', (workbook) => workbook.clear(needs, 'B6'), ["question.changed '1 Needs'!B6 (1.1.2)"]),
  row(
    'a question reworded, and its row moved down',
    (workbook) => {
      workbook.type(needs, 'B6', 'How good are you?');
      workbook.moveWithNames(needs, rowsDown(6));
    },
    ["question.changed '1 Needs'!B7 (1.1.2)"],
  ),
  row(
    'two questions exchanged, and not their numbers and criteria',
    (workbook) => {
      workbook.type(needs, 'B5', 'How good is 1.1.2?');
      workbook.type(needs, 'B6', 'How good is 1.1.1?');
    },
    ["question.changed '1 Needs'!B5 (1.1.1)", "question.changed '1 Needs'!B6 (1.1.2)"],
  ),
  typed('a criterion reworded', needs, 'F5', '1.1.1 is not bad.', ["printed.changed '1 Needs'!F5"]),
  typed('the heading of a criterion reworded', needs, 'F4', 'Perfect', ["printed.changed '1 Needs'!F4"]),
  typed('the title of a sheet reworded', needs, 'A1', '1 Wants', ["printed.changed '1 Needs'!A1"]),
  typed('the introduction of a sheet reworded', needs, 'A2', 'Skip this.', ["printed.changed '1 Needs'!A2"]),
  typed('suggested evidence reworded', needs, 'K6', 'Nothing', ["printed.changed '1 Needs'!K6"]),
  typed('guidance reworded', 'Guide', 'B5', 'To be tested?!', ["printed.changed 'Guide'!B5"]),
  typed('what a level means reworded', 'Guide', 'B8', 'It is weak or worse.', ["printed.changed 'Guide'!B8"]),
  typed('a step on the cover reworded', 'Cover', 'B11', 'Do as you please.', ["printed.changed 'Cover'!B11"]),
  typed('the deadline on the cover changed', 'Cover', 'B4', '31 January 2027', ["printed.changed 'Cover'!B4"]),
  typed('the threshold of a rule changed', 'Scorecard', 'B26', 0.1, ["printed.changed 'Scorecard'!B26"]),
  typed('an allowed answer changed', 'Lists', 'A6', 4, ["printed.changed 'Lists'!A6"]),
  row('a column of criteria cleared', (workbook) => workbook.clear(needs, 'E5', 'E6', 'E7'), [
    "printed.changed '1 Needs'!E5 (3)",
  ]),
  row(
    'a column of criteria pasted over with the same words',
    (workbook) => {
      for (const place of ['E5', 'E6', 'E7']) workbook.type(needs, place, 'see above');
    },
    ["printed.changed '1 Needs'!E5 (3)"],
  ),
  row(
    'the criteria of a question replaced by others',
    (workbook) => {
      for (const place of ['D5', 'E5', 'F5']) workbook.type(needs, place, `our own ${place}`);
    },
    ["printed.changed '1 Needs'!D5", "printed.changed '1 Needs'!E5", "printed.changed '1 Needs'!F5"],
  ),
  row(
    'a whole question replaced, but not the names of its cells',
    (workbook) => {
      workbook.type(needs, 'A6', '1.1.9');
      workbook.type(needs, 'B6', 'Are you well?');
      workbook.clear(needs, 'D6', 'E6', 'F6');
    },
    ["question.changed '1 Needs'!B6 (1.1.2)", "printed.changed '1 Needs'!A6", "printed.changed '1 Needs'!D6 (3)"],
  ),
  row(
    'every text of the guide cleared',
    (workbook) => workbook.move('Guide', (at, column) => (at < 5 ? [at, column] : undefined)),
    ["printed.changed 'Guide'!A5 (22)"],
  ),
  row(
    'every text of a section translated',
    (workbook) => {
      for (const place of ['A', 'B', 'D', 'E', 'F', 'K'].flatMap((column) =>
        [4, 5, 6, 7].map((at) => `${column}${at}`),
      )) {
        workbook.type(needs, place, `mot ${place}`);
      }
    },
    [
      ...['B5 (1.1.1)', 'B6 (1.1.2)', 'B7 (1.2.1)'].map((place) => `question.changed '1 Needs'!${place}`),
      "printed.changed '1 Needs'!A4 (21)",
    ],
  ),
];

const formulas: readonly Case[] = [
  typed('a position typed over', 'Scorecard', 'B7', 'Green', [
    "formula.gone 'Scorecard'!B7",
    "sheet.not-read 'Scorecard'!B7",
    "scorecard.differs 'Scorecard'!B7",
  ]),
  row(
    'a position by another formula',
    (workbook) => workbook.type('Scorecard', 'B7', formula('UPPER("green")', 'GREEN')),
    ["formula.changed 'Scorecard'!B7", "scorecard.differs 'Scorecard'!B7"],
  ),
  row('a formula as another program writes it', (workbook) =>
    workbook.sheet('Scorecard', (xml) =>
      xml.replace(
        /<f>([^<]*)<\/f>/g,
        (_all, text: string) =>
          `<f>${text.replace(/'Workings'/g, 'Workings').replace(/(&quot;.*?&quot;)|,/g, (_each, quoted?: string) => quoted ?? ', ')}</f>`,
      ),
    ),
  ),
  row('a formula that points elsewhere, which is not reported', (workbook) =>
    workbook.sheet('Scorecard', (xml) => xml.replace(/\$C\$4:/, '$C$5:')),
  ),
  row('values pasted over the scorecard', (workbook) => asValues(workbook, 'Scorecard'), [
    "formula.gone 'Scorecard'!A4 (37)",
  ]),
  row('values pasted over the action plan', (workbook) => asValues(workbook, 'Action plan'), [
    "formula.gone 'Action plan'!A7 (35)",
  ]),
  row('values pasted over the checklist', (workbook) => asValues(workbook, 'Checklist'), [
    "formula.gone 'Checklist'!B1 (46)",
  ]),
  row('the line above a section cleared', (workbook) => workbook.clear(needs, 'A3'), ["formula.gone '1 Needs'!A3"]),
  typed('the line on the cover typed over', 'Cover', 'B6', 'Ready', [
    "formula.gone 'Cover'!B6",
    "sheet.not-read 'Cover'!B6",
  ]),
  typed('an action typed over the action plan', 'Action plan', 'D7', 'Train all staff', [
    "formula.gone 'Action plan'!D7",
    "sheet.not-read 'Action plan'!D7",
  ]),
  row('a row inserted in the action plan', (workbook) => workbook.move('Action plan', rowsDown(9))),
  row('a row inserted in the scorecard', (workbook) => workbook.move('Scorecard', rowsDown(9))),
  row('rows of the checklist sorted', (workbook) =>
    workbook.move('Checklist', (at, column) => [at >= 14 && at <= 18 ? 32 - at : at, column]),
  ),
  row(
    'a row of the scorecard deleted',
    (workbook) => workbook.move('Scorecard', (at, column) => (at === 9 ? undefined : [at > 9 ? at - 1 : at, column])),
    ["printed.changed 'Scorecard'!A9", "formula.gone 'Scorecard'!B9 (7)"],
  ),
];

const sheets: readonly Case[] = [
  row('the guide deleted', (workbook) => workbook.deleteSheet('Guide'), ["sheet.gone 'Guide'"]),
  row('the guide emptied', (workbook) => workbook.move('Guide', () => undefined), ["sheet.gone 'Guide'"]),
  row('the scorecard renamed', (workbook) => workbook.rename('Scorecard', 'Our score')),
  row(
    'the scorecard renamed and typed over',
    (workbook) => {
      workbook.rename('Scorecard', 'Our score');
      workbook.type('Our score', 'B7', 'Green');
    },
    ["formula.gone 'Our score'!B7", "sheet.not-read 'Our score'!B7", "scorecard.differs 'Our score'!B7"],
  ),
  row('a section’s sheet deleted, which is reported with its answers', (workbook) => workbook.deleteSheet(needs), [
    "scorecard.differs 'Scorecard'!B7",
  ]),
  row(
    'a sheet copied, and the copy written on',
    (workbook) => {
      workbook.copySheet(needs, '1 Needs (2)');
      workbook.type('1 Needs (2)', 'B6', 'How good?');
    },
    ["sheet.added '1 Needs (2)'"],
  ),
  row(
    'a sheet written on and then copied',
    (workbook) => {
      workbook.copySheet(needs, '1 Needs (2)');
      workbook.type(needs, 'B6', 'How good?');
    },
    ["question.changed '1 Needs'!B6 (1.1.2)", "sheet.added '1 Needs (2)'"],
  ),
];

/** What a person wrote where nothing is to be written: `sheet.not-read` with its place. */
const additions: readonly Case[] = [
  ...[
    ['Cover', 'A60'],
    ['Cover', 'D3'],
    ['Cover', 'C4'],
    ['Cover', 'D7'],
    ['Guide', 'B90'],
    ['Checklist', 'H4'],
    ['Scorecard', 'J6'],
    ['Scorecard', 'A60'],
    ['Action plan', 'A30'],
    ['Action plan', 'I8'],
    ['Resources', 'D9'],
    ['Lists', 'Z1'],
    ['Workings', 'A90'],
    ['Collected answers', 'A90'],
    ['Stamp', 'B3'],
    ['Stamp', 'A9'],
  ].map(([sheet = '', place = '']) =>
    typed(`words in ${place} of ${sheet}`, sheet, place, 'appoint a lead', [`sheet.not-read '${sheet}'!${place}`]),
  ),
  typed('a number below the action plan', 'Action plan', 'B30', 3, ["sheet.not-read 'Action plan'!B30"]),
  typed('issued text written again', 'Guide', 'D3', 'Purpose', []),
  typed('nothing but white space', 'Guide', 'D3', '  ', []),
  row('a formula of their own', (workbook) => workbook.type('Guide', 'D3', formula('1+1', '2')), [
    "sheet.not-read 'Guide'!D3",
  ]),
  row(
    'words below the action plan, with rows that moved down',
    (workbook) => {
      workbook.type('Action plan', 'A30', 'appoint a lead');
      workbook.move('Action plan', rowsDown(9));
    },
    ["sheet.not-read 'Action plan'!A31"],
  ),
  row(
    'a sheet with words, hidden',
    (workbook) => {
      workbook.addSheet('Our evidence', { B2: 'See the minutes' });
      workbook.sheetEntry('Our evidence', (entry) => entry.replace('<sheet ', '<sheet state="veryHidden" '));
    },
    ["sheet.added 'Our evidence'"],
  ),
  row('a sheet with nothing that is known', (workbook) => workbook.addSheet('Our evidence', {}), [
    "sheet.added 'Our evidence'",
  ]),
  row(
    'a text box over an answer and a picture beside the table',
    (workbook) => {
      workbook.draw(needs, [
        { kind: 'text box', from: 'G6', to: 'G6', text: 'Costed in May' },
        { kind: 'picture', from: 'P2', to: 'R9' },
      ]);
    },
    ["sheet.text-box '1 Needs'!G6 (1.1.2)", "sheet.picture '1 Needs'!P2"],
  ),
  row(
    'a text box on the cover',
    (workbook) => workbook.draw('Cover', [{ kind: 'text box', from: 'A30', to: 'B31', text: 'Not yet agreed' }]),
    ["sheet.text-box 'Cover'!A30"],
  ),
];

const issued = issuedFor(sampleInstrument);
let printed: IssuedContent;
let answeredWorkbook: Uint8Array;
beforeAll(async () => {
  printed = printedFor(sampleInstrument, issued);
  // Its stored results are those of its answers, as after a program that works formulas out.
  const { response } = readResponse(
    readPackage(filled(await writeWorkbook(sampleInstrument, issued), sampleInstrument)),
    sampleInstrument,
  );
  answeredWorkbook = await writeWorkbook(sampleInstrument, issued, response);
});

const edited = (edit: Case['edit']): readonly Finding[] => {
  const workbook = new EditedWorkbook(answeredWorkbook);
  edit(workbook);
  return evidenceIn(workbook.bytes(), printed, sampleInstrument);
};

const line = ({ code, place, facts }: Finding): string => {
  const cells = 'cells' in facts && typeof facts.cells === 'object' ? facts.cells : [];
  return `${code} ${placeText(place)}${cells.length > 1 ? ` (${cells.length})` : ''}`;
};

withLibreOffice('what was added and saved again', () => {
  test('is reported all the same', () => {
    const workbook = new EditedWorkbook(answeredWorkbook);
    workbook.type('Action plan', 'A30', 'appoint a lead');
    workbook.draw(needs, [{ kind: 'text box', from: 'G6', to: 'G6', text: 'Costed in May' }]);
    workbook.draw('Guide', [{ kind: 'picture', from: 'D5', to: 'E9' }]);
    const [saved = new Uint8Array()] = savedByLibreOffice([workbook.bytes()]);
    expect(evidenceIn(saved, printed, sampleInstrument).map(line)).toEqual([
      "sheet.not-read 'Action plan'!A30",
      "sheet.picture 'Guide'!D5",
      "sheet.text-box '1 Needs'!G6 (1.1.2)",
    ]);
  }, 120_000);
});

describe.each([
  ['texts', texts],
  ['formulas', formulas],
  ['sheets', sheets],
  ['places without answers', additions],
] as const)('%s changed since the workbook went out', (_group, rows) => {
  test.each(rows)('$done', ({ edit, findings }) => {
    expect(edited(edit).map(line)).toEqual(findings);
  });
});

describe('the figures of the workbook’s own Scorecard', () => {
  /** Where they differ, as part, figure, what is shown and what the answers give. */
  const differences = (found: readonly Finding[]): readonly string[] =>
    found.flatMap(({ code, facts }) =>
      code === 'scorecard.differs'
        ? facts.differences.map(
            ({ part, figure, shown, ours: own }) => `${part}, ${figure}: ${shown}, worked out ${own}`,
          )
        : [],
    );

  const given = (scores: readonly (string | number)[]) => (workbook: EditedWorkbook) => {
    for (const [index, score] of scores.entries()) {
      const places = ['C5', 'C6', 'C7'];
      workbook.type(index < 3 ? needs : '2 Supply', places[index % 3] ?? '', score);
    }
  };

  test('are reported where a program stored old ones', async () => {
    const response = readResponse(readPackage(answeredWorkbook), sampleInstrument).response;
    const levels = new Map(response.items).set('1.1.1', new Map([['score', answered(3)]]));
    for (const key of ['1.1.2', '1.2.1', '2.1.1', '2.1.2']) levels.set(key, new Map([['score', answered(3)]]));
    const workbook = new EditedWorkbook(await writeWorkbook(sampleInstrument, issued, { ...response, items: levels }));
    workbook.type(needs, 'C5', 1);
    const found = evidenceIn(workbook.bytes(), printed, sampleInstrument);
    expect(found.map(line)).toEqual(["scorecard.differs 'Scorecard'!B7"]);
    expect(differences(found)).toEqual([
      'Overall, Position: Green, worked out Amber',
      'Overall, Level 1: 0, worked out 1',
      'Overall, Level 3: 5, worked out 4',
      'Needs, Position: Green, worked out Amber',
      'Needs, Level 1: 0, worked out 1',
      'Needs, Level 3: 3, worked out 2',
      'People, Position: Green, worked out Amber',
      'People, Level 1: 0, worked out 1',
      'People, Level 3: 3, worked out 2',
    ]);
  });

  test('are reported as never recalculated where they are still those of a blank workbook', async () => {
    const workbook = new EditedWorkbook(await writeWorkbook(sampleInstrument, issued));
    given([1, 2, 3, 2])(workbook);
    expect(evidenceIn(workbook.bytes(), printed, sampleInstrument).map(line)).toEqual([
      "scorecard.not-recalculated 'Scorecard'!B7",
    ]);
  });

  test('are reported where an answer was read that they do not count', () => {
    const { items } = readResponse(readPackage(answeredWorkbook), sampleInstrument).response;
    expect(items.get('1.1.1')?.get('score')).toEqual(answered(1));
    const found = edited((workbook) => {
      workbook.type(needs, 'C5', '1');
      // As programs work it out for a score that was pasted as text: counted as unanswered.
      workbook.sheet('Scorecard', (xml) => xml.replace(/(<c r="D7"[^>]*><f>[^<]*<\/f><v>)\d+/, '$10'));
    });
    expect(found.map(line)).toEqual(["scorecard.differs 'Scorecard'!D7"]);
  });

  test('are no others where a program stored none', () => {
    const workbook = new EditedWorkbook(answeredWorkbook);
    workbook.sheet('Scorecard', (xml) => xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
    workbook.type(needs, 'C5', 3);
    expect(evidenceIn(workbook.bytes(), printed, sampleInstrument)).toEqual([]);
  });

  test('never repeat what was typed there', () => {
    const found = edited((workbook) => workbook.type('Scorecard', 'B7', 'Ask Jo Bloggs'));
    expect(differences(found)[0]).toMatch(/^Overall, Position: something else/);
    expect(JSON.stringify(found.filter(({ code }) => code === 'scorecard.differs'))).not.toContain('Bloggs');
  });
});

describe('what a finding repeats', () => {
  test('is the text of the first of several cells, and where the others are', () => {
    const [found] = edited((workbook) => workbook.clear(needs, 'E5', 'E6', 'E7'));
    expect(found?.message).toBe(
      'This cell said "1.1.1 is fair." when the workbook was issued, and is blank now. 2 more cells of this sheet changed too: E6, E7. Only answer cells are meant to be changed. Check that the partner answered the question that was asked.',
    );
  });

  test('is nothing that was typed, where answers are about people', async () => {
    const instrument = instruments.find(({ aboutPeople }) => aboutPeople === true);
    if (instrument === undefined) throw new Error('There is no instrument about people');
    const details = issuedFor(instrument);
    const workbook = new EditedWorkbook(await writeWorkbook(instrument, details));
    workbook.type('Guide', 'B5', 'Sarah needs a place.');
    workbook.clear('Guide', 'B6');
    const found = evidenceIn(workbook.bytes(), printedFor(instrument, details), instrument);
    const shown = withoutPersonalData(instrument, found);
    expect(shown.map(line)).toEqual(["printed.changed 'Guide'!B5", "printed.changed 'Guide'!B6"]);
    expect(shown.map(({ facts }) => ('found' in facts ? facts.found : undefined))).toEqual(['(not shown)', undefined]);
    expect(JSON.stringify(shown)).not.toContain('Sarah');
  }, 60_000);
});
