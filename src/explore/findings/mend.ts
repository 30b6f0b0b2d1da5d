import type { Json, JsonObject } from '../../asl/json.js'

/** A change of a definition that mends something and can do no harm, as data. */
export type Mend =
  /** A retrier that is asked before all others. */
  | { readonly kind: 'retrier'; readonly state: string; readonly pointer: string; readonly retrier: JsonObject }
  /** A member of the object at the pointer that is not there yet. */
  | {
      readonly kind: 'member'
      readonly state: string
      readonly pointer: string
      readonly name: string
      readonly value: Json
    }
  /** Another text at the pointer. */
  | { readonly kind: 'text'; readonly state: string; readonly pointer: string; readonly text: string }

/** A mend in words. */
export function mendInWords(mend: Mend): string {
  if (mend.kind === 'retrier') return `a Retry for ${namesIn(mend.retrier)}`
  return mend.kind === 'member' ? `"${mend.name}": ${JSON.stringify(mend.value)}` : `"${mend.text}"`
}

function namesIn({ ErrorEquals }: JsonObject): string {
  return Array.isArray(ErrorEquals) ? ErrorEquals.join(', ') : ''
}
