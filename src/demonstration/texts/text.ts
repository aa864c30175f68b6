/** What a demonstration text is filled with; every day is counted from the day of issue. */
export interface TextFacts {
  number: number;
  /** "ngày 05 tháng 6 năm 2026" */
  day: string;
  /** "Ngày 01/6/2026": the day of issue moved by some days, opening a sentence. */
  date: (days: number) => string;
  /** "30/6/2026" */
  inDays: (days: number) => string;
  /** Three communes, without their type. */
  communes: readonly [string, string, string];
}

export type DirectiveText = (facts: TextFacts) => string;
