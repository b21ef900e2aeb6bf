// Where a thread's own file lies: beside this one, as TypeScript in the source and as CommonJS once built.

export const threadFile = (name: 'writer' | 'side-thread'): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
