/** What cells take, and the messages that Excel shows: titles of 32 characters at most, and texts of 255. */
export const cells = {
  yesNo: ['Yes', 'No'],
  notApplicable: 'n/a',
  notInList: 'Not in list',
  notAnAnswer: 'Not one of the answers',
  choose: (answers: string) => `Choose ${answers} from the list, or clear the cell.`,
  chooseOne: (count: number) =>
    `Choose one of the ${count} answers in the list: click the arrow beside the cell to see them. Or clear the cell.`,
  notADate: 'Not a date',
  enterDate: 'Enter a day, month and year, as in 31/03/2027, or clear the cell.',
  notAnAddress: 'Not a web address',
  enterAddress: 'Enter one whole address that begins with https:// or http://, or clear the cell.',
  notOptions: 'Not numbers of options',
  enterOptions: (last: number) =>
    `Enter numbers from 1 to ${last} with semicolons between, as in 1; 3, or clear the cell.`,
  howToChoose: 'Enter the numbers of all that apply, as in 1; 3.',
  notWhole: 'Not a whole number',
  notANumber: 'Not a number',
  enterNumber: (number: string) => `Enter ${number}, in figures and without words, or clear the cell.`,
  /** After the levels of a scale, in a message. */
  orNotApplicable: (label: string) => `or "${label}", with the reason`,
  /** Of a figure that is computed. */
  locked:
    'It is worked out from other answers: nothing is typed here. It stays blank until all of them are filled in; enter 0 where there is none.',
  /** Of a fact in the cell. */
  given: (fact: string) => `Given: ${fact}. Leave it to confirm it, or change it.`,
  toBeCorrected: (wrong: string) => `To be corrected. ${wrong}`,
  seeCorrections: '… See the sheet Corrections.',
} as const;

/** Numbers in words: `a whole number of people from 0 to 5,000`. */
export const numbers = {
  kinds: {
    integer: 'a whole number',
    decimal: 'a number',
    percentage: 'a percentage',
    money: 'an amount',
  },
  inCurrency: (kind: string, currency: string) => `${kind} in ${currency}`,
  /** A rate is `a number per 1,000 people`. */
  counting: (kind: string, unit: string) => (/^per\b/.test(unit) ? `${kind} ${unit}` : `${kind} of ${unit}`),
  between: (number: string, limits: string) => `${number} ${limits}`,
  bounded: (number: string, limits: string) => `${number} of ${limits}`,
  boundedCount: (number: string, limits: string) => `${number}, ${limits}`,
  /** The same as a sentence of its own. */
  sentence: (number: string) => `${number.replace(/^an? ./, (start) => start.slice(-1).toUpperCase())}.`,
  fromTo: (least: string, greatest: string) => `from ${least} to ${greatest}`,
  orMore: (least: string) => `${least} or more`,
  orLess: (greatest: string) => `${greatest} or less`,
} as const;

/** Several words in a sentence. */
export const lists = {
  and: (words: readonly string[]) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`,
  or: (words: readonly string[]) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  /** The same for words that may hold commas. */
  allOf: (words: readonly string[]) => words.join(' and '),
  anyOf: (words: readonly string[]) => words.join(' or '),
} as const;

/** Days and times. */
export const dates = {
  months: [
    ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
    ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
  ],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  time: (time: string, weekday: string, day: string) => `${time} (UK time) on ${weekday} ${day}`,
} as const;

/** The names of colours of cells: those to fill in, those with a fact, and those to put right, with texts and with levels. */
export const colours = { input: 'pale blue', given: 'sand', wrongText: 'pink', wrong: 'dark purple' } as const;
