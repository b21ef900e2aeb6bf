// From a show to the text of its file: always the same for the same show, one entity to a line, so that changes show.

import { assert } from '../../core/kit/assert.ts'
import type { Show } from '../../core/show/show.ts'
import { showSchema } from './schema.ts'

export function writeShowFile(show: Show): string {
  // Through the schema for the order of its fields. A show beyond its bounds is written all the same: losing it is worse.
  const ordered = showSchema.safeParse(show)
  const fields = fieldsOf(ordered.success ? ordered.data : show)
  return wholeText(fields.map(([name, field]) => fieldText(name, field)))
}

/** What each field is written as, put together. */
export const wholeText = (fields: readonly string[]): string => `{\n${fields.join(',\n')}\n}\n`

export const fieldText = (name: string, field: unknown): string =>
  `  ${JSON.stringify(name)}: ${body(field, '  ')}`

/** One entity of a list, on a line of its own. */
export const rowText = (row: unknown): string => `    ${inline(row)}`

/** A list of entities, each written already. */
export const listText = (name: string, rows: readonly string[]): string =>
  `  ${JSON.stringify(name)}: ${rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`}`

type Fields = readonly (readonly [string, unknown])[]

/** Braces over several lines; a list of entities gets a line for each, everything else stays on the line of its field. */
function block(value: object, indent: string): string {
  const inner = `${indent}  `
  const fields = fieldsOf(value).map(
    ([name, field]) => `${inner}${JSON.stringify(name)}: ${body(field, inner)}`,
  )
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`
}

function body(field: unknown, indent: string): string {
  if (Array.isArray(field) && field.some((member) => typeof member === 'object' && member !== null)) {
    const lines = field.map((member) => `${indent}  ${inline(member)}`)
    return `[\n${lines.join(',\n')}\n${indent}]`
  }
  // Only the venue and the covers lie as deep as this; what is in them are entities too.
  const isDeep = isRecord(field) && ('places' in field || 'competences' in field)
  return isDeep ? block(field, indent) : inline(field)
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (isRecord(value)) {
    const fields = fieldsOf(value).map(([name, field]) => `${JSON.stringify(name)}: ${inline(field)}`)
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
  }
  assert(
    typeof value !== 'number' || Number.isFinite(value),
    'only finite numbers are written into a show file',
  )
  return JSON.stringify(value) ?? 'null'
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsOf = (value: object): Fields => Object.entries(value).filter(([, field]) => field !== undefined)
