// The sheet itself: the columns a performance report is expected to have, in the order they are read.

import { formatClock, formatLength, type Instant } from '../../core/kit/time.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { classes } from '../ui/classes.ts'
import { HouseSheet } from './house.tsx'
import styles from './sheet.module.css'
import { lengthWords, overWords, Table } from './table.tsx'

const c = classes(styles)

export function ReportSheet({ report, printed }: { readonly report: Report; readonly printed: string }) {
  const zone = report.timeZone
  const clock = (at: Instant | null) => (at === null ? '–' : formatClock(at, zone))
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'full' }).format(report.curtainAt)
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>
          {report.title} · performance {report.number}
        </h1>
        <p>
          {day} · curtain {formatClock(report.curtainAt, zone, false)}
        </p>
        <p className={c('quiet')}>
          {report.closedAt === null
            ? `Not closed yet; as at ${printed}`
            : `Closed ${clock(report.closedAt)}; read ${printed}`}
        </p>
      </header>
      <Times report={report} clock={clock} />
      <Holds report={report} clock={clock} />
      <HouseSheet house={report.house ?? null} zone={zone} />
      <Tasks report={report} />
      <Notes report={report} zone={zone} />
      <Calls report={report} clock={clock} />
      <Answers report={report} />
      <CueLog report={report} clock={clock} />
      <NotCalled report={report} />
    </article>
  )
}

type Part = { readonly report: Report; readonly clock: (at: Instant | null) => string }

function Times({ report, clock }: Part) {
  return (
    <>
      <Table
        title="Times"
        heads={['Act', 'Up', 'Down', 'Length', 'Held', 'Over plan', 'Over usual', 'Usual']}
      >
        {report.acts.map((act) => (
          <tr key={act.act}>
            <th scope="row">Act {act.act}</th>
            <td>{clock(act.upAt)}</td>
            <td>{clock(act.downAt)}</td>
            <td>{lengthWords(act.length)}</td>
            <td>{act.held > 0 ? formatLength(act.held) : '–'}</td>
            <td>{overWords(act.overPlan)}</td>
            <td>{overWords(act.overUsual)}</td>
            <td>
              {act.usual ? `${formatLength(act.usual.median)}, of ${act.usual.count} performances` : '–'}
            </td>
          </tr>
        ))}
      </Table>
      <dl className={c('sums')}>
        {report.intervals.map((interval) => (
          <Sum key={interval.after} term="Interval" value={formatLength(interval.length)} />
        ))}
        <Sum term="Run time" value={lengthWords(report.runTime)} />
        <Sum term="Show time" value={lengthWords(report.showTime)} />
        <Sum term="Curtain" value={lateWords(report.late)} />
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
  if (late === null) return 'not up yet'
  const words = formatLength(late)
  return late < 0 ? `${words.replace('-', '')} early` : late < 1000 ? 'on time' : `${words} late`
}

function Holds({ report, clock }: Part) {
  if (report.holds.length === 0) return <p className={c('none')}>No holds.</p>
  return (
    <Table title="Holds" heads={['From', 'To', 'Length']}>
      {report.holds.map((hold) => (
        <tr key={hold.from}>
          <td>{clock(hold.from)}</td>
          <td>{hold.to === null ? 'still held' : clock(hold.to)}</td>
          <td>{hold.length === null ? '–' : formatLength(hold.length)}</td>
        </tr>
      ))}
    </Table>
  )
}

function Notes({ report, zone }: { readonly report: Report; readonly zone: string }) {
  if (report.notes.length === 0) return <p className={c('none')}>No notes.</p>
  return (
    <section className={c('part')}>
      <h2 className={c('heading')}>Notes</h2>
      {report.notes.map(({ department, notes }) => (
        <div key={department} className={c('department')}>
          <h3>{department}</h3>
          <ul>
            {notes.map((note) => (
              <li key={`${note.at} ${note.text}`}>
                <span className={c('number')}>{formatClock(note.at, zone, false)}</span>{' '}
                {note.text ?? 'erased'}
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
  if (report.calls.length === 0) return null
  return (
    <Table title="Calls" heads={['Call', 'Act', 'Due', 'Given', 'The desk was']}>
      {report.calls.map((call) => (
        <tr key={`${call.act} ${call.words}`}>
          <td>{call.words}</td>
          <td>{call.act}</td>
          <td>{clock(call.dueAt)}</td>
          <td>{clock(call.at)}</td>
          <td>{call.late === null ? '' : `${formatLength(call.late)} late`}</td>
        </tr>
      ))}
    </Table>
  )
}

/** Median and longest silence of each department; one that answered nothing has no median. */
function Answers({ report }: { readonly report: Report }) {
  if (report.answers.length === 0) return null
  return (
    <Table
      title="Standbys answered"
      heads={['Department', 'Standbys', 'Answered', 'Median', 'Longest silence']}
    >
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
  if (report.tasks.length === 0) return null
  return (
    <Table title="Tasks" heads={['', 'What', 'Who', 'From']}>
      {report.tasks.map((task) => (
        <tr key={`${task.from} ${task.owner} ${task.text}`}>
          <td>{task.done ? '☑ done' : '☐ to do'}</td>
          <td>{task.text ?? 'erased'}</td>
          <td>{task.owner}</td>
          <td>{task.from === report.number ? 'tonight' : `performance ${task.from}`}</td>
        </tr>
      ))}
    </Table>
  )
}

function CueLog({ report, clock }: Part) {
  if (report.cueLog.length === 0) return <p className={c('none')}>No cue was called.</p>
  return (
    <Table title="Cues called" heads={['Called', 'Cues', 'Item', 'Standby', 'Answered', 'Was']}>
      {report.cueLog.map((cue) => (
        <tr key={cue.seq}>
          <td>{clock(cue.at)}</td>
          <td>{cue.cues.join(' · ')}</td>
          <td>{cue.item}</td>
          <td>{clock(cue.standbyAt)}</td>
          <td>
            {cue.acknowledged
              .map(
                ({ department, after, channel }) =>
                  `${department} ${formatLength(after)}${channel === 'cans' ? ', cans' : ''}`,
              )
              .join('; ')}
          </td>
          <td>{cue.outcomes.map(({ department, outcome }) => `${department} ${outcome}`).join('; ')}</td>
        </tr>
      ))}
    </Table>
  )
}

const why: Readonly<Record<Report['notCalled'][number]['why'], string>> = {
  cut: 'cut tonight',
  skipped: 'skipped',
  passed: 'the desk went past it',
}

function NotCalled({ report }: { readonly report: Report }) {
  if (report.notCalled.length === 0) return null
  return (
    <Table title="Cues not called" heads={['Cues', 'Why']}>
      {report.notCalled.map((line) => (
        <tr key={line.cues.join()}>
          <td>{line.cues.join(' · ')}</td>
          <td>{why[line.why]}</td>
        </tr>
      ))}
    </Table>
  )
}
