// Where this house is reached, always at hand; and, when that has changed, what to do, with the new code.

import { useMemo, useState } from 'react'
import type { DevicesSection } from '../../wire/messages.ts'
import type { Words } from '../../words/words.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import { hostOf } from './address.ts'
import { drawingOf } from './code.ts'
import styles from './reach-line.module.css'

const c = classes(styles)

export function ReachLine({
  devices,
  timeZone,
}: {
  readonly devices: DevicesSection
  readonly timeZone: string
}) {
  const { reach: words } = useWords()
  const [seen, see] = useState<number | null>(null)
  const { addresses, name, moved } = devices
  return (
    <div className={c('reach')}>
      <p className={c('line')}>
        {addresses.length > 0
          ? words.reached({ addresses: addresses.map(hostOf).join(' · ') })
          : moved
            ? words.noNetwork
            : words.onlyHere}
      </p>
      <div role="status">
        {moved && moved.at !== seen ? (
          <div className={c('moved')}>
            <p>{movedWords(words, moved, timeZone)}</p>
            <p>{addresses.length === 0 ? words.lost : name ? words.byName({ name }) : words.byNumber}</p>
            {addresses[0] === undefined ? null : <Code address={addresses[0]} />}
            <Button small onClick={() => see(moved.at)}>
              {words.seen}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Code({ address }: { readonly address: string }) {
  const { reach: words } = useWords()
  const { size, path } = useMemo(() => drawingOf(`${address}/`), [address])
  return (
    <>
      <svg
        className={c('code')}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={words.scan}
      >
        <rect className={c('paper')} width={size} height={size} />
        <path className={c('dark')} d={path} />
      </svg>
      <p className={c('line')}>{words.scan}</p>
    </>
  )
}

/** The pages that belong to letting screens in. */
export function ReachPages() {
  const { reach: words } = useWords()
  const copies = useSession((state) => state.viewer?.roles.includes('SM') === true)
  return (
    <p className={c('pages')}>
      <a href="/cards" target="_blank" rel="noreferrer">
        {words.cards}
      </a>
      <a href="/network" target="_blank" rel="noreferrer">
        {words.check}
      </a>
      {copies ? (
        <a href="/api/backup" download>
          {words.copy}
        </a>
      ) : null}
    </p>
  )
}

function movedWords(
  words: Words['reach'],
  { at, before }: NonNullable<DevicesSection['moved']>,
  timeZone: string,
): string {
  const clock = formatClock(at, timeZone, false)
  return before.length === 0
    ? words.came({ clock })
    : words.moved({ clock, before: before.map(hostOf).join(' · ') })
}
