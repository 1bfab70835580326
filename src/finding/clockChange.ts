import { type UkTime, ukTime } from '../time.ts';
import { type Finding, finding } from './index.ts';

/** What is to be known of a time that an option gives, where it falls into the hour in which UK clocks change. */
export function clockChange(option: string, text: string, { instant, occurs }: UkTime): readonly Finding[] {
  const facts = { option, time: text, taken: ukTime(instant) };
  const findings: Readonly<Record<UkTime['occurs'], readonly Finding[]>> = {
    once: [],
    skipped: [finding('time.skipped', {}, facts)],
    repeated: [finding('time.repeated', {}, facts)],
  };
  return findings[occurs];
}
