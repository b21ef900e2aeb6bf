// Where the record is not the one that this device saw: said on the device itself, until somebody knows why.

import { useEffect, useSyncExternalStore } from 'react'
import { localeNow, useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import styles from './head-line.module.css'
import { type HeadWrong, headWrong, itIsKnown, keepHeads, onHeadWrong } from './heads.ts'

const c = classes(styles)

export const momentOf = (at: number): string =>
  new Intl.DateTimeFormat(localeNow(), { dateStyle: 'medium', timeStyle: 'short' }).format(at)

/** `calling`: a performance is on or near, and nothing may lie over what is pressed then: it is said afterwards. */
export function HeadLine({ calling }: { readonly calling: boolean }) {
  const { heads } = useWords()
  const wrong = useSyncExternalStore(onHeadWrong, headWrong)
  useEffect(keepHeads, [])
  if (wrong === null || calling) return null
  return (
    <div className={c('line')} role="alert">
      <p className={c('words')}>{sentenceOf(heads, wrong)}</p>
      <button className={c('known')} type="button" onClick={itIsKnown}>
        {heads.known}
      </button>
    </div>
  )
}

export function sentenceOf(heads: ReturnType<typeof useWords>['heads'], { is, at }: HeadWrong): string {
  const moment = { at: momentOf(at) }
  if (is === 'gone') return heads.gone(moment)
  return is === 'another-key' ? heads.key(moment) : heads.changed(moment)
}
