import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field } from '../src/instrument/model/schema.ts';
import { action, due, lead } from './actionFields.ts';
import { competencyPoints } from './competencyPoints.ts';
import { competencies, cycles, phases } from './crosswalk.ts';
import { participantName, participantRole, partPlayed, signOff } from './people.ts';

/** The same five fields are answered for every point. */
const fields: readonly Field[] = [
  {
    kind: 'score',
    key: 'score',
    heading: 'Is it met?',
    prompt:
      'Compare what the partners do now with the statement, and choose how far it is met. If it does not apply, choose "Not applicable" and give the reason under "Our evidence".',
    scale: 'points',
    notApplicable: { label: 'Not applicable', reasonIn: 'evidence' },
  },
  {
    kind: 'text',
    key: 'evidence',
    heading: 'Our evidence',
    prompt:
      'Name the documents, data or examples that support the answer, and say where they can be found. If the statement does not apply, give the reason here.',
    purpose: 'evidence',
  },
  action,
  lead,
  due,
];

/** Who, at a minimum, takes part: the five kinds of section 2 of the source, and those of its section 2.1. */
const kindsOfParticipants = [
  'Senior staff',
  'Technical experts',
  'Wider partners',
  'Professionals, clinicians and specialist staff',
  'Oversight and scrutiny leads',
  'Children, young people and their families',
];

/** The guide to world class commissioning for children's health, as a self-assessment against its eleven competencies. */
export const worldClassCommissioning = defineInstrument({
  key: 'world-class-commissioning',
  edition: '2009-2',
  title: 'Securing better health for children and young people through world class commissioning',
  strapline:
    "A self-assessment for the partners in a Children's Trust against the 11 world class commissioning competencies, made from the guide that supports delivery of Healthy lives, brighter futures: The strategy for children and young people's health.",
  publisher: 'Department of Health and Department for Children, Schools and Families',
  published: 'February 2009',
  language: 'en-GB',
  sourceNote: [
    'Added by Scorebook, and not in the source: the wording, which keeps the meaning of the source; the three answers and their meanings; the four positions, their colours and the rule behind them; the choice between the two versions of the phases; "Not applicable"; the fields "Is it met?", "Our evidence", "Action", "Lead" and "By when"; the list of participants; and the sign-off.',
    'The source is a guide, not a questionnaire. The statements are made from the descriptions of section 3.1, point by point, each complete in itself; the table of the competencies is made from their titles and from the summaries in its appendix.',
    'This is the second edition of this workbook, 2009-2. The first, 2009, asked 11 questions, with the points as guidance, and left it to the partners to say which of four levels they had reached. Here the answers to the points give that position, by the meanings that the levels had: none of the points, up to half, more than half, all.',
    'The source gives no scale. The four positions and their names are ours. Four were chosen because the assurance of primary care trusts under world class commissioning also rated competencies at levels 1 to 4, with world class as the highest; its criteria are not used.',
    'The source says of no point that it comes before another, so none is put under a level of its own: each counts the same within its competency, and one that is partly met counts half.',
    'The source suggests no evidence, and none is added.',
    'The six kinds of participants in the list are those of sections 2 and 2.1.',
    'A competency with more points has more weight in the position of a phase, and in that of the whole. The source gives no weights.',
    'Sections 4.1 to 4.3 tick competencies for each phase, and the appendix lists phases for each competency. They disagree once: section 4.3 ticks Prioritise investment for phase 3, and the appendix gives it phases 1 and 2 only.',
    'For Prioritise investment the appendix is followed, because it is the summary that names the phases to which a competency applies most directly. So it counts in phases 1 and 2. The table "Competencies by phase" shows both versions.',
    "Figure 1, which aligned the joint planning and commissioning cycle with the health commissioning cycle, is lost. The text names neither the nine steps of the one nor the stages of the other, and only says that both pass through the same three phases. The table of the cycles is Scorebook's: the nine steps are those of the Staffordshire self-assessment, the six parts those of the PCT self-assessment, and only what the text of the guide says is taken from it.",
    'Competency 3 is "Engage with public and patients" in section 3.1 and "Engage with the public and patients" in section 4 and in the appendix. The longer title is used.',
    "Competency 1: the source does not say whether the organisation that is respected is the local NHS or the Children's Trust. It is read as the local NHS, which the competency is about.",
    'Competency 1: the sentence about the community and its reassurance is broken. It is read as saying that the community is reassured.',
    'Competency 3 speaks in section 3.1 of children with multiple and complex needs and of vulnerable families, and in the appendix of vulnerable young people. Each is kept in its place.',
    'Competency 9: the grammar breaks at "driving and managing outcomes-based contracts". It is read as two things that skills and capacity are needed for: market shaping, and contracts based on outcomes.',
    'Competency 9: the appendix has "contracting, negotiating legal skills". It is read as contracting, negotiating and legal skills, as in section 3.1.',
    'Competency 9: the description ends with a sentence on new national occupational standards. It says nothing that partners could meet, so it is not among the points. It is part of "Support for commissioners" in the introduction, and the standards are among the resources.',
    'Competency 10: the source asks for the support of the community and of wider partners, for the vision and for the effort behind it. Both are kept.',
    'Phase 3: one paragraph says that whoever led on market management leads on performance, and another that it is the partner who leads on the investment. Both are kept.',
    'The reader box calls the National Service Framework one for "Children, Families & Maternity". Its name in the text is used.',
    "Footnotes 2 and 3 give the same address for two documents; it is listed with both. Footnotes 11 and 15 name the same framework, and footnote 16 and the text the same guidance on the Children and Young People's Plan; each is listed once.",
    'The source calls some of its documents only by their subject. These are listed by that subject, in plain words. Authors and dates are given where the source states them.',
    'The addresses are as printed, with http:// added. They have not been checked since.',
  ],
  introduction: [
    {
      heading: 'What this self-assessment is for',
      paragraphs: [
        'All children and young people have a right to the best possible health. Good health in childhood helps them to reach their full potential in all the Every Child Matters outcomes, and better health benefits society now and in the future. Commissioners across the public sector, among them primary care trusts (PCTs) and local authorities, play the central part: together they ensure that resources achieve the best possible health outcomes. Health professionals and health services have a key role in this.',
        'This self-assessment shows what world class commissioning for the health of children, young people and their families looks like. It does so competency by competency, so that partners can review their own skills and improve them. It is a starting point, and does not claim to cover everything.',
        "The competencies are the knowledge, skills, behaviours and characteristics on which effective commissioning rests, from strategy down to decisions about one child. Put into practice, they enable commissioners to reduce inequalities, promote inclusion and transform people's health and wellbeing. They were worked out in detail with NHS commissioners, but are relevant to every partner who contributes.",
        'The aim is better health and wellbeing for all. Partners who concentrate on children and young people also contribute to better outcomes for the whole population later: those whose health is as good as it can be have a better chance of achieving their potential as adults.',
      ],
    },
    {
      heading: 'Who it is for',
      paragraphs: [
        "It is for everyone who has a part in commissioning for better health of children, young people and their families, and so for all members of Children's Trusts. Commissioners, including practice-based commissioners and schools, answer it together. It is meant for those who lead on any form of commissioning, from what informs the PCT Strategy Plan and the Children and Young People's Plan (CYPP) to what is commissioned case by case.",
        "Children's commissioners need to work with their counterparts in adult health. Together they make sure that the needs of families are met (those of children whose parents use mental health services, for example) and that the transition to adulthood is planned robustly.",
        'The guide itself was addressed to:',
      ],
      bullets: [
        'chief executives of PCTs, strategic health authorities (SHAs) and local authorities;',
        "directors of public health, directors of nursing and directors of children's services;",
        'chairs of PCT professional executive committees (PECs) and of NHS trust boards;',
        'general practitioners (GPs);',
        'for circulation, also chief executives of NHS trusts, care trusts and foundation trusts, medical directors, directors of adult social services, directors of finance, allied health professionals, voluntary organisations and non-departmental public bodies (NDPBs).',
      ],
    },
    {
      heading: 'The strategy that it supports',
      paragraphs: [
        "The guide appeared alongside Healthy lives, brighter futures: The strategy for children and young people's health. The strategy aims at:",
      ],
      bullets: [
        'health outcomes that are world class;',
        'services of the highest quality;',
        'excellent experiences for those who use services;',
        'as few health inequalities as possible.',
      ],
    },
    {
      heading: 'What the strategy builds on',
      paragraphs: ["The strategy is the next phase of the Government's work to improve child health. It builds on:"],
      bullets: [
        "Every Child Matters: Change for Children, published by the Department for Education and Skills in 2004, which followed Every child matters of 2003. It set out the Government's main aims for all children and young people under the five outcomes that they had named as important to them, being healthy among them, and recognised how vital health and wellbeing are to good outcomes in childhood and adulthood.",
        'The National Service Framework for Children, Young People and Maternity Services of 2004, a 10-year programme. Children and young people, parents, healthcare practitioners and other agencies, local government among them, took an extensive part in developing it. It introduced the first national standards for the health and social care of children, and remains the most comprehensive policy guidance behind improvements in their health and wellbeing.',
        "The Children's Plan of 2007, which set out the actions needed to make England, by 2020, the best place in the world in which to grow up. It included a commitment to secure children and young people's health and wellbeing, and acknowledged that there was more to do. The Children's Plan One Year On: a progress report (December 2008) repeated these commitments.",
        "High Quality Care for All: NHS Next Stage Review, which placed high-quality, personalised care for all, children and young people included, at the heart of the NHS. In the visions of the SHAs, it challenged professionals to take the lead on services that are local, centred on patients and driven by clinicians. Two of the eight SHA pathways, maternity and newborn care and children's services, will help to secure high-quality services for children and maternity in every region.",
      ],
    },
    {
      heading: 'Why stronger commissioning matters',
      paragraphs: [
        "Stronger commissioning is the key to better outcomes in the health of children, young people and their families. This is the message of Healthy lives, brighter futures; its engagement work with stakeholders on Children's Trusts echoed it, and so did the Bercow and CAMHS (child and adolescent mental health services) reviews. Services are becoming more personalised, and commissioners need to redouble their efforts together, so that personalisation is applied appropriately in services for children and young people, and secures better health outcomes.",
        'World class commissioning seeks to change how health bodies commission services. It helps commissioners of health services to take a longer-term, more strategic approach with a clear focus on better outcomes. Besides the competencies, it includes an assurance system that drives development and performance.',
        "The joint planning and commissioning framework for children, young people and maternity services was developed with those who commission children's services in health, local government, schools and youth justice. It is fully compatible with world class commissioning. Both are essential to the future of children's services.",
      ],
    },
    {
      heading: 'What commissioners have to weigh',
      paragraphs: [
        'At every level, strategic or operational, commissioners need to consider two things and give each its due priority:',
      ],
      bullets: [
        'Clinical need: balance universal health promotion, prevention, healthcare for acute needs, and specialist support for children whose health needs are complex.',
        'Wider risk factors: safeguard children, and target support at vulnerable groups, such as children in care, whose health outcomes are often disproportionately poor.',
      ],
    },
    {
      heading: "The Children's Trust",
      paragraphs: [
        "Partners have priorities of their own and may see success differently. The Children's Trust is the formal partnership of local organisations through which they pursue a common vision, and it makes sure that each fulfils its role. It agrees a local commissioning strategy, which sets out everything that the partners commission, jointly or not, and ensures that they have the capacity and capability for it. The Government has introduced legislation to:",
      ],
      bullets: [
        "put Children's Trust boards on a statutory footing, without disrupting structures that work well already or could do so;",
        'extend ownership of the CYPP to the whole partnership: developing, publishing and monitoring it becomes a duty of the board as a whole, PCTs and local authority alike;',
        "make front-line providers of education, schools among them, statutory 'relevant partners' under the duty to co-operate. This reflects the '21st-century school', a hub for more of the services for children in its community.",
      ],
    },
    {
      heading: 'How the two commissioning cycles meet',
      paragraphs: [
        'Commissioning fits with other local processes. In particular, it is a central part of the planning and the allocation of resources by which the local CYPP is developed and reviewed.',
        "Earlier guidance describes commissioning as a cycle, for a whole population as well as for a single young person or family. There are two such cycles: the nine-step joint planning and commissioning cycle of 2006 (the 'joint' cycle), and the more recent health commissioning cycle (the 'health' cycle). They look different, but lead through the same three phases. So partners who are used to either cycle can place their work in these phases, as the sheet Cycles shows:",
      ],
      bullets: [
        'Phase 1: needs assessment and strategic planning',
        'Phase 2: shaping and managing the market',
        'Phase 3: improving performance, monitoring and evaluating',
      ],
    },
    {
      heading: 'Support for commissioners',
      paragraphs: [
        "The guide is one part of a package. The Department for Children, Schools and Families provides, with the Department of Health, a joint Commissioning Support Programme for Children's Trusts, which aims to transform how Children's Trust partners commission all services for children, young people and families. It is expected to be the main source of support in commissioning better health outcomes for them.",
        "The Programme is led by the sector. It rests on the principles of world class commissioning and on the good practice and expertise that already exist. It was designed in consultation with commissioners in PCTs and local authorities, and works with Strategic Health Authorities, Government Offices and Regional Improvement and Efficiency Partnerships. It offers structured self-analysis and planning support, peer coaching, training, workshops, special interest groups and a community of practice, with an online presence developed with commissioners. Each Children's Trust has been asked for a commissioning champion, someone senior in the PCT or the local authority, as its key contact.",
        "There are new national occupational standards for commissioning, procurement and contracting, which help to make commissioning more professional and support the move to world class commissioning. The Children's Workforce Development Council and Skills for Care developed them for the workforces in social care and in children and young people's services (see Resources).",
        'The Government will also:',
      ],
      bullets: [
        "promote joint leadership and stronger local accountability for children's health;",
        'publish guidance for particular key services, maternity and the Healthy Child Programme among them;',
        'develop, for those who plan and commission services, minimum datasets on child health and models that show how spending relates to outcomes;',
        'strengthen the child health workforce: regions are helped to assess their numbers of health visitors, and the Royal College of General Practitioners leads work on GP training;',
        'further the voice of children and young people, so that their views are prominent when healthcare organisations are assessed;',
        'make robust arrangements for promoting and ensuring the quality of health services;',
        'carry on work that is in hand: pathfinders that model the best joint commissioning for children with speech, language and communication needs (a recommendation of the Bercow review), better commissioning and provision of equipment for disabled children, and guidance for using the NHS national standard contract for community services.',
      ],
    },
  ],
  scoring: [
    {
      heading: 'How to answer',
      paragraphs: [
        "Every competency is described by statements of what good looks like in children's health. Compare each statement with what all the partners do now, not only the best of them. The answers are:",
      ],
      bullets: ['1. Not met', '2. Partly met', '3. Met'],
    },
    {
      heading: 'Choosing between two answers',
      paragraphs: [
        'If two answers seem to fit, choose the lower one and say under "Action" what is missing for the higher. A statement counts as met when it is done as a matter of course and can be shown, not when it is planned.',
      ],
    },
    {
      heading: 'Statements that do not apply',
      paragraphs: [
        'All 11 competencies apply across the full range of commissioning. If a statement does not apply to the partners who answer, choose "Not applicable" and give the reason under "Our evidence". It then does not count for or against them. A statement without an answer is not the same thing: it still has to be answered.',
      ],
    },
    {
      heading: 'Your own evidence and action',
      paragraphs: ['Record the evidence on which the answers rest. Where improvement is needed, plan it:'],
      bullets: [
        'Action: what will be done.',
        'Lead: who is responsible for it.',
        'By when: the date by which it will be complete.',
      ],
    },
    {
      heading: 'What the positions show',
      paragraphs: [
        'Each competency, and each phase of commissioning, has a position that follows from its statements: the share that is met, in which a statement that is partly met counts half. A competency that bears on several phases counts in each of them. Commissioners should have regard to all competencies throughout. The positions mean:',
      ],
      bullets: [
        'Not yet in place (red): none of the statements is met, not even in part. Plan action here first.',
        'Developing (dark amber): some are met, but not more than half.',
        'Established (amber): more than half are met, but not all.',
        'World class (green): all are met, by all partners.',
        'Not scored: too few statements are answered to give a position.',
      ],
    },
  ],
  scales: [
    {
      key: 'points',
      title: 'Whether the statement is met',
      options: [
        {
          level: 1,
          label: 'Not met',
          meaning: 'It is not done, or is at best planned; or it depends on individual people or single organisations.',
        },
        {
          level: 2,
          label: 'Partly met',
          meaning:
            "It is done as a matter of course, at least by the local authority and the primary care trust, and there is evidence of it. Some partners, part of the range of children's health, or evidence that outcomes improve is still missing.",
        },
        {
          level: 3,
          label: 'Met',
          meaning:
            "All partners do it as a matter of course, across the full range of children's health. Evidence shows that outcomes improve as a result.",
        },
      ],
    },
  ],
  sections: [
    {
      shape: 'items',
      key: '1',
      title: 'World class commissioning competencies',
      shortTitle: 'Competencies',
      introduction:
        "What good looks like, for each of the 11 competencies. The partners are all those in the Children's Trust who commission for the health of children, young people and their families.",
      fields,
      activities: competencyPoints,
    },
    {
      shape: 'entries',
      key: 'participants',
      aboutStaff: true,
      title: 'Participants',
      shortTitle: 'Participants',
      introduction:
        'List everyone who takes part in the self-assessment, in all partner organisations of the Children\'s Trust, one person to a row. The partners decide locally on the mix, but at a minimum each of the six kinds of participants has to be there. The table "Who takes part" explains them.',
      entry: 'participant',
      required: 1,
      rows: 30,
      mustInclude: kindsOfParticipants.map((kind) => ({ field: 'kind', is: [kind] })),
      fields: [
        participantName,
        participantRole,
        {
          kind: 'text',
          key: 'organisation',
          heading: 'Organisation',
          prompt:
            'Enter the organisation that the participant works for, or the group that the participant represents.',
        },
        {
          kind: 'choice',
          key: 'kind',
          heading: 'Kind of participant',
          prompt: 'Choose the kind that fits best. The table "Who takes part" says who belongs to each.',
          options: kindsOfParticipants,
        },
        partPlayed('answered for competency 5'),
      ],
    },
    signOff(
      'By signing off, I confirm that the partners named under Participants agreed this self-assessment and that the evidence named in it exists.',
    ),
  ],
  scorecard: {
    scale: 'points',
    rule: {
      by: 'percentage',
      minimumCoverage: 0.75,
      bands: [
        { title: 'Not yet in place', colour: 'red', from: 0 },
        // One statement of all 63 that is partly met is 0.8 per cent.
        { title: 'Developing', colour: 'dark-amber', from: 0.005 },
        // The first share above a half, if all 63 are answered, is 50.8 per cent.
        { title: 'Established', colour: 'amber', from: 0.505 },
        { title: 'World class', colour: 'green', from: 1 },
      ],
    },
    views: [
      { key: 'phase', title: 'Phases of commissioning', by: 'tag', vocabulary: 'phase' },
      { key: 'competency', title: 'Competencies', by: 'tag', vocabulary: 'competency' },
    ],
  },
  resources: [
    {
      key: 'publications',
      title: 'Publications and guidance',
      entries: [
        {
          author: 'Department of Health, Department for Children, Schools and Families',
          title:
            "Securing better health for children and young people through world class commissioning: A guide to support delivery of Healthy lives, brighter futures: The strategy for children and young people's health (Gateway reference 11314; order number 285374b)",
          date: 'February 2009',
        },
        { title: "Healthy lives, brighter futures: The strategy for children and young people's health", date: '2009' },
        {
          author: 'Department for Education and Skills',
          title: 'Every Child Matters: Change for Children',
          date: '2004',
          link: 'http://www.everychildmatters.gov.uk/publications/',
        },
        {
          title: 'Every child matters',
          date: '2003',
          link: 'http://www.everychildmatters.gov.uk/publications/',
        },
        {
          title: 'National Service Framework for Children, Young People and Maternity Services',
          date: '2004',
          link: 'http://www.dh.gov.uk/en/Healthcare/NationalServiceFrameworks/Children/DH_4089111',
        },
        {
          title: "The Children's Plan",
          date: '2007',
          link: 'http://www.dcsf.gov.uk/publications/childrensplan/',
        },
        {
          title: "The Children's Plan One Year On: a progress report",
          date: 'December 2008',
          link: 'http://www.dcsf.gov.uk/oneyearon/',
        },
        {
          title: 'High Quality Care for All: NHS Next Stage Review',
          link: 'http://www.dh.gov.uk/en/publicationsandstatistics/publicationspolicyandguidance/DH_085825',
        },
        {
          title: 'Bercow review',
          link: 'http://www.dcsf.gov.uk/bercowreviews/docs/7771-DCSF-BERCOW.PDF',
        },
        {
          title: 'CAMHS (child and adolescent mental health services) review',
          link: 'http://www.dcsf.gov.uk/CAMHSreview',
        },
        {
          author: 'Department for Education and Skills and Department of Health',
          title: 'Joint planning and commissioning framework for children, young people and maternity services',
          date: '2006',
          link: 'http://www.everychildmatters.gov.uk/strategy/planningandcommissioning/',
        },
        {
          title: 'A more detailed framework, built on the joint planning and commissioning framework (example)',
          link: 'http://www.regionalcommissioning.co.uk/resources/#sec130',
        },
        {
          title: 'Health inequalities: guidance publications',
          link: 'http://www.dh.gov.uk/en/Publichealth/Healthinequalities/Healthinequalitiesguidancepublications',
        },
        {
          author: "Children's Workforce Development Council and Skills for Care",
          title:
            "National occupational standards for commissioning, procurement and contracting for the social care and children and young people's workforces",
          link: 'http://www.cwdcouncil.org.uk/nos/commissioning',
        },
        {
          title: "Children and Young People's Plan (CYPP): guidance",
          link: 'http://www.everychildmatters.gov.uk/strategy/planningandcommissioning/cypp/',
        },
        {
          title: 'Joint Strategic Needs Assessment (JSNA): guidance',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_081097',
        },
        {
          title: 'Strategic planning for primary care trusts: guidance (registration required)',
          link: 'http://www.wccassurance.dh.gov.uk/Pages/Public/home_pctplans.aspx',
        },
        {
          title: 'Commissioning of specialised paediatric services: how services depend on each other',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_088068',
        },
        {
          title: "Pooled funding in Children's Trusts: guidance and tools",
          link: 'http://www.everychildmatters.gov.uk/strategy/planningandcommissioning/jointfunding',
        },
        {
          title: 'Who Pays? Establishing the Responsible Commissioner',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_078466',
        },
        {
          title: 'NHS national standard contract for community services',
          link: 'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Systemmanagement/DH_085048',
        },
      ],
    },
    {
      key: 'websites',
      title: 'Websites',
      entries: [
        { title: 'Every Child Matters: aims', link: 'http://www.everychildmatters.gov.uk/aims' },
        {
          title: 'World class commissioning',
          link: 'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Worldclasscommissioning/index.htm',
        },
        {
          title: 'World class commissioning competencies',
          link: 'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Worldclasscommissioningcompetencies',
        },
        {
          title: 'World class commissioning competencies: further details',
          link: 'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Worldclasscommissioning',
        },
        {
          title: 'World class commissioning assurance',
          link: 'http://www.wccassurance.dh.gov.uk/Pages/Public/home_commas.aspx',
        },
        { title: "Children's service mapping", link: 'http://www.childrensmapping.org.uk' },
        {
          title: 'NHS national and specialised commissioning arrangements',
          link: 'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Commissioningspecialisedservices/NationalLevelSpecialisedCommissioningAgents',
        },
        { title: 'Comprehensive Area Assessments', link: 'http://www.audit-commission.gov.uk/caa' },
        { title: 'Department of Health: publications', link: 'http://www.dh.gov.uk/publications' },
        { title: 'DH Publications Orderline', link: 'http://www.orderline.dh.gov.uk' },
      ],
    },
    {
      key: 'contacts',
      title: 'Contacts',
      entries: [
        {
          title: "Commissioning Support Programme for Children's Trusts: views on the guide, good practice and tools",
          link: 'mailto:info@commissioningsupport.org.uk',
        },
        {
          title:
            'Child Health Team, Partnerships for Children, Families and Maternity, Area 208, Wellington House, 133-155 Waterloo Road, London SE1 8UG, 020 7210 4850',
          link: 'mailto:mb-childrens-nsf@dh.gsi.gov.uk',
        },
        {
          title:
            'DH Publications Orderline, PO Box 777, London SE1 6XH, tel 0300 123 1002, fax 01623 724 524, minicom 0300 123 1003 (8am to 6pm, Monday to Friday)',
          link: 'mailto:dh@prolog.uk.com',
        },
      ],
    },
  ],
  references: [
    {
      key: 'phases',
      title: 'The three phases of commissioning',
      shortTitle: 'Phases',
      introduction:
        'What each phase is about, what is done in it, who should join up, and what it produces. Some phases are expected to be done fully in partnership; in others, partners work together as far as suits the activity.',
      columns: ['Phase', 'Subject', 'What is expected'],
      rows: [
        [
          '1 Needs assessment and strategic planning',
          'What it is about',
          'A robust assessment of current outcomes, and of the needs behind them in the local population, both current and emerging.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'What it is about',
          "It begins with the Joint Strategic Needs Assessment (JSNA), on which the Children and Young People's Plan (CYPP) draws.",
        ],
        [
          '1 Needs assessment and strategic planning',
          'Key activity',
          'Use the JSNA in the broader strategic planning of the primary care trust (PCT) and the local authority as well. Where commissioning decisions need more, add more detailed data and assessments: for example, from the Local Safeguarding Children Board or Child Death Overview Panels.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'Key activity',
          "Understand existing provision, with the support of children's service mapping. Compare it with the ideal: the services, skills and capabilities that the JSNA shows are needed for comprehensive care pathways for all children.",
        ],
        [
          '1 Needs assessment and strategic planning',
          'Key activity',
          'Turn the areas for development and change that this shows into priorities, and into plans for the use of resources and investment.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'Key activity',
          'Make sure that the JSNA covers the needs of the local population for healthcare and for health promotion alike, and pays particular attention to small groups of children who have significant needs.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'Key activity',
          'Throughout the phase, keep in mind vulnerable children and families with a history of poor health outcomes, whether or not they access services. Examples are looked-after children, children in custody, children whose lives are unstable (such as travellers and asylum-seeking children) and children in deprived areas.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'Joining up',
          "The partners in the Children's Trust are actively engaged, and take part in assessing needs and planning strategy.",
        ],
        [
          '1 Needs assessment and strategic planning',
          'Joining up',
          'At the very least, the local authority and the PCT must produce the JSNA together; that is their duty.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'Joining up',
          'Children, young people and families are meaningfully engaged, above all those who are least likely to access services or resources. So are professionals and clinicians.',
        ],
        [
          '1 Needs assessment and strategic planning',
          'Joining up',
          'All partners in commissioning collaborate on the assessments and work jointly.',
        ],
        ['1 Needs assessment and strategic planning', 'What it produces', 'The JSNA, based on evidence.'],
        [
          '1 Needs assessment and strategic planning',
          'What it produces',
          "Input to the Children and Young People's Plan.",
        ],
        [
          '1 Needs assessment and strategic planning',
          'What it produces',
          "Information for wider strategic plans. The phase takes account of the local priorities in them, and informs them in turn. They include Local Area Agreements, the Sustainable Community Strategy and the PCT's commissioning strategy.",
        ],
        [
          '1 Needs assessment and strategic planning',
          'Further guidance',
          {
            text: 'Joint Strategic Needs Assessment',
            link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_081097',
          },
        ],
        [
          '1 Needs assessment and strategic planning',
          'Further guidance',
          {
            text: "Children and Young People's Plan",
            link: 'http://www.everychildmatters.gov.uk/strategy/planningandcommissioning/cypp/',
          },
        ],
        [
          '1 Needs assessment and strategic planning',
          'Further guidance',
          {
            text: 'Strategic planning for primary care trusts (registration required)',
            link: 'http://www.wccassurance.dh.gov.uk/Pages/Public/home_pctplans.aspx',
          },
        ],
        [
          '1 Needs assessment and strategic planning',
          'Further guidance',
          { text: "Children's service mapping", link: 'http://www.childrensmapping.org.uk' },
        ],
        [
          '2 Shaping and managing the market',
          'What it is about',
          'With their partners, commissioners encourage providers, both present and potential, to meet the needs found in the JSNA flexibly and creatively.',
        ],
        [
          '2 Shaping and managing the market',
          'What it is about',
          'The plan from phase 1 is put into action with resources that come from across the partners.',
        ],
        [
          '2 Shaping and managing the market',
          'Key activity',
          'Actively encourage a strong market with many different suppliers from all sectors. Encourage newcomers to enter it, and sources of supply that are underdeveloped to grow, including social enterprises and the third sector.',
        ],
        [
          '2 Shaping and managing the market',
          'Key activity',
          'Bring together experts from many disciplines, among them finance, procurement and law, to write service specifications and arrange contracts that are based on outcomes and give good value for money.',
        ],
        [
          '2 Shaping and managing the market',
          'Key activity',
          'Contract and procure, or do whatever else the case requires: invest in training, provide services that support innovation and development, or decommission provision that no longer contributes to priorities or no longer rests on the best evidence.',
        ],
        [
          '2 Shaping and managing the market',
          'Key activity',
          "Record the key activities of the phase in the partners' strategic plans, among them the CYPP with its agreed priorities and key actions.",
        ],
        [
          '2 Shaping and managing the market',
          'Key activity',
          'Where the PCT is the lead procurement agency, use NHS national standard contracts.',
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          'The main question is who should shape the market, that is, contract and procure particular services. Decide by what will be most effective and efficient for sustainable market shaping in the area in question.',
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          'Responsibility for shaping and managing a market lies with the organisation, or group of organisations, that is most appropriate to it.',
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          'Most services and investment are local; some are sub-regional, regional or national. As a rule, a service that is more specialised and lower in volume is commissioned at a higher level. In every case, the JSNA and agreed joint commissioning strategies are the firm basis.',
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          "Some specialised acute paediatric services are commissioned under NHS national and specialised arrangements. Children's Trusts will want to know how far their population needs these services, and to make links so that all requirements of the children who use them are met: education, for example.",
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          "How many providers of specialist children's health services are required, and of what type, follows from the need for high quality, safety and sustainability.",
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          'General and specialist health organisations need to form networks of care. These ensure equitable access to specialist care of high quality when it is needed, and give as much care as possible at home or near it.',
        ],
        [
          '2 Shaping and managing the market',
          'Joining up',
          "For continuing care needs, partners in the Children's Trust sometimes shape the market case by case: for example, for a child with a severe physical disability whose family needs a comprehensive package of services from several sectors (such as health, social care, education and housing).",
        ],
        [
          '2 Shaping and managing the market',
          'Joining up on investment',
          'How far partners collaborate on an investment affects the financial arrangements and funding flows in each organisation, and sometimes depends on them. An organisation that shapes a market alone will almost always use its own resources.',
        ],
        [
          '2 Shaping and managing the market',
          'Joining up on investment',
          "In co-operative investment, or 'joint' commissioning, several organisations may contribute. They can align budgets (each directs its own funding at the same market), pool budgets (all pay into one pot), or align resources other than money (such as staff).",
        ],
        [
          '2 Shaping and managing the market',
          'Joining up on investment',
          'For specific groups of children who need a placement outside the PCT area, Who Pays? Establishing the Responsible Commissioner brings the funding responsibilities of PCT and local authority into line for the most part.',
        ],
        [
          '2 Shaping and managing the market',
          'What it produces',
          'Strategic plans for investment, put into action. The actions for shaping and managing the market are embedded in the strategic plans of each partner.',
        ],
        [
          '2 Shaping and managing the market',
          'What it produces',
          'A CYPP that holds the priority actions in this area, with the partners signed up to them. It is the key plan.',
        ],
        [
          '2 Shaping and managing the market',
          'What it produces',
          'Service specifications and contracting arrangements that are based on outcomes.',
        ],
        [
          '2 Shaping and managing the market',
          'Further guidance',
          {
            text: 'NHS national and specialised commissioning arrangements',
            link: 'http://www.dh.gov.uk/en/Managingyourorganisation/Commissioning/Commissioningspecialisedservices/NationalLevelSpecialisedCommissioningAgents',
          },
        ],
        [
          '2 Shaping and managing the market',
          'Further guidance',
          {
            text: 'Commissioning of specialised paediatric services: how services depend on each other',
            link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_088068',
          },
        ],
        [
          '2 Shaping and managing the market',
          'Further guidance',
          {
            text: "Pooled funding in Children's Trusts: guidance and tools",
            link: 'http://www.everychildmatters.gov.uk/strategy/planningandcommissioning/jointfunding',
          },
        ],
        [
          '2 Shaping and managing the market',
          'Further guidance',
          {
            text: 'Who Pays? Establishing the Responsible Commissioner',
            link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_078466',
          },
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'What it is about',
          'Performance is monitored regularly. When it suggests that improvements in outcomes are at risk, partners intervene early.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Key activity',
          'Assess what is delivered against particular standards and outcomes.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Key activity',
          'Review how resources are used compared with what was agreed (staff development, for example), and whether they serve the priorities as effectively as they can.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Key activity',
          "Report on performance at regular intervals, such as every quarter, half-year or year: contract leads report to the partners in the Children's Trust, who use the information in further assessment and planning.",
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Joining up',
          'Phase 2 settles who joins up. Whichever partner or group led on managing the market also leads on detailed, ongoing performance management and service improvement. For a particular service, the partner who leads on the investment leads on its performance too.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Joining up',
          'Taken together, the work on performance and improvement has to cover all the services and needs that the needs assessment found.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Joining up',
          "The partners regularly review all performance together, to ensure that services meet the needs and plans of the partners in the Children's Trust.",
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Joining up',
          'Children, young people and their families take part in the ongoing monitoring, improvement and evaluation of performance. Partners make a particular effort to hear from those who are hard to reach, to understand what stands in their way and to respond to it.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'What it produces',
          "Findings and decisions that inform partner agencies' reviews and annual planning cycles, and are part of them: above all, of the Children's Trust's review of the CYPP.",
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'What it produces',
          'Changes that inform wider reviews and assessments of progress, such as the annual review of the CYPP.',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'What it produces',
          'Views of children, young people and families, which matter to assurance and regulation: to Comprehensive Area Assessments, to the world class commissioning assurance process, and to Ofsted and the Healthcare Commission (from April 2009, its successor, the Care Quality Commission).',
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Further guidance',
          { text: 'Comprehensive Area Assessments', link: 'http://www.audit-commission.gov.uk/caa' },
        ],
        [
          '3 Improving performance, monitoring and evaluating',
          'Further guidance',
          {
            text: 'World class commissioning assurance',
            link: 'http://www.wccassurance.dh.gov.uk/Pages/Public/home_commas.aspx',
          },
        ],
      ],
    },
    {
      key: 'competencies',
      title: 'What each competency asks',
      shortTitle: 'What each asks',
      introduction:
        'In one sentence each, from the appendix of the guide. The statements of the self-assessment say in full what good looks like.',
      columns: ['Competency', 'What it asks'],
      rows: [
        [
          '1 Locally lead the NHS',
          "How well do all partners who commission for child health lead a comprehensive local health service together, through the Children's Trust?",
        ],
        [
          '2 Work with community partners',
          'How well do all commissioning partners build relationships with strategic and operational bodies that lie beyond the public sector and beyond their traditional partners?',
        ],
        [
          '3 Engage with the public and patients',
          'How well do all commissioning partners engage children, young people and their families to the full, and use creative ways of reaching vulnerable young people?',
        ],
        [
          '4 Collaborate with clinicians',
          'How well do all commissioning partners seek out the input of professionals, clinicians and experts, and use it at every stage of commissioning?',
        ],
        [
          '5 Manage knowledge and assess needs',
          'How well do all commissioning partners gather knowledge and information on the full range of expectations and service needs?',
        ],
        [
          '6 Prioritise investment',
          'How well do all commissioning partners invest for every kind of need, and balance outcomes with efficiencies and sustainability?',
        ],
        [
          '7 Stimulate the market',
          'How well do all commissioning partners work with others (among them regional partners, other local authorities and the third sector) to build a market that is robust and diverse?',
        ],
        [
          '8 Promote improvement and innovation',
          'How well do all commissioning partners agree outcomes through their decisions on contracts and investment, measure improvement by these outcomes, invest in innovative ideas and test new approaches?',
        ],
        [
          '9 Secure procurement skills',
          'How well do all commissioning partners develop procurement skills of their own, or bring in support, to have the contracting, negotiating and legal skills and the capacity that they need?',
        ],
        [
          '10 Manage the local health system',
          'How well do all commissioning partners share a vision and a strategy for the priorities and the pattern of services, now and in the future?',
        ],
        [
          '11 Make sound financial investments',
          "How well do all commissioning partners link what they invest to progress on the priorities agreed locally for children's health, and on national ambitions?",
        ],
      ],
    },
    {
      key: 'competencies-by-phase',
      title: 'Competencies by phase',
      shortTitle: 'Competencies by phase',
      introduction:
        'Which competencies are particularly relevant in which phase. The guide says this twice: in a table for each phase (sections 4.1 to 4.3), where a competency is ticked or not, and in its appendix. The two disagree only on Prioritise investment. The scorecard follows the appendix.',
      columns: [
        'Competency',
        'Phase 1 (section 4.1)',
        'Phase 2 (section 4.2)',
        'Phase 3 (section 4.3)',
        'Phases (appendix)',
        'Do they agree?',
      ],
      rows: [
        ['1 Locally lead the NHS', 'Ticked', 'Ticked', 'Ticked', '1, 2, 3', 'Yes'],
        ['2 Work with community partners', 'Ticked', 'Ticked', 'Ticked', '1, 2, 3', 'Yes'],
        ['3 Engage with the public and patients', 'Ticked', 'Ticked', 'Ticked', '1, 2, 3', 'Yes'],
        ['4 Collaborate with clinicians', 'Ticked', 'Ticked', 'Ticked', '1, 2, 3', 'Yes'],
        ['5 Manage knowledge and assess needs', 'Ticked', 'Not ticked', 'Ticked', '1, 3', 'Yes'],
        ['6 Prioritise investment', 'Ticked', 'Ticked', 'Ticked', '1, 2', 'No: section 4.3 adds phase 3'],
        ['7 Stimulate the market', 'Not ticked', 'Ticked', 'Not ticked', '2', 'Yes'],
        ['8 Promote improvement and innovation', 'Not ticked', 'Ticked', 'Not ticked', '2', 'Yes'],
        ['9 Secure procurement skills', 'Not ticked', 'Ticked', 'Not ticked', '2', 'Yes'],
        ['10 Manage the local health system', 'Ticked', 'Ticked', 'Ticked', '1, 2, 3', 'Yes'],
        ['11 Make sound financial investments', 'Not ticked', 'Ticked', 'Not ticked', '2', 'Yes'],
      ],
    },
    {
      key: 'who-takes-part',
      title: 'Who takes part in commissioning',
      shortTitle: 'Who takes part',
      introduction:
        'The mix of partners, and how each is involved, is decided locally. At the very least, the people below should be involved.',
      columns: ['Kind of participant', 'Who they are', 'What they bring'],
      rows: [
        [
          'Senior staff',
          "Senior leaders from the primary care trust, the local authority and elsewhere. At the least: the director of children's services and other leaders of the local authority, the director of public health with the senior team, and senior managers of the primary care trust.",
          'They ensure that what their own organisations decide on investment and strategy supports the shared priority: better health outcomes for children. Together they are the core of the systems that deliver these outcomes.',
        ],
        [
          'Technical experts',
          "People with expertise for any part of the commissioning cycle. More and more of them will work in joint commissioning units within each Children's Trust.",
          'Expertise in needs assessment; in engaging children, young people and their families (particularly the hardest to engage); in procurement and contracting; in legal matters, information and evidence; and in performance management and improvement.',
        ],
        [
          'Wider partners',
          "Beyond the primary care trust and the local authority: the wider Children's Trust partnership (crime prevention, for example), and local partners from the third and private sectors.",
          'Their input is crucial.',
        ],
        [
          'Professionals, clinicians and specialist staff',
          "Front-line practitioners, among them: health service providers (such as health visitors, school nurses, and paediatricians in acute care and the community); education providers (such as staff of pupil referral units, schools and further education colleges); wider children's services (such as youth workers and staff of Children's Centres); and primary care providers, including GPs.",
          'The expertise of the front line, from which commissioning benefits. Some have two roles in achieving health outcomes, which needs to be recognised: GPs, for example, commission (through practice-based commissioning) and also provide services.',
        ],
        [
          'Oversight and scrutiny leads',
          "People in the oversight and scrutiny structures of the Local Strategic Partnership, the primary care trust and the local authority. Examples are the lead member for children's services, the health scrutiny committee of the local authority, the strategic health authority (SHA), and non-executives on the board of the primary care trust.",
          'They review the strategic direction and see that resources are used effectively. They may not be closely involved in commissioning, but add a useful layer of scrutiny and review.',
        ],
        [
          'Children, young people and their families',
          'All children, young people and their families: where possible also the vulnerable ones, who are reached by creative approaches. Parents and carers are heard as well as children and young people themselves.',
          'They are fully engaged in commissioning. This goes further than consultation: they have a meaningful part in setting priorities, in monitoring and in designing services.',
        ],
      ],
    },
    cycles,
  ],
  vocabularies: [phases, competencies],
});
