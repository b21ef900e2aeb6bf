// For whoever was chosen as a keeper: each time a note that they keep with others was opened. Found on this device, by nobody else.

import { useEffect } from 'react'
import { isProxyTold } from '../../core/vault/told.ts'
import { handedTo, openTold } from '../../sealing/telling.ts'
import { type KeeperTold, type KeepingAnswer, readKeeperTold } from '../../wire/vault.ts'
import type { Came } from '../answers/rounds.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { cameSealed, deviceKeys } from './ask.ts'
import { put, take } from './shelf.ts'
import styles from './vault.module.css'
import { whenOf } from './when.ts'

const c = classes(styles)

/** As many people may have chosen somebody; the oldest make way. */
const HANDED_MAX = 200
/** When the newest of them was opened, as it was last read on this phone. */
export const READ_KEY = 'ghostlight.keeping-read'

export type Kept = { readonly told: readonly KeeperTold[]; readonly timeZone: string }

/** Refused where this is nobody’s own device. */
export async function keeperTold(): Promise<Came<Kept>> {
  const { keys, key } = await deviceKeys()
  const answer = await cameSealed<KeepingAnswer>('keeping', { key })
  if (answer.is !== 'told') return answer
  const { slots, told, timeZone } = answer.told
  const tried = new Set((await take<readonly string[]>('slots-tried')) ?? [])
  const fresh = slots.filter((slot) => !tried.has(slot))
  const before = (await take<readonly string[]>('handed')) ?? []
  const handed = [...new Set([...before, ...(await handedTo(keys, fresh))])].slice(-HANDED_MAX)
  if (fresh.length > 0) {
    await put('handed', handed)
    await put('slots-tried', slots)
  }
  const opened = await openTold(handed, told)
  return { is: 'told', told: { told: opened.flatMap((text) => readKeeperTold(text) ?? []), timeZone } }
}

const newest = ({ told }: Kept): number =>
  Math.max(0, ...told.flatMap(({ opened }) => opened.map(({ at }) => at)))

export const isUnread = (kept: Kept): boolean => newest(kept) > Number(localStorage.getItem(READ_KEY) ?? 0)

export function KeeperToldList() {
  const { myNote: words } = useWords()
  const { told: kept } = useRounds({ about: 'keeping', ask: keeperTold })
  // Read is what stands here.
  useEffect(() => {
    if (kept !== null) localStorage.setItem(READ_KEY, `${newest(kept)}`)
  }, [kept])
  if (kept === null || kept.told.length === 0) return null
  return (
    <section className={c('section')} aria-label={words.keeperTold}>
      <h2 className={c('heading')}>{words.keeperTold}</h2>
      <p className={c('hint')}>{words.keeperWhy}</p>
      {kept.told.map((one) => (
        <OneNote key={one.name} one={one} timeZone={kept.timeZone} />
      ))}
    </section>
  )
}

function OneNote({ one, timeZone }: { readonly one: KeeperTold; readonly timeZone: string }) {
  const { myNote: words } = useWords()
  const { name, opened, more } = one
  return (
    <>
      <ul className={c('list')}>
        {opened.map(({ at, by, how, as }) => (
          <li key={at} className={c('row')}>
            <b>{words.keeperOpened({ name, clock: whenOf(at, timeZone) })}</b>
            <span>
              {[
                words.keeperHow({ by, how: words.ways[how] }),
                ...(as === null ? [] : [words.standings[as]]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={c('hint')}>{words.keeperMore(more)}</p> : null}
      {isProxyTold(opened, Date.now()) ? <p>{words.keeperProxy({ name })}</p> : null}
    </>
  )
}
