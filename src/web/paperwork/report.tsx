// The performance report, tonight's or an earlier one's: dark on the screen, black on white on paper.

import { useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { Choice, Notice, PaperScreen, usePaper } from './paper.tsx'
import { SendReport } from './send.tsx'
import { ReportSheet } from './sheet.tsx'

type Listed = {
  readonly writtenAt: Instant
  readonly performances: readonly {
    readonly number: number
    readonly curtainAt: Instant
    /** Its record is damaged: known once somebody has looked. */
    readonly unreadable: boolean
  }[]
}
type Told = Listed &
  ({ readonly report: Report } | { readonly report: null; readonly title: string; readonly timeZone: string })

export function ReportScreen() {
  const [chosen, choose] = useState(new URLSearchParams(location.search).get('performance') ?? '')
  const address = chosen === '' ? '/api/report' : `/api/report?performance=${encodeURIComponent(chosen)}`
  const { papers, report: said } = useWords()
  const { loaded, again } = usePaper<Told>(address)
  if (loaded === null) return <Notice words={said.fetching} />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { told } = loaded
  const { report } = told
  const { title, timeZone } = report ?? told
  const number = report?.number ?? Number(chosen)
  return (
    <PaperScreen
      what={said.what}
      night={papers.night({ title, number })}
      at={told.writtenAt}
      timeZone={timeZone}
      data={address}
      again={again}
      choose={
        <>
          {report === null ? null : <SendReport report={report} />}
          <Nights told={told} timeZone={timeZone} number={number} choose={choose} />
        </>
      }
    >
      {(printed) =>
        report === null ? (
          <p role="status">{said.damaged({ number })}</p>
        ) : (
          <ReportSheet report={report} printed={printed} />
        )
      }
    </PaperScreen>
  )
}

function Nights({
  told: { performances },
  timeZone,
  number,
  choose,
}: {
  readonly told: Listed
  readonly timeZone: string
  readonly number: number
  readonly choose: (number: string) => void
}) {
  const { report: said, kinds } = useWords()
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium' })
  return (
    <Choice
      label={said.performance}
      value={String(number)}
      options={performances.map((one) => ({
        id: String(one.number),
        name: `${kinds.ofNumber(one)} · ${day.format(one.curtainAt)}${one.unreadable ? ` · ${said.unreadable}` : ''}`,
      }))}
      onChange={choose}
    />
  )
}
