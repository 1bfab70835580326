import { expect, test } from 'vitest';
import { checkDefinition } from '../../../src/operations/definitions/checkDefinition.ts';
import { typicalPositions } from '../../../src/scoring/typicalAnswers.ts';
import { withSections } from '../../instrument/changedSample.ts';
import { kindsInstrument } from '../../kindsInstrument.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

test('a definition that fits is described by what is in it', () => {
  expect(checkDefinition(sampleInstrument, 'sample.yaml')).toEqual({
    ...{ key: 'sample', edition: '1', title: 'Sample self-assessment' },
    counts: { sections: 3, questions: 5, references: 0 },
    positions: typicalPositions(sampleInstrument),
    findings: [],
  });
});

test('one that does not fit is refused with findings in its file', () => {
  const long = withSections((section) => ({ ...section, shortTitle: 'x'.repeat(30) }));
  expect(() => checkDefinition(long, 'sample.yaml')).toThrow(/^error: sample\.yaml \(1\): .*Excel allows 31/);
});

test('a definition that is sound has its warnings', () => {
  const { findings } = checkDefinition(kindsInstrument, 'kinds.yaml');
  expect(findings.map(({ code, place }) => [code, place])).toEqual([
    ['definition.share-of-zero', { file: 'kinds.yaml', key: '2 each' }],
  ]);
});
