import type { Strand } from './execution.js'
import type { MutableStrand } from './strand.js'
import type { ChildrenWork } from './work.js'

interface Dropped {
  readonly work: ChildrenWork
  readonly children: readonly Strand[]
}

/**
 * The children that containers have dropped because they fail, until it is known what becomes of the failure: a retrier
 * or a catcher makes an end of them, and if the execution ends with it, a redrive goes on from them.
 */
export class Abandoned {
  #byContainer: Map<number, Dropped> | undefined

  keep(container: MutableStrand, children: readonly MutableStrand[]): void {
    if (!container.children) return
    this.#byContainer ??= new Map()
    this.#byContainer.set(container.id, { work: container.children, children })
  }

  forget(container: Strand): void {
    this.#byContainer?.delete(container.id)
  }

  /** The strands with all that their containers have dropped, each container before its children. */
  restore(strands: Iterable<Strand>): readonly Strand[] {
    const restored: Strand[] = []
    for (const strand of strands) {
      const dropped = this.#byContainer?.get(strand.id)
      restored.push(dropped ? { ...strand, children: dropped.work } : strand)
      if (dropped) restored.push(...this.restore(dropped.children))
    }
    return restored
  }
}
