// One of one’s own pages, dark, with what is called on it and the cross that is moved by keys and by touch.

import type { MouseEvent, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import type { MarginCue } from '../../core/book/margin.ts'
import type { PagePoint } from '../../core/show/own-pages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { cueNear } from './page-place.ts'
import styles from './pages.module.css'
import type { Pages } from './use-pages.ts'
import type { PagesDesk } from './use-pages-desk.ts'

const c = classes(styles)

type Facts = {
  readonly desk: PagesDesk
  readonly sent: Pages['sent']
  readonly view: RefObject<HTMLElement | null>
}

export function PageView({ desk, sent, view }: Facts) {
  const { ownPages } = useWords()
  const { own, cross, pictures, here } = desk
  const hair = useRef<HTMLSpanElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step the cross is in view.
  useLayoutEffect(() => {
    hair.current?.scrollIntoView({ block: 'nearest' })
  }, [cross.at, cross.x, cross.y])
  if (!own) return <p className={c('lack')}>{ownPages.none}</p>
  const picture = pictures.get(own.image)
  const touch = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const to = {
      at: cross.at,
      x: Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)),
      y: Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)),
    }
    const cue = desk.carrying ? null : cueNear(here, to)
    if (cue) desk.goTo(cue)
    else desk.go(to, desk.carrying?.cue.id ?? null)
  }
  return (
    <section
      ref={view}
      className={c('view')}
      aria-label={ownPages.page({ label: own.label })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls, and is gone over by keys, is reached by them.
      tabIndex={0}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys take the cross there, from wherever one is. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above; what is under a touch is said in the line below. */}
      <div className={c('leaf')} onClick={touch} data-page={own.id}>
        {picture && picture !== 'away' ? (
          <img
            className={c('picture')}
            src={`data:${picture.type};base64,${picture.data}`}
            width={picture.width}
            height={picture.height}
            alt={ownPages.page({ label: own.label })}
            draggable={false}
          />
        ) : (
          <p className={c('coming')} role="status">
            {ownPages[picture === null ? 'notInHouse' : (picture ?? 'loading')]({ label: own.label })}
          </p>
        )}
        <Marks desk={desk} sent={sent} page={own.id} />
        <span ref={hair} className={c('cross')} style={placeOf(cross)} aria-hidden="true" />
      </div>
    </section>
  )
}

const percent = (share: number): string => `${share * 100}%`
const placeOf = ({ x, y }: Pick<PagePoint, 'x' | 'y'>) => ({ left: percent(x), top: percent(y) })

type MarksFacts = Pick<Facts, 'desk' | 'sent'> & { readonly page: string }

function Marks({ desk, sent, page }: MarksFacts) {
  return (
    <>
      {early(desk.page.cues, page).map(({ key, sign, cue, point }) => (
        <Mark key={key} point={point} kind="early">
          {sign} {desk.nameOf(cue)}
        </Mark>
      ))}
      {desk.here.map((cue) =>
        cue.point ? (
          <Mark key={cue.id} point={cue.point} kind={cue.id === desk.selected?.id ? 'selected' : 'mark'}>
            ◆ {desk.nameOf(cue)}
          </Mark>
        ) : null,
      )}
      {sent.map(({ key, row, at }) =>
        'page' in at && at.page === page ? (
          <Mark key={key} point={at} kind="early">
            … {row.department} {row.number}
          </Mark>
        ) : null,
      )}
    </>
  )
}

type MarkFacts = {
  readonly point: PagePoint
  readonly kind: 'mark' | 'early' | 'selected'
  readonly children: React.ReactNode
}

/** In the right half it stands to the left of its point, so that it stays on the page. */
function Mark({ point, kind, children }: MarkFacts) {
  return (
    <span className={c('mark', kind !== 'mark' && kind, point.x > 0.7 && 'leftwards')} style={placeOf(point)}>
      {children}
    </span>
  )
}

/** Standbys and warnings that are given at a point of this page. */
function early(cues: readonly MarginCue[], page: string) {
  return cues.flatMap((cue) =>
    [
      { key: `s ${cue.id}`, sign: '▲', cue, point: cue.standbyPoint },
      { key: `w ${cue.id}`, sign: '◇', cue, point: cue.warnPoint },
    ].flatMap(({ point, ...one }) => (point?.page === page ? [{ ...one, point }] : [])),
  )
}
