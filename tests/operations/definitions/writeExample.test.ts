import { describe, expect, test } from 'vitest';
import { writeExample } from '../../../src/operations/definitions/writeExample.ts';
import { exampleResponse } from '../../../src/response/exampleResponse.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { readStamp } from '../../../src/workbook/read/readStamp.ts';
import { withSections } from '../../instrument/changedSample.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { refusedWith } from '../refusedWith.ts';

const example = {
  introduction: 'How one partner might answer.',
  items: { '1.1.1': { score: 2, evidence: 'Minutes of May' } },
  entries: {},
};
const instrument = { ...sampleInstrument, key: 'with-example', example };
const context = { instruments: [sampleInstrument, instrument], now: () => new Date('2026-11-20T10:00:00Z') };

describe('the worked example of an instrument', () => {
  test('is a workbook filled in with it, with a stamp of no round', async () => {
    const written = readPackage(await writeExample(context, instrument));
    expect(readResponse(written, instrument)).toMatchObject({
      response: exampleResponse(instrument, example),
      findings: [],
    });
    expect(readStamp(written).stamp).toMatchObject({
      instrument: 'with-example',
      partner: 'EXAMPLE',
      round: 'example',
    });
  });

  test('is refused where there is none, with the instruments that have one', async () => {
    const write = () => writeExample(context, sampleInstrument);
    expect(await refusedWith(write)).toBe('instrument.no-example');
    await expect(write()).rejects.toThrow('One is there for: with-example.');
    await expect(writeExample({ ...context, instruments: [] }, sampleInstrument)).rejects.toThrow('None has.');
  });

  test('is not written where the instrument does not fit into a workbook', async () => {
    const long = withSections((section) => ({ ...section, shortTitle: 'x'.repeat(30) }));
    await expect(writeExample(context, { ...long, example })).rejects.toThrow('Excel allows 31');
  });
});
