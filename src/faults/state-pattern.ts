/**
 * Which states: one by its exact name, or, as a list, a glob cut at each `*`: `['Page', '']` is `Page*`,
 * `['', '']` is `*`. The pieces are literal, so a state that has a `*` in its name can be told from a glob.
 */
export type StatePattern = string | readonly string[]

/** Reads `*` as "anything"; text without one is an exact name. A star of the name itself is written `\*`, and `\\` is `\`. */
export function globPattern(text: string): StatePattern {
  const pieces = ['']
  for (const [token] of text.matchAll(/\\[\\*]|[^]/g)) {
    if (token === '*') pieces.push('')
    else pieces.push((pieces.pop() ?? '') + (token.length > 1 ? token.slice(1) : token))
  }
  const [name = '', ...more] = pieces
  return more.length === 0 ? name : globOf(pieces)
}

/** The text that `globPattern` reads as this pattern. */
export function globText(pattern: StatePattern): string {
  const pieces = typeof pattern === 'string' ? [pattern] : pattern
  return pieces.map((piece) => piece.replaceAll(/[\\*]/g, (special) => `\\${special}`)).join('*')
}

/** The glob with these pieces between its `*`s; `**` means what `*` means. */
export function globOf(pieces: readonly string[]): readonly string[] {
  return pieces.filter((piece, i) => piece !== '' || i === 0 || i === pieces.length - 1)
}

/** Whether the pattern is `*` alone, so that it names no state at all. */
export function isEveryState(pattern: StatePattern): boolean {
  return typeof pattern !== 'string' && pattern.every((piece) => piece === '')
}

export function matchesState(pattern: StatePattern, state: string): boolean {
  if (typeof pattern === 'string') return pattern === state
  const [first = '', ...rest] = pattern
  const last = rest.pop() ?? ''
  if (state.length < first.length + last.length || !state.startsWith(first) || !state.endsWith(last)) return false
  let from = first.length
  const to = state.length - last.length
  for (const piece of rest) {
    const at = state.indexOf(piece, from)
    if (at === -1 || at + piece.length > to) return false
    from = at + piece.length
  }
  return true
}
