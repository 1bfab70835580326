import type { Reference, Vocabulary } from '../src/instrument/model/schema.ts';

/**
 * The three phases of commissioning of the world class commissioning guide (2009), in which the nine-step cycle of joint
 * planning and the health commissioning cycle meet (its section 4, figure 1).
 */
export const phases: Vocabulary = {
  key: 'phase',
  title: 'Phase of commissioning',
  terms: [
    { key: '1', title: 'Needs assessment and strategic planning' },
    { key: '2', title: 'Shaping and managing the market' },
    { key: '3', title: 'Improving performance, monitoring and evaluating' },
  ],
};

/** The eleven world class commissioning competencies (the same guide, section 3.1). */
export const competencies: Vocabulary = {
  key: 'competency',
  title: 'World class commissioning competency',
  terms: [
    { key: '1', title: 'Locally lead the NHS' },
    { key: '2', title: 'Work with community partners' },
    { key: '3', title: 'Engage with the public and patients' },
    { key: '4', title: 'Collaborate with clinicians' },
    { key: '5', title: 'Manage knowledge and assess needs' },
    { key: '6', title: 'Prioritise investment' },
    { key: '7', title: 'Stimulate the market' },
    { key: '8', title: 'Promote improvement and innovation' },
    { key: '9', title: 'Secure procurement skills' },
    { key: '10', title: 'Manage the local health system' },
    { key: '11', title: 'Make sound financial investments' },
  ],
};

/** How the cycles and tools of the five sources meet in the three phases, for the workbooks that know the phases. */
export const cycles: Reference = {
  key: 'cycles',
  title: 'How the cycles of commissioning meet',
  shortTitle: 'Cycles',
  introduction:
    'From the guide of 2009, but for steps 5 and 8, the six parts and the five elements, which Scorebook placed.',
  columns: [
    'Phase',
    'Joint cycle: nine steps',
    'Health cycle: six parts',
    'Strategy: five elements',
    'Competencies most relevant',
    'Who joins up',
  ],
  rows: [
    [
      '1 Needs assessment and strategic planning',
      `1 Look at outcomes for children and young people
2 Look at particular groups of children and young people
3 Develop needs assessment with user and staff views
4 Identify resources and set priorities
5 Plan pattern of services and focus on prevention`,
      '1 Assessing need and reviewing service provision',
      `1 Vision
2 Needs and priorities
3 Resources: coverage
4 Change agenda: options
5 Action plan: SMART actions`,
      `1 Locally lead the NHS
2 Work with community partners
3 Engage with the public and patients
4 Collaborate with clinicians
5 Manage knowledge and assess needs
6 Prioritise investment
10 Manage the local health system`,
      'All partners take an active part. The local authority and the primary care trust have a duty to produce the Joint Strategic Needs Assessment together. Children, young people and families are engaged, above all those who are least likely to reach services.',
    ],
    [
      '2 Shaping and managing the market',
      `6 Decide how to commission services effectively
7 Commission (including use of pooled resources where possible)
8 Plan for workforce and market development`,
      `2 Shaping the structure of supply
3 Managing demand`,
      `3 Resources
4 Change agenda`,
      `1 Locally lead the NHS
2 Work with community partners
3 Engage with the public and patients
4 Collaborate with clinicians
6 Prioritise investment
7 Stimulate the market
8 Promote improvement and innovation
9 Secure procurement skills
10 Manage the local health system
11 Make sound financial investments`,
      'The market decides: each service is shaped by the organisation, or the group of them, that does it most effectively and efficiently, mostly locally, and regionally or nationally for rare and specialised services. Money comes from one partner, from aligned budgets or from a pool.',
    ],
    [
      '3 Improving performance, monitoring and evaluating',
      '9 Monitor and review services and process',
      `4 Clinical decision making
5 Managing performance
6 Patient and public feedback`,
      `3 Resources: quality, contracting arrangements
5 Action plan`,
      `1 Locally lead the NHS
2 Work with community partners
3 Engage with the public and patients
4 Collaborate with clinicians
5 Manage knowledge and assess needs
10 Manage the local health system`,
      'Whoever led on a market in phase 2 manages performance in it and reports to the others at regular intervals. Regularly, all partners review together whether services meet needs and plans, with children, young people and families taking part.',
    ],
  ],
};
