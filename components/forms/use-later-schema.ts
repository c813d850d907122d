import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { useSay } from "@/components/words/say";
import { sayMessages } from "./say-messages";

/**
 * Checks a form by the schema that the server checks it by, which is fetched with its library when the
 * form is first checked. Where that fails, the form is sent as it was typed: the server says what is
 * wrong with it, or the form that it cannot be reached.
 */
export function useLaterSchema<In extends FieldValues>(
  load: () => Promise<z.ZodType<unknown, In>>,
): Resolver<In> {
  const say = useSay();
  return async (values, ...asked) => {
    const check = await checkBy(load).catch(() => null);
    if (!check) return { values, errors: {} };
    const answer = await check(values, ...asked);
    sayMessages(answer.errors, say);
    return answer;
  };
}

async function checkBy<In extends FieldValues>(
  load: () => Promise<z.ZodType<unknown, In>>,
): Promise<Resolver<In>> {
  const [{ zodResolver }, schema] = await Promise.all([import("@hookform/resolvers/zod"), load()]);
  return zodResolver(schema, undefined, { raw: true });
}
