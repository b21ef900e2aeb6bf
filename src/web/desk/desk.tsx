// The prompt desk: what do I call next?

import { type ReactNode, useRef } from 'react'
import { useNothingOpen } from '../link/store.ts'
import { PlanLink } from '../plan/plan-link.tsx'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { useWakeLock } from '../ui/wake.ts'
import { ReviewLine } from '../vault/review-line.tsx'
import { WhereIs } from '../whereabouts/where-is.tsx'
import { CallingStrip } from './calling-strip.tsx'
import { Calls } from './calls.tsx'
import { Cans } from './cans.tsx'
import { ConcernPanel } from './concern-panel.tsx'
import { Controls } from './controls.tsx'
import styles from './desk.module.css'
import { NextPerformance } from './next-performance.tsx'
import { NoteList } from './notes.tsx'
import { PrintTonight } from './print-tonight.tsx'
import { RunningOrder } from './running-order.tsx'
import { lackWords } from './said.ts'
import { Screens } from './screens.tsx'
import { TakeLine } from './take-line.tsx'
import { TakeNote } from './take-note.tsx'
import { ThisDesk } from './this-desk.tsx'
import { TopBar } from './top-bar.tsx'
import { type Desk, useDesk } from './use-desk.ts'
import { useDeskKeys, useStripTouch } from './use-keys.ts'

const c = classes(styles)

export function DeskScreen() {
  const strip = useRef<HTMLElement>(null)
  const ahead = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLInputElement>(null)
  const texts = useWords().desk
  const desk = useDesk(strip)
  const { position, devices, keeping, notes, cues } = desk.sections
  useDeskKeys(desk, { strip, ahead, note })
  useStripTouch(strip)
  useWakeLock()
  return (
    <div className={c('desk')}>
      <TopBar
        position={position}
        devices={devices}
        keeping={keeping}
        beside={desk.sections.calling?.rules.besidePaper === true}
      />
      <RunningOrder desk={desk} />
      <main className={c('middle')}>
        <Middle desk={desk}>
          <CallingStrip desk={desk} strip={strip} ahead={ahead} />
        </Middle>
      </main>
      <aside className={c('side')} aria-label={texts.aside}>
        <Calls desk={desk} />
        {desk.aside === 'cans' ? (
          <Cans desk={desk} />
        ) : desk.aside === 'where' ? (
          <WhereIs done={() => desk.open(null)} />
        ) : desk.aside === 'concern' ? (
          <ConcernPanel desk={desk} />
        ) : desk.aside === 'cue-note' ? (
          <TakeNote desk={desk} />
        ) : desk.aside === 'line-note' ? (
          <TakeLine desk={desk} />
        ) : (
          <>
            <NoteList
              notes={notes}
              cues={cues}
              position={position}
              attendance={desk.sections.attendance ?? null}
            />
            <ReviewLine />
            <Screens
              devices={devices}
              cues={cues}
              pairs={desk.rights.pairs}
              timeZone={position?.timeZone ?? 'UTC'}
            />
          </>
        )}
        <Corner desk={desk} />
      </aside>
      <Controls desk={desk} note={note} />
    </div>
  )
}

/** From the desk to everything beside it. A link more would take a line more, and what a hand goes to would move (FOH-11). */
function Corner({ desk }: { readonly desk: Desk }) {
  const { desk: texts } = useWords()
  const { position } = desk.sections
  return (
    <div className={c('corner')}>
      <Display />
      <ThisDesk desk={desk} />
      <PrintTonight desk={desk} />
      <PlanLink />
      {desk.rights.edits ? (
        <a className={c('link')} href="/show">
          {texts.show}
        </a>
      ) : null}
      {position ? (
        <a className={c('link')} href="/report" target="_blank" rel="noreferrer">
          {texts.report}
        </a>
      ) : null}
      {position ? (
        <a className={c('link')} href="/run-sheet" target="_blank" rel="noreferrer">
          {texts.runSheets}
        </a>
      ) : null}
    </div>
  )
}

function Middle({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  const texts = useWords().desk
  const { position } = desk.sections
  const nothingOpen = useNothingOpen()
  const lacks = nothingOpen ? null : lackWords(desk.sections)
  if (lacks !== null) return <p className={c('lacks')}>{lacks}</p>
  if (nothingOpen || position === null) {
    return (
      <p className={c('lacks')}>
        {texts.noShow} <kbd>ghostlight serve --show FILE</kbd>
      </p>
    )
  }
  if (position?.closedAt) {
    return (
      <div>
        <p className={c('lacks')}>{texts.closed({ number: position.number })}</p>
        <NextPerformance desk={desk} />
      </div>
    )
  }
  return children
}
