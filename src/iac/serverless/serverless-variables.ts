import { isArray, isObject, type Json, type JsonObjectBuilder, member, pointer, setMember } from '../../asl/json.js'
import type { LoadOptions } from '../found-machines.js'
import { asText } from '../resolution.js'
import type { SourceDocument } from '../template.js'
import { ProjectFiles } from './project-files.js'
import { childOf, fail, type Graft, onlyVariable, type Resolved, type Spot, spotPosition } from './spot.js'
import {
  type Alternative,
  alternativesOf,
  partsOf,
  sourceOf,
  type ValueSource,
  type Variable,
} from './variable-text.js'

/** Variables may lead to variables, and values be nested; more than this is a mistake. */
const MAX_DEPTH = 500
/** Values and characters that the variables of one file may make: small files can ask for more than fits in memory. */
const MAX_VALUES = 200_000
const MAX_TEXT = 16 * 1024 * 1024

/**
 * The variables of a Serverless file. Nothing comes from the environment, the network or code: what is only known there is
 * unresolved, unless the user gives it by the variable's text (`env:TABLE`) or, for options and parameters, by its name.
 * https://www.serverless.com/framework/docs/providers/aws/guide/variables
 */
export class ServerlessVariables {
  readonly #options: LoadOptions
  readonly #files: ProjectFiles
  readonly #root: Spot
  /** Variables being resolved, each for the one before. */
  readonly #active: string[] = []
  #unresolved = new Set<string>()
  #grafts: Graft[] = []
  #depth = 0
  #values = 0
  #text = 0

  constructor(document: SourceDocument, options: LoadOptions) {
    this.#options = options
    this.#files = new ProjectFiles(document.file)
    this.#root = { value: document.root, document, at: '' }
  }

  /** A value of the file by the names that lead to it, variables followed on the way and at its end. */
  find(...names: readonly string[]): Spot | undefined {
    return this.step(this.#root, ...names)
  }

  /** The same, from a value. */
  step(from: Spot, ...names: readonly string[]): Spot | undefined {
    let spot = this.follow(from)
    for (const name of names) {
      const next: Spot | undefined = spot && childOf(spot, name)
      spot = next && this.follow(next)
    }
    return spot
  }

  /** What a variable leads to, where a value is nothing but one; else the value. Undefined for an unresolved variable. */
  follow(spot: Spot): Spot | undefined {
    const variable = spot.isGiven ? undefined : onlyVariable(spot.value)
    if (variable === undefined) return spot
    return this.#within(spot, () => this.#lookUp(variable, spot))
  }

  /** A value with all variables replaced. */
  resolve(spot: Spot): Resolved {
    this.#unresolved = new Set()
    this.#grafts = [{ to: '', from: spot }]
    const value = this.#whole(spot, '')
    return { value, grafts: this.#grafts, unresolved: this.#unresolved }
  }

  /** `to`: where the value becomes part of what was asked for; undefined where it becomes part of a text. */
  #whole(spot: Spot, to: string | undefined): Json {
    const { value } = spot
    this.#spend(spot, 0)
    if (spot.isGiven) return value
    if (typeof value === 'string') return this.#string(spot, value, to)
    if (!isArray(value) && !isObject(value)) return value
    const child = (key: string | number, item: Json): Json => {
      const inside = { ...spot, value: item, at: pointer(spot.at, key) }
      return this.#deeper(spot, () => this.#whole(inside, to === undefined ? undefined : pointer(to, key)))
    }
    if (isArray(value)) return value.map((item, index) => child(index, item))
    const result: JsonObjectBuilder = {}
    for (const [key, item] of Object.entries(value)) setMember(result, key, child(key, item))
    return result
  }

  #string(spot: Spot, text: string, to: string | undefined): Json {
    if (!text.includes('${')) return text
    const variable = onlyVariable(text)
    return this.#within(spot, () => {
      if (variable === undefined) return this.#mixed(spot, text)
      const found = this.#lookUp(variable, spot)
      if (found === undefined) return this.#leave(variable)
      if (to !== undefined) this.#grafts.push({ to, from: found })
      return this.#whole(found, to)
    })
  }

  /** A text with variables in it; those that have no value stay. */
  #mixed(spot: Spot, text: string): string {
    const parts = partsOf(text).map((part) => {
      if (typeof part === 'string') return part
      const found = this.#lookUp(part, spot)
      return found === undefined ? this.#leave(part) : asText(this.#whole(found, undefined))
    })
    for (const part of parts) this.#spend(spot, part.length)
    return parts.join('')
  }

  #leave({ text }: Variable): string {
    this.#unresolved.add(`\${${text}}`)
    return `\${${text}}`
  }

  /** The first alternative that has a value, variables followed. UserError for a file that is missing. */
  #lookUp(variable: Variable, from: Spot): Spot | undefined {
    this.#spend(from, variable.text.length)
    const given = this.#given(variable.text)
    if (given !== undefined) return { ...from, value: given, isGiven: true }
    let missing: string | undefined
    for (const alternative of alternativesOf(variable)) {
      const found = this.#deeper(from, () => this.#alternative(alternative, from))
      if (typeof found === 'string') missing ??= found
      else if (found) {
        const followed = this.follow(found)
        if (followed && followed.value !== null) return followed
      }
    }
    if (missing === undefined) return undefined
    return fail(from, `there is no file ${missing}; correct the path, which starts at the service`)
  }

  /** Counts what is looked at and made. UserError once it is more than any service needs. */
  #spend(spot: Spot, length: number): void {
    this.#text += length
    if (++this.#values > MAX_VALUES) fail(spot, `its variables make more than ${MAX_VALUES} values`)
    if (this.#text > MAX_TEXT) fail(spot, 'its variables make more than 16 MiB of text')
  }

  /** The name of a file that is missing, if that is why there is no value. */
  #alternative(alternative: Alternative, from: Spot): Spot | string | undefined {
    if (alternative.kind === 'literal') return { ...from, value: alternative.value }
    if (alternative.kind === 'variable') return this.#lookUp(alternative.variable, from)
    const source = this.#source(alternative.text, from)
    if (source === undefined) return undefined
    const given = this.#given(alternative.text)
    if (given !== undefined) return { ...from, value: given, isGiven: true }
    if (source.type === 'self') return this.#self(source.address, from)
    if (source.type === 'file') return this.#file(source, from)
    return this.#other(source, from)
  }

  /** A source in its parts, with the variables within it replaced; undefined if one of those has no value. */
  #source(text: string, from: Spot): ValueSource | undefined {
    if (!text.includes('${')) return sourceOf(text)
    const parts = partsOf(text).map((part) => {
      if (typeof part === 'string') return part
      const found = this.#lookUp(part, from)
      return found && asText(this.#whole(found, undefined))
    })
    return parts.includes(undefined) ? undefined : sourceOf(parts.join(''))
  }

  /** What the user says a variable is, by its text. */
  #given(text: string): Json | undefined {
    return member(this.#options.substitutions ?? {}, text) ?? member(this.#options.parameters ?? {}, text)
  }

  #self(address: string, from: Spot): Spot | undefined {
    if (address === '') return this.#root
    const found = this.#at(this.#root, address)
    const [, setting] = /^provider\.(stage|region)$/.exec(address) ?? []
    if (setting === undefined) return found
    const option = member(this.#options.parameters ?? {}, setting)
    if (option !== undefined) return { ...from, value: option }
    return found ?? { ...from, value: setting === 'stage' ? 'dev' : 'us-east-1' }
  }

  #file({ parameters, address }: ValueSource, from: Spot): Spot | string | undefined {
    const document = this.#files.read(parameters, spotPosition(from))
    return document ? this.#at({ value: document.root, document, at: '' }, address) : parameters
  }

  /** The value at an address with dots. Variables are followed on the way, and not at the end. */
  #at(from: Spot, address: string): Spot | undefined {
    let spot: Spot | undefined = from
    for (const name of address === '' ? [] : address.split('.')) {
      const parent: Spot | undefined = spot && this.follow(spot)
      spot = parent && childOf(parent, name)
    }
    return spot
  }

  /** Sources that are one plain value. */
  #other({ type, parameters, address }: ValueSource, from: Spot): Spot | undefined {
    const given = this.#options.parameters ?? {}
    const plain = (value: Json | undefined): Spot | undefined => (value === undefined ? undefined : { ...from, value })
    if (type === 'opt') return plain(member(given, address))
    if (type === 'param') return plain(member(given, address)) ?? this.#parameter(address, from)
    if (type === 'sls') return address === 'stage' ? this.#self('provider.stage', from) : undefined
    if (type === 'aws' && address === 'accountId') return plain(member(given, 'AWS::AccountId') ?? '123456789012')
    if (type === 'aws' && address === 'region')
      return plain(member(given, 'AWS::Region')) ?? this.#self('provider.region', from)
    if (type === 'strToBool') return plain(/^(?:true|1)$/i.test(parameters))
    return undefined
  }

  /** `params` of version 3 and `stages` of version 4: of the stage, else the default. */
  #parameter(name: string, from: Spot): Spot | undefined {
    const stage = asText(this.#self('provider.stage', from)?.value)
    for (const of of [stage, 'default']) {
      const found = this.find('params', of, name) ?? this.find('stages', of, 'params', name)
      if (found) return found
    }
    return undefined
  }

  /** UserError for a variable that needs itself. */
  #within<T>(spot: Spot, action: () => T): T {
    const key = `${spot.document.file}#${spot.at} ${asText(spot.value)}`
    if (this.#active.includes(key)) fail(spot, 'its variables go round in circles')
    this.#active.push(key)
    try {
      return this.#deeper(spot, action)
    } finally {
      this.#active.pop()
    }
  }

  #deeper<T>(spot: Spot, action: () => T): T {
    if (this.#depth === MAX_DEPTH) fail(spot, `more than ${MAX_DEPTH} values and variables within each other`)
    this.#depth++
    try {
      return action()
    } finally {
      this.#depth--
    }
  }
}
