// How this desk calls: in two steps or in one, and which key its pedal sends.

import { useEffect, useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { canBePedal } from './keys.ts'
import { learnPedal, pedalName, usePedal } from './pedal.ts'
import styles from './this-desk.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function ThisDesk({ desk }: { readonly desk: Desk }) {
  const { thisDesk: texts, beside } = useWords()
  const { calling } = desk.sections
  if (!desk.rights.calls || !calling) return null
  return (
    <details name="corner" className={c('desk')}>
      <summary className={c('summary')}>{texts.title}</summary>
      <div className={c('panel')}>
        <div className={c('choice')}>
          <p>{calling.rules.twoStep ? texts.twoSteps : texts.oneStep}</p>
          <Button
            small
            aria-pressed={calling.rules.twoStep}
            onClick={() => desk.twoStep(!calling.rules.twoStep)}
          >
            {texts.callInTwo}
          </Button>
        </div>
        <div className={c('choice')}>
          <p>{calling.rules.besidePaper ? beside.on : beside.off}</p>
          <Button
            small
            aria-pressed={calling.rules.besidePaper === true}
            onClick={() => desk.besidePaper(calling.rules.besidePaper !== true)}
          >
            {beside.set}
          </Button>
          <a href="/beside" target="_blank" rel="noreferrer">
            {beside.compare}
          </a>
        </div>
        <Pedal />
      </div>
    </details>
  )
}

function Pedal() {
  const texts = useWords().thisDesk
  const pedal = usePedal()
  const [learning, learn] = useState(false)
  const [refused, refuse] = useState<string | null>(null)
  useEffect(() => {
    if (!learning) return
    // Before anybody else hears it: the press that teaches the key must call nothing.
    const press = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat) return
      if (event.key === 'Escape') learn(false)
      else if (canBePedal(event.key)) {
        learnPedal(event.key)
        refuse(null)
        learn(false)
      } else refuse(event.key)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [learning])
  return (
    <div className={c('pedal')}>
      <p role="status">
        {learning
          ? refused === null
            ? texts.press
            : texts.otherMeaning({ key: pedalName(refused) })
          : pedal === null
            ? texts.noPedal
            : texts.pedalIs({ key: pedalName(pedal) })}
      </p>
      <Button small onClick={() => learn(!learning)}>
        {learning ? texts.stop : texts.learn}
      </Button>
      {pedal === null || learning ? null : (
        <Button small onClick={() => learnPedal(null)}>
          {texts.forget}
        </Button>
      )}
    </div>
  )
}
