import type { FindingsError } from '../../finding/index.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { damaged, moreThan, safeText } from '../zip/readErrors.ts';
import { decodeEntities, decodeLineEnds, decodeXml } from './xmlText.ts';

/** The attributes of the element being opened. Valid only then, because the object is reused. */
export interface XmlAttributes {
  /** The value of the attribute written with exactly this name. */
  get(name: string): string | undefined;
  /** The value of the first attribute of this local name, with any prefix. */
  getLocal(name: string): string | undefined;
}

/**
 * Receives the contents of a part from `readXml`. Names come without their namespace prefix: programs choose it freely
 * (`c`, `x:c`), and no two namespaces of a workbook use the same name in the same place. The root has depth 1.
 */
export interface XmlVisitor {
  /**
   * Takes the whole element that begins at a place, if it can be seen at once to be well-formed, and returns the place
   * after it; otherwise returns the same place, and the element is walked through.
   */
  take?(xml: string, at: number): number;
  /**
   * Names of elements with large contents that the visitor has no use for: only their own tags are read and reported, so
   * what is inside may be broken.
   */
  readonly passedOver?: ReadonlySet<string>;
  open(name: string, attributes: XmlAttributes, depth: number): void;
  /** One run of text can come in several pieces. */
  text?(text: string): void;
  close?(name: string, depth: number): void;
}

/**
 * Walks through an XML part in UTF-8 or UTF-16. Document types are refused, and with them custom entities (rule E46).
 *
 * This is Scorebook's own parser, because the available ones take longer over a small workbook than all other steps
 * together. It refuses whatever could move a value to another place (unmatched elements, broken tags and quotes,
 * unknown entities) and does not check the rest (names, duplicate attributes). Its time is linear in the size of the
 * part.
 *
 * @throws FindingsError with `return.damaged` for XML that is not well-formed, `return.over-limit` for depth, and
 * whatever the visitor throws.
 */
export function readXml(partName: string, bytes: Uint8Array, limits: ReadLimits, visitor: XmlVisitor): void {
  const xml = decodeXml(bytes);
  if (xml === undefined) throw notWellFormed(partName, 'its bytes are not text');
  new Walk(partName, xml, limits, visitor).toEnd();
}

const quote = 0x22;
const apostrophe = 0x27;
const slash = 0x2f;
const less = 0x3c;
const equals = 0x3d;
const greater = 0x3e;

class Walk {
  private readonly partName: string;
  private readonly xml: string;
  private readonly limits: ReadLimits;
  private readonly visitor: XmlVisitor;
  private readonly attributes: Attributes;
  /** Names of the open elements, as written and without prefix. */
  private readonly open: string[] = [];
  private readonly openLocal: string[] = [];
  private sawRoot = false;
  private canPassOver: boolean;

  constructor(partName: string, xml: string, limits: ReadLimits, visitor: XmlVisitor) {
    this.partName = partName;
    this.xml = xml;
    this.limits = limits;
    this.visitor = visitor;
    this.attributes = new Attributes(partName, xml);
    this.canPassOver = visitor.passedOver !== undefined;
  }

  toEnd(): void {
    const { xml, visitor } = this;
    let at = 0;
    for (;;) {
      const tag = xml.charCodeAt(at) === less ? at : xml.indexOf('<', at);
      if (tag !== at) this.takeText(at, tag === -1 ? xml.length : tag);
      if (tag === -1) break;
      at = this.open.length === 0 ? tag : (visitor.take?.(xml, tag) ?? tag);
      if (at === tag) at = this.takeMarkup(tag);
    }
    if (this.open.length > 0) throw this.broken('it ends too early');
    if (!this.sawRoot) throw this.broken('it holds nothing');
  }

  private takeText(start: number, end: number): void {
    if (this.open.length === 0) {
      if (this.xml.slice(start, end).trim() !== '') throw this.broken('text outside its elements');
    } else if (this.visitor.text !== undefined) {
      this.visitor.text(decodeText(this.partName, this.xml.slice(start, end)));
    }
  }

  /** Takes the markup that begins with the `<` at a place; returns the place after it. */
  private takeMarkup(at: number): number {
    switch (this.xml.charCodeAt(at + 1)) {
      case 0x2f: // </
        return this.takeClosing(at + 2);
      case 0x3f: // <?
        return this.after('?>', at + 2);
      case 0x21: // <!
        return this.takeDeclaration(at);
      default:
        return this.takeOpening(at + 1);
    }
  }

  private takeDeclaration(at: number): number {
    if (this.xml.startsWith('<!--', at)) return this.after('-->', at + 4);
    if (!this.xml.startsWith('<![CDATA[', at) || this.open.length === 0) {
      throw damaged(`part "${safeText(this.partName)}" has a declaration of its own, which workbooks never have`);
    }
    const end = this.after(']]>', at + 9);
    this.visitor.text?.(decodeLineEnds(this.xml.slice(at + 9, end - 3)));
    return end;
  }

  private takeOpening(start: number): number {
    const { xml, attributes } = this;
    let at = nameEnd(xml, start);
    const name = xml.slice(start, at);
    if (name === '' || (this.open.length === 0 && this.sawRoot)) throw this.broken('an element where none can be');
    this.sawRoot = true;
    attributes.clear();
    for (;;) {
      at = skipSpace(xml, at);
      const code = xml.charCodeAt(at);
      if (code === greater || code === slash) break;
      at = this.takeAttribute(at);
    }
    this.push(name);
    if (xml.charCodeAt(at) === greater) return this.canPassOver ? this.passOver(name, at + 1) : at + 1;
    if (xml.charCodeAt(at + 1) !== greater) throw this.broken('a broken tag');
    this.pop();
    return at + 2;
  }

  /** The place of the end tag of the element just opened, if its content is passed over. */
  private passOver(name: string, content: number): number {
    if (this.visitor.passedOver?.has(this.openLocal.at(-1) ?? '') !== true) return content;
    const end = this.xml.indexOf(`</${name}>`, content);
    // Comments and CDATA may contain text that looks like an end tag. After one, or a search in vain, no other is made:
    // a part may hold a million elements without an end.
    this.canPassOver = end !== -1 && !this.xml.slice(content, end).includes('<!');
    return this.canPassOver ? end : content;
  }

  private takeAttribute(start: number): number {
    const { xml } = this;
    const end = nameEnd(xml, start);
    const sign = skipSpace(xml, end);
    const opening = skipSpace(xml, sign + 1);
    const mark = xml.charCodeAt(opening);
    if (end === start || xml.charCodeAt(sign) !== equals || (mark !== quote && mark !== apostrophe)) {
      throw this.broken('a broken attribute');
    }
    const closing = xml.indexOf(mark === quote ? '"' : "'", opening + 1);
    if (closing === -1) throw this.broken('a quotation mark that is not closed');
    this.attributes.add(start, end, opening + 1, closing);
    return closing + 1;
  }

  private takeClosing(start: number): number {
    const name = this.open[this.open.length - 1];
    if (name === undefined || !this.xml.startsWith(name, start)) throw this.broken('elements that do not match');
    const end = skipSpace(this.xml, start + name.length);
    if (this.xml.charCodeAt(end) !== greater) throw this.broken('elements that do not match');
    this.pop();
    return end + 1;
  }

  private push(name: string): void {
    const depth = this.open.push(name);
    if (depth > this.limits.xmlDepth) throw moreThan('depth of XML elements', this.limits.xmlDepth);
    const local = localName(name);
    this.openLocal.push(local);
    this.visitor.open(local, this.attributes, depth);
  }

  private pop(): void {
    const depth = this.open.length;
    this.open.pop();
    this.visitor.close?.(this.openLocal.pop() ?? '', depth);
  }

  /** The place after a closing mark. */
  private after(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    if (at === -1) throw this.broken('it ends too early');
    return at + mark.length;
  }

  private broken(problem: string): FindingsError {
    return notWellFormed(this.partName, problem);
  }
}

/** Stores places only; a value is cut out and decoded when it is asked for, which is rare. */
class Attributes implements XmlAttributes {
  private readonly partName: string;
  private readonly xml: string;
  /** Four places for each attribute: start and end of its name, start and end of its value. */
  private places = new Int32Array(256);
  private length = 0;

  constructor(partName: string, xml: string) {
    this.partName = partName;
    this.xml = xml;
  }

  clear(): void {
    this.length = 0;
  }

  add(nameStart: number, end: number, valueStart: number, valueEnd: number): void {
    const { length } = this;
    if (length === this.places.length) this.double();
    const { places } = this;
    places[length] = nameStart;
    places[length + 1] = end;
    places[length + 2] = valueStart;
    places[length + 3] = valueEnd;
    this.length = length + 4;
  }

  get(name: string): string | undefined {
    for (let at = 0; at < this.length; at += 4) {
      const start = this.place(at);
      if (this.place(at + 1) - start === name.length && this.xml.startsWith(name, start)) return this.value(at);
    }
    return undefined;
  }

  getLocal(name: string): string | undefined {
    for (let at = 0; at < this.length; at += 4) {
      if (localName(this.xml.slice(this.place(at), this.place(at + 1))) === name) return this.value(at);
    }
    return undefined;
  }

  private value(at: number): string {
    const value = decodeEntities(this.xml.slice(this.place(at + 2), this.place(at + 3)));
    if (value === undefined) throw unknownEntity(this.partName);
    return value;
  }

  private double(): void {
    const { places } = this;
    this.places = new Int32Array(2 * places.length);
    this.places.set(places);
  }

  private place(index: number): number {
    return this.places[index] ?? 0;
  }
}

function nameEnd(xml: string, start: number): number {
  let at = start;
  while (isInName(xml.charCodeAt(at))) at += 1;
  return at;
}

/**
 * A name ends at white space, at a character of the tag's syntax, and at the end of the text, where the code is NaN.
 */
const isInName = (code: number): boolean => (code < 0x80 ? endsName[code] === 0 : code >= 0x80);

const endsName = new Uint8Array(0x80).fill(1, 0, 0x21);
for (const sign of [greater, equals, slash, quote, apostrophe, less]) endsName[sign] = 1;

function skipSpace(xml: string, start: number): number {
  let at = start;
  while (xml.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/**
 * Decodes the text between the tags of a part.
 *
 * @throws FindingsError as `readXml` does.
 */
export function decodeText(partName: string, written: string): string {
  const text = decodeEntities(decodeLineEnds(written));
  if (text === undefined) throw unknownEntity(partName);
  return text;
}

const unknownEntity = (partName: string): FindingsError => notWellFormed(partName, 'an entity that is not defined');

const notWellFormed = (partName: string, problem: string): FindingsError =>
  damaged(`part "${safeText(partName)}" is not well-formed XML (${problem})`);
