/** The words of all e-mails, as the file that people change: the command "wording" writes it. */
export const defaultWording = `# The words of the e-mails that Scorebook writes. Change them in a plain text editor, save the file
# as UTF-8, and give it to send, remind or receipt with --wording.
# A part begins with its name between equals signs. A part that is left out keeps the words it has here.
# A line that begins with # is not sent. Paragraphs are separated by an empty line; a line that begins
# with "- " is a point of a list. Nothing else is needed: the HTML of the message is made from it.
# Words in braces are filled in. In every part: {partner} {code} {title} {round} {deadline} {returnTo}
# {contact}. Those that only some parts have are named there.
# Before the subject come by themselves the marking of the round, if it has one, and the reference,
# such as [pct-self-assessment_2026_5E1], by which answers find their way.

=== sending ===
# Also {file}, the name of the workbook.
Subject: {partner}: your workbook, to be returned by {deadline}

To {partner}

Please find attached your workbook for {title}, {file}.

What to do:
- Save the attachment and open it in Excel. If Excel shows a yellow bar, choose Enable Editing.
- Read the sheet Cover first. Answer in the cells with a light fill; the sheet Checklist shows what is still open.
- Send the workbook itself back, as an attachment to a reply or to {returnTo}, by {deadline}. A link to it, a PDF or a copy in another form cannot be read.

Please put no details of patients, children or families into it. Your answers are kept by us and shown together with those of other organisations of the region.

Who to ask: {contact}

=== not returned ===
# Also {lateness}: how the deadline stands.
Subject: Reminder: {partner}: your workbook, due at {deadline}

To {partner}

We have not yet received your workbook for {title}. {lateness}

Please send the workbook itself, as an attachment, to {returnTo}. If you have sent it already, or cannot find it, please tell us.

Who to ask: {contact}

=== incomplete ===
# Also {received}, when the return came; {coverage}, a sentence on the share that is answered; {open}, what is still open; {lateness}.
Subject: Still open: {partner}: your workbook

To {partner}

Thank you for your workbook for {title}, which we received at {received}. {coverage} Still open:

{open}

Please complete these in the workbook that you sent, and send it again, as an attachment, to {returnTo}. {lateness} The sheet Checklist leads to each of them.

Who to ask: {contact}

=== with errors ===
# Also {received}, {coverage} and {open} as above; {findings}, what is to be put right; {file}, the name of the workbook; {lateness}.
Subject: Please correct: {partner}: your workbook

To {partner}

Thank you for your workbook for {title}, which we received at {received}. Some of it could not be read:

{findings}

Attached is a fresh workbook, {file}, with all your answers. Its sheet Corrections lists these things and leads to each of them. Please put them right there and send it, as an attachment, to {returnTo}. {lateness}

Not yet answered:

{open}

Who to ask: {contact}

=== errors about people ===
# In place of the one above where answers are about individual people: no workbook with answers goes out by e-mail.
# {received}, {coverage}, {open}, {findings} and {lateness} as above.
Subject: Please correct: {partner}: your workbook

To {partner}

Thank you for your workbook for {title}, which we received at {received}. Some of it could not be read:

{findings}

As its answers are about individual people, we do not send them back by e-mail. Please put these things right in the workbook that you sent, and return it the same safe way, or ask us how to get a workbook in which they are marked. {lateness}

Not yet answered:

{open}

Who to ask: {contact}

=== receipt ===
# Also {received}, {coverage}; {positions}, where each part stands; {findings}; {lateness}: whether it came in time.
Subject: Received: {partner}: your workbook

To {partner}

Thank you. We received your workbook for {title} at {received}. {lateness}

{coverage} By your own scores, which nobody has validated, the positions are:

{positions}

What we noticed:

{findings}

Who to ask: {contact}
`;
