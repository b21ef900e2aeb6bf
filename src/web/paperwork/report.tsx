// The performance report: dark on the screen, black on white on paper.

import { useEffect, useState } from 'react'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { classes } from '../ui/classes.ts'
import styles from './report.module.css'
import { ReportSheet } from './sheet.tsx'

const c = classes(styles)

type Loaded = { readonly report: Report; readonly at: Instant } | { readonly sentence: string }

export function ReportScreen() {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    void load().then(setLoaded)
  }, [])
  if (loaded === null) return <p className={c('notice')}>Fetching the report…</p>
  if ('sentence' in loaded) return <p className={c('notice')}>{loaded.sentence}</p>
  const { report, at } = loaded
  const printed = formatClock(at, report.timeZone)
  const named = `${report.title} · performance ${report.number} · read ${printed}`
  return (
    <div className={c('screen')}>
      <title>{named}</title>
      {/* At the foot of every sheet, so that no page is lost from its night. */}
      <style>{`@page { @bottom-left { content: ${JSON.stringify(named)}; font-size: 8pt } }`}</style>
      <div className={c('tools')}>
        <a href="/">Back</a>
        <span className={c('gap')} />
        <button type="button" className={c('button')} onClick={() => void load().then(setLoaded)}>
          Refresh
        </button>
        <a className={c('button')} href="/api/report">
          As data
        </a>
        <button type="button" className={c('button')} onClick={() => window.print()}>
          Print
        </button>
      </div>
      <ReportSheet report={report} printed={printed} />
    </div>
  )
}

async function load(): Promise<Loaded> {
  try {
    const answer = await fetch('/api/report', { headers: { accept: 'application/json' } })
    if (answer.status === 401)
      return { sentence: 'This device is not paired. Ask the stage manager for a link.' }
    // `as`: our own server, which builds its answer from the same types.
    const told = (await answer.json()) as {
      readonly report?: Report | null
      readonly writtenAt?: Instant
      readonly refusal?: { readonly sentence: string }
    }
    if (told.refusal) return { sentence: told.refusal.sentence }
    if (!told.report) return { sentence: 'No performance is open, so there is no report yet.' }
    return { report: told.report, at: told.writtenAt ?? told.report.curtainAt }
  } catch {
    return { sentence: 'The server cannot be reached, so the report cannot be fetched.' }
  }
}
