import { describeUkTime, type UkTime, ukTime } from '../time.ts';
import { type Finding, finding } from './index.ts';

/** What is to be known of a time that an option gives: it is in the hour in which UK clocks change, or has several meanings. */
export function timeFindings(option: string, text: string, time: UkTime): readonly Finding[] {
  const { instant, occurs, isUnclear } = time;
  const facts = { option, time: text, taken: ukTime(instant) };
  const clocks: Readonly<Record<UkTime['occurs'], readonly Finding[]>> = {
    once: [],
    skipped: [finding('time.skipped', {}, facts)],
    repeated: [finding('time.repeated', {}, facts)],
  };
  const unclear = { option, time: text, taken: describeUkTime(instant) };
  return [...clocks[occurs], ...(isUnclear ? [finding('time.unclear', {}, unclear)] : [])];
}
