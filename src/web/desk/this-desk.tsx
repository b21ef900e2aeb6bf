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
  const { beside } = useWords()
  const { calling } = desk.sections
  if (!desk.rights.calls || !calling) return null
  return (
    <details name="corner" className={c('desk')}>
      <summary className={c('summary')}>This desk</summary>
      <div className={c('panel')}>
        <div className={c('choice')}>
          <p>
            {calling.rules.twoStep
              ? 'In two steps: nothing is called that is not standing by.'
              : 'In one step: a cue is called with or without a standby.'}
          </p>
          <Button
            small
            aria-pressed={calling.rules.twoStep}
            onClick={() => desk.twoStep(!calling.rules.twoStep)}
          >
            Call in two steps
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
            ? 'Press your pedal now, or Esc.'
            : `“${pedalName(refused)}” has another meaning here. Press your pedal, or Esc.`
          : pedal === null
            ? 'No pedal is learned: page keys scroll.'
            : `The pedal’s key is ${pedalName(pedal)}. It calls, and does nothing else.`}
      </p>
      <Button small onClick={() => learn(!learning)}>
        {learning ? 'Stop' : 'Pedal: learn its key'}
      </Button>
      {pedal === null || learning ? null : (
        <Button small onClick={() => learnPedal(null)}>
          Forget it
        </Button>
      )}
    </div>
  )
}
