/** A text broken into lines of at most so many columns, at blanks and never inside a word. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((one) => one !== '')) {
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
