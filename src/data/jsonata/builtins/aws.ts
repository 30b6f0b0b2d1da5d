import { hashNamed } from '../../hash-text.js'
import { firstJavaDouble } from '../../java-random.js'
import type { NativeBody } from '../callables.js'
import { EvaluationError } from '../evaluation-error.js'
import { parseStrictJson } from '../strict-json.js'
import { Sequence, type Value } from '../jsonata-values.js'

/** The signatures of AWS's own functions. Chosen where nothing is measured: AWS does not publish them. */
export const AWS_SIGNATURES: Readonly<Record<string, string>> = {
  partition: '<an?:a<a>>',
  range: '<n?n?n?:a<n>>',
  hash: '<s?s?:s>',
  random: '<n?:n>',
  uuid: '<:s>',
  parse: '<s?:x>',
}

function failure(message: string): EvaluationError {
  return new EvaluationError('D3137', { message })
}

/** Functions that Step Functions adds to JSONata, by name; what they do is recorded or measured. */
export const AWS_FUNCTIONS: Readonly<Record<string, NativeBody>> = {
  partition(run, [array, size]) {
    if (!Array.isArray(array) || array.length === 0) return undefined
    run.spend(array.length)
    if (typeof size !== 'number') return [array.slice()]
    const length = Math.trunc(size)
    if (length < 0) throw failure('Second argument must be zero or greater')
    if (length === 0) return undefined
    const parts: Value[] = []
    for (let start = 0; start < array.length; start += length) parts.push(array.slice(start, start + length))
    return parts
  },

  range(run, [first, last, step]) {
    if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number') return undefined
    const from = Math.trunc(first)
    const by = Math.trunc(step)
    const count = Math.floor((Math.trunc(last) - from) / by) + 1
    if (by === 0 || !(count > 0)) return undefined
    run.spendItems(count)
    const numbers = new Sequence()
    for (let index = 0; index < count; index++) numbers.push(from + index * by)
    return numbers
  },

  hash(run, [value, algorithm]) {
    if (typeof value !== 'string' || typeof algorithm !== 'string') return undefined
    const digest = hashNamed(algorithm)
    if (!digest) throw failure(`Hash algorithm not supported: ${algorithm}`)
    run.spendText(value.length)
    return digest(value)
  },

  random: (run, [seed]) =>
    typeof seed === 'number' ? firstJavaDouble(seed) : run.scope.chance.number('JSONata $random'),

  uuid: (run) => run.scope.chance.uuid('JSONata $uuid'),

  parse(run, [text]) {
    if (typeof text !== 'string') return undefined
    run.spendText(text.length)
    const parsed = parseStrictJson(text)
    if (parsed === undefined) throw failure('Invalid JSON')
    return parsed
  },
}
