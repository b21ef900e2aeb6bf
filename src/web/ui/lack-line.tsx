// One line that says what this screen lacks, and for whoever may edit the show the way to where it is added.

import { mayEditShow } from '../../core/installation/screens.ts'
import type { Lacking } from '../../core/show/lacking.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import styles from './lack-line.module.css'

const c = classes(styles)

const added: Readonly<Record<Lacking, string>> = {
  people: '/show#people',
  order: '/show#order',
  cues: '/show#cues',
  entrances: '/show#entrances',
  tracks: '/show#tracks',
}

/** `of`: what this screen is made from, the first of it that the show has none of is said. */
export function LackLine({ of }: { readonly of: readonly Lacking[] }) {
  const { lacks } = useWords()
  const lacking = useSession((state) => state.sections.order?.lacks)
  const viewer = useSession((state) => state.viewer)
  const what = of.find((one) => lacking?.includes(one))
  if (what === undefined) return null
  return (
    <p className={c('lack')}>
      {lacks[what]}{' '}
      {viewer && mayEditShow(viewer) ? (
        <a className={c('add')} href={added[what]}>
          {lacks.add}
        </a>
      ) : null}
    </p>
  )
}
