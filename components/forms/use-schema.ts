import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { useSay } from "@/components/words/say";
import { sayMessages } from "./say-messages";

/**
 * Checks a form by the schema that the server checks it by. Its sentences are English in code; they
 * are said in the reader's language before the form shows them. For forms that are fetched when they
 * are opened; one that a page begins with uses `useLaterSchema`.
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
