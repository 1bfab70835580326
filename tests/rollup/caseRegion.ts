import { defineInstrument } from '../../src/instrument/defineInstrument.ts';
import { fingerprint } from '../../src/instrument/model/fingerprint.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { type Answer, answered, blank, type EntryAnswers, unreadable } from '../../src/response/response.ts';
import type { PartnerResult, RollUp } from '../../src/rollup/load/rollUp.ts';
import { scorecardOf } from '../../src/scoring/scorecard.ts';
import { sampleDefinition } from '../sampleInstrument.ts';

const { scorecard: _unscored, ...unscored } = sampleDefinition;

/** A small instrument of cases: needs, and options that belong to them; 5 is the worst rating and 1 the best. */
export const caseDefinition: Instrument = {
  ...unscored,
  key: 'cases',
  title: 'Sample of cases',
  scales: [
    {
      key: 'works',
      title: 'How well it works',
      options: [
        { level: 5, label: 'Not at all', meaning: 'It does not work.' },
        { level: 4, label: 'Hardly', meaning: 'It hardly works.' },
        { level: 3, label: 'Partly', meaning: 'It works in part.' },
        { level: 2, label: 'Mostly', meaning: 'It mostly works.' },
        { level: 1, label: 'Fully', meaning: 'It works.' },
      ],
    },
  ],
  sections: [
    {
      shape: 'entries',
      key: 'needs',
      title: 'Needs of each child',
      shortTitle: 'Needs',
      introduction: 'One row for each need.',
      entry: 'need',
      required: 1,
      rows: 20,
      fields: [
        { kind: 'text', key: 'case', heading: 'Case reference', prompt: 'Your own.' },
        { kind: 'text', key: 'need-no', heading: 'Need number', prompt: '1, 2 and so on.' },
        { kind: 'choice', key: 'domain', heading: 'Domain', prompt: 'Choose.', options: ['Health', 'Housing'] },
        { kind: 'text', key: 'need', heading: 'Need', prompt: 'In words.' },
      ],
    },
    {
      shape: 'entries',
      key: 'options',
      title: 'Options for each need',
      shortTitle: 'Options',
      introduction: 'One row for each option.',
      entry: 'option',
      required: 1,
      rows: 20,
      belongsTo: { section: 'needs', by: ['case', 'need-no'] },
      fields: [
        { kind: 'text', key: 'case', heading: 'Case reference', prompt: 'As above.' },
        { kind: 'text', key: 'need-no', heading: 'Need number', prompt: 'As above.' },
        { kind: 'choice', key: 'preferred', heading: 'Preferred', prompt: 'Choose.', options: ['Yes', 'No'] },
        { kind: 'score', key: 'rating', heading: 'Works', prompt: 'Rate it.', scale: 'works' },
        { kind: 'choice', key: 'gap', heading: 'Gap', prompt: 'Choose.', options: ['None', 'Too little', 'Too far'] },
        { kind: 'text', key: 'missing', heading: 'What is missing', prompt: 'In words.', purpose: 'action' },
      ],
    },
  ],
  priorities: {
    title: 'Priorities',
    section: 'options',
    cases: 'case',
    by: ['domain', 'gap'],
    rating: 'rating',
    when: { field: 'preferred', is: ['Yes'] },
  },
  aboutPeople: true,
};

export interface CasesOf {
  readonly code: string;
  /** Rows of cells divided by bars, in the order of the section's fields: `-` is blank, `?…` could not be read. */
  readonly needs: readonly string[];
  readonly options: readonly string[];
}

/** A roll-up of what partners returned about their cases. */
export function caseRegionOf(partners: readonly CasesOf[], changes: Partial<Instrument> = {}): RollUp {
  const instrument = defineInstrument({ ...caseDefinition, ...changes });
  const due = new Date('2026-12-18T12:00:00Z');
  return {
    instrument,
    round: { round: '2026', instrument: instrument.key, edition: '1', due, marking: undefined },
    partners: partners.map(({ code, needs, options }, index): PartnerResult => {
      const response = {
        items: new Map(),
        entries: new Map([
          ['needs', rowsOf(instrument, 'needs', needs)],
          ['options', rowsOf(instrument, 'options', options)],
        ]),
      };
      const scorecard = scorecardOf(instrument, response);
      const counting = {
        id: index + 1,
        edition: instrument.edition,
        wording: fingerprint(instrument),
        received: new Date('2026-12-17T10:00:00Z'),
        late: false,
        coverage: scorecard.overall.coverage,
        band: scorecard.overall.band,
        errors: 0,
        warnings: 0,
        isByHand: false,
      };
      return {
        partner: { code, name: `Partner ${code}` },
        issued: new Date('2026-11-02T09:00:00Z'),
        returns: [counting],
        refused: 0,
        counting,
        result: { response, scorecard },
      };
    }),
  };
}

function rowsOf(instrument: Instrument, key: string, rows: readonly string[]): readonly EntryAnswers[] {
  const fields = instrument.sections.find((section) => section.key === key)?.fields ?? [];
  return rows.map((row, index) => {
    const cells = row.split('|').map((cell) => cell.replace(/^ | $/g, ''));
    return {
      entry: index + 1,
      answers: new Map(fields.map(({ key: field, kind }, at) => [field, answer(cells[at] ?? '-', kind === 'score')])),
    };
  });
}

function answer(cell: string, isScore: boolean): Answer {
  if (cell === '-') return blank;
  if (cell.startsWith('?')) return unreadable(cell.slice(1));
  return answered(isScore ? Number(cell) : cell);
}
