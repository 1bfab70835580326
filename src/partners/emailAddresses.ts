import { type Finding, finding } from '../finding/index.ts';
import type { Partner } from './partner.ts';

export interface Addresses {
  /** Empty if no message can be sent to the partner: it has no address where there are no findings either. */
  readonly addresses: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads the addresses of one partner, separated by semicolons or commas. One message goes to all of them. */
export function readAddresses({ code, name, email = '' }: Pick<Partner, 'code' | 'name' | 'email'>): Addresses {
  const place = { key: code };
  const partner = name;
  const parsed = mailboxes(email);
  if (parsed.length === 0) return { addresses: [], findings: [] };
  const bad = parsed.filter(({ address }) => !isAddress(address));
  if (bad.length > 0) {
    const findings = bad.map((one) => finding('mail.bad-address', place, { partner, address: one.address }));
    return { addresses: [], findings };
  }
  const addresses = [...new Set(parsed.map(({ address }) => address))];
  return {
    addresses,
    findings: [
      ...parsed.flatMap((one) =>
        one.name === '' ? [] : [finding('mail.display-name', place, { partner, name: one.name, address: one.address })],
      ),
      ...(addresses.length > 1 ? [finding('mail.several-addresses', place, { partner, addresses })] : []),
    ],
  };
}

/** Returns the parts of a list of addresses that are not valid ones; the whole text if it has no address. */
export function unusableAddresses(text: string): readonly string[] {
  const parsed = mailboxes(text);
  return parsed.length === 0 ? [text] : parsed.flatMap(({ address }) => (isAddress(address) ? [] : [address]));
}

/** Returns the only address in a text; undefined if it has none or several. */
export function onlyAddress(text: string): string | undefined {
  const [only, ...others] = mailboxes(text);
  return only !== undefined && others.length === 0 && isAddress(only.address) ? only.address : undefined;
}

interface Mailbox {
  readonly name: string;
  /** As written, with the domain in lower case. */
  readonly address: string;
}

/** Splits a text at semicolons and commas. nodemailer's own parser is not used: it finds an address in almost any text. */
const mailboxes = (text: string): readonly Mailbox[] =>
  (text.match(/(?:"[^"]*"|[^;,])+/g) ?? []).flatMap((piece) => {
    const mailbox = piece.trim();
    const { quoted, plain, address = mailbox } = named.exec(mailbox)?.groups ?? {};
    const [local, ...domain] = address.split(/(?=@[^@]*$)/);
    return mailbox === ''
      ? []
      : [{ name: quoted ?? plain?.trim() ?? '', address: `${local}${domain.join('').toLowerCase()}` }];
  });

/** `Jo Dale <jo@x.example>` or `"Dale, Jo" <jo@x.example>`. */
const named = /^(?:"(?<quoted>[^"]*)"\s*|(?<plain>[^"<>@]*))<(?<address>[^<>]*)>$/;

/**
 * RFC 5321 in ASCII, without quoted local parts and internationalised domains, which few servers accept.
 * Limits: 64 characters before the @, 254 in all.
 */
const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/.test(
    text,
  );
