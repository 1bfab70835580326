import type { Vocabulary } from '../src/instrument/model/schema.ts';

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
