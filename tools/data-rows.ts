// The data map, typed by hand: what each kind of stored event is for, who sees it, and how long it is kept.

import type { Kind } from '../src/core/disclosure/policy.ts'
import { keptWords } from '../src/core/retention/clocks.ts'

export type Row = {
  readonly what: string
  readonly purpose: string
  /** How long, and what ends it. What no clock ends says so. */
  readonly kept: string
  /** The kinds of the policy table through which it leaves; nobody but these sees it. */
  readonly seenAs: readonly Kind[]
  readonly events: readonly string[]
}

const NO_CLOCK =
  'With the record, until the house deletes the performance’s record itself: nobody is named in it but as whoever pressed, by a number.'

export const dataRows: readonly Row[] = [
  {
    what: 'Calling the show',
    purpose: 'Cues, calls and times of one performance, and what reports and the next estimate are made of.',
    kept: NO_CLOCK,
    seenAs: ['position', 'cues', 'vamps', 'script', 'obligations', 'side', 'wards', 'sheets', 'own plan'],
    events: [
      ...[
        'act.down',
        'act.expected',
        'act.up',
        'call.given',
        'cans.checked',
        'clear.said',
        'clear.withdrawn',
      ],
      ...['clock.held', 'clock.resumed', 'cue.called', 'cue.cut', 'cue.reported', 'cue.restored'],
      ...['cue.skipped', 'desk.jumped', 'desk.stepped-back', 'desk.taken', 'item.started'],
      ...['performance.closed', 'performance.opened', 'rule.changed', 'show.taken'],
      ...['standby.acknowledged', 'standby.given', 'times.learned', 'vamp.begun', 'vamp.ended'],
      ...['record.damaged', 'damage.read'],
    ],
  },
  {
    what: 'Notes, tasks and papers of the night',
    purpose: 'What was written down for whom, and what was done about it. Free text: it can name people.',
    kept: `Words: ${keptWords('notes')} That there was a task, and that it was done, stays with the record.`,
    seenAs: ['report', 'sheets'],
    events: [
      ...['note.written', 'task.carried', 'task.done', 'task.dropped', 'task.given', 'task.reopened'],
      ...['paper.compared', 'sheets.printed'],
    ],
  },
  {
    what: 'Notes on lines',
    purpose:
      'What to look at again before the next performance, for whoever said the line. On a slip to them; in no report, on no board.',
    kept: keptWords('line-notes'),
    seenAs: ['line notes'],
    events: ['line-note.settled', 'line-note.written'],
  },
  {
    what: 'Front of house',
    purpose: 'When the audience is in. Counts only, nobody of the audience by name.',
    kept: `${NO_CLOCK} Why the house asked for time goes with the notes.`,
    seenAs: ['house'],
    events: [
      ...['audience.counted', 'bell.given', 'house.answered', 'house.asked', 'house.cleared', 'house.opened'],
      ...['house.returned', 'house.shut', 'house.unasked', 'house.withdrawn', 'latecomers.held'],
      'latecomers.released',
    ],
  },
  {
    what: 'Who is in the building',
    purpose: 'To know who has to come out in a fire, and that everybody went home.',
    kept: keptWords('attendance'),
    seenAs: ['attendance', 'names', 'head count', 'codes'],
    events: [
      ...['arrival.noted', 'help.asked', 'help.given', 'person.accounted', 'person.announced'],
      ...['person.signed-in', 'person.signed-out', 'person.stayed', 'person.went-out', 'place.swept'],
      ...['sign.withdrawn', 'sweep.withdrawn', 'visitor.signed-in'],
    ],
  },
  {
    what: 'Who was seen, and who was asked about whom',
    purpose:
      'To find somebody who is not where they are due before that becomes dangerous. Never for punctuality.',
    kept: `${keptWords('seen')} The counts, without people, stay.`,
    seenAs: [
      ...(['whereabouts', 'due', 'child places', 'asks', 'concerns', 'watching'] as const),
      ...(['concerns of wards', 'covers drafted', 'microphones'] as const),
    ],
    events: [
      ...['ask.read', 'ask.shown', 'clock.set', 'concern.answered', 'concern.asked', 'concern.climbed'],
      ...['concern.ended', 'concern.joined', 'concern.judged', 'concern.opened', 'cover.called', 'own.said'],
      ...['person.looked-up'],
      ...['person.seen', 'person.stepped-out', 'presence.counted', 'presence.mode', 'sighting.withdrawn'],
      ...['source.blind', 'usual.learned'],
    ],
  },
  {
    what: 'Who is out, who plays what, and another order',
    purpose: 'To play tonight with whoever can. Never why somebody is out.',
    kept: `Who was out, and who was told of a plan: ${keptWords('attendance')} Who played what stays with the record: it is what the performance was.`,
    seenAs: ['availability', 'plans', 'cast board', 'plan of department', 'own plan', 'order drafted'],
    events: [
      ...['out.ended', 'out.said', 'out.withdrawn', 'plan.approved', 'plan.errand', 'plan.told'],
      ...['plan.announced', 'plan.unannounced'],
      ...['plan.untold', 'order.changed', 'order.left', 'order.proposed'],
    ],
  },
  {
    what: 'Incidents and drills',
    purpose: 'To help somebody who is hurt, and to tell the crew that takes over what was seen and done.',
    kept: `${keptWords('incidents')} Drills: ${keptWords('drills')}`,
    seenAs: ['safety', 'incident open', 'incident board', 'contacts'],
    events: ['incident.recorded', 'names.replaced'],
  },
  {
    what: 'Help asked for without a sound',
    purpose:
      'That somebody comes to whoever is threatened, and nobody beside them learns that it was asked for.',
    kept: keptWords('quiet'),
    seenAs: ['quiet help'],
    events: ['quiet-help.answered', 'quiet-help.asked', 'quiet-help.ended'],
  },
  {
    what: 'Roll calls',
    purpose: 'Everybody out: who was seen at which point, and who was not.',
    kept: `${keptWords('incidents')} Drills: ${keptWords('drills')}`,
    seenAs: ['roll call'],
    events: ['roll-call.recorded'],
  },
  {
    what: 'The accident book and near misses',
    purpose: 'What the law of the country may want reported, decided by a person.',
    kept: keptWords('incidents'),
    seenAs: ['accident book'],
    events: ['accident.decided', 'accident.written'],
  },
  {
    what: 'Who opened a sealed note',
    purpose: 'So that its owner knows who read it and when, and nobody can hide that.',
    kept: `Until the owner, or \`ghostlight privacy erase\`, erases it; at most ${keptWords('openings')} The note itself: until thirty days after the last night planned.`,
    seenAs: ['openings of own note'],
    events: ['vault.looked', 'vault.opened'],
  },
  {
    what: 'What may be said of somebody, and whom to ring for them',
    purpose: 'That nothing about anybody is said without leave, and that their people hear it first.',
    kept: `Names and numbers until the page is closed, or three days after the last call. The rest: ${keptWords('matters')}`,
    seenAs: ['sayable', 'their people'],
    events: [
      ...['contact.added', 'contact.rung', 'contacts.settled', 'matter.closed', 'matter.opened'],
      ...['permission.given', 'permission.withdrawn', 'statement.released'],
    ],
  },
  {
    what: 'Who asked whom to get in touch, and who looks in after an incident',
    purpose:
      'That somebody can turn to a person, and nobody else learns of it. Who, whom and when; no words, no mood.',
    kept: `Until it is taken back, or erased for whoever asked; at most ${keptWords('asks')} Whom one can ask: ${keptWords('whom-to-ask')} Who checked a number: ${keptWords('numbers')} Who looks in: ${keptWords('follow-up')}`,
    seenAs: ['care'],
    events: ['ask.sent', 'ask.withdrawn', 'contacts.named', 'follow.set', 'round.met', 'support.checked'],
  },
  {
    what: 'Notices and stock lines',
    purpose: 'The same short words to everybody, and who has not heard them yet.',
    kept: `What a notice says of somebody until the page about them is closed or erased. ${keptWords('notices')}`,
    seenAs: ['notices', 'notice readers'],
    events: ['line.ended', 'line.said', 'notice.acknowledged', 'notice.widened', 'notice.written'],
  },
  {
    what: 'Who signed in where',
    purpose:
      'That a person’s pages and rights are theirs on whichever device, and end when they go. No letters, no place, no presence: nobody is seen by it.',
    kept: `The name that a device had by whoever signed in: ${keptWords('devices')} That it was signed in on, by a number: with the record of the house.`,
    seenAs: ['devices'],
    events: ['person.entered', 'person.invited', 'person.left'],
  },
  {
    what: 'Passkeys',
    purpose:
      'That somebody signs in without letters. The public half of a key, which opens nothing; whose it is.',
    kept: 'Until 30 days after its owner took it back or the device it was made on was removed, or `ghostlight privacy erase`.',
    seenAs: ['devices'],
    events: ['passkey.counted', 'passkey.dropped', 'passkey.kept'],
  },
  {
    what: 'Keys of devices, exchanged',
    purpose: 'That a copied key ends, and is noticed. Hashes, and when; of nobody.',
    kept: 'With the record of the house.',
    seenAs: ['devices'],
    events: ['key.copied', 'key.kept', 'key.settled', 'key.turned'],
  },
  {
    what: 'Shows, performances and devices',
    purpose:
      'Which show is played when, and which device may see and do what. Secrets are kept as hashes only.',
    kept: `With the record of the house. Names of devices: ${keptWords('devices')} Names of people in versions of the show, with the numbers and addresses that stand with them by their leave: until they are erased, once they are not of the company any more.`,
    seenAs: ['devices', 'keeping'],
    events: [
      ...['code.given', 'device.given', 'device.identified', 'device.invited', 'device.paired'],
      ...['device.redirected', 'device.renamed', 'device.revoked', 'group.invited', 'group.joined'],
      ...['group.renewed', 'group.revoked', 'performance.planned', 'performance.revised', 'show.published'],
      ...['head.signed', 'export.taken'],
    ],
  },
]

/** What lies beside the record in the data folder. */
export const dataFiles: readonly { readonly file: string; readonly what: string; readonly kept: string }[] = [
  {
    file: 'sealed-notes.db',
    what: 'What people left for responders, sealed to their own keys: the house cannot read it. Everybody has a row of the same bytes.',
    kept: 'Until its owner deletes it; everybody’s thirty days after the last night planned; theirs thirty days after they are not of the company any more.',
  },
  {
    file: 'away.json',
    what: 'Who is not of the company any more, and since when that was noticed.',
    kept: 'Thirty days: then what they left goes, and they are not in it.',
  },
  {
    file: 'erased.json',
    what: 'Whose data was erased, so that it is erased again in an older copy that is put back.',
    kept: 'As long as older copies can be put back: no clock.',
  },
  {
    file: 'ended.json',
    what: 'Which screens, links and passkeys have ended, by their ids, and a hash of what each screen is known by now, so that an older copy that is put back lets in none but those. Nobody’s data.',
    kept: 'The newest twenty thousand of each: no clock.',
  },
  {
    file: 'signing-key.pem',
    what: 'The key with which the house signs where its record stands. Nobody’s data.',
    kept: 'As long as the house: in no copy.',
  },
  {
    file: 'reach.json',
    what: 'The name that the house had in the network, and the secret that codes and passes are made with. Nobody’s data.',
    kept: 'As long as the house: in no copy.',
  },
  {
    file: 'shows-looked-at.json',
    what: 'Which versions of the show this program has read already: hashes. Nobody’s data.',
    kept: 'The newest eight.',
  },
  {
    file: 'version.json',
    what: 'Which version of the program wrote the record last. Nobody’s data.',
    kept: 'Until another version does.',
  },
  {
    file: 'certificate',
    what: 'A folder with the house’s own certificates and their keys. Nobody’s data.',
    kept: 'As long as the house: in no copy.',
  },
  {
    file: 'kept',
    what: 'A folder with copies of the record from before an upgrade, and with records in whose place a copy was put. What was erased is in those that were made before; put back, they are cleared again before anybody is served.',
    kept: 'The newest ten from before an upgrade. The others until somebody removes them: nobody else does.',
  },
  {
    file: 'mail.json',
    what: 'How reports are sent, and to which addresses.',
    kept: 'Until it is changed on the page.',
  },
]
