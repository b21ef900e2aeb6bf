// Reads a QR code as a scanner would, from its squares to its text; written from the standard, not from our encoder.

/** Blocks of codes that mend 15 % (level M): how many data bytes each holds, by version. */
const BLOCKS_M: readonly (readonly number[])[] = [
  [16],
  [28],
  [44],
  [32, 32],
  [43, 43],
  [27, 27, 27, 27],
  [31, 31, 31, 31],
  [38, 38, 39, 39],
  [36, 36, 36, 37, 37],
  [43, 43, 43, 43, 44],
]
/** The same for those that mend 7 % (level L). */
const BLOCKS_L: readonly (readonly number[])[] = [
  ...[[19], [34], [55], [80], [108], [68, 68], [78, 78], [97, 97], [116, 116]],
  ...[
    [68, 68, 69, 69],
    [81, 81, 81, 81],
    [92, 92, 93, 93],
    [107, 107, 107, 107],
  ],
]
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
]

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_r, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]
const FORMAT_MASK = 0x5412
const LEVELS = { M: 0, L: 1 } as const
type Level = keyof typeof LEVELS
const BYTES = 4

type Squares = readonly (readonly boolean[])[]

/** Every square must be right: nothing is mended here. */
export function readCode(squares: Squares, level: Level = 'M'): string {
  const size = squares.length
  const version = (size - 17) / 4
  const blocks = (level === 'M' ? BLOCKS_M : BLOCKS_L)[version - 1]
  if (!blocks) throw new Error(`a code of ${size} squares is not read here`)
  const dark = (row: number, column: number) => squares[row]?.[column] === true
  checkFinders(dark, size)
  const mask = maskOf(dark, level)
  const bits = placesOf(size, version).map(([row, column]) => dark(row, column) !== mask(row, column))
  const data = unwoven(bytesOf(bits), blocks)
  const wide = version >= 10 ? 16 : 8
  const all = data.flatMap((byte) =>
    Array.from({ length: 8 }, (_each, index) => ((byte >> (7 - index)) & 1) === 1),
  )
  if (numberOf(all.slice(0, 4)) !== BYTES) throw new Error('the code does not hold bytes')
  const length = numberOf(all.slice(4, 4 + wide))
  const text = bytesOf(all.slice(4 + wide, 4 + wide + 8 * length))
  return new TextDecoder().decode(Uint8Array.from(text))
}

type Dark = (row: number, column: number) => boolean

/** The three eyes by which a camera finds it. */
function checkFinders(dark: Dark, size: number): void {
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const) {
    for (let row = 0; row < 7; row += 1) {
      for (let column = 0; column < 7; column += 1) {
        const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3))
        if (dark(top + row, left + column) !== (ring !== 2)) throw new Error('the code has no eyes')
      }
    }
  }
}

function maskOf(dark: Dark, level: Level): (row: number, column: number) => boolean {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7].map((column) => [8, column]),
    [8, 8],
    ...[7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8]),
  ]
  const format = numberOf(places.map(([row = 0, column = 0]) => dark(row, column))) ^ FORMAT_MASK
  if (format >> 13 !== LEVELS[level]) throw new Error('the code is of another level')
  const mask = MASKS[(format >> 10) & 7]
  if (!mask) throw new Error('there are eight masks')
  return mask
}

/** Where the bits lie, in their order: two columns at a time, up and down, round what a scanner needs. */
function placesOf(size: number, version: number): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column, size, version)) places.push([row, column])
      }
    }
    up = !up
  }
  return places
}

function isFunction(row: number, column: number, size: number, version: number): boolean {
  if (row === 6 || column === 6) return true
  if (row < 9 && (column < 9 || column >= size - 8)) return true
  if (row >= size - 8 && column < 9) return true
  if (version >= 7 && row < 6 && column >= size - 11 && column < size - 8) return true
  if (version >= 7 && column < 6 && row >= size - 11 && row < size - 8) return true
  const centres = ALIGNMENT[version - 1] ?? []
  const last = centres.at(-1)
  return centres.some((top) =>
    centres.some((left) => {
      const onEye = (top === 6 && (left === 6 || left === last)) || (left === 6 && top === last)
      return !onEye && Math.abs(row - top) <= 2 && Math.abs(column - left) <= 2
    }),
  )
}

/** Data bytes of all blocks in a row, out of the order in which they are woven together. */
function unwoven(bytes: readonly number[], blocks: readonly number[]): number[] {
  const inside: number[][] = blocks.map(() => [])
  let at = 0
  for (let index = 0; index < Math.max(...blocks); index += 1) {
    blocks.forEach((length, block) => {
      if (index >= length) return
      inside[block]?.push(bytes[at] ?? 0)
      at += 1
    })
  }
  return inside.flat()
}

const numberOf = (bits: readonly boolean[]): number => bits.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0)

function bytesOf(bits: readonly boolean[]): number[] {
  return Array.from({ length: Math.floor(bits.length / 8) }, (_each, index) =>
    numberOf(bits.slice(8 * index, 8 * index + 8)),
  )
}
