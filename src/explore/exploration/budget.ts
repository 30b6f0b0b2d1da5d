/** How far to look at most. The same bounds come to the same scenarios on every machine, but for `isOver`. */
export interface Bounds {
  /** Scenarios to make. */
  readonly scenarios: number
  /** Work of the engine on them: a step is 1, and a quarter more for each strand that is at work. */
  readonly steps: number
  /** Asked between one state's strikes and the next: true stops there. */
  readonly isOver?: () => boolean
}

/** What a machine of ordinary size never comes to, and what takes less than ten seconds. */
export const DEFAULT_BOUNDS: Bounds = { scenarios: 100_000, steps: 80_000 }

/** What is left of the bounds, and what was left out for want of it. */
export class ExplorationBudget {
  readonly #bounds: Bounds
  readonly #cuts = new Set<string>()
  #scenarios = 0
  #steps = 0
  #isSpent = false

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  get scenarios(): number {
    return this.#scenarios
  }

  get steps(): number {
    return this.#steps
  }

  /** What was left out, each once. */
  get cuts(): readonly string[] {
    return [...this.#cuts].sort()
  }

  /** Something was left out. */
  cut(what: string): void {
    this.#cuts.add(what)
  }

  countScenario(): void {
    this.#scenarios++
  }

  /** A Map of many items makes a step dear: each of them is looked at. */
  countStep(strands: number): void {
    this.#steps += 1 + strands / 4
  }

  /** Whether no more is to be looked at; `what` is then left out. */
  isSpent(what: string): boolean {
    this.#isSpent ||=
      this.#scenarios >= this.#bounds.scenarios ||
      this.#steps >= this.#bounds.steps ||
      (this.#bounds.isOver?.() ?? false)
    if (this.#isSpent) this.cut(what)
    return this.#isSpent
  }
}
