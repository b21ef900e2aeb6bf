// How this desk calls: in two steps or in one, and which key its pedal sends.

import { useEffect, useState } from 'react'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { canBePedal } from './keys.ts'
import { learnPedal, pedalName, usePedal } from './pedal.ts'
import styles from './this-desk.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function ThisDesk({ desk }: { readonly desk: Desk }) {
  const { calling } = desk.sections
  if (!desk.rights.calls || !calling) return null
  return (
    <details className={c('desk')}>
      <summary className={c('summary')}>This desk</summary>
      <div className={c('panel')}>
        <label className={c('choice')}>
          <input
            type="checkbox"
            checked={calling.rules.twoStep}
            onChange={(event) => desk.twoStep(event.target.checked)}
          />
          Two steps: nothing is called that is not standing by
        </label>
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
