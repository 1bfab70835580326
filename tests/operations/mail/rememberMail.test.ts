import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWordings } from '../../../src/letters/wording/readWording.ts';
import { type GivenMail, rememberMail } from '../../../src/operations/mail/rememberMail.ts';
import { undoChanges } from '../../../src/operations/rounds/changes/undoChanges.ts';
import { roundsNamed } from '../../../src/rounds/round/roundStatus.ts';
import { type IssuedRound, openIssued } from '../rounds/changes/issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
});
afterEach(() => round.close());

const remember = async (given: GivenMail = {}, isTrial = false) => {
  const [own] = await roundsNamed(round.context.register, '2026');
  if (own === undefined) throw new Error('The round is lost');
  const { contact, wordings, findings } = await rememberMail(round.context, own, given, isTrial);
  return { contact, subject: wordings.sending.subject, changed: findings.map(({ facts }) => facts) };
};

const own = { ...defaultWordings(), sending: { subject: 'Your workbook', text: 'Here it is.' } };
const usual = { contact: undefined, subject: defaultWordings().sending.subject, changed: [] };

describe('what is given for e-mails', () => {
  test('is remembered, without a finding the first time', async () => {
    const given = { contact: 'Jo, 01632 960000', subject: 'Your workbook', changed: [] };
    expect(await remember({ contact: 'Jo, 01632 960000', wordings: own })).toEqual(given);
    expect(await remember()).toEqual(given);
    expect(await remember({ contact: 'Jo, 01632 960000' })).toEqual(given);
  });

  test('is named where it is another than before', async () => {
    await remember({ contact: 'Jo', wordings: own });
    expect(await remember({ contact: 'Sam', wordings: false })).toEqual({
      ...usual,
      contact: 'Sam',
      changed: [
        { round: '2026', what: 'contact' },
        { round: '2026', what: 'wording' },
      ],
    });
  });

  test('is removed again, or undone', async () => {
    await remember({ contact: 'Jo' });
    await remember({ contact: false });
    expect(await remember()).toEqual(usual);
    await undoChanges(round.context, [2], 'a mistake');
    expect((await remember()).contact).toBe('Jo');
  });

  test('is used and not remembered in a trial', async () => {
    expect((await remember({ contact: 'Jo', wordings: own }, true)).subject).toBe('Your workbook');
    expect(await remember()).toEqual(usual);
  });
});
