// What was asked of the office, held to its schema before anything is done: what is none is said with its field.

import { parseSaid } from '../../core/kit/turned-text.ts'
import { OFFICE_BYTES_MAX } from '../../wire/office.ts'
import { type Deed, type OfficeAnswer, type OfficeRequest, refuse } from './deeds.ts'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** As a schema of the wire's reads what it was sent. */
type Schema<Asked> = {
  safeParse(
    read: unknown,
  ):
    | { readonly success: true; readonly data: Asked }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }
}

export const taking = <Asked>(
  schema: Schema<Asked>,
  run: (request: OfficeRequest, asked: Asked) => OfficeAnswer | Promise<OfficeAnswer>,
): Deed => ({
  method: 'POST',
  takes: 'json',
  bytesMax: OFFICE_BYTES_MAX,
  run: (request) => {
    const read = parsed(request.body)
    const checked = read === undefined ? null : schema.safeParse(read)
    if (checked === null) return { ...refuse('not-json', 'That cannot be read.'), status: 400 }
    if (checked.success) return run(request, checked.data)
    const [issue] = checked.error.issues
    const where = issue?.path
      .map((step) => (typeof step === 'number' ? `row ${step + 1}` : String(step)))
      .join(', ')
    return refuse('shape', `${where}: ${issue?.message}.`)
  },
})

function parsed(body: string): unknown {
  try {
    return parseSaid(body)
  } catch {
    return undefined
  }
}
