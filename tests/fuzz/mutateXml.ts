import type { Random } from './random.ts';

/** Values that readers stumble over: for attributes and for text. */
const extremes = [
  ...['', '0', '-1', '1', '1.5', '4294967295', '99999999999999999999', '1e308', '-1e308', 'NaN', 'Infinity', '0x10'],
  ...['A1', 'XFD1048576', 'XFE1', 'A0', 'A1048577', '$A$1', 'A1:XFD1048576', '#REF!', '__proto__', 'constructor'],
  ...['s', 'str', 'inlineStr', 'b', 'e', 'n', 'd', 'true', 'false', 'rId1', 'rId3', '../../x', '/xl/workbook.xml'],
  ...['_x0041_', '_x000D_', '&#65;', '&#xD800;', '&lt;', '&x;', '\u00a0', '\u200b', '\u{1f600}', 'x'.repeat(40_000)],
] as const;

/** One change of a part, in words, with what it gives; undefined where the part has nothing of the kind. */
export interface XmlChange {
  readonly what: string;
  readonly xml: string;
}

type Mutation = (xml: string, random: Random) => XmlChange | undefined;

interface Span {
  readonly start: number;
  readonly end: number;
}

const mutations: readonly [Mutation, ...Mutation[]] = [
  removeElement,
  doubleElement,
  swapElements,
  removeAttribute,
  doubleAttribute,
  changeAttribute,
  changeAttribute,
  changeNumber,
  changeText,
  breakMarkup,
];

/** Changes the XML of a part in one of the ways in which it can go wrong, or be made to. */
export function mutateXml(xml: string, random: Random): XmlChange | undefined {
  return random.pick(mutations)(xml, random);
}

function removeElement(xml: string, random: Random): XmlChange | undefined {
  const span = anElement(xml, random);
  return span && { what: `removed ${shown(xml, span)}`, xml: xml.slice(0, span.start) + xml.slice(span.end) };
}

function doubleElement(xml: string, random: Random): XmlChange | undefined {
  const span = anElement(xml, random);
  return span && { what: `doubled ${shown(xml, span)}`, xml: xml.slice(0, span.end) + xml.slice(span.start) };
}

/** Two elements of one name change places. */
function swapElements(xml: string, random: Random): XmlChange | undefined {
  const one = anElement(xml, random);
  const name = one && /^<([^\s/>]+)/.exec(xml.slice(one.start, one.start + 100))?.[1];
  if (one === undefined || name === undefined) return undefined;
  const others = [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])`, 'g'))].map(({ index }) => index);
  const start = others[random.below(others.length)];
  const other = start === undefined ? undefined : elementAt(xml, start);
  if (other === undefined) return undefined;
  const [a, b] = one.start <= other.start ? [one, other] : [other, one];
  if (b.start < a.end) return undefined;
  return {
    what: `swapped ${shown(xml, a)} and ${shown(xml, b)}`,
    xml:
      xml.slice(0, a.start) +
      xml.slice(b.start, b.end) +
      xml.slice(a.end, b.start) +
      xml.slice(a.start, a.end) +
      xml.slice(b.end),
  };
}

function removeAttribute(xml: string, random: Random): XmlChange | undefined {
  const span = aMatch(xml, /\s[\w:]+="[^"]*"/g, random);
  return span && { what: `removed${shown(xml, span)}`, xml: xml.slice(0, span.start) + xml.slice(span.end) };
}

function doubleAttribute(xml: string, random: Random): XmlChange | undefined {
  const span = aMatch(xml, /\s[\w:]+="[^"]*"/g, random);
  return span && { what: `doubled${shown(xml, span)}`, xml: xml.slice(0, span.end) + xml.slice(span.start) };
}

function changeAttribute(xml: string, random: Random): XmlChange | undefined {
  const span = aMatch(xml, /(?<=\s[\w:]+=")[^"]*(?=")/g, random);
  return span && replaced(xml, span, valueFor(xml, random, /(?<=\s[\w:]+=")[^"]*(?=")/g));
}

function changeNumber(xml: string, random: Random): XmlChange | undefined {
  const span = aMatch(xml, /(?<=[>"A-Z$])\d+(?=[<"$:])/g, random);
  return span && replaced(xml, span, random.pick(['0', '1', '2', '3', '7', '-1', '4294967295', '1e308', '1048577']));
}

function changeText(xml: string, random: Random): XmlChange | undefined {
  const span = aMatch(xml, /(?<=>)[^<>]+(?=<)/g, random);
  return span && replaced(xml, span, valueFor(xml, random, /(?<=>)[^<>]+(?=<)/g));
}

/** What no program writes: the text is cut, or a piece of it is lost or repeated. */
function breakMarkup(xml: string, random: Random): XmlChange | undefined {
  const start = random.below(xml.length);
  const end = Math.min(xml.length, start + 1 + random.below(40));
  const [before, piece, after] = [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
  const what = `broke ${JSON.stringify(piece)} at ${start}`;
  return {
    what,
    xml: random.pick([before, before + after, before + piece + piece + after, `${before}<${piece}${after}`]),
  };
}

/** An extreme value, or one from elsewhere in the part. */
function valueFor(xml: string, random: Random, pattern: RegExp): string {
  const other = random.below(2) === 0 ? aMatch(xml, pattern, random) : undefined;
  return other === undefined ? (extremes[random.below(extremes.length)] ?? '') : xml.slice(other.start, other.end);
}

const replaced = (xml: string, span: Span, value: string): XmlChange => ({
  what: `${shown(xml, span)} became ${JSON.stringify(value.slice(0, 60))} at ${span.start}`,
  xml: xml.slice(0, span.start) + value + xml.slice(span.end),
});

/** The first match after a place chosen at random. */
function aMatch(xml: string, pattern: RegExp, random: Random): Span | undefined {
  const search = new RegExp(pattern.source, 'g');
  search.lastIndex = random.below(xml.length);
  const found = search.exec(xml);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

function anElement(xml: string, random: Random): Span | undefined {
  const opening = aMatch(xml, /<[A-Za-z]/g, random);
  return opening && elementAt(xml, opening.start);
}

/** The element that begins at a place, up to its end. */
function elementAt(xml: string, start: number): Span | undefined {
  const tags = /<(\/?)[A-Za-z][^>]*?(\/?)>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    depth += tag[1] === '/' ? -1 : tag[2] === '/' ? 0 : 1;
    if (depth <= 0) return { start, end: tags.lastIndex };
  }
  return undefined;
}

const shown = (xml: string, { start, end }: Span): string => xml.slice(start, Math.min(end, start + 80));
