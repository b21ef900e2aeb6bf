// "Which one is it?": the device's own name, large and dim, for as long as the desk asks.

import { useNamed, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import styles from './name-plate.module.css'

const c = classes(styles)

/** Lies over the screen and lets every touch through: nothing underneath moves or waits for it. */
export function NamePlate() {
  const named = useNamed()
  const { frame } = useWords()
  const name = useSession((state) => state.viewer?.name ?? '')
  return (
    <p className={c('plate')} aria-live="polite" data-named={named ? '' : undefined}>
      {named ? (
        <>
          <span className={c('words')}>{frame.thisIs}</span>
          <span className={c('name')}>{name}</span>
        </>
      ) : null}
    </p>
  )
}
