// What kind of event a performance is, how each kind is numbered, and what it is counted with.

/** The first is what everything is that does not say. */
export const performanceKinds = ['show', 'preview', 'dress', 'understudy', 'tech', 'rehearsal'] as const
export type PerformanceKind = (typeof performanceKinds)[number]

/** Each kind is numbered in a range of its own, so that a number alone says which performance of which kind is meant. */
const KIND_RANGE = 1_000_000
/** Above every number that is given. */
export const PERFORMANCE_NUMBER_MAX = KIND_RANGE * performanceKinds.length - 1

/** How its number begins: shows have the numbers that they always had. */
export const numberOf = (kind: PerformanceKind, count: number): number =>
  performanceKinds.indexOf(kind) * KIND_RANGE + count

export const kindOf = (number: number): PerformanceKind =>
  performanceKinds[Math.floor(number / KIND_RANGE)] ?? 'show'

/** The how-manieth of its kind. */
export const countOf = (number: number): number => number % KIND_RANGE

/** Played for an audience that paid: what is learned, added up and shared out fairly is learned of these alone. */
export const isPublic = (kind: PerformanceKind): boolean => kind === 'show' || kind === 'preview'

/** Somebody may sit in the house: it is opened, counted and rung for. A dress rehearsal has its guests. */
export const hasAudience = (kind: PerformanceKind): boolean => isPublic(kind) || kind === 'dress'

/** It is stopped, gone back in and taken again, and the show is changed while it runs. */
export const isWorked = (kind: PerformanceKind): boolean => kind === 'tech' || kind === 'rehearsal'
