// Pictures of pages as they come from the house: the open one first, then those around it, so that they are here when it is not.

import { useEffect, useRef, useState } from 'react'
import type { OwnPage } from '../../core/show/own-pages.ts'
import type { PagePicture } from '../../wire/book.ts'
import { askOffice } from '../show/office.ts'
import { keepPicture, readPicture } from './kept-book.ts'

/** As many are held by a screen that is open: an act of a score on each side of the page one is on. */
export const PICTURES_KEPT_MAX = 120

/** Null: it is not in this house; away: not on this device, and the house is not reached. */
export type Pictures = ReadonlyMap<string, PagePicture | 'away' | null>

export function usePictures(pages: readonly OwnPage[], at: number): Pictures {
  const [pictures, keep] = useState<Pictures>(new Map())
  const near = nearest(pages, at)
  const [again, askAgain] = useState(false)
  const away = near.find((image) => pictures.get(image) === 'away')
  const wanted = near.find((image) => !pictures.has(image)) ?? (again ? away : undefined)
  const isWaiting = wanted === undefined && away !== undefined
  const latest = useRef(near)
  latest.current = near
  useEffect(() => {
    if (wanted === undefined) return
    let left = false
    const read = async () => {
      const told = await askOffice<PagePicture>(`picture?image=${wanted}`)
      if (told.ok) void keepPicture(wanted, told.value, latest.current)
      const isAway = !told.ok && told.code === ''
      // What this device has kept stands in for the house.
      const own = isAway ? ((await readPicture(wanted)) ?? 'away') : null
      if (left) return
      if (isAway) askAgain(false)
      keep((all) => held(all, latest.current, [wanted, told.ok ? told.value : own]))
    }
    void read()
    return () => {
      left = true
    }
  }, [wanted])
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => askAgain(true), ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return pictures
}

const ASK_AGAIN_MS = 3_000

/** The page one is on, then by turns the next and the one before. */
export function nearest(pages: readonly OwnPage[], at: number): readonly string[] {
  const order = pages.map((_, index) => index).toSorted((one, other) => turns(one - at) - turns(other - at))
  return order.slice(0, PICTURES_KEPT_MAX).flatMap((index) => pages[index]?.image ?? [])
}

/** The pages to come count less far. */
const turns = (by: number): number => (by < 0 ? -by * 2 : by)

/** What is far from where one is by now goes. */
function held(
  all: Pictures,
  near: readonly string[],
  come: readonly [string, PagePicture | 'away' | null],
): Pictures {
  const kept = new Set(near)
  return new Map([...[...all].filter(([image]) => kept.has(image)), come])
}
