// How the labels over speeches, and names in lists and directions, are compared.

/** "LE MAÎTRE DE MUSIQUE," and "Maître de musique" are one label. Articles of the languages the collections are in. */
export const sameLabel = (label: string): string =>
  label
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:THE|A|AN|LE|LA|LES|L|UN|UNE|DER|DIE|DAS|EIN|EINE) (?=\S)/, '')
