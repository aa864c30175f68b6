import type { VNode } from 'preact';
import type { Draft } from '../model.ts';
import { ordinalLabel } from '../model.ts';
import { type Block, type Piece, type TextSection, typeset } from '../typeset.ts';
import { itemAnchor } from './deskView.ts';

/** The document as it reads, each task marked in place with its number; every piece carries its offset in the text. */
export function Paper(props: { text: string; sections: readonly TextSection[]; drafts: readonly Draft[] }): VNode {
  const shown = new Map(props.drafts.filter((d) => d.state !== 'rejected').map((d) => [d.id, d]));
  const blocks = typeset(
    props.text,
    props.sections,
    [...shown.values()].filter((d) => d.evidence).map((d) => ({ id: d.id, evidence: d.evidence!, ...d.spans })),
  );
  const anchored = new Set<number>();
  return (
    <div class="desk-paper" lang="vi" data-paper>
      {blocks.map((block) => (
        <BlockView block={block} shown={shown} anchored={anchored} />
      ))}
    </div>
  );
}

const LONGEST_HEADING = 140;

type Shown = ReadonlyMap<number, Draft>;

function BlockView({ block, shown, anchored }: { block: Block; shown: Shown; anchored: Set<number> }): VNode {
  if (block.kind === 'page') return <hr class="desk-page-end" />;
  const length = block.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  // A long sentence that introduces a list is no heading to the eye.
  const kind = block.kind === 'heading' && length > LONGEST_HEADING ? 'paragraph' : block.kind;
  const name = `desk-${kind} desk-level-${Math.min(block.level, 3)}`;
  return (
    <p class={name}>
      {runs(block.pieces).map((run) => (
        <Run run={run} shown={shown} anchored={anchored} />
      ))}
    </p>
  );
}

/** Neighbouring pieces of the same task, to be marked as one. */
function runs(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last[0]!.tasks[0] === piece.tasks[0] && piece.begins.length === 0) last.push(piece);
    else all.push([piece]);
  }
  return all;
}

function Run({ run, shown, anchored }: { run: Piece[]; shown: Shown; anchored: Set<number> }): VNode {
  const task = shown.get(run[0]!.tasks[0] ?? 0);
  const words = run.map((piece) => <PieceView piece={piece} />);
  if (!task) return <>{words}</>;
  const first = !anchored.has(task.id);
  anchored.add(task.id);
  const begun = run[0]!.begins.map((id) => shown.get(id)).filter((d) => d !== undefined);
  return (
    <mark class={`desk-mark desk-mark--${task.state}`} data-task={task.id} id={first ? `doan-${task.id}` : undefined}>
      {begun.map((d) => (
        <a class="desk-no" href={`#${itemAnchor(d.id)}`} aria-label={`Nhiệm vụ ${ordinalLabel(d.ordinal)}`} data-skip>
          {ordinalLabel(d.ordinal)}
        </a>
      ))}
      {words}
    </mark>
  );
}

function PieceView({ piece }: { piece: Piece }): VNode {
  const kinds = [piece.topic && 'desk-topic', piece.agency && 'desk-agency', piece.deadline && 'desk-limit'].filter(
    Boolean,
  );
  return (
    <span data-start={piece.start} class={kinds.length > 0 ? kinds.join(' ') : undefined}>
      {piece.text}
    </span>
  );
}
