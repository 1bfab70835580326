import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Finding, FindingsError, finding } from '../../finding.ts';
import type { Feedback } from '../../rollup/feedback/feedback.ts';
import { propertiesAt } from '../files/propertiesAt.ts';
import { writeFileWhole } from '../files/writeFile.ts';

export type FeedbackOutcome = 'written' | 'replaced' | 'left';

/** Puts a feedback workbook in its place, and overwrites nothing but older feedback for the same partner. */
export function saveFeedback(
  path: string,
  { instrument, own }: Feedback,
  bytes: Uint8Array,
): { readonly outcome: FeedbackOutcome; readonly findings: readonly Finding[] } {
  const stands = existsSync(path);
  const properties = stands ? propertiesAt(path) : undefined;
  const isOurs =
    properties?.get('Scorebook kind') === 'feedback' &&
    properties.get('Scorebook instrument') === instrument.key &&
    properties.get('Scorebook partner') === own.partner.code;
  if (stands && !isOurs) {
    return { outcome: 'left', findings: [finding('output.not-feedback', { file: basename(path) }, {})] };
  }
  try {
    writeFileWhole(path, bytes);
    return { outcome: stands ? 'replaced' : 'written', findings: [] };
  } catch (failure) {
    if (failure instanceof FindingsError) return { outcome: 'left', findings: failure.findings };
    throw failure;
  }
}
