# Why something was refused.

refusal-already-one-contact = These are one contact already.
refusal-already-sent = This message has left already and cannot be taken back.
refusal-answer-is-owed = An answer is owed. Answer first, or promise a time and then park.
refusal-busy = The server is short of room or breath. Nothing was changed; try again in a moment.
refusal-case-is-open = The case is open already.
refusal-case-is-resolved = The case is done. Reopen it first.
refusal-case-owes-something = Something is still owed here. Answer, or say that no reply is needed.
refusal-conflict = Changed meanwhile. Look again, then retry.
refusal-file-too-large = The file is too large: at most { $size }.
refusal-forbidden = Your role does not allow this. Ask an administrator.
refusal-hours-too-few = So few hours are open that no deadline can be reached. An administrator has to open more.
refusal-identity-not-confirmed = First confirm who this is: details stay covered until then.
refusal-inbox-is-busy = { $n ->
    [one] { $n } reply still waits in this inbox. Let it leave first, or pause the inbox.
   *[other] { $n } replies still wait in this inbox. Let them leave first, or pause the inbox.
}
refusal-invalid = Something here is not right. Look through it and try again.
refusal-is-confirmed = This address is confirmed already.
refusal-last-administrator = The last administrator cannot be changed or switched off.
refusal-link-void = This link is not good any more. Ask for another.
refusal-merge-undone = These two have been parted already.
refusal-message-on-its-way = A message is on its way to each of them. Try again in a moment.
refusal-misunderstood = This page and the server do not understand each other. Load the page again.
refusal-newer-reply = A colleague has just answered. Look at it before you send.
refusal-no-case = No case is open. Open one first.
refusal-no-consult = That question is not open any more.
refusal-no-email = Ask in the chat for an e-mail address first: the code is mailed there.
refusal-no-inbox = No inbox is connected that could carry it. Ask an administrator to add one.
refusal-not-taken-back = This cannot be taken back: what was added stays, and the secret that was there before is known to nobody.
refusal-inbox-rests = This inbox is paused or archived. Resume it first.
refusal-writes-first = This channel writes to nobody first.
refusal-no-mail = E-mail is not set up here, or its server did not take it. Ask an administrator.
refusal-no-reactions = This channel takes no reactions.
refusal-not-found = This is not here any more.
refusal-not-parked = The case is not parked any more.
refusal-not-signed-in = Sign in first.
refusal-nothing-is-owed = No answer is owed in this case.
refusal-our-fault = Something broke on the server. Try again; if it happens once more, tell an administrator.
refusal-past = Choose a time in the future.
refusal-promise-near = The contact was promised an answer by { $at }, which is too near. First tell them a later time.
refusal-promise-range = That time cannot be promised. Choose one from now until { $at }.
refusal-proven-otherwise = The contact proved this address themselves, and that stays.
refusal-rate-limited = Too many tries. Wait a minute.
refusal-too-large = That is more than the server takes at once. Make it smaller.
refusal-too-many-attempts = Too many wrong passwords. Try again in { $n ->
    [one] { $n } minute.
   *[other] { $n } minutes.
}
refusal-too-many-holding = The contact was put off often enough. Answer, or ask a supervisor.
refusal-too-slow = The line was too slow. Try again, on a better one if you can.
refusal-which-workspace = You belong to several workspaces. Say which one.
