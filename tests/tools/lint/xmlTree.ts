import { readXml } from '../../../src/spreadsheet/xml/readXml.ts';
import { defaultLimits, type ReadLimits } from '../../../src/spreadsheet/zip/limits.ts';

/** One part of a package that we wrote, as a tree: such parts are small, and checks read better on trees. */
export interface XmlElement {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Text directly inside the element. */
  readonly text: string;
  get(attribute: AttributeName): string | undefined;
}

/** Attributes that are stored. The compiler refuses to ask for any other, so that no check looks at nothing. */
const attributeNames = [
  ...['Id', 'Target', 'r:id', 'id', 'name', 'displayName', 'ref', 'r', 's', 't', 'state'],
  ...['sqref', 'type', 'operator', 'errorStyle', 'showErrorMessage', 'errorTitle', 'error', 'prompt'],
  ...[
    'promptTitle',
    'priority',
    'dxfId',
    'location',
    'localSheetId',
    'activeTab',
    'tabSelected',
    'activeCell',
    'activePane',
  ],
  ...[
    'topLeftCell',
    'xSplit',
    'ySplit',
    'showGridLines',
    'zoomScale',
    'hidden',
    'hiddenButton',
    'headerRowCount',
    'totalsRowCount',
  ],
  ...[
    'min',
    'max',
    'width',
    'ht',
    'left',
    'right',
    'top',
    'bottom',
    'numFmtId',
    'formatCode',
    'fontId',
    'fillId',
    'borderId',
    'applyFont',
    'applyFill',
    'applyBorder',
    'applyNumberFormat',
    'applyProtection',
    'xfId',
    'builtinId',
  ],
  ...[
    'locked',
    'wrapText',
    'rgb',
    'paperSize',
    'orientation',
    'fitToPage',
    'fitToWidth',
    'fitToHeight',
    'scale',
    'pageOrder',
  ],
  ...['scaleWithDoc', 'alignWithMargins', 'val'],
  ...['descr', 'idx'],
  ...['sheet', 'formatCells', 'formatColumns', 'formatRows', 'sort', 'autoFilter', 'lockStructure', 'fullCalcOnLoad'],
] as const;
export type AttributeName = (typeof attributeNames)[number];

/** Packages are read whole, however large a roll-up is. */
export const ownLimits: ReadLimits = {
  ...defaultLimits,
  entryBytes: Number.MAX_SAFE_INTEGER,
  inflatedBytes: Number.MAX_SAFE_INTEGER,
};

/** @throws FindingsError `return.damaged` when the part is not well-formed XML. */
export function readXmlTree(partName: string, bytes: Uint8Array): XmlElement {
  const top: Growing[] = [];
  const open: Growing[] = [];
  readXml(partName, bytes, ownLimits, {
    open(name, attributes) {
      const element = new Growing(name);
      for (const attribute of attributeNames) {
        const value = attributes.get(attribute);
        if (value !== undefined) element.attributes.set(attribute, value);
      }
      (open.at(-1)?.children ?? top).push(element);
      open.push(element);
    },
    text(piece) {
      const element = open.at(-1);
      if (element !== undefined) element.text += piece;
    },
    close() {
      open.pop();
    },
  });
  return top[0] ?? new Growing('');
}

class Growing implements XmlElement {
  readonly name: string;
  readonly children: Growing[] = [];
  readonly attributes = new Map<AttributeName, string>();
  text = '';

  constructor(name: string) {
    this.name = name;
  }

  get(attribute: AttributeName): string | undefined {
    return this.attributes.get(attribute);
  }
}

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** Every element of a name, at any depth, in the order of the part. */
export function allNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  if (element === undefined) return [];
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);
}

/** All text inside an element. */
export const textOf = (element: XmlElement | undefined): string =>
  element === undefined ? '' : element.text + element.children.map(textOf).join('');
