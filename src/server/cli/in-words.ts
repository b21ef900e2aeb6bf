// What went wrong with a command, in words: of a file, and of what was typed after the command’s name.

/** What the system says, said plainly; our own sentences are sentences already. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  // What it quotes comes first, and of "--data <value>" the option alone.
  const typed = /'([^' ]+)/.exec(error.message)?.[1] ?? ''
  switch (code) {
    case 'ENOENT':
      return `There is no file at ${path}.`
    case 'EISDIR':
      return 'That is a folder; a file is wanted.'
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read or written by you.`
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no ${typed} here.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `Nothing is known to do with “${typed}” here.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take/.test(error.message)
        ? `${typed} stands by itself, without a value.`
        : `${typed} wants to be followed by what it is.`
    default:
      return error.message
  }
}

/** Where it was the words after a command, its help says more. */
export const isMistyped = (error: unknown): boolean =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code ?? '').startsWith('ERR_PARSE_ARGS')
