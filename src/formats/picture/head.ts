// What a picture says of itself before anybody draws it: its kind, and how large it would become.

/** A page at 150 dots an inch is 1,240 by 1,754; a scan at three times that is refused, and made smaller by whoever sends it. */
export const PICTURE_SIDE_MAX = 3_000
export const PICTURE_PIXELS_MAX = 6_000_000

export type PictureHead =
  | {
      readonly ok: true
      readonly type: 'image/png' | 'image/jpeg'
      readonly width: number
      readonly height: number
    }
  | { readonly ok: false; readonly sentence: string }

const refused = (sentence: string): PictureHead => ({ ok: false, sentence })

const none = refused('That is no picture of a page: PNG and JPEG are taken.')

/** Whatever the bytes are: it reads a few of them, and no more than there are. */
export function readPictureHead(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = pngSize(view) ?? jpegSize(view)
  if (size === null || size.width === 0 || size.height === 0) return none
  const { type, width, height } = size
  if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX || width * height > PICTURE_PIXELS_MAX)
    return refused(
      `This page is ${width} by ${height} dots; ${PICTURE_SIDE_MAX} a side and ${PICTURE_PIXELS_MAX / 1e6} million in all are taken.`,
    )
  return { ok: true, type, width, height }
}

type Size = { readonly type: 'image/png' | 'image/jpeg'; readonly width: number; readonly height: number }

const PNG = [0x89504e47, 0x0d0a1a0a]
const HEADER = 0x49484452

/** Its first part is the one that says how large it is. */
function pngSize(view: DataView): Size | null {
  if (view.byteLength < 24 || PNG.some((word, at) => view.getUint32(at * 4) !== word)) return null
  if (view.getUint32(12) !== HEADER) return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Parts one after another, each with its length, until the one that says how large it is. */
function jpegSize(view: DataView): Size | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Any number of them may fill the space before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // What is drawn has begun, and nothing said how large it is.
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}
