// A department's run sheet: everything it does tonight, in order, with when it is expected.

import { useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { RunRow, RunSheet } from '../../core/paperwork/run-sheet.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
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
  const { papers, runSheet: said } = useWords()
  const { loaded, again } = usePaper<Told>(address)
  if (loaded === null) return <Notice words={said.fetching} />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { sheet, writtenAt, departments } = loaded.told
  const own = departments.find((one) => one.name === sheet.department)?.id ?? ''
  return (
    <PaperScreen
      what={said.what({ department: sheet.department })}
      night={sheet.number === null ? sheet.title : papers.night({ title: sheet.title, number: sheet.number })}
      at={writtenAt}
      timeZone={sheet.timeZone}
      data={address}
      again={again}
      choose={
        departments.length > 1 ? (
          <Choice label={said.department} value={own} options={departments} onChange={choose} />
        ) : null
      }
    >
      {(printed) => <Sheet sheet={sheet} printed={printed} />}
    </PaperScreen>
  )
}

function Sheet({ sheet, printed }: { readonly sheet: RunSheet; readonly printed: string }) {
  const { papers, runSheet: said } = useWords()
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{said.title({ department: sheet.department })}</h1>
        <p>
          {sheet.number === null ? sheet.title : papers.night({ title: sheet.title, number: sheet.number })}
        </p>
        <p className={c('quiet')}>{said.asAt({ clock: printed })}</p>
      </header>
      {sheet.presets.length > 0 ? (
        <Table title={said.preset} heads={Object.values(said.presetHeads)}>
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

type Head = keyof Words['runSheet']['heads']

const columns: readonly { readonly head: Head; readonly of: (row: RunRow, timeZone: string) => string }[] = [
  { head: 'time', of: ({ expected }, zone) => (expected === null ? '–' : formatClock(expected, zone)) },
  { head: 'item', of: ({ item }) => item },
  { head: 'cue', of: ({ cue }) => cue },
  { head: 'on', of: ({ line }) => line },
  { head: 'what', of: ({ what }) => what },
  { head: 'from', of: ({ from }) => from },
  { head: 'to', of: ({ to }) => to },
  { head: 'who', of: ({ who }) => who },
  { head: 'side', of: ({ side }) => side },
  { head: 'notes', of: ({ notes }) => notes },
]

/** A column in which nobody has anything takes no room on the paper. */
function Rows({ sheet: { rows, timeZone } }: { readonly sheet: RunSheet }) {
  const { runSheet: said } = useWords()
  if (rows.length === 0) return <p className={c('none')}>{said.nothing}</p>
  const used = columns.filter(({ of }) => rows.some((row) => of(row, timeZone) !== ''))
  return (
    <Table title={said.running} heads={used.map(({ head }) => said.heads[head])} stacks>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a plot may be alike, and the sheet is fetched whole.
        <tr key={index}>
          {used.map(({ head, of }) => (
            <td key={head} data-head={said.heads[head]}>
              {of(row, timeZone)}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
