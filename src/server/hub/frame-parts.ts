// A frame as it is written: its head and its sections, in one piece where it is too short to be packed.

import { PACKED_LENGTH_MIN } from './packing.ts'

export const frameParts = (seq: number, prev: number, sections: readonly string[]): readonly string[] => {
  const head = `{"t":"frame","seq":${seq},"prev":${prev},"sections":`
  const length = sections.reduce((total, part) => total + part.length, 0)
  return length < PACKED_LENGTH_MIN ? [`${head}${sections.join('')}}`] : [head, ...sections, '}']
}
