// A spotter's own phone: whether the way is clear, said with one touch and taken back with another.

import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './clearing.module.css'

const c = classes(styles)

/** Nothing on the phone of whoever no cue waits for. */
export function Clearing() {
  const { ownWords: words } = useWords()
  const link = useLink()
  const clearing = useSession((state) => state.sections.clearing)
  const presses = useSession((state) => state.presses)
  if (!clearing) return null
  return (
    <section className={c('clearing')} aria-label={words.label}>
      {clearing.lines.length === 0 ? <p className={c('later')}>{words.nothingWaits}</p> : null}
      {clearing.lines.map(({ moment, cue, asked, said }) => {
        const last = presses.findLast(
          ({ command }) =>
            (command.name === 'clear.say' || command.name === 'clear.withdraw') && command.moment === moment,
        )
        const outcome = last?.outcome ?? null
        const why = outcome === null || outcome.kind === 'done' ? null : outcome.sentence
        return (
          <div key={moment}>
            <button
              type="button"
              className={c('say', said && 'said')}
              aria-pressed={said}
              disabled={!said && !asked}
              onClick={() => link.press({ name: said ? 'clear.withdraw' : 'clear.say', moment })}
            >
              {said ? words.clear({ cue }) : asked ? words.sayClear({ cue }) : words.clearLater({ cue })}
            </button>
            <p role="status" className={c('later')}>
              {why}
            </p>
          </div>
        )
      })}
    </section>
  )
}
