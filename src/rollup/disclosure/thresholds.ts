/**
 * The threshold of disclosure control: the minimum number of partners with a return in any group that is shown. In a group of
 * three, a partner that knows its own answers still cannot distinguish the other two.
 */
export const disclosureThreshold = 3;

/** The threshold for small numbers of cases: figures of fewer cases can identify a child, so partner codes are suppressed. */
export const minCases = 5;

/**
 * Whether words about cases may be shown without their partners: of so many cases and partners that a text belongs to
 * none that readers could recognise.
 */
export const mayShowWords = (cases: number, partners: number): boolean =>
  cases >= minCases && partners >= disclosureThreshold;

/**
 * Whether figures of a group may be shown to one of its partners. The others in it must be enough that none of
 * them can be recognised. So must the partners outside it (secondary suppression), because the total less the group would
 * disclose them.
 *
 * @param members Partners of the group with a return, the reader among them.
 * @param outside Partners with a return that are not in it; 0 for the group of all.
 */
export const mayShowPeers = (members: number, outside: number): boolean =>
  members - 1 >= disclosureThreshold && (outside === 0 || outside >= disclosureThreshold);
