import { fold } from '../../kernel/vietnamese.ts';
import { AT_RECEPTION } from '../places.ts';
import type { ProcedureVersion } from './model.ts';

/** A kind of organ that a procedure may name, in the words of the sheet and of the form. */
export interface OrganChoice {
  /** The first of these templates that a unit has is meant. */
  templates: readonly string[];
  label: string;
  level: ProcedureVersion['level'];
  /** Folded names by which a sheet may call it. */
  names: readonly string[];
}

const commune = (templates: readonly string[], label: string, ...names: string[]): OrganChoice => ({
  templates,
  label,
  level: 'commune',
  names: [label, ...names].map(fold),
});

/** Kinds of organs that every commune has. */
const COMMUNE_ORGANS: readonly OrganChoice[] = [
  commune(['ubnd-xa'], 'UBND cấp xã', 'UBND xã', 'Ủy ban nhân dân cấp xã'),
  commune(['phong-kinh-te-xa', 'phong-kinh-te-ha-tang-do-thi-phuong'], 'Phòng Kinh tế'),
  commune(['phong-van-hoa-xa-hoi-xa'], 'Phòng Văn hóa - Xã hội'),
  commune(['van-phong-hdnd-ubnd-xa'], 'Văn phòng HĐND và UBND'),
];
/** Named in a stage alone. */
const RECEPTION = commune([AT_RECEPTION], 'Trung tâm đã tiếp nhận', 'Nơi tiếp nhận');

/** Organs of communes, then those of the province. @param provincial in force now */
export const organChoices = (
  provincial: readonly { template: string; shortName: string; name: string }[],
): readonly OrganChoice[] => [
  ...COMMUNE_ORGANS,
  RECEPTION,
  ...provincial.map(
    ({ template, shortName, name }): OrganChoice => ({
      templates: [template],
      label: shortName,
      level: 'province',
      names: [fold(shortName), fold(name)],
    }),
  ),
];

/** Who may answer for a procedure: every choice but "where it was received". */
export const authorityChoices = (choices: readonly OrganChoice[]): readonly OrganChoice[] =>
  choices.filter((choice) => choice !== RECEPTION);

export const organByName = (choices: readonly OrganChoice[], name: string): OrganChoice | undefined =>
  choices.find((choice) => choice.names.includes(fold(name)));

export const templatesKey = (templates: readonly string[]): string => templates.join(',');
