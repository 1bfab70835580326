import { describe, expect, it } from 'vitest';
import { ccgFramework } from '../../definitions/ccg-framework.ts';
import { commissioningStrategyFramework } from '../../definitions/commissioning-strategy-framework.ts';
import { competencies, cycles, phases } from '../../definitions/crosswalk.ts';
import { pctSelfAssessment } from '../../definitions/pct-self-assessment.ts';
import { staffordshireCommissioningPractice } from '../../definitions/staffordshire-commissioning-practice.ts';
import { worldClassCommissioning } from '../../definitions/world-class-commissioning.ts';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { isItems, itemsOf, tagsOf } from '../../src/instrument/model/traverse.ts';

const workbooks = [
  pctSelfAssessment,
  worldClassCommissioning,
  staffordshireCommissioningPractice,
  ccgFramework,
  commissioningStrategyFramework,
];

/** The lines of a column of the table, one list for each phase. */
const linesIn = (column: string): readonly (readonly string[])[] =>
  cycles.rows.map((row) => String(row[cycles.columns.indexOf(column)]).split('\n'));

/** The numbered titles of the sections of which all items are in a phase, by phase. */
const sectionsIn = ({ sections }: Instrument): readonly (readonly string[])[] =>
  phases.terms.map(({ key: phase }) =>
    sections.filter((one) => one.tags?.['phase']?.includes(phase) === true).map(({ key, title }) => `${key} ${title}`),
  );

describe('the table of cycles', () => {
  it('has the three phases, each with the steps and the parts that are placed in it', () => {
    expect(linesIn('Phase')).toEqual(phases.terms.map(({ key, title }) => [`${key} ${title}`]));
    expect(linesIn('Joint cycle: nine steps')).toEqual(sectionsIn(staffordshireCommissioningPractice));
    expect(linesIn('Health cycle: six parts')).toEqual(sectionsIn(pctSelfAssessment));
  });

  it('has the elements of a strategy, with the areas that are in a phase besides the whole element', () => {
    const { sections } = commissioningStrategyFramework;
    const placed = phases.terms.map(({ key: phase }) =>
      sections.filter(isItems).flatMap((section) => {
        const { key, title, tags } = section;
        const areas = section.activities.filter((one) => one.tags?.['phase']?.includes(phase) === true);
        if (tags?.['phase']?.includes(phase) === true) return [`${key} ${title}`];
        const named = areas.map((area) => (area.title === 'SMART actions' ? area.title : area.title.toLowerCase()));
        return areas.length === 0 ? [] : [`${key} ${title}: ${named.join(', ')}`];
      }),
    );
    expect(linesIn('Strategy: five elements')).toEqual(placed);
  });

  it('has the competencies that the guide gives each phase', () => {
    const items = itemsOf(worldClassCommissioning);
    const given = phases.terms.map(({ key: phase }) =>
      competencies.terms
        .filter(({ key }) =>
          items.some((one) => tagsOf(one, 'competency').includes(key) && tagsOf(one, 'phase').includes(phase)),
        )
        .map(({ key, title }) => `${key} ${title}`),
    );
    expect(linesIn('Competencies most relevant')).toEqual(given);
  });

  it.each(workbooks.map((one) => [one.key, one] as const))('is in the workbook of %s', (_key, instrument) => {
    expect(instrument.references).toContainEqual(cycles);
    expect(instrument.vocabularies).toEqual([phases, competencies]);
  });
});

describe('the competencies', () => {
  it.each(workbooks.map((one) => [one.key, one] as const))(
    'are given to every question of %s that the scorecard counts',
    (_key, instrument) => {
      const { scorecard } = instrument;
      const counted = itemsOf(instrument).filter(({ section }) =>
        section.fields.some((field) => field.kind === 'score' && field.scale === scorecard?.scale),
      );
      expect(counted.filter((one) => tagsOf(one, 'competency').length === 0).map(({ item }) => item.key)).toEqual([]);
    },
  );

  it('are each the subject of some question of another instrument than the guide, but for the first', () => {
    const others = workbooks.filter((one) => one !== worldClassCommissioning).flatMap(itemsOf);
    const subject = new Set(others.flatMap((one) => tagsOf(one, 'competency')));
    expect(competencies.terms.filter(({ key }) => !subject.has(key)).map(({ key }) => key)).toEqual(['1']);
  });
});
