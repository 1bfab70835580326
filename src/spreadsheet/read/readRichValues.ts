import { FindingsError } from '../../finding/index.ts';
import { alternativeText } from '../drawings/alternativeText.ts';
import { fileOf, partsOf, type Source } from '../drawings/sheetObjects.ts';
import type { RawValue } from '../model/rawWorkbook.ts';
import { readXml } from '../xml/readXml.ts';
import { type Relationship, readPart, relationshipOf } from '../xml/relationships.ts';
import type { ReadLimits } from '../zip/limits.ts';
import type { Zip } from '../zip/zip.ts';

/**
 * The displayed value of a cell by its value metadata (`vm`, counted from 1); undefined if only the cell's own value is
 * known.
 */
export type RichValues = (valueMetadata: number) => RawValue | undefined;

/**
 * Reads the rich values that Excel stores outside cells, which hold an error for older versions: pictures placed in
 * cells and results of IMAGE (MS-XLSX, 2.3.6 and 2.6.206 on: `_localImage`, `_webimage`), and data types such as
 * places, of which the displayed text is read. Damaged parts give nothing.
 *
 * @param ofWorkbook relationships of the workbook part
 */
export function readRichValues(
  zip: Zip,
  ofWorkbook: ReadonlyMap<string, Relationship>,
  limits: ReadLimits,
): RichValues {
  const metadata = relationshipOf(ofWorkbook, 'sheetMetadata');
  let read: RichValues | undefined;
  return (valueMetadata) => {
    read ??= unlessDamaged(() => richValues(zip, ofWorkbook, metadata, limits));
    return read(valueMetadata);
  };
}

/** A picture as the value of a cell, with its description. */
export const pictureValue = (words = '', file?: Extract<RawValue, { kind: 'picture' }>['file']): RawValue => ({
  kind: 'picture',
  value: words.trim() === '' ? '(picture)' : `(picture: ${words.trim()})`,
  ...(file === undefined ? {} : { file }),
});

function unlessDamaged(read: () => RichValues): RichValues {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof FindingsError) return () => undefined;
    throw failure;
  }
}

function richValues(
  zip: Zip,
  ofWorkbook: ReadonlyMap<string, Relationship>,
  metadata: Relationship | undefined,
  limits: ReadLimits,
): RichValues {
  const walk = (relationship: Relationship | undefined, open: Open, text?: (piece: string) => void): Source => {
    const part = relationship === undefined ? undefined : readPart(zip, relationship.target);
    if (part === undefined) return { zip, limits, targets: new Map() };
    readXml(part.name, part.bytes, limits, { open, ...(text === undefined ? {} : { text }) });
    return partsOf(zip, part.name, limits);
  };
  const indexes = readIndexes(metadata, walk);
  const structures: { readonly type: string; readonly keys: string[] }[] = [];
  walk(relationshipOf(ofWorkbook, 'rdRichValueStructure'), (name, attributes) => {
    if (name === 's') structures.push({ type: attributes.get('t') ?? '', keys: [] });
    else if (name === 'k') structures.at(-1)?.keys.push(attributes.get('n') ?? '');
  });
  const values: { readonly structure: number; readonly fields: string[] }[] = [];
  let inField = false;
  walk(
    relationshipOf(ofWorkbook, 'rdRichValue'),
    (name, attributes) => {
      inField = name === 'v';
      if (name === 'rv') values.push({ structure: Number(attributes.get('s')), fields: [] });
      else if (inField) values.at(-1)?.fields.push('');
    },
    (piece) => {
      const fields = values.at(-1)?.fields;
      if (inField && fields !== undefined) fields.push((fields.pop() ?? '') + piece.slice(0, limits.cellCharacters));
    },
  );
  const local: string[] = [];
  const localSource = walk(relationshipOf(ofWorkbook, 'richValueRel'), (name, attributes) => {
    if (name === 'rel') local.push(attributes.getLocal('id') ?? '');
  });
  const web: string[] = [];
  const webSource = walk(relationshipOf(ofWorkbook, 'rdRichValueWebImage'), (name, attributes) => {
    if (name === 'webImageSrd') web.push('');
    else if (name === 'blip') web.splice(-1, 1, attributes.getLocal('id') ?? '');
  });
  return (valueMetadata) => {
    const value = values[indexes[valueMetadata - 1] ?? -1];
    const structure = structures[value?.structure ?? -1];
    if (value === undefined || structure === undefined) return undefined;
    const field = (key: string): string | undefined => value.fields[structure.keys.indexOf(key)];
    switch (structure.type) {
      case '_localImage':
        return pictureValue(alternativeText(field('Text')), fileOf(localSource, local[Number(field(localImage))]));
      case '_webimage':
        return pictureValue(field('Text'), fileOf(webSource, web[Number(field('WebImageIdentifier'))]));
      default: {
        const shown = field('_DisplayString');
        return shown === undefined || shown === '' ? undefined : { kind: 'text', value: shown };
      }
    }
  };
}

const localImage = '_rvRel:LocalImageIdentifier';

type Open = Parameters<typeof readXml>[3]['open'];

/** The index of the rich value for each block of value metadata. */
function readIndexes(
  metadata: Relationship | undefined,
  walk: (relationship: Relationship | undefined, open: Open) => unknown,
): readonly number[] {
  const types: string[] = [];
  const blocks: number[] = [];
  const records: { readonly type: number; readonly block: number }[] = [];
  let within = '';
  let isRich = false;
  walk(metadata, (name, attributes, depth) => {
    if (depth === 2) {
      within = name;
      isRich = attributes.get('name') === richType;
    } else if (name === 'metadataType') types.push(attributes.get('name') ?? '');
    else if (name === 'rvb' && isRich) blocks.push(Number(attributes.get('i')));
    else if (name === 'bk' && within === 'valueMetadata') records.push({ type: 0, block: -1 });
    else if (name === 'rc' && within === 'valueMetadata') {
      records.splice(-1, 1, { type: Number(attributes.get('t')), block: Number(attributes.get('v')) });
    }
  });
  return records.map(({ type, block }) => (types[type - 1] === richType ? (blocks[block] ?? -1) : -1));
}

const richType = 'XLRICHVALUE';
