// The settings of one device's display, and how they reach the page.

import { speakAsChosen, type WordChoice, wordChoices, wordsAsked } from '../speech/speech.ts'

export const themes = ['dim', 'red', 'blue', 'light'] as const
/** What colour this venue's cue lights show for standby. */
export const cueLights = ['amber', 'red'] as const
export const TYPE_SIZES = ['small', 'middle', 'large'] as const

export type DisplaySettings = {
  readonly theme: (typeof themes)[number]
  readonly size: (typeof TYPE_SIZES)[number]
  readonly cueLight: (typeof cueLights)[number]
  /** 1 is the device's own brightness; the slider only goes below it. */
  readonly brightness: number
  /** Which English this device speaks: that of the show's country, or its own. */
  readonly words: WordChoice
}

const usual: DisplaySettings = {
  theme: 'dim',
  size: 'middle',
  cueLight: 'amber',
  brightness: 1,
  words: 'show',
}
const PLACE = 'ghostlight.display'

export function readDisplay(): DisplaySettings {
  try {
    return settingsFrom(JSON.parse(localStorage.getItem(PLACE) ?? 'null'))
  } catch {
    return usual
  }
}

/** As another address of this server hands it over, in the page's own address; null where it is none. */
export function displayFrom(encoded: string): DisplaySettings | null {
  try {
    return settingsFrom(JSON.parse(decodeURIComponent(encoded)))
  } catch {
    return null
  }
}

/** What was stored may be from another version: each part counts only if it still means something. */
export function settingsFrom(stored: unknown): DisplaySettings {
  const { theme, size, cueLight, brightness, words } = {
    ...usual,
    ...(typeof stored === 'object' ? stored : null),
  } as Record<
    keyof DisplaySettings,
    // `as`: every value is looked at below before it is used.
    unknown
  >
  return {
    theme: themes.find((one) => one === theme) ?? usual.theme,
    size: TYPE_SIZES.find((one) => one === size) ?? usual.size,
    cueLight: cueLights.find((one) => one === cueLight) ?? usual.cueLight,
    brightness: typeof brightness === 'number' && brightness >= 0.3 && brightness <= 1 ? brightness : 1,
    words: wordChoices.find((one) => one === words) ?? usual.words,
  }
}

export function writeDisplay(settings: DisplaySettings): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings))
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function applyDisplay({ theme, size, cueLight, brightness, words }: DisplaySettings): void {
  const page = document.documentElement
  page.setAttribute('data-theme', theme)
  page.setAttribute('data-size', size)
  page.setAttribute('data-cue-light', cueLight)
  page.toggleAttribute('data-dimmed', brightness < 1)
  page.style.setProperty('--brightness', String(brightness))
  speakAsChosen(wordsAsked(location) ?? words)
}
