// What is made when it is first asked for, and only once: nobody waits at the door for what nobody has wanted yet.

/** Where making it fails, the next who asks has it tried again. */
export function later<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}
