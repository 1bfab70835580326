import { inputColourName } from '../../spreadsheet/style/theme.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { hasActionPlan, isScored, type Layout } from '../layout/layout.ts';

/** How to fill in the workbook and return it, step by step. */
export const stepsOf = (content: WorkbookContent): readonly string[] =>
  content.workedExample === undefined ? describeSteps(content) : exampleSteps;

const exampleSteps: readonly string[] = [
  'Read the Guide, which first explains the worked example.',
  'Look at the sheets to see how to fill them in.',
  'Then fill in the workbook that was sent to your own organisation. Do not return this one: it would be refused.',
];

function describeSteps({ instrument, layout }: WorkbookContent): readonly string[] {
  const [first, last] = [layout.items.at(0)?.name, layout.items.at(-1)?.name];
  const questions = first === last ? `"${first}"` : `"${first}" to "${last}"`;
  const entries = layout.entries.map((sheet) => `"${sheet.name}"`);
  const open = `Only the ${inputColourName} cells can be filled in; the others are locked.`;
  if (instrument.reviews !== undefined) {
    return [
      'Keep the file name. Read the Guide.',
      `On ${questions}, compare what the partner wrote with the criteria. Choose your own level, say how good the evidence is, and recommend what comes next. ${open}`,
      `Fill in ${listed(entries)}.`,
      'Talk to the partner. Where you agree on a level, enter it under "Agreed level".',
      'Return this workbook as an Excel file, not as a PDF or a link. It may be returned again after you have agreed.',
    ];
  }
  return [
    'Keep the file name. Read the Guide, and bring together the partners who commission and provide services with you.',
    ...(first === undefined
      ? []
      : [
          `Answer every question on ${questions}: choose an answer from the list, and give your evidence. ${open}`,
          'For a question that falls short, say what will be done, who leads, and by when; leave the action blank if none is needed. If a question does not apply, choose that answer where the list offers it, and give the reason.',
        ]),
    ...(entries.length === 0 ? [] : [`Fill in ${listed(entries)}.${first === undefined ? ` ${open}` : ''}`]),
    lastStep(layout),
  ];
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function lastStep(layout: Layout): string {
  // They are filled in by formulas.
  const results = [...(isScored(layout) ? ['Scorecard'] : []), ...(hasActionPlan(layout) ? ['Action plan'] : [])];
  const look = results.length === 0 ? '' : `look at the ${results.join(' and the ')}. Then `;
  return `When every line of the Checklist says Done, ${look}return this workbook as an Excel file, not as a PDF or a link.`;
}
