import type { RawComment } from '../model/rawWorkbook.ts';
import { readXml } from '../xml/readXml.ts';
import { decodeEscapes } from '../xml/xmlText.ts';
import type { ReadLimits } from '../zip/limits.ts';

/** Comments that are read. They are only reported, so any further ones are left out. */
const maxComments = 1_000;

/**
 * Reads the comments of a sheet from its comments part or its part of threaded comments ([MS-XLSX] 2.1.50), where each
 * reply is a comment of its own. Runs of different fonts are joined.
 */
export function readComments(partName: string, bytes: Uint8Array, limits: ReadLimits): readonly RawComment[] {
  const comments: RawComment[] = [];
  let cell: string | undefined;
  let text = '';
  let inText = false;
  let textElement = 't';
  readXml(partName, bytes, limits, {
    open(name, attributes) {
      if (name === 'comment' || name === 'threadedComment') {
        cell = attributes.get('ref');
        text = '';
        textElement = name === 'comment' ? 't' : 'text';
      } else if (name === textElement) inText = true;
    },
    text(piece) {
      if (inText && cell !== undefined) text += piece;
    },
    close(name) {
      if (name === textElement) inText = false;
      if ((name !== 'comment' && name !== 'threadedComment') || cell === undefined) return;
      if (comments.length < maxComments && /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell)) {
        comments.push({ cell, text: threadText(decodeEscapes(text.slice(0, limits.cellCharacters))).trim() });
      }
      cell = undefined;
    },
  });
  return comments;
}

/** Before the text of a thread, Excel explains threads to its older versions at length. */
const threadText = (text: string): string => /^\[Threaded comment\].*?\nComment:(.*)$/s.exec(text)?.[1] ?? text;
