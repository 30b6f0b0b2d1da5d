/** The words of a command line as a POSIX shell cuts it: single quotes, and a backslash outside them. */
export function shellWords(line: string): readonly string[] {
  const words: string[] = []
  let word: string | undefined
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (character === ' ') {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (character === "'") {
      const end = line.indexOf("'", at + 1)
      word = (word ?? '') + line.slice(at + 1, end)
      at = end
    } else {
      if (character === '\\') at++
      word = (word ?? '') + line.charAt(at)
    }
  }
  return word === undefined ? words : [...words, word]
}

/** The arguments of the first `replay: aslx ...` that a text prints. */
export function replayedArguments(printed: string): readonly string[] {
  const line = /replay: aslx (.*)$/m.exec(printed)?.[1]
  if (line === undefined) throw new Error(`no replay command in ${printed}`)
  return shellWords(line)
}
