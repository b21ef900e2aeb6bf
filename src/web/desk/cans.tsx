// The round on cans: who is heard, by channel, and what there is when cans fail.

import { useEffect, useRef } from 'react'
import type { DepartmentLine } from '../../core/night/department-lines.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint } from '../ui/frame.tsx'
import { listWords } from '../ui/words.ts'
import styles from './cans.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

/** By channel, those without one last. */
const byChannel = (departments: readonly DepartmentLine[]): readonly DepartmentLine[] =>
  departments.toSorted((a, b) => (a.channel ?? '\uffff').localeCompare(b.channel ?? '\uffff'))

function heardWords(heard: boolean | undefined): string {
  const { cans } = words()
  if (heard === undefined) return cans.notAsked
  return heard ? cans.heard : cans.notHeard
}

export function Cans({ desk }: { readonly desk: Desk }) {
  const texts = useWords().cans
  const { cues, calling } = desk.sections
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  if (!cues || !calling) return null
  const lines = byChannel(cues.departments)
  const heardOf = (one: DepartmentLine) => calling.cans.find((word) => word.department === one.id)?.heard
  const turn = (one: DepartmentLine) => desk.heard(one.id, heardOf(one) !== true)
  return (
    <section
      ref={panel}
      className={c('cans')}
      tabIndex={-1}
      aria-labelledby="cans"
      onKeyDown={(event) => {
        if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
        const one = /^[1-9]$/.test(event.key) ? lines[Number(event.key) - 1] : undefined
        if (one) turn(one)
      }}
    >
      <div className={c('head')}>
        <h2 className={c('heading')} id="cans">
          {texts.title}
        </h2>
        <Button small onClick={() => desk.open(null)}>
          {texts.done} <KeyHint>Esc</KeyHint>
        </Button>
      </div>
      <ol className={c('list')}>
        {lines.map((one, index) => {
          const heard = heardOf(one)
          return (
            <li key={one.id}>
              <Button className={c('line')} onClick={() => turn(one)}>
                <span className={c('channel')}>{one.channel ?? '–'}</span>
                <span className={c('name')}>
                  {one.name}
                  {one.people.length > 0 ? (
                    <span className={c('people')}> {listWords(one.people)}</span>
                  ) : null}
                </span>
                <span className={c(heard === true ? 'heard' : 'open')}>{heardWords(heard)}</span>
                {index < 9 ? <KeyHint>{String(index + 1)}</KeyHint> : null}
              </Button>
            </li>
          )
        })}
      </ol>
      <CansFail />
    </section>
  )
}

/** Known before it is needed, and true with every screen dark. */
function CansFail() {
  const texts = useWords().cans
  return (
    <div className={c('fail')}>
      <h3 className={c('heading')}>{texts.fail}</h3>
      <ol>
        <li>{texts.screens}</li>
        <li>{texts.cueLights}</li>
        <li>{texts.runner}</li>
        <li>{texts.hold}</li>
      </ol>
    </div>
  )
}
