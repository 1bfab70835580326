import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field, Item, ItemsSection } from '../src/instrument/model/schema.ts';
import { due, lead } from './actionFields.ts';
import { competencies, cycles, phases } from './crosswalk.ts';
import { participants, signOff } from './people.ts';

const answerBasis = { kind: 'score', key: 'answer', heading: 'Yes or No', scale: 'yes-no' } as const;

const evidenceAndAction: readonly Field[] = [
  {
    kind: 'text',
    key: 'evidence',
    heading: 'Evidence',
    prompt:
      'Name the documents, data or examples on which the answer rests, and say where they can be found. Every Yes needs evidence.',
    purpose: 'evidence',
  },
  {
    kind: 'text',
    key: 'action',
    heading: 'Action',
    prompt: 'Say what will be done to improve practice. Leave this empty if no action is needed.',
    purpose: 'action',
  },
  lead,
  due,
];

/** The same five fields are answered for every question. */
const fields: readonly Field[] = [
  { ...answerBasis, prompt: 'Choose Yes or No. If the question has several parts, choose Yes only if all are true.' },
  ...evidenceAndAction,
];

/** For the two steps with a question that asks "if": there, and only there, a question may not apply. */
const fieldsWithNotApplicable: readonly Field[] = [
  {
    ...answerBasis,
    prompt:
      'Choose Yes or No. If the question has several parts, choose Yes only if all are true. Choose "Not applicable" only for the question that begins with "If", and give the reason under "Evidence".',
    notApplicable: { label: 'Not applicable', reasonIn: 'evidence' },
  },
  ...evidenceAndAction,
];

/** The address that the source gives for three steps. */
const workstreams = {
  text: "Staffordshire Children's Trust: workstreams (staffordshirechildrenstrust.org.uk/isg/workstreams)",
  link: 'http://www.staffordshirechildrenstrust.org.uk/isg/workstreams',
};

const templates = {
  text: 'Narrowing the Gap: documents and publications (c4eo.org.uk/narrowingthegap/documentsandpublications.aspx)',
  link: 'http://www.c4eo.org.uk/narrowingthegap/documentsandpublications.aspx',
};

const equalityImpact = {
  text: 'Staffordshire: equality impact (intra.staffordshire.gov.uk/equality/impact)',
  link: 'http://www.intra.staffordshire.gov.uk/equality/impact/',
};

const procurementRules = {
  text: 'Staffordshire: procurement rules (staffordshire.gov.uk/business/procurement/procurerules)',
  link: 'http://www.staffordshire.gov.uk/business/procurement/procurerules/',
};

const areWeThereYet = {
  text: 'Audit Commission: Are We There Yet? (audit-commission.gov.uk, national reports)',
  link: 'http://www.audit-commission.gov.uk/Products/NATIONAL-REPORT/17AEBDA5-657E-4ef7-80BB-92214D4C04FF/AreWeThereYet29Oct08REP.pdf',
};

/** The Staffordshire self-assessment of commissioning practice, in the edition of June 2010. */
export const staffordshireCommissioningPractice = defineInstrument({
  key: 'staffordshire-commissioning-practice',
  edition: '2010',
  title: 'Self Assessment Tool for the Development of cohesive, high quality Commissioning Practice',
  strapline:
    'A checklist in nine steps for everyone who commissions services for children and young people in Staffordshire. Each question is answered Yes or No, with evidence.',
  publisher: "Staffordshire Children's Trust, Joint Commissioning Unit",
  published: 'June 2010',
  language: 'en-GB',
  sourceNote: [
    'Added by Scorebook, and not in the source: the wording of the questions, which keeps the meaning of the source, and their numbers; the meanings of Yes and No; the rules that a question in several parts is answered Yes only if every part is true, and that a Yes without evidence is marked; the lines that begin "Answer Yes if" or \'Choose "Not applicable"\', and those that say where in the workbook to look; "Not applicable"; the scorecard with its colours and its rule; the phases of commissioning; the fields "Action", "Lead" and "By when"; the list of participants; and the sign-off.',
    'The source names no publisher. The one given here follows from the signature of its preface and from the framework that it accompanies.',
    'Stray letters, signs and spaces in the title and in the headings of steps 1, 3, 5, 6 and 7 are removed. The column labels that run into the headings of steps 2 and 7 are taken out. "Young people" in step 1 is written with a small y.',
    'Page breaks split the tables of steps 1, 5, 6 and 9. Question 6.5 runs across such a break and is one question.',
    'The source numbers only the steps. The numbers of the questions are ours and follow its order.',
    'The source has no activities within its steps. Each step is one activity with the title of the step.',
    'The source has the question, Yes or No, and the evidence.',
    'The preface is signed with a name. People are not named here; the post of the signatory is.',
    'Some questions ask how, what or where, or offer a choice, though they are to be answered Yes or No; for a few, a plain Yes would not be the better answer. The questions are kept as asked. The lines beside them that begin "Answer Yes if" make a Yes the better answer throughout.',
    'Questions 4.2 and 7.2 begin with "If" and can honestly not apply. Only steps 4 and 7 therefore have "Not applicable".',
    'With only two levels, the share at the highest level is the share of Yes. Green begins above 80% Yes, whatever the number of No answers.',
    'In steps with five questions or fewer, one No is enough to miss Green, because four out of five is not more than 80%.',
    "Paragraphs of the tables that ask nothing are under 'Guidance by step', with all addresses. Examples and explanations of a single question are beside it.",
    'Question 1.5 lists its sources with "or". One of them is enough for a Yes.',
    'Question 1.7 speaks of the criteria above in element (2). They are read as those of question 1.2, the second of the step.',
    'Question 3.6 speaks of "the data above". It is read as the data of steps 1 and 2.',
    "Question 4.2 points to a link above for the Children & Young People's Plan. No such link is given; the nearest is the address of step 3, which question 4.3 repeats.",
    'Question 4.3 has lost its closing bracket; nothing seems to be missing.',
    'Question 5.2 looks for the link in section 3. The templates have their address in step 4, which is named here.',
    'Question 9.5 ends in a second "If so how?" that adds nothing to its "How". It is left out. The question is asked as one about how.',
    'The source writes "Children\'s Act 2004". The Act is called by its name, Children Act 2004.',
    'The source shortens Personal, Health, Social Education to PHSE. This is kept.',
    'The address of the Narrowing the Gap templates is garbled: "c4eo0.org.uk" and "documentsandpublicat 10NS.aspx". It is read as www.c4eo.org.uk and documentsandpublications.aspx.',
    'The address of the Audit Commission report is garbled: "17AEBDAS5" and "AreWeThereYet290ctOBREP.pdf". It is read as 17AEBDA5, which gives the identifier its eight hexadecimal digits, and AreWeThereYet29Oct08REP.pdf, a date.',
    'The address of the procurement rules is broken in two lines and joined here. Addresses that begin www. have http:// added. None has been checked since.',
    "Appendix A: the numbers of rows 1 to 8 are garbled. They only count the rows and are left out; every indicator's own NI number can be read.",
    'Appendix A: in NI 156, "Accommaodation" is written Accommodation. In NI 186, "CO," is read as CO2, as in the national indicator set.',
    'Appendix A: stray spaces in NI 8, NI 112 and "16 + current" (NI 123) are removed.',
    'Appendix B: the acronym printed as "Cé&LG" is read as C&LG.',
    'Appendix B: meanings are given as printed, also where the usual name differs: CSR (Comprehensive Spending Review), TUPE (Transfer of Undertakings), DCSF (Department for Children, Schools and Families).',
    'Phases: guide 001 says that the nine-step cycle of joint planning and the health commissioning cycle run through the same three phases, but its figure is lost. Its text places needs assessment and priorities (steps 1 to 4) in phase 1, contracting and the pooling of budgets (steps 6 and 7) in phase 2, and monitoring (step 9) in phase 3.',
    'Phases: step 5 is placed in phase 1 and step 8 in phase 2 by us. Phase 1 sets existing provision against the services that are needed and turns the difference into plans; phase 2 develops the market and may invest in training.',
    "The world class commissioning competencies are allocated to the steps by Scorebook, each step to those that it is most about. They serve for comparison with other instruments only. The table of the cycles is Scorebook's too.",
  ],
  introduction: [
    {
      heading: 'Who it is for',
      paragraphs: [
        'This self-assessment helps to develop effective commissioning practice. Operational commissioning staff can use it, and so can people who act as commissioners in another post, such as any manager or co-ordinator who holds a budget. Its steps serve as a checklist when you audit your own practice.',
      ],
    },
    {
      heading: 'Where it belongs',
      paragraphs: [
        "It accompanies the Staffordshire Children's Trust Joint Commissioning Framework. That framework and the Staffordshire Children's Trust Commissioning Strategic Change Plan together set out how Integrated Commissioning is to develop over the coming years, and which step changes are needed before commissioning arrangements are fit for the future.",
        'The preface is signed by the Joint Commissioning Unit Manager, Children & Young People, June 2010.',
      ],
    },
    {
      heading: 'The nine steps',
      paragraphs: ['There are 63 questions to consider. Each step has a sheet of its own:'],
      bullets: [
        'Step 1. Look at outcomes for children and young people',
        'Step 2. Look at particular groups of children and young people',
        'Step 3. Develop needs assessment with user and staff views',
        'Step 4. Identify resources and set priorities',
        'Step 5. Plan pattern of services and focus on prevention',
        'Step 6. Decide how to commission services effectively',
        'Step 7. Commission (including use of pooled resources where possible)',
        'Step 8. Plan for workforce and market development',
        'Step 9. Monitor and review services and process',
      ],
    },
    {
      heading: 'To look things up',
      paragraphs: ['Four sheets hold what you may need while you answer:'],
      bullets: [
        'Guidance by step: further guidance and addresses.',
        'LAA indicators: the indicators in the Staffordshire Local Area Agreement Submission 2008.',
        'Glossary: what the acronyms stand for.',
        'Cycles: how the nine steps fit with the health commissioning cycle and with other tools.',
      ],
    },
  ],
  scoring: [
    {
      heading: 'How to answer',
      paragraphs: [
        'Answer every question Yes or No. If it has several parts, answer Yes only if all of them are true. Some questions ask how, what or where, or offer a choice: the line beside them that begins "Answer Yes if" says what a Yes means there.',
      ],
      bullets: ['Yes: this is so now, and the evidence shows it.', 'No: this is not so yet, or nothing shows it.'],
    },
    {
      heading: 'Evidence',
      paragraphs: [
        'Give the evidence beside each answer. Every Yes needs it: a Yes without evidence is marked until you fill it in.',
      ],
    },
    {
      heading: 'Questions that do not apply',
      paragraphs: [
        'Only questions 4.2 and 7.2 may not apply, because each begins with "If". In that case choose "Not applicable" and give the reason under "Evidence". The question then counts neither for nor against you. A question left without an answer is different: it is still to be answered.',
      ],
    },
    {
      heading: 'Action',
      paragraphs: ['Where practice has to improve, plan how:'],
      bullets: [
        'Action: what will be done.',
        'Lead: who is responsible for it.',
        'By when: the date by which it will be complete.',
      ],
    },
    {
      heading: 'What the colours mean',
      paragraphs: [
        'The scorecard shows a position for each step. It depends on the share of answered questions with Yes:',
      ],
      bullets: [
        'Red: half or more of the answered questions are No. Plan action here first.',
        'Green: more than 80% of the answered questions are Yes.',
        'Amber: fewer than half of the answered questions are No, but no more than 80% are Yes.',
        'Not scored: fewer than 75% of the questions that apply are answered.',
      ],
    },
  ],
  scales: [
    {
      key: 'yes-no',
      title: 'Yes or No',
      chosenBy: 'label',
      options: [
        { level: 0, label: 'No', meaning: 'This is not so yet, or nothing shows it.' },
        { level: 1, label: 'Yes', meaning: 'This is so now, and the evidence shows it.' },
      ],
    },
  ],
  vocabularies: [phases, competencies],
  sections: [
    step({
      key: '1',
      title: 'Look at outcomes for children and young people',
      shortTitle: 'Outcomes',
      introduction:
        'This step asks which data you use about children and young people in your area, and what it shows about their outcomes.',
      tags: { phase: ['1'], competency: ['5'] },
      questions: [
        {
          key: '1.1',
          question:
            'Have you studied local data about the area that you commission for? Do your decisions follow a clear rationale for improving outcomes, or do they only spend money to preserve services that may no longer meet what the local population needs?',
          guidance: ['Answer Yes if you have studied the data and your decisions follow such a rationale.'],
        },
        {
          key: '1.2',
          question:
            'Is the data available to you only a snapshot, or is it more meaningful data that covers 3-5 years and so shows trends and patterns rather than spikes?',
          guidance: ['Answer Yes if the data covers 3-5 years.'],
        },
        {
          key: '1.3',
          question:
            'Is your data broken down by such things as age, gender, ethnicity, religion, sexual orientation, disability, learning difficulty, looked after status, geographical location, risk of criminality and access to services?',
        },
        {
          key: '1.4',
          question:
            'Have you compared the data on vulnerable groups of children and young people with that on all others, to find gaps in outcomes and see whether they are narrowing over time?',
        },
        {
          key: '1.5',
          question:
            'Have you talked to the co-ordinator of your local Community & Learning Partnership (C&LP) about the C&LP data profiles, or to the Practice Based Commissioning (PBC) Manager about health data for the locality? Or have you reviewed the Joint Strategic Needs Assessment for the key needs of the locality or the county in all 5 Every Child Matters (ECM) outcomes?',
          guidance: ['Answer Yes if you have done at least one of these.'],
        },
        {
          key: '1.6',
          question:
            'Have you recently carried out an Equality Impact Assessment (EIA) of the services that you commission? Does it make sure that different groups of the community can get the same level of service, and that no service stigmatises certain groups or puts them at a further disadvantage?',
        },
        {
          key: '1.7',
          question: 'Do you have other, specialist data? If you do, does it meet the criteria of question 1.2?',
          guidance: ['Answer Yes if you have such data and it covers 3-5 years.'],
        },
        {
          key: '1.8',
          question:
            'Are there recent social and economic trends that may not show in your data yet, such as large scale job losses that affect families in the locality?',
          guidance: [
            'Answer Yes if you have looked for such trends. Name under "Evidence" those that you found, or say that there are none.',
          ],
        },
        { key: '1.9', question: 'Do you know where the children of your area live, learn and play?' },
        {
          key: '1.10',
          question: 'How does your area compare with its geographical and its statistical neighbours?',
          guidance: ['Answer Yes if you have made both comparisons and can say what they show.'],
        },
        {
          key: '1.11',
          question:
            'Is the information in the Common Assessment Framework (CAF), in individual plans, or in both, brought together to inform decisions on strategic commissioning?',
          guidance: ['This applies to commissioning at all levels, from micro to macro.'],
        },
        {
          key: '1.12',
          question:
            'Have you considered how much the commissioning of services and support for parents can do to improve the outcomes of children and young people? Does your overall approach allow for this, and have you assessed which services of this nature your area has?',
        },
      ],
    }),
    step({
      key: '2',
      title: 'Look at particular groups of children and young people',
      shortTitle: 'Particular groups',
      introduction:
        'This step asks what you know about groups with specific needs, how their outcomes compare with those of others, and how sound that knowledge is.',
      tags: { phase: ['1'], competency: ['5'] },
      questions: [
        {
          key: '2.1',
          question:
            'What evidence do you have that the needs of specific groups are being met, so that their outcomes improve, or that they are not being met? Do decisions rest on established evidence, or on opinion and conjecture?',
          guidance: ['Answer Yes if you have evidence one way or the other, and decisions rest on it.'],
        },
        {
          key: '2.2',
          question:
            'How does this evidence on specific groups compare with that on everyone else? Can you identify gaps between their outcomes?',
          guidance: [
            "For example: do Looked after Children have lower levels of attainment than Staffordshire's other children and young people?",
            'Answer Yes if you have made the comparison and can say which gaps it shows.',
          ],
        },
        {
          key: '2.3',
          question:
            'Have you considered collecting and analysing data in several layers, to corroborate your findings?',
        },
        {
          key: '2.4',
          question: 'Have you considered how complex many service areas are, and how outcomes depend on one another?',
          guidance: [
            'For example: emotional stress and bullying can affect children whose weight is not healthy. They are then less able to Enjoy & Achieve, as well as to be Healthy.',
            'For example: mental health issues and substance misuse are clearly related. Does one cause the other, or are they a product or symptom of other problems of the young person?',
          ],
        },
      ],
    }),
    step({
      key: '3',
      title: 'Develop needs assessment with user and staff views',
      shortTitle: 'Needs assessment',
      introduction:
        'This step asks how the people who use services, those who provide them and the wider community take part in the assessment of need.',
      tags: { phase: ['1'], competency: ['3', '4', '5'] },
      questions: [
        {
          key: '3.1',
          question:
            'Have you set up frameworks and opportunities for children, young people, their parents and families and the wider community to take part?',
          guidance: ['Services cannot be planned and commissioned jointly without this.'],
        },
        {
          key: '3.2',
          question:
            'How have you provided for the engagement of specific or vulnerable groups of children and young people?',
          guidance: [
            'For example: looked after children, young carers, children with disabilities, young offenders, children from poor socio-economic groups, and children with Special Educational Needs (SEN).',
            'Answer Yes if you can say how, and for which groups.',
          ],
        },
        {
          key: '3.3',
          question: 'Have you considered how young people can stay involved throughout the cycle?',
        },
        {
          key: '3.4',
          question:
            "Have you asked specialists, practitioners and clinicians to help you to form a picture of 'what works' on the ground?",
        },
        {
          key: '3.5',
          question:
            "Have you involved the local 3rd sector, the private sector, patient groups, campaign groups and other community organisations and groups in this process, as the 'duty to involve' requires?",
          guidance: ["The 'duty to involve' applies from April 2009. It will be part of the Staffordshire Compact."],
        },
        {
          key: '3.6',
          question:
            'How have you combined this with the data of steps 1 and 2, to give one overall picture of need and of how it is, or is not, being met?',
          guidance: ['Answer Yes if you have such a picture and can say how it was put together.'],
        },
      ],
    }),
    step({
      key: '4',
      title: 'Identify resources and set priorities',
      shortTitle: 'Resources and priorities',
      introduction:
        'This step asks how the work fits with what Staffordshire has agreed to achieve, what is commissioned already, and whether money and staff are enough.',
      fields: fieldsWithNotApplicable,
      tags: { phase: ['1'], competency: ['6'] },
      questions: [
        {
          key: '4.1',
          question:
            'Does this work help to achieve outcomes or targets of the Staffordshire Local Area Agreement (LAA)?',
          guidance: ["The sheet 'LAA indicators' lists its indicators."],
        },
        {
          key: '4.2',
          question:
            "If it does not, does it help to achieve other (non-designated) indicators of the Staffordshire Children & Young People's Plan?",
          guidance: ['Choose "Not applicable" if you answered Yes to question 4.1.'],
        },
        {
          key: '4.3',
          question: "Is the work in line with Staffordshire's priorities for 'Narrowing the Gap'?",
        },
        {
          key: '4.4',
          question:
            'Before any services are commissioned, jointly or not: has there been a thorough analysis of what each partner in the Joint Commissioning Unit (JCU) commissions already?',
          guidance: [
            'This is essential. It avoids duplicating parts of local services, and makes sure that a service is commissioned only where there is both a need and a gap in present services.',
          ],
        },
        {
          key: '4.5',
          question: 'Is the proposed programme of work realistic, given the money and staff there are?',
        },
      ],
    }),
    step({
      key: '5',
      title: 'Plan pattern of services and focus on prevention',
      shortTitle: 'Services and prevention',
      introduction:
        'This step asks how you invest in prevention and early intervention, how you will know whether they work, and which causes and connections you have considered.',
      tags: { phase: ['1'], competency: ['6', '10'] },
      questions: [
        {
          key: '5.1',
          question:
            "How can you best invest in services for prevention and early intervention? Can you build on the methods of the Children's Fund, the Youth Offending Service's activity in prevention, Personal Health & Social Education (PHSE) in schools, or Social and Emotional Aspects of Learning (SEAL)?",
          guidance: ['Answer Yes if you can say how you will invest, and what you will build on.'],
        },
        {
          key: '5.2',
          question:
            "Have you used the template 'Orientation of Services towards Early Intervention and Prevention' (Template 1) of Staffordshire's 'Narrowing the Gap' self assessment?",
          guidance: [
            'Its core theme: budgets should belong to children rather than to departments, and should pay for intervening early, so as to Narrow the Gap.',
            "The address of the templates is under 'Guidance by step', step 4.",
          ],
        },
        {
          key: '5.3',
          question:
            'Do you really need more service provision? Or could you meet needs better, more sustainably and at less cost by training the existing universal workforce, or by awareness raising workshops for Tier 1?',
          guidance: [
            'Answer Yes if you have weighed these against each other. Say under "Evidence" what you concluded.',
          ],
        },
        {
          key: '5.4',
          question:
            'How will you measure the impact of preventative activity, and how will you address the difficulties of doing so?',
          guidance: [
            'By its nature, effective prevention is harder to measure than services that meet more complex needs (at Tiers 2 and above), and it takes longer before an impact can be put in figures.',
            'Community consultation and perception surveys can be useful, as can measuring how far people abstain from harmful behaviours or reduce them.',
            'Answer Yes if you can say how you will measure it.',
          ],
        },
        {
          key: '5.5',
          question:
            'Have you considered how needs depend on one another? Have you looked for the root causes of problems, and at how services that are not immediately related can affect these inequalities in your locality?',
          guidance: [
            "For example: when a family's economic wellbeing changes, a child's or young person's health and wellbeing can change in many ways. They may have less chance to enjoy and achieve, to eat healthily, to use sport and recreational facilities, or to achieve economic wellbeing.",
            'For example: issues of emotional wellbeing can show in many other ways, such as being bullied, using drugs or alcohol, turning to crime, finding it hard to keep a healthy weight, or factors in the family.',
          ],
        },
        {
          key: '5.6',
          question:
            "Have you consulted specialists, and also young people and families, on 'what works' in preventative activity?",
        },
      ],
    }),
    step({
      key: '6',
      title: 'Decide how to commission services effectively',
      shortTitle: 'How to commission',
      introduction:
        'This step asks about resources, working with neighbouring areas, procurement and contracts, fairness, and the 3rd sector.',
      tags: { phase: ['2'], competency: ['9'] },
      questions: [
        {
          key: '6.1',
          question: 'Can you identify the money and staff that are available?',
        },
        {
          key: '6.2',
          question:
            'Could pooled budgets with neighbouring areas bring economies of scale? Can you both improve services and cut costs by working together like this?',
          guidance: [
            'Neighbours can be other Community & Learning Partnerships; GP practices nearby, for Practice Based Commissioning; other Districts, for services that are commissioned at District level; or even other Counties of the region, for services that the County commissions centrally.',
            'Answer Yes if you have looked into this. Say under "Evidence" what is possible.',
          ],
        },
        {
          key: '6.3',
          question:
            'Where do young people access services? Do they have to go out of area at present, and if so, have you made links with the commissioning authorities there? Why do they go out of area?',
          guidance: [
            'Out of area means, for example, Stoke-on-Trent or Wolverhampton.',
            'Answer Yes if you know where young people go and why, and have made links with the authorities wherever they go out of area.',
          ],
        },
        {
          key: '6.4',
          question:
            'Is this a service that centrally commissioned work ought to provide already, but fails to deliver properly in your locality? If so, why?',
          guidance: [
            'Answer Yes if you have looked into this. Say under "Evidence" whether it is so, and if it is, for what reasons.',
          ],
        },
        {
          key: '6.5',
          question:
            'Do your processes of procurement, tendering and contracting observe the relevant EU law and the regulations of the Local Authority and the NHS? Are contracts and service level agreements flexible, and are controls and defaults in proportion to complexity and risk? Do contracts encourage innovation, through appropriate service specifications and management processes? Do they include performance management frameworks by which providers can demonstrate outcomes and not only outputs?',
        },
        {
          key: '6.6',
          question:
            'Do you have the legal, procurement and specialist support that is appropriate (for example, from Human Resources on TUPE issues)?',
        },
        {
          key: '6.7',
          question:
            'Have you consulted your Procurement department on every contract whose value is above a key threshold?',
          guidance: ['The thresholds may be lower than you expect.'],
        },
        {
          key: '6.8',
          question:
            'Do you involve young people throughout the commissioning cycle, including in the design of services and in building the service specification?',
        },
        {
          key: '6.9',
          question: 'Can you show to the satisfaction of all parties that your process is open, transparent and fair?',
        },
        {
          key: '6.10',
          question:
            "Have you allowed enough time (90 days) to notify and consult the 3rd sector as the Staffordshire Compact requires? Do you know what you are obliged to do by the 'Duty to Co-operate to improve wellbeing for Children & Young People' (Children Act 2004, section 10) and by the Staffordshire Compact's 'Duty to Involve' the 3rd sector (April 2009)?",
        },
        {
          key: '6.11',
          question:
            'Have you consulted the guidance in the 3rd Sector Commissioning strategy, or gone through the advice and feedback that came out of the 3rd sector commissioning standards review?',
          guidance: ['Answer Yes if you have done at least one of these.'],
        },
        {
          key: '6.12',
          question:
            "Which contracts best meet what you and your target clients need: 'fixed price' or 'payment by results'?",
          guidance: ['Answer Yes if you have weighed both. Say under "Evidence" which suits best, and why.'],
        },
      ],
    }),
    step({
      key: '7',
      title: 'Commission (including use of pooled resources where possible)',
      shortTitle: 'Commission',
      introduction:
        'This step asks how resources are pooled or aligned, on what agreement, and whether the money is well controlled.',
      fields: fieldsWithNotApplicable,
      tags: { phase: ['2'], competency: ['11'] },
      questions: [
        {
          key: '7.1',
          question: 'Have you fully discussed both options, pooling funds and aligning resources?',
          guidance: [
            'Alignment can be an interim stage on the way to pooled funds. Its impact can be much the same, and partners may see less risk in it, and more control over what they contribute.',
          ],
        },
        {
          key: '7.2',
          question:
            'If you pool or align resources, is there a formal agreement on it, written and signed, and a scheme of delegation? Who has the ultimate authority for managing the budget?',
          guidance: [
            'Answer Yes if you have both and can say who holds the authority.',
            'Choose "Not applicable" if you neither pool nor align resources.',
          ],
        },
        {
          key: '7.3',
          question:
            'Are your financial controls and monitoring adequate to satisfy the requirements of auditors and funders?',
        },
        {
          key: '7.4',
          question: 'Have you consulted the Joint Commissioning Unit on pooling agreements?',
          guidance: ['It can offer advice and support on how to use Section 75 & Section 10 pooling agreements.'],
        },
      ],
    }),
    step({
      key: '8',
      title: 'Plan for workforce and market development',
      shortTitle: 'Workforce and market',
      introduction:
        'This step asks how the workforce is developed in all sectors, and how the market is mapped and the 3rd sector helped to grow.',
      tags: { phase: ['2'], competency: ['7'] },
      questions: [
        {
          key: '8.1',
          question:
            "Have you considered a plan for developing the workforce in the medium to long term? Does it meet what the Children's Trust workforce development strategy and the competences of the sector require?",
        },
        {
          key: '8.2',
          question:
            'Does this plan include the agencies that support children and families in the statutory, the private and the 3rd sector?',
        },
        {
          key: '8.3',
          question:
            'Have stakeholders from all these sectors been involved in market mapping? Have you given the 3rd sector in particular opportunities to develop its capacity, in line with what the Compact requires?',
        },
        {
          key: '8.4',
          question:
            "Is the CAF fully embedded in the local children's workforce? Are practitioners for adults, as well as those who provide children's services, properly trained and linked to your area's Local Safeguarding Children's Boards? Do you know about new developments, such as Staffordshire's e-CAF pilot?",
        },
        {
          key: '8.5',
          question:
            'Can you show evidence that you have supported workforce strategies, in their development and implementation, which are sensitive to activity in prevention and early intervention?',
        },
        {
          key: '8.6',
          question:
            'Do you have workforce development programmes that include opportunities for training across disciplines?',
        },
      ],
    }),
    step({
      key: '9',
      title: 'Monitor and review services and process',
      shortTitle: 'Monitor and review',
      introduction:
        'This step asks how services are monitored, whether outcomes improve because of it, and what part children, young people and families have in it.',
      tags: { phase: ['3'], competency: ['3', '5'] },
      questions: [
        {
          key: '9.1',
          question:
            'Are all commissioned services monitored on a regular schedule and in an agreed format, or do you plan for this?',
          guidance: ['Answer Yes if you do this now or plan to do it. Say under "Evidence" which.'],
        },
        {
          key: '9.2',
          question:
            'Do monitoring and evaluation make you more efficient or more effective in improving outcomes for young people? If so, how can you evidence this?',
          guidance: ['Answer Yes if they do, and name the proof under "Evidence".'],
        },
        {
          key: '9.3',
          question:
            'Can you evidence that outcomes improve for specific groups of children and young people, compared with all the others in Staffordshire (for example, that children from poor socio-economic groups have better mental health)?',
        },
        {
          key: '9.4',
          question:
            'Do your monitoring strategy and approach centre on what service users, their families and the community need, and are you clear about how these needs are met?',
        },
        {
          key: '9.5',
          question:
            'How do you plan to involve children and young people, and their families, in monitoring and evaluating services?',
          guidance: ['Answer Yes if you plan to involve them and can say how.'],
        },
        {
          key: '9.6',
          question:
            'In all honesty, what do you measure: numbers that pass through the system, or the quality of services and their impact on better outcomes for the young people who use them?',
          guidance: ['Answer Yes if you measure quality and impact.'],
        },
        {
          key: '9.7',
          question:
            "Do you use the assessment framework 'Hear by Right' or the tools 'what's changed?', so that the participation of service users brings about change?",
        },
        {
          key: '9.8',
          question:
            'Do your monitoring frameworks match what national bodies need to know, as well as what is required locally, to show that services are effective?',
          guidance: [
            'The national bodies include the Department of Health, the Department for Children Schools & Families, the Youth Justice Board, the Home Office and, as required, others.',
          ],
        },
      ],
    }),
    participants(
      'List everyone who takes part in the self-assessment, in your own organisation and among its partners, one person to a row.',
      'answered step 2',
    ),
    signOff(
      'By signing off, I confirm that the people named under Participants agreed this self-assessment and that the evidence named in it exists.',
    ),
  ],
  scorecard: {
    scale: 'yes-no',
    rule: {
      minimumCoverage: 0.75,
      redFromLowestShare: 0.5,
      greenAboveHighestShare: 0.8,
    },
    views: [{ key: 'steps', title: 'Steps', by: 'section' }],
  },
  resources: [
    {
      key: 'local',
      title: 'Staffordshire documents',
      entries: [
        { title: "Staffordshire Children's Trust Joint Commissioning Framework" },
        { title: "Staffordshire Children's Trust Commissioning Strategic Change Plan" },
        { title: "Staffordshire Children & Young People's Plan" },
        { title: 'Staffordshire Local Area Agreement Submission', date: '2008' },
        { title: 'Joint Strategic Needs Assessment' },
        { title: 'Community & Learning Partnership (C&LP) data profiles' },
        { title: 'Staffordshire Compact' },
        { title: '3rd Sector Commissioning strategy' },
        { title: '3rd sector commissioning standards review' },
        { title: "Staffordshire Children's and Young People's Participation Network", link: workstreams.link },
        { title: "Staffordshire's priorities for Narrowing the Gap", link: workstreams.link },
        { title: "Children's Trust workforce development strategy", link: workstreams.link },
        { title: 'Guidance on Equality Impact Assessments', link: equalityImpact.link },
        { title: 'Procurement rules', link: procurementRules.link },
      ],
    },
    {
      key: 'national',
      title: 'National documents and tools',
      entries: [
        { title: 'Children Act', date: '2004' },
        { title: 'National Service Frameworks' },
        { title: 'Narrowing the Gap National Guidance' },
        { title: 'Narrowing the Gap self assessment (templates)', link: templates.link },
        {
          author: 'Audit Commission',
          title: 'Improving Outcomes in the Future: Are We There Yet?',
          date: '2008',
          link: areWeThereYet.link,
        },
        { title: 'Hear by Right (assessment framework)' },
        { title: "what's changed? (tools)" },
      ],
    },
  ],
  references: [
    {
      key: 'guidance',
      title: 'Guidance by step',
      shortTitle: 'Guidance by step',
      introduction:
        'Further guidance on the steps and where to find it. Steps 2 and 9 have none. The addresses are those of June 2010; some may have moved.',
      columns: ['Step', 'Guidance', 'Link'],
      rows: [
        ['Step 1', 'Guidance on Equality Impact Assessments (question 1.6).', equalityImpact],
        [
          'Step 3',
          "Find out more about participation (question 3.1) through the Staffordshire Children's and Young People's Participation Network.",
          workstreams,
        ],
        ['Step 4', "Staffordshire's priorities for Narrowing the Gap (question 4.3).", workstreams],
        ['Step 4', 'Templates for assessing your commissioning practice in respect of Narrowing the Gap.', templates],
        [
          'Step 4',
          'Every priority must be in line with the relevant National Service Frameworks. They differ between sectors, so involve the commissioner in the JCU who is responsible for the service being commissioned.',
          'None',
        ],
        [
          'Step 5',
          "Template 1 of the 'Narrowing the Gap' self assessment (question 5.2) is among the templates named under step 4.",
          templates,
        ],
        ['Step 6', 'The procurement rules, with the thresholds of contract values (question 6.7).', procurementRules],
        [
          'Step 7',
          "Pooling is a complex issue. The report 'Improving Outcomes in the Future: Are We There Yet?' (Audit Commission, 2008) may help you to decide.",
          areWeThereYet,
        ],
        [
          'Step 7',
          'Both the Narrowing the Gap National Guidance and its Self Assessment tools single out the pooling of resources as an area to develop.',
          'None',
        ],
        ['Step 8', "The Children's Trust workforce strategy.", workstreams],
      ],
    },
    {
      key: 'laa-indicators',
      title: 'Staffordshire Local Area Agreement Submission 2008',
      shortTitle: 'LAA indicators',
      introduction:
        'The 35 indicators of the Local Area Agreement (LAA) under their four themes, for question 4.1. NI stands for national indicator.',
      columns: ['Theme', 'Indicator', 'Title'],
      rows: [
        ...theme('A vibrant, prosperous and sustainable economy', [
          ['NI 80', 'Achievement of a Level 3 qualification by the age of 19'],
          ['NI 117', '16 to 18 year olds Not in Education, Employment or Training'],
          ['NI 153', 'Working age people claiming out of work benefits in the worst performing wards'],
          ['NI 154', 'Net additional homes provided'],
          ['NI 155', 'Number of affordable homes delivered (gross)'],
          ['NI 163', 'Working age population qualified to at least Level 2 or higher'],
          ['NI 165', 'Working age population qualified to at least Level 4 or higher'],
          ['NI 172', 'VAT registered businesses in the area showing growth'],
        ]),
        ...theme('Strong, safe and cohesive communities', [
          ['NI 4', 'Percentage of people who feel they can influence decisions in their locality'],
          ['NI 6', 'Participation in regular volunteering'],
          ['NI 7', 'Environment for a thriving third sector'],
          ['NI 15', 'Serious violent crime rate'],
          ['NI 16', 'Serious acquisitive crime rate'],
          [
            'NI 21',
            'Dealing with local concerns about anti social behaviour and crime by the local council and police',
          ],
          ['NI 32', 'Repeat incidents of domestic violence'],
          ['NI 45', 'Young offenders engagement in suitable education, employment or training'],
          ['NI 110', "Young people's participation in positive activities"],
          ['NI 111', 'First time entrants to the Youth Justice System aged 10-17'],
        ]),
        ...theme('Improved health and sense of well being', [
          ['NI 8', 'Adult Participation in sport'],
          ['NI 39', 'Alcohol harm related hospital admissions'],
          ['NI 40', 'Drug users in effective treatment'],
          ['NI 51', 'Effectiveness of child and adolescent mental health services (CAMHS)'],
          ['NI 56', 'Obesity among primary school children in Year 6'],
          ['NI 68', "Referrals to children's social care going on to initial assessment"],
          ['NI 112', 'Under 18 conception rate'],
          ['NI 121', 'Mortality rate from all circulatory diseases at ages under 75'],
          ['NI 123', '16+ current smoking rate prevalence (stop smoking)'],
          ['NI 135', "Carers receiving needs assessment or review and a specific carer's service"],
          ['NI 136', 'People supported to live independently through social services (all ages)'],
          ['NI 146', 'Adults with learning disabilities in employment'],
          ['NI 156', 'Number of households living in Temporary Accommodation'],
        ]),
        ...theme('A protected, enhanced and respected environment', [
          ['NI 175', 'Access to services and facilities by public transport, walking and cycling'],
          ['NI 186', 'Per capita CO2 emissions in the LA area'],
          ['NI 191', 'Residual household waste per head'],
          ['NI 197', 'Improved local biodiversity - active management of local sites'],
        ]),
      ],
    },
    {
      key: 'glossary',
      title: 'Glossary of Terms',
      shortTitle: 'Glossary',
      introduction: 'What the acronyms stand for.',
      columns: ['Acronym', 'Meaning'],
      rows: [
        ['CAA', 'Comprehensive Area Assessment'],
        ['C&LP', 'Community and Learning Partnership'],
        ['CYPP', 'Children and Young Peoples Plan'],
        ['C&LG', 'Communities and Local Government'],
        ['CSR', 'Complete Spending Review'],
        ['CAF', 'Common Assessment Framework'],
        ['DoH', 'Department of Health'],
        ['DCSF', 'Department of Children Schools and Families (previously DfES Department for Education & Skills)'],
        ['ECM', 'Every Child Matters'],
        ['EU', 'European Union'],
        ['EIA', 'Equality Impact Assessment'],
        ['GP', 'General Practitioner'],
        ['HAS', 'Health Advisory Service'],
        ['HR', 'Human Resources'],
        ['JSNA', 'Joint Strategic Needs Assessment'],
        ['JCU', 'Joint Commissioning Unit'],
        ['LAA', 'Local Area Agreement'],
        ['NHS', 'National Health Service'],
        ['NtG', 'Narrowing the Gap'],
        ['NSF', 'National Service Framework'],
        ['OJEU', 'Official Journal of the European Union'],
        ['PHSE', 'Personal, Health, Social Education'],
        ['PCT', 'Primary Care Trust'],
        ['PBC', 'Practice Based Commissioning'],
        ['SEN', 'Special Educational Needs'],
        ['SEAL', 'Social and Emotional Aspects of Learning'],
        ['TUPE', 'Transfer of Undertaking (Protection of Employment) regulations'],
        ['URL', 'Uniform Resource Locator'],
        ['WCC', 'World Class Commissioning'],
        ['YOS', 'Youth Offending Service'],
        ['YOT', 'Youth Offending Team'],
        ['YJB', 'Youth Justice Board'],
      ],
    },
    cycles,
  ],
});

/** A question as the source gives it: it has neither criteria nor suggested evidence. */
type Question = Pick<Item, 'key' | 'question' | 'guidance'>;

type Step = Pick<ItemsSection, 'key' | 'title' | 'shortTitle' | 'introduction' | 'tags'> & {
  readonly fields?: readonly Field[];
  readonly questions: readonly Question[];
};

/** A step is a section with one activity, in which a Yes needs evidence. */
function step({ questions, fields: own = fields, ...basis }: Step): ItemsSection {
  const helped = questions.some(({ guidance }) => guidance !== undefined);
  return {
    shape: 'items',
    ...basis,
    ...(helped ? { guidanceHeading: 'What to think of' } : {}),
    fields: own,
    rules: [{ when: { field: 'answer', is: [1] }, needs: ['evidence'] }],
    activities: [
      {
        key: `step-${basis.key}`,
        title: basis.title,
        items: questions.map((question) => ({ ...question, criteria: [], evidence: [], groups: {} })),
      },
    ],
  };
}

function theme(title: string, indicators: readonly (readonly [string, string])[]): string[][] {
  return indicators.map(([number, name]) => [title, number, name]);
}
