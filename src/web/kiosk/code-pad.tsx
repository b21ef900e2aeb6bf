// One's own four digits at the stage door: twelve large keys, the keyboard too, and a way to somebody who helps.

import { CODE_DIGITS } from '../../core/installation/door-codes.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './code-pad.module.css'

const c = classes(styles)

type Parts = {
  readonly name: string
  readonly typed: string
  readonly type: (digit: string) => void
  readonly rub: () => void
  readonly leave: () => void
  readonly help: () => void
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

export function CodePad({ name, typed, type, rub, leave, help }: Parts) {
  const { doorPad: words } = useWords()
  const places = Array.from({ length: CODE_DIGITS }, (_each, place) => place)
  return (
    <section className={c('pad')} aria-label={words.title({ name })}>
      <h2 className={c('title')}>{words.title({ name })}</h2>
      <p className={c('typed')} role="img" aria-label={words.typed({ typed: typed.length })}>
        {places.map((place) => (
          <span key={place} className={c('place', place < typed.length && 'full')} />
        ))}
      </p>
      <fieldset className={c('keys')} aria-label={words.keys}>
        {keys.map((digit) => (
          <Button key={digit} onClick={() => type(digit)}>
            {digit}
          </Button>
        ))}
        <Button className={c('rub')} onClick={rub}>
          {words.rub}
        </Button>
      </fieldset>
      <div className={c('others')}>
        <Button onClick={leave}>{words.notMe}</Button>
        <Button onClick={help}>{words.help}</Button>
      </div>
      <p className={c('scan')}>{words.scan}</p>
    </section>
  )
}
