// A department's run sheet: everything it does tonight, in order, with when it is expected.

import { useState } from 'react'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { RunRow, RunSheet } from '../../core/paperwork/run-sheet.ts'
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

const columns: readonly { readonly head: string; readonly of: (row: RunRow, timeZone: string) => string }[] =
  [
    { head: 'Time', of: ({ expected }, zone) => (expected === null ? '–' : formatClock(expected, zone)) },
    { head: 'Act, scene', of: ({ item }) => item },
    { head: 'Cue', of: ({ cue }) => cue },
    { head: 'On', of: ({ line }) => line },
    { head: 'What', of: ({ what }) => what },
    { head: 'From', of: ({ from }) => from },
    { head: 'To', of: ({ to }) => to },
    { head: 'Who', of: ({ who }) => who },
    { head: 'Side', of: ({ side }) => side },
    { head: 'Notes', of: ({ notes }) => notes },
  ]

/** A column in which nobody has anything takes no room on the paper. */
function Rows({ sheet: { rows, timeZone } }: { readonly sheet: RunSheet }) {
  if (rows.length === 0) return <p className={c('none')}>Nothing is plotted for this department.</p>
  const used = columns.filter(({ of }) => rows.some((row) => of(row, timeZone) !== ''))
  return (
    <Table title="Running" heads={used.map(({ head }) => head)} stacks>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a plot may be alike, and the sheet is fetched whole.
        <tr key={index}>
          {used.map(({ head, of }) => (
            <td key={head} data-head={head}>
              {of(row, timeZone)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
