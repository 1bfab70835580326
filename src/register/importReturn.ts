import { type Finding, FindingsError, finding } from '../finding.ts';
import { fingerprint } from '../instrument/fingerprint.ts';
import type { Instrument } from '../instrument/schema.ts';
import type { Response } from '../response/response.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';
import type { RawWorkbook } from '../spreadsheet/rawWorkbook.ts';
import { readPackage } from '../spreadsheet/readPackage.ts';
import { readPartnerName, readResponse } from '../workbook/readResponse.ts';
import { readStamp } from '../workbook/readStamp.ts';
import { isSealed, type SealedStamp } from '../workbook/stamp.ts';
import { isAsIssued } from './issueWorkbooks.ts';
import type { Register } from './openRegister.ts';
import { keepFile, type ReceivedFile, recordReturn } from './recordReturn.ts';

export interface ImportContext {
  /** The instruments whose returns can be read. */
  readonly instruments: readonly Instrument[];
  /** Only returns of this round are accepted; without it, those of any round. */
  readonly round?: string;
}

/** What became of one file. */
export type Imported =
  | ({ readonly status: 'accepted' } & AcceptedReturn)
  | { readonly status: 'refused'; readonly findings: readonly Finding[] }
  /** The same bytes were accepted before; nothing was changed. */
  | { readonly status: 'already-imported' };

export interface AcceptedReturn {
  readonly round: string;
  readonly instrument: Instrument;
  readonly partner: IssuedTo;
  readonly response: Response;
  readonly scorecard: Scorecard;
  readonly findings: readonly Finding[];
}

interface IssuedTo {
  readonly code: string;
  readonly name: string;
}

/**
 * Takes in one file: keeps its bytes, finds out whose it is, reads and scores its answers, and records all of it.
 * A file that cannot be used is refused, with findings, and recorded too; nothing is thrown for it.
 */
export async function importReturn(register: Register, context: ImportContext, file: ReceivedFile): Promise<Imported> {
  const kept = await keepFile(register, file);
  if (kept.accepted) return { status: 'already-imported' };
  const judged = (await isAsIssued(register, kept.sha256))
    ? { findings: [finding('return.not-filled-in', {}, {})] }
    : await judge(register, context, file);
  if ('scorecard' in judged) {
    const { response, scorecard, findings, workbook } = judged;
    await recordReturn(register, kept, {
      status: 'accepted',
      workbook,
      response,
      overall: scorecard.overall,
      findings,
    });
    return { ...judged, status: 'accepted' };
  }
  await recordReturn(register, kept, { status: 'refused', ...judged });
  return { status: 'refused', findings: judged.findings };
}

interface Refusal {
  readonly workbook?: string;
  readonly findings: readonly Finding[];
}

type Judged = (AcceptedReturn & { readonly workbook: string }) | Refusal;

async function judge(register: Register, context: ImportContext, file: ReceivedFile): Promise<Judged> {
  try {
    return await judgeWorkbook(register, context, readPackage(file.bytes));
  } catch (failure) {
    if (failure instanceof FindingsError) return { findings: failure.findings };
    throw failure;
  }
}

async function judgeWorkbook(register: Register, context: ImportContext, raw: RawWorkbook): Promise<Judged> {
  const { stamp, findings } = readStamp(raw);
  if (stamp === undefined) return { findings };
  const issued = await issuedTo(register, stamp);
  if (issued === undefined) {
    return { findings: [finding('return.not-issued', {}, { partner: stamp.partner, round: stamp.round })] };
  }
  const refuse = (found: Finding): Refusal => ({ workbook: stamp.workbook, findings: [found] });
  if (!isSealed(stamp, register.sealKey))
    return refuse(finding('return.bad-stamp', {}, { problem: 'its seal does not fit' }));
  if (context.round !== undefined && stamp.round !== context.round) {
    return refuse(finding('return.other-round', {}, { round: stamp.round, expected: context.round }));
  }
  const instrument = context.instruments.find(
    ({ key, edition }) => key === stamp.instrument && edition === stamp.edition,
  );
  if (instrument === undefined) {
    const known = context.instruments.map(({ key, edition }) => `${key} ${edition}`);
    return refuse(
      finding('return.unknown-instrument', {}, { instrument: stamp.instrument, edition: stamp.edition, known }),
    );
  }
  const read = readResponse(raw, instrument);
  return {
    workbook: stamp.workbook,
    round: stamp.round,
    instrument,
    partner: issued,
    response: read.response,
    scorecard: scorecardOf(instrument, read.response),
    findings: [...doubts(raw, stamp, instrument, issued), ...read.findings],
  };
}

async function issuedTo({ db }: Register, stamp: SealedStamp): Promise<IssuedTo | undefined> {
  return db
    .selectFrom('workbook')
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.code', '=', 'workbook.partner')
        .onRef('partner.round', '=', 'workbook.round')
        .onRef('partner.instrument', '=', 'workbook.instrument'),
    )
    .select(['partner.code', 'partner.name'])
    .where('workbook.id', '=', stamp.workbook)
    .where('workbook.partner', '=', stamp.partner)
    .where('workbook.round', '=', stamp.round)
    .where('workbook.instrument', '=', stamp.instrument)
    .executeTakeFirst();
}

/** What makes one wonder about a return that is accepted all the same. */
function doubts(raw: RawWorkbook, stamp: SealedStamp, instrument: Instrument, issued: IssuedTo): readonly Finding[] {
  const found = readPartnerName(raw);
  const now = fingerprint(instrument);
  return [
    ...(found === issued.name.replace(/\s+/g, ' ').trim()
      ? []
      : [finding('return.partner-name-changed', {}, { issued: issued.name, found })]),
    ...(now === stamp.fingerprint
      ? []
      : [finding('return.definition-changed', {}, { issued: stamp.fingerprint, now })]),
  ];
}
