import type { Field } from '../src/instrument/model/schema.ts';

/** What is done about a low level; no source asks for these in columns, and the source notes of the definitions say so. */
export const action: Field = {
  kind: 'text',
  key: 'action',
  heading: 'Action',
  prompt: 'Say what will be done to improve. Leave this empty if no action is needed.',
  purpose: 'action',
};

export const lead: Field = {
  kind: 'text',
  key: 'lead',
  heading: 'Lead',
  prompt: 'Name the person who is responsible for the action, with their job title or organisation.',
  purpose: 'lead',
};

export const due: Field = {
  kind: 'date',
  key: 'due',
  heading: 'By when',
  prompt: 'Enter the date by which the action will be complete: day, month and year.',
  purpose: 'due',
};
