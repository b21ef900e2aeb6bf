// On paper alone: who printed a page, when, in which house, and which copy it is. Said once for every screen.

import { useLayoutEffect, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { dayInWords, dayOf } from '../../core/kit/day.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { fingerprintOf, shortMark } from '../../core/paperwork/sheets/mark.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { WhoPrints } from '../../wire/who-prints.ts'
import { readAnswer } from '../answers/read-answer.ts'
import type { Rounds } from '../answers/rounds.ts'
import { countryNow, words } from '../speech/speech.ts'
import { adoptStyle } from './adopt-style.ts'
import { type Ask, type Asking, askAgain } from './ask-again.ts'
import { cameOf } from './ask-page.ts'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'
import styles from './printed.module.css'
import { around } from './use-rounds.ts'

const c = classes(styles)

/** Not among the first things that a page asks for. */
const FIRST_MS = 1_000

type Known = WhoPrints & { readonly aheadMs: number }
let known: Known | null = null
let line = ''
const listeners = new Set<() => void>()

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function draw(): void {
  const next = lineFor({ who: known, now: instant(Date.now()), text: textOf(), was: 'printed' })
  if (next === line) return
  line = next
  for (const listener of listeners) listener()
}

/** Whoever it is by then: on a tablet that others use it changes, and one’s own pages there are one’s own. */
export function askWhoPrints(): void {
  if (asking !== null) {
    asking.again()
    return
  }
  const tell = ({ shown }: Rounds<Known>) => {
    known = shown?.told ?? null
    draw()
  }
  asking = askAgain<Known>({ pace: { everyMs: null, alsoHidden: false }, ask, tell }, around())
}

let asking: Asking<Known> | null = null
const ask: Ask<Known> = async (signal) => {
  const at = location.pathname.split('/')[1] === 'mine' ? '/api/me?mine' : '/api/me'
  const came = cameOf(await readAnswer<{ readonly prints: WhoPrints }>(fetch(at, { signal }), ['prints']))
  if (came.is !== 'told') return came
  const { prints } = came.told
  return { is: 'told', told: { ...prints, aheadMs: prints.at - Date.now() } }
}

/** What stands there, without this line itself: the same words have the same mark. */
function textOf(): string {
  const main = document.querySelector('main')?.cloneNode(true)
  if (!(main instanceof Element)) return ''
  for (const own of main.querySelectorAll('[data-printed], script')) own.remove()
  return main.textContent
}

type Copy = {
  readonly who: Known | null
  /** By this device's clock, which is put right by the house's where that is known. */
  readonly now: Instant
  readonly text: string
  readonly was: 'printed' | 'saved'
}

export function lineFor({ who, now, text, was }: Copy): string {
  const { papers } = words()
  const at = instant(now + (who?.aheadMs ?? 0))
  const timeZone = who?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const { monthFirst } = countryPack(countryNow())
  const day = dayInWords(dayOf(at, timeZone), monthFirst)
  const said = { was, day, clock: formatClock(at, timeZone), mark: shortMark(fingerprintOf(text)) }
  return who === null ? papers.copyHere(said) : papers.copyLine({ ...said, by: who.by, house: who.house })
}

/** A text that is saved from a page, as an address: with who saved it, and when, at its end. */
export const savedText = (text: string): string =>
  asAddress(`${text}\n\n${lineFor({ who: known, now: instant(Date.now()), text, was: 'saved' })}\n`)

const asAddress = (text: string): string => `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`

/** Around every screen. Each page of paper has it at its head where the browser can do that, and the last one at its end. */
export function PrintedLine() {
  const said = useSyncExternalStore(listen, () => line)
  useLayoutEffect(() => {
    const press = () => flushSync(draw)
    const first = setTimeout(askWhoPrints, FIRST_MS)
    addEventListener('beforeprint', press)
    return () => {
      clearTimeout(first)
      removeEventListener('beforeprint', press)
      asking?.end()
      asking = null
    }
  }, [])
  useLayoutEffect(
    () => adoptStyle(`@page{@top-right{content:${JSON.stringify(said)};font-size:8pt}}`),
    [said],
  )
  return <p className={c('printed', 'last')}>{said}</p>
}

/** On each piece that is cut out and goes its own way: a card, a slip. */
export function Printed() {
  const said = useSyncExternalStore(listen, () => line)
  return (
    <p className={c('printed')} data-printed>
      {said}
    </p>
  )
}
