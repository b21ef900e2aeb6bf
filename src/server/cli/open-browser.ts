// Opens the desk's link in the browser of whoever started Ghostlight, once, where there is a person with a screen.

export type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Somebody reads what is printed. */
  readonly isTerminal: boolean
  readonly isRoot: boolean
}

/** The system's own opener and what it is told; null where nobody sits at a screen. */
export function openerFor(
  link: string,
  { platform, environment, isTerminal, isRoot }: Surroundings,
): readonly [string, ...string[]] | null {
  const shown = Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])
  if (!isTerminal || environment['CI'] !== undefined || environment['SSH_CONNECTION'] !== undefined)
    return null
  if (platform === 'darwin') return ['open', link]
  // Without a shell: what stands in a link is never read as a command.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', link]
  return shown && !isRoot ? ['xdg-open', link] : null
}

/** Whether the opener began; what it does then is the system's. Never rejects, and holds nothing open. */
export async function openBrowser(link: string, surroundings: Surroundings): Promise<boolean> {
  const command = openerFor(link, surroundings)
  if (command === null) return false
  const [program, ...words] = command
  const { spawn } = await import('node:child_process')
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: 'ignore',
      detached: true,
      env: { ...surroundings.environment },
    })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
