// The performance report, tonight's or an earlier one's: dark on the screen, black on white on paper.

import { useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { Report } from '../../core/paperwork/report.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { Choice, Notice, PaperScreen, usePaper } from './paper.tsx'
import { SendReport } from './send.tsx'
import { ReportSheet } from './sheet.tsx'

type Told = {
  readonly report: Report
  readonly writtenAt: Instant
  readonly performances: readonly { readonly number: number; readonly curtainAt: Instant }[]
}

export function ReportScreen() {
  const [chosen, choose] = useState(new URLSearchParams(location.search).get('performance') ?? '')
  const address = chosen === '' ? '/api/report' : `/api/report?performance=${encodeURIComponent(chosen)}`
  const { papers, report: said } = useWords()
  const { loaded, again } = usePaper<Told>(address)
  if (loaded === null) return <Notice words={said.fetching} />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { report, writtenAt, performances } = loaded.told
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone: report.timeZone, dateStyle: 'medium' })
  return (
    <PaperScreen
      what={said.what}
      night={papers.night({ title: report.title, number: report.number })}
      at={writtenAt}
      timeZone={report.timeZone}
      data={address}
      again={again}
      choose={
        <>
          <SendReport report={report} />
          <Choice
            label={said.performance}
            value={String(report.number)}
            options={performances.map((one) => ({
              id: String(one.number),
              name: `${one.number} · ${day.format(one.curtainAt)}`,
            }))}
            onChange={choose}
          />
        </>
      }
    >
      {(printed) => <ReportSheet report={report} printed={printed} />}
    </PaperScreen>
  )
}
