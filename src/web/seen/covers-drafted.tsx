// For the dance captain: who may have to go on for whom, and one tap tells a cover to make ready.

import type { Instant } from '../../core/kit/time.ts'
import type { CoversSection } from '../../core/night/presence-sections.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { whenWords } from '../ui/words.ts'
import styles from './seen.module.css'

const c = classes(styles)

type Parts = { readonly now: Instant; readonly zone: string }

/** Nothing for anybody else, nor while nobody has to be covered for. */
export function CoversDrafted({ now, zone }: Parts) {
  const { covers: said } = useWords()
  const covers = useSession((state) => state.sections.covers)
  if (covers === undefined || covers.lines.length === 0) return null
  return (
    <section aria-label={said.label} className={c('care')}>
      <h2 className={c('careHeading')}>{said.label}</h2>
      <ul>
        {covers.lines.map((line) => (
          <Drafted key={line.concern} line={line} now={now} zone={zone} />
        ))}
      </ul>
      <Refused />
    </section>
  )
}

function Drafted({ line, now, zone }: Parts & { readonly line: CoversSection['lines'][number] }) {
  const { covers: said } = useWords()
  const link = useLink()
  const { concern, name, dueAt, covers } = line
  return (
    <li className={c('drafted')}>
      <p className={c('name')}>{said.forWhom({ name })}</p>
      <p className={c('small')}>
        {dueAt === null ? said.noneDue : said.due({ when: whenWords(now, dueAt, zone) })}
      </p>
      {covers.length === 0 ? <p className={c('small')}>{said.nobodyNamed}</p> : null}
      <div className={c('answers')}>
        {covers.map(({ person, name: cover, called }) => (
          <Button
            key={person}
            className={c('answer', called && 'is')}
            disabled={called}
            onClick={() => link.press({ name: 'cover.call', concern, person })}
          >
            {called ? said.called({ name: cover }) : said.call({ name: cover })}
          </Button>
        ))}
      </div>
    </li>
  )
}

/** Why the last press came to nothing. */
function Refused() {
  const outcome = useSession((state) =>
    state.presses.findLast(({ command }) => command.name === 'cover.call'),
  )?.outcome
  return (
    <p role="status" className={c('small')}>
      {outcome && 'sentence' in outcome ? outcome.sentence : ''}
    </p>
  )
}
