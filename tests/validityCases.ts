import { instruments } from '../definitions/index.ts';
import { pctSelfAssessment } from '../definitions/pct-self-assessment.ts';
import { finding } from '../src/finding/index.ts';
import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field, Instrument } from '../src/instrument/model/schema.ts';
import { itemsOf, scaleOf } from '../src/instrument/model/traverse.ts';
import { reviewInstrument } from '../src/instrument/reviewInstrument.ts';
import { type Answer, answered, blank, notApplicable, type Response } from '../src/response/response.ts';
import { anonymise } from '../src/rollup/disclosure/anonymous.ts';
import { feedbackOf } from '../src/rollup/feedback/feedback.ts';
import { writeFeedbackWorkbook } from '../src/rollup/feedback/writeFeedbackWorkbook.ts';
import { writeByTerm } from '../src/rollup/writeByTerm.ts';
import { writeImportFindings } from '../src/rollup/writeImportFindings.ts';
import { writeRollUp } from '../src/rollup/writeRollUp.ts';
import { writeTracker } from '../src/rollup/writeTracker.ts';
import { lastRoundOf } from '../src/scoring/plans/lastRound.ts';
import { cellText } from '../src/spreadsheet/plan/cellText.ts';
import { renderWorkbook } from '../src/spreadsheet/write/renderWorkbook.ts';
import { layoutOf } from '../src/workbook/layout/layoutOf.ts';
import { correctionsOf } from '../src/workbook/read/correctionsOf.ts';
import { writeWorkbook } from '../src/workbook/writeWorkbook.ts';
import { issuedFor } from './issued.ts';
import { png } from './pictures.ts';
import { caseRegionOf } from './rollup/caseRegion.ts';
import { comparedWith, comparedWithAll, inAreas } from './rollup/comparedRegion.ts';
import { workbookFile } from './rollup/export/workbookFile.ts';
import { largeRegion } from './rollup/largeRegion.ts';
import { regionOf } from './rollup/region.ts';
import { levelled, termRollUpOf } from './rollup/termRollUp.ts';
import { sampleDefinition, sampleInstrument } from './sampleInstrument.ts';
import { everything } from './spreadsheet/everything.ts';

/** Texts that people paste, and that break files which are written carelessly. */
const hostile = [
  '=1+1',
  '=HYPERLINK("http://www.example.org/","click")',
  '"quoted" and \'apostrophes\'',
  '<&> ]]> <!-- --> &amp; &#0;',
  '👩‍👧 families – café, Łódź, 日本',
  'first line\nsecond line\r\nthird\ttabbed\n',
  '  spaces around  ',
  'controls \u0000\u0001\u0008\u000b\u001b\u007f\u0085 between',
  'no characters \ufffe\uffff\ud800 and \udc00',
  '_x000D_ and _x0041_',
  'x'.repeat(32_767),
  `${'y'.repeat(32_766)}👩`,
  'z'.repeat(40_000),
];

const reviewing = reviewInstrument(sampleInstrument);

/** A response in which every second question is answered, by the hostile texts in turn. */
function halfFilled(instrument: Instrument): Response {
  let next = 0;
  const answerTo = (field: Field): Answer => {
    if (field.kind === 'score') return answered(scaleOf(instrument, field).options[next % 2]?.level ?? 0);
    if (field.kind === 'choice') return answered(field.options[0] ?? '');
    if (field.kind === 'date') return answered('2027-03-31');
    const text = hostile[next % hostile.length] ?? '';
    next += 1;
    return answered(text);
  };
  return {
    items: new Map(
      itemsOf(instrument).map(({ section, item }, index) => [
        item.key,
        new Map(
          section.fields.map((field) => {
            if (index % 2 === 0) return [field.key, answerTo(field)];
            return [field.key, index % 5 === 0 && field.kind === 'score' ? notApplicable : blank];
          }),
        ),
      ]),
    ),
    entries: new Map(
      instrument.sections
        .filter((section) => section.shape === 'entries')
        .map(({ key, fields }) => [
          key,
          [{ entry: 2, answers: new Map(fields.map((field) => [field.key, answerTo(field)])) }],
        ]),
    ),
  };
}

/** A workbook in which hostile texts are to be corrected, in cells of every kind and where no cell is known. */
function correctionWorkbook(instrument: Instrument): Promise<Uint8Array> {
  const places = layoutOf(instrument).items.flatMap(({ name, section, rows }) =>
    rows.flatMap(({ item }) =>
      section.fields.map((field) => ({ sheet: name, section: section.key, key: item.key, field: field.key })),
    ),
  );
  const response = halfFilled(instrument);
  const [item = '', answers = new Map()] = [...response.items][0] ?? [];
  const findings = [
    ...hostile.flatMap((text, index) => [
      finding('answer.not-an-option', places[index] ?? {}, { field: text, value: text, allowed: hostile }),
      finding('sheet.not-read', { sheet: cellText(text).slice(0, 31), cell: 'B2' }, { value: text }),
    ]),
    finding('answer.formula', { sheet: 'Any', section: 'r1', key: '2', field: 'name' }, { field: 'Name' }),
    finding('answer.formula', { sheet: 'Any', section: 'participants', key: '2', field: 'name' }, { field: 'Name' }),
  ];
  const unread: Response = {
    ...response,
    items: new Map([
      ...response.items,
      [item, new Map([...answers, ['score', { state: 'unreadable', text: '=1+1' }]])],
    ]),
  };
  const corrections = correctionsOf(instrument, unread, findings);
  return writeWorkbook(instrument, issuedFor(instrument, { corrections }), unread);
}

/** The sample instrument with wording as long and as odd as a definition may have it. */
const awkwardInstrument = defineInstrument({
  ...sampleDefinition,
  title: '"Awkward" & <odd>',
  scales: sampleDefinition.scales.map((scale) => ({
    ...scale,
    options: scale.options.map((option) => ({ ...option, label: `${option.label} ${'x'.repeat(180)}` })),
  })),
  sections: sampleDefinition.sections.map((section) =>
    section.shape === 'items'
      ? section
      : {
          ...section,
          key: 'r1',
          shortTitle: 'Who & with whom (all of us)',
          fields: section.fields.map((field) => ({
            ...field,
            heading: `${field.heading}:\n "in full" & <whole>`,
            prompt: 'p'.repeat(255),
          })),
        },
  ),
});

const awkwardDetails = issuedFor(sampleInstrument, {
  partner: {
    code: '5E1',
    name: `St Mary's "Old Town" & Harbour <PCT> ${'and its neighbours '.repeat(9)}`.slice(0, 200),
    areaName: "Bishop's & Prior's",
    regionName: '"East" & West',
  },
  returnTo: 'returns@region.example',
  marking: `OFFICIAL-SENSITIVE: "personal" & 'commercial' ${'– handle with care '.repeat(9)}`,
});

export const workbooks: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'the blank PCT workbook': () => writeWorkbook(pctSelfAssessment, issuedFor(pctSelfAssessment)),
  ...Object.fromEntries(
    instruments
      .filter((instrument) => instrument !== pctSelfAssessment)
      .flatMap((instrument) => [
        [`the blank workbook of ${instrument.key}`, () => writeWorkbook(instrument, issuedFor(instrument))],
        [
          `the workbook of ${instrument.key} half-filled with hostile text`,
          () => writeWorkbook(instrument, issuedFor(instrument), halfFilled(instrument)),
        ],
      ]),
  ),
  'a PCT workbook half-filled with hostile text': () =>
    writeWorkbook(pctSelfAssessment, issuedFor(pctSelfAssessment), halfFilled(pctSelfAssessment)),
  'a workbook for a partner with an awkward name, and with a marking': () =>
    writeWorkbook(sampleInstrument, awkwardDetails),
  "an assessor's workbook, with hostile evidence": () =>
    writeWorkbook(
      reviewing,
      issuedFor(reviewing, {
        lastRound: lastRoundOf(reviewing, {
          round: '2026',
          instrument: sampleInstrument,
          response: halfFilled(sampleInstrument),
        }),
      }),
    ),
  'a workbook with branding, and with what was answered in the last round': () =>
    writeWorkbook(
      sampleInstrument,
      issuedFor(sampleInstrument, {
        branding: {
          name: 'Sample & Sons "Group"',
          strapline: 'Working <together>',
          colour: '#5a2d82',
          logo: { picture: png(300, 120).toString('base64'), alternative: 'The letters "S & S" in a ring' },
        },
        lastRound: lastRoundOf(sampleInstrument, {
          round: '2025',
          instrument: sampleInstrument,
          response: halfFilled(sampleInstrument),
        }),
      }),
      halfFilled(sampleInstrument),
    ),
  'a correction workbook with hostile text in cells that are marked': () => correctionWorkbook(sampleInstrument),
  'a correction workbook of an instrument with awkward wording': () => correctionWorkbook(awkwardInstrument),
  'the workbook of the small instrument': () => writeWorkbook(sampleInstrument, issuedFor(sampleInstrument)),
  'the workbook of an instrument with awkward wording': () =>
    writeWorkbook(awkwardInstrument, issuedFor(awkwardInstrument), halfFilled(awkwardInstrument)),
};

const made = new Date('2026-12-21T09:00:00Z');
const hostileFields = Object.fromEntries(
  itemsOf(sampleInstrument).flatMap(({ item }, index) => [
    [`${item.key} evidence`, hostile[index] ?? ''],
    [`${item.key} action`, hostile[index + 5] ?? ''],
    [`${item.key} lead`, hostile[index + 8] ?? ''],
  ]),
);
/** Enough returns for groups to be shown, under names that programs stumble over. */
const hostileRegion = () =>
  regionOf(
    hostile.slice(0, 5).map((text, index) => ({
      ...{ code: `5E${index}`, name: cellText(text).slice(0, 200), scores: '1 2 3 z -', fields: hostileFields },
    })),
    'OFFICIAL & "sensitive"',
  );
/** Exported data are for other programs: their headings are in the first row, and a missing value is an empty cell. */
export const dataFiles: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'data with their dictionary': () => workbookFile(hostileRegion(), made),
};

/** Every kind of thing that the renderer can write; no workbook of Scorebook has them all. */
export const planFiles: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'a workbook with everything that a plan can say': () => renderWorkbook(everything()),
};

/** Files that the analyst works with: they have filter buttons and frozen headings, which rule A7 advises against. */
export const workingFiles: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'the tracker of a round, with hostile text': () => {
    const { instrument, round, partners } = hostileRegion();
    return writeTracker(
      [
        {
          ...{ instrument, round, departed: [], uncounted: [], register: 'sample' },
          partners: partners.map((one, index) => ({
            ...{ ...one, progress: 'not returned', counted: undefined, step: 'Remind: overdue', isAnalystsTurn: true },
            messages: [],
            alike: hostile.map((text) => ({ partner: 'X01', other: index, sections: [text], texts: 2 })),
          })),
        },
      ],
      made,
    );
  },
  'the findings of an import, with hostile text': () =>
    writeImportFindings(
      [
        { file: 'all.zip > "=1+1".xlsx', outcome: 'refused', findings: async () => [finding('return.empty', {}, {})] },
        {
          file: '=a & "b"!.xlsx',
          address: '../returns/%3Da%20%26%20%22b%22%21.xlsx',
          outcome: 'accepted',
          stored: {
            id: 1,
            round: '2026 & "on"',
            partner: { code: '5E1', name: 'St Mary\'s "Old Town" <PCT>' },
            coverage: undefined,
            band: 'not-scored',
          },
          findings: async () =>
            hostile.flatMap((text, row) => [
              finding('sheet.not-read', { sheet: "It's & <odd>!", cell: `T${row + 1}` }, { value: text }),
              finding('sheet.comment', { sheet: cellText(text).slice(0, 31), cell: `U${row + 1}` }, { text }),
              finding('sheet.missing', { sheet: text }, { sheet: text, answers: 3 }),
            ]),
        },
        { file: 'good.xlsx', address: 'good.xlsx', outcome: 'already imported', findings: async () => [] },
      ],
      made,
      'OFFICIAL & "sensitive"',
    ),
  'the findings of an import, of which there are none': () =>
    writeImportFindings([{ file: 'good.xlsx', outcome: 'refused', findings: async () => [] }], made),
};

/** What is published has neither, on request. */
const published = { forPublication: true } as const;

export const rollUps: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'a roll-up with returns': () =>
    writeRollUp(
      regionOf(
        [
          {
            code: '5E1',
            name: 'St Mary\'s "Old Town" & Harbour',
            scores: '1 2 3 z -',
            fields: hostileFields,
            late: true,
          },
          { code: '8E1', name: 'Netherby', scores: '3 3 3 3 3', participants: hostile.slice(0, 3) },
          { code: 'X02', name: 'No return yet' },
        ],
        'OFFICIAL & "sensitive"',
      ),
      made,
      published,
    ),
  'a roll-up without any return': () =>
    writeRollUp(
      regionOf([
        { code: 'X01', name: 'One' },
        { code: 'X02', name: 'Two' },
      ]),
      made,
      published,
    ),
  'a roll-up of areas with scores agreed in hostile text, compared with an earlier round': () => {
    const names = hostile.map((text) => cellText(text).slice(0, 200));
    const partners = names.map((name, index) => ({
      code: `X${index}`,
      name,
      ...(index === 3 ? {} : { scores: `${(index % 3) + 1} 2 ${3 - (index % 3)} z -` }),
    }));
    const areas = Object.fromEntries(
      partners.map(({ code }, index) => [code, { code: `A${index % 3}`, name: names[index % 3] ?? '' }]),
    );
    const now = inAreas(regionOf(partners, 'OFFICIAL & "sensitive"'), areas);
    const last = regionOf(partners.toReversed().map(({ code }, index) => ({ ...partners[index], name: 'Then', code })));
    const agreed = hostile.map((present, index) => ({
      ...{ area: `A${index % 3}`, item: itemsOf(sampleInstrument)[index % 5]?.item.key ?? '' },
      ...{ answer: index % 2 === 0 ? answered(2) : notApplicable, on: '2027-01-20', present },
    }));
    return writeRollUp({ ...comparedWith(now, last), agreed }, made, published);
  },
  'a roll-up with the trend of three rounds and with predecessors, in hostile text': () => {
    const partners = hostile.map((text, index) => ({
      code: `X${index}`,
      name: cellText(text).slice(0, 200),
      scores: `${(index % 3) + 1} 2 3 - z`,
    }));
    const roundOf = (name: string) => {
      const region = regionOf(partners);
      return { ...region, round: { ...region.round, round: name } };
    };
    const now = comparedWithAll(regionOf(partners), [roundOf('"2024" & before'), roundOf('<2025>')]);
    const predecessors = now.partners.flatMap(({ partner, lastRound }, index) =>
      index >= 3 || lastRound === undefined
        ? []
        : [{ partner: { ...partner, code: `P${index}` }, successor: partner.code, lastRound }],
    );
    const previous = now.previous === undefined ? {} : { previous: { ...now.previous, predecessors } };
    return writeRollUp({ ...now, ...previous }, made, published);
  },
  'a roll-up with second opinions, in hostile text': () => {
    const region = regionOf(
      hostile.map((text, index) => ({ code: `X${index}`, name: cellText(text).slice(0, 200), scores: '1 2 3 - z' })),
    );
    const byPartner = new Map(hostile.map((_, index) => [`X${index}`, halfFilled(reviewing)]));
    const reviews = { instrument: reviewing, byPartner, uncounted: [], outdated: [] };
    return writeRollUp({ ...region, reviews }, made, published);
  },
  'a roll-up of cases, grouped by hostile text': () =>
    writeRollUp(
      caseRegionOf(
        [
          {
            code: '5E1',
            needs: hostile.map((text, index) => `A | ${index} | Health | ${text}`),
            options: hostile.map((text, index) => `A | ${index} | Yes | ${(index % 5) + 1} | None | ${text}`),
          },
          { code: 'X02', needs: [], options: ['B | 1 | Yes | - | ?neither | -'] },
        ],
        {
          priorities: {
            title: 'What "cases" & <children> add up to: most urgent first',
            section: 'options',
            cases: 'case',
            by: ['need', 'gap'],
            rating: 'rating',
          },
        },
      ),
      made,
      published,
    ),
  'a roll-up by term, with hostile text and titles of full length': () => {
    const [text = '', ...texts] = hostile.map((title) => cellText(title).slice(0, 200));
    const instrument = (title: string, index: number) => ({ ...levelled, key: `levelled-${index}`, title });
    const partners = texts.map((name, index) => ({
      code: `X${index}`,
      name,
      areaName: texts[index % 3] ?? '',
      ...(index % 2 === 0 ? { scores: { a: 1, b: 3, c: 'z' as const } } : {}),
    }));
    return writeByTerm(
      termRollUpOf(
        [
          { instrument: instrument(text, 1), partners },
          { instrument: instrument('T'.repeat(200), 2), partners: [...partners, { code: '5E1', name: text }] },
          { instrument: instrument('t'.repeat(200), 3), partners: partners.slice(0, 2) },
        ],
        'OFFICIAL & "sensitive"',
      ),
      made,
      published,
    );
  },
  'a roll-up by term without any return': () =>
    writeByTerm(termRollUpOf([{ instrument: levelled, partners: [{ code: 'X01', name: 'One' }] }]), made, published),
  'an anonymous roll-up': () => writeRollUp(anonymise(hostileRegion(), new Uint8Array(32)), made, published),
  'feedback for a partner with a hostile name': async () => {
    const [feedback] = feedbackOf(hostileRegion());
    if (feedback === undefined) throw new Error('Nobody returned');
    return writeFeedbackWorkbook(feedback, made);
  },
  'a roll-up of one partner': () =>
    writeRollUp(regionOf([{ code: 'X01', name: 'One', scores: '1 - - - -' }]), made, published),
  'a roll-up of partners to whom nothing applies': () =>
    writeRollUp(regionOf(['X01', 'X02'].map((code) => ({ code, name: code, scores: 'z z z z z' }))), made, published),
  'a roll-up of an instrument with nothing but entries': () => {
    const { scorecard: _scorecard, ...instrument } = sampleInstrument;
    const sections = instrument.sections.filter(({ shape }) => shape === 'entries');
    return writeRollUp({ ...hostileRegion(), instrument: { ...instrument, sections } }, made, published);
  },
  'a roll-up of kinds of partner with hostile names': () => {
    const region = hostileRegion();
    const partners = region.partners.map((one, index) => ({
      ...one,
      partner: { ...one.partner, kind: cellText(hostile[index] ?? '').slice(0, 200) },
    }));
    return writeRollUp({ ...region, partners }, made, { ...published, by: 'kind', scope: '"East" & <West>' });
  },
  ...Object.fromEntries(
    instruments.map((instrument) => [
      `a roll-up of ${instrument.key}`,
      () => writeRollUp(largeRegion(instrument, 6), made, published),
    ]),
  ),
};
