// Beside the paper: what the paper report says, typed or pasted, and where it differs from the desk's.

import { useState } from 'react'
import { formatClock, formatLength } from '../../core/kit/time.ts'
import type { BesideSection } from '../../core/night/view.ts'
import { type BesideRow, compareWithPaper, linesToFill } from '../../core/paperwork/beside.ts'
import { PAPER_TEXT_MAX, readPaper } from '../../core/paperwork/paper-report.ts'
import type { Report } from '../../core/paperwork/report.ts'
import type { Country } from '../../core/show/show.ts'
import type { Words } from '../../words/words.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './beside.module.css'
import { PaperScreen, usePaper } from './paper.tsx'
import frame from './report.module.css'
import sheet from './sheet.module.css'
import { Table } from './table.tsx'

const c = classes(styles)
const f = classes(frame)
const s = classes(sheet)

type Told = { readonly report: Report; readonly writtenAt: Report['curtainAt']; readonly country?: Country }

export function BesideScreen() {
  const { beside, papers } = useWords()
  const { loaded, again } = usePaper<Told>('/api/report')
  const kept = useSession((state) => state.sections.beside)
  if (loaded === null) return <p className={f('notice')}>{papers.report}…</p>
  if ('sentence' in loaded) return <p className={f('notice')}>{loaded.sentence}</p>
  if (kept === undefined) return <p className={f('notice')}>{beside.notYours}</p>
  const { report, writtenAt, country = 'GB' } = loaded.told
  return (
    <PaperScreen
      what={beside.what}
      night={papers.night(report)}
      at={writtenAt}
      timeZone={report.timeZone}
      data="/api/report"
      again={again}
    >
      {() => <Beside report={report} country={country} kept={kept} />}
    </PaperScreen>
  )
}

type BesideParts = {
  readonly report: Report
  readonly country: Country
  readonly kept: BesideSection | null
}

function Beside({ report, country, kept }: BesideParts) {
  const { beside } = useWords()
  const [typed, type] = useState<string | null>(null)
  const text = typed ?? kept?.text ?? ''
  const { wrong } = readPaper(text, country)
  const departments = useSession((state) => state.sections.cues?.departments)
  const shorts = new Map((departments ?? []).map(({ name, short }) => [name, short]))
  const rows = text.trim() === '' ? [] : compareWithPaper(report, text, { country, shorts })
  return (
    <article className={s('sheet')}>
      <h1 className={s('title')}>{beside.title}</h1>
      <div className={c('entry')}>
        <p>{beside.hint}</p>
        <p className={s('quiet')}>{beside.example}</p>
        <label className={c('label')} htmlFor="paper-report">
          {beside.field}
        </label>
        <textarea
          id="paper-report"
          className={c('field')}
          rows={12}
          maxLength={PAPER_TEXT_MAX}
          value={text}
          onChange={({ target }) => type(target.value)}
        />
        <Keep
          text={text}
          kept={kept}
          timeZone={report.timeZone}
          clean={wrong.length === 0}
          fill={() => type(linesToFill(report, country))}
        />
        <ul className={c('wrong')} aria-live="polite">
          {wrong.map(({ line, text: said }) => (
            <li key={line}>{beside.wrong({ line, text: said })}</li>
          ))}
        </ul>
      </div>
      <Differences rows={rows} />
    </article>
  )
}

function Keep({
  text,
  kept,
  timeZone,
  clean,
  fill,
}: {
  readonly text: string
  readonly kept: BesideSection | null
  readonly timeZone: string
  readonly clean: boolean
  readonly fill: () => void
}) {
  const { beside } = useWords()
  const link = useLink()
  const last = useSession((state) =>
    state.presses.findLast(({ command }) => command.name === 'paper.compare'),
  )
  const said =
    last?.outcome && 'sentence' in last.outcome
      ? last.outcome.sentence
      : kept
        ? beside.kept({ clock: formatClock(kept.at, timeZone, false) })
        : ''
  return (
    <div className={c('keep')}>
      {text.trim() === '' ? (
        <button type="button" className={f('button')} onClick={fill}>
          {beside.start}
        </button>
      ) : (
        <button
          type="button"
          className={f('button')}
          disabled={!clean || text === kept?.text}
          onClick={() => link.press({ name: 'paper.compare', text })}
        >
          {beside.keep}
        </button>
      )}
      <span role="status" className={s('quiet')}>
        {said}
      </span>
    </div>
  )
}

function Differences({ rows }: { readonly rows: readonly BesideRow[] }) {
  const { beside } = useWords()
  if (rows.length === 0) return <p className={s('none')}>{beside.nothing}</p>
  const agree = rows.filter(({ agrees }) => agrees).length
  return (
    <>
      <p>{beside.sum({ agree, differ: rows.length - agree })}</p>
      <Table title={beside.title} heads={[beside.fact, beside.paper, beside.desk, beside.difference]}>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td>{row.paper ?? '–'}</td>
            <td>{row.desk ?? '–'}</td>
            <td className={c(row.agrees ? 'agrees' : 'differs')}>{differenceWords(row, beside)}</td>
          </tr>
        ))}
      </Table>
    </>
  )
}

function differenceWords({ agrees, paper, desk, difference }: BesideRow, beside: Words['beside']): string {
  if (paper === null) return beside.onlyDesk
  if (desk === null) return beside.onlyPaper
  if (agrees) return beside.agrees
  return difference === null ? beside.differs : beside.apart({ length: formatLength(difference) })
}
