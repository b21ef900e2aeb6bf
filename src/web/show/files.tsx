// Files are dropped or chosen; what the commands of `ghostlight` do has a button here.

import { type DragEvent, useRef, useState } from 'react'
import type { PerformanceKind } from '../../core/show/kinds.ts'
import type { FileRead, Finding, Verified } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { KindField } from '../ui/kind-field.tsx'
import { PastTime } from '../ui/past-time.tsx'
import { Copies } from './copies.tsx'
import { curtainOf } from './curtain.ts'
import { DryRun } from './dry-run.tsx'
import { ExportsTaken } from './exports-taken.tsx'
import { KeptHeads } from './kept-heads.tsx'
import { ListForm } from './list-form.tsx'
import { inWords } from './names.tsx'
import { askOffice, saveFile, sendFile } from './office.ts'
import { Field, Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import { useBook } from './use-book.ts'

const c = classes(styles)

export function FilesScreen() {
  const { licences, office } = words()
  const { files, desk, first, tabs, people } = office
  return (
    <main className={c('page')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{files.title}</h1>
        <span className={c('name')} />
        <a className={c('button')} href="/show">
          {people.title}, {tabs.order}, {tabs.cues}
        </a>
        <a className={c('button')} href="/first">
          {first}
        </a>
        <a className={c('button', 'main')} href="/desk">
          {desk}
        </a>
      </header>
      <OpenFile />
      <Saving path="show-file" act={files.save} hint={files.saveHint} />
      <SavingTables />
      <Saving path="report-file" act={files.report} hint={files.none}>
        <a className={c('button')} href="/report">
          {files.reportPage}
        </a>
      </Saving>
      <Saving path="record-file" act={files.record} hint={files.recordHint} />
      <Verify />
      <KeptHeads />
      <DryRun />
      <Copies />
      <ExportsTaken />
      <PastTime />
      <p>
        <a className={c('button')} href="/licences">
          {licences.title}
        </a>
      </p>
    </main>
  )
}

type Opening = { readonly curtain: string; readonly kind: PerformanceKind; readonly keeps: boolean }

/** `said`: where in it the list is, as part of an address. */
type Chosen = { readonly file: File; readonly said: string; readonly read: FileRead }

function useFile() {
  const [chosen, choose] = useState<Chosen | null>(null)
  const [said, say] = useState<string | null>(null)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const take = async (file: File | undefined, where = '') => {
    if (!file) return
    choose(null)
    setFindings([])
    say(words().office.files.reading)
    const told = await sendFile<FileRead>(`file-read?name=${encodeURIComponent(file.name)}&${where}`, file)
    say(told.ok ? null : told.sentence)
    if (told.ok) choose({ file, said: where, read: told.value })
  }
  const open = async ({ curtain, kind, keeps }: Opening) => {
    if (!chosen) return
    const at = curtainOf(curtain, Date.now())
    const name = encodeURIComponent(chosen.file.name)
    const query = `name=${name}&curtain=${at}&kind=${kind}&keep=${keeps ? 1 : 0}&${chosen.said}`
    const told = await sendFile<object>(`file-open?${query}`, chosen.file)
    if (told.ok) return location.assign('/show')
    say(told.sentence)
    setFindings(told.findings)
  }
  return { chosen, said, findings, take, open }
}

function OpenFile() {
  const { files } = words().office
  const { chosen, said, findings, take, open } = useFile()
  const [over, setOver] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const drag = (to: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(to)
  }
  return (
    <section
      className={c('drop', over && 'over')}
      aria-label={files.choose}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        void take(event.dataTransfer.files[0])
      }}
    >
      <h2 className={c('heading')}>{files.choose}</h2>
      <p className={c('hint')}>{files.chooseHint}</p>
      <div className={c('acts')}>
        <Press onClick={() => field.current?.click()}>{files.button}</Press>
        <input
          ref={field}
          type="file"
          hidden
          aria-label={files.button}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </div>
      <Refusal sentence={said} />
      {chosen ? <WasRead read={chosen.read} open={(opening) => void open(opening)} /> : null}
      {chosen?.read.kind === 'list' ? (
        <ListForm
          rows={chosen.read.ok ? [] : chosen.read.rows}
          again={(where) => void take(chosen.file, where)}
        />
      ) : null}
      <Findings findings={findings} />
    </section>
  )
}

function WasRead({ read, open }: { readonly read: FileRead; readonly open: (opening: Opening) => void }) {
  const { files, questions } = words().office
  const [curtain, setCurtain] = useState('19:30')
  const [kind, setKind] = useState<PerformanceKind>('show')
  const [keeps, setKeeps] = useState(true)
  if (!read.ok)
    return (
      <div role="status">
        <p className={c('refused')}>{files.wrong}</p>
        <Findings findings={read.findings} />
      </div>
    )
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        open({ curtain, kind, keeps })
      }}
    >
      <div role="status">
        <p>{files[read.kind](read)}</p>
        <p className={c('hint')}>{files.counts(read.counts)}</p>
      </div>
      {read.findings.length > 0 ? <p>{files.look}</p> : null}
      <Findings findings={read.findings} />
      <Field
        label={questions.curtain}
        type="time"
        value={curtain}
        onChange={(event) => setCurtain(event.target.value)}
      />
      <KindField className={c('field')} labelClass={c('hint')} kind={kind} choose={setKind} />
      <OpenShow isShow={read.kind === 'show'} keeps={keeps} keep={setKeeps} />
      <div className={c('acts')}>
        <Press main type="submit">
          {files.open}
        </Press>
      </div>
    </form>
  )
}

/** What becomes of the show that is open: said before another one takes its place. */
function OpenShow({
  isShow,
  keeps,
  keep,
}: {
  readonly isShow: boolean
  readonly keeps: boolean
  readonly keep: (keeps: boolean) => void
}) {
  const { files } = words().office
  const { show } = useBook()
  if (!show) return null
  const { title, people, cues, items } = show
  return (
    <>
      {isShow ? null : (
        <label className={c('choice')}>
          <input type="checkbox" checked={keeps} onChange={(event) => keep(event.target.checked)} />
          {files.keepCompany({ title, people: people.length })}
        </label>
      )}
      {isShow || !keeps || cues.length + items.length > 0 ? (
        <p className={c('hint')}>{files.replaces({ title })}</p>
      ) : null}
    </>
  )
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <ul className={c('findings')} tabIndex={0}>
      {findings.map((finding) => (
        <li key={`${finding.line} ${finding.column} ${finding.message}`}>{inWords(finding)}</li>
      ))}
    </ul>
  )
}

function Saving({
  path,
  act,
  hint,
  children,
}: {
  readonly path: string
  readonly act: string
  readonly hint: string
  readonly children?: React.ReactNode
}) {
  const [refused, refuse] = useState<string | null>(null)
  return (
    <section className={c('section')} aria-label={act}>
      <div className={c('acts')}>
        <Press onClick={() => void saveFile(path).then(refuse)}>{act}</Press>
        {children ?? <span className={c('hint')}>{hint}</span>}
      </div>
      <Refusal sentence={refused} />
    </section>
  )
}

function SavingTables() {
  const { files } = words().office
  const [refused, refuse] = useState<string | null>(null)
  const lists = [
    ['table-file?table=cues&as=xlsx', files.allWorkbook],
    ['table-file?table=cues&as=csv', files.cuesCsv],
    ['table-file?table=rundown&as=csv', files.rundownCsv],
    ['table-file?table=tracks&as=csv', files.tracksCsv],
    ['table-file?table=entrances&as=csv', files.entrancesCsv],
    ['table-file?table=covers&as=csv', files.coversCsv],
    ['table-file?table=company&as=csv', files.companyCsv],
  ] as const
  return (
    <section className={c('section')} aria-label={files.tables}>
      <div className={c('acts')}>
        {lists.map(([path, act]) => (
          <Press key={path} onClick={() => void saveFile(path).then(refuse)}>
            {act}
          </Press>
        ))}
        <span className={c('hint')}>{files.tablesHint}</span>
      </div>
      <Refusal sentence={refused} />
    </section>
  )
}

function Verify() {
  const { files } = words().office
  const [said, say] = useState<string | null>(null)
  const verify = async () => {
    say(files.reading)
    const told = await askOffice<Verified>('verify')
    if (!told.ok) return say(told.sentence)
    const { ok, firstBad } = told.value
    if (ok) return say(files.verified(told.value))
    const { what, seq, performance } = firstBad ?? { what: '', seq: 0, performance: null }
    say(files.damaged({ what, seq, performance }))
  }
  return (
    <section className={c('section')} aria-label={files.verify}>
      <div className={c('acts')}>
        <Press onClick={() => void verify()}>{files.verify}</Press>
        <span className={c('hint')}>{files.verifyHint}</span>
      </div>
      <Refusal sentence={said} />
    </section>
  )
}
