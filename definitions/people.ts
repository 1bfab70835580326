import type { EntriesSection, Field } from '../src/instrument/model/schema.ts';

/** Who takes part. No source asks for the list; all but one of the definitions add it (their source notes say so). */
export const participants = (introduction: string, exampleOfPart: string): EntriesSection => ({
  shape: 'entries',
  key: 'participants',
  aboutStaff: true,
  title: 'Participants',
  shortTitle: 'Participants',
  introduction,
  entry: 'participant',
  required: 1,
  rows: 20,
  fields: [
    participantName,
    participantRole,
    {
      kind: 'text',
      key: 'organisation',
      heading: 'Organisation',
      prompt: 'Enter the organisation that the participant works for or represents.',
    },
    partPlayed(exampleOfPart),
  ],
});

export const participantName: Field = {
  kind: 'text',
  key: 'name',
  heading: 'Name',
  prompt: "Enter the participant's first name and surname.",
};

export const participantRole: Field = {
  kind: 'text',
  key: 'role',
  heading: 'Role',
  prompt: "Enter the participant's job title or role.",
};

/** @param example What stands between two other examples, as in `answered section 2`. */
export const partPlayed = (example: string): Field => ({
  kind: 'text',
  key: 'part',
  heading: 'Part played',
  prompt: `Say what the participant did: for example, led the assessment, ${example}, or checked the evidence.`,
});

export const signatoryName: Field = {
  kind: 'text',
  key: 'name',
  heading: 'Name',
  prompt: 'Enter your first name and surname.',
};

/** One person who answers for the whole. @param statement What is confirmed by it. */
export const signOff = (statement: string, name: Field = signatoryName): EntriesSection => ({
  shape: 'entries',
  key: 'sign-off',
  aboutStaff: true,
  title: 'Sign-off',
  shortTitle: 'Sign-off',
  introduction: statement,
  entry: 'signatory',
  required: 1,
  rows: 1,
  fields: [
    name,
    { kind: 'text', key: 'role', heading: 'Role', prompt: 'Enter your job title and organisation.' },
    { kind: 'date', key: 'date', heading: 'Date', prompt: 'Enter the day on which you sign off.' },
  ],
});
