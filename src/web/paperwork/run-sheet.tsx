// A department's run sheet: everything it does tonight, in order, with when it is expected.

import { useState } from 'react'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { RunSheet } from '../../core/paperwork/run-sheet.ts'
import { classes } from '../ui/classes.ts'
import { Choice, Notice, PaperScreen, usePaper } from './paper.tsx'
import styles from './sheet.module.css'
import { Table } from './table.tsx'

const c = classes(styles)

type Told = {
  readonly sheet: RunSheet
  readonly writtenAt: Instant
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

export function RunSheetScreen() {
  const [chosen, choose] = useState(new URLSearchParams(location.search).get('department') ?? '')
  const address = chosen === '' ? '/api/run-sheet' : `/api/run-sheet?department=${encodeURIComponent(chosen)}`
  const { loaded, again } = usePaper<Told>(address)
  if (loaded === null) return <Notice words="Fetching the run sheet…" />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { sheet, writtenAt, departments } = loaded.told
  const own = departments.find((one) => one.name === sheet.department)?.id ?? ''
  return (
    <PaperScreen
      what={`run sheet, ${sheet.department}`}
      night={sheet.number === null ? sheet.title : `${sheet.title} · performance ${sheet.number}`}
      at={writtenAt}
      timeZone={sheet.timeZone}
      data={address}
      again={again}
      choose={
        departments.length > 1 ? (
          <Choice label="Department" value={own} options={departments} onChange={choose} />
        ) : null
      }
    >
      {(printed) => <Sheet sheet={sheet} printed={printed} />}
    </PaperScreen>
  )
}

function Sheet({ sheet, printed }: { readonly sheet: RunSheet; readonly printed: string }) {
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>Run sheet · {sheet.department}</h1>
        <p>
          {sheet.title}
          {sheet.number === null ? '' : ` · performance ${sheet.number}`}
        </p>
        <p className={c('quiet')}>Times as expected at {printed}</p>
      </header>
      {sheet.presets.length > 0 ? (
        <Table title="Preset" heads={['✓', 'What', 'Where', 'Before']}>
          {sheet.presets.map((one) => (
            <tr key={`${one.what} ${one.place} ${one.before}`}>
              <td>☐</td>
              <td>{one.what}</td>
              <td>{one.place}</td>
              <td>{one.before}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      <Rows sheet={sheet} />
    </article>
  )
}

function Rows({ sheet }: { readonly sheet: RunSheet }) {
  if (sheet.rows.length === 0) return <p className={c('none')}>Nothing is plotted for this department.</p>
  const heads = ['Time', 'Act, scene', 'Cue', 'On', 'What', 'From', 'To', 'Who', 'Side', 'Notes']
  const keys = new Map<string, number>()
  return (
    <Table title="Running" heads={heads}>
      {sheet.rows.map((row) => {
        const same = `${row.at.act} ${row.at.seconds} ${row.cue} ${row.what} ${row.who}`
        keys.set(same, (keys.get(same) ?? 0) + 1)
        return (
          <tr key={`${same} ${keys.get(same)}`}>
            <td>{row.expected === null ? '–' : formatClock(row.expected, sheet.timeZone)}</td>
            <td>{row.item}</td>
            <td>{row.cue}</td>
            <td>{row.line}</td>
            <td>{row.what}</td>
            <td>{row.from}</td>
            <td>{row.to}</td>
            <td>{row.who}</td>
            <td>{row.side}</td>
            <td>{row.notes}</td>
          </tr>
        )
      })}
    </Table>
  )
}
