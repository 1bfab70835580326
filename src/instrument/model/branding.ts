import { z } from 'zod';
import { wholeCharacters, wholeCharactersRule } from './wholeCharacters.ts';

/** One line of printable characters, without line breaks. */
const line = z
  .string()
  .regex(/\S/, 'write some text')
  .regex(/^\P{Cc}*$/u, 'write one line, without line breaks or other control characters')
  .regex(wholeCharacters, wholeCharactersRule);

const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'write a colour as # and six hexadecimal digits, as in #12436D');

/** Alternative text of the logo, for screen readers and where pictures are not shown. */
const alternative = line.max(200);

const words = {
  /** Name of the body that issues the workbook. */
  name: line.max(60).optional(),
  /** A line below the name. */
  strapline: line.max(100).optional(),
  /** Background of the headings, which have white text. */
  colour: colour.optional(),
};

/** A body's name, colour and logo for its workbooks. */
export const brandingSchema = z
  .strictObject({
    ...words,
    /** A PNG or JPEG as Base64. */
    logo: z
      // In the order of a branding file, so that stored branding has the same digest when it is read back.
      .strictObject({ alternative, picture: z.base64('write the bytes of a PNG or JPEG as Base64').min(1) })
      .readonly()
      .optional(),
  })
  .readonly();

/** The same as a file. The logo's picture is in a file beside it, which the branding file names. */
export const brandingFileSchema = z
  .strictObject({ ...words, logo: z.strictObject({ file: line, alternative }).readonly().optional() })
  .readonly();

export type Branding = z.infer<typeof brandingSchema>;
