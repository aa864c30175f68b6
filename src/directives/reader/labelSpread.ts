import { findCharges } from './charges.ts';
import { fillDraft } from './drafts.ts';
import type { Node } from './outline.ts';
import { beginsWithDoing } from './predicates.ts';
import type { Draft, Progress } from './walk.ts';
import { isAccount, trimEnd } from './wording.ts';

/** How many points right before the labels at `at` say what to do: "- ... / - ... / Trách nhiệm thực hiện: ..." */
function pointsBefore(nodes: readonly Node[], at: number, from: number, { walk }: Progress): Node[] {
  const kind = nodes[at - 1]?.paragraph.marker?.kind;
  const points: Node[] = [];
  for (let k = at - 1; k >= from; k--) {
    const node = nodes[k]!;
    if (!kind || node.paragraph.marker?.kind !== kind || node.children.length > 0) break;
    if (isAccount(walk.text.slice(node.from, node.to))) break;
    points.unshift(node);
  }
  // "Đào tạo, bồi dưỡng ..." says what to do as well as its neighbours, though its word may be a noun elsewhere.
  const doing = points.filter((node) => beginsWithDoing(walk.text, node.from, node.to) === 'verb');
  return doing.length * 2 > points.length ? points : [];
}

/** The tasks of a label `block` that stands at or under `nodes[at]`; `from` is where the labels before it ended. */
type Spread = (
  progress: Progress,
  nodes: readonly Node[],
  at: number,
  from: number,
  block: readonly Draft[],
) => readonly Draft[];

/**
 * The one label block after several points is meant for each of them; where it stands under one point it is that
 * point's. Points that name somebody themselves stay theirs.
 */
export const spreadOverPoints: Spread = (progress, nodes, at, from, block) => {
  const { walk, drafts } = progress;
  const { text } = walk;
  const [label] = block;
  if (!label || block.length !== 1 || nodes[at]!.paragraph.marker) return block;
  const points = pointsBefore(nodes, at, from, progress);
  if (points.length < 2) return block;
  const own = points.filter((p) => findCharges(text, p.from, p.to, walk.grammar, false).length > 0);
  const rest = points.filter((p) => !own.includes(p));
  if (rest.length === 0) return block;
  const kept: Draft[] = [];
  while (drafts.length > 0 && drafts.at(-1)!.at >= points[0]!.paragraph.start) kept.unshift(drafts.pop()!);
  drafts.push(...kept.filter((d) => own.some((p) => d.at >= p.paragraph.start && d.at < p.to)));
  return rest.map((point) => labelledBy(progress, point, label));
};

/** "3.1. ... / 3.2. ... / 3.3. ..., - Đơn vị chủ trì: ...": points before one with labels of its own, where nobody else is charged with them. */
export const spreadToEarlier: Spread = (progress, nodes, at, from, block) => {
  const [label] = block;
  const points = pointsBefore(nodes, at, from, progress);
  const kind = nodes[at]!.paragraph.marker?.kind;
  const isSame = points.length > 0 && kind !== undefined && points[0]!.paragraph.marker?.kind === kind;
  if (!label || block.length !== 1 || !isSame) return block;
  const isCharged = progress.drafts.some((draft) => draft.at >= points[0]!.paragraph.start);
  return isCharged ? block : [...points.map((point) => labelledBy(progress, point, label)), label];
};

function labelledBy({ walk }: Progress, point: Node, label: Draft): Draft {
  const draft = fillDraft(walk, {
    leads: label.leads,
    charge: undefined,
    whom: undefined,
    doing: 'verb',
    topic: undefined,
    at: point.from,
    end: trimEnd(walk.text, point.from, point.to),
    isContinued: false,
    extraCoordinates: label.coordinates,
    rule: 'label-block',
  });
  if (!draft.limit && label.limit) {
    draft.limit = label.limit;
    draft.isLimitShared = true;
  }
  return draft;
}
