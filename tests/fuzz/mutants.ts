import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { instruments } from '../../definitions/index.ts';
import { address } from '../../src/spreadsheet/model/address.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { readResponse } from '../../src/workbook/read/readResponse.ts';
import { writeWorkbook } from '../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../issued.ts';
import { answerCells } from '../tools/answerCells.ts';
import { fillIn } from '../tools/fillIn.ts';
import { sampleReturn } from '../tools/sampleReturns.ts';
import { cellsOf } from './cellsOf.ts';
import { answersOf, type Judged, judgeMutant, type KnownCell, type Original } from './judgeMutant.ts';
import { mutateBytes } from './mutateBytes.ts';
import { mutateXml } from './mutateXml.ts';
import { type Random, randomFrom } from './random.ts';

/** A return of an instrument, and its parts by name. */
export interface OriginalReturn extends Original {
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** The part of each sheet, by the sheet's name. */
  readonly partOf: ReadonlyMap<string, string>;
}

export interface Mutant {
  /** What was changed, in words. */
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly judge: () => Judged;
}

const careful = { levels: [0.15, 0.5, 0.3], notApplicable: 0.05, diligence: 0.7 };
const hasty = { levels: [0.3, 0.3, 0.2], notApplicable: 0.1, diligence: 0.4, slips: true };
const stringsPart = 'xl/sharedStrings.xml';
const workbookPart = 'xl/workbook.xml';
/** Of every part: that of the clock would differ from one run to the next. */
const mtime = new Date(2008, 0, 7);

/** Two returns of every instrument: one with care, one with slips. */
export async function originals(): Promise<readonly OriginalReturn[]> {
  const all: OriginalReturn[] = [];
  for (const instrument of instruments) {
    const blank = await writeWorkbook(instrument, issuedFor(instrument));
    for (const [seed, manner] of [careful, hasty].entries()) {
      const bytes = fillIn(blank, sampleReturn(instrument, manner, seed));
      const parts = unzipSync(bytes);
      const { response } = readResponse(readPackage(bytes), instrument);
      const cells = answerCells(layoutOf(instrument)).map(
        ({ sheet, row, column, field, subject, entry }): KnownCell => {
          const of = entry === undefined ? subject : `${subject} ${entry}`;
          const key = `${of} ${field.key}`;
          return {
            key,
            sheet,
            cell: address(row, column),
            subject: entry === undefined ? subject : String(entry),
            field: field.key,
          };
        },
      );
      all.push({ instrument, bytes, parts, cells, answers: answersOf(response), partOf: sheetParts(parts) });
    }
  }
  return all;
}

/** The mutant of a turn: the same for the same seed. */
export function mutantOf(all: readonly OriginalReturn[], seed: number, turn: number): Mutant {
  const random = randomFrom(seed, turn);
  const original = all[random.below(all.length)];
  if (original === undefined) throw new Error('There is nothing to mutate');
  return random.below(5) === 0 ? ofBytes(original, random) : ofParts(original, random);
}

/** The content of every part has its check sum, so that no answer's own value changes. */
function ofBytes(original: OriginalReturn, random: Random): Mutant {
  const { what, bytes } = mutateBytes(original.bytes, random);
  const named = `${original.instrument.key}: ${what}`;
  return { what: named, bytes, judge: () => judgeMutant(original, bytes, () => false) };
}

function ofParts(original: OriginalReturn, random: Random): Mutant {
  const parts = { ...original.parts };
  const done: string[] = [];
  for (let times = 1 + random.below(3); times > 0; times -= 1) done.push(...changePart(original, parts, random));
  // Stored, because packing would take longer than all the rest.
  const bytes = zipSync(parts, { level: 0, mtime });
  const isOwn = (cell: KnownCell): boolean => {
    const part = original.partOf.get(cell.sheet) ?? '';
    return ownText(original.parts, part, cell.cell) !== ownText(parts, part, cell.cell);
  };
  const what = `${original.instrument.key}: ${done.join('; ')}`;
  return { what, bytes, judge: () => judgeMutant(original, bytes, isOwn) };
}

const ownText = (parts: OriginalReturn['parts'], part: string, cell: string): string =>
  `${cellsOf(text(parts, part), text(parts, stringsPart)).get(cell)}${shownBy(parts)}`;

/** What every date and number is shown by besides its own cell: the date system, and the formats. */
const shownBy = (parts: OriginalReturn['parts']): string =>
  `${/date1904="[^"]*"/.exec(text(parts, workbookPart))?.[0]} ${text(parts, 'xl/styles.xml').length}`;

function changePart(original: OriginalReturn, parts: Record<string, Uint8Array>, random: Random): readonly string[] {
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  const sections = [...new Set(original.cells.map(({ sheet }) => original.partOf.get(sheet) ?? ''))];
  const decisive = [
    workbookPart,
    stringsPart,
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'docProps/custom.xml',
    '_rels/.rels',
  ];
  const choices = [sections, sections, sections, decisive, decisive, names];
  const among = choices[random.below(choices.length)] ?? names;
  const name = among[random.below(among.length)] ?? '';
  switch (random.below(25)) {
    case 0:
      delete parts[name];
      return [`removed ${name}`];
    case 1: {
      const other = names[random.below(names.length)] ?? name;
      const [one = new Uint8Array(), two = new Uint8Array()] = [parts[name], parts[other]];
      parts[name] = two;
      parts[other] = one;
      return [`exchanged ${name} and ${other}`];
    }
    case 2: {
      parts[name] = strToU8(inline(text(parts, name), text(parts, stringsPart)));
      return [`put the shared texts into the cells of ${name}`];
    }
    default: {
      const changed = mutateXml(text(parts, name), random);
      if (changed === undefined) return [];
      parts[name] = strToU8(changed.xml);
      return [`${name}: ${changed.what}`];
    }
  }
}

/** Other programs write texts into the cells: that changes nothing. */
function inline(sheetXml: string, stringsXml: string): string {
  const strings = [...stringsXml.matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(([, content = '']) => content);
  return sheetXml.replace(
    /<c ([^>]*)t="s"([^>]*)><v>(\d+)<\/v><\/c>/g,
    (_cell, before, after, index) => `<c ${before}t="inlineStr"${after}><is>${strings[Number(index)] ?? ''}</is></c>`,
  );
}

const text = (parts: OriginalReturn['parts'], name: string): string => strFromU8(parts[name] ?? new Uint8Array());

function sheetParts(parts: OriginalReturn['parts']): ReadonlyMap<string, string> {
  const targets = new Map(
    [...text(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, `xl/${target}`],
    ),
  );
  return new Map(
    [...text(parts, workbookPart).matchAll(/<sheet [^>]*name="([^"]+)"[^>]*r:id="([^"]+)"/g)].map(
      ([, name = '', id]) => [name.replaceAll('&amp;', '&'), targets.get(id) ?? ''],
    ),
  );
}
