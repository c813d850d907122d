"use client";

import { Checkbox, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Controller, useFormContext } from "react-hook-form";
import type { MoveValues } from "./move-values";
import type { MovesProps } from "./moves-props";

/** Which items go. Where each must be chosen anew, it says what was said of it and that others stay. */
export function ItemChoice(
  props: Pick<MovesProps, "items"> & { able: readonly string[]; reselect: boolean },
) {
  const t = useTranslations("requests.move");
  const words = useTranslations("rounds.reselect");
  const { control } = useFormContext<MoveValues>();
  const able = props.items.filter(({ id }) => props.able.includes(id));
  return (
    <Controller
      control={control}
      name="itemIds"
      render={({ field, fieldState }) => (
        <Checkbox.Group
          label={props.reselect ? words("label") : t("items")}
          description={props.reselect ? words("why") : undefined}
          error={fieldState.error?.message}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
        >
          <Stack gap="xs" mt={4}>
            {able.map((item, index) => (
              <Checkbox
                key={item.id}
                ref={index === 0 ? field.ref : undefined}
                data-autofocus={index === 0 || undefined}
                value={item.id}
                label={item.name}
                description={props.reselect ? item.said : undefined}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    />
  );
}
