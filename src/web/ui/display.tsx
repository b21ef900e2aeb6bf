// How this device shows things: theme, brightness, size of type. Kept on the device, known to nobody else.

import { useState } from 'react'
import { classes } from './classes.ts'
import styles from './display.module.css'
import {
  applyDisplay,
  cueLights,
  type DisplaySettings,
  readDisplay,
  TYPE_SIZES,
  themes,
  writeDisplay,
} from './display-settings.ts'

const c = classes(styles)

export function Display({ sizes = false }: { readonly sizes?: boolean }) {
  const [settings, set] = useState(readDisplay)
  const change = (to: Partial<DisplaySettings>) => {
    const next = { ...settings, ...to }
    set(next)
    writeDisplay(next)
    applyDisplay(next)
  }
  return (
    <details className={c('display')}>
      <summary className={c('summary')}>Light and type</summary>
      <div className={c('panel')}>
        <Choice
          words="Theme"
          options={themes}
          chosen={settings.theme}
          choose={(theme) => change({ theme })}
        />
        {sizes ? (
          <Choice
            words="Type"
            options={TYPE_SIZES}
            chosen={settings.size}
            choose={(size) => change({ size })}
          />
        ) : null}
        <Choice
          words="Standby is"
          seen
          options={cueLights}
          chosen={settings.cueLight}
          choose={(cueLight) => change({ cueLight })}
        />
        <label className={c('slider')}>
          Brightness
          <input
            type="range"
            min={0.3}
            max={1}
            step={0.05}
            value={settings.brightness}
            onChange={(event) => change({ brightness: Number(event.target.value) })}
          />
        </label>
      </div>
    </details>
  )
}

function Choice<T extends string>({
  words,
  seen = false,
  options,
  chosen,
  choose,
}: {
  readonly words: string
  /** Where the options do not say by themselves what they are of. */
  readonly seen?: boolean
  readonly options: readonly T[]
  readonly chosen: T
  readonly choose: (one: T) => void
}) {
  return (
    <fieldset className={c('choice')}>
      <legend className={seen ? c('legend') : 'spoken'}>{words}</legend>
      {options.map((one) => (
        <label key={one} className={c('option', one === chosen && 'chosen')}>
          <input
            type="radio"
            className="spoken"
            name={words}
            checked={one === chosen}
            onChange={() => choose(one)}
          />
          {one}
        </label>
      ))}
    </fieldset>
  )
}
