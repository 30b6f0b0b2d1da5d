/** The syntax tree of the `jsonata` package's parser, as far as the evaluator reads it. */
export type SyntaxNode =
  | PathNode
  | BinaryNode
  | NegationNode
  | ArrayNode
  | ObjectNode
  | NameNode
  | StringNode
  | NumberNode
  | ValueNode
  | WildcardNode
  | DescendantNode
  | ParentNode
  | VariableNode
  | RegexNode
  | ConditionNode
  | BlockNode
  | BindNode
  | CallNode
  | PartialNode
  | PlaceholderNode
  | LambdaNode
  | ApplyNode
  | TransformNode
  | SortNode

export type NodeType = SyntaxNode['type']
export type NodeOf<T extends NodeType> = Extract<SyntaxNode, { readonly type: T }>

/** What may stand on any node: where it is in the text, and what the parser found around it. */
export interface NodeMarks {
  readonly position?: number
  /** `[...]` behind a node that is not a step of a path. */
  readonly predicate?: readonly FilterStage[]
  /** `[...]` and `#$i` behind a step of a path. */
  readonly stages?: readonly (FilterStage | IndexStage)[]
  /** `{...}` behind a node. */
  readonly group?: GroupNode
  /** `[]` behind a node: a single value stays an array. */
  readonly keepArray?: boolean
  /** The step works on a stream of tuples, because of `@$x`, `#$i` or `%` in the path. */
  readonly tuple?: boolean
  /** `@$x`: the variable the step binds. */
  readonly focus?: string
  /** `#$i`: the variable that gets the position. */
  readonly index?: string
  /** The step is a parent that a `%` asks for. */
  readonly ancestor?: { readonly label: string }
  /** An array constructor that must not be flattened. */
  readonly consarray?: boolean
}

export interface FilterStage {
  readonly type: 'filter'
  readonly expr: SyntaxNode
}
export interface IndexStage {
  readonly type: 'index'
  readonly value: string
}
export type PairNodes = readonly [SyntaxNode, SyntaxNode]
export interface GroupNode {
  readonly lhs: readonly PairNodes[]
  readonly position?: number
}
export interface SortTermNode {
  readonly descending: boolean
  readonly expression: SyntaxNode
}
/** A signature such as `<s-n?:s>`, made by the package: checks arguments and fills in the context. */
export interface Signature {
  validate(args: readonly unknown[], context: unknown): readonly unknown[]
}

export interface PathNode extends NodeMarks {
  readonly type: 'path'
  readonly steps: readonly SyntaxNode[]
  readonly keepSingletonArray?: boolean
}
export interface BinaryNode extends NodeMarks {
  readonly type: 'binary'
  readonly value: string
  readonly lhs: SyntaxNode
  readonly rhs: SyntaxNode
}
export interface NegationNode extends NodeMarks {
  readonly type: 'unary'
  readonly value: '-'
  readonly expression: SyntaxNode
}
export interface ArrayNode extends NodeMarks {
  readonly type: 'unary'
  readonly value: '['
  readonly expressions: readonly SyntaxNode[]
}
export interface ObjectNode extends NodeMarks {
  readonly type: 'unary'
  readonly value: '{'
  readonly lhs: readonly PairNodes[]
}
export interface NameNode extends NodeMarks {
  readonly type: 'name'
  readonly value: string
}
export interface StringNode extends NodeMarks {
  readonly type: 'string'
  readonly value: string
}
export interface NumberNode extends NodeMarks {
  readonly type: 'number'
  readonly value: number
}
export interface ValueNode extends NodeMarks {
  readonly type: 'value'
  readonly value: boolean | null
}
export interface WildcardNode extends NodeMarks {
  readonly type: 'wildcard'
}
export interface DescendantNode extends NodeMarks {
  readonly type: 'descendant'
}
export interface ParentNode extends NodeMarks {
  readonly type: 'parent'
  readonly slot: { readonly label: string }
}
export interface VariableNode extends NodeMarks {
  readonly type: 'variable'
  /** Without the `$`; empty for the context value. */
  readonly value: string
}
export interface RegexNode extends NodeMarks {
  readonly type: 'regex'
  readonly value: RegExp
}
export interface ConditionNode extends NodeMarks {
  readonly type: 'condition'
  readonly condition: SyntaxNode
  readonly then: SyntaxNode
  readonly else?: SyntaxNode
}
export interface BlockNode extends NodeMarks {
  readonly type: 'block'
  readonly expressions: readonly SyntaxNode[]
}
export interface BindNode extends NodeMarks {
  readonly type: 'bind'
  readonly lhs: { readonly value: string }
  readonly rhs: SyntaxNode
}
export interface CallNode extends NodeMarks {
  readonly type: 'function'
  readonly procedure: SyntaxNode
  readonly arguments: readonly SyntaxNode[]
}
export interface PartialNode extends NodeMarks {
  readonly type: 'partial'
  readonly procedure: SyntaxNode
  readonly arguments: readonly SyntaxNode[]
}
/** The `?` in a partial application. */
export interface PlaceholderNode extends NodeMarks {
  readonly type: 'operator'
  readonly value: string
}
export interface LambdaNode extends NodeMarks {
  readonly type: 'lambda'
  readonly arguments: readonly { readonly value: string }[]
  readonly signature?: Signature
  readonly body: SyntaxNode
  /** A tail call: the body is a CallNode which the caller's loop makes. */
  readonly thunk?: boolean
}
export interface ApplyNode extends NodeMarks {
  readonly type: 'apply'
  readonly lhs: SyntaxNode
  readonly rhs: SyntaxNode
}
export interface TransformNode extends NodeMarks {
  readonly type: 'transform'
  readonly pattern: SyntaxNode
  readonly update: SyntaxNode
  readonly delete?: SyntaxNode
}
export interface SortNode extends NodeMarks {
  readonly type: 'sort'
  readonly terms: readonly SortTermNode[]
}
