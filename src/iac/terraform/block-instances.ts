import type { Environment } from './environment.js'
import type { HclBlock, Expression } from './hcl-syntax.js'
import {
  isList,
  isMembers,
  type ObjectMember,
  membersOf,
  needText,
  type Open,
  settled,
  textOfValue,
  Unknown,
  type TerraformValue,
} from './terraform-values.js'

/** One of what `count` or `for_each` makes of a block. */
export interface BlockInstance {
  readonly key: string | number | undefined
  /** `each` and `count`. */
  readonly bound: ReadonlyMap<string, TerraformValue>
}

/**
 * What a block becomes. `open`: how many is only known at deployment. `none`: none with these values. Both have one
 * instance all the same, as people test machines that they switch on elsewhere.
 */
export interface BlockInstances {
  readonly form: 'single' | 'list' | 'map' | 'open' | 'none'
  readonly all: readonly BlockInstance[]
}

/** No block becomes more than this. */
const MAX_INSTANCES = 1000

type Evaluate = (expression: Expression) => TerraformValue

/** https://developer.hashicorp.com/terraform/language/meta-arguments */
export function instancesOf(block: HclBlock, environment: Environment, evaluate: Evaluate): BlockInstances {
  const count = block.body.attributes.get('count')
  const forEach = block.body.attributes.get('for_each')
  if (count) return counted(evaluate(count.value))
  if (forEach) return keyed(evaluate(forEach.value), environment)
  return { form: 'single', all: [{ key: undefined, bound: new Map() }] }
}

function counted(count: TerraformValue): BlockInstances {
  const number = Number(textOfValue(count))
  const one = (index: number): BlockInstance => ({
    key: index,
    bound: new Map([['count', membersOf([['index', index]])]]),
  })
  if (count instanceof Unknown || !Number.isInteger(number))
    return { form: 'open', all: [{ ...one(0), key: undefined }] }
  if (number <= 0) return { form: 'none', all: [{ ...one(0), key: undefined }] }
  return { form: 'list', all: Array.from({ length: Math.min(number, MAX_INSTANCES) }, (_, index) => one(index)) }
}

function keyed(value: TerraformValue, environment: Environment): BlockInstances {
  const inside = value instanceof Unknown ? undefined : settled(value)
  if (inside !== undefined && isMembers(inside) && inside.size > 0) {
    const all = [...inside].slice(0, MAX_INSTANCES).map(([key, member]) => each(key, member.value))
    return { form: 'map', all }
  }
  if (
    inside !== undefined &&
    isList(inside) &&
    inside.length > 0 &&
    inside.every((item) => textOfValue(item) !== undefined)
  )
    return { form: 'map', all: inside.slice(0, MAX_INSTANCES).map((item) => each(needText(item), item)) }
  const [key, one] = ['each.key', 'each.value'].map((token) => environment.runtime.unknown(token, token))
  const empty =
    inside !== undefined && ((isMembers(inside) && inside.size === 0) || (isList(inside) && inside.length === 0))
  const open = { key: undefined, bound: each('', one ?? null, key).bound }
  return { form: empty ? 'none' : 'open', all: [open] }
}

function each(key: string, value: TerraformValue, shown: TerraformValue = key): BlockInstance {
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
  { form, all }: BlockInstances,
  address: string,
  make: (instance: BlockInstance, step: string) => Open,
): TerraformValue {
  const [first] = all
  if (form === 'list') return all.map((instance) => make(instance, instanceStep(instance.key)))
  if (form === 'map') {
    const members = new Map<string, ObjectMember>()
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
