import { type Finding, finding } from '../../finding/index.ts';
import type { Branding } from '../../instrument/model/branding.ts';
import { contrast, minTextContrast } from '../../spreadsheet/style/contrast.ts';
import { readPicture } from '../../spreadsheet/style/picture.ts';
import { palette } from '../../spreadsheet/style/theme.ts';

/** The logo is sent once to each partner by e-mail, and shown in the size of a stamp. */
const limits = { bytes: 500_000, pixels: 4000 } as const;

/** Checks that a branding can be displayed as given. */
export function checkBranding({ colour, logo }: Branding): readonly Finding[] {
  return [...(colour === undefined ? [] : checkColour(colour)), ...(logo === undefined ? [] : checkLogo(logo.picture))];
}

function checkColour(colour: string): readonly Finding[] {
  const ratio = contrast(colour.slice(1), palette.brand.text);
  if (ratio >= minTextContrast) return [];
  // Cut, not rounded: 4.49 is below 4.5.
  const shown = Math.floor(ratio * 10) / 10;
  return [finding('branding.contrast', { key: 'colour' }, { colour, ratio: shown, least: minTextContrast })];
}

function checkLogo(base64: string): readonly Finding[] {
  const bytes = Buffer.from(base64, 'base64');
  const place = { key: 'logo' };
  if (bytes.length > limits.bytes) {
    return [finding('branding.picture-too-large', place, { bytes: bytes.length, limit: limits.bytes })];
  }
  const picture = readPicture(bytes);
  if (picture === undefined) return [finding('branding.no-picture', place, {})];
  const { width, height } = picture;
  return Math.max(width, height) > limits.pixels
    ? [finding('branding.picture-too-many-pixels', place, { width, height, limit: limits.pixels })]
    : [];
}
