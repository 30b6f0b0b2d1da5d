/** A text broken into lines of at most so many columns, at blanks and never inside a word. */
export function wrapped(text: string, columns: number): readonly string[] {
  return wordsInLines(
    text.split(' ').filter((one) => one !== ''),
    columns,
  )
}

/** The words of a command in lines of at most so many columns: each but the last ends as a shell reads on, so that they can be copied. */
export function wrappedCommand(words: readonly string[], columns: number): readonly string[] {
  if (widthOf(words.join(' ')) <= columns) return [words.join(' ')]
  const lines = wordsInLines(words, columns - CONTINUED.length)
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}${CONTINUED}` : line))
}

const CONTINUED = ' \\'

function wordsInLines(words: readonly string[], columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > columns) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Characters of a text; wide ones count as one, too. */
export function widthOf(text: string): number {
  return Array.from(text).length
}

/** A text cut to so many columns, with dots where something is missing. */
export function cutTo(text: string, columns: number): string {
  const characters = Array.from(text)
  return characters.length <= columns ? text : `${characters.slice(0, Math.max(0, columns - 3)).join('')}...`
}
