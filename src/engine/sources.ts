import { type Json, type JsonObject, type JsonObjectBuilder, isArray } from '../asl/json.js'
import type { ScopeSources } from '../data/evaluation-scope.js'
import { type Items, Members } from '../data/items/items.js'
import type { Chance, Variables } from '../data/scope.js'
import { formatTimestamp } from '../data/timestamps.js'
import type { Draft } from './draft.js'
import type { ItemStep } from './ports.js'
import { SiteChance } from './random.js'
import type { Strand } from './execution.js'

/** The site of a state visit as text, for keyed chance: pointer, items, visit, attempt. */
export function siteKey(strand: Strand): string {
  return `${strand.state.pointer}${itemsKey(strand.items)}#${strand.visit}.${strand.attempt}`
}

function itemsKey(items: readonly ItemStep[]): string {
  return items.length === 0 ? '' : `[${items.map((step) => step.index).join(',')}]`
}

export interface SourcesOptions {
  /** `$$.Task.Token`. */
  readonly token?: string | undefined
  /** Stands in for the strand's own `$$.Map` while a Map selects the input of an iteration. */
  readonly mapContext?: JsonObject
  /** The part of a visit's work, such as its exit, whose random draws are told apart from those made on entry. */
  readonly part?: string
}

/** What the expressions of a strand's present state may read. The context object is only built when one asks for it. */
export class StrandSources implements ScopeSources {
  readonly #draft: Draft
  readonly #strand: Strand
  readonly #options: SourcesOptions
  #context: JsonObject | undefined
  #chance: Chance | undefined

  constructor(draft: Draft, strand: Strand, options: SourcesOptions = {}) {
    this.#draft = draft
    this.#strand = strand
    this.#options = options
  }

  get variables(): Variables {
    return this.#strand.variables
  }
  get nowMs(): number {
    return this.#draft.nowMs
  }
  get chance(): Chance {
    this.#chance ??= new SiteChance(this.#draft.base.settings.seed, () => this.#site())
    return this.#chance
  }
  context(): JsonObject {
    this.#context ??= this.#buildContext()
    return this.#context
  }

  #site(): string {
    const { part } = this.#options
    return part === undefined ? siteKey(this.#strand) : `${siteKey(this.#strand)} ${part}`
  }

  /** asl-semantics 1.7: member order as AWS serialises it. */
  #buildContext(): JsonObject {
    const context: JsonObjectBuilder = {
      Execution: this.#execution(),
      StateMachine: this.#machine(),
      State: this.#state(),
    }
    const { token, mapContext = this.#strand.mapContext } = this.#options
    if (token !== undefined) context['Task'] = { Token: token }
    if (mapContext) context['Map'] = mapContext
    return context
  }

  #execution(): Json {
    const { settings, drive } = this.#draft.base
    const { executionArn, input, startAtMs, name, roleArn } = settings
    const StartTime = formatTimestamp(startAtMs)
    const execution = { Id: executionArn, Input: input, StartTime, Name: name, RoleArn: roleArn }
    // Recorded: under StartSyncExecution there is no count, while an asynchronous EXPRESS execution has one, 0.
    return settings.synchronous ? execution : { ...execution, RedriveCount: drive.redriveCount }
  }

  #machine(): Json {
    const { machineArn, machineName } = this.#draft.base.settings
    return { Id: machineArn, Name: machineName }
  }

  #state(): Json {
    const { state, enteredAtMs, attempt } = this.#strand
    const EnteredTime = formatTimestamp(enteredAtMs)
    return state.type === 'Task'
      ? { Name: state.name, EnteredTime, RetryCount: attempt - 1 }
      : { Name: state.name, EnteredTime }
  }
}

/** `$$.Map.Item`; a key only where the Map goes over an object. */
export interface ItemContext extends JsonObject {
  readonly Index: number
  readonly Value: Json
}

export function itemContext(items: Items, Index: number): ItemContext {
  const member = items.memberAt?.(Index)
  return member ? { Index, Value: member.value, Key: member.key } : { Index, Value: items.at(Index) ?? null }
}

/** What a Map goes over: a list, or the members of an object. */
export function mapItemsOf(found: readonly Json[] | JsonObject): Items {
  return isArray(found) ? found : new Members(found)
}
