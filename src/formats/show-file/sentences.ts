// What zod found, said to a stage manager.

import type { z } from 'zod'
import type { Json } from '../../core/kit/json.ts'
import type { Path } from './json.ts'
import { entityAt, valueAt } from './naming.ts'

type Issue = z.core.$ZodIssue

/** `whole`: what the file is of, where nothing narrower is meant. */
export function sentenceFor(top: Json, issue: Issue, whole = 'The show'): string {
  const path = pathOf(issue)
  const { name, rest } = entityAt(top, path, whole)
  const value = valueAt(top, path)
  const field = fieldName(rest)
  if (field === undefined) return `${name} ${complaint(issue, value)}.`
  if (value === undefined) return `${name} has no ${field}, which it needs.`
  return `${name}: ${field} ${complaint(issue, value)}.`
}

/** A discriminated union complains about its discriminator, the rest about themselves; symbols never occur in JSON. */
export const pathOf = (issue: Issue): Path =>
  issue.path.map((step) => (typeof step === 'number' ? step : String(step)))

/** `“anchor” → “seconds”`, `“props” no. 2`. */
function fieldName(rest: Path): string | undefined {
  if (rest.length === 0) return undefined
  return rest
    .map((step) => (typeof step === 'number' ? `no. ${step + 1}` : `“${step}”`))
    .join(' → ')
    .replaceAll(' → no.', ' no.')
}

function complaint(issue: Issue, value: Json | undefined): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindWords[issue.expected] ?? issue.expected}, and is ${whatIs(value)}`
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}; it is ${value}`
    case 'too_big':
      return tooBig(issue.origin, issue.maximum, value)
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}, and is ${whatIs(value)}`
    case 'invalid_union':
      return `must be ${oneOf('options' in issue ? (issue.options ?? []) : [])}, and is ${whatIs(value)}`
    case 'unrecognized_keys':
      return `has ${issue.keys.map((key) => `“${key}”`).join(', ')}, which nothing reads`
    default:
      return issue.message
  }
}

function tooBig(origin: string, maximum: number | bigint, value: Json | undefined): string {
  if (origin === 'string') return `is longer than ${maximum} characters`
  if (origin === 'array') return `has more than ${maximum} entries`
  return `must be at most ${maximum}; it is ${value}`
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an entry in braces',
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value)))
  const last = words.pop()
  return words.length === 0 ? String(last) : `${words.join(', ')} or ${last}`
}

function whatIs(value: Json | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'string') return value.length <= 40 ? `“${value}”` : 'another text'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? 'a list' : 'an entry in braces'
}
