// Pages of one’s own: added as they come, named as they are printed, and taken out where nothing hangs on them.

import { accepted, type Result, refused } from '../kit/result.ts'
import { itemOfPage, OWN_PAGES_MAX } from '../show/own-pages.ts'
import type { Anchor, Cue, Show } from '../show/show.ts'
import { withItem } from './cues.ts'
import type { EditNamed } from './edit.ts'
import { nextId } from './next-id.ts'
import { inPlace } from './placing.ts'
import { layOutGuessed } from './spread.ts'

const gone = refused('no-such-page', 'That page is not in the book any more.')

/** Behind those that are there. */
export function addPages(before: Show, { pages }: EditNamed<'pages.add'>): Result<Show> {
  const there = before.pages ?? []
  if (there.length + pages.length > OWN_PAGES_MAX)
    return refused('pages', `A book holds ${OWN_PAGES_MAX} pages, and there are ${there.length}.`)
  const all = [...there]
  for (const { label, image } of pages) all.push({ id: nextId('p', all), label: label.trim(), image })
  // Whatever is called on them lies in an item: where there is no running order yet, in the whole show.
  const home = withItem(before, null)
  return home.ok ? accepted({ ...home.value.show, pages: all }) : home
}

/** What it is called, and which item begins on it; what hangs on it and on those behind lies there then. */
export function changePage(show: Show, { page, label, item }: EditNamed<'page.change'>): Result<Show> {
  if (!show.pages?.some(({ id }) => id === page)) return gone
  if (item !== null && !show.items.some(({ id }) => id === item))
    return refused('item', 'Item: that is not in the running order any more.')
  const pages = show.pages.map(({ item: _before, ...own }) =>
    own.id === page
      ? { ...own, label: label.trim(), ...(item === null ? {} : { item }) }
      : { ...own, ...(_before === undefined ? {} : { item: _before }) },
  )
  return accepted(rehung({ ...show, pages }))
}

export function removePage(show: Show, { page }: EditNamed<'page.remove'>): Result<Show> {
  const found = show.pages?.find(({ id }) => id === page)
  if (!found) return gone
  const on = (cue: Cue) => [cue.anchor, cue.warn, cue.standby].some((anchor) => anchor?.point?.page === page)
  const many = show.cues.filter(on).length
  if (many > 0)
    return refused(
      'hangs',
      `Page ${found.label} has ${many === 1 ? 'a cue' : `${many} cues`} on it. Move or remove what is there first.`,
    )
  return accepted(rehung({ ...show, pages: show.pages?.filter((one) => one !== found) }))
}

/** Each in the item of its page, by the name the page has. */
function rehung(show: Show): Show {
  const moved = (anchor: Anchor): Anchor => {
    const { point } = anchor
    const page = point && show.pages?.find(({ id }) => id === point.page)
    const item = page && itemOfPage(show, page.id)
    return page && item ? { ...anchor, item, page: page.label } : anchor
  }
  const cues = show.cues.map(({ warn, standby, ...cue }) => ({
    ...{ ...cue, anchor: moved(cue.anchor) },
    ...(warn ? { warn: moved(warn) } : {}),
    ...(standby ? { standby: moved(standby) } : {}),
  }))
  const placed = cues.reduce<readonly Cue[]>((all, cue, index) => {
    const was = show.cues[index]?.anchor.item
    if (cue.anchor.item === was) return all
    const others = all.filter(({ id }) => id !== cue.id)
    return inPlace(show, others, cue)
  }, cues)
  return layOutGuessed({ ...show, cues: placed })
}
