import type { TaskMock } from '../../tasks/script.js'
import type { RedrivableRun, RedriveOptions } from './redrivable-run.js'
import type { Scenario } from '../scenarios/scenario.js'

/**
 * Names of the states of a definition, those inside Maps and branches included, as its type tells them: an imported `.json`
 * file, or a literal. `string` where the type does not tell.
 */
export type StateNames<Definition> = unknown extends Definition
  ? string
  : Definition extends { readonly States: infer States }
    ? string extends keyof States
      ? string
      : (keyof States & string) | NamesInside<States[keyof States]>
    : string

/** Of each state of a union; states that have no machine inside add nothing. */
type NamesInside<State> = State extends unknown
  ? InsideOf<State, 'ItemProcessor'> | InsideOf<State, 'Iterator'> | BranchesOf<State>
  : never

type InsideOf<State, Field extends string> = State extends { readonly [F in Field]: infer Inner extends object }
  ? NamesOfEach<Inner>
  : never

type BranchesOf<State> = State extends { readonly Branches: readonly (infer Branch extends object)[] }
  ? NamesOfEach<Branch>
  : never

type NamesOfEach<Inner> = Inner extends unknown ? StateNames<Inner> : never

/** A scenario of a machine whose states are known to the compiler: a mock of a state that is not there does not compile. */
export type ScenarioOf<State extends string> = Omit<Scenario, 'tasks'> & {
  readonly tasks?: { readonly [S in State]?: TaskMock }
}

/**
 * What no scenario has: an overload that asks for it can never be called, and only shows the compiler that a machine with known
 * states is a machine.
 */
declare const anyState: unique symbol
export type AnyScenario = Scenario & { readonly [anyState]: never }

/** Where the type of a run or machine keeps the names of the states; nothing is there when the program runs. */
declare const states: unique symbol
export interface KnowsStates<State extends string> {
  readonly [states]?: State
}

/** A run of a machine whose states are known to the compiler: so are the names that matchers take. */
export interface RunOf<State extends string> extends RedrivableRun, KnowsStates<State> {
  redrive(scenario: AnyScenario): Promise<RunOf<State>>
  redrive(scenario?: ScenarioOf<State>, options?: RedriveOptions): Promise<RunOf<State>>
}

/** The names of the states that a machine, a run, or a list of runs is about; `string` where its type does not tell. */
export type StatesOf<Subject> = 0 extends 1 & Subject
  ? string
  : Subject extends readonly (infer Element)[]
    ? StatesOfOne<Element>
    : StatesOfOne<Subject>

type StatesOfOne<Subject> = Subject extends KnowsStates<infer State> ? State : string
