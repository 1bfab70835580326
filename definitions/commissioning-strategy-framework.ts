import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field, Rule } from '../src/instrument/model/schema.ts';
import { due } from './actionFields.ts';
import { competencies, cycles, phases } from './crosswalk.ts';
import { authors, definitions } from './outcomesToolkit.ts';
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
    'The second tool of the North West good practice toolkit. Partners check how far their commissioning strategy for children and young people covers what it should, from the vision to an action plan in which every action has a named person responsible for it.',
  publisher: 'Authors from CAFAD, the DfES and the Audit Commission',
  published: 'May 2005',
  language: 'en-GB',
  sourceNote: [
    'Added by Scorebook, and not in the source: the wording, which keeps the meaning of the source; the questions; the scale with its four levels, their labels and their meanings; the rule that any score above the lowest needs evidence; the colours and the rule behind them; the phases of commissioning; the columns of a SMART action; the table of abbreviations; the list of participants; and the sign-off.',
    'The source names its authors and acknowledges others, but names no publisher. The bodies that the authors worked for are given instead; people are not named.',
    'The source is the text of a printed toolkit. Section 3 of it is this instrument; section 2 is the instrument "needs, outcomes and options". Section 1 serves as introduction to both. Page numbers are left out.',
    'The flow chart of the commissioning process is lost but for its words (Needs and Priorities; Resources/Change Agenda; Action Plan), as is a picture after the list of elements. The order of the five elements carries the process.',
    'The source has a column "Evidence / score" for each area and no scale. The four levels, their labels and their meanings are ours.',
    'The source has areas with examples of what they should contain, and no questions. The examples are the prompts.',
    'The source has no colours. The rule behind the colours is that of the PCT self-assessment.',
    'The columns of an action follow the meaning of SMART in the source (Specific, Measurable, Achievable, Resourced, Timely) and its demand for a named individual, monitoring and feedback.',
    'The list of participants and the sign-off serve the multi-agency approach of the source.',
    'The allocation of elements and areas to phases of commissioning is ours. Vision, needs and priorities belong to planning; resources, options, finance and contracts to shaping the market; quality, contract performance and the action plan also or only to performance.',
    "The world class commissioning competencies are allocated to the areas by Scorebook, each area to those that it is most about. They serve for comparison with other instruments only. The table of the cycles is Scorebook's too.",
    'Elements and areas are written with small letters after the first word. "In-house & External" is In-house and external, "Smart Actions" is SMART actions, and "Change Agenda" is Change agenda.',
    'Under In-house and external, the source ends with an empty bullet. It is left out, which leaves ten prompts.',
    'Under Options, two of six prompts have points of their own, and under Contracts one of four. They stay within their prompts, each on a line of its own.',
    'Local context: in "at a strategic level and operational", a word is missing. It is read as strategic and operational level.',
    'Options: "maintaining and improving current LAC" lacks its object. It is read as services for looked-after children (LAC).',
    'Options: "flexible and creativity solutions" is read as flexible and creative solutions.',
    'Contracting arrangements: a sentence on how well the market is managed has "is" twice and is read with one. "PI\'s" is read as performance indicators (PIs).',
    'Change agenda: the introduction of the source ends in the words "Annual themes - monitoring - feedback - Longer term strategies". They are read as what the agenda should contain.',
    'The definition of a commissioning strategy appears twice in the source. The longer one, of section 1, is used; the other lacks its last part on the multi-agency approach.',
    'The source expands only a few of its abbreviations. In the table of abbreviations, S31 is expanded as section 31 of the Health Act 1999, and AGMA as the Association of Greater Manchester Authorities.',
  ],
  introduction: [
    {
      heading: 'What this is for',
      paragraphs: [
        'The toolkit promotes a new way of commissioning services for children and young people, in which the needs and desired outcomes that frontline workers identify drive the development of services. Strategic commissioning used to be about keeping existing services going: their use was mapped, and future needs were forecast from what is done now. These services meet the needs of many, but their success and value for money are not routinely evaluated, least of all for internal services, and some children, above all those looked after, have very poor outcomes.',
        'This framework helps partners to develop a commissioning strategy, whether for one agency or several, and to check how complete it is. It maps what each partner contributes and links the contributions. The work goes from the top down, as high-level visions turn into detailed actions, and from the bottom up, as local developments, needs and service gaps are picked up and reflected in what operational units plan for their services and business.',
      ],
    },
    {
      heading: 'The five elements',
      paragraphs: [
        'A strategy has five elements. Each is a section of this self-assessment, with 13 areas in all. The work is iterative: developments in one area inform the others, and in time they form a cohesive strategic and operational plan.',
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
        'Outcomes improve when needs are identified, particularly unmet needs that show as gaps in services. A better understanding of needs also shows how earlier intervention might have kept children from becoming looked after, and helps to challenge and influence partner commissioners.',
        'Needs have to be prioritised and compared with current services, to find out where and how commissioning must change over time. The form "needs, outcomes and options" gathers the evidence for individual children and families. It becomes commissioning priorities by:',
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
        'As evidence grows on needs and on what improves outcomes, it will help to challenge current performance targets, so that they concentrate on achieving outcomes instead of on outputs and processes.',
      ],
    },
    {
      heading: 'Working with partners',
      paragraphs: [
        "The Children Act 2004 makes Children's Service Authorities responsible for co-operating with partners and others to improve children's well-being. Joint responsibility for provision, through joint commissioning, will become more important, and there are wide powers for it, including pooled budgets.",
        'Agencies have different priorities and will move towards a multi-agency strategy at different speeds. Expect 3-5 years before it comes near to being finished and affects outcomes for children, but look for early improvements and changes where they are possible. No service, internal or purchased, should go on being used unless it demonstrably meets individual outcomes. The key measures for evaluating services, routinely and critically, are individual needs that are better expressed and desired outcomes that are achieved.',
        'All agencies need to work together to use limited resources effectively, on a new range of flexible services that focus on outcomes and give value for money. Everybody has to embrace this approach, from frontline workers to those who collate the data and those who design and commission services.',
      ],
    },
    authors,
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
        'Amber: more than half of the areas scored in this element are covered at least in part, but some of them still need to be developed.',
        'Green: more than half of the areas scored in this element are fully covered, and none is left uncovered.',
        'Not scored: too few areas are answered to give a position.',
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
          meaning: 'The strategy does not mention this area, or says nothing of substance about it.',
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
          tags: { competency: ['10'] },
          items: [
            {
              key: '1.1',
              question:
                'How far does the strategy set out the national drivers, current performance against key targets, and what follows from both for local objectives and services?',
              criteria: [],
              guidance: [
                'Concise account of the national drivers, for example ECM, Change for Children, the Children Act, the NSF',
                'Current performance (i.e. the star rating), in overview or compared with key performance targets: where it is good or improving, and where more improvement is required, such as less reliance on placements, above all those out of authority',
                'Strategic objectives for 3 years, in outline',
                'How national guidance influences local organisations and services',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '1.2',
          title: 'Local context',
          tags: { competency: ['2', '10'] },
          items: [
            {
              key: '1.2',
              question:
                'How far does the strategy set out how services and the partnership work locally, who decides and is accountable, and how this will develop?',
              criteria: [],
              guidance: [
                "How services are organised and delivered at present, what mainly drives change, and how these drivers are likely to change or be influenced as the Children's Trust develops",
                'What partnership working means in this area (strategic partnerships, arrangements for joint working), and how key decisions (policies) about the direction of services, and about investment in them, are taken at strategic and operational levels',
                'Vision for partnership working: either pooled budgets and full Trust status, or collaboration that is joined up wherever this works and makes practical use of, for example, Health Act flexibilities',
                'Governance, roles and responsibilities, and relationships, formal or not',
                'How the partnership will develop, and its plans (CYPP) for delivering services across agencies: which issues are difficult, and how they will be addressed',
                'Who answers for the key elements of the service, and how these people will implement the strategic targets, be accountable for their success and turn them into operational actions on behalf of all partners',
                'How children, families and others are asked for suggestions and views, and how these are reflected in the strategic direction, influence the development of services, and put child-centred outcomes before the priorities of services',
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
        "This element gives a concise overview of needs as they are seen now, whatever the evidence (demographic data, performance data). It also describes how successful outcomes are evaluated, which helps to improve the assessment and evaluation of children's needs. In time, results from the toolkit will give an accurate and holistic measure of the needs of all children. It will show which preventative and support services are required, so that reliance on costly long-term residential placements is prevented or reduced and looked-after children (LAC) are better supported.",
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['1'] },
      activities: [
        {
          key: '2.1',
          title: 'Needs',
          tags: { competency: ['5'] },
          items: [
            {
              key: '2.1',
              question:
                'How far does the strategy show what children need, how that is known, and how information about needs will be completed and shared among agencies?',
              criteria: [],
              guidance: [
                'Demographic data and its analysis, in brief: what they indicate about broad priorities, trends and implications, for example CLA, CWD and BME compared with regional and national trends. Give the headlines only; detail belongs in appendices or, if necessary, in separate publications',
                "How all children's needs are measured, and analysed to find out what improves outcomes and what does not, so that it is better understood what delivers good outcomes",
                'Plans to replace single-agency assessment of needs (macro and micro) by a more holistic, multi-agency one, and how this will influence the way in which care is designed and delivered',
                'Which information is available and, importantly, which is not: where the gaps are, what is being done about them, and what planning and commissioning require',
                'How all agencies share and use information about needs, to review, understand and improve outcomes for individuals continually, and where protocols are required',
                'Plans for filling the gaps in information and analysis',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '2.2',
          title: 'Priorities',
          tags: { competency: ['6'] },
          items: [
            {
              key: '2.2',
              question:
                'How far does the strategy set priorities that follow from needs and performance, direct resources to them, and feed evidence about outcomes back into them?',
              criteria: [],
              guidance: [
                'What current performance says about priorities, and what is being done now to improve it: in the 5 ECM outcomes, and in key areas, such as stability, achievement, quality, and costs and benefits against targets',
                'Action on key drivers: for example fewer CLA, a focus on holistic assessments and practice, more adoption and fostering, fewer expensive placements out of authority, and new services in the authority or close to it',
                'Which local provision is needed, and where (pockets of deprivation, poor performance and so on), and what can be done in collaboration with neighbours',
                'How resources are directed to priority areas for all CIN, and how services that are right for them are developed across agencies',
                'How service and business plans reflect the priorities, and how progress is monitored',
                'How changes in services are monitored, to make sure that outcomes improve and priorities are met; how evidence is fed back into the strategy; and how changes that are required lead to changed priorities',
                'How changes are shared, and endorsed by consultation',
                'How evidence about outcomes and performance is collected, so that it drives improvements for different groups of children',
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
        'This element maps the resources that each agency has at present and how it deploys them. Compared with the emerging evidence of needs, the map shows duplication, overlap and, most importantly, gaps in service, by locality where appropriate. In-house and external services have to be evaluated and compared rigorously, openly and transparently, so that investment decisions are based on value for money, cost-effective solutions and accurate evidence.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['2'] },
      activities: [
        {
          key: '3.1',
          title: 'In-house and external',
          tags: { competency: ['5', '7'] },
          items: [
            {
              key: '3.1',
              question:
                'How far does the strategy show which in-house and external resources there are, how they compare in quality, outcomes and cost, and how well they serve the agreed priorities?',
              criteria: [],
              guidance: [
                'In-house and external resources: their scope and availability, and how they are directed at present towards agreed priorities and needs',
                'What is known about targeting resources at needs in specific localities (high deprivation/ hot spots): is access to services fair and equitable?',
                'How effective organisations are at recognising good outcomes and what brings them about',
                'How in-house services compare with partner and external organisations in quality, in achieving better outcomes and in cost (where services are properly costed)',
                'How external provision compares with national and regional indicators and comparators',
                'What Best Value Reviews and Inspections show about the state of these services',
                'Outputs (& outcomes) expected from these services, compared with what is actually achieved',
                'Understanding of how and why services are commissioned, and agreement on new methods and on difficult decisions: for example the funding of services, joint or collaborative commissioning, and where pressure and possible conflict arise and how they will be resolved',
                'What is known about whether services are available to meet needs',
                'How effectively capacity is used and reviewed',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '3.2',
          title: 'Quality',
          tags: { phase: ['2', '3'], competency: ['8'] },
          items: [
            {
              key: '3.2',
              question:
                'How far does the strategy show how good services are, and what has to be done to improve their quality?',
              criteria: [],
              guidance: [
                'What is known about the quality of services, in-house as well as external, and, importantly, what must be done to improve it',
                'Better specifications for services, new and existing, so that they address outcomes, and for services that are not effective',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '3.3',
          title: 'Coverage',
          tags: { phase: ['1', '2'], competency: ['5'] },
          items: [
            {
              key: '3.3',
              question: 'How far does the strategy show whether services meet priority needs, and where they do not?',
              criteria: [],
              guidance: [
                'How well services meet emerging priority needs',
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
          tags: { phase: ['2', '3'], competency: ['9'] },
          items: [
            {
              key: '3.4',
              question:
                'How far does the strategy show how purchased and in-house services perform, and how contracts and the market are managed so that needs and desired outcomes drive them?',
              criteria: [],
              guidance: [
                'How purchased services perform in broad terms, in-house as well as external',
                'What is being done to bring them up to standard, or else to decommission them, commission elsewhere or design new services',
                'How well the market is managed, what relationships there are with providers, and how providers are encouraged to develop new services that meet needs',
                'How in-house services are tested: do they address the priorities, improve outcomes and give Value for Money? Draw on experience from BV reviews, and on what they and other PIs say about value for money',
                'How the local market is developed, together with partners and neighbouring agencies wherever that is relevant and appropriate',
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
        'This element draws on the evidence on needs, priorities and resources to say what needs to change, and what the options are. It covers annual themes, monitoring, feedback and longer-term strategies.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['2'] },
      activities: [
        {
          key: '4.1',
          title: 'Options',
          tags: { phase: ['1', '2'], competency: ['6'] },
          items: [
            {
              key: '4.1',
              question:
                'How far does the strategy set out options for change, what each would mean for services, and how and by when change will be made?',
              criteria: [],
              guidance: [
                'How options will be developed to address the priorities and the effects of reorganising services',
                'How services can be reorganised to meet priority outcomes, with a focus on prevention and support, while current services for LAC are maintained and improved',
                'Plans to refocus all services on outcomes instead of outputs',
                "Priorities of local areas (by wards, perhaps), and options that meet needs there as a whole: Sure Start, children's centres, extended schools and so on",
                'How changes can be implemented, and what follows from:\n– de-commissioning;\n– commissioning new or different services;\n– the timeframe for this, and targets for better outcomes and performance: for example fewer children in Residential Care, more adoptions, fostering, how many are supported at home with parents/kinships, and the impact of preventative services on CIN/CLA',
                'Fewer Out of Authority placements, probably the key option to examine first, given the national and regional focus on them:\n– designing new services, and deciding whether to make or buy;\n– refocusing all partners on better and cost-effective outcomes;\n– deciding, where it is difficult, who provides and who pays;\n– creating a culture that develops flexible and creative solutions',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '4.2',
          title: 'Finance',
          tags: { competency: ['11'] },
          items: [
            {
              key: '4.2',
              question:
                'How far does the strategy show what partners spend, what can be released and reinvested, and which decisions and powers that takes?',
              criteria: [],
              guidance: [
                'Medium-term financial plan as a context for planning services, which reflects growth and efficiency savings over, say, 3 years',
                'How much all partners spend, and where; how much more efficient working can release, and where that will be invested',
                'Which investment decisions are required, and by whom',
                'Which powers will be used, such as S31 flexibilities, or collaborative commissioning by agreement',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '4.3',
          title: 'Contracts',
          tags: { competency: ['7', '9'] },
          items: [
            {
              key: '4.3',
              question:
                'How far does the strategy set out a medium-term approach to contracts, to relationships with providers and to working together as purchasers?',
              criteria: [],
              guidance: [
                'Medium-term contracting strategy that:\n– makes comparisons of in-house and external services more transparent;\n– improves quality and cost efficiency, through common specifications that concentrate on outcomes and quality assurance;\n– signals clearly to providers the direction of travel and what will be purchased: preferred providers will be developed, selected providers will become partners, and the vol. sector has a role in developing and providing new services',
                'Long-term relationships with providers that improve the position in the market',
                'Collaborative working: for example AGMA, adoption consortia, or contracting together for preventative services and support',
                'Which agreements are needed to secure services',
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
        'This element links strategic objectives and commissioning priorities to the operational plans of teams within the partner organisations. Every action must have a named individual who makes sure that it is carried out. All actions must be monitored and feedback given. Enter the actions themselves under SMART actions.',
      guidanceHeading: 'Prompts',
      fields,
      rules,
      tags: { phase: ['3'] },
      activities: [
        {
          key: '5.1',
          title: 'SMART actions',
          tags: { phase: ['1', '3'], competency: ['10'] },
          items: [
            {
              key: '5.1',
              question:
                'How far does the action plan turn the strategy into SMART actions for each service, with a named person responsible for each action?',
              criteria: [],
              guidance: [
                'Detailed action plan for each service, which translates the strategy into actions that the service can easily carry into its own business or service plan',
                'Specific actions whose targets can be measured: for example on recruiting and retaining the workforce, on fewer LAC, and on better adoption, support for fostering and preventative services',
                'All actions SMART: Specific, Measurable, Achievable, Resourced, Timely',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '5.2',
          title: 'Review and feedback',
          tags: { competency: ['10'] },
          items: [
            {
              key: '5.2',
              question:
                'How far does the action plan say how actions and outcomes will be monitored, evaluated and consulted on, and how the results feed back into planning?',
              criteria: [],
              guidance: [
                'How successful outcomes, and what helped to achieve them, are monitored and evaluated',
                'How the actions will be monitored in the course of the year, both strategically and operationally, and how annual targets will be agreed and tracked',
                'How each service will consult on these actions, monitor whether they improve outcomes, and feed the results back into planning',
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
          purpose: 'about',
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
          purpose: 'measure',
        },
        {
          kind: 'text',
          key: 'resources',
          heading: 'Resources',
          prompt: 'Say which money, people and time the action takes, and where they come from.',
          purpose: 'resources',
        },
        {
          kind: 'text',
          key: 'lead',
          heading: 'Named person',
          prompt:
            'Enter the name, job title and organisation of the one person who makes sure that the action is carried out. A team or an organisation is not enough.',
          purpose: 'lead',
        },
        due,
        {
          kind: 'text',
          key: 'monitoring',
          heading: 'Monitoring and feedback',
          prompt: 'Say who monitors the action, how often, and to whom the results are fed back.',
          purpose: 'monitoring',
        },
      ],
    },
    participants(
      'List everyone who takes part in the self-assessment, in the agency that leads it and in its partners, one person to a row.',
      'answered section 2',
    ),
    signOff(
      'I confirm that the partners under Participants agreed these answers, that their evidence exists, and that those named for actions have accepted them.',
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
    definitions,
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
    cycles,
  ],
  vocabularies: [phases, competencies],
});
