/** Who is signed in, as the masthead shows it. */
export interface FramePerson {
  name: string;
  organName: string;
  positionName: string;
  /** How many positions the person can choose between; with more than one the masthead offers to switch. */
  positionCount: number;
  /**
   * Opaque and the same for one account (for instance the person's id). What a browser keeps of a half-typed form is
   * kept under it, so that the next user of a shared computer never sees it.
   */
  accountKey: string;
}

export interface NavItem {
  href: string;
  label: string;
  /** How many things wait there; nothing is shown for none. */
  count?: number;
  current?: boolean;
}

/** Says once, on the next page, what was done. */
export interface Flash {
  tone: 'success' | 'info' | 'warning';
  text: string;
}

/** What stands around every page. */
export interface PageFrame {
  /** `Tỉnh Nghệ An`. */
  provinceName: string;
  /** True where the data is made up for showing; every page says so. */
  demo: boolean;
  /** Absent for the public. */
  person?: FramePerson;
  nav: readonly NavItem[];
  flash?: Flash;
}

/** What a state means to the reader: late or refused, soon or to be looked at, done, waiting for others, nothing yet. */
export type Tone = 'late' | 'soon' | 'good' | 'wait' | 'none';

/** The parts of an error that a form shows; a `Fault` is one. */
export interface FormFault {
  message: string;
  fields: readonly { field: string; message: string }[];
}

/** A form as it was sent, shown again as it is when it fails; what `readForm` gives is one. */
export interface SentForm {
  values: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly string[]>>;
  /** The key of this write. */
  key?: string;
}
