// One record of what was permitted, rung, released and put up: decided here, and folded here.

import type { Json } from '../kit/json.ts'
import type { Result } from '../kit/result.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Context, NoticeCommand, NoticeEvent } from './commands.ts'
import { addContact, ring, settle } from './contacts.ts'
import { endLine, sayLine } from './lines.ts'
import { read, tell, widen, write } from './notices.ts'
import { closeMatter, givePermission, openMatter, release, withdraw } from './permissions.ts'
import type {
  Acknowledged,
  Call,
  Contact,
  Line,
  Matter,
  Notice,
  NoticeState,
  Permission,
  Settling,
  Statement,
} from './state.ts'

export function decideNotice(
  state: NoticeState,
  command: NoticeCommand,
  context: Context,
): Result<readonly NoticeEvent[]> {
  const on = { state, context }
  switch (command.name) {
    case 'matter.open':
      return openMatter(on, command)
    case 'matter.close':
      return closeMatter(on, command)
    case 'permission.give':
      return givePermission(on, command)
    case 'permission.withdraw':
      return withdraw(on, command)
    case 'contact.add':
      return addContact(on, command)
    case 'contact.ring':
      return ring(on, command)
    case 'contacts.settle':
      return settle(on, command)
    case 'statement.release':
      return release(on, command)
    case 'notice.write':
      return write(on, command)
    case 'notice.widen':
      return widen(on, command)
    case 'notice.tell':
      return tell(on, command)
    case 'notice.read':
      return read(on, command)
    case 'line.say':
      return sayLine(on, command)
    case 'line.end':
      return endLine(on, command)
    default:
      return command satisfies never
  }
}

type Logged = { readonly type: string; readonly v: number; readonly body: Json; readonly detail: Json | null }
/** `as` throughout this file: the log gives back what was decided above, checked by its hash chain. */
type Body = {
  readonly id: string
  readonly at: Instant
  readonly matter: string
  readonly notice: string
  readonly permission: string
  readonly line: string
}

/** Whatever lost its personal part says no more whose it was; what hangs on that is left out. */
export function applyNotice(state: NoticeState, { type, v, body: kept, detail }: Logged): NoticeState {
  if (v !== 1) return state
  const body = kept as unknown as Body
  switch (type as NoticeEvent['type']) {
    case 'matter.opened':
      return { ...state, matters: [...state.matters, matterFrom(body, detail)] }
    case 'notice.written':
      return { ...state, notices: [...state.notices, noticeFrom(kept, detail)] }
    case 'line.said': {
      const said = detail as unknown as Line['said']
      return { ...state, lines: [...state.lines, { id: body.id, at: body.at, said, endedAt: null }] }
    }
    case 'line.ended': {
      const lines = state.lines.map((one) => (one.id === body.line ? { ...one, endedAt: body.at } : one))
      return { ...state, lines }
    }
    case 'notice.widened':
      return onNotice(state, body.notice, (one) => ({ ...one, rings: widened(one, body.at) }))
    case 'notice.acknowledged':
      return detail === null
        ? state
        : onNotice(state, body.notice, (one) => ({
            ...one,
            acknowledged: [...one.acknowledged, { ...(detail as unknown as Acknowledged), at: body.at }],
          }))
    default:
      return onMatter(state, body.matter, (one) => grown(one, type as NoticeEvent['type'], body, detail))
  }
}

const matterFrom = ({ id, at }: Body, detail: Json | null): Matter => ({
  ...{ id, at, person: (detail as { person: PersonId } | null)?.person ?? null },
  ...{ permissions: [], contacts: [], calls: [], settled: null, statements: [], closedAt: null },
})

/** What is about nobody is for everybody at once. */
function noticeFrom(kept: Json, detail: Json | null): Notice {
  const { at, ...body } = kept as unknown as Pick<Notice, 'id' | 'at' | 'device' | 'matter'>
  const said = detail as unknown as Notice['said']
  const from = instant(at)
  return { ...body, at, said, rings: body.matter === null ? [from, from, from] : [from], acknowledged: [] }
}

/** Where nobody is to be told in person, the second is over as it begins. */
const widened = ({ rings, said }: Notice, at: Instant): readonly Instant[] =>
  rings.length === 1 && said?.closest.length === 0 ? [...rings, at, at] : [...rings, at].slice(0, 3)

function grown(matter: Matter, type: NoticeEvent['type'], body: Body, detail: Json | null): Matter {
  const { id, at } = body
  switch (type) {
    case 'matter.closed':
      return { ...matter, contacts: [], closedAt: at }
    case 'permission.withdrawn': {
      const permissions = matter.permissions.map((one) =>
        one.id === body.permission ? { ...one, withdrawnAt: at } : one,
      )
      return { ...matter, permissions }
    }
    default:
      return detail === null ? matter : withDetail(matter, type, { id, at }, detail)
  }
}

function withDetail(
  matter: Matter,
  type: NoticeEvent['type'],
  { id, at }: Pick<Body, 'id' | 'at'>,
  detail: Json,
): Matter {
  const { person: _person, ...said } = detail as unknown as { readonly person: PersonId }
  switch (type) {
    case 'permission.given': {
      const given = { ...(said as Omit<Permission, 'id' | 'at' | 'withdrawnAt'>), id, at, withdrawnAt: null }
      return { ...matter, permissions: [...matter.permissions, given] }
    }
    case 'contact.added': {
      const { called: name, ...rest } = said as Omit<Contact, 'id' | 'at' | 'name'> & {
        readonly called: string
      }
      return { ...matter, contacts: [...matter.contacts, { ...rest, id, at, name }] }
    }
    case 'contact.rung':
      return { ...matter, calls: [...matter.calls, { ...(said as Omit<Call, 'id' | 'at'>), id, at }] }
    case 'contacts.settled':
      return { ...matter, settled: { ...(said as { why: Settling; by: string }), at } }
    case 'statement.released':
      return {
        ...matter,
        statements: [...matter.statements, { ...(said as Omit<Statement, 'id' | 'at'>), id, at }],
      }
    default:
      return matter
  }
}

const onMatter = (state: NoticeState, id: string, change: (one: Matter) => Matter): NoticeState => ({
  ...state,
  matters: state.matters.map((one) => (one.id === id ? change(one) : one)),
})
const onNotice = (state: NoticeState, id: string, change: (one: Notice) => Notice): NoticeState => ({
  ...state,
  notices: state.notices.map((one) => (one.id === id ? change(one) : one)),
})
