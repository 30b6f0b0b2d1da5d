import { isObject, member } from '../asl/json.js'
import { type Resource, parseResource } from '../asl/resource.js'
import { type WalkedState, walkStates } from '../asl/walk.js'

/** A state that does something, and the state that undoes it. */
export interface CompensationPair {
  readonly does: string
  readonly undoes: string
}

/** Words that undo one another, as people name states and as AWS names actions. */
const OPPOSITES: readonly (readonly [does: string, undoes: string])[] = [
  ['create', 'delete'],
  ['create', 'remove'],
  ['create', 'cancel'],
  ['create', 'terminate'],
  ['put', 'delete'],
  ['add', 'remove'],
  ['add', 'delete'],
  ['reserve', 'release'],
  ['reserve', 'cancel'],
  ['reserve', 'unreserve'],
  ['allocate', 'release'],
  ['allocate', 'deallocate'],
  ['acquire', 'release'],
  ['lock', 'unlock'],
  ['charge', 'refund'],
  ['charge', 'reverse'],
  ['capture', 'refund'],
  ['pay', 'refund'],
  ['process', 'refund'],
  ['authorize', 'void'],
  ['debit', 'credit'],
  ['withdraw', 'deposit'],
  ['book', 'cancel'],
  ['book', 'unbook'],
  ['order', 'cancel'],
  ['place', 'cancel'],
  ['schedule', 'cancel'],
  ['start', 'stop'],
  ['run', 'terminate'],
  ['run', 'stop'],
  ['open', 'close'],
  ['attach', 'detach'],
  ['associate', 'disassociate'],
  ['enable', 'disable'],
  ['activate', 'deactivate'],
  ['register', 'deregister'],
  ['subscribe', 'unsubscribe'],
  ['provision', 'deprovision'],
  ['deploy', 'undeploy'],
  ['increment', 'decrement'],
  ['mount', 'unmount'],
]

/**
 * The pairs that names tell of: states such as ReserveStock and ReleaseStock, Charge and Refund, or the actions putItem and
 * deleteItem on one table. A guess: a state has at most one, and what no name tells of is not found.
 */
export function inferPairs(definition: unknown): readonly CompensationPair[] {
  const tasks = [...walkStates(definition)].filter(({ state }) => member(state, 'Type') === 'Task')
  const taken = new Set<string>()
  return tasks.flatMap((task): CompensationPair[] => {
    const free = tasks.filter((other) => other.name !== task.name && !taken.has(other.name))
    const undo = free.find((other) => undoesByName(task, other)) ?? free.find((other) => undoesByAction(task, other))
    if (!undo || taken.has(task.name)) return []
    taken.add(undo.name)
    return [{ does: task.name, undoes: undo.name }]
  })
}

function undoesByName(does: WalkedState, undoes: WalkedState): boolean {
  return opposed(wordsOf(does.name), wordsOf(undoes.name))
}

/** One word is turned into its opposite, and what is left names the same thing, or nothing at all. */
function opposed(does: readonly string[], undoes: readonly string[]): boolean {
  return OPPOSITES.some(([one, other]) => {
    if (!does.includes(one) || !undoes.includes(other)) return false
    const thing = does.filter((word) => word !== one).join(' ')
    const same = undoes.filter((word) => word !== other).join(' ')
    return thing === same || thing === '' || same === ''
  })
}

/** `ReserveStock-2`, `reserve_stock` and `Reserve stock` are the words reserve and stock. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? []
  return words.map((word) => word.toLowerCase())
}

function undoesByAction(does: WalkedState, undoes: WalkedState): boolean {
  const one = apiOf(does)
  const other = apiOf(undoes)
  if (!one || !other || one.service !== other.service || one.place !== other.place) return false
  return (
    opposed(wordsOf(one.action), wordsOf(other.action)) && wordsOf(one.action).length === wordsOf(other.action).length
  )
}

const PLACES = ['TableName', 'Bucket', 'QueueUrl', 'StreamName']

function apiOf({ state }: WalkedState) {
  const arn = member(state, 'Resource')
  if (typeof arn !== 'string') return undefined
  const resource: Resource = parseResource(arn)
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined
  const sent = member(state, 'Parameters') ?? member(state, 'Arguments')
  const place = isObject(sent)
    ? PLACES.map((name) => member(sent, name)).find((value) => value !== undefined)
    : undefined
  return { service: resource.service, action: resource.action, place: typeof place === 'string' ? place : '' }
}
