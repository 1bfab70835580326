import { type Finding, finding } from '../finding/index.ts';
import type { Partner } from './partner.ts';

export interface Addresses {
  /** Empty when the partner can get no message; then the findings say why. */
  readonly addresses: readonly string[];
  readonly findings: readonly Finding[];
}

/** The addresses of one partner: several are separated by semicolons or commas, and get one message together. */
export function readAddresses({ code, name, email = '' }: Pick<Partner, 'code' | 'name' | 'email'>): Addresses {
  const place = { key: code };
  const partner = name;
  const parsed = mailboxes(email);
  if (parsed.length === 0) return { addresses: [], findings: [finding('mail.no-address', place, { partner })] };
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

/** What of a text that gives addresses is none. */
export function unusableAddresses(text: string): readonly string[] {
  const parsed = mailboxes(text);
  return parsed.length === 0 ? [text] : parsed.flatMap(({ address }) => (isAddress(address) ? [] : [address]));
}

/** The one address that a text gives; undefined when it gives none, or several. */
export function onlyAddress(text: string): string | undefined {
  const [only, ...others] = mailboxes(text);
  return only !== undefined && others.length === 0 && isAddress(only.address) ? only.address : undefined;
}

interface Mailbox {
  readonly name: string;
  /** As it stands there, with its domain in small letters. */
  readonly address: string;
}

/** What stands between semicolons or commas. nodemailer's own parser finds an address in almost anything. */
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
 * RFC 5321 in plain characters, without the quoted names and domains in other scripts that hardly any server takes.
 * Limits: 64 characters before the @, 254 in all.
 */
const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/.test(
    text,
  );
