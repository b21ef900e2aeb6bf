// The incident card: what to do first when somebody is down, in plain words, and in as many words what is not set here.

import { countryPack } from '../../show/countries/packs.ts'
import type { Country, Show } from '../../show/show.ts'
import type { Block, Fact, Sheet, SheetContext } from './sheet.ts'
import { pencil } from './sheet.ts'

/** The country's; whether it can be dialled from this building's telephones only a person there can say (I4). */
const numberOf = (country: Country): string => countryPack(country).emergencyNumber

export function incidentCard({ show, country }: SheetContext): Sheet {
  const number = numberOf(country)
  return {
    id: 'incident',
    name: 'Incident card',
    large: true,
    blocks: [first(number), say, facts(show, number), send, approval],
  }
}

/** In the order of I2: nothing stands before the call. */
const first = (number: string): Block => ({
  kind: 'steps',
  heading: 'Somebody is hurt, ill or does not answer',
  first: true,
  steps: [
    `CALL ${number}. Use a telephone, with the speaker on; a tablet cannot ring. Do not hang up first.`,
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

function facts({ venue }: Show, number: string): Block {
  const dead = venue.places
    .filter(({ signal }) => signal === false)
    .map(({ code, name }) => `${name} (${code})`)
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
      missing('Entrance for the crew', 'Nobody has said which door an ambulance crew is met at.'),
      {
        what: 'Emergency number',
        said: `${number}, TO BE CONFIRMED`,
        missing: '',
      },
      missing(
        'From the house telephones',
        'Nobody has said whether they reach that number, or which digit comes first for an outside line.',
      ),
      missing('Number to be called back on', 'Say the number of the telephone in your hand.'),
      {
        what: 'No telephone works in',
        said: dead.length === 0 ? null : dead.join(', '),
        missing: 'No place is marked so. That nobody has marked one does not mean that telephones work.',
      },
      missing('AED', 'Nobody has said where it is. Ask the house manager or the stage door.'),
      missing('First aid kit', 'Nobody has said where it is.'),
      missing('First-aiders tonight', 'Nobody has said who is trained and here tonight. Ask out loud.'),
    ],
  }
}

const missing = (what: string, sentence: string): Fact => ({ what, said: null, missing: sentence })

const send: Block = {
  kind: 'table',
  heading: 'Who goes where',
  columns: [{ head: 'One person for each', width: 66 }, pencil('Who', 34)],
  rows: [
    ['Rings, and stays on the line'],
    ['Is with the person, and does not leave them'],
    ['Brings the AED'],
    ['Meets the ambulance at the door'],
    ['Keeps everybody else away, and danger too: scenery, flying, power, glass'],
    ['Tells the stage manager, who alone stops the show'],
  ],
  none: '',
}

const approval: Block = {
  kind: 'words',
  heading: '',
  lines: [
    'Not yet approved by the first-aid lead of this building. It replaces no training, and no alarm of the house.',
  ],
}
