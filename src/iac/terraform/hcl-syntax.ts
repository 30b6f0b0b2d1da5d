import type { TracedText } from '../traced-text.js'

/** Where a node stands: from `start` up to `end` in the text of its file. */
export interface Span {
  readonly source: TracedText
  readonly start: number
  readonly end: number
}

/**
 * An expression of the language of Terraform.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: null | boolean | number }
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
    | { readonly kind: 'splat'; readonly of: Expression; readonly steps: readonly SplatStep[] }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly expand: boolean }
    | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | {
        readonly kind: 'conditional'
        readonly condition: Expression
        readonly yes: Expression
        readonly no: Expression
      }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
    | ForExpression
  )

/** What follows `[*]` or `.*`: applied to each element. */
export type SplatStep = { readonly name: string } | { readonly key: Expression }

export interface ObjectEntry {
  readonly key: Expression
  readonly value: Expression
}

/** The names and the collection of a `for`, in brackets, braces or a template. */
export interface ForHead {
  readonly keyName: string | undefined
  readonly valueName: string
  readonly of: Expression
}

export interface ForExpression extends ForHead {
  readonly kind: 'for'
  /** For an object. */
  readonly key: Expression | undefined
  readonly value: Expression
  readonly condition: Expression | undefined
  /** `...`: values of equal keys become lists. */
  readonly grouped: boolean
}

/** https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'value'; readonly of: Expression }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly yes: readonly TemplatePart[]
      readonly no: readonly TemplatePart[]
    }
  | { readonly kind: 'for'; readonly head: ForHead; readonly parts: readonly TemplatePart[] }

/** What is between the braces of a block, or in a whole file. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly blocks: readonly HclBlock[]
}

export interface Attribute {
  readonly start: number
  readonly value: Expression
}

export interface HclBlock extends Span {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
}
