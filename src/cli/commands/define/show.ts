import type { Command } from 'commander';
import { type ByKind, byKind } from '../../../instrument/model/fieldKinds.ts';
import { quoteEach } from '../../../instrument/model/quoteEach.ts';
import type { Field, Instrument, Scale, Section, View } from '../../../instrument/model/schema.ts';
import { describeOption, viewsOf } from '../../../instrument/model/traverse.ts';
import { partsOf } from '../../../scoring/scorecard.ts';
import { readInstrument } from '../../input/readInstrument.ts';
import { counted, printJson } from '../../options/common.ts';
import { countParts } from '../../output/countParts.ts';
import { wrapText } from '../../output/wrapText.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../terminal/context.ts';

/** Characters of a line where the terminal does not say how many it has. */
const usualWidth = 80;

export function showCommand(program: Command, surroundings: CommandContext, done: (code: ExitCode) => void): void {
  program
    .command('show')
    .usage('<instrument> [options]')
    .summary('what an instrument asks')
    .description(
      'Outlines an instrument: its sections, activities, questions, fields, scales and views, and what is not from its source.',
    )
    .argument('<instrument>', 'its key, or a file that defines it: .json, .yaml, .js')
    .option('--json', 'write the whole definition to standard output as JSON')
    .action(async (keyOrFile: string, { json }: { readonly json?: boolean }) => {
      const instrument = await readInstrument(keyOrFile);
      if (json === true) printJson(surroundings, instrument);
      else surroundings.out(`${outline(instrument, surroundings.columns ?? usualWidth).join('\n')}\n`);
      done(exitCodes.done);
    });
}

/** One line of the outline before it is wrapped: how deep it lies, what it begins with, its words. */
type Line = readonly [depth: number, label: string, text: string];

function outline(instrument: Instrument, width: number): readonly string[] {
  const { sections, questions, references } = countParts(instrument);
  const counts = `${counted(sections, 'section')}, ${counted(questions, 'question')}, ${counted(references, 'table')} for reference`;
  const blocks: readonly (readonly Line[])[] = [
    [
      [0, '', `${instrument.title} (${instrument.key}, edition ${instrument.edition})`],
      [0, '', `${instrument.publisher}, ${instrument.published}: ${counts}.`],
    ],
    ...instrument.scales.map(scaleLines),
    ...instrument.sections.map(sectionLines),
    viewsOf(instrument).flatMap((view) => viewLines(instrument, view)),
    (instrument.references ?? []).map(
      ({ key, title, rows }): Line => [0, `Reference ${key}`, `${title} (${counted(rows.length, 'row')})`],
    ),
    sourceLines(instrument),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => [...(index === 0 ? [] : ['']), ...block.flatMap((line) => inLines(line, width))]);
}

function inLines([depth, label, text]: Line, width: number): readonly string[] {
  const first = `${' '.repeat(2 * depth)}${label}${label === '' ? '' : '  '}`;
  // A long label would leave no room beside it.
  return wrapText(first, text, Math.min(first.length, 2 * depth + 8), width);
}

const scaleLines = (scale: Scale): readonly Line[] => [
  [0, `Scale ${scale.key}`, scale.title],
  ...scale.options.map((option): Line => [1, '', `${describeOption(scale, option)}: ${option.meaning}`]),
];

function sectionLines(section: Section): readonly Line[] {
  const shape =
    section.shape === 'items' ? '' : `, up to ${counted(section.rows, 'row')}, one for each ${section.entry}`;
  return [
    [0, `Section ${section.key}`, `${section.title}${shape}`],
    [1, 'Fields', section.fields.map(fieldText).join('; ')],
    ...(section.shape === 'items'
      ? section.activities.flatMap(({ key, title, items }): readonly Line[] => [
          [1, key, title],
          ...items.map((item): Line => [2, item.key, item.question]),
        ])
      : []),
  ];
}

const fieldText = (field: Field): string => `${field.heading} (${field.key}, ${byKind(answers, field)})`;

const answers: ByKind<[], string> = {
  score: ({ scale }) => `scale ${scale}`,
  text: ({ kind }) => kind,
  date: ({ kind }) => kind,
  choice: ({ options }) => `one of ${quoteEach(options).join(', ')}`,
};

const sourceLines = ({ sourceNote }: Instrument): readonly Line[] =>
  sourceNote.length === 0 ? [] : [[0, '', 'About the source'], ...sourceNote.map((note): Line => [1, '-', note])];

function viewLines(instrument: Instrument, view: View): readonly Line[] {
  const parts = partsOf(instrument, view);
  const titles = parts.map(({ title }) => title).join('; ');
  return [
    [0, `View ${view.key}`, `${view.title}, by ${view.by}: ${titles}`],
    ...parts.flatMap(({ title, meaning }): readonly Line[] => (meaning === undefined ? [] : [[1, title, meaning]])),
  ];
}
