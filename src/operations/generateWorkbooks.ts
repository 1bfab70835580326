import { type Finding, FindingsError, finding, hasErrors } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { onlyAddress, unusableAddresses } from '../partners/emailAddresses.ts';
import type { Partner } from '../partners/partner.ts';
import { Refusal } from '../refusal.ts';
import type { Register } from '../register/tables/register.ts';
import type { Issue } from '../rounds/issue/issue.ts';
import { lastRounds } from '../rounds/returns/lastRounds.ts';
import { dueFindings } from '../rounds/round/dueFindings.ts';
import { type PartnerStatus, type Round, roundStatus, roundsNamed } from '../rounds/round/roundStatus.ts';
import { checkFit } from '../workbook/layout/checkFit.ts';
import { checkRoundCase, checkRoundName } from './rounds/checkRoundName.ts';
import { earlierRound } from './rounds/earlierRound.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import { ownDeadlines } from './rounds/ownDeadlines.ts';
import { checkChanges, otherEdition, type PermittedChanges } from './rounds/roundChanges.ts';
import { changedOptions, checkedOptions, type GivenOptions, roundOptions } from './rounds/roundOptions.ts';
import { type NamedList, roundToGenerate } from './rounds/roundToGenerate.ts';
import { withPriorities } from './rounds/withPriorities.ts';
import type { Folder } from './workbooks/folder.ts';
import { giveFacts } from './workbooks/giveFacts.ts';
import { type GeneratedFile, issueAndSave } from './workbooks/issueAndSave.ts';

/** A round to be generated. Of a round that there is already, everything that is left out stays unchanged. */
export interface GenerateRequest extends GivenOptions, PermittedChanges {
  readonly instrument?: Instrument;
  /** Name of the round. */
  readonly round: string;
  /** Name of a round of which the priorities are handed on, as a table for reference in the workbooks. */
  readonly fromPriorities?: string;
  /** The deadline: of the round, or, with `partner`, of those partners of a round that there is already. */
  readonly due?: Date;
  /** The list of partners, with the name by which it is reported. */
  readonly list?: NamedList;
  /** Another folder than before. The register remembers it. */
  readonly folder?: string;
  /** The folder of a round that has none yet. */
  readonly usualFolder?: string;
  /** Why something changes. */
  readonly reason?: string;
}

export interface GeneratedWorkbooks {
  readonly instrument: Instrument;
  /** The deadline of the round. */
  readonly due: Date;
  readonly files: readonly GeneratedFile[];
  /** The earlier round that is shown, and how many of the partners returned a workbook in it. */
  readonly previous: { readonly round: string; readonly returned: number } | undefined;
  /** How many returns were scored anew by another edition; undefined where it is the same. */
  readonly rescored: number | undefined;
  readonly findings: readonly Finding[];
}

/**
 * What can be refused of a request before there is a register.
 *
 * @throws Refusal for a name, text or partner that cannot be used.
 * @throws FindingsError when the instrument does not fit into a workbook.
 */
export function checkGenerateRequest(request: GenerateRequest): void {
  checkRoundName(request.round);
  checkedOptions(request);
  if (request.list !== undefined) wantedPartners(request.list, request.partner);
  const fit = request.instrument === undefined ? [] : checkFit(request.instrument);
  if (hasErrors(fit)) throw new FindingsError(fit);
}

/**
 * Writes a workbook for each partner of a list and registers it. Running it again changes only what is different.
 *
 * @param folderFor Where the workbooks are saved, given the folder that is asked for or that the register knows.
 * @throws Refusal for a request that cannot be used, and for changes of a round that it does not permit.
 * @throws FindingsError when the instrument does not fit into a workbook, also with the priorities of another, when the list has
 *   a fact that is no answer, or a code differs only in capitals.
 */
export async function generateWorkbooks(
  context: OperationContext,
  request: GenerateRequest,
  folderFor: (known: string | undefined) => Folder,
  watcher: Watcher = {},
): Promise<GeneratedWorkbooks> {
  checkGenerateRequest(request);
  const { register } = context;
  const now = context.now();
  await checkRoundCase(register, request.round);
  const asked = await roundToGenerate(context, request);
  const { before, list, areOut } = asked;
  const instrument = await withPriorities(context, asked.instrument, { from: request.fromPriorities, before });
  const { round } = request;
  const partners = wantedPartners(list, request.partner);
  const isForSome = request.partner !== undefined && before !== undefined;
  // With some partners named, the deadline is theirs.
  const due = isForSome ? before.due : asked.due;
  const options = await roundOptions(register, { ...checkedOptions(request), due }, before);
  const { previous, ...shown } = options;
  const earlier =
    previous === undefined
      ? undefined
      : await earlierRound(context, previous, { instrument, round: { round, due }, byNumbers: true });
  const other = before && (await otherEdition(register, before, instrument));
  const changes = before === undefined ? [] : await changedOptions(register, before, options);
  if (before !== undefined) checkChanges(request, before, { due, otherEdition: other, options: changes, areOut });
  const theirs = { due: isForSome ? request.due : undefined, changeDue: request.changeDue === true };
  const own = await ownDeadlines(register, { before, roundDue: due, ...theirs }, partners, now);
  const last = earlier && (await lastRounds(register, instrument, earlier, { partners, round: { round, due } }));
  const named = request.list === undefined ? undefined : list;
  const about = { instrument, round, partners, list: named, earlier, last, areOut };
  const { facts, findings: ofFacts } = await giveFacts(register, about);
  const first = [
    ...ofFacts,
    ...checkFit(instrument),
    ...asked.findings,
    ...dueFindings(due, now),
    ...changes,
    ...own.findings,
    ...addressFindings(shown.returnTo, partners, request.list === undefined),
  ];
  watcher.onFindings?.(first);
  const wanted = request.folder ?? before?.folder ?? request.usualFolder;
  // Workbooks of some partners can be saved elsewhere without the others.
  const stored = isForSome ? before.folder : wanted;
  const issue: Issue = {
    ...{ instrument, round, partners, now, ...shown, dues: own.dues, extended: own.extended },
    ...(request.list === undefined ? {} : { list: request.list.partners.map(({ code }) => code) }),
    ...(last === undefined ? {} : { lastRounds: last.byPartner }),
    facts,
    ...(stored === undefined ? {} : { folder: stored }),
    ...(context.by === undefined ? {} : { by: context.by }),
    ...(request.reason === undefined ? {} : { reason: request.reason }),
  };
  const { files, findings } = await issueAndSave(register, issue, folderFor(wanted), watcher);
  const statuses = await statusesOf(register, issue);
  const back = last && [...last.byPartner.values()].filter(({ scorecard }) => scorecard !== undefined).length;
  return {
    ...{ instrument, due, files },
    previous: previous === undefined || back === undefined ? undefined : { round: previous, returned: back },
    rescored: other === undefined ? undefined : statuses.reduce((sum, { returns }) => sum + returns.length, 0),
    findings: [...first, ...findings, ...unlistedFindings(round, statuses)],
  };
}

/**
 * Addresses that e-mails need: without that for returns partners do not know where to send their workbooks. Whoever reads a list
 * reports the unusable ones in it with their places.
 */
function addressFindings(returnTo = '', partners: readonly Partner[], isFromRegister: boolean): readonly Finding[] {
  if (onlyAddress(returnTo) === undefined) return [finding('round.no-return-address', {}, { given: returnTo })];
  const missing = partners.filter(({ email = '' }) => email.trim() === '').map(({ code }) => code);
  const unusable = partners.flatMap(({ code, email }) =>
    email === undefined || !isFromRegister ? [] : unusableAddresses(email).map((address) => `${code} (${address})`),
  );
  return [
    ...(missing.length === 0 ? [] : [finding('round.no-addresses', {}, { partners: missing, of: partners.length })]),
    ...(unusable.length === 0 ? [] : [finding('round.bad-addresses', {}, { addresses: unusable })]),
  ];
}

/** Partners of the round that the list does not have any more. */
function unlistedFindings(round: string, statuses: readonly PartnerStatus[]): readonly Finding[] {
  const partners = statuses.flatMap(({ partner: { code, name }, unlisted }) => (unlisted ? [`${code} ${name}`] : []));
  return partners.length === 0 ? [] : [finding('round.not-in-list', {}, { round, partners })];
}

async function statusesOf(register: Register, { round, instrument }: Issue): Promise<readonly PartnerStatus[]> {
  const known = await roundOf(register, round, instrument.key);
  return known === undefined ? [] : roundStatus(register, known);
}

const roundOf = async (register: Register, name: string, key: string): Promise<Round | undefined> =>
  (await roundsNamed(register, name)).find(({ instrument }) => instrument === key);

function wantedPartners({ name, partners }: NamedList, codes: readonly string[] | undefined): readonly Partner[] {
  if (codes === undefined) return partners;
  const unknown = codes.filter((code) => !partners.some((partner) => partner.code === code));
  if (unknown.length > 0) {
    throw new Refusal(
      'partner.unknown',
      (input) =>
        `${input('partner')} ${unknown.join(', ')}: ${name} has no such code. Codes are written exactly as in the list, as in 5E1.`,
    );
  }
  return partners.filter((partner) => codes.includes(partner.code));
}
