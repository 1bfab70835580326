import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field, Rule } from '../src/instrument/schema.ts';
import { due } from './actionFields.ts';
import { phases } from './crosswalk.ts';
import { participants, signOff } from './people.ts';

/** The same two fields are answered for every area. */
const fields: readonly Field[] = [
  {
    kind: 'score',
    key: 'score',
    heading: 'Score',
    prompt:
      'Choose how far your commissioning strategy covers this area, as it is written now. The prompts are examples of what belongs in it; judge by those that matter where you are.',
    scale: 'coverage',
  },
  {
    kind: 'text',
    key: 'evidence',
    heading: 'Evidence',
    prompt:
      'Say where the strategy covers this area (document, section, page), name the data or decisions behind it, and say what is still missing.',
    purpose: 'evidence',
  },
];

/** A score above the lowest says that something is there, so its evidence can be named. */
const rules: readonly Rule[] = [{ when: { field: 'score', is: [2, 3, 4] }, needs: ['evidence'] }];

/** The areas of the framework, by which actions say what they are to improve. */
const areas = [
  'National context',
  'Local context',
  'Needs',
  'Priorities',
  'In-house and external',
  'Quality',
  'Coverage',
  'Contracting arrangements',
  'Options',
  'Finance',
  'Contracts',
  'SMART actions',
  'Review and feedback',
];

/** The check of a multi-agency commissioning strategy against the framework of the North West toolkit, in the edition of 2005. */
export const commissioningStrategyFramework = defineInstrument({
  key: 'commissioning-strategy-framework',
  edition: '2005',
  title: 'Outcomes Driving Commissioning: commissioning strategy framework',
  strapline:
    'The second tool of the North West good practice toolkit. Partners check how far their commissioning strategy for children and young people covers what it should, from the vision to an action plan in which a named person stands behind every action.',
  publisher: 'Authors from CAFAD, the DfES and the Audit Commission',
  published: 'May 2005',
  language: 'en-GB',
  sourceNote: [
    'The source names its authors and acknowledges others, but names no publisher. The bodies that the authors worked for stand in its place; people are not named.',
    'The source is the text of a printed toolkit. Section 3 of it is this instrument; section 2 is the instrument "needs, outcomes and options". Section 1 serves as introduction to both. Page numbers are left out.',
    'The flow chart of the commissioning process is lost but for its words (Needs and Priorities; Resources/Change Agenda; Action Plan), as is a picture after the list of elements. The order of the five elements carries the process.',
    'The source has a column "Evidence / score" for each area and no scale. The four levels, their labels and their meanings are ours, and so is the rule that any score above the lowest needs evidence.',
    'The source has areas with examples of what they should contain, and no questions. The questions are ours; the examples are the prompts.',
    'The source has no colours. The colours and the rule behind them are ours, and follow the PCT self-assessment.',
    'The columns of an action are ours. They follow the meaning of SMART in the source (Specific, Measurable, Achievable, Resourced, Timely) and its demand for a named individual, monitoring and feedback.',
    'The list of participants and the sign-off are ours. They serve the multi-agency approach of the source.',
    'The allocation of elements and areas to phases of commissioning is ours. Vision, needs and priorities belong to planning; resources, options, finance and contracts to shaping the market; quality, contract performance and the action plan also or only to performance.',
    'Elements and areas are written with small letters after the first word. "In-house & External" is In-house and external, "Smart Actions" is SMART actions, and "Change Agenda" is Change agenda.',
    'Under In-house and external, the source ends with an empty bullet. It is left out, which leaves ten prompts.',
    'Under Options, two of six prompts have points of their own, and under Contracts one of four. They stay within their prompts.',
    'Local context: in "at a strategic level and operational", a word is missing. It is read as strategic and operational level.',
    'Options: "maintaining and improving current LAC" lacks its object. It is read as services for looked-after children (LAC).',
    'Options: "flexible and creativity solutions" is read as flexible and creative solutions.',
    'Contracting arrangements: a sentence on how well the market is managed has "is" twice and is read with one. "PI\'s" is read as performance indicators (PIs).',
    'Change agenda: the introduction of the source ends in the words "Annual themes - monitoring - feedback - Longer term strategies". They are read as what the agenda should contain.',
    'The definition of a commissioning strategy stands twice in the source. The longer one, of section 1, is used; the other lacks its last part on the multi-agency approach.',
    'The source expands only a few of its abbreviations. The table of abbreviations is ours; S31 is expanded as section 31 of the Health Act 1999, and AGMA as the Association of Greater Manchester Authorities.',
  ],
  introduction: [
    {
      heading: 'What this is for',
      paragraphs: [
        'The toolkit promotes a new way of commissioning services for children and young people, in which the needs and desired outcomes that frontline workers identify drive what services become. Strategic commissioning used to be about keeping existing services going: their use was mapped, and future needs were forecast from what is done now.',
        'This framework helps partners to develop a commissioning strategy, whether for one agency or several, and to check how complete it is. It maps what each partner contributes and links the contributions. The work goes from the top down, as high-level visions turn into detailed actions, and from the bottom up, as local developments, needs and service gaps are picked up and reflected in what operational units plan for their services and business.',
      ],
    },
    {
      heading: 'The five elements',
      paragraphs: [
        'A strategy has five elements. Each is a section of this self-assessment, with 13 areas in all. Work on them goes round more than once, since developments in one area inform the others; in time they form a cohesive strategic and operational plan.',
      ],
      bullets: ['Vision', 'Needs and priorities', 'Resources', 'Change agenda', 'Action plan'],
    },
    {
      heading: 'Key steps to strategic commissioning',
      paragraphs: ['The toolkit names these steps:'],
      bullets: [
        'Define strategic objectives: which changes will shape better outcomes for children over 3-5 years?',
        'Develop a vision, shared by the agencies, of how the whole system will deliver Every Child Matters.',
        "Develop designs and packages of services that meet the commissioning objectives, resting on robust appraisals of the options to 'make or buy'.",
        'Use opportunities to influence how existing services work and what they deliver, so that outcomes improve.',
      ],
    },
    {
      heading: 'Identifying needs, filling the gaps',
      paragraphs: [
        'Outcomes improve when needs are identified, particularly unmet needs that show as gaps in services. These have to be put in order of priority and set beside the services of today, to find out where and how commissioning must change over time. The form "needs, outcomes and options" gathers the evidence for individual children and families. It becomes commissioning priorities by:',
      ],
      bullets: [
        'adding up the gaps in services;',
        'describing and specifying the services that better outcomes require;',
        'evaluating options for cost-effective delivery: commissioning by a single agency, by several agencies or across the community;',
        'making the changes by commissioning new services, re-commissioning and, in the end, de-commissioning some existing ones, through a transparent process of contracting, of reconfiguring services, or both.',
      ],
    },
    {
      heading: 'Outcomes, targets and priorities',
      paragraphs: [
        "The DfES Outcomes Framework links the five Every Child Matters outcomes with key national targets and indicators, and with the criteria by which inspectors evaluate what services contribute. Commissioning priorities should say how they will help to improve the main outcomes and the performance targets beneath them. Some actions fall to a single agency, some to several through children's trust arrangements, and some to the whole community: through national initiatives (such as Child Poverty), the Local Strategic Partnership (such as crime reduction strategies), or both.",
        'As evidence grows on needs and on what improves outcomes, it will make it possible to challenge the performance targets of today, so that they come to be about outcomes achieved and less about outputs and processes.',
      ],
    },
    {
      heading: 'Working with partners',
      paragraphs: [
        "The Children Act 2004 makes Children's Service Authorities responsible for co-operating with partners and others to improve children's well-being. Joint responsibility for provision, through joint commissioning, will gain weight, and there are wide powers for it, including pooled budgets.",
        'Agencies have different priorities and will move towards a multi-agency strategy at different speeds. Expect 3-5 years before it comes near to being finished and affects outcomes for children, but look for early improvements and changes where they are possible. No service, internal or purchased, should go on being used unless it demonstrably meets individual outcomes.',
      ],
    },
    {
      heading: 'Authors',
      paragraphs: [
        "The toolkit was developed in a spirit of collaboration, so that agencies can achieve better outcomes for children and respond to the Government's drive to improve commissioning. Its authors worked for CAFAD, the Department for Education and Skills (DfES) and the Audit Commission. It acknowledges the help of staff of the Salford, Stockport & Wirral Social Services Departments.",
      ],
    },
  ],
  scoring: [
    {
      heading: 'How to score',
      paragraphs: [
        'Score each area by what the strategy says now, not by what partners know or intend. Read the prompts, decide which of them matter where you are, and choose the level that fits best:',
      ],
      bullets: ['1. Not covered', '2. Partly covered', '3. Mostly covered', '4. Fully covered'],
    },
    {
      heading: 'Prompts and evidence',
      paragraphs: [
        'The prompts are the examples that the toolkit gives for the content of each area. They are not a list to be ticked off. For every score above the lowest, say under Evidence where the strategy covers the area and what it rests on.',
      ],
    },
    {
      heading: 'SMART actions',
      paragraphs: [
        'Enter what you will do to improve the strategy, or to carry it out, under SMART actions. Every action must be:',
      ],
      bullets: ['Specific', 'Measurable', 'Achievable', 'Resourced', 'Timely'],
    },
    {
      heading: 'What the colours show',
      paragraphs: ['Each element takes a colour, which shows how far the strategy covers it. The colours mean:'],
      bullets: [
        'Red: at least half of the areas scored in this element are not covered. Plan action here first.',
        'Amber: this element is neither red nor green. Some of it still needs to be developed.',
        'Green: more than half of the areas scored in this element are fully covered, and none is left uncovered.',
        'Not scored: too few areas are answered to say where this element stands.',
      ],
    },
  ],
  scales: [
    {
      key: 'coverage',
      title: 'How far the strategy covers the area',
      options: [
        {
          level: 1,
          label: 'Not covered',
          meaning: 'The strategy is silent about this area, or mentions it without saying anything of substance.',
        },
        {
          level: 2,
          label: 'Partly covered',
          meaning:
            'The strategy addresses some of the prompts that matter locally, but fewer than half of them, or what it says rests on no evidence.',
        },
        {
          level: 3,
          label: 'Mostly covered',
          meaning:
            'The strategy addresses at least half of the prompts that matter locally, and what it says rests on evidence. What is missing is known.',
        },
        {
          level: 4,
          label: 'Fully covered',
          meaning:
            'The strategy addresses all prompts that matter locally. What it says rests on up-to-date evidence and is agreed by the partners.',
        },
      ],
    },
  ],
  sections: [
    {
      shape: 'items',
      key: '1',
      title: 'Vision',
      shortTitle: 'Vision',
      introduction:
        'The vision says concisely what the service aims for in future, where it has come from and where it is going. It supplies the evidence that the strategy rests on, so that it is realistic and can be achieved, and it concentrates on how the partnership aims to deliver better outcomes.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['1'] },
      activities: [
        {
          key: '1.1',
          title: 'National context',
          items: [
            {
              key: '1.1',
              question:
                'How far does the strategy set out the national drivers, current performance against key targets, and what follows from both for local objectives and services?',
              criteria: [],
              guidance: [
                'The national drivers, described concisely: for example ECM, Change for Children, the Children Act, the NSF',
                'Performance now (i.e. the star rating), compared with key performance targets or in overview: which performance is good or improving, and where more improvement is required, such as relying less on placements, above all those out of authority',
                'Strategic objectives for 3 years, in outline',
                'Influence of national guidance on local organisations and services',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '1.2',
          title: 'Local context',
          items: [
            {
              key: '1.2',
              question:
                'How far does the strategy set out how services and the partnership work locally, who decides and is accountable, and how this will develop?',
              criteria: [],
              guidance: [
                "Present organisation and delivery of services, what mainly drives change, and how these drivers will probably be changed or influenced as the Children's Trust develops",
                'What partnership working means in this area (strategic partnerships, arrangements for joint working), and how strategic and operational levels take the key decisions (policies) about where services are going and what is invested in them',
                'Vision for partnership working: either pooled budgets and full Trust status, or collaboration that is joined up wherever this works and makes practical use of, for example, Health Act flexibilities',
                'Governance, roles and responsibilities, and relationships, formal or not',
                'Future development of the partnership, and plans (CYPP) for delivering services across agencies: which issues are difficult, and how they will be addressed',
                'People in charge of key elements of the service: how they will implement the strategy, be accountable for success in its targets, and turn these into operational actions on behalf of all partners',
                'Consultation of children, families and others about their views and suggestions: how these are reflected in the strategic direction, influence how services develop, and put outcomes centred on the child before the priorities of services',
                'Safeguarding arrangements',
                'Workforce development priorities',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '2',
      title: 'Needs and priorities',
      shortTitle: 'Needs and priorities',
      introduction:
        'This element gives a concise overview of needs as they are seen now, whatever the evidence (demographic data, performance data), and describes how successful outcomes are evaluated so that assessing and evaluating the needs of children gets better. In time, results from the toolkit will give an accurate and holistic measure of the needs of all children. It will show which preventative and support services are required, so that reliance on costly long-term residential placements is prevented or reduced and looked-after children (LAC) are better supported.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['1'] },
      activities: [
        {
          key: '2.1',
          title: 'Needs',
          items: [
            {
              key: '2.1',
              question:
                'How far does the strategy show what children need, how that is known, and how information about needs will be completed and shared among agencies?',
              criteria: [],
              guidance: [
                'Demographic data and its analysis, in brief: what it indicates in broad priorities, trends and implications, such as CLA, CWD and BME beside regional and national trends. Only the headlines belong here; detail goes into appendices or, if necessary, separate publications',
                'Ways of measuring the needs of all children, and of analysing them to find out what improves outcomes and what does not: how will it be better understood what delivers good outcomes?',
                'Plans for a more holistic assessment of needs (macro and micro) by several agencies in place of single ones, and its influence on how care is designed and delivered',
                'Information that is available and, importantly, information that is not: where the gaps are, what is being done about them, and what planning and commissioning require',
                'Sharing and use of information about needs by all agencies, so that outcomes for individuals are continually reviewed, understood and improved: where are protocols required?',
                'Plans for closing the gaps in information and analysis',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '2.2',
          title: 'Priorities',
          items: [
            {
              key: '2.2',
              question:
                'How far does the strategy set priorities that follow from needs and performance, direct resources to them, and feed evidence about outcomes back into them?',
              criteria: [],
              guidance: [
                'What current performance says about priorities, and what is being done now to improve it: in the 5 ECM outcomes, and in key areas such as stability, achievement, quality, and costs and benefits against targets',
                'Action on key drivers: for example fewer CLA, assessments and practice that are holistic, more adoption and fostering, fewer of the expensive placements out of authority, new services within the authority or close to it',
                'Local provision that is needed, and where (pockets of deprivation, poor performance and so on), and what neighbours can do in collaboration',
                'Work under way to bring resources to where the priorities lie for all CIN, and to develop, across agencies, services that are right for them',
                'Process by which service and business plans reflect the priorities, and by which progress is monitored',
                'Monitoring of changes in services, to ensure that outcomes improve and priorities are met: how does evidence return to the strategy, and how do priorities change when changes are required?',
                'Sharing of changes, and endorsing them through consultation',
                'Collection of evidence about outcomes and performance that drives improvement for each of the groups of children',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '3',
      title: 'Resources',
      shortTitle: 'Resources',
      introduction:
        'This element maps the resources that each agency has at present and how it deploys them. Compared with the emerging evidence of needs, the map shows duplication, overlap and, most importantly, gaps in service, by locality where appropriate. In-house and external services have to be evaluated and compared rigorously, openly and transparently, so that decisions on investment rest on accurate evidence and on value for money and cost-effectiveness.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['2'] },
      activities: [
        {
          key: '3.1',
          title: 'In-house and external',
          items: [
            {
              key: '3.1',
              question:
                'How far does the strategy show which in-house and external resources there are, how they compare in quality, outcomes and cost, and how well they serve the agreed priorities?',
              criteria: [],
              guidance: [
                'In-house and external resources: their scope, their availability, and the way in which they serve agreed priorities and needs at present',
                'Knowledge about targeting resources at needs in specific localities (high deprivation/ hot spots): is access to services fair and equitable?',
                'How effective organisations are at recognising good outcomes and what brings them about',
                'Comparison of in-house services with partner and external organisations: quality, better outcomes achieved, and cost (of services that are properly costed)',
                'Standing of external provision against national and regional indicators and comparators',
                'Evidence of Best Value Reviews and Inspections about the state of these services',
                'Outputs (& outcomes) expected from these services, compared with what is actually achieved',
                'Understanding of why services are commissioned, and how. Agreement on new methods and on difficult decisions: for example how services are funded, joint or collaborative commissioning, where pressure and possible conflict arise and how they will be resolved',
                'Knowledge about whether services are available for the needs there are',
                'Effectiveness with which capacity is used and reviewed',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '3.2',
          title: 'Quality',
          tags: { phase: ['2', '3'] },
          items: [
            {
              key: '3.2',
              question:
                'How far does the strategy show how good services are, and what has to be done for their quality to improve?',
              criteria: [],
              guidance: [
                'Knowledge about the quality of the services provided, in-house as well as external, and, importantly, what must be done to improve it',
                'Specifications, of new and of existing services, that are better at addressing outcomes; the same for services that are not effective',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '3.3',
          title: 'Coverage',
          tags: { phase: ['1', '2'] },
          items: [
            {
              key: '3.3',
              question: 'How far does the strategy show whether services meet priority needs, and where they do not?',
              criteria: [],
              guidance: [
                'How well services meet the priority needs that are emerging',
                'Gaps and deficits: where is there too much, and where too little? Where must things be done differently, services be decommissioned, or new ones be designed?',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '3.4',
          title: 'Contracting arrangements',
          tags: { phase: ['2', '3'] },
          items: [
            {
              key: '3.4',
              question:
                'How far does the strategy show how purchased and in-house services perform, and how contracts and the market are managed so that needs and desired outcomes drive them?',
              criteria: [],
              guidance: [
                'Performance of purchased services in broad terms, addressing both in-house and external services',
                'What is done either to raise them to the standard, or to decommission them and commission elsewhere or design new services',
                'Management of the market: how good it is, what relationships there are with providers, and how they are encouraged to develop new services for the needs',
                'Testing of in-house services: do they address the priorities, improve outcomes and give Value for Money? Draw on experience from BV reviews, and on what they and other PIs tell about obtaining value for money',
                'Development of the market in the area, together with partners and with neighbouring agencies wherever that is relevant and appropriate',
                'Link between contract development and operational decisions: do assessed needs and desired outcomes drive the contracting strategy?',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '4',
      title: 'Change agenda',
      shortTitle: 'Change agenda',
      introduction:
        'This element takes the evidence about needs and priorities together with that about resources, available and deployed, and looks at what must change and by which options. It covers annual themes, monitoring, feedback and longer-term strategies.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['2'] },
      activities: [
        {
          key: '4.1',
          title: 'Options',
          tags: { phase: ['1', '2'] },
          items: [
            {
              key: '4.1',
              question:
                'How far does the strategy set out options for change, what each would mean for services, and how and by when change will be made?',
              criteria: [],
              guidance: [
                'How options will be developed for the priorities, and for the impact that it has when services are organised differently',
                'Reorganisation of services around priority outcomes: how can prevention and support come to the fore while services for LAC are maintained and improved?',
                'Plans for turning the attention of every service from outputs to outcomes',
                "Priorities of local areas (by wards, perhaps), and options that meet needs there as a whole: Sure Start, children's centres, extended schools and so on",
                'How changes can be implemented, and what follows from de-commissioning, from commissioning new or different services, and from the timeframe for this with its targets for better outcomes and performance: for example fewer children in Residential Care, more adoptions, fostering, how many are supported at home with parents/kinships, and what preventative services change for CIN/CLA',
                'Fewer Out of Authority placements, probably the key option to be examined first, given how much attention they receive nationally and regionally: design of new services and decisions to make or buy; a new focus of all partners on outcomes that are better and cost-effective; the way to decide, where it is difficult, who provides and who pays; a culture in which flexible and creative solutions are developed',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '4.2',
          title: 'Finance',
          items: [
            {
              key: '4.2',
              question:
                'How far does the strategy show what partners spend, what can be released and reinvested, and which decisions and powers that takes?',
              criteria: [],
              guidance: [
                'Medium-term financial plan as a context for planning services, which reflects both growth and savings through efficiency over some years, say 3',
                'Amount that all partners spend, and where; level of resources that more efficient working can release, and where it will be invested',
                'Investment decisions that are required, and by whom',
                'Powers to be used, such as S31 flexibilities, or collaborative commissioning by agreement',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '4.3',
          title: 'Contracts',
          items: [
            {
              key: '4.3',
              question:
                'How far does the strategy set out a medium-term approach to contracts, to relationships with providers and to working together as purchasers?',
              criteria: [],
              guidance: [
                'Medium-term contracting strategy that makes comparisons of in-house and external services more transparent; that improves quality and cost efficiency, through common specifications concentrated on outcomes and quality assurance; and that signals clearly to providers the direction of travel and what will be purchased: preferred providers will be developed, selected providers will become partners, the vol. sector has a role in developing and providing new services',
                'Long-term relationships with providers that improve the position in the market',
                'Collaborative working: for example AGMA, adoption consortia, or contracting together for preventative services and support',
                'Agreements that are needed to secure services',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
      ],
    },
    {
      shape: 'items',
      key: '5',
      title: 'Action plan',
      shortTitle: 'Action plan',
      introduction:
        'This element creates and embeds the link from strategic objectives and commissioning priorities to the operational plans that teams within the partner organisations will produce. Every action must have a named individual who answers for its being carried out. All actions must be monitored and feedback given. Enter the actions themselves under SMART actions.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['3'] },
      activities: [
        {
          key: '5.1',
          title: 'SMART actions',
          tags: { phase: ['1', '3'] },
          items: [
            {
              key: '5.1',
              question:
                'How far does the action plan turn the strategy into SMART actions for each service, with a named person responsible for each action?',
              criteria: [],
              guidance: [
                'Detailed action plan for each service, which translates the strategy into actions that the service can easily carry into its own business or service plan',
                'Specific actions whose targets can be measured: for example on recruiting and retaining the workforce, on fewer LAC, and on better adoption, support for fostering and preventative services',
                'SMART (Specific, Measurable, Achievable, Resourced, Timely) without exception',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '5.2',
          title: 'Review and feedback',
          items: [
            {
              key: '5.2',
              question:
                'How far does the action plan say how actions and outcomes will be monitored, evaluated and consulted on, and how the results feed back into planning?',
              criteria: [],
              guidance: [
                'Process by which successful outcomes are monitored and evaluated, and also what helped to achieve them',
                'Monitoring of actions in the course of the year, both strategic and operational, and the way to agree yearly targets and keep track of them',
                'Consultation by each service on these actions: how will it monitor whether they improve outcomes, and feed that back into planning?',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
      ],
    },
    {
      shape: 'entries',
      key: 'actions',
      title: 'SMART actions',
      shortTitle: 'SMART actions',
      introduction:
        'Enter each action on a row of its own. Actions must be Specific, Measurable, Achievable, Resourced and Timely, and each must have a named person who is responsible for it.',
      entry: 'action',
      required: 1,
      rows: 30,
      tags: { phase: ['3'] },
      fields: [
        {
          kind: 'choice',
          key: 'area',
          heading: 'Area',
          prompt: 'Choose the area of the framework that the action is to improve.',
          options: areas,
        },
        {
          kind: 'text',
          key: 'action',
          heading: 'Action',
          prompt: 'Say what exactly will be done, and by which service. It must be something that can be achieved.',
          purpose: 'action',
        },
        {
          kind: 'text',
          key: 'measure',
          heading: 'Measure and target',
          prompt:
            'Say how it will be measured whether the action succeeds, and give the target: for example, from which number to which.',
        },
        {
          kind: 'text',
          key: 'resources',
          heading: 'Resources',
          prompt: 'Say which money, people and time the action takes, and where they come from.',
        },
        {
          kind: 'text',
          key: 'lead',
          heading: 'Named person',
          prompt:
            'Enter the name, job title and organisation of the one person who is responsible for the action being carried out. A team or an organisation is not enough.',
          purpose: 'lead',
        },
        due,
        {
          kind: 'text',
          key: 'monitoring',
          heading: 'Monitoring and feedback',
          prompt: 'Say who monitors the action, how often, and to whom the results are fed back.',
        },
      ],
    },
    participants(
      'List everyone who takes part in the self-assessment, in the agency that leads it and in its partners, one person to a row.',
      'answered section 2',
    ),
    signOff(
      'By signing off, I confirm that the partners named under Participants agreed this self-assessment, that the evidence named in it exists, and that every person named as responsible for an action has accepted it.',
    ),
  ],
  scorecard: {
    scale: 'coverage',
    rule: {
      minimumCoverage: 0.75,
      redFromLowestShare: 0.5,
      greenAboveHighestShare: 0.5,
      greenLowestCount: 0,
    },
    views: [{ key: 'elements', title: 'Elements', by: 'section' }],
  },
  resources: [
    {
      key: 'documents',
      title: 'Documents, laws and programmes that the toolkit names',
      entries: [
        {
          title:
            'Outcomes Driving Commissioning: Supporting Commissioners to Deliver Better Outcomes for Children and Young People. A NW Good Practice Toolkit',
          author: 'Authors from CAFAD, the DfES and the Audit Commission',
          date: 'May 2005',
        },
        { title: 'Every Child Matters (ECM)' },
        {
          title: 'Every Child Matters Outcomes Framework',
          author: 'DfES (Department for Education and Skills)',
        },
        { title: 'Change for Children' },
        { title: 'Children Act 2004', date: '2004' },
        { title: 'National Service Framework (NSF)' },
        {
          title: 'Framework for the Assessment of Children in Need and their Families',
          author: 'DH (Department of Health)',
          date: '2000',
        },
        { title: 'Health Act flexibilities (S31)' },
        { title: 'Best Value (BV) Reviews' },
      ],
    },
  ],
  references: [
    {
      key: 'definitions',
      title: 'Definitions and glossary',
      shortTitle: 'Definitions',
      introduction:
        'People mean different things by commissioning. These meanings are to be used when the strategy is developed and in this self-assessment. The last two terms come from the glossary of the toolkit.',
      columns: ['Term', 'Meaning'],
      rows: [
        [
          'Commissioning Strategy',
          'Strategic activity: needs, resources and current services are assessed, and a strategy is developed for the best possible use of the resources there are. More and more, several agencies develop and carry out the strategy together.',
        ],
        [
          'Commissioning of Services',
          'Operational activity: new services are designed and existing ones reshaped, so that identified needs are met, at macro/population level or at micro/individual level, and services are cost-effective. More and more, agencies do this together, through arrangements for lead or joint commissioning.',
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
    },
    {
      key: 'abbreviations',
      title: 'Abbreviations',
      shortTitle: 'Abbreviations',
      introduction: 'The abbreviations that the toolkit uses, written out. The table is an addition to the toolkit.',
      columns: ['Abbreviation', 'Meaning'],
      rows: [
        ['AGMA', 'Association of Greater Manchester Authorities'],
        ['BME', 'Black and minority ethnic'],
        ['BV', 'Best Value'],
        ['CIN', 'Children in need'],
        ['CLA', 'Children looked after'],
        ['CWD', 'Children with disabilities'],
        ['CYPP', "Children and Young People's Plan"],
        ['DfES', 'Department for Education and Skills'],
        ['ECM', 'Every Child Matters'],
        ['LAC', 'Looked-after children'],
        ['NSF', 'National Service Framework'],
        ['PI', 'Performance indicator'],
        ['S31', 'Section 31 of the Health Act 1999'],
        ['SMART', 'Specific, Measurable, Achievable, Resourced, Timely'],
        ['Vol. sector', 'Voluntary sector'],
      ],
    },
  ],
  vocabularies: [phases],
});
