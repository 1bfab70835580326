import { expect, test } from 'vitest';
import { checkInstrument } from '../../../src/instrument/check/checkInstrument.ts';
import type { Instrument, OnlyIf, Section } from '../../../src/instrument/model/schema.ts';
import { ownAnswers } from '../../ownAnswers.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { withOnlyIf } from '../../workbook/conditional.ts';

const ifTrust: OnlyIf = { partner: 'kind', is: ['Trust'] };

/** The parts of a definition of which a condition is reported because something needs them in any case. */
const neededIn = (
  keys: readonly string[],
  definition: Instrument = sampleDefinition,
): readonly (string | undefined)[] =>
  checkInstrument(withOnlyIf(Object.fromEntries(keys.map((key) => [key, ifTrust])), definition)).flatMap(
    ({ code, place }) => (code === 'definition.always-asked' ? [place.key] : []),
  );

test('a score, the field for its reason, and what the action plan gathers are needed in any case', () => {
  const all = ['score', 'evidence', 'action', 'lead', 'due'].map((field) => `1 ${field}`);
  expect(neededIn(all)).toEqual(all);
});

test('rows and their fields are not, unless other rows belong to them or a kind of them must be there', () => {
  expect(neededIn(['participants', 'participants name', 'participants role'])).toEqual([]);
  const linked: Instrument = {
    ...sampleDefinition,
    sections: sampleDefinition.sections.flatMap((section): readonly Section[] =>
      section.shape === 'items'
        ? [section]
        : [
            { ...section, mustInclude: [{ field: 'role', is: ['Chair'] }] },
            { ...section, key: 'tasks', belongsTo: { section: 'participants', by: ['name'] } },
          ],
    ),
  };
  const keys = ['participants', 'participants name', 'participants role', 'tasks', 'tasks name', 'tasks role'];
  expect(neededIn(keys, linked).toSorted()).toEqual([
    ...['participants', 'participants name', 'participants role', 'tasks', 'tasks name'],
  ]);
});

test('a field of its own that answers a question is needed, and one beside it is not', () => {
  const definition: Instrument = {
    ...ownAnswers,
    sections: ownAnswers.sections.map((section) =>
      section.shape === 'entries'
        ? section
        : {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map(({ fields, ...item }) =>
                item.key === '1.1.1' && fields !== undefined
                  ? { ...item, fields: fields.map((field) => ({ ...field, onlyIf: ifTrust })) }
                  : item,
              ),
            })),
          },
    ),
  };
  expect(neededIn([], definition)).toEqual(['1 agreed']);
});
