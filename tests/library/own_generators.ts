// Generators as a program would bring them along in a module.
import { defaulted, type OwnGenerator } from "../../mod.ts";

export const generators: OwnGenerator[] = [
  {
    name: "plate",
    summary: "A number plate",
    kind: "text",
    nullable: true,
    params: { town: defaulted("text", "B", "Its first letters") },
    value(address, { town }) {
      if (address.random(1) < 0.1) return null;
      return `${town} ${address.below(10_000)}`;
    },
  },
  {
    name: "due",
    summary: "A day in 2026",
    kind: "date",
    value: (address) => new Date(Date.UTC(2026, 0, 1 + address.below(365))),
  },
  {
    name: "faulty",
    summary: "The row's number, up to a row",
    kind: "int",
    value({ row }) {
      if (row === 1500) throw new RangeError("no");
      return row;
    },
  },
];
