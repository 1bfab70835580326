import { type Finding, FindingsError, finding, hasErrors } from '../finding/index.ts';
import type { Place } from '../finding/place.ts';
import type { Instrument, Scale, ScoreField } from '../instrument/model/schema.ts';
import { chosenValue, type ItemInContext, scoredScaleOf, scoreFieldOf } from '../instrument/model/traverse.ts';
import { personalData } from '../response/personalData.ts';
import { readDate } from '../response/readDate.ts';
import { readLevel } from '../response/readLevel.ts';
import { type Answer, answered, blank, notApplicable } from '../response/response.ts';
import { tidyText } from '../response/tidyText.ts';
import { scoredItems } from '../scoring/scorecard.ts';
import { dayFirst } from '../writtenTime.ts';
import type { AgreedScore } from './agreedScore.ts';
import type { ListColumns } from './list/headings.ts';
import { compareLines, type ListLine, lineText, readList } from './list/readList.ts';
import { areaKey, type SharedArea } from './sharedAreas.ts';

const columns = {
  area: { headings: ['areacode'], isRequired: true, isCode: true },
  question: { headings: ['questionnumber', 'reference', 'ref', 'item'], isRequired: true, isCode: true },
  level: { headings: ['agreedlevel', 'score', 'agreedscore'], isRequired: true },
  date: { headings: ['agreedon', 'dateagreed', 'dateofagreement'], isRequired: true },
  present: { headings: ['thosepresent', 'attendees', 'attendance'], isRequired: true },
} as const satisfies ListColumns<string>;

type Line = ListLine<keyof typeof columns>;

/** The round that a list of agreed scores belongs to. */
export interface AgreedContext {
  readonly instrument: Instrument;
  /** By `areaKey`. */
  readonly areas: ReadonlyMap<string, SharedArea<unknown>>;
  /** The current day, `YYYY-MM-DD`. A later date is refused. */
  readonly today: string;
}

export interface AgreedList {
  readonly scores: readonly AgreedScore[];
  /** Warnings only; errors are thrown. */
  readonly findings: readonly Finding[];
}

/** A title followed by a name, as people write it in lists of attendees. */
const titled = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\b\.?\s+\p{Lu}/u;

/** The word, in place of a level, that withdraws an earlier score. */
const withdrawn = 'withdrawn';

/**
 * Reads a list of agreed scores from the bytes of a file: an .xlsx workbook, or text as Excel saves it.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError with all errors of the list, each with its line or cell.
 */
export function parseAgreedScores(bytes: Uint8Array, file: string, context: AgreedContext): AgreedList {
  const { lines, findings: listFindings } = readList(bytes, file, columns);
  const items = new Map(scoredItems(context.instrument).map((item) => [item.item.key, item]));
  const read = lines.filter(({ isWhole }) => isWhole).map((line) => readScore(line, items, context));
  const findings = [...listFindings, ...read.flatMap((one) => one.findings), ...findRepeated(lines)];
  if (hasErrors(findings)) throw new FindingsError(findings.toSorted(compareLines));
  return { scores: read.map(({ score }) => score), findings };
}

function readScore(
  { values, placeOf }: Line,
  items: ReadonlyMap<string, ItemInContext>,
  { instrument, areas, today }: AgreedContext,
): { readonly score: AgreedScore; readonly findings: readonly Finding[] } {
  const { area, question, level, date, present } = Object.fromEntries(values);
  const known = areas.get(areaKey(area ?? ''));
  const asked = items.get(folded(question ?? ''));
  const scale = scoredScaleOf(instrument);
  const field = asked === undefined ? undefined : scoreFieldOf(asked.section);
  const answer = level === undefined ? undefined : readAgreed(scale, field, level);
  const on = date === undefined ? undefined : readDate({ kind: 'text', value: date }, false);
  const personal = personalIn(present ?? '');
  const findings = [
    ...(area !== undefined && known === undefined
      ? [finding('agreed.unknown-area', placeOf('area'), { area, known: [...areas.values()].map(({ code }) => code) })]
      : []),
    ...(question !== undefined && asked === undefined
      ? [
          finding('agreed.unknown-question', placeOf('question'), {
            question,
            first: [...items.values()][0]?.item.key ?? '',
          }),
        ]
      : []),
    ...(level !== undefined && answer === undefined
      ? [finding('agreed.not-a-level', placeOf('level'), { level, allowed: allowedWords(scale, field), withdrawn })]
      : []),
    ...(date !== undefined && (on === undefined || on > today) ? [notADay(date, placeOf('date'))] : []),
    ...(personal.length > 0 ? [finding('agreed.personal-data', placeOf('present'), { kinds: personal })] : []),
  ];
  return {
    score: {
      area: known?.code ?? '',
      item: asked?.item.key ?? '',
      answer: answer ?? blank,
      on: on ?? '',
      present: present ?? '',
    },
    findings,
  };
}

function notADay(date: string, place: Place): Finding {
  const turned = dayFirst(date);
  return finding('agreed.not-a-day', place, { date, ...(turned === undefined ? {} : { dayFirst: turned }) });
}

function personalIn(present: string): readonly string[] {
  const kinds = personalData(present);
  return kinds.length === 0 && titled.test(present) ? ["a person's name"] : kinds;
}

function readAgreed(scale: Scale, field: ScoreField | undefined, typed: string): Answer | undefined {
  const level = readLevel(scale, typed);
  if (level !== undefined) return answered(level);
  if (folded(typed) === withdrawn) return blank;
  const label = field?.notApplicable?.label;
  return label !== undefined && folded(typed) === folded(label) ? notApplicable : undefined;
}

const allowedWords = (scale: Scale, field: ScoreField | undefined): readonly string[] => [
  ...scale.options.map((option) => String(chosenValue(scale, option))),
  ...(field?.notApplicable === undefined ? [] : [field.notApplicable.label]),
];

function findRepeated(lines: readonly Line[]): readonly Finding[] {
  const firsts = new Map<string, string>();
  return lines.flatMap(({ values, placeOf }) => {
    const [area, question] = [values.get('area'), values.get('question')];
    if (area === undefined || question === undefined) return [];
    const key = JSON.stringify([areaKey(area), folded(question)]);
    const first = firsts.get(key);
    if (first !== undefined) return [finding('agreed.twice', placeOf('question'), { area, question, first })];
    firsts.set(key, lineText(placeOf('question')));
    return [];
  });
}

const folded = (typed: string): string => tidyText(typed).toLowerCase();
