/** A step that leads to one value. `names` (none, or several) gives one merged object and may only come last. */
export type DefiniteStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'index'; readonly index: number }
  /** `[(@.length-n)]`: `offset` is -n. */
  | { readonly kind: 'from-end'; readonly offset: number }

/** A step that leads to any number of values, other than a filter. */
type ManyStep =
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'wildcard' }
  /** `..`: the next step is tried at every level below. */
  | { readonly kind: 'scan' }

/** A step as written; of a filter only the text between the parentheses is known. */
export type Token = DefiniteStep | ManyStep | { readonly kind: 'filter'; readonly body: string }

/** True if the step leads to one value whatever the document is. */
export function isDefinite(step: { readonly kind: string }): step is DefiniteStep {
  return step.kind === 'name' || step.kind === 'names' || step.kind === 'index' || step.kind === 'from-end'
}

/** Steps as Jayway prints them in its messages: `['a', 'b'][0][1:]..[*][?]`. */
export function stepsText(steps: readonly (DefiniteStep | ManyStep | { readonly kind: 'filter' })[]): string {
  return steps.map(stepText).join('')
}

function stepText(step: DefiniteStep | ManyStep | { readonly kind: 'filter' }): string {
  switch (step.kind) {
    case 'name':
      return namesText([step.name])
    case 'names':
      return namesText(step.names)
    case 'index':
      return `[${step.index}]`
    case 'from-end':
      return `[@.size()${step.offset}]`
    case 'indexes':
      return `[${step.indexes.join(',')}]`
    case 'slice':
      return `[${step.from ?? ''}:${step.to ?? ''}]`
    case 'wildcard':
      return '[*]'
    case 'scan':
      return '..'
    case 'filter':
      break
  }
  return '[?]'
}

/** Names as Jayway prints them: `['a', 'b']`. */
export function namesText(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`
}
