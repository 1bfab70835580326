import type { Block, Reference } from '../src/instrument/model/schema.ts';

/** Terms that the North West toolkit defines for all of its tools (sections 1 and 3, and the glossary). */
export const definitions: Reference = {
  key: 'definitions',
  title: 'Definitions and glossary',
  shortTitle: 'Definitions',
  introduction:
    'People mean different things by commissioning. The toolkit asks its users to use these meanings. The last two terms come from its glossary.',
  columns: ['Term', 'Meaning'],
  rows: [
    [
      'Commissioning Strategy',
      'Strategic activity: needs, resources and current services are assessed, and a strategy is developed for the best possible use of the resources there are. Increasingly, several agencies develop and carry out the strategy together.',
    ],
    [
      'Commissioning of Services',
      'Operational activity: new services are designed and existing ones reshaped, so that identified needs are met, at macro/population level or at micro/individual level, and services are cost-effective. Increasingly, agencies do this together, through arrangements for lead or joint commissioning.',
    ],
    [
      'Purchasing',
      'Operational activity within commissioning: resources are used to buy services that meet needs, at macro/population level or at micro/individual level. It takes in internal as well as external provision.',
    ],
    [
      'Frontline workers',
      'A general term for all workers who meet vulnerable children and families face to face, have a professional relationship with them, and are responsible for assessments or contribute to them: among them social workers, teachers and nursery nurses, GPs, midwives and health visitors.',
    ],
    ['Assessments', "Something that goes on over time, and not a 'one-off' process."],
  ],
};

/** The authors' statement at the end of the toolkit. */
export const authors: Block = {
  heading: 'Authors',
  paragraphs: [
    "The toolkit was developed in a spirit of collaboration, so that agencies can achieve better outcomes for children and respond to the Government's drive to improve commissioning. Its authors worked for CAFAD, the Department for Education and Skills (DfES) and the Audit Commission. It acknowledges the help of staff of the Salford, Stockport & Wirral Social Services Departments.",
  ],
};
