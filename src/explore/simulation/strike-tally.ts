import { isObject, type Json } from '../../asl/json.js'
import type { LogEntry } from '../../harness/sessions/call-log.js'
import type { ModelSighting } from './simulation.js'

interface Seen {
  strikes: number
  firstMs: number
  readonly most: Map<string, number>
}

/** What the models saw of the calls that they struck, in sum. */
export class Sightings {
  readonly #byModel = new Map<string, Seen>()

  /** A call that a model struck; `sinceMs` since the start of the simulation. */
  struck({ model, seen }: LogEntry['call'], sinceMs: number): void {
    if (model === undefined) return
    const sum = this.#byModel.get(model) ?? { strikes: 0, firstMs: sinceMs, most: new Map() }
    this.#byModel.set(model, sum)
    sum.strikes++
    sum.firstMs = Math.min(sum.firstMs, sinceMs)
    for (const [name, value] of numbersIn(seen)) sum.most.set(name, Math.max(value, sum.most.get(name) ?? -Infinity))
  }

  get all(): readonly ModelSighting[] {
    const models = [...this.#byModel].sort(([a], [b]) => (a < b ? -1 : 1))
    return models.map(([model, { strikes, firstMs, most }]) => {
      return { model, strikes, firstMs, most: Object.fromEntries([...most].sort(([a], [b]) => (a < b ? -1 : 1))) }
    })
  }
}

function numbersIn(seen: Json | undefined): readonly (readonly [string, number])[] {
  if (seen === undefined || !isObject(seen)) return []
  return Object.entries(seen).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value] as const] : []))
}
