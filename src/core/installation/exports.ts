// What was taken out of the house in a file: each has a number, and who took it stands in the part that can be erased.

import type { DeviceId } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'

export const exportKinds = ['show-file', 'table-file', 'record-file', 'report-file', 'whole-record'] as const
export type ExportKind = (typeof exportKinds)[number]

export type ExportTaken = {
  readonly number: number
  readonly what: ExportKind
  readonly at: Instant
  /** Null once it was erased. */
  readonly by: { readonly person: PersonId | null; readonly device: DeviceId } | null
}

/** As it stands in the file itself; `at` in words. */
export const copyWords = ({
  number,
  by,
  at,
}: {
  readonly number: number
  readonly by: string
  readonly at: string
}) => `Copy ${number}, saved by ${by}, ${at}`

/** The newest; the record has them all. */
export const EXPORTS_HELD_MAX = 100

/** Its mark in a name: before the first dot, so that the kind of file stays what it is. */
export function markedName(name: string, number: number): string {
  const [first = '', ...ends] = name.split('.')
  return [`${first}-copy-${number}`, ...ends].join('.')
}
