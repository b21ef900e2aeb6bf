// The sign-in sheet and the closing list on paper: who is in by the record, and empty columns for a pencil.

import type { Instant } from '../../core/kit/time.ts'
import type { SheetMark, SheetRow, SignInSheet } from '../../core/paperwork/sign-in-sheet.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Notice, PaperScreen, usePaper } from './paper.tsx'
import styles from './sheet.module.css'
import { Table } from './table.tsx'

const c = classes(styles)

const DATA = '/api/sign-in-sheet'
/** Lines for whoever is not on the sheet yet. */
const EMPTY_LINES = 4

type Told = { readonly sheet: SignInSheet; readonly writtenAt: Instant }

export function SignInSheetScreen() {
  const { signSheet } = useWords()
  const { loaded, again } = usePaper<Told>(DATA)
  if (loaded === null) return <Notice words={signSheet.fetching} />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { sheet, writtenAt } = loaded.told
  return (
    <PaperScreen
      what={signSheet.what}
      night={`${sheet.title} · ${words().frame.performance({ number: sheet.number })}`}
      at={writtenAt}
      timeZone={sheet.timeZone}
      data={DATA}
      again={again}
    >
      {(printed) => <Sheet sheet={sheet} printed={printed} />}
    </PaperScreen>
  )
}

function Sheet({ sheet, printed }: { readonly sheet: SignInSheet; readonly printed: string }) {
  const { signSheet, attendance, frame } = useWords()
  const clock = (at: Instant) => formatClock(at, sheet.timeZone, false)
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>
          {attendance.title} · {sheet.title}
        </h1>
        <p>
          {sheet.venue} · {frame.performance({ number: sheet.number })} ·{' '}
          {signSheet.curtain({ clock: clock(sheet.curtainAt) })}
        </p>
        <p className={c('quiet')}>{signSheet.as({ clock: printed })}</p>
      </header>
      {sheet.groups.map(({ kind, rows }) => (
        <Table
          key={kind ?? ''}
          title={attendance.group[kind ?? 'none']}
          heads={[
            signSheet.name,
            signSheet.in,
            signSheet.initials,
            signSheet.outWhile,
            signSheet.out,
            signSheet.initials,
          ]}
        >
          {rows.map((row) => (
            <PersonRow key={row.name} row={row} clock={clock} />
          ))}
        </Table>
      ))}
      <VisitorTable sheet={sheet} clock={clock} />
      <ClosingTable sheet={sheet} zone={sheet.timeZone} />
      <SweepTable sheet={sheet} clock={clock} />
      <p className={c('none')}>{signSheet.closed} ______________________________</p>
    </article>
  )
}

type Clock = (at: Instant) => string
const orEmpty = (at: Instant | null, clock: Clock): string => (at === null ? '' : clock(at))

function PersonRow({ row, clock }: { readonly row: SheetRow; readonly clock: Clock }) {
  const { signSheet } = useWords()
  const { name, chaperone, inAt, outAt, last } = row
  const away = last?.sign === 'away' ? `${clock(last.at)} · ${orEmpty(last.backAt, clock)}` : ''
  return (
    <tr>
      <td>{chaperone === null ? name : signSheet.withChaperone({ name, chaperone })}</td>
      <td>{orEmpty(inAt, clock)}</td>
      <td>{PENCIL}</td>
      <td>{away}</td>
      <td>{orEmpty(outAt, clock)}</td>
      <td>{PENCIL}</td>
    </tr>
  )
}

/** Room to write in. */
const PENCIL = '________'

function VisitorTable({ sheet, clock }: { readonly sheet: SignInSheet; readonly clock: Clock }) {
  const { signSheet, attendance } = useWords()
  return (
    <Table
      title={attendance.visitors}
      heads={[
        signSheet.number,
        signSheet.name,
        signSheet.visits,
        signSheet.in,
        signSheet.out,
        signSheet.initials,
      ]}
    >
      {sheet.visitors.map(({ number, name, host, inAt, outAt }) => (
        <tr key={number}>
          <td>{number}</td>
          <td>{name}</td>
          <td>{host ?? ''}</td>
          <td>{orEmpty(inAt, clock)}</td>
          <td>{orEmpty(outAt, clock)}</td>
          <td>{PENCIL}</td>
        </tr>
      ))}
      {Array.from({ length: EMPTY_LINES }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines are all alike.
        <tr key={`empty ${line}`}>
          <td>–</td>
          <td>________________</td>
          <td>________________</td>
          <td />
          <td />
          <td>{PENCIL}</td>
        </tr>
      ))}
    </Table>
  )
}

function ClosingTable({ sheet, zone }: { readonly sheet: SignInSheet; readonly zone: string }) {
  const { signSheet } = useWords()
  if (sheet.remaining.length === 0) {
    return <p className={c('none')}>{signSheet.allHome}</p>
  }
  return (
    <Table
      title={signSheet.closing}
      heads={[signSheet.tick, signSheet.name, signSheet.last, signSheet.seenBy]}
    >
      {sheet.remaining.map(({ name, last }) => (
        <tr key={name}>
          <td>☐</td>
          <td>{name}</td>
          <td>{markWords(last, zone)}</td>
          <td>________________________</td>
        </tr>
      ))}
    </Table>
  )
}

function markWords({ kind, by, place, at }: SheetMark, zone: string): string {
  return words().attendance.evidence[kind]({ by, place, clock: formatClock(at, zone, false) })
}

function SweepTable({ sheet, clock }: { readonly sheet: SignInSheet; readonly clock: Clock }) {
  const { signSheet } = useWords()
  if (sheet.sweeps.length === 0) return null
  return (
    <Table title={signSheet.sweep} heads={[signSheet.tick, signSheet.place, signSheet.sweptBy]}>
      {sheet.sweeps.map(({ place, by, at }) => (
        <tr key={place}>
          <td>{by === null ? '☐' : '☑'}</td>
          <td>{place}</td>
          <td>{by === null ? '________________________' : `${by}, ${orEmpty(at, clock)}`}</td>
        </tr>
      ))}
    </Table>
  )
}
