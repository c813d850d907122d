"use client";

import dynamic from "next/dynamic";
import classes from "./request-upload.module.css";

/** The place to drop documents of a request; its library comes once the page stands. */
export const RequestUpload = dynamic(
  () => import("@/components/documents/drop-documents").then(({ DropDocuments }) => DropDocuments),
  { ssr: false, loading: () => <div className={classes.place} /> },
);
