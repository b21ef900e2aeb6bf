// A department's cues numbered anew: which, from where, in which steps, and how they end.

import { useId, useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Field, Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

export function Renumber({ show, edit }: Editing) {
  const label = useId()
  const [chosen, choose] = useState('')
  const [from, setFrom] = useState('1')
  const [step, setStep] = useState('1')
  const [told, tell] = useState<{ why: string | null; done: string | null }>({ why: null, done: null })
  const { renumber } = words().office
  const having = show.departments.filter(({ cues }) => cues > 0)
  const department = having.find((one) => one.id === chosen) ?? having[0]
  if (!department) return null
  const { short, cues: many } = department
  const numbers = { from: Number(from), step: Number(step) }
  const isWhole = Number.isInteger(numbers.from) && Number.isInteger(numbers.step) && numbers.step > 0
  const last = numbers.from + numbers.step * (many - 1)
  const keep = async () => {
    const why = await edit({ name: 'cues.renumber', department: id<'department'>(department.id), ...numbers })
    tell({ why, done: why === null ? renumber.done({ short, many }) : null })
  }
  return (
    <details>
      <summary className={c('button')}>{renumber.open}</summary>
      <div className={c('form')}>
        <p className={c('hint')}>{renumber.hint}</p>
        <label className={c('label')} htmlFor={label}>
          {words().office.cues.department}
          <select
            id={label}
            className={c('field')}
            value={department.id}
            onChange={(event) => choose(event.target.value)}
          >
            {having.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={renumber.from}
          inputMode="numeric"
          value={from}
          onChange={(e) => setFrom(e.target.value)}
        />
        <Field
          label={renumber.step}
          inputMode="numeric"
          value={step}
          onChange={(e) => setStep(e.target.value)}
        />
        <div className={c('acts')}>
          <Press disabled={!isWhole} onClick={() => void keep()}>
            {renumber.keep({ short, many, from: numbers.from, last })}
          </Press>
        </div>
        <Refusal sentence={told.why}>{told.done === null ? null : <p>{told.done}</p>}</Refusal>
      </div>
    </details>
  )
}
