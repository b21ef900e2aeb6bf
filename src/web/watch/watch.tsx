// A night to watch: the demo plays itself, its desk and a phone side by side, and a sentence says what happens.

import { useEffect, useMemo, useState } from 'react'
import { LinkProvider, useSession } from '../link/store.ts'
import { askOffice } from '../show/office.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Live } from '../ui/live.tsx'
import { narrator } from './sentence.ts'
import styles from './watch.module.css'
import { openWatchLink, type Watched } from './watch-link.ts'

const c = classes(styles)

export function WatchScreen() {
  const { watch } = useWords()
  const [begun, setBegun] = useState(false)
  const [refused, refuse] = useState<string | null>(null)
  const begin = async (path: 'watch' | 'watch-again') => {
    const told = await askOffice<object>(path, {})
    setBegun(told.ok)
    refuse(told.ok ? null : told.sentence)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the door was opened.
  useEffect(() => void begin('watch'), [])
  return (
    <main className={c('page')}>
      <header className={c('head')}>
        <h1 className={c('title')}>{watch.title}</h1>
        <button type="button" className={c('button')} onClick={() => void begin('watch-again')}>
          {watch.again}
        </button>
        <a className={c('button')} href="/first">
          {watch.own}
        </a>
        <p className={c('sentence')} role="status">
          {begun ? <Narrated /> : (refused ?? watch.beginning)}
        </p>
      </header>
      {begun ? (
        <div className={c('screens')}>
          <Glass as="desk" caption={watch.desk} width={1320} height={900} share={0.74} />
          <Glass as="phone" caption={watch.phone} width={360} height={900} share={0.23} />
        </div>
      ) : (
        <p className={c('hint')}>{watch.what}</p>
      )}
    </main>
  )
}

/** On a link of its own, beside those of the two screens. */
function Narrated() {
  const link = useMemo(() => openWatchLink('desk'), [])
  return (
    <LinkProvider value={link}>
      <Sentence />
    </LinkProvider>
  )
}

function Sentence() {
  const words = useWords()
  const sections = useSession((state) => state.sections)
  const [told] = useState(narrator)
  return <Live wall text={(now) => told(sections, now, words)} />
}

/** Where there is no room for two side by side, each takes the width there is. */
const NARROW = 900
const BESIDE = 64

function Glass({
  as,
  caption,
  width,
  height,
  share,
}: {
  readonly as: Watched
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly share: number
}) {
  const room = useWidth()
  const scale = Math.min(1, (room < NARROW ? room - 40 : (room - BESIDE) * share) / width)
  return (
    <figure className={c('screen')}>
      <figcaption className={c('caption')}>{caption}</figcaption>
      <div className={c('glass')} style={{ width: width * scale, height: height * scale }}>
        <iframe
          className={c('frame')}
          title={caption}
          src={`/watch/${as}`}
          width={width}
          height={height}
          style={{ transform: `scale(${scale})` }}
          // To be looked at: the night plays itself, and Tab must not lose itself in it.
          inert
        />
      </div>
    </figure>
  )
}

function useWidth(): number {
  const [width, setWidth] = useState(document.documentElement.clientWidth)
  useEffect(() => {
    const measure = () => setWidth(document.documentElement.clientWidth)
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return width
}
