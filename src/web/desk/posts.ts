// What a screen can be paired as, in the words of the house, and the command that makes its link.

import type { WireCommand } from '../../wire/messages.ts'

export type Post = 'department' | 'person' | 'caller' | 'sm' | 'asm' | 'md' | 'callboard' | 'foh'

export const posts: readonly {
  readonly post: Post
  readonly words: string
  readonly roles: readonly string[]
  readonly needs: 'department' | 'person' | null
}[] = [
  { post: 'department', words: 'A department’s screen', roles: ['dept'], needs: 'department' },
  { post: 'person', words: 'Somebody’s phone', roles: ['perf'], needs: 'person' },
  { post: 'md', words: 'The musical director’s screen', roles: ['MD'], needs: 'department' },
  { post: 'callboard', words: 'The callboard', roles: ['callboard'], needs: null },
  { post: 'foh', words: 'Front of house', roles: ['FOH'], needs: null },
  { post: 'asm', words: 'An assistant stage manager', roles: ['ASM'], needs: null },
  { post: 'sm', words: 'Another stage manager', roles: ['SM'], needs: null },
  { post: 'caller', words: 'The caller’s desk', roles: ['caller'], needs: null },
]

export type Wanted = {
  readonly post: Post
  readonly department: { readonly id: string; readonly name: string } | null
  readonly person: { readonly id: string; readonly name: string } | null
}

/** Null while it is not said for whom. */
export function inviteOf({
  post,
  department,
  person,
}: Wanted): Extract<WireCommand, { name: 'device.invite' }> | null {
  const kind = posts.find((one) => one.post === post)
  if (!kind) return null
  if (kind.needs === 'department' && department === null) return null
  if (kind.needs === 'person' && person === null) return null
  return {
    name: 'device.invite',
    title: titleOf({ post, department, person }, kind.words),
    roles: [...kind.roles],
    person: kind.needs === 'person' ? (person?.id ?? null) : null,
    department: kind.needs === 'department' ? (department?.id ?? null) : null,
    place: null,
  }
}

function titleOf({ post, department, person }: Wanted, words: string): string {
  if (post === 'person') return `${person?.name ?? ''}’s phone`
  return department !== null && (post === 'department' || post === 'md') ? department.name : words
}
