import { defineInstrument } from '../src/instrument/defineInstrument.ts';
import { due, lead } from './actionFields.ts';
import { competencies, cycles, phases } from './crosswalk.ts';
import { participants, signOff } from './people.ts';

/** The framework of Clinical Commissioning Groups for child health and wellbeing services, in its undated draft. */
export const ccgFramework = defineInstrument({
  key: 'ccg-framework',
  edition: 'draft',
  title: 'Commissioning Child Health and Wellbeing Services: information and guidance framework',
  strapline:
    'A framework for Clinical Commissioning Groups (CCGs) and their partners. It brings together the key information about local needs, services and budgets, shows progress on 13 key action areas, and asks how confident the CCG is in its commissioning for children, young people, maternity and CAMHS.',
  publisher: 'NHS East of England',
  published: 'Draft, 2011 or later',
  language: 'en-GB',
  sourceNote: [
    'Added by Scorebook, and not in the source: the wording, which keeps the meaning of the source; the numbers of items, areas and statements and the headings above them; what each item of section 2 "should hold", put together from other paragraphs; in section 3 the status with its three options, "Lead" and "By when"; in section 5 the scale from No to Yes, the rule that a Yes needs evidence, "See also", "Action", "Lead" and "By when"; the meanings of all answers; the scorecard with its colours and its rule; the phases of commissioning; most names of the challenges; the list of participants; and the sign-off.',
    'The source is marked as a draft and bears no date. The latest dates among its references are of 2011, which gives "2011 or later".',
    'The source names no publisher. NHS East of England is given as publisher because the acknowledgements name it as the body with which the framework was prepared.',
    'The source is a pattern that every CCG fills in and brands ("Name of Clinical Commissioning Group/Partnership", "X CCG"). Here it says "the CCG" throughout.',
    'The source speaks of CCGs, consortia, GP consortia, "CCG consortia" and Groups in the same sense. "The CCG" is used, except where GP Consortia is in the list of who commissions at each level.',
    'The sections keep the numbers that they have in the source: 2, 3 and 5. Its section 1 (core content and guidance) is the introduction and the tables for reference; its section 4 is the table "Policy and guidance".',
    'The source calls for attached documents (the JSNA, the strategy, directories, a register). They are not part of it; section 2 asks whether the CCG has them and where.',
    'Appendix 1, the Norfolk triangle of universal, targeted and specialist services, is lost. What the text says about it is above the table of levels of service.',
    'The line "(Levels of commissioning. Diverse nature of communities. PH info.)" at the end of paragraph 2.3 is a stray drafting note. It is left out.',
    'The two quotations of Professor Steve Field and the definition of commissioning (DH 2010) are given in sense, not word for word.',
    'The acknowledgements name the author of an unpublished work. People are not named here, except as authors of publications and of what is quoted.',
    'Section 2: the budgets item has five lines, each with an answer of its own. The nine items of the source therefore make 13 rows, in its order. The items are in three groups.',
    'Section 2: the heading of the last column, "Location of the item Information", is read as the location of the information.',
    "Section 2: the schedule has Local Safeguarding Children's Board and paragraph 3.5 Local Safeguarding Children Boards (LSCB). The second name is used.",
    'Section 2: "What it should hold" is put together from paragraphs 2.1, 2.3, 3.5, 6.1 to 6.3 and 7.',
    'Section 3: the source has the three columns on progress, outstanding action and constraints.',
    'Section 3: the guidance named beside each action area is that of references 7 to 19 in paragraph 2.3, where the same 13 areas are listed.',
    'Section 5: the source has only the statements and a column for evidence. The statements are asked here as questions.',
    'Section 5, statement 2: the source runs the groups of children together. Each number is read as one of its own.',
    'Section 5, statement 11 begins with "Have considered" and lacks its subject. It is read as the CCG.',
    'Section 5, statement 8 has services "in places". It is read as in place.',
    'Section 5: the note on professional development is printed inside statement 13, but is about all of them. It is part of the introduction here.',
    'The phases are those of the world class commissioning guide of 2009. Section 2 is meant to help the CCG develop its strategy (phase 1). Section 3 follows how plans are carried out (phase 3).',
    'Phases of section 5: statement 1 is about the whole portfolio (all phases); 2 is about needs (phase 1); services, pathways, contracts, capacity and funding in place are shaping of supply (phase 2); checks against guidance, of resources against services, of contracts and of outcomes are phase 3 as well or alone.',
    "The world class commissioning competencies are allocated to the items of section 2 and the statements of section 5 by Scorebook. They serve for comparison with other instruments only; section 3 is about services rather than competencies and has none. The table of the cycles is Scorebook's too.",
    'The scorecard counts section 5 only.',
    'Levels of service: paragraph 2.2 says that 35 services "have identified as" best commissioned regionally. It is read as: have been identified.',
    'Levels of service: the sentence on serious mental health lacks a word after "mental health". It is read as serious mental health needs.',
    'NHS Outcomes Framework: the third domain, "episodes of ill health following injury", has lost a word. It is read as ill health or following injury.',
    'The text says that the NHS Outcomes Framework names areas of attention within each domain, but lists four without saying which domain each belongs to. They are given as listed.',
    'Policy and guidance: sources named by author and year only (NICE 2006, 2008 and 2010, CQC 2009, DOH 2006, NSF 2004) have no entry among the references. They are given as printed.',
    'Policy and guidance, h: "ICGs (RCPCH2010)" is not explained and may mean the intercollegiate document of reference 38. It is kept.',
    'Policy and guidance, i to k: Working Together to Safeguard Children is dated 2006 here, and 2010 in paragraph 3.4 and reference 11. Both are kept.',
    'Policy and guidance, p: the source speaks of Tiers 1 and 2 and of Levels 3 and 4. Both words are kept.',
    'Policy and guidance, r: the abbreviation "CNN" of community children\'s nursing is a slip and is left out. Which review is meant is not said; it is kept as "the review".',
    'Current challenges: the source names only teenage conception, funding and medical workforce issues. The other names are ours.',
    'Current challenges: the sentence on many causes has no verb. It is read as: issues such as child poverty and deprivation have many causes, and the conditions listed after them are associated with them.',
    'Current challenges: the medical workforce issues are listed after a dash. The source does not say that they are the reasons.',
    'Current challenges: the source writes "DSF and DH2008" for reference 29, which has DCSF and DH, and "RCGP2010" for reference 38, which is of the RCPCH. The citations are given as printed, save that DSF is read as DCSF.',
    "Duties and rights: the source has Children's Act and Children's Acts for the Children Act and Acts. It names an Act of 2010, which is not known to us and is kept.",
    'Duties and rights: the address of the GMC is printed as www.gmc-k.org and has lost a letter. It is read as www.gmc-uk.org.',
    'Duties and rights: the source puts the duty to youth offending teams under joint commissioning and the safeguarding duties in paragraph 3.5. They are together here.',
    'References 16, 26 and 28 each name two publications, so the 45 references make 48 entries. Documents cited twice or three times (1, 19 and 35; 14 and 34; 16 and 28) are entered each time. The lists that divide them are ours.',
    'References 19, 24, 31, 34 and 35: the addresses have lost their last characters. Those of 1 and 14 are longer for the same documents. All are given as printed; none has been checked since. Addresses that begin with www. have http:// added.',
    'References 2, 8, 9 and 10 are underlined as links in the source, but their addresses are lost.',
    'Reference 2 is printed with "NHs" and reference 10 with "NUS East of England". They are read as NHS.',
    'Reference 23 has "Health Lives" in the title and "Healthy Lives" in the address. The title is kept as printed.',
    'Reference 5 is "Fundamentals of Commissioning of Health Services for Children" in paragraph 2.2, and reference 6 is "Disease Management Information Tools (DMIT)". The wording of the references is used.',
    'References 42 to 44 are printed with addresses that differ in form from those in paragraph 8. Those of the references are used.',
  ],
  introduction: [
    {
      heading: 'What this framework is for',
      paragraphs: [
        'This framework helps Clinical Commissioning Groups (CCGs) with a complex task: commissioning the right mix of services for children and young people. It introduces this important area, in all its complexity, takes account of recent changes in law, policy and organisation, and leaves room for what is specific to each CCG.',
        'It gives particular attention to:',
      ],
      bullets: [
        'the many agencies involved in commissioning and delivering services for children and young people, the drive to integrate health, social care and education further, and the standards of the National Service Framework for Children, Young People and Maternity;',
        'the value of a robust Joint Strategic Needs Assessment (JSNA) for commissioning by outcomes;',
        'what sets commissioning for children and young people apart from commissioning for adults;',
        'the challenges that services face now;',
        'evidence for what improves outcomes for children and young people.',
      ],
    },
    {
      heading: 'What commissioning means here',
      paragraphs: [
        "Commissioning is how health commissioners and local authorities secure care of the best quality and value for each person and for the local population (DH 2010). They translate people's aspirations and needs into services that bring the best possible outcomes for health and well-being, promote equality, offer the best possible health and social care, and make the best use of the resources there are.",
        'The framework accepts the recommendation of the NHS Future Forum that every area should aim for better integrated commissioning across health and social care.',
      ],
    },
    {
      heading: 'How to use this workbook',
      paragraphs: [
        'Three sections are to be filled in. They keep the numbers that they have in the printed framework, whose section 1 is this introduction and whose section 4 is the sheet "Policy and guidance".',
      ],
      bullets: [
        'Section 2, schedule of key information: say which information the CCG has, which population it covers and where it is.',
        'Section 3, progress on 13 key action areas: say how far each is implemented, what is still to be done and what holds it back.',
        'Section 5, self-assessment checklist: answer 13 times the question "Is the CCG confident that...?", with evidence.',
        'Other sheets are for reference: policy and guidance, levels of service, levels of commissioning, unit costs, current challenges, duties and rights, and cycles.',
      ],
    },
    {
      heading: 'Key principles of service commissioning',
      paragraphs: ['Commissioning for children and young people rests on nine principles:'],
      bullets: [
        'Services meet needs that were identified by joint needs assessment and in consultation with the community and users.',
        'Services are delivered in the safest environment closest to home and, where possible, in the community.',
        'Children, young people and families take part in planning and developing services, in consultation, in delivery and in monitoring performance.',
        'Commissioners take their statutory responsibilities into account.',
        "Services support the outcomes identified, national policy and the local priorities agreed for children's services. Local priorities reflect those of several partners and may be led by another agency, such as the local authority, but need a contribution from health.",
        'Services follow the direction of policy: early intervention, prevention, and integrated provision and commissioning.',
        'The performance of every service is managed against measures of outcome.',
        'All commissioners work with providers, with other commissioners, and with children and their families, to improve outcomes continually.',
        'Users have a choice among the services available to them.',
      ],
    },
    {
      heading: 'Context for the guide',
      paragraphs: [
        'Government policy, good practice and common sense all stress that services for children should be commissioned in an integrated way, by several agencies together. Commissioners in primary care trusts (PCTs) have worked ever more closely with planners and commissioners in education and social care, and with partners in the independent and voluntary sector, so that services address the needs of children and young people as a whole.',
        'PCTs, counties and unitary authorities have developed structures for a more strategic view of needs and of priorities for action. These take account of the law, policy and outcomes frameworks behind services for children and young people, which are very particular.',
        'Services are integrated around the needs of patients where the right values and behaviours can prevail and people want to do something different. The task now is to move on from arguing for integration and make it happen (Professor Steve Field, NHS Future Forum).',
      ],
    },
    {
      heading: 'Needs and information',
      paragraphs: [
        'Every GP practice has children and young people who need universal, targeted and specialist services. Demography, affluence and relative poverty strongly affect this population, and commissioning for needs that vary from one population to another remains a key challenge. Needs analysis and performance information have become more and more sophisticated, which helps commissioners to meet it. The JSNA, led by Public Health, gives strategic commissioners a clearer picture of need, deprivation and disadvantage in each locality, and so helps to drive strategy and to target resources.',
        "Most of the programmes in the 13 key action areas were commissioned by the PCT, often with the local authority. To achieve the best possible outcomes, the CCG or a lead commissioner needs sound information: profiles of needs, of the services now commissioned by one agency or jointly, and of the budget, divided by CCG where possible. It also benefits from a profile of the partnership processes by which the Children's Health Strategy and Children's Plan are delivered.",
      ],
    },
    {
      heading: 'What is different about children and young people',
      paragraphs: [
        'In some respects, commissioning for children and young people is no different from commissioning for adults, and some of their services, such as diagnostics and secondary care, may be part of block contracts with those for adults. But they need skills, approaches, equipment and environments of their own (NSF for Children, Young People and maternity services, standard 7, 2004), and the law differs, as do the responsibilities of the NHS, social care and others. The sheet "Duties and rights" lists them.',
        'Children have a right to the best possible health and to care of the same quality as adults receive. Significant differences in their experience have made their health a growing priority for government for ten years. The focus has been on children in need or with additional needs: those with disabilities, with mental health problems, or in the care of the local authority after family breakdown or for safeguarding. Health, social care and education have been held to account for the quality and robustness of what they offer them.',
        'There is clear evidence that dealing with poverty, deprivation, nutrition and health during pregnancy and in the first years has a profound effect on the course of life, reduces health inequalities and improves health later on (Marmot 2010, Kennedy 2010, Allen 2011).',
        'GPs offer holistic care throughout life. It takes account of what patients and their families need physically, psychologically and socially, and of the wider community in which they live. As the first contact for most patients, GPs are in a unique position to identify, for example, vulnerable mothers before conception and early in pregnancy, to improve ante-natal health, to encourage breastfeeding and to bring help early. For this they need clear care pathways and access to the network of statutory, independent and voluntary services, such as health visiting, paediatric community nursing, the Early Support Team for children with complex needs, and Home Start.',
        'Children in poverty, in mobile families and in isolated or minority groups have poorer health outcomes. Their families are less often registered with a GP and use mainstream health services less, because they are not aware of them, because of the language or because of cultural preferences. Robust health promotion and education is needed to enable minority communities to seek care.',
      ],
    },
    {
      heading: 'NHS Outcomes Framework 2011/12',
      paragraphs: [
        'The framework has 5 domains, 10 overarching indicators, 31 improvement areas and 51 indicators, for adults and children. Promoting equality and reducing inequalities in health outcomes is a key principle; the difference in infant mortality between the richest and the poorest social groups is a prime example (Equality and Human Rights Commission 2010).',
        'For children, young people and families it singles out: fewer unplanned admissions of those with asthma, diabetes or epilepsy; fewer deaths in babies and young children; less harm to children in acute settings from failure to monitor; and a better experience of maternity services for women. This sets priorities for commissioning, and adds impetus to the work on health inequalities and to the move of emphasis from acute to community services. The five domains are:',
      ],
      bullets: [
        'Preventing people from dying prematurely',
        'Enhancing quality of life for people with long term conditions',
        'Helping people recover from episodes of ill health or following injury',
        'Ensuring that people have positive experiences of care',
        'Treating and caring for people in a safe environment and protecting them from avoidable harm',
      ],
    },
    {
      heading: 'Money',
      paragraphs: [
        "Effective commissioning needs a clear picture of the money for children and young people: what is committed to primary care, community children's health care, maternity, child and adolescent mental health, acute care and the independent sector; what is held in grants and ring-fenced funds of central and local government; and what goes into individual packages for special needs and continuing care, some of them funded jointly.",
        'The population, the total, the balance between the main providers and groups of need, and the share that goes to children and young people are a good starting point for matching resources to needs. As Health and Wellbeing Boards develop, CCGs can be compared with each other, which should lead to an important debate on who receives what.',
        'Public services are under severe pressure: they have to save while demand grows. Few have yet used the potential of smarter commissioning and leaner arrangements; the Commissioning Support Programme has information on those that did. Pooled or aligned budgets can make care pathways more integrated, with fewer points at which to negotiate or refer on. Indicative costs are on the sheet "Unit costs".',
        "Voluntary and independent providers are a crucial part of the network and potentially good value. They serve children and young people with significant needs, in palliative care, for example, or with complex needs and disabilities: children's hospices and Aiming High short term care services are examples. Home Start supports vulnerable families. Drug and alcohol services come from both statutory and voluntary providers. Involve these partners when the commissioning strategy is developed.",
      ],
    },
    {
      heading: 'Working with children, families and partners',
      paragraphs: [
        'Outcomes are best put in terms of the difference that services make to the health, wellbeing and lives of children and young people. To decide which outcomes are wanted, ask children (of every age), young people, and their parents or carers. Engaging young children may need special expertise and activities.',
        'Many local authorities have good ways of doing this. Working with them means that people are asked less often, costs less and helps to integrate services. Health Watch will have a part in bringing the views of children and parents into local commissioning. Engagement can be built around groups of need (complex needs, looked after children, mental health, long term conditions, maternity) and on consultative or support structures that exist already. If the CCG and its partners build strong and sustainable arrangements for it together, this will probably be the most efficient and effective way to engage people reliably and robustly.',
        'Scrutiny and performance management are central to what CCGs do: they account for the performance of many contracts and providers, and report to bodies such as the Care Quality Commission, Monitor and, for children and young people, OFSTED together with CQC.',
      ],
    },
    {
      heading: 'Learning together',
      paragraphs: [
        'The confidence questions of section 5 can also be the basis of a modular programme of continuing professional development (CPD). It could be offered to CCGs across the region, or set up for a part of it, a county or a unitary authority, so that peers learn from each other, if possible together with the commissioning leads of the local authority.',
        'The Commissioning Support Programme website (see Resources) has excellent material on good commissioning.',
      ],
    },
    {
      heading: 'Who prepared it',
      paragraphs: [
        "Commissioners in PCTs and local authorities, of services for maternity, children, young people and their mental health, prepared the framework with NHS East of England, supported by Enable East. They drew on two works: the unpublished Children's Services Commissioning Guidance for GPs, written for the Royal College of General Practitioners, and the NHS East Midlands Children and Young People Services Commissioning Pack.",
      ],
    },
  ],
  scoring: [
    {
      heading: 'Section 2: is the information available?',
      paragraphs: [
        'Answer Yes or No for every item. If Yes, add which population it covers and where the information can be found, so that those who come new to the work can reach it.',
      ],
    },
    {
      heading: 'Section 3: how far is each action area?',
      paragraphs: [
        'Describe the progress in implementation, the action outstanding and the constraints on progress. Then choose the status that fits best:',
      ],
      bullets: ['Not started', 'Under way', 'In place'],
    },
    {
      heading: 'Section 5: is the CCG confident?',
      paragraphs: [
        "PCT children's commissioners used to answer questions like these when they wrote annual or three-yearly commissioning plans, or replied to inspections and assessments of one agency or several. They help the CCG to get to grips with its many responsibilities and to learn what it does not know yet. For every statement, choose one answer. A Yes needs its evidence; for No and Partly, plan an action with its lead and date.",
      ],
      bullets: ['No', 'Partly', 'Yes'],
    },
    {
      heading: 'What the colours show',
      paragraphs: [
        'The scorecard counts the answers of section 5, as a whole and by phase of commissioning. A statement can belong to several phases. The colours mean:',
      ],
      bullets: [
        'Red: for half of the statements or more, the CCG is not confident. Plan action here first.',
        'Amber: the CCG is confident, at least in part, of more than half of the statements, but this part is not green yet.',
        'Green: the CCG is confident of more than half of the statements, and has answered No to none.',
        'Not scored: too few statements are answered to give a position.',
      ],
    },
  ],
  scales: [
    {
      key: 'yes-no',
      title: 'Available',
      chosenBy: 'label',
      options: [
        { level: 0, label: 'No', meaning: 'The CCG does not have this information.' },
        { level: 1, label: 'Yes', meaning: 'The CCG has this information and can say where it is.' },
      ],
    },
    {
      key: 'progress',
      title: 'Status of implementation',
      chosenBy: 'label',
      options: [
        { level: 1, label: 'Not started', meaning: 'Nothing has been done yet to implement this action area.' },
        { level: 2, label: 'Under way', meaning: 'Implementation has begun, and action is still outstanding.' },
        { level: 3, label: 'In place', meaning: 'The action area is implemented, and no action is outstanding.' },
      ],
    },
    {
      key: 'confidence',
      title: 'Confidence',
      chosenBy: 'label',
      options: [
        {
          level: 1,
          label: 'No',
          meaning: 'The CCG is not confident that the statement is true, or does not know.',
        },
        {
          level: 2,
          label: 'Partly',
          meaning: 'The CCG is confident of some of what the statement says, or for some children, services or places.',
        },
        {
          level: 3,
          label: 'Yes',
          meaning: 'The CCG is confident that the whole statement is true and has evidence for it.',
        },
      ],
    },
  ],
  sections: [
    {
      shape: 'items',
      key: '2',
      title: 'Schedule of key information',
      shortTitle: 'Key information',
      introduction:
        'This schedule is a profile of local needs, partners, partnership processes, budgets and services. Much of it is known to people in the CCG already; gathered in one place, it is a short cut for those who develop the commissioning strategy for children and young people. Say for each item whether the CCG has it.',
      fields: [
        {
          kind: 'score',
          key: 'available',
          heading: 'Available',
          prompt: 'Choose Yes if the CCG has this information, up to date and ready to use. If not, choose No.',
          scale: 'yes-no',
        },
        {
          kind: 'text',
          key: 'population',
          heading: 'Population covered',
          prompt: 'Say whom the information covers: for example, the CCG, the county, or ages 0 to 19.',
        },
        {
          kind: 'text',
          key: 'location',
          heading: 'Location of the information',
          prompt: 'Say where the information is kept: a document, a web address, or a person who holds it.',
        },
      ],
      tags: { phase: ['1'] },
      guidanceHeading: 'What it should hold',
      activities: [
        {
          key: '2.a',
          title: 'Key information: needs, strategy and services',
          tags: { competency: ['5'] },
          items: [
            {
              key: '2.1',
              question: 'Is the latest Joint Strategic Needs Assessment (JSNA) available?',
              criteria: [],
              guidance: [
                'Needs, deprivation and disadvantage in each locality of the CCG',
                "The priorities agreed from it for commissioning children and young people's services",
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '2.2',
              question:
                "Are the PCT's current commissioning strategy and its priorities for children and young people available?",
              criteria: [],
              guidance: ['The strategy in force, and the key action areas at which it targets resources'],
              evidence: [],
              groups: {},
            },
            {
              key: '2.3',
              question:
                'Is there a profile of the services that are commissioned, with the service managers who are accountable for them?',
              criteria: [],
              guidance: [
                'Services commissioned by one agency and services commissioned jointly',
                'A directory: strategic leads, and the service managers who are accountable',
              ],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '2.4',
          title: 'Commissioning budgets',
          tags: { competency: ['11'] },
          items: [
            {
              key: '2.4.1',
              question: 'Is the core NHS budget available: primary care, acute and community?',
              criteria: [],
              guidance: [
                'What is committed to the main providers, primary care, community, maternity, CAMHS, acute and independent sector, divided by CCG where possible',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '2.4.2',
              question: 'Are the grant budgets of the NHS available?',
              criteria: [],
              guidance: ['Grants and ring-fenced funds that come through the NHS'],
              evidence: [],
              groups: {},
            },
            {
              key: '2.4.3',
              question: 'Are the grant budgets of the local authority available?',
              criteria: [],
              guidance: ['Grants and ring-fenced funds that come through the local authority'],
              evidence: [],
              groups: {},
            },
            {
              key: '2.4.4',
              question: 'Are the budgets for special needs and continuing care available?',
              criteria: [],
              guidance: ['Packages for individual children, among them those that are funded jointly'],
              evidence: [],
              groups: {},
            },
            {
              key: '2.4.5',
              question: 'Are other commissioning budgets available?',
              criteria: [],
              guidance: ['Any money for children and young people that is in none of the lines above'],
              evidence: [],
              groups: {},
            },
          ],
        },
        {
          key: '2.b',
          title: 'Key information: partners and partnerships',
          tags: { competency: ['2'] },
          items: [
            {
              key: '2.5',
              question:
                'Is there a list or structure map of the arrangements for partnership in services for children and young people, maternity and mental health?',
              criteria: [],
              guidance: [
                'The lead agency of each arrangement',
                'How to contact the manager or clinician who is accountable',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '2.6',
              question: 'Are the formal arrangements for joint commissioning described, with their scope?',
              criteria: [],
              guidance: [
                'Which budgets are pooled or aligned',
                'Who the lead commissioner is',
                'The legal framework on which each arrangement rests',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '2.7',
              question: "Is there a list of the key children's services of the voluntary and the independent sector?",
              criteria: [],
              guidance: ['A register of those that work within the boundary of the CCG'],
              evidence: [],
              groups: {},
            },
            {
              key: '2.8',
              question:
                'Are the members of the Local Safeguarding Children Board (LSCB) known, with their contact details?',
              criteria: [],
              guidance: ['Among them the senior member of staff who represents the CCG'],
              evidence: [],
              groups: {},
            },
            {
              key: '2.9',
              question:
                'Are the members of the local board for the health of looked after children known, with their contact details?',
              criteria: [],
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
      title: 'Table of progress on 13 key action areas',
      shortTitle: 'Progress',
      introduction:
        "PCT children's commissioners have aimed resources at these 13 areas through their strategic plans. Say for each how far it is implemented, what is still to be done and what stands in the way.",
      fields: [
        {
          kind: 'text',
          key: 'progress',
          heading: 'Progress in implementation',
          prompt: 'Say what has been implemented so far, and for whom.',
        },
        {
          kind: 'text',
          key: 'outstanding',
          heading: 'Action outstanding',
          prompt: 'Say what is still to be done. Leave this empty if nothing is.',
          purpose: 'action',
        },
        {
          kind: 'text',
          key: 'constraints',
          heading: 'Constraints on progress',
          prompt: 'Say what holds progress back: for example, money, staff, capacity or agreements not yet made.',
        },
        {
          kind: 'score',
          key: 'status',
          heading: 'Status',
          prompt: 'Choose the words that best say how far this action area is implemented.',
          scale: 'progress',
        },
        lead,
        due,
      ],
      tags: { phase: ['3'] },
      guidanceHeading: 'Guidance named',
      activities: [
        {
          key: '3.a',
          title: 'Progress',
          items: [
            {
              key: '3.1',
              question: 'The Healthy Child programme',
              criteria: [],
              guidance: ['Healthy Child Programme: pregnancy and the first five years of life (DH 2009)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.2',
              question: 'Family Nurse Partnership',
              criteria: [],
              guidance: ['Family Nurse Partnership Programme (DH 2007)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.3',
              question: 'Maternity Matters objectives and requirements',
              criteria: [],
              guidance: ['Maternity Matters: choice, access and continuity of care in a safe service (DH 2007)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.4',
              question: 'Timely access to therapies; speech, physiotherapy and occupational therapy',
              criteria: [],
              guidance: ['Towards The Best Together (NHS East of England 2009)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.5',
              question: 'Safeguarding requirements',
              criteria: [],
              guidance: [
                'Working Together to Safeguard Children: New government guidance on interagency co-operation to protect and promote the welfare of children (DH 2010)',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '3.6',
              question: 'Health and mental health care of looked after children',
              criteria: [],
              guidance: ['Promoting the health and wellbeing of looked after children (DH 2009)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.7',
              question: 'Paediatric palliative care services',
              criteria: [],
              guidance: [
                'Better Care: Better Lives – Improving outcomes and experiences for children, young people and their families living with life-limiting and life-threatening conditions (DH 2008)',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '3.8',
              question: 'Teenage pregnancy and sexual health programmes',
              criteria: [],
              guidance: [
                'Teenage Parents Next Steps: Guidance for Local Authorities and Primary Care Trusts (DH 2007)',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '3.9',
              question: 'Screening programmes',
              criteria: [],
              guidance: ['UK National Screening Committee (2011)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.10',
              question: 'Obesity strategies',
              criteria: [],
              guidance: [
                'Healthy Weight, Healthy Lives (Department of Health 2008)',
                'Healthy Weight, Healthy Lives: One Year On (Department of Health 2009)',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '3.11',
              question: 'Tier 1-4 Child and adolescent mental health programmes',
              criteria: [],
              guidance: [
                'National Service Framework Children, Young People and Maternity 2004, Standard 9: The Mental Health and Psychological Wellbeing of Children and Young People (DH 2004)',
              ],
              evidence: [],
              groups: {},
            },
            {
              key: '3.12',
              question: 'Early support to children with palliative care, complex health care needs and disabilities',
              criteria: [],
              guidance: ['Early Support Programme (Department for Education 2011)'],
              evidence: [],
              groups: {},
            },
            {
              key: '3.13',
              question: 'Effective arrangements for jointly funded packages of care for children with complex needs',
              criteria: [],
              guidance: ["National Framework for Children and Young People's Continuing Care (DH 2010)"],
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
      title: 'CCG Self Assessment Checklist for children, young people, maternity and CAMHS commissioning',
      shortTitle: 'Confidence',
      introduction:
        'Is the CCG confident that what each statement says is true? Choose No, Partly or Yes, and give the evidence. A Yes is complete only with its evidence.',
      fields: [
        {
          kind: 'score',
          key: 'confidence',
          heading: 'Confident?',
          prompt: 'Choose Yes only if the CCG is confident of all that the question asks and can show evidence for it.',
          scale: 'confidence',
        },
        {
          kind: 'text',
          key: 'evidence',
          heading: 'Evidence',
          prompt:
            'Name the documents, data or examples that support the answer, and say where they can be found. A Yes needs evidence.',
          purpose: 'evidence',
        },
        {
          kind: 'text',
          key: 'action',
          heading: 'Action',
          prompt: 'Say what will be done so that the CCG can be confident. Leave this empty if no action is needed.',
          purpose: 'action',
        },
        lead,
        due,
      ],
      rules: [{ when: { field: 'confidence', is: [3] }, needs: ['evidence'] }],
      guidanceHeading: 'See also',
      activities: [
        {
          key: '5.a',
          title: 'Confidence',
          items: [
            {
              key: '5.1',
              question:
                'Is the CCG confident that its arrangements for clinical leadership are suitable, so that it can perform at world class level across its commissioning for children?',
              criteria: [],
              guidance: ['Guide: Key principles of service commissioning'],
              evidence: [],
              groups: {},
              tags: { phase: ['1', '2', '3'], competency: ['4'] },
            },
            {
              key: '5.2',
              question:
                'Is the CCG confident that it has a strategic needs assessment for its population, and that it knows how many people aged 0-19 it has, and how many children have long term conditions, are in need, are in need of safeguarding, have mental health problems, are looked after by the Local Authority (in care), or have severe and complex needs and conditions?',
              criteria: [],
              guidance: ['Section 2, item 2.1', 'Guide: Needs and information'],
              evidence: [],
              groups: {},
              tags: { phase: ['1'], competency: ['5'] },
            },
            {
              key: '5.3',
              question:
                "Is the CCG confident that robust universal services are in place which follow accepted evidence and guidance, such as NICE guidance, Maternity Matters, The Healthy Child Programme and Sure Start Children's Centres?",
              criteria: [],
              guidance: ['Levels of service: universal', 'Policy and guidance: a to e', 'Section 3, areas 3.1 and 3.3'],
              evidence: [],
              groups: {},
              tags: { phase: ['2', '3'], competency: ['10'] },
            },
            {
              key: '5.4',
              question:
                'Is the CCG confident that children with additional or special needs have services and care pathways in place, such as the Early Support Programme, therapies for children, services for equipment and wheelchairs, child and adolescent mental health services (CAMHS), and services for substance misuse, sexual health and obesity?',
              criteria: [],
              guidance: ['Levels of service: targeted', 'Policy and guidance: e, f, n and p'],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['10'] },
            },
            {
              key: '5.5',
              question:
                'Is the CCG confident that children with severe and complex needs have services and arrangements for care planning in place, including panels of one agency or several, comprehensive CAMHS, paediatric palliative care and care pathways?',
              criteria: [],
              guidance: [
                'Levels of service: specialist',
                'Levels of commissioning: Complex Cases',
                'Policy and guidance: m to p',
              ],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['10'] },
            },
            {
              key: '5.6',
              question:
                'Is the CCG confident that its safeguarding arrangements are in place and meet the requirements of the Local Safeguarding Board, and that it has agreed with other CCGs protocols of understanding on arrangements for designated and named nurses and doctors?',
              criteria: [],
              guidance: ['Duties and rights: safeguarding', 'Policy and guidance: h to k'],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['2'] },
            },
            {
              key: '5.7',
              question:
                'Is the CCG confident that the contracts of providers set outcomes and standards of quality for services that are universal, targeted and specialist?',
              criteria: [],
              guidance: ['Levels of service', 'Guide: NHS Outcomes Framework 2011/12'],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['8', '9'] },
            },
            {
              key: '5.8',
              question:
                'Is the CCG confident that there are care pathways for children who have long term conditions or mental health needs, who need palliative care, or who have complex needs and disabilities, and that primary, community and acute services are in place in the right balance, so that hospital care is needed less?',
              criteria: [],
              guidance: ['Current challenges: admissions', 'Policy and guidance: f, l and n to r'],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['8'] },
            },
            {
              key: '5.9',
              question:
                'Is the CCG confident that its providers have enough capacity to meet needs and targets and to deliver health outcomes, and that what they provide matches the money committed to it?',
              criteria: [],
              guidance: ['Section 2, items 2.4.1 to 2.4.5', 'Unit costs'],
              evidence: [],
              groups: {},
              tags: { phase: ['2', '3'], competency: ['7', '11'] },
            },
            {
              key: '5.10',
              question:
                "Is the CCG confident that those responsible for the children's portfolio work closely with their colleagues in the local authority, so that care pathways are integrated and streamlined as far as they can be?",
              criteria: [],
              guidance: ['Section 2, item 2.5', 'Duties and rights: co-operation'],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['2'] },
            },
            {
              key: '5.11',
              question:
                'Is the CCG confident that it has considered, or put in place, structures for commissioning and funding that give the best value, using partnership flexibilities and opportunities to pool or align budgets with the local authority?',
              criteria: [],
              guidance: ['Section 2, item 2.6', 'Levels of commissioning: joint approaches', 'Guide: Money'],
              evidence: [],
              groups: {},
              tags: { phase: ['2'], competency: ['11'] },
            },
            {
              key: '5.12',
              question:
                'Is the CCG confident that it has the appropriate arrangements with other CCGs, including a lead commissioner, so that commissioning, contracting, contract monitoring and service redesign are as efficient and practical as they can be?',
              criteria: [],
              guidance: ['Levels of commissioning'],
              evidence: [],
              groups: {},
              tags: { phase: ['2', '3'], competency: ['9', '10'] },
            },
            {
              key: '5.13',
              question:
                "Is the CCG confident that a set of outcomes is reported routinely to its board or to a governance sub-committee, which quickly shows how the CCG performs on children's needs and alerts the board to gaps in services, to pressures, and to where services could or must be redesigned?",
              criteria: [],
              guidance: ['Guide: NHS Outcomes Framework 2011/12'],
              evidence: [],
              groups: {},
              tags: { phase: ['3'], competency: ['5'] },
            },
          ],
        },
      ],
    },
    participants(
      'List everyone who takes part, in the CCG and in its partner organisations, such as the local authority, one person to a row.',
      'filled in section 2',
    ),
    signOff(
      'By signing off, I confirm that the CCG and the partners named under Participants agreed these answers and that the information and evidence they name exist.',
    ),
  ],
  scorecard: {
    scale: 'confidence',
    rule: {
      minimumCoverage: 0.75,
      redFromLowestShare: 0.5,
      greenAboveHighestShare: 0.5,
      greenLowestCount: 0,
    },
    views: [
      { key: 'checklist', title: 'Confidence as a whole', by: 'section' },
      { key: 'phase', title: 'Confidence by phase of commissioning', by: 'tag', vocabulary: 'phase' },
    ],
  },
  resources: [
    {
      key: 'definitions',
      title: 'Purpose, needs and levels of service (references 1 to 6)',
      entries: [
        {
          author: 'DH',
          title: "National Framework for Children and Young People's Continuing Care",
          date: '2010',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_114784',
        },
        {
          author: 'Department of Health',
          title: 'NHS Future Forum Summary Report on Proposed Changes to the NHS',
          date: '2011',
        },
        {
          author: 'DH',
          title: 'National Service Framework for Children, Young People and Maternity Services',
          date: '2004',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/Browsable/DH_4867894',
        },
        { author: 'DH', title: 'Guidance on Joint Strategic Needs Assessment', date: '2007' },
        {
          author: 'Andrews, K., Child Health and Maternity Partnership',
          title: 'Fundamentals of Commissioning Health Services for Children',
          date: '2011',
          link: 'http://www.chimat.org.uk/commissioning',
        },
        { author: 'DH', title: 'Disease Management Information Toolkit', date: '2007' },
      ],
    },
    {
      key: 'action-areas',
      title: 'The 13 key action areas (references 7 to 19)',
      entries: [
        {
          author: 'DH',
          title: 'Healthy Child Programme: pregnancy and the first five years of life',
          date: '2009',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_107563',
        },
        { author: 'DH', title: 'Family Nurse Partnership Programme, Gateway Reference 14671', date: '2007' },
        {
          author: 'DH',
          title: 'Maternity Matters: choice, access and continuity of care in a safe service, Gateway Reference 7586',
          date: '2007',
        },
        { author: 'NHS East of England', title: 'Towards The Best Together', date: '2009' },
        {
          author: 'DH',
          title:
            'Working Together to Safeguard Children: New government guidance on interagency co-operation to protect and promote the welfare of children',
          date: '2010',
        },
        {
          author: 'DH',
          title: 'Promoting the health and wellbeing of looked after children, Gateway Reference 12942',
          date: '2009',
        },
        {
          author: 'DH',
          title:
            'Better Care: Better Lives – Improving outcomes and experiences for children, young people and their families living with life-limiting and life-threatening conditions',
          date: '2008',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_083106',
        },
        {
          author: 'DH',
          title: 'Teenage Parents Next Steps: Guidance for Local Authorities and Primary Care Trusts',
          date: '2007',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Lettersandcirculars/Dearcolleagueletters/DH_4137536',
        },
        { title: 'UK National Screening Committee', date: '2011' },
        {
          author: 'Department of Health',
          title: 'Healthy Weight, Healthy Lives',
          date: '2008',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_082378',
        },
        { author: 'Department of Health', title: 'Healthy Weight, Healthy Lives: One Year On', date: '2009' },
        {
          author: 'DH',
          title:
            'National Service Framework Children, Young People and Maternity 2004, Standard 9: The Mental Health and Psychological Wellbeing of Children and Young People',
          date: '2004',
        },
        { author: 'Department for Education', title: 'Early Support Programme', date: '2011-07-25' },
        {
          author: 'DH',
          title: "National Framework for Children and Young People's Continuing Care",
          date: '2010',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_11478',
        },
      ],
    },
    {
      key: 'strategy',
      title: 'Strategy, outcomes and early intervention (references 20 to 25)',
      entries: [
        {
          author: 'Department of Health',
          title: "Healthy lives, brighter futures – The strategy for children and young people's health",
          date: '2009',
          link: 'http://www.dh.gov.uk/prod_consum_dh/groups/dh_digitalassets/documents/digitalasset/dh_094397.pdf',
        },
        { author: 'DH', title: 'NHS Outcomes Framework, Gateway Reference 15264', date: '2010' },
        {
          author: 'Equality and Human Rights Commission',
          title: 'Triennial Review 2010 "How Fair is Britain? Equality, Human rights and Good Relations in 2010"',
          date: '2010',
        },
        {
          author: 'Marmot, M.',
          title: 'Fair Society, Health Lives',
          date: '2010',
          link: 'http://www.marmotreview.org/AssetLibrary/pdfs/Reports/FairSocietyHealthyLives.pdf',
        },
        {
          author: 'Kennedy, Professor Sir Ian, Department of Health',
          title:
            'Getting it right for children and young people: Overcoming cultural barriers in the NHS so as to meet their needs',
          date: 'September 2010',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_11944',
        },
        {
          author: 'Allen, G.',
          title: 'Early Intervention: The Next Steps',
          date: '2011',
          link: 'http://media.education.gov.uk/assets/files/pdf/g/graham%20allens%20review%20of%20early%20intervention.pdf',
        },
      ],
    },
    {
      key: 'challenges',
      title: 'Current challenges (references 26 to 38)',
      entries: [
        {
          author: 'CEMACH',
          title: 'Why Children Die- a pilot study',
          date: '2006',
          link: 'http://www.cemach.org.uk/Publications-Press-Releases/Report-Publications/Child-Health/Why-Children-Die-A-pilot-study-(2006)-(May-2008).aspx',
        },
        {
          author: 'CEMACH',
          title: 'Perinatal mortality',
          date: '2009',
          link: 'http://www.cemach.org.uk/Publications-Press-Releases/Report-Publications/Perinatal-Mortality.aspx',
        },
        {
          title: "The State of the World's Children 2007",
          date: '2007',
          link: 'http://www.unicef.org/sowc07/docs/sowc07.pdf',
        },
        {
          author: 'Department of Health',
          title: 'Healthy Weight, Healthy Lives',
          date: '2008',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_082378',
        },
        { author: 'Department of Health', title: 'Healthy Weight, Healthy Lives: One Year On', date: '2009' },
        {
          author: 'Department for Children, Schools and Families (DCSF) and DH',
          title: 'Transition: moving on well – A good practice guide',
          date: '2008',
        },
        {
          author: 'DH',
          title: 'Accident and Emergency',
          date: '2011',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Statistics/Perfomedataandstatistics/AccidentandEmergency/index.htm',
        },
        {
          author: 'DH',
          title:
            "Trends in children and young people's care: Emergency admission statistics, 1996/97 - 2006/07, England",
          date: '2008',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsStatistics/DH_08371',
        },
        {
          author: 'Health Protection Agency [HPA]',
          title: 'Sexually transmitted Infections and Young People in the United Kingdom: 2008 Report',
          date: '2008',
        },
        {
          author: 'Munro, E.',
          title: 'The Munro Review of Child Protection',
          date: '2011',
          link: 'http://www.education.gov.uk/munroreview/downloads/8875_DfE_Munro_Report_TAGGED.pdf',
        },
        {
          author: 'DH',
          title: 'Teenage Parents Next Steps: Guidance for Local Authorities and Primary Care Trusts',
          date: '2007',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Lettersandcirculars/Dearcolleagueletters/DH_413753',
        },
        {
          author: 'DH',
          title: "National Framework for Children and Young People's Continuing Care",
          date: '2010',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_11478',
        },
        { author: 'DH', title: 'Who Pays? Establishing the responsible commissioner', date: '2007' },
        {
          author: 'RCPCH',
          title: 'Facing the Future: Standards for Paediatric Services',
          date: '2011',
          link: 'http://www.rcpch.ac.uk/facingthefuture',
        },
        {
          author: 'RCPCH',
          title:
            'Safeguarding Children and Young people: roles and competences for health care staff Intercollegiate document',
          date: 'September 2010',
        },
      ],
    },
    {
      key: 'money',
      title: 'Costs and voluntary services (references 39 to 41)',
      entries: [
        {
          author: 'NHS East Midlands',
          title: "Children and Young People's services Commissioning GP Information Pack",
          date: '2011',
        },
        {
          author: 'DCSF and DH',
          title: 'Aiming High for Disabled Children: short breaks implementation guidance',
          date: '2008',
          link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_086395',
        },
        { title: 'Home Start', link: 'http://www.home-start.org.uk' },
      ],
    },
    {
      key: 'bodies',
      title: 'Inspection and further information (references 42 to 45)',
      entries: [
        { title: 'Care Quality Commission', link: 'http://www.cqc.org.uk' },
        { title: 'Monitor', link: 'http://www.monitor-nhsft.gov.uk' },
        { title: 'Ofsted', link: 'http://www.ofsted.gov.uk' },
        {
          author: 'The Commissioning Support Programme',
          title: "Support for Children's Trust partners: online resources, training and networks for commissioners",
          date: '2010',
          link: 'http://www.commissioningsupport.org.uk/',
        },
      ],
    },
  ],
  references: [
    {
      key: 'policy',
      title:
        "Schedule of key policy and guidance on children and young people's services and services that are commissioned to meet different levels of need and complexity, including highly specialist services",
      shortTitle: 'Policy and guidance',
      introduction:
        'These 18 entries bring together what children and young people aged 0-19 should receive, on the basis of known evidence and of the RCGP Child Health Strategy. Use them for commissioning plans, and for what is expected of providers of universal, targeted and specialist services. Sources are named as printed; most are among the Resources.',
      columns: ['Entry', 'Title', 'What it covers', 'Sources named', 'Link'],
      rows: [
        [
          'a',
          'A Good Start in Life',
          'Care before conception and before birth. Very early help becomes possible when mothers who have health and social issues and complex needs are identified.',
          'Marmot 2010, Allen 2011, NICE 2010, Maternity Matters, Healthy Child Programme',
          '',
        ],
        [
          'b',
          'Supporting Parenting from minus 9 months',
          'Care before conception and before and after birth, with Social Care and Education: identify vulnerable mothers early, improve maternal nutrition, encourage and support breast feeding, maintain emotional health and well being (also with victims of domestic abuse), reduce smoking and the abuse of drugs and alcohol, and give parenting support that is integrated and consistent.',
          'NICE 2008, Marmot 2010, Kennedy 2010',
          '',
        ],
        [
          'c',
          'Early Years Preventative work 0-5',
          'The Healthy Child Programme with immunisations and screening, continuing support for parents, health education, and early intervention.',
          'NICE 2006',
          {
            text: 'newbornphysical.screening.nhs.uk/professionals',
            link: 'http://newbornphysical.screening.nhs.uk/professionals',
          },
        ],
        [
          'd',
          'Child and Youth Friendly Services',
          "Services that follow the 'You're Welcome' principles.",
          '',
          {
            text: 'DH_073586',
            link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_073586',
          },
        ],
        [
          'e',
          '5-19 Services',
          'Screening, prevention and early intervention that maintain emotional health and well being; sexual health of adolescents and contraception.',
          '',
          {
            text: 'DH_115027',
            link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationsPolicyAndGuidance/DH_115027',
          },
        ],
        [
          'f',
          'Care of Children with long-term and chronic conditions',
          'Disease registers for children are introduced and maintained, with: evidence of regular monitoring and follow-up; well-maintained height and weight charts, so that failure to thrive is identified early; prompt follow-up when an out-patient appointment is missed (CEMACH 2006); and close liaison with other agencies, for example education, social care, community nursing and special therapies (NSF 2004 Standard 10).',
          'CEMACH 2006, NSF 2004 Standard 10',
          '',
        ],
        [
          'g',
          'Transitional Care',
          'Planning of transition starts at age 13. GP and Community care are involved early; GPs have access to Care Plans and take part in them and in Budget planning.',
          'DOH 2006',
          '',
        ],
        [
          'h',
          'Safeguarding',
          "Safeguarding overarches every aspect of children's commissioning. Three things need special attention: the training that ICGs recommend for all staff in contact with children (RCPCH 2010); evidence that the organisation's protocol and procedures for Safeguarding children work (CQC 2009); and planning by the organisation that includes ways to identify children who miss scheduled appointments, have too many unscheduled attendances or accidental injuries, or face risks at home, from parents (such as drug and alcohol abuse, DV, mental health issues or offending) or from other social and environmental causes (CEMACH 2006, CQC 2009).",
          'RCPCH 2010, CQC 2009, CEMACH 2006',
          '',
        ],
        [
          'i',
          'Specialist Safeguarding services',
          'A statutory service, which regulatory bodies inspect regularly.',
          'Working Together to Safeguard Children 2006, Children Act 2004',
          '',
        ],
        [
          'j',
          'Looked After Children services',
          'A statutory service, which regulatory bodies inspect regularly.',
          'Working Together to Safeguard Children 2006, Children Act 2004',
          '',
        ],
        [
          'k',
          'Child Death Overview services',
          'A statutory service, which regulatory bodies inspect regularly.',
          'Working Together to Safeguard Children 2006, Children Act 2004',
          '',
        ],
        [
          'l',
          'Managing Sick and Injured Children',
          "Suitable training and policies in general practice. Prevention of unscheduled attendances and hospital admission, also by means of NICE Guidelines that apply. Websites are used, for example 'Spotting the Sick Child'. Follow-up by the GP of unscheduled attendances and of scheduled appointments that were missed (CEMACH 2006, CQC 2009). Suitable referral to Community services, including Therapies and Community Nursing Teams. Scheduled Secondary Care: Diagnostic Services, Specialist Telephone Advice, and Ambulatory Paediatric Care with Children's Assessment Units. Unscheduled Secondary Emergency Care when a child is injured or has a severe acute illness.",
          'NICE Guidelines, CEMACH 2006, CQC 2009',
          { text: 'spottingthesickchild.com', link: 'https://spottingthesickchild.com/' },
        ],
        [
          'm',
          'Small Volume Specialist Units and Tertiary Care',
          'For example: Cardiology; Complex Congenital Diseases and Syndromes; Complex Neonatal conditions; Complex Respiratory diseases; Nephrology; Oncology; Chronic Pain; Complex skeletal problems; Intensive Care.',
          '',
          '',
        ],
        [
          'n',
          'Disability and ongoing long-term and chronic Complex Needs',
          'Suitable joint training, collaboration and shared care with social, community and secondary care, education and the voluntary sector.',
          '',
          '',
        ],
        [
          'o',
          'Palliative and End of Life Care',
          "This overlaps strongly with entry n: needs are often similar, and in children 'palliation' may go on for a long time.",
          '',
          '',
        ],
        [
          'p',
          'Emotional and Mental Health',
          "Tiers 1 and 2 CAMHS arranged much as in Adult Mental Health, with standardised procedures for assessment, standardised measures of outcome, and professional accountability. Better access to Levels 3 and 4 locally, with attention to standardised assessments, outcomes, the standards of placements, and professional accountability. Levels 3 and 4 (Level 4: Intensive Care Services) provided as near as possible to the young person's home and community. Stronger prescribing protocols, shared care and care planning for long term conditions, among them Autism, Asperger's syndrome, ADHD and conduct disorder.",
          'Better Mental Health Outcomes for Children and Young People: A Resource Directory for Commissioners',
          {
            text: 'ChiMat: commissioning CAMHS (chimat.org.uk/camhs/commissioning)',
            link: 'http://www.chimat.org.uk/camhs/commissioning',
          },
        ],
        [
          'q',
          'Medicines and Prescribing',
          "Formularies and Protocols for prescribing to children and young people in Primary and Secondary Care. Evidence that repeat prescriptions issued to them are monitored regularly. Evidence that the Children's BNF is used and that what is prescribed suits the age and the disease.",
          "Children's BNF",
          '',
        ],
        [
          'r',
          "NHS at home: Children's Community Nursing Services",
          "Four groups of children and young people, ill or disabled, need these services: those with acute and short-term conditions; with long-term conditions; with disabilities and complex conditions, among them neonates and those who need continuing care; and with life-limiting and life-threatening illness, among them those who need palliative and end-of-life care. Their care pathways rest on community children's nursing. The review is meant to help commissioners and providers of children's services to improve them.",
          '',
          '',
        ],
      ],
    },
    {
      key: 'service-levels',
      title: 'Universal, targeted and specialist services',
      shortTitle: 'Levels of service',
      introduction:
        'Health and social care commissioners in Norfolk draw services as a triangle of four sections: universal services at the base, targeted services above them in steps, and highly specialist services at the apex, with children moving up and down. It covers both NHS and local authority services, and other areas could use it. Targeted or specialist support should last as long as it is needed; then, where possible, universal provision meets the needs again. Hospital care, which costs far more and to which admissions rise year on year, depends on the rest: without suitable preventative and community services, demand for acute services can easily grow, and their cost rise to a prohibitive degree. Joint commissioning of such services can enlarge the budget and reduce admissions. The Disease Management Information Toolkit can help localities to develop care pathways, and to find good practice by commissioning different providers.',
      columns: ['Level', 'What it is', 'Examples', 'Notes'],
      rows: [
        [
          'Universal services',
          'Designed for the kinds of needs that every child and young person has.',
          "Screening, preventative and treatment health services of GPs, midwives and health visitors; education in mainstream schools, early years provision and Sure Start children's centres.",
          '',
        ],
        [
          'Targeted services',
          'Support for particular groups of children.',
          'Parenting support; obesity management; some educational support for special needs; CAMHS at Tiers 1 and 2; secondary health care.',
          'Often reached from within universal (or mainstream) services.',
        ],
        [
          'Specialist services',
          'Specifically for children and young people whose needs are specialist, acute, complex or at a very high level, and who would be at great risk of poor outcomes without them.',
          'Continuing care for complex needs and life-limiting conditions, in which social care, education, primary and secondary care and teams of community nurses may work together; Tier 3 and 4 CAMHS for serious mental health needs; the youth offending service (YOS) for those subject to court orders; in healthcare, tertiary care and complex specialist services.',
          "Often beside universal services, and in exceptional circumstances instead of them. 35 services have been identified as best commissioned by regional specialist commissioning groups, among them Tier 4 CAMHS, Neonatal intensive care (NICU), Paediatric intensive care (PICU) and Children's Cancer Services. Input from local commissioners is still required on how and what is commissioned, so that there are effective links to local provision for these children, such as primary care, community nursing support, therapy services and equipment services.",
        ],
      ],
    },
    {
      key: 'commissioning-levels',
      title: 'Locality, strategic, specialist and joint commissioning',
      shortTitle: 'Levels of commissioning',
      introduction:
        'The level of a service helps to decide at which level it is commissioned; coming legislation will shape this. The first three rows say who may commission at each level. The others are cases for joint commissioning, where agencies already work closely together on care plans that fit the child and improve outcomes.',
      columns: ['Level or approach', 'Name', 'Who commissions, or what it is about'],
      rows: [
        ['Level', 'Locality', "GP Consortia, District/Borough Authorities, Children's Centres, Schools, Third Sector"],
        ['Level', 'Strategic', 'Groups of GP Consortia, Local Authority, Schools clusters, Commissioning Board'],
        [
          'Level',
          'Specialist',
          'NHS Commissioning Board, Specialist Commissioning Groups, Local Authority, Youth Justice Teams. High cost, low volume; regional and national commissioning',
        ],
        [
          'Joint approach',
          'Complex Cases',
          'Continuing care and complex cases that need panels of several agencies and negotiation in detail, case by case: for example, on equipment and wheelchairs, on care provision, and on placement in or out of area.',
        ],
        [
          'Joint approach',
          'Youth Offending',
          'By statute, health commissioners have to provide funding or services to youth offending teams.',
        ],
        [
          'Joint approach',
          'Children in Secure Settings',
          'For example: youth offending, Tier 4 CAMHS, inappropriate sexualised behaviour.',
        ],
      ],
    },
    {
      key: 'unit-costs',
      title: 'Indicative costs of health and social care services',
      shortTitle: 'Unit costs',
      introduction:
        "These ten figures come from the NHS East Midlands Children and Young People's services Commissioning GP Information Pack 2011. They are indicative and are as printed there.",
      columns: ['Service', 'Indicative cost'],
      rows: [
        ['Family information from helpline', '£33.86 per family'],
        ['Family information, digital', '£1.95 per family'],
        ['Parenting support/course', '£900-1000 per family'],
        ['Family Nurse Partnership', '£3k per family'],
        ['Family Intervention Project', '£8-20k per family'],
        ['Foster care', '£25k per child'],
        ['Treatment foster care', '£70k per child'],
        ["Children's residential care", '£125k per child'],
        ['Secure accommodation', '£134k per child'],
        ["Sure Start Children's centres", '£300 per 0-5 year old'],
      ],
    },
    {
      key: 'challenges',
      title: 'Current challenges in child health',
      shortTitle: 'Current challenges',
      introduction:
        'Children in the UK are getting healthier and fewer die around birth (CEMACH 2009), but demand for services has grown, as it has for adults. These 11 challenges show how health and local authority depend on each other.',
      columns: ['Challenge', 'What it means', 'Sources named'],
      rows: [
        [
          'Many causes at once',
          'Issues such as child poverty and deprivation have many causes. Associated with them are, for example: rising obesity, itself associated with conditions such as Type 2 diabetes mellitus of early onset; offending; abuse and neglect; and poorer outcomes in chronic, long-term conditions (among them asthma, epilepsy and mental health issues), above all when young people move to adult services.',
          'UNICEF 2007, DH 2008, DCSF and DH 2008',
        ],
        [
          'Unscheduled attendances',
          'Across the country, more children are brought with minor ailments to Walk-in Centres, A&E Departments and GPs out of hours. Primary care could often manage these more efficiently, at lower cost and with better outcomes.',
          'DH 2011',
        ],
        [
          'Inappropriate admissions',
          'More children and young people with long term conditions are admitted to hospital when this could be prevented by following simple guidelines for asthma, diabetes mellitus, epilepsy and the like.',
          'DH 2008',
        ],
        [
          'Assisted technology, life-limiting conditions and complex needs',
          'More children and young people live with them, and treatment and support now give them longer and better lives. Some will move to adult services, often with packages of care made for them at great expense. Transition has to be well organised and on time, and it must be clear who answers for clinical need and who pays for care and equipment.',
          '',
        ],
        [
          'Sexually transmitted infections',
          'Young people aged 16-24 years are most at risk. In 2007, their share of what genitourinary medicine clinics in the UK diagnosed was 65% of all Chlamydia infections, 50% of those with genital warts and 50% of those with gonorrhoea.',
          'HPA 2008',
        ],
        [
          'Early help for troubled families',
          'The Munro Review recommends that local services be given a new duty: to coordinate early help, before lesser problems turn into neglect or abuse. It stresses that reforms of health, education and social care must work together, and that strategic priorities and work across disciplines need to be seen as a whole.',
          'Munro Review 2011',
        ],
        [
          'Children in care',
          'After several prominent cases of child abuse, more children are placed in the care of Local Authorities. All need health care; some need specialist mental health assessment and services.',
          '',
        ],
        [
          'Teenage conception',
          'Among developed countries, the rate of teenage pregnancy in the UK is one of the highest. Teenage parents are far more likely than others of their age to be poor and to have poor emotional and physical health. Infant mortality is 60% higher among children born to teenage mothers.',
          'DH 2007',
        ],
        [
          'Funding',
          "Some children need joint packages of care for complex health and mental care needs, paid for by several agencies: continuing care, for example, may be funded by three (health, education and social care). Those placed out of area can find it hard to reach specialist services where they now live. The guidelines on the responsible commissioner must be followed, and these children belong in the locality's JSNA and in the commissioning that follows from it.",
          'DH 2010; Who Pays? Establishing the responsible commissioner (DH 2007)',
        ],
        [
          'Medical Workforce issues',
          'It remains hard to maintain specialist expertise in children, in line with guidance of NICE and of the Royal College of Paediatrics and Child Health. The issues include: fewer acute paediatric beds, changes in how acute care is given, fewer overnight stays, more care closer to home, Paediatric training issues, critical mass, patient flow, and EWTD. A smaller share of GPs has post-graduate training and expertise in Child Health.',
          'RCPCH 2011, RCGP 2010',
        ],
        [
          'More commissioners',
          "More kinds of organisation can now commission health services for children and young people: Local Authorities, Children's Centres, schools (also special schools), Youth Justice Teams and the Judicial System. Partners need to know each other's cultures, languages, approaches, processes and targets in detail, so that together they can assess needs, plan, and review what spending achieves, with less overlap and higher standards. Partnership arrangements of many years are there to build on.",
          '',
        ],
      ],
    },
    {
      key: 'duties',
      title: 'Duties, rights and statutory guidance in commissioning for children and young people',
      shortTitle: 'Duties and rights',
      introduction:
        'What the law and statutory guidance ask of the NHS and its partners, and what falls to the CCG, above all in safeguarding. Everyone who works to safeguard children must know their own duties in full.',
      columns: ['Subject', 'What is asked', 'Law or guidance', 'Link'],
      rows: [
        [
          'Safeguarding: all agencies',
          "Every agency must safeguard children and young people and promote their welfare. The duty has to be built into the governance of all children's commissioning.",
          'Section 11, Children Act 2004; Working Together 2010',
          {
            text: 'DCSF-00305-2010',
            link: 'https://www.education.gov.uk/publications/standard/publicationdetail/page/1/DCSF-00305-2010',
          },
        ],
        [
          'Safeguarding: commissioners and providers',
          'All who commission or provide health care keep the needs of children in focus, make safeguarding part of their governance, and see that commissioning and procurement meet the responsibilities in full.',
          'Section 11, Children Act 2004',
          '',
        ],
        [
          'Safeguarding: overall responsibility of the CCG',
          'The CCG is responsible for strategic leadership; for developing the organisation and its workforce; for local systems that work effectively and perform better; and for keeping to the guidance.',
          'Section 11, Children Act 2004, guidance',
          '',
        ],
        [
          'Safeguarding: Local Safeguarding Children Board (LSCB)',
          'The LSCB is the key statutory means by which local organisations agree how to co-operate to safeguard children and promote their welfare, and which makes sure that what they do is effective. The CCG is a statutory partner. It names a senior member of staff who can speak for it with authority, commit it on policy and practice, and hold it to account. Every member organisation contributes money; how much is agreed locally.',
          '',
          '',
        ],
        [
          'Safeguarding: designated doctors and nurses',
          'As a commissioner, the CCG should have doctors and nurses designated for looked after children and for safeguarding, who take the strategic and professional lead on all that health contributes in its area. Across a large area a team can give more support; the CCG may pool budgets or fund the roles jointly.',
          'Statutory guidance',
          '',
        ],
        [
          'Disability and long term or chronic conditions',
          'A large body of law defines the duties of health and social care.',
          'Children Act 1989 and 2004, Carers and Disabled Children Act 2000, Health and Social Care Act 2001',
          '',
        ],
        [
          'Co-operation',
          'The NHS must co-operate with Local Authorities. Many care pathways are bound up with Social Care and Education: for looked after children, for children with emotional and behavioural difficulties, and for children and young people who have complex health care needs or long term conditions.',
          '',
          '',
        ],
        [
          'Looked after children',
          'This group is particularly vulnerable, and organisations have statutory responsibilities for its health and wellbeing.',
          'Promoting the health and wellbeing of looked after children – revised statutory guidance, November 2009',
          {
            text: 'DH_108501',
            link: 'http://www.dh.gov.uk/en/Publicationsandstatistics/Publications/PublicationPolicyAndGuidance/DH_108501',
          },
        ],
        [
          'Education',
          'By statute, Local Authorities are responsible for the education of every child up to the age of 16.',
          '',
          '',
        ],
        [
          'Youth offending',
          'Health commissioners have to provide funding or services to youth offending teams.',
          'Statutory duty',
          '',
        ],
        [
          'Rights: UN convention',
          "Commissioners in health and local authorities must be ever more mindful of children and young people's rights.",
          'UN convention on Rights of the Child',
          { text: 'UNICEF: the Convention (unicef.org/crc)', link: 'http://www.unicef.org/crc/' },
        ],
        [
          'Rights: human rights',
          "Commissioners in health and local authorities must be ever more mindful of children and young people's rights.",
          'Human Rights Act (1998)',
          { text: 'ukpga/1998/42', link: 'http://www.legislation.gov.uk/ukpga/1998/42/contents' },
        ],
        [
          'Rights: Children Acts',
          "Commissioners in health and local authorities must be ever more mindful of children and young people's rights.",
          'Children Acts 1989, 2004, 2010',
          '',
        ],
        [
          'Rights: competence of young people',
          "Commissioners in health and local authorities must be ever more mindful of children and young people's rights. See also the guidance of the General Medical Council.",
          'Fraser guidelines/Gillick competence; GMC 0-18',
          {
            text: 'GMC guidance',
            link: 'http://www.gmc-uk.org/guidance/ethical_guidance/children_guidance_index.asp',
          },
        ],
      ],
    },
    cycles,
  ],
  vocabularies: [phases, competencies],
});
