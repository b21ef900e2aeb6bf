// What the house says back to a page that asks whether it is the house that answers.

export const HERE_PATH = '/api/here'
/** As long as a page asks with, and no longer. */
const WORD = /[?&]is=([\w-]{1,32})(?:&|$)/

/** The very word: a Wi-Fi that answers in the house's place cannot know it. */
export const sayBack = (url: string): { readonly ghostlight: string } => ({
  ghostlight: WORD.exec(url)?.[1] ?? '',
})
