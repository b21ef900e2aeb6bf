// How this device shows things: theme, brightness, size of type. Kept on the device, known to nobody else.

import { useState } from 'react'
import { useWords, wordChoices } from '../speech/speech.ts'
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

/** `way`: that the way to one’s own page is seen without opening anything, and as what. */
type Props = { readonly sizes?: boolean; readonly way?: 'own' | 'sign-in' | null }

export function Display({ sizes = false, way = sizes ? 'own' : null }: Props) {
  const { display, mine } = useWords()
  const [settings, set] = useState(readDisplay)
  const change = (to: Partial<DisplaySettings>) => {
    const next = { ...settings, ...to }
    set(next)
    writeDisplay(next)
    applyDisplay(next)
  }
  const own = (
    <a className={c('own')} href="/mine">
      {way === 'sign-in' ? mine.title : mine.way}
    </a>
  )
  const choices = (
    <details className={c('display')}>
      <summary className={c('summary')}>{display.summary}</summary>
      <div className={c('panel')}>
        <Choices settings={settings} change={change} sizes={sizes} />
        <label className={c('slider')}>
          {display.brightness}
          <input
            type="range"
            min={0.3}
            max={1}
            step={0.05}
            value={settings.brightness}
            onChange={(event) => change({ brightness: Number(event.target.value) })}
          />
        </label>
        {way === null ? own : null}
      </div>
    </details>
  )
  // Where somebody stands with a phone or a tablet of their own, or of everybody’s, the way is seen without opening anything.
  if (way === null) return choices
  return (
    <div className={c('line')}>
      {choices}
      {own}
    </div>
  )
}

type Changing = {
  readonly settings: DisplaySettings
  readonly change: (to: Partial<DisplaySettings>) => void
  readonly sizes: boolean
}

function Choices({ settings, change, sizes }: Changing) {
  const { display } = useWords()
  return (
    <>
      <Choice
        name="theme"
        legend={display.theme}
        options={themes}
        words={display.themes}
        chosen={settings.theme}
        choose={(theme) => change({ theme })}
      />
      {sizes ? (
        <Choice
          name="size"
          legend={display.type}
          options={TYPE_SIZES}
          words={display.sizes}
          chosen={settings.size}
          choose={(size) => change({ size })}
        />
      ) : null}
      <Choice
        name="cue-light"
        legend={display.standbyIs}
        seen
        options={cueLights}
        words={display.cueLights}
        chosen={settings.cueLight}
        choose={(cueLight) => change({ cueLight })}
      />
      <Choice
        name="words"
        legend={display.words}
        seen
        options={wordChoices}
        words={display.wordsOf}
        chosen={settings.words}
        choose={(words) => change({ words })}
      />
    </>
  )
}

function Choice<Option extends string>({
  name,
  legend,
  seen = false,
  options,
  words,
  chosen,
  choose,
}: {
  readonly name: string
  readonly legend: string
  /** Where the options do not say by themselves what they are of. */
  readonly seen?: boolean
  readonly options: readonly Option[]
  readonly words: Readonly<Record<Option, string>>
  /** May be one that is not offered. */
  readonly chosen: string
  readonly choose: (one: Option) => void
}) {
  return (
    <fieldset className={c('choice')}>
      <legend className={seen ? c('legend') : 'spoken'}>{legend}</legend>
      {options.map((one) => (
        <label key={one} className={c('option', one === chosen && 'chosen')}>
          <input
            type="radio"
            className="spoken"
            name={name}
            checked={one === chosen}
            onChange={() => choose(one)}
          />
          {words[one]}
        </label>
      ))}
    </fieldset>
  )
}
