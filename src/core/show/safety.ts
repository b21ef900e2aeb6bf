// What a building has for when somebody is hurt or everybody must leave: points, AEDs, kits, first-aiders, each with its dates.

import { daysFrom, isDay } from '../kit/day.ts'
import type { Trainer } from './trainer.ts'

type AssemblyPoint = { readonly place: string }
/** `until`: when its pads or its battery go out of date, whichever is first. Days as 2026-11-24. */
export type Aed = {
  readonly place: string
  readonly code?: string | undefined
  readonly checked?: string | undefined
  readonly until?: string | undefined
}
type Kit = { readonly place: string; readonly checked?: string | undefined }
/** `until`: the last day of the certificate. */
export type FirstAider = { readonly name: string; readonly until?: string | undefined }

/** `near`: codes of the places it is the nearest to, as they are typed: SL1, DR4. */
type Telephone = { readonly place: string; readonly near?: string | undefined }

export type Safety = {
  /** How a crew gets from its door to the stage and below it. */
  readonly route?: string | undefined
  readonly hospital?: string | undefined
  /** Who has signed for the words of first aid on the card. */
  readonly trainer?: Trainer | undefined
  readonly points: readonly AssemblyPoint[]
  readonly aeds: readonly Aed[]
  readonly kits: readonly Kit[]
  readonly aiders: readonly FirstAider[]
  /** Those that reach outside, for a device that cannot ring. */
  readonly phones: readonly Telephone[]
}

export const noSafety: Safety = { points: [], aeds: [], kits: [], aiders: [], phones: [] }

export const safetyLists = ['points', 'aeds', 'kits', 'aiders', 'phones'] as const
export type SafetyList = (typeof safetyLists)[number]

/** What is written of each; the first of them is never empty. */
export const safetyFields = {
  points: ['place'],
  aeds: ['place', 'code', 'checked', 'until'],
  kits: ['place', 'checked'],
  aiders: ['name', 'until'],
  phones: ['place', 'near'],
} as const satisfies { readonly [List in SafetyList]: readonly (keyof Safety[List][number])[] }

/** No house has more. */
export const SAFETY_ROWS_MAX: Readonly<Record<SafetyList, number>> = {
  points: 12,
  aeds: 20,
  kits: 40,
  aiders: 200,
  phones: 40,
}

/** These hold a day. */
export const safetyDays: readonly string[] = ['checked', 'until']

/** On its last day a certificate still is one; one without a day is nobody's word, and one that has run out is none. */
export const inDate = ({ until }: FirstAider, today: string): boolean =>
  until !== undefined && isDay(until) && daysFrom(today, until) >= 0

/** The nearest to a place, by what somebody wrote down; null where nobody did. */
export const nearestPhone = ({ phones }: Pick<Safety, 'phones'>, code: string): string | null =>
  phones.find(({ near = '' }) =>
    near.split(/[\s,;]+/).some((one) => one.toLowerCase() === code.toLowerCase()),
  )?.place ?? null
