import { MarkReader, type SheetMarks } from '../drawings/sheetMarks.ts';
import { epochSerial } from '../model/daySerial.ts';
import type { RawCell, RawMerge, RawSheet, RawValue, SheetCut } from '../model/rawWorkbook.ts';
import { type LinkFormula, maxLinks, readLink, readLinkFormula, readRange, type SheetLink } from '../xml/hyperlinks.ts';
import { decodeText, readXml, type XmlAttributes, type XmlVisitor } from '../xml/readXml.ts';
import { decodeEscapes, isTrue } from '../xml/xmlText.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { countText } from '../zip/readErrors.ts';
import { pictureValue, type RichValues } from './readRichValues.ts';
import { isOn, type SharedStrings, struckWords, tooLong } from './readSharedStrings.ts';
import type { NumberFormat } from './readStyles.ts';

/** State shared by the sheets of one workbook while they are read. */
export interface SheetContext {
  readonly limits: ReadLimits;
  /** The text of an index; `too long` if it is too long for a cell, undefined if there is none. */
  readonly sharedString: SharedStrings;
  readonly richValues: RichValues;
  /** By the index of the cell format. */
  readonly numberFormats: readonly NumberFormat[];
  readonly date1904: boolean;
  /** Counted over all sheets. */
  cells: number;
  textCharacters: number;
  /** Bytes of their parts that were read. */
  sheetBytes: number;
}

/**
 * Reads the cells of a worksheet part, its merged cells, and references to the objects on it. Cells outside Excel's
 * grid are dropped (rule E44). A sheet that exceeds the limit of cells or characters is read up to the limit.
 */
export function readSheet(
  partName: string,
  bytes: Uint8Array,
  context: SheetContext,
): Pick<RawSheet, 'merges' | 'hiddenRows' | 'cut'> & {
  readonly rows: Map<number, Map<number, RawCell>>;
  readonly links: readonly SheetLink[];
  readonly marks: SheetMarks;
} {
  const cells = new CellVisitor(partName, context);
  readXml(partName, bytes, context.limits, cells);
  const { rows, merges, links, hiddenRows, cut } = cells;
  return {
    ...{ rows, merges, links, marks: cells.markReader.marks },
    ...(hiddenRows.size === 0 ? {} : { hiddenRows }),
    ...(cut === undefined ? {} : { cut }),
  };
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** Merged ranges that are read. They are only reported, so any further ones are left out. */
const maxMerges = 1_000;

/** Rules and measures of a sheet, which can be larger than its cells. */
const passedOver: ReadonlySet<string> = new Set([
  ...['cols', 'conditionalFormatting', 'conditionalFormattings', 'dataValidations', 'rowBreaks', 'colBreaks'],
]);

/** One mutable object for a sheet: some sheets have a hundred thousand cells. */
class CellVisitor implements XmlVisitor {
  readonly passedOver = passedOver;
  readonly rows = new Map<number, Map<number, RawCell>>();
  readonly merges: RawMerge[] = [];
  readonly links: SheetLink[] = [];
  readonly hiddenRows = new Set<number>();
  readonly markReader = new MarkReader();
  cut: SheetCut | undefined;
  /** Whether the rows after the cut were passed over, or could not be. */
  private hasLeft = false;
  private readonly partName: string;
  private readonly context: SheetContext;
  private inData = false;
  /** Depth of the cell that is being read; 0 outside cells. */
  private cellDepth = 0;
  private row = 0;
  private isHiddenRow = false;
  private column = 0;
  private type: string | undefined;
  private style = 0;
  /** Number of the value metadata; 0 if the cell has none. */
  private valueMetadata = 0;
  private isTooLong = false;
  private formula: string | undefined;
  private inText = false;
  private inFormula = false;
  private inPhonetic = false;
  private inInline = false;
  private value = '';
  private inline = '';
  private inStruck = false;
  /** Whether parts of the text have fonts of their own. */
  private hasFonts = false;
  /** The struck-out words of the cell. */
  private struck = '';

  constructor(partName: string, context: SheetContext) {
    this.partName = partName;
    this.context = context;
  }

  /** Takes a cell in its most common form, which nearly all cells have; once the sheet is cut, all that follow. */
  take(xml: string, at: number): number {
    if (!this.inData || this.cellDepth !== 0) return at;
    if (this.cut !== undefined) return this.afterCut(xml, at);
    plainCell.lastIndex = at;
    const found = plainCell.exec(xml);
    if (found === null) return at;
    const [, reference, style, type, formula, value = '', inline = ''] = found;
    this.startCell(reference, type, style);
    if (formula !== undefined || value !== '' || inline !== '') {
      if (formula !== undefined) this.formula = decodeText(this.partName, formula);
      if (value !== '') this.value = this.fitting('', decodeText(this.partName, value));
      if (inline !== '') this.inline = this.fitting('', decodeText(this.partName, inline));
      this.closeCell();
    }
    return plainCell.lastIndex;
  }

  /** From a cell to the end of the last row. Not found twice, so that it is not sought for each cell of a strange sheet. */
  private afterCut(xml: string, at: number): number {
    if (this.hasLeft || !xml.startsWith('<c', at)) return at;
    this.hasLeft = true;
    return Math.max(at, xml.lastIndexOf('</row>', xml.indexOf('</sheetData>', at)));
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (!this.inData) {
      this.inData = name === 'sheetData';
      if (name === 'mergeCell' && this.merges.length < maxMerges) {
        const merge = readRange(attributes.get('ref') ?? '');
        if (merge !== undefined) this.merges.push(merge);
      } else if (name === 'hyperlink' && this.links.length < maxLinks) {
        const link = readLink(attributes);
        if (link !== undefined) this.links.push(link);
      } else this.markReader.open(name, attributes);
    } else if (this.cellDepth === 0) {
      if (name === 'c') this.openCell(attributes, depth);
      else if (name === 'row') this.openRow(attributes);
    } else {
      this.openInCell(name, attributes, depth);
    }
  }

  text(piece: string): void {
    if (!this.inData) this.markReader.text(piece);
    if (!this.inText) return;
    if (this.inFormula) this.formula += piece;
    else if (this.inInline) {
      this.inline = this.fitting(this.inline, piece);
      if (this.inStruck && !this.isTooLong) this.struck += piece;
    } else {
      this.value = this.fitting(this.value, piece);
    }
  }

  close(name: string, depth: number): void {
    if (!this.inData) {
      this.markReader.close(name);
      return;
    }
    if (this.cellDepth === 0) {
      if (name === 'sheetData') this.inData = false;
    } else if (depth === this.cellDepth) {
      this.closeCell();
    } else if (name === 'v' || name === 't') this.inText = false;
    else if (name === 'f') this.closeFormula();
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'is') this.inInline = false;
    else if (name === 'r' && this.inStruck) {
      this.inStruck = false;
      this.struck += ' ';
    }
  }

  /** A text and its continuation. A text too long for a cell takes no more, and the cell's value is lost. */
  private fitting(text: string, piece: string): string {
    if (this.isTooLong) return text;
    this.isTooLong = text.length + piece.length > this.context.limits.cellCharacters;
    return this.isTooLong ? '-' : text + piece;
  }

  /** Rows and cells without a number follow the one before, as the standard says. */
  private openRow(attributes: XmlAttributes): void {
    const stated = Number(attributes.get('r'));
    this.row = Number.isInteger(stated) && stated > 0 ? stated : this.row + 1;
    this.column = 0;
    this.isHiddenRow = isTrue(attributes.get('hidden'));
  }

  private openCell(attributes: XmlAttributes, depth: number): void {
    this.startCell(attributes.get('r'), attributes.get('t'), attributes.get('s'));
    this.valueMetadata = Number(attributes.get('vm') ?? 0);
    this.cellDepth = depth;
  }

  private startCell(reference: string | undefined, type: string | undefined, style: string | undefined): void {
    if (reference === undefined || !this.moveTo(reference)) this.column += 1;
    this.type = type;
    this.style = style === undefined ? 0 : Number(style);
    this.valueMetadata = 0;
    this.isTooLong = false;
    this.formula = undefined;
    this.value = '';
    this.inline = '';
    this.inStruck = false;
    this.hasFonts = false;
    this.struck = '';
  }

  /** Takes the place from a reference such as `H6`; false if it is none. */
  private moveTo(reference: string): boolean {
    let column = 0;
    let at = 0;
    for (; at < reference.length; at += 1) {
      // Maps lower-case letters to capitals; A becomes 1.
      const letter = (reference.charCodeAt(at) & ~0x20) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const row = Number(reference.slice(at));
    if (column === 0 || !Number.isInteger(row) || row < 1) return false;
    this.row = row;
    this.column = column;
    return true;
  }

  private openInCell(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === this.cellDepth + 1) {
      if (name === 'v') this.inText = true;
      else if (name === 'f') this.openFormula();
      else if (name === 'is') this.inInline = true;
    } else if (this.inInline) {
      if (name === 't') this.inText = !this.inPhonetic;
      else if (name === 'rPh') this.inPhonetic = true;
      else if (name === 'rPr') this.hasFonts = true;
      else if (name === 'strike') this.inStruck = isOn(attributes);
    }
  }

  private openFormula(): void {
    this.formula = '';
    this.inFormula = true;
    this.inText = true;
  }

  private closeFormula(): void {
    this.inFormula = false;
    this.inText = false;
  }

  private closeCell(): void {
    this.cellDepth = 0;
    this.inText = false;
    this.inInline = false;
    // What follows has no room, either.
    if (this.cut !== undefined) return;
    const formula = this.formula !== undefined && !isTypedBoolean(this.formula);
    const link =
      this.formula !== undefined && beginsALink.test(this.formula) ? readLinkFormula(this.formula) : undefined;
    const value = this.readPicture() ?? this.withFormat(this.readValue()) ?? (formula ? linkValue(link) : undefined);
    if (value === undefined || this.row > lastRow || this.column > lastColumn) return;
    if (!this.hasRoom(value)) return;
    const { row, column } = this;
    let cells = this.rows.get(row);
    if (cells === undefined) {
      cells = new Map();
      this.rows.set(row, cells);
      if (this.isHiddenRow) this.hiddenRows.add(row);
    }
    const own = this.formula ?? '';
    const isStruck = !this.hasFonts && this.context.numberFormats[this.style]?.isStruck === true;
    const struck = isStruck || struckWords(this.struck);
    const cell: RawCell =
      formula && own !== '' ? { row, column, value, formula, formulaText: own } : { row, column, value, formula };
    if (struck === '' && link === undefined) cells.set(column, cell);
    else {
      const marks = { ...(struck === '' ? {} : { struck }), ...(link === undefined ? {} : { link: link.address }) };
      cells.set(column, { ...cell, ...marks });
    }
  }

  /** Counts a value; false if it exceeds a limit. */
  private hasRoom(value: RawValue): boolean {
    const { context } = this;
    const { limits } = context;
    const length = (this.formula?.length ?? 0) + (value.kind === 'text' ? value.value.length : 0);
    if (context.cells >= limits.cells) this.cutHere('number of cells', limits.cells);
    else if (context.textCharacters + length > limits.textCharacters) {
      this.cutHere('number of characters in cells', limits.textCharacters);
    } else {
      context.cells += 1;
      context.textCharacters += length;
    }
    return this.cut === undefined;
  }

  private cutHere(what: string, limit: number): void {
    this.cut = { after: this.row - 1, what, limit: countText(limit) };
  }

  /** A value that Excel stores elsewhere, with an error in the cell. */
  private readPicture(): RawValue | undefined {
    const address = this.formula === undefined ? null : pictureFormula.exec(this.formula);
    const isHeldElsewhere = this.valueMetadata > 0 && this.type === 'e';
    const rich = isHeldElsewhere ? this.context.richValues(this.valueMetadata) : undefined;
    if (rich !== undefined && rich.kind !== 'picture') return rich;
    if (address !== null) {
      const [, words = ''] = address;
      return pictureValue(words, rich?.file);
    }
    // Excel's error for values that older versions cannot show; other errors with metadata are real errors.
    return rich ?? (isHeldElsewhere && this.value.trim() === '#VALUE!' ? pictureValue() : undefined);
  }

  private readValue(): RawValue | undefined {
    const { type, value } = this;
    if (this.isTooLong) return tooLongText;
    switch (type) {
      case 's':
        return value === '' ? undefined : this.readShared(this.context.sharedString(Number(value)));
      case 'b':
        return readBoolean(value.trim());
      case 'e':
        return value === '' ? undefined : { kind: 'error', value: value.trim() };
      case 'str':
      case 'inlineStr':
        return textValue(decodeEscapes(this.inline === '' ? value : this.inline));
      case 'd':
        return this.readIsoDay(value.trim());
      default:
        return this.inline === '' ? this.readNumber(value.trim()) : textValue(decodeEscapes(this.inline));
    }
  }

  /**
   * A text missing from the table is lost, and must not pass for a blank answer: Excel writes #REF! for missing
   * references.
   */
  private readShared(text: ReturnType<SharedStrings>): RawValue | undefined {
    if (text === tooLong) return tooLongText;
    if (text === undefined) return { kind: 'error', value: '#REF!' };
    if (typeof text === 'string') return textValue(text);
    this.struck = text.struck;
    this.hasFonts = true;
    return textValue(text.text);
  }

  /**
   * An ISO 8601 day is converted to the serial number that other programs write, if the cell's format shows a date.
   */
  private readIsoDay(text: string): RawValue | undefined {
    const format = this.context.numberFormats[this.style];
    if (format?.isDate !== true || !isoDay.test(text)) return textValue(text);
    const milliseconds = Date.parse(text.endsWith('Z') || !text.includes('T') ? text : `${text}Z`);
    if (Number.isNaN(milliseconds)) return textValue(text);
    const value = milliseconds / 86_400_000 + epochSerial[this.context.date1904 ? 1904 : 1900];
    return { kind: 'number', value, isDate: true, format: format.code };
  }

  private withFormat(value: RawValue | undefined): RawValue | undefined {
    if (value?.kind !== 'text') return value;
    const format = this.context.numberFormats[this.style];
    return format?.changesText === true ? { ...value, format: format.code } : value;
  }

  private readNumber(text: string): RawValue | undefined {
    const value = Number(text);
    // `Number` also accepts hexadecimal, octal and binary numbers, which have a letter in second place.
    if (text === '' || !Number.isFinite(value) || /^.[xob]/i.test(text)) return textValue(text);
    const format = this.context.numberFormats[this.style];
    if (format === undefined || format.code === 'General') return { kind: 'number', value, isDate: false };
    return { kind: 'number', value, isDate: format.isDate, format: format.code };
  }
}

const isoDay = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?)?$/;

/** A cell with a formula, a value, a text in one font or nothing in it, and at most the three attributes that are read. */
const plainCell =
  /<c(?: r="([A-Z]{1,3}[0-9]{1,7})")?(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?(?:\/>|>(?:<f(?: aca="false")?>([^<]*)<\/f>)?(?:<v>([^<]*)<\/v>)?(?:<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y;

/**
 * The function IMAGE with its address, as programs write it; Google wraps it in a function of its own. WPS has DISPIMG,
 * with a number instead of an address.
 */
const pictureFormula =
  /^(?:IFERROR\(__xludf\.DUMMYFUNCTION\("+)?=?(?:_xlfn\.|_xlws\.)*(?:IMAGE|DISPIMG)\(\s*(?:"+(https?:[^"]{1,2000})"+)?/i;

/** Whether a formula is how LibreOffice saves a typed TRUE or FALSE. */
const isTypedBoolean = (formula: string): boolean => formula === 'TRUE()' || formula === 'FALSE()';

/**
 * Scorebook's own links are nested in other functions, or lead to a computed place: most formulas need no closer look.
 */
const beginsALink = /^\s*HYPERLINK\(\s*"/i;

/** Some programs store no result with a formula; that of a link is known. */
const linkValue = (link: LinkFormula | undefined): RawValue => ({ kind: 'text', value: link?.words ?? '' });

const textValue = (text: string): RawValue | undefined => (text === '' ? undefined : { kind: 'text', value: text });

/** A text of more characters than a cell may have is lost as well. */
const tooLongText: RawValue = { kind: 'error', value: '(a text too long for a cell)' };

function readBoolean(text: string): RawValue | undefined {
  if (isTrue(text)) return { kind: 'boolean', value: true };
  return text === '0' || text === 'false' ? { kind: 'boolean', value: false } : textValue(text);
}
