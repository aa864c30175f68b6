/** The most that RFC 5321 allows. */
const MOST = 254;

/** Whether something can be a mail address of one person; whether it is one, only a mail tells. */
export const isMailAddress = (text: string): boolean =>
  text.length <= MOST &&
  /^[^\s@<>"(),:;[\]\\]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i.test(text);
