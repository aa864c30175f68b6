export type {
  ExtractedText,
  PageSpan,
  Progress,
  SignatureInfo,
  TextWarning,
  WordBox,
} from './extract/extractedText.ts';
export { closeExtraction, type ExtractOptions, extractText, readAtOnce, recognise, renderPage } from './extractText.ts';
export { type FileKind, MAX_FILE_BYTES, mimeOf } from './recognise.ts';
export { type FileStore, openFileStore, type StoredFile } from './store.ts';
