/** A word where it stands on its page: `y` runs down from the top; any unit, the same for the whole page. */
export interface PlacedWord {
  text: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

export const rightOf = (word: PlacedWord): number => word.x + word.w;
export const bottomOf = (word: PlacedWord): number => word.y + word.h;
