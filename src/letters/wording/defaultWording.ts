/** The wording of all e-mails, in the file format that people edit: the command "wording" writes it. */
export const defaultWording = `# The wording of the e-mails that Scorebook writes. Edit it in a plain text editor, save the file
# as UTF-8, and give it to send, remind or receipt with --wording.
# A part begins with its name between equals signs. For a part that you leave out, the text below is used.
# A line that begins with # is not sent. Paragraphs are separated by an empty line; a line that begins
# with "- " is a point of a list. Nothing else is needed: the HTML of the message is made from it.
# Words in braces are filled in. In every part: {partner} {code} {title} {round} {deadline} {returnTo}
# {contact}. Those that only some parts have are listed there.
# The marking of the round, if it has one, and a reference, such as [pct-self-assessment_2026_5E1], are put
# before the subject automatically, so that replies can be recognised.

=== sending ===
# Also {file}, the name of the workbook.
Subject: {partner}: your workbook, to be returned by {deadline}

To {partner}

Please find attached your workbook for {title}, {file}.

What to do:
- Save the attachment and open it in Excel. If Excel shows a yellow bar, choose Enable Editing.
- Read the sheet Cover first. Answer in the cells with a light fill; the sheet Checklist shows what is still open.
- Send the workbook back as an attachment, in a reply or to {returnTo}, by {deadline}. A link to it, a PDF or a copy in another format cannot be read.

Please do not include any details of patients, children or families. We store your answers and show them together with those of other organisations in the region.

Who to ask: {contact}

=== deadline moved ===
# Replaces the part above for a partner that was sent a workbook with another deadline before.
# Also {file}, the name of the new workbook; {earlier}, the deadline on the one that was sent before.
Subject: New deadline: {partner}: your workbook, now due at {deadline}

To {partner}

The deadline for your workbook for {title} was {earlier}. It is now {deadline}.

If you have begun, go on in the workbook that you have, and send it by the new deadline. Otherwise please use the attached workbook, {file}, which says the new one. If you have sent yours already, nothing more is needed.

Please send the workbook as an attachment, in a reply or to {returnTo}.

Who to ask: {contact}

=== not returned ===
# Also {lateness}, a sentence on the deadline; {workbook}, sentences on the workbook that is attached, and on one
# that came without answers.
Subject: Reminder: {partner}: your workbook, due at {deadline}

To {partner}

We have not yet received your completed workbook for {title}. {lateness}

{workbook}

Please send it as an attachment to {returnTo}. If you have already sent it, please let us know.

Who to ask: {contact}

=== incomplete ===
# Also {received}, when the return came; {coverage}, a sentence on the share that is answered; {open}, what is still open; {lateness}.
Subject: Still open: {partner}: your workbook

To {partner}

Thank you for your workbook for {title}, which we received at {received}. {coverage} Still open:

{open}

Please complete these in the workbook that you sent, and send it again, as an attachment, to {returnTo}. {lateness} The sheet Checklist shows where each of them is.

Who to ask: {contact}

=== with errors ===
# Also {received}, {coverage} and {open} as above; {findings}, what is to be corrected; {file}, the name of the workbook; {lateness}.
Subject: Please correct: {partner}: your workbook

To {partner}

Thank you for your workbook for {title}, which we received at {received}. Some of it could not be read:

{findings}

Attached is a fresh workbook, {file}, with all your answers. Its sheet Corrections lists these points and has a link to each. Please correct them in this workbook and send it, as an attachment, to {returnTo}. {lateness}

Not yet answered:

{open}

Who to ask: {contact}

=== errors about people ===
# Replaces the part above where answers are about individual people: no workbook with answers is sent by e-mail.
# {received}, {coverage}, {open}, {findings} and {lateness} as above.
Subject: Please correct: {partner}: your workbook

To {partner}

Thank you for your workbook for {title}, which we received at {received}. Some of it could not be read:

{findings}

As its answers are about individual people, we do not send them back by e-mail. Please correct these points in the workbook that you sent, and return it in the same secure way, or ask us how to get a workbook in which they are marked. {lateness}

Not yet answered:

{open}

Who to ask: {contact}

=== receipt ===
# Also {received}, {coverage}; {positions}, the position of each part; {findings}; {lateness}, a sentence on whether it was in time.
Subject: Received: {partner}: your workbook

To {partner}

Thank you. We received your workbook for {title} at {received}. {lateness}

{coverage} Your own scores, which have not been validated, give these positions:

{positions}

What we noticed:

{findings}

Who to ask: {contact}
`;
