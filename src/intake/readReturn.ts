import { type Finding, FindingsError, finding, type Place } from '../finding/index.ts';
import { fingerprint } from '../instrument/model/fingerprint.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import type { Register } from '../register/tables/register.ts';
import type { Response } from '../response/response.ts';
import { responseChanges } from '../response/responseChanges.ts';
import { givenFacts } from '../rounds/issue/givenFacts.ts';
import { logoOf } from '../rounds/issue/issueDetails.ts';
import { loadIssuedContent } from '../rounds/issue/loadIssuedContent.ts';
import { issuedFacts } from '../rounds/round/issuedFacts.ts';
import { sentInstrument } from '../rounds/round/sentInstrument.ts';
import { checklistOf } from '../scoring/plans/checklist.ts';
import { factsAsResponse, type GivenFacts } from '../scoring/plans/givenFacts.ts';
import type { RawWorkbook } from '../spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../spreadsheet/read/readPackage.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { changesSinceIssue, mergeFindings } from '../workbook/compare/changesSinceIssue.ts';
import { pairSheets } from '../workbook/compare/findSheet.ts';
import { givenFindings } from '../workbook/compare/givenFindings.ts';
import type { IssuedContent } from '../workbook/compare/issuedContent.ts';
import { objectFindings } from '../workbook/compare/objectFindings.ts';
import type { SealedStamp } from '../workbook/layout/stamp.ts';
import { sheetNamed } from '../workbook/read/cells/rawCells.ts';
import { withoutPersonalData } from '../workbook/read/checkPersonal.ts';
import { readCover } from '../workbook/read/readCover.ts';
import { type Explanation, readExplanations } from '../workbook/read/readExplanations.ts';
import { readResponse } from '../workbook/read/readResponse.ts';
import { readStamp } from '../workbook/read/readStamp.ts';
import { checkMessage } from './checkMessage.ts';
import { type HandIdentity, type Identified, identify, type NotIdentified } from './identify.ts';
import type { ReceivedFile } from './record/incomingFile.ts';
import type { NamedPartner } from './storedReturn.ts';

export interface ImportContext {
  /** The installed instruments. Returns of others that the register has issued are read as well. */
  readonly instruments: readonly Instrument[];
  /** If given, only returns of this round are accepted. */
  readonly round?: string;
  /** The partner of a file that does not identify itself. */
  readonly as?: HandIdentity;
}

/** A file as read, without the register. */
export type ReadOutcome = Refusal | ReadReturn;

export type Refusal = NotIdentified;

/** A return as read by the instrument of its issued workbook. */
export interface ReadReturn {
  readonly stamp: SealedStamp;
  /** As it went out. */
  readonly instrument: Instrument;
  readonly partner: NamedPartner;
  /** All answers of the workbook, also to questions that the round no longer asks. */
  readonly response: Response;
  /** Where the answers are in the file. */
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
  /** Why the partner thinks that something is right as it is. */
  readonly explanations: readonly Explanation[];
}

/**
 * Reads one file: the partner it belongs to, and all its answers. Nothing is written, and nothing is thrown for what is in the file.
 *
 * @param known The partner and round it belongs to, where they are known already.
 */
export async function readReturn(
  register: Register,
  context: ImportContext,
  file: ReceivedFile,
  known?: Identified,
): Promise<ReadOutcome> {
  try {
    const raw = readPackage(file.bytes);
    const identified = known ?? (await identify(register, context.instruments, raw, context.as));
    return 'findings' in identified ? identified : await readAs(register, context, file, raw, identified);
  } catch (failure) {
    if (failure instanceof FindingsError) return { findings: failure.findings };
    throw failure;
  }
}

async function readAs(
  register: Register,
  context: ImportContext,
  file: ReceivedFile,
  raw: RawWorkbook,
  { stamp, issued, isByHand }: Identified,
): Promise<ReadOutcome> {
  const refuse = (found: Finding): Refusal => ({ workbook: stamp.workbook, findings: [found] });
  if (context.round !== undefined && stamp.round !== context.round) {
    return refuse(finding('return.other-round', {}, { round: stamp.round, expected: context.round }));
  }
  const sent = await sentInstrument(register, context.instruments, stamp);
  if (sent === undefined) {
    const known = context.instruments.map(({ key, edition }) => `${key} ${edition}`);
    return refuse(
      finding('return.unknown-instrument', {}, { instrument: stamp.instrument, edition: stamp.edition, known }),
    );
  }
  const given = await givenFacts(register, stamp.workbook);
  const asked = await issuedFacts(register, stamp.workbook);
  const { response, findings: answers, places } = readResponse(raw, sent, asked, given);
  const printed = await loadIssuedContent(register, stamp, sent);
  const { partner } = stamp;
  // The round may have been renamed since: footers say the name that the file has.
  const round = readStamp(raw).stamp?.round ?? stamp.round;
  const hasPictures = raw.sheets.some(({ objects }) => objects.some(({ kind }) => kind === 'picture'));
  const logo = hasPictures ? await logoOf(register, stamp.workbook, sent) : undefined;
  const own = { partner, round, logo, words: wordsIn(sent, raw.sheets) };
  const objects = (one: IssuedContent | undefined): readonly Finding[] =>
    objectFindings(raw.sheets, one === undefined ? [] : pairSheets(raw, one), places, own);
  const evidence = withoutPersonalData(
    sent,
    printed.length === 0
      ? objects(undefined)
      : shortest(printed.map((one) => [...changesSinceIssue(raw, one, sent, response), ...objects(one)])),
  );
  const found = mergeFindings(answers, evidence);
  const byHand = isByHand
    ? [finding('return.identified-by-hand', {}, { partner: issued.code, round: stamp.round })]
    : [];
  const changes = withoutPersonalData(sent, givenFindings(sent, given, response, places));
  if (!isFilledIn(sent, given, response)) {
    const isCut = raw.sheets.some(({ cut }) => cut !== undefined);
    const blank = isCut ? [] : [finding('return.not-filled-in', {}, {})];
    return { workbook: stamp.workbook, findings: [...blank, ...byHand, ...found] };
  }
  return {
    stamp,
    instrument: sent,
    partner: { code: issued.code, name: issued.name },
    response,
    places,
    explanations: sent.aboutPeople === true ? [] : readExplanations(raw),
    findings: [
      ...byHand,
      ...checkMessage(file, issued.email),
      ...withoutPersonalData(sent, checkIdentity(raw, stamp, sent, issued)),
      ...found,
      ...changes,
    ],
  };
}

/** The return is compared with the version of its workbook from which it differs least. */
const shortest = (all: readonly (readonly Finding[])[]): readonly Finding[] =>
  all.toSorted((a, b) => a.length - b.length)[0] ?? [];

/** Whether a partner did anything. Who leaves all facts as they are has confirmed them, if nothing else is asked. */
function isFilledIn(instrument: Instrument, given: GivenFacts, response: Response): boolean {
  const { added, changed, emptied, removed, answeredBefore } = responseChanges(
    instrument,
    factsAsResponse(instrument, given),
    response,
  );
  if (added.length + changed.length + emptied.length + removed.length > 0) return true;
  return answeredBefore > 0 && checklistOf(instrument, response).open === 0;
}

/** Warnings about a return that is accepted nevertheless. */
function checkIdentity(
  raw: RawWorkbook,
  stamp: SealedStamp,
  instrument: Instrument,
  issued: NamedPartner,
): readonly Finding[] {
  const found = readCover(raw).name;
  const now = fingerprint(instrument);
  const isKnown = sheetNamed(raw, wordsIn(instrument, raw.sheets).sheets.cover)?.cut === undefined;
  return [
    ...(!isKnown || found === issued.name.replace(/\s+/g, ' ').trim()
      ? []
      : [finding('return.partner-name-changed', {}, { issued: issued.name, found })]),
    ...(now === stamp.fingerprint
      ? []
      : [finding('return.definition-changed', {}, { issued: stamp.fingerprint, now })]),
  ];
}
