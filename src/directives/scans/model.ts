/**
 * waiting: in line; reading: a worker is at it; read: a directive at the desk; failed: why is told, the file is kept;
 * cancelled: stopped by the clerk, the file is kept; refused: it calls itself secret, and nothing is kept.
 */
export type ScanState = 'waiting' | 'reading' | 'read' | 'failed' | 'cancelled' | 'refused';

/** The steps of a clerk, and the states from which each can be taken. */
export const SCAN_STEPS = {
  cancel: ['waiting', 'reading', 'failed'],
  again: ['failed', 'cancelled'],
  type: ['waiting', 'reading', 'failed', 'cancelled'],
} as const satisfies Record<string, readonly ScanState[]>;

export type ScanStep = keyof typeof SCAN_STEPS;

export const mayStep = (step: ScanStep, state: ScanState): boolean =>
  (SCAN_STEPS[step] as readonly ScanState[]).includes(state);
