// Calling practice: an act of the book against a clock, on this device alone. It presses nothing and keeps nothing.

import { useState } from 'react'
import {
  type PracticeCue,
  type PracticeResult,
  practiceByLog,
  practiceByPlan,
  practised,
  wasCalled,
} from '../../core/running/practice.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Freshness } from '../ui/frame.tsx'
import { phaseOf } from '../ui/phase.ts'
import { Choose } from './choose.tsx'
import { How } from './how.tsx'
import styles from './practice.module.css'
import { Run } from './run.tsx'
import { readTimings } from './timings.ts'

const c = classes(styles)

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'running'; readonly cues: readonly PracticeCue[] }
  | { readonly at: 'done'; readonly cues: readonly PracticeCue[]; readonly result: PracticeResult }

export function PracticeScreen() {
  const { practice: said, papers } = useWords()
  const { cues, position } = useSession((state) => state.sections)
  const mayCall = useSession((state) =>
    state.viewer?.roles.some((role) => role === 'caller' || role === 'SM'),
  )
  const [stage, go] = useState<Stage>({ at: 'choosing' })
  const [note, say] = useState('')
  if (!cues || !position || !mayCall) return <p className={c('screen')}>{said.noneHere}</p>
  const phase = phaseOf(position)
  const start = async (act: number, night: number | null) => {
    const told = night === null ? null : await readTimings(night)
    const logged = told?.logged ?? null
    const isCalled = logged !== null && wasCalled(logged, act)
    say(night === null || isCalled ? '' : logged === null ? said.notThere : said.notCalled)
    const chosen = isCalled ? practiceByLog(cues.moments, act, logged) : practiceByPlan(cues.moments, act)
    if (chosen.length === 0) return say(said.noCues)
    go({ at: 'running', cues: chosen })
  }
  return (
    <main className={c('screen')}>
      <title>{said.pageTitle({ title: position.title })}</title>
      <div className={c('head')}>
        <a href="/">{papers.back}</a>
        <span className={c('mark')}>{said.mark}</span>
        <span className={c('gap')} />
        <Freshness />
      </div>
      <h1 className={c('title')}>{said.title}</h1>
      <p role="status" className={c('hint')}>
        {phase.kind === 'running' ? said.actIsUp({ act: phase.act }) : note}
      </p>
      {stage.at === 'choosing' ? <Choose acts={actsOf(cues.moments)} start={start} /> : null}
      {stage.at === 'running' ? (
        <Run
          cues={stage.cues}
          end={(called) => go({ at: 'done', cues: stage.cues, result: practised(stage.cues, called) })}
        />
      ) : null}
      {stage.at === 'done' ? (
        <How
          result={stage.result}
          again={() => go({ at: 'running', cues: stage.cues })}
          other={() => go({ at: 'choosing' })}
        />
      ) : null}
    </main>
  )
}

const actsOf = (moments: readonly { readonly at: { readonly act: number } }[]): readonly number[] =>
  [...new Set(moments.map(({ at }) => at.act))].toSorted((a, b) => a - b)
