import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/** An e-mail as Python's own parser understands it. */
export type ReadMessage = z.infer<typeof readMessage>;

const readMessage = z.object({
  /** Names of all headers, in order. */
  headers: z.array(z.string()),
  subject: z.string().nullable(),
  to: z.array(z.string()),
  from: z.string().nullable(),
  replyTo: z.string().nullable(),
  messageId: z.string().nullable(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), base64: z.string() })),
  defects: z.array(z.string()),
});

const script = `
import sys, json, base64, email, email.policy
out = []
for raw in json.load(sys.stdin):
    m = email.message_from_bytes(base64.b64decode(raw), policy=email.policy.default)
    part = lambda kind: (lambda b: None if b is None else b.get_content())(m.get_body((kind,)))
    out.append({
        'headers': m.keys(), 'subject': m['subject'], 'from': m['from'], 'replyTo': m['reply-to'],
        'to': [a.addr_spec for a in m['to'].addresses], 'messageId': m['message-id'],
        'text': part('plain'), 'html': part('html'),
        'attachments': [{'name': a.get_filename(), 'type': a.get_content_type(),
            'base64': base64.b64encode(a.get_content()).decode()} for a in m.iter_attachments()],
        'defects': [repr(d) for p in m.walk() for d in p.defects]})
json.dump(out, sys.stdout)
`;

export function readByPython(messages: readonly Uint8Array[]): readonly ReadMessage[] {
  const input = JSON.stringify(messages.map((message) => Buffer.from(message).toString('base64')));
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return z.array(readMessage).parse(JSON.parse(stdout));
}
