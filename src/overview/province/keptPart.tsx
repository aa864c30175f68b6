import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import type { ProvinceFigures } from './figures.ts';

const rendered = new WeakMap<ProvinceFigures, Map<string, string>>();

/**
 * A part of a page that shows nothing but the figures of the province: rendered once for all who look, and forgotten with the
 * figures. `name` names what else the part hangs on.
 */
export function FiguresPart(props: { figures: ProvinceFigures; name: string; render: () => VNode }): VNode {
  const parts = rendered.get(props.figures) ?? new Map<string, string>();
  rendered.set(props.figures, parts);
  const html = parts.get(props.name) ?? renderToString(props.render());
  parts.set(props.name, html);
  return jsxTemplate([html]);
}
