import type { Place } from '../../finding/index.ts';
import type { Field } from '../../instrument/model/schema.ts';
import type { RawCell } from '../../spreadsheet/model/rawWorkbook.ts';
import { beginningOf } from '../../spreadsheet/plan/formulaText.ts';
import type { Words } from '../../words/words.ts';

/** A row of a section as issued: what it shows, and the names of its answers' cells. */
export interface ExpectedRow {
  readonly reference: string;
  /** The question, alone and as its cell shows it, which identifies the row if its reference is missing. */
  readonly texts?: readonly string[];
  readonly nameOf: (field: Field) => string;
  /** Keys of the fields that the row answers; all of the sheet if absent. */
  readonly fields?: ReadonlySet<string>;
}

/** A column that not every workbook has, and that contains nothing to be read. */
export interface SetAside {
  readonly heading: string;
  /** The form of its texts; whatever else is there was typed over them. */
  readonly texts: RegExp;
}

export interface ExpectedSheet {
  readonly name: string;
  /** Key of the section that is answered on it. */
  readonly section: string;
  /** Possible titles of the sheet, in the form that `tidy` gives. */
  readonly titles: ReadonlySet<string>;
  /** All headings, the first of them that of the references. */
  readonly headings: readonly string[];
  readonly setAside?: readonly SetAside[];
  readonly fields: readonly Field[];
  readonly rows: readonly ExpectedRow[];
  /** All issued texts, besides references, in the form that `tidy` gives: they are not reported as unread. */
  readonly printed: ReadonlySet<string>;
  /**
   * Names in small letters of other sheets that may have exchanged names with this one: those with references of their
   * own.
   */
  readonly siblings: ReadonlySet<string>;
  /** Whether rows that the partner added are answers too. */
  readonly takesMoreRows: boolean;
}

export interface LocatedAnswer {
  readonly reference: string;
  readonly field: Field;
  /** Undefined when the cell is empty. */
  readonly cell: RawCell | undefined;
  readonly row: number;
  readonly column: number;
  readonly place: Place;
}

/**
 * The last round's column says `was 2` or, in workbooks of earlier versions, begins with that round's name; the columns of
 * a second opinion say `scored 2`, and quote. A level typed over them does none of that.
 */
export const earlierColumns = ({ earlier }: Words): readonly SetAside[] => [
  {
    heading: earlier.lastRound,
    texts: beginningWith(
      [
        ...[beginningOf(earlier.was), earlier.wasNotApplicable, earlier.wasUnreadable, earlier.wasUnanswered],
        ...[earlier.wasNotAsked, earlier.wasNotReturned, earlier.seePredecessors],
      ],
      '.+?: ',
    ),
  },
  {
    heading: earlier.selfScore,
    texts: beginningWith([beginningOf(earlier.scored), earlier.scoredNotApplicable, `${earlier.not} `]),
  },
  { heading: earlier.selfEvidence, texts: /^“[\s\S]*”$/ },
];

const beginningWith = (texts: readonly string[], ...forms: readonly string[]): RegExp =>
  new RegExp(`^(?:${[...texts.map(escaped), ...forms].join('|')})`);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
