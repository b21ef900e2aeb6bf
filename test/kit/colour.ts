// Colours as eyes see them: contrast, distance, and the three colour-blindnesses.

type Triple = readonly [number, number, number]

/** "#c9c1b4" as linear light, 0 to 1. */
function linear(hex: string): Triple {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const part = (at: number) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

const times = (rows: readonly Triple[], [x, y, z]: Triple): Triple => {
  const [first = 0, second = 0, third = 0] = rows.map(([a, b, c]) => a * x + b * y + c * z)
  return [first, second, third]
}

const luminance = ([red, green, blue]: Triple): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** As WCAG counts it: 1 for the same, 21 for black and white. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, at full severity, on linear light. */
const deficiencies = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly Triple[]>

export type Eyes = keyof typeof deficiencies
// `as`: the keys of the record above.
export const everyEye = Object.keys(deficiencies) as readonly Eyes[]

/** How far apart two colours look to these eyes: CIE 1976, where 2 is just seen side by side. */
export function distance(one: string, other: string, eyes: Eyes): number {
  const seen = (hex: string) =>
    lab(times(deficiencies[eyes], linear(hex)).map((part) => Math.min(1, Math.max(0, part))))
  const [a, b] = [seen(one), seen(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function lab([red = 0, green = 0, blue = 0]: readonly number[]): Triple {
  const [x, y, z] = times(
    [
      [0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047],
      [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883],
    ],
    [red, green, blue],
  ).map((part) => (part > 216 / 24389 ? Math.cbrt(part) : (part * (24389 / 27) + 16) / 116)) as [
    // `as`: three in, three out.
    number,
    number,
    number,
  ]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
