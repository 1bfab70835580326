import type { AddCommand } from '../../options/common.ts';
import { addPartnerChanges } from './changePartners.ts';
import { addRoundChanges } from './changeRound.ts';
import { roundAction } from './roundAction.ts';
import { addRoundUpdate } from './updateRound.ts';
import { addRoundViews } from './viewRounds.ts';

export const roundCommand: AddCommand = (program, action) => {
  const round = program
    .command('round')
    .summary('list rounds, show what one remembers, and change it')
    .description(
      'Lists rounds, shows everything that a round remembers, and changes it: deadlines of partners, partners that leave or become part of others, its name, its end. Each change is recorded with who made it, when and why, and can be undone.',
    )
    .helpCommand(false);
  addRoundViews(round, roundAction(action));
  addRoundUpdate(round, roundAction(action));
  addPartnerChanges(round, roundAction(action));
  addRoundChanges(round, roundAction(action));
};
