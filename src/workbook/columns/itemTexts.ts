import type { Item, ItemsSection } from '../../instrument/model/schema.ts';
import type { ItemInContext } from '../../instrument/model/traverse.ts';
import { type GroupedText, wrappingText } from '../../spreadsheet/plan/content.ts';

/** The question, below the title of its activity unless that has the section's title. */
export const questionContent = (
  section: ItemsSection,
  { activity, item }: Pick<ItemInContext, 'activity' | 'item'>,
): string | GroupedText => (hasActivities(section) ? { group: activity.title, text: item.question } : item.question);

/** The same as one text. */
export const questionText = (...of: Parameters<typeof questionContent>): string => wrappingText(questionContent(...of));

/** A single activity with the section's title says nothing new. */
const hasActivities = ({ activities, title, shortTitle }: ItemsSection): boolean =>
  activities.length > 1 || activities.some((activity) => activity.title !== title && activity.title !== shortTitle);

/** The suggested evidence of an item as the text of one cell. */
export const suggestionsText = ({ evidence }: Item): string => bulleted(evidence);

/** The guidance of an item as the text of one cell. */
export const guidanceText = ({ guidance = [] }: Item): string =>
  guidance.length === 1 ? guidance.join('') : bulleted(guidance);

const bulleted = (points: readonly string[]): string => points.map((point) => `• ${point}`).join('\n');
