// From the text of a show file to a show, or to everything that is wrong with it and where.

import { canonical, type Json } from '../../core/kit/json.ts'
import type { Show } from '../../core/show/show.ts'
import { withoutCopyMark } from '../copy-mark.ts'
import { bounded } from '../finding.ts'
import { checkCompany } from './checks/company.ts'
import type { Complaint } from './checks/complaint.ts'
import { checkCueing } from './checks/cueing.ts'
import { checkReferences } from './checks/references.ts'
import { checkSameness } from './checks/sameness.ts'
import { fillIn } from './fill-in.ts'
import { type JsonFile, type Located, type Path, pointerOf, readJson } from './json.ts'
import { bare, type LookedAt } from './looked-at.ts'
import { entityAt, valueAt } from './naming.ts'
import { scan } from './scan.ts'
import { FORMAT_VERSION, showSchema } from './schema.ts'
import { pathOf, sentenceFor } from './sentences.ts'

export type ShowReading =
  | { readonly ok: true; readonly show: Show; readonly warnings: readonly Located[] }
  | { readonly ok: false; readonly errors: readonly Located[] }

const turnedRound: Complaint = {
  path: [],
  sentence:
    'Invisible signs in this file turn the text after them round; they were left out. Names that read from the right stand as they were.',
  warning: true,
}

export function readShowFile(said: string): ShowReading {
  const text = bare(said)
  const json = readJson(text)
  if (!json.ok) return { ok: false, errors: bounded(json.errors) }
  const { file } = json
  const tooNew = newerVersion(file.value)
  if (tooNew !== undefined) return { ok: false, errors: [located(file, ['formatVersion'], tooNew)] }
  const shaped = showSchema.safeParse(file.value)
  if (!shaped.success) {
    const errors = shaped.error.issues.map((issue) =>
      located(file, pathOf(issue), sentenceFor(file.value, issue)),
    )
    return { ok: false, errors: bounded(errors) }
  }
  const show = fillIn(shaped.data)
  const complaints = [
    ...(text === withoutCopyMark(said) ? [] : [turnedRound]),
    ...unsaid(file.value, shaped.data, show),
    ...crossChecks(show),
  ]
  const errors = complaints.filter(({ warning }) => !warning)
  const told = (some: readonly Complaint[]) => bounded(some.map((complaint) => tell(file, complaint)))
  return errors.length > 0
    ? { ok: false, errors: told(errors) }
    : { ok: true, show, warnings: told(complaints) }
}

/**
 * The text of `writeShowFile`, held to every check of a show file. Where each value stands in it is nobody's question
 * while nothing is wrong, and finding that out costs two thirds of the reading.
 */
export function readWritten(said: string): ShowReading {
  const text = bare(said)
  if (!scan(text).fit) return readShowFile(text)
  const shaped = showSchema.safeParse(JSON.parse(text))
  if (!shaped.success) return readShowFile(text)
  const show = fillIn(shaped.data)
  const complaints = [...crossChecks(show)]
  return complaints.length === 0 ? { ok: true, show, warnings: [] } : readShowFile(text)
}

/**
 * A show that was read and accepted once and has been kept under its hash since. Its shape is looked at again, for an
 * older version may have accepted it; lines and sentences are nobody's question any more, and cost the most. Null where
 * it is none.
 */
export const readKeptShow = (text: string): Show | null => lookAtKept(text)?.show ?? null

/** The same, for whoever will read this text again by the same program. */
export function lookAtKept(text: string): LookedAt | null {
  try {
    const value = JSON.parse(bare(text))
    const shaped = showSchema.safeParse(value)
    return shaped.success ? { show: fillIn(shaped.data), added: addedTo(value, shaped.data) } : null
  } catch {
    return null
  }
}

function addedTo(said: { readonly [part: string]: Json }, read: Show): LookedAt['added'] {
  // A show is plain data: what the schema gives back is written down as JSON by whoever keeps it.
  const parts = Object.entries(read as unknown as { readonly [part: string]: Json })
  const isAsSaid = ([part, value]: [string, Json]) => canonical(said[part] ?? null) === canonical(value)
  const names = new Set(parts.map(([part]) => part))
  const asSaid = parts.every((one) => !Object.hasOwn(said, one[0]) || isAsSaid(one))
  if (!asSaid || Object.keys(said).some((part) => !names.has(part))) return null
  return Object.fromEntries(parts.filter(([part]) => !Object.hasOwn(said, part)))
}

function* crossChecks(show: Show): Generator<Complaint> {
  yield* checkSameness(show)
  yield* checkReferences(show)
  yield* checkCueing(show)
  yield* checkCompany(show)
}

/** Nobody can say what a later version means, so nothing else in the file is judged. */
function newerVersion(value: Json): string | undefined {
  const version = valueAt(value, ['formatVersion'])
  if (typeof version !== 'number' || version <= FORMAT_VERSION) return undefined
  return (
    `This show file is version ${version}; this Ghostlight reads version ${FORMAT_VERSION}. ` +
    'Open it with a newer Ghostlight, or save it there for this one.'
  )
}

/** What was filled in is told, so that a slip of the pen in the cues does not become a department unseen. */
function* unsaid(value: Json, said: Show, show: Show): Generator<Complaint> {
  if (valueAt(value, ['formatVersion']) === undefined)
    yield {
      path: [],
      sentence: `The file does not say its “formatVersion”; it was read as version ${FORMAT_VERSION}.`,
      warning: true,
    }
  if (said.departments.length === 0 && show.departments.length > 0)
    yield {
      path: ['departments'],
      sentence: `The file lists no departments; the cues name ${show.departments.map(({ short }) => short).join(', ')}.`,
      warning: true,
    }
}

const tell = (file: JsonFile, { path, sentence }: Complaint): Located =>
  located(
    file,
    path,
    sentence.replace('{}', () => entityAt(file.value, path).name),
  )

const located = (file: JsonFile, path: Path, message: string): Located => {
  const { line, column } = file.spot(path)
  return { pointer: pointerOf(path), line, column, message }
}
