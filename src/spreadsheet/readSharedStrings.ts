import { checkCellText } from './cellText.ts';
import type { ReadLimits } from './limits.ts';
import { readXml } from './readXml.ts';
import { moreThan } from './refusals.ts';
import { decodeEscapes } from './xmlText.ts';

/** The table of texts that cells point into. Runs of different fonts are joined; phonetic readings are left out. */
export function readSharedStrings(partName: string, bytes: Uint8Array, limits: ReadLimits): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  readXml(partName, bytes, limits, {
    open(name) {
      if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'si') text = '';
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      checkCellText(text, limits);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        if (strings.length >= limits.sharedStrings) throw moreThan('number of shared texts', limits.sharedStrings);
        strings.push(decodeEscapes(text));
      }
    },
  });
  return strings;
}
