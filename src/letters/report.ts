// The report as plain text: for a file, for the mail program of a computer, and for the mail server of a house.

import type { ReportSection } from '../core/disclosure/lists.ts'
import { formatLength, type Instant } from '../core/kit/time.ts'
import { wasCalledOff } from '../core/paperwork/called-off.ts'
import type { Report } from '../core/paperwork/report.ts'
import { houseLines } from './house-lines.ts'
import { clockIn, type Speech } from './speech.ts'

export function reportSubject({ title, number, curtainAt, timeZone }: Report, speech: Speech): string {
  const day = new Intl.DateTimeFormat(speech.locale, { timeZone, dateStyle: 'medium' }).format(curtainAt)
  return speech.words.sendReport.subject({ title, number, day })
}

export function reportLetter(report: Report, speech: Speech): string {
  // What is on no list is not mentioned: "no notes" would be a statement.
  const has = (section: ReportSection) => report.sections?.includes(section) ?? true
  return (
    [
      reportSubject(report, speech),
      closed(report, speech),
      ...(report.incidentFiled === true ? ['', speech.words.report.incidentFiled] : []),
      ...(has('times') ? times(report, speech) : []),
      ...(has('holds') ? holds(report, speech) : []),
      ...(has('house') ? house(report, speech) : []),
      ...(has('notes') ? notes(report, speech) : []),
      ...(has('tasks') ? tasks(report, speech) : []),
    ]
      .join('\n')
      // Half a character can stand in no address and in no mail.
      .replace(/\p{Cs}/gu, '\uFFFD')
  )
}

const clockOf = ({ timeZone }: Report, at: Instant | null, { country }: Speech): string =>
  at === null ? '–' : clockIn(country, at, timeZone)

function closed(report: Report, speech: Speech): string {
  const { notClosed, closedAt } = speech.words.sendReport
  if (report.closedAt === null) return notClosed
  const said = closedAt({ clock: clockOf(report, report.closedAt, speech) })
  return wasCalledOff(report) ? `${said}. ${speech.words.report.calledOff}` : said
}

function times(report: Report, speech: Speech): readonly string[] {
  const { report: said, sendReport: sent } = speech.words
  const clock = (at: Instant | null) => clockOf(report, at, speech)
  const length = (ms: Report['runTime']) => (ms === null ? '–' : formatLength(ms))
  return [
    '',
    said.times,
    ...report.acts.map((act) =>
      sent.act({ act: act.act, up: clock(act.upAt), down: clock(act.downAt), length: length(act.length) }),
    ),
    ...report.intervals.map((one) => sent.line({ term: said.interval, value: formatLength(one.length) })),
    sent.line({ term: said.runTime, value: length(report.runTime) }),
    sent.line({ term: said.showTime, value: length(report.showTime) }),
  ]
}

function holds(report: Report, speech: Speech): readonly string[] {
  const { report: said, sendReport: sent } = speech.words
  const clock = (at: Instant | null) => clockOf(report, at, speech)
  return [
    '',
    report.holds.length === 0 ? said.noHolds : said.holds,
    ...report.holds.map(({ from, to }) =>
      sent.held({ from: clock(from), to: to === null ? said.stillHeld : clock(to) }),
    ),
  ]
}

function house(report: Report, speech: Speech): readonly string[] {
  if (!report.house) return []
  const { houseReport, sendReport } = speech.words
  const lines = houseLines(report.house, speech.words).map(({ at, said }) =>
    sendReport.line({ term: clockOf(report, at, speech), value: said }),
  )
  return ['', houseReport.title, ...lines]
}

function notes(report: Report, speech: Speech): readonly string[] {
  const { report: said, papers, sendReport } = speech.words
  if (report.notes.length === 0) return ['', said.noNotes]
  return report.notes.flatMap(({ department, notes: written }) => [
    '',
    department,
    ...written.map(({ at, text }) =>
      sendReport.line({ term: clockOf(report, at, speech), value: text ?? papers.erased }),
    ),
  ])
}

function tasks(report: Report, { words }: Speech): readonly string[] {
  const { report: said, papers, sendReport } = words
  if (report.tasks.length === 0) return []
  return [
    '',
    said.tasks,
    ...report.tasks.map(({ done, dropped, owner, text }) =>
      sendReport.line({
        term: `${done ? said.done : dropped ? said.dropped : said.toDo}, ${owner}`,
        value: text ?? papers.erased,
      }),
    ),
  ]
}
