/** A command of a document, as a shell would take it apart. */
export interface ShellCommand {
  readonly words: readonly string[]
  /** What a comment behind it says, `# exits 3`; undefined if it says nothing. */
  readonly exits: number | undefined
}

const TOKEN = /\s+|#.*$|'([^']*)'|"([^"\\$`]*)"|([^\s'"#|&;<>$`\\*?()]|(?<=\S)#)+/y

/**
 * The commands of a `sh` or `console` block: every line, without its prompt; `\` at the end goes on in the next line. An
 * error for what only a shell could do, such as a pipe.
 */
export function shellCommands(text: string): readonly ShellCommand[] {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n')
  return lines
    .map((line) => line.replace(/^\$ /, '').trim())
    .flatMap((line) => (line === '' ? [] : [readCommand(line)]))
}

function readCommand(line: string): ShellCommand {
  const words: string[] = []
  let open = false
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < line.length) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(line)
    if (match === null) throw new Error(`only a shell can take this apart, from "${line.slice(from)}": ${line}`)
    const [token, single, double] = match
    if (/^\s/.test(token)) open = false
    else if (token.startsWith('#') && !open) break
    else {
      const word = single ?? double ?? token
      if (open) words.push((words.pop() ?? '') + word)
      else words.push(word)
      open = true
    }
  }
  const exits = /# exits (\d+)$/.exec(line)?.[1]
  return { words, exits: exits === undefined ? undefined : Number(exits) }
}
