import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import { signatureOf } from '../../spreadsheet/zip/signature.ts';
import { findHeadings, type HeadingRow, type ListColumns } from './headings.ts';
import type { ListSource } from './listSource.ts';
import { sheetSources } from './sheetSources.ts';
import { decodeText, textSources } from './textSources.ts';

/** The part of a file that is the list. */
export interface ChosenList<Column extends string> {
  readonly file: string;
  readonly source: ListSource;
  readonly headings: HeadingRow<Column>;
  /** Which of several sheets was taken. */
  readonly findings: readonly Finding[];
}

/**
 * Finds the list in a file: the sheet with the headings, or the text with the separator by which it has them.
 *
 * @throws FindingsError for a file that is no list, is empty, or has several
 */
export function chooseSource<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: ListColumns<Column>,
): ChosenList<Column> {
  const { kind } = signatureOf(bytes);
  return kind === 'other' || kind === 'empty'
    ? chooseText(textOf(bytes, file), file, columns)
    : chooseSheet(bytes, file, columns);
}

type Candidate<Column extends string> = Omit<ChosenList<Column>, 'findings'>;

/** @throws FindingsError for what is no text, and for texts that are no tables */
function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes);
  const signature = signatureOf(bytes);
  const isOther = text.includes('\0') || /^\s*(?:<|%PDF-|\{\\rtf)/.test(text);
  if (!isOther || signature.kind !== 'other') return text;
  throw new FindingsError([finding('list.other-file', { file }, { looksLike: signature.looksLike })]);
}

function chooseText<Column extends string>(
  text: string,
  file: string,
  columns: ListColumns<Column>,
): ChosenList<Column> {
  let best: Candidate<Column> | undefined;
  const unreadable: Finding[] = [];
  for (const source of textSources(text, file)) {
    if (unreadable.length === 0) unreadable.push(...source.findings);
    const candidate = withHeadings(source, file, columns);
    if (candidate === undefined) continue;
    if (isComplete(candidate)) return { ...candidate, findings: [] };
    if (best === undefined || candidate.headings.named.size > best.headings.named.size) best = candidate;
  }
  if (best === undefined) throw unreadable.length > 0 ? new FindingsError(unreadable) : nothingIn(file);
  return { ...best, findings: [] };
}

function chooseSheet<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: ListColumns<Column>,
): ChosenList<Column> {
  const sources = sheetSources(bytes, file);
  const candidates = sources.flatMap((source) => withHeadings(source, file, columns) ?? []);
  const [chosen, ...others] = candidates.filter(isComplete);
  const [best] = candidates.toSorted((a, b) => b.headings.named.size - a.headings.named.size);
  if (best === undefined) throw nothingIn(file);
  if (chosen === undefined) return { ...best, findings: [] };
  const sheet = chosen.source.sheet ?? '';
  if (others.length > 0) {
    const sheets = [chosen, ...others].flatMap(({ source }) => source.sheet ?? []);
    throw new FindingsError([finding('list.several-sheets', { file }, { sheets })]);
  }
  const left = candidates.flatMap(({ source }) => (source.sheet === sheet ? [] : (source.sheet ?? [])));
  return { ...chosen, findings: left.length === 0 ? [] : [finding('list.sheet-taken', { file }, { sheet, left })] };
}

function withHeadings<Column extends string>(
  source: ListSource,
  file: string,
  columns: ListColumns<Column>,
): Candidate<Column> | undefined {
  const headings = findHeadings(source.rows, columns);
  return headings && { file, source, headings };
}

const isComplete = <Column extends string>({ headings }: Candidate<Column>): boolean => headings.missing.length === 0;

const nothingIn = (file: string): FindingsError => new FindingsError([finding('list.no-content', { file }, {})]);
