import { type Finding, finding } from '../finding.ts';
import type { Message } from './message.ts';
import { type Nature, natureOf } from './natureOf.ts';

/** What a message is when it is no letter, and so nothing is taken from it; empty for a letter. */
export function noticeOf(message: Message): { readonly nature: Nature; readonly findings: readonly Finding[] } {
  const nature = natureOf(message);
  return { nature, findings: findingsOf(message, nature) };
}

function findingsOf(message: Message, nature: Nature): readonly Finding[] {
  const { subject } = message;
  switch (nature.kind) {
    case 'letter':
      return [];
    case 'automatic-reply': {
      const attached = message.attachments.filter(({ isInline }) => !isInline).map(({ name }) => name);
      return [finding('message.automatic-reply', {}, { subject, attached })];
    }
    case 'bounce':
      return nature.failures.map(({ recipient, isPermanent, detail }) =>
        finding('message.bounce', {}, { recipient, isPermanent, detail }),
      );
    case 'delivery-report':
    case 'read-receipt':
    case 'encrypted':
      return [finding(`message.${nature.kind}`, {}, { subject })];
  }
}
