import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import type { Field } from '../src/instrument/model/schema.ts';
import { authors, definitions } from './outcomesToolkit.ts';
import { signOff } from './people.ts';

/** Both sections begin with these two fields, which identify the need of a child that a row is about. */
const caseReference: Field = {
  kind: 'text',
  key: 'case',
  heading: 'Case reference',
  brief: true,
  prompt:
    'Enter the reference that you made up for this child, such as CASE-07. Never enter a name, a date of birth or an NHS number, or a reference that others could trace.',
};
const needNumber: Field = {
  kind: 'text',
  key: 'need-no',
  heading: 'Need number',
  brief: true,
  prompt: 'Enter the number of the need within the case: 1 for the first, 2 for the next, and so on.',
};

/** The domains of the Assessment Framework, each with its dimensions. */
const domains = [
  "Child's developmental needs: health",
  "Child's developmental needs: education",
  "Child's developmental needs: emotional and behavioural development",
  "Child's developmental needs: identity",
  "Child's developmental needs: family and social relationships",
  "Child's developmental needs: social presentation",
  "Child's developmental needs: selfcare skills",
  'Parenting capacity: basic care',
  'Parenting capacity: ensuring safety',
  'Parenting capacity: emotional warmth',
  'Parenting capacity: stimulation',
  'Parenting capacity: guidance and boundaries',
  'Parenting capacity: stability',
  'Family and environmental factors: family history and functioning',
  'Family and environmental factors: wider family',
  'Family and environmental factors: housing',
  'Family and environmental factors: employment',
  'Family and environmental factors: income',
  "Family and environmental factors: family's social integration",
  'Family and environmental factors: community resources',
];

const gapless = 'No gap';
const gaps = ['Does not exist', 'Not enough of it', 'Not readily available', 'Needs to change'];

/** The analysis of one child's needs, case by case, in the edition of 2005. */
export const needsOutcomesOptions = defineInstrument({
  key: 'needs-outcomes-options',
  edition: '2005',
  title: 'Outcomes Driving Commissioning: needs, outcomes and options',
  strapline:
    'The first tool of the North West good practice toolkit. Frontline workers analyse what individual children need, child by child, without regard to the services that happen to exist. The gaps that they find add up to priorities for commissioning.',
  publisher: 'Authors from CAFAD, the DfES and the Audit Commission',
  published: 'May 2005',
  language: 'en-GB',
  sourceNote: [
    'Added by Scorebook, and not in the source: the wording, which keeps the meaning of the source; the case reference, the need number and the rule that nothing may identify a child; the dimensions of the domains; the field for the kind of option and the letter n; the meanings of the five ratings, and when to choose each; the kinds of gap; the rating of 5 where no method exists; the rules on what has to be filled in with what; the domains, kinds of gap and numbers of needs in the worked examples; and the sign-off.',
    'The source names its authors and acknowledges others, but names no publisher. The bodies that the authors worked for are given instead; people are not named.',
    'The source is the text of a printed toolkit. Section 2 of it is this instrument; section 3 is the instrument "commissioning strategy framework". Section 1 serves as introduction to both. Page numbers are left out.',
    'Three pictures are lost: the flow chart of needs, outcomes and options, the illustrative range of assessments, and the flow chart of the commissioning process, of which only the words are left. The text around them carries the process.',
    'The source has one form for each child. Here each need is a row, each option for it is a row of its own, and both carry a case reference and a need number.',
    'The source asks for needs within the domains of the Assessment Framework, but names only parenting capacity and family and environmental factors, and lists no dimensions. All three domains with their 20 dimensions are supplied from that framework, so that needs can be added up.',
    'The source announces an index of possible needs for each domain, but has none. The need is written freely.',
    'The source letters the options a, b, c, but gives the non- or minimal intervention no letter. Here it is a row with the letter n.',
    'The worked examples divide an option by its existing methods (b1 and b2) and rate each method. A row therefore stands for one option with one method; an option with two methods takes two rows.',
    'Parts 1, 5, 7, 8 and 9 have one title in the text and another on the form. Part 7 is "Existing Methods of Meeting these Options that may be Effective" in the text and "Existing Methods of Meeting these Needs" on the form; part 9 is "Gaps in Service/What is Missing? (Commissioning Implications)" in the text and "Gaps in Service and Barriers to Service Effectiveness" on the form. The titles of the blank form are used.',
    'Part 8 has two titles in the worked examples as well: with and without the words "existing methods". In the blank form it is without; the text explains that each method is rated. The rating is for the method.',
    'The rating is described in two ways: in the list of five levels, 1 is highly likely to be effective; on the form, 1 is highly effective. The list is followed.',
    'Part 9 asks in words what is missing. The kinds of gap are drawn from what the text of parts 7 and 9 says a gap can be, so that gaps can be added up as section 3 of the source wants.',
    'Where no method exists for a preferred option, the source does not say how to rate it. It is rated 5, with "None" as the method.',
    'A specific resource or placement is not an option at this stage. When one is considered later, reasons, risks and a timescale are required, but the form has no part for them. They belong in the plan for the child and have no field here.',
    'Deficits and opportunities are together in part 3 and have a field each here. Both may stay empty, as opportunities do in examples iv and v.',
    'Part 1 is headed "Need" in examples i and ii and in the blank form, and "Needs" in examples iii to v. Each specific need is recorded separately, as the text says.',
    'Worked example i numbers its options 1 to 3 in part 4 and letters them in parts 5 to 8. They are a, b and c. The third is cut off after "Alternative educational and care" and is read as provision. It has no risk there; one in our words is given, marked as not stated in the toolkit.',
    'Worked examples i and iii to v give one text of gaps or several. Those without a letter are allocated to options by their sense.',
    'Worked examples iv and v leave the risk of non- or minimal intervention open ("..."). A risk in our words is given, marked as not stated in the toolkit.',
    'Worked example iv has methods for b1 and b2, while its option and its risk are for b. Both rows have the option and the risk of b. The method b2 ends in "but nothing available", which is kept.',
    'Worked example v has two needs and two outcomes on one form. They are two rows, as the text asks, and options are allocated to them by sense: a, b and c to stopping the abuse, d and e to recovery. Deficits are the same for both.',
    "Worked example v names the finding of alternative carers as a risk, with a remark on the boy's age, and does not finish the sentence. It is read as the difficulty of finding them.",
    'The sign-off asks who completed the form by name and role, as workers are named in professional records; the list of participants is left out, as the source asks for none.',
  ],
  introduction: [
    {
      heading: 'What this is for',
      paragraphs: [
        'Existing services meet the needs of many children and young people. But whether they achieve good outcomes and give value for money is not evaluated routinely, least of all for internal services, and research shows that outcomes are very poor for some children, above all for those who are looked after. What is needed is a new range of flexible services and interventions that focus on outcomes and give value for money.',
        'Too often, a child is assessed for a service that exists already: the assessment says that the child needs a playgroup place or a foster home. It does not say what the child needs and which outcomes are sought. Services then decide how needs are described, when it should be the other way round.',
        'This form turns the order around. It is for practitioners who work with one child at a time. Desired outcomes lead the analysis, which makes explicit the thinking that good care plans rest on: which needs the child may have, what should be achieved, which options there are and what risks each carries.',
        'The form has two purposes: to support a plan for the child and family that says how each critical outcome is to be achieved, and to gather evidence that drives commissioning. It suits the common assessment framework and linked specialist assessments, whether one agency carries them out or several.',
      ],
    },
    {
      heading: 'How it is filled in',
      paragraphs: [
        'The nine parts of the toolkit form become rows on two sheets. The sheet "Nine parts" explains every part.',
      ],
      bullets: [
        'Needs: a row for each need of a child, with its domain, the desired outcome, and the deficits and opportunities of the family situation and environment (parts 1 to 3).',
        'Options: a row for each option that a need has. One of them must always be non- or minimal intervention, and each option has its own risk (parts 4 to 6). For preferred options: the existing method, how likely it is to work and the gaps and barriers (parts 7 to 9).',
        'Rows on both sheets belong together by their case reference and need number.',
      ],
    },
    {
      heading: 'Keep children unrecognisable',
      paragraphs: [
        "The answers are about individual children. Make up a case reference that only your own organisation can trace to the child's record. Nowhere enter a name, a date of birth, an address, an NHS number or another personal number of a child or a family member, and leave out details by which a family could be recognised. The answers go to commissioners to be added up; the plan for the child remains in the child's record.",
      ],
    },
    {
      heading: 'Options come before services',
      paragraphs: [
        'Options describe specific activities or interventions that might achieve the outcome; record the full range of support that is possible. Do not be held back by what is available now. Say where there are shortfalls, and where services would have to be refocused, increased or designed anew.',
        'Two things are not options at this stage: a specific resource, and a placement of any type. Complete the form and agree the favoured options first. Only then ask whether the child needs that particular intervention, or should live somewhere else than with the family, and how that might lead to better outcomes. The answer must give specific reasons for preferring it to the other options, the risks that go with it, and a timescale. Put this in the plan for the child.',
      ],
    },
    {
      heading: 'Who fills it in',
      paragraphs: [
        'Frontline workers: anyone who works face to face with vulnerable children and families in a professional relationship, and who is responsible for an assessment or contributes to one. Examples are GPs, teachers, nursery nurses, social workers, health visitors and midwives. An assessment goes on over time; it is not done once only.',
      ],
    },
    {
      heading: 'What the answers add up to',
      paragraphs: [
        'Gaps found child by child are brought together to show which services are needed to reach better outcomes. Commissioners then describe and specify them, evaluate the options for delivering them cost-effectively (within a single agency, by several together or across the community), and bring about the change through new commissioning, re-commissioning and, in time, de-commissioning of some existing services. Priorities should reflect how they will contribute to the five Every Child Matters outcomes and the targets behind them. Change on this scale takes three to five years.',
        'A better understanding of needs also shows how earlier intervention might have kept children and young people from becoming looked after. Use it to challenge and influence partner commissioners, so that they commission differently, through a lead agency or several agencies together.',
        'This concerns all services, and so every partner agency. Together they need to use limited resources effectively, so that outcomes are good and children and young people achieve their full potential. It works only if everybody embraces the approach, from frontline workers to those who collate the data and those who design and commission services.',
      ],
    },
    authors,
  ],
  scoring: [
    {
      heading: 'How to rate effectiveness',
      paragraphs: [
        'For each preferred option, rate how likely the existing method is to achieve the desired outcome. Here 1 is best and 5 is worst:',
      ],
      bullets: [
        '1. Highly likely to be effective',
        '2. Likely to be effective',
        '3. May be effective',
        '4. Unlikely to be effective',
        '5. Very unlikely to be effective',
      ],
    },
    {
      heading: 'Preferred options',
      paragraphs: [
        'Choose the preferred options in the light of the risks. Challenge your own choice: is there evidence that doing little or nothing carries significantly greater risks than doing something?',
      ],
    },
    {
      heading: 'Kinds of gap',
      paragraphs: [
        'For each preferred option, choose the kind of gap that best describes what is in the way, then say in words what is missing. A method can be rated well and still leave a gap, for example when there is too little of it. The kinds are:',
      ],
      bullets: [
        'No gap: an existing method does what is needed, and the child can have it.',
        'Does not exist: something new would have to be designed.',
        'Not enough of it: the service exists, but more of it would be required. Say how much more.',
        'Not readily available: the service exists, but this child or family cannot get it where, when or as soon as it is needed.',
        'Needs to change: the service exists, but does not quite work as it is now.',
      ],
    },
    {
      heading: 'From ratings to priorities',
      paragraphs: [
        'Only preferred options are added up. They are brought together by domain of need and kind of gap, and counted across cases: the more children a gap concerns, and the less effective the existing methods, the stronger is the evidence for commissioning something different.',
      ],
    },
  ],
  scales: [
    {
      key: 'effectiveness',
      title: 'Likely effectiveness',
      options: [
        {
          level: 5,
          label: 'Very unlikely to be effective',
          meaning: 'No method exists, or nothing suggests that the method would achieve the outcome for this child.',
        },
        {
          level: 4,
          label: 'Unlikely to be effective',
          meaning: 'The method has such limitations that it will probably not achieve the outcome for this child.',
        },
        {
          level: 3,
          label: 'May be effective',
          meaning: 'The method could achieve the outcome or could fail; there is about as much for it as against it.',
        },
        {
          level: 2,
          label: 'Likely to be effective',
          meaning: 'The method will probably achieve the outcome for this child, though some doubt remains.',
        },
        {
          level: 1,
          label: 'Highly likely to be effective',
          meaning: 'There is good reason to expect that the method will achieve the outcome for this child.',
        },
      ],
    },
  ],
  sections: [
    {
      shape: 'entries',
      key: 'needs',
      title: 'Needs and desired outcomes',
      shortTitle: 'Needs',
      introduction:
        "Parts 1 to 3 of the form. Enter each need that is not currently being met on a row of its own, with the outcome to be achieved and what in the child's family and environment stands in the way or helps. Enter nothing by which a child could be recognised.",
      entry: 'need',
      required: 1,
      optional: ['deficits', 'opportunities'],
      rows: 60,
      mustHave: [
        {
          section: 'options',
          when: { field: 'kind', is: ['Non- or minimal intervention'] },
          needs: ['risk'],
        },
      ],
      fields: [
        caseReference,
        needNumber,
        {
          kind: 'text',
          key: 'need',
          heading: 'Need not currently being met',
          prompt:
            'Describe one specific need of the child. Say what the child needs, not which service: "to be safe in the early evening", not "a nursery place".',
        },
        {
          kind: 'choice',
          key: 'domain',
          heading: 'Domain of need',
          prompt:
            'Choose the domain and dimension of the Assessment Framework that the need falls under. Where several fit, choose the one that the desired outcome is most about.',
          options: domains,
        },
        {
          kind: 'text',
          key: 'outcome',
          heading: 'Desired outcomes',
          prompt: 'Describe what will be achieved for the child when the need is met.',
        },
        {
          kind: 'text',
          key: 'deficits',
          heading: 'Deficits',
          prompt:
            'Describe what in the family situation and environment stands in the way of the outcome: see the assessment of Parenting Capacity and of Family and Environmental Factors. Leave this empty if there is nothing.',
        },
        {
          kind: 'text',
          key: 'opportunities',
          heading: 'Opportunities',
          prompt:
            'Describe what in the family situation and environment can help to achieve the outcome: strengths, willingness, people. Leave this empty if there is nothing.',
        },
      ],
    },
    {
      shape: 'entries',
      key: 'options',
      title: 'Options to achieve outcomes',
      shortTitle: 'Options',
      introduction:
        'Parts 4 to 9 of the form. Enter every option for every need on a row of its own, repeating the case reference and the need number. Each need must have a row for non- or minimal intervention, and each option must have its risk. A specific resource or a placement is not an option at this stage.',
      entry: 'option',
      required: 1,
      optional: ['method', 'effectiveness', 'gap', 'missing'],
      rows: 150,
      belongsTo: { section: 'needs', by: ['case', 'need-no'] },
      rules: [
        { when: { field: 'preferred', is: ['Yes'] }, needs: ['method', 'effectiveness', 'gap'] },
        {
          when: { field: 'effectiveness', is: [4, 5] },
          needs: ['gap', 'missing'],
          excludes: [{ field: 'gap', is: [gapless] }],
        },
        { when: { field: 'gap', is: gaps }, needs: ['missing'] },
        {
          when: { field: 'method', is: ['None', 'None.'] },
          excludes: [
            { field: 'effectiveness', is: [1, 2, 3, 4] },
            { field: 'gap', is: [gapless] },
          ],
        },
      ],
      fields: [
        caseReference,
        needNumber,
        {
          kind: 'text',
          key: 'option',
          heading: 'Option',
          brief: true,
          prompt:
            'Enter the letter of the option: a, b, c and so on, and n for non- or minimal intervention. If an option has two existing methods, give each a row: b1 and b2.',
        },
        {
          kind: 'choice',
          key: 'kind',
          heading: 'Kind of option',
          prompt:
            'Choose Non- or minimal intervention for doing nothing or very little, and Intervention for everything else. Each need must have one row of the former.',
          options: ['Intervention', 'Non- or minimal intervention'],
        },
        {
          kind: 'text',
          key: 'description',
          heading: 'Description of the option',
          prompt:
            'Describe specific activities or interventions that could achieve the outcome. Do not name a specific resource or a placement.',
        },
        {
          kind: 'text',
          key: 'risk',
          heading: 'Risk assessment',
          prompt:
            'Say what could go wrong for the child and family if this option is chosen. For non- or minimal intervention, say what could happen if nothing or very little is done.',
        },
        {
          kind: 'choice',
          key: 'preferred',
          heading: 'Preferred option',
          prompt:
            'Choose Yes if you prefer this option in the light of the risks of all options. There may be several. If Yes, fill in the columns from "Existing method" to "Kind of gap" as well.',
          options: ['Yes', 'No'],
        },
        {
          kind: 'text',
          key: 'method',
          heading: 'Existing method',
          prompt:
            'Name the service or intervention, available now, that may be able to deliver this option; consult the resource directory. If there is none, enter "None" and rate it 5.',
        },
        {
          kind: 'score',
          key: 'effectiveness',
          heading: 'Likely effectiveness',
          prompt:
            'Rate how likely the existing method is to achieve the desired outcome, from 1 (best: highly likely to be effective) to 5 (worst: very unlikely).',
          scale: 'effectiveness',
        },
        {
          kind: 'choice',
          key: 'gap',
          heading: 'Kind of gap',
          prompt:
            'Choose what best describes the gap or barrier between what this option would take and what there is now.',
          options: [gapless, ...gaps],
        },
        {
          kind: 'text',
          key: 'missing',
          heading: 'Gaps and barriers',
          prompt:
            'Say what is missing: something new, more of a service (how much more?), or a change to what exists now (why does it not quite work?). Describe what would have to be available.',
        },
      ],
    },
    signOff(
      'I confirm that I completed or checked these rows, that they rest on assessments of the children concerned, and that nothing in them identifies a child.',
      {
        kind: 'text',
        key: 'name',
        heading: 'Name of worker',
        prompt: 'Enter your own first name and surname, never those of a child.',
      },
    ),
  ],
  resources: [
    {
      key: 'documents',
      title: 'Documents that the toolkit names',
      entries: [
        {
          title:
            'Outcomes Driving Commissioning: Supporting Commissioners to Deliver Better Outcomes for Children and Young People. A NW Good Practice Toolkit',
          author: 'Authors from CAFAD, the DfES and the Audit Commission',
          date: 'May 2005',
        },
        {
          title: 'Framework for the Assessment of Children in Need and their Families',
          author: 'DH (Department of Health)',
          date: '2000',
        },
        {
          title: 'Every Child Matters Outcomes Framework',
          author: 'DfES (Department for Education and Skills)',
        },
        { title: 'Common assessment framework' },
        { title: 'Every Child Matters' },
        { title: 'Resource directory: the list of services that each area keeps; ask for your own' },
      ],
    },
  ],
  references: [
    definitions,
    {
      key: 'parts',
      title: 'The nine parts of the form',
      shortTitle: 'Nine parts',
      introduction:
        'The titles are those of the toolkit form. The last column says where each part is in this workbook.',
      columns: ['Part', 'What to enter', 'Hints', 'Where'],
      rows: [
        [
          '1. Need not currently being met',
          'Each specific need of the child, identified under the domains that the assessment calls for, and recorded separately.',
          'Also record needs in whatever way your organisation requires. Ask what the child needs, not which service. Give each need its own number within the case.',
          'Needs: case reference, need number, need, domain of need',
        ],
        [
          '2. Desired outcomes',
          'What is to be achieved for the child by meeting the need.',
          'Think of what will be different in the life of the child, not of what a service will do.',
          'Needs: desired outcomes',
        ],
        [
          '3. Deficits and opportunities of family situation and environment',
          'What stands in the way and what helps, from the assessment of Parenting Capacity and Family and Environmental Factors in the Assessment Framework or its equivalent.',
          'Look for both. Willingness to accept help is an opportunity.',
          'Needs: deficits, opportunities',
        ],
        [
          '4. Options to achieve outcomes',
          'The full range of support and interventions that are possible, as specific activities or interventions. Always include non-intervention.',
          'Neither a specific resource nor a placement of any type counts as an option yet. Once options are agreed, either can be considered in the plan for the child, with reasons for it over the other options, its risks and a timescale.',
          'Options: option, kind of option, description of the option',
        ],
        [
          '5. Risk assessment of each and every option',
          'The risks of each separate option, including doing nothing and doing very little.',
          'An option without risks is possible: say so rather than leave the cell empty.',
          'Options: risk assessment',
        ],
        [
          '6. Preferred option(s)',
          'The options that are preferred once all risks have been assessed.',
          'Look critically for evidence that the risks of little or no intervention clearly outweigh those of acting. Several options may be preferred together.',
          'Options: preferred option',
        ],
        [
          '7. Existing methods of meeting these needs',
          'Services in the resource directory, and interventions, that are available at present and may really be able to deliver the preferred options.',
          'Consult the resource directory. What is not thought effective, or is not readily available, goes into part 9.',
          'Options: existing method',
        ],
        [
          '8. Assessment of likely effectiveness at meeting outcomes',
          'A rating from 1 to 5 for each method; 1 is best.',
          'A critical analysis shows the limits of existing methods, and so where services have gaps, what keeps them from being effective, and what commissioning may have to address. The sheet "Effectiveness" explains the ratings.',
          'Options: likely effectiveness',
        ],
        [
          '9. Gaps in service and barriers to service effectiveness: what is missing, what are the commissioning implications?',
          'Gaps and barriers on the way to the outcomes, and the support or interventions that would have to be available to close or remove them.',
          'Describe what is new and does not exist, or why what exists does not quite work and how it must change, or that there is too little of a service and how much more would be required for the needs of the child.',
          'Options: kind of gap, gaps and barriers',
        ],
      ],
    },
    {
      key: 'effectiveness',
      title: 'The rating of effectiveness',
      shortTitle: 'Effectiveness',
      introduction:
        'Each existing method is rated by how likely it is to achieve the desired outcome for this child. 1 is best. The last two columns are explanations added to the toolkit.',
      columns: ['Rating', 'Label', 'When to choose it', 'What else to fill in'],
      rows: [
        [
          '1',
          'Highly likely to be effective',
          'There is good reason to expect that the outcome will be achieved.',
          'Kind of gap; usually No gap.',
        ],
        [
          '2',
          'Likely to be effective',
          'The outcome will probably be achieved, though some doubt remains.',
          'Kind of gap; gaps and barriers if there is a gap.',
        ],
        [
          '3',
          'May be effective',
          'There is about as much for the method as against it.',
          'Kind of gap; gaps and barriers if there is a gap.',
        ],
        [
          '4',
          'Unlikely to be effective',
          'The limitations of the method will probably keep the outcome from being achieved.',
          'Kind of gap, and gaps and barriers: both are necessary.',
        ],
        [
          '5',
          'Very unlikely to be effective',
          'No method exists, or nothing suggests that the outcome would be achieved.',
          'Kind of gap, and gaps and barriers: both are necessary.',
        ],
      ],
    },
  ],
  priorities: {
    title: 'Commissioning priorities',
    section: 'options',
    cases: 'case',
    by: ['domain', 'gap'],
    rating: 'effectiveness',
    when: { field: 'preferred', is: ['Yes'] },
    missing: 'missing',
    form: [
      { title: '1. Need not currently being met', section: 'needs', fields: ['need', 'domain'] },
      { title: '2. Desired outcomes', section: 'needs', fields: ['outcome'] },
      {
        title: '3. Deficits and opportunities of family situation and environment',
        section: 'needs',
        fields: ['deficits', 'opportunities'],
      },
      { title: '4. Options to achieve outcomes', section: 'options', fields: ['option', 'kind', 'description'] },
      { title: '5. Risk assessment of each and every option', section: 'options', fields: ['risk'] },
      { title: '6. Preferred option(s)', section: 'options', fields: ['preferred'] },
      { title: '7. Existing methods of meeting these needs', section: 'options', fields: ['method'] },
      {
        title: '8. Assessment of likely effectiveness at meeting outcomes',
        section: 'options',
        fields: ['effectiveness'],
      },
      {
        title: '9. Gaps in service and barriers to service effectiveness',
        section: 'options',
        fields: ['gap', 'missing'],
      },
    ],
  },
  aboutPeople: true,
  example: {
    introduction:
      'The five worked examples of the toolkit, with made-up case references. EXAMPLE-1 (i): a child of 6 with physical disabilities, whose single parent struggles to care for her but wants her to go to a mainstream school. EXAMPLE-2 (ii): young parents of a very active child of 2; complications at 7 months of pregnancy; the father works long hours for the income that the household needs. EXAMPLE-3 (iii): a girl of 11 whose mother does not provide a good enough standard of parenting at present, largely because she leads a life of drug abuse. EXAMPLE-4 (iv): a boy of 11, the oldest of 6 siblings, whose parents seem unable to control his behaviour; he is getting out of control and puts himself at risk. EXAMPLE-5 (v): a boy of 7 whose parents have abused him. Where the toolkit leaves something open, the example says so.',
    items: {},
    entries: {
      needs: [
        {
          case: 'EXAMPLE-1',
          'need-no': '1',
          need: 'The child is not being educated.',
          domain: "Child's developmental needs: education",
          outcome: 'The child achieves in education, and becomes independent as an adult.',
          deficits:
            'The mother cannot offer full-time care while the child has no full-time education. She is not sure what range of support there is. There is no extended family.',
          opportunities:
            'The mother is very committed to her child, and willing to receive any assistance and any advice.',
        },
        {
          case: 'EXAMPLE-2',
          'need-no': '1',
          need: 'The 2 year old is not adequately supervised in the daytime and early evening.',
          domain: 'Parenting capacity: ensuring safety',
          outcome: 'The child is safe and appropriately supervised. The pregnancy is completed with minimum concern.',
          deficits:
            'The mother is physically limited in how far she can supervise the child. The father spends long hours away from home. There are no family or friends close at hand to assist.',
          opportunities: 'The mother is willing to accept assistance. So is the father.',
        },
        {
          case: 'EXAMPLE-3',
          'need-no': '1',
          need: 'A stable long-term relationship with an adult who is permanent, consistent and caring.',
          domain: "Child's developmental needs: family and social relationships",
          outcome:
            'The child builds resilience, and becomes able to form strong and effective relationships as an adult.',
          deficits: 'No father is involved.',
          opportunities:
            'The mother is willing, but has severe drug problems of her own; unless these are addressed, they may always keep her from fulfilling this role. Other adults among the extended family or friends might be able to fulfil it.',
        },
        {
          case: 'EXAMPLE-4',
          'need-no': '1',
          need: 'To be safe (safeguarded), and so not at risk of being exploited by older people: drug abuse, sexual exploitation and offending.',
          domain: 'Parenting capacity: ensuring safety',
          outcome:
            'The child is safe from exploitation, and has a home life that leaves him no wish to take these risks.',
          deficits:
            'The parents do not impose sufficient parental controls. They do not give sufficient stimulation and care to meet his needs: all their energies go to the five younger siblings. There is no extended family or network of support.',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '1',
          need: 'The abuse has to stop.',
          domain: 'Parenting capacity: ensuring safety',
          outcome: 'There is no further abuse.',
          deficits:
            'The parents deny that they are responsible for the abuse. The extended family is unwilling to accept that it occurred.',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '2',
          need: "To be 'repaired', physically and emotionally.",
          domain: "Child's developmental needs: emotional and behavioural development",
          outcome: 'The child is healthy, emotionally and physically.',
          deficits:
            'The parents deny that they are responsible for the abuse. The extended family is unwilling to accept that it occurred.',
        },
      ],
      options: [
        {
          case: 'EXAMPLE-1',
          'need-no': '1',
          option: 'n',
          kind: 'Non- or minimal intervention',
          description: 'Nothing, or very little, is done.',
          risk: "The mother's ability to care for her adequately may suffer. The child will not achieve in education.",
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-1',
          'need-no': '1',
          option: 'a',
          kind: 'Intervention',
          description: "Education: the child's educational needs are met on a full-time basis.",
          risk: "Without it, the child will not achieve academically and so on, and the mother may be prosecuted. Both would affect the child's care, and make it questionable whether the mother could go on caring for her.",
          preferred: 'Yes',
          method:
            'Negotiate with the local mainstream school and with other agencies (health, voluntary sector) so that needs are met.',
          effectiveness: 2,
          gap: 'Needs to change',
          missing: "An inclusive policy in all schools, with appropriate 'in-school' support.",
        },
        {
          case: 'EXAMPLE-1',
          'need-no': '1',
          option: 'b',
          kind: 'Intervention',
          description: 'Support: a programme for the mother as well as the child.',
          risk: 'Without support, the mother may become unable to go on caring for the child adequately.',
          preferred: 'Yes',
          method:
            'Explore, with the school, social care services and the voluntary sector, support and activities for the child outside school, and respite for the mother.',
          effectiveness: 4,
          gap: 'Needs to change',
          missing: 'Support services for families and children that are co-ordinated: a care co-ordination approach.',
        },
        {
          case: 'EXAMPLE-1',
          'need-no': '1',
          option: 'c',
          kind: 'Intervention',
          description: 'Alternative provision of education and care.',
          risk: 'Not stated in the toolkit. For example: the mother wants mainstream schooling, and may not agree.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-2',
          'need-no': '1',
          option: 'n',
          kind: 'Non- or minimal intervention',
          description: 'Nothing, or very little, is done.',
          risk: "The child's behaviour will go on deteriorating and become difficult to manage, above all once the new child is in the family. There is serious concern for the pregnancy and for the mother's health.",
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-2',
          'need-no': '1',
          option: 'a',
          kind: 'Intervention',
          description:
            'Supervision: a programme of supervising the child, so that the mother has as little concern as possible about her pregnancy.',
          risk: 'The child is very attached to the mother. Unless this is part of a comprehensive package, the demand on her will continue.',
          preferred: 'Yes',
          method:
            'Day care near by (child minder or nursery), together with family support for escorting the child and supervising at home, and homecare.',
          effectiveness: 4,
          gap: 'Needs to change',
          missing:
            "A flexible family support service that can follow the family's daily timetable: available from 7.30, when the father leaves home, taking the child to day care, collecting the child, and supervising until he arrives home at 7.30 pm.",
        },
        {
          case: 'EXAMPLE-2',
          'need-no': '1',
          option: 'b',
          kind: 'Intervention',
          description: 'Role of the father: his wages are reimbursed while he is at home full time.',
          risk: 'He is reluctant to take extended leave: he feels that it would be to his detriment and that he could lose his job.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-2',
          'need-no': '1',
          option: 'c',
          kind: 'Intervention',
          description: 'Alternative care: arrange for family, who do not live close by, to care for the child.',
          risk: 'Because of the attachment to the mother, this may affect how the child relates to the new sibling. There is no close relationship with the extended family now.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-3',
          'need-no': '1',
          option: 'n',
          kind: 'Non- or minimal intervention',
          description: 'Nothing, or very little, is done.',
          risk: 'The damage will continue and be significant, to the extent that mother and child may be separated, possibly for good.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-3',
          'need-no': '1',
          option: 'a',
          kind: 'Intervention',
          description:
            'Work with the mother: a programme of intervention that both addresses her problems of managing drugs, so that she functions effectively as an adult, and builds her ability to fill this role for her 11 year old daughter.',
          risk: 'The mother may be unable to fulfil the needs even with intensive intervention. The child, however, is very attached to her, and would suffer a massive loss without her.',
          preferred: 'Yes',
          method: 'Contact the drug action team, to explore whether it is able to meet the needs.',
          effectiveness: 4,
          gap: 'Does not exist',
          missing:
            "A specialist intervention (drugs and holistic support) that can focus on what the child needs, and on the adults' ability to meet those needs in such a way that the desired outcome is achieved.",
        },
        {
          case: 'EXAMPLE-3',
          'need-no': '1',
          option: 'b',
          kind: 'Intervention',
          description:
            'Find other adults and build relationships: explore who could fill this role, either alone or jointly with the mother.',
          risk: 'None; whatever the situation, it would add to resilience.',
          preferred: 'Yes',
          method:
            'Explore whether other members of the family could be registered as foster parents, or supported through S.17 funding.',
          effectiveness: 3,
          gap: 'Not enough of it',
          missing:
            'A worker allocated to the task: to look for other adults who can fill the role, to explore whether this can be achieved, and to support them on the way to it.',
        },
        {
          case: 'EXAMPLE-3',
          'need-no': '1',
          option: 'c',
          kind: 'Intervention',
          description: 'Removal from the mother: a permanent, consistent and caring alternative parent.',
          risk: 'Such alternatives are extremely hard to find. The loss for the child would be huge and damaging.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-4',
          'need-no': '1',
          option: 'n',
          kind: 'Non- or minimal intervention',
          description: 'Nothing, or very little, is done.',
          risk: 'Not stated in the toolkit. For example: he stays out of control and is exploited by older people.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-4',
          'need-no': '1',
          option: 'a',
          kind: 'Intervention',
          description: 'Work with the child: develop his ability to protect himself.',
          risk: 'Unless his behaviour is brought under control within a short time, he will remain at risk while it is being addressed.',
          preferred: 'Yes',
          method: 'Counselling by a social worker or youth worker.',
          effectiveness: 2,
          gap: 'Not enough of it',
          missing:
            'The current level of this type of provision is inadequate: for example, 2/3 sessions a week for 3 months would be required.',
        },
        {
          case: 'EXAMPLE-4',
          'need-no': '1',
          option: 'b1',
          kind: 'Intervention',
          description:
            'Work with the parents on parenting skills: develop their capacity to parent all their children effectively (option b, first method).',
          risk: 'Both parents would have to commit themselves significantly to addressing their parenting styles and abilities.',
          preferred: 'Yes',
          method:
            'A package of parenting training with crèche facilities, direct work with the siblings one by one, or both.',
          effectiveness: 2,
          gap: 'Does not exist',
          missing:
            'At the current level of provision, this comprehensive form of intervention is missing: training packages, and respite care through the family support service (b1 and b2).',
        },
        {
          case: 'EXAMPLE-4',
          'need-no': '1',
          option: 'b2',
          kind: 'Intervention',
          description:
            'Work with the parents on parenting skills: develop their capacity to parent all their children effectively (option b, second method).',
          risk: 'Both parents would have to commit themselves significantly to addressing their parenting styles and abilities.',
          preferred: 'Yes',
          method:
            'Respite for the parents while the training package lasts, for example for an evening out together; but nothing is available.',
          effectiveness: 3,
          gap: 'Does not exist',
          missing:
            'At the current level of provision, this comprehensive form of intervention is missing: training packages, and respite care through the family support service (b1 and b2).',
        },
        {
          case: 'EXAMPLE-4',
          'need-no': '1',
          option: 'c',
          kind: 'Intervention',
          description: 'Removal from the family: the child is given a safe environment elsewhere.',
          risk: 'The parents do not see that they need to change, and siblings might come to need similar care at ages younger still. The new environment may not encourage him to change his risky behaviour, or may not be able to exercise appropriate parental control.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '1',
          option: 'n',
          kind: 'Non- or minimal intervention',
          description: 'Nothing, or very little, is done.',
          risk: 'Not stated in the toolkit. For example: the abuse goes on.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '1',
          option: 'a',
          kind: 'Intervention',
          description: 'Work with the parents: on accepting the abuse, and on willingness to change.',
          risk: 'They are in denial to such a degree that they are unwilling to change.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '1',
          option: 'b',
          kind: 'Intervention',
          description: 'Work with the extended family: on how abuse comes about, and on preventing it.',
          risk: "They are unlikely to reconsider in any meaningful way: they believe in the parents' innocence.",
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '1',
          option: 'c',
          kind: 'Intervention',
          description: 'Removal from the family: the child lives with safe, permanent alternative carers.',
          risk: 'It is hard to find permanent alternative carers who could address what the protracted abuse has led to, above all because the boy is 7 years old.',
          preferred: 'Yes',
          method:
            "Alternatives are probably available, but do not guarantee permanence and/or an environment in which he can 'repair' emotionally.",
          effectiveness: 4,
          gap: 'Not enough of it',
          missing:
            'Families who can be trained and skilled in caring for emotionally abused children, and who commit themselves to permanence. They have to be sought and supported.',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '2',
          option: 'n',
          kind: 'Non- or minimal intervention',
          description: 'Nothing, or very little, is done.',
          risk: 'Not stated in the toolkit. For example: he does not recover from the harm that has been done to him.',
          preferred: 'No',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '2',
          option: 'd',
          kind: 'Intervention',
          description: 'Physical needs: medical intervention.',
          risk: 'None.',
          preferred: 'Yes',
          method: 'NHS service for the physical needs.',
          effectiveness: 1,
          gap: 'Not enough of it',
          missing:
            'A well-resourced, evidence-based service that supports abused children physically and emotionally: a range of professionals, for example (psychologists, counsellors, social workers), who can offer enough individual sessions per child, and enough sessions to support and educate carers (d and e).',
        },
        {
          case: 'EXAMPLE-5',
          'need-no': '2',
          option: 'e',
          kind: 'Intervention',
          description: 'Emotional needs: therapeutic intervention, direct or indirect.',
          risk: 'Unless this is adequately addressed, he will probably abuse others as an adult, need psychiatric services, or both.',
          preferred: 'Yes',
          method:
            'The NHS should offer services for the emotional needs, but they are likely to be woefully inadequate.',
          effectiveness: 5,
          gap: 'Not enough of it',
          missing:
            'A well-resourced, evidence-based service that supports abused children physically and emotionally: a range of professionals, for example (psychologists, counsellors, social workers), who can offer enough individual sessions per child, and enough sessions to support and educate carers (d and e).',
        },
      ],
      'sign-off': [{ name: 'Example Worker', role: 'Social worker (made up for this example)', date: '2005-05-31' }],
    },
  },
});
