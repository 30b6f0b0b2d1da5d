/** A stretch of a text, and what is put in its place. Offsets count from 0; an insertion has equal ones. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with all edits made; they do not overlap. Of two at one place the first stands first. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }))
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.order - b.order)
  let at = 0
  const parts: string[] = []
  for (const { edit } of ordered) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + text.slice(at)
}
