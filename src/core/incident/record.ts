// What is written down of an incident: one record for each thing done or said. None is changed and none is taken away.

import type { Id } from '../kit/ids.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'

export type IncidentId = Id<'incident'>

/** One touch each: what is done, or seen to be done. */
export const deedNames = [
  'call-made',
  'connected',
  'cpr-started',
  'swapped',
  'cpr-paused',
  'aed-sent-for',
  'aed-here',
  'aed-on',
  'shock',
  'door-sent',
  'danger-cleared',
  'standing-medics-told',
  'breathing-normally',
  'crew-at-the-door',
  'crew-at-patient',
  // Before the show goes on: whoever saw to it says so, one by one.
  'stage-safe',
  'heads-checked',
  'company-ready',
  'house-ready',
  'restart-said',
  // What first aid was begun, each from its pack on the card.
  'breathing-checked',
  'on-their-side',
  'choking-care',
  'bleeding-care',
  'fit-care',
  'fall-care',
  'power-off-care',
  'burn-care',
  'poisoning-care',
  // What goes to hospital with them.
  'bag-goes',
  'phone-goes',
  'keys-goes',
  'paper-goes',
] as const
export type DeedName = (typeof deedNames)[number]

/** Each stands with its pack, and not once more among the others. */
export const careDeeds = [
  ...(['breathing-checked', 'on-their-side', 'choking-care', 'bleeding-care', 'fit-care'] as const),
  ...(['fall-care', 'power-off-care', 'burn-care', 'poisoning-care'] as const),
] as const satisfies readonly DeedName[]
export type CareDeed = (typeof careDeeds)[number]

/** Each stands with whoever goes along (N27): the paper is the one that says who speaks for them. */
export const alongDeeds = [
  'bag-goes',
  'phone-goes',
  'keys-goes',
  'paper-goes',
] as const satisfies readonly DeedName[]

export type AlongDeed = (typeof alongDeeds)[number]
export const isAlongDeed = (deed: string): deed is AlongDeed => alongDeeds.some((one) => one === deed)

/** Each said by somebody before the show is resumed; none of them holds anybody up. */
export const resumeChecks = [
  'stage-safe',
  'heads-checked',
  'company-ready',
  'house-ready',
  'restart-said',
] as const satisfies readonly DeedName[]

/** What words are about. They are quoted: nothing here shortens, softens or judges them (N26, H5). */
export const abouts = [
  'found-beside',
  'who-they-are',
  'age',
  'what-happened',
  'injuries',
  'signs',
  'treatment',
  'allergies',
  'medication',
  'background',
  'goes-with-them',
  'hospital',
  'number-to-ring',
  'other',
] as const
export type About = (typeof abouts)[number]

/** There is no other moment: nobody knows when somebody fell, only when they were seen, spoken with and found (N15). */
export const bounds = ['last-seen', 'last-spoken-with', 'found'] as const
export type Bound = (typeof bounds)[number]

export const functionNames = [
  'commander',
  'emergency-caller',
  'first-aid',
  'AED',
  'door',
  'scribe',
  'show-hold',
  'family-contact',
  'stays-with',
  'clears-and-shields',
  'goes-along',
] as const
/** What somebody does in an incident; a role is something else (I6, N24). */
export type FunctionName = (typeof functionNames)[number]

export const functionSteps = ['offered', 'taken', 'passed-on', 'told-by-voice', 'given-up'] as const
export type FunctionStep = (typeof functionSteps)[number]

/** `asked-to-hold`: by whoever commands; whoever calls holds it, or does not. */
export const showDecisions = ['held', 'stopped', 'resumed', 'goes-on', 'asked-to-hold'] as const
export type ShowDecision = (typeof showDecisions)[number]

export type What =
  | { readonly kind: 'opened'; readonly place: string | null; readonly how: 'hold' | 'taps' | 'key' }
  | { readonly kind: 'done'; readonly deed: DeedName }
  | { readonly kind: 'words'; readonly about: About; readonly text: string; readonly witness: string | null }
  | { readonly kind: 'known'; readonly bound: Bound; readonly witness: string; readonly doing: string }
  | {
      readonly kind: 'function'
      readonly name: FunctionName
      readonly step: FunctionStep
      readonly who: string
      /** Whose own screen is asked, where the house knows them. */
      readonly person?: PersonId | undefined
    }
  /** Command goes on to somebody else, who was told what there is to know; see `briefing.ts`. */
  | {
      readonly kind: 'command-passed'
      readonly to: string
      readonly text: string
      readonly person?: PersonId | undefined
    }
  | { readonly kind: 'show'; readonly decision: ShowDecision; readonly where: string }
  /** It is about this person of the company: an id, and never shown to whoever is not told who it is. */
  | { readonly kind: 'names'; readonly who: string }
  | { readonly kind: 'corrects'; readonly record: string; readonly text: string }
  /** Raised twice: both stay, and are read as one. */
  | { readonly kind: 'same-as'; readonly incident: IncidentId }
  | { readonly kind: 'handed-over'; readonly to: string }
  | { readonly kind: 'stood-down' }

/** How the author knows. */
export const evidences = ['pressed', 'saw', 'heard', 'was-told', 'read-out', 'proposed'] as const
type Evidence = (typeof evidences)[number]
export const certainties = ['certain', 'about', 'not-confirmed'] as const
export type Certainty = (typeof certainties)[number]

/** Between these two it happened; one and the same where the moment is known. */
export type Between = { readonly from: Instant; readonly to: Instant }

/** As a device says it: times by its own clock. */
export type Said = {
  /** Drawn by the device: said twice, it is written down once. */
  readonly id: string
  readonly incident: IncidentId
  readonly drill: boolean
  readonly madeAt: number
  /** When it happened, where that is not when it was pressed. */
  readonly happened: { readonly from: number; readonly to: number } | null
  readonly evidence: Evidence
  readonly certainty: Certainty
  readonly what: What
}

/** `device`: as the house knows it, or as a stranger calls itself. */
/** What stands before the name that a device nobody has paired gives itself. */
export const STRANGER = 'stranger:'
export const isStranger = ({ device }: Author): boolean => device.startsWith(STRANGER)

export type Author = { readonly device: string; readonly person: PersonId | null }

export type IncidentRecord = {
  readonly id: string
  readonly incident: IncidentId
  readonly drill: boolean
  readonly author: Author
  /** When it happened, by the server's time. */
  readonly happened: Between
  /** When it was written down, by the server's time. */
  readonly enteredAt: Instant
  /** How far the author's clock was ahead of the server's: what was taken off its times. */
  readonly aheadMs: number
  readonly evidence: Evidence
  readonly certainty: Certainty
  readonly what: What
}

/** Asked for on all of these, and never let go for being slow. */
export const isWidening = (name: FunctionName): boolean => name === 'first-aid' || name === 'AED'
