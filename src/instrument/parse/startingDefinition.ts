/** A small definition in YAML, with comments, that works as it is. */
export const startingDefinition = (
  key: string,
  year: number,
): string => `# The definition of a self-assessment. Lines that begin with # are comments.
# Put numbers, and codes such as '5E1', into quotes where text is meant. A plain no or yes is text here.
# Put text that has a comma and is inside { } or [ ] into quotes as well, and text that has a colon before a space.
# Check it:   scorebook check ${key}.yaml
# Look at it: scorebook show ${key}.yaml

key: '${key}'             # stays the same for ever
edition: '1'              # raise it whenever the wording changes after workbooks went out
title: Title of the self-assessment
strapline: A few words on what it is for.
publisher: Who sends it out
published: '${year}'
language: en-GB
sourceNote: []            # what is your own, and what was decided where the source was unclear

# Shown on the cover, and in the guide: headings with paragraphs and, if you like, bullets.
introduction:
  - heading: Purpose
    paragraphs:
      - What the partner gains by filling it in.
scoring:
  - heading: How to score
    paragraphs:
      - Choose the level that fits best.

# Scales run from the worst level to the best.
scales:
  - key: achievement
    title: Achievement
    options:
      - { level: 1, label: Not yet, meaning: Little or nothing is in place. }
      - { level: 2, label: Partly, meaning: Some of it is in place. }
      - { level: 3, label: Fully, meaning: It is in place and works. }

# Each section is a sheet. Its fields are the columns that partners fill in.
sections:
  - key: '1'
    shape: items
    title: First section
    shortTitle: First section   # the sheet's name, with the key before it: at most 31 characters
    introduction: What this section is about.
    fields:
      - { kind: score, key: score, heading: Score, prompt: Choose the level that fits., scale: achievement }
      - { kind: text, key: evidence, heading: Evidence, prompt: What shows it., purpose: evidence }
      - { kind: text, key: action, heading: Action, prompt: What will be done., purpose: action }
      - { kind: text, key: lead, heading: Lead, prompt: Who sees to it., purpose: lead }
      - { kind: date, key: due, heading: By when, prompt: 'The day, as in 31/03/${year + 1}.', purpose: due }
      # A number, with its limits: { kind: number, key: budget, heading: Budget, prompt: Of this year., as: money, least: 0 }
    activities:
      - key: '1.1'
        title: First activity
        items:
          - key: 1.1.1            # answers are stored under it: never use it for another question
            question: What do you ask first?
            # Either none, here and in the whole section, or one for each level: { level: 1, text: … }
            criteria: []
            evidence: [Where a partner might look for proof]
            groups: {}
          - key: 1.1.2
            question: What do you ask next?
            criteria: []
            evidence: []
            groups: {}
            # Asked only if an answer before it says so: onlyIf: { item: 1.1.1, field: score, is: [2, 3] }
  - key: participants
    shape: entries                # rows that the partner adds
    title: Who took part
    shortTitle: Participants
    introduction: Everybody who took part in the assessment.
    entry: participant
    required: 1
    rows: 10
    fields:
      - { kind: text, key: name, heading: Name, prompt: First and last name. }
      - { kind: text, key: role, heading: Role, prompt: Post held. }

# Leave it out where nothing is scored.
scorecard:
  scale: achievement
  rule:                           # shares from 0 to 1
    minimumCoverage: 0.75         # not scored below it
    redFromLowestShare: 0.5       # red when at least this share is at the lowest level
    greenAboveHighestShare: 0.5   # green when more than this share is at the highest level
    greenLowestCount: 0           # and at most so many at the lowest
  views:
    - { key: sections, title: Sections, by: section }

resources: []                     # lists of further reading: { key, title, entries: [{ title, link }] }
`;
