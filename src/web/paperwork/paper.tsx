// Around every sheet: what fetches it, the tools that do not print, and the foot of each page.

import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import { classes } from '../ui/classes.ts'
import styles from './report.module.css'

const c = classes(styles)

type Loaded<T> = { readonly told: T } | { readonly sentence: string }

/** Fetches a sheet, and again when asked; null while it has never come. */
export function usePaper<T>(address: string): {
  readonly loaded: Loaded<T> | null
  readonly again: () => void
} {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null)
  const again = useCallback(() => void fetchPaper<T>(address).then(setLoaded), [address])
  useEffect(again, [again])
  return { loaded, again }
}

async function fetchPaper<T>(address: string): Promise<Loaded<T>> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    if (answer.status === 401)
      return { sentence: 'This device is not paired. Ask the stage manager for a link.' }
    // `as`: our own server, which builds its answer from the same types.
    const told = (await answer.json()) as T & { readonly refusal?: { readonly sentence: string } }
    return told.refusal ? { sentence: told.refusal.sentence } : { told }
  } catch {
    return { sentence: 'The server cannot be reached, so this sheet cannot be fetched.' }
  }
}

type PaperParts = {
  readonly what: string
  readonly night: string
  readonly at: Instant
  readonly timeZone: string
  readonly data: string
  readonly again: () => void
  readonly choose?: ReactNode
  readonly children: (printed: string) => ReactNode
}

export function PaperScreen({ what, night, at, timeZone, data, again, choose, children }: PaperParts) {
  const printed = formatClock(at, timeZone)
  const named = `${night} · ${what} · read ${printed}`
  return (
    <main className={c('screen')}>
      <title>{named}</title>
      {/* At the foot of every sheet, so that no page is lost from its night. */}
      <style>{`@page { @bottom-left { content: ${JSON.stringify(named)}; font-size: 8pt } @bottom-right { content: counter(page); font-size: 8pt } }`}</style>
      <div className={c('tools')}>
        <a href="/">Back</a>
        <Papers />
        <span className={c('gap')} />
        {choose}
        <button type="button" className={c('button')} onClick={again}>
          Refresh
        </button>
        <a className={c('button')} href={data}>
          As data
        </a>
        <button type="button" className={c('button')} onClick={() => window.print()}>
          Print
        </button>
      </div>
      {children(printed)}
    </main>
  )
}

/** From one sheet to the others. */
function Papers() {
  return (
    <nav className={c('papers')} aria-label="Paper">
      {[
        ['/report', 'Report'],
        ['/tasks', 'Tasks'],
        ['/run-sheet', 'Run sheet'],
        ['/sign-in-sheet', 'Sign-in sheet'],
        ['/statistics', 'Times'],
      ].map(([href, words]) => (
        <a key={href} href={href} aria-current={location.pathname === href ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  )
}

export const Notice = ({ words }: { readonly words: string }) => (
  <main>
    <p className={c('notice')}>{words}</p>
    <p className={c('notice')}>
      <a href="/">Back</a>
    </p>
  </main>
)

export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}) {
  return (
    <label className={c('choice')}>
      {label}{' '}
      <select className={c('button')} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  )
}
