// The stage door: codes are drawn and checked here, and wrong ones are counted in memory alone.

import { createHash, createHmac } from 'node:crypto'
import { viaFor } from '../../core/attendance/decide.ts'
import { may, type Viewer } from '../../core/disclosure/policy.ts'
import {
  CODE_DIGITS,
  codesTonight,
  type DoorCode,
  GUESSES_AT_ONE_SCREEN_MAX,
  GUESSES_FOR_ONE_MAX,
  type Guesses,
  guessedWrong,
  type KeptCode,
  mayGuess,
} from '../../core/installation/door-codes.ts'
import { id } from '../../core/kit/ids.ts'
import type { PersonId } from '../../core/show/show.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from './stage.ts'

type Named<Name extends WireCommand['name']> = Extract<WireCommand, { name: Name }>
type SignAtDoor = Named<'sign.in'> | Named<'sign.out'> | Named<'sign.away'>
type Refused = Extract<Answer, { ok: false }>

export type Door = {
  /** Draws a code for each; it stands in this answer and nowhere else. */
  readonly give: (by: Viewer, commandId: string, people: readonly string[]) => Promise<Answer>
  /** The sign that a code stands for, or why not. */
  readonly open: (by: Viewer, command: Named<'door.sign'>) => SignAtDoor | Refused
  /** Who has a code that can be checked here. */
  readonly people: () => readonly PersonId[]
  /** Why this sign wants a code first; null where it does not. */
  readonly wantsCode: (by: Viewer, command: WireCommand) => Refused | null
}

type Parts = {
  readonly stage: Stage
  readonly clock: Clock
  readonly freshSecret: () => { readonly secret: string }
  /** A secret of this house, beside the record and in no copy of it. */
  readonly doorKey: string
}

const refusal = (code: string, sentence: string): Refused => ({ ok: false, refusal: { code, sentence } })

/** One sentence for a wrong code, for too many and for none: a guess learns nothing. */
const NOT_TAKEN = refusal('code', 'Not signed. Type your own code again, or touch “Help me sign in”.')
const noSuchPerson = refusal('no-such-person', 'There is nobody of that name in the show.')

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const keyed = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex')
/** Says which key it was, and nothing of it. */
const nameOf = (key: string): string => keyed(key, 'the name of this key').slice(0, 16)

/**
 * Salted, so that two who have the same digits have not the same hash, and keyed: of the record alone none of the ten
 * thousand codes can be tried. Whoever has the key as well tries them all in an instant, however slow the hash.
 */
const hashOfCode = (known: KeptCode, code: string, key: string): string =>
  known.key === undefined ? digest(`${known.salt} ${code}`) : keyed(key, `${known.salt} ${code}`)

/** From one drawn secret: the digits, and what is kept of them. */
function drawn(secret: string, key: string): KeptCode & { readonly code: string } {
  const most = 10 ** CODE_DIGITS
  const code = String(Number.parseInt(digest(`${secret} code`).slice(0, 12), 16) % most)
  const padded = code.padStart(CODE_DIGITS, '0')
  const salt = digest(`${secret} salt`).slice(0, 32)
  const kept = { salt, key: nameOf(key), hash: '' }
  return { code: padded, ...kept, hash: hashOfCode(kept, padded, key) }
}

export function openDoor({ stage, clock, freshSecret, doorKey }: Parts): Door {
  // At most as many as there are codes, and screens.
  const forOne = new Map<string, Guesses>()
  const atScreen = new Map<string, Guesses>()
  const tonight = (): readonly DoorCode[] => codesTonight(stage.installation.state(), nameOf(doorKey))
  const codeOf = (person: string): DoorCode | undefined => tonight().find((one) => one.person === person)
  const isRight = (by: Viewer, known: DoorCode, code: string): boolean => {
    const now = clock.now()
    const [own, here] = [forOne.get(known.person) ?? [], atScreen.get(by.device) ?? []]
    if (!mayGuess(own, now, GUESSES_FOR_ONE_MAX)) return false
    if (!mayGuess(here, now, GUESSES_AT_ONE_SCREEN_MAX)) return false
    if (hashOfCode(known, code, doorKey) === known.hash) {
      forOne.delete(known.person)
      return true
    }
    forOne.set(known.person, guessedWrong(own, now))
    atScreen.set(by.device, guessedWrong(here, now))
    return false
  }
  return {
    give: async (by, commandId, people) => {
      const isOwn = people.every((person) => person === by.person)
      if (!may(by, 'give codes for the stage door') && !isOwn) return notYours
      const company = new Set<string>(stage.night()?.plan.show.people.map((one) => one.id))
      if (!people.every((person) => company.has(person))) return noSuchPerson
      const codes = [...new Set(people)].map((person) => ({
        person: id<'person'>(person),
        ...drawn(freshSecret().secret, doorKey),
      }))
      const kept = codes.map(({ code: _, ...one }) => one)
      const command = { name: 'code.give', codes: kept } as const
      const answer = await stage.installation.submit({ id: commandId, by, madeAt: clock.now(), command })
      // Where the press was an old one, its first answer had the codes, and these were never given.
      const isGiven = codes.every(({ person, hash }) => codeOf(person)?.hash === hash)
      if (!answer.ok || !isGiven) return answer
      for (const { person } of codes) forOne.delete(person)
      return { ...answer, codes: codes.map(({ person, code }) => ({ person, code })) }
    },
    open: (by, { person, as, backAt, code }) => {
      if (!may(by, 'sign at the stage door')) return notTheDoor
      const known = codeOf(person)
      return known && isRight(by, known, code) ? signOf(person, as, backAt) : NOT_TAKEN
    },
    people: () => tonight().map(({ person }) => person),
    wantsCode: (by, command) => {
      const person = signedBy(command)
      const show = stage.night()?.plan.show
      if (person === null || !show || !codeOf(person)) return null
      const isAtDoor = viaFor(id<'person'>(person), { by, show }) === 'kiosk' && !may(by, 'sign for others')
      return isAtDoor ? NOT_TAKEN : null
    },
  }
}

const notYours = refusal('not-yours', 'Stage management and the company manager give codes.')
const notTheDoor = refusal('not-yours', 'This is signed at the stage door.')

function signOf(person: string, as: Named<'door.sign'>['as'], backAt: number | null): SignAtDoor {
  switch (as) {
    case 'in':
      return { name: 'sign.in', person }
    case 'out':
      return { name: 'sign.out', who: { person } }
    case 'away':
      return { name: 'sign.away', person, backAt }
    default:
      return as satisfies never
  }
}

function signedBy(command: WireCommand): string | null {
  switch (command.name) {
    case 'sign.in':
    case 'sign.away':
      return command.person
    case 'sign.out':
      return 'person' in command.who ? command.who.person : null
    default:
      return null
  }
}
