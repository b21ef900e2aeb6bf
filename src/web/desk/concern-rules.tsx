// Under the concerns: what each that is over was, which screens say nothing, and how much is asked tonight.

import { useState } from 'react'
import type { ConcernsSection } from '../../core/night/presence-sections.ts'
import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { listWords } from '../ui/words.ts'
import { Became } from './concern-answers.tsx'
import { ENDED_MAX } from './concern-lines.ts'
import styles from './concern-panel.module.css'

const c = classes(styles)

export function ConcernRules({
  concerns: { ended, blind, noisy, mode },
}: {
  readonly concerns: ConcernsSection
}) {
  const { concern: texts } = useWords()
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const open = ended.filter(({ judged }) => judged === null).slice(-ENDED_MAX)
  return (
    <div className={c('part')}>
      {open.map(({ concern, name }) => (
        <fieldset key={concern} className={c('choice')}>
          <legend>{texts.judge({ name })}</legend>
          {(['useful', 'known', 'wrong'] as const).map((as) => (
            <Button
              key={as}
              small
              onClick={() => setPressed(link.press({ name: 'concern.judge', concern, as }))}
            >
              {texts.judged[as]}
            </Button>
          ))}
        </fieldset>
      ))}
      {blind.length > 0 ? <p className={c('quiet')}>{texts.blind({ names: listWords(blind) })}</p> : null}
      {noisy.length > 0 ? <p className={c('quiet')}>{texts.noisy({ names: listWords(noisy) })}</p> : null}
      <fieldset className={c('choice')}>
        <legend>{texts.mode}</legend>
        {(['quiet', 'full', 'logging'] as const).map((one) => (
          <Button
            key={one}
            small
            aria-pressed={mode === one}
            onClick={() => setPressed(link.press({ name: 'presence.mode', mode: one }))}
          >
            {texts.modes[one]}
          </Button>
        ))}
      </fieldset>
      <Became press={pressed} />
    </div>
  )
}
