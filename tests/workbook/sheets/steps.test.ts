import { expect, test } from 'vitest';
import type { Field, Instrument } from '../../../src/instrument/model/schema.ts';
import { purposeOf } from '../../../src/instrument/model/traverse.ts';
import { emptyResponse } from '../../../src/response/response.ts';
import { stepsOf } from '../../../src/workbook/sheets/steps.ts';
import { workbookContent } from '../../../src/workbook/workbookPlan.ts';
import { issuedFor } from '../../issued.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const stepsFor = (instrument: Instrument): readonly string[] =>
  stepsOf(workbookContent(instrument, issuedFor(instrument), emptyResponse(instrument)));

const withFields = (instrument: Instrument, change: (field: Field) => readonly Field[]): Instrument => ({
  ...instrument,
  sections: instrument.sections.map((section) => ({ ...section, fields: section.fields.flatMap(change) })),
});

const alwaysApplicable = withFields(sampleInstrument, (field) => {
  if (field.kind !== 'score') return [field];
  const { notApplicable: _notApplicable, ...rest } = field;
  return [rest];
});

const withoutPurposes = withFields(alwaysApplicable, (field) => (purposeOf(field) === undefined ? [field] : []));

test('the steps ask for what the questions ask for', () => {
  const [read, answer, shortfalls] = stepsFor(sampleInstrument);
  expect(read).toBe('Keep the file name. Read the Guide, and bring together the people who know the answers.');
  expect(answer).toContain('and give your evidence');
  expect(shortfalls).toContain('say what will be done');
  expect(shortfalls).toContain('If a question does not apply');
});

test('no action and no evidence is asked for where no question has room for them', () => {
  const steps = stepsFor(withoutPurposes).join('\n');
  expect(steps).not.toContain('evidence');
  expect(steps).not.toContain('what will be done');
});

test('an answer that a question does not apply is named only where a list has it', () => {
  expect(stepsFor(alwaysApplicable).join('\n')).not.toContain('does not apply');
  expect(stepsFor(alwaysApplicable).join('\n')).toContain('what will be done');
});
