/** How a refusal maps to a fault once it has left the worker. */
export type RefusalKind = 'invalid' | 'tooLarge' | 'unavailable';

/** A refusal as plain data, the form in which it crosses from the worker to the server. */
export interface RefusalData {
  kind: RefusalKind;
  /** Stable and English: `file.encrypted`. */
  code: string;
  /** The Vietnamese sentence the person reads. */
  message: string;
}

/**
 * A file that is not taken, with the reason. The readers throw this rather than the kernel's `Fault` because they
 * also run in a worker that Node starts from the sources as they are; `asFault` turns it into a `Fault` outside.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly kind: RefusalKind;
  constructor(code: string, message: string, kind: RefusalKind = 'invalid') {
    super(message);
    this.code = code;
    this.kind = kind;
  }
}

export const damaged = (what: string): Refusal =>
  new Refusal(
    'file.damaged',
    `${what} bị hỏng hoặc chưa tải lên trọn vẹn nên không đọc được. Hãy mở tệp trên máy để kiểm tra, rồi tải lên lại.`,
  );
