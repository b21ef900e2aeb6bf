// The sheet itself: the columns a performance report is expected to have, in the order they are read.

import { formatLength, type Instant } from '../../core/kit/time.ts'
import { wasCalledOff } from '../../core/paperwork/called-off.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { localeNow, useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { damageWords } from '../ui/damage-words.ts'
import { outcomeWords } from '../ui/words.ts'
import { AskingSheet } from './asking.tsx'
import { HouseSheet } from './house.tsx'
import styles from './sheet.module.css'
import { lengthWords, overWords, Table } from './table.tsx'
import { TonightChangedSheet } from './tonight-changed.tsx'
import { WorkedSheet } from './worked.tsx'

const c = classes(styles)

export function ReportSheet({ report, printed }: { readonly report: Report; readonly printed: string }) {
  const { damaged, papers, report: said } = useWords()
  const zone = report.timeZone
  const clock = (at: Instant | null) => (at === null ? '–' : formatClock(at, zone))
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone: zone, dateStyle: 'full' }).format(
    report.curtainAt,
  )
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{papers.night({ title: report.title, number: report.number })}</h1>
        <p>{said.curtain({ day, clock: formatClock(report.curtainAt, zone, false) })}</p>
        <p className={c('quiet')}>
          {report.closedAt === null
            ? said.notClosed({ clock: printed })
            : said.closed({ closed: clock(report.closedAt), read: printed })}
          {wasCalledOff(report) ? ` · ${said.calledOff}` : ''}
        </p>
        {report.incidentFiled === true ? <p>{said.incidentFiled}</p> : null}
        {(report.damage ?? []).map((one) => (
          <p key={`${one.of} ${one.from}`}>{damageWords(damaged, one, zone)}</p>
        ))}
      </header>
      <Times report={report} clock={clock} />
      <Holds report={report} clock={clock} />
      <HouseSheet house={report.house ?? null} zone={zone} />
      <TonightChangedSheet changed={report.changed ?? null} zone={zone} />
      <Tasks report={report} />
      <Notes report={report} zone={zone} />
      <Calls report={report} clock={clock} />
      <Answers report={report} />
      <WorkedSheet worked={report.worked ?? null} clock={clock} />
      <CueLog report={report} clock={clock} />
      <NotCalled report={report} />
      <AskingSheet counts={report.asking ?? null} />
    </article>
  )
}

type Part = { readonly report: Report; readonly clock: (at: Instant | null) => string }

function Times({ report, clock }: Part) {
  const { papers, report: said } = useWords()
  return (
    <>
      <Table title={said.times} heads={Object.values(said.timesHeads)}>
        {report.acts.map((act) => (
          <tr key={act.upAt}>
            <th scope="row">{papers.act({ act: act.act })}</th>
            <td>{clock(act.upAt)}</td>
            <td>{clock(act.downAt)}</td>
            <td>{lengthWords(act.length)}</td>
            <td>{act.held > 0 ? formatLength(act.held) : '–'}</td>
            <td>{overWords(act.overPlan)}</td>
            <td>{overWords(act.overUsual)}</td>
            <td>
              {act.usual
                ? said.usual({ length: formatLength(act.usual.median), performances: act.usual.count })
                : '–'}
            </td>
          </tr>
        ))}
      </Table>
      <dl className={c('sums')}>
        {report.intervals.map((interval) => (
          <Sum key={interval.after} term={said.interval} value={formatLength(interval.length)} />
        ))}
        <Sum term={said.runTime} value={lengthWords(report.runTime)} />
        <Sum term={said.showTime} value={lengthWords(report.showTime)} />
        <Sum term={said.curtainTerm} value={lateWords(report.late)} />
      </dl>
    </>
  )
}

function Sum({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function lateWords(late: Report['late']): string {
  const { report: said } = words()
  if (late === null) return said.notUp
  const length = formatLength(late).replace('-', '')
  if (late < 0) return said.early({ length })
  return late < 1000 ? said.onTime : said.late({ length })
}

function Holds({ report, clock }: Part) {
  const { report: said } = useWords()
  if (report.holds.length === 0) return <p className={c('none')}>{said.noHolds}</p>
  return (
    <Table title={said.holds} heads={Object.values(said.holdsHeads)}>
      {report.holds.map((hold) => (
        <tr key={hold.from}>
          <td>{clock(hold.from)}</td>
          <td>{hold.to === null ? said.stillHeld : clock(hold.to)}</td>
          <td>{hold.length === null ? '–' : formatLength(hold.length)}</td>
        </tr>
      ))}
    </Table>
  )
}

function Notes({ report, zone }: { readonly report: Report; readonly zone: string }) {
  const { papers, report: said } = useWords()
  if (report.notes.length === 0) return <p className={c('none')}>{said.noNotes}</p>
  return (
    <section className={c('part')}>
      <h2 className={c('heading')}>{said.notes}</h2>
      {report.notes.map(({ department, notes }) => (
        <div key={department} className={c('department')}>
          <h3>{department}</h3>
          <ul>
            {notes.map((note) => (
              <li key={`${note.at} ${note.text}`}>
                <span className={c('number')}>{formatClock(note.at, zone, false)}</span>{' '}
                {note.text ?? papers.erased}
                {note.item === null ? null : <span className={c('quiet')}> ({note.item})</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Calls({ report, clock }: Part) {
  const { report: said } = useWords()
  if (report.calls.length + report.callsNotGiven.length === 0) return null
  return (
    <Table title={said.calls} heads={Object.values(said.callsHeads)}>
      {report.calls.map((call) => (
        <tr key={`${call.act} ${call.words}`}>
          <td>{call.words}</td>
          <td>{call.act}</td>
          <td>{clock(call.dueAt)}</td>
          <td>{clock(call.at)}</td>
          <td>{call.late === null ? '' : said.late({ length: formatLength(call.late) })}</td>
        </tr>
      ))}
      {report.callsNotGiven.map((call) => (
        <tr key={`not ${call.act} ${call.words}`}>
          <td>{call.words}</td>
          <td>{call.act}</td>
          <td />
          <td>{said.callNotGiven}</td>
          <td />
        </tr>
      ))}
    </Table>
  )
}

/** Median and longest silence of each department; one that answered nothing has no median. */
function Answers({ report }: { readonly report: Report }) {
  const { report: said } = useWords()
  if (report.answers.length === 0) return null
  return (
    <Table title={said.answers} heads={Object.values(said.answersHeads)}>
      {report.answers.map((one) => (
        <tr key={one.department}>
          <th scope="row">{one.department}</th>
          <td>{one.standbys}</td>
          <td>{one.answered}</td>
          <td>{lengthWords(one.median)}</td>
          <td>{lengthWords(one.longest)}</td>
        </tr>
      ))}
    </Table>
  )
}

function Tasks({ report }: { readonly report: Report }) {
  const { papers, report: said } = useWords()
  if (report.tasks.length === 0) return null
  return (
    <Table title={said.tasks} heads={['', ...Object.values(said.tasksHeads)]}>
      {report.tasks.map((task) => (
        <tr key={`${task.from} ${task.owner} ${task.text}`}>
          <td>{task.done ? said.done : task.dropped ? said.dropped : said.toDo}</td>
          <td>{task.text ?? papers.erased}</td>
          <td>{task.owner}</td>
          <td>{task.from === report.number ? said.tonight : papers.performanceOf({ number: task.from })}</td>
        </tr>
      ))}
    </Table>
  )
}

function CueLog({ report, clock }: Part) {
  const { report: said } = useWords()
  if (report.cueLog.length === 0) return <p className={c('none')}>{said.noCue}</p>
  return (
    <Table title={said.cues} heads={Object.values(said.cuesHeads)}>
      {report.cueLog.map((cue) => (
        <tr key={cue.seq}>
          <td>{clock(cue.at)}</td>
          <td>{cue.cues.join(' · ')}</td>
          <td>{cue.item}</td>
          <td>{clock(cue.standbyAt)}</td>
          <td>
            {cue.acknowledged
              .map(({ department, after, channel }) => {
                const answer = { department, after: formatLength(after) }
                return channel === 'cans' ? said.answeredOnCans(answer) : said.answeredAfter(answer)
              })
              .join('; ')}
          </td>
          <td>
            {cue.outcomes
              .map(({ department, outcome }) =>
                said.outcomeOf({ department, outcome: outcomeWords(outcome) }),
              )
              .join('; ')}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function NotCalled({ report }: { readonly report: Report }) {
  const { report: said } = useWords()
  if (report.notCalled.length === 0) return null
  return (
    <Table title={said.notCalled} heads={Object.values(said.notCalledHeads)}>
      {report.notCalled.map((line) => (
        <tr key={line.cues.join()}>
          <td>{line.cues.join(' · ')}</td>
          <td>{said.why[line.why]}</td>
        </tr>
      ))}
    </Table>
  )
}
