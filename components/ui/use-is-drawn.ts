import { useEffect, useState } from "react";

/** Whether it was drawn once: what opens only then knows where the focus returns to. */
export function useIsDrawn(): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(true), []);
  return isDrawn;
}
