import type { Activity } from '../src/instrument/model/schema.ts';
import { competencies } from './crosswalk.ts';

/**
 * What good looks like for each competency, point by point (the world class commissioning guide of 2009, section 3.1),
 * with the phases to which its appendix gives the competency.
 */
const points: readonly (readonly [phases: readonly string[], points: readonly string[]])[] = [
  [
    ['1', '2', '3'],
    [
      "Partners in the Children's Trust work with the local NHS so that it is recognised as a respected body with a high profile.",
      "The local NHS drives responses to children's health needs that are comprehensive and proactive.",
      "The responses to children's health needs cover the complete pathway, from prevention to acute services.",
      'Providers from every sector (public, third and private), present and potential, want to do business with the partners.',
      'The local community is engaged and has confidence in the partners.',
      'The community is reassured that the partners will spend resources wisely and decide soundly on behalf of every local child and family.',
    ],
  ],
  [
    ['1', '2', '3'],
    [
      'Partners build relationships with strategic and operational bodies: for example, the Local Safeguarding Children Board, the Local Strategic Partnership and the Crime and Disorder Reduction Partnership.',
      'Partners engage these bodies in ways that make the work more efficient and more effective.',
      "The relationships reach beyond the public sector and the partners' traditional partners. They take in businesses, and other local services for which achieving and delivering local outcomes is core business.",
      "The Children's Trust makes a particular effort to engage core service providers, schools and primary care practices among them.",
      "With these core service providers, the Children's Trust commissions care pathways whose health outcomes can be measured.",
    ],
  ],
  [
    ['1', '2', '3'],
    [
      'Partners engage children, young people and their families in deciding which outcomes come first and in shaping how services are delivered.',
      'Children, young people and families are more than listened to: they take a full part in designing and delivering services, so that outcomes improve.',
      'Creative and innovative approaches put two groups at the heart of the engagement: vulnerable families, and children and young people whose needs are multiple and complex.',
      'Engagement goes both ways. The process itself seeks to raise the aspirations of individuals and communities for better health outcomes.',
      'The process of engagement also seeks to develop a shared vision of how to achieve better health outcomes.',
    ],
  ],
  [
    ['1', '2', '3'],
    [
      'Partners actively seek, and value, what local clinicians and other professionals know. Among these are people from health, education, social care and other services who work with children, young people and their families.',
      'Where it is necessary, partners look outside the local area for independent expertise.',
      'Experts and other professionals engage with commissioners, and are confident that what they contribute shapes decisions at every level.',
      'Knowledge and expertise are shared across boundaries as part of this engagement.',
      'Networks develop through the engagement, locally and more widely.',
      'The engagement enables everyone to think radically about how needs are addressed.',
      'The engagement ensures that the most appropriate care pathways are commissioned on the best evidence.',
    ],
  ],
  [
    ['1', '3'],
    [
      'Partners hold and manage knowledge and information on what their population needs, including all children, young people and families.',
      'Partners can set priorities effectively, so that they gain the most improvement and address health inequalities.',
      'Partners understand the whole range of what children and young people expect and need from services.',
      'Partners understand the services that are provided at present.',
      'Partners give particular attention to people who are least able to exert influence and who are seldom heard.',
      'Partners value information of both kinds, qualitative and quantitative, and combine the two for a finer understanding of local circumstances.',
      'Partners collect information from many sources in different sectors, including public health, present and potential providers and the Local Safeguarding Children Board.',
      'Partners share the information with those they work with, with children and with families in a way that is meaningful and transparent.',
      'The joint strategic needs assessment (JSNA) is founded on the information, which also lies at the heart of how local strategy is planned and priorities are set.',
    ],
  ],
  [
    ['1', '2'],
    [
      'Partners invest in a wide range of opportunities, so that needs of every kind are addressed.',
      'Partners balance prevention with intervention.',
      'Partners also balance better health outcomes with efficiencies and sustainability.',
      'Partners work hard to raise resources, and to increase them, from other local partners and from further afield.',
      'Partners are open about how each of them sets priorities, plans and invests.',
      'Partners make sure that investments can be linked back to improvements in the health of children, young people and their families.',
      'Partners increasingly understand how investment and outcomes are linked.',
    ],
  ],
  [
    ['2'],
    [
      'Partners join with regional partners, other local authorities and those in the third sector in building a market that is robust, flexible and diverse.',
      'Partners manage the market on the basis of robust information and intelligence, from which they assess the services provided now and those that will be required.',
      'Partners find gaps, and explore how to respond to unmet needs: for example, by more contestability, by lower barriers to entering and leaving the market, and by making services sustainable and building third sector capacity.',
      'Partners develop services with providers when new evidence appears and when services do not match needs.',
      'Where it is appropriate, this development takes the form of training and building capacity instead of new services, or of decommissioning.',
    ],
  ],
  [
    ['2'],
    [
      'When they contract and procure, partners specify which outcomes and improvements they expect of providers.',
      "Partners ensure that provision covers the child's whole pathway.",
      'Partners constantly look for emerging examples of world class programmes, approaches and services.',
      'Partners support innovation, and share good and emerging practice: for example, in better engagement of children, young people and families.',
      "Partners' investment decisions make innovation and improvement possible. In particular, they encourage prevention, and innovation that leads to better outcomes for vulnerable children and young people.",
    ],
  ],
  [
    ['2'],
    [
      "Partners develop skills in procurement and contracting inside the Children's Trust partnership, or contract for support together where they need it.",
      'This gives partners the skills (contracting, negotiating and legal) and the capacity to develop and manage the shaping of the market, and to drive and manage contracts based on outcomes.',
      'Partners assess their capacity and capability continually, seek to improve them, and invest in bringing them to a high level.',
      'Partners concentrate on the skills for shaping and managing outcomes-based contracts between commissioning organisations and service providers.',
      'Where skills must come from outside, partners obtain them at the best value possible, and ensure that the skills pass to their own staff.',
    ],
  ],
  [
    ['1', '2', '3'],
    [
      'Partners develop and champion one shared vision and strategy: for the services that children, young people and their families have now and will have, and for their experiences of them.',
      'On the basis of the shared vision, partners foster a common understanding of the effort and investment that it demands.',
      'The community and wider partners have bought into the vision and this effort, and support the partners in making it happen.',
      'Partners work closely with providers on managing change, and on better outcomes and efficiency.',
      'Partners enable networks, and share good practice within sectors and between them.',
      'Partners have a robust understanding of what should be delivered locally, and of which services it is most effective to commission or provide at regional or even national level.',
    ],
  ],
  [
    ['2'],
    [
      "Partners tie their investments to progress: towards the priorities agreed locally for children's health, and towards national ambitions.",
      'Partners are transparent about how resources are used. This includes clear information for children, young people and families.',
      "Partners have confidence in how the Children's Trust, and each partner, handles its finances: the financial operations work effectively, and every partner understands them.",
    ],
  ],
];

/** The eleven competencies, each with the points of what good looks like as statements, numbered within it. */
export const competencyPoints: readonly Activity[] = points.map(([phase, statements], index) => {
  const { key = '', title = '' } = competencies.terms[index] ?? {};
  return {
    key,
    title,
    tags: { phase, competency: [key] },
    items: statements.map((question, at) => ({
      ...{ key: `${key}.${at + 1}`, question },
      ...{ criteria: [], evidence: [], groups: {} },
    })),
  };
});
