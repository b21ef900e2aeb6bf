// What a picture says of itself: its kind and size, refused beyond the bounds, whatever the bytes are.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PICTURE_PIXELS_MAX, PICTURE_SIDE_MAX, readPictureHead } from './head.ts'

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33)
  const view = new DataView(bytes.buffer)
  for (const [at, word] of [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, width, height].entries())
    view.setUint32(at * 4, word)
  return bytes
}

function jpeg(width: number, height: number, before: readonly number[] = []): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return Uint8Array.from([0xff, 0xd8, ...before, 0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0])
}

const taken = (bytes: Uint8Array) => readPictureHead(bytes).ok

test('PAGES-8: PNG and JPEG are known by what they are; anything else is refused in a sentence', () => {
  expect(readPictureHead(png(1_240, 1_754))).toMatchObject({ type: 'image/png', width: 1_240, height: 1_754 })
  const camera = [0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff]
  expect(readPictureHead(jpeg(640, 480, camera))).toMatchObject({
    type: 'image/jpeg',
    width: 640,
    height: 480,
  })
  for (const bytes of ['', 'GIF89a', '<svg onload="x"/>', '%PDF-1.7'].map((text) => Buffer.from(text)))
    expect(readPictureHead(bytes)).toMatchObject({ ok: false })
  expect(taken(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0]))).toBe(false)
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void readPictureHead(bytes)))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      readPictureHead(Uint8Array.from([0xff, 0xd8, ...bytes]))
    }),
  )
})

test('PAGES-8: a page is so many dots a side and so many in all; one more is refused before anything is drawn', () => {
  const other = Math.floor(PICTURE_PIXELS_MAX / PICTURE_SIDE_MAX)
  expect([taken(png(PICTURE_SIDE_MAX, other)), taken(png(PICTURE_SIDE_MAX, other + 1))]).toEqual([
    true,
    false,
  ])
  expect([taken(png(PICTURE_SIDE_MAX + 1, 1)), taken(jpeg(1, PICTURE_SIDE_MAX + 1))]).toEqual([false, false])
  expect([taken(png(0, 10)), taken(png(0xffff_ffff, 0xffff_ffff))]).toEqual([false, false])
})
