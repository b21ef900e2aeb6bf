// Names of a CSS module, asked for by function: `c('cue', late && 'late')`.

/** A name that the module does not have stands out as itself in the page, and fails the check of the pictures. */
export const classes =
  (module: Readonly<Record<string, string>>) =>
  (...names: readonly (string | false | null)[]): string =>
    names
      .filter((name) => name !== false && name !== null)
      .map((name) => module[name] ?? name)
      .join(' ')
