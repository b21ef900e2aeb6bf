// Cover over the run: who took how much, who to put in at the next rehearsal, and each night. Read on a screen, and printed.

import { grouped } from '../../core/kit/grouped.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { CoveredPaper } from '../../core/night/covered.ts'
import { localeNow, useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Notice, PaperScreen, usePaper } from './paper.tsx'
import styles from './sheet.module.css'
import { Table } from './table.tsx'

const c = classes(styles)

type Told = CoveredPaper & { readonly writtenAt: Instant }

export function CoveredScreen() {
  const { covered } = useWords()
  const { loaded, again } = usePaper<Told>('/api/covered')
  if (loaded === null) return <Notice words={covered.fetching} />
  if ('sentence' in loaded) return <Notice words={loaded.sentence} />
  const { told } = loaded
  return (
    <PaperScreen
      what={covered.what}
      night={told.title}
      at={told.writtenAt}
      timeZone={told.timeZone}
      data="/api/covered"
      again={again}
    >
      {(printed) => <Sheet told={told} printed={printed} />}
    </PaperScreen>
  )
}

function Sheet({ told, printed }: { readonly told: Told; readonly printed: string }) {
  const { covered } = useWords()
  return (
    <article className={c('sheet')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{covered.title({ title: told.title })}</h1>
        <p>{covered.over({ nights: told.nights })}</p>
        <p className={c('quiet')}>{covered.how({ clock: printed })}</p>
      </header>
      <PutIns rows={told.putIns} />
      <Load told={told} />
    </article>
  )
}

type PutIn = Told['putIns'][number]

export const putInsOf = (rows: readonly PutIn[]) =>
  grouped(rows, ({ person, reason, until }) => `${reason} ${until} ${person}`)

/** One row for each person and reason, with all of its tracks: people are called to a rehearsal, tracks are not. */
function PutIns({ rows }: { readonly rows: readonly PutIn[] }) {
  const { covered } = useWords()
  const { who, track: head, why } = covered.putInHeads
  const together = putInsOf(rows)
  const named = ({ track }: PutIn) => (track ? `${track.code} ${track.title}`.trim() : covered.ownPace)
  return (
    <>
      {rows.length === 0 ? (
        <p className={c('none')}>{covered.nobodyToPutIn}</p>
      ) : (
        <Table title={covered.putIns} heads={[who, head, why]} stacks>
          {[...together].map(([key, own]) => {
            const [first] = own
            if (!first) return null
            const { name, reason, until } = first
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td data-head={head}>{own.map(named).join(' · ')}</td>
                <td data-head={why}>{covered.reason[reason]({ until: until ?? '' })}</td>
              </tr>
            )
          })}
        </Table>
      )}
      <p className={c('part')}>
        <a className={c('way')} href="/show#covers">
          {covered.edit}
        </a>
      </p>
    </>
  )
}

function Load({ told: { people, performances, timeZone } }: { readonly told: Told }) {
  const { covered } = useWords()
  const { heads } = covered
  const day = new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium' })
  if (people.length === 0) return <p className={c('none')}>{covered.none}</p>
  return (
    <>
      <Table title={covered.load} heads={[heads.who, heads.nights, heads.tracks]} stacks>
        {people.map(({ person, name, nights, tracks }) => (
          <tr key={person}>
            <th scope="row">{name}</th>
            <td data-head={heads.nights}>{nights}</td>
            <td data-head={heads.tracks}>
              {covered.list({
                of: tracks.map(({ code, times, last }) =>
                  covered.track({ code, times, when: day.format(last.curtainAt) }),
                ),
              })}
            </td>
          </tr>
        ))}
      </Table>
      <Table title={covered.nights} heads={[heads.number, heads.day, heads.took]} stacks>
        {performances.map(({ number, curtainAt, took }) => (
          <tr key={`${number} ${curtainAt}`}>
            <th scope="row">{words().kinds.ofNumber({ number })}</th>
            <td data-head={heads.day}>{day.format(curtainAt)}</td>
            <td data-head={heads.took}>{covered.list({ of: took.map(covered.took) })}</td>
          </tr>
        ))}
      </Table>
    </>
  )
}
