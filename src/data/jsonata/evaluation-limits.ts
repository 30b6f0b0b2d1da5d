import { LIMITS } from '../../asl/limits.js'

/** Nested evaluations; the 101st fails (measured on AWS: a sum of 100 terms works, one of 101 does not). */
const MAX_DEPTH = LIMITS.jsonataDepth.value
/** Items of one sequence (measured on AWS). */
const MAX_ITEMS = 873_782
/** UTF-16 code units of one string (measured on AWS: 2^22). */
export const MAX_STRING_LENGTH = 4_194_304
/**
 * What one evaluation may do before it counts as an infinite loop. Evaluating a node costs 1, making an array 1 an item,
 * reading or making a string 1 for every 4 characters. AWS uses a clock; a count is the same on every machine. Chosen:
 * about a second of work.
 */
const MAX_STEPS = 20_000_000
/** Values in one result. Chosen: far more than the 262,144 bytes of a payload can hold. */
export const MAX_RESULT_VALUES = 1_048_576

/** An evaluation went over a limit. It has no code, and nothing within the expression can catch it. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}

export function expressionTooLong(): LimitError {
  return new LimitError('Expression evaluation timeout: Check for infinite loop')
}

export function tooLarge(): LimitError {
  return new LimitError('Expression evaluation memory limit exceeded: Check for excessive memory usage')
}

function tooDeep(depth: number): LimitError {
  const text =
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.'
  return new LimitError(`${text} Depth=${depth} max=${MAX_DEPTH}`)
}

/** Throws if an array has got too long. */
export function checkItems(length: number): void {
  if (length > MAX_ITEMS) throw tooLarge()
}

/** What one evaluation has used up so far. */
export class Budget {
  #depth = 0
  #steps = MAX_STEPS

  /** Before a node is evaluated; `leave` comes after it. */
  enter(): void {
    if (++this.#depth > MAX_DEPTH) throw tooDeep(this.#depth)
    if (--this.#steps < 0) throw expressionTooLong()
  }

  leave(): void {
    this.#depth--
  }

  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw expressionTooLong()
  }

  /** For an array of this length that is made or read. */
  spendItems(length: number): void {
    checkItems(length)
    this.spend(length)
  }

  /** For a string that is read or made. */
  spendText(length: number): void {
    if (length > MAX_STRING_LENGTH) throw tooLarge()
    this.spend(length >> 2)
  }
}
