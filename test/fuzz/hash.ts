import { createHash } from 'node:crypto'

/** Eight hex digits that tell texts apart. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
