import { z } from 'zod';
import { wholeCharacters, wholeCharactersRule } from './wholeCharacters.ts';

/** One line: no line breaks, and nothing that cannot be shown. */
const line = z
  .string()
  .regex(/\S/, 'write some text')
  .regex(/^\P{Cc}*$/u, 'write one line, without line breaks or other control characters')
  .regex(wholeCharacters, wholeCharactersRule);

const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'write a colour as # and six hexadecimal digits, as in #12436D');

/** What a screen reader says of the logo, and what stands for it where pictures are not shown. */
const alternative = line.max(200);

const words = {
  /** Name of the body whose workbook it is to be. */
  name: line.max(60).optional(),
  /** A line below it. */
  strapline: line.max(100).optional(),
  /** Ground of the headings, on which white text stands. */
  colour: colour.optional(),
};

/** How a body makes the workbook its own, besides what it asks. */
export const brandingSchema = z
  .strictObject({
    ...words,
    /** A PNG or JPEG as Base64. */
    logo: z
      // In the order of a file's branding, so that what was stored reads back with the same digest.
      .strictObject({ alternative, picture: z.base64('write the bytes of a PNG or JPEG as Base64').min(1) })
      .readonly()
      .optional(),
  })
  .readonly();

/** The same as a file beside its picture, which it names. */
export const brandingFileSchema = z
  .strictObject({ ...words, logo: z.strictObject({ file: line, alternative }).readonly().optional() })
  .readonly();

export type Branding = z.infer<typeof brandingSchema>;
