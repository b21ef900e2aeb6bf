// Where this device keeps what it wrote down; where a browser forbids even the asking, the page does for as long as it is open.

import type { Shelf } from './store.ts'

let made: Shelf | null = null

export function ownShelf(): Shelf {
  made ??= shelf()
  return made
}

function shelf(): Shelf {
  try {
    return localStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, text) => void kept.set(name, text),
      removeItem: (name) => void kept.delete(name),
    }
  }
}
