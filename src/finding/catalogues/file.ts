import { type Catalogue, error } from '../wording/entry.ts';
import { list, quoted } from '../wording/quote.ts';

const inThousands = (count: number): string => count.toLocaleString('en-GB');

const spaces = (count: number): string => (count === 0 ? 'no spaces' : count === 1 ? '1 space' : `${count} spaces`);

/** What can be wrong with a file that holds a definition or branding. */
export const fileFindings = {
  'file.name-twice': error(
    (f: { name: string; firstLine: number }) =>
      `The name ${quoted(f.name)} stands on line ${f.firstLine} already, in the same part, so one of the two would be lost. Keep one, or correct one of the names.`,
  ),
  'file.empty': error(
    () => 'The file is empty. Write a definition with the command "new", or take an example from the README.',
  ),
  'file.not-yaml': error(
    (f: { problem: string }) =>
      `It is not YAML (${f.problem}). A # after a space begins a comment, and text with a colon and a space in it needs quotes. Correct it in a plain text editor, or take an example from the README.`,
  ),
  'file.too-long': error(
    (f: { characters: number; limit: number }) =>
      `The file has ${inThousands(f.characters)} characters; a definition may have at most ${inThousands(f.limit)}, and the longest that comes with Scorebook has 80,000. Check that it is the right file.`,
  ),
  'file.bad-indentation': error(
    (f: { spaces: number; expected: number }) =>
      `The indentation of this line is wrong: it begins with ${spaces(f.spaces)}, but the lines that belong with it begin with ${spaces(f.expected)}. Give it the same number: in YAML, the spaces at the beginning of a line show what belongs together.`,
  ),
  'file.not-utf-8': error(() => 'It is not text in UTF-8. Save it in a plain text editor with the encoding UTF-8.'),
  'file.not-loaded': error(
    (f: { problem: string }) =>
      `It cannot be loaded as a JavaScript module: ${f.problem}. Put that right, build it again, and give the built file.`,
  ),
  'file.no-instrument': error(
    (f: { exports: readonly string[] }) =>
      `It exports no instrument; it exports: ${f.exports.length === 0 ? 'nothing' : list(f.exports)}. Export what defineInstrument gives, as the default or by a name.`,
  ),
  'file.not-json': error(
    (f: { problem: string }) =>
      `It is not JSON (${f.problem}). Correct it in a plain text editor, or take an example from the README.`,
  ),
  'branding.contrast': error(
    (f: { colour: string; ratio: number; least: number }) =>
      `White text on ${f.colour} has a contrast of ${f.ratio} to 1; people need at least ${f.least} to 1 to read it. Take a darker colour.`,
  ),
  'branding.picture-not-read': error(
    (f: { picture: string; problem: string }) =>
      `The picture ${quoted(f.picture)} cannot be read: ${f.problem}. Put it beside the branding file, and write its name as it is.`,
  ),
  'branding.no-picture': error(
    () =>
      'The picture is neither a PNG nor a JPEG, whatever its name says, or it is cut off. Open it in a picture program and save it as PNG.',
  ),
  'branding.picture-too-large': error(
    (f: { bytes: number; limit: number }) =>
      `The picture has ${f.bytes} bytes and every workbook carries it: at most ${f.limit} are allowed. Save it smaller.`,
  ),
  'branding.picture-too-many-pixels': error(
    (f: { width: number; height: number; limit: number }) =>
      `The picture is ${f.width} by ${f.height} pixels; at most ${f.limit} either way are allowed. Save it smaller.`,
  ),
} as const satisfies Catalogue<'file' | 'branding'>;
