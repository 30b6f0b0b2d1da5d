/**
 * The pattern of `StringMatches`: `*` is any run of characters, the empty one included; `\*` is a star and `\\` a
 * backslash. A backslash before anything else is an ordinary character (assumption). There is no other wildcard.
 * https://states-language.net/#data-test. The test takes time linear in the text for each piece between stars.
 */
export function compileStringPattern(pattern: string): (text: string) => boolean {
  const pieces = piecesBetweenStars(pattern)
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return (text) => text === first
  const last = pieces.at(-1) ?? ''
  const middle = pieces.slice(1, -1)
  return (text) => {
    const end = text.length - last.length
    if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false
    let from = first.length
    for (const piece of middle) {
      const found = text.indexOf(piece, from)
      if (found === -1) return false
      from = found + piece.length
    }
    return from <= end
  }
}

/** `a*b\*c` is `a` and `b*c`. */
function piecesBetweenStars(pattern: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    const next = pattern.charAt(at + 1)
    if (character === '*') {
      pieces.push(piece)
      piece = ''
    } else if (character === '\\' && (next === '*' || next === '\\')) {
      piece += next
      at++
    } else {
      piece += character
    }
  }
  pieces.push(piece)
  return pieces
}
