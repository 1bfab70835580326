import { type Catalogue, error, warning } from '../wording/entry.ts';
import { alsoIn, andList, counted, firstFew, firstQuoted, list, quoted } from '../wording/quote.ts';

/** What can be wrong with the definition of an instrument. */
export const definitionFindings = {
  'definition.invalid': error(
    (f: { path: string; value: string; rule: string; also?: readonly string[] }) =>
      `${f.path} is ${f.value}: ${f.rule}.${alsoIn(f.also ?? [])}`,
  ),
  'definition.duplicate-key': error(
    (f: { what: string; key: string }) =>
      `Two ${f.what} have the key ${quoted(f.key)}. Keys connect answers with questions, so each must be unique. Give one of the two another key.`,
  ),
  'definition.not-text': error(
    (f: { path: string; written: string; readAs: string }) =>
      `${f.path} must be text, but ${f.written} was read as ${f.readAs}. Put it into quotation marks: "${f.written}".`,
  ),
  'definition.circular': error(
    (f: { chain: readonly string[] }) =>
      `The section belongs to itself: ${f.chain.map(quoted).join(' belongs to ')}. Remove one belongsTo from the circle.`,
  ),
  'definition.computed-circular': error(
    (f: { chain: readonly string[] }) =>
      `The figure is computed from itself: ${f.chain.map(quoted).join(' from ')}. Take one of them out of the parts of another.`,
  ),
  'definition.check-impossible': error(
    (f: { sum: readonly string[]; to: string; limit: string; other: string }) =>
      `No answers can meet the check of ${andList(f.sum)}: by the limits of the fields, what is added up is ${f.limit}, and ${quoted(f.to)} ${f.other}. Change a limit, or the check.`,
  ),
  'definition.share-of-zero': warning(
    (f: { whole: string }) =>
      `The share is blank where ${quoted(f.whole)} is 0, as nothing can be divided by it. Nothing needs to be done if that is meant; if 0 is no answer there, give it a least above 0.`,
  ),
  'definition.condition-circular': error(
    (f: { chain: readonly string[] }) =>
      `The question is asked only if it is answered itself: ${f.chain.map(quoted).join(' depends on ')}. Remove one onlyIf from the circle: it may be that of an activity or a section around these questions.`,
  ),
  'definition.always-asked': error(
    (f: { by: string }) =>
      `onlyIf cannot be here, because this is needed in any case, by ${f.by}. Put onlyIf on a part around it or on another field, or remove it.`,
  ),
  'definition.condition-later': warning(
    (f: { item: string }) =>
      `onlyIf asks for the answer to ${quoted(f.item)}, which comes after it. People fill in a workbook from front to back, and would find a question behind them that they have passed. Ask ${quoted(f.item)} first.`,
  ),
  'definition.never-asked': error(
    (f: { about: string }) =>
      `No partner is ever asked this: together with the conditions around it, and on what it depends, onlyIf wants ${f.about} to be two things at once. Give one of the conditions a value that both allow, or remove it.`,
  ),
  'definition.given-kind': error(
    (f: { field: string; kind: string }) =>
      `given: the field ${quoted(f.field)} is of kind ${f.kind}, and cannot have a fact: a score is the partner's own judgement, and what is computed follows from other answers. Remove given, or write it in another field.`,
  ),
  'definition.given-shared': error(
    (f: { field: string; column: string; items: readonly string[] }) =>
      `given: the column ${quoted(f.column)} would be the answer under ${quoted(f.field)} to several questions: ${firstFew(f.items)}. Write given in the question that it answers: { key: ${f.items[0]}, given: { ${f.field}: { from: partner-list, column: ${f.column} } }, … }.`,
  ),
  'definition.given-answer': warning(
    (f: { field: string; items: readonly string[] }) =>
      `given: the field ${quoted(f.field)} is the answer to ${f.items.length === 1 ? 'the question' : 'the questions'} ${firstFew(f.items)}, so ${f.items.length === 1 ? 'it counts' : 'they count'} as answered before a partner has opened the workbook. If somebody has to look at the fact, ask for that first, as in a field of kind: yes-no before it.`,
  ),
  'definition.unknown-reference': error(
    (f: { what: string; named: string; known: readonly string[] }) =>
      `The ${f.what} ${quoted(f.named)} is not defined. ${f.known.length === 0 ? `No ${f.what} is defined.` : `Defined: ${firstQuoted(f.known)}.`} Correct the name, or define it.`,
  ),
  'definition.unknown-level': error(
    (f: { named: string | number; known: readonly number[] }) =>
      `Level ${typeof f.named === 'number' ? f.named : quoted(f.named)} does not exist in this scale. Its levels are ${f.known.join(', ')}. Write one of these numbers, without quotation marks.`,
  ),
  'definition.words-clash': error(
    (f: { words: string; with: string }) =>
      `${quoted(f.words)} cannot be distinguished from ${f.with}, because capitals and spaces are ignored. Answers are recognised by these words. Change one of them.`,
  ),
  'definition.own-field-clash': error(
    (f: { key: string; section: string }) =>
      `The question has a field of its own with the key ${quoted(f.key)}, which all questions of section ${quoted(f.section)} have already. Answers are stored by these keys. Give the question's own field another key.`,
  ),
  'definition.own-fields-differ': error(
    (f: { key: string; other: string }) =>
      `The question's own field ${quoted(f.key)} is not the same as that of question ${f.other}. Questions of one section share the column of a field. Define both alike, or give one of them another key.`,
  ),
  'definition.own-field-role': error(
    (f: { key: string; role: string }) =>
      `The question's own field ${quoted(f.key)} is for ${quoted(f.role)}, which only the fields of a section can be. Move it to the section, or make it another kind of field.`,
  ),
  'definition.purpose-twice': error(
    (f: { purpose: string; fields: readonly string[] }) =>
      `The fields ${andList(f.fields)} have the same purpose, ${quoted(f.purpose)}, and only one of them would be shown. Remove the purpose from the others.`,
  ),
  'definition.scorecard-empty': error(
    (f: { scale: string }) =>
      `No section with questions has a score field with the scale ${quoted(f.scale)}, so the scorecard would count nothing. Name the scale that the questions use, or remove the scorecard.`,
  ),
  'definition.bands-out-of-order': error(
    (f: { band: string; from: number; next: string; nextFrom: number; rises: boolean }) =>
      `The band ${quoted(f.next)} begins at ${f.nextFrom}, and the band ${quoted(f.band)} before it at ${f.from}, so that they overlap or are in the wrong order. List bands from the worst to the best, with figures that ${f.rises ? 'rise' : 'fall'}.`,
  ),
  'definition.bands-hole': error(
    (f: { band: string; from: number; worst: number }) =>
      `The worst band ${quoted(f.band)} begins at ${f.from}, but figures can be as bad as ${f.worst}: these would have no band. Let it begin at ${f.worst}.`,
  ),
  'definition.band-unreachable': error(
    (f: { band: string; from: number; best: number }) =>
      `The band ${quoted(f.band)} begins at ${f.from}, but no figure is better than ${f.best}, so no part could ever be in it. Let it begin earlier, or remove it.`,
  ),
  'definition.band-colours': error(
    (f: { bands: readonly string[]; colour: string }) =>
      `The bands ${andList(f.bands)} follow each other and have the same colour, ${quoted(f.colour)}. Give one of them another.`,
  ),
  'definition.counts-as': error(
    (f: { own: readonly number[]; counted: readonly number[] }) =>
      `countsAs must give one of the scorecard's levels ${f.counted.join(', ')} for each of the field's levels ${f.own.join(', ')}, and nothing else. Write countsAs: { ${f.own.map((level) => `${level}: …`).join(', ')} }.`,
  ),
  'definition.overall-mean': error(
    () =>
      'The overall position is to be the mean of the parts, but the rule of the scorecard has no figure of which there is a mean. Choose the rule mean or percentage, or another overall.',
  ),
  'definition.weight': error(
    (f: { weight: number; largest: number }) =>
      `The weight is ${f.weight}. Write a number above 0, of at most ${f.largest}, with no more than three decimals. A question that should not count belongs into a section without a score.`,
  ),
  'definition.no-level-under': error(
    () =>
      'The rule of the scorecard is all-below-met, which needs the level that each statement is under. Add under: with the number of the level.',
  ),
  'definition.levels-alike': warning(
    (f: { levels: readonly number[]; position: string }) =>
      `The rule cannot distinguish the levels ${f.levels.join(', ')}: a part with all its answers at any one of them is ${f.position}. Choose a rule with cut-offs, such as by: mean, or take fewer levels.`,
  ),
  'definition.all-optional': warning(
    (f: { part: string }) =>
      `Every question of ${quoted(f.part)} is optional, so a partner may leave all of it blank, and it then has no position. Take optional away from at least one of them.`,
  ),
  'definition.no-effect': warning(
    (f: { what: string; rule: string }) =>
      `${quoted(f.what)} has no effect: only the rule ${quoted(f.rule)} uses it. Remove it, or choose that rule.`,
  ),
  'definition.view-empty': error(
    (f: { vocabulary: string }) =>
      `No scored question has a tag from ${quoted(f.vocabulary)}, so the view would have no rows. Tag sections, activities or questions, or remove the view.`,
  ),
  'definition.criteria-levels': error(
    (f: { found: readonly number[]; expected: readonly number[] }) =>
      `There are criteria for ${f.found.length === 0 ? 'no level' : `the levels ${f.found.join(', ')}`}, but the scale has the levels ${f.expected.join(', ')}. Write one criterion for each level, in that order.`,
  ),
  'definition.levels-out-of-order': error(
    (f: { levels: readonly number[] }) =>
      `The levels are in the order ${f.levels.join(', ')}. List the options from the worst level to the best, so that the numbers only rise or only fall.`,
  ),
  'definition.row-length': error(
    (f: { row: number; length: number; expected: number }) =>
      `Row ${f.row} has ${counted(f.length, 'cell')}, but the table has ${counted(f.expected, 'column')}. Write one cell for each column; write "" for an empty cell.`,
  ),
  'definition.example-answer': error(
    (f: { field: string; value: string; allowed: string }) =>
      `The worked example has ${quoted(f.value)} for ${quoted(f.field)}, which takes ${f.allowed}. Correct the example.`,
  ),
  'definition.two-score-fields': error(
    (f: { fields: readonly string[] }) =>
      `There is more than one score field: ${list(f.fields)}. A section is scored by one field. Make the others text fields.`,
  ),
  'definition.ungrouped': error(
    (f: { view: string; groups: readonly string[] }) =>
      `No group is given for the view ${quoted(f.view)}. Add groups: { '${f.view}': … } with one of ${list(f.groups)}.`,
  ),
  'definition.too-long': error(
    (f: { what: string; length: number; limit: number }) =>
      `The ${f.what} has ${f.length} characters, and Excel allows ${f.limit}. Shorten it.`,
  ),
  'definition.sheet-name': error(
    (f: { name: string; problem: string }) =>
      `The sheet would have the name ${quoted(f.name)}, but ${f.problem}. Change the short title.`,
  ),
  'definition.heading-clash': error(
    (f: { heading: string }) =>
      `Two columns of the sheet would have the heading ${quoted(f.heading)}. Columns are recognised by their headings. Change one of them.`,
  ),
  'definition.name-clash': error(
    (f: { name: string }) =>
      `Two cells would have the name ${quoted(f.name)}, because keys that differ only in dots and hyphens give the same name. Change one of the keys.`,
  ),
  'definition.other-language': warning(
    (f: { language: string }) =>
      `The language is ${quoted(f.language)}, and Scorebook has its own words only in English: headings such as Cover and Checklist, hints and e-mails stay English beside the questions. Say en-GB if the questions are in English, too.`,
  ),
  'definition.many-items': warning(
    (f: { items: number; limit: number }) =>
      `There are ${f.items} questions. With more than ${f.limit}, each workbook takes seconds to write and a long time to open. Consider two instruments.`,
  ),
} as const satisfies Catalogue<'definition'>;
