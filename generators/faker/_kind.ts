// Which type of column a method of Faker makes.
import { type ValueType, valueType } from "../../core/value_type.ts";
import type { Shape } from "./_probe.ts";

const MS_DIGITS = 3;

/** The type for what a method was seen to give, where the column asks for no other. */
export function typeOf(
  shapes: ReadonlySet<Shape>,
  sqlType: string | undefined,
): ValueType {
  const values = [...shapes].filter((shape) => shape !== "none");
  const nullable = shapes.has("none");
  const only = (...among: Shape[]) =>
    values.length > 0 && values.every((shape) => among.includes(shape));
  const asked = sqlType?.trim() ?? "";
  if (/^(?:text|varchar|char|character|citext|json)/i.test(asked)) {
    return valueType("text", { nullable });
  }
  if (only("whole", "fraction")) {
    return numberType(only("whole"), asked, nullable);
  }
  if (only("bool")) return valueType("bool", { nullable });
  if (only("time")) {
    return /^date$/i.test(asked)
      ? valueType("date", { nullable })
      : valueType("timestamp", { scale: MS_DIGITS, nullable });
  }
  return valueType("text", { nullable });
}

function numberType(
  whole: boolean,
  asked: string,
  nullable: boolean,
): ValueType {
  const [, , scale] =
    /^(numeric|decimal)\s*\(\s*\d+\s*(?:,\s*(\d{1,2})\s*)?\)$/i.exec(asked) ??
      [];
  if (scale !== undefined && Number(scale) <= 15) {
    return valueType("decimal", { scale: Number(scale), nullable });
  }
  if (!whole || /^(?:float|double|real)/i.test(asked)) {
    return valueType("float", { nullable });
  }
  return valueType("int", { nullable });
}
