import { type Finding, finding } from '../../../finding/index.ts';
import { readAddresses } from '../../../partners/emailAddresses.ts';
import { Refusal } from '../../../refusal.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import type { OperationContext } from '../operationContext.ts';
import { type ChangeRequest, type MadeChanges, makeChanges } from './makeChanges.ts';
import { partnersInRounds, roundsInChange } from './partnersInChange.ts';

export interface PartnerDetailsRequest extends ChangeRequest {
  /** Code of the partner. */
  readonly partner: string;
  readonly name?: string;
  /** Its e-mail address, or several with semicolons between them; false to remove it. */
  readonly email?: string | false;
  /** Whom to ask there, such as a name and a telephone number; false to remove it. */
  readonly contact?: string | false;
}

/**
 * Gives a partner another name, e-mail address or contact. Name and address stay until a list of partners has others than it had
 * before.
 *
 * @throws Refusal for a round or partner that does not exist, and for a name, address or contact that cannot be used.
 */
export async function changePartner(context: OperationContext, request: PartnerDetailsRequest): Promise<MadeChanges> {
  const { partner, email } = request;
  const name = request.name === undefined ? undefined : oneLine('name', request.name);
  const contact = typeof request.contact === 'string' ? oneLine('contact', request.contact) : request.contact;
  if (name === undefined && email === undefined && contact === undefined) {
    throw new Refusal(
      'change.none',
      (input) => `Nothing would change: give ${input('name')}, ${input('email')} or ${input('contact')}.`,
    );
  }
  if (typeof email === 'string') checkAddress(email);
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const ids: (number | undefined)[] = [];
    for (const { round } of partnersInRounds(await roundsInChange(inside, request), [partner])) {
      if (name !== undefined) {
        ids.push(await makeChange(inside.register, round, { partner, what: 'partner name', after: name }, author));
      }
      if (email !== undefined) {
        const after = email === false ? null : email.trim();
        ids.push(await makeChange(inside.register, round, { partner, what: 'e-mail', after }, author));
      }
      if (contact !== undefined) {
        const after = contact === false ? null : contact;
        ids.push(await makeChange(inside.register, round, { partner, what: 'partner contact', after }, author));
      }
    }
    return ids;
  });
  return { changes, findings: changes.some(({ what }) => what === 'partner name') ? renew(request) : [] };
}

function oneLine(what: 'name' | 'contact', text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line !== '' && line.length <= 200) return line;
  throw new Refusal('text.unusable', (input) => `${input(what)} is empty or longer than 200 characters.`);
}

function checkAddress(email: string): void {
  if (readAddresses({ code: '', name: '', email }).addresses.length > 0) return;
  throw new Refusal(
    'text.unusable',
    (input) =>
      `${input('email')} "${email}" is not an e-mail address. Write one, as in ${input('email')} returns@pct.example; two are separated by a semicolon.`,
  );
}

const renew = ({ partner, round }: PartnerDetailsRequest): readonly Finding[] => [
  finding('round.other-name', { key: partner }, { code: partner, round }),
];
