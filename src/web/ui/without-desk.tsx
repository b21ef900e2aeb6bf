// Says plainly that this device will not work without the desk, where that is so, and leads to how it would.

import { useSyncExternalStore } from 'react'
import { appState, onAppState } from '../link/kept-app.ts'
import { isAnother, onAnother } from '../link/portal.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import styles from './without-desk.module.css'

const c = classes(styles)

/** Nothing where the app is kept, and on the desk's own machine. */
export function WithoutDesk() {
  const { alone } = useWords()
  const app = useSyncExternalStore(onAppState, appState)
  const another = useSyncExternalStore(onAnother, isAnother)
  if (another)
    return (
      <p className={c('without')} role="status">
        {alone.portal}{' '}
        <a href="/api/here" target="_blank" rel="noreferrer">
          {alone.portalOpen}
        </a>
      </p>
    )
  if (app === 'full') return <p className={c('without')}>{alone.noRoom}</p>
  if (app === 'newer') return <p className={c('without')}>{alone.newer}</p>
  if (app !== 'none') return null
  return (
    <p className={c('without')}>
      {alone.willNot} <a href="/trust">{alone.how}</a>
    </p>
  )
}
