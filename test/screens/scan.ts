// Points a camera at a screen: the picture of a code becomes its squares again.

import type { Locator, Page } from 'playwright-core'
import { readCode } from '../kit/read-code.ts'

/** Squares of quiet that the drawing has on each side. */
const QUIET = 4

/** What a phone held in front of this drawing would open, and how much lighter its ground is than its squares. */
export async function scan(code: Locator, measure: Page): Promise<{ text: string; contrast: number }> {
  await code.scrollIntoViewIfNeeded()
  const side = Number((await code.getAttribute('viewBox'))?.split(' ')[2])
  const png = await code.screenshot()
  const light = await lightOf(measure, png, side)
  const sorted = light.flat().toSorted((a, b) => a - b)
  const [darkest = 0, lightest = 0] = [sorted[0], sorted.at(-1)]
  const between = (darkest + lightest) / 2
  const squares = light.map((row) => row.map((value) => value < between))
  const inside = squares.slice(QUIET, side - QUIET).map((row) => row.slice(QUIET, side - QUIET))
  const edge = squares.flatMap((row, at) => (at < QUIET || at >= side - QUIET ? row : []))
  if (edge.includes(true)) throw new Error('there is no quiet round the code')
  return { text: readCode(inside), contrast: (lightest + 0.05) / (darkest + 0.05) }
}

/** Relative luminance at the middle of each square. */
async function lightOf(measure: Page, png: Buffer, side: number): Promise<number[][]> {
  return measure.evaluate(
    async ({ base64, count }) => {
      const picture = new Image()
      picture.src = `data:image/png;base64,${base64}`
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = picture.width
      canvas.height = picture.height
      const context = canvas.getContext('2d')
      if (!context) throw new Error('this browser cannot draw')
      context.drawImage(picture, 0, 0)
      const linear = (value = 0) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      const places = Array.from({ length: count }, (_each, index) => (index + 0.5) / count)
      return places.map((y) =>
        places.map((x) => {
          const { data } = context.getImageData(
            Math.floor(x * canvas.width),
            Math.floor(y * canvas.height),
            1,
            1,
          )
          return 0.2126 * linear(data[0]) + 0.7152 * linear(data[1]) + 0.0722 * linear(data[2])
        }),
      )
    },
    { base64: png.toString('base64'), count: side },
  )
}
