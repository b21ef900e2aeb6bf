// Help asked for without a sound: one touch that shows nothing, and the lines on the screens of those who can go.

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { QuietLine } from '../../core/incident/quiet-help.ts'
import { ownShelf } from '../incident/own-shelf.ts'
import { askQuietly, keepQuietRounds, type QuietKept, quietMark, readQuiet } from '../incident/quiet-help.ts'
import { askHouse, type Rounds } from '../incident/rounds.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import styles from './asked-lines.module.css'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'

const c = classes(styles)

/** Said within this page: whoever brings it to the house looks at once. */
const ASKED = 'ghostlight-quiet'

export function sendQuietly(place: string | null): void {
  askQuietly(ownShelf(), place, Date.now())
  dispatchEvent(new Event(ASKED))
}

/** What this device asked for, brought to the house by whatever screen is open. */
export function useQuiet(): QuietKept | null {
  const [kept, set] = useState(() => readQuiet(ownShelf()))
  const rounds = useRef<Rounds | null>(null)
  useEffect(() => {
    rounds.current = keepQuietRounds(ownShelf(), set)
    const asked = () => {
      set(readQuiet(ownShelf()))
      rounds.current?.now()
    }
    addEventListener(ASKED, asked)
    return () => {
      removeEventListener(ASKED, asked)
      rounds.current?.end()
    }
  }, [])
  return kept
}

/** Nobody reads it out: a voice would say it to whoever stands there. */
export function QuietMark({ kept }: { readonly kept: QuietKept | null }) {
  const mark = quietMark(kept, Date.now())
  return mark === '' ? null : <span aria-hidden="true"> · {mark}</span>
}

/** In the panel of the incident control, which closes as if nothing had been touched. */
export function QuietButton({
  kept,
  className,
}: {
  readonly kept: QuietKept | null
  readonly className: string
}) {
  const { quietHelp: said } = useWords()
  const send = (event: MouseEvent<HTMLButtonElement>) => {
    sendQuietly(null)
    event.currentTarget.closest('details')?.removeAttribute('open')
  }
  return (
    <>
      <button type="button" className={className} onClick={send}>
        {said.ask}
      </button>
      <p>{kept === null || kept.state === 'over' ? said.how : said.state[kept.state]}</p>
    </>
  )
}

/** Everything there is, before what one is asked oneself. */
export function QuietLines({ timeZone }: { readonly timeZone: string }) {
  const { quietHelp: said } = useWords()
  const section = useSession(({ sections }) => sections.quietHelp ?? null)
  const lines = section?.lines ?? []
  return (
    <>
      {lines.map((line) => (
        <Line key={line.id} line={line} timeZone={timeZone} />
      ))}
      {section && section.more > 0 ? <p>{said.lines.more({ many: section.more })}</p> : null}
    </>
  )
}

function Line({ line, timeZone }: { readonly line: QuietLine; readonly timeZone: string }) {
  const { quietHelp, times } = useWords()
  const said = quietHelp.lines
  const [unsent, setUnsent] = useState(false)
  const answer = async (word: 'going' | 'over') => {
    const answered = await askHouse('/api/quiet-help/answer', JSON.stringify({ id: line.id, word }))
    setUnsent(answered?.status !== 200)
  }
  const clock = formatClock(line.at, timeZone, false)
  const { over, going, by } = line
  return (
    <div className={c('one')}>
      <p className={c('what')}>◆ {said.what({ place: line.place ?? '', clock })}</p>
      <p className={c('line')}>
        {by === null ? '' : `${said.by({ name: by })} `}
        {over
          ? said.isOver({ name: over.who, clock: formatClock(over.at, timeZone, false) })
          : `${going.length === 0 ? said.nobody : said.going({ names: times.list(going) })} ${said.todo}`}
      </p>
      {unsent ? <p role="alert">{said.unsent}</p> : null}
      <div className={c('answers')}>
        {line.mine && over === null ? null : (
          <button type="button" className={c('take')} onClick={() => void answer('going')}>
            {said.go}
          </button>
        )}
        {going.length > 0 && over === null ? (
          <button type="button" className={c('pass')} onClick={() => void answer('over')}>
            {said.over}
          </button>
        ) : null}
      </div>
    </div>
  )
}
