// The items of the show behind a drawing, as bands with their names over them; and which act is drawn.

import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plots.module.css'
import { type Band, bandName, type Scale } from './scale.ts'

const c = classes(styles)

/** What stands over the rows. */
export const TOP = 26

/** So narrow that its name would lie over the next. */
const NAME_LEAST = 8

export function Bands({ scale, height }: { readonly scale: Scale; readonly height: number }) {
  return scale.bands.map((band, index) => {
    const [left, right] = [scale.x(band.from), scale.x(band.to)]
    const name = bandName(band)
    const fits = right - left >= name.length * NAME_LEAST
    return (
      <g key={`${band.from} ${band.code}`}>
        <rect
          className={c('band', index % 2 === 1 && 'other', band.kind === 'interval' && 'interval')}
          x={left}
          y={TOP - 8}
          width={Math.max(0, right - left)}
          height={height - TOP + 8}
        />
        {fits ? (
          <text className={c('label')} x={left + 2} y={TOP - 12}>
            {name}
          </text>
        ) : null}
      </g>
    )
  })
}

type Acts = {
  readonly bands: readonly Band[]
  readonly act: number | null
  readonly choose: (act: number | null) => void
}

export function WhichAct({ bands, act, choose }: Acts) {
  const { plots: says } = useWords()
  const acts = [...new Set(bands.filter(({ kind }) => kind !== 'interval').map((band) => band.act))]
  if (acts.length < 2) return null
  return (
    <fieldset className={c('acts')}>
      <legend className={c('hint')}>{says.acts}</legend>
      {[null, ...acts].map((one) => (
        <label key={one ?? 'all'} className={c('choice')}>
          <input type="radio" name="act" checked={act === one} onChange={() => choose(one)} />
          {one === null ? says.wholeShow : says.act({ act: one })}
        </label>
      ))}
    </fieldset>
  )
}
