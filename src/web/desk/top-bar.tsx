// The top of the desk: which night, how far over, what time it is, who is connected, whether it is kept.

import { memo } from 'react'
import { formatLength } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { Sections } from '../../wire/messages.ts'
import { type Given, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { Clock, Live } from '../ui/live.tsx'
import { lasted, nextUpAt, overBy, overWords, phaseOf } from '../ui/phase.ts'
import { countdown } from '../ui/words.ts'
import { DamageLine } from './damage-line.tsx'
import styles from './top-bar.module.css'

const c = classes(styles)

export const TopBar = memo(function TopBar({
  position,
  devices,
  keeping,
  beside,
}: Given<'position' | 'devices' | 'keeping'> & { readonly beside: boolean }) {
  const { nextShow } = useWords()
  return (
    <header className={c('bar')}>
      <div className={c('night')}>
        <h1 className={c('title')}>{position?.title ?? 'Ghostlight'}</h1>
        {position ? <span className={c('quiet')}>{nextShow.nth(position)}</span> : null}
        <IncidentCard over />
      </div>
      <div className={c('clocks')}>
        {position ? <ActClock position={position} /> : null}
        <Clock className={c('wall')} timeZone={position?.timeZone ?? deviceZone} />
      </div>
      <div className={c('state')}>
        {devices ? <Connected lines={devices.devices} beside={beside} /> : null}
        {keeping ? <Keeping {...keeping} /> : null}
        <Freshness />
      </div>
      {keeping?.damage ? (
        <DamageLine damage={keeping.damage} timeZone={position?.timeZone ?? deviceZone} />
      ) : null}
    </header>
  )
})

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone

function ActClock({ position }: { readonly position: PositionSection }) {
  const { frame, topBar } = useWords()
  const phase = phaseOf(position)
  switch (phase.kind) {
    case 'before':
    case 'interval': {
      const act = phase.kind === 'interval' ? phase.next : position.running.point.act
      return (
        <span className={c('act')}>
          {phase.kind === 'interval' ? topBar.intervalActIn({ act }) : topBar.actIn({ act })}{' '}
          <Live className={c('number')} text={(now) => countdown(now, nextUpAt(position, act, now))} />
        </span>
      )
    }
    case 'running':
      return (
        <span className={c('act')}>
          {frame.act({ act: phase.act })}{' '}
          <Live className={c('number')} text={(now) => formatLength(lasted(phase.upAt, now))} />{' '}
          <Live
            className={c('over')}
            text={(now) => {
              const over = overBy(position, phase, now)
              return over === null ? '' : overWords(over)
            }}
          />
        </span>
      )
    case 'after':
      return <span className={c('act')}>{topBar.down}</span>
    case 'closed':
      return <span className={c('act')}>{topBar.closed}</span>
    default:
      return phase satisfies never
  }
}

function Connected({
  lines,
  beside,
}: {
  readonly lines: NonNullable<Sections['devices']>['devices']
  readonly beside: boolean
}) {
  const { counts, topBar, beside: words } = useWords()
  const stale = useStale()
  // Nobody is expected, so nobody is silent.
  if (beside) return <span className={c('quiet')}>{words.mode}</span>
  const paired = lines.filter((line) => line.paired)
  const silent = paired.filter((line) => !line.connected).length
  const screens = counts.screens(paired.length)
  return (
    <span className={c(silent > 0 ? 'noticed' : 'quiet', stale && 'unknown')}>
      {silent > 0 ? topBar.silent({ screens, silent }) : screens}
    </span>
  )
}

/** Loud only when what was acknowledged may be lost. */
function Keeping({
  level,
  failing,
  unknownEvents,
  mistakes = 0,
  unshown = 0,
}: NonNullable<Sections['keeping']>) {
  const { topBar } = useWords()
  const stale = useStale()
  if (failing !== null) {
    return (
      <strong className={c('failing')} role="alert">
        {topBar.notSaved({ why: failing })}
      </strong>
    )
  }
  const saved = level === 'replicated' ? topBar.savedCopied : topBar.saved
  const read = unknownEvents > 0 ? topBar.newer({ saved, entries: unknownEvents }) : saved
  const gone = mistakes > 0 ? topBar.mistakes({ saved: read, mistakes }) : read
  return (
    <span className={c(unshown > 0 ? 'noticed' : 'quiet', stale && 'unknown')}>
      {unshown > 0 ? topBar.unshown({ saved: gone, parts: unshown }) : gone}
    </span>
  )
}
