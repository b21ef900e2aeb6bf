// Who may what, typed by hand from the written matrix of roles; nothing here is worked out.

/** Columns as they stand in the matrix. `all`: anybody's and anything; `own`: their own person, department or place; `.`: refused. */
export const columns = 'caller SM ASM dept dresser MD DC perf chap CM FOH dir prod kiosk callboard admin'

const callsTheShow = 'all . . . . . . . . . . . . . . .'
const ownDepartment = '. . . own own own . . . . . . . . . .'
const ofTheHouse = 'all all . . . . . . . . all . . . . .'
const theDesk = 'all all . . . . . . . . . . . . . .'
const onTheBook = 'all all all . . . . . . . . . . . . .'
const withTheDanceCaptain = 'all all . . . . all . . . . . . . . .'
const withTheCompanyManager = 'all all . . . . . . . all . . . . . .'
const signs = 'own all all own own own own own own all own own own all . .'
const accounts = 'all all all . . . . . . all . . . . . .'
const tells = 'all all all . . . all . . all . . . . . .'
const pairs = '. all . . . . . . . . . . . . . all'
const conducts = 'all . . . . all . . . . . . . . . .'
const persons = 'all all all all all all all all all all all all all . . .'
/** Only whom it was put to, and whoever leads it: nobody of these without one. */
const asked = 'all all . . . . . . . . . . . . . .'

export const commands: Readonly<Record<string, string>> = {
  // Standby, GO, step back, jump, hold the clock, act up and down: the caller.
  'call.give': callsTheShow,
  'act.up': callsTheShow,
  'act.down': callsTheShow,
  'item.start': callsTheShow,
  'standby.give': callsTheShow,
  'cue.go': callsTheShow,
  'desk.jump': callsTheShow,
  'desk.step-back': callsTheShow,
  'cue.skip': callsTheShow,
  'cue.cut': callsTheShow,
  'cue.restore': callsTheShow,
  'clock.hold': callsTheShow,
  'clock.resume': callsTheShow,
  'rule.change': callsTheShow,
  'cans.check': callsTheShow,
  // Clear is said by the caller on cans, and by the spotter a cue names.
  'clear.say': callsTheShow,
  'clear.withdraw': callsTheShow,
  'desk.take': '. all . . . . . . . . . . . . . .',
  // Acknowledge a standby, mark taken, late, missed: one's own department's; the caller on cans.
  'standby.acknowledge': ownDepartment,
  'cue.report': 'all . . own own own . . . . . . . . . .',
  'vamp.begin': conducts,
  'vamp.end': conducts,
  'house.clear': ofTheHouse,
  'house.withdraw': ofTheHouse,
  'house.open': ofTheHouse,
  'audience.count': ofTheHouse,
  'latecomers.hold': ofTheHouse,
  'latecomers.release': ofTheHouse,
  'house.bell': ofTheHouse,
  'house.back': ofTheHouse,
  'house.ask': ofTheHouse,
  'house.take-back': ofTheHouse,
  'act.expect': ofTheHouse,
  'house.answer': callsTheShow,
  // A concern, its ladder, and who goes on.
  'concern.raise': 'all all all all all all all . all all . . . . . .',
  'concern.spoken': 'all all . . . . . . . . . . . . . .',
  'concern.answer': asked,
  'concerns.answer': asked,
  'ask.shown': asked,
  'ask.read': asked,
  'concern.end': asked,
  'concern.judge': theDesk,
  'presence.mode': theDesk,
  // And the dance captain, of a concern that has come to covers.
  'cover.call': theDesk,
  // Anyone for themself; stage management on their word.
  'step.out': 'own all own own own own own own own own own own own . . .',
  'order.propose': withTheDanceCaptain,
  'order.leave': withTheDanceCaptain,
  'order.accept': withTheDanceCaptain,
  'plan.draft': withTheDanceCaptain,
  'plan.other': withTheDanceCaptain,
  'plan.ask': withTheDanceCaptain,
  'plan.take': '. all . . . . all . . . . . . . . .',
  'plan.tell': tells,
  'plan.untell': tells,
  'plan.errand': tells,
  'plan.announce': 'all all . . . . . . . all all . . . . .',
  'out.say': withTheCompanyManager,
  'out.end': withTheCompanyManager,
  'out.undo': withTheCompanyManager,
  'task.give': withTheCompanyManager,
  // And whoever has it, or whose department does.
  'task.finish': withTheCompanyManager,
  'task.drop': withTheCompanyManager,
  // Whoever is on the book.
  'line.note': onTheBook,
  'line.settle': onTheBook,
  'task.reopen': withTheCompanyManager,
  // To one's own department, and to everybody where no department is named.
  'note.write': 'all all all all all all all . . all all . . . . .',
  'paper.compare': theDesk,
  'damage.read': theDesk,
  'performance.close': theDesk,
  'performance.next': theDesk,
  'sign.in': signs,
  'sign.out': signs,
  'sign.away': signs,
  'sign.announce': 'own all all own own own own own own all own own own . . .',
  'sign.undo': 'all all all own own own own own own all own own own all . .',
  'arrival.note': accounts,
  'sign.help': '. . . . . . . . . . . . . all . .',
  'sign.helped': '. all all . . . . . . all . . . . . .',
  'door.sign': '. . . . . . . . . . . . . all . .',
  'visitor.in': '. all all . . . . . . all . . . all . .',
  'account.for': accounts,
  'sweep.mark': accounts,
  'sweep.undo': accounts,
  // Anyone on duty for a person they see; a place sees nobody.
  'people.see': 'all all all all all all all all all all all . . . . .',
  'sighting.undo': persons,
  'own.say': persons,
  'own.check-in': persons,
  'code.give': '. all . . . . . . . all . . . . . .',
  // Where is…, and the stage map: nobody of the producers, directors or peers.
  'person.look-up': 'all all . . . . . . . all . . . . . .',
  'person.invite': '. all . . . . . . . all . . . . . .',
  'device.invite': pairs,
  'device.revoke': pairs,
  'device.rename': pairs,
  'device.redirect': pairs,
  'device.identify': pairs,
  'device.give': pairs,
  'group.invite': pairs,
  'group.code': pairs,
  'group.renew': pairs,
  'group.revoke': pairs,
  'certificate.make': pairs,
}

/** A stranger, who is not paired, before all columns. */
const stageManagement = '. . all . . . . . . . . . . . . . .'
const anybody = 'all all all all all all all all all all all all all all all all all'
const paired = '. all all all all all all all all all all all all all all all all'
/** Performers have their own lines on their own screen. */
const readsTheScript = '. all all all all all all all . . . . all . . . .'
const ofAPerson = '. all all all all all all all all all all all all all . . .'
const worksHere = '. all all all all all all all all all all all all all . . .'
const readsTheReport = '. all all all all all all all . . all all . . . . .'

/** Asked by a key of its own, whoever asks: a link, a copy that is being put back, the word of a page that prints. */
export const byTheirOwnKey = ['/api/join', '/api/restored', '/api/print'] as const

const key = 'A'.repeat(87)
const opening = { person: 'nobody', incident: null, how: 'one-hold', fields: [], madeAt: 0, offline: true }
const posted = (body: object) => ({ kind: 'application/json', text: JSON.stringify(body) })
const sealedBodies = {
  '/api/sealed/own': posted({ key }),
  '/api/sealed/duty': posted({ key }),
  '/api/sealed/keeping': posted({ key }),
  '/api/sealed/opened': posted({ sentAt: 0, said: [{ id: 'opening-of-nobodys', ...opening }] }),
  '/api/sealed/ask': posted({ person: 'nobody', key, share: null }),
  '/api/sealed/look': posted({ opening: 'nothing' }),
  '/api/sealed/exposure': posted({ device: 'nobody' }),
}

/** What is posted where an empty object is no question. */
export const bodies: Readonly<Record<string, { readonly kind: string; readonly text: string }>> = {
  '/api/incident/whole': {
    kind: 'application/json',
    text: JSON.stringify({ incident: null, drill: false, seen: null }),
  },
  '/api/passkey': { kind: 'application/json', text: JSON.stringify({ step: 'ask' }) },
  '/api/roll-call': {
    kind: 'application/json',
    text: JSON.stringify({ sentAt: 0, drill: false, said: [] }),
  },
  '/api/heads': posted({ heads: [] }),
  ...sealedBodies,
}

/** `POST` where it changes something. */
export const routes: Readonly<Record<string, string>> = {
  'GET /api/health': anybody,
  'GET /api/licences': anybody,
  'GET /api/way-in': anybody,
  'GET /api/here': anybody,
  // Whoever finds somebody needs it, whoever they are.
  'POST /api/incident': anybody,
  // Whoever is threatened asks, whoever they are; whoever may go there answers.
  'POST /api/quiet-help': anybody,
  'POST /api/quiet-help/answer': '. all all . . . . . . . all all . . . . .',
  // Asked by everybody's device; whoever has no part in any hears of none (INCIDENT-66).
  'POST /api/incident/whole': paired,
  'GET /api/me': paired,
  'POST /api/key': paired,
  // By a number nobody, whoever asks: that is said in another way than a refusal.
  'POST /api/passkey': anybody,
  // Who is signed in on this very screen.
  'GET /api/mine': paired,
  // Nobody is, on any of these: that is said in another way than a refusal.
  'POST /api/mine/stay': paired,
  'POST /api/mine/leave': paired,
  'GET /api/accident-book': worksHere,
  'POST /api/accident-book': worksHere,
  // What is for them by now, and what may be said of somebody for whom the policy names.
  'GET /api/notices': worksHere,
  'POST /api/notices': worksHere,
  // Each their own asks, and who can be asked.
  'GET /api/care': worksHere,
  'POST /api/care': worksHere,
  // Each gets what is theirs of it, or nothing.
  'POST /api/hand-over': paired,
  // Sums and signatures: nobody reads off them what was written.
  'POST /api/heads': paired,
  'POST /api/roll-call': '. all all all . . . . . all all all . . . . .',
  'GET /api/report': readsTheReport,
  'GET /api/statistics': readsTheReport,
  // Who covered what over the run: of those who plan.
  'GET /api/covered': '. all all . . . . all . . all . . . . . .',
  'GET /api/run-sheet': '. all all . all all all . . . . . . . . . .',
  'GET /api/run-sheet?department=mark-dept-lx': '. all all . all . . . . . . . . . . . .',
  'GET /api/sheets': paired,
  'GET /api/sign-in-sheet': '. all all all . . . . . . all . . . . . .',
  'POST /api/print-word': paired,
  // A note is its person's own; it lies ready for whoever may take command. What was opened is taken from everybody.
  'POST /api/sealed/own': ofAPerson,
  // The same for everybody: whoever was chosen as a keeper finds what is theirs in it.
  'POST /api/sealed/keeping': ofAPerson,
  'POST /api/sealed/remove': ofAPerson,
  'POST /api/sealed/told': paired,
  'POST /api/sealed/duty': '. . all . . . . . . . all all . . . . .',
  'POST /api/sealed/opened': paired,
  'POST /api/sealed/exposure': stageManagement,
  // Alone nobody, whoever they are; and what is no opening is looked at by nobody.
  'POST /api/sealed/ask': '. . . . . . . . . . . . . . . . .',
  'POST /api/sealed/look': '. . . . . . . . . . . . . . . . .',
  // Of a device there is not, once one may ask: stage management alone.
  'GET /api/exposure': stageManagement,
  'GET /api/network': '. . all . . . . . . . . . . . . . all',
  'GET /api/backup': stageManagement,
  'GET /api/office/casting': stageManagement,
  'GET /api/office/plots': stageManagement,
  'GET /api/office/copies': stageManagement,
  'POST /api/office/copy': stageManagement,
  'POST /api/office/copy-look': stageManagement,
  'POST /api/office/copy-restore': stageManagement,
  'POST /api/office/dry-run': stageManagement,
  'POST /api/office/file-read': stageManagement,
  'POST /api/office/file-open': stageManagement,
  'POST /api/office/table-read': stageManagement,
  'GET /api/office/show-file': stageManagement,
  'GET /api/office/table-file': stageManagement,
  'GET /api/office/verify': stageManagement,
  'GET /api/office/exports': stageManagement,
  'GET /api/office/past': '. . all . . . . . . . all . . . . . .',
  'GET /api/office/record-file': stageManagement,
  'GET /api/office/report-file': stageManagement,
  'POST /api/office/let-in': stageManagement,
  'GET /api/office/post': stageManagement,
  'POST /api/office/post-settings': stageManagement,
  'POST /api/office/post-send': stageManagement,
  'POST /api/office/post-test': stageManagement,
  'GET /api/office/post-read': stageManagement,
  'GET /api/office/show': stageManagement,
  'GET /api/office/book': readsTheScript,
  'GET /api/office/book-text': readsTheScript,
  'GET /api/office/picture': readsTheScript,
  'POST /api/office/picture-keep': stageManagement,
  'POST /api/office/book-edit': stageManagement,
  'POST /api/office/book-undo': stageManagement,
  'POST /api/office/revision-read': stageManagement,
  'POST /api/office/revision-take': stageManagement,
  'POST /api/office/begin': stageManagement,
  'POST /api/office/edit': stageManagement,
  'POST /api/office/tonight': stageManagement,
  'POST /api/office/names': stageManagement,
  'POST /api/office/order': stageManagement,
  'POST /api/office/tracks': stageManagement,
  'POST /api/office/entrances': stageManagement,
  'POST /api/office/covers': stageManagement,
  'POST /api/office/table': stageManagement,
  'POST /api/office/watch': stageManagement,
  'POST /api/office/watch-again': stageManagement,
}
