import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDovecot } from '../../programs.ts';
import { answered, reviewed } from './answering.ts';
import { editTracker, openTables, type Page, type Row } from './ledger.ts';
import { type Code, codes, type Key, keys, listOf, pilots } from './region.ts';
import { type Changes, openYear } from './year.ts';

/** Two years of one region: each test is what happened next, and the ledger what tracker and roll-up should say then. */
withDovecot('two years of a region, by e-mail', { timeout: 120_000 }, () => {
  const year = openYear();
  const { itIs, scorebook, posted, comes, write, decide, undo, readMail, numbersOf } = year;
  beforeAll(year.begin);
  afterAll(year.end);

  const smtp = ['--smtp', '--per-minute', '60000'];
  const generate = (round: string, key: Key, due: string, ...more: readonly string[]) =>
    scorebook(
      ...['generate', year.at(`${key}.json`), '--partners', year.at(`${key}.csv`), '--round', round, '--due', due],
      ...['--return-to', 'returns@region.example', '--out', year.at(round), ...more],
    );
  const returns = (day: string, key: Key, code: Code, levels: string, from?: string): void =>
    comes(`${day}T09:00:00Z`, code, answered(key, year.issued('2026', key, code), levels), from);

  const numberOf = (code: Code): string => numbersOf(code)[0] ?? 'none';

  /** The numbers of the change by which N13 became part of N14. */
  let merger: readonly number[] = [];

  const nothing = ['[x]', '[x]', '-----'] as const;
  const awaited: Row = ['Await the return', ...nothing];
  const overdue: Row = ['Remind: overdue', ...nothing];
  const complete = (position: string, answers: string): Row => ['None: complete', 'In time', position, answers];
  const late = (position: string, answers: string): Row => ['None: complete', 'Late', position, answers];
  const all = (row: Row, among: readonly Code[] = codes): Page['partners'] =>
    Object.fromEntries(among.map((code) => [code, row]));

  test('2 November 2026: workbooks go out', async () => {
    itIs('2026-11-02T09:00:00Z');
    for (const key of keys) {
      year.put(`${key}.csv`, listOf(key === 'sample' ? codes : pilots));
      await generate('2026', key, '18/12/2026 12:00');
    }
    expect(await posted(() => scorebook('send', '--round', '2026', ...smtp))).toHaveLength(24 + 6 + 6);
    const due = { round: '2026-12-18 12:00' };
    await year.beginLedger('2026', {
      sample: { due, partners: all(awaited), all: ['0 of 24', 'Not scored', '0 0 0'] },
      joint: {
        ...{ due, partners: all(['Await the return', '[x]', '[x]', '----'], pilots) },
        all: ['0 of 6', 'Not scored', '0 0 0'],
      },
      vacancies: { due, partners: all(['Await the return', '[x]', '[x]', ''], pilots), all: ['0 of 6'] },
    });
  });

  test('1 December: fifteen partners answer', async () => {
    const day = '2026-12-01';
    returns(day, 'sample', 'N01', '33322');
    returns(day, 'sample', 'N02', '22222');
    returns(day, 'sample', 'N03', '11122');
    returns(day, 'sample', 'N04', '33333');
    returns(day, 'sample', 'N05', '?2233');
    returns(day, 'sample', 'N06', '12233');
    returns(day, 'sample', 'N08', '21212');
    returns(day, 'sample', 'N13', '13223');
    returns(day, 'sample', 'N15', '11111');
    returns(day, 'sample', 'N16', '22333');
    returns(day, 'sample', 'N17', '33311');
    returns(day, 'sample', 'N18', '12121');
    returns(day, 'sample', 'N19', '22223');
    returns(day, 'sample', 'N20', '1112-');
    returns(day, 'sample', 'N21', '33323');
    returns(day, 'joint', 'N01', '1122');
    returns(day, 'joint', 'N02', '1112');
    returns(day, 'joint', 'N13', '3322');
    returns(day, 'joint', 'N15', '2222');
    returns(day, 'vacancies', 'N01', '');
    returns(day, 'vacancies', 'N16', '');
    itIs('2026-12-02T09:00:00Z');
    const found = await readMail();
    expect(found).toHaveLength(21);
    expect(found.filter((one) => one.includes(' '))).toEqual(['N05 answer.not-an-option']);
    await write({
      sample: {
        partners: {
          N01: complete('Green', '33322'),
          N02: complete('Amber', '22222'),
          N03: complete('Red', '11122'),
          N04: complete('Green', '33333'),
          N05: ['Ask for corrections', 'In time', 'Amber', '-2233'],
          N06: complete('Amber', '12233'),
          N08: complete('Amber', '21212'),
          N13: complete('Amber', '13223'),
          N15: complete('Red', '11111'),
          N16: complete('Green', '22333'),
          N17: complete('Amber', '33311'),
          N18: complete('Red', '12121'),
          N19: complete('Amber', '22223'),
          N20: ['Ask for what is open', 'In time', 'Red', '1112-'],
          N21: complete('Green', '33323'),
        },
        all: ['15 of 24', 'Amber', '20 28 25'],
      },
      joint: {
        partners: {
          N01: complete('Amber', '1122'),
          N02: complete('Green', '1112'),
          N13: complete('Red', '3322'),
          N15: complete('Amber', '2222'),
        },
        all: ['4 of 6', 'Amber', '2 9 5'],
      },
      vacancies: { partners: { N01: complete('Not scored', ''), N16: complete('Not scored', '') }, all: ['2 of 6'] },
    });
  });

  test('3 December: the return of N07 comes from an agency, and counts only after N07 has confirmed it', async () => {
    itIs('2026-12-03T10:00:00Z');
    returns('2026-12-03', 'sample', 'N07', '33233', 'temp@agency.example');
    expect(await readMail()).toEqual(['N07 return.other-sender']);
    const counted: Page['partners'] = { N07: ['None: complete', 'In time', 'Green', '33233', 1] };
    await write({ sample: { partners: counted, all: ['16 of 24', 'Amber', '20 29 29'] } });
    const aside = await decide(['return', 'set-aside', numberOf('N07')], {
      sample: { partners: { N07: awaited }, all: ['15 of 24', 'Amber', '20 28 25'] },
    });
    await undo(aside);
    await write({ sample: { partners: counted, all: ['16 of 24', 'Amber', '20 29 29'] } });
    await decide(['return', 'accept', numberOf('N07'), '--warning', 'return.other-sender'], {
      sample: { partners: { N07: complete('Green', '33233') } },
    });
  });

  test('4 December: N05 gives by telephone the answer that could not be read', async () => {
    itIs('2026-12-04T09:00:00Z');
    await decide(['return', 'correct', numberOf('N05'), '--question', '1.1.1', '--answer', '3'], {
      sample: { partners: { N05: complete('Green', '32233') }, all: ['16 of 24', 'Amber', '20 29 30'] },
    });
  });

  test('7 December: N09 sends its answers in two halves', async () => {
    itIs('2026-12-07T10:00:00Z');
    returns('2026-12-06', 'sample', 'N09', '331--');
    expect(await readMail()).toEqual(['N09']);
    const half: Row = ['Ask for what is open', 'In time', 'Not scored', '331--'];
    await write({ sample: { partners: { N09: half }, all: ['17 of 24', 'Amber', '21 29 32'] } });
    const second = answered('sample', year.issued('2026', 'sample', 'N09'), '---22', { lists: false });
    comes('2026-12-07T09:00:00Z', 'N09', second);
    expect((await readMail()).map((one) => one.includes('return.halves'))).toEqual([true]);
    const other: Row = ['Decide: two returns may be halves of one', 'In time', 'Not scored', '---22'];
    await write({ sample: { partners: { N09: other }, all: ['17 of 24', 'Amber', '20 31 30'] } });
    await decide(['return', 'merge', ...numbersOf('N09')], {
      sample: { partners: { N09: complete('Amber', '33122') }, all: ['17 of 24', 'Amber', '21 31 32'] },
    });
  });

  test('8 December: N11 and N12 get three more weeks', async () => {
    itIs('2026-12-08T09:00:00Z');
    await decide(['round', 'extend', 'N11', 'N12', '--round', '2026', '--due', '8 January 2027 12:00'], {
      sample: { due: { N11: '2027-01-08 12:00', N12: '2027-01-08 12:00' } },
    });
  });

  test('9 December: N13 becomes part of N14', async () => {
    itIs('2026-12-09T09:00:00Z');
    const merged: Changes = {
      sample: { partners: { N13: null }, all: ['16 of 23', 'Amber', '20 29 30'] },
      joint: { partners: { N13: null }, all: ['3 of 5', 'Amber', '0 7 5'] },
      vacancies: { partners: { N13: null }, all: ['2 of 5'] },
    };
    merger = await decide(['round', 'merge', 'N13', '--into', 'N14', '--round', '2026'], merged);
    const back = await decide(['round', 'bring-back', 'N13', '--round', '2026'], {
      sample: { partners: { N13: complete('Amber', '13223') }, all: ['17 of 24', 'Amber', '21 31 32'] },
      joint: { partners: { N13: complete('Red', '3322') }, all: ['4 of 6', 'Amber', '2 9 5'] },
      vacancies: { partners: { N13: ['Await the return', '[x]', '[x]', ''] }, all: ['2 of 6'] },
    });
    await undo(back);
    await write(merged);
  });

  test('10 December: the analyst writes into the tracker that N15 is withdrawn, and a new address of N24', async () => {
    itIs('2026-12-10T09:00:00Z');
    const tracker = year.at('edited.xlsx');
    await scorebook('status', '--round', '2026', '--out', tracker);
    editTracker(tracker, 'N15', 'Withdrawn', 'Yes');
    editTracker(tracker, 'N24', 'E-mail', 'chief@yewbarrow.example');
    await decide(['round', 'update', tracker, '--confirm'], {
      sample: { partners: { N15: null }, all: ['15 of 22', 'Amber', '15 29 30'] },
      joint: { partners: { N15: null }, all: ['2 of 4', 'Green', '0 3 5'] },
      vacancies: { partners: { N15: null }, all: ['2 of 4'] },
    });
  });

  test('11 December: those who are not done are reminded, but not who has more time or has left', async () => {
    itIs('2026-12-11T09:00:00Z');
    const reminded = await posted(() =>
      scorebook('remind', '--round', '2026', ...smtp, '--before', '7', '--corrections', year.at('corrections')),
    );
    expect(reminded).toEqual([
      'chief@yewbarrow.example',
      'pa@birchcombe.example',
      'pa@esker.example',
      'pa@juniper.example',
      ...['pa@netherby.example', 'pa@netherby.example', 'pa@netherby.example'],
      'pa@pinfold.example',
      'pa@thornaby.example',
      'pa@withamstead.example',
    ]);
    await write({
      sample: {
        partners: {
          N20: ['Await what is open', 'In time', 'Red', '1112-'],
        },
      },
    });
  });

  test('12 December: what makes no sense is refused, with the reason, and changes nothing', async () => {
    itIs('2026-12-12T09:00:00Z');
    const ofRound = ['--round', '2026'];
    const [, firstHalf = ''] = numbersOf('N09');
    const known = await year.changesOf('2026');
    for (const [command, words] of [
      [['return', 'set-aside', '999'], 'The register has no return 999. import --json and status --json show'],
      [['return', 'prefer', '999'], 'The register has no return 999.'],
      [['return', 'accept', '999', '--warning', 'return.other-sender'], 'The register has no return 999.'],
      [['return', 'correct', '999', '--question', '1.1.1', '--blank'], 'The register has no return 999.'],
      [['return', 'correct', firstHalf, '--question', '1.1.1', '--blank'], `let this one count first ("return prefer`],
      [['return', 'set-aside', firstHalf], 'Undo that first: "round show 2026" has its number'],
      [['return', 'merge', firstHalf, numberOf('N03')], 'Only returns of one partner in one round can be put together'],
      [['return', 'merge', ...numbersOf('N01')], 'Only returns of one partner in one round can be put together'],
      [['round', 'merge', 'N16', '--into', 'N16', ...ofRound], 'a partner cannot become part of itself'],
      [['round', 'merge', 'N14', '--into', 'N13', ...ofRound], '"round bring-back N13" brings it back'],
      [['round', 'extend', 'N24', '--due', '11/12/2026 12:00', ...ofRound], 'has passed'],
      [['round', 'extend', 'N15', '--due', '8/1/2027 12:00', ...ofRound], 'Oakhanger PCT was withdrawn'],
      [['round', 'undo', '999'], 'There is no change 999. "round show" lists those of a round'],
    ] as const) {
      expect(await year.refused(...command, '--reason', 'a slip')).toContain(words);
    }
    expect(await year.changesOf('2026')).toEqual(known);
    await write({});
  });

  test('14 December: N20 adds what was open', async () => {
    itIs('2026-12-14T10:00:00Z');
    returns('2026-12-14', 'sample', 'N20', '11123');
    expect(await readMail()).toEqual(['N20 return.supersedes return.differs answer.added']);
    await write({
      sample: { partners: { N20: complete('Red', '11123') }, all: ['15 of 22', 'Amber', '15 29 31'] },
    });
  });

  test('15 December: the answers of N10, which came by post, are typed in', async () => {
    itIs('2026-12-15T09:00:00Z');
    const typed = year.put('typed.xlsx', answered('sample', year.issued('2026', 'sample', 'N10'), '11213'));
    await decide(
      [
        ...['return', 'enter', 'N10', typed, '--paper', '--round', '2026', '--instrument', 'sample'],
        ...['--received', '14/12/2026 9am'],
      ],
      { sample: { partners: { N10: complete('Red', '11213') }, all: ['16 of 22', 'Amber', '18 30 32'] } },
    );
    const data = openTables(year.at('roll-up_sample.xlsx'))('Data').filter(({ Field: field }) => field === 'Score');
    const marked = data.filter(({ Source: source }) => source !== 'Returned');
    expect(marked.map((row) => [row['Partner code'], row['Question'], row['Answer'], row['Source']].join(' '))).toEqual(
      [
        'N05 1.1.1 3 Corrected',
        ...['N10 1.1.1 1', 'N10 1.1.2 1', 'N10 1.2.1 2', 'N10 2.1.1 1', 'N10 2.1.2 3'].map(
          (one) => `${one} From paper`,
        ),
      ],
    );
  });

  test('21 December: N22 was late, until the deadline is moved to the next day', async () => {
    itIs('2026-12-21T10:00:00Z');
    returns('2026-12-21', 'sample', 'N22', '13333');
    expect(await readMail()).toEqual(['N22']);
    const waiting = ['N14', 'N23', 'N24'] as const;
    await write({
      sample: {
        partners: { ...all(overdue, waiting), N22: late('Amber', '13333') },
        all: ['17 of 22', 'Amber', '19 30 36'],
      },
      joint: { partners: all(['Remind: overdue', '[x]', '[x]', '----'], ['N14', 'N16']) },
      vacancies: { partners: all(['Remind: overdue', '[x]', '[x]', ''], ['N02', 'N14']) },
    });
    const move = ['generate', year.at('sample.json'), '--round', '2026', '--due', '22/12/2026 12:00', '--change-due'];
    await decide(move, {
      sample: {
        due: { round: '2026-12-22 12:00' },
        partners: { ...all(awaited, waiting), N22: complete('Amber', '13333') },
      },
    });
  });

  test('5 to 9 January 2027: N11 answers in time, and N12 late', async () => {
    itIs('2027-01-09T10:00:00Z');
    returns('2027-01-05', 'sample', 'N11', '33332');
    returns('2027-01-09', 'sample', 'N12', '22233');
    expect(await readMail()).toEqual(['N11', 'N12']);
    await write({
      sample: {
        partners: {
          ...all(overdue, ['N14', 'N23', 'N24']),
          N11: complete('Green', '33332'),
          N12: late('Amber', '22233'),
        },
        all: ['19 of 22', 'Amber', '19 34 42'],
      },
    });
  });

  test('16 January: N23 answers after the round was closed', async () => {
    itIs('2027-01-11T09:00:00Z');
    const closing = await decide(['round', 'close', '2026', '--at', '15/01/2027 12:00'], {});
    itIs('2027-01-16T10:00:00Z');
    returns('2027-01-16', 'sample', 'N23', '33311');
    expect(await readMail()).toEqual(['N23 return.after-closing']);
    const closed = 'None: the round is closed';
    const afterClosing: Changes = {
      sample: {
        partners: {
          ...all([closed, ...nothing], ['N14', 'N23', 'N24']),
        },
        all: ['19 of 22', 'Amber', '19 34 42'],
      },
      joint: { partners: all([closed, '[x]', '[x]', '----'], ['N14', 'N16']) },
      vacancies: { partners: all([closed, '[x]', '[x]', ''], ['N02', 'N14']) },
    };
    await write(afterClosing);
    const reopened = await undo(closing);
    const step = 'Remind: overdue';
    await write({
      sample: {
        partners: {
          ...all(overdue, ['N14', 'N24']),
          N23: late('Amber', '33311'),
        },
        all: ['20 of 22', 'Amber', '21 34 45'],
      },
      joint: { partners: all([step, '[x]', '[x]', '----'], ['N14', 'N16']) },
      vacancies: { partners: all([step, '[x]', '[x]', ''], ['N02', 'N14']) },
    });
    await undo(reopened);
    await write(afterClosing);
    expect((await scorebook('register', 'check')).exit).toBe(0);
  });

  test('28 January: an assessor returns a second opinion on N16, which changes no other figure', async () => {
    itIs('2027-01-18T09:00:00Z');
    const about = ['--round', '2026', '--instrument', 'sample', '--partner', 'N04', 'N16'];
    await scorebook('review', 'generate', ...about, '--due', '29/01/2027 17:00', '--out', year.at('reviews'));
    const issued = readFileSync(year.at('reviews', 'sample-review_2026_N16.xlsx'));
    const opinion = reviewed(issued, '22322', ['-', '-', '-', '3', '2']);
    comes('2027-01-28T09:00:00Z', 'N16', opinion, 'peer@rowanlea.example');
    itIs('2027-01-28T10:00:00Z');
    expect(await readMail()).toEqual(['N16']);
    await write({});
    const shown = { N16: ['Green', 'Amber', 5, 0, 2, 3, 2] };
    expect(await secondOpinions()).toEqual(shown);
    const { changes } = await scorebook('return', 'set-aside', numberOf('N16'), '--reason', 'a draft');
    expect(await secondOpinions()).toEqual({});
    await undo(changes.map(({ id }) => id));
    expect(await secondOpinions()).toEqual(shown);
    await write({});
  });

  /** What the roll-up says of each partner that was reviewed: both positions, and how many levels are what. */
  const secondOpinions = async (): Promise<unknown> => {
    const file = year.at('opinions.xlsx');
    await scorebook('rollup', '--round', '2026', '--instrument', 'sample', '--out', file);
    return Object.fromEntries(
      openTables(file)('Second opinions').map((row) => [
        row['Partner code'],
        [
          ...[row['Self-assessed position'], row["Assessor's position"], row['Questions reviewed']],
          ...[row['Assessor higher'], row['Assessor lower'], row['The same'], row['Agreed']],
        ],
      ]),
    );
  };

  test('1 November 2027: workbooks of the next round go out, with the answers of the last', async () => {
    itIs('2027-11-01T09:00:00Z');
    year.put('sample.csv', listOf(codes.filter((code) => code !== 'N13' && code !== 'N15')));
    await generate('2027', 'sample', '17/12/2027 12:00', '--previous', '2026');
    expect(await posted(() => scorebook('send', '--round', '2027', ...smtp))).toHaveLength(22);
    await year.beginLedger('2027', {
      sample: {
        due: { round: '2027-12-17 12:00' },
        partners: all(
          awaited,
          codes.filter((code) => code !== 'N13' && code !== 'N15'),
        ),
        all: ['0 of 22', 'Not scored', '0 0 0'],
      },
    });
  });

  test('6 December 2027: nine partners answer, and what changed is shown, with the answers of N13 under N14', async () => {
    const answers = (code: Code, levels: string): void => {
      const workbook = answered('sample', year.issued('2027', 'sample', code), levels, { lastRound: true });
      comes('2027-12-06T09:00:00Z', code, workbook);
    };
    answers('N01', '33332');
    answers('N04', '33331');
    answers('N05', '22233');
    answers('N07', '33333');
    answers('N09', '33222');
    answers('N10', '21213');
    answers('N14', '23323');
    answers('N22', '23333');
    answers('N23', '33333');
    itIs('2027-12-06T10:00:00Z');
    expect(await readMail()).toEqual(['N01', 'N04', 'N05', 'N07', 'N09', 'N10', 'N14', 'N22', 'N23']);
    await write({
      sample: {
        partners: {
          N01: complete('Green', '33332'),
          N04: complete('Amber', '33331'),
          N05: complete('Amber', '22233'),
          N07: complete('Green', '33333'),
          N09: complete('Amber', '33222'),
          N10: complete('Amber', '21213'),
          N14: complete('Green', '23323'),
          N22: complete('Green', '23333'),
          N23: complete('Green', '33333'),
        },
        all: ['9 of 22', 'Amber', '3 12 30'],
      },
    });
    const before = {
      N01: ['Its own', 1, 4, 0, 0],
      N04: ['Its own', 0, 4, 1, 0],
      N05: ['Its own', 0, 4, 1, 0],
      N07: ['Its own', 1, 4, 0, 0],
      N09: ['Its own', 1, 4, 0, 0],
      N10: ['Its own', 1, 4, 0, 0],
      N14: ['Mossgill PCT (N13)', 2, 3, 0, 0],
      N22: ['Its own', 1, 4, 0, 0],
      N23: ['[x]', '[x]', '[x]', '[x]', '[x]'],
    };
    expect(await changeByPartner()).toEqual(before);
    const undone = await undo(merger);
    const separate = Object.entries(before).map(([code, [, ...moves]]) => [code, [undefined, ...moves]]);
    expect(await changeByPartner()).toEqual({
      ...Object.fromEntries(separate),
      N14: [undefined, '[x]', '[x]', '[x]', '[x]'],
    });
    await undo(undone);
    expect(await changeByPartner()).toEqual(before);
    expect((await scorebook('register', 'check')).exit).toBe(0);
  });

  test('what is of another round or another partner is refused, and changes nothing', async () => {
    const because = ['--reason', 'a slip'];
    const known = [await year.changesOf('2026'), await year.changesOf('2027')];
    expect(numbersOf('N04')).toHaveLength(2);
    const merge = await year.refused('return', 'merge', ...numbersOf('N04'), ...because);
    expect(merge).toContain('Only returns of one partner in one round can be put together');
    const update = await year.refused('round', 'update', year.at('edited.xlsx'), '--round', '2027', ...because);
    expect(update).toContain('This is the tracker of round "2026", not of "2027".');
    const opinion = year.put(
      'N04.xlsx',
      reviewed(readFileSync(year.at('reviews', 'sample-review_2026_N16.xlsx')), '11111', []),
    );
    const as = ['--as', 'N04', '--round', '2026', '--instrument', 'sample-review'];
    const { files } = await scorebook('review', 'import', opinion, ...as);
    expect(files.map(({ status, findings }) => [status, ...findings.map(({ code }) => code)])).toEqual([
      ['refused', 'return.not-theirs'],
    ]);
    expect([await year.changesOf('2026'), await year.changesOf('2027')]).toEqual(known);
    expect(await secondOpinions()).toEqual({ N16: ['Green', 'Amber', 5, 0, 2, 3, 2] });
    await write({});
  });

  /** What the roll-up says of each partner that answered: by which answers it is compared, and how many moved up, stayed, moved down or are not compared. */
  const changeByPartner = async (): Promise<unknown> => {
    const file = year.at('change.xlsx');
    await scorebook('rollup', '--round', '2027', '--previous', '2026', '--out', file);
    const rows = openTables(file)('Change by partner').filter((row) => row['Returned in 2027'] === 'Yes');
    return Object.fromEntries(
      rows.map((row) => [
        row['Partner code'],
        ['Answers of 2026', 'Moved up', 'The same', 'Moved down', 'Not compared'].map((heading) => row[heading]),
      ]),
    );
  };
});
