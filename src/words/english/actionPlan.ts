/** Every action of every section and list. */
export const actionPlan = {
  note: 'It updates as you answer: questions below the highest level, lowest level first, and all other actions.',
  title: 'What will be done, by whom and by when (unused lines stay blank)',
  flaggedDates: (day: string) => `Dates earlier than ${day} are flagged.`,
  level: 'Level',
  reference: 'Ref',
  about: 'About',
  purposes: {
    action: 'Action',
    measure: 'Measure',
    resources: 'Resources',
    lead: 'Lead',
    due: 'By when',
    monitoring: 'Monitoring',
  },
  toCheck: 'To check',
  row: (list: string, number: number) => `${list} ${number}`,
  /** Faults of a line. */
  noAction: 'No action given',
  noLeadOrDate: 'No lead or date',
  noLead: 'No lead',
  noDate: 'No date',
  overdue: 'Date is before the deadline',
  noDay: 'The date cannot be read',
} as const;
