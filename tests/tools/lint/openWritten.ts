import { columnLetters } from '../../../src/spreadsheet/model/address.ts';
import {
  type Relationship,
  readPart,
  readRelationships,
  relationshipOf,
} from '../../../src/spreadsheet/xml/relationships.ts';
import { decodeEscapes } from '../../../src/spreadsheet/xml/xmlText.ts';
import { readZip } from '../../../src/spreadsheet/zip/readZip.ts';
import type { Zip } from '../../../src/spreadsheet/zip/zip.ts';
import { parseRange, type Range } from './range.ts';
import { allNamed, childOf, ownLimits, readXmlTree, textOf, type XmlElement } from './xmlTree.ts';

/** A package that we wrote, opened for checking. */
export interface WrittenPackage {
  readonly workbook: XmlElement;
  readonly sheets: readonly WrittenSheet[];
  /** Names of the whole workbook and of single sheets. */
  readonly names: readonly WrittenName[];
  readonly styles: XmlElement | undefined;
  readonly coreProperties: XmlElement | undefined;
}

export interface WrittenName {
  readonly name: string;
  readonly text: string;
  /** Number of the sheet that the name belongs to, counted from 0; undefined for names of the whole workbook. */
  readonly sheet: number | undefined;
}

export interface WrittenSheet {
  readonly name: string;
  readonly state: string;
  readonly root: XmlElement;
  /** Every cell that the part has, empty ones included. */
  readonly cells: readonly WrittenCell[];
  readonly tables: readonly WrittenTable[];
  readonly charts: readonly WrittenChart[];
  readonly hasNotes: boolean;
  /** What hyperlinks with an id lead to, inside or outside the file. */
  readonly targets: ReadonlyMap<string, string>;
}

export interface WrittenCell {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly type: string;
  readonly formula: XmlElement | undefined;
  /** The content of `<v>`; undefined when there is none. */
  readonly stored: string | undefined;
  /** What the cell shows; undefined when it is empty or points to a text that is not there. */
  readonly content: string | undefined;
}

export interface WrittenTable {
  readonly name: string;
  readonly ref: string;
  readonly range: Range | undefined;
  readonly headings: readonly string[];
  readonly root: XmlElement;
}

export interface WrittenChart {
  readonly name: string;
  /** Its alternative text. */
  readonly description: string;
  /** Cells that it covers, wholly or in part; undefined when it is placed in another way. */
  readonly range: Range | undefined;
  readonly root: XmlElement;
}

/** @throws FindingsError when the bytes are no workbook. */
export function openWritten(bytes: Uint8Array): WrittenPackage {
  const zip = readZip(bytes, ownLimits);
  const ofPackage = readRelationships(zip, '', ownLimits);
  const main = relationshipOf(ofPackage, 'officeDocument')?.target ?? '';
  const ofWorkbook = readRelationships(zip, main, ownLimits);
  const workbook = treeOf(zip, main);
  if (workbook === undefined) throw new Error('The package has no workbook part');
  const texts = sharedTexts(zip, ofWorkbook);
  return {
    workbook,
    sheets: allNamed(workbook, 'sheet').map((sheet) => openSheet(zip, ofWorkbook, sheet, texts)),
    names: allNamed(workbook, 'definedName').map(writtenName),
    styles: treeOf(zip, relationshipOf(ofWorkbook, 'styles')?.target),
    coreProperties: treeOf(zip, relationshipOf(ofPackage, 'core-properties')?.target),
  };
}

function treeOf(zip: Zip, target: string | undefined): XmlElement | undefined {
  const part = target === undefined ? undefined : readPart(zip, target);
  return part === undefined ? undefined : readXmlTree(part.name, part.bytes);
}

function sharedTexts(zip: Zip, ofWorkbook: ReadonlyMap<string, Relationship>): readonly string[] {
  const strings = treeOf(zip, relationshipOf(ofWorkbook, 'sharedStrings')?.target);
  return (strings?.children ?? []).map((string) => decodeEscapes(richText(string)));
}

/** The text of a shared or inline string, its runs joined. */
const richText = (string: XmlElement | undefined): string => allNamed(string, 't').map(textOf).join('');

function writtenName(element: XmlElement): WrittenName {
  const sheet = element.get('localSheetId');
  return {
    name: element.get('name') ?? '',
    text: element.text,
    sheet: sheet === undefined ? undefined : Number(sheet),
  };
}

function openSheet(
  zip: Zip,
  ofWorkbook: ReadonlyMap<string, Relationship>,
  entry: XmlElement,
  texts: readonly string[],
): WrittenSheet {
  const name = entry.get('name') ?? '';
  const target = ofWorkbook.get(entry.get('r:id') ?? '')?.target ?? '';
  const root = treeOf(zip, target);
  if (root === undefined) throw new Error(`The sheet ${name} has no part`);
  const ofSheet = [...readRelationships(zip, target, ownLimits).values()];
  return {
    name,
    state: entry.get('state') ?? 'visible',
    root,
    cells: allNamed(childOf(root, 'sheetData'), 'c').map((cell) => writtenCell(cell, texts)),
    tables: ofSheet.flatMap((relationship) => writtenTable(zip, relationship)),
    charts: ofSheet.flatMap((relationship) => writtenCharts(zip, relationship)),
    hasNotes: ofSheet.some(({ type }) => type === 'comments') || childOf(root, 'legacyDrawing') !== undefined,
    targets: targetsOf(zip, target),
  };
}

/** Targets as they are written, those outside the file included, which the reader of returned files leaves out. */
function targetsOf(zip: Zip, source: string): ReadonlyMap<string, string> {
  const cut = source.lastIndexOf('/') + 1;
  const part = treeOf(zip, `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`);
  return new Map((part?.children ?? []).map((element) => [element.get('Id') ?? '', element.get('Target') ?? '']));
}

function writtenCell(element: XmlElement, texts: readonly string[]): WrittenCell {
  const address = element.get('r') ?? '';
  const range = parseRange(address);
  const type = element.get('t') ?? 'n';
  const stored = childOf(element, 'v')?.text;
  return {
    address,
    row: range?.top ?? 0,
    column: range?.left ?? 0,
    style: Number(element.get('s') ?? 0),
    type,
    formula: childOf(element, 'f'),
    stored,
    content: contentOf(element, type, stored, texts),
  };
}

function contentOf(
  element: XmlElement,
  type: string,
  stored: string | undefined,
  texts: readonly string[],
): string | undefined {
  if (type === 'inlineStr') return decodeEscapes(richText(childOf(element, 'is')));
  if (stored === undefined) return undefined;
  if (type === 's') return texts[Number(stored)];
  return type === 'str' ? decodeEscapes(stored) : stored;
}

function writtenTable(zip: Zip, { type, target }: Relationship): readonly WrittenTable[] {
  const root = type === 'table' ? treeOf(zip, target) : undefined;
  if (root === undefined) return [];
  const ref = root.get('ref') ?? '';
  return [
    {
      name: root.get('displayName') ?? '',
      ref,
      range: parseRange(ref),
      headings: allNamed(root, 'tableColumn').map((column) => decodeEscapes(column.get('name') ?? '')),
      root,
    },
  ];
}

function writtenCharts(zip: Zip, { type, target }: Relationship): readonly WrittenChart[] {
  const drawing = type === 'drawing' ? treeOf(zip, target) : undefined;
  const ofDrawing = readRelationships(zip, target, ownLimits);
  return (drawing?.children ?? []).flatMap((anchor) => {
    const chart = ofDrawing.get(allNamed(anchor, 'chart')[0]?.get('r:id') ?? '');
    const root = chart?.type === 'chart' ? treeOf(zip, chart.target) : undefined;
    if (root === undefined) return [];
    const frame = allNamed(anchor, 'cNvPr')[0];
    return [
      {
        name: frame?.get('name') ?? '',
        description: frame?.get('descr') ?? '',
        range: anchoredRange(anchor),
        root,
      },
    ];
  });
}

/** Anchors count from 0; a chart that ends where a cell begins does not cover it. */
function anchoredRange(anchor: XmlElement): Range | undefined {
  const [from, to] = [childOf(anchor, 'from'), childOf(anchor, 'to')];
  if (from === undefined || to === undefined) return undefined;
  const at = (corner: XmlElement, name: string): number => Number(textOf(childOf(corner, name)));
  const last = (name: 'row' | 'col'): number => at(to, name) + (at(to, `${name}Off`) > 0 ? 1 : 0);
  return { top: at(from, 'row') + 1, left: at(from, 'col') + 1, bottom: last('row'), right: last('col') };
}

/** The cell of a sheet at a place, if the part has it. */
export const cellAt = (sheet: WrittenSheet, row: number, column: number): WrittenCell | undefined =>
  sheet.cells.find(({ address }) => address === `${columnLetters(column)}${row}`);
