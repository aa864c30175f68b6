/** What the readers of all forms give: plain data, so that it can cross from the worker. */
export interface ExtractedText {
  /** `scan` is a PDF whose pages are pictures, read by OCR. */
  kind: 'txt' | 'md' | 'html' | 'docx' | 'doc' | 'pdf' | 'scan' | 'image';
  /** NFC, lines ended by "\n"; all offsets below count its UTF-16 code units. */
  text: string;
  /** Where each page stands in the text. Sizes in page units: points (1/72 inch) for PDF, pixels for images. */
  pages: PageSpan[];
  /** For pdf, scan and image: where each word stands on its page, in reading order. */
  boxes?: WordBox[];
  /** For signed PDFs, oldest first. */
  signatures?: SignatureInfo[];
  warnings: TextWarning[];
  /** Pages (from 1) of which nothing could be read although they are not blank. */
  unreadablePages: number[];
}

export interface PageSpan {
  start: number;
  end: number;
  width?: number;
  height?: number;
}

/** A word on a page: page counts from 1, `y` runs down from the top edge, in the page's units. */
export interface WordBox {
  page: number;
  start: number;
  end: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface SignatureInfo {
  /** Common name in the certificate: the person or the body. */
  signer: string | null;
  organisation: string | null;
  /** Instant (ISO 8601) that the signature claims. */
  signedAt: string | null;
  /** The signed bytes are still what was signed; null where it cannot be checked here. */
  intact: boolean | null;
  /** The signature covers the file to its end; false where bytes were appended later. */
  coversWholeFile: boolean;
  /** Later additions are only further signatures, each covering all that came before it. */
  laterOnlySignatures: boolean;
  /** One Vietnamese sentence that says all this. Nothing is claimed on who issued the certificate. */
  summary: string;
}

export interface TextWarning {
  code: string;
  message: string;
}

/** How far a reading has come; `pages` is 0 until known. */
export interface Progress {
  page: number;
  pages: number;
  /** 0..1 over the whole file. */
  done: number;
}
