import { join } from 'node:path';
import type { Instrument } from '../../../instrument/model/schema.ts';
import { type SharedTerms, sharedTerms, type TermClash } from '../../../rollup/figures/sharedTerms.ts';
import type { TermRollUp } from '../../../rollup/load/byTerm.ts';
import { loadRollUp, type RollUp, returned } from '../../../rollup/load/rollUp.ts';
import { writeByTerm } from '../../../rollup/writeByTerm.ts';
import { writeFileWhole } from '../../files/writeFile.ts';
import { type CommonOptions, printJson, roundsInUse } from '../../options/common.ts';
import { withExistingRegister } from '../../options/withRegister.ts';
import { checkRollUpPlace } from '../../output/rollUpPlace.ts';
import { type CommandContext, type ExitCode, exitCodes, UsageError } from '../../terminal/context.ts';

interface RollUpByOptions extends CommonOptions {
  readonly round: string;
  readonly by: string;
  readonly instrument?: string;
  readonly out?: string;
}

/** Sets the instruments of a round side by side, by the terms of a vocabulary that they share. */
export async function rollUpBy(surroundings: CommandContext, options: RollUpByOptions): Promise<ExitCode> {
  const { round, by } = options;
  if (options.out !== undefined) checkRollUpPlace(options.out, options.register);
  const loaded = await withExistingRegister(
    surroundings,
    options.register,
    'read',
    async (register): Promise<TermRollUp> => {
      const rounds = await roundsInUse(register, round, options.instrument);
      const { title, terms } = termsOf(
        rounds.map(({ instrument }) => instrument),
        options,
      );
      const rollUps: RollUp[] = [];
      for (const { instrument, round: own } of rounds) {
        if (hasVocabulary(instrument, by)) rollUps.push(await loadRollUp(register, instrument, own));
      }
      return { round, vocabulary: by, title, terms, rollUps };
    },
  );
  const file = options.out ?? join('output', round, `roll-up_by-${by}_${round}.xlsx`);
  checkRollUpPlace(file, options.register);
  writeFileWhole(file, await writeByTerm(loaded, surroundings.now()));
  const instruments = loaded.rollUps.map((rollUp) => ({
    instrument: rollUp.instrument.key,
    returned: returned(rollUp).length,
    issued: rollUp.partners.length,
  }));
  if (options.json === true) printJson(surroundings, { file, round, by, instruments });
  else {
    const counts = instruments.map((one) => `${one.instrument} ${one.returned} of ${one.issued}`);
    surroundings.out(`${file}: partners returned: ${counts.join(', ')}\n`);
  }
  return exitCodes.done;
}

const hasVocabulary = ({ vocabularies = [] }: Instrument, key: string): boolean =>
  vocabularies.some((vocabulary) => vocabulary.key === key);

/** @throws UsageError when no instrument has the vocabulary, or two give one of its terms another meaning. */
function termsOf(instruments: readonly Instrument[], { round, by, instrument }: RollUpByOptions): SharedTerms {
  const shared = sharedTerms(instruments, by);
  if (shared === undefined) {
    const known = new Set(instruments.flatMap(({ vocabularies = [] }) => vocabularies.map(({ key }) => key)));
    const whose = instrument === undefined ? `No instrument of round "${round}"` : `The instrument "${instrument}"`;
    throw new UsageError(
      `${whose} has ${instrument === undefined ? 'a' : 'no'} vocabulary "${by}". ${known.size === 0 ? 'There is none at all: leave --by out.' : `There are: ${[...known].join(', ')}.`} Besides, there are region, area and kind, by which partners are set side by side.`,
    );
  }
  if (shared.clashes.length > 0) {
    throw new UsageError(
      `Instruments do not mean the same by "${by}": ${shared.clashes.map(describeClash).join('; ')}. Answers under one term can stand side by side only when it has one title: correct a definition, or choose one of the instruments by --instrument.`,
    );
  }
  return shared;
}

const describeClash = ({ term, titles }: TermClash): string =>
  `${term} is ${titles.map(([instrument, title]) => `"${title}" in ${instrument}`).join(' and ')}`;
