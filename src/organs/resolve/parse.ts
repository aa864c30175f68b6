import { matchClass } from './classPhrase.ts';
import { type Circle, GLUE, HARMLESS_TAILS, PERSON_BRANCH, PLURALS } from './phrases.ts';
import type { NameEntry } from './registerIndex.ts';
import { matchBody, matchName, type Scope } from './scope.ts';
import { matchShared, opens, personAt, tailFrom } from './surroundings.ts';
import { isAnd, longestPhrase, separated, type Token, textOf } from './tokens.ts';
import { matchBareNames, matchUnits, type UnitPhrase } from './unitPhrase.ts';

/** A body that waits for its unit: "UBND" of "UBND, Đảng ủy các xã"; or only a branch: "Bí thư các xã". */
export interface Body {
  key: string | null;
  branch: 'party' | 'government' | null;
  text: string;
}

/** What a piece of an agency's text says, before it is looked up in time. */
export type Part =
  | { kind: 'organ'; entries: NameEntry[]; text: string }
  /** Bodies at units; without bodies the issuer's branch decides; without units the issuer's own are meant. */
  | { kind: 'placed'; bodies: Body[]; units: UnitPhrase | 'province' | 'own'; tail: string; text: string }
  | { kind: 'class'; circles: Circle[]; tail: string; text: string }
  /** `behind` an organ and a colon: people and rooms within it ("VPUB: CVP, các PCVP"). */
  | { kind: 'unknown'; text: string; tokens: Token[]; near: NameEntry[]; behind: boolean };

/** Reads an agency's words into parts, left to right, the longest name first. What is not understood is `unknown`, never dropped. */
export const parseAgency = (scope: Scope, tokens: readonly Token[]): Part[] => new AgencyReading(scope, tokens).parts;

const ALL_COMMUNES: UnitPhrase = {
  types: ['xa', 'phuong', 'dac-khu'],
  named: [],
  plural: true,
  length: 0,
};

const COMMUNE_BRANCH: Partial<Record<Circle, 'party' | 'government'>> = {
  communeCommittees: 'party',
  communeExecutives: 'government',
};

class AgencyReading {
  readonly parts: Part[] = [];
  /** Bodies read so far whose units come later. */
  private waiting: Body[] = [];
  private waitingFrom = 0;
  /** The first word of the organ before: "Sở Tài chính, Xây dựng". */
  private head = '';
  private at = 0;

  constructor(
    private readonly scope: Scope,
    private readonly tokens: readonly Token[],
  ) {
    while (this.at < tokens.length) {
      const glue = longestPhrase(tokens, this.at, GLUE);
      if (glue > 0) this.at += glue;
      else if (
        !(this.readShared() || this.readName() || this.readPerson() || this.readUnits() || this.readElliptical())
      )
        this.addUnknown(this.at, []);
    }
    this.placeAt('own', tokens.length);
  }

  private text(from: number, to: number): string {
    return textOf(this.tokens.slice(from, to));
  }

  /** "các Sở: Tài chính, Xây dựng". */
  private readShared(): boolean {
    const many = longestPhrase(this.tokens, this.at, PLURALS);
    if (many === 0 && !/:/.test(this.tokens[this.at + 1]?.before ?? '')) return false;
    const shared = matchShared(this.scope, this.tokens, this.at + many);
    if (!shared) return false;
    for (const { entries, from, to } of shared.items)
      this.parts.push({ kind: 'organ', entries, text: this.text(from, to) });
    this.at = shared.next;
    return true;
  }

  /** A class, an organ or a body, whichever takes most words. */
  private readName(): boolean {
    const { scope, tokens, at } = this;
    const many = longestPhrase(tokens, at, PLURALS);
    const name = matchName(scope, tokens, at + many);
    const body = matchBody(scope, tokens, at + many);
    const group = matchClass(tokens, at);
    const longest = Math.max(name?.length ?? 0, body?.length ?? 0) + many;
    if (group && group.length > longest) {
      const end = at + group.length;
      const placed = this.branchesAt(group.circles, end);
      if (placed) return placed();
      const tail = tailFrom(scope, tokens, end);
      if (tail.names) return this.addUnknown(at, []);
      if (tail.level) this.placeAt(tail.level, end);
      this.parts.push({ kind: 'class', circles: group.circles, tail: tail.text, text: this.text(at, tail.next) });
      this.at = tail.next;
      return true;
    }
    if (name && name.length >= (body?.length ?? 0)) {
      if (/^(so|ban|bo|phong)$/.test(tokens[at + many]!.folded)) this.head = tokens[at + many]!.folded;
      return this.addOrgan(name.entries, at + many + name.length);
    }
    if (body) return this.await({ key: body.key, branch: null }, at + many, at + many + body.length);
    return false;
  }

  /** "cấp ủy, chính quyền các xã": class words that say the bodies of the units behind them. */
  private branchesAt(circles: readonly Circle[], end: number): (() => boolean) | null {
    const units = matchUnits(this.scope, this.tokens, end);
    const branches = circles.map((c) => COMMUNE_BRANCH[c]).filter((b) => b !== undefined);
    if (!units || branches.length < circles.length) return null;
    return () => {
      if (this.waiting.length === 0) this.waitingFrom = this.at;
      const text = this.text(this.at, end);
      this.waiting.push(...branches.map((branch) => ({ key: null, branch, text })));
      return this.addPlaced(units, end);
    };
  }

  /** "Giám đốc", "Thủ trưởng": taken off; "Bí thư các xã" says the body by itself. */
  private readPerson(): boolean {
    const { scope, tokens } = this;
    const from = this.at + longestPhrase(tokens, this.at, PLURALS);
    const person = personAt(tokens, from);
    if (!person || from + person.length >= tokens.length) return false;
    const end = from + person.length;
    const placed = matchName(scope, tokens, end) === null && matchUnits(scope, tokens, end) !== null;
    const branch = PERSON_BRANCH[person.words] ?? (placed && /chu tich/.test(person.words) ? 'government' : null);
    if (branch && (placed || separated(tokens, end) || isAnd(tokens[end])))
      return this.await({ key: null, branch }, from, end);
    this.at = end;
    return true;
  }

  private readUnits(): boolean {
    const units = matchUnits(this.scope, this.tokens, this.at);
    return units !== null && this.addPlaced(units, this.at);
  }

  private readElliptical(): boolean {
    if (!this.head || !separated(this.tokens, this.at)) return false;
    const found = matchName(this.scope, this.tokens, this.at, this.head);
    return found !== null && this.addOrgan(found.entries, this.at + found.length);
  }

  /** Words that follow a name at once and are no known tail make the name doubtful: "Phòng ... Sở Tài chính". */
  private runsOn(after: number): boolean {
    const { tokens } = this;
    return after < tokens.length && !separated(tokens, after) && longestPhrase(tokens, after, GLUE) === 0;
  }

  private addOrgan(entries: NameEntry[], end: number): boolean {
    const from = this.at;
    const harmless = separated(this.tokens, end) ? 0 : longestPhrase(this.tokens, end, HARMLESS_TAILS);
    if (this.runsOn(end + harmless)) return this.addUnknown(from, entries);
    // "HĐND, UBND tỉnh": the word behind the last stands for those before it too.
    if (/^(tinh|pho)$/.test(this.tokens[end - 1]!.folded)) this.placeAt('province', end);
    this.parts.push({ kind: 'organ', entries, text: this.text(from, end) });
    this.at = end + harmless;
    return true;
  }

  /** Keeps a body until its units come, and reads these where they follow at once. */
  private await(body: Omit<Body, 'text'>, from: number, end: number): boolean {
    const { scope, tokens } = this;
    if (this.waiting.length === 0) this.waitingFrom = this.at;
    this.waiting.push({ ...body, text: this.text(from, end) });
    const bare = separated(tokens, end) ? null : matchBareNames(scope, tokens, end);
    const units = matchUnits(scope, tokens, end) ?? bare;
    if (units) return this.addPlaced(units, end);
    const level = longestPhrase(tokens, end, ['cap tinh', 'cua tinh']);
    if (level > 0) {
      this.placeAt('province', end + level);
      this.at = end + level;
      return true;
    }
    if (!this.runsOn(end)) {
      this.at = end;
      return true;
    }
    this.waiting = [];
    return this.addUnknown(this.waitingFrom, []);
  }

  private addPlaced(units: UnitPhrase, from: number): boolean {
    const start = this.waiting.length > 0 ? this.waitingFrom : from;
    const end = from + units.length;
    const tail = units.named.length > 0 ? null : tailFrom(this.scope, this.tokens, end);
    const next = tail?.next ?? end;
    const own =
      units.named.length === 0 && !units.plural && units.types.every((t) => t === 'tinh' || t === 'thanh-pho');
    if (tail?.names || this.runsOn(next) || (own && tail?.text)) {
      this.waiting = [];
      return this.addUnknown(start, []);
    }
    const bodies = this.waiting;
    this.waiting = [];
    const place = own && this.ownKind(units.types) ? 'province' : units;
    this.parts.push({ kind: 'placed', bodies, units: place, tail: tail?.text ?? '', text: this.text(start, next) });
    this.at = next;
    return true;
  }

  /** "tỉnh" in a province, "thành phố" in a city; otherwise somebody else's is meant. */
  private ownKind(types: readonly string[]): boolean {
    const { register, provinceId } = this.scope;
    return provinceId !== null && types.includes(register.units.get(provinceId)!.type);
  }

  /** Bodies still waiting belong to the issuer's province, its own unit, or all communes. */
  private placeAt(where: 'province' | 'own' | 'communes', upTo: number): void {
    if (this.waiting.length === 0) return;
    const units = where === 'communes' ? ALL_COMMUNES : where;
    const text = this.text(this.waitingFrom, upTo);
    this.parts.push({ kind: 'placed', bodies: this.waiting, units, tail: '', text });
    this.waiting = [];
  }

  private addUnknown(from: number, near: NameEntry[]): boolean {
    const { scope, tokens } = this;
    let end = Math.max(from, this.at) + 1;
    while (end < tokens.length && !(separated(tokens, end) && opens(scope, tokens, end))) end++;
    const words = tokens.slice(from, end);
    while (words.length > 1 && isAnd(words.at(-1))) words.pop();
    const behind = /:/.test(tokens[from]!.before) && this.parts.at(-1)?.kind === 'organ';
    this.parts.push({ kind: 'unknown', text: textOf(words), tokens: words, near, behind });
    this.at = end;
    return true;
  }
}
