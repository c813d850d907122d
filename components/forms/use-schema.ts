import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { useSay } from "@/components/words/say";

/**
 * Checks a form by the schema that the server checks it by. Its sentences are English in code; they
 * are said in the reader's language before the form shows them.
 */
export function useSchema<In extends FieldValues, Out>(
  schema: z.ZodType<Out, In>,
): Resolver<In, unknown, Out> {
  const say = useSay();
  const check = zodResolver(schema);
  return async (...asked) => {
    const answer = await check(...asked);
    sayMessages(answer.errors, say);
    return answer;
  };
}

/** Errors lie as deep as the fields of the form do. */
function sayMessages(errors: object, say: (text: string) => string): void {
  for (const [name, value] of Object.entries(errors)) {
    if (name === "ref") continue;
    if (name === "message" && typeof value === "string")
      Object.assign(errors, { message: say(value) });
    else if (typeof value === "object" && value !== null) sayMessages(value, say);
  }
}
