// What comes that is not a call of its own: the next warning of the book, and where the band goes round. A line each.

import { expectedAt } from '../../core/calling/expected.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { Live } from '../ui/live.tsx'
import { mayVamp, vampFor, vampName, vampOf, vampOut } from '../ui/vamps.ts'
import { whenWords } from '../ui/words.ts'
import styles from './coming.module.css'
import { momentWords, warningNext } from './places.ts'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function Coming({ desk }: { readonly desk: Desk }) {
  const { label } = useWords().coming
  const { cues, vamps } = desk.sections
  const warns = cues?.moments.some((moment) => moment.warnAt !== null) ?? false
  const music = (vamps?.vamps.length ?? 0) > 0
  // Whether they stand here is the show's, and the same all night: nothing moves for them.
  if (!warns && !music) return null
  return (
    <ul className={c('coming')} aria-label={label}>
      {warns ? <Warning desk={desk} /> : null}
      {music ? <Music desk={desk} /> : null}
    </ul>
  )
}

function Warning({ desk }: { readonly desk: Desk }) {
  const texts = useWords().coming
  const { cues, calling, position } = desk.sections
  const moment = cues && calling && position ? warningNext(cues, calling, position) : null
  const at = moment?.warnAt ?? null
  return (
    <li className={c('line')}>
      <span className={c('name')}>{texts.warn}</span>
      {moment && at && position ? (
        <Live
          className={c('words')}
          text={(now) => {
            const { running, timeZone } = position
            const when = whenWords(now, expectedAt(running, moment.at, now), timeZone)
            const warned = expectedAt(running, at, now)
            const cue = momentWords(moment)
            return now >= warned
              ? texts.warnNow({ cue, when })
              : texts.warnAt({ cue, when: whenWords(now, warned, timeZone) })
          }}
        />
      ) : (
        <span className={c('words')}>{texts.nothingToWarn}</span>
      )}
    </li>
  )
}

function Music({ desk }: { readonly desk: Desk }) {
  const texts = useWords().coming
  const { position } = desk.sections
  const vamp = vampOf(desk.sections)
  if (!vamp || !position)
    return (
      <li className={c('line')}>
        <span className={c('name')}>{texts.music}</span>
        <span className={c('words')}>{texts.noVamp}</span>
      </li>
    )
  const { line, since } = vamp
  return (
    <li className={c('line', since !== null && 'running')}>
      <span className={c('name')}>{texts.music}</span>
      <span className={c('words')}>
        {since === null ? vampName(line) : <strong>{texts.inThe({ vamp: vampName(line) })}</strong>} ·{' '}
        <Live
          text={(now) =>
            since === null
              ? whenWords(now, expectedAt(position.running, line.at, now), position.timeZone)
              : vampFor(line, since, now)
          }
        />{' '}
        · {vampOut(line)}
      </span>
      {desk.rights.calls ? (
        <Button
          small
          className={c('control')}
          disabled={since === null && !mayVamp(line, position)}
          onClick={desk.vamp}
        >
          {since === null ? texts.vamping : texts.out} <KeyHint>v</KeyHint>
        </Button>
      ) : null}
    </li>
  )
}
