import { fieldFor, isItems, scoreFieldOf, takesFacts } from '../../instrument/model/traverse.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { hasActionPlan, isScored } from '../layout/layout.ts';

/** How to fill in the workbook and return it, step by step. */
export const stepsOf = (content: WorkbookContent): readonly string[] =>
  content.workedExample === undefined ? describeSteps(content) : content.words.steps.example;

function describeSteps({
  words: { steps: words, colours, lists, sheets },
  instrument,
  layout,
}: WorkbookContent): readonly string[] {
  const [first, last] = [layout.items.at(0)?.name ?? '', layout.items.at(-1)?.name ?? ''];
  const questions = first === last ? words.sheet(first) : words.from(first, last);
  const entries = lists.and(layout.entries.map(({ name }) => words.sheet(name)));
  const open = words.open(lists.and([colours.input, ...(takesFacts(instrument) ? [colours.given] : [])]));
  if (instrument.reviews !== undefined) {
    const { read, compare, agree, send } = words.review;
    return [read, `${compare(questions)} ${open}`, words.fillIn(entries), agree, send];
  }
  const hasQuestions = layout.items.length > 0;
  // They are filled in by formulas.
  const results = [
    ...(isScored(layout) ? [sheets.scorecard] : []),
    ...(hasActionPlan(layout) ? [sheets.actionPlan] : []),
  ];
  const sections = instrument.sections.filter(isItems);
  const has = (purpose: 'action' | 'evidence'): boolean =>
    sections.some((section) => fieldFor(section, purpose) !== undefined);
  const shortfalls = [
    ...(has('action') ? [words.plan] : []),
    ...(sections.some((section) => scoreFieldOf(section)?.notApplicable !== undefined) ? [words.notApplicable] : []),
  ];
  return [
    words.read,
    ...(hasQuestions ? [`${words.answer(questions, has('evidence'))} ${open}`] : []),
    ...(shortfalls.length === 0 ? [] : [shortfalls.join(' ')]),
    ...(layout.entries.length === 0 ? [] : [`${words.fillIn(entries)}${hasQuestions ? '' : ` ${open}`}`]),
    words.send(results),
  ];
}
