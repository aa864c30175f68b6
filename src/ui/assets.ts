/** An entry of the manifest that Vite writes to dist/client/.vite/manifest.json. */
export interface ManifestEntry {
  file: string;
  css?: string[];
  imports?: string[];
}
export type AssetManifest = Readonly<Record<string, ManifestEntry>>;

const COMMON = 'src/ui/client.ts';
let manifest: AssetManifest = {};
let linked = new Map<string, string>();

/** Tells the pages, once at start, where the built files are. Without it (in tests) pages carry no style or script. */
export function setAssets(built: AssetManifest): void {
  manifest = built;
  linked = new Map();
}

/**
 * The link and script elements of the common entry and of `extra` entries, named by their source file.
 * @throws Error when an entry was not built
 */
export function assetLinks(extra: readonly string[] = []): string {
  const name = extra.join('\n');
  const known = linked.get(name);
  if (known !== undefined) return known;
  const css = new Set<string>();
  const scripts = new Set<string>();
  for (const entry of [COMMON, ...extra]) collect(entry, css, scripts, entry === COMMON);
  const html =
    [...css].map((file) => `<link rel="stylesheet" href="/${file}">`).join('') +
    [...scripts].map((file) => `<script type="module" src="/${file}"></script>`).join('');
  linked.set(name, html);
  return html;
}

function collect(entry: string, css: Set<string>, scripts: Set<string>, optional: boolean): void {
  const built = manifest[entry];
  if (!built) {
    if (optional || Object.keys(manifest).length === 0) return;
    throw new Error(`Not in the built manifest: ${entry}`);
  }
  for (const file of cssOf(built)) css.add(file);
  scripts.add(built.file);
}

/** The style of an entry and of the chunks it shares with others. */
function cssOf(built: ManifestEntry): string[] {
  return [
    ...(built.imports ?? []).flatMap((chunk) => {
      const shared = manifest[chunk];
      return shared ? cssOf(shared) : [];
    }),
    ...(built.css ?? []),
  ];
}
