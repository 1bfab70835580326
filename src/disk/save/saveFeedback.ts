import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import type { FeedbackToSave, SavedFeedback } from '../../operations/writeFeedback.ts';
import { propertiesAt } from '../files/propertiesAt.ts';
import { writeFileWhole } from '../files/writeFile.ts';

/** Saves a feedback workbook in a folder. It overwrites nothing but older feedback for the same partner. */
export function saveFeedback(folder: string, { instrument, partner, fileName, bytes }: FeedbackToSave): SavedFeedback {
  const file = join(folder, fileName);
  const exists = existsSync(file);
  const properties = exists ? propertiesAt(file) : undefined;
  const isOlder =
    properties?.get('Scorebook kind') === 'feedback' &&
    properties.get('Scorebook instrument') === instrument &&
    properties.get('Scorebook partner') === partner;
  if (exists && !isOlder) {
    return { file, outcome: 'left', findings: [finding('output.not-feedback', { file: fileName }, {})] };
  }
  try {
    writeFileWhole(file, bytes);
    return { file, outcome: exists ? 'replaced' : 'written', findings: [] };
  } catch (failure) {
    if (failure instanceof FindingsError) return { file, outcome: 'left', findings: failure.findings };
    throw failure;
  }
}
