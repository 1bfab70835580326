import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field } from '../src/instrument/model/schema.ts';
import { action, due, lead } from './actionFields.ts';
import { competencies, cycles, phases } from './crosswalk.ts';
import { participants, signOff } from './people.ts';

/** The same five fields are answered for every question. */
const fields: readonly Field[] = [
  {
    kind: 'score',
    key: 'score',
    heading: 'Score',
    prompt:
      'Choose the scoring position whose criterion best describes what the PCT does now. If the question does not apply, choose "Not applicable" and give the reason under "Our evidence".',
    scale: 'achievement',
    notApplicable: { label: 'Not applicable', reasonIn: 'evidence' },
  },
  {
    kind: 'text',
    key: 'evidence',
    heading: 'Our evidence',
    prompt:
      'Name the documents, data or examples that support the score, and say where they can be found. If the question does not apply, give the reason here.',
    purpose: 'evidence',
  },
  action,
  lead,
  due,
];

/** The self-assessment of primary care trusts and their partners, in the edition of 2007. */
export const pctSelfAssessment = defineInstrument({
  key: 'pct-self-assessment',
  edition: '2007',
  title: 'Improving the quality and outcomes for services to children and young people through effective commissioning',
  strapline:
    'A self-assessment tool for commissioners in primary care trusts (PCTs) and their partners. It shows what best commissioning practice looks like, so that services for children and young people meet the needs of the local population and address health inequalities.',
  publisher: 'Department of Health',
  published: '2007',
  language: 'en-GB',
  sourceNote: [
    'Added by Scorebook, and not in the source: the wording of every question, criterion and piece of suggested evidence, which keeps the meaning of the source; the meanings of the three scoring positions, of which the source gives only the labels; the colours, their meanings and the rule behind them; the four perspectives of the balanced scorecard and the questions that count for each; the three phases of commissioning; "Not applicable"; the fields "Our evidence", "Action", "Lead" and "By when"; the list of participants; and the sign-off.',
    'The source names no publisher and no date. Both are supplied here; the latest dates among its publications are of 2007.',
    'The source is the text of a CD-ROM. What it says about the CD-ROM and its Microsoft Excel tool is said here about the self-assessment itself. Stray page numbers are left out.',
    'The title appears twice at the beginning, once with words missing. The complete one is used.',
    'The diagram, "The Commissioning cycle for health services", is lost. The order of the six parts is that of the source; the explanation of how they relate is ours.',
    'Both pictures that explained the colours are lost: the one for the parts of the cycle and the one for the balanced scorecard. The colours, their meanings and the rule behind them are ours.',
    'The picture of the balanced scorecard is lost, and no text says which questions belong to which aim. The four perspectives, their names and the allocation of every question to one of them are ours. They do not repeat the aims in the policy context one by one: promoting health, reducing health inequalities, and accessible services centred on the family come under "Children, young people and families"; the best and safest healthcare under "Quality and safety"; using resources effectively and fairly under "Money and resources"; and the work with partner organisations under "Partnership and capability".',
    'The source has the question, the three criteria and the suggested evidence. The fields, the list of participants and the sign-off were added because the source wants PCTs to plan for more capacity and to work with partner organisations.',
    'The source spells the second scoring position "Meets minimum standard" once and "Meets minimum standards" everywhere else. The plural is used.',
    'Activity 2.2 is "Coordinate delivery of health and social care" in the list of questions and "Coordinate delivery of health and social care and education" in the tables. The longer title is used.',
    'Activities 3.3 and 3.4 begin with "Develop" in the list of questions and with "Developing" in the tables. "Develop" is used, as in the other activities.',
    'The source writes "Children\'s Act (2004)" and "Childrens\' Acts (1989 and 2004)". The Acts are called by their name, Children Act.',
    "The Local Safeguarding Children's Board (LSCB) is named as in the source; elsewhere it is called the Local Safeguarding Children Board.",
    'The source shows question 1.1.1 twice: as a sample and in its place. It is asked once.',
    'Question 1.1.2: level 1 speaks twice of data that cannot be broken down, once with a list of characteristics and once by population subgroup. Both are kept.',
    'Question 1.1.3: the grammar of level 3 breaks at "reducing health inequalities". It is read as something that the PCT understands.',
    'Question 1.1.3: the key area "services for adolescents/transition to adult" has lost its last word. It is read as the transition to adult services.',
    'Question 1.1.3: "children and adolescent mental health services" are called child and adolescent mental health services, as in question 5.1.1.',
    'Question 1.1.3: a piece of suggested evidence speaks of involving "services and users". This may have been meant as "service users"; it is kept as it is.',
    'Question 1.2.1: level 1 can be read as lacking a vision for both strategy and plan, or as lacking a vision and also a plan. The wording allows both.',
    'Question 1.2.2: in level 3, information sharing may be a second example of joined-up processes. It is read as separate.',
    'Question 1.3.2 asks about baselines and pace, but its criteria are about how the PCT responds to risk. Baselines and trajectories appear in level 1 of question 1.3.3 instead. Nothing is moved.',
    'Questions 1.3.4 and 5.1.3 are nearly the same. 5.1.3 adds "jointly where appropriate" and has other suggested evidence. Both are kept.',
    'Question 2.1.1 asks who has the task. Level 3 adds that pathways are joined up; this is kept.',
    'Question 2.1.2 also asks how opportunities contribute to priorities and plans. No criterion mentions that.',
    'Question 2.1.2: in level 3, clinical networks may be what people suggest or a mechanism of their own. They are read as what people suggest.',
    'Question 2.1.4 names five kinds of services. Level 1 speaks only of primary and secondary care providers.',
    'Question 2.2.1 has "strategies to better coordinated care". It is read as strategies for better coordinated care.',
    'Question 2.2.2: SLA is written out as Service Level Agreement, the name used everywhere else.',
    'Question 2.2.2: all three criteria have "staff safeguarding training and recording". It is read as how staff are trained in safeguarding, and what is recorded.',
    'Question 2.2.2: one bullet of the suggested evidence breaks off after "Safeguarding in provider", and the next begins with "Services monitored". They are probably one: safeguarding in provider services, monitored regularly by the PCT. Both bullets are kept and together say just that.',
    'Question 2.2.2: in level 3, either the arrangements or the issues reported may be what is linked to clinical governance. It is read as the arrangements.',
    'Question 2.2.3: level 3 leaves out the word "provider". It is read as engagement of providers, as in levels 1 and 2.',
    'Questions 3.2.1 and 3.2.2 ask about change and about outcomes in services for children and young people. Their criteria are about demand management initiatives.',
    'Question 3.3.2: level 2 can be read as counting practice-based commissioning among the new capacity or among the redesigns. The wording follows the order of the source.',
    'Question 3.4.1: level 2 does not say which minimum standards demand projections must meet. This is kept as it is.',
    'Question 4.1.1 asks what is monitored. Levels 1 and 2 are about adopting standards and guidelines; only level 3 mentions monitoring.',
    'Question 4.1.3 asks about a process for identifying best practice. Its level 1 is about quality standards and how often progress towards them is monitored.',
    'Question 4.1.5: the source writes "PEC Chair/Medical Director" in the question and "Medical Director and PEC Chair" in level 3. Both are read as "and".',
    'Question 4.2.2: level 2 has "clinical opportunities". It is read as opportunities to improve clinical quality.',
    'Question 4.2.3 is about all commissioning and names mental health as an example. Level 3 is only about children and young people with mental health needs.',
    'Question 5.1.1: only level 2 says that the amounts add up to total spend. Level 3 does not repeat it, and nothing is added.',
    "Question 5.1.2: the last lines of level 3 are fragments without a verb. They are read as: the PCT uses Local Area Agreements and the plan to align and pool budgets and funding streams, and pools budgets through the children's trust arrangements.",
    'Question 5.1.3: level 2 ends in the fragment "some services primary, secondary referrals". It is read as naming which services are meant.',
    'Question 5.3.1 also asks about Every Child Matters outcomes and National Service Framework standards. Its criteria are only about the financial position.',
    'Differences of a few words between the list of questions and the tables are settled in favour of the tables, except where a note says otherwise.',
    'The source announces links to further information for its publications. The links are lost, so only the websites have addresses.',
    'The source does not mention the three phases of commissioning of the world class commissioning guide (2009). Placing each section in one of them is our decision, based on what the source says about its sections and the guide about its phases: section 1 assesses need and sets strategy (phase 1); sections 2 and 3 decide which services there are and how much of them is used (phase 2); sections 4 to 6 set standards and follow how well services and money do (phase 3).',
    'Phases: two sections could be placed elsewhere. Section 4 also sets the guidelines by which services are bought; its questions are mostly about monitoring and improving them. Section 5 asks about financial strategy and budgets; it is placed by its title, Managing performance.',
    "The competencies of the same guide are allocated to the activities by Scorebook, each activity to the one or two that it is most about. They serve for comparison with other instruments only. The table of the cycles is Scorebook's too.",
    'The entries under useful publications have lost the breaks between author, title and date. They are divided by sense. "UK Public Health News" may be part of the name of the publication and not of the title; it is kept in the title.',
    'The addresses of the websites are as printed, with http:// added. They have not been checked since. Where the source puts a description on a second line, a dash joins it to the name.',
  ],
  introduction: [
    {
      heading: 'Foreword',
      paragraphs: [
        "In many areas of the country, the commissioning of children's services needs to be strengthened before it can be used, together with greater choice for patients, to drive essential improvements in the quality of services and in access to them.",
        'This self-assessment helps primary care trusts (PCTs) and their partners to assess whether they have the knowledge and capability to commission services for children and young people that meet the needs of their local population. It draws on the expertise of PCTs, local authorities, Strategic Health Authorities, the Department of Health and the Regional Change Agents of the Care Services Improvement Partnership (CSIP).',
        'Integrated services are fundamental to the better outcomes sought for children and young people. Effective partnerships are important in commissioning such services, and the self-assessment reflects this.',
        'PCTs and their partners may find it helpful for measuring their progress towards best practice in commissioning services for children and young people.',
      ],
    },
    {
      heading: 'Policy context',
      paragraphs: [
        'Health reform in England aims to develop an NHS that is led by patients. It uses its resources as effectively and fairly as it can, in order to promote health, deliver the best and safest healthcare and reduce health inequalities. For children and young people, that means accessible, high-quality services that are centred on the family and focus on what the child or young person needs.',
        'The National Service Framework for Children, Young People and Maternity Services (October 2004) recognises how important it is to address what children, young people and their families need. In its manifesto commitments of 2005, and in the White Paper Our health, our care, our say of 2006, the Government has shown that it is also committed to maternity services.',
        'It is recognised that children and adolescents need different services from adults. These services often cross the boundaries between organisations.',
        "Commissioners therefore need to understand how complex the care pathways of children and young people are. They need to work closely with partner organisations when they assess local needs, design and plan the services required, and explore joint financial arrangements. This is underpinned by the duties in the Children Act (2004) and by the development of children's trust arrangements.",
      ],
    },
    {
      heading: 'The self-assessment tool',
      paragraphs: [
        "The questions fall into six sections. These match the six key areas of The Commissioning cycle for health services, as the NHS Commissioning Framework 2006 describes it. The questions help you to see how your PCT's commissioning and delivery of services for children and young people compare with best practice at present.",
        'At the end are lists of publications and websites that can help PCTs to understand current policy on services for children and young people, and current clinical guidance.',
        'The tool helps commissioners to:',
      ],
      bullets: [
        'assess their current capacity and capability to commission services for children and young people effectively;',
        'develop plans, where necessary, for increasing this capacity and capability;',
        'find information that supports best practice in commissioning.',
      ],
    },
    {
      heading: 'Working with partner organisations',
      paragraphs: [
        'Services for children and young people are often complex. The self-assessment is therefore most useful when the PCT carries it out with its partner organisations, so that every aspect of service delivery is planned in partnership and the best outcomes are achieved. Record who took part under Participants.',
      ],
    },
  ],
  scoring: [
    {
      heading: 'How to score',
      paragraphs: [
        'Each section contains several questions about the commissioning process. Every question has three criteria, one for each scoring position. Compare what the PCT does now with the criteria, and choose the position whose criterion describes it best. The three scoring positions are:',
      ],
      bullets: ['1. Needs significant improvement', '2. Meets minimum standards', '3. Good to best practice'],
    },
    {
      heading: 'Suggested evidence',
      paragraphs: [
        'Beside the criteria, every question suggests evidence that can help the PCT to decide on its score. These are suggestions: the PCT may hold other evidence that is just as good.',
      ],
    },
    {
      heading: 'Questions that do not apply',
      paragraphs: [
        'If a question does not apply to the PCT, score it as not applicable and give the reason under "Our evidence". A question that is not applicable does not count for or against the PCT. A question without an answer is not the same thing: it still has to be answered.',
      ],
    },
    {
      heading: 'Your own evidence and action',
      paragraphs: [
        'For every question, record the evidence on which the score rests. Where improvement is needed, plan it:',
      ],
      bullets: [
        'Action: what will be done.',
        'Lead: who is responsible for it.',
        'By when: the date by which it will be complete.',
      ],
    },
    {
      heading: 'What the colours show',
      paragraphs: [
        'Each part of the commissioning cycle takes a colour, which shows how much the PCT has achieved in it. The colours mean:',
      ],
      bullets: [
        'Red: half or more of this part needs significant improvement. Plan action here first.',
        'Amber: most of this part meets minimum standards or better, but some of it still needs work.',
        'Green: this part is mostly at good to best practice, and no question in it is at level 1.',
        'Not scored: too few questions are answered to give a position.',
      ],
    },
    {
      heading: 'The balanced scorecard',
      paragraphs: [
        'The balanced scorecard takes the same answers and arranges them by the aims of commissioning services for children and young people. It shows the level of achievement for four perspectives: children, young people and families; quality and safety; partnership and capability; money and resources. Further down, the Guide says what each perspective means and which questions count for it. The colours mean the same as for the parts of the cycle.',
      ],
    },
    {
      heading: 'The overall position',
      paragraphs: [
        'When the assessment is complete, the overall position shows which areas need further development and review.',
      ],
    },
    {
      heading: 'How the parts of the cycle relate',
      paragraphs: [
        'The six parts form a cycle, and each prepares the next. The sheet Cycles shows how they fit with the nine-step cycle of joint planning and with other tools. Assessing need and reviewing service provision shows what children and young people need and which priorities follow. Shaping the structure of supply, managing demand and clinical decision making turn these priorities into services. Managing performance makes sure that the services can be paid for. Patient and public feedback shows the PCT how well they work, and leads back to the assessment of need. A weak part can therefore hold back the parts that follow it.',
      ],
    },
  ],
  scales: [
    {
      key: 'achievement',
      title: 'Level of achievement',
      options: [
        {
          level: 1,
          label: 'Needs significant improvement',
          meaning: 'What the PCT does now falls short of minimum standards.',
        },
        {
          level: 2,
          label: 'Meets minimum standards',
          meaning: 'What the PCT does now is up to minimum standards, but there is more to do to reach good practice.',
        },
        {
          level: 3,
          label: 'Good to best practice',
          meaning: 'What the PCT does now is good practice or matches the best.',
        },
      ],
    },
  ],
  sections: [
    {
      shape: 'items',
      key: '1',
      title: 'Assessing need and reviewing service provision',
      shortTitle: 'Assessing need',
      introduction:
        "How the PCT assesses children's health, sets a strategy to improve it, works towards targets and plans new initiatives.",
      tags: { phase: ['1'] },
      fields,
      activities: [
        {
          key: '1.1',
          title: "Monitor and assess population's health status",
          tags: { competency: ['5'] },
          items: [
            {
              key: '1.1.1',
              question:
                'How does the PCT find out which needs of the children and young people in its catchment area are not being met?',
              criteria: [
                {
                  level: 1,
                  text: "The PCT's public health team does not assess needs regularly, or its method is inconsistent or does not rest on evidence-based practice.",
                },
                {
                  level: 2,
                  text: "Every year, the PCT's public health team assesses needs by a consistent method, to find gaps in meeting care needs.",
                },
                {
                  level: 3,
                  text: "The PCT's public health team uses a consistent method (for example, a protocol for needs assessments and health equity audits) to find the unmet needs of the local population, particularly of vulnerable and disadvantaged children and young people. Working from a detailed analysis of need, and through their Local Area Agreement and Children and Young People's Plan, partners have jointly identified and agreed the key priorities, any gaps in care, and the opportunities for improving existing services.",
                },
              ],
              evidence: [
                'Local needs assessment and a comprehensive analysis of needs',
                'Local Area Agreement',
                "Children and Young People's Plan",
                'Consultation of service users',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '1.1.2',
              question:
                "Does the PCT's public health team hold reliable, up-to-date data specifically on the health of children and young people?",
              criteria: [
                {
                  level: 1,
                  text: "The PCT's population and demographic data is more than one year old, or cannot be broken down by age, gender, ethnicity, deprivation or location. The PCT has no comprehensive set of outcome indicators. It is hard to break its data down by population subgroup.",
                },
                {
                  level: 2,
                  text: 'Every year, the PCT collects demographic and epidemiological data, broken down by age, gender, ethnicity, deprivation and location. It also measures key outcome indicators, such as rates of mortality and morbidity for each condition, which can be broken down by population subgroup.',
                },
                {
                  level: 3,
                  text: 'Every year, the PCT collects demographic data, broken down by age, gender, ethnicity, deprivation, location and other characteristics. The data can be used with geographic information systems (GIS). It is linked to epidemiological data, which includes mortality and morbidity for key conditions and can be broken down by population subgroup.',
                },
              ],
              evidence: [
                'Arrangements for health, social care and education to pool data',
                'Comprehensive needs assessment and analysis every year',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '1.1.3',
              question:
                'Does the PCT understand what the key health risks and priorities are for the children and young people in its catchment area, so that they live healthily and become healthy adults?',
              criteria: [
                {
                  level: 1,
                  text: 'The local public health report collects statistics. It neither interprets them nor makes key strategic recommendations.',
                },
                {
                  level: 2,
                  text: "The PCT understands, on the basis of facts, the major risks to its population's health.",
                },
                {
                  level: 3,
                  text: "The PCT understands, on the basis of facts, the major risks to its population's health. It also understands the risks that ethnic minority groups face, and how health inequalities can be reduced for children and young people who are vulnerable and disadvantaged. The key areas include:\n• the reduction of perinatal and infant mortality;\n• the safeguarding of children;\n• children with a disability and complex health needs;\n• services for adolescents and their transition to adult services;\n• child and adolescent mental health services;\n• looked-after children;\n• children in special circumstances;\n• obesity;\n• the reduction of teenage pregnancy.",
                },
              ],
              evidence: [
                'Comprehensive needs analysis',
                "Children and Young People's Plan",
                'Local Area Agreement',
                'Integrated service plans',
                'Child health mapping exercise every year',
                'Risk assessment that feeds into priority setting',
                'Jointly agreed priorities',
                'Systems for involving services and users in setting priorities',
              ],
              groups: { perspective: 'families' },
            },
          ],
        },
        {
          key: '1.2',
          title: 'Develop a long-term strategy to improve health',
          tags: { competency: ['6', '10'] },
          items: [
            {
              key: '1.2.1',
              question:
                'How does the PCT set the key health priorities in its services for children and young people for the coming year?',
              criteria: [
                {
                  level: 1,
                  text: "The PCT lacks a clear vision of the long-term strategy, and a plan to implement it, that would improve children and young people's health, in line with what Delivering Choosing Health requires. It has not identified its key short-term health priorities.",
                },
                {
                  level: 2,
                  text: "The PCT has an overall strategy to improve children and young people's health, and a plan to implement it, that are in line with what Delivering Choosing Health requires. From demographic and epidemiological data, it identifies the key gaps in care and the health promotion opportunities that it needs to address in the coming year.",
                },
                {
                  level: 3,
                  text: "The PCT, in partnership, has a strategy to improve children and young people's health, and a plan to implement it, that are in line with what Delivering Choosing Health requires. From comprehensive needs assessments, it identifies priority gaps in care and health promotion opportunities. Its methods include epidemiological studies, and the collection and analysis of qualitative and quantitative data. The criteria for prioritisation are reasonable and transparent. The PCT and the local authority develop them jointly, and consult the strategic partnership and stakeholders about them. The criteria are part of the Children and Young People's Plan.",
                },
              ],
              evidence: [
                'Comprehensive needs assessment and analysis',
                'Plans and strategies led by needs',
                'Child health mapping',
                'Board papers',
                'Implementation plan',
                'Multi-agency criteria for prioritisation',
                "Children and Young People's Plan",
                'Action plan',
                'Process of involving service users and providers',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '1.2.2',
              question:
                'Is the PCT clear about how care pathways need to evolve to bring about better health outcomes for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no clear vision of how care pathways will evolve in the long term.',
                },
                {
                  level: 2,
                  text: 'The PCT has an overall view of how its care pathways must evolve if specialised acute care needs and long-term health priorities are to be met. At the least, it covers the shift of resources across primary, community, secondary and tertiary care.',
                },
                {
                  level: 3,
                  text: "The PCT, in partnership, has identified the care pathways that it requires to meet specialised acute care needs and deliver long-term health priorities. It sets out clearly how service delivery needs to move on from where it is today. An operational plan describes the transition, with activity projections, timelines and cost estimates. The PCT has also identified local resources and care pathways for preventative support, such as children's centres. It is putting into effect 'joined-up processes', such as the Common Assessment Framework, and arrangements for sharing information.",
                },
              ],
              evidence: [
                'Pathways in use or under development',
                'Evaluation of pathways and the evidence base for them',
                'Mechanisms for involvement across organisations',
                'Common Assessment Framework',
                'A plan with timescales',
                'Commissioning for prevention',
                'Strategy for prevention',
                "Networks for maternity/children's services",
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '1.2.3',
              question:
                "Does the PCT's public health strategy show significant engagement with local partners, in which they cooperate in new and effective ways to meet the requirements of the Children Acts (1989 and 2004)?",
              criteria: [
                {
                  level: 1,
                  text: 'The public health strategy neither identifies opportunities to collaborate with local partners nor explores them.',
                },
                {
                  level: 2,
                  text: "The public health strategy makes specific provision for coordinating services with local authorities. It does so through the children's trust arrangements and the development of Local Area Agreements.",
                },
                {
                  level: 3,
                  text: "The public health strategy makes specific provision for coordinating the joint commissioning of services with local partners. It does so through the children's trust arrangements and the development of Local Area Agreements. The partners include schools, social services agencies and other social care organisations, and private and third sector providers. The strategy demonstrates services that are better integrated and more local, and that engage effectively with users. These services are identified in the Local Area Agreement, the Children and Young People's Plan and the arrangements for joint working.",
                },
              ],
              evidence: [
                'Joint commissioning framework',
                'Joint posts of health and the local authority',
                'Processes for involving users',
                "Children's trust arrangements",
                'Contracts with the voluntary sector',
                'Integrated, multi-agency services',
                "Evidence of partnerships with children's centres, the local authority and the voluntary sector",
                'New services developed by the PCT and key stakeholders in partnership',
                'Service protocols in use',
                'Jointly commissioned services',
              ],
              groups: { perspective: 'partnership' },
            },
          ],
        },
        {
          key: '1.3',
          title: 'Develop a strategy to meet Government targets',
          tags: { competency: ['6'] },
          items: [
            {
              key: '1.3.1',
              question:
                'How does the PCT monitor progress towards the Every Child Matters (ECM) outcomes and the Government targets for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no regular system for monitoring progress towards ECM outcomes or performance targets, or for flagging areas at risk.',
                },
                {
                  level: 2,
                  text: 'At least once a quarter, the PCT monitors progress and identifies the areas in which progress is too slow to meet ECM outcomes and performance targets.',
                },
                {
                  level: 3,
                  text: "At least once a month, the PCT proactively monitors progress towards targets and ECM outcomes. It identifies risks that will prevent further progress, and it builds on its successes where progress has been fast. There is also an agreed way of reporting to the Children's Strategic Partnership/children's trusts.",
                },
              ],
              evidence: [
                "Performance management system of the Children and Young People's Plan",
                'Comprehensive performance management framework, completed regularly',
                'Systems for monitoring how far public service agreement (PSA) targets are met',
                'Development of balanced scorecards that are shared locally',
                'Clear reporting processes',
                'Action plans',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '1.3.2',
              question:
                'For each target for children and young people, does the PCT know its baseline and how fast it needs to move to achieve the target?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT does not actively draw up strategies to respond to risk, or its strategies do not tackle the root causes of underperformance, or both.',
                },
                {
                  level: 2,
                  text: 'The PCT responds to risk only in part. Its strategies tackle the root causes of underperformance.',
                },
                {
                  level: 3,
                  text: 'The PCT responds to risks. Its strategies tackle the root causes of underperformance.',
                },
              ],
              evidence: [
                'Action plan with milestones for PSA targets',
                'Strategies and action plans',
                'Service Level Agreements',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '1.3.3',
              question:
                'Are the strategies ambitious enough to reach Government targets in a specified time, and do they rest on reasonable assumptions?',
              criteria: [
                {
                  level: 1,
                  text: "The PCT's plans are not ambitious enough to achieve the targets, and they identify neither baselines nor trajectories.",
                },
                {
                  level: 2,
                  text: 'The PCT has a time-bound plan for reaching each target. Its strategies rest on reasonable assumptions and credible facts.',
                },
                {
                  level: 3,
                  text: 'The PCT has a time-bound plan for reaching each target. Its strategies rest on reasonable assumptions, credible facts, and an analysis of risks and of the measures that mitigate them.',
                },
              ],
              evidence: [
                'Local Area Agreement',
                "Children and Young People's Plan",
                'Jointly aligned framework for assessing risks to PSA targets',
                'Plans and strategies linked to national policy and local determinants',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '1.3.4',
              question: 'Does the PCT have adequate capacity to commission services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'Services for children and young people are part of general commissioning. No capacity is dedicated to commissioning them.',
                },
                {
                  level: 2,
                  text: 'The PCT has dedicated capacity for commissioning some aspects of services for children and young people.',
                },
                {
                  level: 3,
                  text: 'The PCT has dedicated capacity for commissioning all services for children and young people.',
                },
              ],
              evidence: [
                "Dedicated maternity/children's lead",
                'Strategic framework for commissioning services for children and young people',
              ],
              groups: { perspective: 'partnership' },
            },
          ],
        },
        {
          key: '1.4',
          title: 'Develop an implementation plan for new initiatives',
          tags: { competency: ['6'] },
          items: [
            {
              key: '1.4.1',
              question:
                'For the coming year, does the PCT draw up a list of clear priorities for what it will implement for children and young people?',
              criteria: [
                { level: 1, text: 'The PCT has no well-defined list of its priorities for the coming year.' },
                {
                  level: 2,
                  text: 'The PCT has a list of the key initiatives that it will implement in the coming year, and it has clearly identified their costs.',
                },
                {
                  level: 3,
                  text: 'The PCT has a list of the key initiatives that it will implement in the coming year. It has clearly prioritised them, and has clearly identified their expected costs and clinical outcomes.',
                },
              ],
              evidence: ['Priority plan showing the impact on costs', 'Local delivery plan'],
              groups: { perspective: 'resources' },
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '2',
      title: 'Shaping the structure of supply',
      shortTitle: 'Structure of supply',
      introduction:
        'How the PCT finds opportunities to improve pathways, and coordinates health, social care and education for children.',
      tags: { phase: ['2'] },
      fields,
      activities: [
        {
          key: '2.1',
          title: 'Identify pathway optimisation opportunities',
          tags: { competency: ['4', '8'] },
          items: [
            {
              key: '2.1.1',
              question:
                'Who in the PCT has the task of identifying best practices in services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'Nobody in the PCT is responsible for identifying best practices in optimising patient pathways.',
                },
                {
                  level: 2,
                  text: 'One person in the PCT has the task of identifying best practices in optimising patient pathways. This person draws on journals, professional associations and other sources.',
                },
                {
                  level: 3,
                  text: 'A team of GPs, PCT leaders and other healthcare professionals has the task of actively identifying best practices in optimising and redesigning pathways. It applies them to the local context and works in partnership. Pathways join up across agencies and other stakeholders.',
                },
              ],
              evidence: [
                'Process for identifying best practice',
                'Established clinical networks with outputs that can be measured',
                'Better outcomes for patients',
                'Compliance with Every Child Matters, with Choosing Health, and with the standards of the National Service Framework for Children, Young People and Maternity Services',
                'Changes made in response to examples of best practice',
              ],
              groups: { perspective: 'partnership' },
            },
            {
              key: '2.1.2',
              question:
                'How does the PCT identify opportunities to optimise pathways, and how do these opportunities contribute to its priorities and plans for better outcomes for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT identifies opportunities to optimise pathways reactively: it does so only when existing pathways have evident problems.',
                },
                {
                  level: 2,
                  text: 'A mandated schedule sets out when the patient pathways of each specialty are considered for opportunities to optimise them. This happens at least once every two years.',
                },
                {
                  level: 3,
                  text: 'The PCT listens out for ideas. It has mechanisms for asking service users, clinicians and stakeholders to suggest clinical networks and opportunities to optimise patient pathways.',
                },
              ],
              evidence: [
                'Integrated service improvement plan',
                'Joint area review',
                'Annual performance assessment',
                'Clinical networks',
                'Consultations',
                'Action taken in response',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '2.1.3',
              question:
                'Does the PCT work together with providers on managing the implications of optimising and redesigning pathways?',
              criteria: [
                {
                  level: 1,
                  text: 'There is no evidence that the PCT and secondary providers engage constructively with each other or coordinate what they do.',
                },
                {
                  level: 2,
                  text: 'The PCT formally consults trusts and other providers, to assess the implications, once proposals to optimise pathways are complete.',
                },
                {
                  level: 3,
                  text: 'When the PCT plans how to optimise patient pathways across boundaries, it formally involves secondary providers.',
                },
              ],
              evidence: ['Service Level Agreement', "Children and Young People's Plan", 'Local Area Agreement'],
              groups: { perspective: 'partnership' },
            },
            {
              key: '2.1.4',
              question:
                'Is the PCT working on pathways that address the links with primary care, education, social services, community health services and the youth offending team?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has done some networking with providers of primary and secondary care.',
                },
                {
                  level: 2,
                  text: 'All partners understand the rules on contributions and on the ways in which they can work together.',
                },
                {
                  level: 3,
                  text: 'Service delivery, processes, pathways and management structures are integrated in all agencies and at all levels.',
                },
              ],
              evidence: [
                'Local Area Agreement',
                'Joint management structures',
                'Joint commissioning and planning',
                "Children and Young People's Plan",
                'Multi-agency pathways',
              ],
              groups: { perspective: 'partnership' },
            },
          ],
        },
        {
          key: '2.2',
          title: 'Coordinate delivery of health and social care and education',
          tags: { competency: ['2', '10'] },
          items: [
            {
              key: '2.2.1',
              question:
                'Have the PCT and the local authority identified interventions and strategies for better coordinated care of vulnerable and disadvantaged children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'Strategies for delivering better, joined-up care do not exist or are poorly developed.',
                },
                {
                  level: 2,
                  text: 'Together with the local authority and other stakeholders, the PCT has identified a few key priorities in which closer coordination could remove inefficiencies from the present delivery of services.',
                },
                {
                  level: 3,
                  text: 'Together with the local authority and other stakeholders, the PCT has comprehensively identified joint processes and strategies that build on the strengths of each. The strategies address what children and young people need. Their approach to delivering care is to improve its quality, not just to resolve problems, and includes prevention and early intervention where appropriate. They state clearly what the PCT and the local authority are each responsible for.',
                },
              ],
              evidence: [
                "Children and Young People's Plan",
                'Local Area Agreement',
                'Joint commissioning plans',
                'Commissioning plans that users helped to shape',
                'Involvement of stakeholders',
                'Costed plans',
                'Strategy for prevention',
                'Cost benefit analysis',
                'Services in place, with examples',
              ],
              groups: { perspective: 'partnership' },
            },
            {
              key: '2.2.2',
              question:
                'How does the PCT make sure that safeguarding arrangements are properly addressed when services for children and young people are commissioned and provided?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT does not regularly receive reports on safeguarding arrangements from service providers. Such reports would cover what named and designated professionals do, how staff are trained in safeguarding, what is recorded, and the established arrangements for reporting issues.',
                },
                {
                  level: 2,
                  text: 'The PCT regularly receives reports on safeguarding arrangements from service providers. The reports cover what named and designated professionals do, how staff are trained in safeguarding, what is recorded, and the established arrangements for reporting issues.',
                },
                {
                  level: 3,
                  text: 'The PCT regularly receives reports on safeguarding arrangements from service providers. The reports cover what named and designated professionals do, how staff are trained in safeguarding, what is recorded, and the established arrangements for reporting issues. These arrangements are linked to clinical governance (that is, to serious untoward incidents).',
                },
              ],
              evidence: [
                'Training plans',
                'Service specification',
                'Mechanisms for reporting',
                'Monitoring of the recommendations of serious case reviews',
                'Safeguarding identified in the Service Level Agreement',
                'Clear reporting and accountability',
                'Safeguarding in provider services',
                'Regular monitoring of provider services by the PCT',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '2.2.3',
              question:
                "How does the PCT monitor the engagement of providers in the Local Safeguarding Children's Board (LSCB)?",
              criteria: [
                { level: 1, text: 'The PCT has no mechanism for monitoring the engagement of providers in the LSCB.' },
                {
                  level: 2,
                  text: 'There is some evidence that mechanisms for monitoring the engagement of providers in the LSCB are being developed.',
                },
                {
                  level: 3,
                  text: 'There is evidence of robust mechanisms for monitoring the engagement of providers in the LSCB.',
                },
              ],
              evidence: ['Minutes of meetings of the LSCB and of its subgroups'],
              groups: { perspective: 'quality' },
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '3',
      title: 'Managing demand',
      shortTitle: 'Managing demand',
      introduction:
        'How the PCT forecasts and manages demand for services, and develops capacity in primary and secondary care.',
      tags: { phase: ['2'] },
      fields,
      activities: [
        {
          key: '3.1',
          title: 'Forecast demand for services in the coming year',
          tags: { competency: ['5'] },
          items: [
            {
              key: '3.1.1',
              question:
                "How does the PCT model the coming year's demand for its services for children and young people?",
              criteria: [
                {
                  level: 1,
                  text: "The PCT's model for projecting demand draws on data about past use of services. It projects future demand without regard to realistic assumptions or to the demographic data that underlies demand.",
                },
                {
                  level: 2,
                  text: "The PCT's model for projecting demand draws on data about past use of services and on demographic trends to predict how services will be used.",
                },
                {
                  level: 3,
                  text: "The PCT's model for projecting demand draws on data about past use of services, demographic trends, clinical network arrangements, planned changes to pathways and other information to predict how services will be used.",
                },
              ],
              evidence: [
                'Needs analysis that includes a forecast of future needs',
                'Effect of forecasting on the services commissioned',
                'Forecasts translated into plans',
              ],
              groups: { perspective: 'resources' },
            },
            {
              key: '3.1.2',
              question:
                'How does the PCT project future changes in demand for the primary care services that it commissions for children and young people?',
              criteria: [
                { level: 1, text: 'The PCT assumes that demand will not change.' },
                {
                  level: 2,
                  text: 'The PCT bases its projections on demographic information, such as migration or the growth of the population.',
                },
                {
                  level: 3,
                  text: 'The health strategy bases its projections on demographic information. They are grounded in a public health analysis of under-served populations, of needs, and of the enhanced services that public health goals and Government targets require.',
                },
              ],
              evidence: [
                "Children and Young People's Plan",
                'Public health analysis of needs',
                'Identification of under-served populations',
                'Priorities and targets identified for service delivery',
              ],
              groups: { perspective: 'resources' },
            },
          ],
        },
        {
          key: '3.2',
          title: 'Set demand management strategy',
          tags: { competency: ['10'] },
          items: [
            {
              key: '3.2.1',
              question:
                'Is the PCT clear about the strategies that it needs to pursue if services for children and young people are to change?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has not identified which specific initiatives it plans to pursue in order to meet its objectives for managing demand.',
                },
                {
                  level: 2,
                  text: 'The PCT has identified specific strategic initiatives for priority areas of spending. It has demonstrated that the initiatives will deliver enough savings.',
                },
                {
                  level: 3,
                  text: 'The PCT has identified specific strategic initiatives for managing each area of spending. It has calibrated the initiatives so that they deliver the clinical and financial returns required.',
                },
              ],
              evidence: ["Children and Young People's Plan", 'Local Area Agreement', 'Costed strategies and plans'],
              groups: { perspective: 'resources' },
            },
            {
              key: '3.2.2',
              question:
                "Are the PCT's plans for measuring the impact on outcomes in services for children and young people well developed?",
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has not set out a strategy for monitoring its demand management initiatives.',
                },
                {
                  level: 2,
                  text: 'The PCT has developed a strategy for monitoring its demand management initiatives. It has defined the key indicators, both financial and clinical, that it needs to watch.',
                },
                {
                  level: 3,
                  text: 'For each strategic demand management initiative, the PCT has developed a plan to monitor its clinical and financial results; has defined key performance indicators, and the thresholds at which outcomes are acceptable; and has scheduled regular reviews of demand management strategies with clinicians and managers from local practices and hospitals.',
                },
              ],
              evidence: ['Outcomes-based Service Level Agreement', 'Outcomes monitored regularly'],
              groups: { perspective: 'families' },
            },
          ],
        },
        {
          key: '3.3',
          title: 'Develop primary care capacity',
          tags: { competency: ['7'] },
          items: [
            {
              key: '3.3.1',
              question:
                'Does the PCT have a strategy to make providers more productive in services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no view of provider productivity, and no strategy for improving it.',
                },
                {
                  level: 2,
                  text: 'The PCT has established clear measures for assessing provider productivity. Practices send it data on their performance.',
                },
                {
                  level: 3,
                  text: 'The PCT has established clear measures for assessing provider productivity. Practices send it data on their performance. It benchmarks providers against their peers. It offers clear incentive structures (increased PCT support, or financial incentives, for offering enhanced services).',
                },
              ],
              evidence: [
                'A strategy in place',
                "The PCT's measures for assessment",
                'Robust Service Level Agreements',
                'Regular monitoring against outcomes and targets',
              ],
              groups: { perspective: 'resources' },
            },
            {
              key: '3.3.2',
              question:
                'Does the PCT have a vision of the new services for children and young people that it plans to develop at primary care level?',
              criteria: [
                { level: 1, text: 'The PCT assumes that things will stay as they are.' },
                {
                  level: 2,
                  text: 'The PCT identifies which redesigns of patient pathways it plans to implement. It estimates the new capacity that they require, including practice-based commissioning.',
                },
                {
                  level: 3,
                  text: 'The PCT identifies which redesigns of patient pathways it plans to implement, and which capacity, capabilities and facilities they require over time. It implements a comprehensive strategy to develop this capacity. It builds this into a time-bound plan for primary care capacity.',
                },
              ],
              evidence: [
                'Mechanisms for identifying, prioritising and developing pathways according to local population need',
                'Assessment of the impact of implementing pathways, with a defined timeframe',
                'Pathways developed',
                'Priorities and targets identified for service delivery',
              ],
              groups: { perspective: 'resources' },
            },
          ],
        },
        {
          key: '3.4',
          title: 'Develop secondary care capacity',
          tags: { competency: ['7'] },
          items: [
            {
              key: '3.4.1',
              question:
                'How does the PCT determine how much capacity is required in services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no formal capacity plan, or it creates one ad hoc from year to year.',
                },
                {
                  level: 2,
                  text: 'The PCT projects the capacity required in each specialty from demand projections. These must meet minimum standards.',
                },
                {
                  level: 3,
                  text: 'The PCT combines demand projections with the assumptions about demand management in its strategic plan (for example, about pathway redesign). In this way it identifies the capacity required for each type of provider, each specialty and each patient pathway.',
                },
              ],
              evidence: [
                'Needs analysis, forecasts and budget assumptions',
                'Workforce plans',
                'Process for identifying capacity needs',
                'Long-term and short-term plans',
                'Contingency plans',
              ],
              groups: { perspective: 'resources' },
            },
            {
              key: '3.4.2',
              question:
                'Have secondary providers and the PCT coordinated their long-term plans for services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has not met secondary providers formally to discuss or coordinate long-term planning.',
                },
                {
                  level: 2,
                  text: 'The PCT has consulted secondary providers to find out about their long-term plans, and to share details of its own strategic plans for the long term.',
                },
                {
                  level: 3,
                  text: 'The PCT has consulted secondary providers to find out about their long-term plans. It has rigorously analysed the strategic implications of these plans for the capacity that the PCT requires. It has also discussed with hospitals the strategic implications of its own plans (for example, for demand management), early enough for both sides to plan and adjust together.',
                },
              ],
              evidence: [
                'Mechanisms for long-term planning with providers',
                'System that flags any changes early, so that providers can plan',
                'Separate system for the planning of high-cost, low-volume services, in partnerships with education, health and social care',
                'Specialist networks',
                'Assumptions about capacity, and forecasting',
              ],
              groups: { perspective: 'partnership' },
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '4',
      title: 'Clinical decision making',
      shortTitle: 'Clinical decisions',
      introduction:
        'How the PCT sets guidelines for clinical quality, and finds and evaluates opportunities to improve services.',
      tags: { phase: ['3'] },
      fields,
      activities: [
        {
          key: '4.1',
          title: 'Establish clinical quality guidelines',
          tags: { competency: ['4'] },
          items: [
            {
              key: '4.1.1',
              question:
                'Which aspects of clinical quality does the PCT monitor in services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no process for identifying new guidelines on clinical quality or implementing them.',
                },
                {
                  level: 2,
                  text: 'The PCT has adopted core quality standards, among them those in Standards for Better Health that define what is acceptable in clinical quality and governance.',
                },
                {
                  level: 3,
                  text: 'The PCT has adopted core standards and takes a staged approach to developmental standards, among them those in Standards for Better Health. It continually monitors performance towards these standards.',
                },
              ],
              evidence: [
                'Standards for Better Health assessment',
                'Healthcare Commission reports',
                'User feedback every year',
                'Mechanisms for monitoring quality against the Service Level Agreement',
                'Performance management framework',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.1.2',
              question: 'Do services for children and young people have a standard set of clinical protocols?',
              criteria: [
                { level: 1, text: 'For primary and secondary care, the PCT has no specific clinical protocols.' },
                {
                  level: 2,
                  text: 'The PCT has adopted existing frameworks: for example, those of the National Institute for Health and Clinical Excellence (NICE), the National Service Framework, or professional clinical guidelines where applicable. For other services it has defined a basic set of guidelines and clinical protocols. Quality and the performance of providers can be assessed against this set.',
                },
                {
                  level: 3,
                  text: 'The PCT has adopted existing frameworks: for example, those of the National Institute for Health and Clinical Excellence (NICE), the National Service Framework, or professional clinical guidelines where applicable. For every specialty it has defined a complete set of standard outcomes and clinical protocols. Quality and the performance of providers can be assessed against this set.',
                },
              ],
              evidence: [
                'Service Level Agreements that contain the relevant standards of the Department of Health, national regulators and professional bodies',
                'Robust mechanisms for monitoring compliance',
                'Protocols for corrective action when quality falls below standard',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.1.3',
              question:
                'Does the PCT have a process to identify new and best practice, and special or innovative actions, in child health?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no comprehensive set of quality standards, or it has one but seldom monitors progress towards it.',
                },
                {
                  level: 2,
                  text: 'Every year, the PCT scans for new national best practice to build into its own guidelines on clinical quality.',
                },
                {
                  level: 3,
                  text: 'By a formal process, the PCT continually identifies new best practice, both national and international, and builds it into its own guidelines on clinical quality.',
                },
              ],
              evidence: [
                'Process that is easy to identify',
                'Examples of quality guidelines that were built in',
                'Invest to save strategies',
                'Business plans',
                'Local clinical networks',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.1.4',
              question:
                'What kind of reports on quality does the PCT receive from the providers of services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'Providers do not report to the PCT at least once a month on their performance towards clinical targets.',
                },
                {
                  level: 2,
                  text: 'The PCT has agreed with providers what they must report. Every month it receives reports on performance towards national quality targets, on serious untoward incidents, and on deviations from clinical protocols.',
                },
                {
                  level: 3,
                  text: 'The PCT has agreed with providers what they must report. It receives information in real time on performance towards quality targets, on serious untoward incidents, and on deviations from clinical protocols. It also receives systematic feedback from stakeholders and service users.',
                },
              ],
              evidence: [
                'A regular reporting arrangement with the provider',
                'Targets and outcomes identified in the Service Level Agreement',
                'Regular reporting against targets',
                'Systems for reporting risks and incidents that feed into monitoring',
                'Feedback from stakeholders that feeds into the monitoring system',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.1.5',
              question:
                'Do the Chair of the Professional Executive Committee (PEC) and the Medical Director have effective systems for capturing serious untoward incidents (SUI) and other reports of clinical exceptions?',
              criteria: [
                {
                  level: 1,
                  text: 'There are no systems for capturing serious untoward incidents in clinical services.',
                },
                {
                  level: 2,
                  text: 'There are some systems for capturing serious untoward incidents, but data collection and reporting have gaps.',
                },
                {
                  level: 3,
                  text: 'The PCT has robust systems that inform the PEC Chair and the Medical Director of serious untoward incidents. Their information is used to monitor quality standards and patient safety, including serious case reviews and child protection.',
                },
              ],
              evidence: [
                'Performance management reports on safeguarding children, as appropriate',
                'Clear accountability',
                'Robust system for serious untoward incidents (SUI)',
                'Reports on risk and SUI that feed into the regular monitoring process',
                'Examples of action taken on the issues raised',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.1.6',
              question:
                'How does the PCT make sure that screening programmes follow what the UK National Screening Committee recommends as safe, effective, evidence-based child health screening?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT does not make sure that screening programmes are funded and secured so that they meet the minimum core standards of the relevant UK National Screening Committee programmes.',
                },
                {
                  level: 2,
                  text: 'The PCT has funded and secured screening programmes so that they meet the minimum core standards of the relevant UK National Screening Committee programmes.',
                },
                {
                  level: 3,
                  text: 'The PCT has funded and secured screening programmes so that they meet in full the core standards of the relevant UK National Screening Committee programmes.',
                },
              ],
              evidence: [
                'Identification of key local screening requirements',
                'Screening programmes that meet the recommendations of the National Screening Committee',
                'Regular monitoring',
                'Performance data',
              ],
              groups: { perspective: 'quality' },
            },
          ],
        },
        {
          key: '4.2',
          title: 'Identify clinical quality improvement opportunities',
          tags: { competency: ['4', '8'] },
          items: [
            {
              key: '4.2.1',
              question:
                'Does the PCT meet the guidelines on clinical practice for children and young people, or exceed them?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has taken no steps to adopt the National Service Framework, the guidelines of the National Institute for Health and Clinical Excellence (NICE) or other national standards for clinical quality.',
                },
                {
                  level: 2,
                  text: 'The PCT meets national guidelines on practice. It has made good progress in implementing the standards of the National Service Framework.',
                },
                {
                  level: 3,
                  text: 'The PCT meets and exceeds national guidelines on best practice. It identifies other guidelines on best practice for areas that the national ones do not cover. It develops stricter policies and practices and implements them.',
                },
              ],
              evidence: [
                'Knowledge of the current guidance on best practice',
                'Audit against national standards',
                'Inclusion in the current specification',
                'Identified gaps, and plans to improve further',
                'Performance results',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.2.2',
              question: 'How does the PCT identify opportunities to improve clinical quality?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT identifies opportunities to improve clinical quality reactively: it does so only when there are significant problems.',
                },
                {
                  level: 2,
                  text: 'A structured schedule sets out when each specialty is considered for opportunities to improve clinical quality. This happens at least once every two years.',
                },
                {
                  level: 3,
                  text: 'The PCT listens out for ideas. It has mechanisms for asking patients, clinicians and managers to suggest opportunities to improve clinical quality.',
                },
              ],
              evidence: [
                'Clinical networks',
                'Feedback from users and stakeholders',
                'Examples of changes',
                'New services',
              ],
              groups: { perspective: 'quality' },
            },
            {
              key: '4.2.3',
              question:
                'Does the PCT make sure that all relevant commissioning staff engage in identifying optimal pathways and commissioning them (for example, that mental health and paediatric services for children and young people liaise)?',
              criteria: [
                {
                  level: 1,
                  text: 'There is little or no evidence of engagement in commissioning across organisations.',
                },
                {
                  level: 2,
                  text: 'There is some evidence that engagement in commissioning leads organisations to develop care pathways that cross their boundaries.',
                },
                {
                  level: 3,
                  text: 'The PCT has systems that ensure effective commissioning across organisations. It can demonstrate successful engagement that leads to optimal services for children and young people who have mental health needs.',
                },
              ],
              evidence: [
                'Infrastructure for joint commissioning',
                'Evidence that care pathways have been implemented',
                "Strategic framework for commissioning children's services",
                'Pooled or aligned budgets',
                'Service specifications and Service Level Agreement',
              ],
              groups: { perspective: 'partnership' },
            },
          ],
        },
        {
          key: '4.3',
          title: 'Evaluate service improvement opportunities',
          tags: { competency: ['6'] },
          items: [
            {
              key: '4.3.1',
              question:
                'Which criteria does the PCT use to evaluate opportunities to improve services for children and young people?',
              criteria: [
                { level: 1, text: 'The PCT has no clear criteria for evaluating opportunities to improve services.' },
                {
                  level: 2,
                  text: 'The PCT has clear criteria for evaluating opportunities to improve services, among them some form of cost benefit analysis.',
                },
                {
                  level: 3,
                  text: 'The PCT rigorously assesses opportunities to improve services by their value for money, the quality of their outcomes, how likely they are to succeed and how easy they are to implement.',
                },
              ],
              evidence: [
                'Process for assessing opportunities to improve services',
                'Systems for identifying value for money and the outcomes of improvement',
                'Identified service redesign, with a performance framework and workforce plans',
              ],
              groups: { perspective: 'resources' },
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '5',
      title: 'Managing performance',
      shortTitle: 'Managing performance',
      introduction:
        'How the PCT plans its spending, in the long term and from year to year, and prepares for major financial risks.',
      tags: { phase: ['3'] },
      fields,
      activities: [
        {
          key: '5.1',
          title: 'Develop long-term financial strategy',
          tags: { competency: ['11'] },
          items: [
            {
              key: '5.1.1',
              question: 'Does the PCT keep track of how much it spends on services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: "The PCT has no disaggregated view of its total spending. It cannot produce a 'waterfall' diagram that breaks total costs down.",
                },
                {
                  level: 2,
                  text: "The PCT has completed the mapping of child health and of Child and Adolescent Mental Health Services (CAMHS). It can produce 'waterfall' diagrams that break total spending down into: the commissioning of primary and secondary care, mental health, community health and specialist community nursing; A&E; prescribing; health promotion; services that the PCT provides itself; and other relevant categories. All the categories of disaggregated spending add up to the total.",
                },
                {
                  level: 3,
                  text: "The PCT has completed the mapping of child health and of Child and Adolescent Mental Health Services (CAMHS), and has plans to make this data more robust every year. It can produce 'waterfall' diagrams that break total spending down into: the commissioning of primary and secondary care, mental health, community health and specialist community nursing; A&E; prescribing; health promotion; services that the PCT provides itself; and other relevant categories. It also has data that matches these costs to the activity behind them, such as patients served. It can show evidence of an inter-agency commissioning framework for the priorities and service outcomes in the Local Area Agreement and the Children and Young People's Plan.",
                },
              ],
              evidence: [
                "Completed children's mapping",
                'Joint commissioning framework',
                'Budgets identified separately (disaggregated from the others)',
                "Strategic framework for commissioning children's services",
                'Clear priorities for service delivery',
                'Detailed assumptions about service delivery',
              ],
              groups: { perspective: 'resources' },
            },
            {
              key: '5.1.2',
              question:
                "Does the PCT have a strategy for long-term cost efficiencies, in which it 'invests to save' by putting funds into new pathways for services for children and young people?",
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has made no judgement, informed by analysis, of what it could save by redeploying funds strategically.',
                },
                {
                  level: 2,
                  text: 'The PCT identifies a clear direction of travel for reallocating funds. It has carried out quantitative analyses, on clear and reasonable assumptions, to assess what could be gained.',
                },
                {
                  level: 3,
                  text: "The PCT identifies a portfolio of initiatives that aim to reallocate spending, so that services are delivered more efficiently. The initiatives describe where specific services could save money, and the quantitative analysis rests on clear and reasonable assumptions. The PCT supplies evidence that it provides value for money and makes significant shifts in expenditure to support its priorities. Through Local Area Agreements and the Children and Young People's Plan, it aligns and pools budgets and funding streams to support the achievement of its priorities. It pools budgets through the children's trust arrangements.",
                },
              ],
              evidence: [
                'Aligned or pooled budgets',
                'Clear framework for joint commissioning',
                "Process for managing providers' performance",
                'Detailed Service Level Agreements and service specifications',
                'Expected outcomes for health',
                'Cost benefit analysis',
                'Business plans',
                'Invest to save strategies',
                'Fully costed plans for the future',
              ],
              groups: { perspective: 'resources' },
            },
            {
              key: '5.1.3',
              question:
                'Does the PCT have adequate capacity (jointly where appropriate) to commission services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'Services for children and young people are part of general commissioning. No capacity is dedicated to commissioning them.',
                },
                {
                  level: 2,
                  text: 'The PCT has dedicated capacity for commissioning some services (primary, and secondary referrals).',
                },
                {
                  level: 3,
                  text: 'Dedicated capacity is used to commission all services for children and young people.',
                },
              ],
              evidence: [
                "Dedicated senior children's/maternity lead",
                "Children's commissioner",
                'Post of joint commissioner across health and the local authority, for appropriate services',
              ],
              groups: { perspective: 'partnership' },
            },
          ],
        },
        {
          key: '5.2',
          title: 'Develop annual budget and medium-term plan',
          tags: { competency: ['11'] },
          items: [
            {
              key: '5.2.1',
              question:
                'Does the budget reflect what is known about upcoming changes in policy on services for children and young people?',
              criteria: [
                {
                  level: 1,
                  text: 'The budget makes no provision for known changes in regulation and forthcoming policy.',
                },
                {
                  level: 2,
                  text: 'The budget identifies known, forthcoming changes in policy and regulation that could affect the financial estimates in it.',
                },
                {
                  level: 3,
                  text: 'The budget estimates the potential impact of pending changes in policy and regulation (for example, NICE decisions or the NHS technology programme). It does the same for government guidance (for example, Choosing Health – School Nurses, or the healthcare of looked-after children).',
                },
              ],
              evidence: [
                'Budget setting process that has considered forthcoming regulatory changes and included them',
                'Detailed budget assumptions',
              ],
              groups: { perspective: 'resources' },
            },
          ],
        },
        {
          key: '5.3',
          title: 'Develop plans to address major financial risks',
          tags: { competency: ['11'] },
          items: [
            {
              key: '5.3.1',
              question:
                'Is there an early warning system in the PCT that flags financial problems in services for children and young people, including in achieving National Service Framework standards and Every Child Matters outcomes?',
              criteria: [
                { level: 1, text: 'There are no early warning systems to flag a worsening financial position.' },
                {
                  level: 2,
                  text: "The PCT's early warning system alerts management if the results of the month before suggest that the aggregate financial position is getting worse.",
                },
                {
                  level: 3,
                  text: "The PCT's early warning system flags when any major budget line varies significantly from its financial projections. This gives a highly specific view of what drives costs.",
                },
              ],
              evidence: ['Early warning system in place and evaluated'],
              groups: { perspective: 'resources' },
            },
            {
              key: '5.3.2',
              question:
                'Has the PCT developed contingency plans with clinicians, to ensure that services for children and young people keep their quality and that National Service Framework standards and Every Child Matters outcomes are achieved?',
              criteria: [
                { level: 1, text: 'The PCT has not cleared its contingency plans with clinicians.' },
                {
                  level: 2,
                  text: "It is the PCT's policy to consult clinicians when financial distress occurs, and to obtain their input before it implements plans.",
                },
                {
                  level: 3,
                  text: 'The PCT develops contingency plans before financial distress occurs. Clinicians are involved in designing them from the outset.',
                },
              ],
              evidence: [
                'Evidence of established clinical networks and of their measurable outputs',
                'Contingency plans',
                'Involvement of service users and staff in developing plans',
              ],
              groups: { perspective: 'resources' },
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '6',
      title: 'Patient and public feedback',
      shortTitle: 'Patient feedback',
      introduction: 'How the PCT finds out what children, young people and their families think, and how it responds.',
      tags: { phase: ['3'] },
      fields,
      activities: [
        {
          key: '6.1',
          title: 'Solicit patient feedback',
          tags: { competency: ['3'] },
          items: [
            {
              key: '6.1.1',
              question:
                'How does the PCT seek and collect feedback, from children and young people and from their families, so as to develop both how services are designed and how they are delivered?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no formal, systematic process for collecting input from service users and responding to it.',
                },
                {
                  level: 2,
                  text: 'Every quarter, the PCT carries out confidential surveys of user satisfaction. It also makes use of other input (voluntary feedback forms and so on) as appropriate.',
                },
                {
                  level: 3,
                  text: 'Every quarter, the PCT carries out confidential surveys of user satisfaction. It also makes use of other input (voluntary feedback forms and so on) as appropriate. It does all this together with partners, so that work is not duplicated and people do not tire of being consulted.',
                },
              ],
              evidence: [
                'Joint strategy for consulting users in ways that suit each age group',
                'Mechanisms for effective participation/consultation',
                'Action plans based on outcomes',
                'Examples of action taken on feedback from stakeholders/users',
              ],
              groups: { perspective: 'families' },
            },
            {
              key: '6.1.2',
              question:
                'What mechanisms are there for responding to the feedback that children, young people and their families give?',
              criteria: [
                {
                  level: 1,
                  text: 'The PCT has no formal, systematic process for responding to input from children, young people and their families.',
                },
                {
                  level: 2,
                  text: "A member of the PCT's staff is responsible for responding to input from service users. There is a formal process for reviewing input from children, young people and their families regularly.",
                },
                {
                  level: 3,
                  text: 'There is a confidential patient ombudsman/advocate at the PCT. A formal committee has two tasks: to review input from service users regularly, so that the needs of children and young people are addressed, and to design services around them.',
                },
              ],
              evidence: [
                "Children's complaints system",
                'Advocacy system',
                'Ombudsman reports/investigations linked to the risk strategy and the mechanism of clinical governance',
                'Children and parents/carers as commissioners',
                "Examples of how the PCT responded to patients' issues and what action it took",
              ],
              groups: { perspective: 'families' },
            },
          ],
        },
      ],
    },
    participants(
      'List everyone who takes part in the self-assessment, in the PCT and in its partner organisations, one person to a row.',
      'answered section 2',
    ),
    signOff(
      'By signing off, I confirm that the partners named under Participants agreed this self-assessment and that the evidence named in it exists.',
    ),
  ],
  scorecard: {
    scale: 'achievement',
    rule: {
      minimumCoverage: 0.75,
      redFromLowestShare: 0.5,
      greenAboveHighestShare: 0.5,
      greenLowestCount: 0,
    },
    views: [
      { key: 'cycle', title: 'Parts of the commissioning cycle', by: 'section' },
      {
        key: 'perspective',
        title: 'Balanced scorecard',
        by: 'group',
        groups: [
          {
            key: 'families',
            title: 'Children, young people and families',
            meaning:
              'The PCT knows what children, young people and their families need, responds to what they say, and is on course for the outcomes and targets set for them.',
          },
          {
            key: 'quality',
            title: 'Quality and safety',
            meaning:
              'The PCT sets and checks clinical standards, improves care pathways, and makes sure that children and young people are safe.',
          },
          {
            key: 'partnership',
            title: 'Partnership and capability',
            meaning:
              'The PCT has the people and the capacity to commission well, and plans and works together with its partners and providers.',
          },
          {
            key: 'resources',
            title: 'Money and resources',
            meaning:
              'The PCT knows what demand to expect and what it spends, uses money and capacity where they do most good, and is prepared for financial risks.',
          },
        ],
      },
    ],
  },
  resources: [
    {
      key: 'publications',
      title: 'Useful publications',
      entries: [
        { author: 'Care Services Improvement Partnership', title: 'Outcome-based Commissioning – Podcast' },
        {
          author: 'Care Services Improvement Partnership',
          title: 'Whole Systems Working: A Guide and Discussion Paper',
          date: 'October 2006',
        },
        {
          author: 'Care Services Improvement Partnership/Institute of Public Care',
          title: 'Key Activities for Social Care Commissioning',
          date: '2006',
        },
        {
          author: 'Care Services Improvement Partnership/NIMHE',
          title:
            'Long-Term Conditions and Depression – Considerations for Best Practice in Practice Based Commissioning',
          date: '2006',
        },
        {
          author: 'Communities and Local Government',
          title: 'Strong and prosperous communities – The Local Government White Paper (Vol.2)',
          date: 'October 2006',
        },
        {
          author: 'Department for Education and Skills/Department of Health/Royal College of Midwives',
          title: 'Multi-agency working to support pregnant teenagers',
          date: '2007',
        },
        {
          author: 'Department of Health',
          title:
            'A Stronger Local Voice. A Framework for Creating A Stronger Local Voice in the Development of Health and Social Care Services',
          date: '2006',
        },
        {
          author: 'Department of Health',
          title: 'Commissioning Framework for Health and Wellbeing',
          date: '2007',
        },
        {
          author: 'Department of Health',
          title: 'National Service Framework for children, young people and maternity services',
          date: '2004',
        },
        {
          author: 'Department of Health/CSIP',
          title: 'Practice Based Commissioning: An Introduction for a Local Authority Audience',
          date: 'September 2006',
        },
        {
          author: 'Department of Health',
          title: 'Practice Based Commissioning: Practical Implementation',
          date: 'November 2006',
        },
        {
          author: 'Department of Health',
          title: 'Review of the Health Inequalities Infant Mortality PSA Target',
          date: 'February 2007',
        },
        {
          author: 'HM Government',
          title: 'Joint Planning and Commissioning Framework for children, young people and maternity services',
          date: '2006',
        },
        {
          author: 'Medical News Today',
          title: 'Breaking Down the Barriers for the Third Sector, UK Public Health News',
          date: '16 July 2006',
        },
        {
          author: 'National Institute for Health and Clinical Excellence (NICE)',
          title: 'Antenatal and Postnatal Mental Health, Ref. CG45',
          date: '2007',
        },
        {
          author: 'NHS Race for Health',
          title: 'Towards Race Equality in Health – A Guide to Policy and Good Practice for Commissioning Services',
          date: '2006',
        },
        {
          author: 'Teenage Pregnancy Unit/Department of Health/Royal College of Midwives',
          title:
            'Teenage parents: who cares? A guide to commissioning and delivering maternity services for young parents',
          date: '2004',
        },
      ],
    },
    {
      key: 'websites',
      title: 'Useful websites',
      entries: [
        { title: 'Better Commissioning Network', link: 'http://www.cat.csip.org.uk/index.cfm?pid=7' },
        { title: 'Commissioning News', link: 'http://www.commissioningnews.com' },
        {
          title:
            'Confidential Enquiry into Maternal and Child Health (CEMACH) – Recommendations from confidential enquiries',
          link: 'http://www.cemach.org.uk/publications.htm',
        },
        {
          title: 'Department of Health – Policy and guidance on commissioning in the NHS',
          link: 'http://www.dh.gov.uk/commissioning',
        },
        {
          title: 'Every Child Matters – Planning and commissioning',
          link: 'http://www.everychildmatters.gov.uk/planningandcommissioning',
        },
        { title: 'Healthcare Commission', link: 'http://www.healthcarecommission.org.uk' },
        { title: 'Integrated Care Network', link: 'http://www.integratedcarenetwork.gov.uk' },
        {
          title: 'National Institute for Health and Clinical Excellence (NICE)',
          link: 'http://www.nice.org.uk',
        },
      ],
    },
  ],
  references: [cycles],
  vocabularies: [phases, competencies],
});
