// What a screen can be paired as, in the words of the house, and the command that makes its link.

import type { WireCommand } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'

export type Post =
  | 'department'
  | 'person'
  | 'caller'
  | 'sm'
  | 'asm'
  | 'md'
  | 'wing'
  | 'room'
  | 'callboard'
  | 'kiosk'
  | 'foh'
  | 'cm'
  | 'dc'

type Kind = {
  readonly post: Post
  readonly roles: readonly string[]
  readonly needs: 'department' | 'person' | 'place' | null
  /** One link may let several in: what it shows may be read by whoever passes. */
  readonly several: boolean
}

const kind = (post: Post, role: string, needs: Kind['needs'], several = false): Kind => ({
  post,
  roles: [role],
  needs,
  several,
})

export const posts: readonly Kind[] = [
  kind('department', 'dept', 'department', true),
  kind('person', 'perf', 'person'),
  kind('wing', 'ASM', 'place'),
  kind('room', 'callboard', 'place', true),
  kind('callboard', 'callboard', null, true),
  kind('kiosk', 'kiosk', null),
  kind('md', 'MD', 'department'),
  kind('foh', 'FOH', null),
  kind('cm', 'CM', 'person'),
  kind('dc', 'DC', 'person'),
  kind('asm', 'ASM', null),
  kind('sm', 'SM', null),
  kind('caller', 'caller', null),
]

/** "A wing’s shared tablet". */
export const postWords = (post: Post): string => words().posts[post]

export const kindOf = (post: Post): Kind | null => posts.find((one) => one.post === post) ?? null

/** `roles`: of a person, what they are in this show. */
type Named = { readonly id: string; readonly name: string; readonly roles?: readonly string[] }

export type Wanted = { readonly post: Post; readonly chosen: Named | null }

/** For how many, and for how long. */
export type Several = { readonly devices: number; readonly minutes: number }

type Invite = Extract<WireCommand, { name: 'device.invite' | 'group.invite' }>

/** Null while it is not said for whom. `several`: one link for so many, where the post can be several. */
export function inviteOf({ post, chosen }: Wanted, several: Several | null): Invite | null {
  const wanted = kindOf(post)
  if (!wanted || (wanted.needs !== null && chosen === null)) return null
  const idFor = (need: Kind['needs']) => (wanted.needs === need ? (chosen?.id ?? null) : null)
  const rest = {
    title: titleOf(wanted, chosen),
    roles: rolesOf(wanted, chosen),
    department: idFor('department'),
    place: idFor('place'),
  }
  return several !== null && wanted.several
    ? { name: 'group.invite', ...rest, ...several }
    : { name: 'device.invite', ...rest, person: idFor('person') }
}

/** Somebody's phone is what they are in this show; a post that is more is theirs beside their own part. */
function rolesOf({ post, needs, roles }: Kind, chosen: Named | null): string[] {
  const theirs = needs === 'person' ? chosen?.roles : undefined
  if (theirs === undefined) return [...roles]
  return post === 'person' ? [...theirs] : [...new Set([...roles, ...theirs])]
}

function titleOf({ needs, post }: Kind, chosen: Named | null): string {
  if (chosen === null) return postWords(post)
  return needs === 'person' ? words().pairing.phoneOf({ name: chosen.name }) : chosen.name
}
