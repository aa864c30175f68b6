/** Something that happens at an instant; what follows from it is told by its return. */
export interface Happening {
  at: number;
  run(): Promise<readonly Happening[]>;
}

/** Happenings in the order of time, the earliest first: a binary heap. */
export class Timeline {
  readonly #heap: Happening[] = [];

  get length(): number {
    return this.#heap.length;
  }

  add(one: Happening): void {
    const heap = this.#heap;
    let at = heap.push(one) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]!.at <= one.at) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = one;
  }

  next(): Happening | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === last || !last) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]!.at < heap[below]!.at) below += 1;
      if (heap[below]!.at >= last.at) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}
