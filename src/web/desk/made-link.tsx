// A link that was made: as a code for a camera, and as text for hands.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { CodeLine } from '../../wire/messages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import { LetIn } from '../ui/let-in.tsx'
import { linkAt, reachable } from './address.ts'
import { drawingOf } from './code.ts'
import { Letters } from './letters.tsx'
import styles from './made-link.module.css'

const c = classes(styles)

/** `several`: it lets in more than one. */
export function MadeLink({
  path,
  code,
  addresses,
  several,
}: {
  readonly path: string
  readonly code: CodeLine | null
  readonly addresses: readonly string[]
  readonly several: boolean
}) {
  const { madeLink: texts } = useWords()
  const places = reachable(location, addresses)
  const [chosen, choose] = useState<string | null>(null)
  const address = places.find((one) => one === chosen) ?? places[0] ?? null
  const link = linkAt(address ?? location.origin, path)
  return (
    <>
      {address === null ? <OnlyHere /> : <Code link={link} />}
      {places.length > 1 ? (
        <label className={c('network')}>
          {texts.reachedAt}
          <select
            className={c('field')}
            value={address ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            {places.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Text link={link} />
      {code === null || address === null ? null : <Letters code={code} address={address} />}
      <p className={c('hint')}>{several ? texts.several : texts.once}</p>
    </>
  )
}

function OnlyHere() {
  const { madeLink: texts } = useWords()
  return (
    <div className={c('only')}>
      <p>{texts.onlyHere}</p>
      <LetIn />
    </div>
  )
}

function Code({ link }: { readonly link: string }) {
  const { madeLink: texts } = useWords()
  const { size, path } = useMemo(() => drawingOf(link), [link])
  const drawing = useRef<SVGSVGElement>(null)
  // Whole, or no camera reads it.
  useEffect(() => {
    drawing.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <svg
      ref={drawing}
      className={c('code')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={texts.code}
    >
      <rect className={c('paper')} width={size} height={size} />
      <path className={c('dark')} d={path} />
    </svg>
  )
}

function Text({ link }: { readonly link: string }) {
  const { madeLink: texts } = useWords()
  const [copied, setCopied] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <>
      <textarea
        ref={field}
        className={c('address')}
        readOnly
        rows={4}
        value={link}
        aria-label={texts.link}
        onFocus={(event) => event.target.select()}
      />
      <Button
        small
        onClick={() => {
          field.current?.select()
          // Without HTTPS there is no clipboard to write to: the selected text is copied by hand.
          void navigator.clipboard?.writeText(link).then(() => setCopied(link))
        }}
      >
        {copied === link ? texts.copied : texts.copy}
      </Button>
    </>
  )
}
