/** Texts kept compiled, of each kind. Chosen: more than the machines of one account have. */
const MOST_KEPT = 5_000

/** The compiler, which now compiles a text once as long as it is kept: beyond `most` texts the oldest one goes. */
export function compiledOnce<Compiled>(
  compile: (text: string) => Compiled,
  most: number = MOST_KEPT,
): (text: string) => Compiled {
  const kept = new Map<string, Compiled>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const compiled = compile(text)
    const [oldest] = kept.size >= most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(text, compiled)
    return compiled
  }
}
