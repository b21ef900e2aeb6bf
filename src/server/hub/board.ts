// What each audience was last sent, and since when: computed once per change, shared by all who may see it.

import type { Instant } from '../../core/kit/time.ts'
import { stepOf } from '../../core/night/seen.ts'
import type { Audience } from '../../core/night/view.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Night } from './stage.ts'

/** An audience of the performance, or one of the facts only the server knows (devices, keeping). */
export type Posting = {
  readonly section: string
  readonly key: string
  readonly fixed: boolean
  readonly timely?: true | undefined
  /** Where it is given: written again where this is another thing than it was, and not before. */
  readonly again?: (() => unknown) | undefined
  readonly write: () => string
}

export function fromAudience(
  night: Night,
  { section, key, fixed, timely, compute, from }: Audience,
  now: () => Instant,
): Posting {
  let last: { readonly of: readonly unknown[]; readonly json: string } | null = null
  const write = () => {
    const state = night.owner.state()
    const at = now()
    // Every phone has a line of its own, and a GO changes none of them.
    const of = from && [timely ? stepOf(at) : null, ...from(state)]
    if (last && of?.every((part, index) => part === last?.of[index])) return last.json
    const json = JSON.stringify(compute(night.plan, state, at) ?? null)
    if (of) last = { of, json }
    return json
  }
  // What is fixed follows the order in force and nothing else.
  const again = fixed ? () => night.owner.state().order.versions : undefined
  return { section, key, fixed, timely, again, write }
}

/** `json`: null where it could not be worked out, for a mistake of ours. */
type Posted = { readonly posting: Posting; json: string | null; changedAt: number; of: unknown }

export type Board = {
  /** Number of the newest frame. */
  frame(): number
  /** Sees to it that this posting is computed and kept up from now on. */
  put(posting: Posting): void
  /** Computes everything that may have changed; a new frame number if anything did. Returns the changed keys. */
  refresh(which?: (posting: Posting) => boolean): ReadonlySet<string>
  /**
   * `{"section":…}` of those of these keys that changed after frame `seen`, in parts; null where none did. A section
   * that is sent again is the very same text. What is lost is left out.
   */
  sectionsSince(keys: readonly string[], seen: number): readonly string[] | null
  /** How many cannot be worked out now, for a mistake of ours. */
  lost(): number
  /** Has one of these been lost after frame `seen`? No frame can take it from a screen: that wants a whole snapshot. */
  isLostSince(keys: readonly string[], seen: number): boolean
  /** Is this one fixed, so that it stands in nobody’s set of what moves? */
  isFixed(key: string): boolean
  /** Another performance: everything is new. */
  clear(): void
}

/** Made of the same as before. What was lost is tried again. */
function isAsItWas(one: Posted): boolean {
  const { again } = one.posting
  if ((again === undefined && !one.posting.fixed) || one.json === null) return false
  const now = again?.()
  const same = now === one.of
  one.of = now
  return same
}

/** A mistake of ours in one section is not everybody's: the others go out, and the server stays (HUB-47). */
function written({ write }: Posting): string | null {
  try {
    return write()
  } catch (error) {
    tellMistake(error)
    return null
  }
}

export function board(): Board {
  let frame = 0
  const posted = new Map<string, Posted>()
  return {
    frame: () => frame,
    put: (posting) => {
      if (!posted.has(posting.key))
        posted.set(posting.key, {
          ...{ posting, json: written(posting), changedAt: frame },
          of: posting.again?.(),
        })
    },
    refresh: (which = () => true) => {
      const changed = new Set<string>()
      for (const [key, one] of posted) {
        if (!which(one.posting) || isAsItWas(one)) continue
        const json = written(one.posting)
        if (json === one.json) continue
        one.json = json
        one.changedAt = frame + 1
        changed.add(key)
      }
      if (changed.size > 0) frame += 1
      return changed
    },
    sectionsSince: (keys, seen) => {
      const parts = keys.flatMap((key, index) => {
        const one = posted.get(key)
        const comma = index === 0 ? '' : ','
        return one && one.json !== null && one.changedAt > seen
          ? [`${comma}${JSON.stringify(one.posting.section)}:`, one.json]
          : []
      })
      if (parts.length === 0) return null
      const [first = '', ...rest] = parts
      return ['{', first.replace(/^,/, ''), ...rest, '}']
    },
    lost: () => [...posted.values()].filter(({ json }) => json === null).length,
    isLostSince: (keys, seen) =>
      keys.some((key) => {
        const one = posted.get(key)
        return one !== undefined && one.json === null && one.changedAt > seen
      }),
    isFixed: (key) => posted.get(key)?.posting.fixed === true,
    clear: () => {
      posted.clear()
      frame += 1
    },
  }
}
