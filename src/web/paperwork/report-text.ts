// The report as plain text, and as a mail for the program of this computer, which takes only so much from a page.

import { formatLength, type Instant } from '../../core/kit/time.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { localeNow, words } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'
import { linesOf } from './house.tsx'

/** Longer addresses are cut short by some mail programs without a word. */
export const MAILTO_LENGTH_MAX = 1_900

export function subjectOf({ title, number, curtainAt, timeZone }: Report): string {
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium' }).format(curtainAt)
  return words().sendReport.subject({ title, number, day })
}

export function reportText(report: Report): string {
  return (
    [subjectOf(report), ...times(report), ...houseLines(report), ...notes(report), ...tasks(report)]
      .join('\n')
      // Half a character cannot stand in an address, and would keep the page from being drawn.
      .replace(/\p{Cs}/gu, '\uFFFD')
  )
}

const clockOf = (report: Report, at: Instant | null): string =>
  at === null ? '–' : formatClock(at, report.timeZone, false)

function times(report: Report): readonly string[] {
  const { report: said, sendReport: sent } = words()
  const clock = (at: Instant | null) => clockOf(report, at)
  const length = (ms: Report['runTime']) => (ms === null ? '–' : formatLength(ms))
  return [
    report.closedAt === null ? sent.notClosed : sent.closedAt({ clock: clock(report.closedAt) }),
    '',
    said.times,
    ...report.acts.map((act) =>
      sent.act({ act: act.act, up: clock(act.upAt), down: clock(act.downAt), length: length(act.length) }),
    ),
    ...report.intervals.map((one) => sent.line({ term: said.interval, value: formatLength(one.length) })),
    sent.line({ term: said.runTime, value: length(report.runTime) }),
    sent.line({ term: said.showTime, value: length(report.showTime) }),
    '',
    report.holds.length === 0 ? said.noHolds : said.holds,
    ...report.holds.map(({ from, to }) =>
      sent.held({ from: clock(from), to: to === null ? said.stillHeld : clock(to) }),
    ),
  ]
}

function houseLines(report: Report): readonly string[] {
  if (!report.house) return []
  const { houseReport, sendReport } = words()
  const lines = linesOf(report.house).map(({ at, said }) =>
    sendReport.line({ term: clockOf(report, at), value: said }),
  )
  return ['', houseReport.title, ...lines]
}

function notes(report: Report): readonly string[] {
  const { report: said, papers, sendReport } = words()
  if (report.notes.length === 0) return ['', said.noNotes]
  return report.notes.flatMap(({ department, notes: written }) => [
    '',
    department,
    ...written.map(({ at, text }) =>
      sendReport.line({ term: clockOf(report, at), value: text ?? papers.erased }),
    ),
  ])
}

function tasks(report: Report): readonly string[] {
  const { report: said, papers, sendReport } = words()
  if (report.tasks.length === 0) return []
  return [
    '',
    said.tasks,
    ...report.tasks.map(({ done, owner, text }) =>
      sendReport.line({ term: `${done ? said.done : said.toDo}, ${owner}`, value: text ?? papers.erased }),
    ),
  ]
}

/** By whole lines: what does not fit is counted, and the mail says so at its end. */
export function mailOf(subject: string, text: string): { readonly address: string; readonly cut: boolean } {
  const lines = text.split('\n')
  for (let taken = lines.length; taken >= 0; taken--) {
    const left = lines.length - taken
    const end = left === 0 ? [] : [words().sendReport.cut({ left })]
    const body = [...lines.slice(0, taken), ...end].join('\r\n')
    const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
    if (address.length <= MAILTO_LENGTH_MAX || taken === 0) return { address, cut: left > 0 }
  }
  return { address: 'mailto:', cut: true }
}
