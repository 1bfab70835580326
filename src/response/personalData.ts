/** Kinds of personal data that a text may reveal, as sentences name them. */
export type PersonalKind =
  | 'an NHS number'
  | 'a postcode'
  | 'an address'
  | "a person's name"
  | 'a date of birth'
  | 'an e-mail address'
  | 'a phone number';

/**
 * Lists the kinds of personal data that a text seems to contain. NHS numbers are recognised by their check digit and
 * postcodes by their form; the others are guessed from how people write them, so there are misses and false alarms.
 */
export function personalData(text: string): readonly PersonalKind[] {
  const plain = inPlainCharacters(text);
  return detectors.flatMap(({ kind, isIn }) => (isIn(plain) ? [kind] : []));
}

export function hasNhsNumber(text: string): boolean {
  if (!mayHaveTenDigits(text)) return false;
  const plain = inPlainCharacters(text);
  const usual = [...plain.matchAll(threeThreeFour)].map(([, found = '']) => found);
  const otherwise = (plain.match(tenDigits) ?? []).filter((found) => !dayInFull.test(found));
  return [...usual, ...otherwise].some((found) => hasCheckDigit(found.replace(/\D/g, '')));
}

/**
 * Few texts have so many digits. Characters outside ASCII, other than dashes and quotation marks, may also be digits.
 */
function mayHaveTenDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (code > 0x7e && (code < 0x2010 || code > 0x2027)) return true;
  }
  return digits >= 10;
}

/**
 * Converts digits of any width to plain ones, and removes invisible characters between them. White space becomes single
 * spaces, so that the patterns below need not repeat it.
 */
const inPlainCharacters = (text: string): string =>
  text
    .normalize('NFKC')
    // U+FDFA becomes 18 characters. No ordinary text becomes twice as long.
    .slice(0, 2 * text.length)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s{2,}|[^\S ]/g, ' ');

/**
 * A lookahead, so that overlapping runs of digits are all tried. It precedes the lookbehind, which is not needed at
 * most places. Amounts of money and phone numbers with +44 are excluded.
 */
const threeThreeFour =
  /(?<!\d)(?=(\d{3}[\s\p{Pd}./]{0,3}\d{3}[\s\p{Pd}./]{0,3}\d{4})(?!\d))(?<!£\s?)(?<!(?:\+|00)44[\s-]?(?:\(0\))?[\s-]?)/gu;
/** Ten digits in any groups, but not within a longer series of numbers, which has ten digits somewhere, too. */
const tenDigits = /(?<!\d|\d[\s\p{Pd}./]|£\s?|\+)\d(?:[\s\p{Pd}./]?\d){9}(?![\s\p{Pd}./]?\d)/gu;
/** A date followed by an hour also has ten digits. */
const dayInFull = /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d[/.-]\d\d[/.-]\d\d)(?!\d)/;

/** The last digit makes the sum of all, weighted from 10 down to 1, a multiple of 11 (NHS Data Dictionary). */
const hasCheckDigit = (digits: string): boolean =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11 === 0;

/** Outward part, then inward part, which never contains C, I, K, M, O or V. */
const postcode = /\b[A-PR-UWYZ](?:\d[A-HJKPSTUW\d]?|[A-HK-Y]\d[ABEHMNPRVWXY\d]?) {0,2}\d[ABD-HJLNP-UW-Z]{2}\b/gi;

/** "2nd" after a letter and number, as of a building, is not a postcode. */
const hasPostcode = (text: string): boolean =>
  [...text.matchAll(postcode)].some(([found]) => !/\d(?:st|nd|rd|th)$/.test(found));

const houseNumber = /(?<![\d.,£/-])\b\d{1,4}[A-Za-z]?,? /.source;
/** Street names as written on signs. Some are everyday words, and count only with a capital. */
const signedStreet = new RegExp(
  `${houseNumber}(?:\\p{Lu}[\\p{L}'’.]*[ -]+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Crescent|Court|Gardens|Grove|Terrace|Place|Way|Square|Walk|Mews|Hill|Row|Rise|View|Park|Green|Parade)\\b`,
  'u',
);
/** The same typed in haste. A word that makes the number a count of something is no street name. */
const hastyStreet = new RegExp(
  `${houseNumber}(?:(?!(?:on|off|the|an?|in|of|to|by|from|at|and|or|per|down|across|along|for|with|main|more|other|years?|months?|weeks?|days?|hours?|minutes?|miles?)\\b)[\\p{L}'’]+ ){1,2}(?:street|road|avenue|lane|crescent|terrace)\\b(?! ?-?maps?\\b)`,
  'iu',
);

/**
 * Country houses may have a name in place of a number; the words after it identify the address. Here and below words
 * have at most 40 letters: a match may start again after each apostrophe, and would read to the end each time.
 */
const namedHouse =
  /(?<!\p{L})(?:(?!(?:The|Crown|High|County|Family|Supreme|Youth|Civil|Magistrates['’]?)\b)\p{Lu}[\p{L}'’]{1,40} ){1,3}(?:(?:Cottage|Farm|Farmhouse|Lodge|Barn|Bungalow) ?,|(?:House|Court|Flats?) ?, ?(?=\p{Lu}|\d)|(?:Cottage|House|Farm|Farmhouse|Lodge|Barn|Bungalow|Court) (?:\p{Lu}[\p{L}'’]{1,40} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace)\b)/u;
const numberedFlat = /\b[Ff]lat \d{1,4}[A-Za-z]? ?, ?(?=\p{Lu}|\d)/u;

/** Things with a name that are not people, and words before a person's name. */
const nameless = String.raw`(?<!\b(?:services?|schemes?|programmes?|projects?|teams?|cent(?:re|er)s?|groups?|charity|school|nursery|unit|course|package|tool|agency|organisation)\s(?:is |was |has been )?)`;
const role = String.raw`(?!(?:The|Lead|Nurse|Doctor|Midwife|Teacher|Social|Health|Key|Person|Professional|Worker|Contact)\b)`;

/** Capitalised words in names of bodies, laws, benefits and days, and at the beginning of a sentence. */
const noName = String.raw`(?!(?:${[
  'The|This|That|These|Those|There|He|She|It|They|We|You|His|Her|Their|Our|Its|What|Which|Who|When|Where|If|As|And|But|Or|Not|No|Yes|Nothing|All|Each|Any|Only|Both|One|An?|In|On|At|To|For|From|With|After|Before|Since|Until|Now|Then|So|Also|Non|Than|Is|Was|Has|Needs?|Wants?|Says?|Said|Can|Could|Would',
  'Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|English|British|Polish',
  "Social|Services?|Sure|Start|Home|Child|Childrens?|Children['’]s|Act|Teams?|Cent(?:re|er)s?|Schools?|Health|Care|Council|Trusts?|Board|Partnerships?|Famil(?:y|ies)|Support|Youth|Education|Plans?|Framework|Assessments?|Orders?|Courts?|Funds?|Projects?|Programmes?|Schemes?|Agenc(?:y|ies)|Groups?|Units?|Hospitals?|Clinics?|Surger(?:y|ies)|Nurser(?:y|ies)|College|Academy|Primary|Secondary|Early|Help|Years|Foster(?:ing)?|Adoption|Local|Authorit(?:y|ies)|Government|Department|Office|Officers?|Police|Probation|Housing|Association|Welfare|Rights|Mental|Public|National|Royal|County|City|Borough|District|North|South|East|West|Greater|Good|Practice|Tools?|Toolkit|Every|Matters|Audit|Commission(?:ing)?|Key|Stage|Special|Educational|Pupil|Premium|Referral|Free|Meals|Universal|Credits?|Income|Benefits?|Allowance|Working|Tax|Legal|Aid|Citizens|Advice|Bureau|Young|People|Persons?|Carers?|Parents?|Parenting|Women['’]?s?|Protection|Safeguarding|Tongue|Toddlers?|Baby|Lead|Nurses?|Doctors?|Midwi(?:fe|ves)|Teachers?|Workers?|Visitors?|Professionals?|Contact|World|Class|Primary|Master|Intervention|Options?|Domain|Outcomes?|Data|Justice|Systems?|Overview|Death|Strategy|Red|Green|Amber|Level",
].join('|')})\b)`;
const capital = String.raw`${noName}\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}'’-]{0,40}`;
const relation =
  '(?:(?:half[- ]?|step[- ]?|grand[- ]?|god[- ]?)?(?:mother|father|mum|mummy|dad|daddy|brother|sister|son|daughter|ma|pa)|uncle|aunt|auntie|aunty|nan|nana|nanny|gran|granny|cousin|nephew|niece|twin|husband|wife|boyfriend|girlfriend)';
const capitals =
  /\b(?=\p{Lu})(?<![\p{Lu}\d][ &/-]*)(\p{Lu}[\p{Lu}'’-]{2,40}) (\p{Lu}[\p{Lu}'’-]{2,40})\b(?![ &/-]*[\p{Lu}\d]{2})/gu;
/** Emphasis, and acronyms that are pronounced as words. */
const noNameInCapitals =
  /^(?:NOT|NONE|AND|THE|ALL|ANY|ONLY|NEVER|ALWAYS|MUST|VERY|MORE|LESS|EACH|EVERY|BOTH|SEE|ABOVE|BELOW|ONE|TWO|TOO|ARE|HAS|WAS|WERE|FOR|WITH|FROM|WILL|CAN|CANNOT|URGENT|KNOWN|PLEASE|CAMHS|CAFCASS|SENCO|MARAC|MAPPA|ADHD|ASBO|NEET|SEND|SEN|CAF|NHS|PCT|LEA|YOT|EXAMPLE|CASE)$/;
/** Two words in capitals among others that are not. */
const hasNameInCapitals = (text: string): boolean =>
  /\p{Ll}{2}/u.test(text) &&
  [...text.matchAll(capitals)].some(([, first = '', last = '']) =>
    [first, last].every((word) => /[AEIOUY]/.test(word) && !noNameInCapitals.test(word)),
  );

const names: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})(?:\\p{L}[\\p{Ll}-]{1,40}-)?${anyCase(relation)},? [("'“‘]?${capital}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:child|pupil|student|patient|client|baby|boy|girl|teenager),? ${capital} ${capital}`, 'u'),
  new RegExp(
    `(?<!\\p{L})${anyCase(`(?:child|pupil|student|patient|client|baby|boy|girl|young person|${relation})`)}(?:['’]s name)? ?[:=] ?${capital}(?= ${capital}| ?(?:,|$))`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})${capital} ${capital},? \\(?(?:is\\b|was\\b|aged? \\d|born\\b|d\\.?o\\.?b\\b|DOB\\b)`, 'u'),
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Master|Mx)\b\.? (?!Foster Intelligence\b|Plan\b|Class\b|Copy\b|List\b|File\b)\p{Lu}[\p{L}'’-]+/u,
  /\b(?:[Mm]rs?\b\.? \p{L}|(?:MRS?|MISS)\b\.? \p{Lu})[\p{L}'’-]+/u,
  new RegExp(
    `\\b(?=[cnN])${nameless}(?:called|named|[Nn]ame(?:['’]s| is| was)) ?:? ?["'“‘]?${role}\\p{Lu}\\p{Ll}+`,
    'u',
  ),
  /\b(?:[Nn]ame|[Ss]urname|[Ff]orename) ?: ?\p{Lu}\p{Ll}+/u,
];

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}';
const fullDate = [
  String.raw`\b\d{1,2}[\s/.-]{1,3}\d{1,2}[\s/.-]{1,3}(?:\d{4}|\d{2})\b`,
  String.raw`\b\d{4}[\s/.-]\d{1,2}[\s/.-]\d{1,2}\b`,
  String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)?[\s.-]{0,2}${month}[\s,.-]{1,2}(?:\d{4}|\d{2})\b`,
  String.raw`\b${month}[\s.]{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s(?:\d{4}|\d{2})\b`,
].join('|');
const dates = new RegExp(fullDate, 'gi');
const births = /\bborn\b|\bd\.?o\.?b\b|\bbirth(?:day|date)?\b/gi;

/** A date counts as a birth date if the words for it are at most 40 characters before it, or 15 after it. */
function hasBirthDate(text: string): boolean {
  const words = spans(text, births);
  let next = 0;
  return spans(text, dates).some(({ start, end }) => {
    while ((words[next]?.end ?? start) < start - 40) next += 1;
    const word = words[next];
    return word !== undefined && (word.end <= start || word.start <= end + 15);
  });
}

const spans = (text: string, pattern: RegExp): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

const eMail = /(?<![\w.+'%-])[\w.+'%-]+@[\w-]+\.[\w-]/;

const phone = /(?<![\w£./-])(?:(?:\+|00)44[\s-]?(?:\(0\)[\s-]?)?|\(?0)([1-9]\d{0,4}\)?(?:[\s-]?\d{2,8}){1,5})(?!\d)/g;
/** British numbers have nine or ten digits after the nought. A date followed by a time would have as many. */
const hasPhoneNumber = (text: string): boolean =>
  [...text.replace(dates, ';').matchAll(phone)].some(([, national = '']) =>
    /^\d{9,10}$/.test(national.replace(/\D/g, '')),
  );

const detectors: readonly { readonly kind: PersonalKind; readonly isIn: (text: string) => boolean }[] = [
  { kind: 'an NHS number', isIn: hasNhsNumber },
  { kind: 'a postcode', isIn: hasPostcode },
  {
    kind: 'an address',
    isIn: (text) => [signedStreet, hastyStreet, namedHouse, numberedFlat].some((address) => address.test(text)),
  },
  { kind: "a person's name", isIn: (text) => names.some((name) => name.test(text)) || hasNameInCapitals(text) },
  { kind: 'a date of birth', isIn: hasBirthDate },
  { kind: 'an e-mail address', isIn: (text) => eMail.test(text) },
  { kind: 'a phone number', isIn: hasPhoneNumber },
];

/** A pattern that matches lower-case words in either case. */
function anyCase(pattern: string): string {
  return pattern.replace(/(?<!\\|\(\?)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
