import type { Json, JsonObject } from '../../../asl/json.js'
import type { Config, ConfigWaiver } from './config.js'

/** What a member of a configuration holds. */
export type FieldKind = 'texts' | 'values' | 'text' | 'severities' | 'waivers' | 'scenario'

interface Field {
  readonly kind: FieldKind
  /** One line for editors and messages. */
  readonly help: string
  /** Its JSON Schema, where the kind does not say all. */
  readonly schema?: JsonObject
}

/** What a rule's findings may be. */
export const RULE_SEVERITIES = ['off', 'info', 'warning', 'error'] as const

/** Members of a waiver, and whether they must be there. */
export const WAIVER_FIELDS: Readonly<
  Record<keyof ConfigWaiver, { readonly isRequired: boolean; readonly help: string }>
> = {
  rule: { isRequired: true, help: 'The rule, e.g. ASLX303.' },
  machine: { isRequired: false, help: 'The machine; default: every one.' },
  state: { isRequired: false, help: 'The state; default: every one.' },
  until: { isRequired: true, help: 'The last day on which it holds, e.g. 2027-01-01.' },
  reason: { isRequired: true, help: 'Why.' },
}

/** A day, e.g. `2027-01-01`. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/

const TASK_MOCKS: JsonObject = { type: 'object', additionalProperties: { type: ['object', 'array'] } }

/**
 * Every member that a configuration may have. Those of kind `scenario` are written as in a scenario file, and are read by
 * the same reader.
 */
export const CONFIG_FIELDS: Readonly<Record<keyof Config, Field>> = {
  sources: { kind: 'texts', help: 'Files and folders with state machines, from the folder of this file.' },
  parameters: { kind: 'values', help: 'Values of template parameters, by name.' },
  substitutions: { kind: 'values', help: 'Values of ${name} placeholders in definitions, by name.' },
  tfvars: { kind: 'texts', help: 'Files with values of Terraform variables.' },
  scenario: { kind: 'text', help: 'The scenario file of machines that have none of their own beside them.' },
  input: { kind: 'scenario', help: "The execution's input.", schema: {} },
  tasks: { kind: 'scenario', help: 'What answers each Task, by state name.', schema: TASK_MOCKS },
  resources: {
    kind: 'scenario',
    help: 'What answers calls to a resource, by logical id, function name or ARN with * for anything.',
    schema: TASK_MOCKS,
  },
  faults: {
    kind: 'scenario',
    help: 'Faults that strike every run, e.g. oom@Resize.1.',
    schema: { type: 'array', items: { type: ['string', 'object'] } },
  },
  s3: {
    kind: 'scenario',
    help: 'Objects that an ItemReader finds, by bucket and key, or a folder of buckets.',
    schema: { type: ['object', 'string'] },
  },
  seed: {
    kind: 'scenario',
    help: 'Where every random draw comes from; default 0.',
    schema: { type: 'integer', minimum: 0 },
  },
  startAt: {
    kind: 'scenario',
    help: 'Virtual time of the start; default 2030-01-01T00:00:00Z.',
    schema: { type: 'string', format: 'date-time' },
  },
  profile: {
    kind: 'scenario',
    help: 'Recorded (default) or documented behaviour of AWS.',
    schema: { enum: ['recorded', 'documented'] },
  },
  onUnmockedTask: {
    kind: 'scenario',
    help: 'Whether a Task without a mock is an error, or gets an inferred answer.',
    schema: { enum: ['error', 'infer'] },
  },
  models: {
    kind: 'scenario',
    help: 'Models of what Tasks call: latency, limits, availability.',
    schema: { type: ['array', 'object'] },
  },
  rules: { kind: 'severities', help: 'What findings of rules are instead of their own severity, by rule.' },
  waivers: { kind: 'waivers', help: 'Findings to live with for a while.' },
  reporters: { kind: 'texts', help: 'How a suite is reported, by name.' },
}

/** Names of the members. */
export const CONFIG_KEYS = Object.keys(CONFIG_FIELDS) as readonly (keyof Config)[]

const SCHEMAS: Readonly<Record<Exclude<FieldKind, 'scenario'>, JsonObject>> = {
  texts: { type: 'array', items: { type: 'string' } },
  values: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
  text: { type: 'string' },
  severities: { type: 'object', additionalProperties: { enum: RULE_SEVERITIES } },
  waivers: { type: 'array', items: waiverSchema() },
}

function waiverSchema(): JsonObject {
  const fields = Object.entries(WAIVER_FIELDS)
  return {
    type: 'object',
    additionalProperties: false,
    required: fields.filter(([, { isRequired }]) => isRequired).map(([name]) => name),
    properties: Object.fromEntries(
      fields.map(([name, { help }]) => [
        name,
        { type: 'string', ...(name === 'until' && { pattern: DAY.source }), description: help },
      ]),
    ),
  }
}

/**
 * The JSON Schema of `aslx.config.yaml` and `.json`: `schema/aslx-config.schema.json` is this as text.
 * @internal for tests
 */
export function configSchema(): JsonObject {
  const properties = Object.entries<Field>(CONFIG_FIELDS).map(([name, { kind, help, schema }]): [string, Json] => [
    name,
    { ...(schema ?? (kind === 'scenario' ? {} : SCHEMAS[kind])), description: help },
  ])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of aslx',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
  }
}
