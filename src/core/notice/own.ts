// What whoever it is about reads of the pages about themself: who let what be said, what is out, who may be told what.

import { sees, type Viewer } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { type Out, outOf } from './out.ts'
import type { NoticeLine } from './section.ts'
import type { Call, Contact, Matter, NoticeState, Permission, Statement } from './state.ts'

export type OwnMatter = {
  readonly id: string
  readonly at: Instant
  readonly closed: boolean
  readonly permissions: readonly (Permission & { readonly out: readonly Out[] })[]
  readonly statements: readonly Statement[]
  readonly contacts: readonly (Pick<Contact, 'id' | 'name' | 'may'> & {
    readonly calls: readonly Pick<Call, 'id' | 'at' | 'outcome' | 'by'>[]
  })[]
}

const isOwn = (viewer: Viewer, { person }: Matter): boolean =>
  person !== null && person === viewer.person && sees(viewer, 'their people') !== null

/** The newest first; nothing on a device that is nobody's. */
export const ownMatters = ({ matters, notices }: NoticeState, viewer: Viewer): readonly OwnMatter[] =>
  matters
    .filter((one) => isOwn(viewer, one))
    .map((matter) => ({
      ...{ id: matter.id, at: matter.at, closed: matter.closedAt !== null },
      permissions: matter.permissions.map((one) => ({ ...one, out: outOf(one, matter, notices) })),
      statements: matter.statements,
      contacts: matter.contacts.map(({ id, name, may }) => ({
        ...{ id, name, may },
        calls: matter.calls
          .filter(({ contact }) => contact === id)
          .map(({ id: call, at, outcome, by }) => ({ id: call, at, outcome, by })),
      })),
    }))
    .toReversed()

/** Whoever it is about takes back what was let be said of them, by whomever. */
export const isAboutThem = ({ person }: Viewer, matter: Matter): boolean =>
  person !== null && matter.person === person

/** By names that say nothing of it: what a phone has shown its owner is no news there. */
export const ownNews = (own: readonly OwnMatter[]): readonly string[] =>
  own.flatMap(({ permissions, statements }) => [...permissions, ...statements].map(({ id }) => id))

/** Of what somebody has read: what was taken back after that. */
export const takenBackNews = (notices: readonly NoticeLine[]): readonly string[] =>
  notices.flatMap(({ id, takenBack, acknowledged }) =>
    takenBack !== null && acknowledged !== null && acknowledged.at <= takenBack ? [id] : [],
  )
