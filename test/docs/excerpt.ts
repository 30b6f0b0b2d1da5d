/**
 * The parts of an excerpt that do not stand in the file, each after the one before. Lines `// ...` or `# ...` set parts
 * apart, and indentation is not compared.
 */
export function partsNotIn(file: string, excerpt: string): readonly string[] {
  let rest = flat(file)
  return excerpt.split(/^\s*(?:\/\/|#) \.\.\.$/m).filter((part) => {
    const at = rest.indexOf(flat(part))
    if (at >= 0) rest = rest.slice(at + flat(part).length)
    return at < 0
  })
}

function flat(text: string): string {
  return text.replaceAll(/^[^\S\n]+/gm, '').trim()
}
