import type { Environment } from './environment.js'
import type { Block, Expression } from './syntax.js'
import {
  isList,
  isMembers,
  type Member,
  membersOf,
  needText,
  type Open,
  settled,
  textOf,
  Unknown,
  type Value,
} from './values.js'

/** One of what `count` or `for_each` makes of a block. */
export interface Instance {
  readonly key: string | number | undefined
  /** `each` and `count`. */
  readonly bound: ReadonlyMap<string, Value>
}

/**
 * What a block becomes. `open`: how many is only known at deployment. `none`: none with these values. Both have one
 * instance all the same, as people test machines that they switch on elsewhere.
 */
export interface Instances {
  readonly form: 'single' | 'list' | 'map' | 'open' | 'none'
  readonly all: readonly Instance[]
}

/** No block becomes more than this. */
const MAX_INSTANCES = 1000

type Evaluate = (expression: Expression) => Value

/** https://developer.hashicorp.com/terraform/language/meta-arguments */
export function instancesOf(block: Block, environment: Environment, evaluate: Evaluate): Instances {
  const count = block.body.attributes.get('count')
  const forEach = block.body.attributes.get('for_each')
  if (count) return counted(evaluate(count.value))
  if (forEach) return keyed(evaluate(forEach.value), environment)
  return { form: 'single', all: [{ key: undefined, bound: new Map() }] }
}

function counted(count: Value): Instances {
  const number = Number(textOf(count))
  const one = (index: number): Instance => ({ key: index, bound: new Map([['count', membersOf([['index', index]])]]) })
  if (count instanceof Unknown || !Number.isInteger(number))
    return { form: 'open', all: [{ ...one(0), key: undefined }] }
  if (number <= 0) return { form: 'none', all: [{ ...one(0), key: undefined }] }
  return { form: 'list', all: Array.from({ length: Math.min(number, MAX_INSTANCES) }, (_, index) => one(index)) }
}

function keyed(value: Value, environment: Environment): Instances {
  const inside = value instanceof Unknown ? undefined : settled(value)
  if (inside !== undefined && isMembers(inside) && inside.size > 0) {
    const all = [...inside].slice(0, MAX_INSTANCES).map(([key, member]) => each(key, member.value))
    return { form: 'map', all }
  }
  if (inside !== undefined && isList(inside) && inside.length > 0 && inside.every((item) => textOf(item) !== undefined))
    return { form: 'map', all: inside.slice(0, MAX_INSTANCES).map((item) => each(needText(item), item)) }
  const [key, one] = ['each.key', 'each.value'].map((token) => environment.runtime.unknown(token, token))
  const empty =
    inside !== undefined && ((isMembers(inside) && inside.size === 0) || (isList(inside) && inside.length === 0))
  const open = { key: undefined, bound: each('', one ?? null, key).bound }
  return { form: empty ? 'none' : 'open', all: [open] }
}

function each(key: string, value: Value, shown: Value = key): Instance {
  return {
    key,
    bound: new Map([
      [
        'each',
        membersOf([
          ['key', shown],
          ['value', value],
        ]),
      ],
    ]),
  }
}

/** How an instance is written after the name of its block; nothing where there is only one, or no number is known. */
export function instanceStep(key: string | number | undefined): string {
  if (key === undefined) return ''
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`
}

/** A block as a value: one, a list, an object by key, or something of which an element is made when asked for. */
export function instancesValue(
  { form, all }: Instances,
  address: string,
  make: (instance: Instance, step: string) => Open,
): Value {
  const [first] = all
  if (form === 'list') return all.map((instance) => make(instance, instanceStep(instance.key)))
  if (form === 'map') {
    const members = new Map<string, Member>()
    for (const instance of all) members.set(String(instance.key), { value: make(instance, instanceStep(instance.key)) })
    return members
  }
  if (form === 'single' || first === undefined) return make(first ?? { key: undefined, bound: new Map() }, '')
  return {
    address,
    many: true,
    empty: form === 'none',
    access: (key, indexed) => {
      if (!indexed) return make(first, '').access(key, false)
      return make(first, instanceStep(key))
    },
  }
}
