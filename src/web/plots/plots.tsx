// The plots of the show: one at a time, drawn, with the same as a table under it.

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { PlotsTold } from '../../wire/plots.ts'
import { askOffice, type Told } from '../show/office.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { DensityPlot } from './density-plot.tsx'
import { DoublingPlot } from './doubling-plot.tsx'
import { PartsPlot } from './parts-plot.tsx'
import { PlacesPlot } from './places-plot.tsx'
import styles from './plots.module.css'
import { StagePlot } from './stage-plot.tsx'

const c = classes(styles)

const kinds = ['stage', 'parts', 'doubling', 'cues', 'places'] as const
type Kind = (typeof kinds)[number]

export function PlotsScreen() {
  const { plots: says, office } = useWords()
  const [told, tell] = useState<Told<PlotsTold> | null>(null)
  const ask = useCallback(() => {
    tell(null)
    void askOffice<PlotsTold>('plots').then(tell)
  }, [])
  useEffect(ask, [ask])
  const kind = useKind()
  return (
    <main className={c('page')}>
      <header className={c('head')}>
        <h1>{says.title}</h1>
        <p className={c('hint')}>{told?.ok ? `${told.value.title}. ${says.lead}` : says.lead}</p>
        <a className={c('button')} href="/show">
          {says.back}
        </a>
        <button type="button" className={c('button')} disabled={!told?.ok} onClick={() => window.print()}>
          {says.print}
        </button>
      </header>
      <nav className={c('tabs')} aria-label={says.label}>
        {kinds.map((one) => (
          <a key={one} className={c('tab')} href={`#${one}`} aria-current={one === kind ? 'page' : undefined}>
            {says.tabs[one]}
          </a>
        ))}
      </nav>
      {told === null ? <p role="status">{says.loading}</p> : null}
      {told?.ok === false ? (
        <>
          <p role="status">{told.sentence}</p>
          {told.code === 'no-order' ? (
            <a className={c('button')} href="/show#order">
              {office.order.paste}
            </a>
          ) : (
            <button type="button" className={c('button')} onClick={ask}>
              {says.again}
            </button>
          )}
        </>
      ) : null}
      {told?.ok ? <Drawn kind={kind} told={told.value} /> : null}
    </main>
  )
}

function Drawn({ kind, told }: { readonly kind: Kind; readonly told: PlotsTold }) {
  switch (kind) {
    case 'stage':
      return <StagePlot told={told} />
    case 'parts':
      return <PartsPlot told={told} />
    case 'doubling':
      return <DoublingPlot told={told} />
    case 'cues':
      return <DensityPlot told={told} />
    case 'places':
      return <PlacesPlot told={told} />
    default:
      return kind satisfies never
  }
}

const onHash = (listen: () => void) => {
  addEventListener('hashchange', listen)
  return () => removeEventListener('hashchange', listen)
}

function useKind(): Kind {
  const hash = useSyncExternalStore(onHash, () => location.hash.slice(1))
  return kinds.find((one) => one === hash) ?? 'stage'
}
