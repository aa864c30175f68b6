/**
 * The errors a person may meet. Each carries a stable code, a Vietnamese sentence that says what to do,
 * and, where there is one, the form field it belongs to. Only the HTTP edge turns a kind into a status.
 */
export type FaultKind =
  /** What was typed cannot be used; the person can mend it and send again. 422 */
  | 'invalid'
  /** No account is signed in, or the session has ended. 401 */
  | 'signedOut'
  /** The person may not do this. 403 */
  | 'forbidden'
  /** There is no such thing, or none that this person may know of. 404 */
  | 'notFound'
  /** Somebody changed it meanwhile; reload and look before sending again. 409 */
  | 'stale'
  /** It exists already, or the state does not allow the step. 409 */
  | 'conflict'
  /** Too large. 413 */
  | 'tooLarge'
  /** Too many tries; wait. 429 */
  | 'tooMany'
  /** Something we rely on (database, disk, mail) does not answer; try later. 503 */
  | 'unavailable';

export interface FieldFault {
  /** The `name` of the form field. */
  field: string;
  /** One Vietnamese sentence: what is wrong and what to do. */
  message: string;
}

/** A typed error; `message` is the Vietnamese sentence that a person reads. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: FaultKind;
  /** Stable and English, for programs: `directive.number.taken`. */
  readonly code: string;
  readonly fields: readonly FieldFault[];
  constructor(kind: FaultKind, code: string, message: string, fields: readonly FieldFault[] = []) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.fields = fields;
  }
}

/** Input that a person can mend, at one field. */
export const invalid = (code: string, message: string, field?: string): Fault =>
  new Fault('invalid', code, message, field ? [{ field, message }] : []);

export const notFound = (what = 'nội dung này'): Fault =>
  new Fault('notFound', 'not_found', `Không tìm thấy ${what}. Có thể đường dẫn sai, hoặc bạn không được xem.`);

export const forbidden = (message = 'Bạn không có quyền làm việc này với chức vụ đang chọn.'): Fault =>
  new Fault('forbidden', 'forbidden', message);

export const stale = (message = 'Nội dung đã được người khác thay đổi. Hãy xem lại bản mới rồi làm tiếp.'): Fault =>
  new Fault('stale', 'stale', message);

export const conflict = (code: string, message: string, field?: string): Fault =>
  new Fault('conflict', code, message, field ? [{ field, message }] : []);

export const isFault = (error: unknown): error is Fault => error instanceof Fault;
