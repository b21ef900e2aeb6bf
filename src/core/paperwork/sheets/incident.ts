// The incident card: what to do first when somebody is down, in plain words, and in as many words what is not set here.

import { dayInWords, daysFrom, isOverAYearOld } from '../../kit/day.ts'
import { countryPack } from '../../show/countries/packs.ts'
import { approval, confirmation, emergencyNumber, type Help, type Word } from '../../show/help.ts'
import { inDate, noSafety } from '../../show/safety.ts'
import { aedsOf, kitsOf } from '../../show/safety-checks.ts'
import type { Country, Show } from '../../show/show.ts'
import type { Block, Fact, Sheet, SheetContext } from './sheet.ts'
import { pencil } from './sheet.ts'

/** What the words on the card depend on. `today`: null on a card that is only compared, which is never old. */
type Card = {
  readonly show: Show
  readonly help: Help
  readonly country: Country
  readonly today: string | null
  readonly number: string
}

export function incidentCard({ show, country, today }: SheetContext): Sheet {
  const help = show.venue.help ?? {}
  const card: Card = { show, help, country, today, number: emergencyNumber(help, country) }
  return {
    id: 'incident',
    name: 'Incident card',
    large: true,
    blocks: [first(card), say, facts(card), send(help), support(card), approved(card)],
  }
}

/** In the order of I2: nothing stands before the call. */
const first = ({ number, help: { outsideLine } }: Card): Block => ({
  kind: 'steps',
  heading: 'Somebody is hurt, ill or does not answer',
  first: true,
  steps: [
    `CALL ${number}${outsideLine === undefined ? '' : ` (from a house telephone ${outsideLine} first)`}. Use a telephone, with the speaker on; a tablet cannot ring. Do not hang up first.`,
    'NOT AWAKE AND NOT BREATHING NORMALLY: START CPR. Gasping is not breathing. The call-taker tells you how, and what they say goes before this card.',
    'SEND SOMEBODY FOR THE AED. Do not go yourself if you are the only one with them.',
    'SEND SOMEBODY TO THE DOOR to meet the ambulance and bring the crew in.',
  ],
})

/** The order in which a call-taker asks (I3). */
const say: Block = {
  kind: 'steps',
  heading: 'What they will ask, in this order',
  steps: [
    'Where are you? The address below, then the floor, the room and the entrance for the crew.',
    'What number are you calling from?',
    'Are they awake? Are they breathing?',
    'What happened? What you saw, not what you think it is.',
    'Are you with them now?',
    'How old are they, as near as you can say?',
  ],
}

function facts(card: Card): Block {
  const { venue } = card.show
  const { safety = noSafety } = venue
  const { help } = card
  const address = [venue.name, venue.address ?? ''].map((one) => one.trim()).filter((one) => one !== '')
  return {
    kind: 'facts',
    heading: 'This building',
    facts: [
      {
        what: 'Address',
        said: (venue.address ?? '').trim() === '' ? null : address.join('\n'),
        missing: `${venue.name === '' ? '' : `Only its name is known: ${venue.name}. `}Add the address to the venue of the show.`,
      },
      fact('Entrance for the crew', help.entrance, 'Nobody has said which door an ambulance crew is met at.'),
      fact('Who meets the crew', help.meets, 'Nobody has been named. Send somebody, and name them below.'),
      { what: 'Emergency number', said: numberSaid(card), missing: '' },
      fact(
        'From the house telephones',
        telephones(help),
        'Nobody has said whether they reach that number, or which digit comes first for an outside line.',
      ),
      fact('Number to be called back on', undefined, 'Say the number of the telephone in your hand.'),
      fact(
        'No telephone works in',
        deadSpots(card),
        'No place is marked so. That nobody has marked one does not mean that telephones work.',
      ),
      fact(
        'Way of the crew from there',
        safety.route,
        'Nobody has written it down. Whoever meets them leads them.',
      ),
      fact('AED', aed(card), 'Nobody has said where it is. Ask the house manager or the stage door.'),
      fact('First aid kit', lines(kitsOf(venue).map(({ place }) => place)), 'Nobody has said where it is.'),
      fact(
        'First-aiders, certificate in date',
        lines(aiders(card)),
        'Nobody with a certificate in date is written down. Ask out loud.',
      ),
      fact(
        'Assembly points',
        lines(safety.points.map(({ place }) => place)),
        'Nobody has said where everybody gathers.',
      ),
      fact('Hospital', safety.hospital, 'Nobody has written one down: the crew says which.'),
    ],
  }
}

const fact = (what: string, said: string | undefined, missing: string): Fact => ({
  what,
  said: said ?? null,
  missing,
})

/** Never blocks and never claims: what nobody has confirmed says so beside the number. */
function numberSaid(card: Card): string {
  const word = confirmation(card.help, card.today)
  return word === null
    ? `${card.number}, TO BE CONFIRMED: nobody of this building has said that it is right here`
    : `${card.number}, confirmed by ${wordOf(card, word)}`
}

const wordOf = ({ country }: Card, { by, on, old }: Word): string =>
  `${by} on ${dayInWords(on, countryPack(country).monthFirst)}${old ? ': MORE THAN A YEAR AGO, CONFIRM IT AGAIN' : ''}`

const telephones = ({ outsideLine, telephones: which }: Help): string | undefined => {
  const said = [
    ...(which === undefined ? [] : [which]),
    ...(outsideLine === undefined ? [] : [`${outsideLine} first for an outside line`]),
  ]
  return said.length === 0 ? undefined : said.join('; ')
}

function deadSpots({ show, help }: Card): string | undefined {
  const said = [
    ...show.venue.places
      .filter(({ signal }) => signal === false)
      .map(({ code, name }) => `${name} (${code})`),
    ...(help.deadSpots === undefined ? [] : [help.deadSpots]),
  ]
  return said.length === 0 ? undefined : said.join(', ')
}

const lines = (all: readonly string[]): string | undefined => (all.length === 0 ? undefined : all.join('\n'))

/** Those of the building; who of them is here tonight their own voices say. Without today's date nobody is named. */
const aiders = ({ show, today }: Card): readonly string[] =>
  today === null
    ? []
    : (show.venue.safety ?? noSafety).aiders.filter((one) => inDate(one, today)).map(({ name }) => name)

function aed({ show, country, today }: Card): string | undefined {
  const { monthFirst } = countryPack(country)
  return lines(
    aedsOf(show.venue).map(({ place, code, checked, until }) =>
      [
        place,
        code === undefined ? 'code NOT SET' : `code ${code}`,
        checked === undefined ? 'last check NOT SET' : `last checked ${dayInWords(checked, monthFirst)}`,
        ...(until === undefined ? [] : [`pads and battery until ${dayInWords(until, monthFirst)}`]),
        ...(until !== undefined && today !== null && daysFrom(today, until) < 0 ? ['OUT OF DATE'] : []),
      ].join('; '),
    ),
  )
}

const send = ({ meets }: Help): Block => ({
  kind: 'table',
  heading: 'Who goes where',
  columns: [{ head: 'One person for each', width: 66 }, pencil('Who', 34)],
  rows: [
    ['Rings, and stays on the line'],
    ['Is with the person, and does not leave them'],
    ['Brings the AED'],
    [`Meets the ambulance at the door${meets === undefined ? '' : `: ${meets}`}`],
    ['Keeps everybody else away, and danger too: scenery, flying, power, glass'],
    ['Tells the stage manager, who alone stops the show'],
  ],
  none: '',
})

/** Always there, however old: an old number says its date (W6). */
const support = ({ country, today }: Card): Block => {
  const pack = countryPack(country)
  return {
    kind: 'facts',
    heading: 'Somebody to talk to, now or later',
    facts: pack.support.map(({ name, number, who, source, dated }) => ({
      what: name,
      said: `${number}: ${who}\nin a source of ${dayInWords(dated, pack.monthFirst)}${today !== null && isOverAYearOld(dated, today) ? ', MORE THAN A YEAR AGO: CHECK IT BEFORE YOU HANG THIS UP' : ''}; ${source}`,
      missing: '',
    })),
  }
}

function approved(card: Card): Block {
  const word = approval(card.help, card.today)
  return {
    kind: 'words',
    heading: '',
    lines: [
      `${word === null ? 'NOT YET APPROVED by your first-aid lead.' : `Approved by ${wordOf(card, word)}.`} It replaces no training, and no alarm of the house.`,
    ],
  }
}
