/** What was changed while a way was tried, so that it can be taken back: changes are undone in the opposite order. */
export class Trail {
  readonly #undos: (() => void)[] = []

  /** Notes how a change is undone. */
  note(undo: () => void): void {
    this.#undos.push(undo)
  }

  /** Makes changes that are kept only if they come to something: a value other than `undefined` and `false`. */
  attempt<T>(change: () => T): T {
    const before = this.#undos.length
    const result = change()
    if (result === undefined || result === false) this.#undoTo(before)
    return result
  }

  /** Looks at what changes would come to, and takes them back. */
  peek<T>(change: () => T): T {
    const before = this.#undos.length
    const result = change()
    this.#undoTo(before)
    return result
  }

  #undoTo(length: number): void {
    while (this.#undos.length > length) this.#undos.pop()?.()
  }
}
