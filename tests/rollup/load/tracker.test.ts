import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Message, recordMessage } from '../../../src/register/rows/messages.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { loadTracker, type Tracker } from '../../../src/rollup/load/tracker.ts';
import { trackerPlan, writeTracker } from '../../../src/rollup/writeTracker.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { dateSerial } from '../../../src/spreadsheet/model/daySerial.ts';
import { printScale } from '../../../src/spreadsheet/plan/printedPage.ts';
import { plannedSheet } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';
import { lintPackage } from '../../tools/lint.ts';
import { expectAsPlanned, plannedTable } from '../planned.ts';

const due = new Date('2026-12-18T12:00:00Z');
const before = new Date('2026-11-20T10:00:00Z');
const after = new Date('2026-12-19T10:00:00Z');

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
  await issueWorkbooks(register, {
    ...{ instrument: sampleInstrument, round: '2026', due, now: before },
    partners: ['X01', 'X02'].map((code) => ({ code, name: `${code} PCT (fictional)`, email: `${code}@pct.example` })),
  });
});
afterEach(() => register.close());

async function tracker(now: Date): Promise<Tracker> {
  const [round] = await roundsNamed(register, '2026');
  if (round === undefined) throw new Error('There is no round');
  return loadTracker(register, { round, instrument: sampleInstrument }, now);
}
const steps = async (now: Date): Promise<readonly string[]> => (await tracker(now)).partners.map(({ step }) => step);

let number = 0;
async function message(kind: Message['kind'], state: Message['state'], at = before): Promise<void> {
  number += 1;
  await recordMessage(
    register,
    { round: '2026', instrument: 'sample', partner: 'X01', kind, about: String(number) },
    { message_id: `<${number}@x>`, recipient: 'X01@pct.example' },
    { state, at, detail: state === 'bounced' ? 'mailbox full' : null },
  );
}

describe('the next step', () => {
  test('is to send the workbook where nothing went out or came back, and to remind after the deadline', async () => {
    expect(await steps(before)).toEqual(['Send the workbook', 'Send the workbook']);
    expect(await steps(after)).toEqual(['Remind: overdue', 'Remind: overdue']);
  });

  test('is to send the workbook to those who have none, once the others have theirs', async () => {
    await message('sending', 'sent');
    expect(await steps(before)).toEqual(['Await the return', 'Send the workbook']);
  });

  test.each([
    ['bounced', 'Correct the e-mail address and send again'],
    ['refused', 'Correct the e-mail address and send again'],
    ['sending', 'Ask whether the e-mail came'],
    ['drafted', 'Await the return'],
  ] as const)('after a message that is %s is: %s', async (state, step) => {
    await message('sending', state);
    expect((await steps(before))[0]).toBe(step);
  });

  test('is to send the workbook again when it came back only after a reminder was written', async () => {
    await message('sending', 'bounced');
    await message('reminder', 'drafted');
    expect((await steps(before))[0]).toBe('Correct the e-mail address and send again');
  });
});

describe('the tracker', () => {
  test('is a table with what went out and what came back, and passes the lint', async () => {
    await message('sending', 'sent');
    await message('reminder', 'bounced', new Date('2026-12-11T09:00:00Z'));
    const trackers = [await tracker(before)];
    const plan = trackerPlan(trackers, before);
    const bytes = await writeTracker(trackers, before);
    expect(lintPackage(bytes)).toEqual([]);
    expectAsPlanned(bytes, plan);
    const [headings = [], x01 = []] = plannedTable(plan, 'Tracker');
    const row = Object.fromEntries(headings.map((heading, index) => [heading, x01[index]]));
    expect(row).toMatchObject({
      'Partner code': 'X01',
      'E-mail': 'X01@pct.example',
      'Workbook sent': dateSerial(before),
      Bounced: dateSerial(new Date('2026-12-11T09:00:00Z')),
      'Why it bounced': 'mailbox full',
      Reminders: 1,
      Returned: 'No return',
      Acknowledged: 'None',
      'Next step': 'Correct the e-mail address and send again',
    });
  });

  test('prints what people look up at 10 points, and has the rest to the right of the print', async () => {
    const printedOf = (trackers: readonly Tracker[]) => {
      const { tables, print } = plannedSheet(trackerPlan(trackers, before), 'Tracker');
      return tables[0]?.headings.slice(0, print?.area.columns);
    };
    const own = await tracker(before);
    const printed = ['Partner', 'Next step', 'Returned', 'Position', 'Still open'];
    expect(printedOf([own])).toEqual(printed);
    expect(printedOf([own, own])).toEqual(['Self-assessment', ...printed]);
    for (const trackers of [[own], [own, own]]) {
      expect(printScale(plannedSheet(trackerPlan(trackers, before), 'Tracker'))).toBe(1);
    }
  });
});
