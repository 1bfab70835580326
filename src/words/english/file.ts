/** The properties of the file, which programs show, and the printed footer. */
export const file = {
  subject: 'Self-assessment',
  title: (instrument: string, partner: string, round: string) => `${instrument}: ${partner}, round ${round}`,
  round: (round: string) => `round ${round}`,
  description: (partner: string) => `The workbook in which ${partner} assesses itself. It is filled in and returned.`,
  category: 'Self-assessment workbook',
  correctionTitle: (correction: string, title: string) => `${correction}. ${title}`,
  correctionDescription: (partner: string) =>
    `The workbook in which ${partner} corrects its answers. It has all of them, and is returned again.`,
  correctionCategory: 'Correction workbook',
  footer: (code: string, partner: string, round: string) => `${code} ${partner}, round ${round}`,
  page: (sheet: string, page: string, pages: string) => `${sheet}, page ${page} of ${pages}`,
} as const;
