import type { Scale } from '../../instrument/model/schema.ts';
import { describeOption } from '../../instrument/model/traverse.ts';
import { english } from '../../words/english/english.ts';

/** A line of an outline, however long. */
export interface OutlineLine {
  /** Number of levels of indentation. */
  readonly depth: number;
  /** The beginning of the line, such as a key; empty for text alone. */
  readonly label: string;
  readonly text: string;
}

export const line = (depth: number, label: string, text: string): OutlineLine => ({ depth, label, text });

export const [targetHeading] = english.areas.targetHeadings;

/** A level of a scale by its number and label; by its number alone if the scale has no such level. */
export function describeLevel(scale: Scale, level: number): string {
  const option = scale.options.find((one) => one.level === level);
  return option === undefined ? String(level) : describeOption(scale, option);
}
